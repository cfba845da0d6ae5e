"""Eight invented cases, as a kader would enter them, and the way each went.

Fictional: the kelurahan does not exist, nobody here is real, initials only. Dates that a sample
leaves open are set here.
"""

from dataclasses import dataclass, field
from datetime import date, time

from patbm_desktop.actions.cases.concerns import Sets, chosen, concerns
from patbm_desktop.domain.case import Call, CaseDetail, Offender, Victim
from patbm_desktop.domain.follow_up import FollowUp
from patbm_desktop.domain.referral import Receipt, Referral, Sent


@dataclass(frozen=True)
class Sample:
    """One case: what was noted when, what followed, and what it is to come out as.

    `letters` become referrals in the order given; `way` leads to the last status, `reason` closes.
    """

    name: str
    noted: date
    detail: CaseDetail
    group: str
    triage: str
    rules: frozenset[str]
    way: tuple[str, ...]
    reason: str | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    letters: tuple[Referral, ...] = ()
    given: tuple[str, ...] = ()
    delay: str | None = None
    words: tuple[str, ...] = field(default=())


CHIPS = [
    (each.key, option.key if option else None)
    for each in concerns("id")
    for option in (each.options or (None,))
]
"""Every chip of the form with each answer to its question."""


def chip_of(detail: CaseDetail) -> tuple[str, str | None] | None:
    """Return the chip and the answer with which a note was most likely made."""
    found = [
        (len(sets.signs) + (sets.place_kind is not None), chip)
        for chip in CHIPS
        if (sets := chosen(*chip, detail.victim.age)) is not None and _fits(sets, detail)
    ]
    return max(found, key=lambda each: each[0])[1] if found else None


def _fits(sets: Sets, detail: CaseDetail) -> bool:
    return (
        sets.category == detail.category
        and set(sets.signs) <= set(detail.signs)
        and sets.place_kind in (None, detail.place_kind)
    )


def _done(day: date, kind: str, result: str, note: str = "") -> FollowUp:
    return FollowUp(date=day, kind=kind, result=result, note=note)


SCHOOL = Sample(
    name="1 out of school",
    noted=date(2026, 9, 14),
    detail=CaseDetail(
        category="putus_sekolah", victim=Victim("L", "13-17"), initials="R", source="tetangga",
        danger_now="tidak", first_action=("kunjungan", "hubungi_sekolah"),
        narrative="Anak berhenti sejak Juli karena ikut kerja di bengkel paman. Ibu ingin anak"
        " sekolah lagi, terkendala seragam dan jarak.",
    ),
    group="hak_dasar", triage="hijau", rules=frozenset({"R7", "R9"}),
    way=("didampingi", "dipantau", "selesai"), reason="membaik",
    follow_ups=(
        _done(date(2026, 9, 18), "kunjungan", "membaik"),
        _done(date(2026, 10, 2), "koordinasi_sekolah", "membaik",
              "Diterima kembali, seragam dibantu warga."),
        _done(date(2026, 11, 1), "koordinasi_sekolah", "membaik", "Masih masuk."),
    ),
    words=("bengkel", "seragam", "putus_sekolah", "tetangga"),
)  # fmt: skip

PAPERS = Sample(
    name="2 no birth certificate",
    noted=date(2026, 9, 22),
    detail=CaseDetail(
        category="tanpa_identitas", victim=Victim("P", "0-5"), initials="A",
        source="temuan_sendiri",
        narrative="Lahir di rumah, orang tua belum punya buku nikah.",
    ),
    group="hak_dasar", triage="hijau", rules=frozenset({"R7", "R9", "R11"}),
    way=("dirujuk",),
    letters=(
        Referral(to="disdukcapil", made_on=date(2026, 9, 25), sent=Sent(date(2026, 9, 25)),
                 means="diantar", outcome="menunggu"),
    ),
    words=("buku nikah", "disdukcapil"),
)  # fmt: skip

QUARREL = Sample(
    name="3 quarrel about games",
    noted=date(2026, 9, 28),
    detail=CaseDetail(
        category="konflik_pengasuhan", victim=Victim("L", "13-17"), initials="F",
        source="keluarga",
        narrative="Ibu dan anak bertengkar soal gim sampai larut. Tidak ada pemukulan.",
    ),
    group="konflik_keluarga", triage="hijau", rules=frozenset({"R7", "R9"}),
    way=("didampingi", "selesai"), reason="membaik",
    follow_ups=(
        _done(date(2026, 9, 30), "musyawarah_keluarga", "membaik",
              "Jam gawai disepakati; diarahkan ke Puspaga."),
        _done(date(2026, 10, 20), "telepon", "membaik"),
    ),
    words=("soal gim", "gawai disepakati", "musyawarah"),
)  # fmt: skip

