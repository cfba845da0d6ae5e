"""Lupa kata sandi: ask a coordinator by flash drive, read out a code, take in the answer."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.entrance.unlock_help import Standing
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Flow, show_if
from patbm_desktop.ui.strings import fill
from patbm_desktop.ui.theme import Theme


class HelpSide(QWidget):
    """Shows how far a request for help has come, and passes on what is asked for next."""

    save_asked = Signal()
    take_asked = Signal()
    call_off_asked = Signal()
    back_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._choose: Callable[[], None] | None = None
        self.explained = Label("", "text", wrap=True)
        self.who = Label("", "secondary", "text2", wrap=True)
        self.caption = Label(
            self.tr("Bacakan dua belas huruf ini kepada koordinator"), "label", "text2", wrap=True
        )
        self.code = Label("", "wizard", wrap=True)
        self._make_buttons(theme)
        self.note = Banner(theme, "", status="warn", icon="usb")
        self.choose = Button(theme, "", size="small")
        self.note.buttons.addWidget(self.choose)
        self._lay(theme)
        self._connect()
        self.show_standing(Standing(0, ()))

    def show_standing(self, standing: Standing) -> None:
        """Show who can help, or the code of the request that waits."""
        is_waiting, can_ask = bool(standing.code), standing.count > 0
        self.show_busy(busy=False)
        self.note.hide()
        self.explained.setText(self._explained(standing))
        self.who.setText(fill(self.tr("Yang bisa membantu: %1"), ", ".join(standing.helpers)))
        self.code.setText(standing.code)
        self.code.setAccessibleName(" ".join(standing.code))
        show_if(self.who, on=can_ask and bool(standing.helpers))
        for widget in (self.caption, self.code, self.take, self.once_more, self.call_off):
            show_if(widget, on=is_waiting)
        show_if(self.save, on=can_ask and not is_waiting)

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed while a flash drive is written or read."""
        for button in (self.save, self.take, self.once_more, self.call_off, self.back):
            button.setEnabled(not busy)
        if busy:
            self.note.hide()

    def tell(self, sentence: str, *, well: bool) -> None:
        """Say how it ended."""
        self._say(sentence, well=well)
        self.choose.hide()

    def offer(self, sentence: str, verb: str, choose: Callable[[], None]) -> None:
        """Say that no flash drive can be meant, with a way to choose a place by hand."""
        self._choose = choose
        self._say(sentence, well=False)
        self.choose.setText(verb)
        self.choose.show()

    def start(self) -> None:
        """Put the focus on what comes next."""
        steps = (self.take, self.save, self.back)
        next(each for each in steps if each.isVisibleTo(self)).setFocus()

    def _say(self, sentence: str, *, well: bool) -> None:
        self.show_busy(busy=False)
        self.note.set_status("ok" if well else "warn", "circle-check" if well else "usb")
        self.note.set_text(sentence)
        self.note.show()

    def _explained(self, standing: Standing) -> str:
        if standing.code:
            return self.tr(
                "Bawa flashdisk ke koordinator. Bacakan kodenya langsung, atau lewat nomor yang "
                "sudah dikenalnya. Program boleh ditutup sambil menunggu."
            )
        if standing.count:
            return self.tr(
                "Koordinator bisa membuka laptop ini lewat flashdisk, tanpa internet. Ia tidak "
                "perlu tahu kata sandinya, dan catatan yang belum terkirim tetap ada."
            )
        return self.tr(
            "Belum ada koordinator yang bisa membuka laptop ini. Pakai lembar pemulihan. Catatan "
            "tetap aman dan terkunci."
        )

    def _make_buttons(self, theme: Theme) -> None:
        self.save = Button(
            theme, self.tr("Simpan permintaan ke flashdisk"), kind="primary", icon="usb",
            size="huge",
        )  # fmt: skip
        self.take = Button(
            theme, self.tr("Ambil jawaban dari flashdisk"), kind="primary", icon="lock-open",
            size="huge",
        )  # fmt: skip
        self.once_more = Button(theme, self.tr("Simpan permintaan lagi"), icon="usb", size="small")
        self.call_off = Button(theme, self.tr("Batalkan permintaan"), size="small")
        self.back = Button(theme, self.tr("Kembali"), kind="link", icon="arrow-left")

    def _lay(self, theme: Theme) -> None:
        acts = Flow(theme, spacing=(10, 8))
        acts.add(self.once_more)
        acts.add(self.call_off)
        column = Column(theme, self, spacing=12)
        for widget in (
            self.explained, self.who, self.caption, self.code, self.save, self.take, self.note,
            acts,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.note.hide()

    def _connect(self) -> None:
        self.save.clicked.connect(self.save_asked)
        self.once_more.clicked.connect(self.save_asked)
        self.take.clicked.connect(self.take_asked)
        self.call_off.clicked.connect(self.call_off_asked)
        self.back.clicked.connect(self.back_asked)
        self.choose.clicked.connect(self._chosen)

    def _chosen(self) -> None:
        if self._choose is not None:
            self._choose()
