"""The headline that holds, and what it counts; on a real vault."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from patbm_desktop.actions import activities, exchanging, receipts, syncing
from patbm_desktop.actions.syncing import Situation, Step
from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.fault import Fault, Refusal
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
    assert exchanging.passage(ws) is None


def test_the_state_shows_no_note(ws):
    activities.record(ws, replace(WALK, title="Rahasia kecil"))
    assert "Rahasia" not in repr(syncing.overview(ws))
