"""The referral letter: asked for at the left, and at the right the paper that will be printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractScrollArea, QBoxLayout, QWidget

from patbm_desktop.actions.cases.case_text import Checker
from patbm_desktop.domain.case import Identity
from patbm_desktop.domain.referral import Referral
from patbm_desktop.domain.safeguard import Judgement
from patbm_desktop.ui import strings
from patbm_desktop.ui.forms.letter_form import LetterForm, Wanted
from patbm_desktop.ui.page import FormPage, fill_with
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner
from patbm_desktop.ui.parts.frame import BottomBar, PageFrame
from patbm_desktop.ui.parts.layouts import Column, Flow, Row, follow, show_if
from patbm_desktop.ui.parts.paper_desk import PaperDesk
from patbm_desktop.ui.parts.paper_view import Fit
from patbm_desktop.ui.theme import Theme

LEFT_PX, DESK_PX, LEAST_DESK_PX = 380, 530, 460
FREE_PX = 16_777_215
FORM = "referral"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterShown:
    """What the page begins with: the case, the letter where one was made, and who it is about."""

    case: str
    code: str
    referral: Referral = field(repr=False)
    judgement: Judgement = field(repr=False)
    basis: str | None
    has_identity: bool
    has_two_versions: bool
    today: date
    checker: Checker | None = field(default=None, repr=False)


class ReferralPage(FormPage):
    """Asks for a letter and shows it; nothing of it is a file unless the person says so."""

    KINDS: ClassVar[frozenset[str]] = frozenset()
    FORM: ClassVar[str] = FORM
    wanted = Signal(object)
    """The `Wanted` letter, a moment after the last change."""
    known_asked = Signal()
    print_asked = Signal()
    save_asked = Signal()
    blank_asked = Signal()
    kept_asked = Signal()
    """The letter was written by hand: it is noted and not printed."""
    handed_asked = Signal()
    versions_asked = Signal(str)
    """The id of the case whose two versions she wants to choose from."""
    leave_asked = Signal()
    left = Signal()
    """The page is not shown any more, and holds no word that was typed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown: LetterShown | None = None
        self.form = LetterForm(theme)
        self.preview = PaperDesk(theme, self.tr("Pratinjau surat"))
        self.preview.set_sizes_offered(False)
        self.preview.view.set_fit(Fit.WIDTH)
        self._make_buttons()
        self._make_notices()
        self._build()
        self._connect()
        follow(theme, self._arrange)

    def title(self) -> str:
        """Return what this is."""
        return self.tr("Surat rujukan")

    def subtitle(self) -> str:
        """Return which case it is about."""
        if self._shown is None:
            return ""
        return strings.fill(self.tr("%1 · RAHASIA, satu-satunya lembar dengan nama"),
                            self._shown.code)  # fmt: skip

    def bottom_bar(self) -> QWidget:
        """Return the bar with what becomes of the letter."""
        return self.bar

    def start(self) -> None:
        """Put the focus on the first question."""
        self.form.start()

    def place(self) -> Mapping[str, object]:
        """Return the case and the letter."""
        if self._shown is None:
            return {}
        letter = self._shown.referral
        return {"case": self._shown.case, "ent": letter.ent if letter.case_id else ""}

    def scroll_area(self) -> QAbstractScrollArea:
        """Return what scrolls the whole page."""
        return self.frame

    def print_now(self) -> bool:
        """Print the letter."""
        if self.print.isEnabled():
            self.print_asked.emit()
        return True

    def show_fault(self, sentence: str) -> bool:
        """Say over the paper what could not be done; the form keeps what is typed."""
        self.problem.set_text(sentence)
        self._bring(self.problem)
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of all that was typed, and of the paper, once something else is shown."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.flush()
            self.form.forget_words()
            self.preview.view.clear()
            self.left.emit()

    def wipe(self) -> None:
        """Forget the letter."""
        self._shown = None
        self.preview.view.clear()
        super().wipe()

    # Drafts

    def data(self) -> dict[str, object]:
        """Return what a draft may keep, and of which case; never who it is."""
        return {"case": self._shown.case if self._shown else "", **self.form.data()}

    def take_draft(self, draft: str, data: Mapping[str, object]) -> None:
        """Show what was left half typed."""
        self.draft_id = draft
        self.form.set_data(data)

    # Showing

    def show_letter(self, shown: LetterShown) -> None:
        """Begin a letter, or show one that was made."""
        self._shown = shown
        self.new_draft()
        self.form.begin(shown.referral, shown.judgement, shown.basis)
        self.form.who.show_known(on=shown.has_identity)
        self.form.texts.learn(shown.checker)
        for notice in (self.sent, self.warning, self.problem):
            notice.hide()
        show_if(self.versions, on=shown.has_two_versions)
        is_new = not shown.referral.case_id
        show_if(self.by_hand, on=is_new)
        self.head_changed.emit()

    def request(self) -> Wanted | None:
        """Return the letter that is asked for."""
        return self.form.wanted(self._shown.today) if self._shown else None

    def show_identity(self, identity: Identity) -> None:
        """Fill in who it is."""
        self.form.who.show_identity(identity)

    def show_pdf(self, pdf: bytes) -> None:
        """Show the pages that will be printed."""
        self.preview.view.show_pdf(pdf)

    def ask_handed(self) -> None:
        """Ask whether what was just printed has been handed over."""
        self.problem.hide()
        self._bring(self.sent)
        self.handed.setFocus()

    # Building

    def _make_buttons(self) -> None:
        theme = self.theme
        self.print = Button(
            theme, self.tr("Cetak surat…"), kind="primary", icon="printer", size="tall"
        )
        self.save_pdf = Button(theme, self.tr("Simpan PDF"), icon="file-down", size="tall")
        self.bar = BottomBar(theme, icon="shield")
        self.bar.row.addWidget(self.save_pdf)
        self.bar.row.addWidget(self.print)
        self.blank = Button(theme, self.tr("Cetak surat kosong"), kind="link")
        self.by_hand = Button(theme, self.tr("Ditulis tangan, catat saja"), kind="link")

    def _make_notices(self) -> None:
        theme = self.theme
        self.problem = Banner(theme, "", status="warn", icon="info")
        self.sent = Banner(
            theme, self.tr("Surat sudah dibuat. Sudah diserahkan?"), status="ok", icon="printer"
        )
        self.handed = Button(theme, self.tr("Sudah diserahkan"), kind="primary", size="small")
        self.later = Button(theme, self.tr("Nanti"), size="small")
        words = self.tr(
            "File ini memuat nama dan tidak terkunci. Siapa pun yang memegangnya bisa membaca."
            " Hapus setelah dicetak."
        )
        self.warning = Banner(theme, words, status="warn", icon="lock-open")
        self.where = Button(theme, self.tr("Pilih tempat menyimpan"), size="small")
        self.cancel = Button(theme, self.tr("Batal"), kind="quiet", size="small")
        words = self.tr("Catatan ini punya dua versi. Keduanya tersimpan.")
        self.versions = Banner(theme, words, status="warn", icon="git-compare")
        self.choose = Button(theme, self.tr("Pilih versi"), size="small")
        for banner, buttons in (
            (self.sent, (self.later, self.handed)), (self.warning, (self.cancel, self.where)),
            (self.versions, (self.choose,)),
        ):  # fmt: skip
            acts = Flow(theme)
            for button in buttons:
                acts.add(button)
            banner.buttons.addWidget(acts)
            banner.hide()
        self.problem.hide()

    def _build(self) -> None:
        theme = self.theme
        left = QWidget()
        column = Column(theme, left, spacing=10)
        column.addWidget(self.form)
        for button in self._acts():
            column.addWidget(button)
        column.addStretch(1)
        self._left = left
        self._right, self._pad = QWidget(), QWidget()
        right = Column(theme, self._right, spacing=8)
        right.addWidget(self._pad)
        for widget in (self.problem, self.sent, self.warning):
            right.addWidget(widget)
        right.addWidget(self.preview)
        right.addStretch(1)
        self.frame = PageFrame(theme, margins=(28, 0, 28, 8))
        self.frame.body.addWidget(self.versions)
        self._row = Row(theme, spacing=14)
        self._row.addWidget(left)
        self._row.addWidget(self._right, 1)
        self.frame.body.addLayout(self._row)
        self.frame.verticalScrollBar().valueChanged.connect(self._keep_paper_in_sight)
        fill_with(self, self.frame)

    def _acts(self) -> Sequence[QWidget]:
        return (self.by_hand, self.blank)

    def _connect(self) -> None:
        self.form.changed.connect(self._want)
        self.form.typed.connect(self.touched)
        self.form.who.known_asked.connect(self.known_asked)
        self.print.clicked.connect(self.print_asked)
        self.save_pdf.clicked.connect(self._warn)
        self.where.clicked.connect(self._save)
        self.cancel.clicked.connect(self.warning.hide)
        self.blank.clicked.connect(self.blank_asked)
        self.by_hand.clicked.connect(self.kept_asked)
        self.handed.clicked.connect(self.handed_asked)
        self.later.clicked.connect(self.leave_asked)
        self.choose.clicked.connect(self._choose)

    def _want(self) -> None:
        request = self.request()
        if request is not None:
            self.wanted.emit(request)

    def _choose(self) -> None:
        if self._shown is not None:
            self.versions_asked.emit(self._shown.case)

    def _warn(self) -> None:
        self._bring(self.warning)
        self.where.setFocus()

    def _bring(self, banner: Banner) -> None:
        """Show `banner` and scroll to it: the buttons that lead to it are always in sight."""
        show_if(banner, on=True)
        self.frame.show_soon(banner)

    def _save(self) -> None:
        self.warning.hide()
        self.save_asked.emit()

    def _arrange(self) -> None:
        """Set the paper beside the questions, or from 125 % on below them."""
        theme, stacked = self.theme, self.theme.stacked
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if stacked else across)
        wide = theme.px(LEFT_PX)
        self._left.setMinimumWidth(0 if stacked else wide)
        self._left.setMaximumWidth(FREE_PX if stacked else wide)
        high = theme.px(LEAST_DESK_PX if stacked else DESK_PX)
        self.preview.setMinimumHeight(high)
        self.preview.setMaximumHeight(high)
        self._keep_paper_in_sight(self.frame.verticalScrollBar().value())

    def _keep_paper_in_sight(self, scrolled: int) -> None:
        """Let the paper go along beside long questions, so that one sees on it what one types."""
        taken = self._right.sizeHint().height() - self._pad.height()
        room = max(self._left.height() - taken, 0)
        self._pad.setFixedHeight(0 if self.theme.stacked else min(scrolled, room))
