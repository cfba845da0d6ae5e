"""The mark of a decision, whose words a version is, and which texts can be kept both."""

from dataclasses import dataclass, field

import pytest

from patbm_desktop.domain.kinds import VOID
from patbm_desktop.domain.op import Write
from patbm_desktop.domain.versions import deciders, first_said, joined


@dataclass
class Said:
    op: str
    writes: dict[str, Write] = field(default_factory=dict)


def said(op, over=(), value=None, name="minutes"):
    return Said(op, {name: Write(value, tuple(over))})


FIRST, ONE, OTHER = said("a", value=1), said("b", "a", 2), said("c", "a", 3)


def test_an_op_that_replaces_two_values_decided():
    assert deciders([FIRST, ONE, OTHER, said("d", "bc", 3)]) == {"d"}


def test_an_op_that_replaces_one_value_or_two_of_the_same_decided_nothing():
    same = said("c", "a", 2)
    assert deciders([FIRST, ONE, same, said("d", "bc", 5)]) == set()
    assert deciders([FIRST, ONE, said("d", "b", 5)]) == set()


def test_what_an_op_replaces_may_not_have_come_yet():
    assert deciders([ONE, said("d", "bx", 5)]) == set()


def test_an_answer_to_a_deletion_and_an_edit_decided():
    void = said("v", "a", {"reason": "ganda"}, VOID)
    kept, gone = said("k", "vb", None, VOID), said("k", "vab", {"reason": "ganda"}, VOID)
    assert deciders([FIRST, ONE, void, kept]) == {"k"}
    assert deciders([FIRST, ONE, void, gone]) == {"k"}


def test_bringing_a_record_out_again_decided_nothing():
    void = said("v", "a", {"reason": "ganda"}, VOID)
    assert deciders([FIRST, void, said("k", "v", None, VOID)]) == set()


def test_a_version_that_was_put_back_is_still_the_word_of_who_wrote_it_first():
    decision = said("d", "bc", 3)
    back = [said("e", "d", 2), said("f", "d", 3)]
    every = [FIRST, ONE, OTHER, decision, *back]
    assert first_said("e", "minutes", every) == "b"
    assert first_said("f", "minutes", every) == "c"


def test_who_returns_to_an_earlier_value_alone_speaks_for_herself():
    every = [FIRST, ONE, OTHER, said("d", "bc", 3), said("e", "d", 2)]
    assert first_said("e", "minutes", every) == "e"


@pytest.mark.parametrize(
    ("kind", "name", "values", "made"),
    [
        ("activity", "result", ["Satu.", "Dua."], "Satu.\nDua."),
        ("report", "plan", [["a", "b"], ["b", "c"]], ["a", "b", "c"]),
        ("activity", "title", ["Satu", "Dua"], None),
        ("activity", "minutes", [60, 90], None),
        ("activity", "result", ["Satu.", None], None),
        ("activity", "result", ["Satu.", 2], None),
        ("later", "result", ["Satu.", "Dua."], None),
    ],
)
def test_only_texts_with_room_can_be_kept_both(kind, name, values, made):
    assert joined(kind, name, values) == made
