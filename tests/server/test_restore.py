"""Backup, restore and check at the real command; the drill: whatever laptops hold comes back."""

import hashlib
import shutil
import sqlite3
import stat
from contextlib import closing

import pytest

from patbm_desktop.domain import ids
from patbm_desktop.domain.op import Write
from patbm_desktop.server.backup import archive
from patbm_desktop.server.backup.engines import SqliteStore
from patbm_desktop.server.folder import DataFolder
from patbm_desktop.server.log import blobs, erasure, invitations, rehoming
from patbm_desktop.server.log.connection import PlainSqlite
from patbm_desktop.server.log.core import Log
from patbm_desktop.server.log.parts import FolderShelf
from patbm_desktop.store import outbox
from patbm_desktop.store.oplog import MOST_OPS
from tests.server.cast import Kelurahan, card, enrolment, register_office
from tests.server.conftest import ENGINES, fresh_code
from tests.server.postgres import PlainPostgres
from tests.server.running import done
from tests.store.laptop import Author
from tests.sync.village import Village, joins

WORD = "Balai Layang-Layang"
ACCOUNT = (
    "INSERT INTO people_account (username, password, is_superuser, first_name, last_name,"
    " email, is_staff, is_active, date_joined, must_change)"
    " VALUES (%s, %s, 1, '', '', '', 1, 1, '2026-11-21', 0)"
)
PHOTO = b"sealed part of a photo" * 40


class Stand:
    """A server's folder and database, the commands on it, and a log that runs beside them.

    Without `tables` the database is the one that lies there.
    """

    def __init__(self, folder, tables=None, database=""):
        self.data, self.file = folder / "data", folder / "cadangan.patbm"
        self.settings = {"PATBM_DATABASE_URL": database} if database else {}
        DataFolder(self.data).make()
        path = self.data / "patbm.sqlite3"
        if tables is not None:
            shutil.copy(tables, path)
        self.connection = PlainPostgres(database) if database else PlainSqlite(str(path))
        self.shelf = FolderShelf(self.data / "foto")
        self.log = Log(self.connection, shelf=self.shelf)

    def run(self, *words):
        return done("--data", self.data, *words, **self.settings)

    def backup(self):
        assert self.run("backup", self.file).returncode == 0
        return self.file

    def restore(self):
        found = self.run("restore", self.file)
        assert found.returncode == 0, found.stderr
        return found.stdout

    def ids(self, space):
        rows = self.connection.execute("SELECT id FROM op WHERE space = %s ORDER BY seq", (space,))
        return [known_as for (known_as,) in rows]

    def say(self, sql, *params):
        return self.connection.execute(sql, params)

    def kelurahan(self):
        made = Kelurahan(self.connection, code=fresh_code(), shelf=self.shelf)
        return made.start()

    def lay_down(self, made, ent, data=PHOTO):
        part = blobs.Part(made.rt, ent, hashlib.sha256(data).hexdigest())
        assert blobs.put(made.log.desk, made.sari.dev, part, data) == 201
        return part

    def raw(self):
        return b"".join(each.read_bytes() for each in self.data.rglob("*") if each.is_file())


@pytest.fixture
def stand(tables, tmp_path):
    made = Stand(tmp_path, tables)
    yield made
    made.connection.close()


@pytest.fixture(scope="session")
def migrated_postgres(cluster, tmp_path_factory):
    """A PostgreSQL database that the server itself migrated, to be copied."""
    settings = {"PATBM_DATABASE_URL": cluster.create("template_of_drills")}
    assert done("--data", tmp_path_factory.mktemp("pg"), "check", **settings).returncode == 0
    return "template_of_drills"


@pytest.fixture(params=ENGINES)
def any_stand(request, tables, tmp_path):
    url = ""
    if request.param == "postgresql":
        template = request.getfixturevalue("migrated_postgres")
        url = request.getfixturevalue("cluster").create(f"drill_{ids.fresh()}", template)
    made = Stand(tmp_path, tables, url)
    yield made
    made.connection.close()


def write_many(who, many):
    """Write so many sessions."""
    space = who.home or who.space
    who.laptop.sealing_key(space, "umum")
    first = who.laptop.next_clk(space)
    made = [
        who.laptop.compose(
            "activity", ids.fresh(), {"date": Write("2026-11-01"), "title": Write(f"Sesi {n}")},
            space=space, clk=first + n,
        )
        for n in range(many)
    ]  # fmt: skip
    for start in range(0, many, MOST_OPS):
        who.laptop.keep(made[start : start + MOST_OPS])


