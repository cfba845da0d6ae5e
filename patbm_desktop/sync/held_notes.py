"""Notes that wait for a coordinator: what a server keeps apart, and what she decides on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from patbm_desktop.domain.op import SEALED, Op
from patbm_desktop.store import aside
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync import words
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.offices import coordinates, demand_coordinator


@dataclass(frozen=True, slots=True)
class HeldNote:
    """An op that waits for a coordinator of `space`; `dev` wrote it, `why` it was held.

    `is_left_out` says that one decided against it, and may decide anew.
    """

    op: str
    space: str
    ent: str
    kind: str
    dev: str
    why: str
    is_left_out: bool = False


class Content(NamedTuple):
    """What this laptop can read of a held op: its kind, "" while shut, when it was written (local
    time, to the day where it is sealed, "" while shut) and the fields that open here.
    """

    kind: str
    at: str
    values: Mapping[str, Any]


def waiting(laptop: Laptop, *, decided: bool = False) -> tuple[HeldNote, ...]:
    """Return the held ops this coordinator has not decided on yet, in the order they came.

    Those that were left out are among them where `decided` ones are asked for as well.
    """
    found = [each for each in aside.held(laptop.db) if coordinates(laptop, each.op.space)]
    done = {space: words.decided(laptop, space) for space in {each.op.space for each in found}}
    return tuple(
        HeldNote(
            each.op.id,
            each.op.space,
            each.op.ent,
            each.op.kind,
            each.op.dev,
            each.why,
            is_left_out=done[each.op.space].get(each.op.id) is False,
        )
        for each in found
        if decided or each.op.id not in done[each.op.space]
    )


def contents(laptop: Laptop) -> dict[str, Content]:
    """Return what can be read here of every held op, by its id."""
    return {each.op.id: _content(laptop, each.op) for each in aside.held(laptop.db)}


def _content(laptop: Laptop, op: Op) -> Content:
    inner = laptop.opener.open(op)
    values = {name: write.value for name, write in op.set.items()}
    if inner is not None:
        values |= {name: write.value for name, write in inner.set.items()}
    if op.kind != SEALED:
        return Content(op.kind, op.at, values)
    return Content(inner.kind, inner.at, values) if inner is not None else Content("", "", {})


def accept(laptop: Laptop, space: str, op: str, *, ok: bool, why: str = "") -> frozenset[str]:
    """Decide whether a held op of `space` is to stand; return the kinds that changed.

    Raises:
        Fault: NOT_COORDINATOR of that space.
    """
    demand_coordinator(laptop, space)
    with writing(laptop.db):
        return words.decide(laptop, space, op, ok=ok, why=why) | laptop.refresh()
