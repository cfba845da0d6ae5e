"""The month of one RT on paper."""

import json
import re
from dataclasses import replace

from hypothesis import given, settings
from PySide6.QtWidgets import QApplication

from patbm_desktop.domain.activity import Count4
from patbm_desktop.domain.summary import SheetActivity, plan_hints
from patbm_desktop.reports.month import month_document, plan_lines
from patbm_desktop.reports.paper import Photo
from patbm_desktop.reports.render import render_pdf
from tests.domain.test_summary import months
from tests.examples import examples
from tests.reports import reading, samples


def printed(**values: object) -> str:
    document = month_document(samples.month_sheet(**values), samples.printing())
    return reading.words(render_pdf(document))


def part(**values: object) -> dict:
    return month_document(samples.month_sheet(**values), samples.printing()).data["parts"][0]


def session(**values: object) -> SheetActivity:
    return SheetActivity(activity=samples.held(3, **values), place_name="Balai RT")


def test_the_sheet_says_what_the_month_was(qapp: QApplication):
    text = printed()
    for expected in (
        "RUKUN TETANGGA 901", "Laporan Kegiatan Bulanan", "Oktober 2026", "1–31 Oktober 2026",
        "Siti Rahmawati, Seksi PPA RT 901", "7 kegiatan 1 belum lengkap", "90 peserta L 27, P 63",
        "25 anak L 11, P 14", "2 disabilitas", "Kunjungan rumah, 2 kali", "Jumlah 16 49 11 14 2",
        "Warga sepakat jam bebas gawai", "Forum Anak: Jum, 20 Nov", "Mengetahui, Ketua RT 901",
        "Balikpapan, ....... November 2026", "dicetak 21 November 2026 20.31 WITA",
        "Halaman 1 dari 1",
    ):  # fmt: skip
        assert expected in text


@settings(max_examples=examples(40))
@given(months)
def test_the_figures_in_the_columns_add_up_to_the_row_of_sums(rows):
    shown = part(rows=tuple(rows))
    columns = zip(*(row["counts"] for row in shown["rows"]), strict=True)
    sums = [sum(map(_figure, column)) for column in columns] or [0] * 4
    assert [_figure(each) for each in shown["sums"][:4]] == sums


def _figure(cell: str) -> int:
    """Read a cell as a person adds it up: a dash adds nothing."""
    return 0 if cell == "–" else int(re.sub(r"[±.]", "", cell))


def test_nothing_of_a_single_visit_reaches_the_sheet():
    said = json.dumps(part(), ensure_ascii=False)
    for secret in ("Cerita yang", "Langkah rahasia", "Rumah rahasia", "7 Okt", "19 Okt"):
        assert secret not in said


def test_absent_is_a_dash_and_nought_is_nought():
    empty, nought = part(
        rows=(
            session(ent="a", participants=None, topics=()),
            session(ent="b", participants=Count4(), disability=0),
        )
    )["rows"]
    assert (empty["counts"], empty["disability"]) == (["–"] * 4, "–")
    assert (nought["counts"], nought["disability"]) == (["0"] * 4, "0")


def test_an_incomplete_record_is_marked_and_named_under_the_total():
    shown = part()
    assert shown["rows"][4]["marks"] == "¹"
    assert "Belum lengkap: nomor 5 (Sosialisasi)" in shown["notes"][0]


def test_heads_of_a_record_without_topic_are_in_the_sums_on_paper():
    shown = part(rows=(session(topics=()),))
    assert shown["rows"][0]["counts"] == ["3", "14", "0", "0"]
    assert shown["sums"][:4] == ["3", "14", "0", "0"]
    assert shown["people"] == "17 peserta"


def test_a_guess_carries_its_sign_up_to_the_total():
    shown = part(rows=(session(estimated=True),))
    assert shown["rows"][0]["counts"] == ["±3", "±14", "0", "0"]
    assert shown["people"] == "±17 peserta"
    assert "± = kira-kira" in shown["notes"][0]


def test_two_versions_and_events_of_others_have_a_footnote():
    rows = (replace(session(held_by="kelurahan"), has_two_versions=True),)
    shown = part(rows=rows)
    assert shown["rows"][0]["marks"] == "² ³"
    assert shown["notes"][1] == "² 1 catatan masih punya dua versi."


def test_three_topics_are_named_and_the_rest_counted():
    topics = ("hak_anak", "kdrt", "peran_ayah", "cara_melapor", "literasi_baca")
    (row,) = part(rows=(session(topics=topics),))["rows"]
    assert row["topics"] == "Hak anak, Kekerasan di rumah, Peran ayah +2"


def test_without_results_no_sentence_of_a_record_is_printed(qapp: QApplication):
    text = printed(with_results=False, plan=())
    assert "C. Hasil" not in text
    for sentence in ("jam bebas gawai", "32 buku", "Materi dikirim"):
        assert sentence not in text.casefold()


def test_companionship_prints_one_sentence_and_a_warning_head_never_a_number(qapp: QApplication):
    assert "Pendampingan" not in printed()
    text = printed(companionship=True)
    assert "TERBATAS" in text
    assert "Pendampingan dan rujukan: ada." in text
    assert "Pendampingan dan rujukan: tidak ada." in printed(companionship=False)


