"""How pressing a case is and which group it counts in: computed, never typed.

Sources: the project's table of micro-cases (section 2.1 of its domain document, to be approved by
DP3AKB); UU 35/2014 art. 59 for what cannot wait.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from patbm_desktop.domain.case import CaseDetail
from patbm_desktop.domain.level import GREEN, RED, YELLOW, raised

CHILD_AGES = frozenset({"0-5", "6-12", "13-17"})
SMALL = "0-5"
GROWN_UP_CATEGORY = "kdrt_dewasa"
"""The one category that is about a grown-up when nobody says the age."""


class FamilyTalk(StrEnum):
    """Whether the families may sit together about such a thing at all (R7)."""

    YES = "yes"
    NO = "no"
    WHILE_GREEN = "while_green"


@dataclass(frozen=True, slots=True)
class Start:
    """Where a category starts: its group, whether it is violence, its level, and family talk."""

    group: str
    is_violence: bool
    level: str
    family_talk: FamilyTalk = FamilyTalk.NO


_CONFLICT = Start("konflik_keluarga", False, GREEN, FamilyTalk.YES)
_RIGHTS = Start("hak_dasar", False, GREEN, FamilyTalk.YES)
_VIOLENCE = Start("kekerasan", True, YELLOW)
_GRAVE = Start("kekerasan", True, RED)
OTHER = Start("lainnya", False, YELLOW)

STARTS: Mapping[str, Start] = {
    "konflik_pengasuhan": _CONFLICT,
    "pertengkaran_anak": _CONFLICT,
    "putus_sekolah": _RIGHTS,
    "tanpa_identitas": _RIGHTS,
    "telantar_ringan": Start("hak_dasar", False, GREEN),
    "perilaku_berisiko": Start("perilaku_berisiko", False, GREEN, FamilyTalk.WHILE_GREEN),
    "perundungan": Start("perilaku_berisiko", False, YELLOW),
    "abh": Start("perilaku_berisiko", False, YELLOW),
    "kekerasan_psikis": _VIOLENCE,
    "kekerasan_fisik": _VIOLENCE,
    "penelantaran": _VIOLENCE,
    "eksploitasi": _VIOLENCE,
    "kdrt_dewasa": _VIOLENCE,
    "kekerasan_seksual": _GRAVE,
    "perdagangan_orang": _GRAVE,
    "rencana_kawin_anak": _GRAVE,
    "lainnya": OTHER,
}

RED_SIGNS = frozenset({"luka", "hilang_kabur", "ingin_mati", "senjata_ancaman", "seksual"})
RAISING_SIGNS = frozenset({"berulang", "narkoba", "ditinggal_malam"})
RED_WHEN_SMALL = frozenset({"kekerasan_fisik", "penelantaran", "ditinggal_malam", "fisik"})
"""Categories, signs and forms of violence that are red for a child of at most five."""


def start_of(category: str | None) -> Start:
    """Return where a category starts; one of a later release starts like what has no name."""
    return STARTS.get(category or "", OTHER)


def is_child(detail: CaseDetail) -> bool:
    """Say whether the rules see a child; an age that nobody gave counts as under 18."""
    age = detail.victim.age
    return age in CHILD_AGES if age else detail.category != GROWN_UP_CATEGORY


def is_sexual(detail: CaseDetail) -> bool:
    """Say whether the case is one of sexual violence, whatever its category (R1)."""
    return (
        detail.category == "kekerasan_seksual"
        or "seksual" in detail.kinds
        or "seksual" in detail.signs
        or ("hamil" in detail.signs and is_child(detail))
    )


def is_trafficking(detail: CaseDetail) -> bool:
    """Say whether somebody was taken or sold."""
    return detail.category == "perdagangan_orang" or "trafficking" in detail.kinds


def is_marriage(detail: CaseDetail) -> bool:
    """Say whether a child is to be married, or somebody against their will (R3)."""
    return detail.category == "rencana_kawin_anak"


def is_violence(detail: CaseDetail) -> bool:
    """Say whether the rules about violence hold."""
    return start_of(detail.category).is_violence or bool(detail.kinds) or is_sexual(detail)


def is_pressing(detail: CaseDetail) -> bool:
    """Say whether something makes the case red apart from R1 and R3 (R4)."""
    ticked = {detail.category, *detail.signs, *detail.kinds}
    return (
        detail.danger_now == "ya"
        or is_trafficking(detail)
        or bool(ticked & (RED_SIGNS - {"seksual"}))
        or (detail.victim.age == SMALL and bool(ticked & RED_WHEN_SMALL))
    )


def computed(detail: CaseDetail, *, is_decided: bool = False) -> str:
    """Return the level that follows from what is ticked now.

    What has no name is yellow until a second person has decided about it (`is_decided`).
    """
    if is_sexual(detail) or is_marriage(detail) or is_pressing(detail):
        return RED
    start = start_of(detail.category)
    level = GREEN if start is OTHER and is_decided else start.level
    return raised(level) if _raises(detail) else level


def _raises(detail: CaseDetail) -> bool:
    return (
        bool(RAISING_SIGNS & set(detail.signs))
        or detail.disability == "ya"
        or (detail.lives_together == "ya" and is_child(detail))
        or detail.danger_now == "tidak_tahu"
    )
