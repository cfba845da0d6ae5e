"""Whoever has the server: it may keep things back, and that is all it may do to a laptop."""

import contextlib
import copy
import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from patbm_desktop.domain import ids
from patbm_desktop.domain.fault import Fault
from patbm_desktop.domain.op import Write, parse
from patbm_desktop.seal import key as space_keys
from patbm_desktop.seal import sign
from patbm_desktop.store import listing, oplog, parts, positions, setting
from patbm_desktop.sync import doorkeeper, founding, held_notes, members, stick, words
from patbm_desktop.sync import parts as lane
from patbm_desktop.sync.exchange import Cut
from patbm_desktop.sync.founding import Root
from patbm_desktop.sync.offices import coordinated, offices, rts
from patbm_desktop.sync.round import ServerExchange
from patbm_desktop.sync.trust import are_of_the_met
from patbm_desktop.wire import chain
from patbm_desktop.wire.limits import MOST_SPACES
from patbm_desktop.wire.line import HeldLine, Position, Stripped, Whole, line_id
from patbm_desktop.wire.messages import Answer, SpaceNews
from tests.examples import examples
from tests.sync.liar import Liar, lies_of
from tests.sync.seat import Seat
from tests.sync.village import KELURAHAN, Village, joins
from tests.sync.world import MemoryWorld, meet


@pytest.fixture(scope="module")
def kelurahan(tmp_path_factory):
    """Rina's office and Sari's RT, all exchanged, and Tono, whom nobody let in."""
    village = Village(tmp_path_factory.mktemp("kelurahan"))
    rina, sari = village.coordinator("Rina"), village.person("Sari", "901")
    joins(sari, rina)
    village.ent, village.secret = sari.session("Sosialisasi"), sari.case("Rahasia.")
    village.rounds()
    village.rounds()
    tono = village.person("Tono", "901")
    yield village, rina, sari, tono
    village.close()


@pytest.fixture
def taken_over(kelurahan):
    """The same kelurahan, its server in other hands."""
    village, rina, sari, tono = kelurahan
    return Liar(village), rina, sari, tono


def seen_by(who, *, of=()):
    """Return all that a laptop shows and goes by: records, rights, keys, where it writes."""
    laptop = who.laptop
    rows = who.db.conn.execute(
        "SELECT space, kind, ent, shown, flags, conflicts FROM record ORDER BY space, kind, ent"
    ).fetchall()
    rights = {space: laptop.rights.of(space) for space in of}
    return {
        "records": rows,
        "rights": {s: (r.now, r.ever, r.removed, r.founder) for s, r in rights.items()},
        "roles": {(s, dev): (r.role(dev), r.reads_cases(dev), r.persons(dev), r.sign_pk(dev))
                  for s, r in rights.items() for dev in r.ever},
        "keys": {(s, use): who.clean_key(s, use) for s in of for use in ("umum", "kasus")},
        "writes": (who.home, rts(laptop), offices(laptop), coordinated(laptop), laptop.trusted()),
        "held": held_notes.waiting(laptop),
        "contacts": listing.rows(who.db, "contact"),
        "clks": [laptop.next_clk(space) for space in of],
    }  # fmt: skip


# -- I13: what a stranger signed changes nothing ---------------------------------------------


def test_a_stranger_in_every_log_changes_nothing_on_any_laptop(taken_over):
    liar, rina, sari, tono = taken_over
    of = (rina.space, sari.space)
    before = [seen_by(each, of=of) for each in (rina, sari)]
    for space in of:
        contact = {"function": Write("uptd_ppa"), "number": Write("0800")}
        number = tono.laptop.compose("contact", "f" * 32, contact, space=space, clk=90)
        liar.put(space, *lies_of(tono, space, (rina, sari)), number)
    liar.meet(rina, 2)
    liar.meet(sari, 2)
    assert [seen_by(each, of=of) for each in (rina, sari)] == before
    liar.says = liar.close_all
    assert liar.meet(sari).closed == set(of)
    assert [seen_by(each, of=of) for each in (rina, sari)] == before


def test_a_removed_coordinator_with_the_server_in_her_hands_neither_returns_nor_reads(tmp_path):
    """Her words count for ever, so that order decides nothing; they let nobody in, her least."""
    village = Village(tmp_path)
    rina, sari = village.coordinator("Rina"), village.person("Sari", "901")
    dewi, tono = village.person("Dewi"), village.person("Tono", "902")
    joins(dewi, rina, role="koordinator", pact="")
    joins(sari, rina)
    village.rounds(rina, sari, dewi)
    members.remove(rina.laptop, rina.space, dewi.dev)
    village.rounds(rina, sari)
    of, liar = (rina.space, sari.space), Liar(village)
    village.meet(dewi)
    before = [standing_in(each, of) for each in (rina, sari)]
    for space in of:
        liar.put(space, *returning(dewi, tono, space))
    liar.meet(rina, 3)
    liar.meet(sari, 3)
    assert [standing_in(each, of) for each in (rina, sari)] == before
    ent = sari.session("Sesudahnya")
    village.rounds(sari, rina)
    assert rina.reads_session(ent)
    assert not dewi.reads_session(ent)
    village.close()


