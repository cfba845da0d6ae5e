"""What the form of a worry is given, and what it hands over."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from patbm_desktop.actions.cases.concerns import Concern
from patbm_desktop.actions.kelurahan.case_access import Reader
from patbm_desktop.actions.rt.contacts import ContactRow
from patbm_desktop.domain.case import CaseDetail, Identity, Next
from patbm_desktop.ui.forms.moving_out import Look


class After(StrEnum):
    """What comes after saving: the page before, or the letter."""

    LEAVE = "leave"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Everything the form needs to ask.

    `today` is what the laptop's clock shows; `is_sure` says whether it can be believed.
    `activity` is the session a note starts from, if any; `look` looks through the text.
    """

    concerns: tuple[Concern, ...]
    readers: tuple[Reader, ...]
    contacts: tuple[ContactRow, ...]
    today: date
    is_sure: bool = True
    activity: str = ""
    look: Look | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Noting:
    """A worry the person wants kept. `identity` is what she took out of the text, if anything.

    A trace-back must not tell a case, so nothing of it shows in a `repr`.
    """

    detail: CaseDetail = field(repr=False)
    next: Next | None = field(repr=False)
    draft_id: str
    after: After = After.LEAVE
    identity: Identity | None = field(default=None, repr=False)


def draft_with(story: str, activity: str = "") -> dict[str, Any]:
    """Return the draft of a worry that begins with a text somebody moved here."""
    return {"story": story, "activity": activity}
