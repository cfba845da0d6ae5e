"""The merge rule as laws: whatever the order, the repeats or the road, the same record."""

from dataclasses import dataclass
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain.kinds import VOID
from patbm_desktop.domain.merge import Cells, Entity, view, view_alone
from patbm_desktop.domain.op import Write

ACTIVITY = Entity("0" * 32, "activity", "1" * 32)
OTHERS = (
    Entity("f" * 32, "activity", "1" * 32),
    Entity("0" * 32, "report", "1" * 32),
    Entity("0" * 32, "activity", "2" * 32),
)
FIELDS = ("type", "title", "result")


@dataclass(frozen=True)
class Edit:
    op: str
    clk: int
    writes: dict

    def into(self, cells, entity=ACTIVITY):
        cells.take(entity, self.op, self.clk, self.writes)


def seen_by(edits):
    cells = Cells()
    for edit in edits:
        edit.into(cells)
    return view(cells.heads(ACTIVITY))


def history(seed, length):
    """Return edits by three people who meet now and then; each replaces what he was shown."""
    random = Random(seed)
    known = [[], [], []]
    made = []
    for number in range(length):
        mine = known[random.randrange(3)]
        shown = seen_by(mine)
        if random.random() < 0.15:
            writes = {VOID: Write({"reason": "ganda"}, shown.void_over)}
        elif random.random() < 0.15 and VOID in shown.over:
            writes = {VOID: Write(None, shown.over[VOID])}
        else:
            names = random.sample(FIELDS, random.randint(1, 3))
            writes = {name: Write(random.choice("abc"), shown.over.get(name, ())) for name in names}
        clk = 1 + max((edit.clk for edit in mine), default=0)
        edit = Edit(f"{random.getrandbits(100):026x}{number:06x}", clk, writes)
        mine.append(edit)
        made.append(edit)
        if random.random() < 0.4:
            a, b = random.sample(range(3), 2)
            known[a].extend(each for each in known[b] if each not in known[a])
    return made


HISTORIES = st.builds(history, st.integers(0, 10**9), st.integers(1, 14))


