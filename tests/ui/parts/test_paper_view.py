"""The preview: pages of one PDF in memory, drawn as the PDF reader draws them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPoint, QPointF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from patbm_desktop.ui.parts.paper_desk import PaperDesk
from patbm_desktop.ui.parts.paper_view import Fit, PaperView
from patbm_desktop.ui.printing import Opened
from patbm_desktop.ui.theme import Theme


def pdf(pages: int = 1, words: str = "Halaman", size: tuple[float, float] = (210, 297)) -> bytes:
    """Return a PDF of `pages`, each with `words` on it."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    writer.setPageSize(QPageSize(QSizeF(*size), QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    for at in range(pages):
        if at:
            writer.newPage()
        painter.drawText(QPoint(2000, 2000), f"{words} {at + 1}")
    painter.end()
    return bytes(held.data().data())


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> PaperDesk:
    """A preview on screen."""
    made = PaperDesk(theme, "Pratinjau")
    qtbot.addWidget(made)
    made.resize(724, 620)
    made.show()
    return made


@pytest.fixture
def show(qtbot: QtBot, desk: PaperDesk) -> Callable[[bytes], PaperView]:
    """Show a PDF and wait until what is in sight is drawn."""

    def shown(content: bytes) -> PaperView:
        desk.view.show_pdf(content)
        qtbot.waitUntil(desk.view.is_ready, timeout=20_000)
        desk.view.viewport().repaint()
        qtbot.waitUntil(desk.view.is_ready, timeout=20_000)
        return desk.view

    return shown


def raster(content: bytes, size: QSize) -> QImage:
    """Return the first page as the PDF reader draws it."""
    opened = Opened(content)
    drawn = opened.document.render(0, size)
    opened.close()
    return drawn


def same(one: QImage, other: QImage) -> bool:
    """Say whether two pictures show the same, however they keep it."""
    return one.convertToFormat(other.format()) == other


def test_a_page_is_the_raster_of_the_pdf(show: Callable[[bytes], PaperView]) -> None:
    content = pdf()
    shown = show(content).image(1)
    assert same(shown, raster(content, shown.size()))


def test_one_page_fits_whole_at_first(show: Callable[[bytes], PaperView]) -> None:
    view = show(pdf())
    assert view.fit() is Fit.PAGE
    assert view.verticalScrollBar().maximum() == 0
    assert view.horizontalScrollBar().maximum() == 0


def test_the_full_width_scrolls_down_only(show: Callable[[bytes], PaperView], qtbot: QtBot) -> None:
    view = show(pdf(2))
    before = view.percent()
    view.set_fit(Fit.WIDTH)
    assert view.percent() > before
    assert view.verticalScrollBar().maximum() > 0
    assert view.horizontalScrollBar().maximum() == 0
    qtbot.waitUntil(view.is_ready, timeout=20_000)


def test_zoom_takes_known_steps_and_a_drawn_page_is_kept_for_each(
    show: Callable[[bytes], PaperView], qtbot: QtBot
) -> None:
    view = show(pdf())
    small = view.image(1)
    view.zoom_in()
    view.viewport().repaint()
    qtbot.waitUntil(view.is_ready, timeout=20_000)
    assert view.percent() in {50, 67, 75}
    assert view.image(1).width() > small.width()
    view.set_fit(Fit.PAGE)
    assert view.image(1) == small


def test_pages_are_counted_as_they_pass(show: Callable[[bytes], PaperView], qtbot: QtBot) -> None:
    view = show(pdf(3))
    assert (view.page(), view.page_count()) == (1, 3)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page() == 2
    assert view.accessibleName() == "Pratinjau, halaman 2 dari 3"
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page() == 1
    qtbot.waitUntil(view.is_ready, timeout=20_000)


def test_the_last_of_many_quick_changes_is_what_stays(
    show: Callable[[bytes], PaperView], desk: PaperDesk, qtbot: QtBot
) -> None:
    show(pdf(words="nol"))
    last = pdf(words="tiga")
    for content in (pdf(words="satu"), pdf(words="dua"), last):
        desk.view.show_pdf(content)
        desk.view.viewport().repaint()
    qtbot.waitUntil(lambda: desk.view.is_ready() and not desk.view.image(1).isNull())
    assert same(desk.view.image(1), raster(last, desk.view.image(1).size()))


def test_the_old_page_stays_until_the_new_one_is_drawn(
    show: Callable[[bytes], PaperView],
) -> None:
    view = show(pdf(words="lama"))
    before = view.grab().toImage()
    view.show_pdf(pdf(words="baru"))
    assert view.grab().toImage() == before


def test_ctrl_and_the_wheel_zoom(show: Callable[[bytes], PaperView], qtbot: QtBot) -> None:
    view = show(pdf())
    before = view.percent()
    event = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(0, 120), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)
    assert view.percent() > before
    qtbot.waitUntil(view.is_ready, timeout=20_000)


@pytest.mark.parametrize(
    ("size", "said"),
    [((210, 297), "A4 tegak"), ((330, 215), "F4 mendatar"), ((148, 210), "A5 tegak")],
)
def test_the_paper_is_named(
    show: Callable[[bytes], PaperView], desk: PaperDesk, size: tuple[float, float], said: str
) -> None:
    show(pdf(size=size))
    assert desk.paper.text() == said
    assert desk.pages.text() == "Halaman 1 dari 1 ·"


def test_cleared_it_keeps_no_page(show: Callable[[bytes], PaperView], desk: PaperDesk) -> None:
    view = show(pdf())
    view.clear()
    assert view.page_count() == 0
    assert view._images == {}
    assert desk.pages.text() == ""
    assert not desk.into.isEnabled()
