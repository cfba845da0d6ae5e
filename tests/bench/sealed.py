"""Ops of another laptop, taken in as a round with a server takes them."""

from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.store import positions
from patbm_desktop.store.positions import Fate
from patbm_desktop.wire import chain
from patbm_desktop.wire.line import Whole, line_id

PAGE = 1_000
"""Lines of a page, about as many as a server sends at once."""

Signed = tuple[bytes, bytes]
"""Body and signature of an op."""


def take(ws: Workspace, ops: list[Signed]) -> None:
    """Take `ops` as the next pages of the log of the laptop's own space."""
    for first in range(0, len(ops), PAGE):
        _take_page(ws, ops[first : first + PAGE])


def _take_page(ws: Workspace, ops: list[Signed]) -> None:
    start = positions.cursor(ws.db, ws.space)
    lines = [Whole(ws.space, seq, sig, body) for seq, (body, sig) in enumerate(ops, start.seq + 1)]
    end = chain.after(start, map(line_id, lines))
    page = positions.check_page(ws.space, start, lines, end)
    assert page is not None, "the chain closes"
    taken = positions.take_page(ws.db, ws.lens, ws.rights, page)
    assert (taken.fate, taken.came) == (Fate.TAKEN, len(ops)), "all of it is new here"
