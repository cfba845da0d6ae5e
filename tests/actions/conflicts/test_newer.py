"""What a later release wrote: kept, told of, and not written over; everything else goes on."""

from dataclasses import replace

import pytest

from patbm_desktop.actions.activities import activities, activity_detail
from patbm_desktop.actions.activities.activity_rows import State
from patbm_desktop.actions.cases import case_list, case_noting
from patbm_desktop.actions.travel import how_far, syncing
from patbm_desktop.actions.travel.syncing import Situation
from patbm_desktop.domain.case import CaseDetail
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.op import Write, parse
from patbm_desktop.seal import sign
from patbm_desktop.store import oplog
from tests.actions.travel.test_syncing import WALK


def write_as_later(ws, kind, ent, device=None):
    """Let a release that does not exist yet write in a record."""
    made = ws.laptop.compose(
        kind, ent, {"title": Write("x")}, space=ws.space, clk=ws.laptop.next_clk(ws.space)
    )
    body = made.body.replace(b'{"f":1,', b'{"f":2,"baru":true,', 1)
    signed = sign.sign(device or ws.device, body)
    oplog.apply(ws.db, [replace(parse(body, b""), sig=signed)], ws.lens, ws.rights)


def test_only_the_record_it_is_in_can_be_read_and_not_changed(ws):
    strange, plain = (activities.record(ws, WALK).ent for _ in range(2))
    write_as_later(ws, "activity", strange)
    with pytest.raises(Fault) as raised:
        activities.void(ws, strange)
    assert raised.value.refusal is Refusal.RECORD_NEWER
    assert activity_detail.detail(ws, strange).row.state is State.NEWER
    activities.void(ws, plain)
    assert activity_detail.detail(ws, plain).row.state is State.VOID


def test_the_headline_says_so_and_its_notes_are_sent_all_the_same(ws):
    syncing.connect_to(ws, "patbm.contoh.go.id")
    ent = activities.record(ws, WALK).ent
    write_as_later(ws, "activity", ent)
    assert syncing.state(ws).situation is Situation.NEWER
    assert how_far.steps(ws).of(ent) is how_far.Step.WAITS


def test_a_case_with_it_says_so_in_the_list(ws):
    ent = case_noting.note(ws, CaseDetail(category="putus_sekolah")).ent
    write_as_later(ws, "case", ent)
    (row,) = case_list.listing_of(ws, case_list.Query()).rows
    assert row.state is case_list.State.NEWER


def test_the_word_of_a_stranger_closes_no_record(ws):
    ent = activities.record(ws, WALK).ent
    write_as_later(ws, "activity", ent, device=sign.make())
    activities.void(ws, ent)
    assert activity_detail.detail(ws, ent).row.state is State.VOID
