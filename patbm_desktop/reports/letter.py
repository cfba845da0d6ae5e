"""The referral letter, its tear-off receipt, and the sheet for the outside of the envelope.

It is the one sheet with a name: made in memory, printed, forgotten. It has no hash, for a hash of
a short text can be guessed, and neither its title nor its footer says whom it is about.
"""

from dataclasses import replace
from math import ceil
from typing import Any

from patbm_desktop.domain.clock import plain_date
from patbm_desktop.reports.label import plain
from patbm_desktop.reports.letter_contents import (
    name_of_who,
    recipient_name,
    ten_contents,
    written,
)
from patbm_desktop.reports.paper import (
    Document,
    Letterhead,
    Picture,
    Printing,
    Rt,
    Titles,
    circumstances,
    head,
    letterhead_of,
    signer,
)
from patbm_desktop.reports.referral import Letter, said

LETTERS_A_PAGE = 2500
"""About how many letters of a story fill a page; for the estimate only."""


def letter_document(letter: Letter, printing: Printing) -> Document:
    """Lay out the letter and its address sheet, on A4 and in Indonesian whatever `printing` says.

    Raises:
        KeyError: `letter.to` is no recipient that letters are written to.
    """
    printing = replace(printing, paper="a4", language="id")
    kop = _kop(letter)
    return Document(
        data={
            **circumstances(printing),
            "footer": _footer(letter, printing),
            "title": said("letter")["document"],
            "parts": [_letter(letter, kop), _address_sheet(letter)],
        },
        at=printing.at,
        pictures=(Picture("logo.svg", kop.logo),) if kop and kop.logo else (),
        pages=_pages(letter),
        code=plain(letter.code),
    )


def blank_letter_document(
    printing: Printing,
    rt: Rt | None = None,
    titles: Titles | None = None,
    letterhead: Letterhead | None = None,
    to: str = "uptd_ppa",
) -> Document:
    """Lay out a letter to be filled by hand, for a kader without a laptop; it needs no data."""
    blank = Letter(to=to, rt=rt, titles=titles, letterhead=letterhead)
    return letter_document(blank, printing)


def _pages(letter: Letter) -> int:
    texts = (letter.story, letter.done_before, *letter.attachments, letter.identity.address)
    return 4 + ceil(sum(map(len, texts)) / LETTERS_A_PAGE)


def _footer(letter: Letter, printing: Printing) -> str:
    line = str(circumstances(printing)["footer"])
    if not letter.code.strip():
        return line
    return f"{line} · {said('letter')['footer_code'].format(code=plain(letter.code))}"


# -- the letter --------------------------------------------------------------------------------


def _letter(letter: Letter, kop: Letterhead | None) -> dict[str, Any]:
    words = said("letter")
    return {
        "sheet": "referral-letter",
        "margins": "letter",
        "font": "Liberation Sans",
        "watermark": words["secret_mark"],
        "said": words,
        "letterhead": head(kop, "logo.svg" if kop.logo else None) if kop else None,
        "kop": said("kop"),
        "place_and_day": _place_and_day(letter),
        "facts": _facts(letter),
        "to": _addressee(letter),
        "at": _at_town(letter),
        "opening": _opening(letter),
        "contents": ten_contents(letter),
        "secret": _secret(letter),
        "contact": written(words["contact"], letter.signer_phone),
        "versions": words["versions"] if letter.has_two_versions else "",
        "signer": signer("", _title(letter), letter.signer_name),
        "receipt": _receipt(letter),
    }


def _kop(letter: Letter) -> Letterhead | None:
    if letter.letterhead or letter.rt is None:
        return letter.letterhead
    return letterhead_of(letter.rt)


def _place_and_day(letter: Letter) -> dict[str, str]:
    day = plain_date(letter.made_on, "id") if letter.made_on else ""
    return {"town": plain(letter.rt.town) if letter.rt else "", "day": day}


def _facts(letter: Letter) -> list[dict[str, Any]]:
    words = said("letter")
    count = len(letter.attachments)
    return [
        written(words["number"], letter.letter_no),
        written(words["code"], letter.code),
        written(words["nature"], words["nature_value"]),
        written(words["attached"], words["attached_value"].format(count=count) if count else ""),
        written(words["subject"], words["subject_value"]),
    ]


def _opening(letter: Letter) -> str:
    words, who = said("letter"), name_of_who(letter)
    opening = str(words["opening"].format(who=who, recipient=recipient_name(letter)))
    if letter.is_violence is False:
        return opening
    return f"{opening} {words['told_once'].format(who=who)}"


def _addressee(letter: Letter) -> list[dict[str, Any]]:
    """Return the lines of the address; `is_open` ones end in dots to write on."""
    recipient, kota = said("recipient")[letter.to], plain(letter.rt.kota) if letter.rt else ""
    lines = [
        {"text": line.format(kota=kota).strip(), "is_open": not kota and "{kota}" in line}
        for line in recipient["lines"]
    ]
    if recipient.get("ask"):
        own = plain(letter.addressee)
        lines.append({"text": own, "is_open": not own})
    return lines


def _at_town(letter: Letter) -> str:
    words = said("letter")
    return str(
        words["at_town"].format(town=plain(letter.rt.town)) if letter.rt else words["at_place"]
    )


def _secret(letter: Letter) -> str:
    words = said("letter")
    law = "" if letter.is_child is False or not letter.is_violence else words["secret_law"]
    return f"{words['secret'].format(who=name_of_who(letter), law=law)}"


def _title(letter: Letter) -> str:
    words = said("letter")
    if letter.titles is None:
        return str(words[f"{letter.signer}_unknown"])
    return str(
        words[letter.signer].format(
            kader=letter.titles.kader, team=letter.titles.team,
            rt=letter.rt.number if letter.rt else "",
        )
    )  # fmt: skip


def _receipt(letter: Letter) -> dict[str, Any]:
    """Return the receipt: of the letter it repeats the code and the day, and nothing else."""
    day = plain_date(letter.made_on, "id") if letter.made_on else ""
    return {"said": said("receipt"), "code": plain(letter.code), "day": day}


# -- the envelope ------------------------------------------------------------------------------


def _address_sheet(letter: Letter) -> dict[str, Any]:
    words = said("envelope")
    opened_by = said("recipient")[letter.to]["opened_by"]
    return {
        "sheet": "address-sheet",
        "margins": "letter",
        "font": "Liberation Sans",
        "bare": True,
        "said": words,
        "only": words["only"].format(opened_by=opened_by),
        "to": _addressee(letter),
        "at": _at_town(letter),
        "code": plain(letter.code),
    }
