"""Catat kekhawatiran: what it asks and offers, what it hands over, and what it never keeps."""

import json
from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from patbm_desktop.actions.cases import concerns
from patbm_desktop.actions.cases.case_text import Checker
from patbm_desktop.actions.kelurahan.case_access import Reader, Through
from patbm_desktop.actions.rt.contacts import ContactRow
from patbm_desktop.domain.case import Call, Next, Victim
from patbm_desktop.domain.clock import WITA
from patbm_desktop.ui.forms.concern_body import View
from patbm_desktop.ui.forms.concern_values import After, Asked
from patbm_desktop.ui.pages.concern_page import ConcernPage
from patbm_desktop.ui.parts.chips import Chip
from patbm_desktop.ui.tokens import Scheme
from tests.ui import reading

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TODAY, NOW = date(2026, 11, 21), datetime(2026, 11, 21, 20, 14, tzinfo=WITA)
TOMORROW = date(2026, 11, 22)
UPTD = ContactRow(function="uptd_ppa", number="0800 123 4567", source="menurut berita")
CHECKER = Checker(frozenset({"Budi Contoh"}))


def reader(name, **more):
    usual = {"person": name, "name": name, "address_form": "ibu", "is_me": False}
    usual |= {"is_companion": False, "through": Through.LAPTOP}
    return Reader(**usual | more)


def asked(**changes):
    usual = {
        "concerns": concerns.concerns("id"),
        "readers": (reader("Sari", is_me=True), reader("Hendra", is_companion=True)),
        "contacts": (UPTD,),
        "today": TODAY,
        "look": lambda text: CHECKER.offers(text, in_case=True),
    }
    return Asked(**usual | changes)


@pytest.fixture(scope="module")
def built(_theme):
    """One page for all tests, because opening it anew must leave nothing of the one before."""
    page = ConcernPage(_theme, "ibu", lambda: NOW)
    page.resize(1134, 553)
    yield page
    page.close()
    page.deleteLater()


@pytest.fixture
def page(qtbot, theme, built):
    built.show()
    built.activateWindow()
    qtbot.waitActive(built)
    built.open_new(asked())
    yield built
    built.forget_draft()


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def pick(page, concern, option="", *, sex="", age=""):
    """Answer questions 1 and 2 by the chips, as a hand does."""
    page.form.concern.chips.open_more()
    page.form.concern.chips.chip(concern).click()
    if option:
        page.form.concern.options.chip(option).click()
    if sex:
        page.form.who.sex.chip(sex).click()
    if age:
        page.form.who.age.open_more()
        page.form.who.age.chip(age).click()


def handed_over(qtbot, page):
    with qtbot.waitSignal(page.submitted, timeout=1000) as heard:
        page.save()
    return heard.args[0]


def leave(page):
    """Tell the page that another one is shown; a real hiding would upset the offscreen focus."""
    QApplication.sendEvent(page, QHideEvent())


def days(page):
    return page.form.next.when.offered()


# -- question 1 ------------------------------------------------------------------------------


def test_question_one_alone_is_enough(qtbot, page):
    pick(page, "putus_sekolah")
    given = handed_over(qtbot, page)
    assert (given.detail.category, given.next, given.after) == ("putus_sekolah", None, After.LEAVE)
    assert (given.detail.victim, given.detail.learned_on) == (Victim(), TODAY)


def test_without_it_the_form_says_what_is_missing_and_keeps_the_text(qtbot, page):
    page.form.story.text.setPlainText("Anak sering menangis.")
    with qtbot.assertNotEmitted(page.submitted):
        page.save()
    assert page.form.concern.problem.text() == "Pilih dulu apa yang mengkhawatirkan (nomor 1)."
    assert page.form.story.story() == "Anak sering menangis."


def test_a_chip_with_a_second_question_waits_for_its_answer(qtbot, page):
    pick(page, "dimarahi")
    assert page.form.concern.second.isVisible()
    with qtbot.assertNotEmitted(page.submitted):
        page.save()
    page.form.concern.options.chip("luka").click()
    given = handed_over(qtbot, page)
    assert (given.detail.category, given.detail.signs) == ("kekerasan_fisik", ("luka",))


