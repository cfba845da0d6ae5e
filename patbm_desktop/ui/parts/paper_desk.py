"""The preview with what stands under it: page count, kind of paper, zoom."""

from PySide6.QtCore import QSizeF, Signal
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.buttons import Button, IconButton
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Row, follow, keep_size
from patbm_desktop.ui.parts.paper_view import Fit, PaperView
from patbm_desktop.ui.theme import Theme

POINTS_PER_MM = 72 / 25.4
PAPERS_MM = {"A4": (210, 297), "F4": (215, 330), "A5": (148, 210)}
OFFERED = ("f4", "a4")
NEAR_MM = 2


class PaperDesk(QWidget):
    """A `PaperView` with its controls; `size_picked` gives the paper that the person chose."""

    size_picked = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.view = PaperView(theme, name)
        self.pages = Label("", "hint", "text2")
        self.paper = Button(theme, "", kind="link")
        self.out = IconButton(theme, "zoom-out", self.tr("Perkecil"))
        self.percent = Label("", "label")
        self.into = IconButton(theme, "zoom-in", self.tr("Perbesar"))
        self.whole = Button(theme, "", kind="quiet", icon="maximize-2", size="small")
        column = Column(theme, self, spacing=2)
        column.addWidget(self.view, 1)
        column.addWidget(self._foot())
        self._connect()
        self._show()

    def set_sizes_offered(self, on: bool) -> None:  # noqa: FBT001 - a button can be pressed or not
        """Say whether the kind of paper can be chosen."""
        self.paper.setEnabled(on)

    def size_menu(self) -> QMenu:
        """Return the kinds of paper to choose from."""
        menu = QMenu(self)
        for size in OFFERED:
            menu.addAction(size.upper()).setData(size)
        menu.triggered.connect(lambda chosen: self.size_picked.emit(chosen.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _foot(self) -> QWidget:
        foot = QWidget()
        self._row = Row(self._theme, foot, spacing=6)
        left, right = Row(self._theme, spacing=6), Row(self._theme, spacing=6)
        left.addWidget(self.pages)
        left.addWidget(self.paper)
        left.addStretch(1)
        for widget in (self.out, self.percent, self.into, self.whole):
            right.addWidget(widget)
        self._row.addLayout(left, 1)
        self._row.addLayout(right)
        follow(self._theme, self._fit)
        return keep_size(self._theme, foot, min_height=40)

    def _fit(self) -> None:
        """Set the zoom under the count of pages where both have no room in one line."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if self._theme.tight else across)

    def _connect(self) -> None:
        self.out.clicked.connect(self.view.zoom_out)
        self.into.clicked.connect(self.view.zoom_in)
        self.whole.clicked.connect(self._flip_fit)
        self.paper.clicked.connect(self._offer_sizes)
        self.view.changed.connect(self._show)

    def _flip_fit(self) -> None:
        self.view.set_fit(Fit.PAGE if self.view.fit() is Fit.WIDTH else Fit.WIDTH)

    def _offer_sizes(self) -> None:
        self.size_menu().popup(self.paper.mapToGlobal(self.paper.rect().topLeft()))

    def _show(self) -> None:
        count = self.view.page_count()
        said = strings.fill(self.tr("Halaman %1 dari %2 ·"), self.view.page(), count)
        self.pages.setText(said if count else "")
        self.paper.setText(self._paper_words(self.view.paper()) if count else "")
        name = strings.fill(self.tr("Kertas: %1"), self.paper.text())
        self.paper.setAccessibleName(name)
        self.percent.setText(f"{self.view.percent()}%" if count else "")
        wide = self.view.fit() is Fit.WIDTH
        self.whole.setText(self.tr("Satu halaman") if wide else self.tr("Lebar penuh"))
        for button in (self.out, self.into, self.whole):
            button.setEnabled(bool(count))

    def _paper_words(self, size: QSizeF) -> str:
        lies = size.width() > size.height()
        short, long = sorted((size.width() / POINTS_PER_MM, size.height() / POINTS_PER_MM))
        near = (
            name
            for name, (wide, tall) in PAPERS_MM.items()
            if abs(short - wide) < NEAR_MM and abs(long - tall) < NEAR_MM
        )
        name = next(near, f"{round(short)} × {round(long)} mm")
        return strings.fill(self.tr("%1 mendatar") if lies else self.tr("%1 tegak"), name)
