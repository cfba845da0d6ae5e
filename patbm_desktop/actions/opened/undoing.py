"""Take a change back: a new op that says what stood there before, never a rollback."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from patbm_desktop.actions.opened.changes import Done, Edit, Step, Undo
from patbm_desktop.actions.opened.workspace import MOST_AT_ONCE, Workspace
from patbm_desktop.domain import versions
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.kinds import VOID
from patbm_desktop.domain.merge import Entity, View
from patbm_desktop.store import current

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
        shown = _need(ws, step.entity)
        edits += _edits(ws, step, shown)
        back.append(_back(ws, step, shown))
    kinds = frozenset[str]().union(*(ws.write(batch) for batch in batched(edits)))
    ent = what.steps[0].entity.ent if what.steps else ""
    return Done(ent, kinds, Undo(tuple(back)))


def batched(edits: Sequence[Edit]) -> Iterable[Sequence[Edit]]:
    """Part `edits` so that no transaction makes anybody wait for long."""
    return (edits[at : at + MOST_AT_ONCE] for at in range(0, len(edits), MOST_AT_ONCE))


def with_all_versions(ws: Workspace, entity: Entity, shown: View, names: Iterable[str]) -> View:
    """Return `shown` so that an edit of the fields `names` replaces every version of them."""
    heads = current.heads(ws.db, entity)
    every = {name: tuple(head.op for head in heads.get(name, ())) for name in names}
    return replace(shown, over={**shown.over, **every})


def _need(ws: Workspace, entity: Entity) -> View:
    found = current.view(ws.db, entity)
    if found is None:
        raise Fault(Refusal.NO_SUCH_RECORD)
    return found


def _edits(ws: Workspace, step: Step, shown: View) -> list[Edit]:
    if step.settles:
        shown = with_all_versions(ws, step.entity, shown, step.values)
    if step.seen is not None:
        shown = replace(shown, void_over=step.seen)
    entity = step.entity
    return [
        Edit(kind=entity.kind, ent=entity.ent, values=values, shown=shown, space=entity.space)
        for values in (*step.beside, step.values)
    ]


def _back(ws: Workspace, step: Step, shown: View) -> Step:
    now = {name: _now(shown, name) for name in step.values}
    if not step.settles:
        return Step(step.entity, now, settles=bool(step.beside))
    return Step(step.entity, now, beside=_beside(ws, step.entity, step.values))


def _beside(ws: Workspace, entity: Entity, names: Iterable[str]) -> tuple[Mapping[str, Any], ...]:
    """Return the versions that stand beside the shown one, the oldest first."""
    heads = current.heads(ws.db, entity)
    found = ((name, versions.distinct(heads.get(name, ()))[1:]) for name in names)
    return tuple({name: head.value} for name, others in found for head in reversed(others))


def _now(shown: View, name: str) -> Any:
    if name == VOID:
        return MISTYPED if shown.is_void else None
    return shown.values.get(name)
