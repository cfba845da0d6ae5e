"""Steps in which notes travel, by the server or by a stick."""

from patbm_desktop.domain.fault import Fault
from patbm_desktop.sync import stick
from tests.sim import laws
from tests.sim.hand import Hand
from tests.sim.machine import Machine
from tests.sim.world import SECRET, Broken


class Travelling(Hand):
    """Rounds and sticks."""

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