def test_another_chip_takes_the_second_question_away(page):
    pick(page, "dimarahi", "dipukul")
    pick(page, "putus_sekolah")
    assert not page.form.concern.second.isVisible()
    assert page.form.detail().category == "putus_sekolah"


def test_a_small_child_left_alone_at_night_is_neglected(page):
    pick(page, "ditinggal", "ya", age="0-5")
    assert page.form.detail().category == "penelantaran"
    assert page.form.detail().signs == ("ditinggal_malam",)


def test_the_rest_stands_behind_lainnya(page):
    assert "hilang" not in page.form.concern.chips.offered()
    page.form.concern.chips.open_more()
    assert len(page.form.concern.chips.offered()) == len(concerns.concerns("id"))


# -- question 1b, and keeping nothing ----------------------------------------------------------


def test_only_violence_asks_whether_the_person_feared_can_open_this_laptop(page):
    pick(page, "putus_sekolah")
    assert not page.form.opener.isVisible()
    pick(page, "dimarahi", "dipukul")
    assert page.form.opener.isVisible()
    assert not page.form.is_insider()


def test_it_is_asked_above_the_text(page):
    pick(page, "dimarahi", "dipukul")
    body = page.form
    assert body.opener.y() < body.who.y() < body.story.y()


def test_its_answer_stands_in_no_draft(page):
    pick(page, "dimarahi", "dipukul")
    assert "insider" not in json.dumps(page.data())
    assert set(page.data()) == {"concern", "option", "activity"}


def test_yes_turns_the_form_into_a_card_and_names_the_draft_that_has_to_go(qtbot, page):
    pick(page, "dimarahi", "dipukul")
    draft = page.draft_id
    with qtbot.waitSignal(page.insider_found) as heard:
        page.form.opener.chips.chip("yes").click()
    assert heard.args == [draft]
    assert page.form.view() is View.INSIDER
    assert not page.form.story.isVisible()
    assert not page.bar.keep.isVisible()


def test_from_then_on_nothing_is_handed_over(qtbot, page):
    page.form.story.text.setPlainText("Ditulis sebelum ditanya.")
    pick(page, "dimarahi", "dipukul")
    page.form.opener.chips.chip("yes").click()
    with qtbot.assertNotEmitted(page.drafted, wait=900), qtbot.assertNotEmitted(page.submitted):
        page.touched()
        page.flush()
        page.save()
    assert page.place() == {}


def test_the_card_shows_the_numbers_and_prints(qtbot, page):
    pick(page, "dimarahi", "dipukul", sex="P", age="6-12")
    page.form.opener.chips.chip("yes").click()
    said = [label.text() for label in page.form.insider.numbers.findChildren(QLabel)]
    assert {"0800 123 4567", "129", "110", "112"} <= set(said)
    with qtbot.waitSignal(page.letter_asked) as heard:
        page.form.insider.letter.click()
    assert heard.args[0].victim == Victim("P", "6-12")
    with qtbot.waitSignal(page.reminder_asked, check_params_cb=lambda *said: said == ("", False)):
        page.form.insider.reminder.click()


def test_leaving_the_card_forgets_what_was_typed(page):
    page.form.story.text.setPlainText("Ditulis sebelum ditanya.")
    pick(page, "dimarahi", "dipukul")
    page.form.opener.chips.chip("yes").click()
    leave(page)
    assert page.form.story.story() == ""
    assert page.form.concern.concern() == ""
    assert not page.form.is_insider()


def test_a_slip_of_the_hand_can_be_taken_back(qtbot, page):
    pick(page, "dimarahi", "dipukul")
    gone = page.draft_id
    page.form.opener.chips.chip("yes").click()
    press(qtbot, page.form.insider.back)
    assert page.form.view() is View.FORM
    assert page.form.concern.option() == "dipukul"
    assert page.place()["draft"] != gone


# -- question 2 ------------------------------------------------------------------------------


def test_eighteen_and_over_opens_the_bands_of_grown_ups(qtbot, page):
    assert "25-44" not in page.form.who.age.offered()
    opener = [chip for chip in page.form.who.age.findChildren(Chip) if chip.text() == "18+"]
    press(qtbot, opener[0])
    assert page.form.who.age.offered()[-4:] == ["18-24", "25-44", "45-59", "60+"]


