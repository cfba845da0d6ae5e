"""What may come in as a photo, and what goes out."""

import struct
import zlib
from random import Random

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, qRgba

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.ui import photo_reader
from patbm_desktop.ui.photo_reader import AIM_BYTES, LARGEST_FILE, ReadPhoto, read


def encoded(picture, name="jpeg", quality=92, texts=()):
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(held, QByteArray(name.encode()))
    writer.setQuality(quality)
    for key, text in texts:
        writer.setText(key, text)
    assert writer.write(picture), writer.errorString()
    return bytes(held.data().data())


def striped(width, height):
    """A picture that is red above and blue below."""
    rows = b"\x00\x00\xff\xff" * (width * (height // 2))
    rows += b"\xff\x00\x00\xff" * (width * (height - height // 2))
    return QImage(rows, width, height, width * 4, QImage.Format.Format_RGB32).copy()


def noise(side):
    """A picture no encoder likes."""
    rows = Random(7).randbytes(side * side * 4)
    return QImage(rows, side, side, side * 4, QImage.Format.Format_RGB32).copy()


def with_exif(jpeg, orientation):
    """Put an EXIF block with an orientation and a place into `jpeg`."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    maker = b"KAMERA-RAHASIA 1.2683S 116.8289E\0"
    text = struct.pack(">HHII", 0x010F, 2, len(maker), 8 + 2 + 24 + 4)
    exif = b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">H", 2) + text + entry + b"\0\0\0\0" + maker
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]


def shown(photo):
    return QImage.fromData(photo.jpeg)


def refusal_of(content):
    with pytest.raises(Fault) as caught:
        read(content)
    return caught.value.refusal


def test_a_large_photo_becomes_1600_pixels_long_and_about_300_kilobytes(qapp):
    smooth = Qt.TransformationMode.SmoothTransformation
    photo = read(encoded(noise(90).scaled(3200, 2400, mode=smooth)))
    assert (photo.width, photo.height) == (1600, 1200)
    assert len(photo.jpeg) <= AIM_BYTES
    assert shown(photo).size().width() == photo.width


def test_a_photo_that_no_quality_makes_small_becomes_shorter(qapp):
    photo = read(encoded(noise(1600)))
    assert photo.width < 1600


def test_a_small_photo_keeps_its_size(qapp):
    assert read(encoded(striped(40, 30))).width == 40


def test_a_photo_taken_on_its_side_stands_upright(qapp):
    photo = read(with_exif(encoded(striped(80, 40)), orientation=6))
    assert (photo.width, photo.height) == (40, 80)
    assert shown(photo).pixelColor(35, 40).red() > 200
    assert shown(photo).pixelColor(5, 40).blue() > 200


def test_nothing_that_the_camera_wrote_is_left(qapp):
    photo = read(with_exif(encoded(striped(80, 40)), orientation=1))
    assert b"Exif" not in photo.jpeg
    assert b"KAMERA" not in photo.jpeg


def test_no_text_of_a_png_is_left(qapp):
    photo = read(encoded(striped(20, 20), "png", texts=[("Author", "Fulan bin Fulan")]))
    assert b"Fulan" not in photo.jpeg


def test_what_is_see_through_becomes_white(qapp):
    clear = QImage(20, 20, QImage.Format.Format_ARGB32)
    clear.fill(qRgba(0, 0, 0, 0))
    assert shown(read(encoded(clear, "png"))).pixelColor(10, 10).lightness() > 250


@pytest.mark.parametrize("name", ["jpeg", "png", "webp"])
def test_the_usual_formats_are_read(qapp, name):
    assert read(encoded(striped(24, 16), name)).width == 24


def test_a_photo_is_read_from_a_file_whatever_its_name_says(qapp, tmp_path):
    file = tmp_path / "foto.dat"
    file.write_bytes(encoded(striped(24, 16)))
    assert read(file).height == 16


def test_a_pdf_that_calls_itself_a_photo_is_refused(qapp, tmp_path):
    file = tmp_path / "foto.jpg"
    file.write_bytes(b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")
    assert refusal_of(file) is Refusal.PHOTO_UNREADABLE


def test_a_file_of_80_megabytes_is_refused_without_being_read(qapp, tmp_path):
    file = tmp_path / "besar.jpg"
    with file.open("wb") as hole:
        hole.truncate(80_000_000)
    assert refusal_of(file) is Refusal.PHOTO_TOO_LARGE
    assert LARGEST_FILE < 80_000_000


def test_a_missing_file_is_refused_without_its_name(qapp, tmp_path):
    with pytest.raises(Fault) as caught:
        read(tmp_path / "foto-anak-budi.jpg")
    assert "budi" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("part", [0, 3, 40, 0.5, 0.99])
def test_a_torn_photo_is_refused(qapp, part):
    whole = encoded(noise(60))
    assert refusal_of(whole[: part if isinstance(part, int) else int(len(whole) * part)]) is (
        Refusal.PHOTO_UNREADABLE
    )


@pytest.mark.qt_log_ignore("libpng", "QImage")
@pytest.mark.parametrize("name", ["png", "webp"])
def test_a_torn_picture_of_another_kind_is_refused(qapp, name):
    whole = encoded(noise(60), name)
    assert refusal_of(whole[: len(whole) // 2]) is Refusal.PHOTO_UNREADABLE


def test_a_tiny_file_that_claims_a_giant_picture_is_refused(qapp):
    def chunk(kind, body):
        crc = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", crc)

    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(9)))
    assert refusal_of(bomb + chunk(b"IEND", b"")) is Refusal.PHOTO_TOO_LARGE


def test_a_giant_jpeg_is_refused(qapp):
    whole = bytearray(encoded(striped(20, 20)))
    place = whole.index(b"\xff\xc0") + 5
    whole[place : place + 4] = struct.pack(">HH", 65_000, 65_000)
    assert refusal_of(bytes(whole)) is Refusal.PHOTO_TOO_LARGE


def test_a_moving_picture_is_refused(qapp):
    assert refusal_of(b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff;") is (
        Refusal.PHOTO_UNREADABLE
    )


def test_a_read_photo_shows_nothing_of_itself_in_a_log(qapp):
    assert "jpeg" not in repr(ReadPhoto(b"\xff\xd8", 1, 1))


def test_qt_keeps_its_own_limit_on_memory(qapp):
    assert 0 < QImageReader.allocationLimit() <= 256
    assert photo_reader.LARGEST_PIXELS * 4 < 256 * 1024 * 1024
