"""A city: its kecamatan and kelurahan, what people are called there, and the first numbers.

The facts stand in `resources/region/*.toml`; another city is another file. Codes are looked up and
never computed: they have gaps.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from patbm_desktop.domain.codes import CONTACT_FUNCTIONS, FIXED_CONTACTS
from patbm_desktop.domain.ids import device_id

KEY_BYTES = 32
_KELURAHAN = re.compile(r"\d\d\.\d\d\.\d\d\.[12]\d{3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Kelurahan:
    """A kelurahan (or desa); `code` such as ``64.71.03.1001``, `name` without the word itself."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Kecamatan:
    """A district of the city."""

    code: str
    name: str
    kelurahan: tuple[Kelurahan, ...]


@dataclass(frozen=True, slots=True)
class Titles:
    """What the team, its volunteer in an RT and its head are called here."""

    team: str
    kader: str
    ketua: str


@dataclass(frozen=True, slots=True)
class FirstContact:
    """A number a new vault starts with: untested, whatever `source` says of it."""

    function: str
    label: str
    number: str
    source: str


@dataclass(frozen=True, slots=True)
class Place:
    """The names around one kelurahan; all empty for a code that is not known here."""

    kelurahan: str = ""
    kecamatan: str = ""
    kota: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A city as its file describes it.

    `kota` is the full name, `short` the one without its rank. Clock times on paper carry
    `time_label`, `utc_offset_hours` ahead of UTC. `checked_on` is the day the facts were put
    together. An invented region serves the demo and the tests and is offered to nobody.
    """

    name: str
    code: str
    kota: str
    short: str
    province: str
    time_label: str
    utc_offset_hours: int
    titles: Titles
    contacts: tuple[FirstContact, ...]
    kecamatan: tuple[Kecamatan, ...]
    checked_on: date
    is_invented: bool = False
    archivists: Mapping[str, bytes] = field(default_factory=dict)
    """The arsip laptops of the city: device to the key that verifies what it signs."""

    def kelurahan(self) -> Iterator[Kelurahan]:
        """Go through all kelurahan, in the order of their codes."""
        for kecamatan in self.kecamatan:
            yield from kecamatan.kelurahan

    def describe(self, code: str) -> Place:
        """Return the names around the kelurahan with this code."""
        for kecamatan in self.kecamatan:
            for kelurahan in kecamatan.kelurahan:
                if kelurahan.code == code:
                    return Place(kelurahan.name, kecamatan.name, self.kota)
        return Place()

    def search(self, typed: str) -> tuple[Kelurahan, ...]:
        """Return the kelurahan whose name holds `typed`, those that begin with it first.

        Capitals, accents and spaces do not matter: ``margasari`` finds Marga Sari.
        """
        wanted = plain(typed)
        held = [each for each in self.kelurahan() if wanted in plain(each.name)]
        return tuple(sorted(held, key=lambda each: not plain(each.name).startswith(wanted)))

    def named(self, name: str) -> Kelurahan | None:
        """Return the kelurahan that is called `name`, however it is spaced; None when none is."""
        wanted = plain(name)
        return next((each for each in self.kelurahan() if plain(each.name) == wanted), None)


def plain(name: str) -> str:
    """Return what two spellings of one place have in common: small letters and digits alone."""
    bare = unicodedata.normalize("NFKD", name).casefold()
    return "".join(each for each in bare if each.isalnum())


def parse(value: Mapping[str, Any]) -> Region:
    """Return the region that the table of a file describes.

    Raises:
        ValueError: a part is missing or does not fit another; says which.
    """
    try:
        region = _region(value)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"a part of a region is missing: {error}") from error
    _check_codes(region)
    _check_contacts(region)
    return region


def _region(value: Mapping[str, Any]) -> Region:
    return Region(
        name=value["name"],
        code=value["code"],
        kota=value["city"],
        short=value["short"],
        province=value["province"],
        time_label=value["time"]["label"],
        utc_offset_hours=value["time"]["utc_offset_hours"],
        titles=Titles(**{key: value["titles"][key] for key in ("team", "kader", "ketua")}),
        contacts=tuple(_contact(each) for each in value["contact"]),
        kecamatan=tuple(_kecamatan(each) for each in value["kecamatan"]),
        checked_on=value["source"]["date"],
        is_invented=value.get("is_invented", False),
        archivists=dict(map(_archivist, value.get("archive", ()))),
    )


def _archivist(value: Mapping[str, Any]) -> tuple[str, bytes]:
    sign_pk, box_pk = bytes.fromhex(value["sign_pk"]), bytes.fromhex(value["box_pk"])
    if len(sign_pk) != KEY_BYTES or len(box_pk) != KEY_BYTES:
        raise ValueError("a key of an arsip laptop has another length")
    return device_id(sign_pk, box_pk), sign_pk


def _contact(value: Mapping[str, Any]) -> FirstContact:
    return FirstContact(value["function"], value["label"], value["number"], value["source"])


def _kecamatan(value: Mapping[str, Any]) -> Kecamatan:
    inside = (Kelurahan(each["code"], each["name"]) for each in value["kelurahan"])
    return Kecamatan(value["code"], value["name"], tuple(inside))


def _check_codes(region: Region) -> None:
    codes = [each.code for each in region.kelurahan()]
    if len(set(codes)) != len(codes):
        raise ValueError("a kelurahan code stands twice")
    for kecamatan in region.kecamatan:
        if not kecamatan.code.startswith(region.code + "."):
            raise ValueError(f"kecamatan {kecamatan.code} is of another city")
        for kelurahan in kecamatan.kelurahan:
            fits = _KELURAHAN.fullmatch(kelurahan.code)
            if not fits or not kelurahan.code.startswith(kecamatan.code + "."):
                raise ValueError(f"kelurahan {kelurahan.code} is of another kecamatan")


def _check_contacts(region: Region) -> None:
    for each in region.contacts:
        if each.function not in CONTACT_FUNCTIONS or each.function in FIXED_CONTACTS:
            raise ValueError(f"no number of a region: {each.function}")
