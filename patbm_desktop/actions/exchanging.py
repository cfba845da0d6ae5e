"""One round with the server, and files that come and go: done with a second laptop on the vault.

The window does it on a lane of its own, so that nobody waits for a network or a flash drive to save
a note. What came of it is kept in the vault: when, what, and the receipt.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from time import monotonic

from patbm_desktop.actions import joining, membership, usb
from patbm_desktop.actions.membership import Invited, Request, Terms
from patbm_desktop.actions.search_words import words
from patbm_desktop.actions.usb import Brought, Carried
from patbm_desktop.actions.workspace import Unlocked, Workspace
from patbm_desktop.domain.clock import Clock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.region import Region
from patbm_desktop.store import connect, delivery, outbox, setting
from patbm_desktop.store import folder as names
from patbm_desktop.sync import enrolment, journal, offices, parts, receipt
from patbm_desktop.sync.address import parse_address
from patbm_desktop.sync.exchange import Cut, Met
from patbm_desktop.sync.http import HttpPostOffice
from patbm_desktop.sync.interruptible import Interruptible, InterruptibleDesk
from patbm_desktop.sync.journal import Contact, Way
from patbm_desktop.sync.laptop import Laptop, open_laptop
from patbm_desktop.sync.pace import Pace as Pace  # noqa: PLC0414  (kept by who calls again)
from patbm_desktop.sync.parts import PartsMet
from patbm_desktop.sync.round import ServerExchange
from patbm_desktop.sync.web_line import WebLine
from patbm_desktop.wire.joining import EnrolAnswer, InviteRequest

PHOTO_BYTES = 1024 * 1024
"""Of photos between two rounds of text, so that a note never waits long behind a picture."""

Told = Callable[[int, bool], None]
"""Hears how many notes were not received yet, and whether all is compared anew with the server."""

COUNT_EVERY_S = 0.5
"""Counting thousands of notes takes a while, and nobody reads faster."""

FAR = timedelta(days=1)
"""A clock of a laptop that is further off is one that somebody should set."""


# -- a second laptop on the same file --------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Passage:
    """What opens a second laptop on an open vault; kept in memory and only while it is open.

    `server` is its address, "" where there is none.
    """

    folder: Path
    person: str
    rt: str
    server: str
    language: str
    clock: Clock = field(repr=False)
    unlocked: Unlocked = field(repr=False)
    region: Region = field(repr=False)

    @contextmanager
    def beside(self, stopped: Event) -> Iterator["Beside"]:
        """Open the second laptop; its connection and its keys are gone afterwards.

        Raises:
            Fault: the vault cannot be opened.
        """
        db = connect.open_store(self.folder / names.DATABASE, self.unlocked.key)
        try:
            laptop = open_laptop(
                db, self.folder, self.person,
                clock=self.clock, words=words, archivists=self.region.archivists,
            )  # fmt: skip
            laptop.refresh()
            try:
                yield Beside(self._workspace(laptop), self.server, stopped)
            finally:
                laptop.opener.forget()
        finally:
            connect.close(db)

    def _workspace(self, laptop: Laptop) -> Workspace:
        own = str(setting.read(laptop.db, "space"))
        return Workspace(
            laptop=laptop, region=self.region, rt=self.rt, unlocked=self.unlocked,
            space=offices.working_space(laptop, self.rt, own), language=self.language,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Beside:
    """The vault once more, on the lane that waits for others; `stopped` tells it to leave."""

    ws: Workspace = field(repr=False)
    server: str
    stopped: Event = field(repr=False)

    @property
    def laptop(self) -> Laptop:
        """The second laptop."""
        return self.ws.laptop

    @contextmanager
    def desk(self, server: str = "") -> Iterator[InterruptibleDesk | None]:
        """Open a line to the server at `server`, or to the one remembered; None without any.

        Raises:
            Fault: SERVER_ADDRESS, it is none.
        """
        address = server or joining.server_of(self.ws)
        if not address:
            yield None
            return
        with joining.desk_at(self.ws, address) as found:
            yield InterruptibleDesk(found, self.stopped)


def passage(ws: Workspace) -> Passage | None:
    """Return the way to a second laptop; None where a backup is read, which changes nothing."""
    if ws.is_read_only:
        return None
    server = joining.server_of(ws)
    return Passage(
        ws.folder, ws.person, ws.rt, server, ws.language, ws.clock, ws.unlocked, ws.region
    )


# -- one round -------------------------------------------------------------------------------


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
    except ValueError:
        return None
    server = said.astimezone(now.tzinfo) if said.tzinfo else said.replace(tzinfo=now.tzinfo)
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


# -- joining ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How somebody wants to be connected: by a code and the address of a server, or by a file.

    `rt` is the number of another RT than that at the keyboard, for which notes are kept as well.
    """

    code: str = field(default="", repr=False)
    server: str = ""
    file: Path | None = None
    rt: str = ""


