"""Who counts in a space: one pure reading of its control ops, asked by every reader.

What *counts* is asked by `ever`, which never shrinks, so that order and carrier change nothing;
what is *stored*, and who is handed a key, is asked by `now`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from patbm_desktop.domain.codes import ROLES
from patbm_desktop.domain.ids import device_id, is_id, space_id
from patbm_desktop.domain.merge import Cells, Entity, Head
from patbm_desktop.domain.op import Op

COORDINATOR = "koordinator"
FARTHEST_AHEAD = 100_000
"""How far an op's counter may run ahead of its space before a person must look."""


class Verdict(StrEnum):
    """What becomes of an op: kept, kept apart for a coordinator, not kept yet, or refused."""

    STORED = "stored"
    HELD = "held"
    LATER = "later"
    BAD = "bad"


@dataclass(slots=True)
class _Device:
    """What the counting `_member` ops say of one device, beyond the shown values."""

    sign_pk: bytes = b""
    box_pk: bytes = b""
    named_by: set[str] = field(default_factory=set)
    active: list[Op] = field(default_factory=list)
    leavings: dict[str, tuple[str, tuple[Any, ...]]] = field(default_factory=dict)
    """By op, whose word removed it or lowered its role, and whom that word keeps."""
    ever_roles: set[str] = field(default_factory=set)
    ever_cases: bool = False


