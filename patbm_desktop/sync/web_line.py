"""One line to one server: HTTP over a kept connection, with limits on all that comes back.

The system's proxies are used, its stored passwords and cookies are not. Where a network has a page
of its own to sign in at, everything it answers is a stranger's word. Nothing that is sent or read
is ever logged.
"""

import ssl
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from http.cookiejar import DefaultCookiePolicy
from time import monotonic
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from requests.exceptions import (
    ConnectTimeout,
    InvalidURL,
    ReadTimeout,
    RequestException,
    SSLError,
)
from urllib3.exceptions import HTTPError as LineError
from urllib3.exceptions import ProtocolError

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.release import BUILD_DATE, VERSION
from patbm_desktop.sync.address import Address
from patbm_desktop.wire.bad_message import BadMessage, TooLarge
from patbm_desktop.wire.gzipped import unpack
from patbm_desktop.wire.post_office import Traffic

CONNECT_S = 10.0
READ_S = 30.0
WHOLE_ANSWER_S = 300.0
"""However slowly it drips."""

CHUNK = 64 * 1024
NO_CHECK_TIME = 0x200000
"""X509_V_FLAG_NO_CHECK_TIME of OpenSSL: chain and name of a certificate are still verified."""

NOT_YET_VALID, EXPIRED = 9, 10
_STATUS_LINE = 17


class Reply(NamedTuple):
    """What a server answered; `body` as it came, still packed where `headers` say so."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def plain(self, limit: int) -> bytes:
        """Return the body, inflated if need be.

        Raises:
            Fault: SERVER_STRANGE, it is longer than `limit` or not what it says.
        """
        if self.headers.get("Content-Encoding", "").lower() != "gzip":
            if len(self.body) > limit:
                raise Fault(Refusal.SERVER_STRANGE)
            return self.body
        try:
            return unpack(self.body, limit)
        except BadMessage as error:
            raise Fault(Refusal.SERVER_STRANGE) from error


class WebLine:
    """A kept connection to the server at `address`; `today` is the calendar day of this laptop."""

    def __init__(
        self,
        address: Address,
        *,
        today: Callable[[], date] = date.today,
        read_s: float = READ_S,
        ca_file: str | None = None,
    ) -> None:
        self.address = address
        self.checks_time = True
        self._today = today
        self._timeouts = (CONNECT_S, read_s)
        self._ca_file = ca_file
        self._up = self._down = 0
        self._session = _Session()
        self._session.headers.clear()
        self._session.headers.update({"Accept-Encoding": "gzip", "User-Agent": f"patbm/{VERSION}"})
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))

    @property
    def traffic(self) -> Traffic:
        """Bytes that went over the line, without those of TLS."""
        return Traffic(self._up, self._down)

    def close(self) -> None:
        """Hang up."""
        self._session.close()

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        *,
        token: str = "",
        packed: bool = False,
        limit: int,
    ) -> Reply:
        """Send one request and return what came back, at most `limit` bytes of it.

        Raises:
            Fault: NO_NETWORK, nobody answered; SERVER_STRANGE, somebody else did; CLOCK_WRONG, its
                certificate does not fit the day; SERVER_ADDRESS.
        """
        headers = {"Content-Encoding": "gzip"} if packed else {}
        request = requests.Request(
            method, self.address.url + path, headers=headers, data=body, auth=_Token(token)
        )
        prepared = self._session.prepare_request(request)
        try:
            return self._ask_once_more(prepared, limit)
        except SSLError as error:
            self._look_at_clock(error)
        except (RequestException, LineError, OSError) as error:
            raise Fault(_refusal(error)) from error
        try:
            return self._ask(prepared, limit)
        except (RequestException, LineError, OSError) as error:
            raise Fault(_refusal(error)) from error

    def _ask_once_more(self, prepared: requests.PreparedRequest, limit: int) -> Reply:
        """Ask; and again at once where a kept connection had been closed by the other end."""
        try:
            return self._ask(prepared, limit)
        except requests.exceptions.ConnectionError as error:
            if not _was_hung_up(error):
                raise
        return self._ask(prepared, limit)

    def _ask(self, prepared: requests.PreparedRequest, limit: int) -> Reply:
        assert prepared.url is not None
        settings = self._session.merge_environment_settings(
            prepared.url, {}, True, self._ca_file, None
        )
        self._up += _size_up(prepared)
        with self._session.send(
            prepared, timeout=self._timeouts, allow_redirects=False, **settings
        ) as response:
            body = _read(response, limit)
        self._down += _STATUS_LINE + _size(response.headers) + len(body)
        return Reply(response.status_code, response.headers, body)

    def _look_at_clock(self, error: SSLError) -> None:
        """Go on without a look at the time where this laptop's day cannot be right.

        A day before the one this release was built on is a stopped clock: chain and name are still
        verified, so nobody else can answer. A later day may be right, so nothing is relaxed then.
        """
        if _verify_code(error) not in {NOT_YET_VALID, EXPIRED}:
            raise Fault(Refusal.SERVER_STRANGE) from error
        if self._today() >= BUILD_DATE or not self.checks_time:
            raise Fault(Refusal.CLOCK_WRONG) from error
        self.checks_time = False
        self._session.mount("https://", _Timeless())


class _Session(requests.Session):
    """Never follows a redirect, and does not look where one leads.

    The library would read the whole body of one, inflated, before it asks whether to follow.
    """

    def get_redirect_target(
        self,
        resp: requests.Response,  # noqa: ARG002  (the name is the library's)
    ) -> str | None:
        """Say that it leads nowhere."""
        return None


class _Timeless(HTTPAdapter):
    """Verifies a certificate's chain and name, and not its dates."""

    def init_poolmanager(self, *args: Any, **more: Any) -> None:
        context = ssl.create_default_context()
        context.verify_flags |= NO_CHECK_TIME
        super().init_poolmanager(*args, ssl_context=context, **more)

    def proxy_manager_for(self, *args: Any, **more: Any) -> Any:
        context = ssl.create_default_context()
        context.verify_flags |= NO_CHECK_TIME
        return super().proxy_manager_for(*args, ssl_context=context, **more)


