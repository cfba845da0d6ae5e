"""What the rules ask of a case, one answer at a time; what nobody told counts as the worse."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from patbm_desktop.domain.case import Call, Case, CaseDetail, Dossier, Victim
from patbm_desktop.domain.facts import Facts, facts_of
from patbm_desktop.domain.follow_up import FollowUp
from patbm_desktop.domain.referral import Referral, Sent
from patbm_desktop.domain.safeguard import judge
from patbm_desktop.domain.second_look import Standing

TODAY = date(2026, 11, 21)
SMALL_THINGS = {"konflik_pengasuhan", "pertengkaran_anak", "putus_sekolah", "tanpa_identitas"}
TABLE = {
    "konflik_pengasuhan": ("konflik_keluarga", False, "hijau"),
    "pertengkaran_anak": ("konflik_keluarga", False, "hijau"),
    "putus_sekolah": ("hak_dasar", False, "hijau"),
    "tanpa_identitas": ("hak_dasar", False, "hijau"),
    "telantar_ringan": ("hak_dasar", False, "hijau"),
    "perilaku_berisiko": ("perilaku_berisiko", False, "hijau"),
    "perundungan": ("perilaku_berisiko", False, "kuning"),
    "abh": ("perilaku_berisiko", False, "kuning"),
    "kekerasan_psikis": ("kekerasan", True, "kuning"),
    "kekerasan_fisik": ("kekerasan", True, "kuning"),
    "penelantaran": ("kekerasan", True, "kuning"),
    "eksploitasi": ("kekerasan", True, "kuning"),
    "kdrt_dewasa": ("kekerasan", True, "kuning"),
    "kekerasan_seksual": ("kekerasan", True, "merah"),
    "perdagangan_orang": ("kekerasan", True, "merah"),
    "rencana_kawin_anak": ("kekerasan", True, "merah"),
    "lainnya": ("lainnya", False, "kuning"),
}
"""Section 2.1 of the project's domain document, row by row."""


def of(category: str = "putus_sekolah", *, age: str | None = "6-12", **more: Any) -> Dossier:
    return Dossier(detail=CaseDetail(category=category, victim=Victim(age=age), **more))


def about(category: str = "putus_sekolah", *, age: str | None = "6-12", **more: Any) -> Facts:
    return facts_of(of(category, age=age, **more))


def with_letter(dossier: Dossier, **values: Any) -> Facts:
    return facts_of(replace(dossier, referrals=(Referral(made_on=TODAY, **values),)))


@pytest.mark.parametrize("category", TABLE)
def test_a_category_starts_where_the_table_says(category: str) -> None:
    age = "25-44" if category == "kdrt_dewasa" else "6-12"
    facts = about(category, age=age)
    assert (facts.group, facts.is_violence, facts.level) == TABLE[category]
    assert facts.is_sexual is (category == "kekerasan_seksual")
    assert facts.is_marriage is (category == "rencana_kawin_anak")
    assert facts.is_pressing is (category == "perdagangan_orang")
    assert facts.may_talk is (category in {*SMALL_THINGS, "perilaku_berisiko"})


@pytest.mark.parametrize(
    ("sign", "level"),
    [("luka", "merah"), ("hilang_kabur", "merah"), ("ingin_mati", "merah"),
     ("senjata_ancaman", "merah"), ("seksual", "merah"), ("hamil", "merah"),
     ("berulang", "kuning"), ("narkoba", "kuning"), ("ditinggal_malam", "kuning")],
)  # fmt: skip
def test_each_sign_weighs_what_the_table_says(sign: str, level: str) -> None:
    assert about(signs=(sign,)).level == level
    assert about(signs=(sign,)).is_violence is (sign in {"seksual", "hamil"})


@pytest.mark.parametrize("age", ["0-5", "6-12", "13-17", None])
def test_who_is_under_18_or_of_no_known_age_is_a_child(age: str | None) -> None:
    assert about(age=age).is_child
    assert about(age=age, signs=("hamil",)).is_sexual


@pytest.mark.parametrize("age", ["18-24", "25-44", "45-59", "60+"])
def test_who_is_grown_up_is_none(age: str) -> None:
    assert not about(age=age).is_child
    assert about(age=age, signs=("hamil",)).level == "hijau"
    assert about(age=age, lives_together="ya").level == "hijau"
    assert not about("kekerasan_fisik", age=age, relation="orang_tua").parent_is_feared


