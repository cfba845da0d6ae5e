"""One confidential note: what comes next, what was done, who it is about, who can read it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QImage
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.cases.case_text import Checker
from patbm_desktop.actions.cases.casebook import KINDS
from patbm_desktop.actions.cases.casebook import Page as Case
from patbm_desktop.domain.case import Identity
from patbm_desktop.domain.erasure import ASK, ERASE
from patbm_desktop.domain.referral import NEWS_KINDS
from patbm_desktop.domain.safeguard import Offer
from patbm_desktop.ui import strings
from patbm_desktop.ui.forms.case_forms import CaseForms
from patbm_desktop.ui.forms.case_values import FORM, Moved, Shown, Wish
from patbm_desktop.ui.page import FormPage, fill_with
from patbm_desktop.ui.parts import case_notices
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.case_head import CaseHead
from patbm_desktop.ui.parts.case_letter_card import ReferralCard
from patbm_desktop.ui.parts.case_next_card import NextCard
from patbm_desktop.ui.parts.case_notices import AdviceCard, Around, Notices
from patbm_desktop.ui.parts.case_person_card import PersonCard, may_write
from patbm_desktop.ui.parts.case_side_cards import ReadersCard, ScansCard
from patbm_desktop.ui.parts.case_status_card import StatusCard
from patbm_desktop.ui.parts.case_timeline import items_of
from patbm_desktop.ui.parts.case_versions_card import VersionsCard
from patbm_desktop.ui.parts.frame import PageFrame, TwoColumns
from patbm_desktop.ui.parts.layouts import Column, Flow, order_tabs, show_if
from patbm_desktop.ui.parts.scan_viewer import ScanViewer
from patbm_desktop.ui.parts.stop_panel import StopPanel
from patbm_desktop.ui.parts.timeline import Item, Timeline
from patbm_desktop.ui.theme import Theme

RIGHT_PX = 372


class CasePage(FormPage):
    """Shows a case; `asked` gives a `Wish` and what comes with it."""

    KINDS: ClassVar[frozenset[str]] = KINDS | {"contact", "person", ASK, ERASE}
    FORM: ClassVar[str] = FORM
    asked = Signal(str, object)
    left = Signal()
    """Another page is shown; this one holds no case any more."""

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__(theme)
        self._shown: Shown | None = None
        self._later = ""
        """The case whose stop panel was put off for this visit."""
        self._make(now)
        self._build()
        self._connect()
        self._columns.hide()

    def title(self) -> str:
        """Return the code."""
        return self._shown.page.row.code if self._shown else self.tr("Catatan rahasia")

    def subtitle(self) -> str:
        """Return who opened it, and when."""
        if self._shown is None:
            return ""
        said = self.tr("Catatan rahasia · dibuka %1 %2")
        at = strings.clock_time(self._shown.opened_at)
        return strings.fill(said, self._shown.reader, at)

    def page_actions(self) -> Sequence[QWidget]:
        """Return the button that closes it."""
        return (self.close_note,)

    def start(self) -> None:
        """Put the focus where it is sure to be; on what is done most once the case is shown."""
        self.close_note.setFocus()

    def place(self) -> Mapping[str, object]:
        """Return which case is shown."""
        return {"ent": self._shown.page.ent} if self._shown else {}

    def save(self) -> None:
        """Keep the form that is open."""
        self.forms.save()

    def print_now(self) -> bool:
        """Go to the letter."""
        if self._shown is not None and may_write(self._shown.page):
            self.asked.emit(Wish.LETTER, "")
        return True

    def show_fault(self, sentence: str) -> bool:
        """Say on the open form why it could not be kept; else the window says it."""
        return self.forms.show_fault(sentence)

    def flush(self) -> None:
        """Hand over what is typed, and show who it is no longer."""
        self.person.reveal.hide_texts()
        self.viewer.close_viewer()
        super().flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hold no case once another page is shown."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.show_nothing()
            self.left.emit()

    def wipe(self) -> None:
        """Forget the case."""
        self.show_nothing()
        super().wipe()

    # Drafts

    def data(self) -> dict[str, object]:
        """Return what is typed, and of which case."""
        return {"case": self._shown.page.ent if self._shown else "", **self.forms.data()}

    def take_draft(self, draft: str, data: Mapping[str, object]) -> None:
        """Open the form that was left half typed."""
        self.draft_id = draft
        self.forms.set_data(data)

    def saved_form(self) -> None:
        """Put the form away that was kept."""
        self.forget_draft()
        self.forms.put_away()
        self.new_draft()

    # Showing

    def show_nothing(self) -> None:
        """Show no case, and hold none: another one is fetched, or another page is shown."""
        self._shown = None
        self.new_draft()
        self.forms.wipe()
        self.person.wipe()
        self.timeline.wipe()
        self.viewer.close_viewer()
        self._columns.hide()

    def show_more(self, around: Around, checker: Checker) -> None:
        """Show what was looked up meanwhile, and let what is typed be looked at."""
        if self._shown is not None:
            self._shown = replace(self._shown, around=around, checker=checker)
            self.forms.take(self._shown)
            self._show_stop(self._shown)
            order_tabs(self._columns)

    def show_case(self, shown: Shown) -> None:
        """Show a case; a form that is open stays, unless it was about another one."""
        is_new = self._shown is None
        self._shown = shown
        page, today = shown.page, shown.around.today
        may = may_write(page)
        self.forms.take(shown)
        self.head.show_page(page)
        self._show_stop(shown)
        self.versions.show_page(page, may=may)
        self.next.show_next(page, today)
        show_if(self.next, on=page.dossier.case.next is not None)
        self.timeline.show_items(items_of(page, today, may_write=may))
        show_if(self.follow, on=may)
        self.person.show_page(page)
        self.status.show_page(page)
        self.letters.show_page(page)
        self.readers.show_page(page, today)
        self.scans.show_scans(shown.scans, may=may)
        self.advice.show_page(page)
        self._show_acts(page)
        for card in (self.person, self.status, self.letters):
            show_if(card, on=page.dossier.detail is not None)
        self._columns.show()
        order_tabs(self._columns)
        self.head_changed.emit()
        if is_new:
            self.frame.verticalScrollBar().setValue(0)
        if is_new and self.close_note.hasFocus():
            self.next.did.setFocus()

    def open_form(self, wish: Wish, about: str = "") -> None:
        """Open a form and bring it into sight."""
        form = self.forms.open_form(wish, about)
        if form is not None:
            order_tabs(self._columns)
            self.frame.show_widget(form)

    def show_identity(self, identity: Identity) -> None:
        """Show who it is, for a short while."""
        captions = (
            (self.tr("Nama"), identity.nama),
            (self.tr("Alamat"), identity.alamat),
            (self.tr("Orang tua/wali"), identity.wali),
            (self.tr("Kontak aman"), identity.kontak_aman),
        )
        self.person.reveal.show_texts([(name, text) for name, text in captions if text])

    def show_scan(self, image: QImage, name: str) -> None:
        """Show a scanned letter over the page."""
        self.viewer.show_image(image, name)

    def put_off_call(self) -> None:
        """Put the stop panel away for this visit; the window asks again."""
        if self._shown is not None:
            self._later = self._shown.page.ent
            self._show_stop(self._shown)

    def _show_stop(self, shown: Shown) -> None:
        page = shown.page
        stops = case_notices.needs_call(page) and self._later != page.ent
        if stops:
            self.stop.show_stop(page.judgement, shown.around.contacts, shown.address)
        show_if(self.stop, on=stops)
        self.danger.show_notices(case_notices.danger_of(page))
        self.notices.show_notices(case_notices.notices_of(page, shown.around))

    def _show_acts(self, page: Case) -> None:
        may = may_write(page)
        is_over_or_new = page.row.is_over or page.row.status == "baru"
        show_if(self.freeze, on=may)
        show_if(self.hide_note, on=may and is_over_or_new)
        show_if(self.slip, on=may and Offer.REMINDER in page.judgement.offers)

    # Building

    def _make(self, now: Callable[[], datetime]) -> None:
        theme = self.theme
        self.close_note = Button(theme, self.tr("Tutup catatan"), icon="x")
        self.head = CaseHead(theme)
        self.danger = Notices(theme)
        self.notices = Notices(theme)
        self.stop = StopPanel(theme)
        self.versions = VersionsCard(theme)
        self.next = NextCard(theme)
        self.forms = CaseForms(theme, now)
        self.timeline = Timeline(theme)
        self.follow = Button(theme, self.tr("Catat tindak lanjut"), kind="soft", icon="plus")
        self.person = PersonCard(theme)
        self.status = StatusCard(theme)
        self.letters = ReferralCard(theme)
        self.scans = ScansCard(theme)
        self.advice = AdviceCard(theme)
        self.readers = ReadersCard(theme)
        self.slip = Button(theme, self.tr("Cetak pengingat"), kind="quiet", icon="printer")
        self.freeze = Button(theme, self.tr("Bekukan catatan"), kind="quiet", icon="lock")
        self.hide_note = Button(theme, self.tr("Sembunyikan catatan"), kind="quiet", icon="eye-off")
        self.viewer = ScanViewer(self, theme)

    def _build(self) -> None:
        self.frame = PageFrame(self.theme)
        self._columns = TwoColumns(self.theme, self._left(), self._right(), right_width=RIGHT_PX)
        self.frame.body.addWidget(self._columns, 1)
        fill_with(self, self.frame)

    def _left(self) -> QWidget:
        past = Card(self.theme, title=self.tr("Riwayat"), spacing=14)
        past.head.addWidget(self.follow)
        past.body.addWidget(self.timeline)
        past.body.addStretch(1)
        left = QWidget()
        column = Column(self.theme, left, spacing=10)
        for widget in (
            self.head,
            self.danger,
            self.stop,
            self.notices,
            self.versions,
            self.next,
            self.forms,
        ):
            column.addWidget(widget)
        column.addWidget(past, 1)
        return left

    def _right(self) -> QWidget:
        acts = Flow(self.theme)
        for button in (self.slip, self.freeze, self.hide_note):
            acts.add(button)
        right = QWidget()
        column = Column(self.theme, right, spacing=10)
        for widget in (
            self.person,
            self.advice,
            self.status,
            self.letters,
            self.readers,
            self.scans,
            acts,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        return right

    # What the person does

    def _connect(self) -> None:
        self._connect_left()
        self._connect_right()
        for button, wish in (
            (self.close_note, Wish.CLOSE),
            (self.slip, Wish.SLIP),
            (self.hide_note, Wish.HIDE),
        ):
            button.clicked.connect(partial(self._ask, wish))
        self.freeze.clicked.connect(lambda: self.open_form(Wish.FREEZE))

    def _connect_left(self) -> None:
        self.stop.call_asked.connect(lambda: self.open_form(Wish.CALLED))
        self.stop.letter_asked.connect(lambda: self.asked.emit(Wish.LETTER, "uptd_ppa"))
        self.stop.later_asked.connect(self.put_off_call)
        self.danger.asked.connect(self._notice)
        self.notices.asked.connect(self._notice)
        self.versions.chosen.connect(lambda of, to: self.asked.emit(Wish.VERSION, (of, to)))
        self.versions.compare_asked.connect(lambda: self.asked.emit(Wish.VERSIONS, None))
        self.next.done.connect(lambda result: self.asked.emit(Wish.DONE, result))
        self.next.later_asked.connect(lambda: self.open_form(Wish.NEXT))
        self.next.letter_asked.connect(lambda: self.asked.emit(Wish.LETTER, ""))
        self.forms.asked.connect(self.asked)
        self.forms.typed.connect(self.touched)
        self.timeline.asked.connect(self._entry)
        self.follow.clicked.connect(lambda: self.open_form(Wish.FOLLOW_UP))

    def _connect_right(self) -> None:
        self.person.complete_asked.connect(lambda: self.open_form(Wish.COMPLETE))
        self.person.reveal.asked.connect(lambda: self.asked.emit(Wish.REVEAL, None))
        self.status.moved.connect(self._move)
        self.status.confirm_asked.connect(lambda: self.asked.emit(Wish.CONFIRM, None))
        self.status.lower_asked.connect(lambda: self.asked.emit(Wish.LOWER, None))
        self.letters.asked.connect(self._letter)
        self.scans.add_asked.connect(lambda kind: self.asked.emit(Wish.SCAN_ADD, kind))
        self.scans.view_asked.connect(lambda ent: self.asked.emit(Wish.SCAN_VIEW, ent))
        self.scans.remove_asked.connect(lambda ent: self.asked.emit(Wish.SCAN_REMOVE, ent))
        self.advice.asked.connect(self._notice)

    def _ask(self, wish: Wish, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - `clicked` gives it
        self.asked.emit(wish, None)

    def _move(self, to: str, reason: str) -> None:
        self.asked.emit(Wish.MOVE, Moved(to, reason or None))

    def _entry(self, verb: str, item: Item) -> None:
        self.asked.emit(verb, item.ent)

    def _letter(self, verb: str, ent: str) -> None:
        card = ReferralCard
        forms = {
            card.HANDED: Wish.HANDED, card.RECEIVED: Wish.RECEIVED, card.ANSWERED: Wish.ANSWERED,
        }  # fmt: skip
        if verb == card.NEWS:
            self.open_form(Wish.FOLLOW_UP, self._news_kind(ent))
        elif verb in forms:
            self.open_form(forms[verb], ent)
        else:
            wishes = {card.NEW: Wish.LETTER, card.AGAIN: Wish.AGAIN, card.REFUSED: Wish.REFUSED}
            self.asked.emit(wishes[verb], ent)

    def _news_kind(self, letter: str) -> str:
        """Return as what news of a letter is written down, empty where the person says so."""
        letters = self._shown.page.dossier.referrals if self._shown else ()
        return next((NEWS_KINDS.get(each.to, "") for each in letters if each.ent == letter), "")

    def _notice(self, verb: str, about: str) -> None:
        kinds = {case_notices.NEWS: "umpan_balik_uptd", case_notices.SAFETY: "cek_keamanan"}
        if verb in kinds:
            self.open_form(Wish.FOLLOW_UP, kinds[verb])
        elif verb == case_notices.SCHOOL:
            self.asked.emit(Wish.LETTER, "sekolah")
        else:
            wish = Wish.KEEP_IDENTITY if verb == case_notices.KEEP else Wish(verb)
            self.asked.emit(wish, about)
