"""The tables, and how an older file becomes a newer one.

Only `op`, `draft`, `erased`, `key`, `meta`, `mark`, `part` and `space` hold what cannot be made
again. A later migration may change `cell`, `record`, `pointer`, `stale` and `words` and call
`start_rebuild`; it never touches `op`.
All pending migrations run in one transaction, so a file is of one schema or of the next.
"""

from sqlite_utils import Database, Migrations

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store.transaction import writing

APPLICATION = 0x5041544D
"""What our files are marked with: the letters PATM."""

WITH_ERASED = 4
"""From this schema on a file knows what was erased."""

REBUILD = "rebuild"
"""The key in `meta` that says up to which op a rebuild has come."""

_migrations = Migrations("patbm")

_FIRST = """
CREATE TABLE space (
    id BLOB PRIMARY KEY, name TEXT NOT NULL, kelurahan TEXT NOT NULL, rt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE op (
    n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, space BLOB NOT NULL, ent BLOB NOT NULL,
    kind TEXT NOT NULL, dev BLOB, clk INTEGER, body BLOB, sig BLOB, seq INTEGER, answer TEXT,
    state TEXT NOT NULL
) STRICT;
CREATE INDEX op_clk ON op (space, clk, seq) WHERE state IN ('applied', 'locked');
CREATE INDEX op_aside ON op (space, state, n) WHERE state IN ('waiting', 'locked', 'held');
-- '_' sorts before every letter, so this is: the control kinds
CREATE INDEX op_control ON op (space, n) WHERE kind < 'a';

CREATE TABLE record (
    n INTEGER PRIMARY KEY, space BLOB NOT NULL, kind TEXT NOT NULL, ent BLOB NOT NULL,
    day TEXT NOT NULL, shown TEXT NOT NULL, flags INTEGER NOT NULL, heads INTEGER NOT NULL,
    conflicts TEXT NOT NULL, edits INTEGER NOT NULL, unsent INTEGER NOT NULL, clk INTEGER NOT NULL,
    op BLOB NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, spot INTEGER, text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX record_name ON record (ent, kind, space);
CREATE INDEX record_list ON record (kind, day, n, flags, edits, heads, space);

CREATE TABLE cell (
    n INTEGER NOT NULL, field TEXT NOT NULL, op BLOB NOT NULL, clk INTEGER, val TEXT,
    dead INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (n, field, op)
) STRICT, WITHOUT ROWID;

CREATE TABLE pointer (
    ent BLOB NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (ent, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE stale (n INTEGER PRIMARY KEY) STRICT;

-- the text stands in `record`; spot is the day and then the number of the record
CREATE VIRTUAL TABLE words USING fts5(
    text, content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 2",
    prefix = '1 2 3'
);
INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
-- merging is housekeeping, never part of a save; 'crisismerge' is the last resort
INSERT INTO words (words, rank) VALUES ('automerge', 0);
INSERT INTO words (words, rank) VALUES ('crisismerge', 512);

CREATE TABLE mark (
    space BLOB NOT NULL, seq INTEGER NOT NULL, chain BLOB NOT NULL, PRIMARY KEY (space, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE key (
    kid BLOB PRIMARY KEY, space BLOB NOT NULL, use TEXT NOT NULL, key BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE part (
    space BLOB NOT NULL, ent BLOB NOT NULL, sha TEXT NOT NULL, seen INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (sha, ent, space)
) STRICT, WITHOUT ROWID;
CREATE TABLE draft (
    id TEXT PRIMARY KEY, form TEXT NOT NULL, content TEXT NOT NULL, saved_at TEXT NOT NULL,
    label TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
"""


_SECOND = """
-- 2 is Flag.CONTESTED; a question must say this very condition to be answered by the index
CREATE INDEX record_undecided ON record (kind, n) WHERE conflicts <> '' OR flags & 2 > 0;
"""


_THIRD = """
-- position in the log leaves this index, or every read-back would write it anew
DROP INDEX op_clk;
CREATE INDEX op_clk ON op (space, clk) WHERE state IN ('applied', 'locked');
-- what is still to be sent, in the order of writing; counted without a body being read
CREATE INDEX op_outbox ON op (n, state, answer, space) WHERE seq IS NULL AND state <> 'stripped';
-- what was read back, in the order of the log: for a rewind, and for a bundle
CREATE INDEX op_place ON op (space, seq) WHERE seq IS NOT NULL;
-- a record asks whether a part of it is locked; a laptop that just joined has thousands that are
CREATE INDEX op_locked ON op (ent) WHERE state = 'locked';
"""


_FOURTH = """
-- what was erased here by the words of two devices, and by which op; it outlives every rebuild
CREATE TABLE erased (
    ent BLOB NOT NULL, space BLOB NOT NULL, op BLOB NOT NULL, PRIMARY KEY (ent, space)
) STRICT, WITHOUT ROWID;
"""


@_migrations(name="0001 the record")
def _the_record(db: Database) -> None:
    run_script(db, _FIRST)


@_migrations(name="0002 two versions")
def _two_versions(db: Database) -> None:
    run_script(db, _SECOND)


@_migrations(name="0003 the outbox")
def _the_outbox(db: Database) -> None:
    run_script(db, _THIRD)


@_migrations(name="0004 the erased")
def _the_erased(db: Database) -> None:
    run_script(db, _FOURTH)


def newest() -> int:
    """Return the number of the schema this release writes."""
    return len(_migrations._migrations)  # noqa: SLF001  (the library offers no count)


def version(db: Database) -> int:
    """Return the number of the schema that `db` has; 0 for an empty file."""
    return int(db.conn.execute("PRAGMA user_version").fetchone()[0])


def application(db: Database, schema: str = "main") -> int:
    """Return the mark that says whose file it is."""
    return int(db.conn.execute(f"PRAGMA {schema}.application_id").fetchone()[0])


def migrate(db: Database, *, stop_before: str | None = None) -> None:
    """Bring `db` to the schema of this release in one transaction.

    Raises:
        Fault: DATABASE_NEWER, it was written by a later release; it was not changed.
    """
    found = version(db)
    if found > newest():
        raise Fault(Refusal.DATABASE_NEWER)
    if found == newest():
        return
    with writing(db):
        _migrations.apply(db, stop_before=stop_before)
        db.conn.execute(f"PRAGMA application_id = {APPLICATION}")
        db.conn.execute(f"PRAGMA user_version = {len(_migrations.applied(db))}")


def run_script(db: Database, script: str) -> None:
    """Run the statements of `script`, which a blank or a line end parts, inside the transaction.

    The driver's own `executescript` would commit first.
    """
    for statement in script.split(";\n"):
        if statement.strip():
            db.conn.execute(statement)


def start_rebuild(db: Database) -> None:
    """Empty all that can be made again from `op`; `oplog.settle` then makes it, in slices."""
    with writing(db):
        for table in ("cell", "record", "pointer", "stale"):
            db.conn.execute(f"DELETE FROM {table}")  # noqa: S608  (names from this very line)
        db.conn.execute("INSERT INTO words (words) VALUES ('delete-all')")
        db.conn.execute(
            "INSERT INTO meta VALUES (?, '0') ON CONFLICT DO UPDATE SET value = '0'", [REBUILD]
        )
