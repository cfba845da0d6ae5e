"""Which lines of a log hold an op that may be kept: it can be read, and it is not forged.

To find that out is half the work of taking a page, and it follows from the lines and from who has
which key, from nothing else. So the lines of the next transaction are read on a second thread while
the one before is committed, which takes the cipher and the disk their time. Where another lane
changed something meanwhile, they are simply read again when their turn comes.
"""

from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import NamedTuple

from patbm_desktop.domain.op import BadOp, Op, parse
from patbm_desktop.domain.rights import Rights
from patbm_desktop.wire.line import HeldLine, Whole
from patbm_desktop.wire.signature import Signed, verify_all

Lines = tuple[Whole, ...]


def keepable(rights: Rights, lines: Iterable[Whole | HeldLine]) -> Mapping[str, Op]:
    """Return by id the ops of `lines` that may be kept: they are of this space, and not forged.

    An author who is not known yet is checked when he is: till then his op waits.
    """
    ops = [op for line in lines if (op := _op_of(line)) is not None]
    keys = [rights.sign_pk(op.dev) for op in ops]
    claims = [Signed(key, op.body, op.sig) for op, key in zip(ops, keys, strict=True) if key]
    are_signed = iter(verify_all(claims))
    return {op.id: op for op, key in zip(ops, keys, strict=True) if not key or next(are_signed)}


def _op_of(line: Whole | HeldLine) -> Op | None:
    try:
        op = parse(line.body, line.sig)
    except BadOp:
        return None
    return op if op.space == line.space else None


class _Begun(NamedTuple):
    """What is being read, by whose keys, and what came of it."""

    rights: Rights
    lines: Lines
    found: Future[Mapping[str, Op]]


class Ahead:
    """Reads the lines whose turn is next; for one page, on the thread of its connection."""

    def __init__(self) -> None:
        self._begun: _Begun | None = None

    def begin(self, rights: Rights, lines: Lines) -> None:
        """Start to read `lines`; call it last in a transaction, so that it runs while that ends."""
        self._begun = _Begun(rights, lines, _reader.submit(keepable, rights, lines))

    def wait(self) -> None:
        """Wait until what was begun is read; call it before the next transaction holds the lock."""
        if self._begun:
            self._begun.found.result()

    def keepable(self, rights: Rights, lines: Lines) -> Mapping[str, Op]:
        """Return what the function of this name returns, at once where nothing changed."""
        begun = self._begun
        if begun and begun.rights is rights and begun.lines == lines:
            return begun.found.result()
        return keepable(rights, lines)


_reader = ThreadPoolExecutor(1, "patbm-reader")