def held_by(who, space):
    return {known_as.hex() for (known_as,) in who.db.conn.execute(
        "SELECT id FROM op WHERE space = ?", (bytes.fromhex(space),)
    )}  # fmt: skip


def test_the_drill_dump_a_thousand_ops_restore_sync_compare(any_stand, tmp_path):
    village = Village(tmp_path / "people")
    village.log = any_stand.log
    rina = village.coordinator()
    sari = village.person("Sari", "901")
    joins(sari, rina)
    village.rounds(rina, sari)
    any_stand.backup()
    yesterday = any_stand.ids(sari.space)
    write_many(sari, 1000)
    village.rounds(sari, rina, times=2)
    today = any_stand.ids(sari.space)
    assert len(today) >= len(yesterday) + 1000
    any_stand.restore()
    assert any_stand.ids(sari.space) == yesterday
    village.rounds(rina, sari)
    assert set(any_stand.ids(sari.space)) == set(today) == held_by(sari, sari.space)
    assert set(any_stand.ids(rina.space)) == held_by(rina, rina.space)
    for who in (rina, sari):
        waiting = outbox.counts(who.db)
        assert (waiting.menunggu, waiting.dikirim, waiting.held, waiting.bad) == (0, 0, 0, 0)
    checked = any_stand.run("check")
    assert (checked.returncode, "MASALAH" in checked.stdout) == (0, False)
    village.close()


def test_a_laptop_that_joined_after_the_backup_waits_for_its_coordinator_and_loses_nothing(
    any_stand, tmp_path
):
    village = Village(tmp_path / "people")
    village.log = any_stand.log
    rina = village.coordinator()
    village.rounds(rina)
    any_stand.backup()
    sari = village.person("Sari", "901")
    joins(sari, rina)
    village.rounds(rina, sari)
    note = sari.session()
    village.rounds(sari, rina)
    any_stand.restore()
    assert any_stand.ids(sari.space) == []
    assert village.meet(sari) is None
    village.rounds(rina, sari, times=2)
    assert set(any_stand.ids(sari.space)) == held_by(sari, sari.space)
    assert set(any_stand.ids(rina.space)) == held_by(rina, rina.space)
    assert sum(outbox.undelivered(sari.db)) == outbox.undelivered(sari.db).terkirim
    assert rina.reads_session(note)
    village.close()


def test_photos_come_back_and_what_was_erased_after_the_backup_does_not(any_stand):
    made = any_stand.kelurahan()
    note = made.note(made.sari, name=WORD)
    assert made.reader(made.sari).round([note]).put == {}
    erased, kept, lost = (
        any_stand.lay_down(made, ent, PHOTO + ent.encode())
        for ent in (note.ent, ids.fresh(), ids.fresh())
    )
    any_stand.shelf.drop(made.code, *lost[:2])
    file = any_stand.backup()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    any_stand.shelf.drop(made.code, *kept[:2])
    gone = erasure.Erased(made.code, made.rt, note.ent, ids.fresh(), 1_800_000_000)
    assert erasure.impose(any_stand.connection, any_stand.shelf, [gone]) == 1
    said = any_stand.restore()
    assert "1 catatan yang sudah dihapus tetap dihapus" in said
    assert "1 bagian foto tidak ada di cadangan" in said
    assert any_stand.say("SELECT body FROM op WHERE ent = %s", note.ent) == [(None,)]
    assert WORD.encode() not in any_stand.raw()
    status = [
        blobs.find(made.log.desk, made.sari.dev, each).status for each in (erased, kept, lost)
    ]
    assert status == [410, 200, 404]
    assert blobs.get(made.log.desk, made.sari.dev, kept)[1] == PHOTO + kept.ent.encode()


def test_an_erased_record_of_a_space_that_the_backup_does_not_know_is_stripped_as_it_comes(stand):
    stand.backup()
    made = stand.kelurahan()
    note = made.note(made.sari, name=WORD)
    made.reader(made.sari).round([note])
    gone = erasure.Erased(made.code, made.rt, note.ent, ids.fresh(), 1_800_000_000)
    erasure.impose(stand.connection, stand.shelf, [gone])
    stand.restore()
    again = Kelurahan.__new__(Kelurahan)
    again.__dict__ |= made.__dict__
    register_office(stand.connection, made.code, made.office, card(made.rina))
    again.start()
    assert made.reader(made.sari).round([note]).put == {}
    assert stand.say("SELECT body FROM op WHERE ent = %s", note.ent) == [(None,)]


