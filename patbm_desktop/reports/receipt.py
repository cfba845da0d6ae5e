"""Two small sheets of travelling notes: what an exchange did, and the code that invites somebody.

Neither says a word of any note.
"""

from dataclasses import dataclass, field
from datetime import datetime

from patbm_desktop.domain.clock import Language, plain_date, time_words, whole
from patbm_desktop.reports.label import plain, words
from patbm_desktop.reports.paper import Document, Printing, circumstances


@dataclass(frozen=True, slots=True, kw_only=True)
class SpacePart:
    """One space of a receipt: its name, how many ops its words stand for, and the words."""

    name: str
    places: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptSheet:
    """What an exchange did: edits that went, came, wait and are held; and where the spaces stand.

    `way` is "net", "stick_in" or "stick_out"; in the last case `sent` edits stand on the stick.
    """

    name: str
    place: str
    at: datetime
    sent: int
    came: int
    waits: int
    held: int
    spaces: tuple[SpacePart, ...]
    way: str = "net"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationSlip:
    """An invitation to hand on; `rt` is a number, "" for another coordinator."""

    groups: str = field(repr=False)
    rt: str
    kelurahan: str
    coordinator: str
    server: str


def receipt_document(sheet: ReceiptSheet, printing: Printing) -> Document:
    """Lay out the receipt of one exchange."""
    language = printing.language
    said = words(language, "receipt")
    counts = [("sent", sheet.sent), ("came", sheet.came), ("waits", sheet.waits)]
    if sheet.way == "stick_out":
        counts = [("carried", sheet.sent), ("unsure", sheet.waits)]
    counts.append(("held", sheet.held))
    part = {
        "sheet": "receipt",
        "facts": [
            (said["owner"], plain(sheet.name)),
            (said["place"], plain(sheet.place)),
            (said["at"], _moment(sheet.at, language)),
            (said["way"], said[sheet.way]),
        ],
        "counts": [(said[name], whole(count, language)) for name, count in counts],
        "spaces": [
            [plain(each.name), whole(each.places, language), " · ".join(each.words) or "–"]
            for each in sheet.spaces
        ],
    }
    return Document(
        data={**circumstances(printing), "title": said["document"], "parts": [part]},
        at=printing.at,
    )


def invitation_document(slip: InvitationSlip, printing: Printing) -> Document:
    """Lay out an invitation: five groups of four to type, and what to do with them."""
    said = words(printing.language, "invitation_slip")
    whose = said["rt"].format(rt=slip.rt) if slip.rt else said["coordinator"]
    part = {
        "sheet": "invitation-slip",
        "paper": "a5",
        "bare": True,
        "for": whose,
        "facts": [
            (said["kelurahan"], plain(slip.kelurahan)),
            (said["from"], plain(slip.coordinator)),
            (said["server"], plain(slip.server) or said["no_server"]),
        ],
        "groups": slip.groups.split(),
    }
    return Document(
        data={**circumstances(printing), "title": said["document"], "parts": [part]},
        at=printing.at,
    )


def _moment(at: datetime, language: Language) -> str:
    return f"{plain_date(at.date(), language)}, {time_words(at, language)}"
