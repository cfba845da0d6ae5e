"""The rows of a sheet that need a hand, one under the other."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from patbm_desktop.ui.tables.refused_list import RefusedLine, RefusedList
from patbm_desktop.ui.theme import Theme

LINE = RefusedLine(12, "Tanggal", "31/31/2026", "Tanggal ini belum terbaca.")


def test_a_line_says_where_what_and_why(qtbot: QtBot, theme: Theme) -> None:
    shown = RefusedList(theme, "Baris yang perlu dibantu")
    qtbot.addWidget(shown)
    shown.lines.show_lines([LINE])
    index = shown.lines.index(0)
    assert shown.lines.data(index) == "Baris 12 · Tanggal: “31/31/2026”"
    said = shown.lines.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("Tanggal ini belum terbaca.")


def test_an_empty_cell_shows_no_quotation_marks() -> None:
    assert RefusedLine(3, "Program", "", "Belum diisi.").head == "Baris 3 · Program"


def test_what_somebody_typed_stays_out_of_the_log() -> None:
    assert "31/31/2026" not in repr(LINE)


def test_ten_thousand_lines_are_one_look(qtbot: QtBot, theme: Theme) -> None:
    shown = RefusedList(theme, "Baris")
    qtbot.addWidget(shown)
    shown.resize(800, 400)
    shown.show()
    shown.lines.show_lines([LINE] * 10_000)
    shown.viewport().repaint()
    assert shown.lines.rowCount() == 10_000
    assert shown.indexAt(shown.viewport().rect().center()).isValid()
