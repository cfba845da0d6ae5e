"""Invented referral letters for the tests: no real person, no real neighbourhood."""

from dataclasses import replace
from datetime import date, time

from patbm_desktop.domain.case import Call
from patbm_desktop.reports.referral import Condition, Consent, Identity, Letter
from tests.reports import samples

NAME = "Dimas Contoh"
ADDRESS = "Jalan Contoh Nomor 3"
STORY = (
    "Terdengar tangisan berulang malam hari.\n"
    "Ada lebam di lengan yang terlihat saat anak bermain. Kader tidak bertanya kepada anak."
)

CHILD = Letter(
    made_on=date(2026, 10, 21),
    code="R-7QH2MD",
    rt=samples.RT,
    titles=samples.TITLES,
    letterhead=samples.KOP,
    signer_name="Siti Rahmawati",
    signer_phone="0800 000 000",
    identity=Identity(NAME, ADDRESS, "Wali Contoh", "Bibi Contoh, lewat kader"),
    sex="L",
    age="6-12",
    is_child=True,
    is_violence=True,
    disability="tidak",
    source="tetangga",
    learned_on=date(2026, 10, 20),
    category="kekerasan_fisik",
    kinds=("fisik",),
    place_kind="rumah_tangga",
    relation="orang_tua",
    offender_sex="L",
    offender_age="dewasa",
    story=STORY,
    condition=Condition(physical="Lebam di lengan kiri"),
    first_action=("telepon_uptd",),
    calls=(Call("uptd_ppa", date(2026, 10, 20), time(19, 10)),),
    triage="merah",
    danger_now="ya",
    signs=("luka", "berulang"),
    lives_together="ya",
    legal_basis="kepentingan_vital",
    child_wish="tidak_ditanya",
)
"""The fifth sample case: a child that is hurt at home."""

ADULT = replace(
    CHILD,
    identity=Identity("Wati Contoh", ADDRESS),
    sex="P",
    age="25-44",
    is_child=False,
    category="kdrt_dewasa",
    source="korban",
    relation="suami_istri",
    story="Ia bercerita sendiri dan minta nomor layanan.",
    first_action=("mendengarkan", "mengamankan", "beri_kontak"),
    triage="kuning",
    danger_now="tidak",
    signs=("berulang",),
    consent=Consent("korban_dewasa", "lisan_tercatat", date(2026, 10, 20)),
    legal_basis="persetujuan",
    child_wish=None,
)
"""The eighth sample case: a woman in danger at home, who agreed."""

PAPERS = replace(
    CHILD,
    to="disdukcapil",
    is_violence=False,
    category="tanpa_identitas",
    relation=None,
    place_kind=None,
    triage="hijau",
    signs=(),
    legal_basis="layanan_publik",
)
"""The second sample case: a child without a birth certificate."""
