"""The referral letter, its receipt, and the sheet for the envelope."""

import json
import re
from dataclasses import fields, replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from patbm_desktop.assets import asset, table
from patbm_desktop.domain import codes
from patbm_desktop.reports import render
from patbm_desktop.reports.letter import blank_letter_document, letter_document
from patbm_desktop.reports.letter_contents import ten_contents
from patbm_desktop.reports.paper import Letterhead
from patbm_desktop.reports.referral import Condition, Identity, Letter, said
from patbm_desktop.reports.render import render_pdf, render_png
from tests.reports import reading, samples
from tests.reports.letters import ADDRESS, ADULT, CHILD, NAME, PAPERS
from tests.reports.test_templates import contrast

PRINTING = samples.printing()
RECEIPT = "TANDA TERIMA SURAT"


def pages(letter: Letter) -> list[str]:
    return reading.pages(render_pdf(letter_document(letter, PRINTING)))


def said_by(letter: Letter) -> str:
    """Return the words of the letter without its address sheet."""
    return " ".join(pages(letter)[:-1])


# -- what it says ------------------------------------------------------------------------------


def test_it_is_a4_with_the_ten_contents_in_their_order(qapp: QApplication):
    pdf = render_pdf(letter_document(CHILD, PRINTING))
    assert set(reading.sizes_mm(pdf)) == {(210, 297)}
    text, titles = reading.words(pdf), [each["title"] for each in ten_contents(CHILD)]
    places = [text.index(title) for title in titles]
    assert [title.split(".")[0] for title in titles] == [str(number) for number in range(1, 11)]
    assert places == sorted(places)


def test_it_says_what_is_known_in_plain_words(qapp: QApplication):
    text = said_by(CHILD)
    for expected in (
        "Sifat : RAHASIA", "Hal : Rujukan penanganan kasus", "Kode surat : R-7QH2MD",
        "Balikpapan, 21 Oktober 2026", "Kepala UPTD PPA Kota Balikpapan", NAME, "6–12 tahun",
        "Diketahui dari : Tetangga", "Kekerasan fisik", "Terlapor : Laki-laki, dewasa",
        "Hubungannya : Orang tua", "Terdengar tangisan", "Fisik : Lebam di lengan kiri",
        "UPTD PPA (20 Oktober 2026, pukul 19.10 WITA)", "MERAH: perlu ditangani sekarang",
        "Ada luka, Sudah berulang", "Serumah dengan terlapor : Ya", "Keselamatan anak",
        "Pendapat anak : Anak tidak ditanya", "Kontak pengirim : 0800 000 000", "Siti Rahmawati",
    ):  # fmt: skip
        assert expected in text, expected


def test_the_number_of_the_office_and_the_code_of_the_letter_stand_apart(qapp: QApplication):
    assert re.search(r"Nomor : \.{6,}", said_by(CHILD))
    assert "Nomor : 003/PPA/XI/2026" in said_by(replace(CHILD, letter_no="003/PPA/XI/2026"))
    assert "DRAF" not in said_by(CHILD)


def test_a_blank_letter_needs_no_data_at_all(qapp: QApplication):
    *letter, envelope = reading.pages(render_pdf(blank_letter_document(PRINTING)))
    text = " ".join(letter)
    for name in (
        "RUKUN TETANGGA", "Nomor :", "Kode surat :", "Nama :", "Alamat :", "Terlapor :",
        "Psikis :", "Sudah menelepon :", "Persetujuan :", "Kontak pengirim :",
    ):  # fmt: skip
        assert re.search(rf"{name} ?\.{{6,}}", text), name
    assert "anak atau korban" in text
    assert "Kepala UPTD PPA ....." in envelope


def test_every_empty_field_is_a_line_to_write_on():
    blank = [field for each in ten_contents(Letter()) for field in each["fields"]]
    assert len(blank) > 25
    assert all(not field["value"] and field["lines"] >= 1 for field in blank)


