"""One activity and what can be done with it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from patbm_desktop.actions.activities import activities, activity_detail, photos
from patbm_desktop.actions.activities.activity_detail import Detail, PastEdit
from patbm_desktop.actions.activities.photos import ConsentAnswer, NewPhoto
from patbm_desktop.actions.opened.changes import Done, Undo
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt import people
from patbm_desktop.domain.codes import CONSENT_FORMS
from patbm_desktop.domain.fault import Fault
from patbm_desktop.ui import photo_reader
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.pages.activity_page import ActivityPage
from patbm_desktop.ui.parts.large_photo import room_in
from patbm_desktop.ui.parts.photo_tile import PICTURE
from patbm_desktop.ui.road import Road
from patbm_desktop.ui.roads.taking_back import delete_activity


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An activity, the names its history speaks of, and its photos as they are kept."""

    detail: Detail
    names: Mapping[str, str] = field(repr=False)


class ActivityRoad(Road):
    """Shows one activity, reads its photos aside, and follows what the person does."""

    KEY: ClassVar[str] = "activity"
    UNDER: ClassVar[str] = "activities"

    page: ActivityPage
    _ent: str = ""
    _shown: Detail | None = None
    _asks_day: bool = False

    def build(self) -> Page:
        """Make the page and connect its signals."""
        page = ActivityPage(self.desk.theme)
        page.correct_asked.connect(lambda: self.desk.go("log", ent=self._ent))
        page.attendance_asked.connect(lambda: self.desk.go("attendance", ent=self._ent))
        page.choose_asked.connect(lambda: self.desk.go("conflict", kind="activity", ent=self._ent))
        page.held_asked.connect(lambda: self.desk.go("log", ent=self._ent, held=True))
        page.paper_asked.connect(self._open_paper)
        page.postponed.connect(self._postpone)
        page.delete_asked.connect(self._delete)
        page.bring_back_asked.connect(self._bring_back)
        page.put_back_asked.connect(self._put_back)
        page.photos_wanted.connect(self._choose_photos)
        page.photos_offered.connect(self._read_photos)
        page.photo_answered.connect(self._answer_photo)
        page.photo_removed.connect(self._remove_photo)
        page.photo_opened.connect(self._open_photo)
        self.page = page
        return page

    def fill(self, what: Mapping[str, object]) -> None:
        """Show the activity that `what` names; with `postpone` its new day is asked for."""
        self._ent = str(what.get("ent") or self._ent)
        self._asks_day = bool(what.get("postpone"))
        if not self._ent:
            return
        self.desk.ask(self.page, partial(found, ent=self._ent), self._show)

    def _show(self, found_: Found) -> None:
        if found_.detail.row.ent != self._ent:
            return
        self._shown = found_.detail
        self.page.show_detail(found_.detail, found_.names)
        if self._asks_day:
            self._asks_day = False
            self.page.ask_new_day()
        for photo in found_.detail.photos:
            if photo.is_here and photo.kind == "foto":
                self._fetch(photo.ent)

    # Photos

    def _fetch(self, ent: str) -> None:
        self.desk.ask(self.page, partial(photos.bytes_of, photo=ent), partial(self._decode, ent))

    def _decode(self, ent: str, jpeg: bytes) -> None:
        width, height = (self.desk.theme.px(length) for length in PICTURE)
        ratio = self.page.devicePixelRatioF()
        side = (round(width * ratio), round(height * ratio))
        self.desk.aside(
            self.page, partial(thumbnail, jpeg, *side), partial(self.page.show_picture, ent)
        )

    def _open_photo(self, ent: str) -> None:
        self.desk.ask(self.page, partial(photos.bytes_of, photo=ent), partial(self._enlarge, ent))

    def _enlarge(self, ent: str, jpeg: bytes) -> None:
        room = room_in(self.page.window(), self.desk.theme)
        ratio = self.page.devicePixelRatioF()
        self.desk.aside(
            self.page, partial(fitted, jpeg, room, ratio), partial(self.page.show_large, ent)
        )

    def _choose_photos(self) -> None:
        title = QCoreApplication.translate("ActivityRoad", "Pilih foto")
        kinds = QCoreApplication.translate("ActivityRoad", "Foto (*.jpg *.jpeg *.png *.webp)")
        self._read_photos(self.desk.ask_open_many(title, kinds))

    def _read_photos(self, files: Sequence[Path]) -> None:
        if files:
            said = QCoreApplication.translate("ActivityRoad", "Membaca foto…")
            self.page.say_of_photos(said)
            self.desk.aside(self.page, partial(read_all, tuple(files)), self._add_photos)

    def _add_photos(self, read: Sequence[bytes | Fault]) -> None:
        refused = dict.fromkeys(self.desk.words(each) for each in read if isinstance(each, Fault))
        self.page.say_of_photos(" ".join(refused))
        new = [each for each in read if not isinstance(each, Fault)]
        if new:
            said = QCoreApplication.translate("ActivityRoad", "Foto disimpan di laptop ini.")
            self.desk.change(self.page, partial(add_all, ent=self._ent, jpegs=new), said)

    def _answer_photo(self, photo: str, answer: str, giver: str) -> None:
        today = self.desk.clock.now().date()
        consent = _consent(giver, today) if giver else None
        said = QCoreApplication.translate("ActivityRoad", "Jawaban disimpan.")
        self.desk.change(self.page, lambda ws: photos.answer(ws, photo, answer, consent), said)

    def _remove_photo(self, photo: str) -> None:
        said = QCoreApplication.translate("ActivityRoad", "Foto dihapus.")
        self.desk.change(self.page, partial(photos.remove, photo=photo), said)

    # The record

    def _open_paper(self, paper: str) -> None:
        self.desk.go("report", paper=paper, activity=self._ent)

    def _postpone(self, day: date) -> None:
        said = QCoreApplication.translate("ActivityRoad", "Tanggal rencana diubah.")
        self.desk.change(
            self.page,
            partial(activities.postpone, ent=self._ent, day=day),
            said,
            then=lambda _: self.page.close_new_day(),
        )

    def _delete(self) -> None:
        if self._shown is not None:
            delete_activity(self.desk, self.page, self._shown.row, self.desk.back)

    def _bring_back(self) -> None:
        said = QCoreApplication.translate("ActivityRoad", "Kegiatan dimunculkan lagi.")
        self.desk.change(self.page, partial(activities.bring_back, ent=self._ent), said)

    def _put_back(self, edit: PastEdit) -> None:
        said = QCoreApplication.translate("ActivityRoad", "Dikembalikan seperti sebelumnya.")
        self.desk.change(self.page, partial(activities.put_back, ent=self._ent, edit=edit), said)


