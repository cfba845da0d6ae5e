"""Steps in which something is copied, and steps in which a copy comes back."""

from datetime import datetime, timedelta
from pathlib import Path

from patbm_desktop.domain.clock import WITA
from tests.sim.hand import Hand
from tests.sim.machine import Machine
from tests.sim.server import DAY
from tests.sim.world import World

MOST_CLONES = 2


class Copying(Hand):
    """Backups of the server and of laptops, clones, and clocks."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.clones = 0

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
        self.world.server.set_back(image, is_told=self.random.random() < 0.6)
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

    def daily(self) -> None:
        """A laptop makes its backup of the day."""
        self.someone().back_up()

    def put_back(self) -> None:
        """A database is damaged, and the laptop goes on from its own backup."""
        machine = self.someone()
        if machine.put_back(is_readable=self.random.random() < 0.5):
            self.world.tell(machine)

    def full(self) -> None:
        """Somebody makes a full backup."""
        machine = self.someone()
        machine.write_full(self._full_of(machine))
        self.world.tell(machine)

    def full_in(self) -> None:
        """Somebody takes in the full backup that she made one day."""
        machine = self.someone()
        file = self._full_of(machine)
        if file.exists():
            machine.take_in(file)
            self.world.tell(machine)

    def _full_of(self, machine: Machine) -> Path:
        return self.world.folder / f"{machine.name}.patbm-cadangan"

    def cloned(self) -> None:
        """The disk of a laptop is copied into another one, and both go on."""
        if self.clones < MOST_CLONES:
            machine = self.someone()
            self.clones += 1
            self.world.machines.append(machine.clone(f"{machine.name}x{self.clones}"))
            self.world.tell(machine)

    def clock(self) -> None:
        """A wall clock jumps to anywhere between 1970 and 2106."""
        start = datetime(1970, 1, 1, tzinfo=WITA)
        days = self.random.randrange(136 * 365)
        self.someone().wall.moment = start + timedelta(days=days)

    def days(self) -> None:
        """Days pass."""
        self.world.server.moment += self.random.randrange(20) * DAY
