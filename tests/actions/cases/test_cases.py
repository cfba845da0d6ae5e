"""Cases on a real encrypted store: noted, followed up, referred, closed, read by whom it may be."""

import json
from base64 import b64decode
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from patbm_desktop.actions.activities import activities, attendance
from patbm_desktop.actions.cases import (
    case_hiding,
    case_identity,
    case_list,
    case_moves,
    case_noting,
    case_scans,
    case_undo,
    cases,
    follow_ups,
    referrals,
)
from patbm_desktop.actions.cases.case_consents import Consent, give, of, withdraw
from patbm_desktop.actions.cases.case_list import Filter, Query, listing_of
from patbm_desktop.actions.cases.case_rows import State
from patbm_desktop.actions.cases.casebook import page
from patbm_desktop.actions.conflicts import case_versions
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Refused
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.domain.case import CaseDetail, Identity, Next, Victim
from patbm_desktop.domain.case_status import Flag
from patbm_desktop.domain.clock import WITA, FixedClock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.follow_up import FollowUp
from patbm_desktop.domain.kinds import KINDS
from patbm_desktop.domain.op import SEALED
from patbm_desktop.domain.reason import Reason
from patbm_desktop.domain.referral import Receipt, Referral, Stage
from patbm_desktop.domain.second_look import SecondLook
from patbm_desktop.store import listing, oplog
from tests.actions.cast import carry, enter, every_op, laptop
from tests.case_samples import (
    ABUSED,
    BULLIED,
    HIT,
    MARRIED,
    QUARREL,
    SAMPLES,
    SCHOOL,
    WOMAN,
    Sample,
)

TODAY = date(2026, 11, 21)
HURT = CaseDetail(category="kekerasan_psikis", victim=Victim("P", "6-12"))
QUIET = CaseDetail(category="putus_sekolah", victim=Victim("L", "13-17"), narrative="Bekerja.")
JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40


def why(caught: Any) -> list[Reason]:
    return [each.reason for each in caught.value.problems]


def go_to(clock: FixedClock, day: date) -> None:
    clock.moment = datetime.combine(day, clock.moment.time(), WITA)


def refer(ws: Workspace, ent: str, to: str = "uptd_ppa") -> str:
    letter = referrals.make(ws, page(ws, ent), Referral(to=to)).ent
    referrals.handed(ws, letter, "surat")
    return letter


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


# -- the samples -----------------------------------------------------------------------------


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda each: each.name)
def test_a_sample_is_entered_as_written_and_comes_out_so(
    ws: Workspace, clock: FixedClock, sample: Sample
) -> None:
    shown = page(ws, enter(ws, clock, sample))
    case, detail = shown.dossier.case, shown.dossier.detail
    assert detail is not None
    assert (case.group, case.triage, case.month) == (
        sample.group, sample.triage, sample.noted.isoformat()[:7],
    )  # fmt: skip
    assert (case.status.value, case.status.reason) == (sample.way[-1], sample.reason)
    assert case.delay == sample.delay
    assert replace(detail, ent="", learned_on=None) == sample.detail
    assert set(shown.judgement.rules) == sample.rules
    assert shown.row.flags == ()


def test_a_quarrel_may_be_talked_over_and_nothing_else_may(
    ws: Workspace, clock: FixedClock
) -> None:
    for sample in (ABUSED, MARRIED, HIT, BULLIED, WOMAN):
        ent = enter(ws, clock, sample)
        with pytest.raises(Refused) as caught:
            follow_ups.record(ws, page(ws, ent), FollowUp(kind="musyawarah_keluarga"))
        assert why(caught) == [Reason.FAMILY_TALK_NOT_OFFERED]
    assert "musyawarah_keluarga" in page(ws, enter(ws, clock, QUARREL)).judgement.follow_up_kinds


def test_the_next_check_follows_the_clock(ws: Workspace, clock: FixedClock) -> None:
    planned = {
        sample.name: page(ws, enter(ws, clock, sample)).dossier.case.next
        for sample in (BULLIED, MARRIED, WOMAN)
    }
    days = {name: each.on for name, each in planned.items() if each}
    assert days == {
        BULLIED.name: date(2026, 10, 26),
        MARRIED.name: MARRIED.noted + timedelta(days=1),
        WOMAN.name: WOMAN.noted + timedelta(days=7),
    }


def test_a_closed_case_reminds_nobody_any_more(ws: Workspace, clock: FixedClock) -> None:
    shown = page(ws, enter(ws, clock, SCHOOL))
    assert shown.dossier.case.next is None
    assert shown.dossier.standing.look is SecondLook.TO_BE_SEEN
    go_to(clock, date(2027, 3, 1))
    assert case_list.waiting(ws).count == 0


# -- nothing shows outside -------------------------------------------------------------------


