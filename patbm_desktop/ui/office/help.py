"""A laptop whose passphrase is forgotten: whose it is, and the twelve characters read out.

What stands here is what the slot says about its owner. As with a laptop that asks to be let in,
there is no button that agrees: the coordinator types what she hears.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal

from patbm_desktop.actions.entrance.unlock_help import Asking
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner, Card
from patbm_desktop.ui.parts.fields import Field, LineEdit
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Flow, box, keep_size
from patbm_desktop.ui.parts.pause import Pause
from patbm_desktop.ui.strings import fill, rt_short
from patbm_desktop.ui.theme import Theme

LONGEST_CODE = 24


class HelpCard(Card):
    """Takes in a request for help, says whose laptop it opens, and takes down its code."""

    take_asked = Signal()
    answered = Signal(str)
    """What was typed."""
    dropped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=12, title=self.tr("Laptop yang lupa kata sandi"))
        self._choose: Callable[[], None] | None = None
        self.explained = Label(
            self.tr("Kader yang lupa kata sandi membawa permintaan di flashdisk."),
            "text", "text2", wrap=True,
        )  # fmt: skip
        self.take = Button(theme, self.tr("Ambil permintaan dari flashdisk"), icon="usb")
        self.note = Banner(theme, "", status="info")
        self.choose = Button(theme, self.tr("Pilih file"), size="small")
        self.note.buttons.addWidget(self.choose)
        self._make_form(theme)
        acts = Flow(theme, spacing=(10, 8))
        acts.add(self.take)
        self._take_row = acts
        for widget in (self.explained, acts, self.form, self.note):
            self.body.addWidget(widget)
        self._connect()
        self.wipe()

    def show_asking(self, asking: Asking) -> None:
        """Say whose laptop a request opens, and ask for its code."""
        of_rt = fill(self.tr("Membuka laptop %1, RT %2"), asking.name, rt_short(asking.rt))
        of_office = fill(self.tr("Membuka laptop %1"), asking.name)
        self.whose.setText(of_rt if asking.rt else of_office)
        self.code.clear()
        self.code_field.problem("")
        self._show_form(on=True)
        self.show_busy(busy=False)
        self.note.hide()
        self.code.setFocus()

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed while a flash drive is read or written."""
        self._pause.set(on=busy)

    def tell(self, sentence: str, *, well: bool) -> None:
        """Say how it ended."""
        self._say(sentence, well=well)
        self.choose.hide()
        if well:
            self._show_form(on=False)
            self.take.setFocus()

    def offer(self, sentence: str, choose: Callable[[], None]) -> None:
        """Say that no file can be meant, with a way to choose one."""
        self._choose = choose
        self._say(sentence, well=False)
        self.choose.show()

    def wipe(self) -> None:
        """Forget whom it was about, and what was typed."""
        self.whose.clear()
        self.code.clear()
        self.note.hide()
        self.show_busy(busy=False)
        self._show_form(on=False)

    def _say(self, sentence: str, *, well: bool) -> None:
        self.show_busy(busy=False)
        self.note.set_status("ok" if well else "warn", "circle-check" if well else "circle-alert")
        self.note.set_text(sentence)
        self.note.show()

    def _show_form(self, *, on: bool) -> None:
        self.form.setVisible(on)
        self.explained.setVisible(not on)
        self._take_row.setVisible(not on)

    def _make_form(self, theme: Theme) -> None:
        self.whose = Label("", "strong", wrap=True)
        sure = self.tr(
            "Temui pemiliknya sendirian, atau telepon ke nomor yang sudah dikenal. Setelah ini "
            "laptop itu terbuka bersama semua catatannya."
        )
        self.code = LineEdit(self.tr("Dua belas huruf"), "XXXX XXXX XXXX")
        self.code.setMaxLength(LONGEST_CODE)
        keep_size(theme, self.code, max_width=320)
        self.code_field = Field(theme, self.tr("Dua belas huruf yang dibacakan"), self.code)
        self.save = Button(
            theme, self.tr("Simpan jawaban ke flashdisk"), kind="primary", icon="key-round"
        )
        self.leave = Button(theme, self.tr("Biarkan dulu"))
        acts = Flow(theme, spacing=(10, 8))
        acts.add(self.save)
        acts.add(self.leave)
        column = Column(theme, spacing=10)
        for widget in (self.whose, Label(sure, "text", "text2", wrap=True), self.code_field, acts):
            column.addWidget(widget)
        self.form = box(column)

    def _connect(self) -> None:
        self._pause = Pause((self.take, self.save, self.leave), self)
        self.take.clicked.connect(self.take_asked)
        self.save.clicked.connect(self._submit)
        self.code.returnPressed.connect(self._submit)
        self.leave.clicked.connect(self._drop)
        self.choose.clicked.connect(self._chosen)

    def _submit(self) -> None:
        typed = self.code.text().strip()
        self.code_field.problem("" if typed else self.tr("Ketik dua belas hurufnya dulu."))
        if not typed:
            self.code.setFocus()
        elif self.save.isEnabled():
            self.show_busy(busy=True)
            self.answered.emit(typed)

    def _drop(self) -> None:
        self.wipe()
        self.take.setFocus()
        self.dropped.emit()

    def _chosen(self) -> None:
        if self._choose is not None:
            self._choose()
