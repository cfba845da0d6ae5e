"""The growing delay at log-in: by account and by address, in the database, so it outlives a stop.

A try is counted before its password is looked at, so that many at once are no way around it; a
right one takes its count back.
"""

import ipaddress
import unicodedata
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from patbm_desktop.server.people.models import Guess

FREE = 2
"""Wrong tries that cost nothing."""

LONGEST_OF_ACCOUNT = timedelta(minutes=5)
"""Short, so that a stranger who knows a name cannot keep its owner out."""

LONGEST_OF_ADDRESS = timedelta(hours=1)
FORGOTTEN = timedelta(days=1)
"""After so long without a wrong try the count starts anew."""


class Gate:
    """The counts that one try to log in touches."""

    def __init__(self, name: str, address: str) -> None:
        """Take the name as it was typed, known or not, and the asker's address."""
        self._account = _key("akun", unicodedata.normalize("NFKC", name).strip().casefold())
        self._address = _key("alamat", _network(address))

    def knock(self, now: datetime | None = None) -> int:
        """Count a try; return the seconds to wait, and then it was not counted, or 0 to go on."""
        now = now or timezone.now()
        with transaction.atomic():
            Guess.objects.filter(last__lt=now - FORGOTTEN).delete()
            found = self._locked(now)
            wait = max(each.not_before - now for each in found)
            if wait > timedelta(0):
                return int(wait.total_seconds()) + 1
            for each in found:
                self._count(each, now)
        return 0

    def open(self) -> None:
        """Forget the wrong tries: the password was right."""
        Guess.objects.filter(key__in=(self._account, self._address)).delete()

    def _locked(self, now: datetime) -> list[Guess]:
        """Return both rows under lock, in one order everywhere."""
        keys = sorted((self._account, self._address))
        for key in keys:
            Guess.objects.get_or_create(key=key, defaults={"last": now, "not_before": now})
        return list(Guess.objects.select_for_update().filter(key__in=keys).order_by("key"))

    def _count(self, guess: Guess, now: datetime) -> None:
        longest = LONGEST_OF_ACCOUNT if guess.key == self._account else LONGEST_OF_ADDRESS
        guess.failures += 1
        guess.last = now
        guess.not_before = now + min(longest, delay(guess.failures))
        guess.save()


def delay(failures: int) -> timedelta:
    """Return the wait after so many wrong tries: none, then 1 s, 2 s, 4 s and so on."""
    if failures <= FREE:
        return timedelta(0)
    return timedelta(seconds=1 << min(failures - FREE - 1, 20))


def forget(names: Iterable[str]) -> None:
    """Let these accounts try again at once."""
    Guess.objects.filter(key__in=[Gate(name, "")._account for name in names]).delete()  # noqa: SLF001 (its own)


def _key(kind: str, text: str) -> str:
    # Hashed with the secret: people type a password into the field of the name.
    return salted_hmac(f"patbm-guess-{kind}", text, algorithm="sha256").hexdigest()


def _network(address: str) -> str:
    """Return the address, of IPv6 the network of one house, which has 2^64 of them."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped is None:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)