def test_no_op_says_a_word_a_field_or_a_kind_of_a_case(ws: Workspace, clock: FixedClock) -> None:
    before = {op.id for op in every_op(ws)}
    for sample in SAMPLES:
        ent = enter(ws, clock, sample)
        case_access.opened(ws, ent)
    case_scans.add(ws, page(ws, ent), JPEG, kind="surat", caption="Surat rujukan")
    made = [op for op in every_op(ws) if op.id not in before]
    assert {op.kind for op in made} == {SEALED}
    assert {op.by for op in made} == {""}
    sealed = [kind for kind in KINDS.values() if kind.sealed]
    names = {kind.name for kind in sealed} | {kind.travels_as for kind in sealed}
    fields = {name for kind in sealed for name in kind.fields if len(name) > 4}
    words = {word for sample in SAMPLES for word in (*sample.words, sample.triage)}
    for op in made:
        told = op.body.replace(op.box.encode() if op.box else b"", b"").decode()
        assert not {each for each in names | fields | words if f'"{each}' in told}
        assert not any(word.encode() in op.body for word in words | fields if len(word) > 5)
        assert set(told.split('"')[1::2]) >= {"space", "ent", "dev"}


def test_a_case_looks_like_an_attendance_list_from_outside(ws: Workspace) -> None:
    session = activities.record(ws, Activity(program="ppatbm", type="sosialisasi")).ent
    attendance.save(ws, session, [Attendee(name="Aminah", sex="P")])
    listed = every_op(ws)[-1]
    case_noting.note(ws, QUIET)
    for op in every_op(ws)[-2:]:
        assert set(json.loads(op.body)) == set(json.loads(listed.body))
        assert len(b64decode(op.box or "")) % 128 == len(b64decode(listed.box or "")) % 128


def test_both_halves_of_a_case_are_kept_or_none(ws: Workspace) -> None:
    before = oplog.counts(ws.db).ops
    with pytest.raises(Refused) as caught:
        case_noting.note(ws, replace(QUIET, initials="R2"))
    assert why(caught) == [Reason.LETTERS_ONLY]
    assert oplog.counts(ws.db).ops == before
    case_noting.note(ws, QUIET)
    assert oplog.counts(ws.db).ops == before + 2


def test_only_a_category_is_needed(ws: Workspace) -> None:
    with pytest.raises(Refused) as caught:
        case_noting.note(ws, CaseDetail(narrative="Anak menangis."))
    assert why(caught) == [Reason.REQUIRED]
    assert case_noting.note(ws, CaseDetail(category="lainnya")).judgement.triage == "kuning"


def test_a_laptop_without_the_key_sees_code_level_status_and_date_only(
    ws: Workspace, budi: Workspace, clock: FixedClock
) -> None:
    ents = {enter(ws, clock, sample) for sample in SAMPLES}
    carry(ws, budi)
    listed = listing_of(budi, Query())
    assert not listed.has_key
    assert [reader.name for reader in listed.holders] == ["Sari"]
    assert {row.ent for row in listed.rows} == ents
    for row in listed.rows:
        assert (row.category, row.age, row.sex, row.learned_on) == (None, None, None, None)
        assert row.triage in {"hijau", "kuning", "merah"}
        assert row.status
    for kind in ("case_detail", "follow_up", "referral", "access", "case_consent"):
        assert listing.rows(budi.db, kind, with_void=True) == []
    told = " ".join(str(row) for row in budi.db.conn.execute("SELECT * FROM record").fetchall())
    assert not any(word in told for sample in SAMPLES for word in sample.words)


def test_a_laptop_without_the_key_can_change_nothing(
    ws: Workspace, budi: Workspace, clock: FixedClock
) -> None:
    ent = case_noting.note(ws, QUIET).ent
    carry(ws, budi)
    shown = page(budi, ent)
    assert shown.moves == ()
    for act in (
        lambda: case_moves.move(budi, shown, "didampingi"),
        lambda: case_noting.note(budi, QUIET),
        lambda: follow_ups.record(budi, shown, FollowUp(kind="telepon")),
        lambda: case_identity.reveal(budi, ent),
    ):
        with pytest.raises(Fault) as caught:
            act()
        assert caught.value.refusal is Refusal.CASES_ELSEWHERE


# -- completing ------------------------------------------------------------------------------


def test_a_tick_raises_the_level_and_pulls_the_next_step_forward(ws: Workspace) -> None:
    ent = case_noting.note(ws, QUIET).ent
    shown = page(ws, ent)
    assert shown.dossier.detail is not None
    cases.complete(ws, shown, replace(shown.dossier.detail, danger_now="ya"))
    case = page(ws, ent).dossier.case
    assert case.triage == "merah"
    assert case.next is not None
    assert (case.next.what, case.next.on) == ("telepon", TODAY)


