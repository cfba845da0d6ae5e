"""Chance that a seed repeats: in a simulation no key, id or nonce comes from anywhere else."""

import os
import secrets
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from hashlib import blake2b
from random import Random
from typing import Any
from unittest.mock import patch

from nacl.bindings import crypto_box, crypto_box_seed_keypair
from nacl.exceptions import CryptoError

from patbm_desktop.domain import op
from patbm_desktop.domain.op import Op
from patbm_desktop.domain.rights import Rights
from patbm_desktop.seal import box, key, picture, sign
from patbm_desktop.server.log import book
from patbm_desktop.store import rights_book
from patbm_desktop.wire import signature

OURS = ("patbm_desktop.", "tests.")


@contextmanager
def drawn_from(random: Random) -> Iterator[None]:
    """Draw all that our own code draws, and the keys of sealed boxes, from `random`.

    The cryptography stays what it is: only where its bytes come from changes.
    """

    def seal(message: bytes, public: bytes) -> bytes:
        once, secret = crypto_box_seed_keypair(random.randbytes(32))
        nonce = blake2b(once + public, digest_size=24).digest()
        return bytes(once + crypto_box(message, nonce, public, secret))

    sources: list[tuple[Any, str, Any]] = [
        (secrets, "token_hex", lambda size: random.randbytes(size).hex()),
        (secrets, "choice", random.choice),
        (os, "urandom", random.randbytes),
        (key, "crypto_box_seal", seal),
    ]
    sources += [(module, "random", random.randbytes) for module in (box, key, sign, picture)]
    with ExitStack() as stack:
        for where, name, source in sources:
            stack.enter_context(patch.object(where, name, source))
        yield


@contextmanager
def remembered() -> Iterator[None]:
    """Let nothing be read, verified or opened twice in this run, and no file be synced.

    All are functions of their bytes alone, and dozens of laptops ask them about the same bytes; the
    power that goes here is never that of a disk.
    """
    opened = _also_refusals(key.crypto_box_seal_open)
    quick: list[tuple[Any, str, Any]] = [
        (os, "fsync", lambda _file: None),
        (key, "crypto_box_seal_open", opened),
        (rights_book, "Rights", _Readings().of),
        (book, "Rights", _Readings().of),
    ]
    for function in (op.parse, signature.verify):
        remembering = cache(function)
        quick += [(module, name, remembering) for module, name in _places(function)]
    with ExitStack() as stack:
        for where, name, source in quick:
            stack.enter_context(patch.object(where, name, source))
        yield


def _places(function: Any) -> list[tuple[Any, str]]:
    """Return where our own code knows `function`, and by which name."""
    ours = [module for name, module in sys.modules.items() if name.startswith(OURS)]
    return [(module, name) for module in ours
            for name, value in vars(module).items() if value is function]  # fmt: skip


def _also_refusals(opening: Callable[..., bytes]) -> Callable[..., bytes]:
    """Return `opening`, which remembers what did not open as well."""

    @cache
    def tried(*asked: bytes) -> bytes | None:
        try:
            return opening(*asked)
        except CryptoError:
            return None

    def opened(*asked: bytes) -> bytes:
        found = tried(*asked)
        if found is None:
            raise CryptoError
        return found

    return opened


class _Readings:
    """Rights as they were read from the very same ops, in the very same order.

    An op that was parsed once is one object for the whole run, so the objects tell.
    """

    def __init__(self) -> None:
        self._known: dict[Any, tuple[Sequence[Op], Rights]] = {}

    def of(self, space: str, ops: Iterable[Op], *rest: Any, **asked: Any) -> Rights:
        """Return the rights in `space`."""
        ops = tuple(ops)
        name = (space, *map(id, ops), *map(frozenset, rest))
        if name not in self._known:
            self._known[name] = ops, Rights(space, ops, *rest, **asked)
        return self._known[name][1]
