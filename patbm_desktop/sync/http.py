"""The central server over HTTPS: the eight calls of the protocol, as `wire/PROTOCOL.md` has them.

A token lives in this object alone. It is asked for with a signed nonce, once for a call: a server
that goes on saying 401 is not one that knows this laptop.
"""

from typing import TypeVar

import msgspec

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.seal.sign import DeviceKeys, sign_bytes
from patbm_desktop.sync.web_line import Reply, WebLine
from patbm_desktop.wire import joining, limits
from patbm_desktop.wire.bad_message import BadMessage
from patbm_desktop.wire.messages import Answer, Request
from patbm_desktop.wire.post_office import Traffic

UNKNOWN, DISABLED = "belum dikenal", "dinonaktifkan"
LONGEST_RETRY_S = 24 * 60 * 60
LONGEST_TOKEN = 1024
MOST_DIGITS = 9
"""Of a number of seconds; Python refuses to read one of thousands."""

T = TypeVar("T", bound=msgspec.Struct)


class HttpPostOffice:
    """A `PostOffice` at the end of a line; belongs to one round at a time."""

    def __init__(self, line: WebLine, device: DeviceKeys) -> None:
        self._line = line
        self._device = device
        self._token = ""
        self._is_greeted = False
        self.server_time = ""

    @property
    def traffic(self) -> Traffic:
        """What went over the line so far."""
        return self._line.traffic

    @property
    def clock_differs(self) -> bool:
        """Whether this laptop's day cannot be right; `server_time` is what the server says."""
        return not self._line.checks_time

    def close(self) -> None:
        """Hang up and forget the token."""
        self._token = ""
        self._line.close()

    # -- sync --------------------------------------------------------------------------------

    def sync(self, request: Request) -> Answer:
        """Store what is offered, then read from the cursors on.

        Raises:
            Fault: as `wire/post_office.py` says.
        """
        reply = self._let_in("POST", "/v1/sync", request.pack(), packed=True, limit=limits.PAGE)
        try:
            answer = Answer.decode(reply.plain(limits.PAGE))
        except BadMessage as error:
            raise self._stranger() from error
        self.server_time = answer.now
        return answer

    def has_part(self, space: str, ent: str, sha: str) -> bool:
        """Say whether this part is there; one that was erased need not be sent either.

        Raises:
            Fault: nobody answered.
        """
        reply = self._let_in("HEAD", _blob(space, ent, sha), allowed=(404, 410))
        return reply.status != 404

    def put_part(self, space: str, ent: str, sha: str, data: bytes) -> None:
        """Hand in one part; a part of an erased record is thrown away there.

        Raises:
            Fault: it was not taken.
        """
        self._let_in("PUT", _blob(space, ent, sha), data, allowed=(410,))

    def get_part(self, space: str, ent: str, sha: str) -> bytes | None:
        """Fetch one part, None where it is not there.

        Raises:
            Fault: nobody answered.
        """
        reply = self._let_in("GET", _blob(space, ent, sha), allowed=(404, 410), limit=limits.PART)
        return reply.plain(limits.PART) if reply.status == 200 else None

    # -- joining -----------------------------------------------------------------------------

    def hello(self) -> joining.Hello:
        """Ask whether a PATBM server is there.

        Raises:
            Fault: NO_NETWORK; SERVER_STRANGE, somebody else answered.
        """
        reply = self._line.ask("GET", "/v1/hello", limit=limits.SMALL)
        if reply.status >= 500:
            raise Fault(Refusal.NO_NETWORK)
        if reply.status != 200:
            raise self._stranger()
        found = self._read(joining.Hello, reply)
        if found.patbm != 1:
            raise self._stranger()
        self._is_greeted, self.server_time = True, found.now
        return found

    def invite(self, request: joining.InviteRequest) -> str:
        """Return the eight characters of a new invitation.

        Raises:
            Fault: NOT_COORDINATOR, this laptop may not invite there; or nobody answered.
        """
        reply = self._let_in("POST", "/v1/invite", joining.write(request), allowed=(403,))
        if reply.status == 403:
            raise _forbidden(reply, Refusal.NOT_COORDINATOR)
        return self._read(joining.InviteAnswer, reply).code

    def enrol(self, line: bytes) -> joining.EnrolAnswer:
        """Ask to join with a signed enrolment (`joining.enrol_line`).

        Raises:
            Fault: CODE_UNKNOWN, no such invitation; SERVER_BUSY; or nobody answered.
        """
        self._greet()
        reply = self._line.ask("POST", "/v1/enrol", line, limit=limits.SMALL)
        if reply.status == 404:
            raise Fault(Refusal.CODE_UNKNOWN)
        return self._read(joining.EnrolAnswer, self._checked(reply, ()))

    def waiting(self) -> tuple[bytes, ...]:
        """Return the signed enrolments that wait for this coordinator, as they came.

        Raises:
            Fault: NOT_COORDINATOR; or nobody answered.
        """
        reply = self._let_in("GET", "/v1/enrol", allowed=(403,), limit=limits.PAGE)
        if reply.status == 403:
            raise _forbidden(reply, Refusal.NOT_COORDINATOR)
        return tuple(line for line in reply.plain(limits.PAGE).split(b"\n") if line)

    # -- being let in ------------------------------------------------------------------------

    def _let_in(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        *,
        packed: bool = False,
        allowed: tuple[int, ...] = (),
        limit: int = limits.SMALL,
    ) -> Reply:
        """Ask with a token; where it is not, or no longer, good, get another one, once."""
        self._greet()
        had_one = bool(self._token)
        if not had_one:
            self._token = self._fresh_token()
        reply = self._ask(method, path, body, packed=packed, limit=limit)
        if reply.status == 401 and had_one:
            self._token = self._fresh_token()
            reply = self._ask(method, path, body, packed=packed, limit=limit)
        return self._checked(reply, allowed)

    def _ask(
        self, method: str, path: str, body: bytes | None, *, packed: bool, limit: int
    ) -> Reply:
        try:
            return self._line.ask(method, path, body, token=self._token, packed=packed, limit=limit)
        except Fault:
            self._is_greeted = False
            raise

    def _greet(self) -> None:
        """Make sure that it is our server which answers, before it is told anything."""
        if not self._is_greeted:
            self.hello()

    def _fresh_token(self) -> str:
        asked = self._line.ask("POST", "/v1/sync", b"", limit=limits.SMALL)
        if asked.status != 401:
            self._checked(asked, ())
            raise self._stranger()
        nonce, dev = self._read(joining.Challenge, asked).nonce, self._device.dev
        said = joining.token_bytes(self._line.address.host, dev, nonce)
        proof = joining.TokenRequest(dev, nonce, sign_bytes(self._device, said))
        reply = self._line.ask("POST", "/v1/token", joining.write(proof), limit=limits.SMALL)
        token = self._read(joining.TokenAnswer, self._checked(reply, ())).token
        if not (token.isascii() and token.isprintable() and len(token) <= LONGEST_TOKEN):
            raise self._stranger()  # no header can carry it
        return token

    def _checked(self, reply: Reply, allowed: tuple[int, ...]) -> Reply:
        """Return a reply that the caller can use.

        Raises:
            Fault: what any other status means.
        """
        if 200 <= reply.status < 300 or reply.status in allowed:
            return reply
        if reply.status == 403:
            raise _forbidden(reply, Refusal.SERVER_STRANGE)
        if reply.status in (429, 503):
            raise Fault(Refusal.SERVER_BUSY, retry_after=_retry_after(reply))
        if reply.status >= 500:
            self._is_greeted = False
            raise Fault(Refusal.NO_NETWORK)
        if reply.status in (400, 413):
            raise Fault(Refusal.REQUEST_TOO_LARGE)
        raise self._stranger()

    def _read(self, kind: type[T], reply: Reply) -> T:
        try:
            return joining.read(kind, reply.plain(limits.SMALL))
        except BadMessage as error:
            raise self._stranger() from error

    def _stranger(self) -> Fault:
        self._is_greeted = False
        return Fault(Refusal.SERVER_STRANGE)


def _forbidden(reply: Reply, otherwise: Refusal) -> Fault:
    """Return what a 403 means; one that is not in our words is a stranger's."""
    try:
        why = joining.read(joining.Why, reply.plain(limits.SMALL)).why
    except BadMessage:
        return Fault(Refusal.SERVER_STRANGE)
    known = {UNKNOWN: Refusal.DEVICE_UNKNOWN, DISABLED: Refusal.DEVICE_DISABLED}
    return Fault(known.get(why, otherwise))


def _retry_after(reply: Reply) -> int:
    """Return the seconds a server asks to be left alone; a date is not understood, nor needed."""
    text = reply.headers.get("Retry-After", "")
    if not (text.isascii() and text.isdecimal()):
        return 0
    return min(int(text), LONGEST_RETRY_S) if len(text) <= MOST_DIGITS else LONGEST_RETRY_S


def _blob(space: str, ent: str, sha: str) -> str:
    return f"/v1/blob/{space}/{ent}/{sha}"
