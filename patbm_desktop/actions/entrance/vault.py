"""A vault: where it stands, whom it offers to open it, and how it is opened.

A vault is a folder: the encrypted database, the key file that opens it, sealed photos, backups, and
two plain files for the locked screen (numbers and appearance).
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from patbm_desktop.actions.entrance import escrow, unlock_help
from patbm_desktop.actions.entrance import region as regions
from patbm_desktop.actions.opened.search_words import words
from patbm_desktop.actions.opened.workspace import Unlocked, Workspace
from patbm_desktop.domain.clock import Clock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.region import Region
from patbm_desktop.seal import keyfile
from patbm_desktop.seal.keyfile import Held
from patbm_desktop.seal.tries import Tries
from patbm_desktop.store import backup, check, connect, restoring, setting
from patbm_desktop.store import folder as names
from patbm_desktop.sync import offices
from patbm_desktop.sync.laptop import open_laptop

CHECKED_AT_OPENING = 8 * 1024 * 1024
"""Bytes; a larger database is looked at page by page when its daily backup is made."""

REPLACED_BY_BACKUP = frozenset(
    {Refusal.DATABASE_DAMAGED, Refusal.DATABASE_FOREIGN, Refusal.DATABASE_MISSING}
)
"""What a backup helps against, as long as the key file is whole."""

HALF_MADE = ".sedang-dibuat"
"""Marks a folder in which a vault is being made and not finished."""


@dataclass(frozen=True, slots=True)
class PersonHere:
    """Somebody the unlock screen offers; `call_name` is empty while names are hidden."""

    person: str
    call_name: str
    has_sheet: bool


def default_folder() -> Path:
    """Return where this account's vault is kept when nobody says otherwise."""
    if os.name == "nt":
        base = os.environ.get("APPDATA") or str(Path.home())
        return Path(base) / "PATBM Desktop"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "PATBM Desktop"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "patbm-desktop"


def exists(folder: Path) -> bool:
    """Say whether there is a vault in `folder`, whole or damaged."""
    if (folder / HALF_MADE).exists():
        return False
    return keyfile.exists(folder) or has_database(folder)


def has_database(folder: Path) -> bool:
    """Say whether the notes themselves stand in `folder`; a restore that was cut has none yet."""
    return (folder / names.DATABASE).exists()


def people(folder: Path) -> tuple[PersonHere, ...]:
    """Return whom the unlock screen offers.

    Raises:
        Fault: there is no vault, or its key file is damaged in both copies.
    """
    _demand_keys(folder)
    return tuple(
        PersonHere(each.ent, each.call_name, each.has_sheet) for each in keyfile.people(folder)
    )


def _demand_keys(folder: Path) -> None:
    """Tell notes whose key file is gone from a folder without any."""
    if has_database(folder) and not keyfile.exists(folder):
        raise Fault(Refusal.KEY_FILE_DAMAGED)


def open_vault(folder: Path, person: str | None, words_: str, clock: Clock) -> Workspace:
    """Open the vault with a passphrase; of anybody's here when `person` is None.

    Raises:
        Fault: not the passphrase, one has to wait before the next try, or the vault is missing,
            damaged, altered or made by a newer release.
    """
    held = _held(folder, words_, person)
    unlock_help.call_off(folder)
    return open_held(folder, held, clock)


def _held(folder: Path, words_: str, person: str | None = None) -> Held:
    """Return the keys behind a passphrase; wrong ones cost a growing wait."""
    _demand_keys(folder)
    tries = Tries(folder)
    tries.check()
    try:
        held = keyfile.open_with_passphrase(folder, words_, person or "")
    except Fault as fault:
        if fault.refusal is Refusal.WRONG_PASSPHRASE and tries.wrong():
            tries.check()
        raise
    tries.right()
    return held


def open_with_sheet(folder: Path, letters: str, clock: Clock) -> Workspace:
    """Open the vault with the recovery sheet; a new passphrase is to be chosen next.

    Raises:
        Fault: as `open_vault`, with `WRONG_SHEET` for letters that open nothing.
    """
    _demand_keys(folder)
    held = keyfile.open_with_sheet(folder, letters)
    Tries(folder).right()
    unlock_help.call_off(folder)
    return open_held(folder, held, clock)


