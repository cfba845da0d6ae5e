"""Accounts of the office and the trail of what was done with them."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class Account(AbstractUser):
    """A person of the office. `not_before` grows with every wrong passphrase (`failures`)."""

    failures = models.PositiveIntegerField("kali keliru", default=0)
    not_before = models.DateTimeField("boleh masuk lagi", null=True, blank=True)
    must_change = models.BooleanField("harus mengganti kata sandi", default=False)

    class Meta(AbstractUser.Meta):
        """What it is called."""

        verbose_name = "petugas"
        verbose_name_plural = "petugas"


class Trail(models.Model):
    """One thing that somebody did on this server; never changed and never deleted."""

    at = models.DateTimeField("kapan", auto_now_add=True)
    who = models.CharField("siapa", max_length=150)
    what = models.CharField("apa", max_length=60)
    about = models.CharField("tentang", max_length=200, blank=True)

    class Meta:
        """What it is called."""

        verbose_name = "jejak"
        verbose_name_plural = "jejak"
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.at} {self.who} {self.what}"
