"""The code of an invitation and the address of the server, as a person types them in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.exchanging import Wish
from patbm_desktop.ui.parts.fields import Field, LineEdit
from patbm_desktop.ui.parts.layouts import Column
from patbm_desktop.ui.theme import Theme

LONGEST_CODE = 40
LONGEST_ADDRESS = 253


class JoinForm(QWidget):
    """Asks for code and address; `submitted` is Enter in the last field."""

    submitted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.code = LineEdit(self.tr("Kode undangan"), "XXXX XXXX XXXX XXXX XXXX")
        self.code.setMaxLength(LONGEST_CODE)
        hint = self.tr("Huruf besar atau kecil sama saja. Spasi boleh dilewati.")
        self.code_field = Field(theme, self.tr("Kode undangan"), self.code, hint)
        self.server = LineEdit(self.tr("Alamat server"), "patbm.contoh.go.id")
        self.server.setMaxLength(LONGEST_ADDRESS)
        self.server_field = Field(
            theme, self.tr("Alamat server"), self.server, self.tr("Tertulis di undangan.")
        )
        column = Column(theme, self, spacing=14)
        column.addWidget(self.code_field)
        column.addWidget(self.server_field)
        self.code.returnPressed.connect(self.server.setFocus)
        self.server.returnPressed.connect(self.submitted)

    def wish(self) -> Wish:
        """Return what was typed."""
        return Wish(code=self.code.text().strip(), server=self.server.text().strip())

    def is_fine(self) -> bool:
        """Say beside each field what is still needed."""
        needs = (
            (self.code_field, self.code, self.tr("Ketik kodenya dulu.")),
            (self.server_field, self.server, self.tr("Ketik alamat server dulu.")),
        )
        open_ones = [(field, line) for field, line, _ in needs if not line.text().strip()]
        for field, line, words in needs:
            field.problem("" if line.text().strip() else words)
        if open_ones:
            open_ones[0][1].setFocus()
        return not open_ones

    def wipe(self) -> None:
        """Forget what is typed."""
        self.code.clear()
