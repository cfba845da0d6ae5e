"""What people of ill will, broken clocks and copied disks may try, each with its outcome."""

import shutil
from dataclasses import replace
from datetime import datetime

import pytest

from patbm_desktop.domain import op as ops
from patbm_desktop.domain.clock import WITA, FixedClock
from patbm_desktop.domain.kinds import VOID
from patbm_desktop.domain.merge import Entity
from patbm_desktop.domain.op import SEALED, Write, parse
from patbm_desktop.domain.rights import FARTHEST_AHEAD
from patbm_desktop.seal import box, sign
from patbm_desktop.seal import key as space_keys
from patbm_desktop.store import current, listing, oplog
from patbm_desktop.sync import held_notes, members
from patbm_desktop.sync.laptop import APP
from tests.sync.liar import Liar
from tests.sync.seat import Seat
from tests.sync.village import Village, carry, joins
from tests.sync.world import SERVED, meet


@pytest.fixture(params=SERVED)
def world(request, worlds):
    made = worlds(request.param)
    yield made
    made.close()


@pytest.fixture
def pair(world, tmp_path):
    """Sari, who founded an RT, and Rina, who coordinates it."""
    sari, rina = Seat(tmp_path / "sari"), Seat(tmp_path / "rina")
    sari.found()
    sari.admit(rina, "koordinator")
    rina.space = sari.space
    world.register(sari)
    world.know(rina)
    meet(world, sari, rina, sari)
    yield sari, rina
    for each in (sari, rina):
        each.close()


def note(seat, result, ent=""):
    return seat.save("activity", ent, type="jejaring", program="ppatbm", result=result)


def row_of(seat, ent):
    (row,) = [each for each in listing.rows(seat.db, "activity", with_void=True) if each.ent == ent]
    return row


# -- disks and clocks ------------------------------------------------------------------------


def test_a_laptop_restored_from_an_old_copy_loses_and_doubles_nothing(world, pair, tmp_path):
    sari, rina = pair
    sari.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    old = tmp_path / "old.db"
    shutil.copy(sari.path, old)
    ent = note(sari, "Setelah salinan")
    meet(world, sari)
    sari.close()
    shutil.copy(old, sari.path)
    again = Seat(sari.folder)
    again.space = sari.space
    other = note(again, "Ditulis lagi")
    met = meet(world, again, rina, again)
    assert met.waits == 0
    for each in (again, rina):
        assert each.values("activity", ent)["result"] == "Setelah salinan"
        assert each.values("activity", other)["result"] == "Ditulis lagi"
    assert set(world.ids(sari.space)) == again.ops() == rina.ops()
    again.close()


@pytest.mark.parametrize("year", [1970, 2001, 2106])
def test_whatever_year_a_clock_shows_the_later_edit_is_shown(world, pair, year):
    sari, rina = pair
    ent = note(rina, "Dahulu")
    meet(world, rina, sari)
    sari.laptop.clock = FixedClock(datetime(year, 1, 1, tzinfo=WITA))
    note(sari, "Kemudian", ent)
    meet(world, sari, rina)
    note(rina, "Terakhir", ent)
    meet(world, rina, sari)
    for each in pair:
        assert each.values("activity", ent)["result"] == "Terakhir"
        assert row_of(each, ent).conflicts == ()


def test_what_was_written_a_year_ago_offline_loses_the_display_and_is_flagged(world, pair):
    sari, rina = pair
    ent = note(rina, "Awal")
    meet(world, rina, sari)
    note(sari, "Dari laptop lama", ent)
    for n in range(5):
        note(rina, f"Baru {n}", ent)
    meet(world, rina, sari, rina)
    for each in pair:
        assert each.values("activity", ent)["result"] == "Baru 4"
        assert row_of(each, ent).conflicts == ("result",)


