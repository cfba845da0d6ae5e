"""The fields of a case and of what belongs to it; each of these kinds travels sealed.

Source: the data model of the project (sections 8.1 to 8.9 of its domain document).
"""

from patbm_desktop.domain import codes
from patbm_desktop.domain.fields import (
    Read,
    choice,
    clock_time,
    day,
    flag,
    group,
    groups,
    initials,
    month,
    ref,
    several,
    text,
)
from patbm_desktop.domain.kind import file_field, kind_of

CASE = kind_of(
    "case",
    month("month"),
    choice("group", codes.CASE_GROUPS),
    choice("triage", codes.TRIAGES),
    group("status", choice("value", codes.CASE_STATUSES, required=True),
          choice("reason", codes.STATUS_REASONS)),
    group("next", choice("what", codes.NEXT_STEPS, required=True), day("on")),
    choice("delay", codes.DELAYS),
    group("confirmed", choice("what", codes.CONFIRMED, required=True),
          ref("by", "person", required=True), day("on", required=True), ref("asked_by", "person")),
    group("frozen", day("on", required=True), choice("reason", codes.FROZEN_REASONS)),
    sealed=Read.UMUM,
)  # fmt: skip
"""What is enough to remind and to count; its `case_detail` has the same `ent`."""

CASE_DETAIL = kind_of(
    "case_detail",
    choice("category", codes.CATEGORIES, required=True),
    group("victim", choice("sex", codes.SEXES), choice("age", codes.AGE_GROUPS)),
    choice("danger_now", codes.KNOWN),
    several("signs", codes.SIGNS),
    groups("called", 40, choice("to", codes.CALLED, required=True), day("on"), clock_time("at")),
    day("learned_on"),
    initials("initials", 3),
    text("narrative", 1500),
    ref("activity_id", "activity"),
    choice("source", codes.SOURCES),
    several("first_action", codes.FIRST_ACTIONS),
    several("kinds", codes.VIOLENCE),
    choice("place_kind", codes.INCIDENT_PLACES),
    choice("relation", codes.RELATIONS),
    group("offender", choice("sex", codes.SEXES), choice("age", codes.OFFENDER_AGES)),
    choice("lives_together", codes.KNOWN),
    choice("disability", codes.YES_NO),
    choice("child_wish", codes.CHILD_WISHES),
    several("ampk", codes.AMPK),
    choice("legal_basis", codes.LEGAL_BASES),
    group("identity", text("nama", 200), text("alamat", 200), text("wali", 200),
          text("kontak_aman", 200)),
    sealed=Read.KASUS,
)  # fmt: skip

FOLLOW_UP = kind_of(
    "follow_up",
    ref("case_id", "case", required=True),
    day("date"),
    choice("kind", codes.FOLLOW_UPS, required=True),
    flag("advised"),
    choice("result", codes.FOLLOW_UP_RESULTS),
    text("note", 600),
    ref("done_by", "person"),
    sealed=Read.KASUS,
)

REFERRAL = kind_of(
    "referral",
    ref("case_id", "case", required=True),
    choice("to", codes.REFERRED_TO, required=True),
    text("addressee", 80),
    day("made_on"),
    group("sent", day("on"), clock_time("at")),
    choice("means", codes.MEANS),
    text("letter_no", 40),
    several("services_asked", codes.SERVICES),
    group("condition", text("fisik", 300), text("psikis", 300), text("keluarga", 300),
          text("lingkungan", 300)),
    text("done_before", 600),
    group("receipt", day("on"), clock_time("at"), text("officer", 80), text("register_no", 40)),
    choice("outcome", codes.OUTCOMES),
    choice("refused_by", codes.REFUSED_BY),
    sealed=Read.KASUS,
)  # fmt: skip

ACCESS = kind_of(
    "access",
    ref("case_id", "case"),
    choice("what", codes.ACCESSES, required=True),
    ref("helper", "person"),
    day("on"),
    sealed=Read.KASUS,
)
"""Who looked at a case. Without `case_id` only where a laptop was opened for somebody."""

CASE_ATTACHMENT = kind_of(
    "case_attachment",
    ref("of", "case", required=True),
    choice("kind", codes.CASE_ATTACHMENT_KINDS),
    text("caption", 100),
    file_field(),
    sealed=Read.KASUS,
    inner="attachment",
)
"""A scanned letter of a case, a follow-up or a referral; never a picture of anybody."""

CASE_CONSENT = kind_of(
    "case_consent",
    ref("of", "case", required=True),
    choice("kind", codes.CASE_CONSENT_KINDS, required=True),
    choice("given_by", codes.CASE_CONSENT_GIVERS, required=True),
    choice("form", codes.CONSENT_FORMS, required=True),
    day("date"),
    day("withdrawn_on"),
    sealed=Read.KASUS,
    inner="consent",
)
