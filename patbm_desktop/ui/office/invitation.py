"""An invitation: for which RT, and the five groups of four to hand on."""

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.kelurahan.membership import Invited
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner, Card
from patbm_desktop.ui.parts.fields import Field, LineEdit
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Flow, box, keep_size
from patbm_desktop.ui.parts.pause import Pause
from patbm_desktop.ui.strings import fill, rt_short
from patbm_desktop.ui.theme import Theme


class InvitationCard(Card):
    """Asks for an invitation and shows the one that was made."""

    wanted = Signal(str)
    """The number of an RT, "" for another coordinator."""
    copy_asked = Signal(str)
    print_asked = Signal(object)
    save_asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=12, title=self.tr("Buat kode undangan"))
        self.invited: Invited | None = None
        self.has_server = False
        self._make_form(theme)
        self._make_shown(theme)
        self.note = Banner(theme, "", status="warn", icon="circle-alert")
        self.note.hide()
        for widget in (self.rt_field, self.acts, self.shown, self.note):
            self.body.addWidget(widget)
        self._connect()

    def show_invited(self, invited: Invited, *, has_server: bool) -> None:
        """Show the invitation; without a server only its file leads anywhere."""
        self.invited = invited
        self.show_busy(busy=False)
        self.note.hide()
        whose = (
            fill(self.tr("Untuk RT %1"), rt_short(invited.rt))
            if invited.rt
            else self.tr("Untuk koordinator lain")
        )
        self.whose.setText(whose)
        self.code.setText(invited.groups)
        for widget in (self.code, self.copy, self.print):
            widget.setVisible(has_server)
        self.way.setText(
            self.tr("Berlaku 14 hari, untuk satu laptop.")
            if has_server
            else self.tr("Tanpa server, undangan dibawa sebagai file di flashdisk.")
        )
        self.shown.show()
        (self.copy if has_server else self.keep).setFocus()

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed while the server is asked, nor an older code be read out."""
        if busy:
            self.wipe()
        self._pause.set(on=busy)

    def forget(self, rt: str) -> None:
        """Show the code no more that was made for `rt`: it brought in the one laptop it is for."""
        if self.invited is not None and self.invited.rt == rt:
            self.wipe()

    def tell(self, sentence: str) -> None:
        """Say why there is no invitation."""
        self.show_busy(busy=False)
        self.note.set_text(sentence)
        self.note.show()

    def wipe(self) -> None:
        """Forget the invitation."""
        self.invited = None
        self.shown.hide()
        self.code.clear()

    def _make_form(self, theme: Theme) -> None:
        self.rt = LineEdit(self.tr("RT"))
        digits = QRegularExpression(r"\d{1,3}")
        self.rt.setValidator(QRegularExpressionValidator(digits, self.rt))
        keep_size(theme, self.rt, max_width=164)
        self.rt_field = Field(theme, self.tr("Untuk RT"), self.rt)
        self.invite = Button(theme, self.tr("Buat kode undangan"), kind="primary", icon="user-plus")
        self.other = Button(theme, self.tr("Undang koordinator"), icon="users")
        self.acts = Flow(theme, spacing=(10, 8))
        self.acts.add(self.invite)
        self.acts.add(self.other)
        self._pause = Pause((self.invite, self.other), self)

    def _make_shown(self, theme: Theme) -> None:
        self.whose = Label("", "label", "text2", wrap=True)
        self.code = Label("", "wizard", wrap=True)
        self.way = Label("", "secondary", "text2", wrap=True)
        self.copy = Button(theme, self.tr("Salin"), icon="copy", size="small")
        self.print = Button(theme, self.tr("Cetak undangan"), icon="printer", size="small")
        self.keep = Button(theme, self.tr("Simpan file undangan"), icon="usb", size="small")
        acts = Flow(theme, spacing=(10, 8))
        for button in (self.copy, self.print, self.keep):
            acts.add(button)
        column = Column(theme, spacing=6)
        for widget in (self.whose, self.code, self.way, acts):
            column.addWidget(widget)
        self.shown: QWidget = box(column)
        self.shown.hide()

    def _connect(self) -> None:
        self.invite.clicked.connect(self._submit)
        self.rt.returnPressed.connect(self._submit)
        self.other.clicked.connect(self.ask_for_coordinator)
        self.copy.clicked.connect(lambda: self.copy_asked.emit(self.code.text()))
        self.print.clicked.connect(lambda: self.print_asked.emit(self.invited))
        self.keep.clicked.connect(lambda: self.save_asked.emit(self.invited))

    def ask_for_coordinator(self) -> None:
        """Ask for an invitation of another coordinator."""
        self.show_busy(busy=True)
        self.wanted.emit("")

    def _submit(self) -> None:
        number = self.rt.text().strip("0 ")
        self.rt_field.problem("" if number else self.tr("Isi nomor RT dulu."))
        if number:
            self.show_busy(busy=True)
            self.wanted.emit(number.zfill(3))
        else:
            self.rt.setFocus()
