"""The words of paper: labels of code lists, fixed sentences, and text that cannot break a page."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from patbm_desktop.assets import table
from patbm_desktop.domain.clock import Language

NOT_GIVEN = "–"
"""What stands where nobody filled anything in; it never means 0."""

LONGEST_WORD = 28
"""Letters after which a word may be broken, so that it never runs out of a column."""

_BREAK = "\u200b"
_KEPT = "\n\u200c\u200d"


def words(language: Language, part: str) -> Mapping[str, Any]:
    """Return the sentences of one sheet: a table of `resources/reports/labels.*.toml`."""
    found: Mapping[str, Any] = table(f"reports/labels.{language}.toml")[part]
    return found


def counted(said: Mapping[str, Any], key: str, count: int) -> str:
    """Return the sentence `key` of `said` for `count` things; English has a form for one."""
    return str(said[f"{key}_one" if count == 1 else key])


def code_label(language: Language, codes: str, key: str | None) -> str:
    """Return the label of `key` in the code list `codes`; a dash for none, an unknown key as is.

    A key can be unknown here when a newer release wrote the record.
    """
    if not key:
        return NOT_GIVEN
    return str(table(f"i18n/codes.{language}.toml")[codes].get(key, key))


def topics_label(language: Language, topics: Iterable[str]) -> str:
    """Return the first three topics and how many more there are: ``A, B, C +2``."""
    labels = [code_label(language, "topic", key) for key in topics]
    more = f" +{len(labels) - 3}" if len(labels) > 3 else ""
    return (", ".join(labels[:3]) + more) if labels else NOT_GIVEN


def plain(text: str | None) -> str:
    """Return `text` as paper can bear it: one line, no control characters, no endless word."""
    return " ".join(_breakable(word) for word in clean(text).split())


def clean(text: str | None) -> str:
    """Return `text` without control and direction characters; line ends stay."""
    spaced = (text or "").replace("\r\n", "\n").replace("\t", " ").replace("\r", "\n")
    return "".join(
        each for each in spaced if each in _KEPT or not unicodedata.category(each).startswith("C")
    )


def _breakable(word: str) -> str:
    if len(word) <= LONGEST_WORD:
        return word
    pieces = range(0, len(word), LONGEST_WORD)
    return _BREAK.join(word[start : start + LONGEST_WORD] for start in pieces)


def shortened(text: str, longest: int) -> str:
    """Return the first sentence of `text`, cut at a word with an ellipsis beyond `longest`."""
    return cut(text.partition(". ")[0].removesuffix("."), longest)


def cut(text: str, longest: int) -> str:
    """Return `text`, cut at a word with an ellipsis when it has more than `longest` letters."""
    if len(text) <= longest:
        return text
    head = text[:longest]
    return f"{head.rpartition(' ')[0] or head}…"
