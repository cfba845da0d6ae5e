"""A scanned letter, shown over the page from memory; nothing of it is written anywhere."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Row, keep_size
from patbm_desktop.ui.parts.overlay import Overlay, Panel
from patbm_desktop.ui.theme import Theme

WIDE_PX = 760


class ScanViewer:
    """Shows one picture at a time; closed by its button, by Esc, or when the page is left."""

    def __init__(self, host: QWidget, theme: Theme) -> None:
        self._host, self._theme = host, theme
        self._overlay: Overlay | None = None
        self._picture: QLabel | None = None

    @property
    def is_open(self) -> bool:
        """Whether a picture is on screen."""
        return self._overlay is not None and self._overlay.isVisible()

    def show_image(self, image: QImage, name: str) -> None:
        """Show `image`; `name` is what it is, in a word or two."""
        self.close_viewer()
        panel = Panel(self._theme)
        close = Button(
            self._theme, QCoreApplication.translate("ScanViewer", "Tutup"), kind="quiet", icon="x"
        )
        head = Row(self._theme, spacing=10)
        head.addWidget(Label(name, "card"), 1)
        head.addWidget(close)
        panel.body.addLayout(head)
        self._picture = _picture(self._theme, image, name)
        panel.body.addWidget(self._picture)
        overlay = Overlay(self._host, self._theme, panel, name=name)
        overlay.closed.connect(self.close_viewer)
        close.clicked.connect(overlay.close_overlay)
        self._overlay = overlay
        overlay.open()

    def close_viewer(self) -> None:
        """Take the picture away and forget it."""
        overlay, self._overlay = self._overlay, None
        if self._picture is not None:
            self._picture.clear()
            self._picture = None
        if overlay is not None:
            overlay.hide()
            overlay.deleteLater()


def _picture(theme: Theme, image: QImage, name: str) -> QLabel:
    label = QLabel()
    wide = theme.px(WIDE_PX)
    drawn = QPixmap.fromImage(image)
    if drawn.width() > wide:
        drawn = drawn.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
    label.setPixmap(drawn)
    label.setAccessibleName(name)
    return keep_size(theme, label, min_width=320)