def test_an_rt_that_moved_after_the_backup_is_where_it_was_and_what_was_erased_stays_so(stand):
    made, elsewhere = stand.kelurahan(), fresh_code()
    note = made.note(made.sari, name=WORD)
    made.reader(made.sari).round([note])
    part = stand.lay_down(made, note.ent)
    stand.backup()
    dewi = Author()
    register_office(stand.connection, elsewhere, dewi.space, card(dewi))
    assert rehoming.rehome(made.log.desk, [made.rt], elsewhere, lambda _: None)
    gone = erasure.Erased(elsewhere, made.rt, note.ent, ids.fresh(), 1_800_000_000)
    erasure.impose(stand.connection, stand.shelf, [gone])
    said = stand.restore()
    assert f"pindahkan lagi (rehome): {made.rt[:12]} ({elsewhere})." in said
    assert stand.say("SELECT kelurahan FROM space WHERE id = %s", made.rt) == [(made.code,)]
    assert stand.say("SELECT body FROM op WHERE ent = %s", note.ent) == [(None,)]
    assert WORD.encode() not in stand.raw()
    assert blobs.find(made.log.desk, made.sari.dev, part).status == 410
    assert not list((stand.data / "foto").rglob(part.sha))
    register_office(stand.connection, elsewhere, dewi.space, card(dewi))
    again = stand.run("rehome", "--space", made.rt, "--kelurahan", elsewhere)
    assert (again.returncode, stand.run("check").returncode) == (0, 0)
    assert stand.say("SELECT kelurahan FROM erased WHERE ent = %s", note.ent) == [(elsewhere,)]


def test_restoring_says_what_must_be_done_again_and_keeps_the_trail(stand):
    made = stand.kelurahan()
    stand.say(ACCOUNT, "petugas", "argon2$dulu")
    stand.backup()
    stand.say("INSERT INTO people_trail (at, who, what, about) VALUES (%s, 'juru', 'masuk', '')",
              "2026-11-21 10:00:00")  # fmt: skip
    stand.say("INSERT INTO django_session VALUES ('a', 'b', '2027-01-01')")
    stand.say(
        "INSERT INTO invitation VALUES ('64.71.99.1777', 'ABCDEFGH', '', 'koordinator', '', 1, '')"
    )
    stand.say(
        "INSERT INTO invitation VALUES (%s, 'BCDEFGH0', '901', 'anggota', %s, 2000000000, '')",
        made.code, made.rina.dev,
    )  # fmt: skip
    invitations.enrol(made.log.desk, *enrolment(Author(), "BCDEFGH0"))
    stand.say("UPDATE device SET disabled = 1 WHERE dev = %s", made.sari.dev)
    stand.say("UPDATE people_account SET password = 'argon2$lain' WHERE username = 'petugas'")
    stand.say(ACCOUNT, "baru", "x")
    stand.say("INSERT INTO home VALUES (%s, '64.71.99.1778', 1)", ids.fresh())
    said = stand.restore()
    assert "Akun yang dibuat sesudah cadangan; buat lagi: baru." in said
    assert "Akun dengan kata sandi yang lama; beri kata sandi sekali pakai: petugas." in said
    assert "Undangan yang dibuat sesudah cadangan; buat lagi: 64.71.99.1777." in said
    assert f"undang lagi yang masih menunggu: Ibu Contoh ({made.code})." in said
    assert "undang dan terima lagi koordinatornya: 64.71.99.1778." in said
    label = stand.say("SELECT label FROM device WHERE dev = %s", made.sari.dev)[0][0]
    assert f"Laptop yang diputus sesudah cadangan; putuskan lagi: {label}" in said
    what = [each for (each,) in stand.say("SELECT what FROM people_trail ORDER BY id")]
    assert what == ["cadangan", "masuk", "pemulihan"]
    assert stand.say("SELECT * FROM django_session") == []


def test_an_empty_machine_takes_a_backup_and_says_what_it_cannot_know(stand, tmp_path):
    made = stand.kelurahan()
    stand.backup()
    found = done("--data", tmp_path / "baru", "restore", stand.file)
    assert found.returncode == 0
    assert "tidak diketahui" in found.stdout
    fresh = PlainSqlite(str(tmp_path / "baru" / "patbm.sqlite3"))
    assert fresh.execute("SELECT count(*) FROM op") == stand.say("SELECT count(*) FROM op")
    assert fresh.execute("SELECT 1 FROM home WHERE space = %s", (made.rt,)) == [(1,)]
    fresh.close()


