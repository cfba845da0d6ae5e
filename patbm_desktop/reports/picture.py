"""How a photo reaches Typst without ever being a file.

Typst takes its sources from memory only as text, so a photo is wrapped in a line of SVG; the
JPEG inside reaches the PDF untouched (seen with typst 0.15.2).
"""

import base64
import struct

JPEG_SIZE_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
PNG_START = b"\x89PNG\r\n\x1a\n"


def wrapped(data: bytes) -> str:
    """Return `data` as an SVG that shows the picture and nothing else.

    Raises:
        ValueError: `data` is neither JPEG nor PNG, or too short to say its size.
    """
    width, height = size_of(data)
    kind = "png" if data.startswith(PNG_START) else "jpeg"
    body = base64.b64encode(data).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><image width="{width}" height="{height}" '
        f'href="data:image/{kind};base64,{body}"/></svg>'
    )


def size_of(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels.

    Raises:
        ValueError: `data` is neither JPEG nor PNG, or too short to say its size.
    """
    if data.startswith(PNG_START) and len(data) >= 24:
        width, height = struct.unpack_from(">II", data, 16)
        return width, height
    if data.startswith(b"\xff\xd8"):
        return _jpeg_size(data)
    raise ValueError("a picture on paper is a JPEG or a PNG")


def _jpeg_size(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(data):
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in JPEG_SIZE_MARKERS:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 + length
    raise ValueError("a picture on paper is a JPEG or a PNG")
