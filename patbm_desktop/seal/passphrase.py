"""Passphrases: three words the program draws, or words of one's own that are long enough."""

import secrets
import unicodedata
from enum import StrEnum
from functools import cache

from patbm_desktop.assets import asset
from patbm_desktop.domain.fault import Fault, Refusal

DRAWN_WORDS = 3
OWN_WORDS = 4
OWN_LETTERS = 20
STRONG_WORDS = 5
STRONG_LETTERS = 28
FEWEST_DIFFERENT = 8
"""Different letters in words of one's own: twenty times the same letter is no passphrase."""


class Strength(StrEnum):
    """How well a passphrase guards a vault; the screen owns the words."""

    TOO_WEAK = "too_weak"
    ENOUGH = "enough"
    STRONG = "strong"


@cache
def words() -> tuple[str, ...]:
    """Return the 7,776 Indonesian words of the shipped list; one of them is worth 12.9 bits."""
    return tuple(asset("words/id-7776.txt").read_text("ascii").split())


def draw(count: int = DRAWN_WORDS) -> str:
    """Return `count` words drawn by chance, such as ``perahu kuning pagi``."""
    return " ".join(secrets.choice(words()) for _ in range(count))


def normalise(text: str) -> str:
    """Return what is really locked with: forms, capitals and the number of spaces do not matter."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(unicodedata.normalize("NFKC", folded).split())


def strength(text: str, drawn: str = "") -> Strength:
    """Say how well `text` guards; `drawn` is what the program had proposed, which is enough."""
    plain = normalise(text)
    different = set(plain.split())
    if plain and plain == normalise(drawn) and len(different) >= DRAWN_WORDS:
        return Strength.ENOUGH
    if len(set(plain) - {" "}) < FEWEST_DIFFERENT:
        return Strength.TOO_WEAK
    if len(different) >= STRONG_WORDS or len(plain) >= STRONG_LETTERS:
        return Strength.STRONG
    if len(different) >= OWN_WORDS or len(plain) >= OWN_LETTERS:
        return Strength.ENOUGH
    return Strength.TOO_WEAK


def demand_strength(text: str, drawn: str = "") -> None:
    """Return only when `text` may guard a vault.

    Raises:
        Fault: it is too weak.
    """
    if strength(text, drawn) is Strength.TOO_WEAK:
        raise Fault(Refusal.PASSPHRASE_TOO_WEAK)
