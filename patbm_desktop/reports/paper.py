"""What every sheet has: who prints it and on what, its letterhead, and what goes to Typst."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from patbm_desktop.domain.clock import WITA, Language, plain_date, time_words
from patbm_desktop.domain.ids import CROCKFORD
from patbm_desktop.reports.label import clean, plain, words

Paper = Literal["a4", "f4"]
"""A4, or the F4 (folio) of Indonesian offices: 215 x 330 mm."""


@dataclass(frozen=True, slots=True)
class Printing:
    """The circumstances of one print. `at` carries its zone; paper shows it in WITA."""

    at: datetime
    paper: Paper = "f4"
    language: Language = "id"


@dataclass(frozen=True, slots=True)
class Rt:
    """The neighbourhood a sheet speaks for: three digits, then names as people write them."""

    number: str
    kelurahan: str
    kecamatan: str
    kota: str

    @property
    def town(self) -> str:
        """The town's own name, for the line over a signature."""
        return self.kota.removeprefix("Kota ").removeprefix("Kabupaten ")


@dataclass(frozen=True, slots=True)
class Titles:
    """What people are called here; from the region file."""

    team: str
    kader: str
    ketua: str


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The kop: up to five lines, the first one largest; an address; the bytes of a logo."""

    lines: tuple[str, ...]
    address: str = ""
    logo: bytes | None = None


def letterhead_of(rt: Rt) -> Letterhead:
    """Return the letterhead of an RT that has made none of its own."""
    where = f"KELURAHAN {rt.kelurahan} · KECAMATAN {rt.kecamatan} · {rt.kota}"
    return Letterhead((f"RUKUN TETANGGA {rt.number}", where.upper()))


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo of an activity, upright, without EXIF, as JPEG or PNG bytes.

    `activity` is the `ent` it belongs to; `children_visible` the answer to the question asked once
    per photo; `has_consent` that a written permission stands and was not withdrawn.
    """

    data: bytes = field(repr=False)
    activity: str = ""
    caption: str = ""
    children_visible: str | None = None
    has_consent: bool = False

    @property
    def may_print(self) -> bool:
        """Whether it may leave the laptop; what was never answered may not."""
        if self.children_visible == "ya_izin":
            return self.has_consent
        return self.children_visible == "tidak"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture as the templates name it."""

    name: str
    data: bytes = field(repr=False)


def printable(photos: Iterable[Photo]) -> tuple[Photo, ...]:
    """Return the photos that may be printed, in their order."""
    return tuple(photo for photo in photos if photo.may_print)


@dataclass(frozen=True, slots=True)
class Document:
    """One sheet ready to be compiled; its repr shows nothing that it says.

    `pages` is an estimate; `code` stands in the footer; `content_hash` is the same for the same
    content, whenever and on whatever it prints; `ppi` is how finely it is drawn as a picture.
    """

    data: Mapping[str, Any] = field(repr=False)
    at: datetime
    pictures: tuple[Picture, ...] = field(default=(), repr=False)
    pages: int = 1
    code: str = ""
    content_hash: str = ""
    ppi: float = 144.0


def content_hash(content: Any) -> str:
    """Return the name of a sheet's content: 64 hex digits of a frozen dataclass's values."""
    written = json.dumps(asdict(content), sort_keys=True, default=_as_text)
    return hashlib.blake2b(written.encode(), digest_size=32, person=b"patbm-report").hexdigest()


def _as_text(value: Any) -> str:
    if isinstance(value, bytes):
        return hashlib.blake2b(value, digest_size=16).hexdigest()
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def code_of(start: str, name: str) -> str:
    """Return the code in the footer: `start` and two letters that tell two contents apart."""
    number = int(name[:4], 16)
    return f"{start}-{CROCKFORD[number % 32]}{CROCKFORD[number // 32 % 32]}"


def head(letterhead: Letterhead, logo: str | None) -> dict[str, Any]:
    """Return the kop as the templates read it; `logo` names its picture."""
    lines = [plain(line) for line in letterhead.lines if line.strip()]
    return {"lines": lines, "address": plain(letterhead.address), "logo": logo}


def circumstances(printing: Printing, code: str = "") -> dict[str, Any]:
    """Return paper, language and footer as the templates read them."""
    at = printing.at.astimezone(WITA)
    said = words(printing.language, "footer")
    made = said["made"].format(
        day=plain_date(at.date(), printing.language), time=time_words(at, printing.language)
    )
    line = " · ".join(
        part for part in (made, said["code"].format(code=code) if code else "") if part
    )
    return {
        "paper": printing.paper,
        "language": printing.language,
        "footer": line,
        "date": [at.year, at.month, at.day],
    }


def signer(over: str, title: str, name: str) -> dict[str, str]:
    """Return one signature: the line over it, the title, the full name to be underlined."""
    return {"over": clean(over), "title": clean(title), "name": plain(name)}
