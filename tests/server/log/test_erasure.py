"""Erasure on the server: two devices, fourteen days, then body and signature are gone for good."""

import hashlib

import pytest

from patbm_desktop.domain import ids
from patbm_desktop.server.log import blobs, why
from patbm_desktop.server.log.limits import DAY
from patbm_desktop.wire.line import Stripped
from tests.server.cast import Kelurahan, within
from tests.server.conftest import fresh_code
from tests.store.laptop import Author


class Erasing:
    """A note of Sari's that Rina asks to erase, and the city's arsip laptop."""

    def __init__(self, connection) -> None:
        self.arsip = Author()
        known = {self.arsip.dev: self.arsip.device.sign_pk}
        made = Kelurahan(connection, code=fresh_code(), archivists=known)
        self.kelurahan = made.start()
        self.note = made.note(made.sari)
        self.sari = made.reader(made.sari)
        self.sari.round([self.note])
        self.rina = made.reader(made.rina)
        self.writer = within(self.arsip, made.office)

    def ask(self, by: Author | None = None, **more):
        values = {"targets": [[self.kelurahan.rt, self.note.ent]], "reason": "salah_tulis", **more}
        return (by or self.kelurahan.rina).op("_ask_erase", ids.fresh(), values, clk=80)

    def erase(self, ask, by: Author | None = None):
        return (by or self.writer).op("_erase", ids.fresh(), {"ask": ask.id}, clk=81)

    def take_back(self, ask, by: Author | None = None):
        author = by or self.kelurahan.rina
        return author.op("_ask_erase", ids.fresh(), {"takes_back": ask.id}, clk=81)

    def pass_days(self, days: int) -> None:
        self.kelurahan.now.moment += days * DAY

    def by_arsip(self, *ops):
        return self.kelurahan.reader(self.arsip).turn(ops).put

    def body(self):
        rows = self.kelurahan.connection.execute(
            "SELECT body, sig FROM op WHERE kelurahan = %s AND id = %s",
            (self.kelurahan.code, self.note.id),
        )
        return rows[0]


@pytest.fixture
def erasing(connection):
    return Erasing(connection)


def test_the_arsip_laptop_reads_the_offices_and_nothing_else(erasing):
    reader = erasing.kelurahan.reader(erasing.arsip)
    answer = reader.round()
    assert erasing.kelurahan.office in reader.read
    assert erasing.kelurahan.rt not in reader.read
    assert answer.put == {}


def test_before_the_fifteenth_day_an_erasure_waits(erasing):
    ask = erasing.ask()
    erasing.rina.turn([ask])
    erasing.pass_days(13)
    erase = erasing.erase(ask)
    assert erasing.by_arsip(erase) == {erase.id: why.DAYS}
    assert erasing.body() != (None, None)


def test_from_the_fifteenth_day_on_body_and_signature_are_gone(erasing):
    ask = erasing.ask()
    erasing.rina.turn([ask])
    erasing.pass_days(14)
    assert erasing.by_arsip(erasing.erase(ask)) == {}
    assert erasing.body() == (None, None)


def test_an_erased_op_keeps_its_place_so_that_the_chain_closes(erasing):
    ask = erasing.ask()
    erasing.rina.turn([ask])
    erasing.pass_days(14)
    erasing.by_arsip(erasing.erase(ask))
    fresh = erasing.kelurahan.reader(erasing.kelurahan.sari)
    fresh.round()
    lines = [line for line in fresh.answers[0].lines if isinstance(line, Stripped)]
    assert [(line.id, line.ent, line.kind) for line in lines] == [
        (erasing.note.id, erasing.note.ent, "place")
    ]


def test_an_edit_that_comes_late_is_stripped_as_it_comes(erasing):
    ask = erasing.ask()
    erasing.rina.turn([ask])
    erasing.pass_days(14)
    erasing.by_arsip(erasing.erase(ask))
    late = erasing.kelurahan.sari.op("place", erasing.note.ent, {"name": "Lagi"}, clk=90)
    assert erasing.sari.turn([late]).put == {}
    other = erasing.kelurahan.reader(erasing.kelurahan.rina)
    other.round()
    assert late.id in other.read[erasing.kelurahan.rt]
    assert b"Lagi" not in b"".join(answer.encode() for answer in other.answers)


