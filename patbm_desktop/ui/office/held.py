"""Notes that wait for a decision: who wrote how many, why they were held, in or out."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.kelurahan.membership import HeldGroup
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card, RowList, TodoRow
from patbm_desktop.ui.parts.fields import Field, LineEdit
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.strings import fill
from patbm_desktop.ui.theme import Theme

LONGEST_WHY = 200


class HeldCard(Card):
    """Shows what waits, by the laptop that wrote it."""

    decided = Signal(object, bool, str)
    """A `HeldGroup`, whether it is taken in, and why."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=10, title=self.tr("Catatan menunggu keputusan"))
        self._theme = theme
        explained = self.tr(
            "Ditulis oleh laptop yang sudah keluar atau yang haknya berubah. "
            "Keputusan ini bisa diubah lagi nanti."
        )
        self.why = LineEdit(self.tr("Alasan"))
        self.why.setMaxLength(LONGEST_WHY)
        self.rows = RowList(theme)
        self.body.addWidget(Label(explained, "text", "text2", wrap=True))
        self.body.addWidget(self.rows)
        self.body.addWidget(
            Field(theme, self.tr("Alasan, dibaca semua anggota (boleh kosong)"), self.why)
        )

    def show_held(self, groups: Sequence[HeldGroup]) -> None:
        """Show what waits; the card goes away when nothing does."""
        self.rows.clear()
        for group in groups:
            self.rows.add(self._row(group))
        self.setVisible(bool(groups))

    def wipe(self) -> None:
        """Forget what waits."""
        self.rows.clear()
        self.why.clear()

    def _row(self, group: HeldGroup) -> QWidget:
        count = self.tr("%Ln perubahan", "", group.count)
        take = Button(self._theme, self.tr("Terima"), kind="primary", size="small")
        leave = Button(self._theme, self.tr("Tolak"), size="small")
        take.clicked.connect(partial(self._decide, group, True))
        leave.clicked.connect(partial(self._decide, group, False))
        name = group.name or self.tr("Laptop tanpa nama")
        return TodoRow(
            self._theme, "inbox", fill(self.tr("%1 dari %2"), count, name), self._reason(group.why),
            actions=(take, leave), flush=True,
        )  # fmt: skip

    def _decide(self, group: HeldGroup, ok: bool, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - `clicked` gives it
        self.decided.emit(group, ok, self.why.text().strip())
        self.why.clear()

    def _reason(self, why: str) -> str:
        return {
            "keluar": self.tr("Laptop ini sudah keluar sewaktu catatannya sampai."),
            "jam": self.tr("Urutan catatannya jauh di depan catatan lain."),
        }.get(why, self.tr("Laptop ini belum boleh menulis di sana sewaktu catatannya sampai."))
