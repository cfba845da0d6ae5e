"""What SQLite leaves behind of a row that was emptied, and that nothing of it stays."""

from pathlib import Path
from random import Random

from patbm_desktop.server.log.connection import PlainSqlite

ROWS = 300


def word(row: int) -> bytes:
    """Return what stands in the row of this number, and nowhere else."""
    return b"RAHASIA%04d" % row


def emptied(path: Path, seed: int) -> PlainSqlite:
    """Return a database in which rows grew and shrank before every third was emptied."""
    random, made = Random(seed), PlainSqlite(str(path))
    made.execute("CREATE TABLE op (id INTEGER PRIMARY KEY, body BLOB)")
    for row in (*range(ROWS), *random.choices(range(ROWS), k=ROWS)):
        body = word(row) + random.randbytes(random.randrange(20, 400))
        made.execute("INSERT OR REPLACE INTO op VALUES (%s, %s)", (row, body))
    made.execute("UPDATE op SET body = NULL WHERE id % 3 = 0")
    made.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return made


def left(path: Path) -> list[int]:
    """Return the emptied rows whose word stands in a file of the database."""
    raw = b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*"))
    return [row for row in range(0, ROWS, 3) if word(row) in raw]


def test_no_copy_of_a_row_stays_where_it_was_moved_within_a_page(tmp_path: Path) -> None:
    made = {tmp_path / f"{seed}.db": emptied(tmp_path / f"{seed}.db", seed) for seed in range(20)}
    assert any(map(left, made))
    for each in made.values():
        each.forget_pages()
    assert [path.name for path in made if left(path)] == []
