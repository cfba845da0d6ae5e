"""Taking a change back, where it is one of a case: the rules are asked as for any change."""

from collections.abc import Mapping
from typing import Any

from patbm_desktop.actions.cases import casebook, cases
from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Done, Refused, Undo
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import case_status
from patbm_desktop.domain.kinds import VOID
from patbm_desktop.domain.reason import Problem, Reason

STATUS, FROZEN = "status", "frozen"


def undo(ws: Workspace, what: Undo) -> Done:
    """Take `what` back now, a change of whatever record; the answer's own undo does it again.

    Raises:
        Refused: a case would stand as the rules do not allow it any more, it was frozen since, or
            it would be taken out of the lists though somebody has gone on with it; nothing was
            changed.
    """
    for step in what.steps:
        if FROZEN not in step.values:
            cases.demand_thawed(ws, step.entity)
        if step.entity.kind == "case" and step.values.get(VOID) is not None:
            _demand_untouched(ws, step.entity.ent)
    moved = {step.entity.ent for step in what.steps if _sets_status(step.entity.kind, step.values)}
    if not moved:
        return undoing.undo(ws, what)
    with ws.transaction():
        done = undoing.undo(ws, what)
        for ent in moved:
            _demand_lawful(ws, ent)
    return done


def _sets_status(kind: str, values: Mapping[str, Any]) -> bool:
    return kind == "case" and values.get(STATUS) is not None


def _demand_untouched(ws: Workspace, ent: str) -> None:
    """Stop a note from going that was no slip: something followed it, here or on another laptop."""
    whole = casebook.dossier(ws, ent)
    if (whole.follow_ups or whole.referrals) and not whole.standing.is_over:
        raise Refused([Problem(STATUS, Reason.OPEN_CASE)])


def _demand_lawful(ws: Workspace, ent: str) -> None:
    if not case_status.stands(casebook.dossier(ws, ent)):
        raise Refused([Problem(STATUS, Reason.NO_SUCH_MOVE)])
