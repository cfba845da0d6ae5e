"""Seal a photo with a key of its own, which stands nowhere but in its sealed record."""

from base64 import b64decode, b64encode
from dataclasses import dataclass, field

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_ABYTES,
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
    crypto_aead_xchacha20poly1305_ietf_KEYBYTES,
    crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
)
from nacl.exceptions import CryptoError
from nacl.utils import random

AAD = b"patbm-picture-1"
_NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES


@dataclass(frozen=True, slots=True)
class SealedPicture:
    """`ciphertext` may lie anywhere; `key` (base64) opens it and belongs into a sealed record."""

    key: str = field(repr=False)
    ciphertext: bytes = field(repr=False)


def seal(picture: bytes) -> SealedPicture:
    """Encrypt `picture` with a key drawn for it alone."""
    key, nonce = random(crypto_aead_xchacha20poly1305_ietf_KEYBYTES), random(_NONCE)
    sealed = crypto_aead_xchacha20poly1305_ietf_encrypt(picture, AAD, nonce, key)
    return SealedPicture(b64encode(key).decode(), nonce + sealed)


def open_sealed(key: str, ciphertext: bytes) -> bytes | None:
    """Return the picture, None when the key does not fit or a byte was changed."""
    if len(ciphertext) < _NONCE + crypto_aead_xchacha20poly1305_ietf_ABYTES:
        return None
    try:
        return crypto_aead_xchacha20poly1305_ietf_decrypt(
            ciphertext[_NONCE:], AAD, ciphertext[:_NONCE], b64decode(key, validate=True)
        )
    except (CryptoError, ValueError, TypeError):
        return None
