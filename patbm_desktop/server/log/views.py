"""The eight calls of the laptops, as plain views over the log."""

from django.http import HttpRequest, HttpResponse

from patbm_desktop.server.log import blobs, going_back, invitations, service
from patbm_desktop.server.log.http import (
    BYTES,
    LINES,
    Refused,
    answer,
    body,
    call,
    device,
    message,
)
from patbm_desktop.wire.bad_message import BadMessage
from patbm_desktop.wire.joining import (
    Hello,
    InviteAnswer,
    InviteRequest,
    TokenAnswer,
    TokenRequest,
    enrol_line,
    read_enrol_line,
    write,
)
from patbm_desktop.wire.limits import PART, REQUEST, SMALL
from patbm_desktop.wire.messages import Request

PROTOCOL = 1
FORMATS = [1]


@call("GET", "HEAD")
def hello(request: HttpRequest) -> HttpResponse:
    """Say that this is a PATBM server, and its time."""
    return answer(request, write(Hello(PROTOCOL, service.log().now_text(), FORMATS)))


@call("POST")
def token(request: HttpRequest) -> HttpResponse:
    """Let a device in that signed a nonce."""
    asked = message(request, TokenRequest)
    return answer(request, write(TokenAnswer(service.tokens().let_in(service.log(), asked))))


@call("POST")
def invite(request: HttpRequest) -> HttpResponse:
    """Make an invitation for a coordinator."""
    dev = device(request)
    asked = message(request, InviteRequest)
    service.log().access_kelurahans(dev)
    code = invitations.invite(service.log().desk, dev, asked)
    return answer(request, write(InviteAnswer(code)))


@call("GET", "POST")
def enrol(request: HttpRequest) -> HttpResponse:
    """Take a request to join, or show a coordinator the ones that wait."""
    return _ask_to_join(request) if request.method == "POST" else _waiting(request)


@call("POST")
def sync(request: HttpRequest) -> HttpResponse:
    """Store what is offered and bring what is new."""
    dev = device(request)
    asked = Request.decode(body(request, REQUEST))
    app = request.headers.get("User-Agent", "")
    said = service.log().sync(dev, asked, app=app)
    going_back.note(dev, asked.back)
    return answer(request, said.encode(), kind=LINES)


@call("PUT", "GET", "HEAD")
def blob(request: HttpRequest, space: str, ent: str, sha: str) -> HttpResponse:
    """Lay down or fetch one sealed part of a photo."""
    dev = device(request)
    service.log().access_kelurahans(dev)
    part = blobs.Part(space, ent, sha)
    if not part.is_named_well:
        raise Refused(400, "bentuk")
    if request.method == "PUT":
        return _lay_down(request, dev, part)
    desk = service.log().desk
    if request.method == "HEAD":
        return HttpResponse(status=blobs.find(desk, dev, part).status)
    status, data = blobs.get(desk, dev, part)
    return answer(request, data, kind=BYTES, status=status)


def _lay_down(request: HttpRequest, dev: str, part: blobs.Part) -> HttpResponse:
    status = blobs.put(service.log().desk, dev, part, body(request, PART))
    if status == blobs.QUOTA:
        raise Refused(status, "kuota", retry_after=3600)
    return HttpResponse(status=status)


def _ask_to_join(request: HttpRequest) -> HttpResponse:
    address = request.META.get("REMOTE_ADDR", "")
    tries = service.wrong_codes()
    wait = tries.wait(address)
    if wait:
        raise Refused(429, "terlalu sering", retry_after=wait)
    asked, sig, raw = read_enrol_line(body(request, SMALL))
    if not (asked.name.isprintable() and asked.rt.isprintable()):
        raise BadMessage("an enrolment")
    try:
        welcome = invitations.enrol(service.log().desk, asked, sig, raw)
    except invitations.NoSuchCode:
        tries.note_wrong(address)
        raise
    return answer(request, write(welcome), status=202)


def _waiting(request: HttpRequest) -> HttpResponse:
    dev = device(request)
    kelurahans = service.log().access_kelurahans(dev)
    lines = invitations.waiting(service.log().desk, dev, kelurahans)
    return answer(request, b"\n".join(enrol_line(*line) for line in lines), kind=LINES)
