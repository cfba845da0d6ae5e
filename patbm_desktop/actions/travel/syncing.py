"""What the page Sinkronisasi and ``patbm sync`` show: how far notes have come, and what travelled.

All of it is read from the vault that a person works in; `exchanging` makes the rounds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from patbm_desktop.actions.kelurahan import joining
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel import how_far
from patbm_desktop.domain.fault import Refusal
from patbm_desktop.domain.kinds import KINDS
from patbm_desktop.store import control, delivery, listing, newer, outbox, setting
from patbm_desktop.store.delivery import Step as Step  # noqa: PLC0414  (part of the answers)
from patbm_desktop.sync import journal, parts, receipt
from patbm_desktop.sync.address import parse_address
from patbm_desktop.sync.journal import Contact as Contact  # noqa: PLC0414  (part of the answers)
from patbm_desktop.sync.journal import Way as Way  # noqa: PLC0414  (part of the answers)

LATE_AFTER = timedelta(days=14)
"""A note that waits longer had better go by flash drive."""

LATEST = 5
_OFF = "sync.off"


class Situation(StrEnum):
    """The line of the table of headlines (ux 6.3) that holds, the most pressing first."""

    ALONE = "alone"
    APPROVAL = "approval"
    DISABLED = "disabled"
    ASKED = "asked"
    NEWER = "newer"
    WAITING = "waiting"
    PHOTOS = "photos"
    SENT = "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class LatestNote:
    """A note written lately; of a case nothing is said but that there is one."""

    kind: str
    ent: str
    values: Mapping[str, Any] = field(repr=False)
    photos: int
    step: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncState:
    """How far everything has come, for the chip in the top bar and the page alike.

    `waits`, `sent` and `received` count notes, `photos` those still to go and `missing` those still
    to come; `stopped` notes wait for a coordinator's decision, `refused` ones no server takes as
    they are, in `bad` edits. `others` is how far the rest has come, which is no note: the name of a
    place, who looked at a case. `trouble` is why nobody was met the last time. `is_late` says that
    notes have waited for a fortnight, `has_server` that there is one to ask, `can_carry` that
    another laptop could open a file written here.
    """

    situation: Situation
    has_server: bool
    is_off: bool
    trouble: Refusal | None
    last_contact: datetime | None
    is_office: bool
    can_carry: bool
    waits: int = 0
    sent: int = 0
    received: int = 0
    stopped: int = 0
    refused: int = 0
    bad: int = 0
    others: Step = Step.RECEIVED
    photos: int = 0
    missing: int = 0
    waiting_bytes: int = 0
    is_late: bool = False

    @property
    def left(self) -> int:
        """How many notes were not received yet."""
        return self.waits + self.sent + self.stopped + self.refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """All the page shows."""

    state: SyncState
    latest: tuple[LatestNote, ...]
    history: tuple[Contact, ...]
    has_receipt: bool
    standing: joining.Standing


# -- looking ---------------------------------------------------------------------------------


def state(ws: Workspace) -> SyncState:
    """Return how far everything has come, but for `received`, which only the page counts.

    Asked for after every change: a vault that belongs to nobody else has nothing to count.
    """
    standing, others = joining.standing(ws), how_far.has_others(ws)
    trouble = _trouble(ws)
    if standing.state is not joining.State.JOINED and _was_sent_away(ws):
        trouble = Refusal.DEVICE_DISABLED
    trouble = joining.meant(ws, trouble) if trouble else None
    found = SyncState(
        situation=Situation.ALONE,
        has_server=bool(standing.server),
        is_off=not is_on(ws),
        trouble=trouble,
        last_contact=journal.last_contact(ws.db),
        is_office=not ws.rt,
        can_carry=others or standing.state is not joining.State.ALONE,
    )
    return found if how_far.is_alone(ws) else _counted(ws, found, standing.state)


def _counted(ws: Workspace, found: SyncState, standing: joining.State) -> SyncState:
    notes, photos = delivery.underway(ws.db), parts.waiting(ws.laptop)
    edits = outbox.undelivered(ws.db)
    counted = replace(
        found,
        waits=notes.waits,
        sent=notes.sent,
        stopped=notes.stopped,
        refused=notes.bad,
        bad=edits.bad,
        others=notes.others,
        photos=photos.out,
        missing=photos.missing,
        waiting_bytes=notes.size_bytes,
        is_late=_is_late(notes.oldest, ws.today()),
    )
    return _named(counted, standing, edits.held, is_newer=_has_newer(ws))


def _named(found: SyncState, standing: joining.State, held: int, *, is_newer: bool) -> SyncState:
    """Return `found` under the headline that holds."""
    asks = standing is joining.State.ASKED or (found.has_server and found.trouble in _UNKNOWN)
    cases = (
        (held > 0, Situation.APPROVAL),
        (found.trouble is Refusal.DEVICE_DISABLED, Situation.DISABLED),
        (asks, Situation.ASKED),
        (is_newer, Situation.NEWER),
        (found.left > 0 or found.others is not Step.RECEIVED, Situation.WAITING),
        (found.photos > 0, Situation.PHOTOS),
    )
    holds = next((each for true, each in cases if true), Situation.SENT)
    return replace(found, situation=holds)


_UNKNOWN = joining.FORGOTTEN | {
    Refusal.DEVICE_UNKNOWN, Refusal.OFFICE_UNKNOWN, Refusal.MEMBER_UNKNOWN,
}  # fmt: skip
"""Somebody has to let this laptop in, or to exchange before it."""


def _was_sent_away(ws: Workspace) -> bool:
    """Say whether an office that once counted this laptop among its members does no more."""
    dev, book = ws.device.dev, ws.rights
    offices = (book.of(space) for space in control.newest(ws.db))
    return any(
        of.is_office and of.founder != dev and dev in of.ever and dev not in of.now
        for of in offices
    )


def _has_newer(ws: Workspace) -> bool:
    """Say whether something here was written by a release that knows more than this one."""
    is_strange = any(kind not in KINDS for kind in delivery.kinds_here(ws.db))
    return is_strange or bool(newer.records(ws.db, ws.rights))


def _is_late(oldest: str, today: date) -> bool:
    return bool(oldest) and today - date.fromisoformat(oldest[:10]) > LATE_AFTER


def _trouble(ws: Workspace) -> Refusal | None:
    kept = journal.trouble(ws.db)
    return Refusal(kept) if kept in set(Refusal) else None


def overview(ws: Workspace) -> Overview:
    """Return all the page Sinkronisasi shows."""
    found = state(ws)
    if found.situation is not Situation.ALONE:
        found = replace(found, received=delivery.standing(ws.db) - found.left)
    return Overview(
        state=found,
        latest=_latest(ws),
        history=journal.contacts(ws.db),
        has_receipt=journal.last_receipt(ws.db) is not None,
        standing=joining.standing(ws),
    )


def _latest(ws: Workspace) -> tuple[LatestNote, ...]:
    steps = delivery.steps(ws.db)
    found = delivery.recent(ws.db, LATEST)
    return tuple(_note(ws, kind, ent, steps.get(ent, Step.RECEIVED)) for kind, ent in found)


def _note(ws: Workspace, kind: str, ent: str, step: Step) -> LatestNote:
    if kind == "case":
        return LatestNote(kind=kind, ent=ent, values={}, photos=0, step=step)
    photos = len(listing.pointing_to(ws.db, "attachment", ent)) if kind == "activity" else 0
    return LatestNote(kind=kind, ent=ent, values=ws.values(kind, ent), photos=photos, step=step)


def last_receipt(ws: Workspace) -> receipt.Receipt | None:
    """Return what the last exchange handed in and took, with the words that both ends compare."""
    return journal.last_receipt(ws.db)


# -- settings --------------------------------------------------------------------------------


def connect_to(ws: Workspace, address: str) -> str:
    """Remember the address of the server, and return it as it is kept; "" forgets it.

    Raises:
        Fault: SERVER_ADDRESS, it is none.
    """
    url = parse_address(address).url if address.strip() else ""
    setting.write(ws.db, joining.SERVER, url)
    journal.forget_trouble(ws.db)
    return url


def switch(ws: Workspace, *, on: bool) -> None:
    """Let notes travel by themselves, or only by flash drive."""
    setting.write(ws.db, _OFF, not on)


def is_on(ws: Workspace) -> bool:
    """Say whether notes travel by themselves."""
    return not setting.read(ws.db, _OFF, default=False)
