"""Whether this laptop has a network, as far as the system tells."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation


class Links(QObject):
    """Tells when a network appears; `NoLinks` stands for a system that does not say."""

    appeared = Signal()

    def is_absent(self) -> bool:
        """Say whether there is certainly no network."""
        return False


class SystemLinks(Links):
    """What the operating system knows of its network."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        wanted = QNetworkInformation.Feature.Reachability
        has_one = QNetworkInformation.loadBackendByFeatures(wanted)
        self._information = QNetworkInformation.instance() if has_one else None
        if self._information is not None:
            self._information.reachabilityChanged.connect(self._look)

    def is_absent(self) -> bool:
        """Say whether there is certainly no network."""
        if self._information is None:
            return False
        return self._information.reachability() == QNetworkInformation.Reachability.Disconnected

    def _look(self) -> None:
        if not self.is_absent():
            self.appeared.emit()
