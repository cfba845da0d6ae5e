"""Choose a passphrase: three drawn words, or words of one's own."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.fields import Field
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Row, follow
from patbm_desktop.ui.parts.password import PasswordField
from patbm_desktop.ui.theme import Theme

HIDDEN = "●●●●●●"
PARTS = {"": 0, "too_weak": 1, "enough": 2, "strong": 3}
"""How much of the bar is filled."""


class StrengthBar(QWidget):
    """How hard a passphrase is to guess, as a bar of three parts and a word beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._level = theme, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(theme, self._fit)

    def set_level(self, level: str, words: str) -> None:
        """Show `level` ("", too_weak, enough or strong), read out as `words`."""
        self._level = level
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the three parts."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap, filled = theme.px(5), PARTS[self._level]
        width = (self.width() - 2 * gap) / 3
        for place in range(3):
            tone = ("warn" if filled == 1 else "primary") if place < filled else "border"
            painter.setBrush(theme.colour(tone))
            rect = QRectF(place * (width + gap), 0, width, self.height())
            painter.drawRoundedRect(rect, self.height() / 2, self.height() / 2)

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.px(6))
        self.update()


class PassphraseChoice(QWidget):
    """Shows drawn words, or takes one's own; `passphrase()` is what is chosen.

    `draw` returns three words with spaces between; `strength` says too_weak, enough or strong.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(
        self, theme: Theme, draw: Callable[[], str], strength: Callable[[str], str]
    ) -> None:
        super().__init__()
        self._theme, self._draw, self._strength = theme, draw, strength
        self._is_own, self._is_shown, self._drawn = False, True, draw()
        self._make_drawn(theme)
        self._make_own(theme)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._drawn_side)
        self._pages.addWidget(self._own_side)
        self._pages.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.bar = StrengthBar(theme)
        self.verdict = Label("", "hint", "text2")
        self._lay(theme)
        self._connect()
        self._dress()

    def passphrase(self) -> str:
        """Return the words as they will be asked for."""
        return self.own.text().strip() if self._is_own else self._drawn

    def is_own(self) -> bool:
        """Say whether the person writes words of her own."""
        return self._is_own

    def is_enough(self) -> bool:
        """Say whether what is chosen may be a passphrase."""
        return self._strength(self.passphrase()) != "too_weak"

    def take(self, passphrase: str, *, own: bool) -> None:
        """Show a choice made before, after a change of language."""
        self._is_own = own
        if own:
            self.own.field.setText(passphrase)
        else:
            self._drawn = passphrase
        self._dress()

    def settle(self) -> None:
        """Let the choice stand: it is in force now."""
        for button in (self.another, self.switch):
            button.setEnabled(False)
        self.own.field.setReadOnly(True)

    def problem(self, text: str) -> None:
        """Say beside the field why the words will not do; empty takes it back."""
        self.own_field.problem(text)
        if text:
            self.own.setFocus()

    def wipe(self) -> None:
        """Forget the words."""
        self._drawn = ""
        self.own.clear()
        self.words.clear()

    def _make_drawn(self, theme: Theme) -> None:
        self.words = Label("", "wizard", "primary", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._drawn_side = QWidget()
        column = Column(theme, self._drawn_side, margins=(0, 10, 0, 10))
        column.addWidget(self.words)

    def _make_own(self, theme: Theme) -> None:
        self.own = PasswordField(theme, self.tr("Kata sandi baru"))
        hint = self.tr("Paling sedikit empat kata, atau 20 huruf. Kata-katanya dipisah spasi.")
        self.own_field = Field(theme, self.tr("Kata sendiri"), self.own, hint)
        self._own_side = QWidget()
        column = Column(theme, self._own_side)
        column.addWidget(self.own_field)

    def _lay(self, theme: Theme) -> None:
        self.another = Button(theme, self.tr("Ganti contoh"), icon="refresh-cw", size="small")
        self.show_words = Button(theme, "", icon="eye-off", size="small")
        self.switch = Button(theme, "", kind="link", size="small")
        acts = Row(theme, spacing=8)
        acts.addWidget(self.another)
        acts.addWidget(self.show_words)
        acts.addStretch(1)
        acts.addWidget(self.switch)
        column = Column(theme, self, spacing=10)
        column.addWidget(self._pages)
        column.addWidget(self.bar)
        column.addWidget(self.verdict)
        column.addLayout(acts)

    def _connect(self) -> None:
        self.another.clicked.connect(self._draw_again)
        self.show_words.clicked.connect(self._flip_words)
        self.switch.clicked.connect(self._switch_side)
        self.own.field.textChanged.connect(self._typed)
        self.own.submitted.connect(self.submitted)

    def _draw_again(self) -> None:
        self._drawn = self._draw()
        self._is_shown = True
        self._dress()
        self.changed.emit()

    def _flip_words(self) -> None:
        self._is_shown = not self._is_shown
        self._dress()

    def _switch_side(self) -> None:
        self._is_own = not self._is_own
        self._dress()
        if self._is_own:
            self.own.setFocus()
        self.changed.emit()

    def _typed(self) -> None:
        self.problem("")
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        own = self._is_own
        self._pages.setCurrentIndex(int(own))
        self.words.setText(self._drawn if self._is_shown else HIDDEN)
        self.another.setVisible(not own)
        self.show_words.setVisible(not own)
        shown = self._is_shown
        self.show_words.setText(self.tr("Sembunyikan") if shown else self.tr("Tampilkan"))
        self.show_words.set_icon("eye-off" if shown else "eye")
        drawn_again = self.tr("Pakai kata dari program")
        self.switch.setText(drawn_again if own else self.tr("Pakai kata sendiri"))
        self._show_strength()

    def _show_strength(self) -> None:
        passphrase = self.passphrase()
        level = self._strength(passphrase) if passphrase else ""
        words = {
            "": "",
            "too_weak": self.tr("Belum cukup. Tambah kata."),
            "enough": self.tr("Cukup kuat"),
            "strong": self.tr("Kuat"),
        }[level]
        self.bar.set_level(level, words or self.tr("Kekuatan kata sandi"))
        self.verdict.setText(words)
        self.verdict.wear(tone="warn" if level == "too_weak" else "primary")
