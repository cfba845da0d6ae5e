"""The scrolling part of the form of a worry, in its faces: the form, the card that keeps nothing,
and what stands there once the note is kept."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions import wording
from patbm_desktop.domain.case import CaseDetail, Dossier, Victim
from patbm_desktop.domain.safeguard import Judgement, Panel, judge
from patbm_desktop.ui.forms.concern_called import CallQuestion, call_as_json, call_from_json
from patbm_desktop.ui.forms.concern_danger import DangerStrip
from patbm_desktop.ui.forms.concern_insider import InsiderCard
from patbm_desktop.ui.forms.concern_next import NextQuestion
from patbm_desktop.ui.forms.concern_saved import SavedCard
from patbm_desktop.ui.forms.concern_side import ChildCard, ReadersCard
from patbm_desktop.ui.forms.concern_story import StoryQuestion
from patbm_desktop.ui.forms.concern_values import Asked
from patbm_desktop.ui.forms.concern_what import ConcernQuestion, InsiderQuestion
from patbm_desktop.ui.forms.concern_who import WhoQuestion
from patbm_desktop.ui.forms.question import Question, chips_of
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner, Card
from patbm_desktop.ui.parts.frame import PageFrame, TwoColumns
from patbm_desktop.ui.parts.layouts import Column
from patbm_desktop.ui.parts.stop_panel import StopPanel
from patbm_desktop.ui.strings import fill, language
from patbm_desktop.ui.theme import Theme

GROWN_UP = "kdrt_dewasa"
NUMBERS_EDGE_PX = 8
"""So much below the numbers to call is to be seen of their panel, whatever else is."""
PLACE_OF_FIELD = {
    "category": "concern",
    "victim": "who",
    "initials": "who",
    "narrative": "story",
    "called": "calls",
    "next": "next",
    "danger_now": "concern",
}
"""Beside which question a problem of each field stands; those of other fields beside the first."""


class View(StrEnum):
    """What fills the page."""

    FORM = "form"
    INSIDER = "insider"
    SAVED = "saved"


class ConcernBody(PageFrame):
    """Everything of one worry that can be typed; `changed` tells what the person did.

    `now` tells the laptop's time.
    """

    changed = Signal()
    double_opened = Signal(str)

    def __init__(
        self, theme: Theme, address: str, now: Callable[[], datetime], parent: QWidget
    ) -> None:
        super().__init__(theme, margins=(28, 0, 28, 6), spacing=8)
        self.setParent(parent)
        self.theme, self._address = theme, address
        self._asked: Asked | None = None
        self._is_danger = False
        self._has_called = False
        self._double = ""
        self._chain: list[QWidget] = []
        self.strip = DangerStrip(theme)
        self._card = Card(theme, margins=(20, 8, 20, 8), spacing=6)
        self._right = QWidget()
        self._columns = TwoColumns(theme, self._card, self._right, right_width=312)
        self.insider, self.saved = InsiderCard(theme), SavedCard(theme)
        for widget, stretch in (
            (self.strip, 0), (self._columns, 1), (self.insider, 1), (self.saved, 1),
        ):  # fmt: skip
            self.body.addWidget(widget, stretch)
        self._make_questions(now)
        self._make_side()
        self._connect()
        self.show_view(View.FORM)

    # -- asking ----------------------------------------------------------------------------------

    def offer(self, asked: Asked) -> None:
        """Ask everything anew."""
        self._asked = asked
        self._is_danger = self._has_called = False
        self.strip.show_state(is_danger=False)
        self.concern.offer(asked.concerns)
        self.opener.forget()
        self.who.offer()
        self.story.wipe()
        self.story.offer_looks(asked.look)
        self.calls.set_calls(())
        self.next.set_answer("", "", None)
        self.stop.say("")
        self.readers.show_readers(asked.readers)
        self.insider.show_numbers(asked.contacts)
        self.show_double("")
        self.show_problems({})
        self.show_view(View.FORM)
        self.refresh()
        self.verticalScrollBar().setValue(0)

    def detail(self) -> CaseDetail:
        """Return the note as it stands, complete or not."""
        victim = self.who.victim()
        sets = self.concern.sets(victim.age)
        asked = self._asked
        return CaseDetail(
            category=sets.category if sets else None,
            signs=sets.signs if sets else (),
            place_kind=sets.place_kind if sets else None,
            victim=victim,
            danger_now="ya" if self._is_danger else None,
            called=self.calls.calls(),
            learned_on=asked.today if asked and asked.is_sure else None,
            initials=self.who.letters(),
            narrative=self.story.story(),
            activity_id=(asked.activity or None) if asked else None,
        )

    def judgement(self) -> Judgement:
        """Return what the rules make of the note as it stands."""
        today = self._asked.today if self._asked else date.min
        return judge(Dossier(detail=self.detail()), today)

    def is_insider(self) -> bool:
        """Say whether nothing of this may be kept."""
        return self.opener.is_insider()

    def is_danger(self) -> bool:
        """Say whether somebody said that there is danger now."""
        return self._is_danger

    def has_stop(self) -> bool:
        """Say whether the stop panel stands in place of the next step."""
        return not self.stop.isHidden()

    def show_view(self, view: View) -> None:
        """Fill the page with one of its faces."""
        self._view = view
        self.strip.setVisible(view is View.FORM)
        self._columns.setVisible(view is View.FORM)
        self.insider.setVisible(view is View.INSIDER)
        self.saved.setVisible(view is View.SAVED)
        self.verticalScrollBar().setValue(0)

    def view(self) -> View:
        """Return what fills the page."""
        return self._view

    def set_danger(self, *, on: bool) -> None:
        """Ask three things and no more while there is danger."""
        self._is_danger = on
        self.strip.show_state(is_danger=on)
        self.refresh()

    def note_call(self) -> None:
        """Note the call that was made just now, and open its line."""
        asked = self._asked
        has_uptd = asked is not None and any(
            row.function == "uptd_ppa" and row.number for row in asked.contacts
        )
        self._has_called = True
        self.calls.add("uptd_ppa" if has_uptd else "sapa_129")
        self.stop.say("")
        self.refresh()
        self._scroll_to(self.calls)
        self.calls.focus_first()

    def put_off_call(self) -> None:
        """Say that the question comes back."""
        self.stop.say(self.tr("Nanti ditanyakan lagi: saat laptop dibuka, dan tiap jam."))

    def show_double(self, ent: str, code: str = "") -> None:
        """Say that the worry may have been noted before; nothing is stopped."""
        self._double = ent
        self.look.setText(fill(self.tr("Lihat %1"), code))
        self.double.setVisible(bool(ent))

    # -- drafts ----------------------------------------------------------------------------------

    def data(self) -> dict[str, Any]:
        """Return every answer as JSON values; that of the question about insiders never."""
        what, when, other = self.next.answer()
        victim = self.who.victim()
        answers = {
            "concern": self.concern.concern(),
            "option": self.concern.option(),
            "sex": victim.sex,
            "age": victim.age,
            "initials": self.who.letters(),
            "story": self.story.text.plain(),
            "moved": dict(self.story.moved()),
            "calls": [call_as_json(each) for each in self.calls.calls()],
            "danger": self._is_danger,
            "what": what,
            "when": when,
            "day": other.isoformat() if other else "",
        }
        given = {name: answer for name, answer in answers.items() if answer}
        return {**given, "activity": self._asked.activity if self._asked else ""}

    def set_data(self, data: Mapping[str, Any]) -> None:
        """Show again what `data` gave, over a form that was opened for it."""
        self.who.set_answer(Victim(data.get("sex"), data.get("age")), data.get("initials", ""))
        self.concern.set_answer(data.get("concern", ""), data.get("option", ""))
        self.story.set_answer(data.get("story", ""), data.get("moved", {}))
        calls = [call_from_json(each) for each in data.get("calls", ())]
        self.calls.set_calls(calls)
        self._has_called = bool(calls)
        self._is_danger = bool(data.get("danger"))
        self.strip.show_state(is_danger=self._is_danger)
        self.refresh()
        day = data.get("day")
        other = date.fromisoformat(day) if day else None
        self.next.set_answer(data.get("what", ""), data.get("when", ""), other)
        self.refresh()

    # -- showing ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what the rules make of the answers as they stand."""
        if self._asked is None:
            return
        judgement = self.judgement()
        is_stopped = Panel.STOP in judgement.panels
        self.opener.setVisible(Panel.ASK_INSIDER in judgement.panels)
        self.stop.show_stop(judgement, self._asked.contacts, self._address)
        self.stop.setVisible(is_stopped)
        self.next.offer(judgement, self._asked.today, self._address)
        self.next.setVisible(not is_stopped)
        self.story.setVisible(not self._is_danger)
        self.who.only_victim(on=self._is_danger)
        self.calls.setVisible(self._is_danger or self._has_called)
        self.calls.show_number(on=self._is_danger)
        kept = self.tr("Teks yang sudah ditulis ikut disimpan.")
        self.calls.show_note(kept if self._is_danger and self.story.story() else "")
        self.order_tabs()

    def show_problems(self, said: Mapping[str, str]) -> None:
        """Show each sentence of `said`, by field, beside its question."""
        for name, question in self._questions.items():
            here = [words for field, words in said.items() if _place_of(field) == name]
            question.show_problem("\n".join(dict.fromkeys(here)))

    def focus_on(self, field: str) -> None:
        """Put the keyboard where `field` is answered, and scroll there."""
        question = self._questions[_place_of(field)]
        question.focus_first()
        self.show_widget(question)

    def order_tabs(self) -> None:
        """Let Tab follow the eye: chips that were made later would come last otherwise."""
        stops = self._stops()
        if stops != self._chain:
            self._chain = stops
            for before, after in pairwise(stops):
                QWidget.setTabOrder(before, after)

    # -- inside ----------------------------------------------------------------------------------

    def _make_questions(self, now: Callable[[], datetime]) -> None:
        theme, add = self.theme, self._card.body.addWidget
        self.concern, self.opener = ConcernQuestion(theme), InsiderQuestion(theme)
        self.who, self.story = WhoQuestion(theme), StoryQuestion(theme, self._address)
        self.calls, self.next = CallQuestion(theme, now, 3), NextQuestion(theme)
        self.stop = StopPanel(theme)
        self._make_double()
        for widget in (
            self.concern, self.double, self.opener, self.who, self.story, self.calls, self.next,
            self.stop,
        ):  # fmt: skip
            add(widget)
        self._card.body.addStretch(1)
        self._questions: dict[str, Question] = {
            "concern": self.concern, "who": self.who, "story": self.story, "calls": self.calls,
            "next": self.next,
        }  # fmt: skip

    def _make_double(self) -> None:
        words = wording.rule_words("r12.maybe_same", language())
        self.double = Banner(self.theme, words, status="warn", icon="copy")
        self.look = Button(self.theme, "", size="small")
        self.double.buttons.addWidget(self.look)

    def _make_side(self) -> None:
        self.readers = ReadersCard(self.theme, self._address)
        self.child = ChildCard(self.theme, self._address)
        column = Column(self.theme, self._right, spacing=10)
        column.addWidget(self.readers)
        column.addWidget(self.child, 1)

    def _connect(self) -> None:
        for question in (*self._questions.values(), self.opener):
            question.changed.connect(self._told)
        self.next.call_now.connect(self._call_now)
        self.look.clicked.connect(self._open_double)
        self.stop.call_asked.connect(self._called)
        self.stop.later_asked.connect(self.put_off_call)

    def _told(self) -> None:
        if self.detail().category == GROWN_UP:
            self.who.expect_grown_up()
        had_stop = self.has_stop()
        self.refresh()
        if self.has_stop() and not had_stop:
            self._show_whom_to_call()
        self.changed.emit()

    def _call_now(self) -> None:
        """Take "Telepon sekarang, Sekarang" at its word; one click says that it was none."""
        self.set_danger(on=True)
        self.changed.emit()

    def _called(self) -> None:
        self.note_call()
        self.changed.emit()

    def _open_double(self) -> None:
        self.double_opened.emit(self._double)

    def _scroll_to(self, widget: QWidget) -> None:
        canvas = self.widget()
        assert canvas is not None
        canvas.adjustSize()
        self.show_widget(widget)

    def _show_whom_to_call(self) -> None:
        """Bring the numbers of the panel into sight; the answer just given where there is room."""
        numbers, answered = self.stop.numbers, self.focusWidget()
        self.show_soon(numbers, *((answered,) if answered is not None else ()))
        edge = self.theme.px(NUMBERS_EDGE_PX)
        QTimer.singleShot(0, numbers, lambda: self.ensureWidgetVisible(numbers, 0, edge))

    def _stops(self) -> list[QWidget]:
        """Return whatever takes the keyboard on the form, from top to bottom."""
        strip = self.strip
        return [
            strip.numbers, strip.yes, strip.no, strip.mistaken,
            *chips_of(self.concern.chips), *chips_of(self.concern.options), self.look,
            *chips_of(self.opener.chips), *chips_of(self.who.sex), *chips_of(self.who.age),
            self.who.initials, self.story.text, self.story.move_button, *chips_of(self.calls.chips),
            *self.calls.times.values(), *chips_of(self.next.what), *chips_of(self.next.when),
            self.next.day, self.stop.called, self.stop.letter, self.stop.later,
        ]  # fmt: skip


def _place_of(field: str) -> str:
    return PLACE_OF_FIELD.get(field, "concern")
