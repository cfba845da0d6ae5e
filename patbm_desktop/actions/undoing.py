"""Take a change back: a new op that says what stood there before, never a rollback."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from patbm_desktop.actions.workspace import (
    MOST_AT_ONCE,
    Done,
    Edit,
    Step,
    Undo,
    Workspace,
)
from patbm_desktop.domain.kinds import VOID
from patbm_desktop.domain.merge import Entity, View

MISTYPED = {"reason": "salah_ketik"}


def of_new(entities: Iterable[Entity]) -> Undo:
    """Return how to take back records that have just been made."""
    return Undo(tuple(Step(entity, {VOID: MISTYPED}) for entity in entities))


def of_change(entity: Entity, before: View, values: Mapping[str, Any]) -> Undo:
    """Return how to put back the fields named in `values` as they were."""
    return Undo((Step(entity, {name: before.values.get(name) for name in values}),))


def of_void(entity: Entity) -> Undo:
    """Return how to bring a taken-back record out again."""
    return Undo((Step(entity, {VOID: None}),))


def undo(ws: Workspace, what: Undo) -> Done:
    """Take `what` back now; the answer's own undo does it again."""
    edits: list[Edit] = []
    back: list[Step] = []
    for step in what.steps:
        shown = ws.need(step.entity.kind, step.entity.ent)
        edits.append(
            Edit(
                kind=step.entity.kind,
                ent=step.entity.ent,
                values=step.values,
                shown=shown,
                space=step.entity.space,
            )
        )
        back.append(Step(step.entity, {name: _now(shown, name) for name in step.values}))
    kinds = frozenset[str]().union(*(ws.write(batch) for batch in batched(edits)))
    ent = what.steps[0].entity.ent if what.steps else ""
    return Done(ent, kinds, Undo(tuple(back)))


def batched(edits: Sequence[Edit]) -> Iterable[Sequence[Edit]]:
    """Part `edits` so that no transaction makes anybody wait for long."""
    return (edits[at : at + MOST_AT_ONCE] for at in range(0, len(edits), MOST_AT_ONCE))


def _now(shown: View, name: str) -> Any:
    if name == VOID:
        return MISTYPED if shown.is_void else None
    return shown.values.get(name)
