"""The small sheets: recovery, entry form, work sheet, the picture for a chat."""

import json
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from patbm_desktop.domain.columns import COLUMNS
from patbm_desktop.domain.summary import year_summary
from patbm_desktop.reports.entry_form import WIDTHS, entry_form_document
from patbm_desktop.reports.label import words
from patbm_desktop.reports.recovery import recovery_document
from patbm_desktop.reports.render import render_pdf, render_png
from patbm_desktop.reports.wall import wall_document
from patbm_desktop.reports.work_sheet import WorkSheet, work_sheet_document
from tests.reports import reading, samples

LETTERS = "7QH2-MDB4-XN9T-2MZP-6CWF-8K3J"


def test_a_recovery_sheet_shows_the_letters_in_fours_and_what_to_do(qapp: QApplication):
    document = recovery_document(LETTERS, "Siti Rahmawati", samples.RT, samples.printing())
    text = reading.words(render_pdf(document))
    assert "7QH2 MDB4 XN9T 2MZP 6CWF 8K3J" in text
    assert "Titipkan dalam amplop tertutup ke koordinator." in text
    assert "kode laporan" not in text


def test_a_recovery_sheet_keeps_its_letters_out_of_logs_and_names():
    document = recovery_document(LETTERS, "Siti", None, samples.printing())
    assert "7QH2" not in repr(document)
    assert document.content_hash == ""


@pytest.mark.parametrize("paper", ["a4", "f4"])
def test_the_entry_form_has_the_columns_of_the_import_in_their_order(qapp: QApplication, paper):
    document = entry_form_document(samples.RT, samples.printing(paper))
    said = words("id", "form")["column"]
    assert tuple(said) == COLUMNS == tuple(WIDTHS)
    pages = reading.pages(render_pdf(document))
    assert len(pages) == 2
    assert "Halaman 2 dari 2" in pages[1]
    assert "Membaca bersama" in pages[1]


def test_a_year_on_one_page_with_a_thank_you(qapp: QApplication):
    held = [row.activity for row in samples.october()]
    summary = year_summary(held, 2026, ["2026-10"], ["Bimtek Seksi PPA RT"])
    sheet = WorkSheet(rt=samples.RT, name="Siti Rahmawati", titles=samples.TITLES, summary=summary)
    (text,) = reading.pages(render_pdf(work_sheet_document(sheet, samples.printing())))
    for expected in (
        "7 kegiatan", "90 peserta", "1 bulan dilaporkan", "Jumlah 7 16 49 11 14 90",
        "Bimtek Seksi PPA RT", "1 kegiatan belum lengkap", "Terima kasih",
    ):  # fmt: skip
        assert expected in text


def test_an_empty_year_is_printed_too(qapp: QApplication):
    sheet = WorkSheet(rt=samples.RT, name="", titles=samples.TITLES, summary=year_summary([], 2026))
    assert "Jumlah 0 0 0 0 0 0" in reading.words(
        render_pdf(work_sheet_document(sheet, samples.printing()))
    )


def test_the_picture_for_a_chat_holds_numbers_and_kinds_of_work_only():
    document = wall_document(samples.month_sheet(), samples.printing())
    said = json.dumps(document.data, ensure_ascii=False)
    for kept_back in ("Rahmawati", "Nuraini", "Prayitno", "Balai", "Langgar", "buku", "gawai"):
        assert kept_back not in said
    assert "Kunjungan rumah" in said


def test_the_picture_for_a_chat_has_the_size_chats_like():
    (png,) = render_png(wall_document(samples.month_sheet(), samples.printing()))
    image = QImage.fromData(png)
    assert (image.width(), image.height()) == (1080, 1350)


def test_many_kinds_of_work_still_fit_the_picture():
    rows = tuple(
        replace(row, activity=replace(row.activity, type=kind, ent=kind, date=date(2026, 10, 5)))
        for row in samples.october()[:1]
        for kind in ("sosialisasi", "pemetaan", "jejaring", "pelatihan", "lainnya",
                     "rapat_koordinasi", "kegiatan_anak", "layanan_identitas")
    )  # fmt: skip
    document = wall_document(samples.month_sheet(rows=rows), samples.printing())
    assert document.data["parts"][0]["types"][-1] == {"name": "Lainnya", "times": "2 kali"}
    assert len(render_png(document, 40)) == 1


def test_the_year_and_the_wall_say_how_many_notes_have_two_versions(qapp: QApplication):
    sheet = WorkSheet(
        rt=samples.RT,
        name="",
        titles=samples.TITLES,
        summary=year_summary([], 2026),
        two_versions=2,
    )
    text = reading.words(render_pdf(work_sheet_document(sheet, samples.printing())))
    assert "2 catatan masih punya dua versi." in text
    rows = tuple(replace(row, has_two_versions=True) for row in samples.month_sheet().rows[:1])
    made = wall_document(samples.month_sheet(rows=rows), samples.printing())
    assert "1 catatan masih punya dua versi." in reading.words(render_pdf(made))
