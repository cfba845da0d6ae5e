"""The keys of a laptop, and signing with them."""

from dataclasses import dataclass, field

from nacl.bindings import (
    crypto_box_PUBLICKEYBYTES,
    crypto_box_SECRETKEYBYTES,
    crypto_scalarmult_base,
    crypto_sign,
    crypto_sign_BYTES,
    crypto_sign_seed_keypair,
    crypto_sign_SEEDBYTES,
)
from nacl.utils import random

from patbm_desktop.domain.ids import device_id
from patbm_desktop.wire.signature import OP

SECRET_BYTES = crypto_sign_SEEDBYTES + crypto_box_SECRETKEYBYTES


@dataclass(frozen=True, slots=True)
class DeviceKeys:
    """Both key pairs of one laptop: `sign` for its ops, `box` for what is sealed to it.

    They never change; new keys are a new device. `secret` is what the caller keeps, inside the
    encrypted database and nowhere else.
    """

    sign_pk: bytes
    box_pk: bytes
    secret: bytes = field(repr=False)

    @property
    def dev(self) -> str:
        """The id of the device: the hash of both public keys."""
        return device_id(self.sign_pk, self.box_pk)

    @property
    def box_sk(self) -> bytes:
        """What opens a SealedBox made for this device."""
        return self.secret[crypto_sign_SEEDBYTES:]


def make() -> DeviceKeys:
    """Return the keys of a new device."""
    return restore(random(SECRET_BYTES))


def restore(secret: bytes) -> DeviceKeys:
    """Return the keys that belong to a kept `secret` (64 bytes).

    Raises:
        ValueError: `secret` has another length.
    """
    if len(secret) != SECRET_BYTES:
        raise ValueError("the secret of a device is 64 bytes")
    sign_pk, _ = crypto_sign_seed_keypair(secret[:crypto_sign_SEEDBYTES])
    box_pk = crypto_scalarmult_base(secret[crypto_sign_SEEDBYTES:])
    assert len(box_pk) == crypto_box_PUBLICKEYBYTES
    return DeviceKeys(sign_pk, box_pk, secret)


def sign(keys: DeviceKeys, body: bytes) -> bytes:
    """Return the signature (64 bytes) of an op with these exact bytes."""
    sign_sk = keys.secret[:crypto_sign_SEEDBYTES] + keys.sign_pk
    return crypto_sign(OP + body, sign_sk)[:crypto_sign_BYTES]


def sign_bytes(keys: DeviceKeys, message: bytes) -> bytes:
    """Return the signature (64 bytes) of `message`, which begins with the purpose it is for.

    Never for an op: the purpose keeps one kind of signature from passing for another.
    """
    sign_sk = keys.secret[:crypto_sign_SEEDBYTES] + keys.sign_pk
    return crypto_sign(message, sign_sk)[:crypto_sign_BYTES]
