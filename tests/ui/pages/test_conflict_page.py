"""Two versions on screen: read by columns, chosen by mouse or keys, kept, taken back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from patbm_desktop.actions.activities import activities, photos
from patbm_desktop.actions.activities.activity_rows import State
from patbm_desktop.actions.activities.photos import NewPhoto
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.versions import conflict_list
from patbm_desktop.actions.versions.conflict_rows import DELETED, KEPT
from patbm_desktop.domain.activity import Count4
from patbm_desktop.ui.pages.activity_page import ActivityPage
from patbm_desktop.ui.pages.conflict_page import ConflictPage
from patbm_desktop.ui.pages.home_page import HomePage
from patbm_desktop.ui.parts.labels import Label, Pill
from patbm_desktop.ui.parts.version_cards import AuthorsHead
from tests.ui import apart, casework, doing, reading
from tests.ui.opened import Opened

MINE = {"participants": Count4(4, 14, 0, 0), "minutes": 60, "result": "Warga sepakat."}
THEIRS = {"participants": Count4(4, 15, 0, 0), "minutes": 90, "result": "Sesi bapak-bapak."}


def opened(window: Opened, **what: object) -> ConflictPage:
    page = window.visit("conflict", **what)
    assert isinstance(page, ConflictPage)
    return page


def words(page: ConflictPage) -> list[str]:
    return [each.text() for each in reading.visible(page) if isinstance(each, Label)]


def pills(page: object) -> list[str]:
    return [each.text() for each in reading.visible(page) if isinstance(each, Pill)]


def row_of(page: ConflictPage, name: str):
    return next(each for each in page.rows if each.part.name == name)


def waiting(window: Opened) -> int:
    return doing.do(window, lambda ws: len(conflict_list.lines(ws)))


def test_two_people_stand_as_columns_and_every_part_has_a_row(window: Opened) -> None:
    apart.session_apart(window, MINE, THEIRS)
    page = opened(window)
    assert len(page.findChildren(AuthorsHead)) == 1
    found = words(page)
    assert {"Sri Nuraini", "Sari Contoh", "Perempuan dewasa", "yang hadir"} <= set(found)
    assert {"14 orang", "15 orang", "60 menit", "90 menit"} <= set(found)
    assert page.title() == "Lautan RT, Sabtu 7 November"
    assert page.subtitle() == "RT 912 · catatan 1 dari 1 yang punya dua versi"
    assert page.choices() == {}


def test_a_click_chooses_and_keeping_asks_no_more(window: Opened) -> None:
    ent = apart.session_apart(window, {"minutes": 60}, {"minutes": 90})
    page = opened(window)
    row = row_of(page, "minutes")
    card = next(each for each in row.cards if "60" in each.accessibleName())
    window.qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    window.qtbot.mouseClick(page.keep, Qt.MouseButton.LeftButton)
    window.settle()
    assert doing.detail(window, ent).activity.minutes == 60
    assert page.empty.isVisible()
    assert doing.detail(window, ent).once_two


def test_keys_alone_choose_keep_and_take_back(window: Opened) -> None:
    apart.session_apart(window, {"minutes": 60}, {"minutes": 90})
    page = opened(window)
    row = row_of(page, "minutes")
    focus = QApplication.focusWidget()
    assert focus is row.cards[0]
    window.qtbot.keyClick(focus, Qt.Key.Key_Space)
    window.qtbot.keyClick(focus, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is row.cards[1]
    assert list(page.choices().values()) == [row.part.versions[1].key]
    window.qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    assert waiting(window) == 0
    window.qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    assert waiting(window) == 1


def test_each_part_is_one_tab_stop(window: Opened) -> None:
    apart.session_apart(window, MINE, THEIRS)
    page = opened(window)
    cards = [stop for stop in reading.tab_stops(page) if stop in
             [card for row in page.rows for card in (*row.cards, row.both)]]  # fmt: skip
    assert len(cards) == len(page.rows) == 3
    assert reading.nameless(page) == []


def test_keeping_nothing_says_what_to_do_first(window: Opened) -> None:
    apart.session_apart(window, MINE, THEIRS)
    page = opened(window)
    page.save()
    assert page.problem.isVisible()
    assert page.problem.text.text() == "Pilih dulu versinya."
    assert waiting(window) == 1


def test_what_is_not_chosen_yet_stays_on_the_page(window: Opened) -> None:
    apart.session_apart(window, MINE, THEIRS)
    page = opened(window)
    row = row_of(page, "result")
    window.qtbot.mouseClick(row.both, Qt.MouseButton.LeftButton)
    page.save()
    window.settle()
    assert {each.part.name for each in page.rows} == {"minutes", "participants"}


def test_the_parts_that_agree_open_by_one_click(window: Opened) -> None:
    apart.session_apart(window, MINE, THEIRS)
    page = opened(window)
    assert "Jenis kegiatan" not in words(page)
    window.qtbot.mouseClick(page.same, Qt.MouseButton.LeftButton)
    assert "Jenis kegiatan" in words(page)


def test_three_versions_stand_under_each_other_with_their_authors(window: Opened) -> None:
    ent = doing.record(window)
    first = {"minutes": 60}
    apart.write_apart(
        window,
        lambda ws, other: (apart.correct(ws, ent, **first), apart.correct(other, ent, minutes=90)),
    )
    shown = doing.do(window, lambda ws: ws.need("activity", ent))
    older = replace(shown, over={})
    edit = doing.do(window, lambda ws: ws.write([
        apart.Edit(kind="activity", ent=ent, values={"minutes": 45}, shown=older)]))  # fmt: skip
    assert edit
    page = opened(window)
    assert len(row_of(page, "minutes").cards) == 3
    assert "Tiga versi" in words(page)
    assert page.findChildren(AuthorsHead) == []


def _deleted_and_edited(window: Opened) -> str:
    ent = doing.record(window)

    def job(ws: Workspace, other: Workspace) -> None:
        activities.void(other, ent, "ganda")
        apart.correct(ws, ent, minutes=90)

    apart.write_apart(window, job)
    return ent


@pytest.mark.parametrize(("key", "state"), [(KEPT, State.WAITING), (DELETED, State.VOID)])
def test_a_deletion_against_an_edit_is_one_question(window: Opened, key: str, state: State) -> None:
    ent = _deleted_and_edited(window)
    page = opened(window)
    found = words(page)
    assert "Satu orang menghapus, satu orang mengubah. Simpan catatan ini?" in found
    assert page.happened.text() == (
        "Catatan ini dihapus di satu laptop dan diubah di laptop lain sebelum sempat terhubung."
    )
    assert {"Simpan", "Hapus", "Lama: 90 menit"} <= set(found)
    page.rows[0].group.pick(key)
    page.save()
    window.settle()
    assert doing.detail(window, ent).row.state is state


def test_of_a_part_that_was_deleted_it_says_no_more_than_that(window: Opened) -> None:
    ent = doing.record(window)
    photo = doing.do(window, lambda ws: photos.add(ws, ent, NewPhoto(jpeg=doing.jpeg()))).ent

    def job(ws: Workspace, other: Workspace) -> None:
        photos.remove(other, photo)
        photos.answer(ws, photo, "tidak")

    apart.write_apart(window, job)
    assert opened(window).happened.text() == (
        "Ada bagian catatan ini yang dihapus di satu laptop dan diubah di laptop lain sebelum"
        " sempat terhubung."
    )


def test_the_scanned_list_chooses_beforehand_and_says_why(window: Opened) -> None:
    ent = doing.record(window)

    def job(ws: Workspace, other: Workspace) -> None:
        apart.correct(ws, ent, participants=Count4(4, 14, 0, 0))
        apart.correct(other, ent, participants=Count4(4, 15, 0, 0))
        photos.add(other, ent, NewPhoto(jpeg=doing.jpeg(), kind="daftar_hadir"))

    apart.write_apart(window, job)
    page = opened(window)
    assert list(page.choices()) == [page.rows[0].part.key]
    assert "lembar daftar hadir dilampirkan" in words(page)


def test_the_next_note_is_one_click_away(window: Opened) -> None:
    for _ in range(2):
        apart.session_apart(window, {"minutes": 60}, {"minutes": 90})
    page = opened(window)
    first = page.place()
    window.qtbot.mouseClick(page.after, Qt.MouseButton.LeftButton)
    window.settle()
    assert page.place() != first
    assert page.subtitle().endswith("catatan 2 dari 2 yang punya dua versi")


def test_beranda_and_the_activity_lead_there(window: Opened) -> None:
    ent = apart.session_apart(window, {"minutes": 60}, {"minutes": 90})
    home = window.visit("home")
    assert isinstance(home, HomePage)
    home.asked.emit("choose", None)
    window.settle()
    assert window.desk().key() == "conflict"
    page = window.visit("activity", ent=ent)
    assert isinstance(page, ActivityPage)
    window.qtbot.mouseClick(page.choose, Qt.MouseButton.LeftButton)
    window.settle()
    assert window.desk().page().place() == {"kind": "activity", "ent": ent}


def test_an_activity_that_was_decided_says_so_for_good(window: Opened) -> None:
    ent = apart.session_apart(window, {"minutes": 60}, {"minutes": 90})
    page = opened(window)
    page.rows[0].group.pick(page.rows[0].part.versions[0].key)
    page.save()
    window.settle()
    assert "Pernah dua versi" in pills(window.visit("activity", ent=ent))


# -- cases -----------------------------------------------------------------------------------


def test_a_case_is_chosen_on_a_sealed_page_under_its_code(window: Opened) -> None:
    ent = apart.case_apart(window)
    assert opened(window).empty.isVisible()
    page = window.visit("case_conflict")
    assert isinstance(page, ConflictPage)
    assert page.title().startswith("K-")
    page.rows[0].group.pick(page.rows[0].part.versions[0].key)
    page.save()
    window.settle()
    assert casework.page_of(window, ent).versions == ()


def test_looking_at_the_versions_of_a_case_is_written_down_as_opening_it(window: Opened) -> None:
    ent = apart.case_apart(window)
    assert casework.page_of(window, ent).openings == ()
    window.visit("case_conflict")
    assert [each.what for each in casework.page_of(window, ent).openings] == ["buka"]


def test_the_page_of_a_case_leads_to_its_versions_and_bears_the_mark_later(
    window: Opened,
) -> None:
    ent = apart.case_apart(window)
    page = casework.opened(window, ent)
    assert "Dua versi" in pills(page)
    window.qtbot.mouseClick(page.versions.compare, Qt.MouseButton.LeftButton)
    window.settle()
    shown = window.desk().page()
    assert isinstance(shown, ConflictPage)
    shown.rows[0].group.pick(shown.rows[0].part.versions[0].key)
    shown.save()
    window.settle()
    assert "Pernah dua versi" in pills(casework.opened(window, ent))


def test_nobody_who_looks_on_sees_a_case_with_two_versions(window: Opened) -> None:
    apart.case_apart(window)
    page = window.visit("case_conflict")
    assert isinstance(page, ConflictPage)
    window.desk().shell.meeting_toggled.emit(True)
    window.settle()
    assert window.desk().key() == "home"
    assert not [each for each in words(page) if "Versi" in each]
    assert not any("rahasia" in each for each in words(window.desk().page()))


# -- how it looks ----------------------------------------------------------------------------


def test_nothing_is_cut_at_any_size(window: Opened) -> None:
    apart.session_apart(window, MINE, THEIRS)
    opened(window)
    assert doing.misfits(window) == []


def test_nothing_of_a_deletion_is_cut_at_any_size(window: Opened) -> None:
    _deleted_and_edited(window)
    opened(window)
    assert doing.misfits(window) == []


def test_larger_words_leave_the_keyboard_and_the_choice_where_they_were(window: Opened) -> None:
    apart.session_apart(window, MINE, THEIRS)
    page = opened(window)
    row = row_of(page, "result")
    row.group.pick(row.part.versions[1].key)
    row.group.focus()
    before = page.choices()
    window.house.theme.apply(scale=1.5)
    window.settle()
    assert page.choices() == before
    assert row_of(page, "result").group.has_focus()
