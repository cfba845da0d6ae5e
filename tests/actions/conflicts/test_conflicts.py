"""Two versions: shown with who wrote them, chosen by a person, never lost, never forgotten."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from patbm_desktop.actions import home
from patbm_desktop.actions.activities import activities, activity_detail, attendance, photos
from patbm_desktop.actions.activities.activity_rows import State
from patbm_desktop.actions.activities.photos import NewPhoto
from patbm_desktop.actions.cases import (
    case_hiding,
    case_identity,
    case_list,
    case_moves,
    case_noting,
    cases,
    referrals,
)
from patbm_desktop.actions.cases.case_rows import Row as CaseRow
from patbm_desktop.actions.cases.case_rows import State as CaseState
from patbm_desktop.actions.cases.casebook import page
from patbm_desktop.actions.conflicts import conflicts
from patbm_desktop.actions.conflicts.conflicts import Undecided
from patbm_desktop.actions.home import TodoKind
from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Done, Edit, Refused
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import papers
from patbm_desktop.actions.papers.papers import Paper, Request
from patbm_desktop.actions.rt import people
from patbm_desktop.actions.versions import conflict_list
from patbm_desktop.actions.versions.conflict_list import Line, Subject
from patbm_desktop.actions.versions.conflict_rows import BOTH, DELETED, KEPT, Part, Why
from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.domain.case import CaseDetail, Identity, Victim
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.merge import Entity
from patbm_desktop.domain.reason import Reason
from patbm_desktop.domain.referral import Referral
from patbm_desktop.store import current
from tests.actions.cast import carry, laptop

SESSION = Activity(
    program="lautan_rt",
    type="kelas_pengasuhan",
    date=date(2026, 11, 7),
    topics=("pengasuhan_positif",),
    participants=Count4(4, 13, 0, 0),
    result="Dibahas.",
)
WORRY = CaseDetail(
    category="putus_sekolah", victim=Victim("L", "13-17"), narrative="Anak berhenti sekolah."
)


@pytest.fixture
def rina(ws: Workspace, tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    """The coordinator and pendamping kasus, with a laptop of her own."""
    made = laptop(ws, tmp_path / "rina", clock, ("umum", "kasus"), "Rina Contoh")
    people.place_edit(made, "Balai")
    made.write([Edit(kind="person", ent=made.person, values={"name": "Rina Contoh"})])
    carry(made, ws)
    yield made
    made.close()


@pytest.fixture
def budi(ws: Workspace, rina: Workspace, tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    """Another coordinator, without the key of cases."""
    made = laptop(ws, tmp_path / "budi", clock, ("umum",))
    carry(ws, rina)
    yield made
    made.close()


def meet(*laptops: Workspace) -> None:
    """Let everybody know everything."""
    for one in laptops:
        for other in laptops:
            if one is not other:
                carry(one, other)


def session(ws: Workspace, *others: Workspace, **changes: Any) -> str:
    """Keep a session that everybody has seen."""
    ent = activities.record(ws, replace(SESSION, **changes), place_name="Balai RT").ent
    meet(ws, *others)
    return ent


def correct(ws: Workspace, ent: str, **changes: Any) -> Done:
    shown = activity_detail.detail(ws, ent)
    return activities.correct(ws, replace(shown.activity, **changes), shown=shown)


def apart(ws: Workspace, rina: Workspace, name: str, one: Any, other: Any, **more: Any) -> str:
    """Let two people correct the same session before they meet."""
    ent = session(ws, rina, **more)
    correct(ws, ent, **{name: one})
    correct(rina, ent, **{name: other})
    meet(ws, rina)
    return ent


def seen(ws: Workspace, ent: str, kind: str = "activity") -> Undecided:
    found = conflicts.look(ws, Subject(kind, ent))
    assert found is not None
    return found


def only(shown: Undecided) -> Part:
    (part,) = shown.parts
    return part


def choose(ws: Workspace, shown: Undecided, value: Any) -> Done:
    """Choose the version that says `value` in the only part."""
    part = only(shown)
    key = next(each.key for each in part.versions if each.value == value)
    return conflicts.keep(ws, shown, {part.key: key})


def activity_of(ws: Workspace, ent: str) -> Activity:
    return activity_detail.detail(ws, ent).activity


def marked(ws: Workspace, ent: str) -> tuple[State, bool]:
    """Return what a list says of a session, and whether it bears the lasting mark."""
    detail = activity_detail.detail(ws, ent)
    return detail.row.state, detail.once_two


def line_of(ws: Workspace) -> Line:
    (line,) = conflict_list.lines(ws)
    return line


# -- what is shown ---------------------------------------------------------------------------


def test_different_fields_merge_with_no_question(ws: Workspace, rina: Workspace) -> None:
    ent = session(ws, rina)
    correct(ws, ent, minutes=90)
    correct(rina, ent, result="Lain.")
    meet(ws, rina)
    assert conflict_list.lines(ws) == ()
    assert (activity_of(ws, ent).minutes, activity_of(ws, ent).result) == (90, "Lain.")


def test_the_same_words_of_two_people_are_no_two_versions(ws: Workspace, rina: Workspace) -> None:
    apart(ws, rina, "minutes", 90, 90)
    assert conflict_list.lines(ws) == conflict_list.lines(rina) == ()


def test_both_laptops_show_both_values_with_who_and_when(ws: Workspace, rina: Workspace) -> None:
    ent = apart(ws, rina, "minutes", 60, 90)
    for laptop_ in (ws, rina):
        part = only(seen(laptop_, ent))
        found = {(each.value, each.by_name, each.at[:10]) for each in part.versions}
        assert found == {(60, "Sari Melati", "2026-11-21"), (90, "Rina Contoh", "2026-11-21")}
        named = {each.by_name: each.laptop for each in part.versions}
        assert named["Sari Melati"] == "Laptop RT 901"
        assert named["Rina Contoh"] == "Laptop Rina Contoh", "she was admitted under her name"
        assert (part.name, part.chosen, part.joined) == ("minutes", "", None)
    assert [each.key for each in only(seen(ws, ent)).versions] == [
        each.key for each in only(seen(rina, ent)).versions
    ]


def test_the_fields_both_agree_on_are_told_apart(ws: Workspace, rina: Workspace) -> None:
    ent = apart(ws, rina, "minutes", 60, 90)
    same = {each.name for each in seen(ws, ent).same}
    assert {"date", "type", "participants", "place_id"} <= same
    assert "minutes" not in same


def test_the_list_the_first_page_and_a_count_speak_of_it(ws: Workspace, rina: Workspace) -> None:
    ent = apart(ws, rina, "minutes", 60, 90)
    assert line_of(ws).subject == Subject("activity", ent)
    assert activity_detail.detail(ws, ent).row.state is State.TWO_VERSIONS
    assert TodoKind.TWO_VERSIONS in {each.kind for each in home.todos(ws)}
    assert conflict_list.count(ws) == conflict_list.Counts(open=1, sealed=0)


# -- choosing --------------------------------------------------------------------------------


def test_a_choice_stands_on_both_laptops_and_the_other_version_stays_in_the_history(
    ws: Workspace, rina: Workspace
) -> None:
    ent = apart(ws, rina, "minutes", 60, 90)
    choose(ws, seen(ws, ent), 60)
    meet(ws, rina)
    for laptop_ in (ws, rina):
        assert activity_of(laptop_, ent).minutes == 60
        assert conflict_list.lines(laptop_) == ()
        past = [each.after for edit in activity_detail.detail(laptop_, ent).history
                for each in edit.changes if each.field == "minutes"]  # fmt: skip
        assert sorted(past) == [60, 60, 90]


def test_a_decided_record_bears_its_mark_on_both_laptops_for_good(
    ws: Workspace, rina: Workspace
) -> None:
    ent = apart(ws, rina, "minutes", 60, 90)
    assert not activity_detail.detail(ws, ent).once_two
    choose(ws, seen(ws, ent), 60)
    meet(ws, rina)
    correct(rina, ent, minutes=75)
    meet(ws, rina)
    for laptop_ in (ws, rina):
        assert activity_detail.detail(laptop_, ent).once_two
        assert conflict_list.once_two(laptop_, Subject("activity", ent))


def test_a_plain_history_bears_no_mark(ws: Workspace, rina: Workspace) -> None:
    ent = apart(ws, rina, "minutes", 90, 90)
    correct(ws, ent, minutes=60)
    activities.bring_back(ws, activities.void(ws, ent).ent)
    assert not conflict_list.once_two(ws, Subject("activity", ent))


def test_taking_a_choice_back_shows_both_versions_again_as_those_who_wrote_them(
    ws: Workspace, rina: Workspace
) -> None:
    ent = apart(ws, rina, "minutes", 60, 90)
    before = only(seen(ws, ent))
    done = choose(ws, seen(ws, ent), 60)
    assert done.undo is not None
    back = undoing.undo(ws, done.undo)
    assert all(
        each.before != each.after for each in activity_detail.detail(ws, ent).history[0].changes
    )
    after = only(seen(ws, ent))
    told = [[(each.value, each.by_name) for each in part.versions] for part in (before, after)]
    assert told[0] == told[1]
    assert back.undo is not None
    again = undoing.undo(ws, back.undo)
    assert (conflict_list.lines(ws), activity_of(ws, ent).minutes) == ((), 60)
    assert again.undo is not None
    undoing.undo(ws, again.undo)
    assert {each.value for each in only(seen(ws, ent)).versions} == {60, 90}


def test_of_two_parts_one_can_be_chosen_now_and_the_other_later(
    ws: Workspace, rina: Workspace
) -> None:
    ent = session(ws, rina)
    correct(ws, ent, minutes=60, title="Kelas A")
    correct(rina, ent, minutes=90, title="Kelas B")
    meet(ws, rina)
    shown = seen(ws, ent)
    part = next(each for each in shown.parts if each.name == "title")
    conflicts.keep(ws, shown, {part.key: part.versions[0].key})
    assert only(seen(ws, ent)).name == "minutes"


def test_texts_can_be_kept_both_one_under_the_other(ws: Workspace, rina: Workspace) -> None:
    ent = apart(ws, rina, "result", "Warga sepakat.", "Sesi bapak bulan depan.")
    part = only(seen(ws, ent))
    conflicts.keep(ws, seen(ws, ent), {part.key: BOTH})
    assert activity_of(ws, ent).result == "\n".join(each.value for each in part.versions)


def test_texts_too_long_for_one_field_are_not_offered_together(
    ws: Workspace, rina: Workspace
) -> None:
    ent = apart(ws, rina, "result", "a" * 300, "b" * 300)
    assert only(seen(ws, ent)).joined is None


def test_a_name_is_never_kept_both_under_each_other(ws: Workspace, rina: Workspace) -> None:
    ent = apart(ws, rina, "title", "Kelas A", "Kelas B")
    assert only(seen(ws, ent)).joined is None


def test_three_laptops_give_three_versions_and_one_choice_ends_it(
    ws: Workspace, rina: Workspace, budi: Workspace
) -> None:
    ent = session(ws, rina, budi)
    for laptop_, minutes in ((ws, 60), (rina, 90), (budi, 120)):
        correct(laptop_, ent, minutes=minutes)
    meet(ws, rina, budi)
    shown = seen(budi, ent)
    assert {each.value for each in only(shown).versions} == {60, 90, 120}
    orders = [each.order for each in only(shown).versions]
    assert orders == sorted(orders, reverse=True)
    choose(budi, shown, 60)
    meet(ws, rina, budi)
    assert [activity_of(each, ent).minutes for each in (ws, rina, budi)] == [60, 60, 60]
    assert all(conflict_list.lines(each) == () for each in (ws, rina, budi))


def test_a_version_that_came_meanwhile_is_not_replaced_unseen(
    ws: Workspace, rina: Workspace, budi: Workspace
) -> None:
    ent = session(ws, rina, budi)
    for laptop_, minutes in ((ws, 60), (rina, 90), (budi, 120)):
        correct(laptop_, ent, minutes=minutes)
    meet(ws, rina)
    shown = seen(ws, ent)
    carry(budi, ws)
    with pytest.raises(Fault) as caught:
        choose(ws, shown, 60)
    assert caught.value.refusal is Refusal.VERSIONS_CHANGED
    assert len(only(seen(ws, ent)).versions) == 3


def test_a_mixture_no_form_would_save_is_refused(ws: Workspace, rina: Workspace) -> None:
    ent = session(ws, rina, participants=Count4(4, 4, 0, 0), disability=None)
    correct(ws, ent, participants=Count4(9, 9, 0, 0), disability=9)
    correct(rina, ent, participants=Count4(1, 1, 0, 0))
    meet(ws, rina)
    with pytest.raises(Refused) as caught:
        choose(ws, seen(ws, ent), Count4(1, 1, 0, 0).as_dict())
    assert [each.field for each in caught.value.problems] == ["disability"]


# -- deleted by one, changed by another ------------------------------------------------------


def _deleted_and_edited(ws: Workspace, rina: Workspace) -> str:
    ent = session(ws, rina)
    activities.void(rina, ent, "ganda")
    correct(ws, ent, minutes=90)
    meet(ws, rina)
    return ent


def test_a_deletion_against_an_edit_asks_whether_the_note_shall_stand(
    ws: Workspace, rina: Workspace
) -> None:
    ent = _deleted_and_edited(ws, rina)
    part = only(seen(ws, ent))
    assert part.is_deletion
    told = [(each.key, each.by_name) for each in part.versions]
    assert told == [(KEPT, "Sari Melati"), (DELETED, "Rina Contoh")]


@pytest.mark.parametrize(("choice", "state"), [(KEPT, State.WAITING), (DELETED, State.VOID)])
def test_either_answer_ends_it_on_both_laptops_and_can_be_taken_back(
    ws: Workspace, rina: Workspace, choice: str, state: State
) -> None:
    ent = _deleted_and_edited(ws, rina)
    shown = seen(ws, ent)
    done = conflicts.keep(ws, shown, {only(shown).key: choice})
    meet(ws, rina)
    for laptop_ in (ws, rina):
        assert activity_detail.detail(laptop_, ent).row.state is state
        assert conflict_list.lines(laptop_) == ()
        assert conflict_list.once_two(laptop_, Subject("activity", ent))
    assert done.undo is not None
    undoing.undo(ws, done.undo)
    meet(ws, rina)
    for laptop_ in (ws, rina):
        assert only(seen(laptop_, ent)).is_deletion


# -- what belongs to a session ---------------------------------------------------------------


def test_a_name_of_the_list_written_differently_is_asked_with_its_session(
    ws: Workspace, rina: Workspace
) -> None:
    ent = session(ws, rina)
    attendance.save(ws, ent, [Attendee(name="Ani", sex="P")])
    meet(ws, rina)
    for laptop_, name in ((ws, "Ani Contoh"), (rina, "Anik")):
        (one,) = attendance.of(laptop_, ent)
        attendance.save(laptop_, ent, [replace(one, name=name)])
    meet(ws, rina)
    shown = seen(ws, ent)
    assert (only(shown).entity.kind, only(shown).name) == ("attendance", "name")
    assert activity_detail.detail(ws, ent).row.state is State.TWO_VERSIONS
    choose(ws, shown, "Anik")
    meet(ws, rina)
    for laptop_ in (ws, rina):
        assert [each.name for each in attendance.of(laptop_, ent)] == ["Anik"]
        assert marked(laptop_, ent) == (State.WAITING, True)


def test_names_added_apart_all_stand_without_a_question(ws: Workspace, rina: Workspace) -> None:
    ent = session(ws, rina)
    attendance.save(ws, ent, [Attendee(name="Ani", sex="P")])
    attendance.save(rina, ent, [Attendee(name="Budi", sex="L")])
    meet(ws, rina)
    assert {each.name for each in attendance.of(ws, ent)} == {"Ani", "Budi"}
    assert conflict_list.lines(ws) == ()


def test_a_photo_removed_by_one_and_answered_by_another_is_asked_about(
    ws: Workspace, rina: Workspace
) -> None:
    ent = session(ws, rina)
    photo = photos.add(ws, ent, NewPhoto(jpeg=b"nothing")).ent
    meet(ws, rina)
    photos.remove(ws, photo)
    photos.answer(rina, photo, "tidak")
    meet(ws, rina)
    shown = seen(rina, ent)
    assert (only(shown).entity.kind, only(shown).is_deletion) == ("attachment", True)
    done = conflicts.keep(rina, shown, {only(shown).key: DELETED})
    meet(ws, rina)
    assert photos.of(ws, ent) == photos.of(rina, ent) == ()
    assert marked(ws, ent) == marked(rina, ent) == (State.WAITING, True)
    assert done.undo is not None
    undoing.undo(rina, done.undo)
    meet(ws, rina)
    assert marked(ws, ent) == marked(rina, ent) == (State.TWO_VERSIONS, True)


def test_a_photo_answered_in_two_ways_is_asked_with_its_session(
    ws: Workspace, rina: Workspace
) -> None:
    ent = session(ws, rina)
    photo = photos.add(ws, ent, NewPhoto(jpeg=b"nothing")).ent
    meet(ws, rina)
    photos.answer(ws, photo, "tidak")
    photos.answer(rina, photo, "ya_belum")
    meet(ws, rina)
    shown = seen(rina, ent)
    assert (only(shown).entity.kind, only(shown).name) == ("attachment", "children_visible")
    choose(rina, shown, "ya_belum")
    meet(ws, rina)
    for laptop_ in (ws, rina):
        assert [each.children_visible for each in photos.of(laptop_, ent)] == ["ya_belum"]
        assert marked(laptop_, ent) == (State.WAITING, True)


def test_a_deletion_against_two_edits_is_one_question_that_shows_both(
    ws: Workspace, rina: Workspace, budi: Workspace
) -> None:
    ent = session(ws, rina, budi)
    activities.void(ws, ent, "ganda")
    correct(rina, ent, minutes=60)
    correct(budi, ent, title="Kelas pengasuhan")
    meet(ws, rina, budi)
    (part,) = (each for each in seen(ws, ent).parts if each.is_deletion)
    assert part.versions[0].value == {"minutes": 60, "title": "Kelas pengasuhan"}
    conflicts.keep(budi, seen(budi, ent), {part.key: KEPT})
    meet(ws, rina, budi)
    for laptop_ in (ws, rina, budi):
        assert activity_of(laptop_, ent).minutes == 60
        assert marked(laptop_, ent) == (State.WAITING, True)


def test_nothing_is_chosen_for_a_person_without_evidence(ws: Workspace, rina: Workspace) -> None:
    ent = apart(ws, rina, "participants", Count4(4, 14, 0, 0), Count4(4, 15, 0, 0))
    assert (only(seen(ws, ent)).chosen, only(seen(ws, ent)).why) == ("", None)


def test_the_attendance_list_speaks_for_the_count_it_adds_up_to(
    ws: Workspace, rina: Workspace
) -> None:
    ent = apart(ws, rina, "participants", Count4(0, 2, 0, 0), Count4(0, 3, 0, 0))
    attendance.save(rina, ent, [Attendee(name=name, sex="P") for name in ("Ani", "Sri")])
    part = only(seen(rina, ent))
    (version,) = [each for each in part.versions if each.key == part.chosen]
    assert (version.value, part.why) == (Count4(0, 2, 0, 0).as_dict(), Why.LIST)


def test_the_scanned_sheet_speaks_for_the_count_of_whoever_attached_it(
    ws: Workspace, rina: Workspace
) -> None:
    ent = apart(ws, rina, "participants", Count4(4, 14, 0, 0), Count4(4, 15, 0, 0))
    photos.add(rina, ent, NewPhoto(jpeg=b"nothing", kind="daftar_hadir"))
    part = only(seen(rina, ent))
    (version,) = [each for each in part.versions if each.key == part.chosen]
    assert (version.by_name, part.why) == ("Rina Contoh", Why.SHEET)


# -- who may ---------------------------------------------------------------------------------


def test_a_coordinator_chooses_for_activities_and_not_for_the_rest_of_an_rt(
    ws: Workspace, rina: Workspace
) -> None:
    place = people.place_edit(ws, "Balai RT")[0]
    ws.write([Edit(kind="place", ent=place, values={"name": "Balai RT"})])
    meet(ws, rina)
    people.change(ws, "place", place, {"name": "Balai Warga"})
    people.change(rina, "place", place, {"name": "Pendopo"})
    meet(ws, rina)
    assert (line_of(ws).may, line_of(rina).may) == (True, False)
    with pytest.raises(Fault) as caught:
        choose(rina, seen(rina, place, "place"), "Pendopo")
    assert caught.value.refusal is Refusal.OTHERS_DECIDE
    choose(ws, seen(ws, place, "place"), "Pendopo")
    assert ws.values("place", place)["name"] == "Pendopo"


def test_a_laptop_without_the_key_of_cases_learns_of_none(
    ws: Workspace, rina: Workspace, budi: Workspace
) -> None:
    ent = _case_apart(ws, rina, narrative=("Versi satu.", "Versi dua."))
    for laptop_, delay in ((ws, "24j"), (rina, "72j")):
        edit = Edit(kind="case", ent=ent, values={"delay": delay}, shown=laptop_.view("case", ent))
        laptop_.write([edit])
    meet(ws, rina)
    carry(ws, budi)
    found = budi.view("case", ent)
    assert found is not None
    assert found.conflicts == ("delay",)
    assert conflict_list.lines(budi) == ()
    assert conflict_list.count(ws) == conflict_list.Counts(open=0, sealed=1)


# -- cases -----------------------------------------------------------------------------------


def _case_apart(ws: Workspace, rina: Workspace, **values: tuple[Any, Any]) -> str:
    ent = case_noting.note(ws, WORRY).ent
    meet(ws, rina)
    for at, laptop_ in enumerate((ws, rina)):
        shown = page(laptop_, ent)
        assert shown.dossier.detail is not None
        wanted = {name: each[at] for name, each in values.items()}
        cases.complete(laptop_, shown, replace(shown.dossier.detail, **wanted))
    meet(ws, rina)
    return ent


def test_a_case_is_named_by_its_code_alone_and_chosen_by_who_holds_its_key(
    ws: Workspace, rina: Workspace
) -> None:
    ent = _case_apart(ws, rina, narrative=("Versi satu.", "Versi dua."))
    assert (line_of(rina).code, dict(line_of(rina).values)) == (page(ws, ent).row.code, {})
    choose(rina, seen(rina, ent, "case"), "Versi satu.")
    meet(ws, rina)
    whole = page(ws, ent)
    assert whole.row.state is not CaseState.TWO_VERSIONS
    assert whole.dossier.detail is not None
    assert whole.dossier.detail.narrative == "Versi satu."
    assert page(ws, ent).once_two
    assert page(rina, ent).once_two


def test_three_laptops_give_three_versions_of_a_case_and_a_choice_can_be_taken_back(
    ws: Workspace, rina: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    third = laptop(ws, tmp_path / "tono", clock, ("umum", "kasus"))
    ent = case_noting.note(ws, WORRY).ent
    meet(ws, rina, third)
    for each, words in ((ws, "Satu."), (rina, "Dua."), (third, "Tiga.")):
        shown = page(each, ent)
        assert shown.dossier.detail is not None
        cases.complete(each, shown, replace(shown.dossier.detail, narrative=words))
    meet(ws, rina, third)
    done = choose(third, seen(third, ent, "case"), "Dua.")
    meet(ws, rina, third)
    assert [page(each, ent).once_two for each in (ws, rina, third)] == [True] * 3
    assert done.undo is not None
    undoing.undo(third, done.undo)
    meet(ws, rina, third)
    said = [{each.value for each in only(seen(each, ent, "case")).versions} for each in (ws, rina)]
    assert said == [{"Satu.", "Dua.", "Tiga."}] * 2
    third.close()


def test_a_letter_of_a_case_written_differently_is_asked_with_its_case(
    ws: Workspace, rina: Workspace
) -> None:
    ent = case_noting.note(ws, WORRY).ent
    letter = Referral(to="uptd_ppa", made_on=ws.today())
    letter_ent = referrals.make(ws, page(ws, ent), letter).ent
    meet(ws, rina)
    for each, words in ((ws, "01/912"), (rina, "02/912")):
        entity = Entity(ws.space, "referral", letter_ent)
        shown = current.view(each.db, entity)
        each.write(
            [Edit(kind="referral", ent=letter_ent, values={"letter_no": words}, shown=shown)]
        )
    meet(ws, rina)
    assert [listed(each).state for each in (ws, rina)] == [CaseState.TWO_VERSIONS] * 2
    case_moves.freeze(rina, page(rina, ent), "proses_hukum")
    with pytest.raises(Refused) as caught:
        choose(rina, seen(rina, ent, "case"), "02/912")
    assert [each.reason for each in caught.value.problems] == [Reason.FROZEN_CASE]
    case_moves.thaw(rina, page(rina, ent))
    choose(rina, seen(rina, ent, "case"), "02/912")
    meet(ws, rina)
    for each in (ws, rina):
        assert listed(each).state is CaseState.OPEN
        assert page(each, ent).once_two


def listed(ws: Workspace) -> CaseRow:
    (row,) = case_list.listing_of(ws, case_list.Query()).rows
    return row


def test_what_follows_from_a_detail_follows_from_the_version_chosen(
    ws: Workspace, rina: Workspace
) -> None:
    ent = _case_apart(ws, rina, category=("telantar_ringan", "kekerasan_fisik"))
    shown = seen(ws, ent, "case")
    part = next(each for each in shown.parts if each.name == "category")
    key = next(each.key for each in part.versions if each.value == "kekerasan_fisik")
    conflicts.keep(ws, shown, {part.key: key})
    assert page(ws, ent).dossier.case.group == "kekerasan"


def test_who_it_is_can_be_chosen_without_being_shown(ws: Workspace, rina: Workspace) -> None:
    ent = case_noting.note(ws, WORRY).ent
    meet(ws, rina)
    for laptop_, name in ((ws, "Dimas Satu"), (rina, "Dimas Dua")):
        entity = Entity(ws.space, "case_detail", ent)
        identity = {"identity": {"nama": name}}
        laptop_.write([Edit(kind="case_detail", ent=ent, values=identity,
                            shown=current.view(laptop_.db, entity))])  # fmt: skip
    meet(ws, rina)
    part = only(seen(ws, ent, "case"))
    assert "Dimas" not in repr([each.value for each in part.versions])
    key = next(each.key for each in part.versions if each.by_name == "Rina Contoh")
    conflicts.keep(ws, seen(ws, ent, "case"), {part.key: key})
    assert case_identity.reveal(ws, ent) == Identity("Dimas Dua")


def test_details_changed_apart_from_hiding_keep_the_case_from_going_unseen(
    ws: Workspace, rina: Workspace
) -> None:
    ent = case_noting.note(ws, WORRY).ent
    meet(ws, rina)
    case_hiding.hide(rina, page(rina, ent))
    shown = page(ws, ent)
    assert shown.dossier.detail is not None
    cases.complete(ws, shown, replace(shown.dossier.detail, narrative="Ia kembali bekerja."))
    meet(ws, rina)
    for laptop_ in (ws, rina):
        (row,) = case_list.listing_of(laptop_, case_list.Query()).rows
        assert (row.ent, row.state) == (ent, CaseState.TWO_VERSIONS)
        assert case_list.waiting(laptop_).count == 0
    asked = seen(rina, ent, "case")
    assert only(asked).is_deletion
    conflicts.keep(rina, asked, {only(asked).key: KEPT})
    meet(ws, rina)
    for laptop_ in (ws, rina):
        assert page(laptop_, ent).row.state is CaseState.OPEN


def test_a_record_names_its_rt_in_both_versions(ws: Workspace, rina: Workspace) -> None:
    ent = apart(ws, rina, "minutes", 60, 90)
    assert seen(ws, ent).names[ws.rt] == "RT 901"


@pytest.mark.parametrize(
    "paper", [Paper.MONTH, Paper.SESSION, Paper.PACK, Paper.ATTENDANCE_SHEET, Paper.WORK_SHEET]
)
def test_every_sheet_that_shows_it_says_so_until_somebody_chooses(
    ws: Workspace, rina: Workspace, paper: Paper
) -> None:
    ent = apart(ws, rina, "minutes", 60, 90)
    wanted = Request(paper=paper, month="2026-11", activity=ent, year=2026)
    said = "1 catatan masih punya dua versi."
    assert said in json.dumps(papers.prepare(ws, wanted).document.data)
    choose(ws, seen(ws, ent), 60)
    assert said not in json.dumps(papers.prepare(ws, wanted).document.data)


@pytest.mark.parametrize(("language", "said"), [("id", "dua versi"), ("en", "two versions")])
def test_the_workbook_says_so_in_the_row_until_somebody_chooses(
    ws: Workspace, rina: Workspace, language: str, said: str
) -> None:
    ent = apart(ws, rina, "minutes", 60, 90)
    session(ws, rina, minutes=45)
    ws.language = language
    assert sorted(versions_in(ws)) == sorted(["", said])
    choose(ws, seen(ws, ent), 60)
    assert versions_in(ws) == ["", ""]


def versions_in(ws: Workspace) -> list[str]:
    """Return the last cell of every row of the month's workbook."""
    table = papers.xlsx(papers.prepare(ws, Request(paper=Paper.MONTH, month="2026-11")))
    page_ = load_workbook(BytesIO(table)).active
    assert page_ is not None
    return [str(row[-1] or "") for row in page_.iter_rows(min_row=2, values_only=True)]
