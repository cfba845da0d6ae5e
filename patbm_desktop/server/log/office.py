"""The server as a post office in this process: no network, the same log."""

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.server.log import blobs
from patbm_desktop.server.log.core import Log
from patbm_desktop.wire.messages import Answer, Request


class ServerOffice:
    """A `PostOffice` for one device over a `Log`; for the law suite and the simulation."""

    def __init__(self, log: Log, dev: str) -> None:
        self._log = log
        self._dev = dev

    def sync(self, request: Request) -> Answer:
        """Store what is offered, then read from the cursors on.

        Raises:
            Fault: DEVICE_UNKNOWN or DEVICE_DISABLED.
        """
        return self._log.sync(self._dev, request)

    def has_part(self, space: str, ent: str, sha: str) -> bool:
        """Say whether this sealed part is there and may be read.

        Raises:
            Fault: DEVICE_UNKNOWN or DEVICE_DISABLED.
        """
        self._log.access_kelurahans(self._dev)
        found = blobs.find(self._log.desk, self._dev, blobs.Part(space, ent, sha))
        return found.status == blobs.THERE

    def put_part(self, space: str, ent: str, sha: str, data: bytes) -> None:
        """Hand in one sealed part; a part of an erased record is taken and thrown away.

        Raises:
            Fault: DEVICE_UNKNOWN, DEVICE_DISABLED, REQUEST_TOO_LARGE, SERVER_BUSY (quota), or
                SERVER_STRANGE where this device may not lay it down.
        """
        self._log.access_kelurahans(self._dev)
        status = blobs.put(self._log.desk, self._dev, blobs.Part(space, ent, sha), data)
        if status == blobs.TOO_LARGE:
            raise Fault(Refusal.REQUEST_TOO_LARGE)
        if status == blobs.QUOTA:
            raise Fault(Refusal.SERVER_BUSY, retry_after=3600)
        if status in (blobs.FORBIDDEN, blobs.DIFFERS):
            raise Fault(Refusal.SERVER_STRANGE, status=status)

    def get_part(self, space: str, ent: str, sha: str) -> bytes | None:
        """Fetch one sealed part, None where it is not there, erased, or not for this device.

        Raises:
            Fault: DEVICE_UNKNOWN or DEVICE_DISABLED.
        """
        self._log.access_kelurahans(self._dev)
        status, data = blobs.get(self._log.desk, self._dev, blobs.Part(space, ent, sha))
        return data if status == blobs.THERE else None

    def close(self) -> None:
        """Do nothing: the log belongs to whoever made it."""
