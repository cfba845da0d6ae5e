"""Look through free text for what belongs in no open record: numbers and names of people (V4, R18).

It works offline, while somebody types, and only ever warns. Whoever asks brings the names and the
words; the patterns stand here.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from patbm_desktop.domain.reason import Hint
from patbm_desktop.domain.release import BUILD_DATE

PUBLIC_NUMBERS = frozenset({"08111129129"})
"""Numbers that everybody may know. Source: SAPA 129, national hotline, its WhatsApp number."""

SHORTEST_NAME = 3
"""Letters; a shorter name is an initial, which the rules allow."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What a stretch of a text looks like; ``text[start:end]`` is the stretch."""

    start: int
    end: int
    hint: Hint


def findings(
    text: str, names: Collection[str] = (), words: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Return what in `text` looks like it points at a person, in reading order.

    `names` are those the vault knows as children's. `words` tell of a case; one that ends in
    ``*`` stands for every word that begins so, and several words stand for themselves in a row.
    """
    tokens = _tokens(text)
    found = [
        *_identity_numbers(text),
        *_telephones(text),
        *_birth_dates(text),
        *_phrases(tokens, names, Hint.KNOWN_NAME),
        *_phrases(tokens, words, Hint.LOOKS_LIKE_A_CASE),
    ]
    return tuple(sorted(_outermost(found)))


def _outermost(found: Sequence[Finding]) -> Iterator[Finding]:
    for one in dict.fromkeys(found):
        covered = (
            other.start <= one.start
            and one.end <= other.end
            and other.end - other.start > one.end - one.start
            for other in found
        )
        if not any(covered):
            yield one


# -- numbers ---------------------------------------------------------------------------------

_SIXTEEN = re.compile(r"(?<![0-9])[0-9]{16}(?![0-9])")
_PARTED_SIXTEEN = re.compile(r"(?<![0-9])[0-9]{2,6}(?:([ ./-])[0-9]{2,6})(?:\1[0-9]{2,6}){0,6}")
_BORN_IN_IT = re.compile(
    r"[1-9][0-9]{5}(?:[04][1-9]|[1256][0-9]|[37][01])(?:0[1-9]|1[0-2])[0-9]{6}"
)
_TELEPHONE = re.compile(
    r"(?<![0-9+])(?:"
    r"(?:\+\s?62[ .-]?|62[ .-]?|0)8[0-9]{1,3}(?:[ .-]?[0-9]{2,5}){1,4}"  # mobile
    r"|\(?0[2-9][0-9]{1,2}\)?[ .-][0-9]{5,8}"  # a town's exchange
    r"|\+\s?62[ .-]?[2-7][0-9]{1,2}[ .-]?[0-9]{5,8}"
    r")(?![0-9])"
)
_MOBILE_FIGURES = range(9, 16)


def _identity_numbers(text: str) -> Iterator[Finding]:
    """Find sixteen figures in a row, or parted ones in which a day of birth can stand."""
    for found in _SIXTEEN.finditer(text):
        yield Finding(*found.span(), Hint.NATIONAL_ID)
    for found in _PARTED_SIXTEEN.finditer(text):
        if _BORN_IN_IT.fullmatch(_figures(found.group())):
            yield Finding(*found.span(), Hint.NATIONAL_ID)


def _telephones(text: str) -> Iterator[Finding]:
    for found in _TELEPHONE.finditer(text):
        figures = _figures(found.group())
        if len(figures) in _MOBILE_FIGURES and figures not in PUBLIC_NUMBERS:
            yield Finding(*found.span(), Hint.TELEPHONE)


def _figures(written: str) -> str:
    return "".join(sign for sign in written if sign.isdigit())


# -- days of birth ---------------------------------------------------------------------------

_NAMED_MONTH = (
    r"(?:jan|feb|peb|mar|apr|mei|may|jun|jul|agu|ags|aug|sep|okt|oct|nov|nop|des|dec)[a-z]*\.?"
)
_FULL_DATE = re.compile(
    rf"(?<![0-9./-])(?:(?:0?[1-9]|[12][0-9]|3[01])\s*[-/. ]\s*"
    rf"(?:0?[1-9]|1[0-2]|{_NAMED_MONTH})\s*[-/. ,]\s*(?P<year>(?:19|20)[0-9]{{2}})"
    r"|(?P<iso>(?:19|20)[0-9]{2})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))(?![0-9])",
    re.IGNORECASE,
)
_BIRTH = re.compile(r"\b(?:lahir\w*|kelahiran|ttl|born|birth\w*)\b[^0-9\n]{0,40}$", re.IGNORECASE)
_PAPER = re.compile(
    r"\b(?:sk|surat|nomor|no|uu|undang-undang|perda|perwali|perpres|permen\w*|peraturan|sejak"
    r"|since)\b[^\n]{0,40}$",
    re.IGNORECASE,
)
_LAST_BIRTH_YEAR = BUILD_DATE.year - 4
"""A day this long ago is nobody's session; without a word of birth, later ones are let be."""


def _birth_dates(text: str) -> Iterator[Finding]:
    for found in _FULL_DATE.finditer(text):
        before = text[max(0, found.start() - 60) : found.start()]
        year = int(found["year"] or found["iso"])
        if _BIRTH.search(before) or (year <= _LAST_BIRTH_YEAR and not _PAPER.search(before)):
            yield Finding(*found.span(), Hint.FULL_BIRTH_DATE)


# -- names and words -------------------------------------------------------------------------

_WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*\*?")


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str


_Phrases = dict[str, list[tuple[str, ...]]]
_KEY_LETTERS = 3


def _plain(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in parts if sign.isalpha() or sign == "*")


def _tokens(text: str) -> list[_Token]:
    return [_Token(*found.span(), _plain(found.group())) for found in _WORD.finditer(text)]


def _phrases(tokens: list[_Token], phrases: Collection[str], hint: Hint) -> Iterator[Finding]:
    index = _indexed(frozenset(phrases))
    for at, token in enumerate(tokens):
        for phrase in index.get(token.word[:_KEY_LETTERS], ()):
            run = tokens[at : at + len(phrase)]
            if len(run) == len(phrase) and all(map(_fits, phrase, run)):
                yield Finding(run[0].start, run[-1].end, hint)


def _fits(word: str, token: _Token) -> bool:
    return token.word.startswith(word[:-1]) if word.endswith("*") else token.word == word


@lru_cache(maxsize=8)
def _indexed(phrases: frozenset[str]) -> _Phrases:
    """Sort `phrases` by the first letters of their first word; initials alone are left out."""
    index: _Phrases = {}
    for phrase in phrases:
        words = tuple(_plain(found.group()) for found in _WORD.finditer(phrase))
        if words and any(len(word) >= SHORTEST_NAME for word in words):
            index.setdefault(words[0].rstrip("*")[:_KEY_LETTERS], []).append(words)
    return index
