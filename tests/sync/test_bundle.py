"""What may be wrong with a bundle: each has its own sentence, and nothing is changed by it."""

import errno
import json
import shutil
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patbm_desktop.domain import ids
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.fields import Read
from patbm_desktop.domain.kinds import KINDS
from patbm_desktop.domain.op import Write
from patbm_desktop.seal import stream
from patbm_desktop.store import bundles, oplog, parts
from patbm_desktop.sync import bundle, bundle_out, bundle_survey, enrolment, stick, trust
from patbm_desktop.sync.bundle import Asking, Piece
from patbm_desktop.sync.repair import repair
from patbm_desktop.wire.chain import Cursor
from patbm_desktop.wire.joining import NO_SPACE
from patbm_desktop.wire.line import Position, Whole
from tests.examples import examples
from tests.sync.seat import Seat

SECRETS = ("Anggrek", "rahasia besar", "Balai Cempaka")


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """Sari, who wrote something, and Rina, who coordinates her and has it all."""
    folder = tmp_path_factory.mktemp("pair")
    sari, rina = Seat(folder / "sari"), Seat(folder / "rina")
    sari.found()
    sari.admit(rina, "koordinator")
    repair(sari.laptop)
    sari.save(type="jejaring", program="ppatbm", title=SECRETS[0], result=SECRETS[1])
    trust.remember_typed(rina.db, sari.dev)
    stick.save(sari.laptop, folder / "good.patbm")
    stick.load(rina.laptop, folder / "good.patbm")
    yield sari, rina
    sari.close()
    rina.close()


@pytest.fixture(scope="module")
def good(pair, tmp_path_factory):
    """A sound bundle of Sari's, with something new for Rina."""
    sari, _ = pair
    sari.save(type="jejaring", program="ppatbm", result="baru")
    path = tmp_path_factory.mktemp("good") / "good.patbm"
    stick.save(sari.laptop, path)
    return path.read_bytes()


def refusal_of(seat, folder, raw):
    """Return why `raw` is not taken in, having looked that nothing changed."""
    path = folder / "some.patbm"
    path.write_bytes(raw)
    before = seat.db.conn.execute("SELECT n, id, seq, answer, state FROM op").fetchall()
    with pytest.raises(Fault) as fault:
        stick.load(seat.laptop, path)
    assert seat.db.conn.execute("SELECT n, id, seq, answer, state FROM op").fetchall() == before
    return fault.value.refusal


def made(seat, items=(), *, marks=(), space="", readers=(), by=None):
    """Return a bundle as a liar among the members may write one."""
    space = space or seat.space
    rights = seat.laptop.rights.of(space)
    known = {dev: rights.box_pk(dev) for dev in rights.now} | dict(readers)
    path = seat.folder / "liar.patbm"
    with path.open("wb") as file:
        writer = bundle.Writer(file)
        writer.section(space, known, marks, items)
        writer.end((by or seat).laptop.device)
    return path.read_bytes()


def with_lines(seat, lines):
    """Return a bundle whose sealed lines are exactly `lines`."""
    path = seat.folder / "liar.patbm"
    with path.open("wb") as file:
        writer = bundle.Writer(file)
        key, rights = stream.draw_key(), seat.laptop.rights.of(seat.space)
        readers = {dev: rights.box_pk(dev) for dev in rights.now}
        head = json.dumps(["space", seat.space, stream.for_readers(key, readers)]).encode()
        writer._write(head + b"\n")
        sealer = stream.Sealer(writer._write, key, head)
        for line in lines:
            sealer.line(line)
        sealer.finish()
        writer.end(seat.laptop.device)
    return path.read_bytes()


def ops_of(seat):
    return [Whole(seat.space, None, sig, body) for body, sig in oplog.ops_of(seat.db, seat.space)]


HEAD = b'{"p":1,"marks":[]}'


# -- what is no bundle -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "raw", [b"", b"hello", b"PK\x03\x04" * 9, b"PATBX1\n", bytes(range(99, 198))]
)
def test_a_file_of_something_else_is_foreign(pair, tmp_path, raw):
    assert refusal_of(pair[1], tmp_path, raw) == Refusal.BUNDLE_FOREIGN


