"""Step 3: the passphrase, and the sheet that helps when it is forgotten."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from patbm_desktop.ui.first_run.step import Step
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner, Card
from patbm_desktop.ui.parts.labels import IconDisc, Label
from patbm_desktop.ui.parts.layouts import Column, Row
from patbm_desktop.ui.parts.passphrase_choice import PassphraseChoice
from patbm_desktop.ui.strings import addressed
from patbm_desktop.ui.theme import Theme


class SecretStep(Step):
    """Three drawn words or own ones; the recovery sheet is printed now or later."""

    sheet_asked = Signal()

    def __init__(
        self, theme: Theme, draw: Callable[[], str], strength: Callable[[str], str]
    ) -> None:
        super().__init__(theme)
        self.choice = PassphraseChoice(theme, draw, strength)
        self.print_sheet = Button(theme, self.tr("Cetak lembar"), icon="printer")
        self.later = Button(theme, self.tr("Nanti"), kind="link")
        self.note = Banner(theme, "", status="ok", icon="circle-check")
        self.note.hide()
        self._lay(theme)
        self.print_sheet.clicked.connect(self.sheet_asked)
        self.later.clicked.connect(self.submitted)
        self.choice.submitted.connect(self.submitted)

    def title(self) -> str:
        """Return the question."""
        return self.tr("Buat kata sandi")

    def subtitle(self, form: str) -> str:
        """Return the line under it."""
        return addressed(
            form,
            self.tr("Tiga kata ini kunci laptop %sapaan. Hafalkan, atau ganti."),
            self.tr("Tiga kata ini kunci laptop ini. Hafalkan, atau ganti."),
        )

    def start(self) -> None:
        """Put the focus where the words are changed or typed."""
        self.choice.own.setFocus() if self.choice.is_own() else self.choice.another.setFocus()

    def is_fine(self) -> bool:
        """Say why words of one's own will not do."""
        fine = self.choice.is_enough()
        few = self.tr("Tambah kata: paling sedikit empat kata, atau 20 huruf.")
        self.choice.problem("" if fine else few)
        return fine

    def sheet_made(self, *, printed: bool) -> None:
        """Say that the passphrase is in force now, and whether the sheet came out."""
        self.choice.settle()
        kept = self.tr("Lembar pemulihan sudah dibuat. Titipkan dalam amplop tertutup.")
        put_off = self.tr("Kata sandi sudah berlaku. Lembar bisa dicetak nanti di Pengaturan.")
        self.note.set_text(kept if printed else put_off)
        self.note.show()
        self.print_sheet.setEnabled(False)
        self.later.hide()

    def _lay(self, theme: Theme) -> None:
        words = Card(theme, margins=(24, 18, 24, 18), spacing=10)
        words.body.addWidget(self.choice)
        sheet = Card(theme, margins=(20, 16, 20, 14), spacing=10)
        row = Row(theme, spacing=14)
        text = Column(theme, spacing=3)
        text.addWidget(Label(self.tr("Cetak lembar pemulihan"), "strong"))
        text.addWidget(Label(self._explained(), "secondary", "text2", wrap=True))
        row.addWidget(IconDisc(theme, "file-text"))
        row.addLayout(text, 1)
        acts = Row(theme, margins=(58, 0, 0, 0), spacing=8)
        acts.addWidget(self.print_sheet)
        acts.addWidget(self.later)
        acts.addStretch(1)
        sheet.body.addLayout(row)
        sheet.body.addLayout(acts)
        column = Column(theme, self, spacing=12)
        column.addWidget(words)
        column.addWidget(sheet)
        column.addWidget(self.note)

    def _explained(self) -> str:
        return " ".join(
            (
                self.tr("Titipkan dalam amplop tertutup ke koordinator."),
                self.tr("Jangan simpan di rumah yang sama dengan laptop."),
                self.tr(
                    "Kalau kata sandi lupa dan lembar ini hilang, "
                    "catatan tidak bisa dibuka oleh siapa pun."
                ),
            )
        )