@pytest.mark.parametrize(
    ("more", "level"),
    [({"danger_now": "ya"}, "merah"), ({"danger_now": "tidak_tahu"}, "kuning"),
     ({"danger_now": "tidak"}, "hijau"), ({"disability": "ya"}, "kuning"),
     ({"disability": "tidak"}, "hijau"), ({"lives_together": "ya"}, "kuning"),
     ({"lives_together": "tidak_tahu"}, "hijau"), ({"kinds": ("trafficking",)}, "merah"),
     ({"kinds": ("seksual",)}, "merah"), ({"kinds": ("psikis",)}, "hijau")],
)  # fmt: skip
def test_each_answer_weighs_what_the_table_says(more: dict[str, Any], level: str) -> None:
    facts = about(**more)
    assert facts.level == level
    assert facts.is_violence is ("kinds" in more)


@pytest.mark.parametrize("category", ["kekerasan_fisik", "penelantaran"])
def test_what_happens_to_a_small_child_cannot_wait(category: str) -> None:
    assert about(category, age="0-5").level == "merah"
    assert about(category, age="6-12").level == "kuning"
    assert about("kekerasan_psikis", age="0-5").level == "kuning"


def test_two_steps_up_are_one_and_none_leads_beyond_red() -> None:
    assert about("kekerasan_psikis", signs=("berulang", "narkoba")).level == "merah"
    assert about("kekerasan_seksual", signs=("berulang",)).level == "merah"


def test_a_case_that_cannot_be_read_is_that_of_a_child_and_keeps_its_level() -> None:
    facts = facts_of(Dossier(case=Case(triage="merah")))
    assert (facts.is_child, facts.is_violence, facts.level) == (True, False, "merah")
    assert not facts.danger_was_asked


def test_the_level_that_was_written_down_stands_where_no_history_is_known() -> None:
    assert facts_of(replace(of(), case=Case(triage="kuning"))).level == "kuning"
    standing = Standing(level="kuning", peak="kuning")
    lowered = replace(of(), case=Case(triage="merah"), standing=standing)
    assert facts_of(lowered).level == "kuning"


def test_what_one_person_lowered_still_bars() -> None:
    facts = facts_of(replace(of(), standing=Standing(level="hijau", peak="merah")))
    assert (facts.level, facts.peak, facts.is_stopped) == ("hijau", "merah", False)
    assert facts.is_barred
    assert facts.keeps_away
    assert not facts.may_talk


def test_youth_may_talk_only_while_it_is_green_and_was_never_more() -> None:
    green = of("perilaku_berisiko")
    assert facts_of(green).may_talk
    once = replace(green, standing=Standing(level="hijau", peak="kuning"))
    assert not facts_of(once).may_talk
    small = replace(of(), standing=Standing(level="kuning", peak="kuning"))
    assert facts_of(small).may_talk


def test_who_takes_over_depends_on_whether_it_is_violence() -> None:
    for to, is_taken in (("uptd_ppa", True), ("polisi", True), ("sekolah", False)):
        assert with_letter(of("kekerasan_psikis"), to=to, outcome="diterima").is_taken_over is (
            is_taken
        )
    assert with_letter(of(), to="sekolah", outcome="diterima").is_taken_over
    assert not with_letter(of(), to="sekolah", outcome="ditolak").is_taken_over


def test_a_letter_came_back_when_it_was_not_taken_or_not_wanted() -> None:
    for outcome, came_back in (("ditolak", True), ("dialihkan", True), ("diterima", False)):
        assert with_letter(of(), to="uptd_ppa", outcome=outcome).came_back is came_back
    assert with_letter(of(), to="uptd_ppa", refused_by="korban").came_back
    assert not with_letter(of(), to="uptd_ppa").came_back


def test_a_family_refuses_only_for_a_child_with_violence() -> None:
    assert with_letter(of("kekerasan_psikis"), to="uptd_ppa", refused_by="keluarga") \
        .is_refused_by_family  # fmt: skip
    grown_up = of("kekerasan_psikis", age="25-44")
    assert not with_letter(grown_up, to="uptd_ppa", refused_by="keluarga").is_refused_by_family
    assert not with_letter(of(), to="uptd_ppa", refused_by="keluarga").is_refused_by_family


