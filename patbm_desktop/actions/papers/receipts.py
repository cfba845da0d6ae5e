"""What two ends can compare on paper: the receipt of an exchange, and an invitation to hand on."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from patbm_desktop.actions.kelurahan import joining, roll
from patbm_desktop.actions.kelurahan.membership import Invited
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers.papers import Prepared
from patbm_desktop.actions.travel import syncing
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.reports.paper import Printing
from patbm_desktop.reports.receipt import (
    InvitationSlip,
    ReceiptSheet,
    invitation_document,
    receipt_document,
)
from patbm_desktop.reports.receipt import (
    SpacePart as SpacePart,  # noqa: PLC0414  (part of the answers)
)
from patbm_desktop.store import keyring
from patbm_desktop.sync.receipt import Receipt as Receipt  # noqa: PLC0414  (part of the answers)
from patbm_desktop.sync.receipt import Way as Way  # noqa: PLC0414  (part of the answers)


def last(ws: Workspace) -> Receipt:
    """Return the receipt of the last exchange.

    Raises:
        Fault: NO_RECEIPT, there was none yet.
    """
    found = syncing.last_receipt(ws)
    if found is None:
        raise Fault(Refusal.NO_RECEIPT)
    return found


def names(ws: Workspace, found: Receipt, *, on_screen: bool = False) -> tuple[str, ...]:
    """Return what people call each space of a receipt: the office of the kelurahan, or an RT.

    An RT that has several is named with whose laptop began each, so that two people who compare
    them aloud mean the same. It has three digits on paper, no leading noughts `on_screen`.
    """
    called = [_called(ws, each.space, on_screen=on_screen) for each in found.spaces]
    for tell_apart in (_whose, roll.founder_code):
        often = Counter(called)
        called = [
            " ".join(filter(None, (name, tell_apart(ws, each.space)))) if often[name] > 1 else name
            for name, each in zip(called, found.spaces, strict=True)
        ]
    return tuple(called)


def _called(ws: Workspace, space: str, *, on_screen: bool) -> str:
    english = ws.language == "en"
    if ws.rights.of(space).is_office:
        return "Office of the kelurahan" if english else "Kantor kelurahan"
    known = {each.id: each for each in keyring.spaces(ws.db)}
    number = known[space].rt if space in known else ""
    if not number and space in ws.spaces:
        number = ws.me.rt_number
    if on_screen:
        number = number.lstrip("0")
    return f"RT {number}" if number else ("Other notes" if english else "Catatan lain")


def _whose(ws: Workspace, space: str) -> str:
    """Return on whose laptop a space was begun; of an office, where it is."""
    if ws.rights.of(space).is_office:
        known = (each.kelurahan for each in keyring.spaces(ws.db) if each.id == space)
        return ws.region.describe(next(known, "")).kelurahan
    name = roll.founder_name(ws, space)
    if not name:
        return ""
    return f"(laptop of {name})" if ws.language == "en" else f"(laptop {name})"


def sheet(ws: Workspace) -> Prepared:
    """Gather the receipt of the last exchange.

    Raises:
        Fault: NO_RECEIPT, there was none yet.
    """
    found = last(ws)
    made = ReceiptSheet(
        name=ws.me.name,
        place=_place(ws),
        at=datetime.fromisoformat(found.at),
        sent=found.sent,
        came=found.came,
        waits=found.waits,
        held=found.held,
        spaces=_parts(found, names(ws, found)),
        way=found.way.value,
    )
    name = f"PATBM_tanda-terima_{found.at[:10]}"
    return Prepared(document=receipt_document(made, _printing(ws)), name=name)


@dataclass(frozen=True, slots=True)
class CheckWords:
    """The words of each space that the last exchange was about, and by which way that went."""

    way: Way
    parts: tuple[SpacePart, ...]


def check_words(ws: Workspace) -> CheckWords | None:
    """Return where each space stood after the last exchange, and its words; None without one.

    Two people who read the same words to each other hold the same notes, as they stood then.
    """
    found = syncing.last_receipt(ws)
    if found is None:
        return None
    parts = _parts(found, names(ws, found, on_screen=True))
    return CheckWords(found.way, tuple(each for each in parts if each.words))


def _parts(found: Receipt, called: Sequence[str]) -> tuple[SpacePart, ...]:
    return tuple(
        SpacePart(name=name, places=each.places, words=each.words)
        for name, each in zip(called, found.spaces, strict=True)
    )


def slip(ws: Workspace, invited: Invited) -> Prepared:
    """Gather an invitation as a sheet to hand on."""
    made = InvitationSlip(
        groups=invited.groups,
        rt=invited.rt,
        kelurahan=ws.me.kelurahan_name,
        coordinator=ws.me.name,
        server=joining.server_of(ws),
    )
    name = f"PATBM_undangan_RT{invited.rt}" if invited.rt else "PATBM_undangan_koordinator"
    return Prepared(document=invitation_document(made, _printing(ws)), name=name)


def _place(ws: Workspace) -> str:
    rt = f"RT {ws.me.rt_number}, " if ws.me.rt_number else ""
    return f"{rt}{ws.me.kelurahan_name}"


def _printing(ws: Workspace) -> Printing:
    return Printing(ws.clock.now(), "a4", "en" if ws.language == "en" else "id")