def test_violence_at_home_against_a_woman_opens_them_by_itself(page):
    pick(page, "kdrt")
    assert "25-44" in page.form.who.age.offered()
    page.open_new(asked())
    assert "25-44" not in page.form.who.age.offered()


def test_initials_are_three_letters_at_the_most(qtbot, page):
    qtbot.keyClicks(page.form.who.initials, "r1 ab.cd")
    assert page.form.detail().initials == "RAB"


def test_there_is_no_field_for_a_name(page):
    pick(page, "dimarahi", "luka")
    named = [each.accessibleName() for each in page.findChildren(QLineEdit) if each.isVisible()]
    assert named == ["Inisial"]


# -- question 3 ------------------------------------------------------------------------------


def test_while_somebody_writes_it_says_what_to_leave_out(qtbot, page):
    page.form.story.text.setFocus()
    qtbot.waitUntil(lambda: "Tanpa nama." in page.form.story.hint.text())
    page.form.who.initials.setFocus()
    qtbot.waitUntil(lambda: "Tanpa nama." not in page.form.story.hint.text())
    assert page.form.who.initials.hasFocus()


def test_a_telephone_number_can_be_moved_to_where_it_is_locked(qtbot, page):
    pick(page, "putus_sekolah")
    page.form.story.text.setPlainText("Telepon ibunya 081234567890 sore hari.")
    qtbot.waitUntil(page.form.story.offer.isVisible)
    press(qtbot, page.form.story.move_button)
    given = handed_over(qtbot, page)
    assert "0812" not in given.detail.narrative
    assert given.identity.kontak_aman == "081234567890"


def test_an_identity_number_is_pointed_out_and_stops_nothing(qtbot, page):
    pick(page, "putus_sekolah")
    page.form.story.text.setPlainText("NIK 6471010101010001")
    qtbot.waitUntil(page.form.story.offer.isVisible)
    assert not page.form.story.move_button.isVisible()
    assert handed_over(qtbot, page).identity is None


def test_a_text_that_is_too_long_is_said_beside_it(page):
    page.form.story.text.setPlainText("a" * 1501)
    assert "1500" in page.form.story.problem.text()


@pytest.mark.parametrize(
    ("form", "question"),
    [("ibu", "Apa yang Ibu lihat atau dengar?"), ("tanpa", "Apa yang terlihat atau terdengar?")],
)
def test_the_question_is_asked_with_and_without_an_address(qtbot, theme, form, question):
    page = ConcernPage(theme, form, lambda: NOW)
    qtbot.addWidget(page)
    assert page.form.story.head.title.text() == question


# -- question 4 ------------------------------------------------------------------------------


def test_a_green_worry_may_be_visited_in_pairs(page):
    pick(page, "putus_sekolah")
    page.form.next.what.chip("kunjungan").click()
    assert page.form.next.visit.text() == "Datang berdua, siang hari, beri tahu satu orang."
    assert days(page) == ["now", "today", "tomorrow", "three_days", "other"]


def test_the_day_is_filled_in_from_the_clock_of_the_rules(qtbot, page):
    pick(page, "putus_sekolah")
    page.form.next.what.chip("cek").click()
    assert page.form.next.when.value() == "other"
    assert page.form.next.day.isVisible()
    assert handed_over(qtbot, page).next == Next("cek", date(2026, 12, 5))


def test_the_chosen_day_is_handed_over(qtbot, page):
    pick(page, "putus_sekolah")
    page.form.next.what.chip("kunjungan").click()
    page.form.next.when.chip("three_days").click()
    assert handed_over(qtbot, page).next == Next("kunjungan", date(2026, 11, 24))


def test_yellow_violence_calls_by_tomorrow_and_does_not_visit(qtbot, page):
    pick(page, "dimarahi", "dipukul", age="6-12")
    page.form.next.what.chip("telepon").click()
    assert "kunjungan" not in page.form.next.what.offered()
    assert page.form.next.visit.text() == "Jangan datang ke rumahnya dulu. Tanya UPTD PPA."
    assert page.form.next.straight.isVisible()
    assert days(page) == ["now", "today", "tomorrow"]
    assert handed_over(qtbot, page).next == Next("telepon", TOMORROW)


