"""What the papers of one session are made from."""

from dataclasses import dataclass, field

from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.domain.summary import SheetActivity
from patbm_desktop.reports.paper import Letterhead, Photo, Rt, Titles

BLANK_ROWS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSheet:
    """Everything the papers of one session are made from; `session` None makes blank ones.

    `blank_rows` is how many lines an attendance list has when nobody stands on it yet;
    `letter_no` is the number from the office's agenda book, a line to write on when empty.
    """

    rt: Rt
    titles: Titles
    session: SheetActivity | None = None
    maker_name: str = ""
    head_name: str = ""
    letterhead: Letterhead | None = None
    photos: tuple[Photo, ...] = field(default=(), repr=False)
    attendance: tuple[Attendee, ...] = field(default=(), repr=False)
    letter_no: str = ""
    blank_rows: int = BLANK_ROWS

    @property
    def activity(self) -> Activity:
        """The session's record; an empty one for a blank sheet."""
        return self.session.activity if self.session else Activity()

    @property
    def is_open(self) -> bool:
        """Whether it is filled in by hand: a blank one, or that of a session to come."""
        return self.session is None or self.activity.planned
