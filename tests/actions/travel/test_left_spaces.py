"""What was left has a name, goes when its owner says so, and is written into no more."""

import pytest

from patbm_desktop.actions.activities import activities, activity_list
from patbm_desktop.actions.opened.changes import Edit
from patbm_desktop.actions.rt import people
from patbm_desktop.actions.travel import left_spaces
from patbm_desktop.actions.travel.left_spaces import Stop
from patbm_desktop.domain import ids
from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.fault import Fault, Refusal
from tests.actions.conftest import NOW
from tests.actions.leaving import found_taken, send_away

WALK = Activity(program="ppatbm", type="sosialisasi", topics=("hak_anak",), date=NOW.date())


@pytest.fixture
def left(ws, tmp_path, clock):
    """Sari's vault with one session, after Rina sent her away and thirty days went by."""
    activities.record(ws, WALK)
    send_away(ws, tmp_path / "rina", clock)
    return ws


def refusal_of(call, *values):
    with pytest.raises(Fault) as caught:
        call(*values)
    return caught.value.refusal


def test_nobody_who_belongs_has_left_anything(ws) -> None:
    assert left_spaces.left_spaces(ws) == ()
    assert refusal_of(left_spaces.let_go, ws) is Refusal.SPACE_STAYS


def test_it_is_called_by_its_rt_and_kelurahan(left) -> None:
    (found,) = left_spaces.left_spaces(left)
    assert (found.rt_number, found.kelurahan) == ("901", "Contoh")
    assert found.stands.is_offered
    assert found.stands.notes == 1


def test_a_day_too_early_it_is_not_offered(left) -> None:
    found_taken(left, 29)
    (found,) = left_spaces.left_spaces(left)
    assert left_spaces.offered([found]) == ()
    assert found.stands.stop is Stop.DAYS


def test_after_it_went_the_lists_are_empty_and_the_owner_is_still_known(left) -> None:
    done = left_spaces.let_go(left)
    assert {"activity", "_sync"} <= done.kinds
    assert activity_list.listing_of(left, activity_list.Query()).rows == ()
    assert (left.me.name, left.me.rt_number, left.me.kelurahan_name) == (
        "Sari Melati", "901", "Contoh",
    )  # fmt: skip
    (found,) = left_spaces.left_spaces(left)
    assert (found.rt_number, found.stands.gone_on) == ("901", NOW.date())


def test_nothing_is_written_where_it_would_go_at_once(left) -> None:
    left_spaces.let_go(left)
    _, edits = people.place_edit(left, "Balai")
    assert refusal_of(left.write, edits) is Refusal.SPACE_LOCKED
    assert refusal_of(activities.record, left, WALK) is Refusal.SPACE_LOCKED
    assert left.values("place", ids.fresh()) == {}


def test_the_owner_may_still_change_her_own_name(left) -> None:
    left_spaces.let_go(left)
    shown = left.view("person", left.person)
    edit = Edit(kind="person", ent=left.person, values={"call_name": "Bu Sari"}, shown=shown)
    left.write([edit])
    assert left.values("person", left.person)["call_name"] == "Bu Sari"


def test_a_vault_that_is_only_read_lets_nothing_go(left) -> None:
    left.is_read_only = True
    assert refusal_of(left_spaces.let_go, left) is Refusal.DATABASE_READ_ONLY
