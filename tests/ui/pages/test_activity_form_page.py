"""Catat kegiatan: what it asks, what it hands over, and what it never loses."""

import json
from dataclasses import replace
from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from patbm_desktop.actions.activities import activity_detail, activity_list, photos
from patbm_desktop.actions.activities import choices as offered
from patbm_desktop.actions.activities.activity_list import LastLike
from patbm_desktop.actions.activities.choices import Choices
from patbm_desktop.actions.activities.photos import PhotoRow
from patbm_desktop.actions.entrance import new_vault
from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.rt.people import Named
from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.domain.clock import WITA, FixedClock
from patbm_desktop.domain.reason import Hint
from patbm_desktop.ui.forms.activity_body import LIST, NOTES
from patbm_desktop.ui.forms.activity_submission import After, Mode
from patbm_desktop.ui.pages.activity_form_page import ActivityFormPage
from patbm_desktop.ui.parts.chips import Chip
from patbm_desktop.ui.parts.stepper import Digits
from patbm_desktop.ui.roads.log_road import keep, look_through, opening

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen

TODAY = date(2026, 11, 21)
BALAI = Named("a" * 32, "Balai RT")
POSYANDU = Named("b" * 32, "Posyandu")
TAMAN = Named("c" * 32, "Taman baca RT")
SITI = Named("d" * 32, "Siti Rahmawati")
CHOICES = Choices(
    presets=offered.presets("id"),
    topics=offered.topics("id"),
    places=(BALAI, POSYANDU, TAMAN),
    last_place={"lautan_rt": BALAI.ent, "kampung_pustaka": TAMAN.ent},
    people=(SITI,),
    undiscussed=(offered.topics("id")[4],),
    today=TODAY,
    clock_says=TODAY,
)
FULL = Activity(
    ent="e" * 32,
    date=date(2026, 10, 3),
    program="kampung_pustaka",
    type="kegiatan_anak",
    topics=("gawai_internet_aman", "literasi_baca"),
    place_id=TAMAN.ent,
    participants=Count4(0, 5, 14, 17),
    estimated=True,
    disability=2,
    lead_id=SITI.ent,
    title="Membaca bersama",
    start=time(16, 0),
    minutes=90,
    speakers="Ibu L.",
    partners=("sekolah", "media"),
    outcome_area="keterampilan",
    result="Anak membuat aturan gawai.",
    on_report=False,
    next_step="Buku tambahan",
    cost_source="swadaya",
    kla=("14",),
)


def jpeg(colour="darkGreen"):
    picture = QImage(80, 60, QImage.Format.Format_RGB32)
    picture.fill(getattr(Qt.GlobalColor, colour))
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    assert picture.save(held, "JPEG")
    return bytes(held.data().data())


@pytest.fixture(scope="module")
def built(_theme):
    """One page for all tests, because opening it anew must leave nothing of the one before."""
    page = ActivityFormPage(_theme, look_through)
    yield page
    page.close()
    page.deleteLater()


@pytest.fixture
def page(qtbot, theme, built):
    built.resize(1134, 553)
    built.open_new(CHOICES)
    built.show()
    qtbot.waitExposed(built)
    yield built
    built.forget_draft()


@pytest.fixture
def ws(tmp_path):
    profile = new_vault.Profile(
        name="Siti Rahmawati", call_name="Siti", address_form="ibu",
        kelurahan_code="64.71.99.1001", kelurahan_name="Contoh", rt_number="901",
    )  # fmt: skip
    clock = FixedClock(datetime(2026, 11, 21, 20, 14, tzinfo=WITA))
    made = new_vault.make(tmp_path / "vault", profile, "kuda batu lampu hijau", clock)
    yield made
    made.close()


def chip(group, key):
    return group.chip(key)


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def pick(qtbot, group, key):
    press(qtbot, group.chip(key))


def fill_in(qtbot, page):
    """The usual log, as a person does it."""
    pick(qtbot, page.form.what.chips, "lautan_rt")
    pick(qtbot, page.form.topics.chips, "gawai_internet_aman")
    page.form.counts.set_counts(Count4(4, 15, 0, 0))


def submitted(qtbot, page, how="save"):
    with qtbot.waitSignal(page.submitted, timeout=1000) as heard:
        getattr(page, how)()
    return heard.args[0]


