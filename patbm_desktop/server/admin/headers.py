"""What a browser is told about the office's pages: to run nothing that is not ours."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from patbm_desktop.server.people.changing import OFFICE

Answering = Callable[[HttpRequest], HttpResponseBase]

POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
    "font-src 'self'", "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'",
    "base-uri 'none'",
))  # fmt: skip


class OfficeHeaders:
    """Adds the headers to every page of the office, and none to the laptops' answers."""

    def __init__(self, get_response: Answering) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer `request`."""
        response = self._get_response(request)
        if request.path.startswith(f"/{OFFICE}"):
            response.headers["Content-Security-Policy"] = POLICY
            response.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
            response.headers["X-Robots-Tag"] = "none"
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response
