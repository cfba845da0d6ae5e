"""Who may open what of the office's pages: every address, against every kind of account."""

from typing import NamedTuple

from tests.server.kantor import Kantor

HERE, NO, NONE = "200", "403", "404"
LOG_IN, OWN_PASSWORD, MENU = "log in", "own password", "menu"
"""Where somebody is sent on to."""


class Seen(NamedTuple):
    """What a page answers: to nobody, to an account that is not of the office, to one with a
    one-time password, to a clerk, and to who looks after accounts.
    """

    nobody: str
    outsider: str
    one_time: str
    clerk: str
    head: str


def staff(clerk: str, head: str) -> Seen:
    """Return what a page answers that only people of the office may ask for."""
    return Seen(LOG_IN, LOG_IN, OWN_PASSWORD, clerk, head)


ANYBODY = staff(HERE, HERE)
HEADS = staff(NO, HERE)
NOBODY = staff(NO, NO)
TABLE = {
    "": ANYBODY,
    "undangan/": ANYBODY,
    "koordinator/": ANYBODY,
    "kelurahan/": ANYBODY,
    "ruang/": ANYBODY,
    "tertahan/": ANYBODY,
    "penghapusan/": ANYBODY,
    "log/device/": ANYBODY,
    "log/device/<dev>/change/": ANYBODY,
    "log/device/add/": NOBODY,
    "log/device/<dev>/delete/": NOBODY,
    "people/trail/": ANYBODY,
    "people/trail/add/": NOBODY,
    "people/trail/<line>/change/": NOBODY,
    "people/trail/<line>/delete/": NOBODY,
    "people/account/": HEADS,
    "people/account/add/": HEADS,
    "people/account/<pk>/change/": HEADS,
    "people/account/<pk>/sekali-pakai/": staff(NONE, HERE),
    "people/account/<pk>/delete/": NOBODY,
    "login/": Seen(HERE, HERE, MENU, MENU, MENU),
    "logout/": Seen(MENU, MENU, "405", "405", "405"),
    "password_change/": Seen(LOG_IN, LOG_IN, HERE, HERE, HERE),
    "jsi18n/": Seen(LOG_IN, LOG_IN, HERE, HERE, HERE),
}
"""Nobody of the office decides on a held note, erases, or changes the trail: no page does."""

MERE_WAYS = {
    "^(?P<app_label>people|log)/$", "log/device/<dev>/", "people/account/<pk>/",
    "people/trail/<line>/",
}  # fmt: skip
"""Addresses that show nothing: they send to the menu, or to the page of the row."""


class Askers:
    """A browser of each kind of person, and what stands for the words in an address."""

    def __init__(self, kantor: Kantor) -> None:
        from patbm_desktop.server.people.models import (  # noqa: PLC0415 (Django wants its settings)
            Account,
            Deed,
            Trail,
            remember,
        )

        made = kantor.kelurahan.start()
        remember("juru", Deed.INVITED, made.code)
        outsider = Account.objects.create_user("luar")
        fresh = Account.objects.create_user("baru", is_staff=True, must_change=True)
        people = Seen(None, outsider, fresh, kantor.clerk, kantor.head)  # type: ignore[arg-type]
        self.browsers = [kantor.browser(each) for each in people]
        self.words = {
            "<dev>": made.sari.dev, "<pk>": str(kantor.clerk.pk),
            "<line>": str(Trail.objects.get().pk),
        }  # fmt: skip

    def seen(self, address: str) -> Seen:
        """Return what every one of them is answered."""
        for word, value in self.words.items():
            address = address.replace(word, value)
        return Seen(*(self._answer(each, f"/kantor/{address}") for each in self.browsers))

    @staticmethod
    def _answer(browser, address: str) -> str:
        answer = browser.get(address)
        if answer.status_code != 302:
            return str(answer.status_code)
        where = answer["Location"]
        ways = {"/kantor/login/": LOG_IN, "/kantor/password_change/": OWN_PASSWORD}
        return next((word for way, word in ways.items() if where.startswith(way)),
                    MENU if where == "/kantor/" else where)  # fmt: skip


def addresses() -> set[str]:
    """Return every address of the office as the table spells it."""
    from django.urls import URLResolver, get_resolver  # noqa: PLC0415

    found: set[str] = set()

    def walk(resolver, before: str) -> None:
        for each in resolver.url_patterns:
            here = before + str(each.pattern)
            if isinstance(each, URLResolver):
                walk(each, here)
            else:
                found.add(here)

    walk(get_resolver(), "")
    spelt = {"<path:object_id>": "<{}>", "<int:pk>": "<pk>"}
    return {spell(each, spelt) for each in found if each.startswith("kantor/")}


def spell(address: str, spelt: dict[str, str]) -> str:
    names = {"log/device": "dev", "people/account": "pk", "people/trail": "line"}
    bare = address.removeprefix("kantor/")
    name = next((name for start, name in names.items() if bare.startswith(start)), "")
    for word, way in spelt.items():
        bare = bare.replace(word, way.format(name))
    return bare


def test_every_page_answers_everybody_as_the_table_says(kantor):
    askers = Askers(kantor)
    assert {address: askers.seen(address) for address in TABLE} == TABLE


def test_no_page_is_missing_from_the_table(tables):
    assert addresses() - set(TABLE) == MERE_WAYS