def test_unticking_and_undoing_lower_nothing(ws: Workspace) -> None:
    ent = case_noting.note(ws, QUIET).ent
    shown = page(ws, ent)
    assert shown.dossier.detail is not None
    done = cases.complete(ws, shown, replace(shown.dossier.detail, signs=("luka",)))
    assert done.undo is not None
    undoing.undo(ws, done.undo)
    after = page(ws, ent)
    assert after.dossier.detail is not None
    assert after.dossier.detail.signs == ()
    assert (after.row.triage, after.judgement.triage, after.judgement.computed) == (
        "merah", "merah", "hijau",
    )  # fmt: skip


def test_violence_ticked_later_flags_the_status_and_undoes_nothing(
    ws: Workspace, clock: FixedClock
) -> None:
    ent = enter(ws, clock, SCHOOL)
    shown = page(ws, ent)
    assert shown.dossier.detail is not None
    cases.complete(ws, shown, replace(shown.dossier.detail, kinds=("fisik",)))
    after = page(ws, ent)
    assert after.dossier.case.status.value == "selesai"
    assert Flag.STATUS in after.row.flags
    assert Flag.VISIT in after.row.flags


def test_a_telephone_call_is_written_down_with_its_time(ws: Workspace) -> None:
    ent = case_noting.note(ws, HURT).ent
    cases.called(ws, page(ws, ent), "uptd_ppa")
    detail = page(ws, ent).dossier.detail
    assert detail is not None
    (call,) = detail.called
    assert (call.to, call.on, str(call.at)) == ("uptd_ppa", TODAY, "20:14:00")


def test_a_session_keeps_no_trace_of_the_note_it_led_to(ws: Workspace) -> None:
    session = "5" * 32
    ent = case_noting.note(ws, replace(QUIET, activity_id=session)).ent
    assert not any(op.ent == session for op in every_op(ws))
    detail = page(ws, ent).dossier.detail
    assert detail is not None
    assert detail.activity_id == session


# -- moves -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("to", "reason", "said"),
    [
        ("selesai", "membaik", Reason.NO_SUCH_MOVE),
        ("dipantau", None, Reason.UPTD_HAS_NOT_RECEIVED),
        ("diterima_layanan", None, Reason.NO_SUCH_MOVE),
    ],
)
def test_a_move_that_is_not_offered_is_not_made(
    ws: Workspace, to: str, reason: str | None, said: Reason
) -> None:
    ent = case_noting.note(ws, HURT).ent
    before = oplog.counts(ws.db).ops
    with pytest.raises(Refused) as caught:
        case_moves.move(ws, page(ws, ent), to, reason)
    assert said in why(caught)
    assert oplog.counts(ws.db).ops == before


def test_an_old_page_does_not_open_what_a_newer_tick_has_barred(ws: Workspace) -> None:
    ent = case_noting.note(ws, QUIET).ent
    case_moves.move(ws, page(ws, ent), "didampingi")
    old = page(ws, ent)
    assert old.dossier.detail is not None
    cases.complete(ws, old, replace(old.dossier.detail, category="kekerasan_seksual"))
    with pytest.raises(Refused) as caught:
        case_moves.move(ws, old, "selesai", "membaik")
    assert why(caught) == [Reason.UPTD_HAS_NOT_RECEIVED]
    with pytest.raises(Refused):
        follow_ups.record(ws, old, FollowUp(kind="kunjungan"))


def test_violence_against_a_child_ends_only_with_uptd(ws: Workspace) -> None:
    ent = case_noting.note(ws, HURT).ent
    letter = refer(ws, ent)
    assert page(ws, ent).dossier.case.status.value == "dirujuk"
    referrals.received(ws, letter, Receipt(officer="Petugas Contoh", register_no="12"))
    shown = page(ws, ent)
    assert shown.dossier.case.status.value == "diterima_layanan"
    reasons = {move.to: move.reasons for move in shown.moves}
    assert reasons["selesai"] == ("ditangani_uptd", "pindah_uptd_tahu")
    case_moves.move(ws, shown, "selesai", "ditangani_uptd")
    assert page(ws, ent).row.state is State.CLOSED


def test_a_woman_who_decides_for_herself_is_asked_twice_first(
    ws: Workspace, clock: FixedClock
) -> None:
    ent = enter(ws, clock, WOMAN)
    with pytest.raises(Refused) as caught:
        case_moves.move(ws, page(ws, ent), "selesai", "pilihan_korban")
    assert why(caught) == [Reason.TWO_SAFETY_CHECKS]
    for _ in range(2):
        follow_ups.record(ws, page(ws, ent), FollowUp(kind="cek_keamanan", result="tetap"))
    case_moves.move(ws, page(ws, ent), "selesai", "pilihan_korban")
    assert page(ws, ent).row.state is State.CLOSED


