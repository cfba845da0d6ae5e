"""The open vault as an import sees it."""

from collections.abc import Collection, Iterable, Sequence

from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Edit, Undo
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.spreadsheets.importing import Called, Entry, Outcome
from patbm_desktop.actions.spreadsheets.sheet_rows import Rules
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.merge import Entity
from patbm_desktop.store import listing
from patbm_desktop.store.housekeeping import housekeep

TIDY_MS = 5
"""Milliseconds of index work between two transactions of an import."""


class VaultLedger:
    """What `importing.Ledger` asks for, from the records of an open vault."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws

    def existing(self, kind: str, ents: Collection[str]) -> Collection[str]:
        """Return those of `ents` of which there is a record, one that was taken back included."""
        return listing.existing(self._ws.db, kind, ents)

    def called(self, kind: str) -> Iterable[Called]:
        """Return every standing record of `kind` with its names, the full one first."""
        for row in listing.rows(self._ws.db, kind, spaces=self._ws.shown):
            names = [row.values.get("name"), row.values.get("call_name")]
            yield Called(row.ent, tuple(name for name in names if name))

    def write(self, entries: Sequence[Entry]) -> None:
        """Keep `entries` in one transaction, then let the index catch up a little."""
        self._ws.write(Edit(kind=each.kind, ent=each.ent, values=each.values) for each in entries)
        housekeep(self._ws.db, self._ws.lens, TIDY_MS)


def rules_of(ws: Workspace, *, carry: bool = False) -> Rules:
    """Return whose sheets this vault takes: those of its own RT.

    Raises:
        Fault: NEEDS_RT, it is the vault of an office.
    """
    if not ws.rt:
        raise Fault(Refusal.NEEDS_RT)
    me = ws.me
    return Rules(
        space=ws.space,
        other_spaces=tuple(each for each in ws.spaces if each != ws.space),
        kelurahan_code=me.kelurahan_code,
        kelurahan_name=me.kelurahan_name,
        rts={me.rt_number: ws.rt},
        own=me.rt_number,
        today=ws.believable_today(),
        carry=carry,
    )


def undo_of(ws: Workspace, outcome: Outcome) -> Undo:
    """Return how to take back everything that an import added; places and people it made stay."""
    return undoing.of_new(Entity(ws.space, "activity", ent) for ent in outcome.ents)
