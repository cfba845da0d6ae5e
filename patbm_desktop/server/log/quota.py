"""How much a device brought today; above the quota its ops are answered ``later:kuota``."""

from patbm_desktop.domain.op import Op
from patbm_desktop.server.log.desk import Desk
from patbm_desktop.server.log.limits import DAY


class Quota:
    """What `carrier` may still bring into one space today, while that space is locked."""

    def __init__(self, desk: Desk, carrier: str, kelurahan: str, space: str) -> None:
        self._desk = desk
        self._key = (kelurahan, carrier, desk.now() // DAY)
        self._space = (kelurahan, space)
        self._before_ops, self._before_bytes = self._used()
        self._ops = self._bytes = 0
        self._held: dict[str, int] = {}

    def has_room(self, op: Op) -> bool:
        """Say whether `op` still fits into today."""
        limits = self._desk.limits
        fits = self._before_ops + self._ops < limits.ops_a_day
        return fits and self._before_bytes + self._bytes + len(op.body) <= limits.bytes_a_day

    def has_room_held(self, op: Op) -> bool:
        """Say whether one more op of this author may wait for a coordinator."""
        if op.dev not in self._held:
            rows = self._desk.connection.execute(
                "SELECT count(*) FROM held WHERE kelurahan = %s AND space = %s AND dev = %s",
                (*self._space, op.dev),
            )
            self._held[op.dev] = rows[0][0]
        if self._held[op.dev] >= self._desk.limits.held_an_author:
            return False
        self._held[op.dev] += 1
        return True

    def count(self, op: Op) -> None:
        """Count `op` as brought today."""
        self._ops += 1
        self._bytes += len(op.body)

    def write(self) -> None:
        """Add what was counted to the day."""
        if self._ops:
            self._desk.connection.execute(
                "INSERT INTO usage (kelurahan, dev, day, ops, bytes) VALUES (%s, %s, %s, %s, %s)"
                " ON CONFLICT (kelurahan, dev, day) DO UPDATE SET"
                " ops = usage.ops + excluded.ops, bytes = usage.bytes + excluded.bytes",
                (*self._key, self._ops, self._bytes),
            )

    def _used(self) -> tuple[int, int]:
        rows = self._desk.connection.execute(
            "SELECT ops, bytes FROM usage WHERE kelurahan = %s AND dev = %s AND day = %s",
            self._key,
        )
        return (rows[0][0], rows[0][1]) if rows else (0, 0)
