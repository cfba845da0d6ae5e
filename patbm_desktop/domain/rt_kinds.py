"""The fields of an RT and of what it works with: people, places, numbers, letterheads.

Source: the data model of the project (sections 8.1 to 8.9 of its domain document).
"""

from patbm_desktop.domain import codes
from patbm_desktop.domain.fields import Read, choice, day, groups, lines, ref, refs, text, whole
from patbm_desktop.domain.kind import kind_of

PERSON = kind_of(
    "person",
    text("name", 80, required=True),
    text("call_name", 30),
    choice("address_form", codes.ADDRESS_FORMS),
    choice("sex", codes.SEXES),
    choice("position", codes.POSITIONS),
    choice("level", codes.LEVELS),
    ref("rt_id", "rt"),
    text("sk_no", 60),
    day("sk_date"),
    groups("trainings", 40, text("name", 120, required=True), whole("year", 1990, 2200),
           whole("hours", 1, 999)),
    text("phone", 20, read=Read.UMUM),
    day("active_from"),
    day("active_to"),
    day("pact_signed"),
)  # fmt: skip

PLACE = kind_of(
    "place",
    text("name", 80, required=True),
    choice("kind", codes.PLACE_KINDS),
    ref("rt_id", "rt"),
)

RT = kind_of(
    "rt",
    text("kelurahan_code", 20, required=True),
    text("number", 3, required=True),
    day("valid_from", required=True),
    day("valid_to"),
    refs("successors", "rt"),
    whole("kk", 0, 9999),
    ref("head_id", "person"),
)

CONTACT = kind_of(
    "contact",
    choice("function", codes.CONTACT_FUNCTIONS, required=True),
    text("number", 20),
    text("source", 60),
    day("tested_on"),
)

LETTERHEAD = kind_of(
    "letterhead",
    choice("for", codes.LETTERHEAD_OWNERS, required=True),
    lines("lines", 80, 5, required=True),
    text("address", 120),
    ref("logo", "attachment"),
)