# -- the usual log ---------------------------------------------------------------------------


def test_the_usual_log_takes_at_most_twelve_interactions(qtbot, page, ws):
    page.open_new(opening(ws, {}).choices)
    events = ["Ctrl+N"]

    def click(widget):
        press(qtbot, widget)
        events.append("click")

    def keys(*typed):
        for each in typed:
            qtbot.keyClick(QApplication.focusWidget(), each)
            events.append(each)

    click(chip(page.form.what.chips, "lautan_rt"))
    click(chip(page.form.topics.chips, "gawai_internet_aman"))
    click(page.form.counts.steppers["dewasa_p"].field)
    keys("1", "5", Qt.Key.Key_Tab, "4")
    events.append("Ctrl+S")
    given = submitted(qtbot, page)
    keep(ws, given, None)
    (row,) = activity_list.listing_of(ws, activity_list.Query()).rows
    assert row.activity.participants == Count4(0, 15, 4, 0)
    assert (row.activity.program, row.activity.date) == ("lautan_rt", TODAY)
    assert len(events) <= 12


def test_nothing_but_day_and_place_is_filled_in_beforehand(page):
    made = page.activity()
    assert (made.program, made.type, made.participants, made.topics) == (None, None, None, ())
    assert made.date == TODAY


def test_a_kind_brings_the_place_where_it_last_was(qtbot, page):
    pick(qtbot, page.form.what.chips, "kampung_pustaka")
    assert page.activity().place_id == TAMAN.ent


def test_a_place_that_the_person_chose_is_left_alone(qtbot, page):
    pick(qtbot, page.form.where.chips, f"place:{POSYANDU.ent}")
    pick(qtbot, page.form.what.chips, "lautan_rt")
    assert page.activity().place_id == POSYANDU.ent


def test_where_no_place_is_known_two_usual_names_are_offered(page):
    page.open_new(replace(CHOICES, places=(), last_place={}))
    page.form.where.chips.chip("name:Balai RT").click()
    assert page.form.where.where().place_name == "Balai RT"


def test_a_new_place_is_handed_over_by_its_name(qtbot, page):
    pick(qtbot, page.form.what.chips, "lautan_rt")
    pick(qtbot, page.form.where.chips, "other")
    qtbot.keyClicks(page.form.where.name, "Teras TPA")
    given = submitted(qtbot, page)
    assert (given.activity.place_id, given.place_name) == (None, "Teras TPA")


def test_a_known_place_that_is_typed_is_found_again(qtbot, page):
    pick(qtbot, page.form.where.chips, "other")
    qtbot.keyClicks(page.form.where.name, "taman BACA rt")
    assert page.activity().place_id == TAMAN.ent


def test_an_event_of_the_kelurahan_asks_for_the_people_of_the_own_rt(qtbot, page):
    pick(qtbot, page.form.where.chips, "event")
    assert page.activity().held_by == "kelurahan"
    assert page.form.counts.head.title.text() == "Warga RT kami yang hadir"
    pick(qtbot, page.form.where.holder, "kota")
    assert page.activity().held_by == "kota"


def test_the_last_chip_opens_both_lists(qtbot, page):
    page.form.what.chips.open_more()
    pick(qtbot, page.form.what.chips, "other")
    page.form.what.program.set_key("kadarkum")
    page.form.what.type.set_key("jejaring")
    assert page.form.what.kind() == ("kadarkum", "jejaring")


def test_one_number_makes_the_others_nobody(qtbot, page):
    press(qtbot, page.form.counts.steppers["dewasa_p"].field)
    qtbot.keyClick(page.form.counts.steppers["dewasa_p"].field, "7")
    assert page.activity().participants == Count4(0, 7, 0, 0)


def test_taking_the_only_number_away_says_again_that_nobody_counted(qtbot, page):
    field = page.form.counts.steppers["dewasa_p"].field
    press(qtbot, field)
    qtbot.keyClick(field, "7")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert page.activity().participants is None


def test_pasted_words_become_a_number(qtbot, page):
    QApplication.clipboard().setText("dua belas")
    field = page.form.counts.steppers["anak_l"].field
    press(qtbot, field)
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.activity().participants == Count4(0, 0, 12, 0)


