"""The emergency card for the wall of the RT's hall: A5, large digits, useful without data."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from patbm_desktop.domain.clock import Language, plain_date
from patbm_desktop.domain.codes import FIXED_CONTACTS
from patbm_desktop.reports.label import code_label, plain, words
from patbm_desktop.reports.paper import Document, Printing, circumstances, content_hash

FIXED = ("polisi_110", "sapa_129", "darurat_112")
NEAR = ("uptd_ppa", "ambulans_119")
OTHERS = (
    "puspaga", "bidang_pa", "lapor_pak", "sitopan", "puskesmas", "babinsa", "bhabinkamtibmas",
)  # fmt: skip
"""What stands on the card, in order. The head of the RT never does: a victim may be his kin."""


@dataclass(frozen=True, slots=True)
class CardContact:
    """A number that data gives; `tested_on` is None until somebody tried it."""

    function: str
    number: str = ""
    source: str = ""
    tested_on: date | None = None


UPTD_UNKNOWN = CardContact("uptd_ppa")
"""UPTD PPA while nobody has typed its number in."""


@dataclass(frozen=True, slots=True)
class Card:
    """What the card is made from."""

    contacts: tuple[CardContact, ...]


def card_document(contacts: Sequence[CardContact], printing: Printing) -> Document:
    """Lay out the card; the three national numbers stand on it whatever `contacts` say."""
    language = printing.language
    said = words(language, "card")
    known = {each.function: each for each in contacts}
    day = plain_date(printing.at.date(), language)
    part = {
        "sheet": "emergency-card",
        "paper": "a5",
        "bare": True,
        "fixed": [_fixed(function, language) for function in FIXED],
        "near": [_contact(known, function, language) for function in NEAR],
        "others": [_contact(known, function, language) for function in OTHERS],
        "printed": said["printed"].format(day=day),
    }
    return Document(
        data={**circumstances(printing), "title": said["document"], "parts": [part]},
        at=printing.at,
        content_hash=content_hash(Card(tuple(contacts))),
    )


def _fixed(function: str, language: Language) -> dict[str, str]:
    return {
        "name": code_label(language, "contact", function),
        "note": words(language, "card")[function],
        "number": FIXED_CONTACTS[function],
    }


def _contact(known: dict[str, CardContact], function: str, language: Language) -> dict[str, Any]:
    contact = known.get(function, CardContact(function))
    notes = (words(language, "card").get(function, ""), _state(contact, language))
    return {
        "name": code_label(language, "contact", function),
        "number": plain(contact.number),
        "tested": contact.tested_on is not None,
        "note": " · ".join(note for note in notes if note),
    }


def _state(contact: CardContact, language: Language) -> str:
    said = words(language, "card")
    if not contact.number.strip():
        return str(said["empty"])
    if contact.tested_on:
        return str(said["tested"].format(day=plain_date(contact.tested_on, language)))
    source = plain(contact.source)
    if not source:
        return str(said["untested"])
    return f"{said['untested']} · {code_label(language, 'contact_source', source)}"
