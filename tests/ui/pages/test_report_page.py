"""Laporan: the preview is the paper, and every button does what it says."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from patbm_desktop.actions.papers import month
from patbm_desktop.actions.papers.month import Stage
from patbm_desktop.ui.pages.report_page import ReportPage
from patbm_desktop.ui.printing import Opened as OpenedPdf
from patbm_desktop.ui.roads.report_road import ReportRoad
from tests.ui import doing
from tests.ui.opened import Opened

OCTOBER = "2026-10"


def report(window: Opened, **what: object) -> ReportPage:
    """Return Laporan with its pages drawn, where there are any."""
    page = window.visit("report", **what)
    assert isinstance(page, ReportPage)
    drawn(window, page)
    return page


def drawn(window: Opened, page: ReportPage) -> None:
    """Wait until the pages in sight are drawn."""
    window.settle()
    view = page.preview.view
    if page.preview.isVisible():
        window.qtbot.waitUntil(view.is_ready, timeout=20_000)


def road(window: Opened) -> ReportRoad:
    """Return the road of Laporan."""
    found = window.desk()._roads["report"]
    assert isinstance(found, ReportRoad)
    return found


def state(window: Opened, of_month: str = OCTOBER) -> month.ReportState:
    """Return how far the sheet of a month has come."""
    return doing.do(window, lambda ws: month.state(ws, of_month))


@pytest.fixture
def october(window: Opened) -> Opened:
    """A vault with one session in October."""
    doing.record(window, date=date(2026, 10, 3), result="Jam bebas gawai disepakati.")
    return window


def answer_save(window: Opened, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Let the system's dialog choose `path`."""
    monkeypatch.setattr(window.house.files, "ask_save", lambda *_: path)


def test_it_opens_on_the_month_that_is_due(october: Opened) -> None:
    page = report(october)
    assert page.request().month == OCTOBER
    assert page.controls.period.text() == "Oktober 2026"
    assert page.controls.stage.text() == "Belum dicetak"


def test_the_preview_is_the_pdf_drawn(october: Opened) -> None:
    page = report(october)
    shown = page.preview.view.image(1)
    pdf = OpenedPdf(road(october)._pdf)
    same = pdf.document.render(0, QSize(shown.width(), shown.height()))
    assert shown.convertToFormat(same.format()) == same
    pdf.close()


def test_the_foot_counts_pages_and_names_the_paper(october: Opened) -> None:
    page = report(october)
    assert page.preview.pages.text() == "Halaman 1 dari 1 ·"
    assert page.preview.paper.text() == "F4 mendatar"


def test_a_switch_makes_the_sheet_anew(october: Opened) -> None:
    page = report(october)
    before = road(october)._pdf
    page.controls.results.toggle.click()
    drawn(october, page)
    assert road(october)._pdf != before
    assert not page.request().results


def test_a_sheet_of_numbers_alone_says_so_in_green(october: Opened) -> None:
    page = report(october)
    assert page.controls.statement.text.text().startswith("Tidak ditemukan NIK")
    page.controls.results.toggle.click()
    drawn(october, page)
    assert page.controls.statement.text.text() == "Lembar ini hanya angka dan nama kegiatan."
    assert page.controls.statement.property("status") == "ok"


def test_what_looks_like_a_number_of_a_person_is_pointed_out(window: Opened) -> None:
    doing.record(window, date=date(2026, 10, 3), result="Hubungi 0812 3456 7890 dulu.")
    page = report(window)
    assert page.controls.statement.property("status") == "warn"


def test_plan_lines_are_kept_after_a_pause(october: Opened) -> None:
    page = report(october)
    page.controls.plan.setPlainText("Lautan RT: 7 November\n\nForum Anak")
    page.flush()
    drawn(october, page)
    assert state(october).plan == ("Lautan RT: 7 November", "Forum Anak")
    assert page.controls.plan.plain() == "Lautan RT: 7 November\nForum Anak"


def test_what_is_being_typed_is_never_replaced(october: Opened) -> None:
    page = report(october)
    page.controls.plan.setFocus()
    page.controls.plan.setPlainText("Laut")
    page.flush()
    page.controls.plan.setPlainText("Lautan R")
    drawn(october, page)
    assert page.controls.plan.plain() == "Lautan R"


def test_the_arrows_go_from_month_to_month_and_stop_at_this_one(october: Opened) -> None:
    page = report(october)
    page.controls.before.click()
    drawn(october, page)
    assert page.request().month == "2026-09"
    page.controls.after.click()
    page.controls.after.click()
    drawn(october, page)
    assert page.request().month == "2026-11"
    assert not page.controls.after.isEnabled()


def test_an_empty_month_offers_to_log_or_to_say_so(october: Opened) -> None:
    page = report(october, month="2026-08")
    assert page.empty.title.text() == "Belum ada kegiatan di Agustus 2026."
    assert not page.controls.print.isEnabled()
    page.say_nothing.click()
    drawn(october, page)
    assert state(october, "2026-08").nothing_held
    assert page.held_none.isVisible()
    page.after_all.click()
    october.settle()
    assert page.empty.isVisible()


