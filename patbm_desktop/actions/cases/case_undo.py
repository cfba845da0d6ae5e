"""Taking a change back, where it leads a case to a status: the rules are asked as for any move."""

from collections.abc import Mapping
from typing import Any

from patbm_desktop.actions.cases import casebook
from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Done, Refused, Undo
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import case_status
from patbm_desktop.domain.reason import Problem, Reason

STATUS = "status"


def undo(ws: Workspace, what: Undo) -> Done:
    """Take `what` back now, a change of whatever record; the answer's own undo does it again.

    Raises:
        Refused: a case would stand as the rules do not allow it any more; nothing was changed.
    """
    cases = {step.entity.ent for step in what.steps if _sets_status(step.entity.kind, step.values)}
    if not cases:
        return undoing.undo(ws, what)
    with ws.transaction():
        done = undoing.undo(ws, what)
        for ent in cases:
            _demand_lawful(ws, ent)
    return done


def _sets_status(kind: str, values: Mapping[str, Any]) -> bool:
    return kind == "case" and values.get(STATUS) is not None


def _demand_lawful(ws: Workspace, ent: str) -> None:
    if not case_status.stands(casebook.dossier(ws, ent)):
        raise Refused([Problem(STATUS, Reason.NO_SUCH_MOVE)])
