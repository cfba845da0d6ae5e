"""Delete at once and say how to bring it back: the same words wherever it is done."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions import wording
from patbm_desktop.actions.activities import activities
from patbm_desktop.actions.activities.activity_rows import ActivityRow
from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.opened.changes import Done
from patbm_desktop.actions.opened.drafts import Draft
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.codes import VOID_REASONS
from patbm_desktop.ui import strings
from patbm_desktop.ui.desk import Desk
from patbm_desktop.ui.page import Page

SLIP, *OTHER_REASONS = VOID_REASONS
"""What stands when nothing is said, and what may be said in its place."""


def delete_activity(
    desk: Desk, page: Page, row: ActivityRow, then: Callable[[], None] | None = None
) -> None:
    """Take an activity back as a slip; beside undo the notice lets another reason be said."""
    translate = QCoreApplication.translate

    def give(reason: str, words: str) -> None:
        said = translate("TakingBack", "Dihapus, dengan alasan: %1.")
        desk.change(
            page,
            lambda ws: activities.void(ws, row.ent, reason),
            strings.fill(said, words[:1].lower() + words[1:]),
        )

    def ask_why() -> None:
        words = wording.labels("void_reason", strings.language())
        desk.say(
            translate("TakingBack", "Kenapa dihapus?"),
            extras=[(words[each], partial(give, each, words[each])) for each in OTHER_REASONS],
        )

    def deleted(_: Done) -> None:
        if then:
            then()

    desk.change(
        page,
        lambda ws: activities.void(ws, row.ent),
        translate("TakingBack", "Kegiatan dihapus."),
        then=deleted,
        extras=[(translate("TakingBack", "Pilih alasan"), ask_why)],
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
