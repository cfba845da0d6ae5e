"""Help for a forgotten passphrase: a locked laptop asks on a stick, a coordinator answers on it.

Works by flash drive alone; nothing of it goes over a server, and no key of a city exists. What the
coordinator sees is what the slot itself says about its owner, never what the request says.
"""

from dataclasses import dataclass, field
from datetime import date
from itertools import chain, count
from pathlib import Path

from patbm_desktop.actions.kelurahan import case_access, roll
from patbm_desktop.actions.opened.changes import Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel import drives
from patbm_desktop.domain import ids
from patbm_desktop.domain.clock import Clock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.seal import escrow, keyfile, unlock_help
from patbm_desktop.seal.keyfile import Held
from patbm_desktop.seal.unlock_help import Request
from patbm_desktop.store import connect, listing
from patbm_desktop.store import folder as names
from patbm_desktop.sync import enrolment, offices, readers
from patbm_desktop.sync.laptop import KASUS

ASKED, ANSWERED = ".bantuan", ".jawaban"
"""How the names of both files end."""


# -- on the locked laptop --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a locked laptop has come: who can help, and the code of a request that waits.

    `helpers` are names, fewer than `count` where somebody's is not known or not shown here; `code`
    are twelve characters in groups of four, "" while nothing was asked.
    """

    count: int
    helpers: tuple[str, ...]
    code: str = ""


@dataclass(frozen=True, slots=True)
class Helped:
    """An answer that fits: the keys it opened the vault with, and the laptop that helped."""

    held: Held = field(repr=False)
    helper: str


def standing(folder: Path) -> Standing:
    """Return how far this laptop has come.

    Raises:
        Fault: there is no vault, or its key file is damaged in both copies.
    """
    found = keyfile.holders(folder)
    waiting = unlock_help.pending(folder)
    code = enrolment.grouped(waiting.request.code) if waiting else ""
    return Standing(len(found), tuple(filter(None, (each.call_name for each in found))), code)


def file_name(rt_number: str, today: date) -> str:
    """Return what a request is called: ``PATBM_RT024_2026-11-21.bantuan``."""
    whose = f"RT{rt_number}" if rt_number else "KELURAHAN"
    return f"PATBM_{whose}_{today.isoformat()}{ASKED}"


def ask(folder: Path, target: Path, clock: Clock) -> Standing:
    """Write a request to `target`: that which waits once more, or a new one.

    Raises:
        Fault: HELP_NOBODY, no coordinator has a slot here; or the file cannot be written.
    """
    unlock_help.write_request(target, _waiting(folder, clock))
    return standing(folder)


def ask_by_stick(
    folder: Path, rt_number: str, clock: Clock, target: Path | None = None
) -> Standing:
    """Write a request to `target`, or to the one flash drive, where none of others is written over.

    Raises:
        Fault: STICK_MISSING or STICK_SEVERAL; or as `ask`.
    """
    if target is None:
        root = drives.only(drives.plugged_in(), to_write=True).root
        name = file_name(rt_number, clock.now().date())
        target = _beside_others(root / name, _waiting(folder, clock))
    return ask(folder, target, clock)


def _waiting(folder: Path, clock: Clock) -> Request:
    known = unlock_help.pending(folder)
    if known is not None:
        return known.request
    slots = keyfile.escrow_slots(folder)
    if not slots:
        raise Fault(Refusal.HELP_NOBODY)
    return unlock_help.ask(folder, slots, clock.now().date().isoformat()).request


def _beside_others(target: Path, request: Request) -> Path:
    numbered = (target.with_stem(f"{target.stem} ({number})") for number in count(2))
    free = (each for each in chain([target], numbered) if not each.exists() or _is(each, request))
    return next(free)


def _is(file: Path, request: Request) -> bool:
    try:
        return unlock_help.read_request(file).name == request.name
    except Fault:
        return False


def answer_on_stick(folder: Path) -> Path:
    """Return the answer on the one flash drive: that to the request which waits, else the newest.

    Raises:
        Fault: STICK_MISSING or STICK_SEVERAL; HELP_NO_FILE, there is none.
    """
    found = _on_stick(ANSWERED)
    waiting = unlock_help.pending(folder)
    fitting = (each for each in found if waiting and _answers(each, waiting.request))
    return next(fitting, found[0])


def _answers(file: Path, request: Request) -> bool:
    try:
        return unlock_help.read_answer(file).to == request.name
    except Fault:
        return False


def _on_stick(suffix: str) -> list[Path]:
    """Return the files of one kind on the one flash drive, the newest first."""
    root = drives.only(drives.plugged_in(), to_write=False).root
    try:
        found = sorted(root.glob("*" + suffix), key=lambda each: each.stat().st_mtime)
    except OSError as error:
        raise Fault(Refusal.STICK_PULLED_READING) from error
    if not found:
        raise Fault(Refusal.HELP_NO_FILE)
    return found[::-1]


def call_off(folder: Path) -> Standing:
    """Drop the request that waits; its answer opens nothing any more."""
    unlock_help.forget(folder)
    return standing(folder)


def take(folder: Path, file: Path) -> Helped:
    """Return what an answer opens; `vault.open_with_help` does the rest.

    Raises:
        Fault: HELP_NOT_ASKED, HELP_FOREIGN, HELP_OF_ANOTHER, HELP_ALTERED or HELP_OUTDATED; or the
            vault is missing, damaged or altered.
    """
    answer = unlock_help.read_answer(file)
    waiting = unlock_help.pending(folder)
    if waiting is None:
        raise Fault(Refusal.HELP_NOT_ASKED)
    found = unlock_help.open_answer(waiting, answer, keyfile.escrow_slots(folder))
    try:
        return Helped(keyfile.open_with_keys(folder, found.keys, found.person), found.helper)
    except Fault as fault:
        fits = any(connect.fits(folder / names.DATABASE, each) for each in found.keys)
        if fault.refusal is Refusal.KEY_FILE_ALTERED and not fits:
            raise Fault(Refusal.HELP_OUTDATED) from fault
        raise


def note(ws: Workspace, helped: Helped) -> None:
    """Write down in every space whose cases lie here that a coordinator opened this laptop.

    Raises:
        Fault: the disk refused.
    """
    spaces = {row.space for row in listing.rows(ws.db, "case")}
    readable = sorted(each for each in spaces if ws.laptop.can_seal(each, KASUS))
    values = {"what": case_access.RECOVERED, "on": ws.today().isoformat()}
    for office in offices.offices(ws.laptop):
        for person in readers.persons_of(ws.laptop, office, helped.helper)[:1]:
            values["helper"] = person
    ws.write(Edit(kind="access", ent=ids.fresh(), values=values, space=each) for each in readable)


# -- on the coordinator's laptop -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Asking:
    """Whose laptop a slot opens, as the slot and this laptop's own notes say.

    `name` is that of its owner, else of the laptop; `rt` a number, "" for an office; `made` the day
    on which the slot was made.
    """

    name: str
    rt: str
    made: str


def look(ws: Workspace, file: Path) -> Asking:
    """Return whose laptop a request would open; nothing is given out.

    Raises:
        Fault: NOT_COORDINATOR, HELP_FOREIGN, HELP_ELSEWHERE, HELP_ALTERED or HELP_NO_MEMBER.
    """
    owner = _opened(ws, unlock_help.read_request(file)).owner
    persons = (owner.person, *readers.persons_of(ws.laptop, owner.space, owner.dev))
    names_ = (str(ws.values("person", each).get("name", "")) for each in persons)
    label = readers.label_of(ws.laptop, owner.space, owner.dev)
    name = next(filter(None, names_), label) or ids.device_code(owner.dev)
    return Asking(name, _rt_of(ws, owner.space), owner.made)


def requests_on_stick() -> tuple[Path, ...]:
    """Return the requests that lie on the one flash drive, the newest first.

    Raises:
        Fault: STICK_MISSING or STICK_SEVERAL; HELP_NO_FILE, there is none.
    """
    return tuple(_on_stick(ASKED))


def answer(ws: Workspace, file: Path, typed: str) -> Path:
    """Write the answer beside the request, when its twelve characters were typed; return where.

    Raises:
        Fault: as `look`; CODE_UNREADABLE or HELP_CODE, they are not those of the request; or the
            file cannot be written.
    """
    request = unlock_help.read_request(file)
    opened = _opened(ws, request)
    if enrolment.read_device_code(typed) != request.code:
        raise Fault(Refusal.HELP_CODE)
    target = file.with_suffix(ANSWERED)
    unlock_help.write_answer(target, unlock_help.reply(ws.device, request, opened))
    return target


def _opened(ws: Workspace, request: Request) -> escrow.Opened:
    roll.office_of(ws)
    slot = request.slot_of(ws.device.dev)
    if slot is None:
        raise Fault(Refusal.HELP_ELSEWHERE)
    try:
        opened = escrow.open_slot(slot, ws.device)
    except Fault as fault:
        raise Fault(Refusal.HELP_ALTERED) from fault
    mine = offices.coordinated(ws.laptop)
    if not any(opened.owner.dev in ws.rights.of(office).now for office in mine):
        raise Fault(Refusal.HELP_NO_MEMBER)
    return opened


def _rt_of(ws: Workspace, space: str) -> str:
    listed = {each.space: each.rt for each in offices.all_listed(ws.laptop)}
    return roll.rt_numbers(ws).get(listed.get(space, ""), "")
