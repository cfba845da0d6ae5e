"""RT and offices this laptop was removed from: what waits there, and letting go of the notes.

Deleting is a step of its own: first it is said in full what goes and what stays, then a word is
typed. Nothing here is done by Enter alone.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame

from patbm_desktop.actions.travel.left_spaces import LeftSpace, Stop, offered
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card, RowList, TodoRow
from patbm_desktop.ui.parts.fields import LineEdit
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Flow, show_if
from patbm_desktop.ui.strings import fill
from patbm_desktop.ui.theme import Theme


class LetGoPanel(QFrame):
    """Says what goes from this laptop and what stays elsewhere; `decided` once it was confirmed."""

    decided = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "banner")
        self.setProperty("status", "warn")
        self.title = Label("", "strong", wrap=True)
        self.lines = Label("", "text", wrap=True)
        self.ask = Label("", "label", wrap=True)
        self.word = LineEdit(self.tr("Kata untuk melanjutkan"), size="normal")
        self.go = Button(theme, self.tr("Hapus dari laptop ini"), kind="primary", icon="trash-2")
        self.keep = Button(theme, self.tr("Biarkan dulu"))
        acts = Flow(theme, spacing=(10, 8))
        acts.add(self.go)
        acts.add(self.keep)
        column = Column(theme, self, margins=(16, 12, 16, 14), spacing=8)
        for widget in (self.title, self.lines, self.ask, self.word, acts):
            column.addWidget(widget)
        self.word.textChanged.connect(self._look)
        self.go.clicked.connect(self._go)
        self.keep.clicked.connect(self.hide)
        self.hide()

    def open(self, going: Sequence[LeftSpace]) -> None:
        """Ask about `going`."""
        many = sum(each.stands.notes for each in going)
        self.title.setText(self.tr("Hapus %Ln catatan dari laptop ini?", "", many))
        names = ", ".join(name_of(each) for each in going)
        self.lines.setText("\n".join((
            fill(self.tr("Yang dihapus: catatan, nama, dan foto dari %1, juga cadangan harian di "
                         "laptop ini."), names),
            self.tr("Hanya dari laptop ini. Koordinator dan RT tetap menyimpan semuanya."),
            self.tr("Dari laptop ini tidak bisa dikembalikan. Kalau nanti diterima lagi di sana, "
                    "semuanya datang lagi sendiri."),
            self.tr("Kertas, flashdisk, dan cadangan yang disimpan di tempat lain tidak ikut "
                    "terhapus."),
        )))  # fmt: skip
        self.ask.setText(fill(self.tr("Ketik %1 untuk melanjutkan:"), _word()))
        self.word.clear()
        self._look()
        self.show()
        self.word.setFocus()

    def _look(self) -> None:
        self.go.setEnabled(self.word.text().strip().upper() == _word())

    def _go(self) -> None:
        self.go.setEnabled(False)
        self.decided.emit()


class LeftCard(Card):
    """What was left, and what of it may go; hidden while nothing was. `decided`: let it go now."""

    decided = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margins=(0, 0, 0, 12), spacing=0)
        self._theme = theme
        self._going: tuple[LeftSpace, ...] = ()
        self.rows = RowList(theme)
        self.panel = LetGoPanel(theme)
        self.ask = Button(theme, self.tr("Hapus dari laptop ini"), icon="trash-2", size="small")
        head = Column(theme, margins=(18, 12, 18, 6), spacing=4)
        head.addWidget(Label(self.tr("Yang sudah ditinggalkan"), "card", wrap=True))
        said = self.tr("Laptop ini bukan anggota lagi di sini. Catatannya tetap di laptop ini "
                       "sampai dihapus.")  # fmt: skip
        self.hint = Label(said, "hint", "text2", wrap=True)
        head.addWidget(self.hint)
        foot = Column(theme, margins=(18, 8, 18, 0), spacing=8)
        acts = Flow(theme, spacing=(10, 8))
        acts.add(self.ask)
        foot.addWidget(acts)
        foot.addWidget(self.panel)
        self.body.addLayout(head)
        self.body.addWidget(self.rows)
        self.body.addLayout(foot)
        self.ask.clicked.connect(self._open)
        self.panel.keep.clicked.connect(self.ask.show)
        self.panel.decided.connect(self.decided)
        self.hide()

    def show_spaces(self, found: Sequence[LeftSpace]) -> None:
        """Show `found` in place of what was there; a question that is open stays so."""
        going = offered(found)
        if going != self._going:
            self.panel.hide()
        self._going = going
        self.rows.clear()
        for each in found:
            self.rows.add(self._row(each))
        show_if(self.ask, on=bool(going) and self.panel.isHidden())
        show_if(self.hint, on=any(each.stands.gone_on is None for each in found))
        show_if(self, on=bool(found))

    def wipe(self) -> None:
        """Forget what is shown."""
        self.panel.word.clear()
        self.panel.hide()
        self.show_spaces(())

    def _row(self, left: LeftSpace) -> TodoRow:
        stands = left.stands
        icon, tone = ("inbox", "primary") if stands.stop else ("check", "ok")
        return TodoRow(self._theme, icon, name_of(left), state_of(left), tone=tone)

    def _open(self) -> None:
        self.ask.hide()
        self.panel.open(self._going)


def name_of(left: LeftSpace) -> str:
    """Return what people call a space that was left."""
    translate = QCoreApplication.translate
    if left.rt_number:
        said = translate("LeftCard", "RT %1, %2")
        name = fill(said, strings.rt_short(left.rt_number), left.kelurahan)
    else:
        name = fill(translate("LeftCard", "Kantor kelurahan %1"), left.kelurahan)
    if not left.whose:
        return name
    return fill(translate("LeftCard", "%1 (laptop %2)"), name, left.whose)


def state_of(left: LeftSpace) -> str:
    """Return how it stands: what waits, from when on it may go, or when it went."""
    translate, stands = QCoreApplication.translate, left.stands
    if stands.gone_on is not None:
        said = translate("LeftCard", "Dihapus dari laptop ini tanggal %1.")
        return fill(said, strings.plain_day(stands.gone_on))
    if stands.stop is Stop.NOTES:
        return translate(
            "LeftCard", "%Ln catatan belum diterima, atau menunggu koordinator.", "", stands.left
        )
    if stands.stop is Stop.DAYS and stands.due_on is not None:
        said = translate("LeftCard", "Semua sudah diterima. Mulai %1 bisa dihapus dari laptop ini.")
        return fill(said, strings.plain_day(stands.due_on))
    if stands.stop is None:
        return translate("LeftCard", "%Ln catatan, semuanya sudah diterima.", "", stands.notes)
    return _in_the_way(stands.stop)


def _in_the_way(stop: Stop) -> str:
    translate = QCoreApplication.translate
    return {
        Stop.PHOTOS: translate(
            "LeftCard", "Ada foto yang belum dipastikan sampai di server. Hubungi koordinator."
        ),
        Stop.READERS: translate(
            "LeftCard", "Ada catatan yang baru bisa dibuka di laptop ini. Hubungi koordinator."
        ),
        Stop.TOGETHER: translate(
            "LeftCard", "Semua sudah diterima, tetapi masih dipakai catatan lain di laptop ini."
        ),
    }.get(
        stop,
        translate("LeftCard", "Kirim dan terima dulu, untuk memastikan semuanya sudah diterima."),
    )


def _word() -> str:
    """Return the word that is typed by whoever means it."""
    return QCoreApplication.translate("LeftCard", "HAPUS")