def test_nothing_but_whom_it_goes_to_and_the_day_is_required(qapp: QApplication):
    text = said_by(Letter(to="puspaga", made_on=CHILD.made_on))
    assert "Ketua Puspaga" in text
    assert "21 Oktober 2026" in text


@pytest.mark.parametrize("to", codes.REFERRED_TO)
def test_the_envelope_says_who_may_open_it_and_no_more(qapp: QApplication, to):
    envelope = pages(replace(CHILD, to=to, addressee="Sekolah Contoh"))[-1]
    opened_by = said("recipient")[to]["opened_by"]
    assert envelope.startswith(f"RAHASIA Hanya dibuka oleh {opened_by}.")
    assert "R-7QH2MD" in envelope
    for kept_back in (NAME, "Rahmawati", "901", "Rujukan", "anak"):
        assert kept_back not in envelope.replace("Perempuan dan Anak", "")


def test_a_school_is_named_where_the_kader_named_it(qapp: QApplication):
    text = said_by(replace(CHILD, to="sekolah", addressee="SD Contoh 1"))
    assert "Kepala Sekolah SD Contoh 1" in text
    assert "kepada SD Contoh 1 untuk ditangani" in text
    assert "Biar SD Contoh 1 yang menentukan" in text


# -- what it never says ------------------------------------------------------------------------


def test_mediation_is_never_asked_for(qapp: QApplication):
    asked = replace(CHILD, services=("mediasi", "Mediasi", "penjangkauan"))
    assert "mediasi" not in said_by(asked).lower()
    assert "mediasi" not in asset("reports/letter.toml").read_text("utf-8").lower()
    (section,) = (each for each in ten_contents(asked) if each["ticked"])
    assert [each["label"] for each in section["ticked"] if each["is_ticked"]] == ["Penjangkauan"]


def test_the_one_reported_is_alleged_and_a_child_among_them_is_a_child(qapp: QApplication):
    assert "pelaku" not in said_by(CHILD).lower()
    young = said_by(replace(CHILD, offender_age="12-17", relation="pacar_teman"))
    assert "Anak yang diduga melakukan : Laki-laki, 12–17 tahun" in young
    assert "Serumah dengan anak yang diduga melakukan" in young
    assert "terlapor" not in young.lower()


def test_a_letter_about_a_woman_speaks_of_her_and_not_of_a_child(qapp: QApplication):
    text = said_by(ADULT)
    assert "1. Identitas korban" in text
    assert "Korban menyetujui rujukan ini secara lisan, dicatat, 20 Oktober 2026." in text
    assert not re.search(r"\banak\b", text, re.IGNORECASE)
    assert "UU 35/2014" not in text
    assert "Orang tua/wali" not in text


def test_a_letter_about_papers_speaks_of_no_violence(qapp: QApplication):
    text = said_by(PAPERS)
    assert "Anak belum punya akta / KIA" in text
    for word in ("kekerasan", "terlapor", "korban", "mengulang"):
        assert word not in text.lower()


def test_it_is_valid_by_one_signature_alone(qapp: QApplication):
    text = said_by(CHILD)
    assert "Mengetahui" not in text
    assert "Ketua RT" not in text
    assert "Surat ini berlaku dengan tanda tangan pengirim saja, tanpa stempel." in text
    assert "Pendamping kasus PPATBM" in said_by(replace(CHILD, signer="pendamping"))


# -- consent and refusal -----------------------------------------------------------------------


def test_a_family_that_refuses_is_said_and_does_not_stop_the_letter(qapp: QApplication):
    text = said_by(replace(CHILD, refused_by="keluarga", legal_basis="kewajiban_hukum"))
    assert "Keluarga belum menyetujui rujukan." in text
    assert "Rujukan tetap disampaikan demi perlindungan anak." in text
    assert "UU 35/2014 pasal 76C" in text


def test_a_feared_parent_is_not_asked(qapp: QApplication):
    sentence = "Persetujuan orang tua yang menjadi terlapor tidak diminta."
    assert sentence in said_by(CHILD)
    assert sentence not in said_by(replace(CHILD, relation="guru"))


