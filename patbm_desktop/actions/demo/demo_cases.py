"""Eight invented worries for the demo, each entered day by day as its kader would."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from patbm_desktop.actions.cases import (
    case_consents,
    case_moves,
    case_noting,
    follow_ups,
    referrals,
)
from patbm_desktop.actions.cases.case_consents import Consent
from patbm_desktop.actions.cases.casebook import page
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.assets import table
from patbm_desktop.domain.case import read_detail
from patbm_desktop.domain.clock import Clock, FixedClock
from patbm_desktop.domain.follow_up import read_follow_up
from patbm_desktop.domain.referral import Referral, read_referral

SAMPLE = "demo/cases.toml"
BY_ITSELF = frozenset({"dirujuk", "diterima_layanan"})
"""Statuses that follow from a letter."""


def bring_cases(ws: Workspace) -> None:
    """Take in the sample, its days moved so that it ends today; the clock of `ws` stands after."""
    found, clock = table(SAMPLE), ws.clock
    later = ws.today() - date.fromisoformat(found["as_of"])
    try:
        for case in found["case"]:
            _enter(ws, clock, _moved(case, later))
    finally:
        ws.laptop.clock = clock


def _enter(ws: Workspace, clock: Clock, case: Mapping[str, Any]) -> None:
    noted = _go_to(ws, clock, case["noted"])
    detail = read_detail("", case["detail"])
    ent = case_noting.note(ws, replace(detail, learned_on=noted)).ent
    for giver in case.get("agreed", ()):
        given = Consent(kind="rujukan", given_by=giver, form="lisan_tercatat", on=noted)
        case_consents.give(ws, page(ws, ent), given)
    for values in case.get("letter", ()):
        _send(ws, ent, read_referral("", values))
    way = [step for step in case["way"] if step not in BY_ITSELF]
    if way[:1] == ["didampingi"]:
        case_moves.move(ws, page(ws, ent), way.pop(0))
    for values in case.get("follow_up", ()):
        _go_to(ws, clock, values["date"])
        follow_ups.record(ws, page(ws, ent), read_follow_up("", values))
    for step in way:
        case_moves.move(ws, page(ws, ent), step, case.get("reason") if step == "selesai" else None)


def _send(ws: Workspace, ent: str, letter: Referral) -> None:
    made = replace(letter, sent=None, means=None, receipt=None, outcome=None, refused_by=None)
    of = referrals.make(ws, page(ws, ent), made).ent
    if letter.refused_by:
        referrals.refused(ws, of, letter.refused_by)
    if letter.sent and letter.means:
        referrals.handed(ws, of, letter.means, on=letter.sent.on, at=letter.sent.at)
    if letter.receipt:
        referrals.received(ws, of, letter.receipt)


def _go_to(ws: Workspace, clock: Clock, day: str) -> date:
    """Let the vault believe that it is the evening of `day`."""
    now, on = clock.now(), date.fromisoformat(day)
    ws.laptop.clock = FixedClock(datetime.combine(on, now.timetz()))
    return on


def _moved(value: Any, later: timedelta) -> Any:
    """Return `value` with every day in it moved by `later`."""
    if isinstance(value, Mapping):
        return {name: _moved(each, later) for name, each in value.items()}
    if isinstance(value, list):
        return [_moved(each, later) for each in value]
    if isinstance(value, str):
        with suppress(ValueError):
            return (date.fromisoformat(value) + later).isoformat()
    return value
