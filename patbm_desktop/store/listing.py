"""Rows for lists: records as they are shown, newest day first, a page at a time."""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import msgspec
from sqlite_utils import Database

from patbm_desktop.domain.merge import Entity
from patbm_desktop.store import faults
from patbm_desktop.store.projection import Flag as Flag  # noqa: PLC0414  (part of the questions)

COLUMNS = (
    "r.n, r.space, r.kind, r.ent, r.day, r.shown, r.flags, r.conflicts, r.edits, r.by, r.at,"
    " r.unsent"
)
MOST_ASKED = 500

_DECODER = msgspec.json.Decoder(dict[str, Any])
_VOID, _CONTESTED, _LOCKED, _PLANNED, _INCOMPLETE = map(
    int, (Flag.VOID, Flag.CONTESTED, Flag.LOCKED, Flag.PLANNED, Flag.INCOMPLETE)
)
_BEREFT = int(Flag.BEREFT)
"""Plain numbers: a list of twenty thousand rows asks each of them that often."""

_TOLD = ("n", "space", "kind", "ent", "day", "_flags", "conflicts", "edits", "by", "at", "is_sent")


class Row:
    """One record in a list; what it says is read when it is first looked at, on any thread.

    `day` is what the list is ordered by: the date of an activity or consent, the month of a report,
    None for a record without one. `by` and `at` are those of the newest edit. `conflicts` names
    fields with two versions; `is_sent` says that all is delivered.
    """

    __slots__ = (
        "_flags", "_shown", "_values", "at", "by", "conflicts", "day", "edits", "ent", "is_sent",
        "kind", "n", "space",
    )  # fmt: skip
    n: int
    kind: str
    edits: int
    by: str
    at: str

    def __init__(self, found: tuple[Any, ...]) -> None:
        (
            self.n, space, self.kind, ent, day, self._shown, self._flags, conflicts, self.edits,
            self.by, self.at, unsent,
        ) = found  # fmt: skip
        self.space: str = space.hex()
        self.ent: str = ent.hex()
        self.day: str | None = day or None
        self.conflicts: tuple[str, ...] = tuple(conflicts.split(",")) if conflicts else ()
        self.is_sent: bool = unsent == 0
        self._values: dict[str, Any] | None = None

    def __repr__(self) -> str:
        return f"Row({self.kind} {self.ent})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Row) and all(
            getattr(self, name) == getattr(other, name) for name in ("values", *_TOLD)
        )

    def __hash__(self) -> int:
        return self.n

    @property
    def values(self) -> dict[str, Any]:
        """What its fields show; cleared ones are left out."""
        if self._values is None:
            self._values = _DECODER.decode(self._shown)
        return self._values

    @property
    def is_void(self) -> bool:
        """Whether somebody took it back."""
        return bool(self._flags & _VOID)

    @property
    def is_contested(self) -> bool:
        """Whether somebody took it back without having seen all of it."""
        return bool(self._flags & _CONTESTED)

    @property
    def is_locked(self) -> bool:
        """Whether a part of it cannot be read here."""
        return bool(self._flags & _LOCKED)

    @property
    def is_planned(self) -> bool:
        """Whether it is an activity still to be held."""
        return bool(self._flags & _PLANNED)

    @property
    def is_incomplete(self) -> bool:
        """Whether it is an activity of which something is still to be filled in."""
        return bool(self._flags & _INCOMPLETE)

    @property
    def entity(self) -> Entity:
        """The triple that names the record."""
        return Entity(self.space, self.kind, self.ent)


class Month(NamedTuple):
    """Sums of a month, written ``2026-11``, None for records without a day.

    `records` leaves planned ones out, `heads` incomplete ones too, which are among `records`.
    """

    month: str | None
    records: int
    heads: int
    planned: int
    incomplete: int


