"""Bring a full backup back: into an empty place as it is, into a vault by adding what it lacks."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import Purpose, digest
from patbm_desktop.domain.op import Op, parse
from patbm_desktop.store import (
    connect,
    draft,
    erasure,
    full_backup,
    keyring,
    letting_go,
    oplog,
    part_book,
    parts,
    schema,
    setting,
)
from patbm_desktop.store import folder as names
from patbm_desktop.store.lens import Lens
from patbm_desktop.store.rights_book import RightsBook
from patbm_desktop.store.taking import MOST_OPS
from patbm_desktop.store.transaction import writing
from patbm_desktop.wire import durable

Progress = Callable[[int, int], None]

_SEEN_ASIDE = "seen_aside"
_ASIDE = names.SET_ASIDE.partition("*")[0]


class Merged(NamedTuple):
    """What a vault gained from a backup; `ops_refused` bore no right signature.

    Where `keys_new` is not 0 the caller opens with them as well and calls `oplog.retry_locked`.
    """

    ops_new: int
    ops_known: int
    ops_refused: int
    parts_new: int
    keys_new: int
    drafts_new: int


def place(file: Path, folder: Path) -> None:
    """Make the vault of a backup in `folder`, where none is.

    The database comes last, so a kill on the way leaves no vault, and the same call starts anew.

    Raises:
        Fault: VAULT_EXISTS; as `full_backup.read`; or the disk is at fault.
    """
    if (folder / names.DATABASE).exists():
        raise Fault(Refusal.VAULT_EXISTS)
    with full_backup.opened(file) as archive, _workplace(folder) as workplace:
        ordered = sorted(archive.manifest.files, key=lambda name: name == names.DATABASE)
        for name in ordered:
            unpacked = workplace / Path(name).name
            archive.extract(name, unpacked)
            _put(unpacked, folder / name)


def merge(  # noqa: PLR0913, PLR0917  (two vaults meet here)
    file: Path,
    backup_key: bytes,
    db: Database,
    folder: Path,
    lens: Lens,
    rights: RightsBook,
    *,
    is_ours: Callable[[Database], bool] = lambda _: True,
    progress: Progress | None = None,
) -> Merged:
    """Add to the vault in `folder` all that the backup has and it lacks; nothing is taken away.

    What was erased here stays erased, and what the backup knows to be erased is erased here too:
    the caller calls `traces.clear` afterwards. Of a space that was let go here nothing is added.
    `backup_key` opens the database in the backup. Positions in the server's log are not taken over:
    whatever the backup thought delivered is offered again. Stopped half way, it can be repeated.
    `is_ours` is asked of the opened backup before anything is added.

    Raises:
        Fault: DATABASE_FOREIGN, not its key; BACKUP_FOREIGN, not ours; as `full_backup.read`; or
            the disk is at fault.
    """
    with full_backup.opened(file) as archive, _workplace(folder) as workplace:
        copy = workplace / names.DATABASE
        archive.extract(names.DATABASE, copy)
        other = connect.open_store(copy, backup_key)
        try:
            if not is_ours(other):
                raise Fault(Refusal.BACKUP_FOREIGN)
            keys_new = _add_keys(db, other)
            adding = _Adding(db, other, lens, rights, progress)
            adding.add(control=True)  # who signed the rest, and what of it was erased
            parts_new = _add_parts(db, folder, archive, other)
            adding.add(control=False)
            oplog.settle(db, lens, rights)
            drafts_new = _add_drafts(db, other)
        finally:
            connect.close(other)
    return Merged(adding.new, adding.known, adding.refused, parts_new, keys_new, drafts_new)


def put_in_place(folder: Path, good: Path, today: date) -> Path:
    """Put the local backup `good` in the place of a damaged database; return where that one is now.

    The damaged file, with its log, is set aside under a name of its own and never written again.
    The vault must be closed. Killed half way, it can be called again.

    Raises:
        Fault: the disk is at fault.
    """
    path = folder / names.DATABASE
    part = path.with_name(path.name + ".part")
    aside = _free(folder, f"{_ASIDE}{today.isoformat()}", ".db")
    with durable.named():
        shutil.copyfile(good, part)
        durable.fsync_file(part)
        for tail in ("", "-wal", "-shm"):
            beside = path.with_name(path.name + tail)
            if beside.exists():
                durable.rename(beside, aside.with_name(aside.name + tail))
        durable.rename(part, path)
        durable.fsync_folder(folder)
    return aside


def erase_again(db: Database, folder: Path, key: bytes) -> None:
    """Erase in a backup that was put in place whatever the damaged database knew to be erased.

    What was let go there is let go here, and the photo parts that it names go with their records:
    that database goes with the next erasure, whatever it is of, and nobody else may know of them.
    As far as that one can still be read: the rest comes with the next exchange. Asked at every
    opening, it looks at each damaged database once. The caller calls `traces.clear` afterwards.

    Raises:
        Fault: the disk is at fault.
    """
    seen = setting.read(db, _SEEN_ASIDE, [])
    for path in set_aside(folder):
        if path.name in seen:
            continue
        known = _Known([], (), [])
        with suppress(Fault):
            known = _known_in(path, key)
        with writing(db):
            part_book.take_over(db, known.parts)
            erasure.impose(db, known.erased)
            letting_go.impose(db, known.gone)
            seen = [*seen, path.name]
            setting.write(db, _SEEN_ASIDE, seen)


class _Known(NamedTuple):
    """What a damaged database says is no longer to be kept, and which photo parts it names."""

    erased: list[tuple[bytes, bytes, bytes]]
    gone: tuple[letting_go.Gone, ...]
    parts: list[tuple[bytes, bytes, str]]


def _known_in(path: Path, key: bytes) -> _Known:
    damaged = connect.open_store(path, key, read_only=True)
    try:
        knows_erased = schema.version(damaged) >= schema.WITH_ERASED
        gone = tuple(letting_go.every(damaged).values())
        erased = erasure.every(damaged) if knows_erased else []
        return _Known(erased, gone, part_book.every(damaged))
    finally:
        connect.close(damaged)


def set_aside(folder: Path) -> list[Path]:
    """Name the damaged databases that `put_in_place` kept in `folder`."""
    return sorted(folder.glob(names.SET_ASIDE))


def copy_as_is(folder: Path, target: Path, today: date) -> Path:
    """Copy every file of the vault in `folder` into a new folder under `target`, untouched.

    For a vault that does not open any more: somebody else may have to look at it. The secret of a
    request for help stays where it is.

    Raises:
        Fault: `target` takes no files, or no more.
    """
    copy = _free(target, f"patbm-{today.isoformat()}")
    part = copy.with_name(copy.name + ".part")
    with durable.named():
        shutil.rmtree(part, ignore_errors=True)
        try:
            shutil.copytree(folder, part, ignore=shutil.ignore_patterns(names.STAYS_HERE))
        except shutil.Error as error:
            raise Fault(Refusal.FILE_NOT_WRITABLE) from error
        durable.rename(part, copy)
        durable.fsync_folder(target)
    return copy


# -- what a vault lacks ----------------------------------------------------------------------


@dataclass(slots=True)
class _Adding:
    """Applies the ops of another vault, and counts them."""

    db: Database
    other: Database
    lens: Lens
    rights: RightsBook
    progress: Progress | None
    new: int = 0
    known: int = 0
    refused: int = 0

    def add(self, *, control: bool) -> None:
        """Apply what is about rights and erasure, or all the rest."""
        (total,) = self.other.conn.execute(
            "SELECT count(*) FROM op WHERE body IS NOT NULL"
        ).fetchone()
        ops = (op for op in _ops(self.other) if op.is_control == control)
        while some := list(islice(ops, MOST_OPS)):
            unknown = [op for op in some if not oplog.has(self.db, op.id)]
            fitting = [op for op in unknown if _may_keep(op, self.rights)]
            oplog.apply(self.db, fitting, self.lens, self.rights)
            self.new += len(fitting)
            self.known += len(some) - len(unknown)
            self.refused += len(unknown) - len(fitting)
            if self.progress:
                self.progress(self.new + self.known + self.refused, total)


def _ops(other: Database) -> Iterable[Op]:
    return (parse(body, sig) for body, sig in oplog.ops_of(other))


def _may_keep(op: Op, rights: RightsBook) -> bool:
    """Say whether nothing speaks against the signature of `op`, as far as its author is known."""
    return rights.of(op.space).sign_pk(op.dev) is None or rights.is_signed(op)


def _add_parts(db: Database, folder: Path, archive: full_backup.Archive, other: Database) -> int:
    gone = _erased_parts(db, other)
    wanted = (name for name in archive.part_names if name not in gone)
    missing = [name for name in wanted if not parts.is_whole(folder, name)]
    for name in missing:
        parts.write(folder, archive.part(name))
    return len(missing)


def _erased_parts(db: Database, other: Database) -> frozenset[str]:
    """Return the photo parts that only records name in `other` that are erased or let go here."""
    rows = other.conn.execute("SELECT sha, ent, space FROM part").fetchall()
    erased = {row[:2] for row in erasure.every(db)}
    spaces = {bytes.fromhex(space) for space in letting_go.every(db)}
    gone = {row for row in rows if row[1:] in erased or row[2] in spaces}
    return frozenset({sha for sha, *_ in gone} - {row[0] for row in rows if row not in gone})


def _add_keys(db: Database, other: Database) -> int:
    held = {each.kid for each in keyring.keys_of(db)}
    fresh = [
        each
        for each in keyring.keys_of(other)
        if each.kid not in held and each.kid == digest(Purpose.KEY, each.use.encode(), each.key)
    ]
    with writing(db):
        for each in fresh:
            keyring.remember(db, each.kid, each.space, each.use, each.key)
    return len(fresh)


def _add_drafts(db: Database, other: Database) -> int:
    here = {each.id for each in draft.every(db)}
    gone = (*erasure.ents(db), *letting_go.ents(db))
    fresh = [
        each for each in draft.every(other)
        if each.id not in here and not draft.mentions(each, gone)
    ]  # fmt: skip
    with writing(db):
        for each in fresh:
            draft.put(db, each)
    return len(fresh)


# -- files -----------------------------------------------------------------------------------


@contextmanager
def _workplace(folder: Path) -> Iterator[Path]:
    """Give a folder beside the vault's files, empty at the start and gone at the end."""
    path = folder / names.WORKPLACE
    with durable.named():
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir(parents=True)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def _free(folder: Path, stem: str, tail: str = "") -> Path:
    """Return a path in `folder` where nothing is."""
    names_of = (f"{stem}-{n}{tail}" if n else f"{stem}{tail}" for n in count())
    return next(folder / name for name in names_of if not (folder / name).exists())


def _put(unpacked: Path, target: Path) -> None:
    """Move a file to its place; a key file of another vault that lies there is set aside."""
    with durable.named():
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists() and target.read_bytes() != unpacked.read_bytes():
            durable.rename(target, target.with_name(f"lama-{target.name}"))
        durable.rename(unpacked, target)
        durable.fsync_folder(target.parent)
