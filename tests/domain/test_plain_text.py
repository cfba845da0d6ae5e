"""What in a free text points at a person; and what only looks like it."""

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.actions.wording import case_words
from patbm_desktop.domain.plain_text import findings
from patbm_desktop.domain.reason import Hint

SAMPLE = Path(__file__).parents[1] / "actions" / "samples" / "twelve-activities.csv"


def found(text, **known):
    return [(each.hint, text[each.start : each.end]) for each in findings(text, **known)]


@pytest.mark.parametrize(
    "written",
    [
        "6471031201900001", "6471 0312 0190 0001", "64.71.03.120190.0001", "647103-520190-0001",
        "6471 031201 900001",
    ],
)  # fmt: skip
def test_an_identity_number_is_seen_however_it_is_parted(written):
    assert found(f"NIK anak {written}, kelas 5") == [(Hint.NATIONAL_ID, written)]


@pytest.mark.parametrize(
    "written",
    [
        "081234567890", "0812-3456-7890", "0812 3456 7890", "+62 812 3456 7890", "+6281234567890",
        "6281234567890", "+62-812-3456-7890", "0542-123456", "(0542) 123456",
    ],
)  # fmt: skip
def test_a_telephone_number_is_seen_however_it_is_parted(written):
    assert [hint for hint, _ in found(f"hubungi {written} sore hari")] == [Hint.TELEPHONE]


@pytest.mark.parametrize(
    "text",
    [
        "Anak lahir 12/05/2024", "lahir di Balikpapan, 3 Mei 2015", "TTL: Balikpapan 03-05-2015",
        "Anak R. (12 Mei 2016)", "tgl lahir 2016-05-12", "kelahiran 1 Januari 2025",
    ],
)  # fmt: skip
def test_a_full_day_of_birth_is_seen(text):
    assert [hint for hint, _ in found(text)] == [Hint.FULL_BIRTH_DATE]


@pytest.mark.parametrize(
    "text",
    [
        "Sesi berikutnya 21 November 2026 di Balai RT", "diundur dari 3/10/2026 ke 10/10/2026",
        "2026-09-05 dan 2026-09-12", "SK nomor 12 tanggal 3 Januari 2019",
        "sejak 2 Mei 2020 rutin tiap bulan", "dana Rp 1.250.000, hadir 1.250 orang",
        "RT 024 kode 64.71.03.1001", "hadir 11 43 0 0 1 120", "pukul 19.30 sampai 21.00",
        "UU 35 Tahun 2014 dan UU 12/2022", "hubungi 110, 112 atau 129",
        "WhatsApp SAPA 129: 08111-129-129", "21 11 2026 dan 22 11 2026", "61 KK didatangi",
        "Angka 12345678901234567", "tahun 2014 sampai 2026", "nomor 0812 saja",
    ],
)  # fmt: skip
def test_dates_of_sessions_counts_and_public_numbers_are_let_be(text):
    assert found(text, words=case_words()) == []


def test_a_name_the_vault_knows_is_seen_in_any_case():
    text = "Dito dan siti aminah ikut, juga Ditolak-Angin"
    assert found(text, names=("DITO", "Siti Aminah")) == [
        (Hint.KNOWN_NAME, "Dito"),
        (Hint.KNOWN_NAME, "siti aminah"),
    ]


@pytest.mark.parametrize("name", ["R.", "S W", "", "123"])
def test_initials_are_no_names(name):
    assert found("R. dan S W hadir, nomor 123", names=(name,)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ada KORBAN di gang 3", "anak itu dipukulinya tiap malam", "diperkosa", "siswi hamil",
        "Tangannya lebam", "terduga pelaku tetangga",
    ],
)  # fmt: skip
def test_words_of_a_case_are_seen(text):
    assert [hint for hint, _ in found(text, words=case_words())] == [Hint.LOOKS_LIKE_A_CASE]


def test_the_twelve_sample_activities_say_nothing_of_anybody():
    rows = list(csv.DictReader(SAMPLE.read_text("utf-8").splitlines()))
    texts = [text for row in rows for text in (row["hasil"], row["tindak_lanjut"], row["tempat"])]
    assert len(texts) == 36
    assert [found(text, words=case_words()) for text in texts] == [[]] * 36


def test_the_list_of_words_leaves_the_topics_of_prevention_alone():
    text = "Cegah kekerasan seksual, perundungan, KDRT; ibu hamil; disiplin tanpa memukul"
    assert found(text, words=case_words()) == []
    assert all(len(word.rstrip("*").split()[0]) >= 3 for word in case_words())


@given(st.text(max_size=300))
def test_any_text_can_be_looked_through(text):
    assert all(
        0 <= at.start < at.end <= len(text) for at in findings(text, ("Dito",), case_words())
    )


@pytest.mark.parametrize("text", ["1" * 20_000, "0 8" * 6_000, "6471." * 4_000, "lahir " * 3_300])
def test_a_hostile_text_takes_no_longer_than_it_should(text):
    before = time.perf_counter()
    findings(text, words=case_words())
    assert time.perf_counter() - before < 20


def test_a_full_result_is_looked_through_between_two_keystrokes():
    text = ("Warga berdiskusi tentang gawai dan jam malam, 12/10/2026. " * 9)[:500]
    names = tuple(
        f"Nama{at:05}".translate(str.maketrans("0123456789", "abcdefghij")) for at in range(2000)
    )
    known = frozenset(names)
    findings(text, known, case_words())
    before = time.perf_counter()
    for _ in range(20):
        findings(text, known, case_words())
    assert time.perf_counter() - before < 5
