"""Notes held for a coordinator: what each is as far as she may read it, and what she decides."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from patbm_desktop.actions.kelurahan.roll import name_of
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.kinds import KINDS, VOID
from patbm_desktop.store import keyring
from patbm_desktop.sync import held_notes
from patbm_desktop.sync.held_notes import Content
from patbm_desktop.sync.held_notes import HeldNote as HeldNote  # noqa: PLC0414  (part of the answers)
from patbm_desktop.sync.laptop import KASUS

CASE_KINDS = frozenset(each.name for each in KINDS.values() if each.sealed == KASUS) | {"case"}
"""What concerns a case: of these nothing is shown but that there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRecord:
    """One note with all edits of it that wait.

    `kind` is "" while no box of it opens here: a case whose key this laptop does not hold, or a key
    that has yet to come. `values` are those of an open note, and empty of a case. `on` is the day
    it is about, else the day it was written; None where that is shut up too. `rt` is a number.
    """

    kind: str
    ent: str
    rt: str
    values: Mapping[str, Any] = field(repr=False)
    on: date | None
    is_new: bool
    is_taken_back: bool
    notes: tuple[HeldNote, ...]


@dataclass(frozen=True, slots=True)
class HeldGroup:
    """What one laptop wrote that waits for a decision, and why the server held it."""

    dev: str
    name: str
    why: str
    records: tuple[HeldRecord, ...]

    @property
    def notes(self) -> tuple[HeldNote, ...]:
        """Every edit that waits."""
        return tuple(note for record in self.records for note in record.notes)

    @property
    def count(self) -> int:
        """How many edits wait."""
        return len(self.notes)


def held(ws: Workspace, *, left_out: bool = False) -> tuple[HeldGroup, ...]:
    """Return what waits for this coordinator, by the laptop that wrote it.

    With `left_out` it is what she left out before, which may still be taken in.
    """
    groups: dict[tuple[str, str], dict[tuple[str, str], list[HeldNote]]] = {}
    for note in held_notes.waiting(ws.laptop, decided=left_out):
        if note.is_left_out is left_out:
            records = groups.setdefault((note.dev, note.why), {})
            records.setdefault((note.space, note.ent), []).append(note)
    if not groups:
        return ()
    reader = _Reader(ws)
    return tuple(_group(reader, *key, records) for key, records in groups.items())


def decide(ws: Workspace, notes: Iterable[HeldNote], *, ok: bool, why: str = "") -> frozenset[str]:
    """Take held notes in, or leave them out; those left out may be taken in later.

    `why` is kept with the decision, where every member of the space can read it.

    Raises:
        Fault: NOT_COORDINATOR, or the disk refused; nothing was decided.
    """
    kinds: frozenset[str] = frozenset()
    with ws.transaction():
        for note in notes:
            kinds |= held_notes.accept(ws.laptop, note.space, note.op, ok=ok, why=why.strip())
    return kinds


def held_note(ws: Workspace, typed: str) -> HeldNote:
    """Return the held note whose id begins with what was typed; one left out before is found too.

    Raises:
        Fault: NO_SUCH_HELD_NOTE, none does or more than one.
    """
    wanted = typed.strip().lower()
    found = [
        each
        for each in held_notes.waiting(ws.laptop, decided=True)
        if wanted and each.op.startswith(wanted)
    ]
    if len(found) != 1:
        raise Fault(Refusal.NO_SUCH_HELD_NOTE)
    return found[0]


# -- what a note is --------------------------------------------------------------------------


class _Reader:
    """What is looked up once for all notes."""

    def __init__(self, ws: Workspace) -> None:
        self.ws = ws
        self.contents = held_notes.contents(ws.laptop)
        self.rts = {each.id: each.rt for each in keyring.spaces(ws.db)}

    def record(self, notes: Iterable[HeldNote]) -> HeldRecord:
        """Return what the edits of one record come to."""
        notes = tuple(notes)
        read = [self.contents[note.op] for note in notes]
        kinds = [each.kind for each in read if each.kind]
        kind = next((each for each in kinds if each in CASE_KINDS), next(iter(kinds), ""))
        stands = self.ws.values(kind, notes[0].ent) if kind in KINDS else {}
        values: dict[str, Any] = {}
        if kind not in CASE_KINDS:
            values = {**stands, **{name: each for of in read for name, each in of.values.items()}}
        return HeldRecord(
            kind=kind,
            ent=notes[0].ent,
            rt=self.rts.get(notes[0].space, ""),
            values={name: each for name, each in values.items() if name != VOID},
            on=_day(str(values.get("date") or "")) or _written(read),
            is_new=not stands,
            is_taken_back=any(of.values.get(VOID) for of in read),
            notes=notes,
        )


def _group(
    reader: _Reader, dev: str, why: str, records: Mapping[tuple[str, str], list[HeldNote]]
) -> HeldGroup:
    space = next(iter(records))[0]
    made = tuple(reader.record(notes) for notes in records.values())
    return HeldGroup(dev, name_of(reader.ws, space, dev), why, made)


def _written(read: Iterable[Content]) -> date | None:
    days = [day for each in read if (day := _day(each.at[:10]))]
    return max(days, default=None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
