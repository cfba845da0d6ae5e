"""Catat kegiatan: what the form offers, keeping what it hands over, and where it goes then."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions.activities import (
    activities,
    activity_detail,
    activity_list,
    attendance,
    choices,
    photos,
)
from patbm_desktop.actions.activities.activities import Attached
from patbm_desktop.actions.activities.activity_detail import Detail
from patbm_desktop.actions.activities.choices import Choices
from patbm_desktop.actions.activities.photos import PhotoRow
from patbm_desktop.actions.cases import case_noting, case_text
from patbm_desktop.actions.cases.case_text import Checker
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.opened.changes import Done, Refused, Undo
from patbm_desktop.actions.opened.drafts import Draft
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.fault import Fault
from patbm_desktop.domain.reason import Hint
from patbm_desktop.ui import photo_reader
from patbm_desktop.ui.forms.activity_submission import OF_RECORD, After, Mode, Submission
from patbm_desktop.ui.forms.concern_values import draft_with
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.pages.activity_form_page import ActivityFormPage
from patbm_desktop.ui.road import Road

NOBODY = Checker(frozenset())
FLAGS = {"backlog": Mode.BACKLOG, "plan": Mode.PLAN, "held": Mode.HELD}
"""What other pages may ask for beside a record or a draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Everything the form needs to open: an empty one, a record, or a draft of either."""

    choices: Choices
    mode: Mode
    detail: Detail | None = None
    pictures: tuple[tuple[PhotoRow, bytes], ...] = ()
    draft: Draft | None = None
    can_note: bool = False


class LogRoad(Road):
    """Opens the form, reads its photos, keeps what it hands over, and leads on."""

    KEY: ClassVar[str] = "log"
    NEEDS_RT: ClassVar[bool] = True
    UNDER: ClassVar[str] = "activities"

    page: ActivityFormPage
    _shown: Detail | None = None
    _is_like: bool = False
    _last_ent: str = ""
    _checker: Checker = NOBODY

    def build(self) -> Page:
        """Make the page and connect its signals."""
        page = ActivityFormPage(self.desk.theme, self._look_through, self.desk.me.address_form)
        page.submitted.connect(self._keep)
        page.last_asked.connect(self._ask_last)
        page.doubles_asked.connect(self._ask_doubles)
        page.double_opened.connect(self._open_activity)
        page.photos_wanted.connect(self._choose_photos)
        page.photos_offered.connect(self._read_photos)
        page.photo_removed.connect(self._offer_photo_back)
        page.move_asked.connect(self._move_to_note)
        self.page = page
        return page

    def fill(self, what: Mapping[str, object]) -> None:
        """Gather what the form needs, and open it."""
        self._is_like = bool(what.get("like"))
        self.desk.ask(self.page, partial(opening, what=dict(what)), self._open)

    # Opening

    def _open(self, found: Opening) -> None:
        self._shown = found.detail
        if found.detail is None:
            self.page.open_new(found.choices, found.mode)
        else:
            self.page.open_record(
                found.choices,
                found.detail.activity,
                mode=found.mode,
                pictures=found.pictures,
                attendees=found.detail.attendees,
            )
        self.page.offer_notes(on=found.can_note)
        if found.draft is not None:
            self.page.open_draft(found.draft.id, found.draft.data, found.draft.saved_at)
        self.page.start()
        self.desk.ask(self.page, case_text.checker, self._learn)

    def _learn(self, checker: Checker) -> None:
        """Look through the texts by the names of this vault too; the form never waits for it."""
        self._checker = checker
        self.page.form.notes.look_now()

    def _look_through(self, text: str) -> Collection[Hint]:
        return look_through(text, self._checker)

    def _ask_last(self, preset: str) -> None:
        job = partial(activity_list.last_like, preset=preset)
        self.desk.ask(self.page, job, self._show_last)

    def _show_last(self, last: activity_list.LastLike | None) -> None:
        self.page.show_last(last)
        if self._is_like:
            self._is_like = False
            self.page.last.use()

    def _ask_doubles(self, activity: Activity, place_name: str) -> None:
        job = partial(activity_list.doubles, activity=activity, place_name=place_name)
        self.desk.ask(self.page, job, self.page.show_doubles)

    def _open_activity(self, ent: str) -> None:
        self.desk.go("activity", ent=ent)

    # Photos

    def _choose_photos(self) -> None:
        title = QCoreApplication.translate("LogRoad", "Pilih foto")
        kinds = QCoreApplication.translate("LogRoad", "Foto (*.jpg *.jpeg *.png *.webp)")
        self._read_photos(self.desk.ask_open_many(title, kinds))

    def _read_photos(self, files: Sequence[Path]) -> None:
        if files:
            self.page.show_reading()
            self.desk.aside(self.page, partial(read_all, tuple(files)), self._take_photos)

    def _take_photos(self, read: Sequence[photo_reader.ReadPhoto | Fault]) -> None:
        good = [each.jpeg for each in read if not isinstance(each, Fault)]
        refused = [self.desk.words(each) for each in read if isinstance(each, Fault)]
        self.page.take_photos(good, refused)

    def _offer_photo_back(self) -> None:
        said = QCoreApplication.translate("LogRoad", "Foto dihapus.")
        self.desk.say(said, undo=self.page.restore_photo)

    # Keeping

    def _keep(self, given: Submission) -> None:
        self.desk.change(
            self.page,
            partial(keep, given=given, shown=self._shown),
            self._said(given),
            then=partial(self._kept, given),
            failed=self._refused,
            extras=[(QCoreApplication.translate("LogRoad", "Lihat"), self._look)],
        )

    def _said(self, given: Submission) -> str:
        if given.activity.planned:
            return QCoreApplication.translate("LogRoad", "Rencana disimpan di laptop ini.")
        if given.mode in OF_RECORD:
            return QCoreApplication.translate("LogRoad", "Perubahan disimpan di laptop ini.")
        return QCoreApplication.translate("LogRoad", "Kegiatan disimpan di laptop ini.")

    def _kept(self, given: Submission, done: Done) -> None:
        self._last_ent = done.ent
        self.page.forget_draft()
        if given.after is After.AGAIN:
            self.fill({"backlog": given.mode is Mode.BACKLOG, "plan": given.mode is Mode.PLAN})
        elif given.after is After.PACK:
            self.desk.go("report", paper="pack", activity=done.ent)
        else:
            self.desk.back()
        if given.worry:
            self._go_on_to_worry(done.ent)

    def _go_on_to_worry(self, ent: str) -> None:
        """Open the note that comes next; while somebody looks on, keep its draft for later."""
        if self.desk.is_meeting():
            data = draft_with("", ent)
            job = partial(drafts.put, draft=None, form=case_noting.FORM, data=data)
            self.desk.ask(self.page, job, _later)
        else:
            self.desk.go("concern", activity=ent)

    def _move_to_note(self, fields: Sequence[str], text: str) -> None:
        if not text:
            self.desk.go("concern")
            return
        job = partial(drafts.put, draft=None, form=case_noting.FORM, data=draft_with(text))
        self.desk.ask(self.page, job, partial(self._moved, tuple(fields)))

    def _moved(self, fields: Sequence[str], kept: Draft) -> None:
        self.page.drop_texts(fields)
        self.desk.go("concern", draft=kept.id)

    def _look(self) -> None:
        self.desk.go("activity", ent=self._last_ent)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.page.show_problems(error.problems)
        else:
            self.page.show_fault(self.desk.words(error))
        self.page.touched()


def _later(_: Draft) -> None:
    """Say nothing: somebody looks on."""


def look_through(text: str, checker: Checker = NOBODY) -> Collection[Hint]:
    """Return what in a free text points at a person (V4), a child that `checker` knows as well."""
    return tuple(dict.fromkeys(each.hint for each in checker.offers(text, in_case=False)))


def opening(ws: Workspace, what: Mapping[str, object]) -> Opening:
    """Gather what the form needs to open as `what` says: draft, ent, or a flag for a new one."""
    draft = drafts.one(ws, str(what["draft"])) if what.get("draft") else None
    said = draft.data if draft else what
    ent = str(said.get("ent") or "")
    detail = activity_detail.detail(ws, ent) if ent else None
    return Opening(
        choices=choices.choices(ws),
        mode=_mode(said, is_record=detail is not None),
        detail=detail,
        pictures=_pictures(ws, detail.photos) if detail else (),
        draft=draft,
        can_note=case_access.can_read(ws),
    )


def _mode(said: Mapping[str, object], *, is_record: bool) -> Mode:
    default = Mode.CORRECT if is_record else Mode.NEW
    flagged = next((mode for flag, mode in FLAGS.items() if said.get(flag)), default)
    mode = Mode(str(said.get("mode") or flagged))
    return mode if (mode in OF_RECORD) == is_record else default


def _pictures(ws: Workspace, rows: Sequence[PhotoRow]) -> tuple[tuple[PhotoRow, bytes], ...]:
    """Return the photos of a record; of one that has not come yet there are no bytes."""
    shown = [row for row in rows if row.kind == "foto"]
    return tuple((row, photos.bytes_of(ws, row.ent) if row.is_here else b"") for row in shown)


def read_all(files: Sequence[Path]) -> list[photo_reader.ReadPhoto | Fault]:
    """Read photos one after the other; what cannot be read stands as its refusal."""
    return [_read(file) for file in files]


def _read(file: Path) -> photo_reader.ReadPhoto | Fault:
    try:
        return photo_reader.read(file)
    except Fault as fault:
        return fault


def keep(ws: Workspace, given: Submission, shown: Detail | None) -> Done:
    """Keep a new activity, or write what differs from the one that was `shown`.

    Raises:
        Refused: a reason stops it; nothing was kept.
        Fault: the disk refused.
    """
    if shown is None or given.mode not in OF_RECORD:
        return activities.record(
            ws,
            given.activity,
            place_name=given.place_name,
            lead_name=given.lead_name,
            draft_id=given.draft_id,
            attached=Attached(pictures=given.photos, attendees=given.attendees),
        )
    with ws.transaction():
        done = activities.correct(
            ws,
            given.activity,
            shown=shown,
            place_name=given.place_name,
            lead_name=given.lead_name,
            draft_id=given.draft_id,
        )
        return _joined(done, _keep_more(ws, shown.row.ent, given))


def _keep_more(ws: Workspace, ent: str, given: Submission) -> list[Done]:
    made = [photos.remove(ws, photo) for photo in given.removed]
    made += [
        photos.answer(ws, each.ent, each.children_visible, each.consent)
        for each in given.answers
        if each.children_visible
    ]
    made += [photos.add(ws, ent, each) for each in given.photos]
    if given.attendees != attendance.of(ws, ent):
        made.append(attendance.save(ws, ent, given.attendees))
    return made


def _joined(first: Done, others: Sequence[Done]) -> Done:
    """Return one change that takes all of them back together."""
    every = [first, *others]
    steps = [step for done in every if done.undo for step in done.undo.steps]
    kinds = frozenset(kind for done in every for kind in done.kinds)
    return Done(first.ent, kinds, Undo(tuple(steps)) if steps else None)
