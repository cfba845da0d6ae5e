"""The head of one case: what it is about in plain words, and its state as pills."""

from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.cases.case_rows import State
from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.domain.second_look import SecondLook
from patbm_desktop.ui.parts.activity_words import step_look
from patbm_desktop.ui.parts.case_words import (
    level_words,
    overdue_words,
    rule,
    state_words,
    status_look,
    title_of,
)
from patbm_desktop.ui.parts.labels import Label, Pill
from patbm_desktop.ui.parts.layouts import Flow, Row, clear
from patbm_desktop.ui.theme import Theme

PILLS = {
    State.TWO_VERSIONS: ("git-compare", "warn"),
    State.CONTESTED: ("git-compare", "warn"),
    State.FROZEN: ("lock", "neutral"),
    State.HIDDEN: ("eye-off", "neutral"),
    State.LOCKED: ("lock", "neutral"),
    State.NEWER: ("download", "warn"),
    State.WAITING_FOR_CASE: ("inbox", "warn"),
}


class CaseHead(QWidget):
    """A title at the left and pills at its right, which wrap where the width is small."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.title = Label("", "page", wrap=True)
        self.pills: list[Pill] = []
        self._flow = Flow(theme, spacing=(8, 6))
        row = Row(theme, self, spacing=12)
        row.addWidget(self.title, 1)
        row.addWidget(self._flow)

    def show_page(self, page: Page) -> None:
        """Show what the case is about and how it stands."""
        clear(self._flow.flow)
        self.pills = []
        row = page.row
        self.title.setText(title_of(row.category))
        look = status_look(row.status)
        self._pill(look.word, look.icon, look.status)
        if row.category is None:
            self._pill(level_words(row.triage), "info", "neutral")
        if row.overdue_days is not None:
            late = row.overdue_days > 0
            self._pill(overdue_words(row.overdue_days), "clock-alert", "danger" if late else "warn")
        words = state_words(row.state)
        if words:
            self._pill(words, *PILLS[row.state])
        self._versions_pill(page)
        if row.look in (SecondLook.WAITING, SecondLook.TO_BE_SEEN):
            self._pill(rule(f"second_look.{row.look.value}"), "user-round", "warn")
        if row.step is not None:
            far = step_look(row.step)
            self._pill(far.word, far.icon, far.status)

    def _versions_pill(self, page: Page) -> None:
        """Say that parts have two versions, or that the note once had them."""
        two = State.TWO_VERSIONS
        if page.is_undecided and page.row.state not in (two, State.CONTESTED):
            self._pill(state_words(two), *PILLS[two])
        elif page.once_two and not page.is_undecided:
            self._pill(self.tr("Pernah dua versi"), "git-compare", "neutral")

    def _pill(self, text: str, icon: str, status: str) -> None:
        if text:
            pill = Pill(self._theme, text, icon, status)
            self.pills.append(pill)
            self._flow.add(pill)
