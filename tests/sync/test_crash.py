"""A kill at any commit, rename or fsync of ours, on both ends: nothing lost, doubled or claimed."""

import subprocess
import sys
from pathlib import Path

from patbm_desktop.domain import ids
from patbm_desktop.domain.op import Write
from patbm_desktop.server.backup.checking import Checking
from patbm_desktop.server.log import schema
from patbm_desktop.server.log.offices import register_office
from patbm_desktop.store import part_book, parts, positions
from patbm_desktop.sync import stick
from patbm_desktop.sync.repair import repair
from patbm_desktop.wire.joining import Card
from tests.sync import crashing
from tests.sync.crashing import BUDI, FILE, RINA, SARI, Field

ROOT = Path(__file__).resolve().parents[2]
KELURAHAN = "64.71.99.1001"
PHOTO = b"a sealed part" * 900


# -- what stands before the kill -------------------------------------------------------------


def prepared(folder):
    """Make Sari's RT on a server: notes and a photo wait on either side, and a key is due."""
    folder.mkdir()
    field = Field(folder)
    schema.make(field.connection)
    sari, rina, budi = (field.seat(name) for name in (SARI, RINA, BUDI))
    (folder / "space").write_text(sari.found())
    rina.space = budi.space = sari.space
    know(field, sari, sari.space)
    sari.admit(rina, "koordinator", cases=True)
    know(field, rina, ids.fresh())
    know(field, budi, ids.fresh())
    field.meet(SARI, RINA, SARI)
    rina.admit(budi, cases=True)
    photo(rina, b"of Rina" + PHOTO)
    note(rina)
    field.meet(RINA, BUDI)
    for _ in range(2):
        note(sari)
    photo(sari, PHOTO)
    return field


def know(field, seat, space):
    keys = seat.laptop.device
    card = Card(seat.dev, "laptop", keys.sign_pk.hex(), keys.box_pk.hex())
    register_office(field.connection, KELURAHAN, space, card)


def note(seat):
    return seat.save("activity", type="jejaring", program="ppatbm", result="Yang dibahas")


def photo(seat, part):
    file = {"key": "k", "mime": "image/jpeg", "size": 9, "parts": [parts.write(seat.folder, part)]}
    said = {"of": Write(ids.fresh()), "kind": Write("foto"), "file": Write(file)}
    clk = seat.laptop.next_clk(seat.space)
    seat.laptop.keep(
        [seat.laptop.compose("attachment", ids.fresh(), said, space=seat.space, clk=clk)]
    )


