"""The certificate of an erasure: who asked, when it was done, and what nobody can reach.

It names no person and no case: only laptops, days and how many notes. Source: section 9 of the
protocol; UU 27/2022 art. 43 and 44.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from patbm_desktop.domain.clock import Language, long_date, whole
from patbm_desktop.reports.label import code_label, plain, words
from patbm_desktop.reports.paper import Document, Printing, circumstances, signer


class Reach(StrEnum):
    """How far an erasure gets to a laptop; each has words in the labels."""

    HERE = "here"
    MEMBER = "member"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Kept:
    """A laptop that ever kept notes of the spaces concerned, by its label."""

    label: str
    reach: Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What stands on it; `erased_on` is None while it was not carried out."""

    request: str
    kelurahan: str
    asked_on: date | None
    asked_from: str
    due_on: date | None
    erased_on: date | None
    count: int
    reason: str
    basis: str
    laptops: tuple[Kept, ...]


def certificate_document(certificate: Certificate, printing: Printing) -> Document:
    """Lay out the certificate; the lines for sticks and paper are filled in by hand."""
    language = printing.language
    said = words(language, "erasure")
    part = {
        "sheet": "erasure-certificate",
        "is_done": certificate.erased_on is not None,
        "facts": _facts(certificate, said, language),
        "laptops": [(plain(each.label), said[each.reach.value]) for each in certificate.laptops],
        "signatures": [
            signer("", said["coordinator"], ""), signer("", said["archivist"], ""),
        ],
    }  # fmt: skip
    return Document(
        data={**circumstances(printing), "title": said["document"], "parts": [part]},
        at=printing.at,
    )


def _facts(
    certificate: Certificate, said: Mapping[str, Any], language: Language
) -> list[tuple[str, str]]:
    def day(on: date | None) -> str:
        return long_date(on, language) if on else str(said["unknown_day"])

    done = said["done_by"].format(day=day(certificate.erased_on))
    asked = said["asked_by"].format(day=day(certificate.asked_on),
                                    laptop=plain(certificate.asked_from))  # fmt: skip
    return [
        (said["request"], certificate.request),
        (said["kelurahan"], plain(certificate.kelurahan)),
        (said["asked"], asked),
        (said["sight"], said["sight_until"].format(day=day(certificate.due_on))),
        (said["done"], done if certificate.erased_on else said["not_yet"]),
        (said["count"], said["count_of"].format(count=whole(certificate.count, language))),
        (said["reason"], code_label(language, "erasure_reason", certificate.reason)),
        (said["basis"], code_label(language, "erasure_basis", certificate.basis)),
    ]
