"""A seeded vault with the shape of two volunteers' decades: short records, long texts.

Seven in ten records are sessions; three in ten have the length of a case note and stand as visits,
so that one laptop's figures stay comparable; real cases are in `case_workload`. Every record
carries 200 to 600 characters of Indonesian sounding text over `result` and `next_step`, drawn
unevenly so that it compresses like prose.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from patbm_desktop.actions.opened.changes import Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import codes, ids
from patbm_desktop.domain.activity import Activity, Count4, to_values
from patbm_desktop.seal import passphrase
from patbm_desktop.store.housekeeping import housekeep

SEED = 64711001
BATCH = 200
FIRST_DAY = date(2024, 1, 1)
DAYS = 1050
NOTE_SHARE = 0.3
NOTES = ("kunjungan_rumah", "deteksi_dini", "respons_cepat")
"""The types of activity that stand for a case note."""
SESSIONS = tuple(each for each in codes.TYPES if each not in NOTES)
TEXT = 205, 600
"""Characters of both texts together; a cut that falls on a blank takes one more away."""
LONGEST_RESULT = 480
VOCABULARY = 300


@dataclass(frozen=True)
class Words:
    """A vocabulary of shipped words; the n-th is drawn as often as one over the root of n."""

    listed: tuple[str, ...]
    weights: tuple[float, ...]

    @classmethod
    def drawn(cls, chance: random.Random) -> "Words":
        """Choose the vocabulary of this workload."""
        listed = tuple(chance.sample(passphrase.words(), VOCABULARY))
        return cls(listed, tuple((rank + 1) ** -0.5 for rank in range(VOCABULARY)))

    def prose(self, chance: random.Random, length: int) -> str:
        """Return a sentence of `length` characters, or of one less."""
        drawn = chance.choices(self.listed, self.weights, k=length // 3)
        return " ".join(drawn)[: length - 1].strip().capitalize() + "."


def activities(count: int, rt: str, places: tuple[str, ...], lead: str) -> Iterator[Activity]:
    """Yield `count` records: always the same ones, a longer run begins with a shorter."""
    chance = random.Random(SEED)
    words = Words.drawn(chance)
    for _ in range(count):
        yield _record(chance, words, rt, places, lead)


def _record(
    chance: random.Random, words: Words, rt: str, places: tuple[str, ...], lead: str
) -> Activity:
    is_note = chance.random() < NOTE_SHARE
    kind = chance.choice(NOTES if is_note else SESSIONS)
    letters = chance.randint(*TEXT)
    steps = chance.randint(60, 180) if is_note else chance.randint(20, 120)
    result = min(letters - steps, LONGEST_RESULT)
    return Activity(
        rt_id=rt,
        date=FIRST_DAY + timedelta(days=chance.randrange(DAYS)),
        program=chance.choice(codes.PROGRAMS),
        type=kind,
        topics=tuple(chance.sample(codes.TOPICS, chance.randint(1, 3))),
        place_id=chance.choice(places) if places else None,
        participants=Count4(*(chance.randint(0, 30) for _ in range(4))),
        disability=chance.choice((None, 0, 0, 1)),
        lead_id=lead,
        minutes=chance.choice((None, 60, 90, 120)),
        result=words.prose(chance, result),
        next_step=words.prose(chance, letters - result),
    )


def edits(records: Iterable[Activity], name: str) -> Iterator[Edit]:
    """Yield the edits that write `records`; `name` keeps the ids of two runs apart."""
    for at, activity in enumerate(records):
        values = {key: value for key, value in to_values(activity).items() if value is not None}
        yield Edit(kind="activity", ent=ids.row_id("bench", f"{name}{at}"), values=values)


def fill(ws: Workspace, count: int) -> None:
    """Write `count` records into an open vault, as an import would."""
    places = tuple(ids.row_id("bench", str(number)) for number in range(7))
    ws.write(
        [
            Edit(kind="place", ent=ent, values={"name": f"Balai {at}"})
            for at, ent in enumerate(places)
        ]
    )
    records = edits(activities(count, ws.rt, places, ws.person), "activity")
    while batch := list(islice(records, BATCH)):
        ws.write(batch)
        housekeep(ws.db, ws.lens, 50)
    while housekeep(ws.db, ws.lens, 500):
        pass
