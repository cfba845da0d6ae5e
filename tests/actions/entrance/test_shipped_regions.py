import re

import pytest

from patbm_desktop.actions.entrance import region as regions


def test_balikpapan_has_six_kecamatan_and_thirty_four_kelurahan():
    region = regions.load()
    sizes = {each.name: len(each.kelurahan) for each in region.kecamatan}
    assert sizes == {
        "Balikpapan Timur": 4, "Balikpapan Barat": 6, "Balikpapan Utara": 6,
        "Balikpapan Tengah": 6, "Balikpapan Selatan": 7, "Balikpapan Kota": 5,
    }  # fmt: skip
    codes = [each.code for each in region.kelurahan()]
    assert codes == sorted(codes)
    assert all(re.fullmatch(r"64\.71\.0[1-6]\.10(0|1)\d", code) for code in codes)


def test_balikpapan_is_eight_hours_ahead_and_calls_its_team_ppatbm():
    region = regions.load("balikpapan")
    assert (region.time_label, region.utc_offset_hours) == ("WITA", 8)
    assert region.titles.team == "PPATBM"
    assert region.describe("64.71.05.1010").kelurahan == "Sungai Nangka"


def test_the_numbers_of_balikpapan_name_the_news_they_come_from():
    contacts = {each.function: each for each in regions.load().contacts}
    assert contacts["uptd_ppa"].number == "0821 5285 8026"
    assert contacts["uptd_ppa"].source == "berita Jan 2025"
    assert contacts["ambulans_119"].number == "119"


def test_the_invented_kelurahan_is_offered_to_nobody_and_known_by_its_code():
    assert (regions.load().name, regions.load().is_invented) == ("balikpapan", False)
    assert regions.load("contoh").is_invented
    assert regions.find("64.71.99.1001") == "contoh"
    assert regions.load("contoh").describe("64.71.99.1001").kelurahan == "Contoh"
    assert all(each.number in {"", "119"} for each in regions.load("contoh").contacts)


def test_a_kelurahan_is_found_in_its_region():
    assert regions.find("64.71.03.1001") == "balikpapan"
    assert regions.find("31.71.01.1001") is None


def test_a_region_without_a_file_and_a_name_that_climbs_are_refused():
    with pytest.raises(FileNotFoundError):
        regions.load("samarinda")
    with pytest.raises(ValueError, match="resources"):
        regions.load("../words/x")
