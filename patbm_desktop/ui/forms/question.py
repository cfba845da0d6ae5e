"""One numbered question of a form: its head, its answer, and what is said beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from patbm_desktop.ui.parts.chips import Chip, ChipGroup
from patbm_desktop.ui.parts.labels import Label, SectionTitle
from patbm_desktop.ui.parts.layouts import Column, Row, follow
from patbm_desktop.ui.theme import Theme

STACKED_FROM = 1.75
"""Text size from which two questions no longer fit side by side."""


class Question(QWidget):
    """A question with room below for one problem (it must be mended) and one note (it may)."""

    changed = Signal()

    def __init__(self, theme: Theme, text: str, number: int = 0, hint: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.head = SectionTitle(theme, text, number, hint)
        self.body = Column(theme, spacing=6)
        self.problem = Label("", "hint", "danger", wrap=True)
        self.note = Label("", "hint", "warn", wrap=True)
        column = Column(theme, self, spacing=4)
        column.addWidget(self.head)
        column.addLayout(self.body)
        column.addWidget(self.note)
        column.addWidget(self.problem)
        column.addStretch(1)
        self.show_problem("")
        self.show_note("")

    def show_problem(self, text: str) -> None:
        """Say what must be mended before this can be kept; an empty text takes it away."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def show_note(self, text: str) -> None:
        """Say what deserves a second look; an empty text takes it away."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def focus_first(self) -> None:
        """Put the keyboard where the answer begins."""
        self.setFocus()


def chips_of(group: ChipGroup) -> list[QWidget]:
    """Return the chips of `group` in reading order."""
    return list(group.findChildren(Chip))


class Pair(QWidget):
    """Two questions side by side, the left no wider than its answer; stacked in large text."""

    def __init__(self, theme: Theme, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self._theme, self._left = theme, left
        self._row = Row(theme, self, spacing=14)
        self._row.addWidget(left)
        self._row.addWidget(right, 1)
        follow(theme, self._fit)

    def _fit(self) -> None:
        stacked = self._theme.tightness >= STACKED_FROM
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if stacked else across)
        sideways = QSizePolicy.Policy.Preferred if stacked else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(sideways, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._left.setSizePolicy(policy)
