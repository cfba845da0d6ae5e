"""The place on the page of one case where one form at a time is open."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.domain.codes import FROZEN_REASONS
from patbm_desktop.ui.forms.case_form import CaseForm, ChipQuestion, needed
from patbm_desktop.ui.forms.case_step_forms import CalledForm, HandedForm, NextForm, SlipForm
from patbm_desktop.ui.forms.case_values import Answered, Shown, Wish
from patbm_desktop.ui.forms.complete_form import CompleteForm
from patbm_desktop.ui.forms.follow_up_form import FollowUpForm
from patbm_desktop.ui.parts.layouts import Column, show_if
from patbm_desktop.ui.theme import Theme

CAME_BACK = ("ditolak", "dialihkan")


class AnswerForm(CaseForm):
    """What a service answered that did not take over."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Jawaban layanan"), self.tr("Simpan jawaban"))
        self._letter = ""
        self.question = ChipQuestion(theme, self.tr("Apa jawabannya?"), "outcome", CAME_BACK)
        self.body.addWidget(self.question)
        self.finish()

    def ask(self, shown: Shown, about: str) -> None:  # noqa: ARG002 - it is the same for any case
        """Ask for the answer to the letter `about`."""
        self._letter = about

    def answer(self) -> Answered:
        """Return the answer."""
        return Answered(self._letter, self.question.value() or "")

    def is_ready(self) -> bool:
        """Say that something must be chosen first."""
        return is_chosen(self.question)

    def start(self) -> None:
        """Put the keyboard on the chips."""
        self.question.focus_first()

    def wipe(self) -> None:
        """Choose nothing."""
        self.question.set_value(())


class FreezeForm(CaseForm):
    """Why a case may be read and no more."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Bekukan catatan"), self.tr("Bekukan"))
        words = self.tr("Kenapa dibekukan?")
        self.question = ChipQuestion(theme, words, "frozen_reason", FROZEN_REASONS)
        self.body.addWidget(self.question)
        self.finish()

    def ask(self, shown: Shown, about: str) -> None:
        """Ask anew."""

    def answer(self) -> str:
        """Return the key of the reason."""
        return self.question.value() or ""

    def is_ready(self) -> bool:
        """Say that something must be chosen first."""
        return is_chosen(self.question)

    def start(self) -> None:
        """Put the keyboard on the chips."""
        self.question.focus_first()

    def wipe(self) -> None:
        """Choose nothing."""
        self.question.set_value(())


def is_chosen(question: ChipQuestion) -> bool:
    """Say beside `question` that something must be chosen first; False when nothing is."""
    is_missing = question.value() is None
    question.show_problem(needed(question.head.title.text()) if is_missing else "")
    return not is_missing


class CaseForms(QWidget):
    """Opens one form at a time; `asked` gives a `Wish` and what comes with it.

    `typed` says that something changed that a draft has to keep.
    """

    asked = Signal(str, object)
    typed = Signal()

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._theme, self._now = theme, now
        self._column = Column(theme, self)
        self._made: dict[Wish, CaseForm] = {}
        self._shown: Shown | None = None
        self._open: Wish | None = None
        self._about = ""
        self._is_touched = False
        self.hide()

    def take(self, shown: Shown) -> None:
        """Know the case that the forms are about; an open one of another case is put away."""
        if self._shown is not None and self._shown.page.ent != shown.page.ent:
            self.put_away()
        self._shown = shown
        form = self.form()
        if form is not None and shown.checker is not None:
            form.learn(shown)

    def form(self) -> CaseForm | None:
        """Return the form that is open."""
        return self._made[self._open] if self._open else None

    def open_form(self, wish: Wish, about: str = "") -> CaseForm | None:
        """Open the form for `wish`, empty; `about` is the letter or the kind it is about."""
        if self._shown is None:
            return None
        self.put_away()
        form = self._form(wish)
        self._open, self._about, self._is_touched = wish, about, False
        form.wipe()
        form.show_problem("")
        form.ask(self._shown, about)
        form.show()
        show_if(self, on=True)
        form.start()
        return form

    def put_away(self) -> None:
        """Close what is open and forget what stands in it."""
        form = self.form()
        self._open, self._is_touched = None, False
        if form is not None:
            form.wipe()
            form.hide()
        self.hide()

    def save(self) -> None:
        """Ask to keep what the open form says, if nothing is missing."""
        form, wish = self.form(), self._open
        if form is not None and wish is not None and form.is_ready():
            form.show_problem("")
            self.asked.emit(wish, form.answer())

    def show_fault(self, sentence: str) -> bool:
        """Say on the open form why it could not be kept; False when none is open."""
        form = self.form()
        if form is not None:
            form.show_problem(sentence)
        return form is not None

    # Drafts

    def data(self) -> dict[str, Any]:
        """Return what is typed, as JSON values."""
        form = self.form()
        if form is None or self._open is None:
            return {}
        return {"open": self._open.value, "about": self._about, "values": form.data()}

    def set_data(self, data: Mapping[str, Any]) -> None:
        """Open the form that a draft was made with, and show what it held."""
        wish = next((each for each in Wish if each == data.get("open")), None)
        if wish is None:
            return
        form = self.open_form(wish, str(data.get("about", "")))
        if form is not None:
            form.set_data(dict(data.get("values", {})))
            self._is_touched = True

    def wipe(self) -> None:
        """Forget everything."""
        self.put_away()
        for form in self._made.values():
            form.wipe()
        self._shown = None

    # Making and asking

    def _form(self, wish: Wish) -> CaseForm:
        if wish not in self._made:
            form = self._make(wish)
            form.saved.connect(self.save)
            form.closed.connect(self._closed)
            form.touched.connect(self._touched)
            self._made[wish] = form
            self._column.addWidget(form)
        return self._made[wish]

    def _make(self, wish: Wish) -> CaseForm:
        theme = self._theme
        makers: dict[Wish, Callable[[], CaseForm]] = {
            Wish.FOLLOW_UP: partial(FollowUpForm, theme),
            Wish.NEXT: partial(NextForm, theme),
            Wish.CALLED: partial(CalledForm, theme, self._now),
            Wish.COMPLETE: self._complete_form,
            Wish.HANDED: partial(HandedForm, theme, self._now),
            Wish.RECEIVED: partial(SlipForm, theme),
            Wish.ANSWERED: partial(AnswerForm, theme),
            Wish.FREEZE: partial(FreezeForm, theme),
        }
        return makers[wish]()

    def _complete_form(self) -> CaseForm:
        is_companion = self._shown is not None and self._shown.page.is_companion
        return CompleteForm(self._theme, is_companion=is_companion)

    def _touched(self) -> None:
        self._is_touched = True
        self.typed.emit()

    def _closed(self) -> None:
        dropped = self.data() if self._is_touched else {}
        self.put_away()
        if dropped:
            self.asked.emit(Wish.DROPPED, dropped)
