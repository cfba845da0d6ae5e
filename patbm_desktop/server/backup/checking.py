"""The check of everything that is stored: every chain, every signature, every part of a photo.

It reads and changes nothing, and says where something does not fit, never what stands there.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from patbm_desktop.domain.ids import device_id
from patbm_desktop.domain.op import BadOp, op_id, parse
from patbm_desktop.server.log.connection import Connection, Row
from patbm_desktop.server.log.parts import PartShelf
from patbm_desktop.wire import chain
from patbm_desktop.wire.signature import verify

ROWS_AT_ONCE = 1000
MOST_PROBLEMS = 20
"""Told of one space; one broken link breaks all behind it."""

SignPks = Mapping[str, bytes]


@dataclass(slots=True)
class Checked:
    """What was found in one space."""

    kelurahan: str
    space: str
    is_office: bool
    rows: int = 0
    stripped: int = 0
    held: int = 0
    parts: int = 0
    problems: list[str] = field(default_factory=list)

    def note(self, problem: str) -> None:
        """Remember something that does not fit."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem)


class Checking:
    """Goes through the spaces of a database one by one."""

    def __init__(
        self, connection: Connection, shelf: PartShelf, archivists: Mapping[str, bytes]
    ) -> None:
        """Take the keys of the arsip laptops as they ship with the program."""
        self._connection = connection
        self._shelf = shelf
        self._archivists = archivists

    def spaces(self) -> Iterator[Checked]:
        """Check every space, each as of one moment."""
        found = self._connection.execute("SELECT kelurahan, id FROM space ORDER BY kelurahan, id")
        for kelurahan, space in found:
            with self._connection.reading():
                yield self._check(kelurahan, space)

    def _check(self, kelurahan: str, space: str) -> Checked:
        home = self._connection.execute(
            "SELECT office FROM home WHERE kelurahan = %s AND space = %s", (kelurahan, space)
        )
        checked = Checked(kelurahan, space, is_office=home == [(1,)])
        if not home:
            checked.note("ruang tidak terdaftar")
        sign_pks = self._sign_pks(checked)
        self._check_log(checked, sign_pks)
        self._check_held(checked, sign_pks)
        self._check_parts(checked)
        return checked

    # -- keys --------------------------------------------------------------------------------

    def _sign_pks(self, checked: Checked) -> SignPks:
        """Return the keys of all who wrote here; a device is named by the hash of its keys."""
        found = dict(self._archivists)
        rows = self._connection.execute(
            "SELECT DISTINCT device.dev, device.sign_pk, device.box_pk FROM device JOIN op"
            " ON op.dev = device.dev WHERE op.kelurahan = %s AND op.space = %s"
            " UNION SELECT DISTINCT device.dev, device.sign_pk, device.box_pk FROM device JOIN held"
            " ON held.dev = device.dev WHERE held.kelurahan = %s AND held.space = %s",
            (checked.kelurahan, checked.space) * 2,
        )
        for dev, sign_pk, box_pk in rows:
            keys = bytes.fromhex(sign_pk), bytes.fromhex(box_pk)
            if device_id(*keys) == dev:
                found[dev] = keys[0]
            else:
                checked.note(f"kunci laptop {dev[:8]} tidak cocok dengan namanya")
        return found

    # -- the log -----------------------------------------------------------------------------

    def _check_log(self, checked: Checked, sign_pks: SignPks) -> None:
        seq, link = 0, checked.space
        gone = self._erased(checked)
        for row in self._rows(checked):
            seq += 1
            link = chain.step(link, row[1])
            if (row[0], row[2]) != (seq, link):
                checked.note(f"rantai putus di baris {row[0]}")
                seq, link = row[0], row[2]
            self._check_row(checked, row, sign_pks, gone)
        ends = self._connection.execute(
            "SELECT seq, chain FROM space WHERE kelurahan = %s AND id = %s",
            (checked.kelurahan, checked.space),
        )
        if ends != [(seq, link)]:
            checked.note("ujung rantai tidak cocok dengan ruangnya")

    def _check_row(
        self, checked: Checked, row: Row, sign_pks: SignPks, gone: frozenset[str]
    ) -> None:
        seq, known_as, _, ent, kind, dev, body, sig = row
        checked.rows += 1
        if body is None:
            checked.stripped += 1
            if ent not in gone:
                checked.note(f"baris {seq} kosong tanpa penghapusan")
            return
        if ent in gone and not kind.startswith("_"):
            checked.note(f"baris {seq} belum dikosongkan")
        why = _misfit(known_as, (checked.space, ent, kind, dev), bytes(body), bytes(sig), sign_pks)
        if why:
            checked.note(f"baris {seq}: {why}")

    def _rows(self, checked: Checked) -> Iterator[Row]:
        last = 0
        while True:
            rows = self._connection.execute(
                "SELECT seq, id, chain, ent, kind, dev, body, sig FROM op"
                " WHERE kelurahan = %s AND space = %s AND seq > %s ORDER BY seq LIMIT %s",
                (checked.kelurahan, checked.space, last, ROWS_AT_ONCE),
            )
            yield from rows
            if len(rows) < ROWS_AT_ONCE:
                return
            last = rows[-1][0]

    def _erased(self, checked: Checked) -> frozenset[str]:
        rows = self._connection.execute(
            "SELECT ent FROM erased WHERE kelurahan = %s AND space = %s",
            (checked.kelurahan, checked.space),
        )
        return frozenset(ent for (ent,) in rows)

    # -- beside the log ----------------------------------------------------------------------

    def _check_held(self, checked: Checked, sign_pks: SignPks) -> None:
        rows = self._connection.execute(
            "SELECT id, ent, dev, body, sig FROM held WHERE kelurahan = %s AND space = %s",
            (checked.kelurahan, checked.space),
        )
        for known_as, ent, dev, body, sig in rows:
            checked.held += 1
            named = (checked.space, ent, "", dev)
            why = _misfit(known_as, named, bytes(body), bytes(sig), sign_pks)
            if why:
                checked.note(f"catatan tertahan {known_as[:8]}: {why}")

    def _check_parts(self, checked: Checked) -> None:
        rows = self._connection.execute(
            "SELECT ent, sha, size FROM blob WHERE kelurahan = %s AND space = %s",
            (checked.kelurahan, checked.space),
        )
        for ent, sha, size in rows:
            checked.parts += 1
            data = self._shelf.get(checked.kelurahan, checked.space, ent, sha)
            if data is None:
                checked.note(f"bagian foto {sha[:8]} tidak ada")
            elif len(data) != size or hashlib.sha256(data).hexdigest() != sha:
                checked.note(f"bagian foto {sha[:8]} berubah")


def _misfit(
    known_as: str, named: tuple[str, str, str, str], body: bytes, sig: bytes, sign_pks: SignPks
) -> str:
    """Return why an op is not what its row says, or nothing; an empty kind is not compared."""
    if op_id(body) != known_as:
        return "isinya berubah"
    try:
        op = parse(body, sig)
    except BadOp:
        return "bentuknya tidak terbaca"
    space, ent, kind, dev = named
    if (op.space, op.ent, op.dev) != (space, ent, dev) or kind not in ("", op.kind):
        return "kolomnya tidak cocok dengan isinya"
    if dev not in sign_pks:
        return "penulisnya tidak dikenal"
    return "" if verify(sign_pks[dev], body, sig) else "tanda tangannya tidak cocok"
