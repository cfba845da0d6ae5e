"""Daftar hadir: typed by keyboard, pasted from a sheet, and never a silent change of a count."""

import json
import time
from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from patbm_desktop.actions.activities import activities, activity_detail, attendance
from patbm_desktop.actions.entrance import new_vault
from patbm_desktop.actions.opened import drafts
from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.domain.clock import WITA, FixedClock
from patbm_desktop.ui.pages.attendance_page import AttendancePage
from patbm_desktop.ui.roads.attendance_road import keep, opened
from patbm_desktop.ui.tables.attendance_reading import read_age, read_element, read_lines, read_sex
from patbm_desktop.ui.tables.attendance_table import AGE, NAME, RT, SEX

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen

SESSION = Activity(
    ent="a" * 32,
    date=date(2026, 11, 21),
    program="lautan_rt",
    type="kelas_pengasuhan",
    participants=Count4(4, 15, 0, 0),
    estimated=True,
)


@pytest.fixture
def page(qtbot, theme):
    page = AttendancePage(theme)
    qtbot.addWidget(page)
    page.resize(1134, 553)
    page.open_list(SESSION, "Lautan RT", ())
    page.show()
    qtbot.waitExposed(page)
    page.start()
    return page


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


def keys(qtbot, page, *typed):
    """Type as a person does: into whatever has the keyboard then."""
    for each in typed:
        for sign in each if isinstance(each, str) else [each]:
            qtbot.keyClick(QApplication.focusWidget(), sign)


def here(page):
    index = page.grid.view.currentIndex()
    return index.row(), index.column()


def test_a_person_is_typed_without_the_mouse(qtbot, page):
    tab, enter = Qt.Key.Key_Tab, Qt.Key.Key_Return
    keys(qtbot, page, "Siti", tab, "p", "35", tab, "war", tab, "RT 24", enter)
    assert page.grid.attendees() == (
        Attendee(name="Siti", sex="P", age_group="25-44", element="warga", rt_text="RT 24"),
    )
    assert here(page) == (1, NAME)


def test_typing_starts_a_new_line_and_leaves_an_empty_one_below(qtbot, page):
    enter = Qt.Key.Key_Return
    keys(qtbot, page, "Ani", enter, "Budi", enter)
    assert [each.name for each in page.grid.attendees()] == ["Ani", "Budi"]
    assert page.grid.table.rowCount() == 3