@pytest.mark.parametrize(
    ("to", "outcome", "still"),
    [("uptd_ppa", "menunggu", False), ("polisi", "diterima", False), ("puspaga", "diterima", True),
     ("uptd_ppa", "ditolak", True)],
)  # fmt: skip
def test_a_grown_up_changes_her_mind_by_a_letter_that_goes_out(
    to: str, outcome: str, *, still: bool
) -> None:
    no = Referral(to="uptd_ppa", made_on=TODAY, refused_by="korban")
    yes = Referral(to=to, made_on=TODAY, sent=Sent(TODAY), outcome=outcome)
    woman = replace(of("kdrt_dewasa", age="25-44"), referrals=(no, yes))
    assert facts_of(woman).is_refused_by_adult is still


def test_the_first_step_is_made_by_a_call_a_deed_or_a_letter_that_went_out() -> None:
    call, deed = Call("uptd_ppa", TODAY), FollowUp(date=TODAY, kind="telepon")
    assert not about().is_contacted
    assert about(called=(call,)).is_contacted
    assert facts_of(replace(of(), follow_ups=(deed,))).is_contacted
    assert with_letter(of(), to="uptd_ppa", sent=Sent(TODAY)).is_contacted
    assert with_letter(of(), to="uptd_ppa", outcome="diterima").is_contacted
    assert not with_letter(of(), to="uptd_ppa").is_contacted


def test_a_visit_waits_where_the_one_feared_lives_or_it_is_red() -> None:
    assert not about().keeps_away
    assert about(lives_together="ya").keeps_away
    assert about(signs=("luka",)).keeps_away
    assert about("kekerasan_psikis").keeps_away
    assert not about("kekerasan_psikis", age="25-44").keeps_away


@pytest.mark.parametrize(
    ("category", "blocked"),
    [("putus_sekolah", {"pictures"}),
     ("telantar_ringan", {"pictures", "family_talk", "agreement"}),
     ("kekerasan_psikis", {"pictures", "family_talk", "agreement", "close_in_rt", "visit"}),
     ("rencana_kawin_anak", {"pictures", "family_talk", "agreement", "later_first_step",
                             "close_in_rt", "closing", "visit"}),
     ("kekerasan_seksual", {"pictures", "family_talk", "agreement", "later_first_step",
                            "close_in_rt", "closing", "visit"})],
)  # fmt: skip
def test_just_these_acts_are_barred(category: str, blocked: set[str]) -> None:
    assert {each.value for each in judge(of(category), TODAY).blocked} == blocked


@pytest.mark.parametrize(
    ("dossier", "givers"),
    [(of(), {"anak", "orang_tua", "wali"}), (of(age="25-44"), {"korban_dewasa"}),
     (of("kekerasan_fisik", relation="orang_tua"), {"anak", "wali"})],
)  # fmt: skip
def test_just_these_people_are_asked_whether_they_agree(dossier: Dossier, givers: set[str]) -> None:
    assert set(judge(dossier, TODAY).consent_givers) == givers


def test_yellow_violence_says_what_to_do_first() -> None:
    assert judge(of("kekerasan_psikis"), TODAY).warnings[0] == "yellow.violence_child"
    woman = judge(of("kdrt_dewasa", age="25-44"), TODAY)
    assert woman.warnings[0] == "yellow.violence_adult"
    for calm in (of("perundungan"), of("kekerasan_seksual")):
        assert not any(each.startswith("yellow") for each in judge(calm, TODAY).warnings)


def test_danger_is_asked_once_and_of_violence_alone() -> None:
    assert "ask_danger" in judge(of("kekerasan_psikis"), TODAY).panels
    assert "ask_danger" not in judge(of("kekerasan_psikis", danger_now="tidak"), TODAY).panels
    assert "ask_danger" not in judge(of(), TODAY).panels


def test_uptd_was_asked_once_it_has_said_something() -> None:
    refusal = Referral(to="uptd_ppa", made_on=TODAY, refused_by="keluarga")
    unwilling = replace(of("kekerasan_psikis"), referrals=(refusal,))
    called = replace(unwilling, follow_ups=(FollowUp(date=TODAY, kind="telepon"),))
    told = replace(unwilling, follow_ups=(FollowUp(date=TODAY, kind="umpan_balik_uptd"),))
    assert not facts_of(called).uptd_was_asked
    assert next(step.what for step in judge(called, TODAY).next_steps) == "tanya_uptd"
    assert facts_of(told).uptd_was_asked
    assert next(step.what for step in judge(told, TODAY).next_steps) == "cek"
