"""Cases on bad days: parts that do not open, a wrong clock, a kill, rules broken from elsewhere."""

import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from patbm_desktop.actions.cases import (
    case_identity,
    case_list,
    case_moves,
    case_noting,
    case_undo,
    cases,
    follow_ups,
    referrals,
)
from patbm_desktop.actions.cases.case_list import Query, listing_of
from patbm_desktop.actions.cases.case_rows import State
from patbm_desktop.actions.cases.casebook import page
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Edit, Refused
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import case_status, ids
from patbm_desktop.domain import op as ops
from patbm_desktop.domain.case import CaseDetail, Identity, Next, Victim
from patbm_desktop.domain.case_status import Flag
from patbm_desktop.domain.clock import WITA, FixedClock
from patbm_desktop.domain.follow_up import FollowUp
from patbm_desktop.domain.kinds import KINDS
from patbm_desktop.domain.op import Op
from patbm_desktop.domain.reason import Reason
from patbm_desktop.domain.referral import Receipt, Referral
from patbm_desktop.domain.second_look import SecondLook
from patbm_desktop.seal import sign
from patbm_desktop.store import listing, oplog
from tests.actions.cast import carry, enter, every_op, laptop
from tests.case_samples import SAMPLES
from tests.ui.opened import EVENING, PASSPHRASE

TODAY = date(2026, 11, 21)
QUIET = CaseDetail(category="putus_sekolah", victim=Victim("L", "13-17"), narrative="Bekerja.")
HURT = CaseDetail(category="kekerasan_psikis", victim=Victim("P", "6-12"))


