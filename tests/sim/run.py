"""One run from a seed: begin, let things happen, heal, and look."""

import shutil
import sqlite3
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from patbm_desktop.domain.fault import Fault
from patbm_desktop.domain.op import BadOp
from patbm_desktop.store import driver
from tests.sim import healing, laws
from tests.sim.beginning import beginning
from tests.sim.chance import drawn_from, remembered
from tests.sim.roads import Roads
from tests.sim.steps import ROADS, STEPS, Steps
from tests.sim.world import Broken, World

CRASHES = (
    Fault, BadOp, sqlite3.Error, driver.Error, ValueError, LookupError, TypeError, AttributeError,
    RuntimeError, AssertionError,
)  # fmt: skip
"""What a run reports with its seed, as any other fault."""

SIZES = (2, 2, 2, 2, 3, 3, 4, 5, 6, 8, 12)
"""How many laptops; runs of two are never missing, for many hide a loss from each other."""


@dataclass(frozen=True)
class Mix:
    """What happens how often; a test of one fault names its own."""

    steps: Mapping[str, float] = field(default_factory=lambda: STEPS)
    roads: Mapping[str, float] = field(default_factory=lambda: ROADS)
    on_road: float = 0.3
    newness: float = 0.3
    unasked: frozenset[str] = frozenset()
    """Laws that are not looked at, for a mutant breaks them by definition."""
    begins: str = ""
    """The kind of beginning; see `beginning`."""
    sizes: tuple[int, ...] = SIZES
    erases: bool = True
    """Whether a laptop of the city is there; half of the runs of two laptops are without it, for it
    reads the office as well."""


@dataclass
class Outcome:
    """What came of a run; `broken` is empty where every law held."""

    seed: int
    size: int
    steps: int
    edits: int
    erased: int
    """Records that the arsip laptop signed away."""
    passes: int
    rollbacks: int
    broken: str
    history: list[str]


USUAL = Mix()


def run(seed: int, steps: int = 300, mix: Mix = USUAL) -> Outcome:
    """Do `steps` of what the seed decides, heal, and check every law."""
    random = Random(seed)
    size = mix.sizes[seed % len(mix.sizes)]
    begun = beginning(size, mix.begins)
    folder = Path(mkdtemp(prefix="run"))
    with drawn_from(Random(random.random())), remembered():
        has_arsip = mix.erases and (size > 2 or seed % 2 == 1)
        world = World(seed, begun, folder, mix.unasked, has_arsip=has_arsip)
        try:
            return _run(world, seed, size, steps, mix)
        finally:
            world.close()
            shutil.rmtree(folder, ignore_errors=True)


def _run(world: World, seed: int, size: int, steps: int, mix: Mix) -> Outcome:
    world.befalls = Roads(world, dict(mix.roads), mix.on_road).of
    world.newness = mix.newness
    hands = Steps(world, dict(mix.steps))
    passes, broken = 0, ""
    try:
        for _ in range(steps):
            hands.step()
        passes = healing.heal(world)
        laws.check(world)
    except Broken as found:
        broken = str(found)
    except CRASHES as error:
        world.history += traceback.format_exception(error)
        broken = f"crash: {type(error).__name__} {error}"
    return Outcome(
        seed=seed,
        size=size,
        steps=steps,
        edits=len(world.ledger.edits),
        erased=len(world.ledger.signed_away),
        passes=passes,
        rollbacks=world.server.rollbacks,
        broken=broken,
        history=world.history,
    )