def test_a_step_that_the_rules_bar_now_is_taken_back(page):
    pick(page, "putus_sekolah", age="6-12")
    page.form.next.what.chip("kunjungan").click()
    pick(page, "dimarahi", "dipukul")
    assert page.form.next.next_step() is None


def test_a_grown_up_is_met_where_she_chooses(page):
    pick(page, "kdrt", age="25-44")
    page.form.next.what.chip("kunjungan").click()
    assert page.form.next.visit.text().startswith("Temui di tempat dan waktu yang ia pilih.")


# -- the stop panel --------------------------------------------------------------------------


def test_a_grave_worry_has_the_panel_in_place_of_the_next_step(page):
    pick(page, "seksual", age="13-17")
    assert page.form.stop.isVisible()
    assert not page.form.next.isVisible()
    assert page.form.stop.title.text() == "Untuk hal ini Ibu tidak perlu menyelesaikan sendiri."
    assert len(page.form.stop.lines()) == 3


def test_saving_is_never_stopped_and_the_rules_choose_the_step(qtbot, page):
    pick(page, "putus_sekolah")
    page.form.next.what.chip("cek").click()
    pick(page, "seksual")
    given = handed_over(qtbot, page)
    assert (given.detail.category, given.next) == ("kekerasan_seksual", None)


def test_the_time_of_a_call_is_noted_by_one_click(qtbot, page):
    pick(page, "seksual", age="13-17")
    press(qtbot, page.form.stop.called)
    assert page.form.calls.isVisible()
    assert page.form.detail().called == (Call("uptd_ppa", TODAY, time(20, 14)),)


def test_a_time_that_cannot_be_read_is_asked_again(qtbot, page):
    pick(page, "seksual")
    press(qtbot, page.form.stop.called)
    page.form.calls.times["uptd_ppa"].setText("petang")
    with qtbot.assertNotEmitted(page.submitted):
        page.save()
    page.form.calls.times["uptd_ppa"].setText("19.05")
    assert handed_over(qtbot, page).detail.called == (Call("uptd_ppa", TODAY, time(19, 5)),)


def test_who_cannot_call_now_is_told_that_it_is_asked_again(qtbot, page):
    pick(page, "seksual")
    press(qtbot, page.form.stop.later)
    assert "Nanti ditanyakan lagi" in page.form.stop.note.text()


def test_the_letter_saves_first(qtbot, page):
    pick(page, "seksual")
    with qtbot.waitSignal(page.submitted) as heard:
        press(qtbot, page.form.stop.letter)
    assert heard.args[0].after is After.LETTER


# -- danger now ------------------------------------------------------------------------------


def test_the_strip_is_a_statement_until_the_numbers_were_opened(qtbot, page):
    strip = page.form.strip
    assert strip.text.text().startswith("Kalau ada bahaya sekarang, telepon dulu.")
    assert not strip.is_asking()
    with qtbot.waitSignal(page.numbers_asked):
        press(qtbot, strip.numbers)
    page.numbers_closed()
    assert strip.text.text() == "Ini soal anak yang sedang dicatat?"
    press(qtbot, strip.no)
    assert page.form.detail().danger_now is None
    assert not strip.is_asking()


def test_danger_leaves_three_questions_and_keeps_the_text(qtbot, page):
    page.form.story.text.setPlainText("Terdengar teriakan.")
    pick(page, "dimarahi", "dipukul", age="6-12")
    page.numbers_closed()
    press(qtbot, page.form.strip.yes)
    body = page.form
    assert (body.story.isVisible(), body.who.initials.isVisible()) == (False, False)
    assert (body.concern.isVisible(), body.who.isVisible(), body.calls.isVisible()) == (True,) * 3
    given = handed_over(qtbot, page)
    assert (given.detail.danger_now, given.detail.narrative) == ("ya", "Terdengar teriakan.")


def test_danger_opens_the_panel_with_112_and_can_be_taken_back(qtbot, page):
    pick(page, "putus_sekolah")
    page.numbers_closed()
    press(qtbot, page.form.strip.yes)
    assert "112" in [label.text() for label in page.form.stop.numbers.findChildren(QLabel)]
    press(qtbot, page.form.strip.mistaken)
    assert (page.form.stop.isVisible(), page.form.story.isVisible()) == (False, True)


