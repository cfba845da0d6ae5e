"""The scrolling part of the log form: five questions, what may be added, and the right column."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions import wording
from patbm_desktop.actions.activities.choices import Choices
from patbm_desktop.domain.activity import Activity, Count4, hints
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.domain.reason import Hint
from patbm_desktop.ui.forms.activity_counts import CountQuestion
from patbm_desktop.ui.forms.activity_extras import ExtrasRow
from patbm_desktop.ui.forms.activity_notes import ActivityNotes, Look
from patbm_desktop.ui.forms.activity_side import Preview, SameCard
from patbm_desktop.ui.forms.activity_what import TopicsQuestion, WhatQuestion
from patbm_desktop.ui.forms.activity_when import Asking, WhenQuestion
from patbm_desktop.ui.forms.activity_where import Where, WhereQuestion
from patbm_desktop.ui.forms.activity_worry import WorryCard
from patbm_desktop.ui.forms.attendance_grid import AttendanceGrid
from patbm_desktop.ui.forms.photo_strip import PhotoStrip
from patbm_desktop.ui.forms.question import Pair, Question
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner, Card
from patbm_desktop.ui.parts.chips import chain
from patbm_desktop.ui.parts.frame import PageFrame, TwoColumns
from patbm_desktop.ui.parts.layouts import Column
from patbm_desktop.ui.strings import language
from patbm_desktop.ui.theme import Theme

LIST, NOTES = "list", "notes"
STORY = ("result", "next_step")
"""Fields in which the story of a visit stands, if it was written down at all."""
PLACE_OF_HINT = {
    Hint.OLDER_THAN_13_MONTHS: "when",
    Hint.TRAINED_FACILITATOR: "topics",
    Hint.OVER_300: "counts",
    Hint.CHILDREN_ACTIVITY_WITHOUT_CHILDREN: "counts",
    Hint.PHOTO_WITHOUT_PARTICIPANTS: "counts",
}
"""Beside which question each hint stands."""

PLACE_OF_FIELD = {
    "program": "what",
    "type": "what",
    "date": "when",
    "planned": "when",
    "place_id": "where",
    "held_by": "where",
    "topics": "topics",
    "participants": "counts",
    "disability": "counts",
    "estimated": "counts",
}
"""Beside which question a problem of each field stands; the other fields are in the notes."""


class ActivityBody(PageFrame):
    """Everything about one activity that can be typed; `changed` tells what the person did."""

    changed = Signal()
    kind_picked = Signal()
    plan_asked = Signal()
    double_asked = Signal()
    move_asked = Signal(list)
    """What is written in these fields belongs into a confidential note."""

    def __init__(self, theme: Theme, look: Look, address: str, parent: QWidget) -> None:
        super().__init__(theme, margins=(28, 0, 28, 8))
        # A widget is dressed anew with all it holds whenever it changes hands, so the frame comes
        # first and each part goes straight into it (measured: five times less than last).
        self.setParent(parent)
        self.theme = theme
        self._can_note, self._meets = False, False
        self._card = Card(theme, margins=(20, 10, 20, 6), spacing=6)
        self._right = QWidget()
        self.body.addWidget(TwoColumns(theme, self._card, self._right, right_width=306), 1)
        self._make_questions(theme)
        self._make_extras(theme, look)
        self._make_side(theme, address)
        self._questions: dict[str, Question] = {
            "what": self.what, "when": self.when, "where": self.where,
            "topics": self.topics, "counts": self.counts,
        }  # fmt: skip
        self._connect()

    def offer(self, choices: Choices, asking: Asking) -> None:
        """Ask everything anew from `choices`; nothing is filled in but what has a default."""
        self.what.offer(choices.presets)
        self.when.offer(choices.today, choices.clock_says, asking)
        self.where.offer(choices.places)
        self.topics.offer(choices.topics, choices.undiscussed)
        self.counts.set_counts(None)
        self.counts.set_more(estimated=False, disabled=None)
        self.photos.offer(choices.today or choices.clock_says)
        self.grid.offer(())
        self.notes.offer(choices.people)
        self._fold()
        self.show_problems({})
        self.double.hide()
        self._order_photos()
        self.verticalScrollBar().setValue(0)

    def values(self, base: Activity) -> Activity:
        """Return `base` with everything that stands in the form now."""
        program, kind = self.what.kind()
        where = self.where.where()
        return replace(
            base,
            program=program,
            type=kind,
            date=self.when.day(),
            place_id=where.place_id,
            held_by=where.held_by,
            topics=self.topics.topics(),
            participants=self.counts.counts(),
            estimated=self.counts.is_estimated(),
            disability=self.counts.disabled(),
            **self.notes.values(),
        )

    def set_values(self, activity: Activity, place_name: str, lead_name: str) -> None:
        """Show `activity`; the names are of a place and a leader without a record yet."""
        self.what.set_kind(activity.program, activity.type)
        self.when.set_day(activity.date)
        self.where.set_where(
            Where(
                place_id=activity.place_id,
                place_name="" if activity.place_id else place_name,
                held_by=activity.held_by,
            )
        )
        self.where.answered()
        self.topics.set_topics(activity.topics)
        self.counts.set_counts(activity.participants)
        self.counts.set_more(estimated=activity.estimated, disabled=activity.disability)
        self.notes.set_values(activity, lead_name)
        if _has_notes(activity) or lead_name:
            self.unfold(NOTES)

    def show_attendees(self, attendees: Sequence[Attendee]) -> None:
        """Show the attendance list that belongs to the activity."""
        self.grid.offer(attendees)
        if attendees:
            self.unfold(LIST)

    def attendees(self) -> tuple[Attendee, ...]:
        """Return the attendance list."""
        return self.grid.attendees()

    def data(self) -> dict[str, Any]:
        """Return what is typed and no field value says, as JSON values."""
        return {
            "typed": self.notes.typed(),
            "open": self.unfolded(),
            "photos": self.photos.data(),
            "attendees": self.grid.data(),
            **({"worry": True} if self.worry.is_yes() else {}),
        }

    def set_data(self, data: Mapping[str, Any]) -> None:
        """Show again what `data` gave."""
        self.notes.set_typed(data.get("typed", {}))
        self.photos.set_data(data.get("photos", ()))
        self.grid.set_data(data.get("attendees", ()))
        self.worry.set_yes(on=bool(data.get("worry")))
        for name in data.get("open", ()):
            self.unfold(name)

    def unfolded(self) -> list[str]:
        """Return which optional parts are open."""
        parts = {LIST: self._list_box, NOTES: self._notes_box}
        return [name for name, widget in parts.items() if not widget.isHidden()]

    def unfold(self, name: str) -> None:
        """Open an optional part of the form."""
        {LIST: self._list_box, NOTES: self._notes_box}[name].show()
        self._show_extras()

    def refresh(self, activity: Activity, place_name: str, today: date | None) -> None:
        """Show what paper will say of `activity`, and what in it deserves a second look."""
        self.preview.show_activity(activity, place_name)
        self.counts.ask_of_own(is_event=activity.held_by != "rt")
        self.grid.compare_with(activity.participants)
        from_here = hints(activity, today, len(self.photos.photos()))
        for name, question in self._questions.items():
            said = [each for each in from_here if PLACE_OF_HINT.get(each) == name]
            question.show_note("\n".join(map(_sentence, said)))
        self.visit.setVisible(Hint.VISIT in from_here)
        self._show_extras()

    def show_problems(self, said: Mapping[str, str]) -> None:
        """Show each sentence of `said` beside the question of its field, none elsewhere."""
        for name, question in self._questions.items():
            here = [text for field, text in said.items() if PLACE_OF_FIELD.get(field) == name]
            question.show_problem("\n".join(dict.fromkeys(here)))
        self.notes.show_problems(said)

    def focus_on(self, field: str) -> None:
        """Put the keyboard where `field` is answered, and scroll there."""
        name = PLACE_OF_FIELD.get(field)
        if name:
            self._questions[name].focus_first()
            self.show_widget(self._questions[name])
        elif field in self.notes.fields:
            self.unfold(NOTES)
            self.notes.focus_on(field)
            self.show_widget(self.notes.fields[field])

    def _make_questions(self, theme: Theme) -> None:
        add = self._card.body.addWidget
        self.what = WhatQuestion(theme)
        add(self.what)
        self.visit = Banner(theme, _sentence(Hint.VISIT), status="info", icon="shield")
        add(self.visit)
        self.move_visit = Button(theme, self.tr("Pindahkan ke Catatan rahasia"), size="small")
        self.visit.buttons.addWidget(self.move_visit)
        self.when, self.where = WhenQuestion(theme), WhereQuestion(theme)
        add(Pair(theme, self.when, self.where))
        self._make_banners(theme)
        add(self.plan)
        add(self.double)
        self.topics = TopicsQuestion(theme)
        add(self.topics)
        self.counts = CountQuestion(theme)
        add(self.counts)
        for banner in (self.visit, self.plan, self.double):
            banner.hide()

    def _make_banners(self, theme: Theme) -> None:
        self.plan = Banner(theme, "", status="info", icon="calendar-clock")
        self.keep_plan = Button(theme, self.tr("Simpan rencana"), size="small")
        self.other_day = Button(theme, self.tr("Ubah tanggal"), size="small")
        self.plan.buttons.addWidget(self.keep_plan)
        self.plan.buttons.addWidget(self.other_day)
        self.double = Banner(theme, _sentence(Hint.MAYBE_DOUBLE), status="warn", icon="copy")
        self.look_double = Button(theme, self.tr("Lihat yang lain"), size="small")
        self.double.buttons.addWidget(self.look_double)

    def _make_extras(self, theme: Theme, look: Look) -> None:
        column = self._card.body
        self.photos = PhotoStrip(theme)
        column.addWidget(self.photos)
        self.extras = ExtrasRow(theme)
        column.addWidget(self.extras)
        self._list_box, self._notes_box = QWidget(), QWidget()
        for box in (self._list_box, self._notes_box):
            box.hide()
            column.addWidget(box)
        self.grid, self.notes = AttendanceGrid(theme), ActivityNotes(theme, look)
        for box, part in ((self._list_box, self.grid), (self._notes_box, self.notes)):
            Column(theme, box, margins=(0, 2, 0, 10)).addWidget(part)
        column.addStretch(1)

    def _make_side(self, theme: Theme, address: str) -> None:
        self.same, self.preview = SameCard(theme), Preview(theme)
        self.worry = WorryCard(theme, address)
        column = Column(theme, self._right, spacing=12)
        column.addWidget(self.same)
        column.addWidget(self.preview, 1)
        column.addWidget(self.worry)
        self.same.hide()

    def _connect(self) -> None:
        for question in self._questions.values():
            question.changed.connect(partial(question.show_problem, ""))
            question.changed.connect(self.changed)
        self.what.chips.changed.connect(self.kind_picked)
        self.notes.changed.connect(self.changed)
        self.grid.changed.connect(self.changed)
        self.photos.changed.connect(self.changed)
        self.worry.changed.connect(self.changed)
        self.notes.move_asked.connect(self._move_one)
        self.move_visit.clicked.connect(self._move_story)
        self.photos.filled.connect(self._order_photos)
        self.grid.use_asked.connect(self._use_list)
        self.extras.list_asked.connect(self._open_list)
        self.extras.notes_asked.connect(self._open_notes)
        self.other_day.clicked.connect(self._ask_other_day)
        self.keep_plan.clicked.connect(self.plan_asked)
        self.look_double.clicked.connect(self.double_asked)

    def offer_notes(self, *, on: bool) -> None:
        """Offer to note a worry, and to move texts there; not where that cannot be done."""
        self._can_note = on
        self.worry.offer(on=on)
        self._show_moves()

    def set_meeting(self, *, on: bool) -> None:
        """Say nothing of confidential notes while somebody looks on."""
        self._meets = on
        self.worry.set_meeting(on=on)
        self._show_moves()

    def _show_moves(self) -> None:
        on = self._can_note and not self._meets
        self.move_visit.setVisible(on)
        self.notes.offer_moves(on=on)

    def _move_one(self, field: str) -> None:
        self.move_asked.emit([field])

    def _move_story(self) -> None:
        self.move_asked.emit(list(STORY))

    def _use_list(self, heads: Count4, disabled: int) -> None:
        self.counts.set_counts(heads)
        self.counts.set_more(estimated=False, disabled=disabled or None)
        self.changed.emit()

    def _open_list(self) -> None:
        self.unfold(LIST)
        self.grid.start()
        self._scroll_to(self._list_box)

    def _open_notes(self) -> None:
        self.unfold(NOTES)
        self.notes.focus_on("result")
        self._scroll_to(self._notes_box)

    def _scroll_to(self, widget: QWidget) -> None:
        canvas = self.widget()
        assert canvas is not None
        canvas.adjustSize()
        self.show_widget(widget)

    def _order_photos(self) -> None:
        """Let Tab follow the eye: photos made later would come last otherwise."""
        chain(self.photos, self.photos.stops())

    def _ask_other_day(self) -> None:
        self.when.ask_other_day()

    def _fold(self) -> None:
        self._list_box.hide()
        self._notes_box.hide()
        self._show_extras()

    def _show_extras(self) -> None:
        opened = self.unfolded()
        self.extras.show_left(photo=True, attendance=LIST not in opened, notes=NOTES not in opened)


def _sentence(hint: Hint) -> str:
    return wording.sentence(hint, language())


def _has_notes(activity: Activity) -> bool:
    texts = (activity.result, activity.next_step, activity.title, activity.speakers)
    facts = (activity.start, activity.minutes, activity.cost_source, activity.partners)
    return any(texts) or any(facts) or not activity.on_report
