"""The letter that invites to a session."""

from typing import Any

from patbm_desktop.domain.clock import Language, plain_date
from patbm_desktop.reports.label import plain, words
from patbm_desktop.reports.paper import Printing
from patbm_desktop.reports.session_sheet import SessionSheet
from patbm_desktop.reports.session_words import (
    given,
    labels,
    name_on_paper,
    signers,
    where_and_when,
)


def invitation(sheet: SessionSheet, printing: Printing) -> dict[str, Any]:
    """Return what the template of the invitation is filled with."""
    language = printing.language
    said = words(language, "session")
    by_rt = sheet.activity.held_by == "rt"
    day = plain_date(printing.at.date(), language)
    return {
        "place_and_day": words(language, "signature")["place_and_day"].format(
            town=sheet.rt.town, day=day
        ),
        "letter": _letter(sheet, language),
        "opening": said["opening" if by_rt else "opening_wide"].format(
            kader=sheet.titles.kader, rt=sheet.rt.number
        ),
        "facts": [
            *where_and_when(sheet, language),
            (said["fact_agenda"], name_on_paper(sheet, language)),
            (said["fact_topics"], labels(language, "topic", sheet.activity.topics)),
            *given([(said["fact_speakers"], plain(sheet.activity.speakers))]),
        ],
        "signers": _letter_signers(sheet, printing),
    }


def _letter(sheet: SessionSheet, language: Language) -> list[tuple[str, str]]:
    said = words(language, "session")
    subject = said["letter_subject_value"].format(activity=name_on_paper(sheet, language))
    return [
        (said["letter_number"], plain(sheet.letter_no)),
        (said["letter_nature"], said["letter_nature_value"]),
        (said["letter_attached"], said["letter_attached_value"]),
        (said["letter_subject"], subject),
    ]


def _letter_signers(sheet: SessionSheet, printing: Printing) -> list[dict[str, str]]:
    head_of_rt, maker = signers(sheet, printing)
    return [head_of_rt, maker | {"over": ""}]
