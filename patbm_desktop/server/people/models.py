"""Accounts of the office, wrong guesses at them, and the trail of what was done with them."""

from typing import Any, ClassVar, NoReturn

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone


class Account(AbstractUser):
    """A person of the office; a superuser looks after the accounts of the others as well."""

    must_change = models.BooleanField("harus mengganti kata sandi", default=False)

    class Meta(AbstractUser.Meta):
        """What it is called."""

        verbose_name = "petugas"
        verbose_name_plural = "akun petugas"


class Guess(models.Model):
    """How often a log-in went wrong, by account and by address; `key` is a hash of either."""

    key = models.CharField(max_length=64, primary_key=True)
    failures = models.PositiveIntegerField(default=0)
    last = models.DateTimeField()
    not_before = models.DateTimeField()

    class Meta:
        """What it is called."""

        verbose_name = "percobaan masuk"
        verbose_name_plural = "percobaan masuk"
        indexes = (models.Index(fields=("last",), name="guess_last"),)

    def __str__(self) -> str:
        return str(self.failures)


class Deed(models.TextChoices):
    """What can be done on this server and is remembered."""

    LOGGED_IN = "masuk", "masuk"
    LOGGED_OUT = "keluar", "keluar"
    KEPT_OUT = "belum masuk", "mencoba masuk dengan kata sandi lain"
    PASSWORD = "kata sandi", "mengganti kata sandi sendiri"
    ACCOUNT_MADE = "akun dibuat", "membuat akun"
    ACCOUNT_CHANGED = "akun diubah", "mengubah akun"
    ONE_TIME = "sekali pakai", "memberi kata sandi sekali pakai"
    INVITED = "undangan", "mengundang koordinator pertama"
    WITHDRAWN = "undangan ditarik", "menarik undangan"
    APPROVED = "koordinator", "menerima koordinator pertama"
    CUT_OFF = "laptop diputus", "memutus laptop"
    LET_IN = "laptop disambung", "menyambung laptop lagi"
    BACKED_UP = "cadangan", "membuat cadangan"
    RESTORED = "pemulihan", "memulihkan dari cadangan"
    REHOMED = "ruang dipindah", "memindahkan ruang RT ke kelurahan lain"
    WENT_BACK = "baca ulang", "memeriksa ulang catatannya dengan server"


class NeverChanges(Exception):
    """Raised when somebody tries to change or delete what was done."""


class TrailQuerySet(models.QuerySet["Trail"]):
    """Reads the trail and adds to it, nothing else; the database itself refuses the rest too."""

    def update(self, **_values: Any) -> NoReturn:
        """Refuse."""
        raise NeverChanges

    def delete(self) -> NoReturn:
        """Refuse."""
        raise NeverChanges

    def bulk_update(self, *_words: Any, **_more: Any) -> NoReturn:
        """Refuse."""
        raise NeverChanges


class Trail(models.Model):
    """One thing that somebody did on this server; never changed and never deleted."""

    at = models.DateTimeField("kapan", default=timezone.now, editable=False, db_index=True)
    who = models.CharField("siapa", max_length=150)
    what = models.CharField("apa", max_length=60)
    about = models.CharField("tentang", max_length=200, blank=True)

    objects: ClassVar[models.Manager["Trail"]] = TrailQuerySet.as_manager()

    class Meta:
        """What it is called."""

        verbose_name = "jejak"
        verbose_name_plural = "jejak"
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.who} {self.what_in_words()}"

    def what_in_words(self) -> str:
        """Return what was done as people say it; raw where a newer server wrote it."""
        return str(Deed(self.what).label) if self.what in Deed.values else self.what

    def save(self, **how: Any) -> None:
        """Add this line.

        Raises:
            NeverChanges: it stands there already.
        """
        if not self._state.adding:
            raise NeverChanges
        super().save(**how)

    def delete(self, *_words: Any, **_how: Any) -> NoReturn:
        """Refuse."""
        raise NeverChanges


MACHINE = "mesin server"
"""Who did what was typed at the server's own machine."""


def remember(who: str, deed: Deed, about: str = "") -> None:
    """Add one line to the trail; `about` names an account, a laptop or a place, never content."""
    Trail.objects.create(who=who[:150], what=deed, about=about[:200])
