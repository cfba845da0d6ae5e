"""Asking to be let in by stick, where no server carries the request.

On the newcomer's laptop the request lies until the office has let her in, and every bundle brings
it along, sealed to the coordinator whose code was typed. On the coordinator's laptop the bundle
waits in the vault, locked as it came: nothing of it is taken before a person typed the code.
"""

import shutil
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from patbm_desktop.domain.ids import is_id
from patbm_desktop.store import setting
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.offices import coordinated
from patbm_desktop.sync.trust import listed
from patbm_desktop.wire import durable
from patbm_desktop.wire.bad_message import BadMessage
from patbm_desktop.wire.joining import NO_SPACE, Card, read_enrol_line

SUFFIX = ".patbm"
WAITING = "titipan"
"""The folder of a vault where bundles lie whose makers ask to be let in."""

_KEY = "asking"


class Request(NamedTuple):
    """A signed request of this laptop, the office it goes to, and the coordinator who reads it."""

    line: bytes
    office: str
    card: Card


def ask(laptop: Laptop, request: Request) -> None:
    """Let every bundle bring `request` along until the office has let this laptop in."""
    was_removed = laptop.dev in laptop.rights.of(request.office).removed
    kept = {"line": request.line.decode(), "office": request.office, "again": was_removed}
    setting.write(laptop.db, _KEY, kept | {"card": msgspec.to_builtins(request.card)})


def pending(laptop: Laptop) -> Request | None:
    """Return what this laptop still asks for; None once it was answered, or never asked.

    Who was sent away since she asked had been let in before: nobody asks again for her.
    """
    kept = setting.read(laptop.db, _KEY)
    if kept is None or _has(laptop, kept["office"], laptop.dev, kept["line"].encode()):
        return None
    if laptop.dev in laptop.rights.of(kept["office"]).removed and not kept.get("again"):
        return None
    return _request(kept)


def _request(kept: dict[str, Any]) -> Request:
    return Request(kept["line"].encode(), kept["office"], msgspec.convert(kept["card"], Card))


def again(laptop: Laptop) -> Request | None:
    """Return what a server is handed that does not know this laptop; None where that is no use.

    An answered request is among it: a server that was restored may have lost answer and request.
    It is no use once a server knew no such invitation, nor for who was sent away since she asked.
    """
    kept = setting.read(laptop.db, _KEY)
    if kept is None or kept.get("is_forgotten"):
        return None
    if laptop.dev in laptop.rights.of(kept["office"]).removed and not kept.get("again"):
        return None
    return _request(kept)


def note_forgotten(laptop: Laptop, *, is_forgotten: bool) -> None:
    """Remember that the server knows no such invitation (any more), or that it knows this laptop.

    Who asks with a wrong code again and again is let wait by a server, and others beside her.
    """
    with writing(laptop.db):  # else a request of now, on another lane, would be written over
        kept = setting.read(laptop.db, _KEY)
        if kept is not None and bool(kept.get("is_forgotten")) != is_forgotten:
            setting.write(laptop.db, _KEY, kept | {"is_forgotten": is_forgotten})


def is_let_in(laptop: Laptop, dev: str) -> bool:
    """Say whether an office that this laptop coordinates has `dev` among its members now."""
    return any(dev in laptop.rights.of(office).now for office in coordinated(laptop))


def is_answered(laptop: Laptop, dev: str, line: bytes) -> bool:
    """Say whether an office that this laptop coordinates has `dev`, and the space it brought."""
    return any(_has(laptop, office, dev, line) for office in coordinated(laptop))


def _has(laptop: Laptop, office: str, dev: str, line: bytes) -> bool:
    if dev not in laptop.rights.of(office).now:
        return False
    space = _brought(line)
    spaces = {each.space for each in listed(laptop.db, laptop.rights, office)}
    return space in ("", NO_SPACE) or space in spaces


def _brought(line: bytes) -> str:
    """Return the space that a request brings, "" where it cannot be read."""
    try:
        asked, _, _ = read_enrol_line(line)
    except BadMessage:
        return ""
    return asked.space


def set_aside(laptop: Laptop, path: Path, dev: str) -> None:
    """Keep a copy of the bundle that `dev` brought, locked as it is, in place of an older one.

    Raises:
        Fault: the disk refused.
    """
    target = laptop.folder / WAITING / f"{dev}{SUFFIX}"
    part = target.with_name(target.name + ".part")
    with durable.named():
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(path, part)
        durable.fsync_file(part)
        durable.rename(part, target)
        durable.fsync_folder(target.parent)


def waiting_files(laptop: Laptop) -> dict[str, Path]:
    """Return the bundles that were set aside, by the device that brought each."""
    found = sorted((laptop.folder / WAITING).glob("*" + SUFFIX))
    return {path.stem: path for path in found if is_id(path.stem)}
