"""One window a vault: a second start raises the first one."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from patbm_desktop.domain.fault import Fault, Refusal

LOCK_FILE = "jendela.lock"
PATIENCE_MS = 1000


def server_name(folder: Path) -> str:
    """Return the name under which the window of `folder` can be called; tells nothing of it."""
    digest = hashlib.blake2b(str(folder.resolve()).encode(), digest_size=8).hexdigest()
    return f"patbm-{digest}"


class Instance(QObject):
    """The right to show the window of one vault folder, which is made where there is none.

    Raises:
        Fault: the folder cannot be made.
    """

    raise_asked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = server_name(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise Fault(Refusal.FILE_NOT_WRITABLE, name=folder.name) from error
        self._lock = QLockFile(str(folder / LOCK_FILE))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Take the right; False when a window of this vault is open already.

        Where no lock file can be written, nobody else can have written one either.
        """
        locked = self._lock.tryLock(0)
        if not locked and self._lock.error() == QLockFile.LockError.LockFailedError:
            return False
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._called)
        self._server.listen(self._name)
        return True

    def call(self) -> bool:
        """Ask the window that is open to come to the front; False when nobody answers."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        reached = socket.waitForConnected(PATIENCE_MS)
        socket.disconnectFromServer()
        return reached

    def release(self) -> None:
        """Give the right back."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _called(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            socket.close()
        self.raise_asked.emit()
