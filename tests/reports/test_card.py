"""The emergency card."""

from datetime import date

from PySide6.QtWidgets import QApplication

from patbm_desktop.reports.card import CardContact, card_document
from patbm_desktop.reports.render import render_pdf
from tests.reports import reading, samples


def printed(*contacts: CardContact) -> str:
    return reading.words(render_pdf(card_document(contacts, samples.printing())))


def test_it_helps_with_no_data_at_all_on_one_small_sheet(qapp: QApplication):
    pdf = render_pdf(card_document((), samples.printing()))
    assert reading.sizes_mm(pdf) == [(148, 210)]
    text = reading.words(pdf)
    for number in ("110", "129", "112", "08111-129-129"):
        assert number in text
    assert "nomor belum diisi, minta ke koordinator" in text


def test_no_data_can_change_a_national_number(qapp: QApplication):
    text = printed(CardContact("polisi_110", "999"), CardContact("sapa_129", "888"))
    assert "999" not in text
    assert "888" not in text


def test_the_head_of_the_rt_is_never_on_it(qapp: QApplication):
    assert "0812" not in printed(CardContact("ketua_rt", "0812 0000"))


def test_an_untested_number_says_so_and_where_it_comes_from(qapp: QApplication):
    text = printed(CardContact("uptd_ppa", "0800 111", "menurut berita"))
    assert "belum dicoba · menurut berita" in text
    assert "0800 111" in text


def test_a_tested_number_says_when(qapp: QApplication):
    text = printed(CardContact("babinsa", "0800 222", "", date(2026, 11, 1)))
    assert "dicoba 1 November 2026" in text
