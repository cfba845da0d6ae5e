"""The demo's cases: the eight samples, as old as they were, with nothing that breaks a rule."""

from datetime import date, timedelta
from typing import Any

import pytest

from patbm_desktop.actions.cases import case_list, casebook
from patbm_desktop.actions.demo import demo_cases
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.assets import table
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.domain.record import written
from tests.case_samples import SAMPLES, Sample

PAIRS = list(zip(SAMPLES, table(demo_cases.SAMPLE)["case"], strict=True))


def without(values: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: each for name, each in values.items() if each is not None and name not in names}


@pytest.mark.parametrize(("sample", "shipped"), PAIRS, ids=lambda each: getattr(each, "name", ""))
def test_the_file_says_what_the_samples_say(sample: Sample, shipped: dict[str, Any]) -> None:
    assert shipped["detail"] == without(written(sample.detail))
    assert (shipped["noted"], tuple(shipped["way"])) == (sample.noted.isoformat(), sample.way)
    letters = [without(written(each)) for each in sample.letters]
    deeds = [without(written(each)) for each in sample.follow_ups]
    assert (shipped.get("letter", []), shipped.get("follow_up", [])) == (letters, deeds)


def test_every_case_comes_out_as_the_samples_do(ws: Workspace, clock: FixedClock) -> None:
    demo_cases.bring_cases(ws)
    assert ws.clock is clock
    rows = case_list.listing_of(ws, case_list.Query()).rows
    found = sorted((row.category or "", row.triage, row.status, row.reason or "") for row in rows)
    assert found == sorted(
        (each.detail.category or "", each.triage, each.way[-1], each.reason or "")
        for each in SAMPLES
    )
    assert [row.flags for row in rows] == [()] * len(SAMPLES)
    assert case_list.calls_waiting(ws) == ()


def test_another_day_moves_all_days(ws: Workspace, clock: FixedClock) -> None:
    clock.moment += timedelta(days=40)
    demo_cases.bring_cases(ws)
    whole = [
        casebook.dossier(ws, row.ent) for row in case_list.listing_of(ws, case_list.Query()).rows
    ]
    learned = sorted(
        each.detail.learned_on for each in whole if each.detail and each.detail.learned_on
    )
    assert learned[0] == date(2026, 9, 14) + timedelta(days=40)
