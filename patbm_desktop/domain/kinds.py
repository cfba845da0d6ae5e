"""The field table: every kind of record, its fields, their limits, and who may read them.

Forms, import, export, validation and sealing all ask this table; nothing else decides.
Source: the data model of the project (sections 8.1 to 8.9 of its domain document).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum
from functools import cache
from typing import Any

from patbm_desktop.domain import codes
from patbm_desktop.domain.ids import is_id
from patbm_desktop.domain.reason import Problem, Reason

LONGEST_TEXT = 20_000
"""Characters; a limit of the wire that is never lowered."""


class Read(StrEnum):
    """Who may read a field: everybody who holds the record, or the holders of one space key."""

    OPEN = "open"
    UMUM = "umum"
    KASUS = "kasus"


Check = Callable[[Any], Reason | None]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what it holds, who reads it, and whether a record needs it.

    `values` lists the keys of a choice, in the order they are offered; `longest` is in characters;
    `low` and `high` bound a number, both included; `of` names the kind a reference points to;
    `members` are the fields of an object.
    """

    name: str
    type: str
    check: Check
    read: Read = Read.OPEN
    required: bool = False
    values: tuple[str, ...] = ()
    longest: int = 0
    low: int = 0
    high: int = 0
    of: str = ""
    members: tuple["Field", ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record. A sealed kind travels whole in a box, its name included.

    `inner` is the name in the box where it is not `name`: consents and attachments of open things
    and those of cases share one there, and the key of the box tells them apart.
    """

    name: str
    fields: Mapping[str, Field] = field(default_factory=dict)
    sealed: Read | None = None
    inner: str = ""

    @property
    def travels_as(self) -> str:
        """The name that stands in an op."""
        return self.inner or self.name

    @property
    def use(self) -> Read | None:
        """The space key that seals what this kind does not show, if anything."""
        if self.sealed:
            return self.sealed
        return next((each.read for each in self.fields.values() if each.read != Read.OPEN), None)

    def required(self) -> tuple[str, ...]:
        """Names of the fields without which nothing can be saved."""
        return tuple(name for name, each in self.fields.items() if each.required)


# -- what a value may be ---------------------------------------------------------------------


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def has_control_characters(text: str) -> bool:
    """Say whether `text` holds a character no keyboard means, line breaks and tabs apart."""
    return _CONTROL.search(text) is not None


def text(name: str, longest: int, **more: Any) -> Field:
    """Make a field of at most `longest` characters."""

    def check(value: Any) -> Reason | None:
        if not isinstance(value, str):
            return Reason.NOT_TEXT
        if len(value) > longest:
            return Reason.TOO_LONG
        return Reason.CONTROL_CHARACTER if has_control_characters(value) else None

    return Field(name, "text", check, longest=longest, **more)


def whole(name: str, low: int, high: int, **more: Any) -> Field:
    """Make a field of whole numbers between `low` and `high`."""

    def check(value: Any) -> Reason | None:
        if not _is_whole(value):
            return Reason.NOT_A_NUMBER
        return None if low <= value <= high else Reason.OUT_OF_RANGE

    return Field(name, "int", check, low=low, high=high, **more)


def flag(name: str, **more: Any) -> Field:
    """Make a yes-or-no field."""
    return Field(
        name,
        "bool",
        lambda value: None if isinstance(value, bool) else Reason.NOT_YES_OR_NO,
        **more,
    )


def choice(name: str, values: tuple[str, ...], **more: Any) -> Field:
    """Make a field that holds one key of `values`."""
    return Field(
        name,
        "enum",
        lambda value: None if value in values else Reason.UNKNOWN_VALUE,
        values=values,
        **more,
    )


def several(name: str, values: tuple[str, ...], **more: Any) -> Field:
    """Make a field that holds a list of distinct keys of `values`."""

    def check(value: Any) -> Reason | None:
        if not isinstance(value, list) or len(set(map(str, value))) != len(value):
            return Reason.WRONG_SHAPE
        return None if all(each in values for each in value) else Reason.UNKNOWN_VALUE

    return Field(name, "multi", check, values=values, **more)


def _written(parse: Callable[[str], Any], reason: Reason) -> Check:
    def check(value: Any) -> Reason | None:
        try:
            return None if parse(value).isoformat()[: len(value)] == value else reason
        except (TypeError, ValueError):
            return reason

    return check


def day(name: str, **more: Any) -> Field:
    """Make a calendar day, written ``2026-11-21``."""
    return Field(name, "date", _written(date.fromisoformat, Reason.NOT_A_DATE), **more)


def clock_time(name: str, **more: Any) -> Field:
    """Make a time of day, written ``19:30``."""
    return Field(name, "time", _written(time.fromisoformat, Reason.NOT_A_TIME), **more)


def month(name: str, **more: Any) -> Field:
    """Make a calendar month, written ``2026-10``."""

    def check(value: Any) -> Reason | None:
        fine = isinstance(value, str) and len(value) == 7
        return (
            _written(date.fromisoformat, Reason.NOT_A_DATE)(f"{value}-01")
            if fine
            else (Reason.NOT_A_DATE)
        )

    return Field(name, "month", check, **more)


def ref(name: str, of: str, **more: Any) -> Field:
    """Make a pointer to another record by its `ent`; the record may still be on its way."""
    return Field(
        name, "ref", lambda value: None if is_id(value) else Reason.NOT_A_REFERENCE, of=of, **more
    )


def refs(name: str, of: str, **more: Any) -> Field:
    """Make a list of pointers."""

    def check(value: Any) -> Reason | None:
        fine = isinstance(value, list) and all(map(is_id, value))
        return None if fine else Reason.NOT_A_REFERENCE

    return Field(name, "refs", check, of=of, **more)


def lines(name: str, longest: int, most: int, **more: Any) -> Field:
    """Make a list of at most `most` texts of at most `longest` characters."""
    one = text(name, longest).check

    def check(value: Any) -> Reason | None:
        if not isinstance(value, list):
            return Reason.WRONG_SHAPE
        if len(value) > most:
            return Reason.OUT_OF_RANGE
        return next((reason for each in value if (reason := one(each))), None)

    return Field(name, "lines", check, longest=longest, high=most, **more)


def initials(name: str, longest: int, **more: Any) -> Field:
    """Make a text of at most `longest` letters and nothing else."""
    plain = text(name, longest)

    def check(value: Any) -> Reason | None:
        reason = plain.check(value)
        return reason or (None if value.isalpha() or not value else Reason.LETTERS_ONLY)

    return replace(plain, check=check, **more)


COUNT4 = ("dewasa_l", "dewasa_p", "anak_l", "anak_p")
"""Men, women, boys, girls, in the order of every sheet: L before P."""


def count4(name: str, high: int = 999, **more: Any) -> Field:
    """Make the four head counts that are one value, so that two corrections never mix."""

    def check(value: Any) -> Reason | None:
        if not isinstance(value, dict) or set(value) != set(COUNT4):
            return Reason.WRONG_SHAPE
        if not all(map(_is_whole, value.values())):
            return Reason.NOT_A_NUMBER
        return None if all(0 <= each <= high for each in value.values()) else Reason.OUT_OF_RANGE

    return Field(name, "count4", check, high=high, **more)


def group(name: str, *members: Field, **more: Any) -> Field:
    """Make an object of `members`, of which the required ones must stand in it."""
    known = {each.name: each for each in members}

    def check(value: Any) -> Reason | None:
        if not isinstance(value, dict) or not set(value) <= set(known):
            return Reason.WRONG_SHAPE
        if any(each.required and each.name not in value for each in members):
            return Reason.REQUIRED
        return next((why for key, each in value.items() if (why := known[key].check(each))), None)

    return Field(name, "group", check, members=members, **more)


def groups(name: str, most: int, *members: Field, **more: Any) -> Field:
    """Make a list of at most `most` objects of `members`."""
    one = group(name, *members).check

    def check(value: Any) -> Reason | None:
        if not isinstance(value, list) or len(value) > most:
            return Reason.WRONG_SHAPE
        return next((why for each in value if (why := one(each))), None)

    return Field(name, "groups", check, members=members, high=most, **more)


# -- the table -------------------------------------------------------------------------------


def _kind(name: str, *fields: Field, sealed: Read | None = None, inner: str = "") -> Kind:
    return Kind(name, {each.name: each for each in fields}, sealed, inner)


def _file() -> Field:
    return group(
        "file",
        text("key", 64, required=True),
        text("mime", 40, required=True),
        whole("size", 1, 100_000_000, required=True),
        lines("parts", 64, 64, required=True),
    )


ACTIVITY = _kind(
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

ATTENDANCE = _kind(
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

ATTACHMENT = _kind(
    "attachment",
    ref("of", "activity", required=True),
    choice("kind", codes.ATTACHMENT_KINDS),
    text("caption", 100),
    choice("children_visible", codes.CHILDREN_VISIBLE),
    ref("consent_id", "consent"),
    _file(),
    sealed=Read.UMUM,
)

CONSENT = _kind(
    "consent",
    ref("of", "attachment", required=True),
    choice("kind", codes.CONSENT_KINDS, required=True),
    choice("given_by", codes.CONSENT_GIVERS, required=True),
    choice("form", codes.CONSENT_FORMS, required=True),
    day("date"),
    day("withdrawn_on"),
    sealed=Read.UMUM,
)

PERSON = _kind(
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

PLACE = _kind(
    "place",
    text("name", 80, required=True),
    choice("kind", codes.PLACE_KINDS),
    ref("rt_id", "rt"),
)

RT = _kind(
    "rt",
    text("kelurahan_code", 20, required=True),
    text("number", 3, required=True),
    day("valid_from", required=True),
    day("valid_to"),
    refs("successors", "rt"),
    whole("kk", 0, 9999),
    ref("head_id", "person"),
)

CONTACT = _kind(
    "contact",
    choice("function", codes.CONTACT_FUNCTIONS, required=True),
    text("number", 20),
    text("source", 60),
    day("tested_on"),
)

LETTERHEAD = _kind(
    "letterhead",
    choice("for", codes.LETTERHEAD_OWNERS, required=True),
    lines("lines", 80, 5, required=True),
    text("address", 120),
    ref("logo", "attachment"),
)

REPORT = _kind(
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

CASE = _kind(
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

CASE_DETAIL = _kind(
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

FOLLOW_UP = _kind(
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

REFERRAL = _kind(
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

ACCESS = _kind(
    "access",
    ref("case_id", "case"),
    choice("what", codes.ACCESSES, required=True),
    ref("helper", "person"),
    day("on"),
    sealed=Read.KASUS,
)
"""Who looked at a case. Without `case_id` only where a laptop was opened for somebody."""

CASE_ATTACHMENT = _kind(
    "case_attachment",
    ref("of", "case", required=True),
    choice("kind", codes.CASE_ATTACHMENT_KINDS),
    text("caption", 100),
    _file(),
    sealed=Read.KASUS,
    inner="attachment",
)
"""A scanned letter of a case, a follow-up or a referral; never a picture of anybody."""

CASE_CONSENT = _kind(
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

KINDS: Mapping[str, Kind] = {
    each.name: each
    for each in (
        ACTIVITY, ATTENDANCE, ATTACHMENT, CONSENT, PERSON, PLACE, RT, CONTACT, LETTERHEAD, REPORT,
        CASE, CASE_DETAIL, FOLLOW_UP, REFERRAL, ACCESS, CASE_ATTACHMENT, CASE_CONSENT,
    )
}  # fmt: skip
"""Every kind this release knows, by the name it is kept under."""


@cache
def kept_as(inner: str, use: str) -> str | None:
    """Return the name under which a wholly sealed record is kept whose box says `inner`.

    `use` is that of the key that opened the box; None where such a key may not seal such a record.
    A kind that only a later release knows keeps its name.
    """
    if inner not in _TRAVELLING:
        return None if inner in KINDS else inner
    return _KEPT_AS.get((inner, use))


_KEPT_AS = {(row.travels_as, str(row.sealed)): row.name for row in KINDS.values() if row.sealed}
_TRAVELLING = frozenset(inner for inner, _ in _KEPT_AS)


CONTROL_KINDS = ("_member", "_key", "_space", "_accept", "_ask_erase", "_erase")
"""Kinds about rights and keys; they are read by `rights`, never shown as records."""

VOID = "_void"
"""The field by which a record of any other kind is taken back; its value is ``{"reason": key}``."""


def problems(kind: str, values: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Say what stops `values` from being written as a record of `kind`; empty when nothing does.

    A value of `None` clears its field and is always fine unless the field is required.
    """
    table = KINDS[kind].fields
    found = [Problem(name, Reason.UNKNOWN_FIELD) for name in values if name not in table]
    for name, value in values.items():
        if name in table and value is not None and (reason := table[name].check(value)):
            found.append(Problem(name, reason))
    return tuple(found)


def missing(kind: str, values: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Name the required fields that a whole record of `kind` still lacks."""
    absent = (name for name in KINDS[kind].required() if values.get(name) in (None, ""))
    return tuple(Problem(name, Reason.REQUIRED) for name in absent)
