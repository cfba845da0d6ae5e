"""The page where a volunteer notes what worries her about a child, or a woman in danger at home."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from patbm_desktop.actions import wording
from patbm_desktop.actions.cases import case_noting
from patbm_desktop.domain.case import Identity, reasons
from patbm_desktop.domain.case_kinds import CASE_DETAIL
from patbm_desktop.domain.level import RED
from patbm_desktop.domain.reason import Problem
from patbm_desktop.ui.forms.concern_bar import ConcernBar
from patbm_desktop.ui.forms.concern_body import ConcernBody, View
from patbm_desktop.ui.forms.concern_values import After, Asked, Noting
from patbm_desktop.ui.page import FormPage, fill_with
from patbm_desktop.ui.strings import language
from patbm_desktop.ui.theme import Theme

ASK_AFTER_MS = 400
"""Whether the worry stands already is asked this long after what it is or whom it is about."""


class ConcernPage(FormPage):
    """Collects one worry and hands it over; keeps nothing and saves nothing itself.

    Once somebody says that the person feared may open this laptop, it hands over nothing more:
    `insider_found` names the draft that has to go, and what is typed stays in memory until the
    page is left. `address` is a form of address, `now` tells the laptop's time.
    """

    FORM: ClassVar[str] = case_noting.FORM
    submitted = Signal(object)
    insider_found = Signal(str)
    numbers_asked = Signal()
    doubles_asked = Signal(object)
    case_opened = Signal(str)
    letter_asked = Signal(object)
    """The letter is wanted and nothing may be kept; carries the details as they stand."""
    reminder_asked = Signal(str, bool)
    """The slip is wanted: for the case with this id, or for none that is kept; then the second
    says whether to call now."""
    leave_asked = Signal()

    def __init__(self, theme: Theme, address: str, now: Callable[[], datetime]) -> None:
        super().__init__(theme)
        self._asked: Asked | None = None
        self._saved = ""
        self._asked_about: object = None
        self.form = ConcernBody(theme, address, now, self)
        fill_with(self, self.form)
        self.bar = ConcernBar(theme)
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(ASK_AFTER_MS)
        self._connect()

    # -- what it shows ---------------------------------------------------------------------------

    def open_new(self, asked: Asked) -> None:
        """Show an empty form."""
        self.new_draft()
        self._asked, self._saved, self._asked_about = asked, "", None
        self.form.offer(asked)
        self.bar.set_busy(on=False)
        self.bar.offer_to_keep(on=True)
        self.bar.say_nothing_yet()
        self.head_changed.emit()

    def open_draft(self, draft_id: str, data: Mapping[str, Any], at: datetime) -> None:
        """Show what `data()` gave, over the form that was opened for it."""
        self.draft_id = draft_id
        self.form.set_data(data)
        self.draft_saved(at)

    def show_saved(self, ent: str, code: str, triage: str) -> None:
        """Show that the note stands, and what to write down about it.

        The form behind it is emptied as soon as the page is left.
        """
        self._saved = ent
        self.forget_draft()
        self.form.saved.show_saved(code, triage)
        self.form.show_view(View.SAVED)
        self.bar.set_busy(on=False)
        self.bar.offer_to_keep(on=False)
        self.bar.say_kept()
        self.form.saved.focus_first()

    def ask_about_danger(self) -> None:
        """Ask whether the numbers that were opened are about this note."""
        if self.form.view() is View.FORM and not self.form.is_danger():
            self.form.strip.ask()
            self.form.strip.yes.setFocus()
            self.form.show_soon(self.form.strip)

    def show_double(self, ent: str, code: str) -> None:
        """Say that `code` may be the same; an empty `ent` takes it away."""
        self.form.show_double(ent, code)

    def show_problems(self, found: Sequence[Problem]) -> None:
        """Show each of `found` beside its question, with the keyboard on the first."""
        self.bar.set_busy(on=False)
        self.form.show_problems({each.field: self._words(each) for each in found})
        if found:
            self.form.focus_on(found[0].field)

    def show_fault(self, sentence: str) -> bool:
        """Say in the bar why nothing was kept; everything typed stays."""
        self.bar.set_busy(on=False)
        self.bar.say_refused(sentence)
        return True

    # -- what the window reads -------------------------------------------------------------------

    def title(self) -> str:
        """Return what the form is for."""
        return self.tr("Catat kekhawatiran")

    def subtitle(self) -> str:
        """Return the quiet line under it."""
        return self.tr("Catatan rahasia, tidak ikut tercetak")

    def bottom_bar(self) -> QWidget:
        """Return the bar with the draft's state and the button."""
        return self.bar

    def scroll_area(self) -> QAbstractScrollArea:
        """Return the form itself."""
        return self.form

    def start(self) -> None:
        """Put the keyboard on question 1."""
        self.form.concern.focus_first()

    def place(self) -> Mapping[str, object]:
        """Return what opens this again; nothing at all where nothing may be kept."""
        if self._saved:
            return {"saved": self._saved}
        return {} if self.form.is_insider() else {"draft": self.draft_id}

    def data(self) -> dict[str, object]:
        """Return every answer as JSON values, valid or not."""
        return self.form.data()

    def is_saved(self) -> str:
        """Return the id of the case that was just saved here, or an empty string."""
        return self._saved

    def draft_saved(self, at: datetime) -> None:
        """Say since when the draft is safe."""
        if self.form.view() is View.FORM:
            self.bar.say_saved(at)

    def touched(self) -> None:
        """Note that something changed, unless nothing may be kept."""
        if not self.form.is_insider():
            super().touched()

    def save(self) -> None:
        """Hand the note over, then leave."""
        self._submit(After.LEAVE)

    def numbers_closed(self) -> None:
        """Ask whether the emergency numbers were opened for this note."""
        self.ask_about_danger()

    def wipe(self) -> None:
        """Empty everything; nothing of it is left in a widget."""
        self._ask.stop()
        self.form.story.wipe()
        self.form.next.set_answer("", "", None)
        self._asked, self._saved, self._asked_about = None, "", None
        super().wipe()

    # -- events ----------------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was typed when a page is left that may keep nothing, or has kept it."""
        super().hideEvent(event)
        is_over = self.form.is_insider() or bool(self._saved)
        if is_over and not event.spontaneous() and self._asked is not None:
            self.open_new(self._asked)

    # -- inside ----------------------------------------------------------------------------------

    def _connect(self) -> None:
        form = self.form
        form.changed.connect(self._changed)
        form.double_opened.connect(self.case_opened)
        form.opener.changed.connect(self._answer_insider)
        form.strip.numbers_asked.connect(self.numbers_asked)
        form.strip.answered.connect(self._answer_danger)
        form.stop.letter_asked.connect(self._submit_for_letter)
        form.insider.letter_asked.connect(self._ask_letter)
        form.insider.reminder_asked.connect(self._ask_slip)
        form.insider.back_asked.connect(self._was_no_insider)
        form.saved.reminder_asked.connect(self._ask_slip)
        form.saved.case_asked.connect(self._open_saved)
        form.saved.leave_asked.connect(self.leave_asked)
        self.bar.keep.clicked.connect(self.save)
        self._ask.timeout.connect(self._ask_doubles)

    def _changed(self) -> None:
        if self.form.is_insider():
            return
        self.bar.say_saving()
        self.touched()
        self._ask.start()

    def _answer_insider(self) -> None:
        if not self.form.is_insider():
            return
        gone = self.draft_id
        self.new_draft()
        self._ask.stop()
        self.form.show_double("")
        self.form.show_view(View.INSIDER)
        self.form.insider.focus_first()
        self.bar.offer_to_keep(on=False)
        self.bar.say_nothing_is_kept()
        self.insider_found.emit(gone)

    def _was_no_insider(self) -> None:
        self.form.opener.forget()
        self.form.show_view(View.FORM)
        self.bar.offer_to_keep(on=True)
        self.form.who.focus_first()
        self._changed()

    def _answer_danger(self, is_this: bool) -> None:  # noqa: FBT001 - a slot of the strip
        self.form.set_danger(on=is_this)
        self.form.concern.focus_first()
        self._changed()

    def _submit_for_letter(self) -> None:
        self._submit(After.LETTER)

    def _ask_letter(self) -> None:
        self.letter_asked.emit(self.form.detail())

    def _ask_slip(self) -> None:
        is_now = not self._saved and self.form.judgement().triage == RED
        self.reminder_asked.emit(self._saved, is_now)

    def _open_saved(self) -> None:
        self.case_opened.emit(self._saved)

    def _submit(self, after: After) -> None:
        if self._asked is None or self.bar.is_busy() or self.form.view() is not View.FORM:
            return
        detail = self.form.detail()
        today = self._asked.today if self._asked.is_sure else None
        found = reasons(detail, today)
        self.show_problems(found)
        if found or not self.form.calls.is_readable():
            return
        self.bar.set_busy(on=True)
        self.forget_draft()
        next_step = None if self.form.has_stop() else self.form.next.next_step()
        moved = self.form.story.moved()
        self.submitted.emit(
            Noting(
                detail=detail,
                next=next_step,
                draft_id=self.draft_id,
                after=after,
                identity=Identity(**moved) if moved else None,
            )
        )

    def _ask_doubles(self) -> None:
        detail = self.form.detail()
        about = (detail.category, detail.victim)
        if about != self._asked_about:
            self._asked_about = about
            self.doubles_asked.emit(detail)

    def _words(self, problem: Problem) -> str:
        if problem.field == "category":
            is_open = bool(self.form.concern.concern())
            second = self.tr("Pilih dulu satu jawaban di atas (nomor 1).")
            return second if is_open else self.tr("Pilih dulu apa yang mengkhawatirkan (nomor 1).")
        field = CASE_DETAIL.fields.get(problem.field)
        return wording.sentence(problem.reason, language(), most=field.longest if field else 0)