def test_people_with_a_disability_are_asked_behind_a_chip(qtbot, page):
    assert page.activity().disability is None
    pick(qtbot, page.form.counts.options, "disability")
    qtbot.keyClick(page.form.counts.disability.field, "2")
    assert page.activity().disability == 2
    pick(qtbot, page.form.counts.options, "disability")
    assert page.activity().disability is None


def test_like_last_time_takes_kind_theme_and_place_but_no_numbers(page):
    page.show_last(LastLike(replace(FULL, date=date(2026, 11, 7)), "Taman baca RT"))
    assert page.form.same.title.text() == "Sama seperti tanggal 7?"
    page.form.same.button.click()
    made = page.activity()
    assert (made.program, made.topics, made.place_id) == (FULL.program, FULL.topics, TAMAN.ent)
    assert (made.participants, made.date) == (None, TODAY)


def test_the_last_session_is_asked_for_by_kind(qtbot, page):
    with qtbot.waitSignal(page.last_asked) as heard:
        pick(qtbot, page.form.what.chips, "forum_anak")
    assert heard.args == ["forum_anak"]


# -- saving ----------------------------------------------------------------------------------


def test_without_a_kind_it_says_so_beside_the_question_and_goes_there(qtbot, page):
    with qtbot.assertNotEmitted(page.submitted):
        page.save()
    assert page.form.what.problem.text() == "Pilih dulu kegiatannya (nomor 1)."
    assert QApplication.focusWidget() in page.form.what.chips.findChildren(Chip)


def test_a_record_without_topic_or_heads_may_be_saved(qtbot, page):
    pick(qtbot, page.form.what.chips, "lautan_rt")
    assert submitted(qtbot, page).activity.is_complete is False
    assert "Belum lengkap" in page.form.preview.remark.text()


def test_a_second_press_saves_nothing_twice(qtbot, page):
    fill_in(qtbot, page)
    given = []
    page.submitted.connect(given.append)
    page.save()
    page.save()
    assert len(given) == 1


def test_a_refusal_keeps_the_form_and_lets_it_be_saved_again(qtbot, page):
    fill_in(qtbot, page)
    submitted(qtbot, page)
    assert page.show_fault("Penyimpanan laptop penuh.")
    assert page.bar.status.text() == "Penyimpanan laptop penuh."
    assert submitted(qtbot, page).activity.participants == Count4(4, 15, 0, 0)


def test_save_and_log_another_says_so(qtbot, page):
    fill_in(qtbot, page)
    assert submitted(qtbot, page, "save_next").after is After.AGAIN


def test_more_people_with_a_disability_than_came_are_a_problem(qtbot, page):
    fill_in(qtbot, page)
    page.form.counts.set_more(estimated=False, disabled=20)
    page.save()
    assert page.form.counts.problem.isVisibleTo(page)


def test_a_time_that_cannot_be_read_is_a_problem_in_the_notes(qtbot, page):
    fill_in(qtbot, page)
    page.form.unfold(NOTES)
    page.form.notes.start.setText("sore")
    with qtbot.assertNotEmitted(page.submitted):
        page.save()
    assert QApplication.focusWidget() is page.form.notes.start


def test_enter_goes_on_and_never_saves(qtbot, page):
    fill_in(qtbot, page)
    page.form.what.chips.focus_first()
    with qtbot.assertNotEmitted(page.submitted):
        for _ in range(12):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
            if isinstance(QApplication.focusWidget(), Digits):
                break
    assert isinstance(QApplication.focusWidget(), Digits)


def test_tab_follows_the_eye_in_about_ten_stops(qtbot, page):
    page.form.what.chips.focus_first()
    seen = [QApplication.focusWidget()]
    for _ in range(11):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    tops = [each.mapTo(page, QPoint(0, 0)).y() for each in seen[:4]]
    assert tops == sorted(tops)
    assert [type(each) for each in seen[4:8]] == [Digits] * 4
    assert seen[9] is page.form.extras.photo
    assert len(set(seen[:10])) == 10


# -- days ------------------------------------------------------------------------------------