# -- who can read ----------------------------------------------------------------------------


def readers_said(qtbot, page):
    qtbot.wait(1)
    column = page.form.readers
    return [each.text() for each in column.findChildren(QLabel) if each.isVisible()]


def test_everybody_who_holds_the_key_is_named(qtbot, page):
    page.open_new(asked(readers=(*asked().readers, reader("Dewi", through=Through.SLOT))))
    said = readers_said(qtbot, page)
    named = [each for each in said if each in {"Ibu Sari", "Pendamping kasus: Hendra", "Dewi"}]
    assert named == ["Ibu Sari", "Pendamping kasus: Hendra", "Dewi"]
    assert not any(each.startswith("Baru Ibu sendiri.") for each in said)


def test_alone_she_is_told_so(qtbot, page):
    page.open_new(asked(readers=(reader("Sari", is_me=True),)))
    assert any(each.startswith("Baru Ibu sendiri.") for each in readers_said(qtbot, page))


# -- drafts, saving, wiping ------------------------------------------------------------------


def test_a_draft_brings_everything_back(page):
    pick(page, "dimarahi", "dipukul", sex="P", age="6-12")
    page.form.who.initials.setText("AB")
    page.form.story.text.setPlainText("Nomornya 081234567890.")
    page.form.story.move_first()
    page.form.next.what.chip("cek").click()
    page.form.next.when.chip("three_days").click()
    before, data = page.form.detail(), json.loads(json.dumps(page.data()))
    page.open_new(asked())
    page.open_draft("ab" * 16, data, NOW)
    assert page.form.detail() == before
    assert page.form.next.next_step() == Next("cek", date(2026, 11, 24))
    assert page.form.story.moved() == {"kontak_aman": "081234567890"}
    assert page.place() == {"draft": "ab" * 16}


def test_a_draft_of_danger_comes_back_with_its_calls(qtbot, page):
    pick(page, "seksual")
    press(qtbot, page.form.stop.called)
    page.numbers_closed()
    press(qtbot, page.form.strip.yes)
    data = json.loads(json.dumps(page.data()))
    page.open_new(asked())
    page.open_draft("ab" * 16, data, NOW)
    assert page.form.is_danger()
    assert page.form.detail().called == (Call("uptd_ppa", TODAY, time(20, 14)),)


def test_every_change_becomes_a_draft(qtbot, page):
    with qtbot.waitSignal(page.drafted, timeout=1500) as heard:
        page.form.story.text.setPlainText("Anak tampak lapar.")
    assert heard.args[1]["story"] == "Anak tampak lapar."
    page.draft_saved(NOW)
    assert "tersimpan sendiri pukul 20.14" in page.bar.status.text()


def test_a_session_it_starts_from_stays_with_it(qtbot, page):
    page.open_new(asked(activity="c" * 32))
    pick(page, "putus_sekolah")
    assert handed_over(qtbot, page).detail.activity_id == "c" * 32


def test_a_doubtful_clock_gives_no_day(qtbot, page):
    page.open_new(asked(is_sure=False))
    pick(page, "putus_sekolah")
    assert handed_over(qtbot, page).detail.learned_on is None


@pytest.mark.parametrize(
    ("triage", "words"),
    [("merah", "telepon UPTD PPA sekarang."), ("kuning", "telepon UPTD PPA besok.")],
)
def test_what_to_write_down_stays_until_she_leaves(qtbot, page, triage, words):
    pick(page, "putus_sekolah")
    page.show_saved("a" * 32, "K-7QH2MD", triage)
    assert words in page.form.saved.text.text()
    with qtbot.waitSignal(page.reminder_asked, check_params_cb=lambda *said: said[0] == "a" * 32):
        press(qtbot, page.form.saved.slip)
    leave(page)
    assert page.form.concern.concern() == ""


def test_nothing_is_handed_over_twice(qtbot, page):
    pick(page, "putus_sekolah")
    handed_over(qtbot, page)
    with qtbot.assertNotEmitted(page.submitted):
        page.save()
    page.show_fault("Laptop penuh.")
    assert handed_over(qtbot, page).detail.category == "putus_sekolah"


