"""The locked screen: who is it, the passphrase, and the emergency numbers without one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QWidget

from patbm_desktop.actions.entrance.vault import PersonHere
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner, Card
from patbm_desktop.ui.parts.choices import CardGroup, PersonCard
from patbm_desktop.ui.parts.fields import Field, LineEdit
from patbm_desktop.ui.parts.frame import plain_scroll
from patbm_desktop.ui.parts.help_side import HelpSide
from patbm_desktop.ui.parts.labels import IconDisc, Label, Mark
from patbm_desktop.ui.parts.layouts import Column, Grid, Row, box, keep_size
from patbm_desktop.ui.parts.passphrase_choice import PassphraseChoice
from patbm_desktop.ui.parts.password import PasswordField
from patbm_desktop.ui.strings import fill, initials, rt_short
from patbm_desktop.ui.theme import Theme

WIDTH = 560


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """What the locked screen is given: who is here, and how a new passphrase is made.

    `rt_number` is empty before the first opening; `lock_minutes` is told at the foot; `draw` and
    `strength` are for a forgotten passphrase.
    """

    people: Sequence[PersonHere]
    rt_number: str = ""
    lock_minutes: int
    draw: Callable[[], str]
    strength: Callable[[str], str]


class UnlockPage(QWidget):
    """Takes a passphrase or the letters of a recovery sheet, and hands them over."""

    submitted = Signal(str, str)
    """The person ("" for whoever it fits) and the passphrase."""
    sheet_given = Signal(str)
    renewed = Signal(str)
    """The new passphrase, after the sheet opened the vault."""
    emergency_asked = Signal()
    backup_asked = Signal(str)
    """The passphrase, for the last whole backup."""
    going_on_asked = Signal(str)
    """The passphrase, to put the last whole backup in the place of what is damaged."""
    copy_asked = Signal()
    help_shown = Signal()
    """Somebody wants to ask a coordinator."""

    def __init__(self, theme: Theme, door: Door) -> None:
        super().__init__()
        self.theme = theme
        self.setProperty("kind", "page")
        self._people = door.people
        self._wait_s = 0
        self._countdown = QTimer(self)
        self._countdown.setInterval(1000)
        self._countdown.timeout.connect(self._count)
        self._make_password(theme, door)
        self._make_sheet(theme)
        self._make_new(theme, door)
        self.help_side = HelpSide(theme)
        self._make_damaged(theme)
        self._lay(theme, door)
        self._connect()
        self.show_mode(self.password_side)

    # What the window tells

    def start(self) -> None:
        """Put the focus where something is typed."""
        field = self.letters if self.sheet_side.isVisibleTo(self) else self.password
        field.setFocus()

    def show_fault(self, sentence: str) -> None:
        """Say why the vault stays locked; the field is empty for the next try."""
        self.show_busy(busy=False)
        self.password.clear()
        self.notice.set_text(sentence)
        self.notice.show()
        self.start()

    def show_wait(self, seconds: int) -> None:
        """Let nothing be tried for `seconds`, and count them down."""
        self.show_busy(busy=True)
        self.password.clear()
        self._wait_s = seconds
        self._tell_wait()
        self.notice.show()
        self._countdown.start()

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed while a key is tried."""
        for widget in (self.open, self.password, self.try_letters, self.renew, self.forgot):
            widget.setEnabled(not busy)

    def ask_new_passphrase(self) -> None:
        """The sheet opened the vault: a new passphrase is chosen next."""
        self.show_busy(busy=False)
        self.letters.clear()
        self.show_mode(self.new_side)
        self.new.another.setFocus()

    def show_damaged(self, sentence: str) -> None:
        """The notes cannot be opened; offer the last backup and a copy of what is there."""
        self.show_busy(busy=False)
        self.damage.set_text(sentence)
        self.show_mode(self.password_side)
        self.damaged_side.show()
        self.open.hide()
        self.notice.hide()

    def say(self, sentence: str) -> None:
        """Tell what was done, such as a copy that was written."""
        self.show_busy(busy=False)
        self.notice.set_status("ok", "circle-check")
        self.notice.set_text(sentence)
        self.notice.show()

    def wipe(self) -> None:
        """Forget what is typed."""
        self.password.clear()
        self.letters.clear()
        self.new.wipe()

    # Parts

    def _make_password(self, theme: Theme, door: Door) -> None:
        self.cards = self._people_cards(theme, door.rt_number)
        self.group = CardGroup(*self.cards) if self.cards else None
        self.password = PasswordField(theme, self.tr("Kata sandi"))
        self.caption = Label("", "label")
        self.caption.setBuddy(self.password.field)
        self.forgot = Button(theme, self.tr("Lupa kata sandi?"), kind="link")
        self.open = Button(
            theme, self.tr("Buka catatan"), kind="primary", icon="lock-open", size="huge"
        )
        self.notice = Banner(theme, "", status="warn", icon="circle-alert")
        self.notice.hide()
        people = Grid(theme, spacing=(10, 10))
        for place, card in enumerate(self.cards):
            people.addWidget(card, place // 2, place % 2)
        under = Row(theme)
        under.addWidget(Label(self.tr("Kata-katanya dipisah spasi."), "secondary", "text2"), 1)
        under.addWidget(self.forgot)
        column = Column(theme, spacing=10)
        column.addWidget(box(people))
        column.addWidget(self.caption)
        column.addWidget(self.password)
        column.addLayout(under)
        self.password_side = box(column)
        self._name_caption()

    def _people_cards(self, theme: Theme, rt_number: str) -> list[PersonCard]:
        named = [person for person in self._people if person.call_name]
        role = fill(self.tr("Kader RT %1"), rt_short(rt_number)) if rt_number else ""
        return [
            PersonCard(
                theme,
                initials(person.call_name),
                person.call_name,
                role,
                "info" if place % 2 else "",
            )
            for place, person in enumerate(named)
        ]

    def _make_sheet(self, theme: Theme) -> None:
        self.letters = LineEdit(self.tr("Huruf di lembar pemulihan"), "ABCD-EFGH-…", size="huge")
        self.letters.setMaxLength(80)
        self.letters_field = Field(
            theme,
            self.tr("Pakai lembar pemulihan"),
            self.letters,
            self.tr("Ketik 24 huruf di lembar, empat-empat. Huruf kecil juga boleh."),
        )
        self.try_letters = Button(
            theme, self.tr("Buka dengan lembar"), kind="primary", icon="lock-open", size="huge"
        )
        self.to_password = Button(
            theme, self.tr("Kembali ke kata sandi"), kind="link", icon="arrow-left"
        )
        lost = self.tr("Lembarnya tidak ada, atau dititipkan di koordinator?")
        self.ask_help = Button(theme, self.tr("Minta bantuan koordinator"), icon="users")
        column = Column(theme, spacing=12)
        column.addWidget(self.letters_field)
        column.addWidget(self.try_letters)
        column.addWidget(Label(lost, "secondary", "text2", wrap=True))
        column.addWidget(self.ask_help, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.to_password, 0, Qt.AlignmentFlag.AlignLeft)
        self.sheet_side = box(column)

    def _make_new(self, theme: Theme, door: Door) -> None:
        self.new = PassphraseChoice(theme, door.draw, door.strength)
        self.renew = Button(
            theme, self.tr("Pakai kata sandi baru"), kind="primary", icon="key-round", size="huge"
        )
        column = Column(theme, spacing=12)
        column.addWidget(self.new)
        column.addWidget(self.renew)
        self.new_side = box(column)

    def _make_damaged(self, theme: Theme) -> None:
        self.damage = Banner(theme, "", status="warn", icon="circle-alert")
        self.backup = Button(theme, self.tr("Buka cadangan"), kind="primary", icon="history")
        self.copy = Button(theme, self.tr("Simpan salinan ke flashdisk"), icon="usb")
        self.go_on = Button(
            theme, self.tr("Lanjut mencatat dari cadangan"), kind="link", icon="arrow-right"
        )
        buttons = Row(theme, spacing=10)
        buttons.addWidget(self.backup)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        column = Column(theme, spacing=10)
        column.addWidget(self.damage)
        column.addLayout(buttons)
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        self.damaged_side = box(column)

    def _lay(self, theme: Theme, door: Door) -> None:
        card = Card(theme, margins=(36, 32, 36, 28), spacing=8)
        card.body.addWidget(Mark(theme, 44), 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addSpacing(theme.px(6))
        self.title = _centred(Label("", "page", wrap=True))
        guide = self.tr("Pilih nama, lalu masukkan kata sandi sendiri.")
        self.guide = _centred(Label(guide, "text", "text2", wrap=True))
        card.body.addWidget(self.title)
        card.body.addWidget(self.guide)
        card.body.addSpacing(theme.px(8))
        for side in (
            self.damaged_side, self.password_side, self.sheet_side, self.help_side, self.new_side,
        ):  # fmt: skip
            card.body.addWidget(side)
        card.body.addWidget(self.notice)
        card.body.addWidget(self.open)
        foot = fill(
            self.tr("Terkunci sendiri setelah %1 menit tidak dipakai. Semua catatan aman."),
            door.lock_minutes,
        )
        column = QWidget()
        stack = Column(theme, column, margins=(0, 16, 0, 16), spacing=14)
        stack.addStretch(1)
        stack.addWidget(card)
        stack.addWidget(self._emergency_strip(theme))
        stack.addStretch(1)
        stack.addWidget(_centred(Label(foot, "secondary", "text2", wrap=True)))
        keep_size(theme, column, max_width=WIDTH)
        self.area = plain_scroll(theme, column, side=16)
        outer = Row(theme, self)
        outer.addWidget(self.area)

    def _emergency_strip(self, theme: Theme) -> QFrame:
        strip = QFrame()
        strip.setProperty("kind", "banner")
        strip.setProperty("status", "warn")
        self.emergency = Button(theme, self.tr("Buka nomor"), icon="arrow-right", trailing=True)
        words = Column(theme, spacing=2)
        words.addWidget(Label(self.tr("Anak dalam bahaya sekarang?"), "strong", wrap=True))
        free = self.tr("Nomor darurat bisa dibuka tanpa kata sandi (F1)")
        words.addWidget(Label(free, "secondary", "text2", wrap=True))
        row = Row(theme, strip, margins=(16, 10, 14, 10), spacing=12)
        row.addWidget(IconDisc(theme, "phone-call", side=40, tone="onsun", fill="sun"))
        row.addLayout(words, 1)
        row.addWidget(self.emergency)
        return strip

    def _connect(self) -> None:
        if self.group is not None:
            self.group.picked.connect(self._person_picked)
        self.open.clicked.connect(self._submit)
        self.password.submitted.connect(self._submit)
        self.forgot.clicked.connect(self._forgot)
        self.to_password.clicked.connect(self._to_password)
        self.ask_help.clicked.connect(self._ask_help)
        self.help_side.back_asked.connect(self._forgot)
        self.try_letters.clicked.connect(self._submit_letters)
        self.letters.returnPressed.connect(self._submit_letters)
        self.renew.clicked.connect(self._submit_new)
        self.new.submitted.connect(self._submit_new)
        self.emergency.clicked.connect(self.emergency_asked)
        self.backup.clicked.connect(lambda: self._ask_backup(self.backup_asked))
        self.go_on.clicked.connect(lambda: self._ask_backup(self.going_on_asked))
        self.copy.clicked.connect(self.copy_asked)

    def show_mode(self, side: QWidget) -> None:
        """Show one of the ways in."""
        for each in (self.password_side, self.sheet_side, self.help_side, self.new_side):
            each.setVisible(each is side)
        self.damaged_side.hide()
        self.notice.hide()
        with_password = side is self.password_side
        self.open.setVisible(with_password)
        self.guide.setVisible(with_password)
        renewed = self.tr("Buat kata sandi baru")
        asking = self.tr("Minta bantuan koordinator")
        others = {self.new_side: renewed, self.help_side: asking}
        other = others.get(side, self.tr("Lupa kata sandi?"))
        self.title.setText(self.tr("Siapa yang mau mencatat?") if with_password else other)

    # What the person does

    def person(self) -> str:
        """Return who is chosen, "" while names are hidden."""
        if self.group is None:
            return ""
        return [each for each in self._people if each.call_name][self.group.index()].person

    def _person_picked(self, _place: int) -> None:
        self._name_caption()
        self.password.clear()
        self.password.setFocus()

    def _name_caption(self) -> None:
        name = self.cards[self.group.index()].accessibleName() if self.group else ""
        words = fill(self.tr("Kata sandi %1"), name) if name else self.tr("Kata sandi")
        self.caption.setText(words)
        self.password.field.setAccessibleName(words)

    def _submit(self) -> None:
        if self.password.text().strip() and self.open.isEnabled() and self.open.isVisible():
            self.show_busy(busy=True)
            self.notice.hide()
            self.notice.set_status("warn", "circle-alert")
            self.submitted.emit(self.person(), self.password.text())

    def _forgot(self) -> None:
        self.password.clear()
        self.show_mode(self.sheet_side)
        self.letters.setFocus()

    def _ask_help(self) -> None:
        self.letters.clear()
        self.show_mode(self.help_side)
        self.help_shown.emit()

    def _to_password(self) -> None:
        self.letters.clear()
        self.show_mode(self.password_side)
        self.password.setFocus()

    def _submit_letters(self) -> None:
        if self.letters.text().strip():
            self.show_busy(busy=True)
            self.notice.hide()
            self.sheet_given.emit(self.letters.text())

    def _submit_new(self) -> None:
        if not self.new.is_enough():
            self.new.problem(self.tr("Tambah kata: paling sedikit empat kata, atau 20 huruf."))
            return
        self.show_busy(busy=True)
        self.renewed.emit(self.new.passphrase())

    def _ask_backup(self, asked: SignalInstance) -> None:
        if not self.password.text().strip():
            self.notice.set_text(self.tr("Ketik kata sandi dulu, lalu buka cadangan."))
            self.notice.show()
            self.password.setFocus()
            return
        self.show_busy(busy=True)
        asked.emit(self.password.text())

    def _count(self) -> None:
        self._wait_s -= 1
        if self._wait_s > 0:
            self._tell_wait()
            return
        self._countdown.stop()
        self.notice.hide()
        self.show_busy(busy=False)
        self.start()

    def _tell_wait(self) -> None:
        words = self.tr("Tunggu %1 detik sebelum mencoba lagi. Catatan tetap aman.")
        self.notice.set_text(fill(words, self._wait_s))


def _centred(label: Label) -> Label:
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label
