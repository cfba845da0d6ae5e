"""An RT that moves to another kelurahan: everything of it goes, nothing of it is lost."""

import hashlib
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from patbm_desktop.domain import ids
from patbm_desktop.server.backup.checking import Checking
from patbm_desktop.server.commands import STAYS_BECAUSE
from patbm_desktop.server.log import blobs, rehoming, schema
from patbm_desktop.server.log.connection import PlainSqlite
from patbm_desktop.server.log.parts import FolderShelf
from patbm_desktop.server.log.rehoming import StaysHere, Why
from tests.server.cast import Kelurahan, within
from tests.server.conftest import fresh_code
from tests.server.log.test_erasure import Erasing
from tests.server.running import HttpLaptop, done, founded
from tests.store.laptop import Author

PHOTO = b"sealed part of a photo" * 40


class Beside:
    """A second kelurahan on the same server, with an office of Wati's and nothing else."""

    def __init__(self, made: Kelurahan) -> None:
        self.code = fresh_code()
        self.made = made
        self.told: list[rehoming.Moved] = []
        self.other = Kelurahan(made.connection, code=self.code, shelf=made.log.desk.shelf)
        self.wati = self.other.rina
        self.wati_rt = within(self.wati, made.rt)
        first = [op for op in self.wati.first_ops("koordinator") if op.kind != "rt"]
        assert not self.reader(self.wati).round(first[:2]).put

    def reader(self, author: Author):
        return self.made.reader(author)

    def move(self, *spaces: str, to: str = ""):
        desk, named = self.made.log.desk, spaces or (self.made.rt,)
        return rehoming.rehome(desk, named, to or self.code, self.told.append)

    def welcome(self, clk: int = 70):
        """Sari makes Wati a coordinator of her space."""
        return self.made.sari.member(self.wati_rt, clk, role="koordinator")

    def listing(self, clk: int = 10):
        """Wati lists the space of Sari, and has her as a reader of her office."""
        values = {"rt": ids.fresh(), "founder": self.made.sari.dev}
        return [
            self.wati.op("_space", self.made.rt, values, clk=clk),
            self.wati.member(within(self.made.sari, self.wati.space), clk + 1, role="pembaca"),
        ]


@pytest.fixture
def beside(kelurahan: Kelurahan) -> Beside:
    return Beside(kelurahan)


