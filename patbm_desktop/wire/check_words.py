"""Three words that stand for a log: read out by telephone, they show that both ends have the same.

Made from the cursor, so both ends must stand at the same place; the list has 7,776 words, so two
different logs agree in one case of 470 thousand million.
"""

from collections.abc import Sequence
from hashlib import blake2b

from patbm_desktop.wire.chain import Cursor

MANY = 3
_PERSON = b"patbm-receipt"


def check_words(cursor: Cursor, words: Sequence[str]) -> tuple[str, ...]:
    """Return three of the 7,776 `words` for the log that leads to `cursor`."""
    hashed = blake2b(str(cursor).encode(), digest_size=16, person=_PERSON).digest()
    number, chosen = int.from_bytes(hashed, "big"), []
    for _ in range(MANY):
        number, rest = divmod(number, len(words))
        chosen.append(words[rest])
    return tuple(chosen)
