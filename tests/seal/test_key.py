from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain.op import Op, Write
from patbm_desktop.seal import key, sign
from patbm_desktop.seal.key import SpaceKey, as_fields, choose, gather, repair, unwrap, wrap

SARI, BUDI, RINA = (sign.restore(bytes([number]) * 64) for number in (1, 2, 3))
SECRET = bytes(range(32))


def key_op(author, fields, *, ent, clk=1, mark="0"):
    writes = {name: Write(value) for name, value in fields.items()}
    return Op(
        id=mark * 32, body=b"", sig=b"", space="a" * 32, ent=ent, kind="_key", dev=author.dev,
        clk=clk, rnd="", set=writes,
    )  # fmt: skip


def space_key(clk, *, maker="sari", sealed_to=("sari",), secret=SECRET):
    return SpaceKey(f"k{clk}", "umum", (clk, ""), maker, frozenset(sealed_to), secret)


def test_a_key_sealed_to_a_laptop_opens_there_alone():
    wrapped = wrap(SECRET, SARI.box_pk)
    assert unwrap(SARI, wrapped) == SECRET
    assert unwrap(BUDI, wrapped) is None


@given(st.none() | st.integers() | st.text() | st.binary().map(lambda raw: b64encode(raw).decode()))
def test_whatever_was_not_sealed_to_us_opens_nothing(value):
    assert unwrap(SARI, value) is None


@pytest.mark.parametrize("box_pk", [bytes(32), bytes([1]) + bytes(31), b"", bytes(31)])
def test_what_is_no_public_key_gets_nothing_sealed(box_pk):
    assert wrap(SECRET, box_pk) is None
    assert as_fields("umum", SECRET, {"x" * 32: box_pk}) == ()


def test_a_key_has_one_use():
    assert key.kid("umum", SECRET) != key.kid("kasus", SECRET)


def test_the_ops_of_a_key_tell_its_age_maker_and_readers():
    ent = key.kid("kasus", SECRET)
    (first,) = as_fields("kasus", SECRET, {SARI.dev: SARI.box_pk})
    (later,) = as_fields("kasus", SECRET, {BUDI.dev: BUDI.box_pk})
    ops = [key_op(RINA, later, ent=ent, clk=9), key_op(SARI, first, ent=ent, clk=4, mark="b")]
    (found,) = gather(ops, BUDI)
    assert (found.use, found.age, found.maker) == ("kasus", (4, "b" * 32), SARI.dev)
    assert found.sealed_to == {SARI.dev, BUDI.dev}
    assert found.key == SECRET


def test_a_key_for_others_is_known_and_not_opened():
    (fields,) = as_fields("umum", SECRET, {SARI.dev: SARI.box_pk})
    (found,) = gather([key_op(SARI, fields, ent=key.kid("umum", SECRET))], BUDI)
    assert (found.use, found.key) == ("umum", None)


def test_a_value_that_does_not_fit_the_id_of_its_key_is_not_taken_for_it():
    ent = key.kid("umum", SECRET)
    (false,) = as_fields("umum", bytes(32), {SARI.dev: SARI.box_pk})
    (true,) = as_fields("umum", SECRET, {SARI.dev: SARI.box_pk})
    ops = [key_op(BUDI, false, ent=ent, clk=1), key_op(SARI, true, ent=ent, clk=2, mark="1")]
    assert gather(ops[:1], SARI)[0].key is None
    assert gather(ops, SARI)[0].key == SECRET


def test_showing_a_space_key_does_not_show_the_key():
    assert str(SECRET) not in repr(space_key(1))


def test_more_readers_than_one_op_holds_fill_several_each_with_its_use():
    readers = {f"{number:032x}": SARI.box_pk for number in range(130)}
    sets = as_fields("umum", SECRET, readers)
    assert [len(each) for each in sets] == [64, 64, 5]
    assert all(each["use"] == "umum" for each in sets)
    assert len({name for each in sets for name in each}) == 131


def test_the_newest_key_that_no_outsider_ever_held_seals():
    keys = [space_key(1), space_key(3), space_key(2)]
    assert choose(keys, "umum", {"sari"}).age == (3, "")


@pytest.mark.parametrize(
    "exposed",
    [
        space_key(5, sealed_to=("sari", "tono")),
        space_key(5, maker="tono"),
        space_key(5, secret=None),
    ],
)
def test_a_key_of_an_outsider_or_one_that_is_not_here_never_seals(exposed):
    assert choose([space_key(1), exposed], "umum", {"sari", "budi"}).age == (1, "")
    assert choose([exposed], "umum", {"sari", "budi"}) is None


def test_the_key_of_another_use_never_seals():
    assert choose([space_key(1)], "kasus", {"sari"}) is None


def test_a_reader_who_may_have_no_older_key_makes_a_new_one_necessary():
    keys = [space_key(3)]
    assert choose(keys, "umum", {"sari", "rina"}, {"rina": 3}) is keys[0]
    assert choose(keys, "umum", {"sari", "rina"}, {"rina": 4}) is None


def test_repair_hands_every_key_we_can_open_to_whoever_lacks_it():
    old = space_key(1, sealed_to=("sari", "tono"))
    keys = [old, space_key(2, sealed_to=("sari", "budi")), space_key(3, secret=None)]
    given_out = repair(keys, "umum", {"sari", "budi"})
    assert given_out == ((old, frozenset({"budi"})),)


def test_repair_keeps_older_keys_from_a_reader_who_starts_today():
    keys = [space_key(1), space_key(8)]
    given_out = repair(keys, "umum", {"sari", "rina"}, {"rina": 5})
    assert [(each.kid, devices) for each, devices in given_out] == [("k8", frozenset({"rina"}))]


def test_after_repair_there_is_nothing_left_to_repair():
    keys = [space_key(2, sealed_to=("sari", "budi"))]
    assert repair(keys, "umum", {"sari", "budi"}) == ()
