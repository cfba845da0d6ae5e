"""One case: what comes next, done in two clicks; what the law leaves; who it is behind a click."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from patbm_desktop.actions.cases import (
    case_consents,
    case_identity,
    case_scans,
    casebook,
    cases,
    follow_ups,
)
from patbm_desktop.actions.cases.case_consents import Consent
from patbm_desktop.actions.opened import drafts
from patbm_desktop.domain.case import CaseDetail, Next, Victim
from patbm_desktop.domain.follow_up import FollowUp
from patbm_desktop.ui.forms.case_values import Wish
from patbm_desktop.ui.forms.complete_form import CompleteForm
from patbm_desktop.ui.forms.follow_up_form import FollowUpForm
from patbm_desktop.ui.forms.moving_out import MovingOut
from patbm_desktop.ui.pages.case_page import CasePage
from patbm_desktop.ui.parts import case_notices
from tests.ui import casework, doing, reading
from tests.ui.opened import Opened


def titles(page: CasePage) -> list[str]:
    """Return the titles of the timeline, newest first."""
    return [item.title for item in page.timeline.items()]


def said(page: CasePage) -> str:
    """Return every word that is visible in labels."""
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def form(page: CasePage) -> Any:
    """Return the form that is open."""
    found = page.forms.form()
    assert found is not None
    return found


@pytest.fixture
def school(window: Opened) -> CasePage:
    """The open page of a boy who left school."""
    return casework.opened(window, casework.note(window))


@pytest.fixture
def child(window: Opened) -> CasePage:
    """The open page of a child who is hit."""
    return casework.opened(window, casework.note(window, casework.hit()))


# -- what stands there -----------------------------------------------------------------------


def test_the_head_says_code_plain_words_and_status(school: CasePage) -> None:
    assert school.title().startswith("K-")
    assert school.subtitle() == "Catatan rahasia · dibuka Sari 20.14"
    assert school.head.title.text() == "Putus sekolah"
    assert [pill.text() for pill in school.head.pills] == ["Baru"]


def test_the_card_of_a_grown_up_is_called_otherwise(window: Opened) -> None:
    woman = CaseDetail(category="kdrt_dewasa", victim=Victim("P", "25-44"))
    page = casework.opened(window, casework.note(window, woman))
    assert page.person.title.text() == "Orangnya"


def test_it_is_written_down_once_who_opened_it(window: Opened) -> None:
    ent = casework.note(window)
    for _ in range(2):
        window.visit("home")
        page = casework.opened(window, ent)
    assert page.readers.readers.text() == "Bisa dibaca: Ibu Sari. Server pun tidak bisa."
    assert page.readers.opened.text() == "Dibuka: Sari Contoh, hari ini"
    assert len(casework.page_of(window, ent).openings) == 1


def test_a_late_step_is_red_and_says_since_when(window: Opened) -> None:
    ent = casework.note(window)
    late = Next("cek", casework.TODAY - timedelta(days=2))
    doing.do(window, lambda ws: cases.set_next(ws, casebook.page(ws, ent), late))
    page = casework.opened(window, ent)
    assert page.next.when.text() == "Kamis, 19 November"
    assert page.next.property("status") == "danger"
    assert "Lewat 2 hari" in [pill.text() for pill in page.head.pills]


def test_a_case_that_is_not_here_says_so_and_shows_nothing(window: Opened) -> None:
    page = window.visit("case", ent="ab" * 16)
    assert isinstance(page, CasePage)
    assert not page._columns.isVisible()
    assert window.desk().toast.isVisible()


def test_every_size_of_text_fits(window: Opened, child: CasePage) -> None:
    assert doing.misfits(window) == []
    assert reading.nameless(window.desk().shell) == []


FORMS = (
    Wish.FOLLOW_UP, Wish.NEXT, Wish.CALLED, Wish.COMPLETE, Wish.HANDED, Wish.RECEIVED,
    Wish.ANSWERED, Wish.FREEZE,
)  # fmt: skip


def test_every_form_fits_at_every_size_and_is_named(window: Opened, child: CasePage) -> None:
    for scale in doing.SIZES:
        for wish in FORMS:
            child.open_form(wish)
            assert (wish, doing.misfits_at(window, scale)) == (wish, [])
            assert reading.nameless(window.desk().shell) == []


# -- what comes next -------------------------------------------------------------------------


def test_the_next_step_is_done_in_two_clicks(window: Opened, school: CasePage) -> None:
    school.next.did.click()
    school.next.result.chip("membaik").click()
    window.settle()
    assert titles(school) == ["Konsultasi lewat telepon", "Dicatat pertama kali"]
    window.desk().undo_last()
    window.settle()
    assert titles(school) == ["Dicatat pertama kali"]


def test_asking_in_vain_is_no_news_of_uptd(window: Opened) -> None:
    ent = casework.note(window, casework.hit())
    done, planned = FollowUp(kind="telepon"), Next("tanya_uptd", casework.TODAY)
    doing.do(window, lambda ws: follow_ups.record(ws, casebook.page(ws, ent), done, next=planned))
    page = casework.opened(window, ent)
    page.next.did.click()
    page.next.result.chip("tidak_bertemu").click()
    window.settle()
    assert titles(page)[0] == "Konsultasi lewat telepon"


def test_a_letter_that_comes_next_opens_the_letter(window: Opened) -> None:
    ent = casework.note(window)
    doing.do(
        window, lambda ws: cases.set_next(ws, casebook.page(ws, ent), Next("rujuk", casework.TODAY))
    )
    page = casework.opened(window, ent)
    assert page.next.did.text() == "Buat surat rujukan"
    page.next.did.click()
    window.settle()
    assert window.desk().key() == "referral"


def test_the_date_moves_no_later_than_the_rules_allow(window: Opened, child: CasePage) -> None:
    child.next.change.click()
    assert "later" not in form(child).next.when.offered()
    form(child).next.when.chip("today").click()
    form(child).save.click()
    window.settle()
    assert child.next.when.text() == "Hari ini"


# -- follow-ups ------------------------------------------------------------------------------


def test_only_what_the_law_leaves_is_offered_as_a_follow_up(child: CasePage) -> None:
    child.follow.click()
    kinds = form(child).kind.chips.offered()
    assert "musyawarah_keluarga" not in kinds
    assert "kunjungan" not in kinds
    assert form(child).kind.note.text() == "Jangan datang ke rumahnya dulu. Tanya UPTD PPA."


def test_news_of_uptd_that_advises_a_visit_opens_it(window: Opened, child: CasePage) -> None:
    child.follow.click()
    form(child).kind.chips.chip("umpan_balik_uptd").click()
    assert form(child).advised.isVisible()
    form(child).advised.click()
    form(child).save.click()
    window.settle()
    child.follow.click()
    assert "kunjungan" in form(child).kind.chips.offered()


def test_a_follow_up_is_kept_with_day_result_and_words(window: Opened, school: CasePage) -> None:
    school.follow.click()
    open_form: FollowUpForm = form(school)
    open_form.kind.chips.chip("koordinasi_sekolah").click()
    open_form.day.chips.chip("yesterday").click()
    open_form.result.chips.chip("membaik").click()
    open_form.text.setPlainText("Diterima kembali.")
    school.save()
    window.settle()
    item = school.timeline.items()[0]
    assert item.title == "Koordinasi dengan sekolah"
    assert item.when == "Jumat, 20 November · Sari Contoh"
    assert item.text == "Membaik\nDiterima kembali."
    assert school.forms.form() is None


def test_without_a_kind_nothing_is_kept_and_the_question_says_so(school: CasePage) -> None:
    school.follow.click()
    form(school).save.click()
    assert form(school).kind.problem.text() == "Pilih dulu: Apa yang dilakukan?"


def test_an_identity_number_in_the_words_is_noticed(window: Opened, school: CasePage) -> None:
    school.follow.click()
    form(school).text.setPlainText("NIK 6471010101010001")
    window.qtbot.waitUntil(form(school).offer.isVisible, timeout=3000)
    assert not form(school).offer.move_button.isVisible()  # it belongs nowhere at all
    assert form(school).text.plain() == "NIK 6471010101010001"  # told, not taken away


def test_a_telephone_number_moves_to_where_it_is_locked(window: Opened, school: CasePage) -> None:
    ent = str(school.place()["ent"])
    casework.keep_identity(window, ent)
    school.follow.click()
    form(school).kind.chips.chip("telepon").click()
    form(school).text.setPlainText("Ibunya 081234567890 sore hari")
    window.qtbot.waitUntil(form(school).offer.move_button.isVisible, timeout=3000)
    form(school).offer.move_button.click()
    form(school).save.click()
    window.settle()
    assert "0812" not in school.timeline.items()[0].text
    kept = doing.do(window, lambda ws: case_identity.reveal(ws, ent))
    assert kept == replace(casework.IDENTITY, kontak_aman="0812 0000 0000, 081234567890")


def test_what_was_moved_comes_back_with_the_draft(window: Opened, school: CasePage) -> None:
    ent = str(school.place()["ent"])
    school.follow.click()
    form(school).text.setPlainText("Ibunya 081234567890 sore hari")
    form(school).offer.move_first()
    window.visit("home")
    assert form_is_empty(school)
    page = casework.opened(window, ent)
    assert form(page).answer().moved.kontak_aman == "081234567890"
    assert "terkunci" in form(page).note.note.text()


def form_is_empty(page: CasePage) -> bool:
    """Say whether a page that was left holds nothing of what was moved."""
    return all(not each.moved() for each in page.findChildren(MovingOut))


def test_a_draft_that_comes_back_is_looked_through(window: Opened, school: CasePage) -> None:
    ent = str(school.place()["ent"])
    school.follow.click()
    form(school).text.setPlainText("Telepon 081234567890")
    window.visit("home")
    page = casework.opened(window, ent)
    assert form(page).offer.move_button.isVisible()


def test_half_typed_words_come_back(window: Opened, school: CasePage) -> None:
    ent = str(school.place()["ent"])
    school.follow.click()
    form(school).kind.chips.chip("telepon").click()
    form(school).text.setPlainText("Separuh jalan")
    window.visit("home")
    page = casework.opened(window, ent)
    assert form(page).text.plain() == "Separuh jalan"
    form(page).save.click()
    window.settle()
    assert doing.do(window, drafts.every) == ()


def test_what_is_put_away_can_be_fetched_back(window: Opened, school: CasePage) -> None:
    school.follow.click()
    form(school).text.setPlainText("Separuh jalan")
    form(school).cancel.click()
    window.settle()
    assert school.forms.form() is None
    window.desk().undo_last()
    assert form(school).text.plain() == "Separuh jalan"


def test_what_was_put_away_is_fetched_back_to_its_own_case(
    window: Opened, school: CasePage
) -> None:
    ent = school.place()["ent"]
    school.follow.click()
    form(school).text.setPlainText("Separuh jalan")
    form(school).cancel.click()
    window.settle()
    casework.opened(window, casework.note(window, casework.hit()))
    window.desk().undo_last()
    window.settle()
    assert school.place()["ent"] == ent
    assert form(school).text.plain() == "Separuh jalan"


def test_words_typed_on_one_case_never_reach_another(window: Opened, school: CasePage) -> None:
    school.follow.click()
    form(school).text.setPlainText("Separuh jalan")
    other = casework.opened(window, casework.note(window, casework.hit()))
    assert other.forms.form() is None
    kept = doing.do(window, drafts.every)
    assert [each.data["case"] for each in kept] != [other.place()["ent"]]


def test_a_follow_up_is_hidden_from_its_menu_and_comes_back(
    window: Opened, school: CasePage
) -> None:
    school.next.did.click()
    school.next.result.chip("tetap").click()
    window.settle()
    QTest.keyClick(school.timeline.entries[0], Qt.Key.Key_Delete)
    window.settle()
    assert titles(school) == ["Dicatat pertama kali"]
    window.desk().undo_last()
    window.settle()
    assert len(titles(school)) == 2


# -- danger, the stop panel, refusals --------------------------------------------------------


def test_danger_is_asked_first_where_nobody_has(window: Opened) -> None:
    page = casework.opened(window, casework.note(window, casework.hit(danger_now=None)))
    button = page.danger.buttons[case_notices.DANGER, "tidak"]
    button.click()
    window.settle()
    assert page.danger.buttons == {}
    assert "Tidak" in said(page)


def test_danger_now_raises_the_level_and_shows_the_numbers(window: Opened) -> None:
    ent = casework.note(window, casework.hit(danger_now=None))
    page = casework.opened(window, ent)
    page.danger.buttons[case_notices.DANGER, "ya"].click()
    window.settle()
    assert window.emergency.is_open()
    assert casework.page_of(window, ent).judgement.triage == "merah"
    window.emergency.close()


@pytest.fixture
def grave(window: Opened) -> CasePage:
    """The open page of sexual violence for which nobody has telephoned."""
    detail = casework.hit(category="kekerasan_seksual")
    return casework.opened(window, casework.note(window, detail))


def test_the_stop_panel_stands_until_somebody_has_called(window: Opened, grave: CasePage) -> None:
    assert grave.stop.isVisible()
    grave.stop.called.click()
    form(grave).save.click()
    window.settle()
    assert not grave.stop.isVisible()
    assert "UPTD PPA 20.14" in said(grave)
    assert grave.next.title.text() == "Cek lagi"


def test_a_call_is_taken_back_whole(window: Opened, grave: CasePage) -> None:
    grave.stop.called.click()
    form(grave).save.click()
    window.settle()
    window.desk().undo_last()
    window.settle()
    assert grave.stop.isVisible()
    assert grave.next.title.text() == "Telepon"


def test_who_cannot_call_now_is_left_in_peace_for_this_visit(grave: CasePage) -> None:
    grave.stop.later.click()
    assert not grave.stop.isVisible()


def test_the_panel_leads_to_the_letter(window: Opened, grave: CasePage) -> None:
    grave.stop.letter.click()
    window.settle()
    assert window.desk().key() == "referral"


def test_no_status_that_closes_is_offered_before_anybody_took_over(grave: CasePage) -> None:
    assert set(grave.status.status.offered()) == {"baru", "didampingi", "dirujuk"}


def test_a_family_that_is_not_willing_neither_closes_nor_pauses(
    window: Opened, child: CasePage
) -> None:
    ent = str(child.place()["ent"])
    doing.do(window, lambda ws: casework.referrals.make(
        ws, casebook.page(ws, ent), casework.Referral(to="uptd_ppa")))  # fmt: skip
    page = casework.opened(window, ent)
    page.letters.buttons["refused"].click()
    window.settle()
    texts = [banner.title.text() for banner in page.notices.banners]
    assert "Keluarga belum bersedia. Minta petunjuk UPTD PPA hari ini." in texts
    assert "bukan_kasus" not in page.status.status.offered()


def test_a_woman_who_refuses_decides_herself(window: Opened) -> None:
    woman = CaseDetail(category="kdrt_dewasa", victim=Victim("P", "25-44"), danger_now="tidak")
    ent = casework.note(window, woman)
    doing.do(window, lambda ws: casework.referrals.make(
        ws, casebook.page(ws, ent), casework.Referral(to="uptd_ppa")))  # fmt: skip
    page = casework.opened(window, ent)
    page.letters.buttons["refused"].click()
    window.settle()
    assert page.notices.buttons.keys() >= {(case_notices.PRINT_CARD, ""), (case_notices.SAFETY, "")}
    page.notices.buttons[case_notices.SAFETY, ""].click()
    assert form(page).kind.value() == "cek_keamanan"


def test_silence_shows_the_numbers_to_call(window: Opened) -> None:
    ent = casework.note(window, casework.hit())
    sent = casework.TODAY - timedelta(days=3)

    def hand_over(ws: Any) -> None:
        made = casework.referrals.make(
            ws, casebook.page(ws, ent), casework.Referral(to="uptd_ppa", made_on=sent)
        )
        casework.referrals.handed(ws, made.ent, "diantar", on=sent)

    doing.do(window, hand_over)
    page = casework.opened(window, ent)
    assert "Belum ada kabar" in " ".join(each.text.text() for each in page.notices.banners)


# -- letters ---------------------------------------------------------------------------------


def test_a_letter_goes_from_made_to_received(window: Opened, child: CasePage) -> None:
    ent = str(child.place()["ent"])
    doing.do(window, lambda ws: casework.referrals.make(
        ws, casebook.page(ws, ent), casework.Referral(to="uptd_ppa")))  # fmt: skip
    page = casework.opened(window, ent)
    page.letters.buttons["handed"].click()
    form(page).save.click()
    window.settle()
    page.letters.buttons["received"].click()
    form(page).officer.field.setText("Ibu Petugas")
    form(page).register.field.setText("12/2026")
    form(page).save.click()
    window.settle()
    marks = page.timeline.items()[0].marks
    assert [mark.is_reached for mark in marks] == [True, True, True, False]
    assert "Ibu Petugas, 12/2026." in page.timeline.items()[0].text
    assert page.head.pills[0].text() == "Diterima layanan"


def test_news_is_the_fourth_mark(window: Opened) -> None:
    ent = casework.note(window, casework.hit())
    casework.refer(window, ent, received=True)
    page = casework.opened(window, ent)
    page.letters.buttons["news"].click()
    form(page).save.click()
    window.settle()
    letter = next(item for item in page.timeline.items() if item.marks)
    assert letter.marks[3].is_reached


def test_news_of_a_health_centre_is_its_own_and_none_of_uptd(window: Opened) -> None:
    ent = casework.note(window)
    casework.refer(window, ent, to="puskesmas_rs", received=True)
    page = casework.opened(window, ent)
    page.letters.buttons["news"].click()
    form(page).save.click()
    window.settle()
    (done,) = casework.page_of(window, ent).dossier.follow_ups
    letter = next(item for item in page.timeline.items() if item.marks)
    assert (done.kind, letter.marks[3].is_reached) == ("koordinasi_puskesmas", True)


def test_a_service_without_news_of_its_own_kind_lets_her_say_what_it_was(window: Opened) -> None:
    ent = casework.note(window)
    casework.refer(window, ent, to="disdukcapil", received=True)
    page = casework.opened(window, ent)
    page.letters.buttons["news"].click()
    assert form(page).kind.value() is None


def test_after_a_move_the_keyboard_stays_on_the_status(window: Opened, school: CasePage) -> None:
    school.status.status.chip("bukan_kasus").setFocus()
    QTest.keyClick(school.status.status.chip("bukan_kasus"), Qt.Key.Key_Space)
    QTest.keyClick(school.status.reason.chip("keliru"), Qt.Key.Key_Space)
    window.settle()
    assert school.status.status.chip("bukan_kasus").hasFocus()


def test_a_time_that_is_none_is_said_beside_it(window: Opened, child: CasePage) -> None:
    ent = str(child.place()["ent"])
    casework.refer(window, ent)
    page = casework.opened(window, ent)
    page.letters.buttons["received"].click()
    form(page).at.line.setText("25.99")
    form(page).save.click()
    assert not form(page).is_ready()
    assert form(page).at._problem.text()


def test_a_service_that_turns_it_down_lets_the_case_go_back(window: Opened) -> None:
    ent = casework.note(window)
    casework.refer(window, ent, to="disdukcapil")
    page = casework.opened(window, ent)
    page.letters.buttons["answered"].click()
    form(page).question.chips.chip("dialihkan").click()
    form(page).save.click()
    window.settle()
    assert "didampingi" in page.status.status.offered()


# -- status ----------------------------------------------------------------------------------


def test_a_status_is_one_click(window: Opened, school: CasePage) -> None:
    school.status.status.chip("didampingi").click()
    window.settle()
    assert school.head.pills[0].text() == "Didampingi"


def test_closing_asks_why_and_stays_to_be_seen(window: Opened, school: CasePage) -> None:
    school.status.status.chip("didampingi").click()
    window.settle()
    school.status.status.chip("selesai").click()
    assert school.status.why.text() == "Selesai karena?"
    assert "ditangani_uptd" not in school.status.reason.offered()
    school.status.reason.chip("membaik").click()
    window.settle()
    assert "Perlu dilihat pendamping kasus" in [pill.text() for pill in school.head.pills]
    assert not school.next.isVisible()


def test_a_child_who_moves_away_is_told_to_uptd_first(window: Opened) -> None:
    ent = casework.note(window, casework.hit())
    casework.refer(window, ent, received=True)
    page = casework.opened(window, ent)
    page.status.status.chip("selesai").click()
    page.status.reason.chip("pindah_uptd_tahu").click()
    window.settle()
    assert page.status.question.text() == "Kabari UPTD PPA bahwa anak pindah."
    assert page.head.pills[0].text() == "Diterima layanan"
    page.status.told.click()
    window.settle()
    assert page.head.pills[0].text() == "Selesai"


def test_choosing_the_status_it_has_changes_nothing(window: Opened, school: CasePage) -> None:
    school.status.status.chip("baru").click()
    window.settle()
    assert not window.desk().toast.isVisible()


def test_a_level_may_be_lowered_once_less_is_ticked(window: Opened) -> None:
    ent = casework.note(window, casework.hit(signs=("luka",)))
    page = casework.opened(window, ent)
    page.person.complete.click()
    form(page).questions["signs"].chips.chip("luka").click()
    form(page).save.click()
    window.settle()
    assert page.status.lowering.text() == "Turunkan tingkat ke kuning"
    page.status.lowering.click()
    window.settle()
    assert casework.page_of(window, ent).judgement.triage == "kuning"


# -- completing ------------------------------------------------------------------------------


def test_completing_fills_what_nobody_had_asked(window: Opened, child: CasePage) -> None:
    child.person.complete.click()
    open_form: CompleteForm = form(child)
    open_form.questions["source"].chips.chip("tetangga").click()
    open_form.questions["lives_together"].chips.chip("ya").click()
    open_form.open_more()
    open_form.questions["offender.age"].chips.chip("dewasa").click()
    open_form.save.click()
    window.settle()
    assert "Tetangga" in said(child)
    detail = casework.page_of(window, str(child.place()["ent"])).dossier.detail
    assert detail is not None
    assert (detail.offender.age, detail.initials) == ("dewasa", "N")


def test_what_a_later_release_knows_is_kept(child: CasePage) -> None:
    child.person.complete.click()
    open_form: CompleteForm = form(child)
    open_form._detail = replace(open_form._detail, signs=("luka", "baru_sekali"))
    assert open_form.answer().signs == ("baru_sekali",)


def test_ampk_is_asked_of_the_pendamping_kasus_alone(window: Opened, child: CasePage) -> None:
    child.person.complete.click()
    assert "ampk" not in form(child).questions


# -- who it is -------------------------------------------------------------------------------


def test_who_it_is_stands_behind_one_click_that_is_written_down(window: Opened) -> None:
    ent = casework.note(window)
    casework.keep_identity(window, ent)
    page = casework.opened(window, ent)
    assert "Dimas" not in said(page)
    page.person.reveal.button.click()
    window.settle()
    assert "Dimas Contoh" in said(page)
    assert "tampilkan" in [each.what for each in casework.page_of(window, ent).openings]


def test_nothing_to_show_where_nothing_was_kept(school: CasePage) -> None:
    assert not school.person.reveal.isVisible()


def test_wiping_is_offered_once_a_service_took_over(window: Opened) -> None:
    ent = casework.note(window, casework.hit())
    casework.keep_identity(window, ent)
    casework.refer(window, ent, received=True)
    page = casework.opened(window, ent)
    page.notices.buttons[case_notices.WIPE, ""].click()
    window.settle()
    assert not casework.page_of(window, ent).has_identity


def test_keeping_it_for_now_takes_the_question_away(window: Opened) -> None:
    ent = casework.note(window, casework.hit())
    casework.keep_identity(window, ent)
    casework.refer(window, ent, received=True)
    page = casework.opened(window, ent)
    page.notices.buttons[case_notices.KEEP, ""].click()
    window.settle()
    assert (case_notices.WIPE, "") not in page.notices.buttons


# -- leaving, hiding, freezing ---------------------------------------------------------------


def holds(window: Opened, *secrets: str) -> list[str]:
    """Return which of `secrets` stand in a widget, a name to read out, or the clipboard."""
    texts = [QGuiApplication.clipboard().text(), window.windowTitle()]
    texts += [label.text() for label in window.findChildren(QLabel)]
    texts += [line.text() for line in window.findChildren(QLineEdit)]
    texts += [area.toPlainText() for area in window.findChildren(QPlainTextEdit)]
    texts += [widget.accessibleName() for widget in window.findChildren(QWidget)]
    return [secret for secret in secrets if any(secret in text for text in texts)]


def test_a_page_that_is_left_holds_nothing_of_the_case(window: Opened) -> None:
    ent = casework.note(window, casework.hit())
    casework.keep_identity(window, ent)
    page = casework.opened(window, ent)
    page.person.reveal.button.click()
    window.settle()
    assert holds(window, "tangisan", "Dimas")
    window.visit("home")
    assert holds(window, "tangisan", "Dimas", "Jalan Contoh") == []


def test_f9_leaves_no_word_of_the_case_in_any_widget(window: Opened) -> None:
    ent = casework.note(window, casework.hit())
    page = casework.opened(window, ent)
    page.follow.click()
    form(page).text.setPlainText("Terdengar lagi")
    window.hide_now()
    assert holds(window, "tangisan", "Terdengar", "dipukul") == []


def test_mode_rapat_leaves_the_page(window: Opened, child: CasePage) -> None:
    window.desk()._wish_meeting(True)
    window.settle()
    assert window.desk().key() == "home"


def test_closing_returns_to_where_one_came_from(window: Opened) -> None:
    ent = casework.note(window)
    window.visit("cases")
    casework.opened(window, ent).close_note.click()
    window.settle()
    assert window.desk().key() == "cases"


def test_a_frozen_case_can_be_read_and_no_more(window: Opened, school: CasePage) -> None:
    school.freeze.click()
    form(school).question.chips.chip("proses_hukum").click()
    form(school).save.click()
    window.settle()
    assert "Dibekukan" in [pill.text() for pill in school.head.pills]
    assert not school.follow.isVisible()
    assert school.status.status.offered() == ["baru"]
    school.notices.buttons[case_notices.THAW, ""].click()
    window.settle()
    assert school.follow.isVisible()


def test_a_slip_is_hidden_and_brought_back(window: Opened, school: CasePage) -> None:
    school.hide_note.click()
    window.settle()
    assert school.notices.buttons.keys() == {(case_notices.BRING_BACK, "")}
    school.notices.buttons[case_notices.BRING_BACK, ""].click()
    window.settle()
    assert school.notices.buttons == {}


def test_doubles_are_hinted_and_lead_to_the_other(window: Opened) -> None:
    other, ent = casework.note(window), casework.note(window)
    page = casework.opened(window, ent)
    page.notices.buttons[case_notices.OPEN, other].click()
    window.settle()
    assert window.desk().page().place() == {"ent": other}


# -- scans -----------------------------------------------------------------------------------


def test_a_scanned_letter_is_kept_shown_from_memory_and_removed(
    window: Opened, school: CasePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "surat.jpg"
    path.write_bytes(doing.jpeg())
    monkeypatch.setattr(window.house.files, "ask_open", lambda *_: path)
    school.scans.letter.click()
    window.settle()
    ent = str(school.place()["ent"])
    (scan,) = doing.do(window, lambda ws: case_scans.of(ws, ent))
    school.asked.emit(Wish.SCAN_VIEW, scan.ent)
    window.settle()
    assert school.viewer.is_open
    window.visit("home")
    assert not school.viewer.is_open


def test_printing_the_slip_names_the_program_and_nothing_else(
    window: Opened, child: CasePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs: list[str] = []
    monkeypatch.setattr(window.desk(), "print_pdf", lambda pdf, name: jobs.append(name))
    child.slip.click()
    window.settle()
    assert jobs == ["PATBM"]


def test_a_consent_that_is_taken_back_is_noted_by_one_click(window: Opened) -> None:
    ent = casework.note(window)
    agreed = Consent(kind="rujukan", given_by="orang_tua", form="lisan_tercatat")
    doing.do(window, lambda ws: case_consents.give(ws, casebook.page(ws, ent), agreed))
    page = casework.opened(window, ent)
    ((verb, consent),) = [key for key in page.notices.buttons if key[0] == case_notices.WITHDRAW]
    page.notices.buttons[verb, consent].click()
    window.settle()
    (kept,) = doing.do(window, lambda ws: case_consents.of(ws, ent))
    assert kept.withdrawn_on == casework.TODAY
    assert (verb, consent) not in page.notices.buttons
    window.desk().undo_last()
    window.settle()
    assert (verb, consent) in page.notices.buttons
