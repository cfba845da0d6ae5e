"""Two versions of one field of a case, chosen on its own page; `conflicts` does the choosing."""

from typing import Any

from patbm_desktop.actions.cases.casebook import Page, Version
from patbm_desktop.actions.conflicts import conflicts
from patbm_desktop.actions.opened.changes import Done, Refused
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.versions.conflict_list import Subject
from patbm_desktop.actions.versions.conflict_rows import Part
from patbm_desktop.domain.merge import canonical
from patbm_desktop.domain.reason import Problem, Reason


def keep(ws: Workspace, page: Page, version: Version, value: Any) -> Done:
    """Let `value`, one of the versions, stand in place of all of them.

    Of two levels the higher stands, and of two states only one that the rules allow as the case is
    now; what follows from details is raised with them.

    Raises:
        Refused: `value` is none of the versions, or the rules bar it.
        Fault: this laptop cannot read cases, or the disk refused.
    """
    shown = conflicts.look(ws, Subject("case", page.ent))
    parts = [each for each in shown.parts if _is(each, version)] if shown else []
    keys = [each.key for part in parts for each in part.versions
            if canonical(each.value) == canonical(value)]  # fmt: skip
    if shown is None or not keys:
        raise Refused([Problem(version.name, Reason.UNKNOWN_VALUE)])
    return conflicts.keep(ws, shown, {parts[0].key: keys[0]})


def _is(part: Part, version: Version) -> bool:
    return (part.entity.kind, part.name) == (version.kind, version.name)
