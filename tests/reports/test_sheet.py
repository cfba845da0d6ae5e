"""The workbook for an office."""

from datetime import datetime
from io import BytesIO
from typing import Any

import openpyxl

from patbm_desktop.domain.columns import COLUMNS
from patbm_desktop.domain.summary import SheetActivity
from patbm_desktop.reports.sheet import data_workbook
from tests.reports import samples


def opened(*rows: SheetActivity, **more: Any) -> Any:
    book = openpyxl.load_workbook(BytesIO(data_workbook(rows, "Contoh", "901", **more)))
    assert book.sheetnames == ["Data"]
    return book["Data"]


def line(page: Any, number: int = 2) -> dict[str, Any]:
    titles = [cell.value for cell in page[1]]
    return dict(zip(titles, page[number], strict=True))


def test_it_is_one_flat_table_with_the_columns_of_the_import():
    page = opened(*samples.october())
    assert [cell.value for cell in page[1]] == [*COLUMNS, "bulan", "versi"]
    assert page.max_row == 8
    assert not page.merged_cells.ranges


def test_a_day_is_a_day_and_a_number_a_number():
    cells = line(opened(*samples.october()))
    assert cells["tanggal"].value == datetime(2026, 10, 3)  # noqa: DTZ001 - a spreadsheet has no zone
    assert cells["tanggal"].is_date
    assert (cells["dewasa_l"].value, cells["dewasa_p"].value) == (3, 14)
    assert cells["rt"].value == "901"
    assert cells["topik"].value == "Pengasuhan positif"


def test_nothing_typed_becomes_a_formula_or_a_link():
    nasty = samples.held(3, result='=HYPERLINK("x")', next_step="http://contoh", title="@x")
    cells = line(opened(SheetActivity(activity=nasty, place_name="+1", lead_name="-2")))
    for name in ("hasil", "tindak_lanjut", "tempat", "pelaksana"):
        assert cells[name].data_type == "s"
        assert cells[name].hyperlink is None
    assert cells["hasil"].value == '=HYPERLINK("x")'


def test_a_visit_has_its_month_and_its_heads_and_nothing_that_points_at_a_house():
    page = opened(*samples.october())
    for number in (7, 8):
        cells = line(page, number)
        assert cells["jenis"].value == "Kunjungan rumah / pemantauan"
        assert cells["bulan"].value == "2026-10"
        for name in ("tanggal", "tempat", "pelaksana", "hasil", "tindak_lanjut", "menit"):
            assert cells[name].value is None


def test_absent_heads_are_empty_and_not_nought():
    cells = line(opened(SheetActivity(activity=samples.held(3, participants=None))))
    assert cells["dewasa_l"].value is None


def test_results_stay_away_when_they_are_switched_off():
    cells = line(opened(*samples.october(), with_results=False))
    assert cells["hasil"].value is None
    assert cells["tindak_lanjut"].value is None


def test_a_plan_is_no_activity():
    assert opened(SheetActivity(activity=samples.held(3, planned=True))).max_row == 1


def test_the_same_table_gives_the_same_file():
    rows = samples.october()
    assert data_workbook(rows, "Contoh", "901") == data_workbook(rows, "Contoh", "901")


def test_a_text_of_control_characters_and_great_length_is_kept_readable():
    long = samples.held(3, result="a\x00\x0b\x1f" + "b" * 40_000)
    value = line(opened(SheetActivity(activity=long)))["hasil"].value
    assert value.startswith("ab")
    assert len(value) == 32_767
