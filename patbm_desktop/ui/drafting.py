"""What is half typed reaches the disk as a draft, or waits in memory until the disk takes it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from shiboken6 import isValid

from patbm_desktop.actions.opened import drafts
from patbm_desktop.ui.house import House
from patbm_desktop.ui.page import FormPage


class Drafting(QObject):
    """Keeps drafts of the pages of one open vault; `failed` is told whose, and why not."""

    def __init__(self, house: House, failed: Callable[[QObject, Exception], None]) -> None:
        super().__init__()
        self._house, self._failed = house, failed

    def keep(self, page: FormPage, draft: str, data: dict[str, object], rt: str) -> None:
        """Keep what `page` says now as the draft `draft` of the RT `rt`."""
        form, label = page.FORM, page.draft_label()
        self._house.unsaved[draft] = (form, data, label, rt)

        def kept(saved: drafts.Draft) -> None:
            self._house.unsaved.pop(draft, None)
            self._house.saved_at = saved.saved_at
            if isValid(page):
                page.draft_saved(saved.saved_at)

        self._house.session.ask(
            self._house,
            lambda ws: drafts.put(ws, draft, form, data, label, rt=rt),
            kept,
            partial(self._failed, page),
        )

    def keep_unsaved(self) -> None:
        """Try again to keep the drafts that the disk refused before a lock."""
        for draft, (form, data, label, rt) in list(self._house.unsaved.items()):
            self._house.session.ask(
                self._house,
                partial(drafts.put, draft=draft, form=form, data=data, label=label, rt=rt),
                self._kept_at_last,
                partial(self._failed, self),
            )

    def _kept_at_last(self, kept: drafts.Draft) -> None:
        self._house.unsaved.pop(kept.id, None)
