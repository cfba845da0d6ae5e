"""One activity: read, corrected elsewhere, its photos, its history and what can be put back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from patbm_desktop.actions.activities import activities, attendance, photos
from patbm_desktop.actions.activities.photos import NewPhoto
from patbm_desktop.domain.activity import Count4
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.store.folder import PARTS
from patbm_desktop.ui.pages.activity_form_page import ActivityFormPage
from patbm_desktop.ui.pages.activity_page import ActivityPage
from patbm_desktop.ui.parts.cards import Banner
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.large_photo import LargePhoto
from tests.ui import doing
from tests.ui.opened import Opened


def shown(window: Opened, ent: str, **what: object) -> ActivityPage:
    """Return the page of one activity."""
    page = window.visit("activity", ent=ent, **what)
    assert isinstance(page, ActivityPage)
    return page


def words(page: ActivityPage) -> str:
    """Return everything that stands on the page."""
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisibleTo(page))


def correct(window: Opened, ent: str, **changes: object) -> None:
    """Correct fields of an activity."""
    before = doing.detail(window, ent)
    after = replace(before.activity, **changes)
    doing.do(window, lambda ws: activities.correct(ws, after, shown=before))


def add_photo(window: Opened, ent: str, answer: str | None = None) -> str:
    """Attach a photo and return its id."""
    photo = NewPhoto(jpeg=doing.jpeg(), children_visible=answer)
    return doing.do(window, lambda ws: photos.add(ws, ent, photo)).ent


def test_it_says_what_was_written_down(window: Opened) -> None:
    ent = doing.record(window, result="Ramai sekali.", minutes=90)
    page = shown(window, ent)
    assert page.title() == "Lautan RT"
    assert page.subtitle() == "7 November 2026 · Balai RT"
    for said in ("Pengasuhan positif", "17 orang", "90 menit", "Ramai sekali.", "Sari Contoh"):
        assert said in words(page)


def test_what_nobody_counted_is_a_dash_and_not_zero(window: Opened) -> None:
    page = shown(window, doing.record(window, participants=None))
    assert page.people.total.text() == "–"
    assert page.facts.state.text() == "Belum lengkap"


@pytest.mark.parametrize(
    ("signal", "key"), [("correct_asked", "log"), ("attendance_asked", "attendance")]
)
def test_its_buttons_lead_to_the_forms(window: Opened, signal: str, key: str) -> None:
    page = shown(window, doing.record(window))
    getattr(page, signal).emit()
    window.settle()
    assert window.desk().key() == key


def test_its_sheet_opens_in_laporan(window: Opened) -> None:
    ent = doing.record(window)
    assert shown(window, ent).print_now()
    window.settle()
    place = window.desk().page().place()
    assert (place["paper"], place["activity"]) == ("session", ent)


def test_the_history_says_who_changed_what_in_plain_words(window: Opened) -> None:
    ent = doing.record(window)
    correct(window, ent, participants=Count4(4, 15, 0, 0), minutes=90)
    said = words(shown(window, ent))
    assert "Diubah · Sari Contoh" in said
    assert "Sabtu, 21 November 2026, pukul 20.14 menurut laptop" in said
    assert (
        "Peserta: 17 orang (dewasa 4 L, 13 P; anak 0 L, 0 P)"
        " → 19 orang (dewasa 4 L, 15 P; anak 0 L, 0 P)" in said
    )
    assert "Lama: – → 90 menit" in said
    assert "Dicatat pertama kali · Sari Contoh" in said


def test_a_past_edit_can_be_put_back_and_that_undone(window: Opened) -> None:
    ent = doing.record(window)
    correct(window, ent, participants=Count4(4, 15, 0, 0))
    page = shown(window, ent)
    page.history.buttons[0].click()
    window.settle()
    assert page.people.total.text() == "17 orang"
    window.desk().undo_last()
    window.settle()
    assert page.people.total.text() == "19 orang"


def test_places_in_the_history_have_their_names(window: Opened) -> None:
    ent = doing.record(window)
    before = doing.detail(window, ent)
    doing.do(
        window,
        lambda ws: activities.correct(ws, before.activity, shown=before, place_name="Langgar"),
    )
    assert "Tempat: Balai RT → Langgar" in words(shown(window, ent))


def test_photos_show_and_are_asked_about_once(window: Opened) -> None:
    ent = doing.record(window)
    photo = add_photo(window, ent)
    page = shown(window, ent)
    tile = page.photos.tiles[photo]
    assert not tile.picture.image().isNull()
    assert tile.question.isVisible()
    tile.answer.chip("tidak").click()
    window.settle()
    tile = page.photos.tiles[photo]
    assert not tile.question.isVisible()
    assert tile.state.text() == "Tanpa wajah anak"


def lose_parts(window: Opened) -> None:
    """Take every sealed part away, as if none had come to this laptop yet."""
    for part in (window.house.folder / PARTS).rglob("*"):
        if part.is_file():
            part.unlink()


def test_a_photo_that_has_not_come_yet_says_so_and_asks_nothing(window: Opened) -> None:
    ent = doing.record(window)
    photo = add_photo(window, ent)
    lose_parts(window)
    tile = shown(window, ent).photos.tiles[photo]
    assert tile.state.isVisible()
    assert tile.state.text() == "Foto belum tiba"
    assert tile.picture.accessibleName() == "Foto 1: belum tiba"
    assert not tile.question.isVisible()
    assert not tile.answer.isVisible()
    assert not tile.picture.isEnabled()


def test_correcting_a_session_keeps_a_photo_that_has_not_come_yet(window: Opened) -> None:
    ent = doing.record(window)
    add_photo(window, ent, "ya_belum")
    lose_parts(window)
    form = window.visit("log", ent=ent)
    assert isinstance(form, ActivityFormPage)
    (row,) = form.form.photos._rows
    assert row.note.text() == "Foto belum tiba"
    assert row.picture.accessibleName() == "Foto 1: belum tiba"
    assert not row.answer.isVisible()
    assert form.form.photos.answered() == {}
    assert form.form.photos.gone() == ()


def test_a_permission_needs_to_say_whose_it_is(window: Opened) -> None:
    ent = doing.record(window)
    photo = add_photo(window, ent)
    page = shown(window, ent)
    page.photos.tiles[photo].answer.chip("ya_izin").click()
    window.settle()
    assert doing.detail(window, ent).photos[0].children_visible is None
    page.photos.tiles[photo].giver.chip("orang_tua").click()
    window.settle()
    assert doing.detail(window, ent).photos[0].has_consent


def test_photos_from_files_are_kept_and_broken_ones_named(window: Opened, tmp_path: Path) -> None:
    ent = doing.record(window)
    good, bad = tmp_path / "a.jpg", tmp_path / "b.jpg"
    good.write_bytes(doing.jpeg())
    bad.write_bytes(b"%PDF-1.7")
    page = shown(window, ent)
    page.photos_offered.emit([good, bad])
    window.settle()
    assert len(page.photos.tiles) == 1
    assert len(doing.detail(window, ent).photos) == 1


def test_a_refused_photo_says_why(window: Opened, tmp_path: Path) -> None:
    page = shown(window, doing.record(window))
    bad = tmp_path / "b.jpg"
    bad.write_bytes(b"%PDF-1.7")
    page.photos_offered.emit([bad])
    window.settle()
    assert page.photos.note.text().startswith("Foto ini belum bisa dibaca.")


def test_a_removed_photo_comes_back(window: Opened) -> None:
    ent = doing.record(window)
    photo = add_photo(window, ent, "tidak")
    page = shown(window, ent)
    page.photos.tiles[photo].remove.click()
    window.settle()
    assert page.photos.tiles == {}
    window.desk().undo_last()
    window.settle()
    assert list(page.photos.tiles) == [photo]


def test_names_of_the_list_are_shown_short(window: Opened) -> None:
    ent = doing.record(window)
    people = [Attendee(name=f"Warga {n}", sex="P") for n in range(1, 11)]
    doing.do(window, lambda ws: attendance.save(ws, ent, people))
    page = shown(window, ent)
    assert page.people.names.text().endswith("Warga 8, dan 2 lainnya")


def test_hints_stand_above_the_activity(window: Opened) -> None:
    page = shown(window, doing.record(window, participants=Count4(4, 301, 0, 0)))
    hints = [page._hints.itemAt(at).widget() for at in range(page._hints.count())]
    assert [hint.text.text() for hint in hints if isinstance(hint, Banner)] == [
        "Lebih dari 300 orang. Betul?"
    ]


def test_a_plan_can_be_put_off(window: Opened) -> None:
    ent = doing.record(window, planned=True, participants=None, date=date(2026, 11, 20))
    page = shown(window, ent, postpone=True)
    assert page.plan.day.isVisible()
    page.plan.day.set_date(date(2026, 11, 27))
    page.plan.keep.click()
    window.settle()
    assert page.plan.text.text() == "Rencana: Jumat, 27 November 2026"
    assert not page.plan.day.isVisible()


def test_a_plan_that_took_place_goes_to_the_form(window: Opened) -> None:
    ent = doing.record(window, planned=True, participants=None, date=date(2026, 11, 20))
    shown(window, ent).plan.held.click()
    window.settle()
    assert window.desk().key() == "log"


def test_deleting_goes_back_to_the_list_and_can_be_undone(window: Opened) -> None:
    ent = doing.record(window)
    window.visit("activities")
    shown(window, ent).delete.click()
    window.settle()
    assert window.desk().key() == "activities"
    assert doing.rows(window) == ()
    window.desk().undo_last()
    window.settle()
    assert [row.ent for row in doing.rows(window)] == [ent]


def test_a_deleted_activity_can_still_be_brought_back(window: Opened) -> None:
    ent = doing.record(window)
    doing.do(window, lambda ws: activities.void(ws, ent))
    page = shown(window, ent)
    assert page.gone.isVisible()
    page.bring_back.click()
    window.settle()
    assert not page.gone.isVisible()
    assert len(doing.rows(window)) == 1


def test_wiped_it_holds_no_word_and_no_picture(window: Opened) -> None:
    ent = doing.record(window, result="Ramai sekali.")
    add_photo(window, ent)
    page = shown(window, ent)
    page.wipe()
    assert "Ramai" not in words(page)
    assert page.photos.tiles == {}


def test_with_everything_on_it_fits_at_every_size(window: Opened) -> None:
    ent = doing.record(
        window, result="Warga sepakat jam bebas gawai.", minutes=90, partners=("pkk", "kua")
    )
    for answer in ("tidak", None, "ya_belum"):
        add_photo(window, ent, answer)
    correct(window, ent, participants=Count4(4, 301, 0, 0), next_step="Sesi khusus bapak-bapak")
    shown(window, ent)
    assert doing.misfits(window) == []


def test_a_plan_being_put_off_fits_at_every_size(window: Opened) -> None:
    ent = doing.record(window, planned=True, participants=None, date=date(2026, 11, 20))
    shown(window, ent, postpone=True)
    assert doing.misfits(window) == []


def test_a_plan_goes_to_its_papers(window: Opened) -> None:
    ent = doing.record(window, planned=True, participants=None, date=date(2026, 11, 28))
    shown(window, ent).print_now()
    window.settle()
    assert window.desk().page().place()["paper"] == "pack"


def enlarged(window: Opened) -> tuple[ActivityPage, LargePhoto]:
    ent = doing.record(window)
    photo = add_photo(window, ent)
    page = shown(window, ent)
    QTest.keyClick(page.photos.tiles[photo].picture, Qt.Key.Key_Return)
    window.settle()
    assert page.large is not None
    return page, page.large


def test_a_photo_opens_over_the_window_and_esc_ends_it(window: Opened) -> None:
    page, large = enlarged(window)
    assert large.geometry() == window.rect()
    assert not large.picture.pixmap().isNull()
    QTest.keyClick(large, Qt.Key.Key_Escape)
    assert page.large is None


def test_hiding_takes_an_open_photo_away(window: Opened) -> None:
    _, large = enlarged(window)
    window.hide_now()
    assert not large.isVisible()
    assert large.picture.pixmap().isNull()
