"""The cases of the workload: seeded, invented, with the texts and follow-ups of a long year.

Every case is two ops, wholly sealed under two keys; each follow-up and each letter is one more, in
all a little over two and a half ops a case, as in the workload that the figures are given for.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from patbm_desktop.actions.opened.changes import Edit
from patbm_desktop.domain import ids, record
from patbm_desktop.domain.case import CaseDetail
from tests.bench.workload import SEED, Words
from tests.case_samples import SAMPLES, Sample

FIRST_DAY = date(2026, 1, 1)
DAYS = 320
FOLLOW_UPS = (0, 0, 0, 1, 1)
"""How many follow a case, drawn evenly."""
LETTER_SHARE = 0.16
TEXT = 120, 420
"""Characters of a narrative or a note."""
RARE_WORD = "layangan"
"""Stands in the narrative of every `RARE_EVERY`-th case, and nowhere else."""
RARE_EVERY = 100


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One case of the workload."""

    ent: str
    day: date
    sample: Sample
    is_closed: bool


def cases(count: int) -> Iterator[list[Edit]]:
    """Yield the edits of `count` cases, those of a case together; always the same ones."""
    chance = random.Random(SEED)
    words = Words.drawn(chance)
    for at in range(count):
        yield _edits(chance, words, at)


def follow_ups(ent: str, count: int) -> list[Edit]:
    """Return `count` follow-ups of the case `ent`."""
    chance = random.Random(ent)
    words = Words.drawn(chance)
    return [_follow_up(chance, words, ent, at, FIRST_DAY) for at in range(count)]


def _edits(chance: random.Random, words: Words, at: int) -> list[Edit]:
    sample = chance.choice(SAMPLES)
    drawn = _Drawn(
        ent=ids.row_id("bench-case", str(at)),
        day=FIRST_DAY + timedelta(days=chance.randrange(DAYS)),
        sample=sample,
        is_closed=sample.triage == "hijau" and chance.random() < 0.4,
    )
    narrative = _prose(chance, words) + (f" {RARE_WORD}." if at % RARE_EVERY == 0 else "")
    made = [_case(chance, drawn), _detail(drawn, narrative)]
    made += [
        _follow_up(chance, words, drawn.ent, number, drawn.day)
        for number in range(chance.choice(FOLLOW_UPS))
    ]
    return made + ([_letter(drawn)] if chance.random() < LETTER_SHARE else [])


def _case(chance: random.Random, drawn: _Drawn) -> Edit:
    due = drawn.day + timedelta(days=chance.randint(1, 400))
    open_ = {"value": "didampingi"}
    values = {
        "month": drawn.day.isoformat()[:7],
        "group": drawn.sample.group,
        "triage": drawn.sample.triage,
        "status": {"value": "selesai", "reason": "membaik"} if drawn.is_closed else open_,
        "next": {"what": "telepon", "on": due.isoformat()},
    }
    return Edit(kind="case", ent=drawn.ent, values=values)


def _detail(drawn: _Drawn, narrative: str) -> Edit:
    sample = drawn.sample.detail
    detail = CaseDetail(
        category=sample.category, victim=sample.victim, signs=sample.signs, source=sample.source,
        danger_now=sample.danger_now, first_action=sample.first_action, learned_on=drawn.day,
        narrative=narrative,
    )  # fmt: skip
    return Edit(kind="case_detail", ent=drawn.ent, values=_given(record.written(detail)))


def _follow_up(chance: random.Random, words: Words, case: str, number: int, day: date) -> Edit:
    values = {
        "case_id": case,
        "date": (day + timedelta(days=number)).isoformat(),
        "kind": "telepon",
        "note": _prose(chance, words),
    }
    ent = ids.row_id("bench-follow-up", case, str(number))
    return Edit(kind="follow_up", ent=ent, values=values)


def _letter(drawn: _Drawn) -> Edit:
    on = drawn.day.isoformat()
    values = {"case_id": drawn.ent, "to": "uptd_ppa", "made_on": on, "outcome": "menunggu"}
    ent = ids.row_id("bench-letter", drawn.ent)
    return Edit(kind="referral", ent=ent, values=values | {"sent": {"on": on}})


def _prose(chance: random.Random, words: Words) -> str:
    return words.prose(chance, chance.randint(*TEXT))


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def flat(groups: Iterable[list[Edit]]) -> list[Edit]:
    """Return the edits of several cases one after the other."""
    return [edit for group in groups for edit in group]