@pytest.fixture
def rina(ws: Workspace, tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    """The pendamping kasus, with a laptop of her own."""
    made = laptop(ws, tmp_path / "rina", clock, ("umum", "kasus"))
    yield made
    made.close()


@pytest.fixture
def budi(ws: Workspace, tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    """A member without the key of cases."""
    made = laptop(ws, tmp_path / "budi", clock, ("umum",))
    yield made
    made.close()


def detail_of(ws: Workspace, ent: str) -> CaseDetail:
    found = page(ws, ent).dossier.detail
    assert found is not None
    return found


# -- who holds no key --------------------------------------------------------------------------


def everything_in(ws: Workspace) -> str:
    """Return every value of every table of an open, decrypted store, its word index too."""
    tables = [row[0] for row in ws.db.conn.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
    )]  # fmt: skip
    rows = [row for name in tables for row in ws.db.conn.execute(f'SELECT * FROM "{name}"')]
    values = [value for row in rows for value in row]
    return "\n".join(
        v.decode("utf-8", "replace") if isinstance(v, bytes) else str(v) for v in values
    )


def test_with_the_passphrase_of_a_laptop_without_the_key_no_detail_is_found(
    ws: Workspace, budi: Workspace, clock: FixedClock
) -> None:
    for sample in SAMPLES:
        ent = enter(ws, clock, sample)
        case_access.opened(ws, ent)
    case_identity.keep_identity(ws, page(ws, ent), Identity(nama="Zulhamdani"))
    carry(ws, budi)
    held = everything_in(budi)
    words = {word for sample in SAMPLES for word in sample.words}
    fields = {
        name for kind in ("case_detail", "follow_up", "referral") for name in KINDS[kind].fields
    }
    hidden = fields - {name for kind in KINDS.values() for name in kind.fields if not kind.sealed}
    assert {"narrative", "category", "identity"} <= hidden
    assert [each for each in {*words, "Zulhamdani"} if each in held] == []
    assert [each for each in hidden if f'"{each}"' in held] == []
    assert len(listing_of(budi, Query()).rows) == len(SAMPLES)


# -- what does not open --------------------------------------------------------------------------


def damaged(ws: Workspace, op: Op) -> Op:
    """Return `op` as its author would sign it, with one bit of its box flipped."""
    assert op.box is not None
    box = bytearray(b64decode(op.box))
    box[-1] ^= 1
    header: dict[str, Any] = {
        "space": op.space, "ent": op.ent, "kind": ops.SEALED, "dev": op.dev, "clk": op.clk + 1,
        "app": "patbm-desktop 0.1.0", "rnd": ops.fresh_rnd(),
    }  # fmt: skip
    made = ops.compose(header, {}, b64encode(bytes(box)).decode())
    return replace(made, sig=sign.sign(ws.device, made.body))


def test_a_flipped_bit_locks_a_part_and_the_rest_is_read_and_written(ws: Workspace) -> None:
    ent = case_noting.note(ws, QUIET).ent
    oplog.apply(ws.db, [damaged(ws, every_op(ws)[-1])], ws.lens, ws.rights)
    shown = page(ws, ent)
    assert (shown.locked, shown.row.state) == (1, State.LOCKED)
    assert detail_of(ws, ent).narrative == "Bekerja."
    cases.complete(ws, shown, replace(detail_of(ws, ent), narrative="Lanjut."))
    after = page(ws, ent)
    assert (after.locked, detail_of(ws, ent).narrative) == (1, "Lanjut.")


def test_an_edit_made_while_a_part_is_locked_stands_beside_it_when_the_key_comes(
    ws: Workspace, rina: Workspace
) -> None:
    ent = case_noting.note(ws, replace(QUIET, narrative="Versi awal.")).ent
    carry(ws, rina)
    key, use = rina.sealing["kasus"], dict(rina.opener.keys)
    cases.complete(ws, page(ws, ent), replace(detail_of(ws, ent), narrative="Dari Sari."))
    held = rina.opener.keys.pop(key)
    carry(ws, rina)
    assert page(rina, ent).locked == 1
    rina.opener.keys[key] = held
    cases.complete(rina, page(rina, ent), replace(detail_of(rina, ent), narrative="Dari Rina."))
    assert page(rina, ent).locked == 1
    oplog.retry_locked(rina.db, rina.lens, rina.rights)
    shown = page(rina, ent)
    (version,) = shown.versions
    assert {value for value, _, _ in version.values} == {"Dari Sari.", "Dari Rina."}
    assert (shown.locked, rina.opener.keys) == (0, use)


# -- rules that were broken elsewhere --------------------------------------------------------------


def write_past_the_rules(ws: Workspace, ent: str, **values: Any) -> None:
    """Write fields of a case as a laptop would that knows no rules."""
    edit = Edit(kind="case", ent=ent, values=values, shown=ws.view("case", ent))
    ws.write([edit])


@pytest.mark.parametrize(
    ("values", "flag"),
    [
        ({"status": {"value": "selesai", "reason": "membaik"}}, Flag.STATUS),
        ({"status": {"value": "dipantau"}}, Flag.STATUS),
        ({"status": {"value": "diterima_layanan"}}, Flag.STATUS),
        ({"next": {"what": "kunjungan", "on": "2026-11-22"}}, Flag.NEXT_LATE),
        ({"next": {"what": "telepon", "on": "2026-12-24"}}, Flag.NEXT_LATE),
        ({"triage": "hijau"}, Flag.LEVEL),
    ],
)
def test_an_op_that_breaks_a_rule_stays_and_is_flagged(
    ws: Workspace, rina: Workspace, values: dict[str, Any], flag: Flag
) -> None:
    ent = case_noting.note(ws, HURT).ent
    carry(ws, rina)
    write_past_the_rules(rina, ent, **values)
    carry(rina, ws)
    shown = page(ws, ent)
    assert flag in shown.row.flags
    (name, value) = next(iter(values.items()))
    assert shown.case_shown is not None
    assert shown.case_shown.values[name] == value
    assert ent in {row.ent for row in listing_of(ws, Query()).rows}


@pytest.mark.parametrize("kind", ["musyawarah_keluarga", "kunjungan"])
def test_a_talk_or_a_visit_that_came_from_elsewhere_is_flagged(
    ws: Workspace, rina: Workspace, kind: str
) -> None:
    ent = case_noting.note(ws, HURT).ent
    carry(ws, rina)
    values = {"case_id": ent, "kind": kind, "date": TODAY.isoformat()}
    rina.write([Edit(kind="follow_up", ent=ids.fresh(), values=values)])
    carry(rina, ws)
    flag = Flag.VISIT if kind == "kunjungan" else Flag.FAMILY_TALK
    assert page(ws, ent).row.flags == (flag,)


def test_a_level_that_was_lowered_elsewhere_opens_neither_talk_nor_closing(
    ws: Workspace, rina: Workspace
) -> None:
    ent = case_noting.note(ws, replace(QUIET, category="kekerasan_seksual")).ent
    carry(ws, rina)
    write_past_the_rules(rina, ent, triage="hijau", status={"value": "didampingi"})
    carry(rina, ws)
    shown = page(ws, ent)
    assert shown.row.triage == "merah"
    assert "musyawarah_keluarga" not in shown.judgement.follow_up_kinds
    assert {move.to for move in shown.moves} == {"dirujuk"}


# -- undo ----------------------------------------------------------------------------------------


def test_no_undo_leads_to_a_status_that_the_rules_have_barred_since(ws: Workspace) -> None:
    ent = case_noting.note(ws, QUIET).ent
    case_moves.move(ws, page(ws, ent), "didampingi")
    done = case_moves.move(ws, page(ws, ent), "selesai", "membaik")
    assert done.undo is not None
    back = case_undo.undo(ws, done.undo)
    cases.complete(ws, page(ws, ent), replace(detail_of(ws, ent), kinds=("fisik",)))
    before = oplog.counts(ws.db).ops
    assert back.undo is not None
    with pytest.raises(Refused) as caught:
        case_undo.undo(ws, back.undo)
    assert [each.reason for each in caught.value.problems] == [Reason.NO_SUCH_MOVE]
    assert oplog.counts(ws.db).ops == before
    assert page(ws, ent).dossier.case.status.value == "didampingi"


def test_a_lawful_move_is_taken_back_and_made_again(ws: Workspace) -> None:
    ent = case_noting.note(ws, QUIET).ent
    case_moves.move(ws, page(ws, ent), "didampingi")
    done = case_moves.move(ws, page(ws, ent), "selesai", "membaik")
    for expected in ("didampingi", "selesai"):
        assert done.undo is not None
        done = case_undo.undo(ws, done.undo)
        assert page(ws, ent).dossier.case.status.value == expected


def test_a_slip_typed_back_is_taken_back_and_typed_again_in_one(ws: Workspace) -> None:
    ent = case_noting.note(ws, HURT).ent
    letter = referrals.make(ws, page(ws, ent), Referral(to="uptd_ppa")).ent
    referrals.handed(ws, letter, "surat")
    done = referrals.received(ws, letter, Receipt())
    for expected in ("dirujuk", "diterima_layanan"):
        assert done.undo is not None
        done = case_undo.undo(ws, done.undo)
        assert page(ws, ent).dossier.case.status.value == expected


def test_undoing_a_tick_brings_no_later_step_back(ws: Workspace) -> None:
    ent = case_noting.note(ws, QUIET).ent
    done = cases.complete(ws, page(ws, ent), replace(detail_of(ws, ent), danger_now="ya"))
    assert done.undo is not None
    undoing.undo(ws, done.undo)
    shown = page(ws, ent)
    assert detail_of(ws, ent).danger_now is None
    assert shown.dossier.case.next == Next("telepon", TODAY)
    assert shown.row.flags == ()


# -- the second person -----------------------------------------------------------------------------


def test_what_a_second_person_has_seen_names_who_asked_and_is_not_undone(
    ws: Workspace, rina: Workspace
) -> None:
    ent = case_noting.note(ws, QUIET).ent
    case_moves.move(ws, page(ws, ent), "bukan_kasus", "ganda")
    carry(ws, rina)
    done = case_moves.confirm(rina, page(rina, ent))
    confirmed = page(rina, ent).dossier.case.confirmed
    assert confirmed is not None
    assert (confirmed.by, confirmed.asked_by, done.undo) == (rina.person, ws.person, None)


def test_a_list_too_knows_that_nobody_agrees_with_herself(ws: Workspace, rina: Workspace) -> None:
    ent = case_noting.note(ws, QUIET).ent
    case_moves.move(ws, page(ws, ent), "bukan_kasus", "ganda")
    word = {"what": "bukan_kasus", "by": ws.person, "asked_by": ws.person, "on": "2026-11-21"}
    write_past_the_rules(ws, ent, confirmed=word)
    (row,) = listing_of(ws, Query()).rows
    assert row.look is page(ws, ent).row.look is SecondLook.WAITING


def test_nobody_is_the_second_person_alone(ws: Workspace) -> None:
    ent = case_noting.note(ws, QUIET).ent
    case_moves.move(ws, page(ws, ent), "bukan_kasus", "ganda")
    assert not page(ws, ent).may_confirm
    assert page(ws, ent).row.look is SecondLook.TO_BE_SEEN
    assert [each.is_me for each in page(ws, ent).readers] == [True]


# -- the clock, a kill -----------------------------------------------------------------------------


def test_a_clock_that_cannot_be_right_stops_no_note_and_dates_nothing(
    ws: Workspace, clock: FixedClock
) -> None:
    clock.moment = datetime(2001, 1, 1, 3, 0, tzinfo=WITA)
    ent = case_noting.note(ws, QUIET).ent
    follow_ups.record(ws, page(ws, ent), FollowUp(kind="telepon"))
    shown = page(ws, ent)
    assert detail_of(ws, ent).learned_on is None
    assert shown.dossier.follow_ups[0].date is None
    clock.moment = EVENING + timedelta(days=1)
    assert [row.ent for row in listing_of(ws, Query(filter=case_list.Filter.TODO)).rows] == [ent]


def test_killed_while_saving_a_note_is_there_whole_or_not_at_all(
    ws: Workspace, folder: Path, reopen: Callable[[], Workspace]
) -> None:
    ws.close()
    command = [sys.executable, "-m", "tests.actions.noting_hand", str(folder), PASSPHRASE]
    home = Path(__file__).parents[3]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=home) as hand:
        assert hand.stdout is not None
        told = [hand.stdout.readline().strip() for _ in range(12)]
        hand.kill()
    again = reopen()
    halves = [{row.ent for row in listing.rows(again.db, kind)} for kind in ("case", "case_detail")]
    again.close()
    assert halves[0] == halves[1]
    assert {each for each in told if each} <= halves[0]
    assert all(told)


def test_every_move_the_table_knows_is_refused_where_it_is_not_offered(ws: Workspace) -> None:
    ent = case_noting.note(ws, HURT).ent
    offered = {move.to for move in page(ws, ent).moves}
    for to in case_status.MOVES:
        if to not in offered:
            with pytest.raises(Refused):
                case_moves.move(ws, page(ws, ent), to)
    assert page(ws, ent).dossier.case.status.value == "baru"
