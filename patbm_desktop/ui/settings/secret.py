"""Kata sandi dan lembar pemulihan: change the one, make and try the other."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from patbm_desktop.actions.entrance.passphrases import SheetState
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.fields import Field, LineEdit
from patbm_desktop.ui.parts.labels import Label, Pill
from patbm_desktop.ui.parts.layouts import Column, Flow, Row, box
from patbm_desktop.ui.parts.passphrase_choice import PassphraseChoice
from patbm_desktop.ui.theme import Theme


class SecretSection(Card):
    """A new passphrase goes out once; the letters of the sheet come in to be tried."""

    passphrase_chosen = Signal(str)
    sheet_asked = Signal()
    sheet_tried = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        draw: Callable[[], str],
        strength: Callable[[str], str],
    ) -> None:
        super().__init__(theme, title=title, spacing=12)
        self._draw, self._strength = draw, strength
        self._theme = theme
        self._make_passphrase(theme)
        self._make_sheet(theme)
        self._connect()
        self._fold()

    def show_sheet(self, state: SheetState) -> None:
        """Say how far the recovery sheet has come."""
        words, icon, status = {
            SheetState.NONE: (self.tr("Belum dibuat"), "circle-dashed", "warn"),
            SheetState.MADE: (self.tr("Sudah dibuat, belum dicoba"), "file-text", "info"),
            SheetState.TRIED: (self.tr("Sudah dicoba, cocok"), "circle-check", "ok"),
        }[state]
        self.state.set(words, icon, status)
        self.trying.setVisible(state is not SheetState.NONE)
        again = self.tr("Cetak lembar baru")
        self.print_sheet.setText(self.tr("Cetak lembar") if state is SheetState.NONE else again)

    def show_trial(self, *, fits: bool) -> None:
        """Say whether the letters that were typed open the vault."""
        other = self.tr("Belum cocok. Periksa hurufnya, lalu coba lagi.")
        self.letters_field.problem("" if fits else other)
        if fits:
            self.letters.clear()

    def passphrase_changed(self) -> None:
        """Take the words out of sight: they are in force now."""
        self._fold()

    def wipe(self) -> None:
        """Forget what is typed."""
        self.choice.wipe()
        self.letters.clear()

    def _make_passphrase(self, theme: Theme) -> None:
        self.change = Button(theme, self.tr("Ganti kata sandi"), icon="key-round")
        self.choice = PassphraseChoice(theme, self._draw, self._strength)
        self.use = Button(theme, self.tr("Pakai kata sandi baru"), kind="primary")
        self.leave = Button(theme, self.tr("Tetap yang lama"), kind="link")
        acts = Row(theme, spacing=10)
        acts.addWidget(self.use)
        acts.addWidget(self.leave)
        acts.addStretch(1)
        column = Column(theme, spacing=12)
        column.addWidget(self.choice)
        column.addLayout(acts)
        self.renewal = box(column)
        row = Row(theme)
        row.addWidget(self.change)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.renewal)

    def _make_sheet(self, theme: Theme) -> None:
        self.state = Pill(theme, "")
        head = Row(theme, spacing=10)
        head.addWidget(Label(self.tr("Lembar pemulihan"), "strong"))
        head.addWidget(self.state)
        head.addStretch(1)
        advice = self.tr(
            "Titipkan dalam amplop tertutup ke koordinator. Lembar baru menggantikan yang lama."
        )
        self.print_sheet = Button(theme, "", icon="printer")
        self.letters = LineEdit(self.tr("Huruf di lembar pemulihan"), "ABCD-EFGH-…")
        self.letters_field = Field(
            theme,
            self.tr("Coba lembarnya"),
            self.letters,
            self.tr("Ketik huruf di lembar, empat-empat, untuk memastikan lembarnya terbaca."),
        )
        self.try_letters = Button(theme, self.tr("Coba lembar"))
        column = Column(theme, spacing=8)
        column.addWidget(self.letters_field)
        row = Row(theme)
        row.addWidget(self.try_letters)
        row.addStretch(1)
        column.addLayout(row)
        self.trying = box(column)
        acts = Flow(theme)
        acts.add(self.print_sheet)
        self.body.addSpacing(theme.px(8))
        self.body.addLayout(head)
        self.body.addWidget(Label(advice, "secondary", "text2", wrap=True))
        self.body.addWidget(acts)
        self.body.addWidget(self.trying)

    def _connect(self) -> None:
        self.change.clicked.connect(self._unfold)
        self.leave.clicked.connect(self._fold)
        self.use.clicked.connect(self._choose)
        self.choice.submitted.connect(self._choose)
        self.print_sheet.clicked.connect(self.sheet_asked)
        self.try_letters.clicked.connect(self._try)
        self.letters.returnPressed.connect(self._try)

    def _unfold(self) -> None:
        self.choice.take(self._draw(), own=False)
        self.renewal.show()
        self.change.hide()
        self.choice.another.setFocus()

    def _fold(self) -> None:
        self.choice.wipe()
        self.renewal.hide()
        self.change.show()

    def _choose(self) -> None:
        if not self.choice.is_enough():
            self.choice.problem(self.tr("Tambah kata: paling sedikit empat kata, atau 20 huruf."))
            return
        self.passphrase_chosen.emit(self.choice.passphrase())

    def _try(self) -> None:
        if self.letters.text().strip():
            self.sheet_tried.emit(self.letters.text())
