"""What the page of one case is given, and what it asks for."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from patbm_desktop.actions.cases.case_scans import Scan
from patbm_desktop.actions.cases.case_text import Checker
from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.domain.case import Identity
from patbm_desktop.domain.follow_up import FollowUp
from patbm_desktop.domain.referral import Receipt, Sent
from patbm_desktop.ui.parts.case_notices import Around

FORM = "follow_up"
"""The name under which a draft of what is typed on a case is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Everything the page shows; `opened_at` is when this visit began, `reader` who reads."""

    page: Page = field(repr=False)
    around: Around
    scans: tuple[Scan, ...] = ()
    checker: Checker | None = field(default=None, repr=False)
    opened_at: datetime
    reader: str
    address: str


@dataclass(frozen=True, slots=True)
class Followed:
    """What was done, and what was moved out of its words into who it is; None for nothing."""

    done: FollowUp = field(repr=False)
    moved: Identity | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A letter that was handed over: by what way and when."""

    letter: str
    means: str
    sent: Sent


@dataclass(frozen=True, slots=True)
class TypedBack:
    """A slip that came back."""

    letter: str
    slip: Receipt = field(repr=False)


@dataclass(frozen=True, slots=True)
class Answered:
    """What a service answered that did not take over."""

    letter: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A status that was chosen, with the reason for a closing."""

    to: str
    reason: str | None = None


class Wish(StrEnum):
    """What the person wants of one case; beside each, what comes with it."""

    CLOSE = "close"  # nothing
    FOLLOW_UP = "follow_up"  # Followed
    DONE = "done"  # the key of a result
    NEXT = "next"  # Next
    CALLED = "called"  # tuple of Call
    VERSIONS = "versions"  # nothing
    COMPLETE = "complete"  # CaseDetail
    DANGER = "danger"  # ya, tidak, tidak_tahu
    MOVE = "move"  # Moved
    CONFIRM = "confirm"
    LOWER = "lower"
    LETTER = "letter"  # the service it goes to, "" for none yet
    AGAIN = "again"  # the letter
    HANDED = "handed"  # HandedOver
    RECEIVED = "received"  # TypedBack
    ANSWERED = "answered"  # Answered
    REFUSED = "refused"  # the letter
    REVEAL = "reveal"
    WIPE = "wipe"
    WITHDRAW = "withdraw"  # the consent
    KEEP_IDENTITY = "keep_identity"
    SCAN_ADD = "scan_add"  # surat, tanda_terima
    SCAN_VIEW = "scan_view"  # the scan
    SCAN_REMOVE = "scan_remove"  # the scan
    FREEZE = "freeze"  # a key of the reasons
    THAW = "thaw"
    ERASE = "erase"
    TAKE_BACK = "take_back"  # the request for erasure
    HIDE = "hide"
    BRING_BACK = "bring_back"
    HIDE_FOLLOW_UP = "hide_follow_up"  # the follow-up
    HIDE_REFERRAL = "hide_referral"  # the letter
    VERSION = "version"  # a Version and the value that shall stand
    NUMBERS = "numbers"
    CARD = "card"
    SLIP = "slip"
    OTHER_CHILD = "other_child"
    OPEN = "open"  # another case
    DROPPED = "dropped"  # what was typed and put away
