"""The first run: four steps, ninety seconds, no network; it ends with a vault and Beranda."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from patbm_desktop.ui.first_run.greeting import GreetingStep
from patbm_desktop.ui.first_run.joining import JoiningStep
from patbm_desktop.ui.first_run.person import PersonStep
from patbm_desktop.ui.first_run.secret import SecretStep
from patbm_desktop.ui.first_run.step import Step
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner
from patbm_desktop.ui.parts.frame import plain_scroll
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Row, follow, keep_size
from patbm_desktop.ui.parts.wizard import WizardSide
from patbm_desktop.ui.theme import Theme

SECRET = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """What the first run is given: kelurahan to pick from, and how passphrases are made."""

    kelurahan: Sequence[tuple[str, str]]
    kader: str
    draw: Callable[[], str]
    strength: Callable[[str], str]
    language: str = "id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the person said so far, to be shown again in another language."""

    step: int = 0
    person: dict[str, str] = field(default_factory=dict)
    passphrase: str = field(default="", repr=False)
    is_own: bool = False


class FirstRunPage(QWidget):
    """Asks for language, person and passphrase, and hands them over; keeps nothing itself."""

    language_picked = Signal(str)
    scale_picked = Signal(float)
    sheet_asked = Signal(object, str)
    """The profile and the passphrase: a vault is wanted now, for its recovery sheet."""
    submitted = Signal(object, str)
    """The profile and the passphrase, at the end."""

    def __init__(self, theme: Theme, newcomer: Newcomer) -> None:
        super().__init__()
        self.theme = theme
        self.setProperty("kind", "page")
        self.greeting = GreetingStep(theme, newcomer.language)
        self.person = PersonStep(theme, newcomer.kelurahan, newcomer.kader)
        self.secret = SecretStep(theme, newcomer.draw, newcomer.strength)
        self.joining = JoiningStep(theme)
        self._steps: tuple[Step, ...] = (self.greeting, self.person, self.secret, self.joining)
        self._at, self._has_vault = 0, False
        self._make_heads(theme)
        self._lay(theme)
        self._connect()
        follow(theme, self._fit)
        self._show()

    def answers(self) -> Answers:
        """Return what was said so far."""
        choice = self.secret.choice
        return Answers(
            step=self._at,
            person=self.person.answers(),
            passphrase=choice.passphrase(),
            is_own=choice.is_own(),
        )

    def show_answers(self, answers: Answers) -> None:
        """Show what was said before."""
        self.person.show_answers(answers.person)
        self.secret.choice.take(answers.passphrase, own=answers.is_own)
        self._at = answers.step
        self._show()

    def start(self) -> None:
        """Put the focus where the step begins."""
        self._steps[self._at].start()

    def step(self) -> int:
        """Return the step on screen, counted from 0."""
        return self._at

    def show_step(self, step: int) -> None:
        """Show a step, counted from 0."""
        self._at = step
        self._show()

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed while the vault is made."""
        for button in (self.back, self.next, self.secret.print_sheet):
            button.setEnabled(not busy)
        self._fit_back()

    def vault_stands(self) -> None:
        """The vault was made, though something after it did not come about: no way back to it."""
        self._has_vault = True
        self._fit_back()

    def sheet_made(self, *, printed: bool) -> None:
        """The vault stands now, and its sheet was made: the steps before are settled."""
        self._has_vault = True
        self.show_busy(busy=False)
        self.secret.sheet_made(printed=printed)
        self.next.setFocus()

    def show_fault(self, sentence: str) -> None:
        """Say why the vault could not be made; everything typed stays."""
        self.show_busy(busy=False)
        self.fault.set_text(sentence)
        self.fault.show()

    def wipe(self) -> None:
        """Forget the passphrase and the code of an invitation."""
        self.secret.choice.wipe()
        self.joining.wipe()

    def _make_heads(self, theme: Theme) -> None:
        self.counter = Label("", "pill", "primary")
        self.title = Label("", "wizard", wrap=True)
        self.subtitle = Label("", "body", "text2", wrap=True)
        self.fault = Banner(theme, "", status="warn", icon="circle-alert")
        self.fault.hide()
        self.back = Button(theme, self.tr("Kembali"), kind="quiet", icon="arrow-left", size="tall")
        self.next = Button(
            theme,
            self.tr("Lanjut"),
            kind="primary",
            icon="arrow-right",
            size="tall",
            trailing=True,
        )
        self.side = WizardSide(
            theme,
            self.tr("Catatan perlindungan anak RT"),
            (
                self.tr("Bahasa dan huruf"),
                self.tr("Data diri"),
                self.tr("Kata sandi"),
                self.tr("Hubungan"),
            ),
            self.tr("Tidak perlu internet"),
            self.tr(
                "Semua langkah ini bisa selesai tanpa sinyal. "
                "Hubungan ke kelurahan boleh menyusul kapan saja."
            ),
        )

    def _lay(self, theme: Theme) -> None:
        right = Column(theme)
        right.addWidget(self._scrolling(theme), 1)
        right.addWidget(self._foot(theme))
        outer = Row(theme, self)
        outer.addWidget(self.side)
        outer.addLayout(right, 1)

    def _scrolling(self, theme: Theme) -> QScrollArea:
        column = QWidget()
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        stack = Column(theme, column, margins=(0, 36, 0, 24), spacing=4)
        stack.addWidget(self.counter)
        stack.addWidget(self.title)
        stack.addWidget(self.subtitle)
        stack.addSpacing(theme.px(14))
        stack.addWidget(self.fault)
        for step in self._steps:
            stack.addWidget(step)
        stack.addStretch(1)
        keep_size(theme, column, max_width=720)
        self.area = plain_scroll(theme, column, side=28)
        return self.area

    def _foot(self, theme: Theme) -> QFrame:
        foot = QFrame()
        foot.setProperty("kind", "bottombar")
        holder = QVBoxLayout(foot)
        holder.setContentsMargins(0, 0, 0, 0)
        row = Row(theme, margins=(28, 0, 28, 0))
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.next)
        holder.addLayout(row)
        return keep_size(theme, foot, height=68)

    def _connect(self) -> None:
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        for step in self._steps:
            step.submitted.connect(self._go_on)
        self.greeting.language_picked.connect(self.language_picked)
        self.greeting.scale_picked.connect(self.scale_picked)
        self.secret.sheet_asked.connect(self._ask_sheet)

    def _go_back(self) -> None:
        self._at = max(0, self._at - 1)
        self._show()
        self.start()

    def _go_on(self) -> None:
        if not self._steps[self._at].is_fine():
            return
        if self._at + 1 < len(self._steps):
            self._at += 1
            self._show()
            self.start()
            return
        self.show_busy(busy=True)
        self.submitted.emit(self.person.profile(), self.secret.choice.passphrase())

    def _ask_sheet(self) -> None:
        if self.secret.is_fine():
            self.show_busy(busy=True)
            self.sheet_asked.emit(self.person.profile(), self.secret.choice.passphrase())

    def _show(self) -> None:
        step = self._steps[self._at]
        self.joining.set_office(is_office=self.person.is_coordinator())
        self.counter.setText(self.tr("Langkah %1 dari 4").replace("%1", str(self._at + 1)))
        self.title.setText(step.title())
        self.subtitle.setText(step.subtitle(self.person.address.value()))
        self.fault.hide()
        for other in self._steps:
            other.setVisible(other is step)
        is_last = step is self._steps[-1]
        self.next.setText(self.tr("Mulai mencatat") if is_last else self.tr("Lanjut"))
        self.side.set_step(self._at)
        self.area.verticalScrollBar().setValue(0)
        self._fit_back()

    def _fit_back(self) -> None:
        settled = self._has_vault and self._at <= SECRET
        self.back.setVisible(self._at > 0 and not settled)

    def _fit(self) -> None:
        self.side.setVisible(not self.theme.rail)