def test_a_day_to_come_is_asked_about_and_becomes_a_plan(qtbot, page):
    pick(qtbot, page.form.what.chips, "lautan_rt")
    pick(qtbot, page.form.when.chips, "other")
    page.form.when.field.set_date(date(2026, 11, 22))
    page.form.when.field.changed.emit(None)
    assert page.form.plan.text.text() == "Tanggalnya besok. Ini rencana?"
    assert (page.bar.keep.text(), page.bar.again.text()) == ("Simpan rencana", "Cetak paket sesi")
    with qtbot.waitSignal(page.submitted) as heard:
        press(qtbot, page.form.keep_plan)
    assert heard.args[0].activity.planned is True


def test_the_papers_of_a_plan_follow_its_saving(qtbot, page):
    page.open_new(CHOICES, Mode.PLAN)
    pick(qtbot, page.form.what.chips, "lautan_rt")
    pick(qtbot, page.form.when.chips, "next_week")
    with qtbot.waitSignal(page.submitted) as heard:
        press(qtbot, page.bar.again)
    assert heard.args[0].after is After.PACK
    assert heard.args[0].activity.date == date(2026, 11, 28)


def test_a_plan_needs_a_day(qtbot, page):
    page.open_new(CHOICES, Mode.PLAN)
    pick(qtbot, page.form.what.chips, "lautan_rt")
    with qtbot.assertNotEmitted(page.submitted):
        page.save()
    assert page.form.when.problem.text() == "Pilih dulu tanggalnya (nomor 2)."


def test_a_planned_session_that_took_place_is_no_plan_any_more(qtbot, page):
    planned = replace(FULL, planned=True, participants=None, date=date(2026, 11, 20))
    page.open_record(CHOICES, planned, mode=Mode.HELD)
    given = submitted(qtbot, page)
    assert given.activity.planned is False
    assert given.activity.date == date(2026, 11, 20)


def test_correcting_an_overdue_plan_leaves_it_a_plan(page):
    page.open_record(CHOICES, replace(FULL, planned=True))
    assert page.activity().planned is True


def test_with_a_doubtful_clock_no_day_is_chosen_and_nothing_is_stopped(qtbot, page):
    page.open_new(replace(CHOICES, today=None, clock_says=date(2020, 1, 1)))
    assert page.form.when.head.title.text() == "Tanggal laptop: Rabu, 1 Januari 2020. Betul?"
    pick(qtbot, page.form.what.chips, "lautan_rt")
    assert submitted(qtbot, page).activity.date is None


def test_a_doubtful_clock_may_be_right(qtbot, page):
    page.open_new(replace(CHOICES, today=None, clock_says=date(2020, 1, 1)))
    pick(qtbot, page.form.when.chips, "sure")
    assert page.activity().date == date(2020, 1, 1)


def test_copying_an_old_notebook_chooses_no_day_and_goes_on_by_default(page):
    page.open_new(CHOICES, Mode.BACKLOG)
    assert page.activity().date is None
    assert page.bar.again.property("kind") == "primary"
    assert page.bar.keep.property("kind") == "secondary"


# -- second looks ----------------------------------------------------------------------------


def test_a_number_above_300_is_asked_about_softly(page):
    page.form.counts.set_counts(Count4(0, 301, 0, 0))
    page.form.changed.emit()
    assert page.form.counts.note.text() == "Lebih dari 300 orang. Betul?"


def test_a_visit_says_that_a_worry_belongs_elsewhere(qtbot, page):
    pick(qtbot, page.form.what.chips, "kunjungan_rumah")
    assert page.form.visit.isVisibleTo(page)
    assert "tanpa tanggal dan tempat" in page.form.preview.remark.text()
    pick(qtbot, page.form.what.chips, "lautan_rt")
    assert not page.form.visit.isVisibleTo(page)


def test_what_looks_like_a_case_is_said_beside_the_text_and_stops_nothing(qtbot, page):
    fill_in(qtbot, page)
    page.form.unfold(NOTES)
    page.form.notes.result.setPlainText("Hubungi 0812 3456 7890")
    field = page.form.notes.fields["result"]
    qtbot.waitUntil(lambda: "nomor telepon" in field.note.text(), timeout=2000)
    assert submitted(qtbot, page).activity.result == "Hubungi 0812 3456 7890"


