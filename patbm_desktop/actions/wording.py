"""The one place where a reason, a hint or a refusal becomes a sentence, in Indonesian or English.

The sentences stand in `resources/i18n/reasons.*.toml`, the labels of keys in `codes.*.toml`; the
window and the command line say the same. `language` is ``id`` or ``en`` everywhere.
"""

import re
from collections.abc import Mapping
from functools import cache

from patbm_desktop.assets import table
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.reading import spellings
from patbm_desktop.domain.reason import Hint, Reason

LANGUAGES = ("id", "en")

ADDRESS_WORDS = {"ibu": "Ibu", "bapak": "Bapak", "kakak": "Kakak"}
"""The word for each form of address; none for ``tanpa``."""

_FILLING = re.compile(r"%([a-z_]+)")
_SECTIONS = {Reason: "reason", Hint: "hint", Refusal: "refusal"}


def sentence(
    member: Reason | Hint | Refusal,
    language: str = "id",
    address: str | None = None,
    **facts: str | int,
) -> str:
    """Return what the program says for `member`.

    `address` is a key of `codes.ADDRESS_FORMS`, None for no form of address. A fact that is not
    given is gone without: another sentence stands ready.
    """
    section = table(f"i18n/reasons.{language}.toml")[_SECTIONS[type(member)]]
    written = section[member.value]
    return filled([written] if isinstance(written, str) else written, address, facts)


def fault_sentence(fault: Fault, language: str = "id", address: str | None = None) -> str:
    """Return what the program says for `fault`: what happened, what is safe, what to do."""
    return sentence(fault.refusal, language, address, **fault.facts)


def rule_words(
    key: str, language: str = "id", address: str | None = None, **facts: str | int
) -> str:
    """Return what a rule of safeguarding says under `key`, such as ``stop.title``."""
    section, _, name = key.partition(".")
    written = table(f"i18n/safeguard.{language}.toml")[section][name]
    return filled([written] if isinstance(written, str) else written, address, facts)


def filled(candidates: list[str], address: str | None, facts: Mapping[str, str | int]) -> str:
    """Return the first of `candidates` whose fillings are all known, filled in."""
    known = {name: str(value) for name, value in facts.items()}
    if address in ADDRESS_WORDS:
        known["sapaan"] = ADDRESS_WORDS[address]
    for candidate in candidates[:-1]:
        if fillings(candidate) <= set(known):
            return _FILLING.sub(lambda found: known[found[1]], candidate)
    return _FILLING.sub(lambda found: known.get(found[1], ""), candidates[-1])


def fillings(candidate: str) -> set[str]:
    """Return the names that `candidate` wants filled in: ``{"seconds"}``."""
    return set(_FILLING.findall(candidate))


@cache
def labels(codes: str, language: str = "id") -> Mapping[str, str]:
    """Return the label of every key of a code list: ``type``, ``topic``, ``partner``, ..."""
    found: Mapping[str, str] = table(f"i18n/codes.{language}.toml")[codes]
    return found


def label(codes: str, key: str, language: str = "id") -> str:
    """Return the label of one key of a code list, the key itself when it is of a newer release."""
    return labels(codes, language).get(key, key)


def column_label(column: str, language: str = "id") -> str:
    """Return the head of a sheet's column."""
    return label("column", column, language)


@cache
def code_spellings(codes: str) -> Mapping[str, str]:
    """Return which key of a code list each spelling means: keys, and labels in both languages."""
    tables = [table(f"i18n/codes.{language}.toml") for language in LANGUAGES]
    narrow = [each[f"{codes}_short"] for each in tables if f"{codes}_short" in each]
    return spellings(*narrow, *(each[codes] for each in tables))


@cache
def column_spellings() -> Mapping[str, str]:
    """Return which column each head means: its key, its labels, and other words for it."""
    others = table("words/column-words.toml")["column"]
    more = spellings(*({key: word} for key, words in others.items() for word in words))
    return {**more, **code_spellings("column")}


@cache
def case_words() -> frozenset[str]:
    """Return the words that tell of a case; `domain.plain_text.findings` takes them."""
    groups = table("words/case-words.toml").values()
    return frozenset(word for group in groups for word in group)
