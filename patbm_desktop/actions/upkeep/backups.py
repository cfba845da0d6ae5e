"""Copies of a vault: made every day by themselves, on a stick when asked, and taken back in."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.clock import Clock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.seal import keyfile
from patbm_desktop.store import (
    backup,
    check,
    current,
    full_backup,
    keyring,
    listing,
    oplog,
    parts,
    restoring,
    setting,
    traces,
)
from patbm_desktop.store import folder as names

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore brought; `new` ops were not here, `known` ones were."""

    new: int
    known: int
    photos: int


class Health(StrEnum):
    """What the doctor looks at; the words stand beside `Refusal`."""

    DATABASE = "database"
    CELLS = "cells"
    PHOTOS = "photos"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class Checkup:
    """One thing the doctor looked at: whether it is well, and how much of it there is."""

    what: Health
    is_well: bool
    count: int


def daily(ws: Workspace) -> None:
    """Make today's local backup if it is missing; drop those too old, or of a key that is no more.

    Raises:
        Fault: the disk refused; older backups stand.
    """
    is_sure = ws.believable_today() is not None
    traces.sweep_copies(ws.folder)
    backup.remake(ws.db, ws.folder, ws.unlocked.key, ws.today(), is_sure=is_sure)


def sweep(ws: Workspace) -> int:
    """Delete sealed photos that were written a day ago and never saved; return how many parts.

    While an op cannot be read here yet, or a damaged database lies aside, somebody may still name
    them: nothing is deleted then.
    """
    counts = oplog.counts(ws.db)
    if counts.waiting or counts.locked or counts.held or restoring.set_aside(ws.folder):
        return 0
    return parts.sweep(ws.folder, parts.named(ws.db))


def full(ws: Workspace, target: Path, progress: Progress | None = None) -> int:
    """Write everything to one file that stays locked; return its size in bytes.

    Raises:
        Fault: the file cannot be written; nothing half-made is left under that name.
    """
    full_backup.write(ws.db, ws.folder, target, progress=progress)
    return target.stat().st_size


def restore_into_empty(folder: Path, file: Path) -> None:
    """Put a full backup where no vault is; it opens with the passphrase it was made under.

    Raises:
        Fault: there is a vault already, or the file is damaged or no backup of ours.
    """
    restoring.place(file, folder)


def restore(ws: Workspace, file: Path, words: str, progress: Progress | None = None) -> Restored:
    """Take in whatever the backup has and this vault lacks; nothing newer is ever lost.

    `words` is the passphrase that stood when the backup was made.

    Raises:
        Fault: not its passphrase, or the file is damaged or of another vault.
    """
    own = setting.read(ws.db, "space")
    for key in _keys_of(file, words):
        try:
            merged = restoring.merge(
                file, key, ws.db, ws.folder, ws.lens, ws.rights,
                is_ours=lambda other: setting.read(other, "space") == own, progress=progress,
            )  # fmt: skip
        except Fault as fault:
            if fault.refusal is not Refusal.DATABASE_FOREIGN:
                raise
        else:
            if merged.keys_new:
                ws.opener.hold(keyring.keys_of(ws.db))
                oplog.retry_locked(ws.db, ws.lens, ws.rights)
            ws.laptop.refresh()
            return Restored(merged.ops_new, merged.ops_known, merged.parts_new)
    raise Fault(Refusal.BACKUP_FOREIGN)


def _keys_of(file: Path, words: str) -> tuple[bytes, ...]:
    """Return the keys that may open the database in the backup, most likely first."""
    with full_backup.key_folder(file) as folder:
        try:
            return keyfile.open_with_passphrase(folder, words).keys
        except Fault as fault:
            if fault.refusal is Refusal.WRONG_PASSPHRASE:
                raise
            raise Fault(Refusal.BACKUP_DAMAGED) from fault


def doctor(ws: Workspace) -> tuple[Checkup, ...]:
    """Look at everything that could be unwell; read-only and thorough, so not quick."""
    counts = oplog.counts(ws.db)
    named = _named_parts(ws)
    missing = sum(not parts.has(ws.folder, sha) for sha in named)
    kept = backup.last_good(ws.folder, ws.unlocked.key)
    return (
        Checkup(Health.DATABASE, not check.deep(ws.db), counts.ops),
        Checkup(Health.CELLS, current.is_sound(ws.db, ws.lens, ws.rights), counts.records),
        Checkup(Health.PHOTOS, not missing, len(named)),
        Checkup(Health.BACKUP, kept is not None, len(list((ws.folder / names.BACKUPS).glob("*")))),
    )


def _named_parts(ws: Workspace) -> set[str]:
    return {
        sha
        for kind in ("attachment", "case_attachment")
        for row in listing.rows(ws.db, kind)
        for sha in row.values.get("file", {}).get("parts", ())
    }


def open_for_copy(folder: Path, target: Path, clock: Clock) -> None:
    """Copy the files of a vault that does not open any more to `target`, as they are.

    Raises:
        Fault: `target` cannot be written.
    """
    restoring.copy_as_is(folder, target, clock.now().date())