def open_with_help(folder: Path, file: Path, clock: Clock) -> Workspace:
    """Open the vault with a coordinator's answer; a new passphrase is to be chosen next.

    Raises:
        Fault: as `unlock_help.take`, or the disk refused.
    """
    _demand_keys(folder)
    helped = unlock_help.take(folder, file)
    Tries(folder).right()
    ws = open_held(folder, helped.held, clock)
    try:
        unlock_help.note(ws, helped)
    except Fault:
        ws.close()
        raise
    return ws


def open_last_backup(folder: Path, words_: str, clock: Clock) -> Workspace:
    """Open the newest whole local backup, to read only; the damaged file stays as it is.

    Raises:
        Fault: not the passphrase, one has to wait before the next try, or no backup can be read.
    """
    held = _held(folder, words_)
    found, key = _last_good(folder, held)
    return _workspace(folder, found, Unlocked(held, key), clock, read_only=True)


def go_on_from_backup(folder: Path, words_: str, clock: Clock) -> Workspace:
    """Open the vault to write, with its last backup in the place of a damaged database.

    The damaged file stays beside it under another name. A database that opens is left in its place.

    Raises:
        Fault: as `open_last_backup`, or the disk refused.
    """
    held = _held(folder, words_)
    try:
        return open_held(folder, held, clock)
    except Fault as fault:
        if fault.refusal not in REPLACED_BY_BACKUP:
            raise
    found, _ = _last_good(folder, held)
    restoring.put_in_place(folder, found, clock.now().date())
    return open_held(folder, held, clock)


def _last_good(folder: Path, held: Held) -> tuple[Path, bytes]:
    for key in held.keys:
        found = backup.last_good(folder, key)
        if found:
            return found, key
    raise Fault(Refusal.BACKUP_DAMAGED)


def open_held(folder: Path, held: Held, clock: Clock) -> Workspace:
    """Open the vault to write; who may open it no more is locked out, who may now is let in.

    `held` are its keys, as a key file gave them.

    Raises:
        Fault: the database is missing, damaged, altered or made by a newer release.
    """
    ws = escrow.lock_out(_unlocked(folder, held, clock), _unlocked)
    escrow.keep_up(ws)
    return ws


def _unlocked(folder: Path, held: Held, clock: Clock) -> Workspace:
    path = folder / names.DATABASE
    if not path.exists():
        raise Fault(Refusal.DATABASE_MISSING)
    key = next((each for each in held.keys if connect.fits(path, each)), held.keys[0])
    if len(held.keys) > 1 and connect.fits(path, key):
        held = keyfile.finish_rekey(folder, held, key)
    return _workspace(folder, path, Unlocked(held, key), clock, read_only=False)


def _workspace(
    folder: Path, path: Path, unlocked: Unlocked, clock: Clock, *, read_only: bool
) -> Workspace:
    db = connect.open_store(path, unlocked.key, read_only=read_only)
    if not read_only and path.stat().st_size <= CHECKED_AT_OPENING:
        _check(db)
    region = _region(db)
    laptop = open_laptop(
        db, folder, unlocked.held.person, clock=clock, words=words, archivists=region.archivists
    )
    rt = str(setting.read(db, "rt"))
    ws = Workspace(
        laptop=laptop,
        region=region,
        space=offices.working_space(laptop, rt, str(setting.read(db, "space"))),
        rt=rt,
        unlocked=unlocked,
        is_read_only=read_only,
    )
    if not read_only:
        restoring.erase_again(db, folder, unlocked.key)
        laptop.refresh()
    return ws


def _check(db: Any) -> None:
    """Look at every page now, while yesterday's backup still has what it should have.

    An index that does not fit its texts is no damage: it is made from them again.
    """
    if set(check.deep(db)) - {check.Finding.WORDS}:
        connect.close(db)
        raise Fault(Refusal.DATABASE_DAMAGED)


def _region(db: Any) -> Region:
    return regions.load(str(setting.read(db, "region", regions.DEFAULT)))
