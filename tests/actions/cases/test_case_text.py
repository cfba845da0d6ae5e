"""The check of a text: what it finds, and where it would rather have it (R18, V4)."""

from patbm_desktop.actions.activities import activities, attendance
from patbm_desktop.actions.cases import case_text
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.domain.reason import Hint

TYPED = "Dodo Contoh, NIK 6471990101150001, telepon 0812 3456 7890, lahir 3 Mei 2015."


def offers(ws: Workspace, text: str, *, in_case: bool) -> dict[Hint, str]:
    found = case_text.checker(ws).offers(text, in_case=in_case)
    return {each.hint: each.move_to for each in found}


def test_in_a_case_numbers_and_names_move_into_the_identity(ws: Workspace) -> None:
    session = activities.record(ws, Activity(program="ppatbm", type="sosialisasi")).ent
    attendance.save(ws, session, [Attendee(name="Dodo Contoh", sex="L", age_group="6-12")])
    assert offers(ws, TYPED, in_case=True) == {
        Hint.KNOWN_NAME: "nama",
        Hint.NATIONAL_ID: "",
        Hint.TELEPHONE: "kontak_aman",
        Hint.FULL_BIRTH_DATE: "",
    }


def test_in_a_session_what_looks_like_a_case_moves_to_the_notes(ws: Workspace) -> None:
    assert offers(ws, "Seorang anak dipukuli ayahnya.", in_case=False) == {
        Hint.LOOKS_LIKE_A_CASE: case_text.TO_CASE
    }
    assert offers(ws, "Seorang anak dipukuli ayahnya.", in_case=True) == {}


def test_a_known_hotline_and_plain_words_are_let_be(ws: Workspace) -> None:
    text = "Nomor SAPA 08111-129-129 ditempel. Sesi tentang kekerasan."
    assert offers(ws, text, in_case=False) == {}


def test_the_check_shows_no_name_it_knows(ws: Workspace) -> None:
    assert repr(case_text.checker(ws)) == "Checker()"
