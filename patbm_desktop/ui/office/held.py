"""Notes that wait for a decision: who wrote them, what each is, why they were held; in or out."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from patbm_desktop.actions.kelurahan.holding import HeldGroup, HeldRecord
from patbm_desktop.ui.office.held_words import icon_of, said_of, title_of
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card, RowList, TodoRow
from patbm_desktop.ui.parts.fields import Field, LineEdit
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Flow, clear, show_if
from patbm_desktop.ui.strings import fill
from patbm_desktop.ui.theme import Theme

LONGEST_WHY = 200

FEW = 8
"""So many notes of a laptop are shown at once; the rest when she asks for it."""


class HeldCard(Card):
    """Shows what waits, by the laptop that wrote it; each note is decided on, or all of them."""

    decided = Signal(object, bool, str)
    """The `HeldNote`s, whether they are taken in, and why."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=10, title=self.tr("Catatan yang tidak dipakai"))
        self._theme = theme
        self._left_out: Sequence[HeldGroup] = ()
        self._open: set[tuple[str, str]] = set()
        self._waiting: Sequence[HeldGroup] = ()
        self._buttons: list[Button] = []
        explained = self.tr(
            "Ditulis oleh laptop yang sudah keluar atau yang haknya berubah. "
            "Yang tidak dipakai tetap tersimpan dan masih bisa diterima nanti."
        )
        self.why = LineEdit(self.tr("Alasan"))
        self.why.setMaxLength(LONGEST_WHY)
        self.groups = Column(theme, spacing=12)
        self.explained = Label(explained, "text", "text2", wrap=True)
        self.why_field = Field(
            theme, self.tr("Alasan, dibaca semua anggota (boleh kosong)"), self.why
        )
        self.others = Button(theme, "", kind="link", icon="chevron-right", size="small")
        self.other_rows = RowList(theme)
        self.body.addWidget(self.explained)
        self.body.addWidget(self.why_field)
        self.body.addLayout(self.groups)
        acts = Flow(theme)
        acts.add(self.others)
        self.body.addWidget(acts)
        self.body.addWidget(self.other_rows)
        self.others.clicked.connect(lambda: self._open_others(on=not self.other_rows.isVisible()))
        self._open_others(on=False)

    def show_held(self, groups: Sequence[HeldGroup], left_out: Sequence[HeldGroup] = ()) -> None:
        """Show what waits, and what was left out; the card goes away when there is neither."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self.window())
        had_focus &= not self.why.hasFocus()
        self._waiting, self._left_out = groups, left_out
        self._show_groups()
        self._show_others()
        for widget in (self.explained, self.why_field):
            show_if(widget, on=bool(groups))
        waits, rest = self.tr("Catatan menunggu keputusan"), self.tr("Catatan yang tidak dipakai")
        self.title.setText(waits if groups else rest)
        self.setVisible(bool(groups or left_out))
        if had_focus and self._buttons:
            self._buttons[0].setFocus()

    def wipe(self) -> None:
        """Forget what waits."""
        self._waiting = self._left_out = ()
        self._open, self._buttons = set(), []
        clear(self.groups)
        self.other_rows.clear()
        self.why.clear()

    # Showing

    def _show_groups(self) -> None:
        clear(self.groups)
        self._buttons = []
        for group in self._waiting:
            self.groups.addWidget(self._group(group))

    def _group(self, group: HeldGroup) -> QWidget:
        holder = QWidget()
        column = Column(self._theme, holder, spacing=4)
        count = self.tr("%Ln perubahan", "", group.count)
        name = group.name or self.tr("Laptop tanpa nama")
        column.addWidget(Label(fill(self.tr("%1 dari %2"), count, name), "strong", wrap=True))
        column.addWidget(Label(self._reason(group.why), "secondary", "text2", wrap=True))
        rows = RowList(self._theme)
        is_open = len(group.records) <= FEW or (group.dev, group.why) in self._open
        for record in group.records if is_open else group.records[:FEW]:
            rows.add(self._row(record))
        column.addWidget(rows)
        if len(group.records) > 1:
            column.addWidget(self._for_all(group, is_open=is_open))
        return holder

    def _row(self, record: HeldRecord) -> QWidget:
        title, said = title_of(record), said_of(record)
        take = self._button(self.tr("Terima"), record.notes, ok=True)
        leave = self._button(self.tr("Tolak"), record.notes, ok=False)
        return TodoRow(
            self._theme, icon_of(record), title, said, tone="primary", actions=(take, leave),
            flush=True,
        )  # fmt: skip

    def _for_all(self, group: HeldGroup, *, is_open: bool) -> QWidget:
        acts = Flow(self._theme, spacing=(8, 8))
        if not is_open:
            words = self.tr("Tampilkan %Ln lagi", "", len(group.records) - FEW)
            more = Button(self._theme, words, kind="quiet", size="small")
            more.clicked.connect(partial(self._open_group, group))
            acts.add(more)
        acts.add(self._button(self.tr("Terima semua"), group.notes, ok=True))
        acts.add(self._button(self.tr("Tolak semua"), group.notes, ok=False))
        return acts

    def _button(self, words: str, notes: Sequence[object], *, ok: bool) -> Button:
        button = Button(self._theme, words, size="small")
        button.clicked.connect(partial(self._decide, notes, ok))
        self._buttons.append(button)
        return button

    def _show_others(self) -> None:
        count = sum(group.count for group in self._left_out)
        self.others.setText(self.tr("%Ln perubahan tidak dipakai", "", count))
        show_if(self.others, on=count > 0)
        self.other_rows.clear()
        for group in self._left_out:
            for record in group.records:
                said = " · ".join(filter(None, (group.name, said_of(record))))
                take = self._button(self.tr("Terima"), record.notes, ok=True)
                self.other_rows.add(
                    TodoRow(self._theme, icon_of(record), title_of(record), said,
                            tone="text2", actions=(take,), flush=True)
                )  # fmt: skip
        self._open_others(on=self.other_rows.isVisible() and count > 0)

    def _open_others(self, *, on: bool) -> None:
        show_if(self.other_rows, on=on)
        self.others.set_icon("chevron-down" if on else "chevron-right")

    def _open_group(self, group: HeldGroup, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - `clicked` gives it
        self._open.add((group.dev, group.why))
        self.show_held(self._waiting, self._left_out)

    def _decide(self, notes: Sequence[object], ok: bool, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - `clicked` gives it
        self.decided.emit(tuple(notes), ok, self.why.text().strip())
        self.why.clear()

    def _reason(self, why: str) -> str:
        return {
            "keluar": self.tr("Laptop ini sudah keluar sewaktu catatannya sampai."),
            "jam": self.tr("Urutan catatannya jauh di depan catatan lain."),
        }.get(why, self.tr("Laptop ini belum boleh menulis di sana sewaktu catatannya sampai."))