def killed_everywhere(name, folder):
    """Do `name` once for every point it can die at; return the folders that are left."""
    command = [sys.executable, "-m", "tests.sync.crashing", name, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr.decode()
    left = [path for path in folder.iterdir() if path.name.isdecimal()]
    return sorted(left, key=lambda path: int(path.name))


# -- what stands after it --------------------------------------------------------------------


def is_whole(field, before):
    """Assert what holds at any moment: I2, I3, I6, I7, and no photo is called sent that is not."""
    log = rows_of(field)
    for name, ops in before.items():
        seat = field.seat(name)
        seat.laptop.refresh()
        assert seat.is_sound()
        assert seat.ops() >= ops
        assert places_of(seat) <= log
        cursor = positions.cursor(seat.db, seat.space)
        assert cursor.seq == 0 or (cursor.seq, cursor.chain) in chains_of(field)
        for part in part_book.standing(seat.db):
            if part.seen == part_book.SEEN:
                assert field.office(RINA).has_part(part.space, part.ent, part.sha)
    assert problems_of(field) == []
    return True


def rows_of(field):
    rows = field.connection.execute("SELECT space, seq, id FROM op")
    return {(space, seq, known_as) for space, seq, known_as in rows}


def chains_of(field):
    space = (field.folder / "space").read_text()
    return set(field.connection.execute("SELECT seq, chain FROM op WHERE space = %s", (space,)))


def places_of(seat):
    rows = seat.db.conn.execute("SELECT space, seq, id FROM op WHERE seq IS NOT NULL").fetchall()
    return {(space.hex(), seq, known_as.hex()) for space, seq, known_as in rows}


def problems_of(field):
    checked = Checking(field.connection, field.shelf, {}).spaces()
    return [problem for each in checked for problem in each.problems]


def come_to_one(field, names):
    """Let all exchange until nothing moves; assert that all have everything, once."""
    field.meet(*names, *names, *names)
    seats = [field.seat(name) for name in names]
    assert len({frozenset(seat.ops()) for seat in seats}) == 1
    assert {known_as for _, _, known_as in rows_of(field)} >= seats[0].ops()
    assert all(field.meet(name).waits == 0 for name in names)
    assert len(field.connection.execute("SELECT DISTINCT sha FROM blob")) == 2
    return is_whole(field, {name: set() for name in names})


def ops_of(field):
    return {name: seat.ops() for name, seat in field.seats.items()}


def test_a_kill_of_both_ends_in_a_round_loses_doubles_and_claims_nothing(tmp_path):
    field = prepared(tmp_path / "template")
    before = ops_of(field)
    field.close()
    left = killed_everywhere("exchange", tmp_path)
    assert len(left) > 12
    for folder in left:
        field = Field(folder)
        assert is_whole(field, before)
        assert come_to_one(field, (SARI, RINA, BUDI))
        field.close()
    assert (left[-1] / "promised").read_text().split()[-1] == "3"


def test_a_kill_while_held_notes_are_brought_and_accepted_loses_none(tmp_path):
    field = prepared(tmp_path / "template")
    ents = [note(field.seat(BUDI)) for _ in range(2)]
    field.seat(RINA).remove(field.seat(BUDI))
    field.meet(RINA)
    before = ops_of(field)
    field.close()
    left = killed_everywhere("push_held", tmp_path)
    assert len(left) > 9
    for folder in left:
        field = Field(folder)
        assert is_whole(field, before)
        crashing.push_held(folder)
        field.meet(SARI, RINA, SARI)
        assert all(field.seat(SARI).values("activity", ent) for ent in ents)
        assert problems_of(field) == []
        field.close()


def test_a_kill_while_a_stick_is_written_leaves_the_old_file_or_the_new(tmp_path):
    field = prepared(tmp_path / "template")
    stick.save(field.seat(SARI).laptop, tmp_path / "template" / "dari-sari.patbm")
    old = (tmp_path / "template" / "dari-sari.patbm").read_bytes()
    note(field.seat(SARI))
    before = ops_of(field)
    field.close()
    left, kept = killed_everywhere("write_stick", tmp_path), []
    assert len(left) > 4
    for folder in left:
        field, path = Field(folder), folder / "dari-sari.patbm"
        assert is_whole(field, before)
        kept.append(path.read_bytes() == old)
        stick.load(field.seat(RINA).laptop, path)
        stick.save(field.seat(SARI).laptop, path)
        stick.load(field.seat(RINA).laptop, path)
        assert field.seat(RINA).ops() == field.seat(SARI).ops() | before[RINA]
        field.close()
    assert kept == sorted(kept, reverse=True)
    assert set(kept) == {True, False}


def test_a_kill_while_a_stick_is_read_is_made_good_by_reading_it_again(tmp_path):
    field = prepared(tmp_path / "template")
    sari, rina = field.seat(SARI), field.seat(RINA)
    stick.save(sari.laptop, tmp_path / "to-rina.patbm")
    stick.load(rina.laptop, tmp_path / "to-rina.patbm")
    repair(rina.laptop)
    field.meet(RINA)
    stick.save(rina.laptop, tmp_path / "template" / FILE)
    before = ops_of(field)
    field.close()
    left = killed_everywhere("read_stick", tmp_path)
    assert len(left) > 8
    for folder in left:
        field = Field(folder)
        assert is_whole(field, before)
        took = stick.load(field.seat(SARI).laptop, folder / FILE).took
        assert all(each.is_receipt for each in took)
        assert places_of(field.seat(SARI)) == places_of(field.seat(RINA))
        assert field.seat(SARI).ops() >= before[RINA]
        assert come_to_one(field, (SARI, RINA, BUDI))
        field.close()
