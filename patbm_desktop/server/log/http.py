"""Bodies of requests and answers: gzip both ways, limits while inflating, one shape of refusal."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

import msgspec
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.server.log import invitations, service
from patbm_desktop.server.log.limits import BUSY_WAIT
from patbm_desktop.server.log.tokens import BadToken
from patbm_desktop.wire.bad_message import BadMessage, TooLarge
from patbm_desktop.wire.gzipped import pack, unpack
from patbm_desktop.wire.joining import Challenge, Why, read, write
from patbm_desktop.wire.limits import SMALL

JSON = "application/json"
LINES = "application/x-ndjson"
BYTES = "application/octet-stream"
LEAST_PACKED = 200
"""Bytes; below, gzip makes an answer longer."""

View = Callable[..., HttpResponse]
T = TypeVar("T", bound=msgspec.Struct)


class Refused(Exception):
    """Raised to end a call with a status and a short reason."""

    def __init__(self, status: int, why: str = "", *, retry_after: int = 0) -> None:
        super().__init__(why)
        self.status = status
        self.why = why
        self.retry_after = retry_after


def body(request: HttpRequest, limit: int) -> bytes:
    """Return the plain body of `request`, inflated to `limit` bytes at most.

    Raises:
        TooLarge: there is more.
        BadMessage: it is packed in a way that is not gzip, or badly.
    """
    raw = request.read(limit + 1)
    if len(raw) > limit:
        raise TooLarge("a request")
    packing = request.headers.get("Content-Encoding", "identity").lower()
    if packing == "gzip":
        return unpack(raw, limit)
    if packing != "identity":
        raise BadMessage("the packing")
    return raw


def message(request: HttpRequest, kind: type[T]) -> T:
    """Read one small message from the body.

    Raises:
        BadMessage: it is none.
    """
    return read(kind, body(request, SMALL))


def answer(
    request: HttpRequest, data: bytes, *, kind: str = JSON, status: int = 200
) -> HttpResponse:
    """Answer with `data`, packed where the asker can unpack and it helps."""
    taken = "gzip" in request.headers.get("Accept-Encoding", "")
    is_packed = taken and len(data) >= LEAST_PACKED and kind != BYTES
    response = HttpResponse(pack(data) if is_packed else data, content_type=kind, status=status)
    if is_packed:
        response["Content-Encoding"] = "gzip"
    return response


def device(request: HttpRequest) -> str:
    """Return the device whose token came with `request`.

    Raises:
        BadToken: there is none, or it is not good (any more).
    """
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        raise BadToken
    return service.tokens().device_of(token.strip())


def call(*methods: str) -> Callable[[View], View]:
    """Make a view that answers `methods` alone and turns whatever refuses into a status."""

    def around(view: View) -> View:
        @wraps(view)
        def answered(request: HttpRequest, *args: str, **named: str) -> HttpResponse:
            if request.method not in methods:
                return HttpResponse(status=405, headers={"Allow": ", ".join(methods)})
            try:
                return view(request, *args, **named)
            except _REFUSALS as error:
                return _refusal(error)

        answered.csrf_exempt = True  # type: ignore[attr-defined]
        return answered

    return around


_REFUSALS = (
    Refused, BadToken, BadMessage, Fault, OperationalError, InterfaceError,
    invitations.NoSuchCode, invitations.NotAllowed,
)  # fmt: skip
_STATUS = {
    invitations.NoSuchCode: (404, "kode"),
    invitations.NotAllowed: (403, "bukan koordinator"),
    TooLarge: (413, "ukuran"),
    BadMessage: (400, "bentuk"),
}
_FAULTS = {
    Refusal.DEVICE_UNKNOWN: (403, "belum dikenal"),
    Refusal.DEVICE_DISABLED: (403, "dinonaktifkan"),
}


def _refusal(error: Exception) -> HttpResponse:
    if isinstance(error, BadToken):
        return _refuse(401, Challenge(service.tokens().nonce()))
    if isinstance(error, DatabaseError | InterfaceError):
        return _refuse(503, Why("sedang sibuk"), BUSY_WAIT)
    if isinstance(error, Refused):
        return _refuse(error.status, Why(error.why), error.retry_after)
    status, why = _FAULTS[error.refusal] if isinstance(error, Fault) else _STATUS[type(error)]
    return _refuse(status, Why(why))


def _refuse(status: int, body_of: msgspec.Struct, retry_after: int = 0) -> HttpResponse:
    response = HttpResponse(write(body_of), content_type=JSON, status=status)
    if retry_after:
        response["Retry-After"] = str(retry_after)
    return response
