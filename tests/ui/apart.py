"""What two people wrote apart, in the open vault of a test window; nobody here is real."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from patbm_desktop.actions.activities import activities, activity_detail
from patbm_desktop.actions.cases import cases
from patbm_desktop.actions.cases.casebook import page
from patbm_desktop.actions.opened.changes import Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.activity import Activity
from tests.actions.cast import carry, laptop
from tests.ui import casework, doing
from tests.ui.opened import Opened

Apart = Callable[[Workspace, Workspace], None]


def write_apart(window: Opened, job: Apart, *, name: str = "Sri Nuraini") -> None:
    """Let Sari and somebody on another laptop both do their part of `job`, then meet."""

    def both(ws: Workspace) -> None:
        folder = ws.folder.parent / f"other-{len(list(ws.folder.parent.iterdir()))}"
        other = laptop(ws, folder, ws.clock, ("umum", "kasus"))
        other.write([Edit(kind="person", ent=other.person, values={"name": name})])
        job(ws, other)
        carry(other, ws)
        other.close()

    doing.do(window, both)


def correct(ws: Workspace, ent: str, *, place: str = "", **changes: Any) -> None:
    """Change a session as it is shown on the laptop `ws`."""
    shown = activity_detail.detail(ws, ent)
    changed: Activity = replace(shown.activity, **changes)
    activities.correct(ws, changed, shown=shown, place_name=place)


def session_apart(window: Opened, mine: dict[str, Any], theirs: dict[str, Any]) -> str:
    """Keep a session of which Sari wrote `mine` and Sri `theirs` at the same time."""
    ent = doing.record(window, result=None)

    def job(ws: Workspace, other: Workspace) -> None:
        correct(ws, ent, **mine)
        correct(other, ent, **theirs)

    write_apart(window, job)
    return ent


def case_apart(window: Opened) -> str:
    """Keep a case whose story Sari and Sri wrote differently at the same time."""
    ent = casework.note(window)

    def job(ws: Workspace, other: Workspace) -> None:
        for laptop_, text in ((ws, "Versi satu."), (other, "Versi dua.")):
            shown = page(laptop_, ent)
            assert shown.dossier.detail is not None
            cases.complete(laptop_, shown, replace(shown.dossier.detail, narrative=text))

    write_apart(window, job)
    return ent
