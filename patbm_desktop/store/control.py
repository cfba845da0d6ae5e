"""The control ops as a whole: which spaces have any, and whether one has come."""

from sqlite_utils import Database

from patbm_desktop.store import faults

_NEWEST = "SELECT space, max(n) FROM op WHERE kind < 'a' GROUP BY space"


def newest(db: Database) -> dict[str, int]:
    """Return the number of the newest control op of each space that has one."""
    with faults.named():
        rows = db.conn.execute(_NEWEST).fetchall()
    return {space.hex(): n for space, n in rows}


def last_edits(db: Database) -> dict[str, str]:
    """Return, by person, the local wall time of the newest edit of a note that is shown here.

    What a laptop writes of itself when it is made, its owner and its RT, is no note.
    """
    with faults.named():
        rows = db.conn.execute(
            "SELECT by, max(at) FROM record WHERE edits > 0 AND kind NOT IN ('person', 'rt')"
            " GROUP BY by"
        )
        return dict(rows.fetchall())