def test_nobody_but_an_arsip_laptop_erases(erasing):
    ask = erasing.ask()
    erasing.rina.turn([ask])
    erasing.pass_days(20)
    own = erasing.erase(ask, erasing.kelurahan.rina)
    assert erasing.rina.turn([own]).put == {own.id: why.RIGHT}


def test_an_erasure_that_names_no_request_waits(erasing):
    erase = erasing.erase(erasing.note)
    assert erasing.by_arsip(erase) == {erase.id: why.RIGHT}


def test_a_reader_of_the_office_cannot_ask(erasing):
    ask = erasing.ask(erasing.kelurahan.sari_office)
    assert erasing.sari.turn([ask]).put == {ask.id: why.RIGHT}


def test_an_office_erases_only_in_spaces_that_it_registered(erasing, connection):
    other = Kelurahan(connection, code=fresh_code()).start()
    note = other.note(other.sari)
    other.reader(other.sari).turn([note])
    ask = erasing.ask(targets=[[other.rt, note.ent]])
    erasing.rina.turn([ask])
    erasing.pass_days(15)
    assert erasing.by_arsip(erasing.erase(ask)) == {}
    fresh = other.reader(other.rina)
    fresh.round()
    assert not any(isinstance(line, Stripped) for line in fresh.answers[0].lines)


def test_a_laptop_that_coordinates_cannot_erase_what_it_asked_for_itself(erasing):
    admission = erasing.kelurahan.rina.member(erasing.writer, 70, role="koordinator")
    ask = erasing.ask(erasing.writer)
    assert erasing.rina.turn([admission, ask]).put == {}
    erasing.pass_days(15)
    erase = erasing.erase(ask)
    assert erasing.by_arsip(erase) == {erase.id: why.RIGHT}
    assert erasing.body() != (None, None)


def test_what_stands_in_the_office_itself_is_not_erased(erasing):
    note = erasing.kelurahan.note(erasing.kelurahan.rina)
    ask = erasing.ask(targets=[[erasing.kelurahan.office, note.ent]])
    erasing.rina.turn([note, ask])
    erasing.pass_days(15)
    assert erasing.by_arsip(erasing.erase(ask)) == {}
    rows = erasing.kelurahan.connection.execute(
        "SELECT count(*) FROM op WHERE kelurahan = %s AND body IS NULL", (erasing.kelurahan.code,)
    )
    assert rows == [(0,)]


def test_words_about_rights_are_never_stripped(erasing):
    ask = erasing.ask(targets=[[erasing.kelurahan.rt, erasing.kelurahan.sari.dev]])
    erasing.rina.turn([ask])
    erasing.pass_days(15)
    erasing.by_arsip(erasing.erase(ask))
    rows = erasing.kelurahan.connection.execute(
        "SELECT count(*) FROM op WHERE kelurahan = %s AND body IS NULL", (erasing.kelurahan.code,)
    )
    assert rows == [(0,)]


def test_photos_go_with_their_record_and_come_never_again(erasing):
    desk, dev = erasing.kelurahan.log.desk, erasing.kelurahan.sari.dev
    data = b"sealed"
    part = blobs.Part(erasing.kelurahan.rt, erasing.note.ent, hashlib.sha256(data).hexdigest())
    assert blobs.put(desk, dev, part, data) == blobs.STORED
    ask = erasing.ask()
    erasing.rina.turn([ask])
    erasing.pass_days(14)
    erasing.by_arsip(erasing.erase(ask))
    assert blobs.get(desk, dev, part) == (blobs.ERASED, b"")
    assert blobs.put(desk, dev, part, data) == blobs.ERASED
    assert desk.shelf.get(erasing.kelurahan.code, *part) is None


def test_what_was_taken_back_is_not_erased_however_much_later(erasing):
    ask = erasing.ask()
    erasing.rina.turn([ask])
    erasing.pass_days(3)
    assert erasing.rina.turn([erasing.take_back(ask)]).put == {}
    erasing.pass_days(30)
    erase = erasing.erase(ask)
    assert erasing.by_arsip(erase) == {erase.id: why.SETTLED}
    assert erasing.body() != (None, None)


def test_what_was_erased_cannot_be_taken_back(erasing):
    ask = erasing.ask()
    erasing.rina.turn([ask])
    erasing.pass_days(14)
    erasing.by_arsip(erasing.erase(ask))
    back = erasing.take_back(ask)
    assert erasing.rina.turn([back]).put == {back.id: why.SETTLED}
    assert erasing.body() == (None, None)


