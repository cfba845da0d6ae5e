"""The recovery sheet: the letters that open a vault, and what to do with them.

It is drawn in memory only, carries no code of its own and no name but its owner's.
"""

from patbm_desktop.domain.clock import plain_date
from patbm_desktop.reports.label import plain, words
from patbm_desktop.reports.paper import Document, Printing, Rt, circumstances

GROUP = 4


def recovery_document(letters: str, name: str, rt: Rt | None, printing: Printing) -> Document:
    """Lay out `letters` in groups of four. Print the pages and forget them."""
    language = printing.language
    said = words(language, "recovery")
    plainly = "".join(each for each in letters.upper() if each.isalnum())
    facts = [(said["owner"], plain(name))]
    if rt is not None:
        facts.append((said["place"], f"RT {rt.number}, {rt.kelurahan}"))
    facts.append((said["made"], plain_date(printing.at.date(), language)))
    part = {
        "sheet": "recovery-sheet",
        "facts": facts,
        "groups": [plainly[at : at + GROUP] for at in range(0, len(plainly), GROUP)],
    }
    return Document(
        data={**circumstances(printing), "title": said["document"], "parts": [part]},
        at=printing.at,
    )
