"""Chance that a seed repeats: in a simulation no key, id or nonce comes from anywhere else."""

import os
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from hashlib import blake2b
from random import Random
from typing import Any
from unittest.mock import patch

from nacl.bindings import crypto_box, crypto_box_seed_keypair

from patbm_desktop.seal import box, key, picture, sign


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
