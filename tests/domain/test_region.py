import copy
from datetime import date

import pytest

from patbm_desktop.domain.region import Kelurahan, Place, parse

FILE = {
    "name": "uji", "code": "64.71", "city": "Kota Uji", "short": "Uji", "province": "Uji",
    "time": {"label": "WITA", "utc_offset_hours": 8},
    "source": {"date": date(2026, 11, 21)},
    "titles": {"team": "PPATBM", "kader": "Seksi PPA RT", "ketua": "Ketua PPATBM"},
    "contact": [{"function": "puspaga", "label": "Puspaga", "number": "", "source": ""}],
    "kecamatan": [
        {"code": "64.71.02", "name": "Uji Barat", "kelurahan": [
            {"code": "64.71.02.1003", "name": "Baru Ulu"},
            {"code": "64.71.02.1006", "name": "Marga Sari"},
        ]},
        {"code": "64.71.04", "name": "Uji Tengah", "kelurahan": [
            {"code": "64.71.04.1001", "name": "Gunung Sari Ulu"},
        ]},
    ],
}  # fmt: skip


def changed(change):
    value = copy.deepcopy(FILE)
    change(value)
    return value


def names(found):
    return [each.name for each in found]


def test_a_code_tells_kelurahan_kecamatan_and_city():
    region = parse(FILE)
    assert region.describe("64.71.02.1006") == Place("Marga Sari", "Uji Barat", "Kota Uji")
    assert region.describe("64.71.02.1999") == Place() == region.describe("")


@pytest.mark.parametrize("typed", ["margasari", "MARGA sari", "  marga  Sari ", "Márga-Sari"])
def test_capitals_spaces_and_accents_do_not_matter_in_a_search(typed):
    assert names(parse(FILE).search(typed)) == ["Marga Sari"]
    assert parse(FILE).named(typed) == Kelurahan("64.71.02.1006", "Marga Sari")


def test_names_that_begin_as_typed_come_first():
    assert names(parse(FILE).search("g")) == ["Gunung Sari Ulu", "Marga Sari"]
    assert names(parse(FILE).search("ulu")) == ["Baru Ulu", "Gunung Sari Ulu"]
    assert names(parse(FILE).search("")) == ["Baru Ulu", "Marga Sari", "Gunung Sari Ulu"]
    assert parse(FILE).search("samarinda") == ()
    assert parse(FILE).named("sari") is None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda value: value.pop("titles"), "titles"),
        (lambda value: value["titles"].pop("ketua"), "ketua"),
        (lambda value: value.update(kecamatan=3), "missing"),
        (lambda value: value.update(code="64.72"), "another city"),
        (lambda value: value["kecamatan"][0].update(code="64.71.03"), "another kecamatan"),
        (lambda value: value["kecamatan"][0]["kelurahan"][0].update(code="64.71.02.3"), "64.71.02"),
        (lambda value: value["kecamatan"].append(value["kecamatan"][0]), "twice"),
        (lambda value: value["contact"][0].update(function="polisi_110"), "polisi_110"),
        (lambda value: value["contact"][0].update(function="dukun"), "dukun"),
    ],
)
def test_a_file_with_a_slip_is_refused_and_says_where(change, said):
    with pytest.raises(ValueError, match=said):
        parse(changed(change))
