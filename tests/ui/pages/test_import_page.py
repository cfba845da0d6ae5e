"""Bring in a table: looked at first, let in on a word, stopped or taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from patbm_desktop.ui.pages.import_page import ImportPage
from patbm_desktop.ui.tables.refused_list import RefusedList
from tests.ui import doing
from tests.ui.opened import Opened

HEAD = "tanggal,program,jenis,topik,tempat,dewasa_l,dewasa_p,anak_l,anak_p,warna\n"
GOOD = "3/{n}/2026,lautan_rt,kelas_pengasuhan,pengasuhan_positif,Balai RT,4,{n},0,0,\n"
BAD = "31/31/2026,lautan_rt,kelas_pengasuhan,,Balai RT,4,12,0,0,\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A sheet with three rows to take and one that needs a hand."""
    path = tmp_path / "buku lama.csv"
    path.write_text(HEAD + "".join(GOOD.format(n=n) for n in (1, 2, 3)) + BAD)
    return path


def looked(window: Opened, path: Path) -> ImportPage:
    """Return the page after it has looked at `path`."""
    page = window.visit("import")
    assert isinstance(page, ImportPage)
    page.offered.emit(path)
    window.settle()
    return page


def said(refused: RefusedList) -> list[str]:
    """Return what is said of each row that needs a hand."""
    model = refused.lines
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.data(model.index(at), role) for at in range(model.rowCount())]


def test_a_look_changes_nothing(window: Opened, sheet: Path) -> None:
    page = looked(window, sheet)
    assert (page.added.number.text(), page.help.number.text()) == ("3", "1")
    assert page.go.text() == "Masukkan 3 kegiatan"
    assert doing.rows(window) == ()


def test_a_row_that_needs_a_hand_says_where_and_why(window: Opened, sheet: Path) -> None:
    page = looked(window, sheet)
    assert said(page.refused) == [
        (
            "Baris 5 · Tanggal: “31/31/2026”. Tanggal ini belum terbaca."
            " Tulis misalnya 21/11/2026 atau 21 November 2026."
        )
    ]


def test_what_is_passed_over_and_made_is_said(window: Opened, sheet: Path) -> None:
    page = looked(window, sheet)
    assert page.more.text() == "1 tempat baru ikut dibuat. Kolom yang dilewati: warna."


def test_let_in_it_counts_and_can_be_taken_back(window: Opened, sheet: Path) -> None:
    page = looked(window, sheet)
    page.go.click()
    window.settle()
    assert page.added.words.text() == "sudah masuk"
    assert len(doing.rows(window)) == 3
    window.desk().undo_last()
    window.settle()
    assert doing.rows(window) == ()


def test_the_same_sheet_again_is_there_already(window: Opened, sheet: Path) -> None:
    looked(window, sheet).go.click()
    window.settle()
    page = looked(window, sheet)
    assert (page.added.number.text(), page.same.number.text()) == ("0", "3")
    assert not page.go.isVisible()


def test_stopped_before_the_first_batch_it_keeps_nothing(window: Opened, sheet: Path) -> None:
    page = looked(window, sheet)
    page.go.click()
    page.stop.click()
    window.settle()
    assert page.headline.text() in {"buku lama.csv dihentikan di tengah", "buku lama.csv selesai"}
    assert len(doing.rows(window)) == int(page.added.number.text())


def test_what_is_no_table_is_said_in_words(window: Opened, tmp_path: Path) -> None:
    photo = tmp_path / "foto.csv"
    photo.write_bytes(doing.jpeg())
    page = looked(window, photo)
    assert page.fault.isVisible()
    assert "Tidak ada yang diubah." in page.fault.text.text()
    assert page.choose.isVisible()


def test_another_file_may_follow(window: Opened, sheet: Path, tmp_path: Path) -> None:
    page = looked(window, sheet)
    other = tmp_path / "lain.csv"
    other.write_text(HEAD + GOOD.format(n=9))
    page.offered.emit(other)
    window.settle()
    assert page.go.text() == "Masukkan 1 kegiatan"
    assert page.headline.text() == "Isi lain.csv"


def test_the_blank_form_can_be_printed_from_here(window: Opened) -> None:
    page = window.visit("import")
    page.form.click()
    window.settle()
    assert window.desk().page().place()["paper"] == "entry-form"


def test_progress_is_shown_as_it_goes(window: Opened) -> None:
    page = window.visit("import")
    page.show_running()
    page.show_progress(200, 10_000)
    assert page.doing.text() == "Memasukkan 200 dari 10.000…"
    assert page.bottom_bar() is None


def test_wiped_it_stops_and_forgets_the_file(window: Opened, sheet: Path) -> None:
    page = looked(window, sheet)
    stopped: list[bool] = []
    page.stop_asked.connect(lambda: stopped.append(True))
    page.wipe()
    assert stopped == [True]
    assert said(page.refused) == []


def test_a_look_fits_at_every_size(window: Opened, sheet: Path) -> None:
    looked(window, sheet)
    assert doing.misfits(window) == []


def test_a_run_fits_at_every_size(window: Opened, sheet: Path) -> None:
    looked(window, sheet).show_running()
    assert doing.misfits(window) == []