class Where:
    """The conditions of a question, gathered with their values."""

    def __init__(self, kind: str, *, with_void: bool) -> None:
        hidden = _BEREFT if with_void else _BEREFT | _VOID
        self.terms = ["r.kind = ?", "r.edits > 0", f"r.flags & {hidden} = 0"]
        self.values: list[Any] = [kind]

    def add(self, term: str, *values: Any) -> None:
        """Demand `term` as well."""
        self.terms.append(term)
        self.values.extend(values)

    def within(self, spaces: Collection[str] | None) -> None:
        """Demand that the record lies in one of `spaces`; None is anywhere."""
        if spaces is not None:
            self.add(f"r.space IN ({_marks(spaces)})", *map(bytes.fromhex, spaces))

    def __str__(self) -> str:
        return " AND ".join(self.terms)


def rows(  # noqa: PLR0913  (conditions, each by its name)
    db: Database,
    kind: str,
    *,
    spaces: Collection[str] | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
    before: Row | None = None,
    only: Flag | None = None,
    but: Flag | None = None,
    with_void: bool = False,
    without: Sequence[str] = (),
) -> list[Row]:
    """Return records of `kind`, newest day first and of a day the newest record first.

    `since` and `until` are days, both included, or beginnings of days such as ``2026-11``; `before`
    is the last row of the page before; `only` asks for those with a flag, such as the planned ones,
    `but` for those without it. Records taken back are left out unless `with_void`; fields `without`
    never leave the store.
    """
    where = Where(kind, with_void=with_void)
    where.within(spaces)
    if since is not None:
        where.add("r.day >= ?", since)
    if until is not None:
        where.add("r.day BETWEEN '0' AND ? || '~'", until)
    if only is not None:
        where.add("r.flags & ? > 0", int(only))
    if but is not None:
        where.add("r.flags & ? = 0", int(but))
    if before is not None:
        where.add("(r.day, r.n) < (?, ?)", before.day or "", before.n)
    return select(
        db,
        f"SELECT {_but(without)} FROM record r WHERE {where} ORDER BY r.day DESC, r.n DESC LIMIT ?",
        [*(f"$.{field}" for field in without), *where.values, -1 if limit is None else limit],
    )


def _but(without: Sequence[str]) -> str:
    if not without:
        return COLUMNS
    return COLUMNS.replace("r.shown", f"json_remove(r.shown, {_marks(without)})")


def values(db: Database, kind: str, fields: Sequence[str]) -> list[tuple[Any, ...]]:
    """Return the `ent` and the shown values of some fields of every record of `kind`.

    In the order they came, without those taken back; a dot leads into an object, yes is 1. A tenth
    of the work of `rows`, for what a list needs of thousands of records that it does not show.
    """
    where = Where(kind, with_void=False)
    asked = ", ".join("r.shown ->> ?" for _ in fields)
    sql = f"SELECT lower(hex(r.ent)), {asked} FROM record r WHERE {where} ORDER BY r.n"
    paths = [f"$.{field}" for field in fields]
    with faults.named():
        return list(db.conn.execute(sql, [*paths, *where.values]).fetchall())


def row(db: Database, kind: str, ent: str, *, space: str | None = None) -> Row | None:
    """Return one record, taken back or not; of several spaces with it, the one written first."""
    found = select(
        db,
        f"SELECT {COLUMNS} FROM record r WHERE r.ent = ? AND r.kind = ? AND r.edits > 0"
        " AND (?3 IS NULL OR r.space = ?3) ORDER BY r.n LIMIT 1",
        [bytes.fromhex(ent), kind, bytes.fromhex(space) if space else None],
    )
    return found[0] if found else None


def pointing_to(db: Database, kind: str, ent: str, *, with_void: bool = False) -> list[Row]:
    """Return the records of `kind` with a reference to `ent`, in the order they came.

    References to an RT are not kept track of: every record has one.
    """
    where = Where(kind, with_void=with_void)
    return select(
        db,
        f"SELECT {COLUMNS} FROM pointer p JOIN record r ON r.n = p.n"
        f" WHERE {where} AND p.ent = ? ORDER BY r.n",
        [*where.values, bytes.fromhex(ent)],
    )


