"""The card of dos and don'ts."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from patbm_desktop.reports.card import CardContact
from patbm_desktop.reports.do_not_card import do_not_card_document
from patbm_desktop.reports.label import words
from patbm_desktop.reports.render import render_pdf
from tests.reports import reading, samples


@pytest.mark.parametrize("language", ["id", "en"])
def test_it_is_one_small_sheet_with_every_line(qapp: QApplication, language):
    pdf = render_pdf(do_not_card_document(samples.printing("f4", language)))
    assert reading.sizes_mm(pdf) == [(148, 210)]
    text, said = reading.words(pdf), words(language, "do_not")
    for line in (*said["do_lines"], *said["do_not_lines"], *said["safety_lines"]):
        assert line in text
    assert len(said["do_not_lines"]) == 11


def test_it_looks_after_the_kader_too(qapp: QApplication):
    text = reading.words(render_pdf(do_not_card_document(samples.printing())))
    assert "Jangan datang sendirian. Kalau diancam: pergi, telepon 110" in text
    assert "Lelah mendengar cerita berat itu wajar" in text
    assert "Terima kasih sudah cerita. Ini bukan salahmu." in text
    assert "UU 12/2022 pasal 23" in text


def test_it_helps_without_data_and_says_when_a_number_was_never_tried(qapp: QApplication):
    empty = reading.words(render_pdf(do_not_card_document(samples.printing())))
    assert "110" in empty
    assert "UPTD PPA . . . . ." in empty
    untried = CardContact("uptd_ppa", "0800 111")
    tried = CardContact("uptd_ppa", "0800 111", "", date(2026, 11, 1))
    for contact, says_so in ((untried, True), (tried, False)):
        text = reading.words(render_pdf(do_not_card_document(samples.printing(), contact)))
        assert "0800 111" in text
        assert ("belum dicoba" in text) is says_so
