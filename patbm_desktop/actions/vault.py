"""A vault: made, opened, locked, and given a new passphrase.

A vault is a folder: the encrypted database, the key file that opens it, sealed photos, backups, and
two plain files for the locked screen (numbers and appearance).
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from patbm_desktop.actions import escrow, unlock_help
from patbm_desktop.actions import region as regions
from patbm_desktop.actions.changes import Refused
from patbm_desktop.actions.search_words import words
from patbm_desktop.actions.workspace import Unlocked, Workspace
from patbm_desktop.domain import ids
from patbm_desktop.domain.clock import Clock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.kinds import missing, problems
from patbm_desktop.domain.region import Region
from patbm_desktop.seal import keyfile, passphrase, sheet, sign
from patbm_desktop.seal.keyfile import Held
from patbm_desktop.seal.tries import Tries
from patbm_desktop.store import (
    backup,
    check,
    connect,
    keyring,
    restoring,
    setting,
)
from patbm_desktop.store import folder as names
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync import founding, offices
from patbm_desktop.sync.founding import Root
from patbm_desktop.sync.laptop import DEVICE as DEVICE  # noqa: PLC0414  (tests make laptops)
from patbm_desktop.sync.laptop import open_laptop
from patbm_desktop.wire.durable import fsync_folder, named, write_atomically

CHECKED_AT_OPENING = 8 * 1024 * 1024
"""Bytes; a larger database is looked at page by page when its daily backup is made."""

REPLACED_BY_BACKUP = frozenset(
    {Refusal.DATABASE_DAMAGED, Refusal.DATABASE_FOREIGN, Refusal.DATABASE_MISSING}
)
"""What a backup helps against, as long as the key file is whole."""

IS_ARCHIVE = "is_archive"
HALF_MADE = ".sedang-dibuat"
"""Marks a folder in which a vault is being made and not finished."""


class SheetState(StrEnum):
    """How far the recovery sheet of a person has come."""

    NONE = "none"
    MADE = "made"
    TRIED = "tried"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Who makes a vault and for which RT; `rt_number` has three digits.

    Without a number it is the vault of a coordinator: that of the kelurahan's office.
    """

    name: str
    call_name: str = ""
    address_form: str = "tanpa"
    kelurahan_code: str
    kelurahan_name: str = ""
    rt_number: str
    sex: str | None = None
    region: str = regions.DEFAULT


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """What the vault of an arsip laptop needs to know: its name at the lock, and its city."""

    name: str = "Arsip"
    region: str = regions.DEFAULT


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


# -- passphrases -----------------------------------------------------------------------------


def draw_passphrase() -> str:
    """Return three words drawn by chance."""
    return passphrase.draw()


def strength(text: str) -> passphrase.Strength:
    """Say how well `text` guards; three different words of the list count as drawn."""
    return passphrase.strength(text, _as_drawn(text))


def _as_drawn(text: str) -> str:
    listed = set(passphrase.words())
    return text if all(word in listed for word in passphrase.normalise(text).split()) else ""


# -- making ----------------------------------------------------------------------------------


def make(folder: Path, profile: Profile, words_: str, clock: Clock) -> Workspace:
    """Make a vault, for one RT or for a coordinator, and open it.

    A mark stands in the folder while the vault is being made: a second try after a kill may clear
    what the first one left, and never anything else.

    Raises:
        Fault: there is a vault already, the passphrase is too weak, or the disk refused.
        Refused: the profile breaks the field table.
    """
    beginning = _Beginning(profile, clock)
    beginning.demand_fitting()
    name = profile.call_name or profile.name
    return _make(folder, beginning.write, beginning.person, name, words_, clock)