def test_a_bundle_of_a_later_release_is_said_to_be_one(pair, good, tmp_path):
    sari, rina = pair
    assert refusal_of(rina, tmp_path, b"PATBM2\n" + good[7:]) == Refusal.BUNDLE_NEWER
    later = with_lines(sari, [b'{"p":2,"marks":[]}'])
    assert refusal_of(rina, tmp_path, later) == Refusal.BUNDLE_NEWER


def test_a_file_that_is_not_there_or_no_file_is_said_to_be_so(pair, tmp_path):
    for path, refusal in (
        (tmp_path / "none.patbm", Refusal.FILE_MISSING),
        (tmp_path, Refusal.FILE_UNREADABLE),
    ):
        with pytest.raises(Fault) as fault:
            stick.load(pair[1].laptop, path)
        assert fault.value.refusal == refusal


# -- what was done to one --------------------------------------------------------------------


def test_a_bundle_cut_anywhere_is_said_to_be_cut(pair, good, tmp_path):
    places = {1, 6, 7, 40, len(good) // 2, len(good) - 2, len(good) - 1}
    found = {refusal_of(pair[1], tmp_path, good[:at]) for at in places}
    assert found == {Refusal.BUNDLE_CUT}


def test_no_flipped_byte_goes_unnoticed(pair, good, tmp_path):
    expected = {each for each in Refusal if each.startswith("bundle_")}
    for at in range(0, len(good), max(1, len(good) // 60)):
        flipped = bytearray(good)
        flipped[at] ^= 4
        assert refusal_of(pair[1], tmp_path, bytes(flipped)) in expected


def test_bytes_behind_the_end_are_noticed(pair, good, tmp_path):
    assert refusal_of(pair[1], tmp_path, good + b"x") == Refusal.BUNDLE_ALTERED


def test_a_bundle_signed_by_somebody_else_in_her_name_is_forged(pair, good, tmp_path):
    sari, rina = pair
    tono = Seat(tmp_path / "tono")
    file = (tmp_path / "again").open("wb")
    writer = bundle.Writer(file)
    writer._write(good[7 : good.rindex(b'["end"')])
    end = json.loads(writer.end(tono.laptop.device).line)
    tono.close()
    file.close()
    head = good[: good.rindex(b'["end"')]
    for dev in (tono.dev, sari.dev):
        forged = head + json.dumps(["end", dev, end[2]]).encode() + b"\n"
        assert refusal_of(rina, tmp_path, forged) == Refusal.BUNDLE_FORGED


def test_a_section_put_twice_is_noticed(pair, good, tmp_path):
    sari, rina = pair
    section = good[7 : good.rindex(b'["end"')]
    path = tmp_path / "twice"
    with path.open("wb") as file:
        writer = bundle.Writer(file)
        writer._write(section + section)
        writer.end(sari.laptop.device)
    assert refusal_of(rina, tmp_path, path.read_bytes()) == Refusal.BUNDLE_ALTERED


# -- what a member may try -------------------------------------------------------------------


def test_a_bomb_is_put_down(pair, tmp_path):
    sari, rina = pair
    line = b'["#later","' + b"x" * 100_000 + b'"]'
    bomb = with_lines(sari, [HEAD, *[line] * 600])
    assert len(bomb) < 200_000
    assert refusal_of(rina, tmp_path, bomb) == Refusal.BUNDLE_SWOLLEN


@pytest.mark.parametrize("lines", [
    [], [b"x"], [b"[]"], [b'{"p":1}'], [b'{"p":1,"marks":[[1,"x"]]}'], [b'{"p":"1","marks":[]}'],
    [b'{"p":1,"marks":[[2,"%s"],[1,"%s"]]}' % (b"0" * 32, b"0" * 32)],
    [HEAD, b""], [HEAD, b"{}"], [HEAD, b"[1,2,3]"], [HEAD, b'["#part","x","eA=="]'],
    [HEAD, b'["#part"]'], [HEAD, b'["#enrol","x","y"]'], [HEAD, b'["#enrol","eA==","{}"]'],
    [HEAD, b'["#part","%s","***"]' % (b"0" * 64)],
])  # fmt: skip
def test_lines_of_no_shape_are_noticed(pair, tmp_path, lines):
    sari, rina = pair
    assert refusal_of(rina, tmp_path, with_lines(sari, lines)) == Refusal.BUNDLE_ALTERED


def test_a_line_of_another_space_or_only_a_place_is_noticed(pair, tmp_path):
    sari, rina = pair
    one = ops_of(sari)[0]
    foreign = Whole("f" * 32, None, one.sig, one.body)
    for item in (foreign, Position(sari.space, 1, "a" * 32)):
        assert refusal_of(rina, tmp_path, made(sari, [item])) == Refusal.BUNDLE_ALTERED


def test_a_part_that_is_not_what_its_name_says_is_noticed(pair, tmp_path):
    sari, rina = pair
    wrong = [Piece("0" * 64, b"not that")]
    assert refusal_of(rina, tmp_path, made(sari, wrong)) == Refusal.BUNDLE_ALTERED
    long = [Piece(parts.name_of(b"x"), bytes(bundle.PIECE))] * 5
    assert refusal_of(rina, tmp_path, made(sari, long)) == Refusal.BUNDLE_SWOLLEN


def test_what_is_held_in_memory_of_a_bundle_has_an_end(pair, tmp_path, monkeypatch):
    sari, rina = pair
    tono = Seat(tmp_path / "tono")
    tono.found()
    trust.remember_typed(rina.db, tono.dev)
    monkeypatch.setattr(bundle_survey, "_Room", partial(bundle_survey._Room, size=600))
    words = made(tono, ops_of(tono), readers={rina.dev: rina.laptop.device.box_pk})
    asking = made(sari, [asks(tono)] * 3)
    for swollen in (words, asking):
        assert refusal_of(rina, tmp_path, swollen) == Refusal.BUNDLE_SWOLLEN
    tono.close()


def test_a_bundle_asks_for_nobody_but_its_maker(pair, tmp_path):
    sari, rina = pair
    tono, path = Seat(tmp_path / "tono"), tmp_path / "asking.patbm"
    path.write_bytes(made(sari, [asks(tono)]))
    assert stick.load(rina.laptop, path).asking == ()
    path.write_bytes(made(sari, [asks(tono)], by=tono))
    assert stick.load(rina.laptop, path).asking == (tono.dev,)
    tono.close()


def asks(seat):
    """Return the request of `seat` to be let in, as an item of a bundle."""
    line = enrolment.request(seat.laptop, code="A" * 8, name="Tono", space=NO_SPACE, rt="")
    return Asking(line)


def test_a_word_of_a_later_release_is_passed_over(pair, tmp_path):
    sari, rina = pair
    path = tmp_path / "later.patbm"
    path.write_bytes(with_lines(sari, [HEAD, b'["#later",1]']))
    (one,) = stick.load(rina.laptop, path).took
    assert one.new == 0


def test_an_op_with_a_signature_that_does_not_fit_is_left_out_and_counted(pair, tmp_path):
    sari, rina = pair
    sound = sari.composed("activity", ids.fresh(), sari.space, type="jejaring", program="ppatbm")
    forged = Whole(sari.space, None, bytes(64), sound.body)
    unreadable = Whole(sari.space, None, bytes(64), b"{}")
    path = tmp_path / "forged.patbm"
    path.write_bytes(made(sari, [forged, unreadable]))
    (one,) = stick.load(rina.laptop, path).took
    assert (one.new, one.bad) == (0, 2)
    assert sound.id not in rina.ops(sari.space)


def test_marks_without_their_lines_bring_no_place(pair, tmp_path):
    sari, rina = pair
    path = tmp_path / "marks.patbm"
    path.write_bytes(made(rina, [], marks=[Cursor(9, "a" * 32)], space=sari.space))
    (one,) = stick.load(sari.laptop, path).took
    assert one.is_receipt
    assert not one.has_positions
    assert sari.cursor().seq == 0


@settings(max_examples=examples(60))
@given(st.lists(st.binary(max_size=60), max_size=4))
def test_no_sealed_lines_raise_anything_but_a_refusal(pair, lines):
    sari, rina = pair
    raw = with_lines(sari, [HEAD, *(line for line in lines if b"\n" not in line)])
    path = sari.folder / "fuzz.patbm"
    path.write_bytes(raw)
    try:
        loaded = stick.load(rina.laptop, path)
    except Fault:
        return
    assert not any(one.new for one in loaded.took)


@settings(max_examples=examples(150))
@given(st.data())
def test_no_bytes_raise_anything_but_a_refusal(pair, good, data):
    sari, rina = pair
    at = data.draw(st.integers(0, len(good)))
    upto = data.draw(st.integers(at, min(len(good), at + 40)))
    raw = good[:at] + data.draw(st.binary(max_size=40)) + good[upto:]
    path = sari.folder / "fuzz.patbm"
    path.write_bytes(raw)
    if raw == good:
        return
    with pytest.raises(Fault):
        stick.load(rina.laptop, path)


# -- what a finder reads ---------------------------------------------------------------------


def test_no_word_and_no_name_of_a_sealed_field_stands_in_a_bundle(pair, tmp_path):
    sari, _ = pair
    values = {"of": ids.fresh(), "kind": "foto", "caption": SECRETS[2]}
    writes = {name: Write(value) for name, value in values.items()}
    clk = sari.laptop.next_clk(sari.space)
    op = sari.laptop.compose("attachment", ids.fresh(), writes, space=sari.space, clk=clk)
    sari.laptop.keep([op])
    path = tmp_path / "found.patbm"
    stick.save(sari.laptop, path)
    raw = path.read_bytes()
    sealed = {name for kind in KINDS.values() for name, each in kind.fields.items()
              if each.read is not Read.OPEN and len(name) > 5}  # fmt: skip
    kinds = [name for name in KINDS if len(name) > 5]
    for word in (*SECRETS, *sealed, *kinds, "Ibu Contoh", sari.person):
        assert word.encode() not in raw


def test_not_even_a_reader_finds_sealed_words_before_the_boxes_are_opened(pair, tmp_path):
    sari, rina = pair
    path = tmp_path / "lines.patbm"
    stick.save(sari.laptop, path)
    with path.open("rb") as file:
        reader = bundle.Reader(file, rina.laptop.device)
        text = b"".join(
            item.body for section in reader.sections() for item in section.items
            if isinstance(item, Whole)
        )  # fmt: skip
    assert b"jejaring" in text
    assert not any(secret.encode() in text for secret in SECRETS)


# -- a stick that gives way ------------------------------------------------------------------


def test_a_full_stick_keeps_what_it_had_and_no_half_file(pair, tmp_path):
    sari, _ = pair
    path = tmp_path / "full.patbm"
    path.write_bytes(b"yesterday's")
    (tmp_path / "full.patbm.part").symlink_to("/dev/full")
    with pytest.raises(Fault) as fault:
        stick.save(sari.laptop, path)
    assert fault.value.refusal == Refusal.STICK_FULL
    assert path.read_bytes() == b"yesterday's"
    assert [each.name for each in tmp_path.iterdir()] == ["full.patbm"]


def test_a_stick_pulled_out_in_the_middle_says_so(pair, tmp_path):
    sari, _ = pair
    folder = tmp_path / "stick"
    folder.mkdir()
    for _ in range(200):
        sari.save(type="jejaring", program="ppatbm")
    before = sari.db.conn.execute("SELECT count(*) FROM op WHERE answer IS NULL").fetchone()
    with pytest.raises(Fault) as fault:
        stick.save(sari.laptop, folder / "x.patbm", progress=lambda *_: pull(folder))
    assert fault.value.refusal == Refusal.STICK_PULLED
    after = sari.db.conn.execute("SELECT count(*) FROM op WHERE answer IS NULL").fetchone()
    assert after == before


def pull(folder):
    shutil.rmtree(folder, ignore_errors=True)


def test_a_stick_that_gives_back_something_else_is_noticed(pair, tmp_path):
    sari, _ = pair
    part = tmp_path / "x.patbm.part"
    with part.open("wb") as file:
        writer = bundle.Writer(file)
        writer.section(sari.space, {}, [], ops_of(sari))
        ending = writer.end(sari.laptop.device)
    bundle_out._demand_same(part, ending)
    raw = bytearray(part.read_bytes())
    for at in (9, len(raw) // 2, len(raw) - 3):
        part.write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
        with pytest.raises(OSError, match="something else") as error:
            bundle_out._demand_same(part, ending)
        assert error.value.errno == errno.EIO


def test_a_folder_that_is_not_there_takes_no_file(pair, tmp_path):
    with pytest.raises(Fault) as fault:
        stick.save(pair[0].laptop, tmp_path / "none" / "x.patbm")
    assert fault.value.refusal == Refusal.FILE_NOT_WRITABLE


def test_lines_are_those_of_one_moment(pair):
    sari, _ = pair
    with bundles.reading(sari.db):
        found = list(bundles.lines(sari.db, sari.space))
    assert len(found) == len(sari.ops())
    numbers = [line.seq for line in found]
    assert all(one is None or two is None or one < two for one, two in pairwise(numbers))
