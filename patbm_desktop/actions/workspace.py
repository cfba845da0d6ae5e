"""An opened vault: its store, the keys of this laptop, and the person at the keyboard.

Every change of a record goes through `Workspace.write`: it splits the fields into what is open and
what is sealed, signs, and keeps the ops in one transaction.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from sqlite_utils import Database

from patbm_desktop.domain import op as ops
from patbm_desktop.domain.clock import Clock, is_believable
from patbm_desktop.domain.codes import USES
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import is_id
from patbm_desktop.domain.kinds import KINDS, VOID, Read, problems
from patbm_desktop.domain.merge import Entity, View
from patbm_desktop.domain.op import Op, Write
from patbm_desktop.domain.reason import Problem
from patbm_desktop.domain.region import Region
from patbm_desktop.domain.release import BUILD_DATE
from patbm_desktop.seal.keyfile import Held
from patbm_desktop.seal.sign import DeviceKeys
from patbm_desktop.store import connect, control, current, keyring, newer, oplog, setting
from patbm_desktop.store.lens import Lens
from patbm_desktop.store.rights_book import RightsBook
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync import offices
from patbm_desktop.sync.laptop import APP as APP  # noqa: PLC0414  (part of what a vault is)
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.opener import Opener

MOST_AT_ONCE = 200
"""Ops in one transaction at the most, so that nobody waits long for the disk."""

_CASES = "kasus"


@dataclass(frozen=True, slots=True)
class Served:
    """An RT this laptop keeps notes for, or an office that its coordinator works with.

    `key` is the record of the RT, or the space of the office, which has no `number`.
    """

    key: str
    number: str
    kelurahan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """The person at the keyboard and where she works; ids are record and device ids.

    `served` is what she may turn to, that of now among them: RT, or the offices of several
    kelurahan where she has no RT. With fewer than two there is no choice.
    """

    person: str
    dev: str
    space: str
    rt: str
    name: str
    call_name: str
    address_form: str
    position: str
    rt_number: str
    kelurahan_code: str
    kelurahan_name: str
    kecamatan_name: str
    kota_name: str
    is_coordinator: bool = False
    served: tuple[Served, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One record to write: new values by field name, None to clear one.

    `shown` is the record as its author saw it; only what she saw can be replaced. `space` is that
    of a record that stands already; a new one goes to the laptop's own.
    """

    kind: str
    ent: str
    values: Mapping[str, Any]
    shown: View | None = None
    space: str = ""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What stays in memory beside an open store: the keys its key file gave, and the one in use."""

    held: Held = field(repr=False)
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Step:
    """One record to put back, with the values it had.

    `beside` are versions that stood beside `values`, of the same field, and stand there again.
    `settles` replaces every version of the field, not only the one that is shown. `seen` are the
    ops that a deletion had seen, None for all that is there now.
    """

    entity: Entity
    values: Mapping[str, Any] = field(repr=False)
    beside: tuple[Mapping[str, Any], ...] = field(default=(), repr=False)
    settles: bool = False
    seen: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Undo:
    """How to take a change back: by new ops, never by deleting one."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """What a change did: the record, the kinds that changed, and how to take it back."""

    ent: str = ""
    kinds: frozenset[str] = frozenset()
    undo: Undo | None = None


class Refused(Exception):
    """Raised when values cannot be kept; `problems` name each field and its reason."""

    def __init__(self, found: Sequence[Problem]) -> None:
        super().__init__(", ".join(f"{each.field}: {each.reason}" for each in found))
        self.problems = tuple(found)


class _Known(NamedTuple):
    """Which spaces there are, as long as `state` holds."""

    state: object
    spaces: tuple[str, ...]
    offices: tuple[str, ...]
    is_companion: bool
    served: tuple[str, ...]
    of_office: tuple[str, ...] | None


@dataclass(kw_only=True)
class Workspace:
    """An opened vault. Belongs to the thread that made it.

    `person` is the record of who is at the keyboard; `rt` that of the RT she works for and `space`
    the one where its new records go. In the vault of an office there is no RT.
    """

    laptop: Laptop = field(repr=False)
    unlocked: Unlocked = field(repr=False)
    region: Region = field(repr=False)
    space: str
    rt: str
    is_read_only: bool = False
    language: str = "id"
    me: Me = field(init=False, repr=False)
    _known: "_Known | None" = field(init=False, repr=False, default=None)

    def __post_init__(self) -> None:
        self.me = self.look_up_me()

    @property
    def folder(self) -> Path:
        """Where the vault is."""
        return self.laptop.folder

    @property
    def db(self) -> Database:
        """The open store."""
        return self.laptop.db

    @property
    def device(self) -> DeviceKeys:
        """The keys of this laptop."""
        return self.laptop.device

    @property
    def opener(self) -> Opener:
        """What opens boxes with the space keys that are here."""
        return self.laptop.opener

    @property
    def lens(self) -> Lens:
        """How the store looks at an op."""
        return self.laptop.lens

    @property
    def rights(self) -> RightsBook:
        """Who may do what, in every space."""
        return self.laptop.rights

    @property
    def clock(self) -> Clock:
        """What tells the time."""
        return self.laptop.clock

    @property
    def person(self) -> str:
        """The record of the person at the keyboard."""
        return self.laptop.person

    @property
    def sealing(self) -> Mapping[str, str]:
        """For each use the id of the key that new boxes of the own space are sealed with now."""
        found = ((use, self.laptop.chosen(self.space, use)) for use in USES)
        return {use: key.kid for use, key in found if key}

    def close(self) -> None:
        """Close the store and forget the keys."""
        self.opener.forget()
        connect.close(self.db)

    def refresh(self) -> frozenset[str]:
        """Take up what another lane or a round brought; return the kinds that changed.

        Raises:
            Fault: the disk refused.
        """
        kinds = frozenset() if self.is_read_only else self.laptop.refresh()
        own = str(setting.read(self.db, "space"))
        self.space = offices.working_space(self.laptop, self.rt, own)
        self.me = self.look_up_me()
        return kinds

    @property
    def spaces(self) -> tuple[str, ...]:
        """The spaces whose records the pages of this vault show as one, the home of new ones first.

        Those of the RT; in the vault of a coordinator her office.
        """
        return self._known_now().spaces

    @property
    def shown(self) -> tuple[str, ...] | None:
        """The spaces that lists and sums are of: those of the RT at the keyboard, never another's.

        None stands for all that are here, in the vault of a coordinator, who has no RT; one of
        several kelurahan has those of the office she works with.
        """
        return self.spaces if self.rt else self._known_now().of_office

    @property
    def shown_cases(self) -> tuple[str, ...] | None:
        """The spaces whose cases are listed; the pendamping kasus keeps those of every RT."""
        known = self._known_now()
        return known.of_office if known.is_companion else self.shown

    @property
    def offices(self) -> tuple[str, ...]:
        """The offices this laptop belongs to."""
        return self._known_now().offices

    @property
    def rts(self) -> tuple[str, ...]:
        """The records of the RT whose notes this laptop may write."""
        return offices.rts(self.laptop)

    def _known_now(self) -> "_Known":
        """Work out anew which spaces there are, where a right or a listing changed."""
        state = (self.rt, self.space, control.newest(self.db))
        if self._known is None or self._known.state != state:
            self._known = self._know(state)
        return self._known

    def _know(self, state: object) -> "_Known":
        found = offices.spaces_of_rt(self.laptop, self.rt) if self.rt else ()
        mine = offices.offices(self.laptop)
        reads_all = (self.rights.of(each).entitled(_CASES) for each in mine)
        is_companion = any(self.device.dev in each for each in reads_all)
        served = dict.fromkeys((*offices.served(self.laptop), self.rt)) if self.rt else ()
        several = () if self.rt else offices.several(self.laptop)
        of_office = offices.spaces_of_office(self.laptop, self.space) if several else None
        return _Known(
            state, found or (self.space,), mine, is_companion, tuple(served) or several, of_office
        )

    def work_for(self, rt: str) -> None:
        """Turn to another RT of this laptop: its notes are shown, and new ones go there.

        Raises:
            Fault: NO_SUCH_RECORD, this laptop writes none for that RT.
        """
        if rt not in self.rts:
            raise Fault(Refusal.NO_SUCH_RECORD)
        if not self.is_read_only:
            setting.write(self.db, "rt", rt)
        self.rt = rt
        self.refresh()

    def turn_to(self, key: str) -> None:
        """Turn to another of `Me.served`: an RT, or the office of another kelurahan.

        Raises:
            Fault: NO_SUCH_RECORD, it is none of them.
        """
        if self.rt:
            self.work_for(key)
            return
        if key not in offices.several(self.laptop):
            raise Fault(Refusal.NO_SUCH_RECORD)
        offices.turn_to(self.laptop, key)
        self.refresh()

    # -- looking -----------------------------------------------------------------------------

    def today(self) -> date:
        """The laptop's calendar day, believable or not."""
        return self.clock.now().date()

    def believable_today(self) -> date | None:
        """Today, or None when the clock cannot be right (V1)."""
        today = self.today()
        last = setting.read(self.db, "last_saved_on")
        last_saved = date.fromisoformat(last) if isinstance(last, str) else None
        return today if is_believable(today, BUILD_DATE, last_saved) else None

    def entity(self, kind: str, ent: str) -> Entity:
        """Return the full name of a record, wherever it stands."""
        own = Entity(self.space, kind, ent)
        found = current.find(self.db, kind, ent)
        return own if own in found or not found else found[0]

    def view(self, kind: str, ent: str) -> View | None:
        """Return the record as it is shown now, None when there is none."""
        return current.view(self.db, self.entity(kind, ent))

    def values(self, kind: str, ent: str | None) -> Mapping[str, Any]:
        """Return the shown values of a record; empty when it is not here."""
        found = self.view(kind, ent) if ent else None
        return found.values if found else {}

    def need(self, kind: str, ent: str) -> View:
        """Return the record as it is shown now.

        Raises:
            Fault: there is no such record on this laptop.
        """
        found = self.view(kind, ent) if is_id(ent) else None
        if found is None:
            raise Fault(Refusal.NO_SUCH_RECORD)
        return found

    def look_up_me(self) -> Me:
        """Read afresh who is at the keyboard, after her record changed."""
        person, rt = self.values("person", self.person), self.values("rt", self.rt)
        code = rt.get("kelurahan_code") or self._kelurahan()
        place = self.region.describe(code)
        own_name = setting.read(self.db, "kelurahan_name")
        return Me(
            person=self.person,
            dev=self.device.dev,
            space=self.space,
            rt=self.rt,
            name=person.get("name", ""),
            call_name=person.get("call_name") or person.get("name", ""),
            address_form=person.get("address_form", "tanpa"),
            position=person.get("position", "kader_ppa_rt"),
            rt_number=rt.get("number", ""),
            kelurahan_code=code,
            kelurahan_name=place.kelurahan or (own_name if isinstance(own_name, str) else ""),
            kecamatan_name=place.kecamatan,
            kota_name=place.kota,
            is_coordinator=bool(offices.coordinated(self.laptop)),
            served=self._served(),
        )

    def _served(self) -> tuple[Served, ...]:
        """Return what this laptop serves, by kelurahan and number."""
        offices_ = {each.id: each.kelurahan for each in keyring.spaces(self.db)}
        found = []
        for key in self._known_now().served:
            rt = self.values("rt", key)
            code = str(rt.get("kelurahan_code") or offices_.get(key, ""))
            place = self.region.describe(code).kelurahan or code
            found.append(Served(key, str(rt.get("number", "")), place))
        return tuple(sorted(found, key=lambda each: (each.kelurahan, each.number)))

    def _kelurahan(self) -> str:
        """Return the kelurahan of the space, for a vault without an RT."""
        known = {each.id: each.kelurahan for each in keyring.spaces(self.db)}
        return known.get(self.space, "")

    # -- writing -----------------------------------------------------------------------------

    def transaction(self) -> AbstractContextManager[Any]:
        """Keep all that is written inside together, or nothing of it."""
        return writing(self.db)

    def write(self, edits: Iterable[Edit]) -> frozenset[str]:
        """Keep `edits` as signed ops in one transaction; return the kinds that changed.

        Raises:
            Fault: the disk refused; nothing was kept.
            Refused: a value breaks the field table; nothing was kept.
        """
        wanted = [edit for edit in edits if edit.values]
        if self.is_read_only:
            raise Fault(Refusal.DATABASE_READ_ONLY)
        if not wanted:
            return frozenset()
        kinds: set[str] = set()
        with self.transaction():
            for at in range(0, len(wanted), MOST_AT_ONCE):
                made = self._composed(wanted[at : at + MOST_AT_ONCE])
                kinds |= oplog.apply(self.db, made, self.lens, self.rights)
            setting.write(self.db, "last_saved_on", self.today().isoformat())
        return frozenset(kinds)

    def _composed(self, edits: Sequence[Edit]) -> list[Op]:
        self._demand_known(edits)
        for edit in edits:
            self._demand_fitting(edit)
        self._have_keys(edits)
        spaces = {edit.space or self.space for edit in edits}
        clks = {space: count(self.laptop.next_clk(space)) for space in spaces}
        return [self._compose(edit, next(clks[edit.space or self.space])) for edit in edits]

    def _demand_known(self, edits: Sequence[Edit]) -> None:
        """Write over nothing that a later release wrote and this one cannot show."""
        if newer.records(self.db, self.rights) & {edit.ent for edit in edits}:
            raise Fault(Refusal.RECORD_NEWER)

    def _demand_fitting(self, edit: Edit) -> None:
        found = problems(edit.kind, {k: v for k, v in edit.values.items() if k != VOID})
        if found:
            raise Refused(found)

    def _have_keys(self, edits: Sequence[Edit]) -> None:
        """Have every key these edits are sealed with, before counters are given to them.

        A key that has to be made is an op of its own.
        """
        wanted = {
            (edit.space or self.space, KINDS[edit.kind].use) for edit in edits if _seals(edit)
        }
        for space, use in wanted:
            if use is not None:
                self.laptop.sealing_key(space, use.value)

    def _compose(self, edit: Edit, clk: int) -> Op:
        writes = {name: _write(name, value, edit.shown) for name, value in edit.values.items()}
        space = edit.space or self.space
        return self.laptop.compose(edit.kind, edit.ent, writes, space=space, clk=clk)


def _seals(edit: Edit) -> bool:
    kind = KINDS[edit.kind]
    hidden = (name for name, each in kind.fields.items() if each.read is not Read.OPEN)
    return kind.sealed is not None or any(name in edit.values for name in hidden)


def _write(name: str, value: Any, shown: View | None) -> Write:
    if shown is None:
        return Write(value)
    over = shown.over.get(name, ())
    if name == VOID and value is not None:
        return Write(value, (*over, *shown.void_over)[: ops.MOST_OVER])
    return Write(value, over[: ops.MOST_OVER_FIELD])
