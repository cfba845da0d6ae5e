"""What was erased stays erased on the server: in tables and dumps, late, and after a restore."""

import pytest

from patbm_desktop.domain import ids
from patbm_desktop.server.log import erasure, why
from patbm_desktop.server.log.limits import DAY
from tests.server.cast import Kelurahan, within
from tests.server.conftest import fresh_code
from tests.store.laptop import Author

SECRET = "Kangkungsawah"
TABLES = ("op", "held", "blob", "erased", "space")


class Erasing:
    """A note of Sari's that says the secret word, on a server that knows the city's arsip."""

    def __init__(self, connection) -> None:
        self.arsip = Author()
        known = {self.arsip.dev: self.arsip.device.sign_pk}
        self.made = Kelurahan(connection, code=fresh_code(), archivists=known)
        self.connection = connection
        self.writer = within(self.arsip, self.made.office)

    def start(self):
        self.made.start()
        self.note = self.made.note(self.made.sari, name=SECRET)
        assert not self.made.reader(self.made.sari).round([self.note]).put
        return self

    def ask(self, ent="", space="", by=None):
        values = {"targets": [[space or self.made.rt, ent or self.note.ent]], "reason": "diminta"}
        return (by or self.made.rina).op("_ask_erase", ids.fresh(), values, clk=80)

    def erase(self, ask, by=None):
        return (by or self.writer).op("_erase", ids.fresh(), {"ask": ask.id}, clk=81)

    def push(self, author, *ops):
        return self.made.reader(author).turn(ops).put

    def erased(self):
        """Ask, let fourteen days pass, and erase."""
        ask = self.ask()
        assert not self.push(self.made.rina, ask)
        self.made.now.moment += 14 * DAY
        erase = self.erase(ask)
        assert not self.push(self.arsip, erase)
        return ask, erase

    def dump(self, tables=TABLES):
        """Return all that stands in the tables of this kelurahan, as a dump of them would."""
        rows = [
            row
            for table in tables
            for row in self.connection.execute(
                f"SELECT * FROM {table} WHERE kelurahan = %s", (self.made.code,)
            )
        ]
        return b"\n".join(
            bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()
            for row in rows
            for cell in row
        )


@pytest.fixture
def erasing(connection):
    return Erasing(connection).start()


def test_of_an_erased_record_a_dump_has_no_word_and_no_author(erasing):
    assert SECRET.encode() in erasing.dump()
    erasing.erased()
    assert SECRET.encode() not in erasing.dump()
    rows = erasing.connection.execute(
        "SELECT dev, body, sig FROM op WHERE kelurahan = %s AND id = %s",
        (erasing.made.code, erasing.note.id),
    )
    assert rows == [("", None, None)]


def test_a_note_that_was_held_goes_with_its_record_and_a_late_one_is_not_kept(erasing):
    made = erasing.made
    removal = made.rina_rt.member(made.sari, 70, active=False)
    assert not erasing.push(made.rina, removal)
    held = made.sari.op("place", erasing.note.ent, {"name": SECRET}, clk=71)
    assert erasing.push(made.sari, held) == {held.id: why.HELD + why.LEFT}
    erasing.erased()
    assert SECRET.encode() not in erasing.dump()
    late = made.sari.op("place", erasing.note.ent, {"name": SECRET}, clk=72)
    assert erasing.push(made.sari, late) == {late.id: why.HELD + why.LEFT}
    assert SECRET.encode() not in erasing.dump()


def test_a_stranger_erases_nothing_whoever_brings_his_words(erasing):
    stranger = within(Author(), erasing.made.office)
    ask = erasing.ask()
    assert not erasing.push(erasing.made.rina, ask)
    erasing.made.now.moment += 20 * DAY
    forged = erasing.erase(ask, by=stranger)
    assert erasing.push(erasing.made.rina, forged) == {forged.id: why.DEVICE}
    assert SECRET.encode() in erasing.dump()


def test_one_device_alone_erases_nothing(erasing):
    ask = erasing.ask(by=erasing.writer)
    assert erasing.push(erasing.arsip, ask) == {ask.id: why.RIGHT}
    erase = erasing.erase(ask)
    assert erasing.push(erasing.arsip, erase) == {erase.id: why.RIGHT}


def test_an_arsip_laptop_that_coordinates_does_not_answer_its_own_request(erasing):
    admitted = erasing.made.rina.member(erasing.writer, 79, role="koordinator")
    assert not erasing.push(erasing.made.rina, admitted)
    ask = erasing.ask(by=erasing.writer)
    assert not erasing.push(erasing.arsip, ask)
    erasing.made.now.moment += 20 * DAY
    erase = erasing.erase(ask)
    assert erasing.push(erasing.arsip, erase) == {erase.id: why.RIGHT}
    assert SECRET.encode() in erasing.dump()


def test_an_arsip_laptop_writes_nothing_else(erasing):
    note = erasing.writer.op("place", ids.fresh(), {"name": "Balai"}, clk=82)
    assert erasing.push(erasing.arsip, note) == {note.id: why.RIGHT}


def test_asking_twice_erases_once(erasing):
    erasing.erased()
    erasing.erased()
    rows = erasing.connection.execute(
        "SELECT count(*) FROM erased WHERE kelurahan = %s", (erasing.made.code,)
    )
    assert rows == [(1,)]


def test_an_office_that_lists_a_space_late_has_its_erasures_obeyed_then(connection):
    erasing = Erasing(connection)
    made = erasing.made
    words = made.founding()
    listing = next(op for op in words if op.kind == "_space")
    assert not made.reader(made.rina).round([op for op in words if op is not listing]).put
    ask = erasing.ask(ent="e" * 32)
    assert not erasing.push(made.rina, ask)
    made.now.moment += 14 * DAY
    assert not erasing.push(erasing.arsip, erasing.erase(ask))
    assert not erasing.push(made.rina, listing)
    assert not made.reader(made.sari).round(made.joining()).put
    note = made.sari.op("place", "e" * 32, {"name": SECRET}, clk=91)
    assert not erasing.push(made.sari, note)
    assert SECRET.encode() not in erasing.dump()


def test_a_restored_backup_is_told_what_the_present_server_knows(erasing):
    before = erasing.connection.execute(
        "SELECT id, dev, body, sig FROM op WHERE kelurahan = %s AND id = %s",
        (erasing.made.code, erasing.note.id),
    )
    erasing.erased()
    known = erasure.known(erasing.connection)
    for id_, dev, body, sig in before:
        erasing.connection.execute(
            "UPDATE op SET dev = %s, body = %s, sig = %s WHERE kelurahan = %s AND id = %s",
            (dev, body, sig, erasing.made.code, id_),
        )
    key = (erasing.made.code,)
    erasing.connection.execute("DELETE FROM erased WHERE kelurahan = %s", key)
    erasing.connection.execute("UPDATE space SET erased = 0 WHERE kelurahan = %s", key)
    assert SECRET.encode() in erasing.dump()
    mine = [each for each in known if each.kelurahan == erasing.made.code]
    assert erasure.impose(erasing.connection, erasing.made.log.desk.shelf, mine) == 1
    assert SECRET.encode() not in erasing.dump()
    late = erasing.made.sari.op("place", erasing.note.ent, {"name": SECRET}, clk=99)
    assert not erasing.push(erasing.made.sari, late)
    assert SECRET.encode() not in erasing.dump()
