"""An opened vault: its store, the keys of this laptop, and the person at the keyboard.

Every change of a record goes through `Workspace.write`: it splits the fields into what is open and
what is sealed, signs, and keeps the ops in one transaction.
"""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from patbm_desktop.actions.opened.changes import Edit
from patbm_desktop.actions.opened.composing import composed
from patbm_desktop.actions.opened.known_spaces import Known, known_spaces
from patbm_desktop.actions.opened.me import Me, Served
from patbm_desktop.domain.clock import Clock, is_believable
from patbm_desktop.domain.codes import USES
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import is_id
from patbm_desktop.domain.merge import Entity, View
from patbm_desktop.domain.region import Region
from patbm_desktop.domain.release import BUILD_DATE
from patbm_desktop.seal.keyfile import Held
from patbm_desktop.seal.sign import DeviceKeys
from patbm_desktop.store import connect, control, current, keyring, oplog, setting
from patbm_desktop.store.lens import Lens
from patbm_desktop.store.rights_book import RightsBook
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync import offices
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.opener import Opener

MOST_AT_ONCE = 200
"""Ops in one transaction at the most, so that nobody waits long for the disk."""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What stays in memory beside an open store: the keys its key file gave, and the one in use."""

    held: Held = field(repr=False)
    key: bytes = field(repr=False)


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
    _known: Known | None = field(init=False, repr=False, default=None)

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
        if not self.is_read_only:  # another lane may have said that the RT has moved
            self.rt = str(setting.read(self.db, "rt", self.rt))
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

    def _known_now(self) -> Known:
        """Return which spaces there are; worked out anew where a right or a listing changed."""
        state = (self.rt, self.space, control.newest(self.db))
        if self._known is None or self._known.state != state:
            self._known = known_spaces(self.laptop, self.rt, self.space, state)
        return self._known

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
                made = composed(self.laptop, self.space, wanted[at : at + MOST_AT_ONCE])
                kinds |= oplog.apply(self.db, made, self.lens, self.rights)
            setting.write(self.db, "last_saved_on", self.today().isoformat())
        return frozenset(kinds)
