"""The recovery sheet: 24 letters on paper that open a vault when the passphrase is forgotten.

22 letters are drawn by chance (110 bits, so no slow hash is needed behind them) and two check
them, so that a slip of the pen is noticed before any lock is tried.
"""

import secrets
from hashlib import blake2b

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import CROCKFORD, Purpose

DRAWN = 22
CHECKING = 2
LETTERS = DRAWN + CHECKING
GROUP = 4

_LOOKS_LIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})


def draw() -> str:
    """Return the text of a new sheet, in six groups of four."""
    drawn = "".join(secrets.choice(CROCKFORD) for _ in range(DRAWN))
    return grouped(drawn + _check_letters(drawn))


def grouped(letters: str) -> str:
    """Return `letters`, grouped or not, in groups of four, as they are printed and typed."""
    letters = tidy(letters)
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def tidy(text: str) -> str:
    """Return the letters that `text` means: no spaces or dashes, capitals, O as 0, I and L as 1."""
    return "".join(each for each in text.upper() if each.isalnum()).translate(_LOOKS_LIKE)


def is_whole(text: str) -> bool:
    """Say whether all 24 letters are there and the last two confirm the others."""
    letters = tidy(text)
    if len(letters) != LETTERS or not set(letters) <= set(CROCKFORD):
        return False
    return _check_letters(letters[:DRAWN]) == letters[DRAWN:]


def read(text: str) -> str:
    """Return the 22 drawn letters of a typed sheet.

    Raises:
        Fault: a letter is missing or was misread.
    """
    if not is_whole(text):
        raise Fault(Refusal.WRONG_SHEET)
    return tidy(text)[:DRAWN]


def _check_letters(drawn: str) -> str:
    number = int.from_bytes(
        blake2b(drawn.encode(), digest_size=2, person=Purpose.SLOT.value.encode()).digest()
    )
    return CROCKFORD[number >> 11] + CROCKFORD[number >> 6 & 31]