class _Token(AuthBase):
    """Shows the token, or nothing; never a password that the system keeps for this host."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def _read(response: requests.Response, limit: int) -> bytes:
    """Read at most `limit` bytes, and not for ever."""
    ends, parts, size = monotonic() + WHOLE_ANSWER_S, [], 0
    while part := response.raw.read1(CHUNK, decode_content=False):
        parts.append(part)
        size += len(part)
        if size > limit or monotonic() > ends:
            raise Fault(Refusal.SERVER_STRANGE)
    return b"".join(parts)


def _refusal(error: Exception) -> Refusal:
    if isinstance(error, InvalidURL):
        return Refusal.SERVER_ADDRESS
    if isinstance(error, SSLError):
        return Refusal.SERVER_STRANGE
    return Refusal.NO_NETWORK


def _was_hung_up(error: Exception) -> bool:
    if isinstance(error, ConnectTimeout | ReadTimeout | SSLError):
        return False
    return any(isinstance(each, ProtocolError) for each in _causes(error))


def _verify_code(error: Exception) -> int:
    for each in _causes(error):
        if isinstance(each, ssl.SSLCertVerificationError):
            return int(each.verify_code)
    return 0


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Give `error` and whatever it was raised from, however the libraries wrapped it."""
    waiting, seen = [error], set[int]()
    while waiting:
        each = waiting.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        inner = (each.__cause__, each.__context__, getattr(each, "reason", None), *each.args)
        waiting += [found for found in inner if isinstance(found, BaseException)]


def _size(headers: Mapping[str, Any]) -> int:
    return sum(len(name) + len(str(value)) + 4 for name, value in headers.items()) + 2


def _size_up(prepared: requests.PreparedRequest) -> int:
    line = len(prepared.method or "") + len(prepared.path_url) + 12
    host = len(urlsplit(prepared.url or "").netloc) + 8
    return line + host + _size(prepared.headers) + len(prepared.body or b"")


__all__ = ["Reply", "TooLarge", "WebLine"]
