"""R16: when the person feared can open the laptop, no file keeps a word of what was typed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from patbm_desktop.actions.cases import case_noting
from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.upkeep import backups, insider, tending
from patbm_desktop.domain.case import CaseDetail
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.domain.fault import Fault
from patbm_desktop.store import backup, connect, oplog
from tests.actions.pages import plain_pages

SECRET = "rahasiabesar"
TYPED = {"category": "kekerasan_fisik", "narrative": f"Pengurus {SECRET} memukul anaknya. " * 200}


def databases(folder: Path) -> Iterator[Path]:
    """Every file of the vault that is a database, copies included."""
    yield from (path for path in folder.rglob("*") if path.is_file() and path.suffix == ".db")


def holds(path: Path, key: bytes) -> bool:
    """Say whether a page of a database, free or not, has the word for who holds its key."""
    return any(SECRET.encode() in page for page in plain_pages(path, key))


@pytest.fixture
def typed(ws: Workspace, clock: FixedClock) -> drafts.Draft:
    """A draft that lay there for days, so that backups hold it."""
    kept = drafts.put(ws, None, case_noting.FORM, TYPED, "Dimarahi atau dipukul")
    backups.daily(ws)
    for _ in range(2):
        clock.moment += timedelta(days=1)
        kept = drafts.put(ws, kept.id, case_noting.FORM, TYPED)
        backups.daily(ws)
    return kept


def test_the_draft_was_everywhere_before(ws: Workspace, typed: drafts.Draft, folder: Path) -> None:
    key = ws.unlocked.key
    ws.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    assert [holds(path, key) for path in databases(folder)] == [True] * 4


def test_no_file_keeps_a_word_whatever_key_opens_it(
    ws: Workspace, typed: drafts.Draft, folder: Path
) -> None:
    key = ws.unlocked.key
    insider.wipe(ws, [typed.id])
    assert drafts.every(ws) == ()
    log = folder / "catatan.db-wal"
    assert not log.exists() or log.stat().st_size == 0
    found = list(databases(folder))
    assert len(found) == 2
    assert [holds(path, key) for path in found] == [False] * 2
    assert not any(SECRET.encode() in path.read_bytes() for path in folder.rglob("*.*"))


def test_todays_backup_stands_again_with_everything_else(
    ws: Workspace, typed: drafts.Draft, folder: Path
) -> None:
    noted = case_noting.note(ws, CaseDetail(category="putus_sekolah"))
    insider.wipe(ws, [typed.id])
    (kept,) = backup.every(folder)
    copy = connect.open_store(kept, ws.unlocked.key, read_only=True)
    assert oplog.counts(copy) == oplog.counts(ws.db)
    connect.close(copy)
    assert noted.code


def test_the_answer_leaves_no_op_and_no_setting(ws: Workspace, typed: drafts.Draft) -> None:
    before = oplog.counts(ws.db)
    settings = ws.db.conn.execute("SELECT key, value FROM meta").fetchall()
    insider.wipe(ws, [typed.id])
    assert oplog.counts(ws.db) == before
    assert ws.db.conn.execute("SELECT key, value FROM meta").fetchall() == settings


@contextmanager
def somebody_reading(ws: Workspace, draft: drafts.Draft) -> Iterator[None]:
    """Read the log from elsewhere, so that it cannot be emptied."""
    other = connect.open_store(ws.folder / "catatan.db", ws.unlocked.key)
    other.conn.execute("BEGIN")
    other.conn.execute("SELECT count(*) FROM op").fetchone()
    ws.db.conn.execute("PRAGMA busy_timeout = 50")
    drafts.put(ws, draft.id, case_noting.FORM, TYPED)
    yield
    other.conn.execute("COMMIT")
    connect.close(other)


def test_who_reads_at_this_moment_is_waited_for_and_then_named(
    ws: Workspace, typed: drafts.Draft, folder: Path
) -> None:
    with somebody_reading(ws, typed), pytest.raises(Fault):
        insider.wipe(ws, [typed.id])
    insider.wipe(ws, [typed.id])
    assert drafts.every(ws) == ()
    assert not any(holds(path, ws.unlocked.key) for path in databases(folder))


def test_a_lock_in_the_middle_changes_nothing_the_next_unlock_ends_it(
    ws: Workspace, typed: drafts.Draft, folder: Path, reopen: Callable[[], Workspace]
) -> None:
    key = ws.unlocked.key
    with somebody_reading(ws, typed), pytest.raises(Fault):
        insider.wipe(ws, [typed.id])
    ws.close()
    assert any(holds(path, key) for path in databases(folder))
    again = reopen()
    assert drafts.every(again) == ()
    tending.keep_daily(again)
    assert not any(holds(path, key) for path in databases(folder))
    assert again.db.conn.execute("SELECT 1 FROM meta WHERE key LIKE '%clear%'").fetchall() == []
    again.close()