def standing_in(who, of):
    """Return who is in, and what new notes are sealed with."""
    return [(who.now(space), who.clean_key(space, "umum")) for space in of]


def returning(dewi, tono, space):
    """Return what a removed coordinator may sign to come back and to bring a friend."""
    word, rights = dewi.laptop.control, dewi.laptop.rights.of(space)
    over = {"active": rights.removals(dewi.dev)}
    card = {"sign_pk": tono.laptop.device.sign_pk.hex(), "box_pk": tono.laptop.device.box_pk.hex()}
    leaves = word("_member", dewi.dev, {"active": False, "keep": [dewi.dev, tono.dev]},
                  space=space, over=over)  # fmt: skip
    back = {"active": True, "role": "koordinator", "cases": True}
    return [
        word("_member", dewi.dev, back, space=space, over=over), leaves,
        word("_member", dewi.dev, back, space=space, over={"active": (leaves.id, *over["active"])}),
        word("_member", tono.dev, {**card, **back, "person": tono.person}, space=space),
        *(_key_for(dewi, use, space, (dewi, tono)) for use in ("umum", "kasus")),
    ]  # fmt: skip


def _key_for(who, use, space, readers):
    key = space_keys.make()
    (fields,) = space_keys.as_fields(
        use, key, {each.dev: each.laptop.device.box_pk for each in readers}
    )
    return who.laptop.control("_key", space_keys.kid(use, key), fields, space=space)


def test_a_stranger_replaces_no_value_and_takes_no_record_back(taken_over, kelurahan):
    liar, _, sari, tono = taken_over
    before, heads = seen_by(sari), tuple(op.id for op in ops_of(sari, sari.space))[:32]
    lies = ({"date": "2020-01-01"}, {"_void": {"reason": "salah_ketik"}})
    for said in lies:
        writes = {name: Write(value, heads) for name, value in said.items()}
        ent, space = kelurahan[0].ent, sari.space
        liar.put(space, tono.laptop.compose("activity", ent, writes, space=space, clk=95))
    liar.meet(sari, 2)
    assert seen_by(sari) == before


def test_a_space_that_a_stranger_made_in_ones_name_is_not_taken_in(taken_over):
    """All in it is well signed, and counts there; nobody this laptop met stands behind it."""
    liar, rina, sari, tono = taken_over
    before = [seen_by(each) for each in (rina, sari)]
    word = tono.laptop.control
    for each in (rina, sari):
        keys = each.laptop.device
        card = {"person": each.person, "label": "laptop", "active": True, "role": "koordinator",
                "sign_pk": keys.sign_pk.hex(), "box_pk": keys.box_pk.hex()}  # fmt: skip
        tono.laptop.keep([word("_member", each.dev, card, space=tono.space)])
    contact = {"function": Write("uptd_ppa"), "number": Write("0800")}
    clk = tono.laptop.next_clk(tono.space)
    tono.laptop.keep([tono.laptop.compose("contact", "f" * 32, contact, space=tono.space, clk=clk)])
    tono.session("Palsu")
    liar.put(tono.space, *ops_of(tono, tono.space))
    liar.meet(rina, 2)
    liar.meet(sari, 2)
    assert [seen_by(each) for each in (rina, sari)] == before
    assert tono.space not in positions.spaces(sari.db)


def ops_of(who, space):
    return [parse(*raw) for raw in oplog.ops_of(who.db, space)]


