"""What may happen at one moment of a run, and how often."""

from collections.abc import Callable, Mapping

from tests.sim.belonging import Belonging
from tests.sim.copying import Copying
from tests.sim.erasures import Erasures
from tests.sim.leaving import Leaving
from tests.sim.noting import Noting
from tests.sim.strangers import Strangers
from tests.sim.travelling import Travelling
from tests.sim.world import World

STEPS: Mapping[str, float] = {
    "edit": 46, "meet": 26, "void": 3, "elsewhere": 3, "killed_edit": 2, "killed_meet": 2,
    "backup": 2, "set_back": 1.2, "copy": 1.2, "restored": 0.5, "cloned": 0.15, "stick": 1.6,
    "old_stick": 0.5, "ahead": 0.7, "clock": 1, "grant": 1, "remove": 0.5, "role": 0.5,
    "rotate": 0.4, "cases": 0.3, "coup": 0.1, "decide": 1, "stranger": 1, "foreign": 0.4,
    "photo": 0.8, "photos": 1, "days": 0.5, "ask_erase": 1.2, "erase": 2.2, "daily": 0.5,
    "put_back": 0.3, "full": 0.2, "full_in": 0.2,
}  # fmt: skip

ROADS: Mapping[str, float] = {
    "request_lost": 3, "answer_lost": 5, "page_cut": 3, "twice": 2, "stale": 2, "kept": 3,
    "shuffled": 2, "as_bytes": 1, "server_dies": 3, "rolled_back": 0.7, "lagging": 1,
    "closed": 1.5, "stripped": 0.3, "other_lane": 2,
}  # fmt: skip

HANDS = (Noting, Travelling, Copying, Belonging, Strangers, Erasures, Leaving)


class Steps:
    """Lets one thing happen after another."""

    def __init__(self, world: World, weights: dict[str, float]) -> None:
        self.world, self.random = world, world.random
        self.names, self.weights = list(weights), list(weights.values())
        hands = [hand(world) for hand in HANDS]
        self._moves = {name: _move(name, hands) for name in self.names}

    def step(self) -> None:
        """Let one thing happen."""
        name = self.random.choices(self.names, self.weights)[0]
        self.world.history.append(f"{name}:")
        self.world.server.moment += self.random.randrange(1, 4000)
        self._moves[name]()


def _move(name: str, hands: list[object]) -> Callable[[], None]:
    (found,) = [move for hand in hands if (move := getattr(hand, name, None))]
    return found  # type: ignore[no-any-return]