def make_archive(folder: Path, profile: Archive, words_: str, clock: Clock) -> Workspace:
    """Make the vault of an arsip laptop, and open it; it founds nothing and is sealed no key.

    Its public keys (`archive_keys`) go into the region file of the next release.

    Raises:
        Fault: as `make`.
    """
    person = ids.fresh()

    def write(db: Any) -> None:
        with writing(db):
            keyring.remember_device(db, DEVICE, sign.make().secret)
            for key, value in (("person", person), ("space", ""), ("rt", ""),
                               ("region", profile.region), (IS_ARCHIVE, True)):  # fmt: skip
                setting.write(db, key, value)

    return _make(folder, write, person, profile.name, words_, clock)


def archive_keys(ws: Workspace) -> str:
    """Return the lines of a region file that make this laptop an arsip of the city."""
    device = ws.device
    return f'[[archive]]\nsign_pk = "{device.sign_pk.hex()}"\nbox_pk = "{device.box_pk.hex()}"\n'


def is_archive(ws: Workspace) -> bool:
    """Say whether this vault was made for an arsip laptop."""
    return bool(setting.read(ws.db, IS_ARCHIVE, default=False))


def _make(  # noqa: PLR0917  (what a vault is made of)
    folder: Path,
    write: Callable[[Any], None],
    person: str,
    name: str,
    words_: str,
    clock: Clock,
) -> Workspace:
    if exists(folder):
        raise Fault(Refusal.VAULT_EXISTS)
    passphrase.demand_strength(words_, _as_drawn(words_))
    with named():
        folder.mkdir(parents=True, exist_ok=True)
        _clear_half_made(folder)
    write_atomically(folder / HALF_MADE, b"")
    key = keyfile.new_key()
    db = connect.create(folder / names.DATABASE, key)
    write(db)
    connect.close(db)
    held = keyfile.create(folder, key, person, name, words_)
    (folder / HALF_MADE).unlink()
    fsync_folder(folder)
    return _open(folder, held, clock)


def _clear_half_made(folder: Path) -> None:
    if not (folder / HALF_MADE).exists():
        return
    database = [folder / (names.DATABASE + suffix) for suffix in ("", "-wal", "-shm")]
    for path in (*database, *folder.glob(names.KEY_FILES)):
        path.unlink(missing_ok=True)


class _Beginning:
    """What stands in a new vault: its first space, and what the laptop remembers of itself."""

    def __init__(self, profile: Profile, clock: Clock) -> None:
        self.profile = profile
        self.clock = clock
        self.person = ids.fresh()
        self.rt = ids.rt_id(profile.kelurahan_code, profile.rt_number) if self.is_of_rt else ""

    @property
    def is_of_rt(self) -> bool:
        """Whether it is for an RT, and not for the office of a kelurahan."""
        return bool(self.profile.rt_number)

    def demand_fitting(self) -> None:
        """Return only when the first records can be kept.

        Raises:
            Refused: a value of the profile breaks the field table.
        """
        records = [("person", self._owner())] + ([("rt", self._rt())] if self.is_of_rt else [])
        for kind, values in records:
            found = (*missing(kind, values), *problems(kind, values))
            if found:
                raise Refused(found)

    def write(self, db: Any) -> None:
        """Keep the first ops, the keys and the settings of the laptop in one transaction."""
        with writing(db):
            keyring.remember_device(db, DEVICE, sign.make().secret)
            laptop = open_laptop(db, Path(), self.person, clock=self.clock, words=words)
            space = founding.found(laptop, self._root())
            setting.write(db, "person", self.person)
            setting.write(db, "space", space)
            setting.write(db, "rt", self.rt)
            setting.write(db, "region", self.profile.region)
            setting.write(db, "kelurahan_name", self.profile.kelurahan_name)

    def _root(self) -> Root:
        return Root(
            kelurahan=self.profile.kelurahan_code,
            owner=self._owner(),
            rt_number=self.profile.rt_number,
            rt=self._rt() if self.is_of_rt else None,
        )

    def _owner(self) -> dict[str, Any]:
        profile = self.profile
        values = {
            "name": profile.name.strip(), "call_name": profile.call_name.strip() or None,
            "address_form": profile.address_form, "sex": profile.sex,
            "level": "rt" if self.is_of_rt else "kelurahan",
            "position": "kader_ppa_rt" if self.is_of_rt else "anggota",
            "rt_id": self.rt or None, "active_from": self._today(),
        }  # fmt: skip
        return {name: value for name, value in values.items() if value is not None}

    def _rt(self) -> dict[str, Any]:
        return {
            "kelurahan_code": self.profile.kelurahan_code, "number": self.profile.rt_number,
            "valid_from": self._today(),
        }  # fmt: skip

    def _today(self) -> str:
        return self.clock.now().date().isoformat()


