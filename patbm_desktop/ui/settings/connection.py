"""Hubungan: the server, whether notes travel by themselves, and the code of this laptop."""

from PySide6.QtCore import Signal

from patbm_desktop.actions.kelurahan.joining import Standing
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.fields import Field, LineEdit, put
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Flow
from patbm_desktop.ui.parts.toggle import ToggleRow
from patbm_desktop.ui.theme import Theme

LONGEST_ADDRESS = 253


class ConnectionSection(Card):
    """Says what is to be another one; an address is told when its field is left."""

    address_changed = Signal(str)
    switched = Signal(bool)
    join_asked = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, title=title, spacing=14)
        self._address = ""
        self.code = Label("", "page")
        code = self.tr("Kode laptop ini, dibacakan kepada koordinator waktu bergabung")
        self.address = LineEdit(self.tr("Alamat server"), "patbm.contoh.go.id")
        self.address.setMaxLength(LONGEST_ADDRESS)
        self.address_field = Field(
            theme,
            self.tr("Alamat server"),
            self.address,
            self.tr("Kosong: catatan hanya lewat flashdisk."),
        )
        self.travels = ToggleRow(
            theme,
            self.tr("Kirim dan terima lewat internet"),
            self.tr("Kalau dimatikan, catatan hanya dibawa lewat flashdisk."),
        )
        self.join = Button(theme, self.tr("Hubungkan"), icon="ticket")
        acts = Flow(theme)
        acts.add(self.join)
        self.body.addWidget(Label(code, "label", wrap=True))
        self.body.addWidget(self.code)
        self.body.addWidget(self.address_field)
        self.body.addWidget(self.travels)
        self.body.addWidget(acts)
        self.address.editingFinished.connect(self._tell)
        self.travels.toggled.connect(self.switched)
        self.join.clicked.connect(self.join_asked)

    def show_standing(self, standing: Standing, *, travels: bool) -> None:
        """Show what is in force."""
        self._address = standing.server
        self.code.setText(standing.code)
        put(self.address, standing.server)
        self.address_field.problem("")
        self.travels.set_on(travels)
        self.travels.setVisible(bool(standing.server))

    def show_problem(self, sentence: str) -> None:
        """Say why an address cannot be used."""
        self.address_field.problem(sentence)

    def _tell(self) -> None:
        self.address.setModified(False)
        typed = self.address.text().strip()
        if typed != self._address:
            self.address_changed.emit(typed)
