"""The photos of a session in a form: a thumbnail each, and the one question about children."""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.activities.photos import (
    MOST_PHOTOS,
    ConsentAnswer,
    NewPhoto,
    PhotoRow,
)
from patbm_desktop.ui.forms.photo_row import Photo, PhotoRowWidget
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column
from patbm_desktop.ui.theme import Theme


class PhotoStrip(QWidget):
    """The photos of one activity, six at the most; a removed one can be brought back."""

    changed = Signal()
    removed = Signal()
    filled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._today = date.min
        self._rows: list[PhotoRowWidget] = []
        self._stored: dict[str, Photo] = {}
        self._last_removed: tuple[int, Photo] | None = None
        self._column = Column(theme, self, spacing=6)
        self.note = Label("", "hint", "warn", wrap=True)
        self._column.addWidget(self.note)
        self.say("")

    def offer(self, today: date) -> None:
        """Begin without photos; a permission is dated `today` unless told otherwise."""
        self._today = today
        self._stored, self._last_removed = {}, None
        self._fill([])
        self.say("")

    def show_stored(self, kept: Sequence[tuple[PhotoRow, bytes]]) -> None:
        """Show the photos that stand in the record already; without bytes, one not come yet."""
        photos = [
            Photo(
                jpeg=jpeg,
                ent=row.ent,
                caption=row.caption,
                children_visible=row.children_visible,
            )
            for row, jpeg in kept
        ]
        self._stored = {photo.ent: photo for photo in photos}
        self._fill(photos)

    def add(self, jpegs: Sequence[bytes]) -> int:
        """Add new photos as far as there is room, and return how many found none."""
        room = MOST_PHOTOS - len(self._rows)
        self._fill([*self.photos(), *(Photo(jpeg=jpeg) for jpeg in jpegs[:room])])
        return max(0, len(jpegs) - room)

    def photos(self) -> list[Photo]:
        """Return all photos with their answers, in the order shown."""
        return [row.photo() for row in self._rows]

    def new(self) -> tuple[NewPhoto, ...]:
        """Return those that no record keeps yet."""
        return tuple(photo.as_new() for photo in self.photos() if not photo.ent)

    def answered(self) -> dict[str, Photo]:
        """Return the kept photos whose answer changed, by their record."""
        return {
            photo.ent: photo
            for photo in self.photos()
            if photo.ent and photo != self._stored.get(photo.ent)
        }

    def gone(self) -> tuple[str, ...]:
        """Return the records of the kept photos that were taken out."""
        here = {photo.ent for photo in self.photos()}
        return tuple(ent for ent in self._stored if ent not in here)

    def restore(self) -> None:
        """Bring the photo back that was taken out last."""
        if self._last_removed is None:
            return
        place, photo = self._last_removed
        self._last_removed = None
        photos = self.photos()
        photos.insert(place, photo)
        self._fill(photos[:MOST_PHOTOS])
        self.changed.emit()

    def say(self, text: str) -> None:
        """Say `text` below the photos, or nothing."""
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.setVisible(bool(text) or bool(self._rows))

    def data(self) -> list[dict[str, Any]]:
        """Return the photos as JSON values; a kept one by its record, without its bytes."""
        return [_as_json(photo) for photo in self.photos()]

    def set_data(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Show again what `data` gave; a kept photo is taken from those already shown."""
        here = {photo.ent: photo for photo in self.photos() if photo.ent}
        read = [_from_json(row, here) for row in rows]
        self._fill([photo for photo in read if photo is not None])

    def stops(self) -> list[QWidget]:
        """Return what takes the keyboard, in reading order."""
        return [stop for row in self._rows for stop in row.stops()]

    def wipe(self) -> None:
        """Let go of every picture."""
        self._stored, self._last_removed = {}, None
        self._fill([])

    def _fill(self, photos: Sequence[Photo]) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [
            PhotoRowWidget(self._theme, photo, place, self._today)
            for place, photo in enumerate(photos, 1)
        ]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)
            row.changed.connect(self.changed)
            row.removed.connect(self._remove)
        self.setVisible(bool(self._rows) or bool(self.note.text()))
        self.filled.emit()

    def _remove(self) -> None:
        row = self.sender()
        place = next(at for at, each in enumerate(self._rows) if each is row)
        photos = self.photos()
        self._last_removed = (place, photos.pop(place))
        self._fill(photos)
        self.changed.emit()
        self.removed.emit()


def _as_json(photo: Photo) -> dict[str, Any]:
    consent = photo.consent
    return {
        "ent": photo.ent,
        "jpeg": "" if photo.ent else b64encode(photo.jpeg).decode("ascii"),
        "children_visible": photo.children_visible,
        "caption": photo.caption,
        "consent": consent and [consent.given_by, consent.form, consent.date.isoformat()],
    }


def _from_json(row: Mapping[str, Any], here: Mapping[str, Photo]) -> Photo | None:
    ent = str(row.get("ent", ""))
    if ent and ent not in here:
        return None
    try:
        jpeg = here[ent].jpeg if ent else b64decode(str(row.get("jpeg", "")), validate=True)
    except NotBase64:
        return None
    given = row.get("consent")
    consent = ConsentAnswer(given_by=given[0], form=given[1], date=date.fromisoformat(given[2])) \
        if given else None  # fmt: skip
    return Photo(
        jpeg=jpeg,
        ent=ent,
        children_visible=row.get("children_visible"),
        caption=str(row.get("caption", "")),
        consent=consent,
    )
