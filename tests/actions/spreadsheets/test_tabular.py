"""Tables from careless programs: read, or refused in a sentence, never a crash."""

import csv
import io
import zipfile
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from patbm_desktop.actions.spreadsheets import tabular
from patbm_desktop.actions.spreadsheets.tabular import read_table
from patbm_desktop.domain.fault import Fault, Refusal

HEADS = {
    "tanggal": "tanggal",
    "jenis": "jenis",
    "hasil": "hasil",
    "dewasal": "dewasa_l",
    "rt": "rt",
}


@pytest.fixture
def read(tmp_path):
    def reads(content, name="lembar.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_table(path, HEADS)

    return reads


def refusal_of(read, content, name="lembar.csv"):
    with pytest.raises(Fault) as no:
        read(content, name)
    return no.value.refusal


def workbook(*rows, title=()):
    book = Workbook()
    for row in [*title, *rows]:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_is_read_whatever_parts_and_encodes_it(read, separator, encoding, end):
    rows = [["Tanggal", "JENIS", "hasil"], ["2026-11-21", "rapat", "Café"], ["", "", ""]]
    table = read(end.join(separator.join(row) for row in rows).encode(encoding))
    assert table.columns == ("tanggal", "jenis", "hasil")
    assert [(line.number, dict(line.cells)) for line in table.lines] == [
        (2, {"tanggal": "2026-11-21", "jenis": "rapat", "hasil": "Café"})
    ]


def test_heads_may_stand_in_any_order_below_a_title_and_be_written_anyhow(read):
    table = read("Kegiatan RT 901\n\nDewasa L,  Ruang ,TANGGAL,tanggal\n12,a,2026-11-21,x\n")
    assert table.columns == ("dewasa_l", "tanggal")
    assert table.ignored == ("Ruang", "tanggal")
    assert table.lines[0].number == 4
    assert table.lines[0].cells == {"dewasa_l": "12", "tanggal": "2026-11-21"}


def test_the_line_by_which_excel_names_the_separator_is_no_head(read):
    assert read("sep=;\r\nTanggal;RT\r\n2026-11-21;901\r\n").columns == ("tanggal", "rt")


def test_heads_far_below_the_top_are_not_looked_for(read):
    assert refusal_of(read, "catatan\n" * 30 + "tanggal,rt\n") is Refusal.FILE_WITHOUT_COLUMNS
    assert read("catatan\n" * 29 + "tanggal,rt\n").columns == ("tanggal", "rt")


def test_the_mark_at_the_start_of_a_file_is_no_part_of_a_head(read):
    assert read("\ufeffRuang,tanggal,rt\n").ignored == ("Ruang",)


def test_two_hundred_columns_are_read_and_those_not_known_are_named(read):
    heads = ["tanggal", *(f"kolom {at}" for at in range(198)), "jenis"]
    table = read(";".join(heads) + "\n" + ";".join(["x"] * 200))
    assert len(table.ignored) == 198
    assert table.lines[0].cells == {"tanggal": "x", "jenis": "x"}


def test_a_quoted_cell_may_hold_lines_separators_and_quotes(read):
    table = read('tanggal,hasil\n1,"a,\n""b"""\n2,c\n')
    assert [line.cells["hasil"] for line in table.lines] == ['a,\n"b"', "c"]
    assert [line.number for line in table.lines] == [2, 3]


def test_a_quote_inside_a_word_is_a_quote(read):
    assert read('tanggal,hasil\n1,pipa 5" baru\n2,c\n').lines[0].cells["hasil"] == 'pipa 5" baru'


def test_a_quote_that_never_closes_costs_its_own_line_and_no_other(read):
    table = read('tanggal,hasil,rt\n1,"tanpa tutup,901\n2,b,901\n3,"c, d",901\n')
    assert [(line.number, line.damaged) for line in table.lines] == [
        (2, "hasil"),
        (3, None),
        (4, None),
    ]
    assert table.lines[2].cells["hasil"] == "c, d"


def test_an_open_quote_at_the_end_costs_the_last_line(read):
    table = read('tanggal,hasil\n1,a\n2,"b')
    assert [line.damaged for line in table.lines] == [None, "hasil"]


def test_a_line_with_more_cells_than_heads_is_damaged(read):
    table = read("tanggal,hasil\n1,Membaca, lalu pulang\n2,b,,\n")
    assert [line.damaged for line in table.lines] == ["hasil", None]


def test_a_line_with_fewer_cells_is_read_as_far_as_it_goes(read):
    assert read("tanggal,hasil,rt\n1,a\n").lines[0].cells == {"tanggal": "1", "hasil": "a"}


def test_nul_bytes_reach_the_cell_and_crash_nothing(read):
    assert read(b"tanggal,hasil\n1,a\x00b\n").lines[0].cells["hasil"] == "a\x00b"


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n...",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"\xd0\xcf\x11\xe0xls",
        b"a\x00b\x00" * 50,
    ],
)
def test_another_kind_of_file_is_no_table_whatever_its_name(read, content):
    assert refusal_of(read, content) is Refusal.FILE_NOT_A_TABLE


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"a,b,c\n1,2,3\n", b"2026-11-21,rapat,RT\n", b"\xef\xbb\xbf"]
)
def test_a_file_without_heads_says_so(read, content):
    assert refusal_of(read, content) is Refusal.FILE_WITHOUT_COLUMNS


