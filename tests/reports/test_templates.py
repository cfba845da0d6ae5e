"""The templates and the words they print."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

import pytest

from patbm_desktop.assets import asset
from patbm_desktop.domain import codes, erasure
from patbm_desktop.domain.activity_kinds import ACTIVITY
from patbm_desktop.domain.columns import COLUMNS

TEMPLATES = sorted(asset("reports").glob("*.typ"))

LISTS = {
    "program": codes.PROGRAMS, "program_short": codes.PROGRAMS, "type": codes.TYPES,
    "type_short": codes.TYPES, "topic": codes.TOPICS, "partner": codes.PARTNERS,
    "held_by": codes.HELD_BY, "outcome_area": codes.OUTCOME_AREAS,
    "cost_source": codes.COST_SOURCES, "age_group": codes.AGE_GROUPS, "sex": codes.SEXES,
    "element": codes.ELEMENTS, "place_kind": codes.PLACE_KINDS, "position": codes.POSITIONS,
    "level": codes.LEVELS, "address_form": codes.ADDRESS_FORMS,
    "contact": codes.CONTACT_FUNCTIONS, "attachment_kind": codes.ATTACHMENT_KINDS,
    "children_visible": codes.CHILDREN_VISIBLE, "consent_kind": codes.CONSENT_KINDS,
    "consent_giver": codes.CONSENT_GIVERS, "consent_form": codes.CONSENT_FORMS,
    "letterhead": codes.LETTERHEAD_OWNERS, "void_reason": codes.VOID_REASONS,
    "role": codes.ROLES, "use": codes.USES, "column": COLUMNS,
    "erasure_reason": erasure.REASONS, "erasure_basis": erasure.BASES,
}  # fmt: skip


def read(name: str) -> dict[str, Any]:
    return tomllib.loads(asset(name).read_text("utf-8"))


def leaves(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value


@pytest.mark.parametrize("name", ["reports/labels", "i18n/codes"])
def test_both_languages_say_the_same_things_with_the_same_blanks(name):
    indonesian, english = (
        dict(leaves(read(f"{name}.id.toml"))),
        dict(leaves(read(f"{name}.en.toml"))),
    )
    assert list(indonesian) == list(english)
    for key, value in indonesian.items():
        assert blanks(value) >= blanks(english[key]) or key.endswith("_one"), key
        assert len(value) == len(english[key]) or isinstance(value, str), key


def blanks(value: Any) -> set[str]:
    return set(re.findall(r"\{\w+\}", str(value)))


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_code_has_a_label_in_the_order_of_the_list(language):
    tables = read(f"i18n/codes.{language}.toml")
    assert {name: tuple(tables[name]) for name in LISTS} == LISTS


def test_paper_never_scolds():
    said = " ".join(str(value) for _key, value in leaves(read("reports/labels.id.toml")))
    for word in (
        "gagal",
        "salah",
        "tidak valid",
        "ditolak",
        "dilarang",
        "error",
        "konflik",
        "anda",
    ):
        assert not re.search(rf"\b{word}\b", said, re.IGNORECASE)


def test_no_template_asks_the_network_or_the_disk():
    for path in TEMPLATES:
        text = path.read_text("utf-8")
        assert "@preview" not in text
        assert set(re.findall(r'#import "([^"]+)"', text)) <= {each.name for each in TEMPLATES}
        assert not re.search(r"\b(read|csv|yaml|xml|cbor|plugin)\(", text)


def test_male_stands_before_female_everywhere():
    order = [COLUMNS.index(name) for name in ("dewasa_l", "dewasa_p", "anak_l", "anak_p")]
    assert all(after == before + 1 for before, after in pairwise(order))
    month = asset("reports/month.typ").read_text("utf-8")
    assert "said.male, said.female, said.male, said.female" in month


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_ink_is_readable_on_every_fill_also_in_grey():
    colours = dict(
        re.findall(
            r'#let ([\w-]+) = rgb\("(#\w{6})"\)', asset("reports/paper.typ").read_text("utf-8")
        )
    )
    papers = ["#FFFFFF", colours["fill-head"], colours["fill-sum"]]
    for ink in ("ink", "quiet"):
        assert all(contrast(colours[ink], paper) >= 6 for paper in papers)
    assert contrast(colours["green"], "#FFFFFF") >= 7
    # A fill is a hint for the eye: on a poor printer it may vanish, it must never turn dark.
    assert luminance(colours["fill-head"]) > 0.8


def test_evidence_for_the_child_friendly_city_names_known_keys_and_says_it_is_unverified():
    mapping = read("kla/indicators.toml")
    assert mapping["verified"] is False
    assert mapping["year"]
    assert mapping["source"]
    assert list(mapping["indicators"]) == list(ACTIVITY.fields["kla"].values)
    for table, keys in (
        ("by_type", codes.TYPES), ("by_topic", codes.TOPICS),
        ("by_program", codes.PROGRAMS), ("by_partner", codes.PARTNERS),
    ):  # fmt: skip
        assert set(mapping[table]) <= set(keys)