@pytest.mark.parametrize("road", ["server", "stick"])
def test_a_lost_laptop_that_was_met_once_makes_no_new_space_for_anybody(tmp_path, road):
    """Rina's laptop was stolen and removed; the thief has the server, or a stick, and her words."""
    village = Village(tmp_path)
    rina, sari, dewi = village.coordinator("Rina"), village.person("Sari", "901"), None
    joins(sari, rina)
    dewi = village.person("Dewi")
    joins(dewi, rina, role="koordinator", pact="")
    village.rounds()
    members.remove(dewi.laptop, rina.space, rina.dev)
    village.rounds(dewi, sari)
    before, office = seen_by(sari, of=(rina.space, sari.space)), rina.space
    made = founding.found(rina.laptop, Root(kelurahan=KELURAHAN, owner={"name": "Rina"}))
    card = words.card_of(rina.laptop, sari.space, sari.dev)
    words.about(rina.laptop, made, sari.dev, {"role": "pembaca", "active": True}, card)
    rina.laptop.keep([compose(rina, "contact", "f" * 32, made, function="uptd_ppa", number="0800")])
    if road == "server":
        liar = Liar(village)
        liar.put(made, *ops_of(rina, made))
        liar.meet(sari, 2)
    else:
        stick.save(rina.laptop, tmp_path / "x.patbm", spaces=[made])
        with contextlib.suppress(Fault):
            stick.load(sari.laptop, tmp_path / "x.patbm")
    assert seen_by(sari, of=(rina.space, sari.space)) == before
    assert made not in positions.spaces(sari.db)
    assert office in offices(sari.laptop)
    village.close()


def test_a_space_is_read_from_its_beginning_once_an_office_lists_it(tmp_path):
    """Wati typed Dewi's code; Dewi stands behind the office, and behind no RT. The RT comes first,
    and is not known yet; it is not shut out for good.
    """
    village = Village(tmp_path)
    rina, sari = village.coordinator("Rina"), village.person("Sari", "901")
    dewi, budi = village.person("Dewi"), village.person("Budi", "902")
    wati = village.person("Wati", "903")
    joins(sari, rina)
    joins(dewi, rina, role="koordinator", pact="")
    village.rounds(rina, sari, dewi)
    joins(budi, dewi)
    ent = sari.session("Lama")
    joins(wati, rina, companion=True)
    village.rounds(dewi, rina, sari)
    setting.write(wati.db, "typed", [dewi.dev])
    said = oplog.control_ops(sari.db, sari.space)
    assert not are_of_the_met(sari.laptop.rights.of(sari.space), said, {dewi.dev, wati.dev})
    village.meet(wati)
    assert sari.space in positions.spaces(wati.db)
    village.rounds(sari, wati)
    assert wati.reads_session(ent)
    village.close()


def test_a_space_of_nobody_that_never_ends_is_left(tmp_path, monkeypatch):
    monkeypatch.setattr(doorkeeper, "MOST_LOOKED_AT", 20)
    world, sari, tono = MemoryWorld(), Seat(tmp_path / "sari"), Seat(tmp_path / "tono")
    sari.found()
    world.register(sari)
    meet(world, sari)
    op = tono.composed("place", ids.fresh(), "a" * 32, clk=1, name="x")
    office = Endless(world.office(sari), op)
    ServerExchange(office).meet(sari.laptop)
    assert office.turns <= 20
    assert positions.spaces(sari.db) == [sari.space]
    for each in (sari, tono):
        each.close()


def test_words_of_nobody_about_rights_fill_no_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(doorkeeper, "MOST_CONTROL_BYTES", 8000)
    world, sari, tono = MemoryWorld(), Seat(tmp_path / "sari"), Seat(tmp_path / "tono")
    sari.found()
    world.register(sari)
    meet(world, sari)
    op = tono.composed("_member", tono.dev, "a" * 32, clk=1, label="x" * 1000)
    office = Endless(world.office(sari), op)
    ServerExchange(office).meet(sari.laptop)
    assert office.turns <= 9
    for each in (sari, tono):
        each.close()


class Endless:
    """An office with a log that goes on for ever, for whoever reads it."""

    def __init__(self, office, op):
        self.office, self.op, self.turns = office, op, 0

    def sync(self, request):
        self.turns += 1
        answer, space = self.office.sync(request), self.op.space
        at = chain.parse_cursor(request.cur.get(space, str(chain.start(space))))
        line = Whole(space, at.seq + 1, self.op.sig, self.op.body)
        news = {space: SpaceNews(str(chain.after(at, [self.op.id])), more=True)}
        return Answer(answer.now, {}, news, (line,))


def test_spaces_without_number_do_not_push_out_ones_own(tmp_path):
    world, sari, tono = MemoryWorld(), Seat(tmp_path / "sari"), Seat(tmp_path / "tono")
    sari.found()
    world.register(sari)
    meet(world, sari)
    flood = {}
    for n in range(MOST_SPACES + 50):
        space = f"{n:032x}"
        op = tono.composed("place", ids.fresh(), space, clk=1, name="x")
        line = Whole(space, 1, op.sig, op.body)
        flood[space] = line

    def flooded(answer):
        news = {
            space: SpaceNews(str(chain.after(chain.start(space), [line_id(line)])))
            for space, line in flood.items()
        }
        return Answer(answer.now, {}, news, tuple(flood.values()))

    road = Saying(world.office(sari), [flooded] * 3)
    ServerExchange(road).meet(sari.laptop)
    assert positions.spaces(sari.db) == [sari.space]
    sari.save("place", name="Balai")
    assert meet(world, sari).waits == 0
    for each in (sari, tono):
        each.close()


