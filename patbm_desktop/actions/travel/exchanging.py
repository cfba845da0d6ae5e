"""One round with the server, made by the second laptop: the text, then photos.

What came of it is kept in the vault: when, what, and the receipt.
"""

from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from time import monotonic

from patbm_desktop.actions.kelurahan import joining
from patbm_desktop.actions.travel.beside import Beside
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import delivery
from patbm_desktop.sync import journal, parts, receipt
from patbm_desktop.sync.address import parse_address
from patbm_desktop.sync.exchange import Cut, Met
from patbm_desktop.sync.http import HttpPostOffice
from patbm_desktop.sync.interruptible import Interruptible, InterruptibleDesk
from patbm_desktop.sync.journal import Contact, Way
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.pace import Pace as Pace  # noqa: PLC0414  (kept by who calls again)
from patbm_desktop.sync.parts import PartsMet
from patbm_desktop.sync.round import ServerExchange
from patbm_desktop.sync.web_line import WebLine

PHOTO_BYTES = 1024 * 1024
"""Of photos between two rounds of text, so that a note never waits long behind a picture."""

Told = Callable[[int, bool], None]
"""Hears how many notes were not received yet, and whether all is compared anew with the server."""

COUNT_EVERY_S = 0.5
"""Counting thousands of notes takes a while, and nobody reads faster."""

FAR = timedelta(days=1)
"""A clock of a laptop that is further off is one that somebody should set."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """What two clocks said at one moment, where they are far apart; nothing else follows."""

    laptop: datetime
    server: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one round. `fault` is why it ended early; what it did until then stays done.

    `retry_after` are seconds a busy server asked for; `clocks` are those of both ends where this
    laptop's cannot be right; `moved` are kinds of note that have come further on their way.
    """

    met: Met
    photos: PartsMet = field(default_factory=PartsMet)
    fault: Refusal | None = None
    retry_after: int = 0
    clocks: Clocks | None = None
    moved: frozenset[str] = frozenset()

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of record that look different now."""
        return self.met.kinds | self.moved | (_PICTURES if self.photos.came else frozenset())

    @property
    def wants_more(self) -> bool:
        """Whether photos wait that had no room in this round."""
        return self.fault is None and not self.photos.is_done


_PICTURES = frozenset({"attachment", "case_attachment"})


def meet(beside: Beside, pace: Pace, told: Told | None = None) -> Outcome:
    """Meet the server once: the text first, then photos as far as a round has room for them.

    Whatever stops it is told in the outcome and noted; nothing is raised that a next round mends.

    Raises:
        Fault: SERVER_ADDRESS, or this laptop's own disk refused.
    """
    laptop = beside.laptop
    before = delivery.steps(laptop.db)
    line = WebLine(parse_address(beside.server), today=beside.ws.today)
    with closing(HttpPostOffice(line, laptop.device)) as web:
        office = Interruptible(web, beside.stopped)
        outcome = _met(laptop, office, pace, told)
        if outcome.fault is None:
            joining.note_known(beside.ws)
            outcome = _with_photos(laptop, office, outcome)
        elif outcome.fault is Refusal.DEVICE_UNKNOWN:
            with suppress(Fault):
                joining.hand_in(beside.ws, InterruptibleDesk(web, beside.stopped))
        _note(laptop, outcome)
        moved = frozenset(delivery.NOTES) if delivery.steps(laptop.db) != before else frozenset()
        fault = joining.meant(beside.ws, outcome.fault) if outcome.fault else None
        clocks = _clocks(web, laptop.clock.now())
        return replace(outcome, fault=fault, clocks=clocks, moved=moved)


def _clocks(web: HttpPostOffice, now: datetime) -> Clocks | None:
    """Return both clocks where they are far apart, or where the certificate was of another day."""
    try:
        said = datetime.fromisoformat(web.server_time)
        server = said.astimezone(now.tzinfo) if said.tzinfo else said.replace(tzinfo=now.tzinfo)
    except (ValueError, OverflowError):
        return None
    is_apart = web.clock_differs or abs(server - now) > FAR
    return Clocks(now, server) if is_apart else None


def _met(laptop: Laptop, office: Interruptible, pace: Pace, told: Told | None) -> Outcome:
    count_at, was_anew = 0.0, False

    def progress(so_far: Met) -> None:
        nonlocal count_at, was_anew
        office.demand_going()
        is_anew = so_far.rewinds > 0
        if told is not None and (monotonic() >= count_at or is_anew != was_anew):
            told(delivery.underway(laptop.db).left, is_anew)
            count_at, was_anew = monotonic() + COUNT_EVERY_S, is_anew

    try:
        met = ServerExchange(office, pace=pace, is_far=True).meet(laptop, progress)
    except Cut as cut:
        if cut.refusal in _OWN:
            raise
        after = int(cut.facts.get("retry_after", 0))
        return Outcome(met=cut.met, fault=cut.refusal, retry_after=after)
    journal.keep_receipt(laptop.db, receipt.write(laptop, met))
    return Outcome(met=met)


_OWN = frozenset({Refusal.DISK_FULL, Refusal.DATABASE_BUSY, Refusal.DATABASE_DAMAGED})
"""What is no matter of the network: the person has to know."""


def _with_photos(laptop: Laptop, office: Interruptible, outcome: Outcome) -> Outcome:
    moved = PartsMet()

    def progress(so_far: PartsMet) -> None:
        nonlocal moved
        moved = so_far
        office.demand_going()

    try:
        moved = parts.exchange(laptop, office, most_bytes=PHOTO_BYTES, progress=progress)
    except Fault as fault:
        if fault.refusal in _OWN:
            raise
        # the text has arrived, and so have some photos perhaps; the rest follows by itself
        moved = moved._replace(is_done=True)
    return replace(outcome, photos=moved)


def _note(laptop: Laptop, outcome: Outcome) -> None:
    met, now = outcome.met, laptop.clock.now()
    has_moved = bool(met.sent or met.came)
    if outcome.fault is None:
        journal.met(laptop.db, now)
    elif outcome.fault is not Refusal.STOPPED:
        journal.met_trouble(laptop.db, outcome.fault.value)
    if has_moved:
        is_cut = outcome.fault is not None
        journal.note(
            laptop.db,
            Contact(at=now, way=Way.NET, sent=met.sent, came=met.came, is_cut=is_cut),
        )