def test_a_family_that_refuses_for_a_child_neither_closes_nor_pauses(ws: Workspace) -> None:
    ent = case_noting.note(ws, replace(HURT, legal_basis="persetujuan")).ent
    letter = referrals.make(ws, page(ws, ent), Referral(to="uptd_ppa")).ent
    referrals.refused(ws, letter, "keluarga")
    shown = page(ws, ent)
    assert "R22" in shown.judgement.rules
    assert {move.to for move in shown.moves} == {"didampingi", "dirujuk"}
    assert shown.dossier.case.next is not None
    assert (shown.dossier.case.next.what, shown.dossier.case.next.on) == ("tanya_uptd", TODAY)
    assert shown.dossier.detail is not None
    assert shown.dossier.detail.legal_basis == "kewajiban_hukum"
    with pytest.raises(Refused) as caught:
        case_moves.move(ws, shown, "bukan_kasus", "keliru")
    assert why(caught) == [Reason.FAMILY_IS_NOT_WILLING]


def test_the_next_step_is_no_later_than_the_clock_allows(ws: Workspace) -> None:
    urgent = replace(HURT, danger_now="ya")
    noted = case_noting.note(ws, urgent, next=Next("telepon", TODAY + timedelta(days=3)))
    shown = page(ws, noted.ent)
    assert shown.dossier.case.next is not None
    assert shown.dossier.case.next.on == TODAY
    with pytest.raises(Refused) as caught:
        cases.set_next(ws, shown, Next("telepon", TODAY + timedelta(days=1)))
    assert why(caught) == [Reason.DATE_TOO_LATE]
    with pytest.raises(Refused) as caught:
        cases.set_next(ws, shown, Next("kunjungan", TODAY))
    assert why(caught) == [Reason.VISIT_NOT_ADVISED]


def test_a_visit_is_open_once_uptd_has_advised_it(ws: Workspace) -> None:
    ent = case_noting.note(ws, HURT).ent
    with pytest.raises(Refused) as caught:
        follow_ups.record(ws, page(ws, ent), FollowUp(kind="kunjungan"))
    assert why(caught) == [Reason.VISIT_NOT_ADVISED]
    follow_ups.record(ws, page(ws, ent), FollowUp(kind="umpan_balik_uptd", advised=True))
    follow_ups.record(ws, page(ws, ent), FollowUp(kind="kunjungan", result="terlaksana"))
    assert page(ws, ent).row.flags == ()


# -- the second person -----------------------------------------------------------------------


def test_with_a_companion_a_closing_waits_for_her(
    ws: Workspace, rina: Workspace, clock: FixedClock
) -> None:
    ent = case_noting.note(ws, QUIET).ent
    case_moves.move(ws, page(ws, ent), "didampingi")
    case_moves.move(ws, page(ws, ent), "selesai", "membaik")
    waiting = page(ws, ent)
    assert waiting.row.look is SecondLook.WAITING
    assert not waiting.may_confirm
    assert case_list.waiting(ws).count == 1
    with pytest.raises(Refused) as caught:
        case_moves.confirm(ws, waiting)
    assert why(caught) == [Reason.SECOND_PERSON]
    carry(ws, rina)
    assert page(rina, ent).may_confirm
    case_moves.confirm(rina, page(rina, ent))
    carry(rina, ws)
    assert page(ws, ent).row.look is SecondLook.DONE
    assert page(ws, ent).row.state is State.CLOSED
    assert case_list.waiting(ws).count == 0


def test_with_a_companion_a_lower_level_waits_for_her(ws: Workspace, rina: Workspace) -> None:
    ent = case_noting.note(ws, replace(QUIET, signs=("luka",))).ent
    shown = page(ws, ent)
    assert shown.dossier.detail is not None
    assert not shown.may_lower
    cases.complete(ws, shown, replace(shown.dossier.detail, signs=()))
    case_moves.lower(ws, page(ws, ent))
    assert page(ws, ent).row.triage == "merah"
    assert page(ws, ent).row.look is SecondLook.WAITING
    carry(ws, rina)
    case_moves.confirm(rina, page(rina, ent))
    carry(rina, ws)
    after = page(ws, ent)
    assert (after.row.triage, after.row.look) == ("hijau", SecondLook.NONE)
    assert "musyawarah_keluarga" in after.judgement.follow_up_kinds


def test_alone_a_lower_level_takes_effect_and_opens_nothing(ws: Workspace) -> None:
    ent = case_noting.note(ws, replace(QUIET, category="kekerasan_seksual")).ent
    shown = page(ws, ent)
    assert shown.dossier.detail is not None
    cases.complete(ws, shown, replace(shown.dossier.detail, category="konflik_pengasuhan"))
    case_moves.lower(ws, page(ws, ent))
    after = page(ws, ent)
    assert (after.row.triage, after.row.look) == ("hijau", SecondLook.TO_BE_SEEN)
    assert "musyawarah_keluarga" not in after.judgement.follow_up_kinds
    assert after.judgement.stop == ()
    case_moves.move(ws, after, "didampingi")
    assert "selesai" not in {move.to for move in page(ws, ent).moves}