BULLIED = Sample(
    name="4 bullied online",
    noted=date(2026, 10, 10),
    detail=CaseDetail(
        category="perundungan", victim=Victim("P", "6-12"), initials="N", source="guru",
        place_kind="daring", relation="pacar_teman", offender=Offender(age="0-11"),
        first_action=("hubungi_sekolah",),
        narrative="Foto anak diedit dan disebar di grup kelas. Anak dua hari tidak mau sekolah.",
    ),
    group="perilaku_berisiko", triage="kuning", rules=frozenset({"R9", "R11", "R17", "R19"}),
    way=("didampingi", "dipantau"),
    follow_ups=(
        _done(date(2026, 10, 12), "koordinasi_sekolah", "tetap",
              "Tim sekolah menangani, anak-anak tidak dipertemukan."),
    ),
    words=("grup kelas", "perundungan", "daring"),
)  # fmt: skip

HIT = Sample(
    name="5 hit at home",
    noted=date(2026, 10, 19),
    detail=CaseDetail(
        category="kekerasan_fisik", victim=Victim("L", "6-12"), initials="D", source="tetangga",
        danger_now="ya", signs=("luka", "berulang"),
        called=(Call("uptd_ppa", date(2026, 10, 19), time(19, 10)),),
        first_action=("telepon_uptd",), relation="orang_tua", lives_together="ya",
        legal_basis="kepentingan_vital",
        narrative="Terdengar tangisan berulang malam hari. Ada lebam di lengan yang terlihat saat"
        " anak bermain. Kader tidak bertanya kepada anak.",
    ),
    group="kekerasan", triage="merah",
    rules=frozenset({"R4", "R5", "R6", "R9", "R11", "R15", "R16", "R21"}),
    way=("dirujuk", "diterima_layanan"),
    letters=(
        Referral(to="uptd_ppa", made_on=date(2026, 10, 19), means="surat",
                 sent=Sent(date(2026, 10, 20), time(8, 30)), outcome="diterima",
                 receipt=Receipt(date(2026, 10, 20), time(8, 30))),
    ),
    delay="24j",
    words=("tangisan", "lebam", "kekerasan_fisik", "orang_tua"),
)  # fmt: skip

ABUSED = Sample(
    name="6 sexual violence",
    noted=date(2026, 10, 26),
    detail=CaseDetail(
        category="kekerasan_seksual", victim=Victim("P", "13-17"), initials="S",
        source="keluarga", kinds=("seksual",), relation="tetangga",
        offender=Offender(age="dewasa"), legal_basis="persetujuan",
        narrative="Ibu datang ke rumah kader dan bercerita. Rincian tidak ditanyakan. Ibu diantar"
        " ke UPTD PPA hari itu juga.",
    ),
    group="kekerasan", triage="merah",
    rules=frozenset({"R1", "R6", "R9", "R11", "R16", "R21"}),
    way=("dirujuk", "diterima_layanan"),
    letters=(
        Referral(to="uptd_ppa", made_on=date(2026, 10, 26), sent=Sent(date(2026, 10, 26)),
                 means="diantar", outcome="diterima", receipt=Receipt(date(2026, 10, 26))),
    ),
    given=("orang_tua",),
    delay="24j",
    words=("bercerita", "kekerasan_seksual", "seksual", "diantar"),
)  # fmt: skip

MARRIED = Sample(
    name="7 to be married",
    noted=date(2026, 11, 9),
    detail=CaseDetail(
        category="rencana_kawin_anak", victim=Victim("P", "13-17"), initials="I",
        source="forum_anak", first_action=("telepon_uptd",),
        narrative="Teman bercerita rencana lamaran bulan depan.",
    ),
    group="kekerasan", triage="merah",
    rules=frozenset({"R3", "R6", "R9", "R11", "R16", "R21"}),
    way=("dirujuk",),
    letters=(
        Referral(to="uptd_ppa", made_on=date(2026, 11, 9), sent=Sent(date(2026, 11, 9)),
                 means="diantar", outcome="menunggu"),
        Referral(to="puspaga", made_on=date(2026, 11, 9), sent=Sent(date(2026, 11, 9)),
                 means="diantar", outcome="menunggu"),
    ),
    words=("lamaran", "rencana_kawin_anak", "puspaga"),
)  # fmt: skip

WOMAN = Sample(
    name="8 a woman who waits",
    noted=date(2026, 11, 16),
    detail=CaseDetail(
        category="kdrt_dewasa", victim=Victim("P", "25-44"), initials="W", source="korban",
        relation="suami_istri", lives_together="ya",
        first_action=("mendengarkan", "beri_kontak", "rencana_aman"),
        narrative="Korban belum ingin melapor, minta nomor layanan dan tempat aman bila malam"
        " hari.",
    ),
    group="kekerasan", triage="kuning",
    rules=frozenset({"R9", "R11", "R14", "R16"}),
    way=("didampingi",),
    letters=(Referral(to="uptd_ppa", made_on=date(2026, 11, 16), refused_by="korban"),),
    words=("tempat aman", "kdrt_dewasa", "suami_istri"),
)  # fmt: skip

SAMPLES = (SCHOOL, PAPERS, QUARREL, BULLIED, HIT, ABUSED, MARRIED, WOMAN)