def test_a_session_that_may_stand_already_can_be_looked_at(qtbot, page, ws):
    fill_in(qtbot, page)
    done = keep(ws, submitted(qtbot, page), None)
    with qtbot.waitSignal(page.doubles_asked, timeout=2000):
        page.open_new(CHOICES)
        fill_in(qtbot, page)
    page.show_doubles(activity_list.doubles(ws, page.activity()))
    with qtbot.waitSignal(page.double_opened) as heard:
        press(qtbot, page.form.look_double)
    assert heard.args == [done.ent]


def test_the_preview_says_what_paper_says(qtbot, page):
    fill_in(qtbot, page)
    page.form.changed.emit()
    preview = page.form.preview
    assert preview.name.text() == "Kelas pengasuhan"
    assert preview.day.text() == "Sabtu, 21 November 2026"
    assert preview.place.text() == "Balai RT"
    assert preview.heads.text() == "19 orang"
    assert preview.parts.text() == "4 laki-laki dewasa\n15 perempuan dewasa"


def test_a_guess_is_previewed_with_its_sign(qtbot, page):
    fill_in(qtbot, page)
    pick(qtbot, page.form.counts.options, "estimated")
    assert page.form.preview.heads.text() == "±19 orang"


# -- drafts ----------------------------------------------------------------------------------


def test_a_draft_is_handed_over_within_a_second(qtbot, page):
    with qtbot.waitSignal(page.drafted, timeout=1000) as heard:
        pick(qtbot, page.form.what.chips, "lautan_rt")
    draft_id, data = heard.args
    assert draft_id == page.place()["draft"]
    assert data["values"]["program"] == "lautan_rt"
    assert page.bar.status.text() == "Menyimpan…"
    page.draft_saved(datetime(2026, 11, 21, 20, 14, tzinfo=WITA))
    assert page.bar.status.text() == (
        "Draf tersimpan sendiri pukul 20.14. Boleh ditutup kapan saja."
    )


def test_leaving_hands_the_draft_over_at_once_and_only_once(qtbot, page):
    handed = []
    page.drafted.connect(lambda _id, data: handed.append(data))
    pick(qtbot, page.form.what.chips, "lautan_rt")
    page.flush()
    page.flush()
    assert len(handed) == 1


def test_opening_a_form_makes_no_draft(qtbot, page):
    handed = []
    page.drafted.connect(lambda _id, data: handed.append(data))
    page.open_record(CHOICES, FULL)
    page.flush()
    assert handed == []


def test_everything_typed_comes_back_from_a_draft(qtbot, page, ws):
    page.open_record(CHOICES, FULL, attendees=[Attendee(name="Ani", sex="P")])
    page.take_photos([jpeg(), jpeg("red")], [])
    page.form.photos._rows[1].answer.chip("ya_izin").click()
    page.form.photos._rows[1].giver.chip("wali").click()
    page.form.notes.start.setText("sekitar jam tu")
    page.form.grid.table.setData(page.form.grid.table.index(1, 0), "Bu T")
    data = json.loads(json.dumps(page.data()))
    other = ActivityFormPage(page.theme, look_through)
    qtbot.addWidget(other)
    other.open_record(CHOICES, FULL)
    other.open_draft("f" * 32, data, datetime(2026, 11, 21, 20, 14, tzinfo=WITA))
    assert other.data() == page.data()
    assert other.form.notes.start.text() == "sekitar jam tu"
    assert other.form.photos.photos()[1].consent.given_by == "wali"
    assert set(other.form.unfolded()) == {LIST, NOTES}
    assert other.draft_id == "f" * 32


def test_a_draft_of_the_disk_opens_the_same_form_again(qtbot, page, ws):
    fill_in(qtbot, page)
    pick(qtbot, page.form.where.chips, "other")
    qtbot.keyClicks(page.form.where.name, "Teras")
    drafts.put(ws, page.draft_id, page.FORM, page.data(), page.draft_label())
    found = opening(ws, page.place())
    page.open_new(found.choices, found.mode)
    page.open_draft(found.draft.id, found.draft.data, found.draft.saved_at)
    assert page.activity().participants == Count4(4, 15, 0, 0)
    assert page.form.where.where().place_name == "Teras"


