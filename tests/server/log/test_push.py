"""What becomes of an op that is pushed: stored, held, later or bad, on both engines."""

from dataclasses import replace

from patbm_desktop.domain import ids
from patbm_desktop.seal import sign
from patbm_desktop.server.log import pages, why
from patbm_desktop.server.log.limits import Limits
from patbm_desktop.wire.line import HeldLine, Position
from patbm_desktop.wire.messages import Offer, Request
from tests.server.cast import Kelurahan, card, within
from tests.server.conftest import fresh_code
from tests.store.laptop import Author


def test_an_op_is_stored_and_confirmed_by_place_in_one_turn(kelurahan):
    sari = kelurahan.reader(kelurahan.sari)
    sari.round()
    note = kelurahan.note(kelurahan.sari)
    answer = sari.turn([note])
    assert answer.put == {}
    assert answer.lines == (Position(kelurahan.rt, 7, note.id),)


def test_an_op_that_is_pushed_twice_stands_once(kelurahan):
    sari = kelurahan.reader(kelurahan.sari)
    sari.round()
    note = kelurahan.note(kelurahan.sari)
    sari.turn([note, note])
    assert sari.turn([note]).put == {}
    fresh = kelurahan.reader(kelurahan.sari)
    fresh.round()
    assert fresh.read[kelurahan.rt].count(note.id) == 1


def test_ops_of_another_laptop_are_judged_by_their_author(kelurahan):
    note = kelurahan.note(kelurahan.sari)
    rina = kelurahan.reader(kelurahan.rina)
    assert rina.round([note]).put == {}
    assert note.id in rina.read[kelurahan.rt]


def test_a_changed_body_is_bad_by_its_signature(kelurahan):
    note = kelurahan.note(kelurahan.sari)
    forged = replace(note, body=note.body.replace(b"Balai", b"Pasar"))
    answer = kelurahan.reader(kelurahan.sari).turn([forged])
    assert list(answer.put.values()) == [why.SIGNATURE]


def test_bytes_that_are_no_op_and_ops_too_long_are_bad(kelurahan):
    sari = kelurahan.reader(kelurahan.sari)
    long = b'{"f":1,"x":"' + b"x" * 65_536 + b'"}'
    offers = (Offer(b"s" * 64, b"{}"), Offer(b"s" * 64, long))
    answer = kelurahan.log.sync(sari.dev, Request({}, 64, offers))
    assert sorted(answer.put.values()) == [why.UNREADABLE, why.TOO_LARGE]


def test_an_op_of_a_newer_format_waits(kelurahan):
    body = kelurahan.note(kelurahan.sari).body.replace(b'"f":1', b'"f":2', 1)
    sig = sign.sign(kelurahan.sari.device, body)
    answer = kelurahan.log.sync(kelurahan.sari.dev, Request({}, 64, (Offer(sig, body),)))
    assert list(answer.put.values()) == [why.FORMAT]


def test_a_space_that_no_office_registered_waits(kelurahan):
    other = Author()
    sari = kelurahan.reader(kelurahan.sari)
    answer = sari.turn(other.first_ops())
    assert set(answer.put.values()) == {why.SPACE}


def test_a_space_is_taken_up_in_the_very_push_that_registers_it(kelurahan):
    budi = Author()
    ops = [*budi.first_ops(), kelurahan.space_op(budi, 60)]
    assert kelurahan.reader(kelurahan.rina).turn(ops).put == {}


def test_a_space_belongs_to_the_office_that_registered_it_first(kelurahan, connection):
    other = Kelurahan(connection, code=fresh_code()).start()
    claim = other.space_op(kelurahan.sari, 70)
    answer = other.reader(other.rina).turn([claim])
    assert answer.put == {claim.id: why.REGISTERED}


def test_the_same_office_may_name_its_space_once_more(kelurahan):
    again = kelurahan.space_op(kelurahan.sari, 70)
    assert kelurahan.reader(kelurahan.rina).turn([again]).put == {}


