"""Photos on their way to paper."""

import struct

import pytest

from patbm_desktop.reports.paper import Photo
from patbm_desktop.reports.picture import size_of, wrapped
from tests.reports import samples


def jpeg(width: int, height: int) -> bytes:
    comment = b"\xff\xfe" + struct.pack(">H", 6) + b"halo"
    frame = b"\xff\xc0" + struct.pack(">HBHH", 11, 8, height, width) + b"\x01\x01\x11\x00"
    return b"\xff\xd8" + comment + frame


def test_the_size_is_read_from_the_picture_itself():
    assert size_of(samples.photo(40, 30)) == (40, 30)
    assert size_of(jpeg(1600, 1200)) == (1600, 1200)


@pytest.mark.parametrize("broken", [b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7", b"GIF89a"])
def test_what_is_no_picture_is_refused(broken):
    with pytest.raises(ValueError, match="JPEG or a PNG"):
        size_of(broken)


def test_the_wrapper_holds_the_picture_whole():
    text = wrapped(samples.photo())
    assert 'viewBox="0 0 4 3"' in text
    assert "data:image/png;base64," in text


@pytest.mark.parametrize(
    ("answer", "has_consent", "may"),
    [
        ("tidak", False, True), ("ya_izin", True, True), ("ya_izin", False, False),
        ("ya_belum", True, False), (None, True, False), ("baru", True, False),
    ],
)  # fmt: skip
def test_only_a_clear_answer_lets_a_photo_leave(answer, has_consent, may):
    photo = Photo(b"", children_visible=answer, has_consent=has_consent)
    assert photo.may_print is may
