"""Step 4: connect to the kelurahan, or leave it for later, which needs nothing."""

from pathlib import Path

from PySide6.QtCore import Signal

from patbm_desktop.actions.travel.errands import Wish
from patbm_desktop.ui.first_run.step import Step
from patbm_desktop.ui.forms.join_form import JoinForm
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner, Card
from patbm_desktop.ui.parts.choices import CardGroup, ChoiceCard
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Row
from patbm_desktop.ui.theme import Theme

LATER, CODE, FILE = 0, 1, 2


class JoiningStep(Step):
    """Asks by which way; what a way needs appears under it."""

    file_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.file: Path | None = None
        self._make_ways(theme)
        self._make_code(theme)
        self._make_file(theme)
        note = self.tr(
            "Catatan tetap tersimpan dan terkunci di laptop ini. "
            "Tidak ada yang dikirim tanpa sambungan."
        )
        column = Column(theme, self, spacing=12)
        for widget in (self.later, self.by_code, self.code_card, self.by_file, self.file_card):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(Banner(theme, note, status="info"))
        self.ways.picked.connect(self._take_up)
        self.form.submitted.connect(self.submitted)
        self.choose.clicked.connect(self.file_asked)
        self._show_way(LATER)

    def title(self) -> str:
        """Return the question."""
        return self.tr("Hubungkan ke kelurahan?")

    def subtitle(self, form: str) -> str:  # noqa: ARG002 - the same for everybody
        """Return the line under it."""
        return self.tr("Boleh dilewati. Aplikasi ini bekerja penuh tanpa server.")

    def start(self) -> None:
        """Put the focus on the way that is chosen."""
        (self.later, self.by_code, self.by_file)[self.ways.index()].setFocus()

    def is_fine(self) -> bool:
        """Say what the chosen way still needs."""
        if self.ways.index() == CODE:
            return self.form.is_fine()
        if self.ways.index() == FILE and self.file is None:
            self.named.setText(self.tr("Pilih file undangan dulu."))
            self.choose.setFocus()
            return False
        return True

    def wish(self) -> Wish | None:
        """Return how somebody wants to be connected; None for later."""
        return {CODE: self.form.wish(), FILE: Wish(file=self.file)}.get(self.ways.index())

    def show_file(self, path: Path) -> None:
        """Show which invitation was chosen."""
        self.file = path
        self.named.setText(path.name)

    def set_office(self, *, is_office: bool) -> None:
        """Say what is meant: a coordinator has her code from the server's administrator."""
        self.later.set_text(
            self.tr("Mulai sekarang. Undangan untuk RT bisa dibuat juga tanpa server.")
            if is_office
            else self.tr("Mulai mencatat sekarang. Semua fungsi RT langsung bisa dipakai.")
        )
        self.by_code.set_text(
            self.tr(
                "Delapan huruf dari pengurus server, atau dua puluh dari koordinator lain. "
                "Perlu internet sebentar."
            )
            if is_office
            else self.tr("Dua puluh huruf dari koordinator kelurahan. Perlu internet sebentar.")
        )

    def wipe(self) -> None:
        """Forget what is typed."""
        self.form.wipe()

    def _make_ways(self, theme: Theme) -> None:
        self.later = ChoiceCard(
            theme,
            "laptop",
            self.tr("Nanti saja"),
            self.tr("Mulai mencatat sekarang. Semua fungsi RT langsung bisa dipakai."),
            pill=self.tr("Paling mudah"),
        )
        self.by_code = ChoiceCard(
            theme,
            "ticket",
            self.tr("Saya punya kode undangan"),
            self.tr("Dua puluh huruf dari koordinator kelurahan. Perlu internet sebentar."),
        )
        self.by_file = ChoiceCard(
            theme,
            "usb",
            self.tr("Saya punya file di flashdisk"),
            self.tr("Untuk tempat tanpa sinyal sama sekali."),
        )
        self.ways = CardGroup(self.later, self.by_code, self.by_file)

    def _make_code(self, theme: Theme) -> None:
        self.form = JoinForm(theme)
        self.code_card = Card(theme, margins=(24, 18, 24, 20))
        self.code_card.body.addWidget(self.form)

    def _make_file(self, theme: Theme) -> None:
        self.file_card = Card(theme, margins=(24, 16, 24, 16))
        self.choose = Button(theme, self.tr("Pilih file undangan"), icon="folder-open")
        self.named = Label("", "text", "text2", wrap=True)
        row = Row(theme, spacing=12)
        row.addWidget(self.choose)
        row.addWidget(self.named, 1)
        self.file_card.body.addLayout(row)

    def _take_up(self, way: int) -> None:
        self._show_way(way)
        if way == CODE:
            self.form.code.setFocus()
        elif way == FILE:
            self.choose.setFocus()

    def _show_way(self, way: int) -> None:
        self.code_card.setVisible(way == CODE)
        self.file_card.setVisible(way == FILE)
