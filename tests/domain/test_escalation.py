"""The clock: what comes next by when, how long silence may be, how long a case is kept."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from patbm_desktop.domain import escalation, retention
from patbm_desktop.domain.case import Case, CaseDetail, Dossier, Status, Victim
from patbm_desktop.domain.facts import facts_of
from patbm_desktop.domain.follow_up import FollowUp
from patbm_desktop.domain.referral import Referral, Sent

TODAY = date(2026, 11, 21)
RED = Dossier(detail=CaseDetail(category="kekerasan_fisik", danger_now="ya"))
YELLOW = Dossier(detail=CaseDetail(category="perundungan", victim=Victim(age="6-12")))
GREEN = Dossier(detail=CaseDetail(category="putus_sekolah"))
CALLED = (FollowUp(date=TODAY, kind="telepon"),)
TAKEN = (Referral(to="uptd_ppa", made_on=TODAY, sent=Sent(TODAY), outcome="diterima"),)


def watched(dossier: Dossier) -> Dossier:
    return replace(dossier, case=Case(status=Status("dipantau")), follow_ups=CALLED)


@pytest.mark.parametrize(
    ("dossier", "what", "days"),
    [
        (RED, "telepon", 0),
        (YELLOW, "telepon", 1),
        (GREEN, "cek", 14),
        (replace(RED, follow_ups=CALLED), "cek", 1),
        (replace(RED, follow_ups=CALLED, referrals=TAKEN), "cek", 7),
        (replace(YELLOW, follow_ups=CALLED), "cek", 3),
        (watched(YELLOW), "cek", 14),
        (replace(GREEN, follow_ups=CALLED), "cek", 30),
    ],
)
def test_the_next_step_follows_the_table(dossier: Dossier, what: str, days: int) -> None:
    planned = escalation.default_next(facts_of(dossier), TODAY)
    assert (planned.what, planned.on) == (what, TODAY + timedelta(days=days))


def test_a_red_first_step_is_today_and_a_yellow_call_tomorrow_at_the_latest() -> None:
    red, yellow = (escalation.steps(facts_of(each), TODAY) for each in (RED, YELLOW))
    assert {(step.what, step.latest) for step in red} == {
        (what, TODAY) for what in ("telepon", "tanya_uptd", "rujuk")
    }
    latest = {step.what: (step.latest - TODAY).days for step in yellow}
    assert latest == {"telepon": 1, "tanya_uptd": 1, "rujuk": 3, "kunjungan": 3, "cek": 3}


def test_silence_counts_from_the_handing_over_and_ends_with_an_answer() -> None:
    made = Referral(to="uptd_ppa", made_on=TODAY - timedelta(days=4))
    sent = replace(made, sent=Sent(TODAY - timedelta(days=2)), outcome="menunggu")
    assert escalation.days_without_news([made], TODAY) == 4
    assert escalation.days_without_news([sent], TODAY) == 2
    assert escalation.days_without_news([replace(sent, outcome="ditolak")], TODAY) is None
    assert escalation.days_without_news([replace(made, refused_by="korban")], TODAY) is None
    assert escalation.days_without_news([replace(made, made_on=TODAY)], TODAY) is None


@pytest.mark.parametrize(
    ("days", "delay"), [(0, "24j"), (1, "24j"), (2, "72j"), (3, "72j"), (4, "lebih")]
)
def test_the_delay_is_counted_in_calendar_days(days: int, delay: str) -> None:
    assert escalation.delay(TODAY, TODAY + timedelta(days=days)) == delay


@pytest.mark.parametrize(
    ("closed", "level", "due"),
    [
        (date(2026, 11, 21), "hijau", date(2027, 11, 21)),
        (date(2026, 11, 21), "kuning", date(2028, 11, 21)),
        (date(2026, 11, 21), "tingkat_baru", date(2028, 11, 21)),
        (date(2028, 2, 29), "hijau", date(2029, 3, 1)),
        (date(9999, 1, 1), "merah", date.max),
    ],
)
def test_a_closed_case_is_kept_for_its_years(closed: date, level: str, due: date) -> None:
    assert retention.due_on(closed, level) == due


def test_an_open_case_is_looked_at_again_from_each_anniversary() -> None:
    noted, anniversary = date(2024, 2, 29), date(2025, 3, 1)
    assert retention.look_again_from(noted, date(2025, 2, 28)) is None
    assert retention.look_again_from(noted, anniversary) == anniversary
    assert retention.look_again_from(noted, date(2026, 2, 28)) == anniversary
    assert retention.look_again_from(noted, date(2028, 2, 29)) == date(2028, 2, 29)
    assert retention.look_again_from(noted, date(2023, 1, 1)) is None
