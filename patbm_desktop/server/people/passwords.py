"""One-time passwords, which a person reads out and the owner changes at the first log-in."""

import secrets

from patbm_desktop.domain.ids import CROCKFORD
from patbm_desktop.server.people.gate import forget
from patbm_desktop.server.people.models import Account

GROUPS, LETTERS = 4, 4
"""Sixteen letters of 32, so 80 bits."""


def one_time() -> str:
    """Return a fresh password of four groups, such as ``7QH2-MD4K-9T0X-VB3A``."""
    groups = ("".join(secrets.choice(CROCKFORD) for _ in range(LETTERS)) for _ in range(GROUPS))
    return "-".join(groups)


def give_one_time(account: Account) -> str:
    """Give `account` a one-time password, save it and return it; nobody can read it again."""
    password = one_time()
    account.set_password(password)
    account.must_change = True
    account.save()
    forget([account.username])
    return password
