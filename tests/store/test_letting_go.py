"""What counts as being with others, and what letting go and taking back leave in the tables."""

import pytest

from patbm_desktop.store import current, letting_go, oplog, outbox, search, setting
from patbm_desktop.store.letting_go import Gone
from tests.store.erasing import Erasing

ACTIVITY = {"date": "2026-10-05", "type": "jejaring"}


@pytest.fixture
def vault(tmp_path):
    """Sari's vault: all of her first ops were read back, and then she wrote one session."""
    made = Erasing(tmp_path / "vault").laptop
    made.db.conn.execute("UPDATE op SET seq = n")
    made.ent = made.save(**ACTIVITY, result="Tentang Kangkungsawah")
    yield made
    made.close()


def answered(vault, answer):
    """Let a server say this of the session, None that it said nothing."""
    vault.db.conn.execute("UPDATE op SET answer = ? WHERE seq IS NULL", [answer])
    return letting_go.left(vault.db, vault.space).ops


def gone(vault):
    return Gone(vault.space, "2026-12-22", frozenset({vault.author.person}), frozenset())


@pytest.mark.parametrize("answer", [outbox.SENT, outbox.BACK])
def test_what_a_server_or_a_coordinator_has_is_with_others(vault, answer):
    assert answered(vault, answer) == 0


@pytest.mark.parametrize(
    "answer", [None, outbox.CARRIED, "held:keluar", "later:kuota", outbox.BAD_SIZE, outbox.SAID]
)
def test_what_nobody_or_only_a_stick_took_is_not(vault, answer):
    assert answered(vault, answer) == 1


def test_what_is_held_here_for_another_is_not_whatever_was_said_of_it(vault):
    vault.db.conn.execute("UPDATE op SET state = 'held' WHERE seq IS NULL")
    assert answered(vault, outbox.SENT) == 1


def test_what_comes_after_it_went_is_stripped_as_it_comes(vault):
    before = oplog.counts(vault.db).ops
    kinds = letting_go.let_go(vault.db, gone(vault))
    assert "activity" in kinds
    assert search.find(vault.db, "kangkungsawah") == []
    assert oplog.counts(vault.db).ops == before
    assert current.is_sound(vault.db, vault.lens, vault.rights)
    again = vault.save(**ACTIVITY, result="Sesudahnya")
    assert vault.db.conn.execute(
        "SELECT state FROM op WHERE ent = ?", [bytes.fromhex(again)]
    ).fetchone() == ("stripped",)


def test_taking_back_forgets_the_places_and_asks_for_all_of_it(vault):
    letting_go.let_go(vault.db, gone(vault))
    letting_go.take_back(vault.db, vault.space)
    rows = vault.db.conn.execute(
        "SELECT count(*) FROM op WHERE space = ? AND (seq IS NOT NULL OR body IS NULL)",
        [bytes.fromhex(vault.space)],
    )
    assert rows.fetchone() == (0,)
    assert letting_go.every(vault.db) == {}
    assert setting.read(vault.db, "let_go") == {}


def test_letting_go_twice_is_the_same_as_once(vault):
    letting_go.let_go(vault.db, gone(vault))
    once = vault.db.conn.execute("SELECT id, state, seq FROM op ORDER BY n").fetchall()
    letting_go.impose(vault.db, [gone(vault)])
    letting_go.let_go(vault.db, gone(vault))
    assert vault.db.conn.execute("SELECT id, state, seq FROM op ORDER BY n").fetchall() == once