def test_saving_drops_the_draft(qtbot, page, ws):
    fill_in(qtbot, page)
    drafts.put(ws, page.draft_id, page.FORM, page.data())
    keep(ws, submitted(qtbot, page), None)
    assert drafts.every(ws) == ()


def test_after_hiding_nothing_of_the_form_is_left(qtbot, theme):
    page = ActivityFormPage(theme, look_through)
    qtbot.addWidget(page)
    page.show()
    page.open_record(CHOICES, FULL, attendees=[Attendee(name="Ani Lestari", sex="P")])
    page.take_photos([jpeg()], [])
    page.wipe()
    texts = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert not any(texts)
    assert page.form.notes.result.toPlainText() == ""
    assert page.form.grid.attendees() == ()
    assert page.form.photos.photos() == []


# -- correcting ------------------------------------------------------------------------------


def test_a_record_that_is_only_looked_at_comes_back_as_it_was(page):
    page.open_record(CHOICES, FULL)
    assert page.activity() == FULL


def test_a_correction_writes_only_what_changed(qtbot, page, ws):
    fill_in(qtbot, page)
    keep(ws, submitted(qtbot, page), None)
    (row,) = activity_list.listing_of(ws, activity_list.Query()).rows
    found = opening(ws, {"ent": row.ent})
    page.open_record(found.choices, found.detail.activity)
    pick(qtbot, page.form.topics.chips, "perundungan")
    given = submitted(qtbot, page)
    keep(ws, given, found.detail)
    newest = activity_detail.detail(ws, row.ent).history[0]
    assert [change.field for change in newest.changes] == ["topics"]


def test_a_correction_with_photos_and_names_is_taken_back_together(qtbot, page, ws):
    fill_in(qtbot, page)
    page.take_photos([jpeg()], [])
    page.form.photos._rows[0].answer.chip("tidak").click()
    ent = keep(ws, submitted(qtbot, page), None).ent
    found = opening(ws, {"ent": ent})
    page.open_record(
        found.choices, found.detail.activity, pictures=found.pictures,
        attendees=found.detail.attendees,
    )  # fmt: skip
    page.form.photos._rows[0].remove.click()
    page.form.show_attendees([Attendee(name="Ani", sex="P")])
    given = submitted(qtbot, page)
    assert given.removed == (found.pictures[0][0].ent,)
    done = keep(ws, given, found.detail)
    after = activity_detail.detail(ws, ent)
    assert (len(after.photos), len(after.attendees)) == (0, 1)
    assert done.kinds >= {"attachment", "attendance"}


def test_correcting_ends_with_its_own_button(page):
    page.open_record(CHOICES, FULL)
    assert page.bar.keep.text() == "Simpan perubahan"
    assert not page.bar.again.isVisibleTo(page.bar)


# -- photos and names ------------------------------------------------------------------------


def test_each_photo_asks_once_whether_a_child_is_seen(qtbot, page):
    fill_in(qtbot, page)
    page.take_photos([jpeg(), jpeg("red")], [])
    page.form.photos._rows[0].answer.chip("ya_belum").click()
    given = submitted(qtbot, page)
    assert [each.children_visible for each in given.photos] == ["ya_belum", None]


def test_a_written_permission_says_who_gave_it(qtbot, page, ws):
    fill_in(qtbot, page)
    page.take_photos([jpeg()], [])
    row = page.form.photos._rows[0]
    row.answer.chip("ya_izin").click()
    row.giver.chip("orang_tua").click()
    given = submitted(qtbot, page)
    consent = given.photos[0].consent
    assert (consent.given_by, consent.form, consent.date) == ("orang_tua", "tertulis", TODAY)
    ent = keep(ws, given, None).ent
    assert photos.of(ws, ent)[0].has_consent is True


def test_the_seventh_photo_is_refused_with_a_reason(page):
    page.take_photos([jpeg()] * 7, [])
    assert len(page.form.photos.photos()) == 6
    assert "6 foto" in page.form.photos.note.text()


def test_an_unreadable_photo_is_told_and_the_others_stay(page):
    page.take_photos([jpeg()], ["Foto ini belum bisa dibaca."])
    assert len(page.form.photos.photos()) == 1
    assert page.form.photos.note.text() == "Foto ini belum bisa dibaca."