def test_a_reprint_says_which_correction_it_is(qapp: QApplication):
    assert "Perbaikan" not in printed()
    assert "Perbaikan ke-2" in printed(revision=2)


def test_an_empty_month_is_a_sheet_too(qapp: QApplication):
    text = printed(rows=(), plan=(), nothing_held=True, head_name="", maker_name="")
    assert "Tidak ada kegiatan bulan ini." in text
    assert "Mengetahui, Ketua RT 901" in text


def test_only_photos_that_may_be_shown_and_of_no_visit_are_printed(qapp: QApplication):
    rows = samples.october()
    ours, visit = rows[1].activity.ent, rows[-1].activity.ent
    photos = (
        Photo(samples.photo(), ours, "boleh tanpa wajah", "tidak"),
        Photo(samples.photo(), ours, "boleh dengan izin", "ya_izin", has_consent=True),
        Photo(samples.photo(), ours, "izin ditarik", "ya_izin"),
        Photo(samples.photo(), ours, "belum ada izin", "ya_belum"),
        Photo(samples.photo(), ours, "belum dijawab"),
        Photo(samples.photo(), visit, "kunjungan", "tidak"),
    )
    pages = reading.pages(
        render_pdf(
            month_document(samples.month_sheet(with_photos=True, photos=photos), samples.printing())
        )
    )
    assert "Foto 1. Kegiatan anak, Min, 11 Okt. boleh tanpa wajah" in pages[1]
    assert "boleh dengan izin" in pages[1]
    for hidden in ("izin ditarik", "belum ada izin", "belum dijawab", "kunjungan."):
        assert hidden not in pages[1]
    assert "Halaman 2 dari 2" in pages[1]


def test_photos_stay_away_until_their_switch_is_on():
    photos = (Photo(samples.photo(), samples.october()[1].activity.ent, "", "tidak"),)
    document = month_document(samples.month_sheet(photos=photos), samples.printing())
    assert document.pictures == ()
    assert document.data["parts"][0]["photo_page"] is None


def test_a_month_of_sixty_rows_repeats_its_head_and_keeps_the_signatures_together(
    qapp: QApplication,
):
    rows = tuple(session(ent=f"{number:04}", result=f"Hasil {number}.") for number in range(60))
    document = month_document(samples.month_sheet(rows=rows), samples.printing())
    pages = reading.pages(render_pdf(document))
    with_rows = [page for page in pages if "Lautan RT Pengasuhan positif" in page]
    assert len(with_rows) >= 2
    assert all("Pelaksana/ narasumber" in page for page in with_rows)
    (last,) = [page for page in pages if "Mengetahui," in page]
    assert "Sugeng Prayitno" in last.partition("Mengetahui,")[2]
    assert f"Halaman {len(pages)} dari {len(pages)}" in pages[-1]


def test_a_text_of_twenty_thousand_letters_is_printed_whole(qapp: QApplication):
    long = session(result="kata " * 3999 + "akhir", next_step="x" * 20_000, title="y" * 20_000)
    document = month_document(samples.month_sheet(rows=(long,)), samples.printing())
    pages = reading.pages(render_pdf(document))
    assert sum(page.count("kata") for page in pages) >= 3999
    assert any("akhir" in page for page in pages)
    assert len(pages) < 20


def test_what_looks_like_a_command_is_printed_as_it_was_typed(qapp: QApplication):
    nasty = 'a\x00b\x07\u202ec\ud800 #panic("x") $x$ *b* @ref <l> \\ //'
    text = printed(rows=(session(result=nasty, title="#eval(1)"),))
    assert 'abc #panic("x") $x$ *b* @ref <l> \\ //' in text
    assert "#eval(1)" in text


def test_the_code_changes_with_the_content_and_not_with_the_hour_or_the_paper():
    def code(paper: str = "f4", **values: object) -> str:
        made = month_document(samples.month_sheet(**values), samples.printing(paper))  # type: ignore[arg-type]
        return made.content_hash

    assert code() == code("a4")
    assert code() != code(plan=())
    assert re.fullmatch(
        r"RT901-2026-10-[0-9A-Z]{2}",
        month_document(samples.month_sheet(), samples.printing()).code,
    )


def test_the_plan_is_suggested_as_sentences():
    planned = session(planned=True, date=samples.day(2026, 11, 7))
    kept = session(ent="b", next_step="Tempel nomor")
    lines = plan_lines(plan_hints([planned, kept], "2026-10"), "id")
    assert lines == ("Lautan RT, Pengasuhan positif: Sab, 7 Nov", "Tempel nomor")


def test_english_is_whole(qapp: QApplication):
    document = month_document(samples.month_sheet(), samples.printing("a4", "en"))
    text = reading.words(render_pdf(document))
    assert "Monthly Activity Report" in text
    assert "Home visit, 2 times" in text
    for left in ("Laporan", "Mengetahui", "kegiatan", "Jumlah", "Halaman"):
        assert left not in text
