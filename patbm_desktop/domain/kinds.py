"""The field table: every kind of record, its fields, their limits, and who may read them.

Forms, import, export, validation and sealing all ask this table; nothing else decides.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from patbm_desktop.domain.activity_kinds import ACTIVITY, ATTACHMENT, ATTENDANCE, CONSENT, REPORT
from patbm_desktop.domain.case_kinds import (
    ACCESS,
    CASE,
    CASE_ATTACHMENT,
    CASE_CONSENT,
    CASE_DETAIL,
    FOLLOW_UP,
    REFERRAL,
)
from patbm_desktop.domain.kind import Kind
from patbm_desktop.domain.reason import Problem, Reason
from patbm_desktop.domain.rt_kinds import CONTACT, LETTERHEAD, PERSON, PLACE, RT

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