def test_a_record_taken_back_apart_from_an_edit_stays_visible_and_says_so(world, pair):
    sari, rina = pair
    ent = note(sari, "Awal")
    meet(world, sari, rina)
    note(rina, "Diperbaiki", ent)
    seen = current.view(sari.db, Entity(sari.space, "activity", ent))
    over = (*seen.void_over, *seen.over.get(VOID, ()))
    said = {VOID: Write({"reason": "salah_ketik"}, over)}
    clk = sari.laptop.next_clk(sari.space)
    sari.laptop.keep([sari.laptop.compose("activity", ent, said, space=sari.space, clk=clk)])
    meet(world, sari, rina, sari)
    for each in pair:
        row = row_of(each, ent)
        assert (row.is_void, row.is_contested) == (False, True)
        assert row.values["result"] == "Diperbaiki"


# -- members of ill will ---------------------------------------------------------------------


@pytest.fixture
def village(tmp_path):
    made = Village(tmp_path)
    yield made
    made.close()


@pytest.fixture
def cast(village):
    """Rina coordinates; Sari has RT 901, Budi writes there without a pact; Tono has RT 902."""
    rina, sari = village.coordinator("Rina"), village.person("Sari", "901")
    budi, tono = village.person("Budi", "901"), village.person("Tono", "902")
    joins(sari, rina)
    joins(tono, rina)
    village.rounds(rina, sari, tono)
    joins(budi, rina, pact="")
    village.rounds()
    return rina, sari, budi, tono


def compose(who, kind, ent, space, **values):
    clk = values.pop("clk", 0) or who.laptop.next_clk(space)
    said = {name: Write(value) for name, value in values.items()}
    return who.laptop.compose(kind, ent, said, space=space, clk=clk)


def test_a_member_of_one_rt_changes_no_record_of_another(village, cast):
    rina, sari, _, tono = cast
    ent = sari.session("Asli")
    village.rounds()
    heads = tuple(parse(*raw).id for raw in oplog.ops_of(sari.db, sari.space))
    over = {"title": Write("Palsu", heads[-9:])}
    clk = tono.laptop.next_clk(tono.space)
    here = tono.laptop.compose("activity", ent, over, space=tono.space, clk=clk)
    there = compose(tono, "place", ent, sari.space, name="Palsu", clk=99)
    tono.laptop.keep([here, there])
    village.rounds()
    assert rina.values("activity", ent, sari.space)["title"] == "Asli"
    assert sari.values("activity", ent, sari.space)["title"] == "Asli"
    assert not rina.values("place", ent, sari.space)
    assert len(tono.laptop.rights.of(sari.space).ever) == 0
    assert village.meet(tono).later == 1


def test_another_kind_on_the_name_of_a_record_or_a_member_is_something_else(village, cast):
    rina, sari, budi, _ = cast
    ent = sari.session("Asli")
    village.rounds()
    rights = sari.laptop.rights.of(sari.space)
    before = rights.now, rights.role(budi.dev), dict(sari.values("activity", ent))
    lies = [
        compose(budi, "place", ent, sari.space, name="Palsu"),
        compose(budi, "place", budi.dev, sari.space, role="koordinator", cases=True, active=True),
        compose(budi, "place", sari.dev, sari.space, active=False),
        compose(budi, "place", sari.person, sari.space, name="Palsu"),
    ]
    budi.laptop.keep(lies)
    village.rounds()
    rights = sari.laptop.rights.of(sari.space)
    assert (rights.now, rights.role(budi.dev), dict(sari.values("activity", ent))) == before
    assert rina.values("person", sari.person, sari.space)["name"] == "Sari"


@pytest.mark.parametrize("kind", ["case_detail", "follow_up", "activity", "_member"])
def test_who_may_not_read_cases_writes_none_under_the_key_he_has(village, cast, kind):
    """The kind in a box must be one that this very key seals."""
    _, sari, budi, _ = cast
    ent = sari.case("Asli.")
    village.rounds()
    budi.laptop.keep([under_umum(budi, sari.space, kind, ent)])
    village.rounds()
    assert sari.values("case_detail", ent)["narrative"] == "Asli."
    assert sari.values(kind, ent).get("narrative") != "Palsu."
    assert budi.dev in sari.now(sari.space)