def test_a_confirmation_by_the_one_who_asked_does_not_count(ws: Workspace, rina: Workspace) -> None:
    ent = case_noting.note(ws, QUIET).ent
    case_moves.move(ws, page(ws, ent), "bukan_kasus", "ganda")
    shown = page(ws, ent)
    word = {"what": "bukan_kasus", "by": ws.person, "on": TODAY.isoformat()}
    cases.change_case(ws, shown, {"confirmed": word})
    assert page(ws, ent).row.look is SecondLook.WAITING


def test_who_reads_is_computed_from_keys_and_slots(ws: Workspace, rina: Workspace) -> None:
    found = {(each.name, each.is_me, each.is_companion) for each in case_access.readers(ws)}
    assert found == {("Sari", True, False), ("", False, True)}
    carry(ws, rina)
    assert case_access.is_companion(rina)
    assert not case_access.is_companion(ws)


# -- merged states ---------------------------------------------------------------------------


def test_two_laptops_give_two_versions_and_a_person_chooses(ws: Workspace, rina: Workspace) -> None:
    ent = case_noting.note(ws, QUIET).ent
    carry(ws, rina)
    for laptop_, text in ((ws, "Versi satu."), (rina, "Versi dua.")):
        shown = page(laptop_, ent)
        assert shown.dossier.detail is not None
        cases.complete(laptop_, shown, replace(shown.dossier.detail, narrative=text))
    carry(rina, ws)
    shown = page(ws, ent)
    assert shown.row.state is State.TWO_VERSIONS
    (version,) = shown.versions
    assert {value for value, _, _ in version.values} == {"Versi satu.", "Versi dua."}
    case_versions.keep(ws, shown, version, "Versi satu.")
    after = page(ws, ent)
    assert after.versions == ()
    assert after.dossier.detail is not None
    assert after.dossier.detail.narrative == "Versi satu."


def test_a_follow_up_whose_case_is_not_here_yet_is_shown_as_waiting(
    ws: Workspace, rina: Workspace
) -> None:
    ent = case_noting.note(ws, QUIET).ent
    follow_ups.record(ws, page(ws, ent), FollowUp(kind="telepon"))
    for op in every_op(ws):
        if op.ent != ent:
            oplog.apply(rina.db, [op], rina.lens, rina.rights)
    (row,) = listing_of(rina, Query()).rows
    assert (row.ent, row.state) == (ent, State.WAITING_FOR_CASE)
    carry(ws, rina)
    (row,) = listing_of(rina, Query()).rows
    assert row.state is State.OPEN


def test_a_part_that_cannot_be_opened_is_shown_and_never_replaced(
    ws: Workspace, rina: Workspace
) -> None:
    ent = case_noting.note(ws, replace(QUIET, narrative="Versi awal.")).ent
    carry(ws, rina)
    keys = dict(rina.opener.keys)
    rina.opener.keys.pop(rina.sealing["kasus"])
    shown = page(ws, ent)
    assert shown.dossier.detail is not None
    cases.complete(ws, shown, replace(shown.dossier.detail, narrative="Dari Sari."))
    carry(ws, rina)
    locked = page(rina, ent)
    assert (locked.locked, locked.row.state) == (1, State.LOCKED)
    rina.opener.keys.update(keys)
    seen = page(rina, ent)
    assert seen.dossier.detail is not None
    cases.complete(rina, seen, replace(seen.dossier.detail, narrative="Dari Rina."))
    oplog.retry_locked(rina.db, rina.lens, rina.rights)
    (version,) = page(rina, ent).versions
    assert {value for value, _, _ in version.values} == {"Dari Sari.", "Dari Rina."}


# -- lists and reminders ---------------------------------------------------------------------


def test_the_list_puts_first_what_is_overdue(ws: Workspace, clock: FixedClock) -> None:
    late = case_noting.note(ws, HURT).ent
    calm = case_noting.note(ws, QUIET).ent
    go_to(clock, TODAY + timedelta(days=3))
    rows = listing_of(ws, Query()).rows
    assert [(row.ent, row.overdue_days) for row in rows] == [(late, 2), (calm, None)]
    assert case_list.waiting(ws) == case_list.Waiting(1, 2)
    assert [row.ent for row in listing_of(ws, Query(filter=Filter.TODO)).rows] == [late]


@pytest.mark.parametrize("filter_", [each for each in Filter if each is not Filter.HIDDEN])
def test_a_list_of_all_cases_says_as_well_how_many_wait(
    ws: Workspace, clock: FixedClock, filter_: Filter
) -> None:
    for noted in (HURT, QUIET):
        case_noting.note(ws, noted)
    go_to(clock, TODAY + timedelta(days=3))
    assert listing_of(ws, Query(filter=filter_)).waiting == case_list.waiting(ws)


