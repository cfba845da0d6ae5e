"""The office's pages under test: a database of its own, and browsers of the office's people."""

import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PASSWORD = "tiga kucing di atap"
PAGES = (
    "/kantor/", "/kantor/undangan/", "/kantor/koordinator/", "/kantor/kelurahan/",
    "/kantor/ruang/", "/kantor/tertahan/", "/kantor/penghapusan/", "/kantor/log/device/",
    "/kantor/people/account/", "/kantor/people/account/add/", "/kantor/people/trail/",
    "/kantor/password_change/",
)  # fmt: skip


def set_up_django(data: Path) -> None:
    """Let Django start in this process, on a folder of the tests' own."""
    import django  # noqa: PLC0415

    os.environ["PATBM_DATA"] = str(data)
    os.environ["PATBM_SECRET"] = "x" * 48
    os.environ["DJANGO_SETTINGS_MODULE"] = "patbm_desktop.server.settings"
    django.setup()
    from django.contrib.auth.hashers import Argon2PasswordHasher  # noqa: PLC0415

    # The least that Argon2 takes: what a thief has to pay is Django's own choice, and not tried.
    Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost = 1, 8 * 8


def migrated(folder: Path) -> Path:
    """Return a database with every table and nothing in them."""
    from django.core.management import call_command  # noqa: PLC0415

    path = folder / "template.sqlite3"
    with database(path):
        call_command("migrate", verbosity=0)
    return path


@contextmanager
def database(path: Path) -> Iterator[None]:
    """Let Django work on the SQLite file at `path` for a while."""
    from django.db import connection  # noqa: PLC0415

    connection.close()
    before = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = path
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


class Kantor:
    """An office with one person who looks after accounts; `kelurahan` stands in its log."""

    def __init__(self) -> None:
        from patbm_desktop.server.log.django_connection import DjangoConnection  # noqa: PLC0415
        from patbm_desktop.server.people.models import Account  # noqa: PLC0415
        from tests.server.cast import Kelurahan  # noqa: PLC0415

        self.head = Account.objects.create_superuser("kepala", first_name="Ibu Kepala")
        self.clerk = Account.objects.create_user("juru", is_staff=True)
        self.kelurahan = Kelurahan(DjangoConnection())
        self.kelurahan.now.moment = time.time()

    def browser(self, account: Any = None, **more: Any) -> Any:
        """Return a browser in which `account` is logged in, or nobody."""
        from django.test import Client  # noqa: PLC0415

        client = Client(SERVER_NAME="127.0.0.1", **more)
        if account is not None:
            client.force_login(account)
        return client

    def log_in(self, client: Any, name: str, password: str, **more: str) -> Any:
        typed = {"username": name, "password": password}
        return client.post("/kantor/login/", typed, **more)

    def trail(self) -> list[tuple[str, str]]:
        """Return who did what, the newest first."""
        from patbm_desktop.server.people.models import Trail  # noqa: PLC0415

        return list(Trail.objects.values_list("who", "what"))


def fresh_copy(template: Path, folder: Path) -> Path:
    path = folder / "kantor.sqlite3"
    shutil.copy(template, path)
    return path


def words(response: Any) -> str:
    """Return what a person reads on a page."""
    text = response.content.decode()
    body = re.sub(r"<(script|style)\b.*?</\1>", " ", text, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())
