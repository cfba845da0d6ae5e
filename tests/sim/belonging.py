"""Steps in which coordinators decide who belongs, and who reads what."""

from patbm_desktop.domain.fault import Fault
from patbm_desktop.sync import held_notes, members, words
from patbm_desktop.sync.offices import coordinates
from patbm_desktop.sync.repair import repair
from tests.sim.beginning import let_in
from tests.sim.hand import Hand
from tests.sim.machine import Machine


class Belonging(Hand):
    """Admissions, removals, roles, keys, and what waits for a coordinator."""

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
        for note in held_notes.waiting(machine.laptop)[:3]:
            held_notes.accept(machine.laptop, note.space, note.op, ok=self.random.random() < 0.8)
            self.world.tell(machine, note.op[:6])
