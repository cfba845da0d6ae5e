"""Who is asking: a nonce to sign, and a token for twelve hours in return.

Both are made with the server's secret and kept nowhere; only a *used* nonce is remembered, for as
long as it could be used again. A device that is disabled is refused at every call, whatever token
it has.
"""

import base64
import hashlib
import hmac
import struct
from binascii import Error as BadBase64
from collections.abc import Callable, Collection
from secrets import token_bytes as random_bytes

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import is_id
from patbm_desktop.server.log.core import Log
from patbm_desktop.wire.joining import NONCE_BYTES, TokenRequest, is_signed, token_bytes

NONCE_LASTS = 5 * 60
TOKEN_LASTS = 12 * 3600
_MAC = 16
_DEV = 16


class BadToken(Exception):
    """Raised when nobody proved who is asking; the answer is 401 with a nonce."""


class Tokens:
    """Lets devices in; `hosts` are the addresses under which people reach this server."""

    def __init__(self, secret: str, hosts: Collection[str], clock: Callable[[], float]) -> None:
        self._key = hashlib.blake2b(secret.encode(), person=b"patbm-token").digest()
        self._hosts = tuple(hosts)
        self._clock = clock

    def nonce(self) -> str:
        """Return 32 bytes in hex that a device is to sign within five minutes."""
        head = struct.pack(">Q", int(self._clock())) + random_bytes(NONCE_BYTES - 8 - _MAC)
        return (head + self._mac(b"nonce", head)).hex()

    def let_in(self, log: Log, request: TokenRequest) -> str:
        """Return a token for the device that signed one of our nonces.

        Raises:
            Fault: DEVICE_UNKNOWN or DEVICE_DISABLED.
            BadToken: the nonce is not ours, too old or used, or the signature fits no address.
        """
        self._check_nonce(request.nonce)
        if not is_id(request.dev):
            raise Fault(Refusal.DEVICE_UNKNOWN)
        kelurahans = log.access_kelurahans(request.dev)
        sign_pk = log.sign_pk(request.dev)
        if not any(
            is_signed(sign_pk, token_bytes(host, request.dev, request.nonce), request.sig)
            for host in self._hosts
        ):
            raise BadToken
        if not self._use_up(log, kelurahans[0] if kelurahans else "", request.nonce):
            raise BadToken
        return self._token(request.dev)

    def device_of(self, token: str) -> str:
        """Return the device that this token was made for.

        Raises:
            BadToken: it is not one of ours, or too old.
        """
        try:
            raw = base64.urlsafe_b64decode(token)
        except (BadBase64, ValueError) as error:
            raise BadToken from error
        head, mac = raw[:-_MAC], raw[-_MAC:]
        if len(head) != _DEV + 8 or not hmac.compare_digest(mac, self._mac(b"token", head)):
            raise BadToken
        (until,) = struct.unpack(">Q", head[_DEV:])
        if until < self._clock():
            raise BadToken
        return head[:_DEV].hex()

    def _token(self, dev: str) -> str:
        until = struct.pack(">Q", int(self._clock()) + TOKEN_LASTS)
        head = bytes.fromhex(dev) + until
        return base64.urlsafe_b64encode(head + self._mac(b"token", head)).decode()

    def _check_nonce(self, nonce: str) -> None:
        try:
            raw = bytes.fromhex(nonce)
        except ValueError as error:
            raise BadToken from error
        head, mac = raw[:-_MAC], raw[-_MAC:]
        if len(raw) != NONCE_BYTES or not hmac.compare_digest(mac, self._mac(b"nonce", head)):
            raise BadToken
        (made,) = struct.unpack(">Q", head[:8])
        if not made <= self._clock() < made + NONCE_LASTS:
            raise BadToken

    def _use_up(self, log: Log, kelurahan: str, nonce: str) -> bool:
        connection, now = log.desk.connection, log.desk.now()
        spelt_once = nonce.lower()
        with connection.writing():
            connection.execute(
                "DELETE FROM nonce WHERE kelurahan = %s AND at < %s",
                (kelurahan, now - 2 * NONCE_LASTS),
            )
            used = connection.execute(
                "INSERT INTO nonce (kelurahan, nonce, at) VALUES (%s, %s, %s)"
                " ON CONFLICT DO NOTHING RETURNING nonce",
                (kelurahan, spelt_once, now),
            )
        return bool(used)

    def _mac(self, use: bytes, head: bytes) -> bytes:
        return hashlib.blake2b(use + head, key=self._key, digest_size=_MAC).digest()
