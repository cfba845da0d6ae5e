"""The card of dos and don'ts, A5: what helps a child, what harms it, and her own safety.

Source: the design's rules for a neighbourhood team; UU 12/2022 article 23 for the line on peace.
"""

from patbm_desktop.domain.codes import FIXED_CONTACTS
from patbm_desktop.reports.card import UPTD_UNKNOWN, CardContact
from patbm_desktop.reports.label import code_label, plain, words
from patbm_desktop.reports.paper import Document, Printing, circumstances


def do_not_card_document(printing: Printing, uptd: CardContact = UPTD_UNKNOWN) -> Document:
    """Lay out the card; without a number of UPTD PPA there is a line to write it on."""
    language = printing.language
    numbers = {
        "polisi_110": FIXED_CONTACTS["polisi_110"],
        "sapa_129": FIXED_CONTACTS["sapa_129"],
        "uptd_ppa": plain(uptd.number),
    }
    part = {
        "sheet": "do-not-card",
        "paper": "a5",
        "bare": True,
        "numbers": [
            {
                "name": code_label(language, "contact", function),
                "number": number,
                "note": _note(uptd, printing) if function == "uptd_ppa" else "",
            }
            for function, number in numbers.items()
        ],
    }
    title = words(language, "do_not")["document"]
    return Document(
        data={**circumstances(printing), "title": title, "parts": [part]}, at=printing.at
    )


def _note(uptd: CardContact, printing: Printing) -> str:
    is_untried = bool(uptd.number.strip()) and uptd.tested_on is None
    return str(words(printing.language, "card")["untested"]) if is_untried else ""