def test_tab_leaves_the_table_from_an_empty_last_line(qtbot, page):
    page.grid.offer([Attendee(name="Ani", sex="P")])
    page.start()
    qtbot.keyClick(page.grid.view, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.grid.use


def test_shift_tab_goes_back_a_cell(qtbot, page):
    keys(qtbot, page, "Ani", Qt.Key.Key_Tab)
    qtbot.keyClick(page.grid.view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert here(page) == (0, NAME)


def test_space_says_that_somebody_has_a_disability(qtbot, page):
    page.grid.offer([Attendee(name="Ani", sex="P")])
    page.grid.view.show_cell(0, 5)
    qtbot.keyClick(page.grid.view, Qt.Key.Key_Space)
    assert page.grid.attendees()[0].disability is True
    assert page.grid.total.text() == "1 orang: dewasa L 0, P 1; anak L 0, P 0 · disabilitas 1"


def test_what_cannot_be_read_leaves_a_cell_as_it_was(page):
    page.grid.offer([Attendee(name="Ani", sex="P", age_group="6-12")])
    table = page.grid.table
    assert table.setData(table.index(0, AGE), "kemarin") is False
    assert page.grid.attendees()[0].age_group == "6-12"


def test_lines_are_pasted_from_a_spreadsheet_in_any_order_of_columns(qtbot, page):
    QApplication.clipboard().setText(
        "No\tNama\tL/P\tUsia\n1\tSiti A.\tP\t35\tWarga\tRT 24\n2\tBudi\tLaki-laki\t9\tAnak\n"
    )
    qtbot.keyClick(page.grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.grid.attendees() == (
        Attendee(name="Siti A.", sex="P", age_group="25-44", element="warga", rt_text="RT 24"),
        Attendee(name="Budi", sex="L", age_group="6-12", element="anak"),
    )


def test_a_paste_can_be_taken_back(qtbot, page):
    page.grid.view.pasted.emit("Ani\nBudi")
    page.grid.undo.click()
    assert page.grid.attendees() == ()


def test_a_removed_line_can_be_brought_back(qtbot, page):
    page.grid.offer([Attendee(name="Ani", sex="P"), Attendee(name="Budi", sex="L")])
    page.grid.view.show_cell(0, NAME)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page.grid.view, Qt.Key.Key_Delete, control)
    assert [each.name for each in page.grid.attendees()] == ["Budi"]
    page.grid.undo.click()
    assert [each.name for each in page.grid.attendees()] == ["Ani", "Budi"]


def test_of_a_child_the_first_name_is_enough(page):
    page.grid.offer([Attendee(name="Ani Lestari", sex="P", age_group="6-12")])
    assert page.grid.note.text() == "Nama anak cukup nama depan. Lihat baris 1."


def test_two_hundred_names_come_in_without_a_stall(page):
    lines = "\n".join(f"{n}\tOrang {n}\t{'LP'[n % 2]}\t{n % 80}" for n in range(200))
    begun = time.process_time()
    page.grid.view.pasted.emit(lines)
    QApplication.processEvents()
    assert time.process_time() - begun < 5
    assert len(page.grid.attendees()) == 200


def test_more_names_than_a_hall_holds_are_cut_and_told(page):
    page.grid.view.pasted.emit("\n".join(f"Orang {n}" for n in range(600)))
    assert len(page.grid.attendees()) == 500
    assert "500" in page.grid.problem.text()


@pytest.mark.parametrize(
    ("typed", "read"),
    [("5", "0-5"), ("6", "6-12"), ("17", "13-17"), ("18 th", "18-24"), ("60", "60+"),
     ("6–12", "6-12"), ("200", None), ("tua", None)],
)  # fmt: skip
def test_an_age_falls_into_its_group(typed, read):
    assert read_age(typed) == read


def test_short_words_mean_what_people_write():
    assert (read_sex("pr"), read_sex("Laki-laki"), read_sex("x")) == ("P", "L", None)
    assert (read_element("w"), read_element("peng"), read_element("q")) == (
        "warga", "pengurus_rt", None,
    )  # fmt: skip


def test_a_line_without_a_name_is_nobody():
    assert read_lines("\n\t\t\n1\tP\n") == ()


def test_a_difference_is_told_and_the_count_stays(qtbot, page):
    page.grid.offer([Attendee(name="Ani", sex="P")])
    assert page.grid.differs.text.text() == "Di daftar ada 1 orang, di angka peserta 19."
    with qtbot.waitSignal(page.submitted) as heard:
        page.save()
    assert heard.args[0].heads is None


def test_the_totals_become_the_count_only_when_asked(qtbot, page):
    page.grid.offer([Attendee(name="Ani", sex="P")])
    qtbot.mouseClick(page.grid.use, Qt.MouseButton.LeftButton)
    assert not page.grid.differs.isVisibleTo(page)
    with qtbot.waitSignal(page.submitted) as heard:
        page.save()
    assert heard.args[0].heads == Count4(0, 1, 0, 0)


def test_a_name_without_l_or_p_is_asked_for_before_saving(qtbot, page):
    page.grid.offer([Attendee(name="Ani", sex="P"), Attendee(name="Budi")])
    with qtbot.assertNotEmitted(page.submitted):
        page.save()
    assert here(page) == (1, SEX)
    assert page.grid.problem.text() == "Isi L atau P di setiap baris."


def test_an_address_without_a_name_is_asked_for_too(page):
    page.grid.table.setData(page.grid.table.index(0, RT), "RT 24")
    assert page.grid.finish() is False
    assert here(page) == (0, NAME)


def test_a_draft_brings_every_cell_back(qtbot, page):
    page.grid.view.pasted.emit("Siti A.\tP\t35\tWarga\tRT 24\tya")
    with qtbot.waitSignal(page.drafted, timeout=1000) as heard:
        page.grid.table.setData(page.grid.table.index(1, NAME), "Bu")
    data = json.loads(json.dumps(heard.args[1]))
    page.open_list(SESSION, "Lautan RT", ())
    page.open_draft("b" * 32, data, datetime(2026, 11, 21, 20, 14, tzinfo=WITA))
    assert page.data() == data
    assert page.place()["draft"] == "b" * 32


def test_after_hiding_no_name_is_left(page):
    page.grid.offer([Attendee(name="Ani", sex="P")])
    page.wipe()
    assert page.grid.attendees() == ()
    assert page.title() == "Daftar hadir"
    assert page.subtitle() == ""


def test_a_list_is_kept_with_its_totals_and_taken_back_together(qtbot, page, ws):
    ent = activities.record(ws, replace(SESSION, ent="")).ent
    found = opened(ws, {"ent": ent})
    page.open_list(found.detail.activity, "Lautan RT", found.detail.attendees)
    page.grid.view.pasted.emit("Ani\tP\nBudi\tL\t9")
    page.grid.take_totals()
    drafts.put(ws, page.draft_id, page.FORM, page.data())
    with qtbot.waitSignal(page.submitted) as heard:
        page.save()
    done = keep(ws, heard.args[0], found.detail)
    after = activity_detail.detail(ws, ent)
    assert after.activity.participants == Count4(0, 1, 1, 0)
    assert after.activity.estimated is False
    assert [each.name for each in attendance.of(ws, ent)] == ["Ani", "Budi"]
    assert drafts.every(ws) == ()
    assert done.undo is not None


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_nothing_scrolls_sideways_in_any_text_size(theme, page, scale):
    theme.apply(scale=scale)
    page.resize(1366 - theme.px(232 if scale < 1.5 else 92), 553)
    page.grid.offer([Attendee(name="Ani Lestari", sex="P", age_group="6-12")])
    QApplication.processEvents()
    frame = page.scroll_area()
    assert frame.widget().width() <= frame.viewport().width()
    assert page.grid.view.horizontalHeader().length() <= page.grid.view.viewport().width() + 1
    texts = [each for each in frame.findChildren(QLabel) if each.isVisible() and each.text()]
    assert all(each.height() >= each.heightForWidth(each.width()) for each in texts)