def test_an_office_cannot_be_registered_as_an_rt(kelurahan):
    claim = kelurahan.space_op(kelurahan.rina, 70)
    answer = kelurahan.reader(kelurahan.rina).turn([claim])
    assert answer.put == {claim.id: why.REGISTERED}


def test_an_author_whom_nobody_introduced_waits(kelurahan):
    note = kelurahan.note(within(kelurahan.tono, kelurahan.rt))
    answer = kelurahan.reader(kelurahan.sari).turn([note])
    assert answer.put == {note.id: why.DEVICE}


def test_ops_that_come_before_the_word_which_admits_their_author_are_taken_in_one_push(kelurahan):
    budi = within(kelurahan.budi, kelurahan.rt)
    note = kelurahan.note(budi)
    admission = kelurahan.rina_rt.member(budi, 55)
    assert kelurahan.reader(kelurahan.rina).turn([note, admission]).put == {}


def test_a_member_of_the_office_alone_writes_into_no_rt(kelurahan):
    admission = kelurahan.rina.member(kelurahan.budi, 55, role="pembaca")
    note = kelurahan.note(within(kelurahan.budi, kelurahan.rt))
    answer = kelurahan.reader(kelurahan.rina).turn([admission, note])
    assert answer.put == {note.id: why.RIGHT}


def test_a_counter_far_ahead_is_held_until_somebody_looked(kelurahan):
    far = kelurahan.note(kelurahan.sari, clk=200_000)
    answer = kelurahan.reader(kelurahan.sari).turn([far])
    assert answer.put == {far.id: why.HELD + why.AHEAD}


def test_above_the_quota_of_a_day_ops_wait_and_go_on_the_next(connection):
    kelurahan = Kelurahan(connection, code=fresh_code(), limits=Limits(ops_a_day=7)).start()
    sari = kelurahan.reader(kelurahan.sari)
    notes = [kelurahan.note(kelurahan.sari, clk) for clk in (50, 51)]
    assert sari.turn(notes).put == {notes[1].id: why.QUOTA}
    kelurahan.now.moment += 24 * 3600
    assert sari.turn(notes).put == {}


def test_above_the_quota_of_bytes_ops_wait(connection):
    kelurahan = Kelurahan(connection, code=fresh_code(), limits=Limits(bytes_a_day=6_000)).start()
    notes = [kelurahan.note(kelurahan.sari, clk, name="x" * 2_000) for clk in (50, 51)]
    assert kelurahan.reader(kelurahan.sari).turn(notes).put == {notes[1].id: why.QUOTA}


class Leaving:
    """Budi was a member of Sari's RT; Rina removed him; he has notes that nobody has seen."""

    def __init__(self, kelurahan: Kelurahan) -> None:
        self.kelurahan = kelurahan
        self.budi = within(kelurahan.budi, kelurahan.rt)
        self.rina = kelurahan.reader(kelurahan.rina)
        office = kelurahan.rina.member(kelurahan.budi, 20, role="pembaca")
        self.admission = kelurahan.rina_rt.member(self.budi, 20)
        self.rina.round([office, self.admission])
        self.reader = kelurahan.reader(kelurahan.budi)
        self.reader.round()
        seen = {"active": [self.admission.id]}
        self.removal = kelurahan.rina_rt.member(self.budi, 30, active=False, keep=[], over=seen)
        self.rina.round([self.removal])
        self.notes = [kelurahan.note(self.budi, clk) for clk in (40, 41)]

    def accept(self, note, ok=True, clk=60):
        return self.kelurahan.rina_rt.op("_accept", note.id, {"ok": ok, "why": "benar"}, clk=clk)


def test_notes_of_a_former_member_are_held_and_travel_to_the_coordinator(kelurahan):
    leaving = Leaving(kelurahan)
    put = leaving.reader.turn(leaving.notes).put
    assert put == dict.fromkeys((note.id for note in leaving.notes), why.HELD + why.LEFT)
    lines = leaving.rina.turn().lines
    assert [line.body for line in lines if isinstance(line, HeldLine)] == [
        note.body for note in sorted(leaving.notes, key=lambda each: each.id)
    ]


