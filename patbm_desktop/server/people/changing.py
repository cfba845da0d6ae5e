"""Whoever came in with a one-time password goes nowhere before it is changed."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from patbm_desktop.server.people.models import Account

Answering = Callable[[HttpRequest], HttpResponseBase]

OFFICE = "kantor/"
"""The address below which the office's pages stand."""

OPEN = ("admin:password_change", "admin:logout", "admin:login", "admin:jsi18n")


class OneTimePasswordIsChanged:
    """Sends such an account to the page on which it chooses its own password."""

    def __init__(self, get_response: Answering) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer `request`, or send it on."""
        if request.path.startswith(f"/{OFFICE}") and self._is_one_time(request):
            return HttpResponseRedirect(reverse("admin:password_change"))
        return self._get_response(request)

    @staticmethod
    def _is_one_time(request: HttpRequest) -> bool:
        if request.path in map(reverse, OPEN):
            return False
        return isinstance(request.user, Account) and request.user.must_change
