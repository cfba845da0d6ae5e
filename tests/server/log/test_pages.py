"""Reading from a cursor on: pages, scope that grows, another log, and the last line of a leaver."""

import pytest

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.wire.chain import Cursor, start
from patbm_desktop.wire.line import Position, Whole
from patbm_desktop.wire.messages import Request, SpaceNews
from tests.server.cast import Kelurahan, within
from tests.server.conftest import fresh_code
from tests.server.log.test_push import Leaving
from tests.store.laptop import Author


def test_a_space_that_was_not_named_starts_at_its_beginning(kelurahan):
    rina = kelurahan.reader(kelurahan.rina)
    answer = rina.round()
    assert answer.sp.keys() == {kelurahan.office, kelurahan.rt}
    assert [len(rina.read[space]) for space in (kelurahan.office, kelurahan.rt)] == [5, 6]


def test_where_nothing_changed_nothing_is_said(kelurahan):
    sari = kelurahan.reader(kelurahan.sari)
    sari.round()
    answer = sari.turn()
    assert (answer.sp, answer.lines, answer.put) == ({}, (), {})


def test_the_role_of_the_device_stands_beside_each_space(kelurahan):
    answer = kelurahan.reader(kelurahan.sari).turn()
    roles = {space: news.role for space, news in answer.sp.items()}
    assert roles == {kelurahan.office: "pembaca", kelurahan.rt: "anggota"}


def test_a_log_comes_in_pages_of_the_size_asked_for(kelurahan):
    notes = [kelurahan.note(kelurahan.sari, 50 + n, name="x" * 1_000) for n in range(150)]
    kelurahan.reader(kelurahan.sari).turn(notes)
    rina = kelurahan.reader(kelurahan.rina)
    rina.round(max_kib=64)
    assert len(rina.read[kelurahan.rt]) == 156
    assert len(rina.answers) == 4
    assert max(len(answer.encode()) for answer in rina.answers) < 90 * 1024


def test_own_ops_come_whole_once_they_are_no_longer_offered(kelurahan):
    sari = kelurahan.reader(kelurahan.sari)
    sari.round()
    note = kelurahan.note(kelurahan.sari)
    kelurahan.reader(kelurahan.sari).turn([note])
    line = sari.turn().lines[0]
    assert isinstance(line, Whole)
    assert (line.seq, line.body, line.sig) == (7, note.body, note.sig)


@pytest.mark.parametrize("seq", [3, 6, 60])
def test_a_cursor_of_another_log_is_told_to_rewind(kelurahan, seq):
    cur = {kelurahan.rt: str(Cursor(seq, "ab" * 16))}
    answer = kelurahan.log.sync(kelurahan.sari.dev, Request(cur, 64))
    assert answer.sp[kelurahan.rt] == SpaceNews(rewind=True)
    assert not any(line.space == kelurahan.rt for line in answer.lines)


def test_an_unknown_space_is_told_to_rewind_and_one_at_its_start_nothing(kelurahan):
    unknown, fresh = Author().space, Author().space
    cur = {unknown: str(Cursor(5, "ab" * 16)), fresh: str(start(fresh))}
    answer = kelurahan.log.sync(kelurahan.sari.dev, Request(cur, 64))
    assert answer.sp[unknown] == SpaceNews(rewind=True)
    assert fresh not in answer.sp


def test_a_space_of_others_looks_like_one_that_does_not_exist(kelurahan, connection):
    other = Kelurahan(connection, code=fresh_code()).start()
    cur = {other.rt: str(Cursor(6, "ab" * 16))}
    answer = kelurahan.log.sync(kelurahan.sari.dev, Request(cur, 64))
    assert answer.sp[other.rt] == SpaceNews(rewind=True)
    assert not any(line.space == other.rt for line in answer.lines)


def test_a_stranger_is_not_known_and_a_disabled_device_is_told_so(kelurahan):
    with pytest.raises(Fault) as unknown:
        kelurahan.reader(kelurahan.tono).turn()
    kelurahan.connection.execute(
        "UPDATE device SET disabled = 1 WHERE dev = %s", (kelurahan.sari.dev,)
    )
    with pytest.raises(Fault) as disabled:
        kelurahan.reader(kelurahan.sari).turn()
    assert unknown.value.refusal is Refusal.DEVICE_UNKNOWN
    assert disabled.value.refusal is Refusal.DEVICE_DISABLED


