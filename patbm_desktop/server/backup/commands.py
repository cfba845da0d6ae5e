"""`patbm-server backup`, `restore` and `check`, as the administrator types them."""

# ruff: noqa: PLC0415 (Django is imported only once its settings stand)

import argparse
import sqlite3
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import django

from patbm_desktop.domain.release import VERSION
from patbm_desktop.server import commands
from patbm_desktop.server.backup.archive import DATABASE, Head, NoBackup, Reading, Writing, writing
from patbm_desktop.server.backup.engines import NoDatabaseProgram, PostgresStore, SqliteStore, Store
from patbm_desktop.server.folder import Occupied
from patbm_desktop.server.log.connection import Connection, Engine
from patbm_desktop.server.log.rehoming import FEW

if TYPE_CHECKING:
    # Needs Django to be set up.
    from patbm_desktop.server.backup.known import Known


def backup(options: argparse.Namespace) -> int:
    """Write everything the server keeps into one file; the server may go on serving."""
    commands.open_folder(options.data)
    django.setup()
    commands.prepare()
    path = options.file.resolve()
    try:
        ops, parts = _write(path)
    except (NoDatabaseProgram, NoBackup, OSError) as error:
        return commands.refuse(f"Cadangan belum dibuat. {error}")
    _remember_backup(path)
    commands.say(f"Cadangan: {path.name}, {ops} baris, {parts} bagian foto, {_size(path)}")
    commands.say(
        "Simpan di tempat lain, dan hapus sebelum 35 hari: yang dihapus masih ada di sana."
    )
    return commands.DONE


def restore(options: argparse.Namespace) -> int:
    """Put a backup in the place of what the server keeps, and print what that means."""
    commands.open_folder(options.data)
    django.setup()
    from django.conf import settings

    try:
        with settings.DATA.alone():
            return _restore_alone(options)
    except Occupied:
        return commands.refuse(commands.OCCUPIED)


def _restore_alone(options: argparse.Namespace) -> int:
    from patbm_desktop.server.backup import known

    before = known.gather()
    try:
        with Reading.open(options.file.resolve()) as read:
            read.verify()
            head, erased = _restore(read, before)
    except (NoBackup, NoDatabaseProgram, OSError, sqlite3.Error) as error:
        return commands.refuse(f"Tidak ada yang diubah. {error}")
    commands.prepare()
    lines = known.carry_trail(before)
    missing = _settle(head)
    for sentence in _told(head, before, erased, lines, missing):
        commands.say(sentence)
    return commands.DONE


def check(options: argparse.Namespace) -> int:
    """Verify every chain and signature and print a table; the status is 1 where one is wrong."""
    from patbm_desktop.server.backup.checking import Checking
    from patbm_desktop.server.log import service

    commands.open_folder(options.data)
    django.setup()
    commands.prepare()
    desk = service.log().desk
    found = list(Checking(desk.connection, desk.shelf, desk.archivists.sign_pks).spaces())
    rows = [
        (each.kelurahan, "kantor" if each.is_office else "RT", each.space[:FEW], str(each.rows),
         str(each.stripped), str(each.held), str(each.parts),
         f"{len(each.problems)} MASALAH" if each.problems else "cocok")
        for each in found
    ]  # fmt: skip
    heads = ("Kelurahan", "Ruang", "Nomor", "Baris", "Dihapus", "Tertahan", "Foto", "Hasil")
    for line in table([heads, *rows]):
        commands.say(line)
    wrong = [each for each in found if each.problems]
    for each in wrong:
        for problem in each.problems:
            commands.say(f"{each.kelurahan} {each.space[:FEW]}: {problem}")
    total = sum(each.rows for each in found)
    commands.say(f"{len(found)} ruang, {total} baris, {len(wrong)} ruang bermasalah.")
    return commands.REFUSED if wrong else commands.DONE


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table whose columns stand below each other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def store() -> Store:
    """Return the database of the settings."""
    from django.conf import settings

    found = settings.DATABASES["default"]
    if found["ENGINE"].endswith("sqlite3"):
        return SqliteStore(Path(found["NAME"]))
    return PostgresStore(found)


# -- writing ---------------------------------------------------------------------------------


