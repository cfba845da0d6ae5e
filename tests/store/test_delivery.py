"""How far notes have travelled, counted as a person counts them."""

from pathlib import Path

import pytest

from patbm_desktop.domain import ids
from patbm_desktop.store import delivery, outbox
from patbm_desktop.store.delivery import Step
from tests.sync.seat import Seat


@pytest.fixture
def seat(tmp_path: Path):
    made = Seat(tmp_path / "sari")
    made.found()
    outbox.note_answers(made.db, dict.fromkeys(made.ops(), outbox.BACK))
    yield made
    made.close()


def test_a_session_with_its_list_is_one_note(seat):
    ent = seat.save(type="jejaring", program="ppatbm")
    for _ in range(3):
        seat.save("attendance", activity_id=ent, name="Tamu")
    assert delivery.underway(seat.db).waits == 1


def test_a_list_that_changed_alone_lets_its_session_wait(seat):
    ent = seat.save(type="jejaring", program="ppatbm")
    outbox.note_answers(seat.db, dict.fromkeys(seat.ops(), outbox.BACK))
    seat.save("attendance", activity_id=ent, name="Tamu")
    assert delivery.steps(seat.db)[ent] is Step.WAITS


def test_what_a_server_answered_is_handed_over_and_not_received(seat):
    seat.save(type="jejaring", program="ppatbm")
    outbox.note_answers(seat.db, dict.fromkeys(seat.ops(), outbox.SENT))
    found = delivery.underway(seat.db)
    assert (found.waits, found.sent > 0) == (0, True)


def test_the_newest_notes_come_first(seat):
    first, second = (seat.save(type="jejaring", program="ppatbm") for _ in range(2))
    assert delivery.recent(seat.db, ("activity",), 5) == [("activity", second), ("activity", first)]


def test_photos_are_no_notes(seat):
    seat.save("attachment", of=ids.fresh())
    assert delivery.underway(seat.db).waits == 0