class Saying:
    """An office whose answers are changed, one after the other."""

    def __init__(self, office, changes):
        self.office, self.changes, self.turns = office, list(changes), 0

    def sync(self, request):
        self.turns += 1
        answer = self.office.sync(request)
        return self.changes.pop(0)(answer) if self.changes else answer

    def __getattr__(self, name):
        return getattr(self.office, name)


# -- I14: no answer removes anything ---------------------------------------------------------


def test_no_answer_removes_a_body_a_key_or_a_file(tmp_path):
    world, sari, rina = MemoryWorld(), Seat(tmp_path / "sari"), Seat(tmp_path / "rina")
    sari.found()
    sari.admit(rina, "koordinator")
    rina.space = sari.space
    world.register(sari)
    meet(world, sari, rina, sari)
    ents = [sari.save(type="jejaring", program="ppatbm", result=str(n)) for n in range(3)]
    part = photo(sari)
    unknown = rina.composed("place", ids.fresh(), sari.space, clk=9, name="Belum jelas")
    newer = unknown.body.replace(b'"f":1', b'"f":2')
    sig = sign.sign(rina.laptop.device, newer)
    world.server.logs[sari.space].append(parse(newer, sig))
    meet(world, sari, rina)
    waiting = sari.save("place", name="Belum terkirim")
    log, space, before = world.server.logs[sari.space], sari.space, held_by(sari)
    erased = tuple(
        Stripped(space, seq, op.id, op.ent, op.kind) for seq, op in enumerate(log.ops, 1)
    )
    emptied = SpaceNews(f"{log.head}", role="pembaca")
    refused = {op.id: "bad:bentuk" for op in log.ops}
    lies = [
        {space: SpaceNews(closed=True)}, {space: SpaceNews(rewind=True)},
        {space: SpaceNews(closed=True, rewind=True)}, {space: emptied},
    ]  # fmt: skip
    for news in lies:
        for lines in ((), erased):
            say = [lambda answer, n=news, l=lines: Answer(answer.now, refused, n, l)] * 60  # noqa: E741
            ServerExchange(Saying(world.office(sari), say)).meet(sari.laptop)
            lane.exchange(sari.laptop, Hollow(world.office(sari)))
            assert held_by(sari) >= before
    assert all(sari.values("activity", ent) for ent in ents)
    assert sari.values("place", waiting)
    assert parts.has(sari.folder, part)
    assert sari.is_sound()
    for each in (sari, rina):
        each.close()


class Hollow:
    """A server that says of every part what serves it best, and gives rubbish."""

    def __init__(self, office):
        self.office = office

    def has_part(self, *_):
        return True

    def put_part(self, *_):
        """Throw it away."""

    def get_part(self, *_):
        return b"rubbish"


def held_by(seat):
    """Return the bodies, the keys and the parts of a laptop, as one set."""
    keys = set(seat.laptop.opener.keys.items())
    return set(oplog.ops_of(seat.db)) | keys | set(parts.every(seat.folder))


def photo(seat):
    """Write the record of a photo of one part; return the name of the part."""
    name = parts.write(seat.folder, os.urandom(200))
    file = {"key": "k", "mime": "image/jpeg", "size": 9, "parts": [name]}
    said = {"of": Write(ids.fresh()), "kind": Write("foto"), "file": Write(file)}
    clk = seat.laptop.next_clk(seat.space)
    op = seat.laptop.compose("attachment", ids.fresh(), said, space=seat.space, clk=clk)
    seat.laptop.keep([op])
    return name


def test_an_op_that_is_shown_is_not_hidden_by_calling_it_held(tmp_path):
    world, sari, rina = MemoryWorld(), Seat(tmp_path / "sari"), Seat(tmp_path / "rina")
    sari.found()
    sari.admit(rina, "koordinator")
    rina.space = sari.space
    world.register(sari)
    ent = sari.save(type="jejaring", program="ppatbm", result="Ada")
    meet(world, sari, rina)
    held = tuple(
        HeldLine(op.space, "keluar", op.sig, op.body) for op in world.server.logs[sari.space].ops
    )
    say = [lambda answer: Answer(answer.now, {}, {}, held)]
    ServerExchange(Saying(world.office(rina), say)).meet(rina.laptop)
    assert rina.values("activity", ent)["result"] == "Ada"
    assert oplog.counts(rina.db).held == 0
    for each in (sari, rina):
        each.close()