@given(HISTORIES, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_record(edits, random):
    shuffled = random.sample(edits, len(edits))
    assert seen_by(shuffled) == seen_by(edits)


@given(HISTORIES, st.randoms(use_true_random=False))
def test_repeats_change_nothing(edits, random):
    repeated = [*edits, *random.choices(edits, k=len(edits))]
    random.shuffle(repeated)
    assert seen_by(repeated) == seen_by(edits)


@given(HISTORIES, st.integers(0, 14), st.randoms(use_true_random=False))
def test_parts_taken_apart_and_then_together_give_the_same_record(edits, at, random):
    first, second = edits[:at], edits[at:]
    assert seen_by([*second, *first]) == seen_by([*first, *second])
    one, other = random.sample(edits, len(edits)), random.sample(edits, len(edits))
    assert seen_by([*one[:at], *other]) == seen_by(edits)


@given(HISTORIES)
def test_a_value_goes_only_when_somebody_who_saw_it_replaced_it(edits):
    cells = Cells()
    for edit in edits:
        edit.into(cells)
    alive = {(name, head.op) for name, heads in cells.heads(ACTIVITY).items() for head in heads}
    replaced = {
        (name, old) for edit in edits for name, write in edit.writes.items() for old in write.over
    }
    written = {(name, edit.op) for edit in edits for name in edit.writes}
    assert alive == written - replaced


@given(HISTORIES, st.sampled_from(OTHERS))
def test_an_edit_touches_its_own_record_only(edits, other):
    cells = Cells()
    for edit in edits:
        edit.into(cells)
    before = view(cells.heads(ACTIVITY))
    for edit in edits:
        foreign = {name: Write("x", (edit.op,)) for name in FIELDS}
        cells.take(other, f"e{edit.op[1:]}", 99, foreign)
    assert view(cells.heads(ACTIVITY)) == before


@given(HISTORIES)
def test_the_newest_value_is_shown(edits):
    cells = Cells()
    for edit in edits:
        edit.into(cells)
    for heads in cells.heads(ACTIVITY).values():
        assert heads[0] == max(heads, key=lambda head: (head.clk, head.op))


def edit(op, clk, over=(), **values):
    return Edit(op * 32, clk, {name: Write(v, tuple(each * 32 for each in over)) for name, v in values.items()})  # noqa: E501  # fmt: skip


def void(op, clk, over):
    return Edit(op * 32, clk, {VOID: Write({"reason": "ganda"}, tuple(each * 32 for each in over))})


def test_two_values_written_apart_are_a_conflict_until_somebody_chooses():
    base, one, other = (
        edit("a", 1, type="x"),
        edit("b", 2, "a", type="y"),
        edit("c", 2, "a", type="z"),
    )
    assert seen_by([base, one, other]).conflicts == ("type",)
    chosen = seen_by([base, one, other, edit("d", 3, "bc", type="y")])
    assert chosen.conflicts == ()
    assert chosen.values == {"type": "y"}


def test_the_same_value_written_apart_is_no_conflict_and_both_are_replaced_later():
    both = seen_by([edit("a", 1, type="x"), edit("b", 1, type="x")])
    assert both.conflicts == ()
    assert set(both.over["type"]) == {"a" * 32, "b" * 32}


def test_the_order_of_the_keys_of_a_value_makes_no_conflict():
    one = edit("a", 1, participants={"anak_l": 1, "anak_p": 2})
    other = edit("b", 1, participants={"anak_p": 2, "anak_l": 1})
    assert seen_by([one, other]).conflicts == ()


def test_an_edit_replaces_only_the_version_it_was_shown():
    conflict = [edit("a", 1, type="x"), edit("b", 2, type="y")]
    assert seen_by(conflict).over["type"] == ("b" * 32,)


def test_edits_of_different_fields_merge_without_a_question():
    merged = seen_by([edit("a", 1, type="x"), edit("b", 2, title="t"), edit("c", 2, result="r")])
    assert merged.values == {"type": "x", "title": "t", "result": "r"}
    assert merged.conflicts == ()


def test_a_cleared_field_is_gone_and_can_be_written_again():
    cleared = [edit("a", 1, title="t"), edit("b", 2, "a", title=None)]
    assert seen_by(cleared).values == {}
    assert seen_by([*cleared, edit("c", 3, "b", title="u")]).values == {"title": "u"}


def test_a_record_taken_back_is_hidden():
    hidden = seen_by([edit("a", 1, type="x"), void("b", 2, "a")])
    assert hidden.is_void
    assert not hidden.is_void_contested


def test_an_edit_the_voider_had_not_seen_keeps_the_record_visible():
    unseen = seen_by([edit("a", 1, type="x"), edit("c", 2, "a", type="y"), void("b", 2, "a")])
    assert not unseen.is_void
    assert unseen.is_void_contested
    assert unseen.values == {"type": "y"}


def test_a_record_taken_back_can_be_brought_back():
    undone = Edit("c" * 32, 3, {VOID: Write(None, ("b" * 32,))})
    back = seen_by([edit("a", 1, type="x"), void("b", 2, "a"), undone])
    assert not back.is_void
    assert not back.is_void_contested


def test_what_is_replaced_may_come_after_what_replaces_it():
    late = seen_by([edit("b", 2, "a", type="y"), edit("a", 1, type="x")])
    assert late.values == {"type": "y"}
    assert late.conflicts == ()


VALUES = st.none() | st.integers() | st.text(max_size=5)
WRITES = st.builds(Write, VALUES, st.sampled_from([(), ("a" * 32,)]))


@given(st.dictionaries(st.sampled_from((*FIELDS, VOID)), WRITES, min_size=1))
def test_what_one_op_alone_amounts_to_is_what_the_cells_say_of_it(writes):
    assert view_alone("b" * 32, writes) == seen_by([Edit("b" * 32, 3, writes)])
