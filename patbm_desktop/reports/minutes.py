"""The minutes of a session, to be written on or with what is known."""

from typing import Any

from patbm_desktop.domain.activity import Count4
from patbm_desktop.domain.clock import Language
from patbm_desktop.domain.summary import next_step_of, result_of
from patbm_desktop.reports.label import plain, words
from patbm_desktop.reports.paper import Printing, signer
from patbm_desktop.reports.session_sheet import SessionSheet
from patbm_desktop.reports.session_words import labels, name_on_paper, where_and_when


def minutes(sheet: SessionSheet, printing: Printing) -> dict[str, Any]:
    """Return what the template of the minutes is filled with."""
    language = printing.language
    said, activity = words(language, "session"), sheet.activity
    topic = {"title": "", "hint": "", "value": "", "lines": 3}
    return {
        "facts": [
            (said["fact_activity"], name_on_paper(sheet, language)),
            *where_and_when(sheet, language),
            (said["fact_speakers"], plain(activity.speakers)),
            (said["fact_people"], _heads_line(activity.participants, language)),
        ],
        "topics": [
            topic | {"title": said["topic_opening"], "lines": 1},
            topic | {"title": said["topic_matter"],
                     "hint": labels(language, "topic", activity.topics)},
            topic | {"title": said["topic_questions"], "lines": 4},
            topic | {"title": said["topic_agreed"], "value": plain(result_of(activity))},
            topic | {"title": said["topic_next"], "hint": said["hint_next"],
                     "value": plain(next_step_of(activity)), "lines": 2},
        ],
        "signers": [
            signer("", said["chair"], ""),
            signer("", said["note_taker"], sheet.maker_name),
            signer("", said["delegate"], ""),
        ],
    }  # fmt: skip


def _heads_line(heads: Count4 | None, language: Language) -> str:
    if heads is None:
        return ""
    return str(words(language, "session")["heads_line"].format(**heads.as_dict()))
