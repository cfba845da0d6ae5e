"""Drafts: kept as they were left, never an op."""

from patbm_desktop.store import draft, oplog
from patbm_desktop.store.draft import Draft

FORM = Draft("d1", "activity", {"title": "Setengah", "heads": [1, None]}, "2026-11-21T20:14", "x")


def test_a_draft_comes_back_as_it_was_left_also_after_a_restart(laptop):
    draft.put(laptop.db, FORM)
    laptop.reopen()
    assert draft.get(laptop.db, "d1") == FORM


def test_a_later_state_replaces_the_earlier_one(laptop):
    draft.put(laptop.db, FORM)
    later = Draft("d1", "activity", {"title": "Lebih"}, "2026-11-21T20:15")
    draft.put(laptop.db, later)
    assert draft.every(laptop.db) == [later]


def test_drafts_are_listed_newest_first_and_by_form(laptop):
    other = Draft("d2", "place", {}, "2026-11-22T08:00")
    draft.put(laptop.db, FORM)
    draft.put(laptop.db, other)
    assert draft.every(laptop.db) == [other, FORM]
    assert draft.every(laptop.db, "activity") == [FORM]


def test_a_deleted_draft_is_handed_back_so_that_it_can_return(laptop):
    draft.put(laptop.db, FORM)
    assert draft.delete(laptop.db, "d1") == FORM
    assert draft.get(laptop.db, "d1") is None
    assert draft.delete(laptop.db, "d1") is None


def test_a_draft_is_never_an_op_and_not_in_its_own_repr(laptop):
    before = oplog.counts(laptop.db)
    draft.put(laptop.db, FORM)
    assert oplog.counts(laptop.db) == before
    assert "Setengah" not in repr(FORM)
