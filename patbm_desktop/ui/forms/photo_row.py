"""One photo in a form: its thumbnail, and the one question about children."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from patbm_desktop.actions import wording
from patbm_desktop.actions.activities.photos import ConsentAnswer, NewPhoto
from patbm_desktop.domain import codes
from patbm_desktop.ui.forms.question import chips_of
from patbm_desktop.ui.parts.buttons import IconButton
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.fields import DateField
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Flow, Row, follow
from patbm_desktop.ui.strings import LOCALES, fill, language
from patbm_desktop.ui.theme import Theme

THUMB = (52, 36)
WITH_CONSENT = "ya_izin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A photo in the form: new while `ent` is empty, else the record that keeps it.

    `jpeg` is empty while the picture of a record has not come to this laptop.
    """

    jpeg: bytes = field(repr=False)
    ent: str = ""
    children_visible: str | None = None
    caption: str = ""
    consent: ConsentAnswer | None = None
    key: str = field(default_factory=lambda: secrets.token_hex(8))

    @property
    def is_here(self) -> bool:
        """Whether there is a picture to look at."""
        return bool(self.jpeg)

    def as_new(self) -> NewPhoto:
        """Return it as an action keeps it."""
        return NewPhoto(
            jpeg=self.jpeg,
            children_visible=self.children_visible,
            caption=self.caption,
            consent=self.consent,
        )


def thumbnail(jpeg: bytes, width: int, height: int) -> QPixmap:
    """Return the middle of a photo, filling `width` by `height` pixels; grey without one."""
    if not jpeg:
        return QPixmap.fromImage(_grey(width, height))
    held = QBuffer()
    held.setData(QByteArray(jpeg))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(held, QByteArray(b"jpeg"))
    size = reader.size()
    if size.isValid():
        grow = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        reader.setScaledSize(size.scaled(QSize(width, height), grow))
    picture = reader.read()
    if picture.isNull():
        picture = _grey(width, height)
    left, top = (picture.width() - width) // 2, (picture.height() - height) // 2
    return QPixmap.fromImage(picture.copy(QRect(left, top, width, height)))


def _grey(width: int, height: int) -> QImage:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.lightGray)
    return picture


class PhotoRowWidget(QFrame):
    """One photo: what it shows, whether a child's face is seen, and who allowed that."""

    changed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, photo: Photo, number: int, today: date) -> None:
        super().__init__()
        self._theme, self._photo, self._today = theme, photo, today
        self.setProperty("kind", "field")
        self.picture = QLabel()
        named = self.tr("Foto %1") if photo.is_here else self.tr("Foto %1: belum tiba")
        self.picture.setAccessibleName(fill(named, number))
        asked = self.tr("Wajah anak terlihat?")
        self.note = Label(
            asked if photo.is_here else self.tr("Foto belum tiba"), "label", wrap=True
        )
        self.answer = self._chips(self.tr("Wajah anak terlihat?"), "children_visible",
                                  codes.CHILDREN_VISIBLE)  # fmt: skip
        self.giver = self._chips(self.tr("Siapa yang memberi izin?"), "consent_giver",
                                 codes.CONSENT_GIVERS)  # fmt: skip
        self.form = self._chips(self.tr("Bentuk izin"), "consent_form", codes.CONSENT_FORMS)
        self.given_on = DateField(theme, self.tr("Tanggal izin"), LOCALES[language()])
        self.remove = IconButton(theme, "x", fill(self.tr("Hapus foto %1"), number))
        self._consent = self._consent_row()
        self._lay()
        self._show()
        self._connect()
        follow(theme, self._fit)

    def photo(self) -> Photo:
        """Return the photo with the answers given so far."""
        visible = self.answer.value() or None
        return replace(self._photo, children_visible=visible, consent=self._given(visible))

    def stops(self) -> list[QWidget]:
        """Return what takes the keyboard, in reading order."""
        consent = [*chips_of(self.giver), *chips_of(self.form), self.given_on]
        return [*chips_of(self.answer), self.remove, *consent]

    def _given(self, visible: str | None) -> ConsentAnswer | None:
        giver = self.giver.value()
        if visible != WITH_CONSENT or not giver:
            return None
        form = self.form.value() or codes.CONSENT_FORMS[0]
        return ConsentAnswer(given_by=giver, form=form, date=self.given_on.date_value())

    def _chips(self, name: str, table: str, keys: Sequence[str]) -> ChipGroup:
        labels = wording.labels(table, language())
        choices = [Choice(key, labels[key]) for key in keys]
        return ChipGroup(self._theme, choices, name=name, small=True, optional=True)

    def _consent_row(self) -> QWidget:
        flow = Flow(self._theme, spacing=(12, 6))
        for widget in (self.giver, self.form, self.given_on):
            flow.add(widget)
        row = QWidget()
        column = Column(self._theme, row, spacing=4)
        column.addWidget(Label(self.tr("Siapa yang memberi izin?"), "label", wrap=True))
        column.addWidget(flow)
        return row

    def _lay(self) -> None:
        column = Column(self._theme, self, margins=(6, 4, 6, 4), spacing=6)
        row = Row(self._theme, spacing=10)
        row.addWidget(self.picture)
        row.addWidget(self.note, 1)
        row.addWidget(self.answer)
        row.addWidget(self.remove)
        column.addLayout(row)
        column.addWidget(self._consent)

    def _show(self) -> None:
        photo = self._photo
        self.answer.set_chosen([photo.children_visible] if photo.children_visible else [])
        consent = photo.consent
        self.giver.set_chosen([consent.given_by] if consent else [])
        self.form.set_chosen([consent.form if consent else codes.CONSENT_FORMS[0]])
        self.given_on.set_date(consent.date if consent else self._today)
        self.answer.setVisible(photo.is_here)
        self._consent.setVisible(photo.is_here and photo.children_visible == WITH_CONSENT)

    def _connect(self) -> None:
        self.answer.changed.connect(self._answered)
        for group in (self.giver, self.form):
            group.changed.connect(self._told)
        self.given_on.changed.connect(self._told)
        self.remove.clicked.connect(self.removed)

    def _answered(self, _keys: list[str]) -> None:
        self._consent.setVisible(self.answer.value() == WITH_CONSENT)
        self.changed.emit()

    def _told(self, *_what: object) -> None:
        self.changed.emit()

    def _fit(self) -> None:
        width, height = map(self._theme.px, THUMB)
        ratio = self.devicePixelRatioF()
        picture = thumbnail(self._photo.jpeg, round(width * ratio), round(height * ratio))
        picture.setDevicePixelRatio(ratio)
        self.picture.setPixmap(picture)
        self.picture.setFixedSize(width, height)
