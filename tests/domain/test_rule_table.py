"""What each rule alone blocks, puts first, offers and says, beside what the law tables ask for.

The tables here are written from the domain document of the project (sections 2.1 to 2.5 and 8.3),
not from the program; a rule that loses one of its effects is found here.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest

from patbm_desktop.domain import codes, retention, triage
from patbm_desktop.domain.case import (
    Call,
    Case,
    CaseDetail,
    Dossier,
    Next,
    Offender,
    Status,
    Victim,
)
from patbm_desktop.domain.case_status import (
    ASKED_FIRST,
    Flag,
    flags,
    moves,
    problems_of_move,
    problems_of_next,
    stands,
)
from patbm_desktop.domain.escalation import latest
from patbm_desktop.domain.facts import facts_of
from patbm_desktop.domain.follow_up import FollowUp
from patbm_desktop.domain.reason import Reason
from patbm_desktop.domain.referral import Referral, Sent
from patbm_desktop.domain.safeguard import RULES, Rule, judge
from patbm_desktop.domain.second_look import Standing

TODAY = date(2026, 11, 21)


class Effect(NamedTuple):
    """What a rule does, in the keys of its parts; a set as words parted by spaces."""

    where: str = "case"
    blocks: str = ""
    panels: str = ""
    offers: str = ""
    words: str = ""


NO_PEACE = "family_talk agreement later_first_step close_in_rt"
EFFECTS = {
    "R1": Effect(blocks=NO_PEACE, panels="stop"),
    "R2": Effect(offers="other_child", words="r2.diversion"),
    "R3": Effect(blocks=NO_PEACE, panels="stop"),
    "R4": Effect(blocks=NO_PEACE, panels="stop", words="r4.today"),
    "R5": Effect(panels="danger_form"),
    "R6": Effect(blocks="close_in_rt"),
    "R7": Effect(offers="family_talk", words="r7.family_talk"),
    "R8": Effect("text", words="r8.only_seen"),
    "R9": Effect(blocks="pictures", words="r9.no_pictures"),
    "R10": Effect("paper", words="r10.no_identity"),
    "R11": Effect(offers="reminder"),
    "R12": Effect("list", words="r12.maybe_same"),
    "R13": Effect("joining", words="r13.no_old_notes"),
    "R14": Effect(offers="contact_card safety_plan", words="r14.her_choice"),
    "R15": Effect(blocks="parent_consent", words="r15.parent"),
    "R16": Effect(panels="ask_insider"),
    "R17": Effect(offers="other_child", words="r17.under_12"),
    "R18": Effect("text", words="r18.move"),
    "R19": Effect(offers="school_copy", words="r19.school"),
    "R20": Effect("paper", words="r20.no_numbers"),
    "R21": Effect(blocks="visit", words="r21.not_home"),
    "R22": Effect(blocks="closing close_in_rt", panels="call_uptd_today", words="r22.ask_uptd"),
}


def of(category: str = "putus_sekolah", *, age: str | None = "6-12", **more: Any) -> Dossier:
    """Return a case as it was just noted."""
    return Dossier(detail=CaseDetail(category=category, victim=Victim(age=age), **more))


def told(dossier: Dossier, *kinds: str, **more: Any) -> Dossier:
    """Return `dossier` after follow-ups of `kinds`."""
    done = tuple(FollowUp(date=TODAY, kind=kind, **more) for kind in kinds)
    return replace(dossier, follow_ups=dossier.follow_ups + done)


def asked(dossier: Dossier, to: str = "uptd_ppa", **values: Any) -> Dossier:
    """Return `dossier` with one more letter."""
    letter = Referral(to=to, made_on=TODAY, **values)
    return replace(dossier, referrals=(*dossier.referrals, letter))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_a_rule_does_just_what_is_written_of_it(rule: Rule) -> None:
    wanted = EFFECTS[rule.key]
    assert rule.where == wanted.where
    assert set(rule.blocks) == set(wanted.blocks.split())
    assert list(rule.panels) == wanted.panels.split()
    assert list(rule.offers) == wanted.offers.split()
    assert list(rule.words) == wanted.words.split()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_every_rule_says_on_what_it_rests(rule: Rule) -> None:
    assert len(rule.basis) > 10
    assert ("UU " in rule.basis) == (rule.key in {
        "R1", "R2", "R3", "R4", "R6", "R9", "R10", "R11", "R14", "R15", "R17", "R18", "R22",
    })  # fmt: skip


def test_what_is_asked_of_no_case_holds_whatever_the_case() -> None:
    elsewhere = [rule for rule in RULES if rule.where != "case"]
    assert len(elsewhere) == 6
    for dossier in (Dossier(), of(), of("kekerasan_seksual"), of("kdrt_dewasa", age=None)):
        assert all(rule.holds(facts_of(dossier)) for rule in elsewhere)


# -- what follows of all rules together --------------------------------------------------------


def test_the_stop_panel_is_silent_where_no_rule_opens_it() -> None:
    for dossier in (of(), of("perundungan"), of("kekerasan_psikis"), of("kdrt_dewasa", age=None)):
        assert judge(dossier, TODAY).stop == ()


def test_a_case_is_told_only_what_is_asked_of_a_case() -> None:
    elsewhere = {word for rule in RULES if rule.where != "case" for word in rule.words}
    for dossier in (of(), of("kekerasan_seksual"), of("kdrt_dewasa", age=None)):
        assert elsewhere.isdisjoint(judge(dossier, TODAY).warnings)


@pytest.mark.parametrize("category", ["kekerasan_seksual", "rencana_kawin_anak"])
def test_what_is_grave_and_pressing_too_wants_both(category: str) -> None:
    both = judge(of(category, signs=("luka",)), TODAY)
    assert {"R4", "R6"} <= set(both.rules)
    assert "r4.today" in both.warnings
    assert "R4" not in judge(of(category), TODAY).rules


def test_somebody_who_wants_to_die_is_a_child_or_a_grown_up_in_the_words() -> None:
    for age, who in (("13-17", "child"), ("25-44", "adult")):
        wants = judge(of("lainnya", age=age, signs=("ingin_mati",)), TODAY)
        assert wants.stop == (
            "stop.title", "stop.call", f"stop.donts_{who}", f"stop.not_alone_{who}",
        )  # fmt: skip


@pytest.mark.parametrize(
    "dossier",
    [of("kekerasan_fisik", relation="orang_tua"),
     asked(of("kekerasan_psikis"), refused_by="keluarga")],
)  # fmt: skip
def test_where_the_family_cannot_agree_consent_is_no_basis(dossier: Dossier) -> None:
    assert judge(dossier, TODAY).bases == ("kepentingan_vital", "kewajiban_hukum")
    assert judge(of("kekerasan_fisik"), TODAY).bases == (
        "persetujuan", "kewajiban_hukum", "kepentingan_vital", "layanan_publik",
    )  # fmt: skip


def test_a_letter_under_way_offers_a_reminder_even_where_it_is_green() -> None:
    waiting = asked(of(), "disdukcapil", sent=Sent(TODAY), outcome="menunggu")
    answered = asked(of(), "disdukcapil", sent=Sent(TODAY), outcome="diterima")
    assert "reminder" in judge(waiting, TODAY).offers
    assert "reminder" not in judge(answered, TODAY).offers


def test_closing_is_barred_while_it_is_grave_and_nobody_has_taken_over() -> None:
    grave = of("kekerasan_seksual")
    assert "closing" in judge(grave, TODAY).blocked
    assert "closing" in judge(asked(grave, "puspaga", outcome="diterima"), TODAY).blocked
    assert "closing" not in judge(asked(grave, outcome="diterima"), TODAY).blocked
    assert "closing" not in judge(of(), TODAY).blocked


def test_the_services_are_five_and_letting_uptd_decide() -> None:
    assert set(judge(of(), TODAY).services) == {
        "pengaduan", "penjangkauan", "pengelolaan_kasus", "penampungan_sementara",
        "pendampingan", "uptd_menentukan",
    }  # fmt: skip


def test_the_panels_come_in_the_order_in_which_they_are_asked() -> None:
    danger = of("kekerasan_fisik", danger_now="ya")
    assert judge(danger, TODAY).panels == ("ask_insider", "stop", "danger_form")
    unwilling = asked(of("kekerasan_fisik", signs=("luka",)), refused_by="keluarga")
    assert judge(unwilling, TODAY).panels == (
        "ask_insider", "stop", "ask_danger", "call_uptd_today",
    )  # fmt: skip


def test_a_small_child_and_a_form_of_violence_by_the_body_cannot_wait() -> None:
    assert judge(of("kekerasan_psikis", age="0-5", kinds=("fisik",)), TODAY).triage == "merah"
    assert judge(of("kekerasan_psikis", age="6-12", kinds=("fisik",)), TODAY).triage == "kuning"


def test_what_a_second_person_decided_lowers_only_what_has_no_name() -> None:
    decided = Standing(level="hijau", peak="hijau", is_decided=True)
    for category in ("perundungan", "kekerasan_psikis"):
        assert judge(replace(of(category), standing=decided), TODAY).triage == "kuning"
    assert triage.computed(CaseDetail(category="lainnya")) == "kuning"


def test_levels_are_kept_for_their_years() -> None:
    assert retention.YEARS == {"hijau": 1, "kuning": 2, "merah": 2}
    assert (retention.SHORTEST, retention.LONGEST) == (1, 2)


# -- the clock: for each step the day that is set and the last that is offered -------------------

CALLED = (Call("uptd_ppa", TODAY),)
YELLOW, RED = of("kekerasan_psikis"), of("kekerasan_fisik", signs=("luka",))
WOMAN = of("kdrt_dewasa", age="25-44")
WATCHED = Case(status=Status("dipantau"))
AT_ONCE = {"telepon": (0, 0), "tanya_uptd": (0, 0), "rujuk": (0, 0)}
VISITED = ("telepon", "tanya_uptd", "rujuk", "kunjungan", "cek")
KEPT_AWAY = ("telepon", "tanya_uptd", "rujuk", "cek")


def every(names: tuple[str, ...], days: int, last: int) -> dict[str, tuple[int, int]]:
    return dict.fromkeys(names, (days, last))


CLOCK: dict[str, tuple[Dossier, str, dict[str, tuple[int, int]]]] = {
    "green, first": (of(), "cek", every(VISITED, 14, 14)),
    "green, after a deed": (told(of(), "telepon"), "cek", every(VISITED, 30, 30)),
    "green, called only": (of(called=CALLED), "cek", every(VISITED, 14, 30)),
    "yellow, first": (
        of("perundungan"), "telepon",
        {"telepon": (1, 1), "tanya_uptd": (1, 1), "rujuk": (3, 3), "kunjungan": (3, 3),
         "cek": (3, 3)},
    ),
    "yellow violence, first": (
        YELLOW, "telepon",
        {"telepon": (1, 1), "tanya_uptd": (1, 1), "rujuk": (3, 3), "cek": (3, 3)},
    ),
    "yellow, called": (replace(YELLOW, detail=replace(
        YELLOW.detail or CaseDetail(), called=CALLED)), "cek", every(KEPT_AWAY, 3, 30)),
    "yellow, watched": (
        replace(told(of("perundungan"), "telepon"), case=WATCHED), "cek", every(VISITED, 14, 30)),
    "green, watched": (replace(told(of(), "telepon"), case=WATCHED), "cek", every(VISITED, 30, 30)),
    "red, first": (RED, "telepon", AT_ONCE),
    "sexual, first": (of("kekerasan_seksual"), "telepon", AT_ONCE),
    "married, first": (of("rencana_kawin_anak"), "telepon", AT_ONCE),
    "red, told": (told(RED, "telepon"), "cek", every(KEPT_AWAY, 1, 1)),
    "red, taken over": (asked(RED, outcome="diterima"), "cek", every(KEPT_AWAY, 7, 30)),
    "red, advised": (told(RED, "umpan_balik_uptd", advised=True), "cek", every(VISITED, 1, 1)),
    "she refuses": (asked(WOMAN, refused_by="korban"), "cek", every(VISITED, 7, 7)),
    "she refuses, asked again": (
        told(asked(WOMAN, refused_by="korban"), "cek_keamanan"), "cek", every(VISITED, 7, 30)),
    "the family refuses": (
        told(asked(YELLOW, refused_by="keluarga"), "telepon"), "tanya_uptd", AT_ONCE),
    "the family refuses, uptd has told": (
        told(asked(YELLOW, refused_by="keluarga"), "umpan_balik_uptd"), "cek",
        every(KEPT_AWAY, 3, 30)),
}  # fmt: skip


@pytest.mark.parametrize("name", CLOCK)
def test_the_clock_offers_just_these_steps_and_days(name: str) -> None:
    dossier, first, wanted = CLOCK[name]
    steps = judge(dossier, TODAY).next_steps
    days = {step.what: ((step.default - TODAY).days, (step.latest - TODAY).days) for step in steps}
    assert steps[0].what == first
    assert days == wanted
    assert latest(facts_of(dossier), "kunjungan", TODAY) == (
        TODAY + timedelta(days=wanted["kunjungan"][1]) if "kunjungan" in wanted else None
    )


# -- closing -----------------------------------------------------------------------------------


def begun(dossier: Dossier, status: str = "didampingi") -> Dossier:
    return replace(dossier, case=Case(status=Status(status)))


def why_not(dossier: Dossier, to: str, reason: str | None = None) -> list[Reason]:
    return [each.reason for each in problems_of_move(dossier, to, reason)]


def test_whoever_moved_away_with_uptd_knowing_is_asked_about_it_first() -> None:
    assert ASKED_FIRST == {"pindah_uptd_tahu": "closing.tell_uptd"}
    assert set(ASKED_FIRST) <= set(codes.STATUS_REASONS)


def test_a_grown_up_who_was_taken_over_may_also_choose_herself() -> None:
    woman = told(asked(WOMAN, refused_by="korban"), "cek_keamanan", "cek_keamanan")
    taken = asked(woman, "puskesmas_rs", outcome="diterima")
    (close,) = (move for move in moves(begun(taken)) if move.to == "selesai")
    assert close.reasons == ("pilihan_korban",)


def test_two_checks_are_two_talks_about_her_safety_and_nothing_else() -> None:
    woman = begun(asked(WOMAN, refused_by="korban"))
    for kinds in (("telepon", "telepon"), ("cek_keamanan", "telepon"), ("umpan_balik_uptd",) * 2):
        assert why_not(told(woman, *kinds), "selesai", "pilihan_korban") == [
            Reason.TWO_SAFETY_CHECKS
        ]
    assert why_not(told(woman, "cek_keamanan", "cek_keamanan"), "selesai", "pilihan_korban") == []


def test_only_a_grown_up_who_refused_chooses_for_herself() -> None:
    checks = ("cek_keamanan", "cek_keamanan")
    taken = asked(WOMAN, outcome="diterima")
    went_on = asked(asked(WOMAN, refused_by="korban"), outcome="menunggu")
    child = asked(YELLOW, refused_by="korban")
    for other in (of(), WOMAN, taken, went_on, child, asked(YELLOW, refused_by="keluarga")):
        offered = moves(begun(told(other, *checks)))
        assert not any("pilihan_korban" in move.reasons for move in offered)


def test_everything_that_holds_a_closing_back_is_said() -> None:
    woman = asked(begun(asked(WOMAN, refused_by="korban")), "puspaga", outcome="menunggu")
    assert why_not(woman, "selesai", "pilihan_korban") == [
        Reason.REFERRAL_WAITING, Reason.TWO_SAFETY_CHECKS,
    ]  # fmt: skip


@pytest.mark.parametrize(("days", "is_flagged"), [(-1, False), (0, False), (1, True)])
def test_a_step_that_is_due_is_done_late_and_not_barred(days: int, *, is_flagged: bool) -> None:
    planned = Case(next=Next("cek", TODAY + timedelta(days=days)))
    grave = replace(of("kekerasan_seksual"), case=planned)
    assert (Flag.NEXT_LATE in flags(grave, facts_of(grave), TODAY)) is is_flagged


def test_a_step_without_a_day_is_not_late() -> None:
    grave = replace(of("kekerasan_seksual"), case=Case(next=Next("cek")))
    assert Flag.NEXT_LATE not in flags(grave, facts_of(grave), TODAY)


def test_what_stops_a_move_or_a_step_names_its_field() -> None:
    facts = facts_of(YELLOW)
    assert [each.field for each in problems_of_move(of(), "selesai", None)] == ["status"]
    for barred in (Next("kunjungan", TODAY), Next("cek", TODAY + timedelta(days=90))):
        assert [each.field for each in problems_of_next(facts, barred, TODAY)] == ["next"]


def test_a_move_that_ends_nothing_takes_no_reason() -> None:
    assert why_not(of(), "didampingi") == []
    assert why_not(of(), "didampingi", "keliru") == [Reason.CLOSING_REASON]


def test_a_state_that_the_rules_allow_stands() -> None:
    for dossier in (of(), begun(YELLOW), begun(asked(YELLOW, outcome="diterima"), "dipantau")):
        assert stands(dossier)


def test_a_waiting_letter_holds_a_closing_back_also_where_another_was_taken_over() -> None:
    taken = asked(begun(YELLOW, "diterima_layanan"), outcome="diterima")
    assert why_not(taken, "selesai", "ditangani_uptd") == []
    waiting = asked(taken, "puspaga", outcome="menunggu")
    assert why_not(waiting, "selesai", "ditangani_uptd") == [Reason.REFERRAL_WAITING]


def test_why_violence_is_not_closed_says_who_has_to_take_over() -> None:
    elsewhere = asked(begun(YELLOW), "puskesmas_rs", outcome="diterima")
    assert why_not(elsewhere, "selesai", "ditangani_uptd") == [Reason.UPTD_HAS_NOT_RECEIVED]
    grave = asked(of("kekerasan_seksual"), "puskesmas_rs", outcome="diterima")
    assert why_not(grave, "bukan_kasus", "keliru") == [Reason.UPTD_HAS_NOT_RECEIVED]
    assert why_not(asked(grave, outcome="diterima"), "bukan_kasus", "keliru") == []


def test_a_refusal_that_uptd_has_taken_over_since_closes_again() -> None:
    unwilling = asked(begun(YELLOW), refused_by="keluarga")
    assert Reason.FAMILY_IS_NOT_WILLING in why_not(unwilling, "selesai", "ditangani_uptd")
    assert why_not(asked(unwilling, outcome="diterima"), "selesai", "ditangani_uptd") == []


# -- who is young ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("age", "rules"), [("0-11", {"R2", "R17"}), ("12-17", {"R2"}), ("dewasa", set()), (None, set())]
)
def test_a_young_offender_is_left_to_those_who_may_judge(age: str | None, rules: set[str]) -> None:
    found = judge(of("kekerasan_seksual", offender=Offender(age=age)), TODAY)
    assert set(found.rules) & {"R2", "R17"} == rules
    assert ("other_child" in found.offers) is bool(rules)
