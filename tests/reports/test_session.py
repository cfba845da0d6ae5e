"""The papers of one session."""

import json
from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtWidgets import QApplication

from patbm_desktop.domain.activity import Count4
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.domain.summary import SheetActivity
from patbm_desktop.reports.paper import Photo
from patbm_desktop.reports.render import render_pdf
from patbm_desktop.reports.session import attendance_document, pack_document, session_document
from patbm_desktop.reports.session_sheet import SessionSheet
from tests.reports import reading, samples

BLANK = SessionSheet(
    rt=samples.RT,
    titles=samples.TITLES,
    maker_name="Siti Rahmawati",
    head_name="Sugeng Prayitno",
    letterhead=samples.KOP,
)
PLANNED = replace(
    BLANK,
    session=SheetActivity(
        activity=samples.held(
            3, date=date(2026, 11, 28), planned=True, participants=None, start=time(19, 30),
            minutes=90, speakers="psikolog HIMPSI",
        ),
        place_name="Balai RT", lead_name="Siti Rahmawati",
    ),
)  # fmt: skip
HELD = replace(
    BLANK,
    session=SheetActivity(
        activity=samples.held(
            11, participants=Count4(1, 4, 7, 9), result="32 buku terkumpul.",
            next_step="Buka Minggu", partners=("sekolah",),
        ),
        place_name="Taman baca", lead_name="Sri Nuraini",
    ),
)  # fmt: skip


@pytest.mark.parametrize("paper", ["a4", "f4"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_pack_is_four_sheets_that_each_count_their_own_pages(qapp: QApplication, paper, language):
    pages = reading.pages(render_pdf(pack_document(PLANNED, samples.printing(paper, language))))
    assert len(pages) == 4
    last = "Halaman 1 dari 1" if language == "id" else "Page 1 of 1"
    assert all(last in page for page in pages)


def test_a_pack_invites_lists_notes_and_reports_the_same_session(qapp: QApplication):
    invitation, people, minutes, report = reading.pages(
        render_pdf(pack_document(PLANNED, samples.printing()))
    )
    assert "Undangan Kelas pengasuhan" in invitation
    assert "Sabtu, 28 November 2026" in invitation
    assert "DAFTAR HADIR" in people
    assert "NOTULEN DAN BERITA ACARA" in minutes
    assert "Wakil peserta" in minutes
    assert report.count("Tempel foto di sini") == 2
    assert all("pukul 19.30 WITA, 90 menit" in page for page in (invitation, people, minutes))


def test_a_report_says_what_was_done_with_two_photos(qapp: QApplication):
    photos = tuple(
        Photo(samples.photo(), "", caption, "tidak") for caption in ("satu", "dua", "tiga")
    )
    document = session_document(replace(HELD, photos=photos), samples.printing())
    text = reading.words(render_pdf(document))
    for expected in ("32 buku terkumpul.", "Buka Minggu", "1 4 7 9 0 21", "Sekolah", "satu", "dua"):
        assert expected in text
    assert "tiga" not in text


def test_a_photo_without_permission_is_not_in_the_file():
    photos = (Photo(samples.photo(), "", "", "ya_belum"), Photo(samples.photo()))
    document = session_document(replace(HELD, photos=photos), samples.printing())
    assert document.pictures == ()


def test_a_visit_tells_no_day_no_place_and_no_story():
    activity = samples.held(
        7, type="kunjungan_rumah", title="Rumah nomor tiga", result="Cerita", next_step="Langkah",
        speakers="Tetangga",
    )  # fmt: skip
    visit = SheetActivity(activity=activity, place_name="Rumah rahasia", lead_name="Siti")
    sheet = replace(BLANK, session=visit, photos=(Photo(samples.photo(), "", "foto", "tidak"),))
    said = json.dumps(session_document(sheet, samples.printing()).data["parts"], ensure_ascii=False)
    for secret in ("Rumah nomor tiga", "Rumah rahasia", "Cerita", "Langkah", "7 Oktober", "foto"):
        assert secret not in said
    assert "Oktober 2026" in said


def test_a_blank_attendance_list_has_twenty_lines_on_one_page(qapp: QApplication):
    for paper in ("a4", "f4"):
        document = attendance_document(BLANK, samples.printing(paper))
        assert len(document.data["parts"][0]["people"]) == 20
        assert len(reading.pages(render_pdf(document))) == 1


def test_a_child_stands_on_the_list_with_a_first_name_only(qapp: QApplication):
    people = (
        Attendee("Warga Satu", "L", "25-44", "warga", "RT 901"),
        Attendee("Anak Contoh", "P", "6-12", "anak"),
        Attendee("Kecil Contoh", "P", element="anak", disability=True),
    )
    document = attendance_document(replace(HELD, attendance=people), samples.printing())
    text = reading.words(render_pdf(document))
    assert "Warga Satu" in text
    assert "Anak Contoh" not in text
    assert "Kecil Contoh" not in text
    totals = [value for _name, value in document.data["parts"][0]["totals"]]
    assert totals == ["1", "2", "2", "1"]


def test_a_list_of_seventy_repeats_its_head(qapp: QApplication):
    people = tuple(Attendee(f"Warga{number}", "P", "25-44") for number in range(70))
    pdf = render_pdf(attendance_document(replace(HELD, attendance=people), samples.printing()))
    pages = reading.pages(pdf)
    assert len(pages) > 2
    assert all("Tanda tangan" in page for page in pages if "Warga" in page)


def test_minutes_of_a_session_that_was_held_carry_what_is_known(qapp: QApplication):
    minutes = reading.pages(render_pdf(pack_document(HELD, samples.printing())))[2]
    assert "dewasa L 1, P 4; anak L 7, P 9" in minutes
    assert "32 buku terkumpul." in minutes


def test_until_somebody_has_chosen_every_paper_of_a_session_says_two_versions(qapp: QApplication):
    assert HELD.session is not None
    undecided = replace(HELD, session=replace(HELD.session, has_two_versions=True))
    said = "1 catatan masih punya dua versi."
    pages = reading.pages(render_pdf(pack_document(undecided, samples.printing())))
    assert [page.count(said) for page in pages] == [0, 1, 1, 1]
    assert said not in reading.words(render_pdf(session_document(HELD, samples.printing())))