def pointing(db: Database, kind: str, field: str, ents: Collection[str]) -> dict[str, list[str]]:
    """Return, for those of `ents` that records of `kind` point to, their values of `field`.

    Made for a page of a list; "" stands for a record without that field.
    """
    where = Where(kind, with_void=False)
    found: dict[str, list[str]] = {}
    for some in _in_questions(ents):
        # CROSS JOIN: from the page to what points at it, never through all records of the kind
        sql = (
            "SELECT p.ent, coalesce(r.shown ->> ?, '') FROM pointer p CROSS JOIN record r"
            f" ON r.n = p.n WHERE p.ent IN ({_marks(some)}) AND {where}"
        )
        with faults.named():
            for ent, value in db.conn.execute(sql, [f"$.{field}", *some, *where.values]):
                found.setdefault(ent.hex(), []).append(value)
    return found


def months(
    db: Database,
    kind: str = "activity",
    *,
    spaces: Collection[str] | None = None,
    since: str | None = None,
) -> list[Month]:
    """Return the sums of every month that has a record, or of those from `since` on, newest first.

    `since` is a day, or the beginning of one such as ``2026-11``.
    """
    where = Where(kind, with_void=False)
    where.within(spaces)
    if since is not None:
        where.add("r.day >= ?", since)
    counted = f"iif(r.flags & {_PLANNED | _INCOMPLETE}, 0, r.heads)"
    sql = (
        f"SELECT r.day, sum(r.flags & {_PLANNED} = 0), sum({counted}),"
        f" sum(r.flags & {_PLANNED} > 0), sum(r.flags & {_INCOMPLETE} > 0)"
        f" FROM record r WHERE {where} GROUP BY r.day ORDER BY r.day DESC"
    )
    with faults.named():
        days = db.conn.execute(sql, where.values).fetchall()
    return [
        Month(month or None, *map(sum, zip(*(sums for _, *sums in of_month), strict=True)))
        for month, of_month in groupby(days, key=lambda sums: sums[0][:7])
    ]


def years(
    db: Database, kind: str = "activity", *, spaces: Collection[str] | None = None
) -> list[int]:
    """Return the years that have a record, the newest first; asks once a year, not all records."""
    where = Where(kind, with_void=False)
    where.within(spaces)
    where.add("r.day > '' AND r.day < ?")
    sql = f"SELECT max(r.day) FROM record r WHERE {where}"
    found, before = [], "~"
    with faults.named():
        while newest := db.conn.execute(sql, [*where.values, before]).fetchone()[0]:
            before = newest[:4]
            found.append(before)
    return [int(year) for year in found if year.isdecimal()]


def count(
    db: Database, kind: str, *, spaces: Collection[str] | None = None, only: Flag | None = None
) -> int:
    """Return how many records of `kind` stand, planned ones too, or those with the flag `only`."""
    where = Where(kind, with_void=False)
    where.within(spaces)
    if only is not None:
        where.add("r.flags & ? > 0", int(only))
    with faults.named():
        sql = f"SELECT count(*) FROM record r WHERE {where}"
        return int(db.conn.execute(sql, where.values).fetchone()[0])


def existing(db: Database, kind: str, ents: Collection[str]) -> frozenset[str]:
    """Return which of `ents` have a record of `kind`, one that was taken back too."""
    found: set[tuple[bytes]] = set()
    for some in _in_questions(ents):
        with faults.named():
            found.update(db.conn.execute(
                f"SELECT ent FROM record WHERE ent IN ({_marks(some)}) AND kind = ? AND edits > 0",
                [*some, kind],
            ))  # fmt: skip
    return frozenset(ent.hex() for (ent,) in found)


def _in_questions(ents: Collection[str]) -> Iterator[list[bytes]]:
    """Part `ents` into as many as one question takes."""
    asked = sorted(ents)
    for start in range(0, len(asked), MOST_ASKED):
        yield [bytes.fromhex(ent) for ent in asked[start : start + MOST_ASKED]]


def _marks(values: Collection[Any]) -> str:
    return ",".join("?" * len(values))


def select(db: Database, sql: str, values: Sequence[Any]) -> list[Row]:
    """Run a question for `COLUMNS` and return its answer as rows."""
    with faults.named():
        return [Row(found) for found in db.conn.execute(sql, values).fetchall()]