@pytest.mark.parametrize("query", [Query(search="a"), Query(filter=Filter.HIDDEN)])
def test_a_list_that_leaves_cases_out_does_not_say_how_many_wait(
    ws: Workspace, query: Query
) -> None:
    case_noting.note(ws, HURT)
    assert listing_of(ws, query).waiting is None


@pytest.mark.parametrize("text", ["putus sekolah", "Out of school", "November 2026"])
def test_a_case_is_found_by_code_kind_and_date(ws: Workspace, text: str) -> None:
    noted = case_noting.note(ws, QUIET)
    case_noting.note(ws, replace(HURT, learned_on=date(2026, 10, 1)), next=Next("telepon"))
    for wanted in (noted.code, noted.code[2:].lower(), text):
        found = [row.ent for row in listing_of(ws, Query(search=wanted)).rows]
        assert noted.ent in found
    assert listing_of(ws, Query(search="bekerja")).rows == ()


def test_words_of_the_notes_are_found_only_when_asked_for(ws: Workspace) -> None:
    ent = case_noting.note(ws, QUIET).ent
    follow_ups.record(ws, page(ws, ent), FollowUp(kind="telepon", note="Seragam dibelikan"))
    for word in ("bekerja", "seragam"):
        assert listing_of(ws, Query(search=word)).rows == ()
        (row,) = listing_of(ws, Query(search=word, in_notes=True)).rows
        assert row.ent == ent


def test_silence_after_a_letter_shows_after_a_day_and_counts_on(
    ws: Workspace, clock: FixedClock
) -> None:
    ent = case_noting.note(ws, HURT).ent
    letter = refer(ws, ent)
    assert page(ws, ent).row.no_news_days is None
    for days in (1, 3):
        go_to(clock, TODAY + timedelta(days=days))
        assert page(ws, ent).row.no_news_days == days
    referrals.received(ws, letter, Receipt())
    assert page(ws, ent).row.no_news_days is None
    assert page(ws, ent).dossier.case.delay == "72j"


def test_who_has_not_telephoned_is_asked_again(ws: Workspace) -> None:
    ent = case_noting.note(ws, replace(HURT, danger_now="ya")).ent
    case_noting.note(ws, QUIET)
    assert case_list.calls_waiting(ws) == (ent,)
    cases.called(ws, page(ws, ent), "sapa_129")
    assert case_list.calls_waiting(ws) == ()


def test_the_same_worry_in_the_same_week_is_hinted(ws: Workspace, clock: FixedClock) -> None:
    ent = case_noting.note(ws, QUIET).ent
    again = replace(QUIET, learned_on=TODAY - timedelta(days=4))
    assert [row.ent for row in case_list.doubles(ws, again)] == [ent]
    assert case_list.doubles(ws, replace(again, learned_on=TODAY - timedelta(days=7))) == ()
    assert case_list.doubles(ws, replace(again, victim=Victim("P"))) == ()
    assert case_list.doubles(ws, HURT) == ()


def test_a_closed_case_falls_due_after_its_time(ws: Workspace, clock: FixedClock) -> None:
    ent = case_noting.note(ws, QUIET).ent
    case_moves.move(ws, page(ws, ent), "didampingi")
    case_moves.move(ws, page(ws, ent), "selesai", "pindah")
    go_to(clock, date(2027, 11, 20))
    assert case_list.due(ws) == ()
    go_to(clock, date(2027, 11, 21))
    (due,) = case_list.due(ws)
    assert (due.row.ent, due.on) == (ent, date(2027, 11, 21))


# -- hiding, freezing, identity, access ------------------------------------------------------


def test_an_open_case_cannot_be_hidden_and_a_slip_can(ws: Workspace) -> None:
    with pytest.raises(Refused) as caught:
        case_hiding.hide(ws, page(ws, case_noting.note(ws, HURT).ent))
    assert why(caught) == [Reason.OPEN_CASE]
    slip = case_noting.note(ws, QUIET).ent
    case_hiding.hide(ws, page(ws, slip))
    assert slip not in {row.ent for row in listing_of(ws, Query()).rows}
    (row,) = listing_of(ws, Query(filter=Filter.HIDDEN)).rows
    assert row.ent == slip
    case_hiding.bring_back(ws, slip)
    assert slip in {row.ent for row in listing_of(ws, Query()).rows}


def test_a_note_can_be_undone_at_once(ws: Workspace) -> None:
    noted = case_noting.note(ws, HURT)
    assert noted.done.undo is not None
    undoing.undo(ws, noted.done.undo)
    assert len(listing_of(ws, Query()).rows) == 0


