"""The headline that holds, and what it counts; on a real vault."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from patbm_desktop.actions.activities import activities, activity_detail, activity_list
from patbm_desktop.actions.activities.activity_rows import State
from patbm_desktop.actions.papers import receipts
from patbm_desktop.actions.rt import people
from patbm_desktop.actions.travel import how_far, syncing
from patbm_desktop.actions.travel.beside import passage
from patbm_desktop.actions.travel.syncing import Situation, Step
from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.op import parse
from patbm_desktop.store import oplog, outbox
from patbm_desktop.sync import journal

WALK = Activity(program="ppatbm", type="sosialisasi", topics=("hak_anak",), date=date(2026, 11, 1))


def test_a_vault_that_belongs_to_nobody_else_says_only_that_all_is_safe(ws):
    activities.record(ws, WALK)
    found = syncing.state(ws)
    assert (found.situation, found.can_carry) == (Situation.ALONE, False)


def test_with_a_server_what_was_never_handed_over_waits(ws):
    syncing.connect_to(ws, "patbm.contoh.go.id")
    ent = activities.record(ws, WALK).ent
    found = syncing.overview(ws)
    assert found.state.situation is Situation.WAITING
    assert [(each.ent, each.step) for each in found.latest] == [(ent, Step.WAITS)]


def test_a_place_that_was_named_with_it_is_no_note_of_its_own(ws):
    syncing.connect_to(ws, "patbm.contoh.go.id")
    all_back(ws)
    activities.record(ws, WALK, place_name="Balai RT 912", lead_name="Bu Contoh")
    assert counted(ws) == (Situation.WAITING, 1, 0)


def test_what_is_no_note_waits_without_a_number(ws):
    syncing.connect_to(ws, "patbm.contoh.go.id")
    all_back(ws)
    people.edit_me(ws, {"name": "Sari Contoh Baru"})
    found = syncing.state(ws)
    assert (found.situation, found.waits, found.others) == (Situation.WAITING, 0, Step.WAITS)


def test_a_note_taken_back_is_counted_no_more_and_its_end_still_waits(ws):
    syncing.connect_to(ws, "patbm.contoh.go.id")
    all_back(ws)
    activities.void(ws, activities.record(ws, WALK).ent)
    assert counted(ws) == (Situation.WAITING, 0, 0)


def test_the_three_counts_together_are_all_notes(ws):
    syncing.connect_to(ws, "patbm.contoh.go.id")
    first, second, third = (activities.record(ws, WALK).ent for _ in range(3))
    answer_to(ws, first, outbox.BACK)
    answer_to(ws, second, outbox.SENT)
    found = syncing.overview(ws).state
    assert (found.waits, found.sent, found.received) == (1, 1, 1)
    assert how_far.steps(ws).of(third) is Step.WAITS


def test_every_list_says_how_far_a_note_is(ws):
    ent = activities.record(ws, replace(WALK, participants=Count4(1, 2, 0, 0))).ent
    assert shown_of(ws, ent) is State.SAFE
    syncing.connect_to(ws, "patbm.contoh.go.id")
    steps = {None: State.WAITING, outbox.SENT: State.HANDED_OVER, "held:peran": State.STOPPED,
             outbox.BAD_SIZE: State.BAD, outbox.BACK: State.RECEIVED}  # fmt: skip
    for answer, state in steps.items():
        answer_to(ws, ent, answer)
        assert shown_of(ws, ent) is state


def test_an_address_is_kept_as_it_will_be_called(ws):
    assert syncing.connect_to(ws, " patbm.contoh.go.id/ ") == "https://patbm.contoh.go.id"
    with pytest.raises(Fault) as raised:
        syncing.connect_to(ws, "http://patbm.contoh.go.id")
    assert raised.value.refusal is Refusal.SERVER_ADDRESS


@pytest.mark.parametrize(
    ("trouble", "situation"),
    [
        (Refusal.DEVICE_UNKNOWN, Situation.ASKED),
        (Refusal.DEVICE_DISABLED, Situation.DISABLED),
        (Refusal.NO_NETWORK, Situation.WAITING),
    ],
)
def test_why_nobody_was_met_chooses_the_headline(ws, trouble, situation):
    syncing.connect_to(ws, "patbm.contoh.go.id")
    activities.record(ws, WALK)
    journal.met_trouble(ws.db, trouble.value)
    assert syncing.state(ws).situation is situation


def test_a_note_that_waits_for_more_than_a_fortnight_is_late(ws, clock):
    syncing.connect_to(ws, "patbm.contoh.go.id")
    activities.record(ws, WALK)
    clock.moment += timedelta(days=14)
    assert not syncing.state(ws).is_late
    clock.moment += timedelta(days=1)
    assert syncing.state(ws).is_late


def test_somebody_may_leave_the_internet_out(ws):
    syncing.switch(ws, on=False)
    assert syncing.state(ws).is_off
    syncing.switch(ws, on=True)
    assert not syncing.state(ws).is_off


def test_there_is_no_receipt_before_the_first_exchange(ws):
    with pytest.raises(Fault) as raised:
        receipts.sheet(ws)
    assert raised.value.refusal is Refusal.NO_RECEIPT


def test_a_backup_that_is_read_has_no_second_laptop(ws):
    ws.is_read_only = True
    assert passage(ws) is None


def test_the_state_shows_no_note(ws):
    activities.record(ws, replace(WALK, title="Rahasia kecil"))
    assert "Rahasia" not in repr(syncing.overview(ws))


def all_back(ws):
    outbox.note_answers(ws.db, dict.fromkeys(ops_of(ws), outbox.BACK))


def answer_to(ws, ent, answer):
    own = {op for op, of in ops_of(ws).items() if of == ent}
    outbox.note_answers(ws.db, dict.fromkeys(own, answer))


def ops_of(ws):
    found = [parse(body, sig) for body, sig in oplog.ops_of(ws.db)]
    return {op.id: op.ent for op in found}


def counted(ws):
    found = syncing.state(ws)
    return found.situation, found.waits, found.sent


def shown_of(ws, ent):
    listed = activity_list.listing_of(ws, activity_list.Query()).rows
    detail = activity_detail.detail(ws, ent).row
    assert [row.state for row in listed] == [detail.state]
    return detail.state