def join(beside: Beside, wish: Wish) -> joining.Standing:
    """Ask to join, or bring an office to its server with the characters of the administrator.

    Raises:
        Fault: as `joining.join_by_code`, `joining.join_by_file` and `joining.register_office`.
    """
    ws = beside.ws
    if wish.file is not None:
        server = enrolment.read_invitation(wish.file).server or ""
        with beside.desk(server) if server else nullcontext() as desk:
            joining.join_by_file(ws, wish.file, rt=wish.rt, desk=desk)
    elif is_short(wish.code):
        with beside.desk(wish.server) as desk:
            joining.register_office(ws, wish.server, wish.code, desk=desk)
    else:
        with beside.desk(wish.server) as desk:
            joining.join_by_code(ws, wish.server, wish.code, rt=wish.rt, desk=desk)
    return joining.standing(ws)


def is_short(code: str) -> bool:
    """Say whether it is the code of an administrator, who has no card: eight characters."""
    return len(enrolment.tidy(code)) <= enrolment.RANDOM


# -- admitting -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks to be let in; `trouble` says why those of the server are not among them."""

    requests: tuple[Request, ...]
    trouble: Refusal | None = None


class _NoDesk:
    """Stands for a server that cannot be asked: nobody waits there."""

    def invite(self, _: InviteRequest) -> str:
        raise Fault(Refusal.NO_NETWORK)

    def enrol(self, _: bytes) -> EnrolAnswer:
        raise Fault(Refusal.NO_NETWORK)

    def waiting(self) -> tuple[bytes, ...]:
        return ()


def asking(beside: Beside) -> Asked:
    """Return who asks to be let in, by server and by stick; by stick alone where none answers.

    Raises:
        Fault: NOT_COORDINATOR.
    """
    try:
        with beside.desk() as desk:
            return Asked(membership.requests(beside.ws, desk))
    except Fault as fault:
        if fault.refusal in {Refusal.NOT_COORDINATOR, Refusal.STOPPED}:
            raise
        trouble = joining.meant(beside.ws, fault.refusal)
        return Asked(membership.requests(beside.ws, _NoDesk()), trouble)


def approve(beside: Beside, typed: str, terms: Terms) -> Request:
    """Admit the laptop whose twelve characters were typed.

    Raises:
        Fault: as `membership.approve`.
    """
    with beside.desk() as desk:
        return membership.approve(beside.ws, typed, terms, desk=desk)


def invite(beside: Beside, rt: str) -> Invited:
    """Make an invitation for an RT, or for another coordinator with "".

    Raises:
        Fault: as `membership.invite`.
    """
    role = "anggota" if rt else "koordinator"
    with beside.desk() as desk:
        return membership.invite(beside.ws, rt, role=role, desk=desk)


# -- files -----------------------------------------------------------------------------------


def save(beside: Beside, target: Path, told: usb.Progress | None = None) -> Carried:
    """Write all notes into one locked file, and note that it was done.

    Raises:
        Fault: as `usb.save`; STOPPED, the vault was locked: no half file is left.
    """
    laptop = beside.laptop
    carried = usb.save(laptop, target, _while_going(beside, told))
    now = laptop.clock.now()
    journal.note(
        laptop.db, Contact(at=now, way=Way.STICK_OUT, sent=carried.waiting, notes=carried.notes)
    )
    return carried


def load(beside: Beside, files: Sequence[Path], told: usb.Progress | None = None) -> Brought:
    """Take in what files have for this laptop, and note that it was done.

    Raises:
        Fault: as `usb.load_all`; STOPPED, the vault was locked: doing it again goes on.
    """
    laptop = beside.laptop
    brought = usb.load_all(laptop, files, _while_going(beside, told))
    if brought.new or brought.known or brought.delivered:
        now = laptop.clock.now()
        journal.note(
            laptop.db,
            Contact(at=now, way=Way.STICK_IN, sent=brought.delivered, notes=brought.new),
        )
        journal.keep_receipt(laptop.db, receipt.write(laptop, _met_by_file(laptop, brought)))
    return brought


def _met_by_file(laptop: Laptop, brought: Brought) -> Met:
    left = outbox.undelivered(laptop.db)
    waits = left.menunggu + left.dikirim
    return Met(sent=brought.delivered, came=brought.edits, waits=waits, held=left.held)


def _while_going(beside: Beside, told: usb.Progress | None) -> usb.Progress:
    def tell(done: int, of: int) -> None:
        if beside.stopped.is_set():
            raise Fault(Refusal.STOPPED)
        if told is not None:
            told(done, of)

    return tell