# -- opening ---------------------------------------------------------------------------------


def open_vault(folder: Path, person: str | None, words_: str, clock: Clock) -> Workspace:
    """Open the vault with a passphrase; of anybody's here when `person` is None.

    Raises:
        Fault: not the passphrase, one has to wait before the next try, or the vault is missing,
            damaged, altered or made by a newer release.
    """
    held = _held(folder, words_, person)
    unlock_help.call_off(folder)
    return _open(folder, held, clock)


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
    return _open(folder, held, clock)


def open_with_help(folder: Path, file: Path, clock: Clock) -> Workspace:
    """Open the vault with a coordinator's answer; a new passphrase is to be chosen next.

    Raises:
        Fault: as `unlock_help.take`, or the disk refused.
    """
    _demand_keys(folder)
    helped = unlock_help.take(folder, file)
    Tries(folder).right()
    ws = _open(folder, helped.held, clock)
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
        return _open(folder, held, clock)
    except Fault as fault:
        if fault.refusal not in REPLACED_BY_BACKUP:
            raise
    found, _ = _last_good(folder, held)
    restoring.put_in_place(folder, found, clock.now().date())
    return _open(folder, held, clock)


def _last_good(folder: Path, held: Held) -> tuple[Path, bytes]:
    for key in held.keys:
        found = backup.last_good(folder, key)
        if found:
            return found, key
    raise Fault(Refusal.BACKUP_DAMAGED)


def _open(folder: Path, held: Held, clock: Clock) -> Workspace:
    """Open the vault to write; who may open it no more is locked out, who may now is let in."""
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


# -- a new passphrase, the recovery sheet ----------------------------------------------------


def change_passphrase(ws: Workspace, new: str) -> Workspace:
    """Give the person at the keyboard a new passphrase and the database a new key.

    Returns the vault opened anew; `ws` is closed. A kill at any step leaves a vault that opens with
    the old passphrase or with the new one.

    Raises:
        Fault: the passphrase is too weak (nothing changed), or the disk refused.
    """
    passphrase.demand_strength(new, _as_drawn(new))
    return escrow.with_new_key(ws, _open, passphrases={ws.person: new})


def make_sheet(ws: Workspace) -> str:
    """Return the letters of a new recovery sheet, in groups of four; an older one opens no more.

    Raises:
        Fault: the key file cannot be written.
    """
    letters = keyfile.add_sheet(ws.folder, ws.unlocked.held, ws.person)
    return sheet.grouped(letters)


def try_sheet(ws: Workspace, letters: str) -> bool:
    """Say whether `letters`, typed in from the paper, open this vault."""
    return keyfile.is_sheet_right(ws.folder, ws.unlocked.held, letters)


def sheet_state(ws: Workspace) -> SheetState:
    """Say how far the recovery sheet of the person at the keyboard has come."""
    own = [each for each in keyfile.people(ws.folder) if each.ent == ws.person and each.has_sheet]
    if not own:
        return SheetState.NONE
    return SheetState.TRIED if own[0].has_tried_sheet else SheetState.MADE


def rename(ws: Workspace, call_name: str) -> None:
    """Show the person at the keyboard under another name on the unlock screen."""
    keyfile.rename(ws.folder, ws.unlocked.held, ws.person, call_name)


def hide_names(ws: Workspace, *, hidden: bool) -> None:
    """List no names on the unlock screen, or list them again."""
    keyfile.hide_names(ws.folder, ws.unlocked.held, hidden=hidden)