def test_many_held_notes_of_one_keep_those_of_another_from_nobody(kelurahan, monkeypatch):
    monkeypatch.setattr(pages, "ROWS_AT_ONCE", 2)
    leaving = Leaving(kelurahan)
    leaving.reader.turn(leaving.notes)
    far = kelurahan.note(kelurahan.sari, clk=10**6)
    kelurahan.reader(kelurahan.sari).turn([far])
    held = [line.body for line in leaving.rina.turn().lines if isinstance(line, HeldLine)]
    assert far.body in held
    assert len(held) == 2


def test_a_held_op_is_appended_when_the_coordinator_lets_it_stand(kelurahan):
    leaving = Leaving(kelurahan)
    leaving.reader.turn(leaving.notes)
    leaving.rina.round([leaving.accept(leaving.notes[0])])
    assert leaving.notes[0].id in leaving.rina.read[kelurahan.rt]
    assert leaving.notes[1].id not in leaving.rina.read[kelurahan.rt]
    held = [line for line in leaving.rina.turn().lines if isinstance(line, HeldLine)]
    assert [line.body for line in held] == [leaving.notes[1].body]


def test_an_acceptance_that_comes_before_the_op_lets_it_stand_at_once(kelurahan):
    leaving = Leaving(kelurahan)
    leaving.rina.turn([leaving.accept(leaving.notes[0])])
    answer = leaving.reader.turn(leaving.notes)
    assert answer.put == {leaving.notes[1].id: why.HELD + why.LEFT}


def test_a_refused_op_travels_no_more_and_may_still_be_let_stand(kelurahan):
    leaving = Leaving(kelurahan)
    leaving.reader.turn(leaving.notes[:1])
    refusal = leaving.accept(leaving.notes[0], ok=False)
    leaving.rina.round([refusal])
    assert not any(isinstance(line, HeldLine) for line in leaving.rina.turn().lines)
    over = {"ok": [refusal.id]}
    again = kelurahan.rina_rt.op("_accept", leaving.notes[0].id, {"ok": True}, clk=61, over=over)
    leaving.rina.round([again])
    assert leaving.notes[0].id in leaving.rina.read[kelurahan.rt]


def test_a_member_cannot_accept_for_the_coordinator(kelurahan):
    leaving = Leaving(kelurahan)
    leaving.reader.turn(leaving.notes)
    own = kelurahan.sari.op("_accept", leaving.notes[0].id, {"ok": True}, clk=60)
    assert kelurahan.reader(kelurahan.sari).turn([own]).put == {own.id: why.RIGHT}


def test_no_author_fills_the_list_of_held_ops(connection):
    limits = Limits(held_an_author=1)
    leaving = Leaving(Kelurahan(connection, code=fresh_code(), limits=limits).start())
    put = leaving.reader.turn(leaving.notes).put
    assert sorted(put.values()) == [why.HELD + why.LEFT, why.QUOTA]
    assert leaving.reader.turn(leaving.notes).put == put


def test_a_device_becomes_known_by_a_word_of_the_office_and_not_of_an_rt(kelurahan):
    budi = within(kelurahan.budi, kelurahan.rt)
    rina = kelurahan.reader(kelurahan.rina)
    rina.round([kelurahan.rina_rt.member(budi, 20)])
    known = "SELECT kelurahan FROM access WHERE dev = %s"
    assert kelurahan.connection.execute(known, (budi.dev,)) == []
    rina.round([kelurahan.rina.member(kelurahan.budi, 21, role="pembaca")])
    assert kelurahan.connection.execute(known, (budi.dev,)) == [(kelurahan.code,)]


def test_the_counter_of_a_space_follows_its_ops(kelurahan):
    kelurahan.reader(kelurahan.sari).turn([kelurahan.note(kelurahan.sari, clk=99_000)])
    later = kelurahan.note(kelurahan.sari, clk=150_000)
    assert kelurahan.reader(kelurahan.sari).turn([later]).put == {}


def test_a_card_has_the_keys_its_device_is_named_after(kelurahan):
    made = card(kelurahan.sari)
    assert made.fits()
    assert ids.is_id(made.dev)
