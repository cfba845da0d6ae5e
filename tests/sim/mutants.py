"""The fourteen ways in which this could have been built wrong; each loses or changes something.

A mutant changes the real code at one named place while its runs last. Source: protocol, section 14.
Those of erasure, and of laws that none of the fourteen breaks, stand in `more_mutants.py`.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import Any
from unittest.mock import patch

from patbm_desktop.domain import ids, merge
from patbm_desktop.domain import op as ops
from patbm_desktop.domain.merge import Entity
from patbm_desktop.domain.op import Write
from patbm_desktop.domain.rights import Rights
from patbm_desktop.server.log import pages
from patbm_desktop.store import bundles, cells, outbox, taking
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync import round as rounds
from patbm_desktop.wire import chain
from patbm_desktop.wire.line import Position
from patbm_desktop.wire.messages import SpaceNews
from tests.sim.beginning import beginning
from tests.sim.run import Mix, Outcome, run

Change = Callable[[], AbstractContextManager[Any]]

RUNS = 20
"""Within so many runs each is seen."""

PLAIN = {"edit": 40.0, "meet": 40.0, "backup": 4.0}


@dataclass(frozen=True)
class Mutant:
    """A change, and what has to happen for it to be seen soon."""

    name: str
    change: Change
    mix: Mix
    steps: int = 120


def mix_of(steps: dict[str, float], **more: Any) -> Mix:
    """Return notes, rounds and backups, and what of `steps` is to happen besides."""
    roads = more.pop("roads", {})
    sizes = more.pop("sizes", (2,))
    unasked = frozenset(more.pop("unasked", ()))
    weights = {**PLAIN, **steps}
    return Mix(weights, roads, on_road=0.4, sizes=sizes, unasked=unasked, **more)


# -- identity and cursors --------------------------------------------------------------------


def counter_ids() -> AbstractContextManager[Any]:
    """An op is named after its device and a counter."""
    real = ids.digest

    def digest(purpose: ids.Purpose, *parts: bytes) -> str:
        if purpose is ids.Purpose.OP:
            read = json.loads(parts[0])
            parts = (f"{read['dev']}{read['space']}{read['clk']}".encode(),)
        return real(purpose, *parts)

    return patch.object(ops, "digest", digest)


def push_answer_trusted() -> AbstractContextManager[Any]:
    """What a server answered counts as delivered."""
    refused = "answer NOT LIKE 'bad%'"
    assert refused in outbox._NEXT
    trusting = outbox._NEXT.replace(refused, f"{refused} AND answer <> 'sent'")
    return patch.object(outbox, "_NEXT", trusting)


def beyond_end_only() -> AbstractContextManager[Any]:
    """A cursor is a number, and only one beyond the end of the log is noticed."""
    return patch.object(chain, "step", lambda at, _op: at)


@contextmanager
def integer_cursor() -> Iterator[None]:
    """A cursor is a number, and nothing is noticed."""
    with beyond_end_only(), patch.object(pages, "_holds", lambda *_: True):
        yield


@contextmanager
def own_ops_filtered() -> Iterator[None]:
    """A laptop is not sent what it wrote itself."""
    asking: list[str] = []
    read, line = pages.read, pages._line

    def reading(desk: Any, dev: str, *more: Any) -> Any:
        asking[:] = [dev]
        return read(desk, dev, *more)

    def filtered(space: str, seq: int, rest: Sequence[Any], offered: Any) -> Any:
        body = rest[3]
        is_own = body is not None and json.loads(bytes(body))["dev"] in asking
        return Position(space, seq, rest[0]) if is_own else line(space, seq, rest, offered)

    with patch.object(pages, "read", reading), patch.object(pages, "_line", filtered):
        yield


# -- merging ---------------------------------------------------------------------------------


def flat_over() -> AbstractContextManager[Any]:
    """An op replaces other ops, in whatever field."""
    real = cells.write

    def write(db: Any, edits: Iterable[tuple[int, Any, Any]]) -> None:
        real(db, ((n, op, _flat(writes)) for n, op, writes in edits))

    return patch.object(cells, "write", write)


def _flat(writes: Any) -> dict[str, Write]:
    every = tuple(dict.fromkeys(op for each in writes.values() for op in each.over))
    return {name: Write(each.value, every) for name, each in writes.items()}


def void_hides_unseen() -> AbstractContextManager[Any]:
    """Taking a record back hides what its author had not seen."""
    real = merge.View

    def view(**facts: Any) -> Any:
        made = real(**facts)
        return replace(made, is_void=made.is_void or made.is_void_contested,
                       is_void_contested=False)  # fmt: skip

    return patch.object(merge, "View", view)


def space_left_out() -> AbstractContextManager[Any]:
    """A record is known by its kind and its id."""
    home: dict[str, str] = {}
    return patch.object(
        taking, "Entity", lambda space, kind, ent: Entity(home.setdefault(ent, space), kind, ent)
    )


def kind_left_out() -> AbstractContextManager[Any]:
    """A record is known by its space and its id."""
    first: dict[str, str] = {}
    return patch.object(
        taking, "Entity", lambda space, kind, ent: Entity(space, first.setdefault(ent, kind), ent)
    )


def readers_do_not_judge() -> AbstractContextManager[Any]:
    """Whatever a server sends counts."""
    return patch.object(Rights, "counts", lambda self, op: op.space == self.space)


# -- sticks and closed spaces ----------------------------------------------------------------


def positions_merged() -> AbstractContextManager[Any]:
    """The places of a bundle are put beside those that are here."""

    def adopt(db: Any, space: str, found: Sequence[Any], places: Sequence[Any]) -> bool:
        blob = bytes.fromhex(space)
        with writing(db):
            db.conn.executemany(
                "UPDATE op SET seq = ? WHERE id = ?",
                [(seq, bytes.fromhex(op)) for seq, op in places],
            )
            db.conn.executemany(
                "INSERT OR REPLACE INTO mark VALUES (?, ?, ?)",
                [(blob, seq, bytes.fromhex(at)) for seq, at in found],
            )
        return True

    return patch.object(bundles, "adopt", adopt)


def closed_not_offered() -> AbstractContextManager[Any]:
    """Who was removed offers nothing any more."""
    real = outbox.offers

    def offers(db: Any, own_dev: str, rights: Any, *more: Any) -> Any:
        return [each for each in real(db, own_dev, rights, *more)
                if own_dev not in rights.of(each.space).removed]  # fmt: skip

    return patch.object(outbox, "offers", offers)


def closed_not_rewound() -> AbstractContextManager[Any]:
    """Who was removed is told so, and not that the log is another one."""
    real = pages._read_space

    def read(desk: Any, page: Any, space: Any, asked: Any) -> None:
        real(desk, page, space, asked)
        if space.is_closed and space.space in page.sp and page.sp[space.space].rewind:
            page.sp[space.space] = SpaceNews(closed=True)

    return patch.object(pages, "_read_space", read)


@contextmanager
def closed_trusted() -> Iterator[None]:
    """Where a server says `closed`, nothing is offered any more."""
    closed: set[tuple[str, str]] = set()
    page, offers = rounds._Round._page, outbox.offers

    def reading(self: Any, sent: Any, space: str, news: SpaceNews, lines: Any) -> Any:
        if news.closed:
            closed.add((self._laptop.dev, space))
        return page(self, sent, space, news, lines)

    def offering(db: Any, own_dev: str, *more: Any) -> Any:
        return [each for each in offers(db, own_dev, *more) if (own_dev, each.space) not in closed]

    with ExitStack() as stack:
        stack.enter_context(patch.object(rounds._Round, "_page", reading))
        stack.enter_context(patch.object(outbox, "offers", offering))
        yield


BACK = {"set_back": 4.0}
MUTANTS = (
    Mutant("counter ids", counter_ids,
           mix_of({"copy": 4, "restored": 4, "cloned": 2}, unasked=("I5",),
                begins="counter ids")),
    Mutant("push answer trusted", push_answer_trusted,
           mix_of(BACK, roads={"page_cut": 4, "rolled_back": 1})),
    Mutant("integer cursor", integer_cursor, mix_of(BACK, unasked=("I6",))),
    Mutant("cursor beyond end only", beyond_end_only, mix_of(BACK, unasked=("I6",))),
    Mutant("own ops filtered", own_ops_filtered, mix_of({"copy": 4, "restored": 4})),
    Mutant("flat over", flat_over, mix_of({"edit": 80}, newness=0.05)),
    Mutant("positions merged from USB", positions_merged,
           mix_of({**BACK, "stick": 10, "old_stick": 4}, sizes=(2, 3)), 200),
    Mutant("closed space not re-offered", closed_not_offered,
           mix_of({"remove": 2, "grant": 1, **BACK})),
    Mutant("closed space not rewound", closed_not_rewound,
           mix_of({"remove": 2, "grant": 1, **BACK})),
    Mutant("void hides unseen edits", void_hides_unseen, mix_of({"void": 8})),
    Mutant("readers do not judge", readers_do_not_judge, mix_of({"stranger": 6})),
    Mutant("space left out of the key", space_left_out, mix_of({"elsewhere": 15})),
    Mutant("kind left out of the key", kind_left_out, mix_of({"elsewhere": 15})),
    Mutant("push trusts closed", closed_trusted, mix_of({}, roads={"closed": 1})),
)  # fmt: skip


def first_red(mutant: Mutant, runs: int) -> Outcome | None:
    """Run the mutant until a law is broken; None where it is not within so many runs."""
    if not mutant.mix.begins:
        for size in mutant.mix.sizes:
            beginning(size)  # else it would be made, and kept, while the code is changed
    with mutant.change():
        for seed in range(runs):
            outcome = run(seed, mutant.steps, mutant.mix)
            if outcome.broken:
                return outcome
    return None


def without(mutant: Mutant, seed: int) -> Outcome:
    """Run the same with the code as it is."""
    return run(seed, mutant.steps, replace(mutant.mix, begins=""))
