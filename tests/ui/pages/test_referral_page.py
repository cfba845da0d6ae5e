"""The referral letter: nothing is required, the paper is what prints, a name is kept on demand."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from patbm_desktop.actions.cases import case_moves
from patbm_desktop.actions.cases.casebook import page as case_of
from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.rt import contacts
from patbm_desktop.domain.case import Identity
from patbm_desktop.domain.codes import SERVICES
from patbm_desktop.ui.forms.moving_out import MovingOut
from patbm_desktop.ui.pages.referral_page import ReferralPage
from tests.reports.reading import words as text_of
from tests.ui import apart, casework, doing, reading
from tests.ui.opened import Opened

NAME = "Dimas Contoh"


def letter(window: Opened, case: str, **what: object) -> ReferralPage:
    """Return the page of a letter, with its paper made."""
    page = window.visit("referral", case=case, **what)
    assert isinstance(page, ReferralPage)
    return page


def paper(window: Opened) -> str:
    """Return the words on the paper that would be printed."""
    window.settle()
    road = window.desk()._roads["referral"]
    return text_of(road._pdf)  # type: ignore[attr-defined]


def type_name(window: Opened, page: ReferralPage) -> None:
    """Type a name and wait until it is on the paper."""
    line = page.form.who.lines["nama"]
    line.setText(NAME)
    line.textEdited.emit(NAME)
    page.form.flush()
    window.settle()


@pytest.fixture
def child(window: Opened) -> str:
    """A child who is hit."""
    return casework.note(window, casework.hit())


@pytest.fixture
def jobs(window: Opened, monkeypatch: pytest.MonkeyPatch) -> list[tuple[bytes, str]]:
    """What went to the printer: the PDF and the name of the job."""
    found: list[tuple[bytes, str]] = []

    def send(pdf: bytes, name: str) -> bool:
        found.append((pdf, name))
        return True

    monkeypatch.setattr(window.desk(), "print_pdf", send)
    return found


# -- asking ----------------------------------------------------------------------------------


def test_it_begins_with_uptd_ppa_that_decides_and_nothing_else(window: Opened, child: str) -> None:
    page = letter(window, child)
    wanted = page.request()
    assert wanted is not None
    assert (wanted.referral.to, wanted.referral.services_asked) == (
        "uptd_ppa",
        ("uptd_menentukan",),
    )
    assert (wanted.identity.nama, wanted.keeps_identity, wanted.basis) == ("", False, None)


def test_mediation_is_in_no_list(window: Opened, child: str) -> None:
    page = letter(window, child)
    assert set(page.form.services.chips.offered()) == set(SERVICES)
    assert "mediasi" not in " ".join(page.form.services.chips.offered())


def test_letting_uptd_decide_and_asking_by_name_exclude_each_other(
    window: Opened, child: str
) -> None:
    services = letter(window, child).form.services
    services.chips.chip("penjangkauan").click()
    assert services.values() == ("penjangkauan",)
    services.chips.chip("uptd_menentukan").click()
    assert services.values() == ("uptd_menentukan",)
    services.chips.chip("uptd_menentukan").click()
    assert services.values() == ("uptd_menentukan",)


def test_another_office_has_a_name_and_no_services(window: Opened, child: str) -> None:
    page = letter(window, child, to="sekolah")
    assert page.form.texts.office.isVisible()
    assert not page.form.services.isVisible()
    page.form.texts.addressee.setText("SD Contoh")
    wanted = page.request()
    assert wanted is not None
    assert (wanted.referral.addressee, wanted.referral.services_asked) == ("SD Contoh", ())


def test_the_consent_of_a_feared_parent_is_no_basis(window: Opened) -> None:
    ent = casework.note(window, casework.hit(relation="orang_tua"))
    page = letter(window, ent)
    assert "persetujuan" not in page.form.basis.chips.offered()
    assert "tidak diminta" in page.form.basis.note.text()


# -- the paper -------------------------------------------------------------------------------


def test_the_paper_shows_what_is_typed_and_dots_for_the_rest(window: Opened, child: str) -> None:
    page = letter(window, child)
    assert "RAHASIA" in paper(window)
    assert NAME not in paper(window)
    type_name(window, page)
    assert NAME in paper(window)


def test_the_code_on_the_paper_is_that_of_the_letter_kept(
    window: Opened, child: str, jobs: list[Any]
) -> None:
    page = letter(window, child)
    said = paper(window)
    page.print.click()
    window.settle()
    (kept,) = casework.page_of(window, child).dossier.referrals
    assert kept.code in said


def test_what_is_printed_is_what_is_shown_also_when_typed_a_moment_ago(
    window: Opened, child: str, jobs: list[Any]
) -> None:
    page = letter(window, child)
    line = page.form.who.lines["nama"]
    line.setText(NAME)
    line.textEdited.emit(NAME)
    page.print.click()
    window.settle()
    assert NAME in text_of(jobs[0][0])


def test_a_print_job_is_called_patbm(window: Opened, child: str, jobs: list[Any]) -> None:
    letter(window, child).print.click()
    window.settle()
    assert [name for _, name in jobs] == ["PATBM"]


def test_a_case_with_two_versions_says_so_on_the_page_and_on_the_paper(window: Opened) -> None:
    ent = apart.case_apart(window)
    page = letter(window, ent)
    assert page.versions.isVisible()
    assert "masih punya dua versi" in paper(window)
    page.choose.click()
    window.settle()
    assert window.desk().key() == "case"
    assert casework.page_of(window, ent).is_undecided


def test_a_case_with_one_version_says_nothing_of_two(window: Opened, child: str) -> None:
    page = letter(window, child)
    assert not page.versions.isVisible()
    assert "dua versi" not in paper(window)


# -- after printing --------------------------------------------------------------------------


def test_printing_is_written_down_and_the_name_is_not_kept(
    window: Opened, child: str, jobs: list[Any]
) -> None:
    page = letter(window, child)
    type_name(window, page)
    page.print.click()
    window.settle()
    kept = casework.page_of(window, child)
    assert "cetak" in [each.what for each in kept.openings]
    assert not kept.has_identity
    assert page.sent.isVisible()


def test_the_name_is_kept_where_that_is_asked_for(
    window: Opened, child: str, jobs: list[Any]
) -> None:
    page = letter(window, child)
    type_name(window, page)
    page.form.who.keep.toggle.click()
    page.print.click()
    window.settle()
    assert casework.page_of(window, child).has_identity


def test_handed_over_it_is_referred_and_the_case_is_shown(
    window: Opened, child: str, jobs: list[Any]
) -> None:
    casework.opened(window, child)
    page = letter(window, child)
    page.print.click()
    window.settle()
    page.handed.click()
    window.settle()
    assert window.desk().key() == "case"
    assert casework.page_of(window, child).row.status == "dirujuk"


def test_without_a_printer_nothing_is_noted(
    window: Opened, child: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.desk(), "print_pdf", lambda pdf, name: False)
    letter(window, child).print.click()
    window.settle()
    assert casework.page_of(window, child).dossier.referrals == ()


def test_a_letter_written_by_hand_is_noted_without_a_line_of_printing(
    window: Opened, child: str
) -> None:
    letter(window, child).by_hand.click()
    window.settle()
    kept = casework.page_of(window, child)
    assert len(kept.dossier.referrals) == 1
    assert "cetak" not in [each.what for each in kept.openings]


def test_the_basis_goes_into_the_note(window: Opened, child: str, jobs: list[Any]) -> None:
    page = letter(window, child)
    page.form.basis.chips.chip("kepentingan_vital").click()
    page.print.click()
    window.settle()
    detail = casework.page_of(window, child).dossier.detail
    assert detail is not None
    assert detail.legal_basis == "kepentingan_vital"


def test_printing_again_asks_for_the_name_again(
    window: Opened, child: str, jobs: list[Any]
) -> None:
    page = letter(window, child)
    type_name(window, page)
    page.print.click()
    window.settle()
    (kept,) = casework.page_of(window, child).dossier.referrals
    window.visit("home")
    page = letter(window, child, ent=kept.ent)
    assert page.form.who.lines["nama"].text() == ""
    assert not page.form.to.isEnabled()
    page.print.click()
    window.settle()
    assert len(casework.page_of(window, child).dossier.referrals) == 1


def test_the_kept_name_is_filled_in_on_demand_and_that_is_written_down(
    window: Opened, child: str
) -> None:
    casework.keep_identity(window, child)
    page = letter(window, child)
    assert NAME not in paper(window)
    page.form.who.known.click()
    window.settle()
    assert page.form.who.lines["nama"].text() == NAME
    assert "tampilkan" in [each.what for each in casework.page_of(window, child).openings]


# -- files, blanks, leaving ------------------------------------------------------------------


def test_saving_says_what_it_means_and_asks_where(
    window: Opened, child: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "surat.pdf"
    asked: list[str] = []
    monkeypatch.setattr(
        window.house.files, "ask_save", lambda _, name, *__: asked.append(name) or target
    )
    page = letter(window, child)
    page.save_pdf.click()
    assert page.warning.isVisible()
    assert not target.exists()
    page.where.click()
    window.settle()
    assert target.read_bytes().startswith(b"%PDF-")
    assert asked == ["PATBM.pdf"]
    assert "ekspor" in [each.what for each in casework.page_of(window, child).openings]


def test_the_blank_letter_says_nothing_of_the_case(
    window: Opened, child: str, jobs: list[Any]
) -> None:
    letter(window, child).blank.click()
    window.settle()
    said = text_of(jobs[0][0])
    assert "RAHASIA" in said
    assert "tangisan" not in said
    assert casework.page_of(window, child).dossier.referrals == ()


def test_left_it_holds_no_name_and_the_next_letter_begins_empty(window: Opened, child: str) -> None:
    page = letter(window, child)
    type_name(window, page)
    window.visit("home")
    assert [line.text() for line in page.findChildren(QLineEdit) if line.text()] == []
    assert page.preview.view.page_count() == 0
    road = window.desk()._roads["referral"]
    assert road._pdf == b""  # type: ignore[attr-defined]
    other = casework.note(window)
    assert letter(window, other).form.who.lines["nama"].text() == ""


def test_left_it_holds_no_word_that_was_typed_and_the_draft_brings_them_back(
    window: Opened, child: str
) -> None:
    page = letter(window, child)
    page.form.open_more()
    QTest.keyClicks(page.form.texts.done_before, "diberi makan")
    QTest.keyClicks(page.form.texts.conditions["fisik"], "kurus")
    window.visit("home")
    assert [each.toPlainText() for each in page.findChildren(QPlainTextEdit)] == [""] * 5
    window.settle()
    again = letter(window, child).form
    assert again.texts.done_before.plain() == "diberi makan"
    assert again.wanted(window.house.clock.now().date()).referral.condition.fisik == "kurus"


def test_a_draft_of_a_letter_never_holds_who_it_is(window: Opened, child: str) -> None:
    page = letter(window, child)
    type_name(window, page)
    page.form.services.chips.chip("penjangkauan").click()
    window.visit("home")
    (kept,) = doing.do(window, drafts.every)
    assert NAME not in str(kept.data)
    page = letter(window, child)
    assert page.form.services.values() == ("penjangkauan",)


def offers_in(page: ReferralPage) -> list[MovingOut]:
    """Return what the form offers to move, having looked through every text."""
    found = page.form.findChildren(MovingOut)
    for each in found:
        each.look_now()
    return [each for each in found if not each.isHidden()]


def test_a_number_or_a_name_in_a_text_of_the_letter_moves_to_who_it_is(
    window: Opened, child: str
) -> None:
    page = letter(window, child)
    page.form.open_more()
    texts, who = page.form.texts, page.form.who
    assert offers_in(page) == []
    type_name(window, page)
    texts.conditions["keluarga"].set_plain(f"{NAME} ikut nenek, 0812 3456 7890")
    (offer,) = offers_in(page)
    offer.move_button.click()
    assert texts.conditions["keluarga"].plain() == " ikut nenek, 0812 3456 7890"
    assert who.lines["nama"].text() == NAME
    offer.move_button.click()
    assert texts.conditions["keluarga"].plain() == " ikut nenek, "
    assert who.lines["kontak_aman"].text() == "0812 3456 7890"
    assert offers_in(page) == []


def test_what_is_kept_nowhere_is_named_and_no_text_of_the_letter_is_left_out(
    window: Opened, child: str
) -> None:
    page = letter(window, child)
    texts = page.form.texts
    fields = [*texts.conditions.values(), texts.done_before]
    for each in fields:
        each.set_plain("NIK 6471055203150001")
    for line in (texts.addressee, texts.number):
        line.setText("lahir 12-03-2015")
    found = offers_in(page)
    assert len(found) == len(fields) + 2
    assert all(each.move_button.isHidden() for each in found)
    assert page.form.wanted(date(2026, 11, 21)).referral.done_before == "NIK 6471055203150001"


def test_a_guardian_s_name_moves_to_the_guardian_s_line(window: Opened, child: str) -> None:
    page = letter(window, child)
    page.form.who.lines["wali"].setText("Mulyani Contoh")
    page.form.texts.done_before.set_plain("Bicara dengan Mulyani di rumahnya")
    (offer,) = offers_in(page)
    offer.move_button.click()
    assert page.form.texts.done_before.plain() == "Bicara dengan  di rumahnya"
    assert page.form.who.identity() == Identity(wali="Mulyani Contoh")


def test_a_frozen_case_has_no_letter(window: Opened, child: str) -> None:
    doing.do(window, lambda ws: case_moves.freeze(ws, case_of(ws, child), "permintaan"))
    casework.opened(window, child)
    window.visit("referral", case=child)
    assert window.desk().key() == "case"


def test_the_page_fits_at_every_size(window: Opened, child: str) -> None:
    page = letter(window, child)
    page.form.open_more()
    page.ask_handed()
    page._warn()
    assert doing.misfits(window) == []
    assert reading.nameless(window.desk().shell) == []


def test_no_letter_stands_in_the_temp_folder(
    window: Opened, child: str, tmp_path: Path, jobs: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    temp = tmp_path / "temp"
    temp.mkdir()
    for name in ("TMPDIR", "TMP", "TEMP"):
        monkeypatch.setenv(name, str(temp))
    page = letter(window, child)
    type_name(window, page)
    page.print.click()
    window.settle()
    assert list(temp.rglob("*")) == []


def test_without_a_number_of_uptd_the_letter_is_made_all_the_same(
    window: Opened, child: str
) -> None:
    rows = doing.do(window, contacts.every)
    assert next(row.number for row in rows if row.function == "uptd_ppa") == ""
    letter(window, child)
    assert "UPTD PPA" in paper(window)
