"""Catat kekhawatiran in the real window: from a session, from the numbers, over a lock."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from patbm_desktop.actions.cases import case_list, case_noting, casebook, cases
from patbm_desktop.actions.opened import drafts
from patbm_desktop.domain.case import CaseDetail, Next, Victim
from patbm_desktop.store import listing
from patbm_desktop.ui.forms.concern_body import View
from patbm_desktop.ui.pages.activity_form_page import ActivityFormPage
from patbm_desktop.ui.pages.concern_page import ConcernPage
from patbm_desktop.ui.pages.home_page import HomePage
from patbm_desktop.ui.parts.cards import TodoRow
from tests.actions.cast import withdraw_cases
from tests.ui import doing, reading
from tests.ui.pages.test_log_journey import CONTROL, Hands

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def hands(qtbot, window):
    return Hands(qtbot, window)


def concern(window):
    page = window.desk().page()
    assert isinstance(page, ConcernPage)
    return page


def open_concern(hands, window):
    hands.key(Qt.Key.Key_K, CONTROL)
    return concern(window)


def case_rows(window):
    return tuple(doing.do(window, lambda ws: case_list.listing_of(ws, case_list.Query())).rows)


def kept_drafts(window):
    return doing.do(window, lambda ws: drafts.every(ws, case_noting.FORM))


def only_case(window):
    (row,) = case_rows(window)
    return doing.do(window, lambda ws: casebook.page(ws, row.ent)).dossier


def note(window, **changes):
    """Keep a case as an action would, and return its id."""
    usual = {"category": "putus_sekolah", "victim": Victim("L", "13-17")}
    detail = CaseDetail(**usual | changes)
    return doing.do(window, lambda ws: case_noting.note(ws, detail)).ent


def write(hands, page, text):
    hands.click(page.form.story.text)
    hands.qtbot.keyClicks(page.form.story.text, text)


# -- noting ----------------------------------------------------------------------------------


def test_the_usual_note_takes_at_most_eight_interactions_plus_text(hands, window):
    page = open_concern(hands, window)
    hands.click(page.form.concern.chips.chip("ditinggal"))
    hands.click(page.form.concern.options.chip("tidak"))
    hands.click(page.form.who.sex.chip("P"))
    hands.click(page.form.who.age.chip("6-12"))
    write(hands, page, "Anak sendirian sampai sore.")
    hands.click(page.form.next.what.chip("kunjungan"))
    hands.key(Qt.Key.Key_S, CONTROL)
    dossier = only_case(window)
    assert hands.count <= 8
    assert (dossier.case.triage, dossier.detail.category) == ("hijau", "telantar_ringan")
    assert dossier.detail.narrative == "Anak sendirian sampai sore."
    assert kept_drafts(window) == ()


def test_a_green_note_leads_back_where_she_came_from(hands, window):
    window.visit("activities")
    page = open_concern(hands, window)
    hands.click(page.form.concern.chips.chip("putus_sekolah"))
    hands.key(Qt.Key.Key_S, CONTROL)
    assert window.desk().key() == "activities"
    assert window.desk().toast.text() == "Tersimpan dan terkunci di laptop ini."
    assert page.form.concern.concern() == ""


def test_a_pressing_note_stays_with_what_to_write_down(hands, window):
    page = open_concern(hands, window)
    hands.click(page.form.concern.chips.chip("dirundung"))
    hands.key(Qt.Key.Key_S, CONTROL)
    (row,) = case_rows(window)
    assert page.form.view() is View.SAVED
    assert row.code in page.form.saved.title.text()
    assert "telepon UPTD PPA besok" in page.form.saved.text.text()


def test_ctrl_z_turns_a_saved_note_into_its_draft_again(hands, window):
    page = open_concern(hands, window)
    write(hands, page, "Anak tidak masuk.")
    hands.click(page.form.concern.chips.chip("putus_sekolah"))
    hands.key(Qt.Key.Key_S, CONTROL)
    hands.key(Qt.Key.Key_Z, CONTROL)
    assert case_rows(window) == ()
    assert concern(window).form.story.story() == "Anak tidak masuk."
    assert len(kept_drafts(window)) == 1


def test_the_letter_is_reached_with_the_note_kept(hands, window):
    page = open_concern(hands, window)
    hands.click(page.form.concern.chips.chip("seksual"))
    hands.click(page.form.stop.letter)
    (row,) = case_rows(window)
    assert window.desk().key() == "referral"
    window.desk().back()
    window.settle()
    assert (window.desk().key(), window.desk().page().place()) == ("case", {"ent": row.ent})


def test_the_slip_of_a_kept_note_goes_to_the_printer(hands, window):
    page = open_concern(hands, window)
    hands.click(page.form.concern.chips.chip("seksual"))
    hands.key(Qt.Key.Key_S, CONTROL)
    hands.click(page.form.saved.slip)
    assert window.desk().toast.text().startswith("Printer belum terbaca.")


def test_a_draft_survives_f9_and_comes_back(hands, window):
    page = open_concern(hands, window)
    write(hands, page, "Anak tidak masuk.")
    hands.key(Qt.Key.Key_F9)
    window.unlock()
    assert concern(window).form.story.story() == "Anak tidak masuk."


def test_a_note_that_waits_for_its_case_page_opens_it(hands, window):
    note(window)
    page = open_concern(hands, window)
    hands.click(page.form.concern.chips.chip("putus_sekolah"))
    hands.qtbot.waitUntil(page.form.double.isVisible)
    (row,) = case_rows(window)
    assert page.form.look.text() == f"Lihat {row.code}"


# -- keeping nothing ---------------------------------------------------------------------------


def test_yes_wipes_the_draft_at_once_and_f9_the_rest(hands, window):
    page = open_concern(hands, window)
    write(hands, page, "Ketua RT memukul anaknya.")
    page.flush()
    window.settle()
    assert len(kept_drafts(window)) == 1
    hands.click(page.form.concern.chips.chip("dimarahi"))
    hands.click(page.form.concern.options.chip("dipukul"))
    hands.click(page.form.opener.chips.chip("yes"))
    assert kept_drafts(window) == ()
    hands.key(Qt.Key.Key_F9)
    window.unlock()
    assert (kept_drafts(window), case_rows(window)) == ((), ())
    assert concern(window).form.story.story() == ""


def test_going_elsewhere_from_the_card_leaves_nothing(hands, window):
    page = open_concern(hands, window)
    write(hands, page, "Ditulis sebelum ditanya.")
    hands.click(page.form.concern.chips.chip("kdrt"))
    hands.click(page.form.opener.chips.chip("yes"))
    window.visit("home")
    assert page.form.story.story() == ""
    assert kept_drafts(window) == ()


def test_its_letter_goes_to_the_printer_and_nowhere_else(hands, window):
    page = open_concern(hands, window)
    write(hands, page, "Ketua RT memukul anaknya.")
    hands.click(page.form.concern.chips.chip("dimarahi"))
    hands.click(page.form.concern.options.chip("luka"))
    hands.click(page.form.opener.chips.chip("yes"))
    before = sorted(window.house.folder.rglob("*"))
    for button in (page.form.insider.letter, page.form.insider.reminder):
        hands.click(button)
        assert window.desk().toast.text().startswith("Printer belum terbaca.")
    assert sorted(window.house.folder.rglob("*")) == before
    assert doing.do(window, _looks) == 0


def _looks(ws):
    return len(listing.rows(ws.db, "access"))


# -- without the key ---------------------------------------------------------------------------


@pytest.fixture
def keyless(window):
    """The window of a laptop that holds no key for cases."""
    doing.do(window, withdraw_cases)
    return window


def test_without_the_key_the_numbers_come_instead_of_the_note(hands, keyless):
    hands.key(Qt.Key.Key_K, CONTROL)
    assert keyless.emergency.is_open()
    assert keyless.desk().key() == "home"
    assert not keyless.emergency.card().note_button.isVisible()


def test_without_the_key_beranda_offers_the_numbers(hands, keyless):
    page = home(keyless)
    assert (page.note.isVisible(), page.numbers.isVisible()) == (False, True)
    hands.click(page.numbers)
    assert keyless.emergency.is_open()


def test_without_the_key_a_session_asks_about_nobody(keyless):
    page = log(keyless)
    assert not page.form.worry.isVisible()
    assert not page.form.move_visit.isVisible()


# -- from a session, from a visit --------------------------------------------------------------


def log(window):
    page = window.visit("log")
    assert isinstance(page, ActivityFormPage)
    page.form.what.chips.chip("lautan_rt").click()
    window.settle()
    return page


def test_yes_note_it_next_opens_the_note_linked_to_the_session(hands, window):
    page = log(window)
    hands.click(page.form.worry.chips.chip("yes"))
    hands.key(Qt.Key.Key_S, CONTROL)
    hands.click(concern(window).form.concern.chips.chip("putus_sekolah"))
    hands.key(Qt.Key.Key_S, CONTROL)
    (session,) = doing.rows(window)
    assert only_case(window).detail.activity_id == session.ent
    assert window.desk().key() == "home"


def test_the_session_keeps_no_trace_of_it(hands, window):
    page = log(window)
    hands.click(page.form.worry.chips.chip("yes"))
    hands.key(Qt.Key.Key_S, CONTROL)
    (session,) = doing.rows(window)
    values = doing.do(window, lambda ws: dict(ws.values("activity", session.ent)))
    assert not {"worry", "case", "concern"} & set(values)


def test_the_answer_survives_a_lock(hands, window):
    page = log(window)
    hands.click(page.form.worry.chips.chip("yes"))
    hands.key(Qt.Key.Key_F9)
    window.unlock()
    assert window.desk().page().form.worry.is_yes()


def test_no_asks_nothing_more(hands, window):
    page = log(window)
    hands.click(page.form.worry.chips.chip("no"))
    hands.key(Qt.Key.Key_S, CONTROL)
    assert window.desk().key() == "home"


def test_while_somebody_looks_on_the_note_waits_as_a_draft(hands, window):
    page = log(window)
    hands.click(page.form.worry.chips.chip("yes"))
    hands.click(window.desk().shell.topbar.meeting)
    assert not page.form.worry.isVisible()
    hands.key(Qt.Key.Key_S, CONTROL)
    (session,) = doing.rows(window)
    (draft,) = kept_drafts(window)
    assert draft.data["activity"] == session.ent


def test_the_story_of_a_visit_moves_to_a_confidential_note(hands, window):
    page = log(window)
    page.form.what.chips.chip("kunjungan_rumah").click()
    page.form.unfold("notes")
    page.form.notes.result.setPlainText("Anak dipukul ayahnya.")
    hands.click(page.form.move_visit)
    assert concern(window).form.story.story() == "Anak dipukul ayahnya."
    window.desk().back()
    window.settle()
    assert window.desk().page().form.notes.text_of("result") == ""


def test_a_text_that_looks_like_a_case_can_be_moved_by_itself(hands, window):
    page = log(window)
    page.form.unfold("notes")
    page.form.notes.next_step.setPlainText("Anak dipukul ayahnya.")
    page.form.notes.look_now()
    hands.click(page.form.notes.fields["next_step"].move_button)
    assert concern(window).form.story.story() == "Anak dipukul ayahnya."


# -- Beranda -----------------------------------------------------------------------------------


def home(window):
    page = window.visit("home")
    assert isinstance(page, HomePage)
    return page


def lines(page):
    return [row.title.text() for row in page.todos.findChildren(TodoRow)]


def test_beranda_leads_to_the_note_and_says_how_many_wait(hands, window):
    ent = note(window)
    doing.do(window, lambda ws: cases.set_next(ws, casebook.page(ws, ent), _today_check()))
    page = home(window)
    assert lines(page)[1] == "1 tindak lanjut menunggu"
    assert not [label for label in page.findChildren(QLabel) if "K-" in label.text()]
    hands.click(page.note)
    assert window.desk().key() == "concern"


def _today_check():
    return Next("cek", date(2026, 11, 21))


def test_a_draft_of_a_note_is_offered_without_what_it_is_about(hands, window):
    page = open_concern(hands, window)
    write(hands, page, "Anak tidak masuk.")
    page = home(window)
    assert "Lanjutkan catatan rahasia yang belum selesai" in lines(page)
    assert not [label for label in page.findChildren(QLabel) if "masuk" in label.text()]


def test_mode_rapat_hides_the_card_every_line_and_the_page(hands, window):
    ent = note(window)
    doing.do(window, lambda ws: cases.set_next(ws, casebook.page(ws, ent), _today_check()))
    page = open_concern(hands, window)
    write(hands, page, "Anak tidak masuk.")
    hands.click(window.desk().shell.topbar.meeting)
    page = window.desk().page()
    assert isinstance(page, HomePage)
    assert not page.note.isVisible()
    assert [line for line in lines(page) if "tindak lanjut" in line or "rahasia" in line] == []
    hands.key(Qt.Key.Key_K, CONTROL)
    assert window.desk().page() is page
    hands.click(window.desk().shell.topbar.meeting)
    assert page.note.isVisible()
    assert "1 tindak lanjut menunggu" in lines(page)


# -- the emergency card ------------------------------------------------------------------------


def test_the_card_leads_to_a_note_that_asks_about_the_danger(hands, window):
    window.show_emergency()
    window.settle()
    hands.click(window.emergency.card().note_button)
    page = concern(window)
    assert page.form.strip.is_asking()
    hands.click(page.form.strip.yes)
    assert page.form.detail().danger_now == "ya"


def test_over_an_open_note_the_card_asks_about_that_note(hands, window):
    page = open_concern(hands, window)
    hands.click(page.form.concern.chips.chip("putus_sekolah"))
    hands.click(page.form.strip.numbers)
    assert window.emergency.is_open()
    hands.key(Qt.Key.Key_Escape)
    assert concern(window).form.strip.is_asking()
    assert concern(window).form.concern.concern() == "putus_sekolah"


def test_locked_the_card_offers_no_note(locked):
    locked.show_emergency()
    locked.settle()
    assert "Catat kejadian ini" not in reading.buttons(locked.emergency.card())


def test_while_somebody_looks_on_the_card_offers_no_note(hands, window):
    hands.click(window.desk().shell.topbar.meeting)
    window.show_emergency()
    window.settle()
    assert not window.emergency.card().note_button.isVisible()


# -- F9 ----------------------------------------------------------------------------------------


def test_f9_leaves_no_word_of_a_note_anywhere(hands, window):
    page = open_concern(hands, window)
    hands.click(page.form.concern.chips.chip("seksual"))
    write(hands, page, "Bercerita tentang tetangga.")
    hands.key(Qt.Key.Key_F9)
    said = [label.text() for label in QApplication.allWidgets() if isinstance(label, QLabel)]
    assert not [text for text in said if "kekerasan" in text or "tetangga" in text]
    assert "tetangga" not in QApplication.clipboard().text()
    assert window.windowTitle() == "PATBM Desktop"