@pytest.mark.parametrize("said", [{"use": "umum"}, {}, {"use": ["kasus"]}])
def test_who_may_not_read_cases_makes_no_key_for_them_by_calling_it_otherwise(village, cast, said):
    """The name of a key says what it is for; a word about it that says something else is none."""
    _, sari, budi, _ = cast
    ent = sari.case("Asli.")
    village.rounds()
    key, laptop = space_keys.make(), budi.laptop
    kid = space_keys.kid("kasus", key)
    readers = {f"for.{each.dev}": space_keys.wrap(key, each.laptop.device.box_pk)
               for each in (sari, budi)}  # fmt: skip
    laptop.keep([laptop.control("_key", kid, {**said, **readers}, space=sari.space)])
    heads = tuple(parse(*raw).id for raw in oplog.ops_of(sari.db, sari.space))[-9:]
    laptop.keep([sealed(budi, sari.space, "case_detail", ent, key, heads)])
    village.rounds()
    assert sari.values("case_detail", ent)["narrative"] == "Asli."


def under_umum(who, space, kind, ent):
    """Return an op whose box says it is a `kind`, sealed with the key that every member has."""
    return sealed(who, space, kind, ent, who.laptop.chosen(space, "umum").key)


def sealed(who, space, kind, ent, key, over=()):
    """Return an op whose box says it is a `kind`, sealed with `key` by whoever has it."""
    laptop = who.laptop
    header = {"space": space, "ent": ent, "kind": SEALED, "dev": who.dev, "app": APP}
    header |= {"clk": laptop.next_clk(space) + 9, "rnd": ops.fresh_rnd()}
    said = ops.writes_as_json({"narrative": Write("Palsu.", over), "active": Write(False)})
    inner = {"kind": kind, "by": who.person, "at": "2026-11-21", "set": said}
    aad = ops.box_aad(*(header[name] for name in ("space", "ent", "dev", "clk", "rnd")))
    made = ops.compose(header, {}, box.seal_box(key, aad, inner))
    return replace(made, sig=sign.sign(laptop.device, made.body))


def test_a_counter_far_ahead_is_held_and_drags_nobody_along(village, cast):
    rina, sari, budi, _ = cast
    before = sari.laptop.next_clk(sari.space)
    far = compose(budi, "place", "a" * 32, sari.space, name="Jauh", clk=before + 2 * FARTHEST_AHEAD)
    budi.laptop.keep([far])
    village.rounds()
    assert {each.op for each in held_notes.waiting(rina.laptop)} == {far.id}
    for each in (rina, sari):
        assert each.laptop.next_clk(sari.space) == before
        assert not each.values("place", "a" * 32, sari.space)


def test_a_key_made_while_its_reader_was_removed_seals_nothing(village, cast):
    """Sari hands a new key to Budi at the moment when Rina removes him."""
    rina, sari, budi, _ = cast
    members.remove(rina.laptop, rina.space, budi.dev)
    exposed = sari.laptop.make_key(sari.space, "umum").kid
    session = sari.session("Sebelum tahu")
    village.rounds(sari, rina, sari)
    later = sari.session("Sesudah tahu")
    village.rounds(sari, rina)
    carry(sari, budi)
    assert sari.clean_key(sari.space, "umum") not in {"", exposed}
    assert rina.clean_key(sari.space, "umum") not in {"", exposed}
    assert rina.reads_session(session)
    assert rina.reads_session(later)
    assert not budi.reads_session(later)


def test_a_coordinator_alone_erases_nothing_even_with_the_server_in_her_hands(village, cast):
    rina, sari, _, tono = cast
    ent = sari.case("Yang mau disembunyikan.")
    village.rounds()
    liar = Liar(village)
    targets = {"targets": [[sari.space, ent]], "reason": "salah_tulis"}
    ask = rina.laptop.control("_ask_erase", "a" * 32, targets, space=rina.space)
    erase = rina.laptop.control("_erase", "b" * 32, {"ask": ask.id}, space=rina.space)
    by_other = sari.laptop.control("_erase", "c" * 32, {"ask": ask.id}, space=rina.space)
    liar.put(rina.space, ask, erase, by_other)
    for each in (rina, sari, tono, sari):
        liar.meet(each)
    assert sari.reads_case(ent)
