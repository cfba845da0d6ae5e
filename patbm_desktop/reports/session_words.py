"""What the four papers of a session say alike: its name, when and where, who signs."""

from collections.abc import Sequence

from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.clock import Language, long_date, month_year, time_words
from patbm_desktop.reports.label import code_label, plain, words
from patbm_desktop.reports.month_table import name_of
from patbm_desktop.reports.paper import Printing, signer
from patbm_desktop.reports.session_sheet import SessionSheet


def name_on_paper(sheet: SessionSheet, language: Language) -> str:
    """Return what a session is called; a visit by its kind alone, empty on a blank sheet."""
    if sheet.session is None:
        return ""
    activity = sheet.activity
    if activity.is_visit:
        return code_label(language, "type_short", activity.type)
    return name_of(activity, language)


def _day(activity: Activity, language: Language) -> str:
    return long_date(activity.date, language) if activity.date else ""


def _time(activity: Activity, language: Language) -> str:
    said = words(language, "session")
    start = time_words(activity.start, language) if activity.start else ""
    if start and activity.minutes:
        return str(said["time_with_length"].format(start=start, minutes=activity.minutes))
    if activity.minutes:
        return str(said["time_length"].format(minutes=activity.minutes))
    return str(said["time_from"].format(start=start)) if start else ""


def labels(language: Language, codes: str, keys: Sequence[str]) -> str:
    """Return the words for `keys` of the code list `codes`, one after the other."""
    return ", ".join(code_label(language, codes, key) for key in keys)


def _place(sheet: SessionSheet) -> str:
    return plain(sheet.session.place_name) if sheet.session else ""


def signers(sheet: SessionSheet, printing: Printing) -> list[dict[str, str]]:
    """Return who signs: the head of the RT, and whoever made the paper."""
    said = words(printing.language, "signature")
    return [
        signer(said["knowing"], said["head"].format(rt=sheet.rt.number), sheet.head_name),
        signer(
            said["place_open"].format(town=sheet.rt.town),
            said["maker"].format(kader=sheet.titles.kader, rt=sheet.rt.number),
            sheet.maker_name,
        ),
    ]


def where_and_when(sheet: SessionSheet, language: Language) -> list[tuple[str, str]]:
    """Return the facts of day, time and place; of a visit only its month."""
    said, activity = words(language, "session"), sheet.activity
    if activity.is_visit:
        return [(said["fact_month"], month_year(activity.date, language) if activity.date else "")]
    return [
        (said["fact_day"], _day(activity, language)),
        (said["fact_time"], _time(activity, language)),
        (said["fact_place"], _place(sheet)),
    ]


def given(facts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return those facts that have a value."""
    return [(name, value) for name, value in facts if value]
