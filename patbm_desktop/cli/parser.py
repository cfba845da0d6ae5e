"""Reads the words of a command line, and says in Indonesian what it did not understand."""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from patbm_desktop.assets import table

NOT_UNDERSTOOD = 2

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name

_OF_ONE = re.compile(r"argument (?P<name>.+?): (?P<rest>.+)", re.DOTALL)


def in_indonesian(message: str) -> str:
    """Return what argparse said in English in Indonesian; what is not known stays as it is."""
    of_one = _OF_ONE.fullmatch(message)
    if of_one:
        return f"{of_one['name']}: {in_indonesian(of_one['rest'])}"
    rows = table("i18n/argparse.toml")["said"]
    found = ((re.fullmatch(row["english"], message, re.DOTALL), row["indonesian"]) for row in rows)
    return next((match.expand(words) for match, words in found if match), message)


class _Help(argparse.HelpFormatter):
    """Shows help under Indonesian headings."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Show how a command is typed."""
        super().add_usage(usage, actions, groups, "cara pakai: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Says what it did not understand, and how to ask for help."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"formatter_class": _Help, **settings}, add_help=False)
        self._positionals.title, self._optionals.title = "yang disebut", "pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        """Print the usage and end with status 2."""
        said = in_indonesian(message)
        self.exit(NOT_UNDERSTOOD, f"{self.format_usage()}{self.prog}: {said}\n")


def command(commands: "Commands[Parser]", name: str, what: str, more: str = "") -> Parser:
    """Add a command and return the reader of its words.

    `what` it does stands in the list of commands and, with `more`, at the head of its own help.
    """
    said = f"{what[0].upper()}{what[1:]}. {more}".strip()
    return commands.add_parser(name, help=what, description=said)
