"""The report of one session: what it was, who came, what came of it, up to two photos."""

from typing import Any

from patbm_desktop.domain.clock import Language, month_year
from patbm_desktop.domain.summary import next_step_of, result_of
from patbm_desktop.reports.label import NOT_GIVEN, clean, code_label, plain, words
from patbm_desktop.reports.paper import Photo, Printing, printable
from patbm_desktop.reports.session_sheet import SessionSheet
from patbm_desktop.reports.session_words import (
    given,
    labels,
    name_on_paper,
    signers,
    where_and_when,
)

PHOTOS = 2
"""How many photos a session's report shows."""


def session_report(sheet: SessionSheet, printing: Printing) -> dict[str, Any]:
    """Return what the template of the report is filled with."""
    language = printing.language
    said, activity = words(language, "session"), sheet.activity
    return {
        "month": month_year(activity.date, language) if activity.date else "",
        "facts": _report_facts(sheet, language),
        "attended": said["attended" if activity.held_by == "rt" else "attended_ours"],
        "heads": _heads(sheet),
        "note": _note(sheet, language),
        "texts": [] if activity.is_visit else [
            {"title": said["result"], "value": clean(result_of(activity)).strip(), "lines": 4},
            {"title": said["next_step"], "value": clean(next_step_of(activity)).strip(),
             "lines": 2},
        ],
        "photos": _photo_boxes(sheet),
        "signers": signers(sheet, printing),
    }  # fmt: skip


def _report_facts(sheet: SessionSheet, language: Language) -> list[tuple[str, str]]:
    said, activity = words(language, "session"), sheet.activity
    program = code_label(language, "program", activity.program) if activity.program else ""
    held_by = code_label(language, "held_by", activity.held_by) if sheet.session else ""
    always = [
        (said["fact_activity"], name_on_paper(sheet, language)),
        (said["fact_program"], program),
        (said["fact_topics"], labels(language, "topic", activity.topics)),
        *where_and_when(sheet, language),
        (said["fact_held_by"], held_by),
    ]
    if activity.is_visit:
        return always
    lead = plain(sheet.session.lead_name) if sheet.session else ""
    cost = code_label(language, "cost_source", activity.cost_source) if activity.cost_source else ""
    more = [
        (said["fact_speakers"], plain(activity.speakers)),
        (said["fact_partners"], labels(language, "partner", activity.partners)),
        (said["fact_cost"], cost),
    ]
    return [*always, (said["fact_lead"], lead), *(more if sheet.is_open else given(more))]


def _heads(sheet: SessionSheet) -> list[str]:
    activity = sheet.activity
    if sheet.is_open:
        return [""] * 6
    if activity.participants is None:
        return [NOT_GIVEN] * 6
    rough = "±" if activity.estimated else ""
    heads = [f"{rough}{number}" for number in activity.participants.as_dict().values()]
    disability = NOT_GIVEN if activity.disability is None else str(activity.disability)
    return [*heads, disability, f"{rough}{activity.participants.total}"]


def _note(sheet: SessionSheet, language: Language) -> str:
    said, activity = words(language, "session"), sheet.activity
    held = {
        "estimated": activity.estimated and activity.participants is not None,
        "ours": activity.held_by != "rt",
        "visit": activity.is_visit,
    }
    return " ".join(said[key] for key, holds in held.items() if holds)


def shown_photos(sheet: SessionSheet) -> tuple[Photo, ...]:
    """Return the photos that may be printed, as many as fit; none of a visit."""
    return () if sheet.activity.is_visit else printable(sheet.photos)[:PHOTOS]


def _photo_boxes(sheet: SessionSheet) -> list[dict[str, str]]:
    shown = [
        {"name": f"photo-{at}.svg", "caption": plain(photo.caption)}
        for at, photo in enumerate(shown_photos(sheet), 1)
    ]
    if shown or not sheet.is_open:
        return shown
    return [{"name": "", "caption": ""}] * PHOTOS