def test_a_woman_who_refuses_keeps_her_letter(qapp: QApplication):
    text = said_by(replace(ADULT, consent=None, refused_by="korban"))
    assert "Korban belum menyetujui rujukan. Surat ini baru diserahkan sesudah ia setuju." in text


@pytest.mark.parametrize("basis", codes.LEGAL_BASES)
@pytest.mark.parametrize("letter", [CHILD, ADULT])
def test_every_legal_basis_has_plain_words(basis, letter):
    section = ten_contents(replace(letter, legal_basis=basis))[8]
    (field,) = (each for each in section["fields"] if each["name"] == "Dasar")
    assert field["value"]


# -- the receipt -------------------------------------------------------------------------------


def test_the_receipt_repeats_the_code_and_the_day_and_no_name(qapp: QApplication):
    text = said_by(CHILD)
    receipt = text[text.index(RECEIPT) :]
    assert "Kode surat : R-7QH2MD" in receipt
    assert "Tanggal surat : 21 Oktober 2026" in receipt
    for name in ("Diterima tanggal", "Jam", "Nama petugas", "No. register", "Tanda tangan"):
        assert name in receipt
    for kept_back in (NAME, "Rahmawati", "Contoh", "901", "UPTD"):
        assert kept_back not in receipt


@pytest.mark.parametrize("length", [0, 500, 900, 1200, 1500, 1900, 2600, 20_000])
def test_signature_and_receipt_share_one_whole_page_however_long_the_story(
    qapp: QApplication, length
):
    story = ("Malam hari terdengar tangisan. " * 700)[:length]
    pdf = render_pdf(letter_document(replace(CHILD, story=story), PRINTING))
    last = len(reading.pages(pdf)) - 2
    signed = reading.place_mm(pdf, "Siti Rahmawati")
    cut, sign = reading.place_mm(pdf, "Potong di sini"), reading.place_mm(pdf, "Tanda tangan")
    assert signed[0] == cut[0] == sign[0] == last
    assert signed[2] + 3 < cut[1]
    assert cut[1] > 297 - 30 - 55
    assert sign[2] < 297 - 29


def test_twenty_thousand_letters_in_every_text_still_make_a_letter(qapp: QApplication):
    flood = "x" * 20_000
    letter = replace(
        CHILD,
        story=flood,
        done_before="a\n" * 10_000,
        identity=Identity(*[flood] * 4),
        condition=Condition(*[flood] * 4),
        attachments=(flood,),
    )
    *written, _envelope = pages(letter)
    assert sum(page.count("x") for page in written) >= 10 * 20_000
    assert RECEIPT in written[-1]


def test_control_characters_and_markup_are_only_text(qapp: QApplication):
    text = said_by(replace(CHILD, story="#panic() *tebal* \x00\x1b[31m$x$ \u202egnitirw @a"))
    assert "#panic() *tebal* [31m$x$ gnitirw @a" in text


# -- how it looks ------------------------------------------------------------------------------


def test_the_watermark_survives_a_grey_printer_and_lets_one_read():
    colours = dict(
        re.findall(
            r'(fill|stroke): (?:0\.7pt \+ )?rgb\("(#\w{6})"\), ?',
            asset("reports/paper.typ").read_text("utf-8").partition("#let watermark")[2],
        )
    )
    ink = "#17211F"
    assert contrast(ink, colours["fill"]) >= 12
    assert contrast(ink, colours["stroke"]) >= 7
    for page in render_png(letter_document(Letter(), PRINTING), 60)[:-1]:
        dots = reading.greys(QImage.fromData(page))
        assert sum(0xB8 < dot < 0xFA for dot in dots) / len(dots) > 0.02


def test_every_page_of_the_letter_says_it_is_secret_and_none_of_the_footers_a_name(
    qapp: QApplication,
):
    document = letter_document(replace(CHILD, story="Kata. " * 900), PRINTING)
    *letter, _envelope = reading.pages(render_pdf(document))
    assert len(letter) > 2
    assert all("RAHASIA" in page for page in letter)
    assert document.data["footer"].endswith("dicetak 21 November 2026 20.31 WITA · "
                                            "kode surat R-7QH2MD")  # fmt: skip


