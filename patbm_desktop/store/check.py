"""Is the file sound? The deep look, for the doctor and for every backup before it counts."""

from enum import StrEnum

from sqlite_utils import Database

from patbm_desktop.store import driver


class Finding(StrEnum):
    """What a deep look can find."""

    PAGES = "pages"
    """A page does not bear a right signature: the disk has changed it."""

    STRUCTURE = "structure"
    """Tables and indexes do not agree."""

    WORDS = "words"
    """The index of words does not fit the texts; a rebuild mends it."""


def deep(db: Database, schema: str = "main") -> list[Finding]:
    """Read every page and name what is not sound; empty when all is well. Slow: a full read."""
    found = []
    if not _passes(db, f"PRAGMA {schema}.cipher_integrity_check", ()):
        found.append(Finding.PAGES)
    if not _passes(db, f"PRAGMA {schema}.quick_check(1)", (("ok",),)):
        found.append(Finding.STRUCTURE)
    if schema == "main" and not found and not _words_fit(db):
        found.append(Finding.WORDS)
    return found


def _passes(db: Database, question: str, expected: tuple[tuple[str, ...], ...]) -> bool:
    try:
        return tuple(db.conn.execute(question).fetchall()) == expected
    except driver.DatabaseError:
        return False


def _words_fit(db: Database) -> bool:
    """Ask the index to compare itself with its texts; it answers by an error.

    Source: "The 'integrity-check' Command" in the FTS5 documentation.
    """
    if db.conn.execute("PRAGMA query_only").fetchone()[0]:
        return True
    try:
        db.conn.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    except driver.DatabaseError:
        return False
    return True