def test_a_frozen_case_is_read_and_not_changed(ws: Workspace) -> None:
    ent = case_noting.note(ws, QUIET).ent
    case_moves.freeze(ws, page(ws, ent), "proses_hukum")
    frozen = page(ws, ent)
    assert (frozen.row.state, frozen.moves) == (State.FROZEN, ())
    assert frozen.dossier.detail is not None
    for act in (
        lambda: case_moves.move(ws, frozen, "didampingi"),
        lambda: cases.complete(ws, frozen, replace(QUIET, initials="R")),
        lambda: follow_ups.record(ws, frozen, FollowUp(kind="telepon")),
        lambda: referrals.make(ws, frozen, Referral(to="uptd_ppa")),
        lambda: case_hiding.hide(ws, frozen),
    ):
        with pytest.raises(Refused) as caught:
            act()
        assert why(caught) == [Reason.FROZEN_CASE]
    case_moves.thaw(ws, frozen)
    case_moves.move(ws, page(ws, ent), "didampingi")


def test_a_note_that_somebody_went_on_with_is_not_undone_away(ws: Workspace) -> None:
    noted = case_noting.note(ws, HURT)
    assert noted.done.undo is not None
    called = follow_ups.record(ws, page(ws, noted.ent), FollowUp(kind="telepon"))
    with pytest.raises(Refused) as caught:
        case_undo.undo(ws, noted.done.undo)
    assert why(caught) == [Reason.OPEN_CASE]
    assert len(listing_of(ws, Query()).rows) == 1
    assert called.undo is not None
    case_undo.undo(ws, called.undo)
    case_undo.undo(ws, noted.done.undo)
    assert len(listing_of(ws, Query()).rows) == 0


def test_no_undo_reaches_into_a_case_that_was_frozen_since(ws: Workspace) -> None:
    ent = case_noting.note(ws, QUIET).ent
    changes = (
        cases.complete(ws, page(ws, ent), replace(QUIET, initials="R")),
        follow_ups.record(ws, page(ws, ent), FollowUp(kind="telepon")),
        referrals.make(ws, page(ws, ent), Referral(to="sekolah")),
    )
    frozen = case_moves.freeze(ws, page(ws, ent), "proses_hukum")
    before = len(every_op(ws))
    for done in changes:
        assert done.undo is not None
        with pytest.raises(Refused) as caught:
            case_undo.undo(ws, done.undo)
        assert why(caught) == [Reason.FROZEN_CASE]
    assert len(every_op(ws)) == before
    assert frozen.undo is not None
    case_undo.undo(ws, frozen.undo)
    case_undo.undo(ws, changes[-1].undo)
    assert page(ws, ent).dossier.referrals == ()


def test_an_identity_is_shown_by_itself_logged_and_wiped(ws: Workspace) -> None:
    ent = case_noting.note(ws, HURT).ent
    who = Identity(nama="Nama Contoh", kontak_aman="tetangga depan")
    letter = referrals.make(ws, page(ws, ent), Referral(to="uptd_ppa"), identity=who).ent
    shown = page(ws, ent)
    assert shown.has_identity
    assert "Nama Contoh" not in repr(shown)
    assert shown.detail_shown is not None
    assert "identity" not in shown.detail_shown.values
    assert case_identity.reveal(ws, ent) == who
    assert [each.what for each in case_access.openings(ws, ent)] == ["tampilkan"]
    referrals.handed(ws, letter, "surat")
    referrals.received(ws, letter, Receipt())
    assert page(ws, ent).offers_to_wipe
    case_identity.wipe_identity(ws, page(ws, ent))
    assert (page(ws, ent).has_identity, case_identity.reveal(ws, ent)) == (False, None)


def test_completing_leaves_the_identity_alone(ws: Workspace) -> None:
    ent = case_noting.note(ws, HURT, identity=Identity(nama="Nama Contoh")).ent
    shown = page(ws, ent)
    assert shown.dossier.detail is not None
    cases.complete(ws, shown, replace(shown.dossier.detail, source="guru"))
    assert case_identity.reveal(ws, ent) == Identity(nama="Nama Contoh")


def test_an_opening_is_one_line_a_person_and_day(ws: Workspace, clock: FixedClock) -> None:
    ent = case_noting.note(ws, QUIET).ent
    for _ in range(3):
        case_access.opened(ws, ent)
    case_access.printed(ws, ent)
    go_to(clock, TODAY + timedelta(days=1))
    case_access.opened(ws, ent)
    said = [(each.what, each.name) for each in case_access.openings(ws, ent)]
    assert said == [("buka", "Sari Melati"), ("cetak", "Sari Melati"), ("buka", "Sari Melati")]