class Rights:
    """Who may do what in one space, from its control ops alone; order does not matter.

    Once made it never changes: what stands about a device is worked out when it is first asked.
    """

    def __init__(
        self,
        space: str,
        ops: Iterable[Op],
        archivists: Mapping[str, bytes] | frozenset[str] = frozenset(),
        *,
        is_signed: Callable[[Op, bytes], bool] = lambda _op, _sign_pk: True,
    ):
        """Read the control `ops` of `space`.

        `is_signed` says whether an op bears the signature of a key. Whoever keeps ops of authors
        not known yet must give it, for such an op could not be checked when it came. `archivists`
        may bring their keys, so that what they sign is checked here as well.
        """
        ops = tuple(ops)
        self.space = space
        self.archivists = frozenset(archivists)
        self._archivist_keys = dict(archivists) if isinstance(archivists, Mapping) else {}
        self._is_signed = is_signed
        self._members = [op for op in ops if op.kind == "_member" and op.space == space]
        self.founder, self.is_office = self._find_root()
        self._devices: dict[str, _Device] = {}
        self._cells = Cells()
        self._standing: dict[str, Mapping[str, Sequence[Head]]] = {}
        self._roles: dict[str, str] = {}
        self._read_members()
        self.ever = frozenset(self._devices)
        self.now: frozenset[str] = frozenset()
        self._find_now()
        out = self.ever - self.now
        self.removed = frozenset(dev for dev in out if self._removing(dev, self._links))
        self._accepted = self._find_accepted(ops)

    # -- what a caller asks ------------------------------------------------------------------

    def sign_pk(self, dev: str) -> bytes | None:
        """Return the public key that verifies `dev`, None while nobody admitted it."""
        known = self._devices.get(dev)
        return known.sign_pk if known else None

    def box_pk(self, dev: str) -> bytes | None:
        """Return the public key to which a space key is sealed for `dev`."""
        known = self._devices.get(dev)
        return known.box_pk if known else None

    def role(self, dev: str) -> str:
        """Return the least of the roles that stand for `dev`; a reader when none does."""
        known = self._roles.get(dev)
        if known is None:
            held = [head.value for head in self._heads(dev, "role") if head.value in ROLES]
            known = self._roles[dev] = min(held, key=ROLES.index, default=ROLES[0])
        return known

    def persons(self, dev: str) -> tuple[str, ...]:
        """Return the people whom the standing words name as those of `dev`."""
        values = (head.value for head in self._heads(dev, "person"))
        return tuple(dict.fromkeys(value for value in values if is_id(value)))

    def label(self, dev: str) -> str:
        """Return what people call the laptop `dev`; empty where nobody named it."""
        values = (head.value for head in self._heads(dev, "label"))
        return next((value for value in values if isinstance(value, str)), "")

    def reads_cases(self, dev: str) -> bool:
        """Say whether every standing word about `dev` grants it the cases of this space."""
        heads = self._heads(dev, "cases")
        return bool(heads) and all(head.value is True for head in heads)

    def entitled(self, use: str) -> frozenset[str]:
        """Return the devices that are to hold the space key of `use`."""
        return frozenset(dev for dev in self.now if use == "umum" or self.reads_cases(dev))

    def standing(self, dev: str) -> Mapping[str, Sequence[Head]]:
        """Return the words about `dev` that nobody has replaced, by field, the shown one first."""
        known = self._standing.get(dev)
        if known is None:
            known = self._standing[dev] = self._cells.heads(self._entity(dev))
        return known

    def named_by(self, dev: str) -> frozenset[str]:
        """Return the devices that wrote a counting `_member` op about `dev`."""
        known = self._devices.get(dev)
        return frozenset(known.named_by) if known else frozenset()

    def removals(self, dev: str) -> tuple[str, ...]:
        """Return the ops that remove `dev`; whoever lets it in again names all of them."""
        return self._removing(dev, self._links) if dev in self.removed else ()

    def since(self, dev: str) -> int:
        """Return the counter from which `dev` may read cases; 0 for all of them."""
        values = [head.value for head in self._heads(dev, "since") if isinstance(head.value, int)]
        return max(values, default=0)

    def counts(self, op: Op) -> bool:
        """Say whether `op` has a say at all, whoever put it where it was found."""
        author = self._devices.get(op.dev)
        if op.space != self.space or (author is None and op.kind != "_erase"):
            return False
        if op.is_control and author is not None and not self._is_signed(op, author.sign_pk):
            return False
        if op.dev in self._archivist_keys and op.kind == "_erase":
            return self._is_signed(op, self._archivist_keys[op.dev]) and self._erase_counts(op)
        return self._counting_rule(op)(op)

    def _erase_counts(self, op: Op) -> bool:
        return self.is_office and op.dev in self.archivists

    def judge(self, op: Op, highest_clk: int) -> Verdict:
        """Say what to do with a well-signed `op`; `highest_clk` is that of the space's ops."""
        if not self.counts(op):
            return Verdict.LATER
        if op.is_control:
            return Verdict.STORED if self._may_now(op) else Verdict.LATER
        if self._accepted.get(op.id):
            return Verdict.STORED
        if not self._may_now(op) or op.clk > highest_clk + FARTHEST_AHEAD:
            return Verdict.HELD
        return Verdict.STORED

    def may_make_key(self, dev: str, use: str) -> bool:
        """Say whether a key of `use` that `dev` makes now would count, and be its own to read."""
        return dev in self.entitled(use) and self._writes_now(dev)

    def is_accepted(self, op: str) -> bool:
        """Say whether a coordinator decided that the held `op` is to stand."""
        return bool(self._accepted.get(op))

    def is_refused(self, op: str) -> bool:
        """Say whether a coordinator decided that the held `op` is not to stand."""
        return self._accepted.get(op) is False

    # -- the table of who may write what -----------------------------------------------------

    def _counting_rule(self, op: Op) -> Callable[[Op], bool]:
        rules: dict[str, Callable[[Op], bool]] = {
            "_key": self._key_counts,
            "_member": self._is_member_word,
            "_accept": lambda op: self._ever_coordinates(op.dev),
            "_space": lambda op: self.is_office and self._ever_coordinates(op.dev),
            "_ask_erase": lambda op: self.is_office and self._ever_coordinates(op.dev),
            "_erase": self._erase_counts,
        }
        if op.is_control:
            return rules.get(op.kind, lambda _: False)
        return lambda op: self._ever_writes(op.dev)

    def _key_counts(self, op: Op) -> bool:
        use = op.set["use"].value if "use" in op.set else None
        if use == "kasus" and not self._devices[op.dev].ever_cases:
            return False
        return self._ever_writes(op.dev)

    def _may_now(self, op: Op) -> bool:
        if op.kind == "_erase":
            return op.dev in self.archivists
        if op.dev not in self.now:
            return False
        if op.kind == "_member":
            return self._may_admit_now(op)
        if op.is_control and op.kind != "_key":
            return self.role(op.dev) == COORDINATOR
        if op.kind == "_key" and op.set.get("use") and op.set["use"].value == "kasus":
            return self._writes_now(op.dev) and self.reads_cases(op.dev)
        return self._writes_now(op.dev)

    def _may_admit_now(self, op: Op) -> bool:
        if op.ent == op.dev == self.founder and "seed" in op.set:
            return True
        if self.role(op.dev) == COORDINATOR:
            return True
        coordinated = any(self.role(dev) == COORDINATOR for dev in self.now)
        return op.dev == self.founder and not coordinated

    def _writes_now(self, dev: str) -> bool:
        return self.role(dev) in ((COORDINATOR,) if self.is_office else ROLES[1:])

    def _ever_writes(self, dev: str) -> bool:
        wanted = {COORDINATOR} if self.is_office else {"anggota", COORDINATOR}
        return bool(self._devices[dev].ever_roles & wanted)

    def _ever_coordinates(self, dev: str) -> bool:
        known = self._devices.get(dev)
        return known is not None and COORDINATOR in known.ever_roles

    # -- reading the members -----------------------------------------------------------------

    def _find_root(self) -> tuple[str, bool]:
        """Return the founder, and whether she founded an office.

        The id of a space commits to its founder and not to her role. If she signed several roots,
        it is an office only where all of them say so: then no order of arrival decides, an RT never
        becomes an office by a later word of hers, which would let it name spaces and erase, and no
        member's note stops to count.
        """
        roots = [op for op in self._members if self._is_root(op)]
        if not roots:
            return "", False
        return roots[0].dev, all(_text(op, "role") == COORDINATOR for op in roots)

    def _is_root(self, op: Op) -> bool:
        seed = _text(op, "seed")
        if not (op.ent == op.dev and is_id(seed) and keys_fit(op)):
            return False
        founds = space_id(op.dev, bytes.fromhex(seed)) == self.space
        return founds and self._is_signed(op, _keys(op)[0])

    def _read_members(self) -> None:
        """Take `_member` ops until no further one comes to count; a least fixed point."""
        waiting = list(self._members)
        while True:
            fitting = [op for op in waiting if self._is_member_word(op)]
            if not fitting:
                return
            for op in fitting:
                self._admit(op)
            taken = {op.id for op in fitting}
            waiting = [op for op in waiting if op.id not in taken]

    def _is_member_word(self, op: Op) -> bool:
        """Say whether a `_member` op counts, as far as its author is known by now."""
        if "sign_pk" in op.set or "box_pk" in op.set:
            if not keys_fit(op):
                return False
        elif op.ent not in self._devices:
            return False
        if op.ent == op.dev == self.founder and {"seed", "sign_pk"} <= op.set.keys():
            return self._is_signed(op, _keys(op)[0])
        author = self._devices.get(op.dev)
        if author is None or not self._is_signed(op, author.sign_pk):
            return False
        if self._ever_coordinates(op.dev):
            return True
        return op.dev == self.founder and not self.is_office and _text(op, "role") == COORDINATOR

    def _admit(self, op: Op) -> None:
        device = self._devices.setdefault(op.ent, _Device())
        if "sign_pk" in op.set:
            device.sign_pk, device.box_pk = _keys(op)
        device.named_by.add(op.dev)
        device.ever_roles |= {_text(op, "role")} & set(ROLES)
        device.ever_cases |= "cases" in op.set and op.set["cases"].value is True
        if "active" in op.set:
            device.active.append(op)
        if _removes(op) or ("role" in op.set and _text(op, "role") != COORDINATOR):
            device.leavings[op.id] = op.dev, _kept(op)
        self._cells.take(self._entity(op.ent), op.id, op.clk, op.set)

    def _removing(self, dev: str, may_undo: Callable[[str, str], bool]) -> tuple[str, ...]:
        """Return the words that remove `dev`, but those which somebody took back who may.

        Whoever was ever a coordinator removes, which is safe. To let in again takes more: else who
        was removed could come back by himself, or bring back another.
        """
        said = self._devices[dev].active
        if not any(map(_removes, said)):
            return ()
        undone = {
            each for op in said if may_undo(op.dev, dev) for each in op.set["active"].over
        }  # fmt: skip
        return tuple(op.id for op in said if _removes(op) and op.id not in undone)

    def _find_now(self) -> None:
        """Let in whom somebody who is in holds there, until there is no further one."""
        while True:
            linked = {
                dev for dev in self.ever - self.now
                if self._is_held_in(dev) and not self._removing(dev, self._links)
            }  # fmt: skip
            if not linked:
                return
            self.now |= linked

    def _is_held_in(self, dev: str) -> bool:
        named_by = self._devices[dev].named_by
        return dev == self.founder or any(self._links(author, dev) for author in named_by)

    def _leads(self, author: str, _dev: str = "") -> bool:
        """Say whether a word of `author` holds anybody in: a removed founder's still does."""
        leads = author in self.now and self.role(author) == COORDINATOR
        return leads or author == self.founder

    def _links(self, author: str, dev: str) -> bool:
        """Say whether a word of `author` holds `dev` in.

        Whom a coordinator admitted who was removed, or is one no longer, stays if every other hand
        that did so kept it; what he says about his own leaving has no weight.
        """
        if self._leads(author):
            return True
        lowered = [head.op for head in self._heads(author, "role") if head.value != COORDINATOR]
        leaving = lowered if author in self.now else self._removing(author, self._leads)
        known = self._devices[author].leavings
        keeps = [keep for by, keep in map(known.__getitem__, leaving) if by != author]
        return bool(leaving) and all(dev in keep for keep in keeps)

    def _find_accepted(self, ops: Iterable[Op]) -> dict[str, bool]:
        cells = Cells()
        for op in ops:
            if op.kind == "_accept" and self.counts(op):
                cells.take(Entity(op.space, op.kind, op.ent), op.id, op.clk, op.set)
        return {
            entity.ent: any(head.value is True for head in cells.heads(entity).get("ok", []))
            for entity in cells.entities()
        }

    def _entity(self, dev: str) -> Entity:
        return Entity(self.space, "_member", dev)

    def _heads(self, dev: str, name: str) -> Sequence[Head]:
        """Return the live values of a field; asked only once all members are read."""
        return self.standing(dev).get(name, ())


def keys_fit(op: Op) -> bool:
    """Say whether a `_member` op brings the very keys its device is named after."""
    try:
        sign_pk, box_pk = _keys(op)
    except (KeyError, ValueError, TypeError):
        return False
    return len(sign_pk) == len(box_pk) == 32 and device_id(sign_pk, box_pk) == op.ent


def _keys(op: Op) -> tuple[bytes, bytes]:
    return bytes.fromhex(op.set["sign_pk"].value), bytes.fromhex(op.set["box_pk"].value)


def _removes(op: Op) -> bool:
    return "active" in op.set and op.set["active"].value is False


def _kept(op: Op) -> tuple[Any, ...]:
    keep = op.set["keep"].value if "keep" in op.set else ()
    return tuple(keep) if isinstance(keep, list) else ()


def _text(op: Op, name: str) -> str:
    value: Any = op.set[name].value if name in op.set else ""
    return value if isinstance(value, str) else ""
