"""How far notes have travelled, counted as a person counts them."""

from pathlib import Path

import pytest

from patbm_desktop.store import delivery, outbox
from patbm_desktop.store.delivery import Step
from tests.sync.seat import Seat


@pytest.fixture
def seat(tmp_path: Path):
    made = Seat(tmp_path / "sari")
    made.found()
    all_back(made)
    yield made
    made.close()


def test_a_session_with_its_list_is_one_note(seat):
    ent = seat.save(type="jejaring", program="ppatbm")
    for _ in range(3):
        seat.save("attendance", activity_id=ent, name="Tamu")
    assert delivery.underway(seat.db).waits == 1


@pytest.mark.parametrize(
    ("kind", "field"),
    [("attendance", "activity_id"), ("follow_up", "case_id"), ("case_attachment", "of")],
)
@pytest.mark.parametrize("of", ["bukan", 7, ["a" * 32], "A" * 32, "a" * 32], ids=str)
def test_what_belongs_to_something_of_no_name_is_part_of_no_note(seat, kind, field, of):
    seat.save(kind, **{field: of})
    found = delivery.underway(seat.db)
    assert (found.left, found.others) == (0, Step.WAITS)


def test_a_list_that_changed_alone_lets_its_session_wait(seat):
    ent = seat.save(type="jejaring", program="ppatbm")
    all_back(seat)
    seat.save("attendance", activity_id=ent, name="Tamu")
    assert delivery.steps(seat.db)[ent] is Step.WAITS


def test_what_a_server_answered_is_handed_over_and_not_received(seat):
    seat.save(type="jejaring", program="ppatbm")
    outbox.note_answers(seat.db, dict.fromkeys(seat.ops(), outbox.SENT))
    found = delivery.underway(seat.db)
    assert (found.waits, found.sent) == (0, 1)


def test_the_newest_notes_come_first(seat):
    first, second = (seat.save(type="jejaring", program="ppatbm") for _ in range(2))
    assert delivery.recent(seat.db, 5) == [("activity", second), ("activity", first)]


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("place", {"name": "Balai RT"}),
        ("person", {"name": "Sri Contoh"}),
        ("rt", {"number": "912"}),
        ("contact", {"function": "uptd_ppa"}),
        ("attachment", {"of": "a" * 32}),
        ("consent", {"of": "a" * 32}),
    ],
)
def test_what_nobody_calls_a_note_is_not_counted_and_still_waits(seat, kind, values):
    seat.save(kind, **values)
    found = delivery.underway(seat.db)
    assert (found.left, found.others) == (0, Step.WAITS)


def test_whoever_looked_at_a_case_lets_no_case_wait(seat):
    case = seat.save("case", month="2026-11")
    all_back(seat)
    seat.save("access", case_id=case, what="buka", on="2026-11-21")
    assert delivery.steps(seat.db) == {case: Step.RECEIVED}
    assert delivery.underway(seat.db).others is Step.WAITS


def test_all_that_belongs_to_a_case_is_one_note_with_it(seat):
    case = seat.save("case", month="2026-11")
    seat.save("case_detail", case, category="putus_sekolah")
    letter = seat.save("referral", case_id=case, to="uptd_ppa")
    seat.save("case_attachment", of=letter, caption="surat")
    seat.save("case_consent", of=case, form="tertulis")
    found = delivery.underway(seat.db)
    assert (found.waits, found.others) == (1, Step.RECEIVED)


def test_a_scan_of_a_letter_lets_its_case_wait(seat):
    case = seat.save("case", month="2026-11")
    letter = seat.save("referral", case_id=case, to="uptd_ppa")
    all_back(seat)
    seat.save("case_attachment", of=letter, caption="surat")
    assert delivery.steps(seat.db) == {case: Step.WAITS}


@pytest.mark.parametrize(
    ("answer", "step"),
    [
        (None, Step.WAITS),
        (outbox.SENT, Step.SENT),
        (outbox.CARRIED, Step.SENT),
        ("held:peran", Step.STOPPED),
        (outbox.BAD_SIZE, Step.BAD),
        (outbox.BACK, Step.RECEIVED),
    ],
)
def test_an_answer_says_how_far_a_note_is(seat, answer, step):
    ent = seat.save(type="jejaring", program="ppatbm")
    outbox.note_answers(seat.db, dict.fromkeys(seat.ops(), answer))
    assert delivery.steps(seat.db)[ent] is step


def all_back(seat):
    outbox.note_answers(seat.db, dict.fromkeys(seat.ops(), outbox.BACK))
