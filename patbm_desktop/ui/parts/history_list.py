"""Riwayat perubahan: who changed what, in plain words, and a way back for each."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.activities.activity_detail import Change, PastEdit
from patbm_desktop.domain.kinds import VOID
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.activity_facts import QUIET, field_name, value_words
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import RowList
from patbm_desktop.ui.parts.labels import IconDisc, Label
from patbm_desktop.ui.parts.layouts import Column, Flow, Row
from patbm_desktop.ui.theme import Theme


class HistoryList(RowList):
    """The edits of one record, newest first; `back_asked` gives the `PastEdit` to take back."""

    back_asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self.buttons: list[Button] = []

    def show_history(self, history: Sequence[PastEdit], names: Mapping[str, str]) -> None:
        """Show `history`; `names` are those of the places and people it speaks of."""
        self.clear()
        self.buttons = []
        for at, edit in enumerate(history):
            self.add(self._row(edit, names, is_first=at == len(history) - 1))

    def _row(self, edit: PastEdit, names: Mapping[str, str], *, is_first: bool) -> QWidget:
        void = next((change for change in edit.changes if change.field == VOID), None)
        spoken = [each for each in edit.changes if each.field not in QUIET and each.field != VOID]
        row = QWidget()
        words = Column(self._theme, spacing=3)
        words.addWidget(self._head(edit, self._title(edit, void, is_first=is_first)))
        if not is_first:
            for change in spoken:
                words.addWidget(Label(_told(change, names), "text", wrap=True))
        line = Row(self._theme, row, margins=(20, 10, 16, 10), spacing=12)
        icon = "git-compare" if edit.decided else "pencil"
        icon = "notebook-pen" if is_first else "trash-2" if void and void.after else icon
        disc = Column(self._theme)
        disc.addWidget(IconDisc(self._theme, icon, side=34, glyph=17))
        disc.addStretch(1)
        line.addLayout(disc)
        line.addLayout(words, 1)
        if spoken and not is_first:
            words.addWidget(self._back_button(edit), 0, Qt.AlignmentFlag.AlignLeft)
        return row

    def _title(self, edit: PastEdit, void: Change | None, *, is_first: bool) -> str:
        if is_first:
            return self.tr("Dicatat pertama kali")
        if edit.decided:
            return self.tr("Dipilih dari dua versi")
        if void is not None:
            return self.tr("Dihapus") if void.after else self.tr("Dimunculkan lagi")
        return self.tr("Diubah") if edit.changes else self.tr("Pilihan versi dibatalkan")

    def _head(self, edit: PastEdit, title: str) -> QWidget:
        moment = strings.moment(edit.at)
        when = strings.fill(
            self.tr("%1, pukul %2 menurut laptop"),
            strings.day(moment.date()),
            strings.clock_time(moment),
        )
        head = Flow(self._theme, spacing=(8, 1))
        head.add(Label(f"{title} · {edit.by_name}" if edit.by_name else title, "strong"))
        head.add(Label(when, "secondary", "text2"))
        return head

    def _back_button(self, edit: PastEdit) -> Button:
        button = Button(self._theme, self.tr("Kembalikan"), kind="link", icon="undo-2")
        moment = strings.moment(edit.at)
        button.setAccessibleName(
            strings.fill(self.tr("Kembalikan perubahan %1"), strings.day(moment.date()))
        )
        button.clicked.connect(partial(self._ask_back, edit))
        self.buttons.append(button)
        return button

    def _ask_back(self, edit: PastEdit, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - `clicked` gives it
        self.back_asked.emit(edit)


def _told(change: Change, names: Mapping[str, str]) -> str:
    before = value_words(change.field, change.before, names)
    after = value_words(change.field, change.after, names)
    return f"{field_name(change.field)}: {before} → {after}"
