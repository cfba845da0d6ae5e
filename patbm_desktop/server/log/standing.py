"""Who may read a space, worked out from its rights whenever they change, so that reading is cheap.

`until` is the place of the `_member` op after which a device was no longer `now` a member: the last
line it is sent.
"""

from dataclasses import dataclass

from patbm_desktop.domain.op import Op
from patbm_desktop.domain.rights import Rights
from patbm_desktop.server.log.connection import Connection
from patbm_desktop.server.log.requests import close_answered


@dataclass(frozen=True, slots=True)
class Seat:
    """One device in one space."""

    role: str
    until: int | None = None
    until_chain: str | None = None


class Standing:
    """The seats of one locked space, and the devices that its ops introduced."""

    def __init__(self, connection: Connection, kelurahan: str, space: str) -> None:
        self._connection = connection
        self._key = (kelurahan, space)
        self._before: dict[str, Seat] | None = None
        self._seats: dict[str, Seat] = {}
        self._devices: dict[str, tuple[str, str, str]] = {}
        self._admitted: set[str] = set()
        self._has_listed = False

    def see(self, op: Op, rights: Rights, seq: int, chain: str) -> None:
        """Take in what a `_member` op changed; it stands at `seq`."""
        if self._before is None:
            self._before = self._stored()
            self._seats = dict(self._before)
        for dev in rights.ever:
            self._seats[dev] = self._seat(dev, rights, seq, chain)
        sign_pk, box_pk = rights.sign_pk(op.ent), rights.box_pk(op.ent)
        if sign_pk and box_pk:
            self._devices[op.ent] = (sign_pk.hex(), box_pk.hex(), _label(op))

    def admit(self, dev: str) -> None:
        """Note that the office named `dev`, so that it may log in here."""
        self._admitted.add(dev)

    def list_space(self) -> None:
        """Note that the office listed a space, which may be what somebody waits for."""
        self._has_listed = True

    def write(self) -> None:
        """Write what changed, devices in one order everywhere, so that nobody waits in a ring."""
        if self._before is not None:
            self._write_seats(self._before)
        if self._admitted or self._has_listed:
            close_answered(self._connection, self._key[0])

    def _write_seats(self, before: dict[str, Seat]) -> None:
        changed = {dev: seat for dev, seat in self._seats.items() if before.get(dev) != seat}
        for dev in sorted(changed):
            self._write_seat(dev, changed[dev])
        for dev in sorted(self._devices):
            self._write_device(dev, *self._devices[dev])
        for dev in sorted(self._admitted & self._devices.keys()):
            self._write_access(dev)

    def _seat(self, dev: str, rights: Rights, seq: int, chain: str) -> Seat:
        role = rights.role(dev)
        if dev in rights.now:
            return Seat(role)
        before = self._seats.get(dev)
        if before is not None and before.until is not None:
            return Seat(role, before.until, before.until_chain)
        return Seat(role, seq, chain)

    def _stored(self) -> dict[str, Seat]:
        rows = self._connection.execute(
            "SELECT dev, role, until, until_chain FROM member WHERE kelurahan = %s AND space = %s",
            self._key,
        )
        return {dev: Seat(*rest) for dev, *rest in rows}

    def _write_seat(self, dev: str, seat: Seat) -> None:
        self._connection.execute(
            "INSERT INTO member (kelurahan, space, dev, role, until, until_chain)"
            " VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (kelurahan, space, dev) DO UPDATE SET"
            " role = excluded.role, until = excluded.until, until_chain = excluded.until_chain",
            (*self._key, dev, seat.role, seat.until, seat.until_chain),
        )

    def _write_device(self, dev: str, sign_pk: str, box_pk: str, label: str) -> None:
        self._connection.execute(
            "INSERT INTO device (dev, sign_pk, box_pk, label) VALUES (%s, %s, %s, %s)"
            " ON CONFLICT (dev) DO UPDATE SET label = excluded.label WHERE device.label = ''",
            (dev, sign_pk, box_pk, label),
        )

    def _write_access(self, dev: str) -> None:
        self._connection.execute(
            "INSERT INTO access (dev, kelurahan) VALUES (%s, %s) ON CONFLICT DO NOTHING",
            (dev, self._key[0]),
        )


def _label(op: Op) -> str:
    """Return what the laptop is called, without characters that a database refuses."""
    value = op.set["label"].value if "label" in op.set else ""
    text = value if isinstance(value, str) else ""
    return "".join(each for each in text if each.isprintable())[:200]
