"""Further ways to build it wrong: those of erasure, and of laws that none of the fourteen breaks.

They show that each law can be broken, and that what has to happen for it does happen in the runs.
"""

from contextlib import AbstractContextManager
from typing import Any
from unittest.mock import patch

from patbm_desktop.domain.rights import Rights
from patbm_desktop.seal import key as space_keys
from patbm_desktop.server.log import appending
from patbm_desktop.server.log import erasure as server_erasure
from patbm_desktop.server.log.appending import Appending
from patbm_desktop.store import keyring, outbox, positions, traces
from patbm_desktop.store.taking import Taking
from patbm_desktop.sync import laptop
from patbm_desktop.sync.laptop import Laptop
from tests.sim.mutants import BACK, Mutant, mix_of

# -- erasure ---------------------------------------------------------------------------------


def late_words_kept() -> AbstractContextManager[Any]:
    """A laptop erases what it has, and keeps what comes of it later."""
    return patch.object(Taking, "_is_erased", lambda _self, _op: False)


def server_takes_late_words() -> AbstractContextManager[Any]:
    """The server erases what it has, and stores what comes of it later."""
    return patch.object(Appending, "_is_erased", lambda _self, _op: False)


def backups_left() -> AbstractContextManager[Any]:
    """An erasure leaves the local backups as they were."""
    return patch.object(traces, "_renew_backups", lambda _db, _folder, _today: None)


def no_days() -> AbstractContextManager[Any]:
    """A server takes an erasure as soon as it comes."""
    real = server_erasure.refuse

    def refuse(into: Any, erase: Any) -> str:
        found = real(into, erase)
        return "" if found == server_erasure.why.DAYS else found

    return patch.object(server_erasure, "refuse", refuse)


def request_lost_with_its_author() -> AbstractContextManager[Any]:
    """A server takes no request of somebody whom it hears to be gone, whoever brings it."""
    return patch.object(appending, "is_vouched_for", lambda *_: False)


def anybody_erases() -> AbstractContextManager[Any]:
    """Whoever signs an `_erase` is obeyed."""
    return patch.object(Rights, "_erase_counts", lambda self, _op: self.is_office)


def stripped_line_removes() -> AbstractContextManager[Any]:
    """A line that came without a body takes the body away that is here."""
    real = positions._keep_place

    def keep_place(db: Any, line: Any, id_: bytes, row: Any) -> None:
        real(db, line, id_, row)
        db.conn.execute("UPDATE op SET body = NULL, sig = NULL WHERE id = ?", [id_])

    return patch.multiple(positions, _keep_place=keep_place, _SETTLED=frozenset())


# -- other laws ------------------------------------------------------------------------------


def clock_counts() -> AbstractContextManager[Any]:
    """The counter of an op is what the clock on the wall says."""

    def next_clk(self: Laptop, _space: str) -> int:
        return max(1, int(self.clock.now().timestamp()) % 2**32)

    return patch.object(Laptop, "next_clk", next_clk)


def written_openly() -> AbstractContextManager[Any]:
    """What is to be sealed in a session travels as it is."""
    return patch.object(laptop, "_is_hidden", lambda _kind, _name: False)


def first_blocks_the_rest() -> AbstractContextManager[Any]:
    """What was put off is waited for, and everything behind it waits too."""
    real = outbox.offers

    def offers(db: Any, *more: Any) -> Any:
        put_off = outbox.answers(db, "later")
        found = real(db, *more)
        blocked = [at for at, each in enumerate(found) if each.id in put_off]
        return found[: blocked[0]] if blocked else found

    return patch.object(outbox, "offers", offers)


def locked_for_ever() -> AbstractContextManager[Any]:
    """A key that was kept before a kill is never tried."""
    return patch.object(keyring, "untried", lambda _db: frozenset())


def keys_not_handed_on() -> AbstractContextManager[Any]:
    """Nobody hands on a key but who made it."""
    return patch.object(space_keys, "repair", lambda *_: ())


ERASING = {"ask_erase": 6.0, "erase": 8.0}
FEW = (2, 3)
MORE = (
    Mutant("late words kept", late_words_kept,
           mix_of({**ERASING, "edit": 60, "meet": 15, "stick": 25}, newness=0.03, sizes=(3,))),
    Mutant("server takes late words", server_takes_late_words, mix_of(ERASING, sizes=FEW)),
    Mutant("local backups left", backups_left,
           mix_of({**ERASING, "daily": 3, "put_back": 1}, sizes=FEW)),
    Mutant("no days in sight", no_days, mix_of(ERASING, sizes=FEW)),
    Mutant("a request lost with its author", request_lost_with_its_author,
           mix_of({**ERASING, "coup": 3, "grant": 3, "backup": 4, "set_back": 4}, sizes=(3, 5, 6))),
    Mutant("anybody erases", anybody_erases, mix_of({**ERASING, "stranger": 8}, sizes=FEW)),
    Mutant("a stripped line removes", stripped_line_removes,
           mix_of({"set_back": 12}, roads={"stripped": 1}, sizes=FEW)),
    Mutant("the clock counts", clock_counts, mix_of({"clock": 6})),
    Mutant("written openly", written_openly, mix_of({})),
    Mutant("the first blocks the rest", first_blocks_the_rest,
           mix_of({**BACK, "foreign": 4, "remove": 1, "grant": 1}, sizes=FEW)),
    Mutant("locked for ever", locked_for_ever,
           mix_of({"killed_meet": 30, "grant": 3, "remove": 2, "rotate": 6}, sizes=(3, 5))),
    Mutant("keys are not handed on", keys_not_handed_on,
           mix_of({"grant": 3, "remove": 2, "rotate": 3}, sizes=(4, 5, 6))),
)  # fmt: skip