def test_enter_goes_on_and_never_saves(qtbot, page):
    pick(page, "putus_sekolah")
    page.form.concern.focus_first()
    with qtbot.assertNotEmitted(page.submitted):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.form.who.isAncestorOf(QApplication.focusWidget())


def test_nothing_of_it_reaches_the_clipboard(qtbot, page):
    QApplication.clipboard().setText("dari luar")
    text = page.form.story.text
    text.setPlainText("Rahasia anak.")
    text.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        qtbot.keyClick(text, key, Qt.KeyboardModifier.ControlModifier)
    text.copy()
    assert "Rahasia" not in QApplication.clipboard().text()
    assert page.form.story.story() == "Rahasia anak."


def test_wiped_it_holds_no_word(qtbot, theme):
    page = ConcernPage(theme, "ibu", lambda: NOW)
    qtbot.addWidget(page)
    page.open_new(asked())
    pick(page, "seksual", sex="P", age="13-17")
    page.form.who.initials.setText("RX")
    page.form.story.text.setPlainText("Ibunya bercerita. 081234567890")
    page.form.story.move_first()
    page.wipe()
    assert page.form.story.moved() == {}
    kinds = (QLabel, QLineEdit, QPlainTextEdit)
    texts = [_text(each) for kind in kinds for each in page.findChildren(kind)]
    assert {each for each in texts if each} <= {"Sab, 21 Nov 2026", "2026"}  # an empty date field


def _text(widget):
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else widget.text()


# -- look ------------------------------------------------------------------------------------

STATES = {
    "ordinary": {"concern": "putus_sekolah", "what": "cek", "when": "other", "day": "2026-12-01"},
    "grown_up": {"concern": "kdrt", "age": "25-44", "what": "kunjungan", "when": "tomorrow"},
    "violence": {"concern": "dimarahi", "option": "dipukul", "story": "NIK 6471010101010001"},
    "stop": {"concern": "seksual", "calls": [{"to": "uptd_ppa", "on": "", "at": "20:14"}]},
    "danger": {"concern": "ditinggal", "option": "ya", "age": "0-5", "danger": True},
}


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_in_every_state_it_fits_and_nothing_is_cut(qtbot, theme, page, scale):
    theme.apply(Scheme.LIGHT, scale)
    page.resize(1366 - theme.px(232 if scale < 1.5 else 92), 697 - theme.px(76 + 68))
    for state in STATES.values():
        page.open_new(asked())
        page.open_draft("ab" * 16, state, NOW)
        page.show_double("a" * 32, "K-7QH2MD")
        qtbot.waitUntil(lambda: reading.cut_words(page) == [])
        assert reading.sideways(page) == []
    page.resize(1134, 553)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_its_other_faces_fit_too(qtbot, theme, page, scale):
    theme.apply(Scheme.LIGHT, scale)
    page.resize(1366 - theme.px(92), 697 - theme.px(76 + 68))
    pick(page, "dimarahi", "dipukul")
    page.form.opener.chips.chip("yes").click()
    qtbot.waitUntil(lambda: reading.cut_words(page) == [])
    assert reading.sideways(page) == []
    page.open_new(asked())
    page.show_saved("a" * 32, "K-7QH2MD", "kuning")
    qtbot.waitUntil(lambda: reading.cut_words(page) == [])
    assert reading.sideways(page) == []
    page.resize(1134, 553)


def test_an_ordinary_note_needs_no_scrolling(qtbot, page):
    page.open_draft("ab" * 16, {"concern": "putus_sekolah", "what": "cek", "when": "tomorrow"}, NOW)
    qtbot.wait(20)
    assert page.form.verticalScrollBar().maximum() == 0


def test_whatever_takes_the_keyboard_has_a_name(qtbot, page):
    for state in STATES.values():
        page.open_new(asked())
        page.open_draft("ab" * 16, state, NOW)
        assert reading.nameless(page) == []


def test_tab_follows_the_eye(qtbot, page):
    pick(page, "dimarahi", "dipukul", age="6-12")
    page.form.next.what.chip("cek").click()
    page.form.concern.focus_first()
    tops = []
    for _ in range(9):
        here = QApplication.focusWidget()
        tops.append(here.mapTo(page.form.widget(), here.rect().topLeft()).y())
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    assert tops == sorted(tops)
