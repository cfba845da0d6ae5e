"""The chips of a worry: what each sets, and that plain words stand before every key."""

from datetime import date

import pytest

from patbm_desktop.actions import wording
from patbm_desktop.actions.cases.concerns import chosen, concerns
from patbm_desktop.assets import asset
from patbm_desktop.domain import codes
from patbm_desktop.domain.case import CaseDetail, Dossier, Victim
from patbm_desktop.domain.safeguard import judge
from tests.case_samples import CHIPS, SAMPLES, chip_of

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("concern", "option", "age", "category", "signs", "place"),
    [
        ("ditinggal", "tidak", "0-5", "telantar_ringan", (), None),
        ("ditinggal", "ya", "6-12", "telantar_ringan", ("ditinggal_malam",), None),
        ("ditinggal", "ya", "0-5", "penelantaran", ("ditinggal_malam",), None),
        ("ditinggal", "ya", None, "telantar_ringan", ("ditinggal_malam",), None),
        ("dimarahi", "dibentak", None, "konflik_pengasuhan", (), None),
        ("dimarahi", "diancam", None, "kekerasan_psikis", (), None),
        ("dimarahi", "dipukul", None, "kekerasan_fisik", (), None),
        ("dimarahi", "luka", None, "kekerasan_fisik", ("luka",), None),
        ("internet", "diejek", None, "perundungan", (), "daring"),
        ("internet", "seks", None, "kekerasan_seksual", (), "daring"),
        ("internet", "judi", None, "perilaku_berisiko", (), None),
        ("kawin", None, None, "rencana_kawin_anak", (), None),
        ("seksual", None, None, "kekerasan_seksual", (), None),
        ("kdrt", None, None, "kdrt_dewasa", (), None),
        ("hilang", None, None, "lainnya", ("hilang_kabur",), None),
        ("hamil", None, None, "lainnya", ("hamil",), None),
        ("ingin_mati", None, None, "lainnya", ("ingin_mati",), None),
        ("narkoba", "lem", None, "perilaku_berisiko", ("narkoba",), None),
        ("narkoba", "tawuran", None, "perilaku_berisiko", (), None),
    ],
)
def test_a_chip_sets_what_it_says(concern, option, age, category, signs, place):
    sets = chosen(concern, option, age)
    assert (sets.category, sets.signs, sets.place_kind) == (category, signs, place)


def test_a_chip_with_a_question_sets_nothing_before_its_answer():
    asking = [each.key for each in concerns("id") if each.question]
    assert asking == ["ditinggal", "dimarahi", "internet", "narkoba"]
    assert [chosen(key, None, None) for key in asking] == [None] * 4


def test_every_category_has_a_chip_and_every_key_is_known():
    sets = [chosen(*choice, age) for choice in CHIPS for age in (None, "0-5")]
    assert {each.category for each in sets} == set(codes.CATEGORIES)
    assert {sign for each in sets for sign in each.signs} <= set(codes.SIGNS)
    assert {each.place_kind for each in sets} == {None, "daring"}


def test_the_form_shows_nine_chips_and_the_rest_behind_others():
    shown = [each.label for each in concerns("id") if not each.is_more]
    assert shown == [
        "Sering ditinggal sendiri", "Dimarahi atau dipukul", "Dirundung (bully)", "Putus sekolah",
        "Belum punya akta/KIA", "Bahaya di internet",
        "Akan dinikahkan / sudah menikah di bawah umur", "Dilecehkan / kekerasan seksual",
        "KDRT pada ibu/istri",
    ]  # fmt: skip


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_chip_has_words_and_an_icon(language):
    for each in concerns(language):
        assert each.label
        assert asset(f"icons/{each.icon}.svg").exists()
        assert bool(each.question) == bool(each.options)
        assert all(option.label for option in each.options)


@pytest.mark.parametrize("choice", CHIPS)
def test_a_note_is_shown_under_a_chip_that_sets_the_same(choice):
    sets = chosen(*choice, None)
    detail = CaseDetail(category=sets.category, signs=sets.signs, place_kind=sets.place_kind)
    found = chip_of(detail)
    assert found is not None
    assert chosen(*found, None) == sets


def test_every_sample_has_a_chip():
    assert all(chip_of(sample.detail) is not None for sample in SAMPLES)
    assert chip_of(CaseDetail(category="baru_sekali")) is None


def test_pregnancy_and_wanting_to_die_open_the_stop_panel_at_once():
    for key in ("hamil", "ingin_mati", "hilang"):
        sets = chosen(key, None, "13-17")
        detail = CaseDetail(category=sets.category, signs=sets.signs, victim=Victim(age="13-17"))
        assert judge(Dossier(detail=detail), TODAY).stop