def test_a_database_that_is_none_any_more_is_set_aside(stand):
    stand.kelurahan()
    stand.backup()
    stand.connection.close()
    (stand.data / "patbm.sqlite3").write_bytes(b"rusak" * 5000)
    assert "tidak terbaca" in stand.restore()
    assert (stand.data / "patbm.rusak").exists()
    assert stand.run("check").returncode == 0


def test_a_backup_with_one_changed_byte_changes_nothing(stand):
    stand.kelurahan()
    raw = bytearray(stand.backup().read_bytes())
    raw[30_000] ^= 1
    stand.file.write_bytes(bytes(raw))
    before = stand.say("SELECT count(*) FROM op")
    found = stand.run("restore", stand.file)
    assert (found.returncode, "Tidak ada yang diubah" in found.stderr) == (1, True)
    assert "Traceback" not in found.stderr
    assert stand.say("SELECT count(*) FROM op") == before


@pytest.fixture
def small(tmp_path):
    """A backup of next to nothing."""
    path = tmp_path / "kecil.patbm"
    with archive.writing(path, archive.Head("sqlite", 1, "0")) as made:
        made.add(archive.DATABASE, b"x" * 2000)
        made.add(f"foto/64.71.99.1001/{'a' * 32}/{'b' * 32}/{'c' * 64}", PHOTO)
    return path


def read(path):
    with archive.Reading.open(path) as found:
        found.verify()
        return list(found.parts())


def test_half_a_backup_or_something_else_is_none(small):
    raw = small.read_bytes()
    assert len(read(small)) == 1
    for other in (
        b"",
        b"bukan cadangan",
        raw[:512] * 2,
        *(raw[:end] for end in range(0, 6000, 500)),
    ):
        small.write_bytes(other)
        with pytest.raises(archive.NoBackup):
            read(small)


def write_with(path, name):
    with archive.writing(path, archive.Head("sqlite", 1, "")) as made:
        made.add(archive.DATABASE, b"x")
        made.add(name, b"x")


@pytest.mark.parametrize("name", ["../keluar", "/keluar", "foto/../../x", "lain"])
def test_a_backup_with_a_name_that_is_not_ours_is_none(tmp_path, name):
    with pytest.raises(archive.NoBackup):
        write_with(tmp_path / "aneh.patbm", name)
    assert list(tmp_path.iterdir()) == []


def test_a_backup_of_the_other_kind_of_database_is_sent_back(stand):
    with archive.writing(stand.file, archive.Head("postgresql", 1, "0")) as made:
        made.add(archive.DATABASE, b"x")
    found = stand.run("restore", stand.file)
    assert (found.returncode, "PATBM_DATABASE_URL" in found.stderr) == (1, True)


def test_a_busy_database_is_left_as_it_is(stand, tmp_path):
    stand.kelurahan()
    store = SqliteStore(stand.data / "patbm.sqlite3", patience=0)
    store.save(tmp_path / "copy")
    with stand.connection.writing(), pytest.raises(sqlite3.OperationalError):
        store.put_back(tmp_path / "copy", str)
    assert not (stand.data / "patbm.rusak").exists()


def test_restoring_that_breaks_off_leaves_what_was_there(stand, tmp_path):
    stand.kelurahan()
    store = SqliteStore(stand.data / "patbm.sqlite3")
    store.save(tmp_path / "copy")

    def break_off(_made):
        raise ZeroDivisionError

    stand.say("DELETE FROM blob")
    before = stand.say("SELECT count(*) FROM op")
    with pytest.raises(ZeroDivisionError):
        store.put_back(tmp_path / "copy", break_off)
    assert stand.say("SELECT count(*) FROM op") == before


def test_the_table_names_the_space_and_the_status_tells(stand):
    made = stand.kelurahan()
    stand.say("UPDATE op SET body = NULL WHERE space = %s AND seq = 2", made.rt)
    found = stand.run("check")
    assert found.returncode == 1
    assert f"{made.code}  RT" in found.stdout
    assert f"{made.rt[:12]}: baris 2 kosong tanpa penghapusan" in found.stdout


def test_a_copy_holds_what_was_committed_while_the_server_writes(stand, tmp_path):
    stand.say("INSERT INTO access VALUES (%s, '64.71.99.1001')", ids.fresh())
    with stand.connection.writing():
        stand.say("INSERT INTO access VALUES (%s, '64.71.99.1002')", ids.fresh())
        SqliteStore(stand.data / "patbm.sqlite3").save(tmp_path / "copy")
    with closing(sqlite3.connect(tmp_path / "copy")) as copy:
        assert copy.execute("SELECT kelurahan FROM access").fetchall() == [("64.71.99.1001",)]
