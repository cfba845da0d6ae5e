"""Which notes stand in two versions, and who may choose between them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, NamedTuple

from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.versions import conflict_rows
from patbm_desktop.domain import versions
from patbm_desktop.domain.ids import case_code
from patbm_desktop.domain.merge import Entity
from patbm_desktop.store import current, listing, undecided

OF_ACTIVITIES = frozenset({"activity", "attendance", "attachment", "consent"})
OF_CASES = frozenset(
    {"case", "case_detail", "follow_up", "referral", "access", "case_attachment", "case_consent"}
)
"""Kinds whose versions only the holders of the key for cases may see."""

ABOVE: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "attendance": ("activity_id", ("activity",)),
    "attachment": ("of", ("activity",)),
    "consent": ("of", ("attachment",)),
    "follow_up": ("case_id", ("case",)),
    "referral": ("case_id", ("case",)),
    "case_attachment": ("of", ("case", "referral", "follow_up")),
    "case_consent": ("of", ("case", "referral", "follow_up")),
}
"""By which field a record belongs to another, and of which kinds that may be."""


class Subject(NamedTuple):
    """What people take for one note: an activity with its lists and photos, a case with its all."""

    kind: str
    ent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One note with two versions. Of a case only its `code` is said.

    `records` are the records of it that differ, `parts` how many fields; `may` says that the
    person at the keyboard may choose.
    """

    subject: Subject
    code: str = ""
    values: Mapping[str, Any] = field(default_factory=dict, repr=False)
    records: tuple[Entity, ...]
    parts: int
    may: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many notes wait for the person at the keyboard, those of cases apart."""

    open: int
    sealed: int


def lines(ws: Workspace, *, sealed: bool | None = None) -> tuple[Line, ...]:
    """Return the notes with two versions that may be seen here; `sealed` asks for cases alone.

    The order is the same on every laptop: the newest day first, then the id.
    """
    found: dict[Subject, list[listing.Row]] = {}
    for row in filter(partial(_is_shown, ws), undecided.rows(ws.db)):
        if _may_see(ws, row, sealed=sealed) and conflict_rows.asked_of(row):
            found.setdefault(_subject(ws, row), []).append(row)
    made = [line for subject, rows in found.items() if (line := _line(ws, subject, rows))]
    return tuple(sorted(made, key=_order, reverse=True))


def _is_shown(ws: Workspace, row: listing.Row) -> bool:
    """Say whether a record is of the RT at the keyboard, or of the office."""
    spaces = ws.shown_cases if row.kind in OF_CASES else ws.shown
    return spaces is None or row.space in spaces or ws.rights.of(row.space).is_office


def _order(line: Line) -> tuple[str, str]:
    day = line.values.get("date") or line.values.get("month") or ""
    return str(day), line.subject.ent


def _may_see(ws: Workspace, row: listing.Row, *, sealed: bool | None) -> bool:
    is_sealed = row.kind in OF_CASES
    if sealed is not None and sealed is not is_sealed:
        return False
    return not is_sealed or _holds_cases(ws, row.space)


def _holds_cases(ws: Workspace, space: str) -> bool:
    key = case_access.USE
    return key in ws.sealing and ws.device.dev in ws.rights.of(space).entitled(key)


def _subject(ws: Workspace, row: listing.Row) -> Subject:
    kind, ent, values = row.kind, row.ent, row.values
    while kind in ABOVE:
        name, kinds = ABOVE[kind]
        above = _above(ws, values.get(name), kinds)
        if above is None:
            break
        kind, ent, values = above.kind, above.ent, above.values
    return Subject("case" if kind == "case_detail" else kind, ent)


def _above(ws: Workspace, ent: Any, kinds: Iterable[str]) -> listing.Row | None:
    rows = (listing.row(ws.db, kind, str(ent)) for kind in kinds) if ent else ()
    return next((row for row in rows if row is not None), None)


def _line(ws: Workspace, subject: Subject, rows: list[listing.Row]) -> Line | None:
    top = listing.row(ws.db, subject.kind, subject.ent)
    is_case = subject.kind in OF_CASES
    if top is not None and top.is_void and not (is_case and any(map(_is_contested, rows))):
        return None
    values = top.values if top is not None else rows[0].values
    return Line(
        subject=subject,
        code=case_code(subject.ent) if is_case else "",
        values={} if is_case else values,
        records=tuple(row.entity for row in sorted(rows, key=_first_the_note)),
        parts=sum(len(conflict_rows.asked_of(row)) for row in rows),
        may=all(may_decide(ws, row.entity) for row in rows),
    )


def _is_contested(row: listing.Row) -> bool:
    """Say whether a part of a hidden case was changed by somebody who did not know it hidden."""
    return row.is_contested and row.kind in {"case", "case_detail"}


def _first_the_note(row: listing.Row) -> tuple[int, str, str]:
    order = ("activity", "case", "case_detail")
    return (order.index(row.kind) if row.kind in order else len(order), row.kind, row.ent)


def may_decide(ws: Workspace, entity: Entity) -> bool:
    """Say whether the person at the keyboard may choose between the versions of a record.

    A volunteer those of her own RT, a coordinator those of activities as well; of cases only who
    holds their key.
    """
    rights, dev = ws.rights.of(entity.space), ws.device.dev
    if ws.is_read_only or dev not in rights.now:
        return False
    if entity.kind in OF_CASES:
        return _holds_cases(ws, entity.space)
    if rights.role(dev) == "koordinator" and not rights.is_office:
        return entity.kind in OF_ACTIVITIES
    return rights.role(dev) == ("koordinator" if rights.is_office else "anggota")


def count(ws: Workspace) -> Counts:
    """Return how many notes wait for a choice that the person at the keyboard may make."""
    sealed = [line.code != "" for line in lines(ws) if line.may]
    return Counts(open=len(sealed) - sum(sealed), sealed=sum(sealed))


def activities_with_parts_undecided(ws: Workspace) -> frozenset[str]:
    """Return the activities of which something that belongs to them has two versions."""
    return _with_parts_undecided(ws, OF_ACTIVITIES - {"activity"})


def _with_parts_undecided(ws: Workspace, kinds: Collection[str]) -> frozenset[str]:
    rows = [row for row in undecided.rows(ws.db) if row.kind in kinds]
    return frozenset(_subject(ws, row).ent for row in rows)


# -- the lasting mark ------------------------------------------------------------------------

LEAST_EDITS = 3
"""Two versions and the choice between them; a record with fewer edits never had any."""


def once_two(ws: Workspace, subject: Subject) -> bool:
    """Say whether somebody ever chose between versions of this note, on whatever laptop.

    Of all that belongs to it: its list, its photos and their consents, the letters of a case.
    """
    return any(
        versions.deciders(current.history(ws.db, each, ws.opener))
        for each in _records_of(ws, subject)
    )


def _records_of(ws: Workspace, subject: Subject) -> Iterable[Entity]:
    yield ws.entity(subject.kind, subject.ent)
    if subject.kind == "case":
        yield ws.entity("case_detail", subject.ent)
    below = list(_below(ws, subject.kind, subject.ent))
    while below:
        row = below.pop()
        if row.edits >= LEAST_EDITS:
            yield row.entity
        below += _below(ws, row.kind, row.ent)


def _below(ws: Workspace, kind: str, ent: str) -> Iterable[listing.Row]:
    """Return what belongs to a record at once, what was taken back too."""
    for each, (_, above) in ABOVE.items():
        if kind in above:
            yield from listing.pointing_to(ws.db, each, ent, with_void=True)
