"""Erasing for good: what pages and commands call, and the request that all members can see."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from patbm_desktop.actions.opened.changes import Done
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers.papers import Prepared
from patbm_desktop.domain.erasure import said_on
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.merge import Entity
from patbm_desktop.reports.erasure import Certificate, Kept, Reach, certificate_document
from patbm_desktop.reports.paper import Printing
from patbm_desktop.store import keyring, outbox
from patbm_desktop.sync import erasing, readers
from patbm_desktop.sync.erasing import Request
from patbm_desktop.sync.trust import listed

CODE_LETTERS = 8
"""As many of a request's letters are shown and read out; they are enough to tell it apart."""

SHOWN_DAYS = 30
"""So long after it was carried out a request stays in the list of all."""

KEPT_LONG_ENOUGH = "masa_simpan_habis", "pasal_44"
"""Why a record goes whose time of keeping is over, and on what that rests."""

TOO_EARLY = "hari"
"""What a server answers to an erasure before the fifteenth day."""


class Stand(StrEnum):
    """How far a request has come.

    *Due*: its days are over and no arsip laptop did it yet. *Signed*: on this arsip laptop, and no
    server has taken it yet. *Back*: a coordinator took it back.
    """

    WAITING = "waiting"
    DUE = "due"
    SIGNED = "signed"
    DONE = "done"
    BACK = "back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A request as all members see it; it names no record, only how many.

    `due_on` is the first day on which it may be carried out, None where the clock of the laptop
    that asked was wrong; `asked_from` is what that laptop is called. `back_on` and `back_from` are
    the day and the laptop of the word that took it back. `may_take_back` says that this laptop may.
    """

    op: str
    office: str
    kelurahan: str
    stand: Stand
    asked_on: date | None
    asked_from: str
    due_on: date | None
    erased_on: date | None
    count: int
    reason: str
    basis: str
    back_on: date | None = None
    back_from: str = ""
    may_take_back: bool = False

    @property
    def ended_on(self) -> date | None:
        """The day on which it was carried out or taken back, None while it waits."""
        return self.erased_on or self.back_on

    @property
    def code(self) -> str:
        """What people call it."""
        return self.op[:CODE_LETTERS]


# -- in sight of all -------------------------------------------------------------------------


def notices(ws: Workspace) -> tuple[Notice, ...]:
    """Return every request that waits, and those that ended lately, the newest first."""
    since = ws.today() - timedelta(days=SHOWN_DAYS)
    return tuple(each for each in every(ws) if each.ended_on is None or each.ended_on >= since)


def every(ws: Workspace) -> tuple[Notice, ...]:
    """Return every request there ever was, the newest first."""
    return tuple(_notice(ws, each) for each in erasing.requests(ws.laptop))


def waiting_for(ws: Workspace, kind: str, ent: str) -> Notice | None:
    """Return the request that names a record, None where none waits."""
    found = erasing.is_asked_for(ws.laptop, ws.entity(kind, ent))
    return _notice(ws, found) if found else None


def one(ws: Workspace, code: str) -> Notice:
    """Return the request whose code begins with `code`.

    Raises:
        Fault: NO_SUCH_ERASURE, none does, or more than one.
    """
    wanted = code.strip().lower()
    found = [each for each in every(ws) if wanted and each.op.startswith(wanted)]
    if len(found) != 1:
        raise Fault(Refusal.NO_SUCH_ERASURE)
    return found[0]


def _notice(ws: Workspace, request: Request) -> Notice:
    asked, back = request.asked, request.back if request.is_taken_back else None
    return Notice(
        op=asked.op,
        office=asked.office,
        kelurahan=_kelurahan(ws, asked.office),
        stand=_stand(ws, request),
        asked_on=asked.said_on,
        asked_from=_label(ws, asked.office, asked.dev),
        due_on=asked.due_on,
        erased_on=None if request.is_signed_only else request.erased_on,
        count=len(asked.targets),
        reason=asked.reason,
        basis=asked.basis,
        back_on=said_on(back) if back else None,
        back_from=_label(ws, asked.office, back.dev) if back else "",
        may_take_back=not ws.is_read_only and erasing.may_take_back(ws.laptop, request),
    )


def _stand(ws: Workspace, request: Request) -> Stand:
    if request.is_taken_back:
        return Stand.BACK
    if request.is_done:
        return Stand.SIGNED if request.is_signed_only else Stand.DONE
    due = request.asked.due_on
    return Stand.DUE if due is not None and due <= ws.today() else Stand.WAITING


def _label(ws: Workspace, space: str, dev: str) -> str:
    return readers.label_of(ws.laptop, space, dev) or dev[:CODE_LETTERS]


def _kelurahan(ws: Workspace, office: str) -> str:
    known = {each.id: each for each in keyring.spaces(ws.db)}
    if office not in known:
        return ws.me.kelurahan_name
    code = known[office].kelurahan
    return ws.region.describe(code).kelurahan or ws.me.kelurahan_name or code


# -- asking ----------------------------------------------------------------------------------


def may_ask(ws: Workspace, kind: str, ent: str) -> bool:
    """Say whether the person at this laptop may ask for a record to be erased."""
    return not ws.is_read_only and erasing.may_ask(ws.laptop, ws.entity(kind, ent).space)


def ask(ws: Workspace, kind: str, ent: str, reason: str, basis: str) -> tuple[Done, Notice]:
    """Ask for a record with all its parts to be erased after fourteen days.

    Raises:
        Fault: NO_SUCH_RECORD; DATABASE_READ_ONLY; or as `sync.erasing.ask`.
    """
    if ws.is_read_only:
        raise Fault(Refusal.DATABASE_READ_ONLY)
    ws.need(kind, ent)
    kinds, (first, *_) = erasing.ask(ws.laptop, [ws.entity(kind, ent)], reason, basis)
    return Done(ent, kinds), one(ws, first)


def rest(ws: Workspace) -> int:
    """Return how many hidden notes came after what they are part of was erased.

    The next request of a coordinator names them; `ask_rest` asks for them alone.
    """
    return sum(erasing.may_ask(ws.laptop, each.space) for each in erasing.left_over(ws.laptop))


def ask_rest(ws: Workspace, reason: str = "", basis: str = "") -> Notice:
    """Ask for the hidden notes that came late to be erased as well.

    Where nothing else is said, the reason is that of the last erasure in their space: they are part
    of what went then.

    Raises:
        Fault: NO_SUCH_RECORD, there is none; DATABASE_READ_ONLY; or the disk refused.
    """
    if ws.is_read_only:
        raise Fault(Refusal.DATABASE_READ_ONLY)
    left = [each for each in erasing.left_over(ws.laptop)
            if erasing.may_ask(ws.laptop, each.space)]  # fmt: skip
    if not left:
        raise Fault(Refusal.NO_SUCH_RECORD)
    records = [Entity(each.space, "", each.ent) for each in left]
    why = _reason_before(ws, {each.space for each in left})
    _, (first, *_) = erasing.ask(ws.laptop, records, reason or why[0], basis or why[1])
    return one(ws, first)


def _reason_before(ws: Workspace, spaces: set[str]) -> tuple[str, str]:
    """Return the reason and the basis of the last erasure that reached one of `spaces`."""
    done = (each.asked for each in erasing.requests(ws.laptop) if each.is_done)
    reached = (each for each in done if spaces & {target.space for target in each.targets})
    return next(((each.reason, each.basis) for each in reached), KEPT_LONG_ENOUGH)


# -- taking back -----------------------------------------------------------------------------


def take_back(ws: Workspace, code: str) -> Notice:
    """Take back the request whose code begins with `code`: nothing is erased.

    Raises:
        Fault: NO_SUCH_ERASURE, NOT_COORDINATOR, ERASURE_DONE or DATABASE_READ_ONLY; or the disk
            refused.
    """
    if ws.is_read_only:
        raise Fault(Refusal.DATABASE_READ_ONLY)
    found = one(ws, code)
    erasing.take_back(ws.laptop, found.op)
    return one(ws, found.op)


# -- carrying out, on an arsip laptop --------------------------------------------------------


def carry_out(ws: Workspace, code: str) -> Notice:
    """Carry out the request whose code begins with `code`; it is done once a server took it.

    Raises:
        Fault: NO_SUCH_ERASURE, NOT_ARSIP, ERASURE_TAKEN_BACK or ERASURE_EARLY; or the disk refused.
    """
    found = one(ws, code)
    erasing.erase(ws.laptop, found.op)
    ws.laptop.refresh()
    return one(ws, found.op)


def is_put_off(ws: Workspace) -> bool:
    """Say whether a server answered that an erasure is too early; it is offered again by itself."""
    return TOO_EARLY in outbox.answers(ws.db, "later").values()


# -- the certificate -------------------------------------------------------------------------


def certificate(ws: Workspace, notice: Notice) -> Prepared:
    """Gather the certificate of a request, carried out or not yet.

    Raises:
        Fault: ERASURE_TAKEN_BACK, there is nothing to certify.
    """
    if notice.stand is Stand.BACK:
        raise Fault(Refusal.ERASURE_TAKEN_BACK)
    made = Certificate(
        request=notice.code,
        kelurahan=notice.kelurahan,
        asked_on=notice.asked_on,
        asked_from=notice.asked_from,
        due_on=notice.due_on,
        erased_on=notice.erased_on,
        count=notice.count,
        reason=notice.reason,
        basis=notice.basis,
        laptops=_laptops(ws, notice),
    )
    printing = Printing(ws.clock.now(), "f4", "en" if ws.language == "en" else "id")
    name = f"PATBM_berita-acara-penghapusan_{notice.code}"
    return Prepared(document=certificate_document(made, printing), name=name)


def _laptops(ws: Workspace, notice: Notice) -> tuple[Kept, ...]:
    """Return the laptops that ever belonged to the office or to a space it lists.

    A laptop belongs as long as one of them still counts it; those that left come last.
    """
    spaces = [notice.office, *(each.space for each in listed(ws.db, ws.rights, notice.office))]
    rights = [ws.rights.of(space) for space in spaces]
    ever = sorted(frozenset().union(*(each.ever for each in rights)))
    now = frozenset().union(*(each.now for each in rights))
    found = [
        Kept(_label(ws, notice.office, dev), _reach(ws, notice, dev, is_now=dev in now))
        for dev in ever
    ]
    return tuple(sorted(found, key=lambda kept: (list(Reach).index(kept.reach), kept.label)))


def _reach(ws: Workspace, notice: Notice, dev: str, *, is_now: bool) -> Reach:
    if dev == ws.device.dev and notice.stand is Stand.DONE:
        return Reach.HERE
    return Reach.MEMBER if is_now else Reach.LEFT
