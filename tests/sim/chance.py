"""Chance that a seed repeats: in a simulation no key, id or nonce comes from anywhere else."""

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from hashlib import blake2b
from random import Random
from typing import Any
from unittest.mock import patch

from nacl.bindings import crypto_box, crypto_box_seed_keypair

from patbm_desktop.domain import op
from patbm_desktop.seal import box, key, picture, sign
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
    """Let what was read or verified once in this run not be read or verified again.

    Both are functions of their bytes alone, and dozens of laptops ask them about the same bytes.
    """
    with ExitStack() as stack:
        for function in (op.parse, signature.verify):
            quick = lru_cache(maxsize=None)(function)
            for module in [each for name, each in sys.modules.items() if name.startswith(OURS)]:
                for name, value in list(vars(module).items()):
                    if value is function:
                        stack.enter_context(patch.object(module, name, quick))
        yield
