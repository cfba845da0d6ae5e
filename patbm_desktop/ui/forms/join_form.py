"""The code of an invitation and the address of the server, as a person types them in."""

from collections.abc import Mapping

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.travel.errands import Wish
from patbm_desktop.ui.parts.fields import Field, LineEdit
from patbm_desktop.ui.parts.layouts import Column, keep_size, show_if
from patbm_desktop.ui.strings import rt_short
from patbm_desktop.ui.theme import Theme

LONGEST_CODE = 40
LONGEST_ADDRESS = 253


class JoinForm(QWidget):
    """Asks for code and address; `submitted` is Enter in the last field, `edited` that she typed.

    A laptop that belongs to a kelurahan already is asked for which RT the invitation is.
    """

    submitted = Signal()
    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._own = ""
        self.code = LineEdit(self.tr("Kode undangan"), "XXXX XXXX XXXX XXXX XXXX")
        self.code.setMaxLength(LONGEST_CODE)
        hint = self.tr("Huruf besar atau kecil sama saja. Spasi boleh dilewati.")
        self.code_field = Field(theme, self.tr("Kode undangan"), self.code, hint)
        self.server = LineEdit(self.tr("Alamat server"), "patbm.contoh.go.id")
        self.server.setMaxLength(LONGEST_ADDRESS)
        self.server_field = Field(
            theme, self.tr("Alamat server"), self.server, self.tr("Tertulis di undangan.")
        )
        self._make_rt(theme)
        column = Column(theme, self, spacing=14)
        for field in (self.code_field, self.server_field, self.rt_field):
            column.addWidget(field)
        self.code.returnPressed.connect(self.server.setFocus)
        self.server.returnPressed.connect(self.submitted)
        for line in (self.code, self.server, self.rt):
            line.textEdited.connect(self.edited)

    def _make_rt(self, theme: Theme) -> None:
        self.rt = LineEdit(self.tr("Untuk RT"))
        digits = QRegularExpression(r"\d{1,3}")
        self.rt.setValidator(QRegularExpressionValidator(digits, self.rt))
        keep_size(theme, self.rt, max_width=164)
        hint = self.tr("Nomor RT lain kalau laptop ini juga mencatat untuk RT itu.")
        self.rt_field = Field(theme, self.tr("Untuk RT"), self.rt, hint)
        self.rt_field.hide()
        self.rt.returnPressed.connect(self.submitted)

    def ask_for_rt(self, own: str) -> None:
        """Ask for which RT the invitation is, where `own` is that at the keyboard; "" asks not."""
        if own != self._own:
            self.rt.setText(rt_short(own))
        self._own = own
        show_if(self.rt_field, on=bool(own))

    def data(self) -> dict[str, object]:
        """Return what is typed, fit to be joined with or not."""
        return {"code": self.code.text(), "server": self.server.text(), "rt": self.rt.text()}

    def set_data(self, data: Mapping[str, object]) -> None:
        """Show again what was half typed."""
        for name, line in (("code", self.code), ("server", self.server), ("rt", self.rt)):
            line.setText(str(data.get(name, "")) or line.text())

    def wish(self) -> Wish:
        """Return what was typed."""
        typed = self.rt.text().strip().lstrip("0").zfill(3) if self._own else ""
        return Wish(
            code=self.code.text().strip(),
            server=self.server.text().strip(),
            rt="" if typed == self._own else typed,
        )

    def is_fine(self) -> bool:
        """Say beside each field what is still needed."""
        needs = [
            (self.code_field, self.code, self.tr("Ketik kodenya dulu.")),
            (self.server_field, self.server, self.tr("Ketik alamat server dulu.")),
        ]
        if self._own:
            needs.append((self.rt_field, self.rt, self.tr("Isi nomor RT dulu.")))
        open_ones = [(field, line) for field, line, _ in needs if not line.text().strip("0 ")]
        for field, line, words in needs:
            field.problem("" if line.text().strip("0 ") else words)
        if open_ones:
            open_ones[0][1].setFocus()
        return not open_ones

    def wipe(self) -> None:
        """Forget what is typed."""
        self.code.clear()
