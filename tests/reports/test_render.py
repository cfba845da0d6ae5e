"""From values to pages."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from patbm_desktop.reports import render
from patbm_desktop.reports.month import month_document
from patbm_desktop.reports.paper import Document
from tests.reports import reading, samples

DOCUMENT = month_document(samples.month_sheet(), samples.printing())


def test_the_same_sheet_gives_the_same_bytes():
    assert render.render_pdf(DOCUMENT) == render.render_pdf(DOCUMENT)


@pytest.mark.parametrize(("paper", "size"), [("a4", (297, 210)), ("f4", (330, 215))])
def test_the_paper_has_its_size_and_the_layout_reflows(qapp: QApplication, paper, size):
    document = month_document(samples.month_sheet(), samples.printing(paper))
    pdf = render.render_pdf(document)
    assert set(reading.sizes_mm(pdf)) == {size}
    assert "Siti Rahmawati" in reading.words(pdf)


def test_the_file_says_its_title_and_day_and_is_tagged(qapp: QApplication):
    pdf = render.render_pdf(DOCUMENT)
    title, made = reading.properties(pdf)
    assert title == "Laporan kegiatan bulanan RT 901, Oktober 2026"
    assert "2026" in made
    assert b"/StructTreeRoot" in pdf
    assert b"/Lang" in pdf


def test_a_long_report_is_made_by_a_child_and_is_the_same():
    here = render.render_pdf(DOCUMENT)
    assert render.render_pdf(replace(DOCUMENT, pages=render.PAGES_IN_PROCESS + 1)) == here


def test_only_our_own_faces_are_there_to_set_type_with():
    faces = sorted((font.family, font.weight) for font in render._fonts().fonts())
    inter = [("Inter", weight) for weight in (400, 500, 600, 700)]
    assert faces == [*inter, ("Liberation Sans", 400), ("Liberation Sans", 700)]


def test_nothing_is_left_in_the_folders_that_a_program_writes_to(tmp_path: Path, monkeypatch):
    for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    render.render_pdf(DOCUMENT)
    render.render_png(replace(DOCUMENT, pages=render.PAGES_IN_PROCESS + 1), 30)
    assert list(tmp_path.iterdir()) == []


def test_a_broken_template_is_our_bug_and_tells_nothing_of_the_content():
    broken = Document(data={**DOCUMENT.data, "parts": [{"sheet": "none"}]}, at=samples.AT)
    with pytest.raises(render.BrokenTemplate):
        render.render_pdf(broken)
    with pytest.raises(render.BrokenTemplate):
        render.render_pdf(replace(broken, pages=99))


def test_a_document_shows_nothing_of_itself_in_a_log():
    assert "Rahmawati" not in repr(DOCUMENT)
    assert "Rahmawati" in json.dumps(DOCUMENT.data)
