"""An opened vault: its store, the keys of this laptop, and the person at the keyboard.

Every change of a record goes through `Workspace.write`: it splits the fields into what is open and
what is sealed, signs, and keeps the ops in one transaction. Nothing else composes an op.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from patbm_desktop.actions.opening import Opener
from patbm_desktop.domain import op as ops
from patbm_desktop.domain.clock import Clock, is_believable
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import is_id
from patbm_desktop.domain.kinds import KINDS, VOID, Kind, Read, problems
from patbm_desktop.domain.merge import Entity, View
from patbm_desktop.domain.op import Inner, Op, Write
from patbm_desktop.domain.reason import Problem
from patbm_desktop.domain.region import Region
from patbm_desktop.domain.release import BUILD_DATE, VERSION
from patbm_desktop.seal import box, sign
from patbm_desktop.seal.keyfile import Held
from patbm_desktop.seal.sign import DeviceKeys
from patbm_desktop.store import connect, current, oplog, setting
from patbm_desktop.store.lens import Lens
from patbm_desktop.store.rights_book import RightsBook
from patbm_desktop.store.transaction import writing

APP = f"patbm-desktop {VERSION}"
MOST_AT_ONCE = 200
"""Ops in one transaction at the most, so that nobody waits long for the disk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """The person at the keyboard and where she works; ids are record and device ids."""

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
    """One record to put back, with the values it had."""

    entity: Entity
    values: Mapping[str, Any] = field(repr=False)


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


@dataclass(kw_only=True)
class Workspace:
    """An opened vault. Belongs to the thread that made it.

    `sealing` gives, for each use, the id of the key that new boxes are sealed with; `person`,
    `space` and `rt` are the records of who is at the keyboard and where she works.
    """

    folder: Path
    db: Database = field(repr=False)
    device: DeviceKeys = field(repr=False)
    opener: Opener = field(repr=False)
    sealing: Mapping[str, str] = field(repr=False)
    lens: Lens = field(repr=False)
    rights: RightsBook = field(repr=False)
    unlocked: Unlocked = field(repr=False)
    region: Region = field(repr=False)
    clock: Clock = field(repr=False)
    person: str
    space: str
    rt: str
    is_read_only: bool = False
    language: str = "id"
    me: Me = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.me = self.look_up_me()

    def close(self) -> None:
        """Close the store and forget the keys."""
        self.opener.forget()
        connect.close(self.db)

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
        code = rt.get("kelurahan_code", "")
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
        )

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
        spaces = {edit.space or self.space for edit in edits}
        clks = {space: count(oplog.highest_clk(self.db, space) + 1) for space in spaces}
        return [self._compose(edit, next(clks[edit.space or self.space])) for edit in edits]

    def _compose(self, edit: Edit, clk: int) -> Op:
        kind = KINDS[edit.kind]
        found = problems(edit.kind, {k: v for k, v in edit.values.items() if k != VOID})
        if found:
            raise Refused(found)
        space = edit.space or self.space
        header: dict[str, Any] = {"space": space, "ent": edit.ent, "kind": edit.kind}
        header |= {"dev": self.device.dev, "clk": clk, "app": APP, "rnd": ops.fresh_rnd()}
        writes = {name: _write(name, value, edit.shown) for name, value in edit.values.items()}
        compose = self._sealed if kind.sealed else self._open
        made = compose(kind, header, writes)
        return replace(made, sig=sign.sign(self.device, made.body))

    def _open(self, kind: Kind, header: dict[str, Any], writes: Mapping[str, Write]) -> Op:
        hidden = {name: each for name, each in writes.items() if _is_hidden(kind, name)}
        shown = {name: each for name, each in writes.items() if name not in hidden}
        header |= {"by": self.person, "at": self._at()}
        if not hidden:
            return ops.compose(header, shown, None)
        inner = {"set": ops.writes_as_json(hidden)}
        made = ops.compose(header, shown, self._box(kind, header, inner))
        self.opener.expect(made, Inner(hidden))
        return made

    def _sealed(self, kind: Kind, header: dict[str, Any], writes: Mapping[str, Write]) -> Op:
        header |= {"kind": ops.SEALED}
        by, at = self.person, self._at()[:10]
        inner = {"kind": kind.travels_as, "by": by, "at": at, "set": ops.writes_as_json(writes)}
        made = ops.compose(header, {}, self._box(kind, header, inner))
        self.opener.expect(made, Inner(writes, kind.name, by, at))
        return made

    def _box(self, kind: Kind, header: Mapping[str, Any], inner: Mapping[str, Any]) -> str:
        assert kind.use is not None
        aad = ops.box_aad(*(header[key] for key in ("space", "ent", "dev", "clk", "rnd")))
        return box.seal_box(self.opener.keys[self.sealing[kind.use]], aad, inner)

    def _at(self) -> str:
        return self.clock.now().strftime("%Y-%m-%dT%H:%M:%S")


def _is_hidden(kind: Kind, name: str) -> bool:
    return name in kind.fields and kind.fields[name].read is not Read.OPEN


def _write(name: str, value: Any, shown: View | None) -> Write:
    if shown is None:
        return Write(value)
    over = shown.over.get(name, ())
    if name == VOID and value is not None:
        return Write(value, (*over, *shown.void_over)[: ops.MOST_OVER])
    return Write(value, over[: ops.MOST_OVER_FIELD])
