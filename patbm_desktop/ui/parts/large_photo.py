"""One photo as large as the window has room for, over everything else; memory only."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Row
from patbm_desktop.ui.parts.overlay import Overlay, Panel
from patbm_desktop.ui.theme import Theme

EDGES_PX = (120, 120)
"""What the panel and the margin round it take of the window, across and down."""


class LargePhoto(Overlay):
    """Shows `image` until Esc or *Tutup*; gone for good once it is closed."""

    def __init__(self, host: QWidget, theme: Theme, image: QImage, name: str) -> None:
        panel = Panel(theme)
        words = QCoreApplication.translate("LargePhoto", "Tutup")
        self.close_button = Button(theme, words, kind="quiet", icon="x", size="small")
        self.picture = QLabel()
        self.picture.setPixmap(QPixmap.fromImage(image))
        self.picture.setAccessibleName(name)
        head = Row(theme, spacing=10)
        head.addWidget(Label(name, "card"), 1)
        head.addWidget(self.close_button)
        panel.body.addLayout(head)
        panel.body.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignCenter)
        super().__init__(host, theme, panel, name=name)
        self.close_button.clicked.connect(self.close_overlay)
        self.closed.connect(self.deleteLater)


def room_in(host: QWidget, theme: Theme) -> QSize:
    """Return how large a photo may be drawn over `host`, in its own pixels."""
    across, down = (theme.px(edge) for edge in EDGES_PX)
    return QSize(max(host.width() - across, 1), max(host.height() - down, 1))
