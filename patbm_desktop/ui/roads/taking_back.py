"""Delete at once and say how to bring it back: the same words wherever it is done."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions import activities, drafts
from patbm_desktop.actions.activities import ActivityRow, State
from patbm_desktop.actions.drafts import Draft
from patbm_desktop.actions.workspace import Done, Workspace
from patbm_desktop.ui import strings
from patbm_desktop.ui.desk import Desk
from patbm_desktop.ui.page import Page


def delete_activity(
    desk: Desk, page: Page, row: ActivityRow, then: Callable[[], None] | None = None
) -> None:
    """Take an activity back; beside undo the notice offers the other usual reason for it."""
    translate = QCoreApplication.translate
    other = (
        ("tidak_jadi", translate("TakingBack", "Tidak jadi"))
        if row.state is State.PLANNED
        else ("ganda", translate("TakingBack", "Ganda"))
    )

    def say_why() -> None:
        said = translate("TakingBack", "Dihapus, dengan alasan: %1.")
        desk.change(
            page,
            lambda ws: activities.void(ws, row.ent, other[0]),
            strings.fill(said, other[1].lower()),
        )

    def deleted(_: Done) -> None:
        if then:
            then()

    desk.change(
        page,
        lambda ws: activities.void(ws, row.ent),
        translate("TakingBack", "Kegiatan dihapus."),
        then=deleted,
        extra=(other[1], say_why),
    )


def delete_draft(desk: Desk, page: Page, draft: str, name: str, then: Callable[[], None]) -> None:
    """Drop a draft, call `then`, and offer to put it back."""

    def put_back(kept: Draft) -> None:
        desk.ask(page, partial(_put, kept), lambda _: then())

    def dropped(kept: Draft | None) -> None:
        then()
        if kept is not None:
            said = QCoreApplication.translate("TakingBack", "Draf %1 dihapus.")
            words = strings.fill(said, name).replace("  ", " ")
            desk.say(words, undo=lambda: put_back(kept))

    desk.ask(page, partial(_take_out, draft), dropped)


def _put(kept: Draft, ws: Workspace) -> Draft:
    return drafts.put(ws, kept.id, kept.form, kept.data, kept.label)


def _take_out(draft: str, ws: Workspace) -> Draft | None:
    kept = drafts.one(ws, draft)
    drafts.delete(ws, draft)
    return kept
