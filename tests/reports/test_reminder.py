"""The reminder slip."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from patbm_desktop.reports.card import CardContact
from patbm_desktop.reports.reminder import Reminder, reminder_document
from patbm_desktop.reports.render import render_pdf
from tests.reports import reading, samples

TRIED = CardContact("uptd_ppa", "0800 111", "", date(2026, 11, 1))
TOMORROW = Reminder(date(2026, 11, 22), code="K-7QH2MD", uptd=TRIED)


def printed(reminder: Reminder, language: str = "id") -> str:
    printing = samples.printing("f4", language)  # type: ignore[arg-type]
    return reading.words(render_pdf(reminder_document(reminder, printing)))


def test_it_is_one_small_slip_with_code_day_and_numbers_only(qapp: QApplication):
    pdf = render_pdf(reminder_document(TOMORROW, samples.printing()))
    assert reading.sizes_mm(pdf) == [(105, 148)]
    assert reading.words(pdf) == (
        "Pengingat Telepon UPTD PPA besok Minggu, 22 November 2026 Kode K-7QH2MD "
        "UPTD PPA 0800 111 SAPA 129 Tidak diangkat? 129 Polisi Ada bahaya 110"
    )


def test_red_says_now(qapp: QApplication):
    assert "Telepon UPTD PPA sekarang" in printed(replace(TOMORROW, is_now=True))
    assert "Call UPTD PPA now" in printed(replace(TOMORROW, is_now=True), "en")


def test_without_a_kept_note_there_is_no_code_either(qapp: QApplication):
    assert "Kode" not in printed(replace(TOMORROW, code=""))


@pytest.mark.parametrize(
    ("number", "says"), [("0800 111", "belum dicoba"), ("", "nomor belum diisi")]
)
def test_an_untried_number_says_so_and_129_is_as_large(qapp: QApplication, number, says):
    untried = replace(TOMORROW, uptd=CardContact("uptd_ppa", number))
    part = reminder_document(untried, samples.printing()).data["parts"][0]
    assert says in printed(untried)
    assert [each["is_large"] for each in part["numbers"]] == [True, True, False]
    tried = reminder_document(TOMORROW, samples.printing()).data["parts"][0]
    assert [each["is_large"] for each in tried["numbers"]] == [True, False, False]


def test_it_shows_nothing_of_itself_in_a_log():
    assert "7QH2MD" not in repr(TOMORROW)
    assert "7QH2MD" not in repr(reminder_document(TOMORROW, samples.printing()))
