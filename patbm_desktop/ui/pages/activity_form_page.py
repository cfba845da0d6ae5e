"""The page where a volunteer logs, plans or corrects one activity."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from patbm_desktop.actions import wording
from patbm_desktop.actions.activities.activity_list import LastLike
from patbm_desktop.actions.activities.activity_rows import ActivityRow
from patbm_desktop.actions.activities.choices import Choices
from patbm_desktop.actions.activities.photos import MOST_PHOTOS, PhotoRow
from patbm_desktop.domain.activity import Activity, from_values, outcome_of, to_values
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.domain.fault import Refusal
from patbm_desktop.domain.reason import Problem
from patbm_desktop.domain.record import present
from patbm_desktop.ui.forms.activity_bar import ActivityBar
from patbm_desktop.ui.forms.activity_body import ActivityBody
from patbm_desktop.ui.forms.activity_hints import Doubles, LastTime
from patbm_desktop.ui.forms.activity_notes import Look
from patbm_desktop.ui.forms.activity_problems import problem_words, problems_of
from patbm_desktop.ui.forms.activity_submission import ASKING, OF_RECORD, After, Mode, Submission
from patbm_desktop.ui.forms.activity_when import Asking
from patbm_desktop.ui.page import FormPage, fill_with
from patbm_desktop.ui.strings import fill, language, plain_day
from patbm_desktop.ui.theme import Theme


class ActivityFormPage(FormPage):
    """Collects one activity and hands it over; keeps nothing and saves nothing itself."""

    FORM: ClassVar[str] = "activity"
    submitted = Signal(object)
    last_asked = Signal(str)
    doubles_asked = Signal(object, str)
    double_opened = Signal(str)
    photos_wanted = Signal()
    photos_offered = Signal(list)
    photo_removed = Signal()
    move_asked = Signal(list, str)
    """The fields whose text belongs into a confidential note, and that text."""

    def __init__(self, theme: Theme, look: Look, address: str = "tanpa") -> None:
        super().__init__(theme)
        self._mode = Mode.NEW
        self._base = Activity()
        self._choices: Choices | None = None
        self.form = ActivityBody(theme, look, address, self)
        self.last = LastTime(self.form)
        self.doubles = Doubles(self.form, self.activity)
        fill_with(self, self.form)
        self.bar = ActivityBar(theme)
        self.setAcceptDrops(True)
        self._connect()
        self.bar.dress(self._mode, is_plan=self._is_plan())

    # -- what it shows ---------------------------------------------------------------------------

    def open_new(self, choices: Choices, mode: Mode = Mode.NEW) -> None:
        """Show an empty form; only day and place have a default, and only in a plain new one."""
        self.new_draft()
        self._open(choices, mode, Activity())
        if mode is Mode.NEW and choices.presets:
            self.last_asked.emit(choices.presets[0].key)

    def open_record(
        self,
        choices: Choices,
        activity: Activity,
        *,
        mode: Mode = Mode.CORRECT,
        pictures: Sequence[tuple[PhotoRow, bytes]] = (),
        attendees: Sequence[Attendee] = (),
    ) -> None:
        """Show an activity that stands, to correct it or to say that it took place."""
        self.new_draft()
        self._open(choices, mode, activity)
        held = activity
        if mode is Mode.HELD and choices.today and activity.date:
            held = replace(activity, date=min(activity.date, choices.today))
        self.form.set_values(held, "", "")
        self.form.photos.show_stored(pictures)
        self.form.show_attendees(attendees)
        self._refresh()

    def open_draft(self, draft_id: str, data: Mapping[str, Any], at: datetime) -> None:
        """Show what `data()` gave, over the form that was opened for it."""
        self.draft_id = draft_id
        self.form.set_values(
            from_values(self._base.ent, data.get("values", {})),
            str(data.get("place_name", "")),
            str(data.get("lead_name", "")),
        )
        self.form.set_data(data)
        self.form.same.hide()
        self._refresh()
        self.draft_saved(at)

    def show_last(self, last: LastLike | None) -> None:
        """Offer to fill the form like `last`, the last session of the same kind."""
        self.last.show(last if self._mode is Mode.NEW else None, self._choices)

    def show_doubles(self, rows: Sequence[ActivityRow]) -> None:
        """Say that the session may have been noted before; nothing is stopped."""
        self.doubles.show(rows)

    def take_photos(self, jpegs: Sequence[bytes], refused: Sequence[str]) -> None:
        """Add photos that were read, and say why others were not."""
        left = self.form.photos.add(jpegs)
        said = list(dict.fromkeys(refused))
        if left:
            full = Refusal.TOO_MANY_PHOTOS
            said.append(wording.sentence(full, language(), most=MOST_PHOTOS))
        self.form.photos.say("\n".join(said))
        if jpegs:
            self._changed()

    def show_reading(self) -> None:
        """Say that photos are being read."""
        self.form.photos.say(self.tr("Membaca foto…"))

    def offer_notes(self, *, on: bool) -> None:
        """Offer to note a worry after the session, where this laptop may keep one."""
        self.form.offer_notes(on=on and self._mode is not Mode.PLAN)

    def set_meeting(self, on: bool) -> None:  # noqa: FBT001 - a switch has one value
        """Say nothing of confidential notes while somebody looks on."""
        self.form.set_meeting(on=on)

    def drop_texts(self, fields: Sequence[str]) -> None:
        """Take out of the form what stands in a confidential note by now."""
        for name in fields:
            self.form.notes.empty(name)
        self._changed()

    def restore_photo(self) -> None:
        """Bring the photo back that was taken out last."""
        self.form.photos.restore()

    def show_problems(self, found: Sequence[Problem]) -> None:
        """Show each of `found` beside its question, with the keyboard on the first."""
        self.bar.set_busy(on=False)
        said: dict[str, str] = {}
        for problem in found:
            said.setdefault(problem.field, problem_words(problem))
        self.form.show_problems(said)
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
        return {
            Mode.NEW: self.tr("Catat kegiatan"),
            Mode.BACKLOG: self.tr("Salin dari buku catatan lama"),
            Mode.PLAN: self.tr("Rencanakan kegiatan"),
            Mode.CORRECT: self.tr("Ubah kegiatan"),
            Mode.HELD: self.tr("Jadi terlaksana?"),
        }[self._mode]

    def subtitle(self) -> str:
        """Return the quiet line under it."""
        return self.tr("Semua bisa diubah lagi nanti")

    def bottom_bar(self) -> QWidget:
        """Return the bar with the draft's state and the two buttons."""
        return self.bar

    def scroll_area(self) -> QAbstractScrollArea:
        """Return the form itself."""
        return self.form

    def start(self) -> None:
        """Put the keyboard on question 1, or on what a held session still lacks."""
        if self._mode is Mode.HELD:
            self.form.counts.focus_first()
        else:
            self.form.what.focus_first()

    def draft_label(self) -> str:
        """Return the kind of activity, by which a list names the draft."""
        preset = self.form.what.preset()
        kind = self.form.what.kind()[1]
        own = wording.label("type_short", kind, language()) if kind else ""
        return preset.label if preset else own

    def place(self) -> Mapping[str, object]:
        """Return what opens exactly this again."""
        opened = {"draft": self.draft_id, "mode": self._mode.value, "ent": self._base.ent}
        return {name: value for name, value in opened.items() if value}

    def mode(self) -> Mode:
        """Return why the form is open."""
        return self._mode

    def data(self) -> dict[str, object]:
        """Return the whole form as JSON values, valid or not."""
        values = to_values(self.activity())
        return {
            "values": present(values),
            "ent": self._base.ent,
            "mode": self._mode.value,
            "place_name": self.form.where.place_name(),
            "lead_name": self.form.notes.lead_name(),
            **self.form.data(),
        }

    def activity(self) -> Activity:
        """Return what the form says now, valid or not."""
        made = self.form.values(self._base)
        if made.type != self._base.type:
            made = replace(made, outcome_area=outcome_of(made.type))
        return replace(made, planned=self._is_plan())

    def draft_saved(self, at: datetime) -> None:
        """Say since when the draft is safe."""
        self.bar.say_saved(at)

    def save(self) -> None:
        """Hand the activity over, then leave."""
        self._submit(After.LEAVE)

    def save_next(self) -> None:
        """Hand the activity over, then begin another."""
        self._submit(After.LEAVE if self._mode in OF_RECORD else After.AGAIN)

    def wipe(self) -> None:
        """Empty everything, pictures and names on the list too."""
        self.form.photos.wipe()
        self.form.grid.offer(())
        self._base = Activity()
        self.last.forget()
        self.doubles.forget()
        super().wipe()

    # -- events ----------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take dropped files for photos."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.photos_offered.emit(files)

    # -- inside ----------------------------------------------------------------------------------

    def _connect(self) -> None:
        form = self.form
        form.changed.connect(self._changed)
        form.kind_picked.connect(self._kind_picked)
        form.plan_asked.connect(self.save)
        form.move_asked.connect(self._ask_move)
        self.last.used.connect(self._changed)
        self.doubles.asked.connect(self.doubles_asked)
        self.doubles.opened.connect(self.double_opened)
        form.extras.photo_asked.connect(self.photos_wanted)
        form.photos.removed.connect(self.photo_removed)
        self.bar.keep.clicked.connect(self.save)
        self.bar.again.clicked.connect(self._second)

    def _open(self, choices: Choices, mode: Mode, base: Activity) -> None:
        self._choices, self._mode, self._base = choices, mode, base
        self.last.forget()
        self.doubles.forget()
        self.form.offer(choices, ASKING.get(mode, Asking.HELD))
        self.bar.set_busy(on=False)
        self.bar.say_nothing_yet()
        self._refresh()
        self.head_changed.emit()

    def _changed(self) -> None:
        self.bar.say_saving()
        self.touched()
        self._refresh()
        self.doubles.ask_soon()

    def _refresh(self) -> None:
        activity = self.activity()
        today = self._choices.today if self._choices else None
        self.form.refresh(activity, self.form.where.place_name(), today)
        is_ahead = self.form.when.is_to_come()
        if is_ahead and activity.date:
            tomorrow = self.tr("Tanggalnya besok. Ini rencana?")
            later = fill(self.tr("Tanggalnya %1. Ini rencana?"), plain_day(activity.date))
            self.form.plan.set_text(tomorrow if self.form.when.is_tomorrow() else later)
        self.form.plan.setVisible(is_ahead and self._mode is not Mode.PLAN)
        self.bar.dress(self._mode, is_plan=self._is_plan())

    def _is_plan(self) -> bool:
        if self.form.when.is_to_come():
            return True
        day = self.form.when.day()
        if self._mode is Mode.PLAN:
            return day is None or self._choices is None or self._choices.today is None
        return self._mode is Mode.CORRECT and self._base.planned

    def _kind_picked(self) -> None:
        preset = self.form.what.preset()
        if preset is None or self._choices is None or self._mode in OF_RECORD:
            return
        self.form.where.suggest(self._choices.last_place.get(preset.key))
        self._refresh()
        if self._mode is Mode.NEW:
            self.last_asked.emit(preset.key)

    def _second(self) -> None:
        self._submit(After.PACK if self._is_plan() else After.AGAIN)

    def _submit(self, after: After) -> None:
        if self.bar.is_busy() or self._choices is None:
            return
        activity = self.activity()
        today = self._choices.today
        found = problems_of(activity, today, self.form.notes.problems())
        self.show_problems(found)
        if found or not self.form.grid.finish():
            return
        self.bar.set_busy(on=True)
        self.forget_draft()
        form = self.form
        self.submitted.emit(
            Submission(
                activity=activity,
                mode=self._mode,
                after=after,
                draft_id=self.draft_id,
                place_name=form.where.where().place_name,
                lead_name=form.notes.lead_name(),
                photos=form.photos.new(),
                attendees=form.attendees(),
                answers=tuple(form.photos.answered().values()),
                removed=form.photos.gone(),
                worry=form.worry.is_yes() and not activity.planned,
            )
        )

    def _ask_move(self, fields: list[str]) -> None:
        texts = [self.form.notes.text_of(name) for name in fields]
        self.move_asked.emit(fields, "\n".join(text for text in texts if text))