def of_rt(made: Kelurahan, code: str) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of the RT that stands under a kelurahan, but for the kelurahan itself."""
    key = {"space": "id"}
    found = {}
    for table in ("space", *rehoming.TABLES):
        rows = made.connection.execute(
            f"SELECT * FROM {table} WHERE kelurahan = %s AND {key.get(table, 'space')} = %s",
            (code, made.rt),
        )
        found[table] = sorted((row[1:] for row in rows), key=repr)
    return found


def problems(made: Kelurahan) -> list[str]:
    found = Checking(made.connection, made.log.desk.shelf, {}).spaces()
    return [problem for each in found if each.space == made.rt for problem in each.problems]


def test_every_row_of_the_rt_moves_as_it_is_and_the_check_is_green(kelurahan, beside):
    far = kelurahan.note(kelurahan.sari, clk=500_000)
    assert kelurahan.reader(kelurahan.sari).round([far]).put == {far.id: "held:jam"}
    part = blobs.Part(kelurahan.rt, ids.fresh(), hashlib.sha256(PHOTO).hexdigest())
    blobs.put(kelurahan.log.desk, kelurahan.sari.dev, part, PHOTO)
    before = of_rt(kelurahan, kelurahan.code)
    (moved,) = beside.move()
    assert (moved.lines, moved.parts) == (len(before["op"]), 1)
    assert beside.told == [moved]
    assert of_rt(kelurahan, beside.code) == before
    assert not any(of_rt(kelurahan, kelurahan.code).values())
    assert len(before["held"]) == len(before["blob"]) == 1
    assert problems(kelurahan) == []
    assert blobs.get(kelurahan.log.desk, kelurahan.rina.dev, part) == (blobs.THERE, PHOTO)


def test_every_table_with_a_space_moves_but_the_requests_to_join():
    connection = PlainSqlite()
    schema.make(connection)
    tables = [name for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
    )]  # fmt: skip
    keyed = {
        name for name in tables
        if {"kelurahan", "space"} <= {
            row[1] for row in connection.execute(f"PRAGMA table_info({name})")
        }
    }  # fmt: skip
    connection.close()
    assert keyed == {*rehoming.TABLES, "home", "enrolment"}


def test_laptops_read_on_from_where_they_stood(kelurahan, beside):
    sari, rina = kelurahan.reader(kelurahan.sari), kelurahan.reader(kelurahan.rina)
    sari.round([kelurahan.note(kelurahan.sari)])
    rina.round()
    stood = dict(sari.cur)
    beside.move()
    later = kelurahan.note(kelurahan.sari, 51)
    assert sari.round([later]).put == {}
    rina.round()
    assert all(
        not news.rewind for each in (*sari.answers, *rina.answers) for news in each.sp.values()
    )
    assert stood[kelurahan.rt] != sari.cur[kelurahan.rt]
    assert sari.read[kelurahan.rt][-1] == rina.read[kelurahan.rt][-1] == later.id


STAYS = (
    ("an office", Why.IS_OFFICE),
    ("nowhere", Why.NO_OFFICE),
    ("unknown", Why.NO_SPACE),
    ("where it is", Why.IS_THERE),
)


@pytest.mark.parametrize(("what", "why"), STAYS, ids=[what for what, _ in STAYS])
def test_what_cannot_move_stays_and_nothing_is_changed(kelurahan, beside, what, why):
    to = {"nowhere": fresh_code(), "where it is": kelurahan.code}.get(what, beside.code)
    space = {"an office": kelurahan.office, "unknown": ids.fresh()}.get(what, kelurahan.rt)
    before = of_rt(kelurahan, kelurahan.code)
    with pytest.raises(StaysHere) as caught:
        beside.move(kelurahan.rt, space, to=to)
    assert caught.value.why is why
    assert of_rt(kelurahan, kelurahan.code) == before
    assert beside.told == [] or what in {"an office", "unknown"}


def test_an_audit_line_that_cannot_be_written_stops_the_move(kelurahan, beside):
    def refuses(_moved):
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        rehoming.rehome(kelurahan.log.desk, [kelurahan.rt], beside.code, refuses)
    assert of_rt(kelurahan, beside.code)["op"] == []
    assert problems(kelurahan) == []


def test_nobody_of_the_other_kelurahan_takes_an_rt_by_himself(kelurahan, beside):
    listing, admitted = beside.listing()
    put = beside.reader(beside.wati).round([listing, admitted]).put
    assert put == {listing.id: "bad:ruang-terdaftar"}
    welcome = beside.welcome()
    assert kelurahan.reader(kelurahan.sari).round([welcome]).put == {welcome.id: "later:hak"}
    assert of_rt(kelurahan, beside.code)["space"] == []
    assert kelurahan.rt not in beside.reader(beside.wati).round().sp


def test_once_moved_the_founder_lets_the_new_coordinator_in_and_she_the_old_one_out(
    kelurahan, beside
):
    wati, rina = beside.reader(beside.wati), kelurahan.reader(kelurahan.rina)
    beside.move()
    assert wati.round(beside.listing()).put == {}
    assert kelurahan.reader(kelurahan.sari).round([beside.welcome()]).put == {}
    wati.round()
    assert len(wati.read[kelurahan.rt]) > len(kelurahan.joining())
    out = beside.wati_rt.op("_member", kelurahan.rina.dev, {"active": False}, clk=80)
    assert wati.round([out]).put == {}
    unseen = kelurahan.note(kelurahan.sari, 81)
    assert kelurahan.reader(kelurahan.sari).round([unseen]).put == {}
    rina.round()
    assert rina.read[kelurahan.rt][-1] == out.id
    assert rina.turn().sp[kelurahan.rt].closed


def test_the_founder_names_nobody_who_leads_no_office_there(kelurahan, beside):
    beside.move()
    stranger = kelurahan.sari.member(within(kelurahan.tono, kelurahan.rt), 70, role="koordinator")
    put = kelurahan.reader(kelurahan.sari).round([stranger]).put
    assert put == {stranger.id: "later:hak"}


def test_while_one_of_its_coordinators_leads_there_the_founder_names_no_other(kelurahan):
    admitted = kelurahan.rina.member(kelurahan.dewi, 60, role="koordinator")
    assert not kelurahan.reader(kelurahan.rina).round([admitted]).put
    second = kelurahan.sari.member(within(kelurahan.dewi, kelurahan.rt), 70, role="koordinator")
    put = kelurahan.reader(kelurahan.sari).round([second]).put
    assert put == {second.id: "later:hak"}


def test_the_old_office_lists_it_no_more(kelurahan, beside):
    beside.move()
    again = kelurahan.space_op(kelurahan.sari, 90)
    assert kelurahan.reader(kelurahan.rina).round([again]).put == {again.id: "bad:ruang-terdaftar"}
    assert of_rt(kelurahan, kelurahan.code)["space"] == []


def test_what_the_old_office_asked_to_be_erased_there_is_the_new_ones_to_ask(connection):
    erasing = Erasing(connection)
    ask = erasing.ask()
    erasing.rina.turn([ask])
    erasing.pass_days(15)
    erase = erasing.erase(ask)
    Beside(erasing.kelurahan).move()
    assert erasing.by_arsip(erase) == {erase.id: "later:hak"}
    stored = connection.execute("SELECT body FROM op WHERE id = %s", (erasing.note.id,))
    assert bytes(stored[0][0]) == erasing.note.body


def test_parts_in_the_folder_go_along_and_leave_none_behind(tmp_path):
    connection, shelf = PlainSqlite(synchronous="OFF"), FolderShelf(tmp_path)
    schema.make(connection)
    made = Kelurahan(connection, code=fresh_code(), shelf=shelf).start()
    part = blobs.Part(made.rt, ids.fresh(), hashlib.sha256(PHOTO).hexdigest())
    blobs.put(made.log.desk, made.sari.dev, part, PHOTO)
    beside = Beside(made)
    beside.move()
    files = [each.relative_to(tmp_path).parts for each in tmp_path.rglob("*") if each.is_file()]
    assert files == [(beside.code, *part)]
    assert problems(made) == []
    connection.close()


def test_a_part_on_its_way_while_the_space_moves_is_laid_where_it_belongs(plain):
    part = blobs.Part(plain.rt, ids.fresh(), hashlib.sha256(PHOTO).hexdigest())
    beside, desk = Beside(plain), plain.log.desk
    put = desk.shelf.put

    def moves_first(*named):
        desk.shelf.put = put
        put(*named)
        beside.move()

    desk.shelf.put = moves_first
    assert blobs.put(desk, plain.sari.dev, part, PHOTO) == blobs.STORED
    assert problems(plain) == []
    assert blobs.get(desk, plain.sari.dev, part) == (blobs.THERE, PHOTO)
    assert not desk.shelf.has(plain.code, *part)


WRITERS, PUSHES, OPS = 4, 6, 5


def test_pushes_while_the_space_moves_and_comes_back_lose_nothing(server):
    made = founded(server, fresh_code())
    beside = Beside(made)
    writers = [Author(made.office) for _ in range(WRITERS)]
    ops = [made.rina.member(each, 20, role="pembaca") for each in writers]
    ops += [made.rina_rt.member(within(each, made.rt), 21) for each in writers]
    assert made.reader(made.rina).round(ops).put == {}
    together = threading.Barrier(WRITERS + 1, timeout=60)

    def write(author: Author) -> list[str]:
        laptop, own = HttpLaptop(server, author).known(), within(author, made.rt)
        pushes = [[made.note(own, 50 + n) for _ in range(OPS)] for n in range(PUSHES)]
        together.wait()
        for waiting in pushes:
            while put := laptop.offer(waiting).put:
                assert set(put.values()) == {"later:ruang"}
        return [op.id for ops in pushes for op in ops]

    with ThreadPoolExecutor(WRITERS) as pool:
        working = [pool.submit(write, each) for each in writers]
        together.wait()
        for to in (beside.code, made.code) * 3 + (beside.code,):
            beside.move(to=to)
        written = [op for each in working for op in each.result()]
    stored = made.connection.execute(
        "SELECT kelurahan, id FROM op WHERE space = %s ORDER BY seq", (made.rt,)
    )
    assert {code for code, _ in stored} == {beside.code}
    assert {op for _, op in stored} >= set(written)
    assert len(stored) == len(set(stored))
    assert problems(made) == []


def test_the_command_moves_an_rt_while_the_server_runs_and_says_what_went(server):
    made = founded(server, fresh_code())
    beside = Beside(made)
    settings = {"PATBM_DATABASE_URL": server.database} if server.database else {}

    def typed(*words: str):
        return done("rehome", *words, "--data", server.data, **settings)

    moved = typed("--space", made.rt[:12], "--kelurahan", beside.code)
    assert (moved.returncode, moved.stderr) == (0, "")
    assert f"pindah dari {made.code} ke {beside.code}" in moved.stdout
    trail = made.connection.execute(
        "SELECT who, what FROM people_trail WHERE about LIKE %s", (f"%{made.rt}%",)
    )
    assert trail == [("mesin server", "ruang dipindah")]
    assert HttpLaptop(server, made.sari).known().round([made.note(made.sari)]).put == {}
    again = typed("--space", made.rt[:12], "--kelurahan", beside.code)
    assert (again.returncode, again.stdout) == (1, "")
    assert "sudah di kelurahan" in again.stderr
    assert "Tidak ada yang diubah" in again.stderr


def test_an_rt_is_found_by_its_number_in_the_kelurahan_it_leaves(kelurahan):
    kelurahan.connection.execute(
        "UPDATE space SET rt = %s WHERE kelurahan = %s AND id = %s",
        (ids.rt_id(kelurahan.code, "901"), kelurahan.code, kelurahan.rt),
    )
    assert rehoming.of_rt(kelurahan.connection, kelurahan.code, "901") == [kelurahan.rt]
    assert rehoming.named(kelurahan.connection, kelurahan.rt[:12].upper()) == kelurahan.rt
    for beginning in ("", "%", "zz" * 6, kelurahan.rt[:4], ids.fresh()):
        with pytest.raises(StaysHere):
            rehoming.named(kelurahan.connection, beginning)


def test_every_reason_is_said_in_a_sentence_of_its_own():
    assert set(STAYS_BECAUSE) == {each.value for each in Why}
