"""What may happen at one moment of a run, and how often."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from patbm_desktop.domain.clock import WITA
from patbm_desktop.domain.fault import Fault
from patbm_desktop.domain.op import Op, parse
from patbm_desktop.seal import key as space_keys
from patbm_desktop.seal import sign
from patbm_desktop.store import parts
from patbm_desktop.sync import members, stick, words
from patbm_desktop.sync.offices import coordinates
from patbm_desktop.sync.repair import repair
from tests.sim import laws
from tests.sim.beginning import let_in
from tests.sim.ledger import Triple
from tests.sim.machine import Machine
from tests.sim.server import DAY
from tests.sim.world import SECRET, Broken, World
from tests.store.laptop import Author

STEPS: Mapping[str, float] = {
    "edit": 46, "meet": 26, "void": 3, "elsewhere": 3, "killed_edit": 2, "killed_meet": 2,
    "backup": 2, "set_back": 1.2, "copy": 1.2, "restored": 0.5, "cloned": 0.15, "stick": 1.6,
    "old_stick": 0.5, "ahead": 0.7, "clock": 1, "grant": 1, "remove": 0.5, "role": 0.5,
    "rotate": 0.4, "cases": 0.3, "coup": 0.1, "decide": 1, "stranger": 1, "foreign": 0.4,
    "photo": 0.6, "photos": 1, "days": 0.5,
}  # fmt: skip

ROADS: Mapping[str, float] = {
    "request_lost": 3, "answer_lost": 5, "page_cut": 3, "twice": 2, "stale": 2, "kept": 3,
    "shuffled": 2, "as_bytes": 1, "server_dies": 3, "rolled_back": 0.7, "lagging": 1,
    "closed": 1.5, "stripped": 0.3, "other_lane": 2,
}  # fmt: skip

MOST_CLONES = 2


class Steps:
    """Lets one thing happen after another."""

    def __init__(self, world: World, weights: dict[str, float]) -> None:
        self.world, self.random = world, world.random
        self.names, self.weights = list(weights), list(weights.values())
        self.clones = 0

    def step(self) -> None:
        """Let one thing happen."""
        name = self.random.choices(self.names, self.weights)[0]
        self.world.history.append(f"{name}:")
        self.world.server.moment += self.random.randrange(1, 4000)
        getattr(self, name)()

    def someone(self) -> Machine:
        """Return somebody who was let in."""
        return self.random.choice(self.world.inside)

    # -- writing -----------------------------------------------------------------------------

    def edit(self) -> None:
        """Somebody writes."""
        self.world.edit(self.someone())

    def _known_record(self, machine: Machine) -> Triple | None:
        records = [
            each for each in self.world.ledger.by_record
            if machine.writes_in(each.space)
            and (each.kind != "case_detail" or machine.reads_cases(each.space))
        ]  # fmt: skip
        return self.random.choice(records) if records else None

    def void(self) -> None:
        """Somebody takes a record back."""
        machine = self.someone()
        record = self._known_record(machine)
        if record:
            self.world.void(machine, record)

    def elsewhere(self) -> None:
        """A member writes in another space, or another kind, under the name of a record."""
        machine = self.someone()
        record = self._known_record(machine)
        spaces = [each for each in self.world.spaces[1:] if machine.writes_in(each)]
        if record is None or not spaces or record.kind not in ("place", "masa_depan"):
            return
        if self.random.random() < 0.5:
            other = record._replace(kind={"place": "masa_depan"}.get(record.kind, "place"))
        else:
            other = record._replace(space=self.random.choice(spaces))
        heads = self.world._all_heads(machine, record)
        names = self.random.sample(sorted(heads), 1) if heads else ["name"]
        values = {name: f"terbuka {self.random.randrange(99)}" for name in names}
        if other != record:
            self.world.write(machine, other, values, over=heads)

    def ahead(self) -> None:
        """A counter jumps far ahead."""
        self.world.edit(self.someone(), clk=self.random.choice((99_000, 200_000, 2**47, 2**48)))

    def foreign(self) -> None:
        """A later release writes."""
        self.world.foreign(self.someone())

    def killed_edit(self) -> None:
        """The power goes while somebody writes."""
        machine = self.someone()
        with self.world.dying(machine, self.random.randrange(30)):
            self.world.edit(machine)
        machine.look()
        if self.random.random() < 0.3:
            laws.sound(machine)

    # -- meeting -----------------------------------------------------------------------------

    def meet(self) -> None:
        """Somebody has a link."""
        self.world.meet(self.someone())

    def killed_meet(self) -> None:
        """The power goes in the middle of a round."""
        machine = self.someone()
        with self.world.dying(machine, self.random.randrange(120)):
            self.world.meet(machine)
        machine.look()
        if self.random.random() < 0.3:
            laws.sound(machine)

    def stick(self) -> None:
        """A stick goes from one to another, and sometimes back."""
        one, other = self.someone(), self.someone()
        path = self.world.folder / f"stick{len(self.world.sticks)}.patbm"
        if one is other or not self._save(one, path):
            return
        self._load(other, path)
        if self.random.random() < 0.5 and self._save(other, path):
            self._load(one, path)
        self.world.sticks.append(path)

    def old_stick(self) -> None:
        """A stick that lay about is taken in again."""
        if self.world.sticks:
            self._load(self.someone(), self.random.choice(self.world.sticks))

    def _save(self, machine: Machine, path) -> bool:
        try:
            stick.save(machine.laptop, path)
        except Fault as fault:
            self.world.tell(machine, "-", fault.refusal.value)
            return False
        if SECRET.encode() in path.read_bytes():
            raise Broken("I10", "a sealed word on a stick")
        return True

    def _load(self, machine: Machine, path) -> None:
        try:
            loaded = stick.load(machine.laptop, path)
            self.world.tell(machine, f"took {sum(each.new for each in loaded.took)}")
        except Fault as fault:
            self.world.tell(machine, "-", fault.refusal.value)
        machine.look()

    # -- copies ------------------------------------------------------------------------------

    def backup(self) -> None:
        """The server is copied."""
        backups = self.world.server.backups
        backups.append(self.world.server.image())
        if len(backups) > 6:
            del backups[self.random.randrange(2, 5)]

    def set_back(self) -> None:
        """The server is restored from a copy: an old one, a new one, or none at all."""
        backups = self.world.server.backups
        first = 0 if self.random.random() < 0.1 else 1
        image = self.random.choice(backups[first:])
        self.world.server.set_back(image)
        self.world.tell("to", backups.index(image), "of", len(backups))

    def copy(self) -> None:
        """Somebody makes a backup of a laptop."""
        self.someone().save_snapshot()

    def restored(self) -> None:
        """A laptop is restored from its backup."""
        machine = self.someone()
        if machine.snapshot:
            machine.restore()
            self.world.tell(machine)

    def cloned(self) -> None:
        """The disk of a laptop is copied into another one, and both go on."""
        if self.clones < MOST_CLONES:
            machine = self.someone()
            self.clones += 1
            self.world.machines.append(machine.clone(f"{machine.name}x{self.clones}"))
            self.world.tell(machine)

    # -- time --------------------------------------------------------------------------------

    def clock(self) -> None:
        """A wall clock jumps to anywhere between 1970 and 2106."""
        start = datetime(1970, 1, 1, tzinfo=WITA)
        days = self.random.randrange(136 * 365)
        self.someone().wall.moment = start + timedelta(days=days)

    def days(self) -> None:
        """Days pass."""
        self.world.server.moment += self.random.randrange(20) * DAY

    # -- who belongs -------------------------------------------------------------------------

    def _coordinator(self) -> Machine | None:
        found = [each for each in self.world.inside
                 if coordinates(each.laptop, self.world.office)]  # fmt: skip
        return self.random.choice(found) if found else None

    def grant(self) -> None:
        """A coordinator lets somebody in, for the first time or again."""
        head = self._coordinator()
        if head is None:
            return
        outside = [each for each in self.world.machines if each.name in self.world.outside]
        space = self.random.choice(self.world.spaces[1:])
        try:
            if outside and self.random.random() < 0.7:
                guest = self.random.choice(outside)
                let_in(head, guest, self.world.office, space)
                self.world.outside.discard(guest.name)
                self.world.tell(head, "lets in", guest)
            else:
                self._back(head)
        except Fault as fault:
            self.world.tell("-", fault.refusal.value)

    def _back(self, head: Machine) -> None:
        for space in self.world.spaces:
            removed = sorted(head.laptop.rights.of(space).removed)
            if removed and coordinates(head.laptop, space):
                words.about(head.laptop, space, self.random.choice(removed), {"active": True})
        repair(head.laptop)

    def _someone_else(self, head: Machine) -> str | None:
        now = sorted(head.laptop.rights.of(self.world.office).now - {head.dev})
        return self.random.choice(now) if now else None

    def remove(self) -> None:
        """A coordinator removes somebody, who may have notes to hand in."""
        self._rule(lambda head, dev: members.remove(head.laptop, self.world.office, dev))

    def role(self) -> None:
        """A coordinator makes somebody a coordinator, or the other way round."""
        role = self.random.choice(("koordinator", "anggota"))
        self._rule(lambda head, dev: members.change_role(head.laptop, self.world.office, dev, role))

    def cases(self) -> None:
        """Somebody may read no case any more, or now may."""
        if self.random.random() < 0.5:
            self._rule(
                lambda head, dev: members.withdraw_cases(head.laptop, self.world.office, dev)
            )
        else:
            self._rule(
                lambda head, dev: members.name_companion(
                    head.laptop, self.world.office, dev, pact="2026-11-20"
                )
            )

    def _rule(self, act) -> None:
        head = self._coordinator()
        dev = self._someone_else(head) if head else None
        if head is None or dev is None:
            return
        try:
            act(head, dev)
            self.world.tell(head, "on", dev[:6])
        except Fault as fault:
            self.world.tell(head, "-", fault.refusal.value)

    def rotate(self) -> None:
        """Somebody makes a new key, as after a loss."""
        machine, space = self.someone(), self.random.choice(self.world.spaces)
        use = self.random.choice(("umum", "kasus"))
        if (space, use) != (self.world.office, "kasus") and machine.laptop.may_make_key(space, use):
            machine.laptop.make_key(space, use)

    def coup(self) -> None:
        """Two coordinators, apart, remove each other."""
        office = self.world.office
        heads = [each for each in self.world.inside if coordinates(each.laptop, office)]
        devs = {each.dev: each for each in heads}
        if len(devs) < 2:
            return
        one, other = self.random.sample(list(devs.values()), 2)
        for head, dev in ((one, other.dev), (other, one.dev)):
            if dev in head.laptop.rights.of(office).now:
                members.remove(head.laptop, office, dev)
        self.world.tell(one, other)

    def decide(self) -> None:
        """A coordinator decides on what waits."""
        machine = self.someone()
        for note in members.held(machine.laptop)[:3]:
            members.accept(machine.laptop, note.space, note.op, ok=self.random.random() < 0.8)
            self.world.tell(machine, note.op[:6])

    # -- a server that is not ours -----------------------------------------------------------

    def stranger(self) -> None:
        """The server puts something into a log that nobody there wrote."""
        space = self.random.choice(self.world.spaces)
        stranger = Author(space)
        made = self.random.choice(
            (self._false_edit, self._false_member, self._false_key, self._false_number,
             self._false_removal)
        )(stranger)  # fmt: skip
        if made is None:
            return
        if self.random.random() < 0.4:
            made = _forged(made, self.someone().dev, stranger)
        if self.world.server.slip_in(made):
            self.world.ledger.strange.add(made.id)
            self.world.tell(made.kind, made.id[:6])

    def _false_edit(self, stranger: Author) -> Op | None:
        known = [each for each in self.world.ledger.by_record
                 if each.space == stranger.space and each.kind == "place"]  # fmt: skip
        if not known:
            return None
        record = self.random.choice(known)
        over = {"name": tuple(self.world.ledger.by_record[record][-20:])}
        return stranger.op("place", record.ent, {"name": "palsu"}, clk=99, over=over)

    def _false_member(self, stranger: Author) -> Op:
        return stranger.member(stranger, 99, role="koordinator", cases=True)

    def _false_removal(self, stranger: Author) -> Op:
        return stranger.op("_member", self.someone().dev, {"active": False}, clk=99)

    def _false_number(self, stranger: Author) -> Op:
        ent = self.random.randbytes(16).hex()
        return stranger.op("contact", ent, {"name": "Polsek", "phone": "0800"}, clk=99)

    def _false_key(self, stranger: Author) -> Op:
        key = space_keys.make()
        readers = {each.dev: each.laptop.device.box_pk for each in self.world.machines}
        (fields,) = space_keys.as_fields("umum", key, readers)
        return stranger.op("_key", space_keys.kid("umum", key), fields, clk=99)

    # -- photos ------------------------------------------------------------------------------

    def photo(self) -> None:
        """Somebody adds a photo to a record."""
        machine = self.someone()
        spaces = [each for each in self.world.spaces[1:] if machine.writes_in(each)]
        if not spaces:
            return
        sha = parts.write(machine.folder, self.random.randbytes(99))
        record = Triple(self.random.choice(spaces), "attachment", self.random.randbytes(16).hex())
        file = {"key": f"{SECRET} kunci", "mime": "image/jpeg", "size": 9, "parts": [sha]}
        values = {"of": self.random.randbytes(16).hex(), "kind": "foto", "file": file}
        op = self.world.say(machine, record, {name: (each, ()) for name, each in values.items()})
        if op:
            self.world.ledger.parts[sha] = op

    def photos(self) -> None:
        """The lane of photos runs on somebody's laptop."""
        self.world.carry_photos(self.someone())


def _forged(op: Op, dev: str, stranger: Author) -> Op:
    """Return `op` as if `dev` had written it, under the signature of the stranger."""
    body = op.body.replace(stranger.dev.encode(), dev.encode())
    return replace(parse(body, b""), sig=sign.sign(stranger.device, body))