def test_a_vault_that_is_only_read_shows_no_identity(
    ws: Workspace, reopen: Callable[[], Workspace]
) -> None:
    ent = case_noting.note(ws, HURT, identity=Identity(nama="Nama Contoh")).ent
    ws.is_read_only = True
    with pytest.raises(Fault) as caught:
        case_identity.reveal(ws, ent)
    assert caught.value.refusal is Refusal.DATABASE_READ_ONLY


# -- consents, letters, scans ----------------------------------------------------------------


def test_a_consent_of_a_case_and_one_of_a_photo_never_meet(ws: Workspace) -> None:
    ent = case_noting.note(ws, HURT).ent
    given = Consent(kind="rujukan", given_by="wali", form="tertulis")
    give(ws, page(ws, ent), given)
    (kept,) = of(ws, ent)
    assert (kept.given_by, kept.on) == ("wali", TODAY)
    assert listing.rows(ws.db, "consent", with_void=True) == []


def test_the_consents_of_a_frozen_case_are_not_changed(ws: Workspace) -> None:
    ent = case_noting.note(ws, QUIET).ent
    given = Consent(kind="rujukan", given_by="wali", form="tertulis")
    give(ws, page(ws, ent), given)
    (kept,) = of(ws, ent)
    case_moves.freeze(ws, page(ws, ent), "proses_hukum")
    for act in (lambda: withdraw(ws, kept.ent), lambda: give(ws, page(ws, ent), given)):
        with pytest.raises(Refused) as caught:
            act()
        assert why(caught) == [Reason.FROZEN_CASE]
    assert of(ws, ent) == (kept,)


def test_the_parent_who_is_feared_is_not_asked(ws: Workspace) -> None:
    ent = case_noting.note(ws, replace(HURT, relation="orang_tua")).ent
    with pytest.raises(Refused) as caught:
        give(ws, page(ws, ent), Consent(kind="rujukan", given_by="orang_tua", form="tertulis"))
    assert why(caught) == [Reason.PARENT_IS_FEARED]


def test_a_letter_goes_its_way_mark_by_mark(ws: Workspace) -> None:
    ent = case_noting.note(ws, HURT).ent
    letter = referrals.make(ws, page(ws, ent), Referral(to="uptd_ppa")).ent

    def reached() -> list[Stage]:
        (kept,) = page(ws, ent).dossier.referrals
        return [stage for stage, _, is_reached in kept.stages() if is_reached]

    assert reached() == [Stage.MADE]
    referrals.handed(ws, letter, "diantar")
    assert reached() == [Stage.MADE, Stage.HANDED]
    referrals.received(ws, letter, Receipt(officer="Petugas Contoh"))
    assert reached() == [Stage.MADE, Stage.HANDED, Stage.RECEIVED]
    (kept,) = page(ws, ent).dossier.referrals
    assert kept.services_asked == ("uptd_menentukan",)


def test_a_letter_that_is_turned_down_lets_the_case_go_back(ws: Workspace) -> None:
    ent = case_noting.note(ws, HURT).ent
    letter = refer(ws, ent)
    assert "didampingi" not in {move.to for move in page(ws, ent).moves}
    referrals.answered(ws, letter, "dialihkan")
    assert "didampingi" in {move.to for move in page(ws, ent).moves}


def test_an_undone_handing_over_puts_everything_back(ws: Workspace) -> None:
    ent = case_noting.note(ws, HURT).ent
    letter = referrals.make(ws, page(ws, ent), Referral(to="uptd_ppa")).ent
    done = referrals.handed(ws, letter, "surat")
    assert done.undo is not None
    undoing.undo(ws, done.undo)
    shown = page(ws, ent)
    assert shown.dossier.case.status.value == "baru"
    assert shown.dossier.referrals[0].outcome is None


def test_only_scanned_letters_are_kept_and_sealed(ws: Workspace, folder: Path) -> None:
    ent = case_noting.note(ws, HURT).ent
    with pytest.raises(Refused):
        case_scans.add(ws, page(ws, ent), JPEG, kind="foto")
    scan = case_scans.add(ws, page(ws, ent), JPEG, kind="tanda_terima").ent
    assert case_scans.bytes_of(ws, scan) == JPEG
    (kept,) = case_scans.of(ws, ent)
    assert (kept.kind, kept.is_here) == ("tanda_terima", True)
    files = [each for each in (folder / "berkas").rglob("*") if each.is_file()]
    assert all(JPEG[:64] not in each.read_bytes() for each in files)


def test_done_in_two_clicks_knows_what_was_done(ws: Workspace) -> None:
    shown = page(ws, case_noting.note(ws, HURT).ent)
    kinds = [follow_ups.kind_of(Next(what), shown.judgement) for what in
             ("telepon", "tanya_uptd", "kunjungan", "cek")]  # fmt: skip
    assert kinds == ["telepon", "umpan_balik_uptd", "telepon", "cek_keamanan"]