def _write(path: Path) -> tuple[int, int]:
    from django.conf import settings

    from patbm_desktop.server.log.models import Op

    kept = store()
    with (
        TemporaryDirectory(dir=settings.DATA.root, prefix="cadangan-") as folder,
        writing(path, Head(kept.engine, int(time.time()), VERSION)) as made,
    ):
        kept.save(Path(folder) / "database")
        made.add_file(DATABASE, Path(folder) / "database")
        # The list of parts is read last: a row without its part would never be sent again.
        return Op.objects.count(), _add_parts(made)


def _add_parts(made: Writing) -> int:
    from patbm_desktop.server.log import service
    from patbm_desktop.server.log.models import Blob

    many = 0
    for key in Blob.objects.values_list("kelurahan", "space", "ent", "sha").iterator():
        data = service.log().desk.shelf.get(*key)
        if data is not None:
            made.add("foto/" + "/".join(key), data)
            many += 1
    return many


def _remember_backup(path: Path) -> None:
    from patbm_desktop.server.people.models import MACHINE, Deed, remember

    remember(MACHINE, Deed.BACKED_UP, path.name)


def _size(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.1f} MB".replace(".", ",")


# -- restoring -------------------------------------------------------------------------------


def _restore(read: Reading, before: "Known") -> tuple[Head, int]:
    """Put the backup in place and return what it says of itself, and how many records are erased.

    Raises:
        NoBackup: it is of another kind of database.
    """
    from django.db import connection

    head, kept = read.head(), store()
    if head.engine != kept.engine:
        names = {Engine.SQLITE: "SQLite", Engine.POSTGRESQL: "PostgreSQL"}
        raise NoBackup(
            f"Cadangan ini dari {names[Engine(head.engine)]}, server ini memakai "
            f"{names[kept.engine]}. Atur PATBM_DATABASE_URL seperti saat cadangan dibuat."
        )
    connection.close()
    return head, _put_back(read, kept, before)


def _put_back(read: Reading, kept: Store, before: "Known") -> int:
    """Lay the parts down first, which harms nothing, then replace the database at once."""
    from django.conf import settings

    from patbm_desktop.server.log import service

    shelf = service.log().desk.shelf
    gone = {(each.kelurahan, each.space, each.ent) for each in before.erased}
    for key in read.parts():
        if key[:3] not in gone:
            shelf.put(*key, read.part(*key))
    erased: list[int] = []

    def amend(made: Connection) -> None:
        erased.append(before.keep_erased(made, shelf))

    with TemporaryDirectory(dir=settings.DATA.root, prefix="pulih-") as folder:
        read.save_database(Path(folder) / "database")
        kept.put_back(Path(folder) / "database", amend)
    return erased[0]


def _settle(head: Head) -> int:
    """End all sessions, drop rows of parts that are not there, and write the trail."""
    from django.contrib.sessions.models import Session

    from patbm_desktop.server.log import service
    from patbm_desktop.server.log.models import Blob
    from patbm_desktop.server.people.models import MACHINE, Deed, remember

    Session.objects.all().delete()
    desk, missing = service.log().desk, 0
    for key in list(Blob.objects.values_list("kelurahan", "space", "ent", "sha")):
        if desk.shelf.get(*key) is None:
            missing += 1
            desk.connection.execute(
                "DELETE FROM blob WHERE kelurahan = %s AND space = %s AND ent = %s AND sha = %s",
                key,
            )
    remember(MACHINE, Deed.RESTORED, f"cadangan {_moment(head.made)}")
    return missing


def _told(head: Head, before: "Known", erased: int, lines: int, missing: int) -> Iterator[str]:
    from patbm_desktop.server.backup import known

    yield f"Dipulihkan dari cadangan {_moment(head.made)}."
    if not before.is_readable:
        yield (
            "Basis data sebelumnya tidak ada atau tidak terbaca, maka penghapusan, akun, undangan, "
            "dan pemutusan sesudah cadangan tidak diketahui. Minta laptop arsip sinkron lebih "
            "dahulu."
        )
    if erased:
        yield f"{erased} catatan yang sudah dihapus tetap dihapus."
    if lines:
        yield f"{lines} baris jejak sesudah cadangan dibawa serta."
    if missing:
        yield f"{missing} bagian foto tidak ada di cadangan; laptop mengirimnya lagi."
    for sentence, names in known.to_do_again(before, known.gather()):
        yield f"{sentence}: {', '.join(names)}."
    yield (
        "Semua yang ada di laptop kembali setelah tiap laptop sinkron satu kali. Minta koordinator "
        "sinkron lebih dahulu; sampai saat itu laptop lain menunggu."
    )


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds).astimezone().strftime("%Y-%m-%d %H:%M")