def test_a_file_that_is_not_there_says_so(tmp_path):
    with pytest.raises(Fault) as no:
        read_table(tmp_path / "tidak-ada.csv", HEADS)
    assert no.value.refusal is Refusal.FILE_MISSING
    assert no.value.facts == {"name": "tidak-ada.csv"}


def test_a_folder_is_no_file_to_read(tmp_path):
    with pytest.raises(Fault) as no:
        read_table(tmp_path, HEADS)
    assert no.value.refusal is Refusal.FILE_UNREADABLE


def test_fifty_megabytes_are_refused_before_they_are_read(tmp_path):
    path = tmp_path / "besar.csv"
    with path.open("wb") as file:
        file.truncate(50 * 2**20)
    with pytest.raises(Fault) as no:
        read_table(path, HEADS)
    assert no.value.refusal is Refusal.FILE_TOO_LARGE
    assert no.value.facts == {"megabytes": 16}


def test_more_lines_than_anybody_types_are_refused(read):
    assert refusal_of(read, "tanggal,rt\n" + "1,2\n" * 50_001) is Refusal.FILE_TOO_LARGE


def test_a_workbook_gives_its_own_dates_and_numbers(read):
    content = workbook(
        ["Tanggal", "Jenis", "Dewasa L"], [date(2026, 11, 21), "rapat", 12], [46347, "x", 1.5]
    )
    lines = read(content, "lembar.xlsx").lines
    assert lines[0].cells["tanggal"].date() == date(2026, 11, 21)
    assert (lines[0].cells["jenis"], lines[0].cells["dewasa_l"]) == ("rapat", 12)
    assert lines[1].cells == {"tanggal": 46347, "jenis": "x", "dewasa_l": 1.5}


def test_a_workbook_is_known_by_its_bytes_and_by_the_sheet_that_has_heads(read):
    book = Workbook()
    book.active.append(["Petunjuk"])
    other = book.create_sheet("Data")
    other.append(["Tanggal", "RT", "catatan"])
    other.append([None, None, None])
    other.append(["21/11/2026", 901, "lain"])
    content = io.BytesIO()
    book.save(content)
    table = read(content.getvalue(), "salah-nama.csv")
    assert table.ignored == ("catatan",)
    assert [(line.number, line.cells["rt"]) for line in table.lines] == [(3, 901)]


def test_the_last_worked_out_value_of_a_formula_counts_never_the_formula(read):
    lines = read(workbook(["tanggal", "rt"], ["2026-11-21", "=1+1"]), "lembar.xlsx").lines
    assert lines[0].cells["rt"] is None


def test_a_line_that_holds_a_nought_is_not_empty(read):
    assert len(read(workbook(["tanggal", "rt"], [None, 0], [None, None]), "a.xlsx").lines) == 1


def test_a_note_right_of_the_table_is_no_damage_in_a_workbook(read):
    lines = read(workbook(["tanggal", "rt"], ["2026-11-21", 901, None, "catatan"]), "a.xlsx").lines
    assert lines[0].damaged is None


@pytest.mark.parametrize("cut", [100, 1000, 3000])
def test_half_a_workbook_is_no_table(read, cut):
    assert refusal_of(read, workbook(["tanggal", "rt"])[:cut]) is Refusal.FILE_NOT_A_TABLE


def test_any_other_archive_is_no_table(read):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert refusal_of(read, content.getvalue(), "a.xlsx") is Refusal.FILE_NOT_A_TABLE


def test_a_bomb_is_refused_by_what_it_says_of_itself(read):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for at in range(10):
            archive.writestr(f"xl/worksheets/sheet{at}.xml", b"\0" * 14 * 2**20)
    assert refusal_of(read, content.getvalue(), "bom.xlsx") is Refusal.FILE_TOO_LARGE


def test_a_workbook_of_broken_xml_is_no_table(read):
    whole, content = io.BytesIO(workbook(["tanggal", "rt"], ["a", 1])), io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(content, "w") as new:
        for part in old.namelist():
            spoiled = old.read(part)[:200] if "sheet1" in part else old.read(part)
            new.writestr(part, spoiled)
    assert refusal_of(read, content.getvalue(), "a.xlsx") is Refusal.FILE_NOT_A_TABLE


@given(st.binary(max_size=400))
def test_any_bytes_below_good_heads_are_lines_or_a_fault(tmp_path_factory, noise):
    path = tmp_path_factory.mktemp("noise") / "lembar.csv"
    path.write_bytes(b"tanggal,hasil,rt\n" + noise)
    with suppress(Fault):
        numbers = [line.number for line in read_table(path, HEADS).lines]
        assert numbers == sorted(set(numbers))
        assert set(numbers) <= set(range(2, noise.count(b"\n") + noise.count(b"\r") + 3))


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_characters="\0\r")), min_size=3, max_size=3
        )
    )
)
def test_what_a_spreadsheet_writes_is_read_back(tmp_path_factory, rows):
    text = io.StringIO(newline="")
    csv.writer(text).writerows([["tanggal", "hasil", "rt"], *rows])
    path = tmp_path_factory.mktemp("sheet") / "lembar.csv"
    path.write_bytes(text.getvalue().encode("utf-8-sig"))
    found = [list(line.cells.values()) for line in read_table(path, HEADS).lines]
    assert found == [row for row in rows if any(cell.strip() for cell in row)]


def test_the_limits_leave_room_for_ten_thousand_full_rows():
    assert tabular.LARGEST_FILE >= 10_000 * 1_200
    assert tabular.MOST_LINES >= 10_000
