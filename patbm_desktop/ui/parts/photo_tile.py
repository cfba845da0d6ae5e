"""One kept photo on the page of its activity: the picture, and the one question about children."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame

from patbm_desktop.actions import wording
from patbm_desktop.actions.activities.photos import PhotoRow
from patbm_desktop.domain import codes
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.buttons import IconButton, clicked_by
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.labels import Label, Pill
from patbm_desktop.ui.parts.layouts import Column, Row, follow, keep_size, show_if
from patbm_desktop.ui.theme import Theme

PICTURE = (207, 137)
TILE_PX = 225
WITH_CONSENT = "ya_izin"


class Picture(QAbstractButton):
    """A photo cut to fill its frame, grey while it is not read yet; `clicked` wants it larger."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Lihat lebih besar"))
        self.setAccessibleDescription(self.toolTip())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        follow(theme, self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as a click."""
        if not clicked_by(self, event):
            super().keyPressEvent(event)

    def show_image(self, image: QImage) -> None:
        """Show `image`."""
        self._image = image
        self.update()

    def image(self) -> QImage:
        """Return what is shown."""
        return self._image

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the middle of the photo in rounded corners."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), self._theme.px(8), self._theme.px(8))
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), self._theme.colour("surface2"))
        if not self._image.isNull():
            painter.drawImage(self.rect(), self._image, self._middle())
        if self.hasFocus():
            painter.setClipping(False)
            painter.setPen(QPen(self._theme.colour("primary"), self._theme.ring))
            inset = self._theme.ring / 2
            edge = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(edge, self._theme.px(8), self._theme.px(8))

    def _middle(self) -> QRect:
        """Return the part of the photo that has the shape of the frame."""
        whole = self._image.size()
        part = self.size().scaled(whole, Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (whole.width() - part.width()) // 2, (whole.height() - part.height()) // 2
        return QRect(left, top, part.width(), part.height())

    def _fit(self) -> None:
        self.setFixedSize(QSize(*map(self._theme.px, PICTURE)))


class PhotoTile(QFrame):
    """Asks *Wajah anak terlihat?* once; `answered` gives the answer, and who allowed it or "".

    Of a picture that has not come yet it says so, and asks nothing that nobody can see.
    """

    answered = Signal(str, str)
    removed = Signal()
    opened = Signal()

    def __init__(self, theme: Theme, photo: PhotoRow, number: int) -> None:
        super().__init__()
        self._theme, self.photo = theme, photo
        self.setProperty("kind", "field")
        named = self.tr("Foto %1") if photo.is_here else self.tr("Foto %1: belum tiba")
        self.picture = Picture(theme, strings.fill(named, number))
        self.picture.setEnabled(photo.is_here)
        self.remove = IconButton(theme, "x", strings.fill(self.tr("Hapus foto %1"), number))
        self.remove.setParent(self)
        self.question = Label(self.tr("Wajah anak terlihat?"), "label")
        self.answer = self._chips(self.question.text(), "children_visible", codes.CHILDREN_VISIBLE)
        self.who = Label(self.tr("Siapa yang memberi izin?"), "label")
        self.giver = self._chips(self.who.text(), "consent_giver", codes.CONSENT_GIVERS)
        self.state = Pill(theme, "")
        self._lay()
        self._show()
        self.answer.changed.connect(self._answered)
        self.giver.changed.connect(self._allowed)
        self.remove.clicked.connect(self.removed)
        self.picture.clicked.connect(self.opened)

    def _chips(self, name: str, table: str, keys: tuple[str, ...]) -> ChipGroup:
        labels = wording.labels(table, strings.language())
        choices = [Choice(key, labels[key]) for key in keys]
        return ChipGroup(self._theme, choices, name=name, columns=1, small=True)

    def _lay(self) -> None:
        head = Row(self._theme, spacing=4)
        head.addWidget(self.state)
        head.addWidget(self.question)
        head.addStretch(1)
        head.addWidget(self.remove)
        column = Column(self._theme, self, margins=(8, 8, 8, 8), spacing=6)
        column.addWidget(self.picture)
        column.addLayout(head)
        for widget in (self.answer, self.who, self.giver):
            column.addWidget(widget)
        column.addStretch(1)
        keep_size(self._theme, self, width=TILE_PX)

    def _show(self) -> None:
        answer, is_here = self.photo.children_visible, self.photo.is_here
        status, icon, words = {
            "tidak": ("ok", "check", self.tr("Tanpa wajah anak")),
            "ya_izin": ("ok", "shield-check", self.tr("Ada izin tertulis")),
            "ya_belum": ("warn", "eye-off", self.tr("Tidak ikut tercetak")),
        }.get(answer or "", ("neutral", "", ""))
        if not is_here:
            status, icon, words = "neutral", "inbox", self.tr("Foto belum tiba")
        self.state.set(words, icon, status)
        show_if(self.state, on=bool(words))
        for widget in (self.question, self.answer):
            show_if(widget, on=is_here and not answer)
        self._ask_giver(False)

    def _ask_giver(self, on: bool) -> None:  # noqa: FBT001 - the question is there or not
        for widget in (self.who, self.giver):
            show_if(widget, on=on)

    def _answered(self, keys: list[str]) -> None:
        answer = keys[0] if keys else ""
        self._ask_giver(answer == WITH_CONSENT)
        if answer and answer != WITH_CONSENT:
            self.answered.emit(answer, "")

    def _allowed(self, keys: list[str]) -> None:
        if keys:
            self.answered.emit(WITH_CONSENT, keys[0])
