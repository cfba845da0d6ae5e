"""Containers: cards, banners, rows of things to do, and what an empty page says."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QSizePolicy, QWidget

from patbm_desktop.ui.parts.labels import Glyphs, IconDisc, Label, Pill
from patbm_desktop.ui.parts.layouts import (
    Column,
    Margins,
    Row,
    clear,
    follow,
    keep_size,
    line,
    restyle,
    show_if,
)
from patbm_desktop.ui.theme import Theme

FILLS = {
    "primary": "soft",
    "warn": "warn_soft",
    "danger": "danger_soft",
    "info": "info_soft",
    "ok": "ok_soft",
    "text2": "surface2",
}
CARD: Margins = (20, 14, 20, 16)
HEAD_WITH_BUTTON: Margins = (20, 7, 20, 16)
"""Of a card whose head holds a small button: its title stands as high as that of any other."""


class Card(QFrame):
    """A rounded container; add to `body`. With a `title` there is a `head` row for extras."""

    def __init__(
        self, theme: Theme, *, margins: Margins = CARD, spacing: int = 8, title: str = ""
    ) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.body = Column(theme, self, margins=margins, spacing=spacing)
        self.title = Label(title, "card")
        self.head = Row(theme, spacing=10)
        if title:
            self.head.addWidget(self.title)
            self.head.addStretch(1)
            self.body.addLayout(self.head)


class Banner(QFrame):
    """One calm sentence in a tinted frame, with an icon and perhaps buttons in `buttons`.

    `status` is neutral, info, ok, warn, danger, or sun: a yellow disc, for a child in danger.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        status: str = "neutral",
        icon: str = "info",
        title: str = "",
    ) -> None:
        super().__init__()
        self.setProperty("kind", "banner")
        self.title = Label("", "strong" if status == "sun" else "label", wrap=True)
        self.text = Label("", "chip", wrap=True)
        self._glyph = Glyphs(theme, icon, side=20)
        self._disc = IconDisc(theme, icon, side=40, tone="onsun", fill="sun")
        self.buttons = Row(theme, spacing=10)
        self._lay(theme)
        keep_size(theme, self, min_height=46)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_status(status, icon)
        self.set_text(text, title)

    def set_text(self, text: str, title: str = "") -> None:
        """Say something else."""
        self.text.setText(text)
        self.text.wear("secondary" if title else "chip", "text2" if title else "text")
        self.title.setText(title)
        show_if(self.title, on=bool(title))
        self.setAccessibleName(f"{title} {text}".strip())

    def set_status(self, status: str, icon: str = "") -> None:
        """Change the tint, and the icon when one is given."""
        self.setProperty("status", status)
        sun = status == "sun"
        show_if(self._disc, on=sun)
        show_if(self._glyph, on=not sun)
        if sun:
            self._disc.set(icon)
        else:
            self._glyph.set(icon, "text2" if status == "neutral" else status)
        restyle(self)

    def _lay(self, theme: Theme) -> None:
        words = Column(theme, spacing=1)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addStretch(1)
        said = Row(theme, spacing=12)
        said.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignVCenter)
        said.addLayout(words, 1)
        self._row = Row(theme, self, margins=(16, 10, 14, 10), spacing=12)
        self._row.addLayout(said, 1)
        self._row.addLayout(self.buttons)
        self._theme = theme
        follow(theme, self._fit)

    def _fit(self) -> None:
        """Set the buttons under the words where there is no room beside them."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if self._theme.tight else across)


class TodoRow(QWidget):
    """One thing to do: icon disc, title, subtitle, perhaps a pill, and its buttons.

    A `flush` row has no room of its own at its sides, for a card that has some already.
    """

    def __init__(  # noqa: PLR0913 - everything that stands in the row
        self,
        theme: Theme,
        icon: str,
        title: str,
        subtitle: str = "",
        *,
        tone: str = "warn",
        pill: Pill | None = None,
        actions: Sequence[QWidget] = (),
        flush: bool = False,
    ) -> None:
        super().__init__()
        self.title = Label(title, "strong", wrap=True)
        self.subtitle = Label(subtitle, "secondary", "text2", wrap=True)
        show_if(self.subtitle, on=bool(subtitle))
        self.buttons = tuple(one for one in actions if isinstance(one, QPushButton))
        words = Column(theme, spacing=1)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        words.addStretch(1)
        row = Row(theme, self, margins=(0, 5, 0, 5) if flush else (18, 5, 14, 5), spacing=10)
        row.addWidget(IconDisc(theme, icon, side=36, glyph=18, tone=tone, fill=FILLS[tone]))
        row.addLayout(words, 1)
        for extra in ([pill] if pill else []) + list(actions):
            row.addWidget(extra, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in self.buttons:
            button.setAccessibleDescription(f"{title}. {subtitle}".strip())
        keep_size(theme, self, min_height=52)


class RowList(QWidget):
    """Rows under each other with a thin line between them, edge to edge in a card."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._column = Column(theme, self)

    def add(self, row: QWidget) -> None:
        """Put `row` at the end."""
        if self._column.count():
            self._column.addWidget(line())
        self._column.addWidget(row)

    def clear(self) -> None:
        """Take all rows away."""
        clear(self._column)


class EmptyState(QFrame):
    """What a page says when it has nothing to show, and the way out of it.

    The buttons stand side by side, or under each other when `narrow` or where words are large.
    """

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        text: str,
        *buttons: QWidget,
        narrow: bool = False,
    ) -> None:
        super().__init__()
        self._narrow = narrow
        self.setProperty("kind", "card")
        centre = Qt.AlignmentFlag.AlignHCenter
        self.title = Label(title, "page", wrap=True)
        self.text = Label(text, "body", "text2", wrap=True)
        self.title.setAlignment(centre)
        self.text.setAlignment(centre)
        self._theme = theme
        self._row = row = Row(theme, spacing=10)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button, 0, centre)
        row.addStretch(1)
        column = Column(theme, self, margins=(24, 24, 24, 24), spacing=6)
        column.addStretch(1)
        column.addWidget(IconDisc(theme, icon, side=88, glyph=40), 0, centre)
        column.addSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(10)
        column.addLayout(row)
        column.addStretch(1)
        follow(theme, self._fit)

    def _fit(self) -> None:
        """Set the buttons under each other where large words leave no other way."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if self._narrow or self._theme.bare_rail else across)

    def set(self, title: str, text: str) -> None:
        """Say something else."""
        self.title.setText(title)
        self.text.setText(text)
