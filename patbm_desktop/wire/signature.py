"""Signatures of ops: what is signed, and how both ends check it."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import NamedTuple

from nacl.bindings import crypto_sign_BYTES, crypto_sign_open, crypto_sign_PUBLICKEYBYTES
from nacl.exceptions import BadSignatureError

OP = b"patbm-op-1"
"""Stands before the body of every signed op, so that no other signature can pass for one."""

WORTH_SHARING = 32
"""Signatures; fewer are checked sooner than another processor is called."""


class Signed(NamedTuple):
    """The bytes of an op, and whose signature they are said to bear."""

    sign_pk: bytes
    body: bytes
    sig: bytes


def verify(sign_pk: bytes, body: bytes, sig: bytes) -> bool:
    """Say whether the owner of `sign_pk` signed the op with these exact bytes; never raises."""
    if len(sign_pk) != crypto_sign_PUBLICKEYBYTES or len(sig) != crypto_sign_BYTES:
        return False
    try:
        crypto_sign_open(sig + OP + body, sign_pk)
    except BadSignatureError:
        return False
    return True


def verify_all(every: Sequence[Signed]) -> list[bool]:
    """Say of each whether it is signed by whom it says; two processors share the work.

    Checking is a good part of what a page of ops costs. Where several are at it, as on a server,
    only one of them is helped: the others have their processor already.
    """
    if len(every) < WORTH_SHARING or not _helper_is_free.acquire(blocking=False):
        return _checked(every)
    try:
        half = len(every) // 2
        rest = _helper.submit(_checked, every[half:])
        return _checked(every[:half]) + rest.result()
    finally:
        _helper_is_free.release()


def _checked(some: Sequence[Signed]) -> list[bool]:
    return [verify(*each) for each in some]


_helper = ThreadPoolExecutor(1, "patbm-verify")
_helper_is_free = Lock()