def test_it_is_set_in_the_face_of_offices_and_the_cards_are_not(qapp: QApplication):
    pdf = render_pdf(letter_document(CHILD, PRINTING))
    assert b"LiberationSans" in pdf
    assert b"Inter" not in pdf.replace(b"Interpolate", b"")
    licence = asset("fonts/LiberationSans-OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_a_logo_of_the_letterhead_is_drawn():
    kop = Letterhead(("RUKUN TETANGGA 901",), "", samples.photo())
    plain, with_logo = (
        render_png(letter_document(replace(CHILD, letterhead=each), PRINTING), 30)[0]
        for each in (replace(kop, logo=None), kop)
    )
    assert plain != with_logo


# -- what stays behind -------------------------------------------------------------------------


def test_it_is_indonesian_and_the_same_bytes_on_every_screen(qapp: QApplication):
    first = render_pdf(letter_document(CHILD, samples.printing("f4", "en")))
    assert first == render_pdf(letter_document(CHILD, samples.printing("a4", "id")))
    assert b"/StructTreeRoot" in first
    assert reading.properties(first)[0] == "Surat rujukan"


def test_no_value_of_it_shows_itself():
    document = letter_document(CHILD, PRINTING)
    shown = repr((CHILD, CHILD.identity, CHILD.condition, CHILD.calls, document))
    for word in (NAME, ADDRESS, "tangisan", "Lebam", "kekerasan", "uptd"):
        assert word not in shown
    assert document.content_hash == ""
    assert NAME in json.dumps(document.data)


def test_nothing_of_it_is_left_on_the_disk(tmp_path: Path, monkeypatch):
    for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    document = letter_document(CHILD, PRINTING)
    render_pdf(replace(document, pages=render.PAGES_IN_PROCESS + 1))
    render_png(document, 30)
    assert list(tmp_path.iterdir()) == []


# -- the words ---------------------------------------------------------------------------------

LISTS = {
    "age": ("age_group", codes.AGE_GROUPS), "sex": ("sex", codes.SEXES),
    "disability": ("yes_no", codes.YES_NO), "source": ("source", codes.SOURCES),
    "category": ("category", codes.CATEGORIES), "kinds": ("violence", codes.VIOLENCE),
    "place_kind": ("incident_place", codes.INCIDENT_PLACES),
    "relation": ("relation", codes.RELATIONS),
    "offender_age": ("offender_age", codes.OFFENDER_AGES),
    "first_action": ("first_action", codes.FIRST_ACTIONS), "triage": ("level", codes.TRIAGES),
    "calls": ("called", codes.CALLED), "services": ("service", codes.SERVICES),
    "danger_now": ("known", codes.KNOWN), "signs": ("sign", codes.SIGNS),
    "child_wish": ("child_wish", codes.CHILD_WISHES),
}  # fmt: skip


def test_every_key_that_a_record_may_hold_has_words_in_the_letter():
    assert {each.name for each in fields(Letter)} >= set(LISTS)
    screen, own = table("i18n/codes.id.toml"), said("choice")
    for name, keys in LISTS.values():
        assert set(own.get(name) or screen[name]) == set(keys), name
    assert tuple(said("recipient")) == codes.REFERRED_TO
    for who in ("child", "adult"):
        assert tuple(said("basis")[who]) == codes.LEGAL_BASES
    assert tuple(said("choice")["consent_giver"]) == codes.CASE_CONSENT_GIVERS


def test_a_key_of_a_newer_release_is_printed_as_it_is(qapp: QApplication):
    assert "jenis_baru" in said_by(replace(CHILD, category="jenis_baru"))


def test_the_letter_never_scolds():
    text = asset("reports/letter.toml").read_text("utf-8").lower()
    for word in ("gagal", "salah", "tidak valid", "ditolak", "dilarang", "error", "anda"):
        assert not re.search(rf"\b{word}\b", text)
