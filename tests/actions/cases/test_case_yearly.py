"""A case that never closes is shown once a year to whom looks at it with the kader."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from patbm_desktop.actions.cases import case_moves, case_noting, case_yearly
from patbm_desktop.actions.cases.casebook import page
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.case import CaseDetail
from patbm_desktop.domain.clock import WITA, FixedClock
from patbm_desktop.domain.ids import case_code
from tests.actions.cast import carry, laptop

WORRY = CaseDetail(category="putus_sekolah", narrative="Anak berhenti sekolah.")


@pytest.fixture
def rina(ws: Workspace, tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    """The pendamping kasus, with a laptop of her own."""
    made = laptop(ws, tmp_path / "rina", clock, ("umum", "kasus"))
    carry(made, ws)
    yield made
    made.close()


def at(clock: FixedClock, year: int, month: int, day: int = 1) -> None:
    clock.moment = datetime(year, month, day, 9, tzinfo=WITA)


def test_it_is_due_from_each_anniversary_until_it_was_looked_at(
    ws: Workspace, clock: FixedClock
) -> None:
    ent = case_noting.note(ws, WORRY).ent
    at(clock, 2027, 10, 31)
    assert case_yearly.codes_due(ws) == ()
    at(clock, 2027, 11, 5)
    assert case_yearly.codes_due(ws) == (case_code(ent),)
    case_access.opened(ws, ent)
    assert case_yearly.is_due(ws, ent, "2026-11"), "through the day of the look"
    at(clock, 2027, 11, 6)
    assert case_yearly.codes_due(ws) == ()
    at(clock, 2028, 11)
    assert case_yearly.codes_due(ws) == (case_code(ent),)


def test_printing_it_is_no_look(ws: Workspace, clock: FixedClock) -> None:
    ent = case_noting.note(ws, WORRY).ent
    at(clock, 2027, 12, 1)
    case_access.printed(ws, ent)
    at(clock, 2027, 12, 2)
    assert case_yearly.codes_due(ws) == (case_code(ent),)


def test_a_closed_one_is_not_shown(ws: Workspace, clock: FixedClock) -> None:
    ent = case_noting.note(ws, WORRY).ent
    case_moves.move(ws, page(ws, ent), "bukan_kasus", "keliru")
    at(clock, 2027, 12)
    assert case_yearly.codes_due(ws) == ()


def test_it_is_shown_to_the_pendamping_kasus_once_there_is_one(
    ws: Workspace, rina: Workspace, clock: FixedClock
) -> None:
    ent = case_noting.note(ws, WORRY).ent
    carry(ws, rina)
    at(clock, 2027, 12)
    assert case_yearly.codes_due(rina) == (case_code(ent),)
    assert case_yearly.codes_due(ws) == ()
    case_access.opened(ws, ent)
    carry(ws, rina)
    at(clock, 2027, 12, 2)
    assert case_yearly.codes_due(rina) == (case_code(ent),), "nobody looks for her"