def test_printing_marks_the_month_and_asks_about_the_head_of_the_rt(
    october: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = report(october)
    monkeypatch.setattr(october.desk(), "print_pdf", lambda pdf, *_: bool(pdf))
    assert page.print_now()
    drawn(october, page)
    assert state(october).stage is Stage.PRINTED
    assert page.sent.text.text() == "Terkirim ke printer. Tandai sudah diserahkan?"
    page.handed.click()
    drawn(october, page)
    assert state(october).stage is Stage.HANDED
    assert page.controls.stage.text() == "Sudah ke Ketua RT, 21 November"
    assert not page.sent.isVisible()


def test_a_print_that_was_put_off_marks_nothing(
    october: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = report(october)
    monkeypatch.setattr(october.desk(), "print_pdf", lambda pdf, *_: False)
    page.controls.print.click()
    october.settle()
    assert state(october).stage is Stage.NONE
    assert not page.sent.isVisible()


@pytest.mark.parametrize(
    ("button", "begins"), [("pdf", b"%PDF"), ("xlsx", b"PK"), ("chat", b"\x89PNG")]
)
def test_every_file_is_what_it_is_called(
    october: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, button: str, begins: bytes
) -> None:
    page = report(october)
    target = tmp_path / "lembar"
    answer_save(october, monkeypatch, target)
    getattr(page.controls, button).click()
    october.settle()
    assert target.read_bytes().startswith(begins)


def test_the_saved_pdf_is_the_one_on_screen(
    october: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = report(october)
    answer_save(october, monkeypatch, tmp_path / "a.pdf")
    page.controls.pdf.click()
    october.settle()
    assert (tmp_path / "a.pdf").read_bytes() == road(october)._pdf


def test_a_file_that_cannot_be_written_is_said_calmly(
    october: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = report(october)
    (tmp_path / "a.pdf").mkdir()
    answer_save(october, monkeypatch, tmp_path / "a.pdf")
    page.controls.pdf.click()
    october.settle()
    assert "belum bisa ditulis" in october.desk().toast._text.text()


def test_a_saved_pdf_can_be_marked_as_printed(
    october: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = report(october)
    answer_save(october, monkeypatch, tmp_path / "a.pdf")
    page.controls.pdf.click()
    october.settle()
    october.desk().toast.extra_buttons[0].click()
    october.settle()
    assert state(october).stage is Stage.PRINTED


@pytest.mark.parametrize(
    "paper", ["session", "pack", "attendance-sheet", "entry-form", "work-sheet", "emergency-card"]
)
def test_every_other_sheet_shows_its_pages(october: Opened, paper: str) -> None:
    page = report(october, paper=paper)
    assert page.preview.view.page_count() > 0
    assert not page.controls.xlsx.isVisible()
    assert not page.controls.of_month.isVisible()


def test_a_sheet_of_one_activity_needs_one(window: Opened) -> None:
    page = report(window, paper="session")
    assert page.empty.title.text() == "Belum ada kegiatan yang dicatat"
    assert not page.say_nothing.isVisible()


def test_the_pack_is_offered_for_the_plan_and_the_report_for_the_past(october: Opened) -> None:
    plan = doing.record(october, planned=True, participants=None, date=date(2026, 11, 28))
    assert report(october, paper="pack").request().activity == plan
    assert report(october, paper="session").request().activity != plan


def test_another_paper_size_lays_the_sheet_out_anew(october: Opened) -> None:
    page = report(october)
    page.preview.size_menu().actions()[1].trigger()
    drawn(october, page)
    assert page.preview.paper.text() == "A4 mendatar"


def test_a_change_elsewhere_shows_on_the_sheet(october: Opened) -> None:
    page = report(october)
    before = road(october)._pdf
    doing.record(october, date=date(2026, 10, 20))
    october.desk().changed({"activity"})
    drawn(october, page)
    assert road(october)._pdf != before


def test_the_meeting_mode_is_on_while_it_is_open(october: Opened) -> None:
    report(october)
    assert october.desk().is_meeting()
    october.visit("home")
    assert not october.desk().is_meeting()


def test_it_comes_back_as_it_was(october: Opened) -> None:
    page = report(october, month="2026-09")
    place = page.place()
    page.take({"month": "2026-05", "results": False})
    page.take(place)
    assert page.place() == place


def test_wiped_it_holds_no_page(october: Opened) -> None:
    page = report(october)
    page.wipe()
    assert page.preview.view.page_count() == 0
    assert page.preview.view.image(1).isNull() if page.preview.view.page_count() else True


def test_with_a_sheet_it_fits_at_every_size(october: Opened) -> None:
    page = report(october)
    page.ask_handed()
    assert doing.misfits(october) == []
    drawn(october, page)


def test_an_empty_month_fits_at_every_size(october: Opened) -> None:
    report(october, month="2026-08").say_nothing.click()
    october.settle()
    assert doing.misfits(october) == []


def test_of_a_month_to_come_nobody_can_say_that_nothing_was_held(october: Opened) -> None:
    page = report(october, month="2026-12")
    assert page.empty.isVisible()
    assert not page.say_nothing.isVisible()
