"""Signatures of ops: what is signed, and how both ends check it."""

from nacl.bindings import crypto_sign_BYTES, crypto_sign_open, crypto_sign_PUBLICKEYBYTES
from nacl.exceptions import BadSignatureError

OP = b"patbm-op-1"
"""Stands before the body of every signed op, so that no other signature can pass for one."""


def verify(sign_pk: bytes, body: bytes, sig: bytes) -> bool:
    """Say whether the owner of `sign_pk` signed the op with these exact bytes; never raises."""
    if len(sign_pk) != crypto_sign_PUBLICKEYBYTES or len(sig) != crypto_sign_BYTES:
        return False
    try:
        crypto_sign_open(sig + OP + body, sign_pk)
    except BadSignatureError:
        return False
    return True
