"""What every group of steps stands on."""

from tests.sim.machine import Machine
from tests.sim.world import World


class Hand:
    """Lets one kind of thing happen in a world; each method without an underscore is a step."""

    def __init__(self, world: World) -> None:
        self.world, self.random = world, world.random

    def someone(self) -> Machine:
        """Return somebody who was let in."""
        return self.random.choice(self.world.inside)