def test_the_last_line_of_a_leaver_is_the_word_that_removed_him(kelurahan):
    leaving = Leaving(kelurahan)
    kelurahan.reader(kelurahan.sari).turn([kelurahan.note(kelurahan.sari)])
    answer = leaving.reader.round()
    assert leaving.reader.read[kelurahan.rt][-1] == leaving.removal.id
    assert answer.sp[kelurahan.rt] == SpaceNews(closed=True)
    assert answer.lines == ()


def test_a_closed_space_of_another_log_is_told_to_rewind_as_well(kelurahan):
    leaving = Leaving(kelurahan)
    cur = {kelurahan.rt: str(Cursor(4, "ab" * 16))}
    answer = kelurahan.log.sync(leaving.budi.dev, Request(cur, 64))
    assert answer.sp[kelurahan.rt] == SpaceNews(closed=True, rewind=True)


def test_whoever_is_admitted_again_reads_on_where_he_stopped(kelurahan):
    leaving = Leaving(kelurahan)
    leaving.reader.round()
    over = {"active": [leaving.removal.id]}
    back = kelurahan.rina_rt.member(leaving.budi, 70, over=over)
    leaving.rina.round([back])
    answer = leaving.reader.round()
    assert leaving.reader.read[kelurahan.rt][-1] == back.id
    assert not answer.sp[kelurahan.rt].closed


def test_whom_nobody_holds_in_any_more_reads_up_to_the_removal_of_his_coordinator(kelurahan):
    dewi, budi = (within(each, kelurahan.rt) for each in (kelurahan.dewi, kelurahan.budi))
    rina = kelurahan.reader(kelurahan.rina)
    office = [
        kelurahan.rina.member(kelurahan.dewi, 20, role="koordinator"),
        kelurahan.rina.member(kelurahan.budi, 21, role="pembaca"),
    ]
    first = kelurahan.rina_rt.member(dewi, 22, role="koordinator")
    rina.round([*office, first, dewi.member(budi, 23)])
    reader = kelurahan.reader(kelurahan.budi)
    reader.round()
    over = {"active": [first.id]}
    removal = kelurahan.rina_rt.member(dewi, 30, active=False, keep=[], over=over)
    rina.round([removal])
    assert reader.round().sp[kelurahan.rt].closed
    assert reader.read[kelurahan.rt][-1] == removal.id


def test_a_restored_log_is_found_out_and_filled_again(kelurahan):
    sari = kelurahan.reader(kelurahan.sari)
    sari.round()
    notes = [kelurahan.note(kelurahan.sari, clk) for clk in (50, 51)]
    sari.turn(notes)
    roll_back(kelurahan, 6)
    assert sari.turn().sp[kelurahan.rt].rewind
    again = kelurahan.reader(kelurahan.sari)
    again.round(notes[::-1])
    assert again.read[kelurahan.rt][6:] == [notes[1].id, notes[0].id]


def test_rights_that_were_remembered_do_not_outlive_a_restore(kelurahan):
    budi = within(kelurahan.budi, kelurahan.rt)
    rina = kelurahan.reader(kelurahan.rina)
    rina.round([kelurahan.rina_rt.member(budi, 20)])
    assert rina.turn([kelurahan.note(budi)]).put == {}
    roll_back(kelurahan, 6)
    late = kelurahan.note(budi, 60)
    assert list(rina.turn([late]).put) == [late.id]


def test_several_places_of_one_offer_come_as_places_only(kelurahan):
    sari = kelurahan.reader(kelurahan.sari)
    notes = [kelurahan.note(kelurahan.sari, clk) for clk in range(50, 60)]
    lines = [line for line in sari.turn(notes).lines if line.space == kelurahan.rt]
    assert [type(line) for line in lines] == [Whole] * 6 + [Position] * 10


def roll_back(kelurahan: Kelurahan, seq: int) -> None:
    """Make the RT's log what it was at `seq`, as a restored backup does."""
    key = (kelurahan.code, kelurahan.rt)
    kelurahan.connection.execute(
        "DELETE FROM op WHERE kelurahan = %s AND space = %s AND seq > %s", (*key, seq)
    )
    rows = kelurahan.connection.execute(
        "SELECT chain, control FROM op WHERE kelurahan = %s AND space = %s AND seq = %s",
        (*key, seq),
    )
    kelurahan.connection.execute(
        "UPDATE space SET seq = %s, chain = %s, ruling = %s WHERE kelurahan = %s AND id = %s",
        (seq, rows[0][0], rows[0][0], *key),
    )
    kelurahan.connection.execute(
        "DELETE FROM member WHERE kelurahan = %s AND space = %s AND dev = %s",
        (*key, kelurahan.budi.dev),
    )