def test_an_op_of_a_stranger_does_not_come_before_the_coordinator_as_held(taken_over):
    """Held is what somebody wrote who was let in once; of others the server says `later`."""
    liar, rina, sari, tono = taken_over
    before, count = seen_by(rina, of=(sari.space,)), oplog.counts(rina.db)
    fake = [compose(tono, "place", f"{n:032x}", sari.space, name="x") for n in range(5)]
    forged = replace(compose(sari, "place", "f" * 32, sari.space, name="x"), sig=bytes(64))
    other = compose(tono, "place", "e" * 32, tono.space, name="x")
    held = tuple(HeldLine(op.space, "keluar", op.sig, op.body) for op in (*fake, forged, other))
    liar.says = lambda answer: replace(answer, lines=(*answer.lines, *held))
    liar.meet(rina, 2)
    assert seen_by(rina, of=(sari.space,)) == before
    assert oplog.counts(rina.db) == count


def compose(who, kind, ent, space, **values):
    said = {name: Write(value) for name, value in values.items()}
    clk = who.laptop.next_clk(space)
    return who.laptop.compose(kind, ent, said, space=space, clk=clk)


# -- answers of any shape --------------------------------------------------------------------


@pytest.fixture(scope="module")
def lonely(tmp_path_factory):
    """Sari, all delivered, and her server."""
    world, sari = MemoryWorld(), Seat(tmp_path_factory.mktemp("lonely"))
    sari.found()
    world.register(sari)
    sari.save(type="jejaring", program="ppatbm", result="Ada")
    meet(world, sari)
    yield world, sari
    sari.close()


@st.composite
def answers(draw):
    """Answers that a decoder lets pass, and that nobody in his senses would send."""
    space = st.sampled_from(["own", "a" * 32])
    seq = st.integers(1, 9)
    op_id = st.sampled_from(["b" * 32, "own"])
    body = st.sampled_from([b"{}", b"", b"x" * 300]) | st.binary(max_size=9).map(
        lambda raw: raw.hex().encode()
    )
    line = st.one_of(
        st.builds(Position, space, seq, op_id),
        st.builds(Whole, space, st.none() | seq, st.binary(max_size=64), body),
        st.builds(
            Stripped, space, st.none() | seq, op_id, op_id, st.sampled_from(["place", "_key"])
        ),
        st.builds(HeldLine, space, st.text(max_size=9), st.binary(max_size=64), body),
    )
    cur = st.none() | st.builds(
        "{}.{}".format, st.integers(0, 9), st.sampled_from(["own", "a" * 32])
    )
    news = st.builds(
        SpaceNews, cur, st.booleans(), st.none() | st.text(max_size=9), st.booleans(), st.booleans()
    )
    put = st.dictionaries(op_id, st.sampled_from(["bad:x", "held:", "later:y"]), max_size=2)
    sp = st.dictionaries(space, news, max_size=2)
    return draw(put), draw(sp), draw(st.lists(line, max_size=5)), draw(st.text(max_size=40))


@settings(max_examples=examples(60), suppress_health_check=list(HealthCheck))
@given(said=answers())
def test_no_answer_raises_past_the_round_or_changes_what_is_shown(lonely, said):
    world, sari = lonely
    put, sp, lines, now = said
    before, ops = shown(sari), held_by(sari)
    own = {"own": sari.space}
    op = world.server.logs[sari.space].ops[-1].id

    def lie(_):
        news = {own.get(space, space): replaced(each, sari) for space, each in sp.items()}
        notes = {own_op(name, op): why for name, why in put.items()}
        made = Answer(now, notes, news, tuple(with_names(each, sari.space, op) for each in lines))
        return Answer.decode(made.encode())

    with contextlib.suppress(Cut):
        ServerExchange(Saying(world.office(sari), [lie] * 2)).meet(sari.laptop)
    assert shown(sari) == before
    assert held_by(sari) >= ops
    assert sari.is_sound()


def own_op(name, op):
    return op if name == "own" else name


def replaced(news, seat):
    cur = news.cur and news.cur.replace("own", seat.cursor().chain)
    return SpaceNews(cur, news.more, news.role, news.rewind, news.closed)


def with_names(line, space, op):
    made = copy.copy(line)
    names = {"space": space, "id": op, "ent": op}
    for name, value in names.items():
        if getattr(made, name, "") == "own":
            object.__setattr__(made, name, value)
    return made


def shown(seat):
    return seat.db.conn.execute("SELECT kind, ent, shown FROM record ORDER BY 1, 2").fetchall()