def test_what_a_restored_log_remembers_as_erased_cannot_be_taken_back(erasing):
    ask = erasing.ask()
    erasing.rina.turn([ask])
    key = (erasing.kelurahan.code, erasing.kelurahan.rt, erasing.note.ent)
    lost = erasing.erase(ask)
    erasing.kelurahan.connection.execute(
        "INSERT INTO erased (kelurahan, space, ent, by_op, at) VALUES (%s, %s, %s, %s, 0)",
        (*key, lost.id),
    )
    back = erasing.take_back(ask)
    assert erasing.rina.turn([back]).put == {back.id: why.SETTLED}
    erasing.pass_days(14)
    assert erasing.by_arsip(lost) == {}


def test_a_request_may_be_taken_back_in_the_very_push_that_brings_it(erasing):
    ask = erasing.ask()
    assert erasing.rina.turn([ask, erasing.take_back(ask)]).put == {}
    erasing.pass_days(20)
    erase = erasing.erase(ask)
    assert erasing.by_arsip(erase) == {erase.id: why.SETTLED}


def test_a_coordinator_brings_back_an_erasure_that_the_log_lost(erasing):
    ask = erasing.ask()
    erasing.rina.turn([ask, erasing.take_back(ask)])
    erasing.pass_days(14)
    erase = erasing.erase(ask)
    assert erasing.sari.turn([erase]).put == {erase.id: why.SETTLED}
    assert erasing.body() != (None, None)
    assert erasing.rina.turn([erase]).put == {}
    assert erasing.body() == (None, None)


def test_a_reader_of_the_office_cannot_take_back(erasing):
    ask = erasing.ask()
    erasing.rina.turn([ask])
    back = erasing.take_back(ask, erasing.kelurahan.sari_office)
    assert erasing.sari.turn([back]).put == {back.id: why.RIGHT}
    erasing.pass_days(14)
    assert erasing.by_arsip(erasing.erase(ask)) == {}


def test_a_taking_back_that_names_no_request_waits_and_is_none_itself(erasing):
    back = erasing.take_back(erasing.note)
    assert erasing.rina.turn([back]).put == {back.id: why.RIGHT}
    ask = erasing.ask()
    of_back = erasing.take_back(ask)
    erasing.rina.turn([ask, of_back])
    erase = erasing.erase(of_back)
    assert erasing.by_arsip(erase) == {erase.id: why.RIGHT}


def asked_by_dewi_who_left(erasing):
    """Return a request of Dewi's, of whom the log knows that she coordinated and was removed."""
    rina, dewi = erasing.kelurahan.rina, erasing.kelurahan.dewi
    words = [rina.member(dewi, 20, role="koordinator"), rina.member(dewi, 21, active=False)]
    assert erasing.rina.turn(words).put == {}
    return erasing.ask(dewi)


def test_a_request_whose_author_left_is_taken_from_a_coordinator_and_from_no_other(erasing):
    ask = asked_by_dewi_who_left(erasing)
    for each in (erasing.kelurahan.dewi, erasing.kelurahan.sari):
        assert erasing.kelurahan.reader(each).turn([ask]).put == {ask.id: why.RIGHT}
    assert erasing.rina.turn([ask]).put == {}
    erasing.pass_days(13)
    erase = erasing.erase(ask)
    assert erasing.by_arsip(erase) == {erase.id: why.DAYS}
    erasing.pass_days(1)
    assert erasing.by_arsip(erase) == {}
    assert erasing.body() == (None, None)


def test_a_laptop_of_the_city_brings_back_the_request_that_it_carries_out(erasing):
    ask = asked_by_dewi_who_left(erasing)
    erase = erasing.erase(ask)
    assert erasing.by_arsip(ask, erase) == {erase.id: why.DAYS}
    erasing.rina.round()
    assert ask.id in erasing.rina.read[erasing.kelurahan.office]


def test_nobody_brings_a_request_of_somebody_who_never_coordinated(erasing):
    ask = erasing.ask(erasing.kelurahan.sari_office)
    assert erasing.rina.turn([ask]).put == erasing.by_arsip(ask) == {ask.id: why.RIGHT}


def test_of_who_left_a_coordinator_brings_no_other_word(erasing):
    asked_by_dewi_who_left(erasing)
    word = erasing.kelurahan.dewi.op("_accept", erasing.note.id, {"ok": True, "why": ""}, clk=82)
    assert erasing.rina.turn([word]).put == {word.id: why.RIGHT}
