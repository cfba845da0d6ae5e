"""Notes that wait for a coordinator: what a server keeps apart, and what she decides on it."""

from dataclasses import dataclass

from patbm_desktop.store import aside
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync import words
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.offices import coordinates, demand_coordinator


@dataclass(frozen=True, slots=True)
class HeldNote:
    """An op that waits for a coordinator of `space`; `dev` wrote it, `why` it was held."""

    op: str
    space: str
    ent: str
    kind: str
    dev: str
    why: str


def waiting(laptop: Laptop, *, decided: bool = False) -> tuple[HeldNote, ...]:
    """Return the held ops this coordinator has not decided on yet, in the order they came.

    Those that were left out are among them where `decided` ones are asked for as well.
    """
    found = [each for each in aside.held(laptop.db) if coordinates(laptop, each.op.space)]
    done = {space: words.decided(laptop, space) for space in {each.op.space for each in found}}
    return tuple(
        HeldNote(each.op.id, each.op.space, each.op.ent, each.op.kind, each.op.dev, each.why)
        for each in found
        if decided or each.op.id not in done[each.op.space]
    )


def accept(laptop: Laptop, space: str, op: str, *, ok: bool, why: str = "") -> frozenset[str]:
    """Decide whether a held op of `space` is to stand; return the kinds that changed.

    Raises:
        Fault: NOT_COORDINATOR of that space.
    """
    demand_coordinator(laptop, space)
    with writing(laptop.db):
        return words.decide(laptop, space, op, ok=ok, why=why) | laptop.refresh()
