"""Read a PDF back as a person would: its words, its pages, its shades of grey."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument


def _opened(pdf: bytes) -> tuple[QPdfDocument, QBuffer]:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    assert document.error() == QPdfDocument.Error.None_
    return document, buffer


def pages(pdf: bytes) -> list[str]:
    """Return the words of every page, with single spaces."""
    document, _buffer = _opened(pdf)
    texts = [document.getAllText(page).text() for page in range(document.pageCount())]
    document.close()
    return [" ".join(text.replace("\u200b", "").replace("\ufffe", "").split()) for text in texts]


def words(pdf: bytes) -> str:
    """Return the words of the whole document."""
    return " ".join(pages(pdf))


def place_mm(pdf: bytes, said: str) -> tuple[int, float, float]:
    """Return page, top and bottom of the last place where `said` stands, in mm from the top."""
    document, _buffer = _opened(pdf)
    texts = [document.getAllText(page).text() for page in range(document.pageCount())]
    page = max(index for index, text in enumerate(texts) if said in text)
    found = document.getSelectionAtIndex(page, texts[page].rindex(said), len(said))
    box = found.boundingRectangle()
    document.close()
    return page, box.top() / 72 * 25.4, box.bottom() / 72 * 25.4


def sizes_mm(pdf: bytes) -> list[tuple[int, int]]:
    """Return width and height of every page in millimetres."""
    document, _buffer = _opened(pdf)
    points = [document.pagePointSize(page) for page in range(document.pageCount())]
    document.close()
    return [(round(each.width() / 72 * 25.4), round(each.height() / 72 * 25.4)) for each in points]


def properties(pdf: bytes) -> tuple[str, str]:
    """Return title and creation date."""
    document, _buffer = _opened(pdf)
    field = QPdfDocument.MetaDataField
    found = document.metaData(field.Title), document.metaData(field.CreationDate).toString()
    document.close()
    return found


def first_page(pdf: bytes, width: int = 660) -> QImage:
    """Return the first page as a person with a black-and-white printer gets it."""
    return page(pdf, 0, width)


def page(pdf: bytes, index: int, width: int = 660) -> QImage:
    """Return the page `index`, from 0, as a person with a black-and-white printer gets it."""
    document, _buffer = _opened(pdf)
    size = document.pagePointSize(index)
    drawn = document.render(index, QSize(width, round(width * size.height() / size.width())))
    document.close()
    paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    return _over(paper, drawn).convertToFormat(QImage.Format.Format_Grayscale8)


def _over(paper: QImage, drawn: QImage) -> QImage:
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper


def greys(image: QImage) -> bytes:
    """Return one byte a dot, 0 black to 255 white."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    stride, width = grey.bytesPerLine(), grey.width()
    every = bytes(grey.constBits())
    return b"".join(every[row * stride : row * stride + width] for row in range(grey.height()))
