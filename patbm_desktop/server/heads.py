"""Answers to HEAD carry no body, which Django leaves to the runner, and waitress to the program."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

Answering = Callable[[HttpRequest], HttpResponseBase]


class HeadsHaveNoBody:
    """Empties an answer to HEAD; a body there would be read as the answer to the next call."""

    def __init__(self, get_response: Answering) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer `request`."""
        response = self._get_response(request)
        if request.method == "HEAD" and isinstance(response, HttpResponse):
            response.content = b""
            response.headers["Content-Length"] = "0"
        return response
