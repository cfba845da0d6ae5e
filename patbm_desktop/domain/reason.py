"""Why a value cannot be kept, or deserves a second look. The screen owns the words."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """What stops a value; the words stand in `resources/i18n/reasons.*.toml`."""

    REQUIRED = "required"
    NOT_TEXT = "not_text"
    TOO_LONG = "too_long"
    CONTROL_CHARACTER = "control_character"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"
    UNKNOWN_VALUE = "unknown_value"
    NOT_A_DATE = "not_a_date"
    WEEKDAY_DIFFERS = "weekday_differs"
    NOT_A_TIME = "not_a_time"
    IN_THE_FUTURE = "in_the_future"
    MORE_DISABLED_THAN_PRESENT = "more_disabled_than_present"
    NOT_YES_OR_NO = "not_yes_or_no"
    NOT_A_REFERENCE = "not_a_reference"
    OTHER_RT = "other_rt"
    OTHER_KELURAHAN = "other_kelurahan"
    UNKNOWN_FIELD = "unknown_field"
    WRONG_SHAPE = "wrong_shape"
    LETTERS_ONLY = "letters_only"
    DATE_TOO_LATE = "date_too_late"
    NO_SUCH_MOVE = "no_such_move"
    CLOSING_REASON = "closing_reason"
    UPTD_HAS_NOT_RECEIVED = "uptd_has_not_received"
    NOT_RECEIVED = "not_received"
    REFERRAL_WAITING = "referral_waiting"
    TWO_SAFETY_CHECKS = "two_safety_checks"
    FAMILY_IS_NOT_WILLING = "family_is_not_willing"
    FAMILY_TALK_NOT_OFFERED = "family_talk_not_offered"
    VISIT_NOT_ADVISED = "visit_not_advised"
    PARENT_IS_FEARED = "parent_is_feared"
    OPEN_CASE = "open_case"
    FROZEN_CASE = "frozen_case"
    SECOND_PERSON = "second_person"


class Hint(StrEnum):
    """What deserves a second look; it never stops a save."""

    OVER_300 = "over_300"
    CHILDREN_ACTIVITY_WITHOUT_CHILDREN = "children_activity_without_children"
    OLDER_THAN_13_MONTHS = "older_than_13_months"
    MAYBE_DOUBLE = "maybe_double"
    LOOKS_LIKE_A_CASE = "looks_like_a_case"
    NATIONAL_ID = "national_id"
    TELEPHONE = "telephone"
    FULL_BIRTH_DATE = "full_birth_date"
    KNOWN_NAME = "known_name"
    PHOTO_WITHOUT_PARTICIPANTS = "photo_without_participants"
    TRAINED_FACILITATOR = "trained_facilitator"
    VISIT = "visit"


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason, and the field it belongs to."""

    field: str
    reason: Reason
