"""A photo from a telephone or a stick, made small, upright and free of what the camera wrote.

Runs on a lane, never on the UI thread: a large photo takes a second on an old laptop. Only the
pixels leave this module; place, time, camera and owner stay behind with the file.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from patbm_desktop.domain.fault import Fault, Refusal

LONGEST_SIDE = 1600
"""Pixels; enough for half a page of paper."""

AIM_BYTES = 300_000
QUALITIES = (85, 75, 65, 55, 45)
SMALLER_SIDES = (1280, 1024)

LARGEST_FILE = 50_000_000
LARGEST_PIXELS = 60_000_000
"""Decoded whole, a picture of this many pixels takes 240 MB, just under what Qt allows."""

LARGEST_JPEG_PIXELS = 240_000_000
"""A JPEG is made smaller while it is read, so the largest telephone cameras still pass."""

SIGNS = (
    (b"\xff\xd8\xff", b"jpeg"),
    (b"\x89PNG\r\n\x1a\n", b"png"),
)
"""First bytes and what they mean; the name of a file says nothing about what is in it."""

JPEG_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]", re.DOTALL)
"""A marker inside the picture data: neither a stuffed byte nor a restart."""

END_OF_IMAGE = 0xD9
START_OF_IMAGE = 0xD8


@dataclass(frozen=True, slots=True)
class ReadPhoto:
    """A photo ready to be kept: JPEG bytes without any note of the camera, and its size."""

    jpeg: bytes = field(repr=False)
    width: int
    height: int


def read(source: Path | bytes) -> ReadPhoto:
    """Return the photo in `source`, upright and at most `LONGEST_SIDE` pixels long.

    Raises:
        Fault: `PHOTO_TOO_LARGE` for a file or a picture beyond the limits; `PHOTO_UNREADABLE` for
            what is no whole JPEG, PNG or WebP, and for moving pictures.
    """
    picture = _plain(_decoded(_content(source)))
    for side in (LONGEST_SIDE, *SMALLER_SIDES):
        picture = _within(picture, side)
        for quality in QUALITIES:
            jpeg = _encoded(picture, quality)
            if len(jpeg) <= AIM_BYTES:
                break
        if len(jpeg) <= AIM_BYTES:
            break
    return ReadPhoto(jpeg, picture.width(), picture.height())


def _content(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        size, content = len(source), source
    else:
        try:
            size = source.stat().st_size
            content = source.read_bytes() if size <= LARGEST_FILE else b""
        except OSError:
            raise Fault(Refusal.PHOTO_UNREADABLE) from None
    if size > LARGEST_FILE:
        raise Fault(Refusal.PHOTO_TOO_LARGE, megabytes=LARGEST_FILE // 1_000_000)
    return content


def _format(content: bytes) -> bytes:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return b"webp"
    found = (name for sign, name in SIGNS if content.startswith(sign))
    name = next(found, b"")
    if not name or (name == b"jpeg" and not is_whole_jpeg(content)):
        raise Fault(Refusal.PHOTO_UNREADABLE)
    return name


def is_whole_jpeg(content: bytes) -> bool:
    """Say whether the JPEG `content` runs to its end; Qt would fill a torn one with grey."""
    place = 2
    while found := JPEG_MARKER.search(content, place):
        marker, place = content[found.end() - 1], found.end()
        if marker == END_OF_IMAGE:
            return True
        if marker != START_OF_IMAGE:
            place += int.from_bytes(content[place : place + 2], "big")
    return False


def _decoded(content: bytes) -> QImage:
    name = _format(content)
    held = QBuffer()
    held.setData(QByteArray(content))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(held, QByteArray(name))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    _refuse_giants(size, name)
    if not size.isValid() or (reader.supportsAnimation() and reader.imageCount() > 1):
        raise Fault(Refusal.PHOTO_UNREADABLE)
    if max(size.width(), size.height()) > LONGEST_SIDE:
        reader.setScaledSize(_fitted(size, LONGEST_SIDE))
    picture = reader.read()
    if picture.isNull():
        raise Fault(Refusal.PHOTO_UNREADABLE)
    return picture


def _refuse_giants(size: QSize, name: bytes) -> None:
    most = LARGEST_JPEG_PIXELS if name == b"jpeg" else LARGEST_PIXELS
    if size.isValid() and size.width() * size.height() > most:
        raise Fault(Refusal.PHOTO_TOO_LARGE, megabytes=LARGEST_FILE // 1_000_000)


def _fitted(size: QSize, side: int) -> QSize:
    return size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def _plain(picture: QImage) -> QImage:
    """Return the bare pixels on white: no transparency, no texts, no colour profile."""
    if picture.colorSpace().isValid():
        picture.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    bare = QImage(picture.size(), QImage.Format.Format_RGB32)
    bare.fill(Qt.GlobalColor.white)
    painter = QPainter(bare)
    painter.drawImage(QPoint(0, 0), picture)
    painter.end()
    return bare


def _within(picture: QImage, side: int) -> QImage:
    if max(picture.width(), picture.height()) <= side:
        return picture
    size = _fitted(picture.size(), side)
    return picture.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _encoded(picture: QImage, quality: int) -> bytes:
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(held, QByteArray(b"jpeg"))
    writer.setQuality(quality)
    writer.setOptimizedWrite(True)
    if not writer.write(picture):
        raise Fault(Refusal.PHOTO_UNREADABLE)
    return bytes(held.data().data())