def found(ws: Workspace, ent: str) -> Found:
    """Return an activity with the names that its history speaks of."""
    detail = activity_detail.detail(ws, ent)
    changes = [change for edit in detail.history for change in edit.changes]
    names: dict[str, str] = {}
    for name, kind in (("place_id", "place"), ("lead_id", "person")):
        ents = {each for change in changes if change.field == name
                for each in (change.before, change.after) if each}  # fmt: skip
        names |= people.names(ws, kind, ents)
    return Found(detail=detail, names=names)


def _consent(giver: str, on: date) -> ConsentAnswer:
    """Return a written permission given today, which is what the answer on the page says."""
    return ConsentAnswer(given_by=giver, form=CONSENT_FORMS[0], date=on)


def read_all(files: Sequence[Path]) -> list[bytes | Fault]:
    """Read photos one after the other; what cannot be read stands as its refusal."""
    return [_read(file) for file in files]


def _read(file: Path) -> bytes | Fault:
    try:
        return photo_reader.read(file).jpeg
    except Fault as fault:
        return fault


def add_all(ws: Workspace, ent: str, jpegs: Sequence[bytes]) -> Done:
    """Keep photos together, or none of them; taken back together too.

    Raises:
        Fault: there would be too many, or the disk refused.
    """
    with ws.transaction():
        made = [photos.add(ws, ent, NewPhoto(jpeg=jpeg)) for jpeg in jpegs]
    kinds = frozenset(kind for done in made for kind in done.kinds)
    steps = tuple(step for done in made if done.undo for step in done.undo.steps)
    return Done(ent, kinds, Undo(steps))


def thumbnail(jpeg: bytes, width: int, height: int) -> QImage:
    """Return a photo just large enough to fill `width` by `height` pixels."""
    filling = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    return _scaled(jpeg, lambda size: size.scaled(width, height, filling))


def fitted(jpeg: bytes, room: QSize, ratio: float) -> QImage:
    """Return a photo that fits into `room` at a device ratio, never larger than it was taken."""
    most = room * ratio
    whole = Qt.AspectRatioMode.KeepAspectRatio
    image = _scaled(jpeg, lambda size: size.scaled(most.boundedTo(size), whole))
    image.setDevicePixelRatio(ratio)
    return image


def _scaled(jpeg: bytes, to: Callable[[QSize], QSize]) -> QImage:
    held = QBuffer()
    held.setData(QByteArray(jpeg))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(held, QByteArray(b"jpeg"))
    if reader.size().isValid():
        reader.setScaledSize(to(reader.size()))
    return reader.read()
