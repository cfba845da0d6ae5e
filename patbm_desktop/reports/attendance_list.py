"""The list that the participants of a session sign, blank or with the names known."""

from collections.abc import Sequence
from typing import Any

from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.domain.clock import Language
from patbm_desktop.reports.label import code_label, plain, words
from patbm_desktop.reports.paper import Printing
from patbm_desktop.reports.session_sheet import SessionSheet
from patbm_desktop.reports.session_words import name_on_paper, signers, where_and_when


def attendance_list(sheet: SessionSheet, printing: Printing) -> dict[str, Any]:
    """Return what the template of the attendance list is filled with."""
    language = printing.language
    said = words(language, "session")
    blanks = max(sheet.blank_rows - len(sheet.attendance), 0)
    people = [_attendee(each, language) for each in sheet.attendance]
    return {
        "facts": [
            (said["fact_activity"], name_on_paper(sheet, language)),
            *where_and_when(sheet, language),
            (said["fact_speakers"], plain(sheet.activity.speakers)),
        ],
        "people": people + [dict.fromkeys(("name", "sex", "age", "rt", "element"), "")] * blanks,
        "totals": _totals(sheet.attendance, language),
        "signers": signers(sheet, printing),
    }


def _attendee(each: Attendee, language: Language) -> dict[str, str]:
    name = plain(each.name)
    sexes = {"L": "male", "P": "female"}
    return {
        "name": name.split(" ")[0] if each.is_child else name,
        "sex": words(language, "session")[sexes[each.sex]] if each.sex else "",
        "age": code_label(language, "age_group", each.age_group) if each.age_group else "",
        "rt": plain(each.rt_text),
        "element": code_label(language, "element", each.element) if each.element else "",
    }


def _totals(people: Sequence[Attendee], language: Language) -> list[tuple[str, str]]:
    said = words(language, "session")
    counts = {
        "total_male": sum(each.sex == "L" for each in people),
        "total_female": sum(each.sex == "P" for each in people),
        "total_children": sum(each.is_child for each in people),
        "total_disability": sum(each.disability for each in people),
    }
    return [(said[key], str(count) if people else "") for key, count in counts.items()]
