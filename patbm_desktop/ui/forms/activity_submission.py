"""What the log form hands over, and why it was open."""

from dataclasses import dataclass
from enum import StrEnum

from patbm_desktop.actions.activities.photos import NewPhoto
from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.ui.forms.activity_when import Asking
from patbm_desktop.ui.forms.photo_row import Photo


class Mode(StrEnum):
    """Why the form is open: `HELD` asks whether a planned session took place."""

    NEW = "new"
    BACKLOG = "backlog"
    PLAN = "plan"
    CORRECT = "correct"
    HELD = "held"


class After(StrEnum):
    """What comes after saving: the page before, an empty form, or the session's papers."""

    LEAVE = "leave"
    AGAIN = "again"
    PACK = "pack"


ASKING = {Mode.BACKLOG: Asking.BACKLOG, Mode.PLAN: Asking.PLAN}
OF_RECORD = frozenset({Mode.CORRECT, Mode.HELD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What the person wants kept. Names are of a place and a leader that have no record yet;
    `answers` and `removed` are about photos that the record has already. `worry` says that a
    confidential note comes next; it is kept with nothing.
    """

    activity: Activity
    mode: Mode
    after: After
    draft_id: str
    place_name: str = ""
    lead_name: str = ""
    photos: tuple[NewPhoto, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    answers: tuple[Photo, ...] = ()
    removed: tuple[str, ...] = ()
    worry: bool = False
