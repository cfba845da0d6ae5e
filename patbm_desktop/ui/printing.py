"""Send a PDF to the printer as it is on screen, drawn page by page."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

FINENESS = 300
"""Dots in an inch: what an office printer shows of a table, and no more than fits in memory."""


class Opened:
    """A PDF in memory, ready to be drawn."""

    def __init__(self, pdf: bytes) -> None:
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._buffer)

    def close(self) -> None:
        """Let go of the pages."""
        self.document.close()
        self._buffer.close()


def has_printer() -> bool:
    """Say whether the system knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def print_by_dialog(parent: QWidget, pdf: bytes, name: str) -> bool:
    """Let the person choose a printer and send `pdf` there; False when she puts it off."""
    opened = Opened(pdf)
    try:
        printer = prepared(opened.document, name)
        dialog = QPrintDialog(printer, parent)
        dialog.setMinMax(1, opened.document.pageCount())
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return False
        draw(opened.document, printer)
        return True
    finally:
        opened.close()


def prepared(document: QPdfDocument, name: str) -> QPrinter:
    """Return a printer set to the paper of `document`, without margins of its own."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(FINENESS)
    printer.setDocName(name)
    printer.setFullPage(True)
    fit_paper(printer, document.pagePointSize(0))
    return printer


def fit_paper(printer: QPrinter, size: QSizeF) -> None:
    """Set the paper of `printer` to a page of `size` points, lying when that is wider than high."""
    lies = size.width() > size.height()
    upright = size.transposed() if lies else size
    page = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    layout = QPageLayout.Orientation
    printer.setPageSize(page)
    printer.setPageOrientation(layout.Landscape if lies else layout.Portrait)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))


def draw(document: QPdfDocument, printer: QPrinter) -> None:
    """Draw the pages of `document` that the person chose onto `printer`, as often as she asked."""
    first = max(printer.fromPage(), 1)
    last = printer.toPage() or document.pageCount()
    painter = QPainter(printer)
    for place, page in enumerate(range(first - 1, last)):
        if place:
            printer.newPage()
        draw_page(document, page, painter, printer)
    painter.end()


def draw_page(document: QPdfDocument, page: int, painter: QPainter, printer: QPrinter) -> None:
    """Draw one page, counted from 0, over the whole sheet."""
    points = document.pagePointSize(page)
    scale = printer.resolution() / 72
    size = QSize(round(points.width() * scale), round(points.height() * scale))
    painter.drawImage(QRect(0, 0, size.width(), size.height()), document.render(page, size))
