"""The photos of one activity on its page."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage

from patbm_desktop.actions.activities.photos import MOST_PHOTOS, PhotoRow
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import HEAD_WITH_BUTTON, Card
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Flow, clear, show_if
from patbm_desktop.ui.parts.photo_tile import PhotoTile
from patbm_desktop.ui.theme import Theme


class PhotosCard(Card):
    """The photos of an activity with their question; `add_asked` wants more."""

    add_asked = Signal()
    answered = Signal(str, str, str)
    """The photo, whether a child's face is seen, and who allowed it."""
    removed = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margins=HEAD_WITH_BUTTON, spacing=8, title="…")
        self.title.setText(self.tr("Foto"))
        self._theme = theme
        self.tiles: dict[str, PhotoTile] = {}
        self.add = Button(theme, self.tr("Tambah foto"), icon="camera", size="small")
        self.add.clicked.connect(self.add_asked)
        self.head.addWidget(self.add)
        self.note = Label("", "text", "text2", wrap=True)
        self._flow = Flow(theme, spacing=(8, 8))
        self.body.addWidget(self.note)
        self.body.addWidget(self._flow)

    def show_photos(self, photos: Sequence[PhotoRow]) -> None:
        """Show a tile for each photo; the pictures come by `show_picture`."""
        clear(self._flow.flow)
        shown = [photo for photo in photos if photo.kind == "foto"]
        before = {ent: tile.picture.image() for ent, tile in self.tiles.items()}
        self.tiles = {}
        for number, photo in enumerate(shown, 1):
            self._flow.add(self._tile(photo, number, before.get(photo.ent)))
        self.note.setText("" if shown else self.tr("Belum ada foto. Boleh juga diseret ke sini."))
        show_if(self.note, on=not shown)
        show_if(self._flow, on=bool(shown))
        self.add.setEnabled(len(shown) < MOST_PHOTOS)

    def show_picture(self, ent: str, image: QImage) -> None:
        """Show a picture that was read meanwhile."""
        if ent in self.tiles:
            self.tiles[ent].picture.show_image(image)

    def say(self, text: str) -> None:
        """Say something above the photos, or nothing."""
        self.note.setText(text)
        show_if(self.note, on=bool(text))

    def wipe(self) -> None:
        """Let go of every picture."""
        self.tiles = {}
        clear(self._flow.flow)

    def _tile(self, photo: PhotoRow, number: int, image: QImage | None) -> PhotoTile:
        tile = PhotoTile(self._theme, photo, number)
        if image is not None:
            tile.picture.show_image(image)
        tile.answered.connect(lambda answer, giver: self.answered.emit(photo.ent, answer, giver))
        tile.removed.connect(lambda: self.removed.emit(photo.ent))
        tile.opened.connect(lambda: self.opened.emit(photo.ent))
        self.tiles[photo.ent] = tile
        return tile