def test_a_removed_photo_can_be_brought_back_with_its_answer(qtbot, page):
    page.take_photos([jpeg(), jpeg("red")], [])
    page.form.photos._rows[0].answer.chip("tidak").click()
    before = page.form.photos.data()
    with qtbot.waitSignal(page.photo_removed):
        page.form.photos._rows[0].remove.click()
    assert len(page.form.photos.photos()) == 1
    page.restore_photo()
    assert page.form.photos.data() == before


def test_a_kept_photo_whose_answer_changed_is_handed_over_as_an_answer(qtbot, page):
    kept = PhotoRow(
        ent="9" * 32, kind="foto", caption="", children_visible=None, has_consent=False,
        size=10, is_here=True,
    )  # fmt: skip
    page.open_record(CHOICES, FULL, pictures=[(kept, jpeg())])
    page.form.photos._rows[0].answer.chip("tidak").click()
    given = submitted(qtbot, page)
    assert given.photos == ()
    assert [(each.ent, each.children_visible) for each in given.answers] == [("9" * 32, "tidak")]


def test_files_that_are_dropped_are_offered_as_photos(qtbot, page, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg")), QUrl("https://example.org/b.jpg")])
    button, modifier = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(5, 5), action, mime, button, modifier)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(page.photos_offered) as heard:
        page.dropEvent(QDropEvent(QPointF(5, 5), action, mime, button, modifier))
    assert heard.args == [[tmp_path / "a.jpg"]]


def test_the_list_never_changes_the_count_by_itself(qtbot, page):
    fill_in(qtbot, page)
    page.form.show_attendees([Attendee(name="Ani", sex="P", disability=True)])
    page.form.changed.emit()
    assert page.activity().participants == Count4(4, 15, 0, 0)
    page.form.counts.set_more(estimated=True, disabled=None)
    press(qtbot, page.form.grid.use)
    made = page.activity()
    assert made.participants == Count4(0, 1, 0, 0)
    assert (made.estimated, made.disability) == (False, 1)


def test_a_name_without_l_or_p_waits_for_it(qtbot, page):
    fill_in(qtbot, page)
    page.form.show_attendees([Attendee(name="Ani")])
    with qtbot.assertNotEmitted(page.submitted):
        page.save()
    assert page.form.grid.problem.text() == "Isi L atau P di setiap baris."


# -- every size ------------------------------------------------------------------------------


def cut(widget: QWidget) -> bool:
    """Whether a button or a single line of words is shown narrower than its words."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    return widget.width() < widget.sizeHint().width()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_nothing_is_cut_and_nothing_scrolls_sideways(qtbot, theme, page, scale):
    theme.apply(scale=scale)
    fill_in(qtbot, page)
    page.take_photos([jpeg()], ["Foto ini belum bisa dibaca."])
    page.form.photos._rows[0].answer.chip("ya_izin").click()
    page.form.unfold(NOTES)
    page.form.unfold(LIST)
    page.resize(1366 - theme.px(232 if scale < 1.5 else 92), 553)
    page.save_next()
    QApplication.processEvents()
    canvas = page.form.widget()
    assert canvas.width() <= page.form.viewport().width()
    shown = [each for kind in (QLabel, QPushButton) for each in canvas.findChildren(kind)]
    wrong = [each.text() for each in shown if each.isVisible() and each.text() and cut(each)]
    assert wrong == []


def test_everything_that_takes_the_keyboard_has_a_name(page):
    page.take_photos([jpeg()], [])
    page.form.unfold(NOTES)
    page.form.unfold(LIST)
    stops = [
        each for each in page.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]  # fmt: skip
    nameless = [
        each for each in stops if not (each.accessibleName() or getattr(each, "text", str)())
    ]
    assert nameless == []


def test_a_free_text_is_looked_through_for_what_points_at_a_person():
    assert Hint.NATIONAL_ID in look_through("NIK 6471041203150002")
    assert look_through("Diskusi ramai, 9 orang bertanya.") == ()


def test_what_was_missing_is_said_no_more_once_it_is_there(qtbot, page):
    page.save()
    pick(qtbot, page.form.what.chips, "lautan_rt")
    assert page.form.what.problem.text() == ""
