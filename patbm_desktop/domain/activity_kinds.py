"""The fields of a session and of what belongs to it.

Source: the data model of the project (sections 8.1 to 8.9 of its domain document).
"""

from patbm_desktop.domain import codes
from patbm_desktop.domain.fields import (
    Read,
    choice,
    clock_time,
    count4,
    day,
    flag,
    lines,
    month,
    ref,
    several,
    text,
    whole,
)
from patbm_desktop.domain.kind import file_field, kind_of

ACTIVITY = kind_of(
    "activity",
    ref("rt_id", "rt"),
    day("date"),
    flag("planned"),
    choice("held_by", codes.HELD_BY),
    choice("program", codes.PROGRAMS, required=True),
    choice("type", codes.TYPES, required=True),
    several("topics", codes.TOPICS),
    ref("place_id", "place"),
    count4("participants"),
    flag("estimated"),
    whole("disability", 0, 3996),
    ref("lead_id", "person"),
    text("title", 80, read=Read.UMUM),
    clock_time("start"),
    whole("minutes", 15, 480),
    text("speakers", 120, read=Read.UMUM),
    several("partners", codes.PARTNERS),
    choice("outcome_area", codes.OUTCOME_AREAS),
    text("result", 500, read=Read.UMUM),
    flag("on_report"),
    text("next_step", 300, read=Read.UMUM),
    choice("cost_source", codes.COST_SOURCES),
    several("kla", tuple(str(number) for number in range(1, 25))),
    ref("same_as", "activity"),
)

ATTENDANCE = kind_of(
    "attendance",
    ref("activity_id", "activity", required=True),
    text("name", 60, required=True),
    choice("sex", codes.SEXES, required=True),
    choice("age_group", codes.AGE_GROUPS),
    choice("element", codes.ELEMENTS),
    text("rt_text", 20),
    flag("disability"),
    sealed=Read.UMUM,
)

ATTACHMENT = kind_of(
    "attachment",
    ref("of", "activity", required=True),
    choice("kind", codes.ATTACHMENT_KINDS),
    text("caption", 100),
    choice("children_visible", codes.CHILDREN_VISIBLE),
    ref("consent_id", "consent"),
    file_field(),
    sealed=Read.UMUM,
)

CONSENT = kind_of(
    "consent",
    ref("of", "attachment", required=True),
    choice("kind", codes.CONSENT_KINDS, required=True),
    choice("given_by", codes.CONSENT_GIVERS, required=True),
    choice("form", codes.CONSENT_FORMS, required=True),
    day("date"),
    day("withdrawn_on"),
    sealed=Read.UMUM,
)

REPORT = kind_of(
    "report",
    ref("rt_id", "rt", required=True),
    month("month", required=True),
    flag("nothing_held"),
    lines("plan", 300, 60, read=Read.UMUM),
    text("content_hash", 64),
    whole("position", 0, 2**48),
    text("letter_no", 40),
    day("printed_on"),
    day("handed_on"),
    day("signed_on"),
    day("received_on"),
)
