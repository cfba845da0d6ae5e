"""Dua versi of a case: what two laptops wrote differently, side by side, to choose from."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal

from patbm_desktop.actions.cases.casebook import Page, Version
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.case_versions_words import value_words, version_name
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Row, clear, show_if
from patbm_desktop.ui.theme import Theme


class VersionsCard(Card):
    """Dua versi: the fields that two laptops wrote differently, each with both values.

    `chosen` gives the `Version` and the value that shall stand.
    """

    chosen = Signal(object, object)
    compare_asked = Signal()
    """She wants to see all versions side by side."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, title=self.tr("Dua versi"), spacing=10)
        self._theme = theme
        text = self.tr("Dua laptop mengubah hal yang sama. Keduanya masih tersimpan; pilih satu.")
        self.body.addWidget(Label(text, "secondary", "text2", wrap=True))
        self._rows = Column(theme, spacing=12)
        self.body.addLayout(self._rows)
        self.buttons: list[Button] = []
        self.compare = Button(
            theme, self.tr("Lihat berdampingan"), kind="link", icon="git-compare", size="small"
        )
        self.compare.clicked.connect(self.compare_asked)
        foot = Row(theme)
        foot.addWidget(self.compare)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def show_page(self, page: Page, *, may: bool) -> None:
        """Show what differs in `page`, and the way to all versions side by side."""
        self.show_versions(page.versions, may=may)
        show_if(self.compare, on=page.is_undecided)
        show_if(self, on=bool(page.versions) or page.is_undecided)

    def show_versions(self, versions: Sequence[Version], *, may: bool) -> None:
        """Show what differs, and let somebody who may choose."""
        clear(self._rows)
        self.buttons = []
        for version in versions:
            self._rows.addWidget(Label(version_name(version), "label", wrap=True))
            for value, by, at in version.values:
                self._rows.addLayout(self._row(version, value, by, at, may=may))
        show_if(self, on=bool(versions))

    def _row(self, version: Version, value: Any, by: str, at: str, *, may: bool) -> Row:
        row = Row(self._theme, spacing=10)
        words = Column(self._theme, spacing=1)
        said = value_words(version, value)
        words.addWidget(Label(said, "text", wrap=True))
        who = strings.fill(self.tr("%1, menurut laptop %2"), by or "–", _day(at))
        words.addWidget(Label(who, "secondary", "text2", wrap=True))
        row.addLayout(words, 1)
        if may:
            button = Button(self._theme, self.tr("Pakai yang ini"), size="small")
            button.setAccessibleDescription(f"{version_name(version)}: {said}")
            button.clicked.connect(lambda *_: self.chosen.emit(version, value))
            self.buttons.append(button)
            row.addWidget(button)
        return row


def _day(at: str) -> str:
    try:
        return strings.day_without_weekday(date.fromisoformat(at[:10]))
    except ValueError:
        return "–"
