"""Who counts in a space: laws that hold whatever the order, and whatever strangers add."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patbm_desktop.domain import ids
from patbm_desktop.domain.rights import Rights, Verdict
from patbm_desktop.wire.signature import verify
from tests.examples import examples
from tests.store.laptop import Author


def is_signed(op, sign_pk):
    return verify(sign_pk, op.body, op.sig)


class Cast:
    """An RT space: Sari founded it, Rina coordinates, Budi is a member, Tono is a stranger."""

    def __init__(self, role="anggota"):
        self.sari = Author()
        self.space = self.sari.space
        self.rina, self.dewi, self.budi, self.tono = (Author(self.space) for _ in range(4))
        self.ops = [
            *self.sari.first_ops(role)[:3],
            self.sari.member(self.rina, 10, role="koordinator"),
            self.rina.member(self.dewi, 11, role="koordinator"),
            self.rina.member(self.budi, 12),
        ]

    def rights(self, *more):
        return Rights(self.space, [*self.ops, *more], is_signed=is_signed)

    def removes(self, by, whom, clk, keep=()):
        values = {"active": False, "keep": [each.dev for each in keep]}
        return by.op("_member", whom.dev, values, clk=clk, over=self.seen(whom))

    def seen(self, whom):
        named = [op.id for op in self.ops if op.ent == whom.dev]
        return {"active": named}


@pytest.fixture
def cast():
    return Cast()


def picture(rights):
    devices = sorted(rights.ever)
    return (
        rights.founder, rights.is_office, rights.ever, rights.removed, rights.now,
        [(rights.role(dev), rights.reads_cases(dev), rights.sign_pk(dev)) for dev in devices],
        rights.entitled("umum"), rights.entitled("kasus"),
    )  # fmt: skip


def note(author, space="", clk=50):
    own = author.space
    author.space = space or own
    made = author.op("place", ids.fresh(), {"name": "Balai"}, clk=clk)
    author.space = own
    return made


def test_the_founder_counts_by_her_own_word(cast):
    rights = Rights(cast.space, cast.ops[:1], is_signed=is_signed)
    assert rights.founder == cast.sari.dev
    assert rights.now == {cast.sari.dev}
    assert rights.reads_cases(cast.sari.dev)


def test_a_coordinator_of_the_founder_admits_others(cast):
    rights = cast.rights()
    assert rights.now == {each.dev for each in (cast.sari, cast.rina, cast.dewi, cast.budi)}
    assert rights.role(cast.budi.dev) == "anggota"


@settings(max_examples=examples(40))
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_ops_changes_nothing(random):
    cast = CAST
    more = [
        cast.removes(cast.dewi, cast.rina, 20, keep=[cast.dewi]),
        cast.removes(cast.rina, cast.dewi, 20),
        cast.rina.op("_accept", "e" * 32, {"ok": True}, clk=21),
    ]
    ops = [*cast.ops, *more]
    shuffled = random.sample(ops, len(ops)) + random.choices(ops, k=3)
    one = Rights(cast.space, ops, is_signed=is_signed)
    other = Rights(cast.space, shuffled, is_signed=is_signed)
    assert picture(other) == picture(one)
    assert other.is_accepted("e" * 32)


def evil(cast):
    """Return all that a stranger might put into the log of a space."""
    tono = cast.tono
    friend = Author(cast.space)
    forged = replace(cast.rina.member(tono, 30, role="koordinator"), sig=b"\x00" * 64)
    return [
        tono.member(tono, 1, seed=tono.seed.hex(), role="koordinator", cases=True),
        tono.member(friend, 40, role="koordinator"),
        tono.op("_member", cast.sari.dev, {"active": False}, clk=41),
        tono.op("_member", cast.rina.dev, {"role": "pembaca"}, clk=41),
        tono.op("_accept", "e" * 32, {"ok": True}, clk=42),
        *tono.first_ops()[1:3],
        forged,
        friend.member(tono, 43, role="koordinator"),
    ]


@settings(max_examples=examples(30))
@given(st.randoms(use_true_random=False))
def test_a_stranger_changes_nothing_whatever_he_writes(random):
    cast = CAST
    ops = [*cast.ops, *evil(cast)]
    random.shuffle(ops)
    rights = Rights(cast.space, ops, is_signed=is_signed)
    assert picture(rights) == picture(cast.rights())
    assert not rights.is_accepted("e" * 32)


def test_nothing_that_a_stranger_writes_counts(cast):
    rights = cast.rights(*evil(cast))
    assert not any(rights.counts(op) for op in [*evil(cast), note(cast.tono)])


def test_a_key_of_another_does_not_pass_for_a_device(cast):
    mixed = cast.rina.member(cast.tono, 20, box_pk=cast.budi.device.box_pk.hex())
    rights = cast.rights(mixed)
    assert cast.tono.dev not in rights.ever


def test_a_member_admits_nobody(cast):
    rights = cast.rights(cast.budi.member(cast.tono, 20))
    assert cast.tono.dev not in rights.ever


def test_the_founder_of_an_rt_admits_coordinators_and_nobody_else(cast):
    member = cast.sari.member(cast.tono, 20)
    coordinator = cast.sari.member(cast.tono, 20, role="koordinator")
    assert cast.tono.dev not in cast.rights(member).ever
    assert cast.tono.dev in cast.rights(coordinator).now


def test_a_removed_member_is_out_and_what_he_wrote_still_counts(cast):
    rights = cast.rights(cast.removes(cast.rina, cast.budi, 20))
    assert cast.budi.dev not in rights.now
    assert rights.counts(note(cast.budi))
    assert rights.judge(note(cast.budi), 100) == Verdict.HELD


def test_admitted_again_he_is_in(cast):
    removal = cast.removes(cast.rina, cast.budi, 20)
    back = cast.dewi.op(
        "_member", cast.budi.dev, {"active": True}, clk=30, over={"active": [removal.id]}
    )
    assert cast.budi.dev in cast.rights(removal, back).now


def test_a_coordinator_removed_by_the_one_he_admitted_stays_out_and_she_in(cast):
    rights = cast.rights(cast.removes(cast.dewi, cast.rina, 20, keep=[cast.dewi, cast.budi]))
    assert rights.now == {each.dev for each in (cast.sari, cast.dewi, cast.budi)}


def test_whom_the_removal_does_not_keep_goes_with_the_coordinator(cast):
    rights = cast.rights(cast.removes(cast.dewi, cast.rina, 20, keep=[cast.dewi]))
    assert cast.budi.dev not in rights.now


def test_a_removed_coordinator_brings_nobody_in_any_more(cast):
    removal = cast.removes(cast.dewi, cast.rina, 20, keep=[cast.dewi, cast.budi])
    late = cast.rina.member(cast.tono, 21, role="koordinator")
    rights = cast.rights(removal, late)
    assert cast.tono.dev not in rights.now
    assert rights.judge(late, 100) == Verdict.LATER


def test_a_coordinator_who_leaves_by_himself_takes_nobody_with_him(cast):
    rights = cast.rights(cast.removes(cast.rina, cast.rina, 20))
    assert rights.now == {each.dev for each in (cast.sari, cast.dewi, cast.budi)}


def test_a_founder_who_was_removed_takes_nobody_with_her(cast):
    rights = cast.rights(cast.removes(cast.rina, cast.sari, 20))
    assert rights.now == {each.dev for each in (cast.rina, cast.dewi, cast.budi)}


def test_coordinators_who_remove_each_other_are_both_out(cast):
    rights = cast.rights(
        cast.removes(cast.rina, cast.dewi, 20), cast.removes(cast.dewi, cast.rina, 20)
    )
    assert not {cast.rina.dev, cast.dewi.dev} & rights.now


def test_whom_only_a_demoted_coordinator_admitted_is_out(cast):
    named = [op.id for op in cast.ops if op.ent == cast.rina.dev]
    demoted = cast.dewi.op(
        "_member", cast.rina.dev, {"role": "anggota"}, clk=20, over={"role": named}
    )
    assert cast.rights(demoted).now == {cast.sari.dev, cast.rina.dev}


def test_whom_the_word_that_lowers_a_coordinator_keeps_stays(cast):
    named = [op.id for op in cast.ops if op.ent == cast.rina.dev]
    values = {"role": "anggota", "keep": [cast.dewi.dev, cast.budi.dev]}
    lowered = cast.dewi.op("_member", cast.rina.dev, values, clk=20, over={"role": named})
    late = cast.rina.member(cast.tono, 21)
    rights = cast.rights(lowered, late)
    assert rights.now == {each.dev for each in (cast.sari, cast.rina, cast.dewi, cast.budi)}
    assert rights.role(cast.rina.dev) == "anggota"


def back(by, whom, clk, *removals):
    over = {"active": [each.id for each in removals]}
    return by.op("_member", whom.dev, {"active": True}, clk=clk, over=over)


def test_whoever_was_removed_comes_back_by_no_word_of_his_own(cast):
    removal = cast.removes(cast.dewi, cast.rina, 20, keep=[cast.dewi, cast.budi])
    rights = cast.rights(removal, back(cast.rina, cast.rina, 30, removal))
    assert cast.rina.dev not in rights.now
    assert rights.removals(cast.rina.dev) == (removal.id,)
    assert cast.rina.dev in cast.rights(removal, back(cast.dewi, cast.rina, 31, removal)).now


def test_a_removed_coordinator_brings_nobody_back(cast):
    removed = cast.removes(cast.dewi, cast.budi, 20)
    removal = cast.removes(cast.dewi, cast.rina, 21, keep=[cast.dewi])
    rights = cast.rights(removed, removal, back(cast.rina, cast.budi, 30, removed))
    assert rights.now == {cast.sari.dev, cast.dewi.dev}


def test_a_removed_coordinator_does_not_undo_her_removal_by_leaving_of_her_own(cast):
    removal = cast.removes(cast.dewi, cast.rina, 20, keep=[cast.dewi])
    over = {"active": [removal.id]}
    own = cast.rina.op("_member", cast.rina.dev, {"active": False}, clk=21, over=over)
    assert cast.rights(removal, own).now == {cast.sari.dev, cast.dewi.dev}


def test_whom_a_coordinator_let_in_again_stays_when_that_coordinator_is_removed_later(cast):
    removed = cast.removes(cast.dewi, cast.budi, 20)
    again = back(cast.rina, cast.budi, 21, removed)
    for keep, stays in (([cast.dewi, cast.budi], True), ([cast.dewi], False)):
        removal = cast.removes(cast.dewi, cast.rina, 22, keep=keep)
        assert (cast.budi.dev in cast.rights(removed, again, removal).now) is stays


def test_only_the_removal_that_stands_says_who_stays(cast):
    first = cast.removes(cast.dewi, cast.rina, 20, keep=[cast.dewi, cast.budi])
    again = back(cast.dewi, cast.rina, 21, first)
    joined = cast.rina.member(cast.tono, 22)
    values = {"active": False, "keep": [cast.dewi.dev, cast.tono.dev]}
    last = cast.dewi.op("_member", cast.rina.dev, values, clk=23, over={"active": [again.id]})
    now = cast.rights(first, again, joined, last).now
    assert now == {each.dev for each in (cast.sari, cast.dewi, cast.tono)}


def test_the_least_of_two_roles_stands(cast):
    again = cast.dewi.op("_member", cast.budi.dev, {"role": "koordinator"}, clk=20)
    assert cast.rights(again).role(cast.budi.dev) == "anggota"


def test_cases_are_read_only_by_whom_every_standing_word_grants_them(cast):
    granted = cast.rina.op("_member", cast.budi.dev, {"cases": True}, clk=20)
    assert not cast.rights(granted).reads_cases(cast.budi.dev)
    seen = {"cases": [op.id for op in cast.ops if op.ent == cast.budi.dev]}
    chosen = cast.rina.op("_member", cast.budi.dev, {"cases": True}, clk=20, over=seen)
    assert cast.rights(chosen).entitled("kasus") == {cast.sari.dev, cast.budi.dev}


def test_a_key_for_cases_counts_only_from_whom_they_were_ever_open_to(cast):
    umum, kasus = (
        cast.budi.op("_key", ids.fresh(), {"use": use}, clk=20) for use in ("umum", "kasus")
    )
    assert cast.rights().counts(umum)
    assert not cast.rights().counts(kasus)


def test_what_stands_about_a_device_is_worked_out_once(cast):
    rights = cast.rights()
    assert rights.standing(cast.budi.dev) is rights.standing(cast.budi.dev)
    assert rights.role(cast.budi.dev) == "anggota"
    assert rights._roles[cast.budi.dev] == "anggota"


def test_in_an_office_only_coordinators_write():
    office = Cast(role="koordinator")
    rights = office.rights()
    assert rights.is_office
    assert rights.counts(note(office.rina))
    assert not rights.counts(note(office.budi))


def test_an_op_counts_in_its_own_space_only(cast):
    assert not cast.rights().counts(note(cast.budi, space="f" * 32))


def test_a_counter_far_ahead_is_held_until_a_coordinator_accepts_it(cast):
    far = note(cast.budi, clk=200_000)
    accept = cast.rina.op("_accept", far.id, {"ok": True}, clk=60)
    assert cast.rights().judge(far, 100) == Verdict.HELD
    assert cast.rights(accept).judge(far, 100) == Verdict.STORED


def test_what_was_signed_by_another_hand_does_not_count(cast):
    admitted = cast.rina.member(cast.tono, 20)
    forged = replace(admitted, sig=cast.tono.member(cast.tono, 20).sig)
    assert cast.tono.dev in cast.rights(admitted).ever
    assert cast.tono.dev not in cast.rights(forged).ever


def test_a_root_that_its_own_device_did_not_sign_founds_nothing(cast):
    forged = replace(cast.ops[0], sig=b"\x00" * 64)
    assert Rights(cast.space, [forged], is_signed=is_signed).founder == ""


@settings(max_examples=examples(20))
@given(st.randoms(use_true_random=False), st.sampled_from(["anggota", "koordinator"]))
def test_two_roots_of_one_founder_make_no_office_whichever_comes_first(random, first):
    cast = OFFICE if first == "koordinator" else CAST
    second = {"anggota": "koordinator", "koordinator": "anggota"}[first]
    again = cast.sari.member(cast.sari, 20, seed=cast.sari.seed.hex(), role=second)
    named = cast.sari.op("_space", "5" * 32, {"rt": "901"}, clk=21)
    ops = [*cast.ops, again, named]
    rights = Rights(cast.space, random.sample(ops, len(ops)), is_signed=is_signed)
    assert not rights.is_office
    assert rights.counts(note(cast.budi))
    assert not rights.counts(named)
    assert picture(rights) == picture(cast.rights(again, named))


def test_an_office_founded_twice_is_an_office():
    again = OFFICE.sari.member(OFFICE.sari, 20, seed=OFFICE.sari.seed.hex(), role="koordinator")
    assert OFFICE.rights(again).is_office


def test_reading_cases_may_begin_late(cast):
    late = cast.rina.op("_member", cast.budi.dev, {"since": 77}, clk=20)
    assert cast.rights(late).since(cast.budi.dev) == 77
    assert cast.rights().since(cast.budi.dev) == 0


CAST = Cast()
OFFICE = Cast(role="koordinator")


def test_an_erasure_bears_the_signature_of_an_arsip_laptop() -> None:
    rina, arsip, tono = Author(), Author(), Author()
    root = rina.first_ops("koordinator")[0]
    keys = {arsip.dev: arsip.device.sign_pk}
    rights = Rights(rina.space, [root], keys, is_signed=is_signed)
    within = Author(rina.space)
    within.device = arsip.device
    erase = within.op("_erase", ids.fresh(), {"ask": ids.fresh()}, clk=9)
    assert rights.counts(erase)
    assert not rights.counts(replace(erase, sig=tono.op("_erase", erase.ent, {"x": 1}, clk=9).sig))


def test_what_stands_about_a_device_is_told_with_who_said_it(cast) -> None:
    rights = cast.rights()
    assert rights.standing(cast.budi.dev)["role"][0].value == rights.role(cast.budi.dev)
    assert rights.named_by(cast.sari.dev) == {cast.sari.dev}
    assert rights.named_by("f" * 32) == frozenset()
    assert rights.may_make_key(cast.sari.dev, "kasus")
    assert not rights.may_make_key(cast.tono.dev, "umum")
