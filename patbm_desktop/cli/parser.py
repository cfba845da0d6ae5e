"""Reads the words of a command line, and says in Indonesian what it did not understand."""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

NOT_UNDERSTOOD = 2

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name

_IN_INDONESIAN = (
    (r"argument (.+?): (.+)", r"\1: {2}"),
    (r"the following arguments are required: (.+)", r"belum disebut: \1"),
    (r"one of the arguments (.+) is required", r"sebut salah satu dari \1"),
    (r"not allowed with argument (.+)", r"tidak bisa bersama \1"),
    (r"expected one argument", "sebut satu"),
    (r"expected at least one argument", "sebut sedikitnya satu"),
    (r"expected at most one argument", "sebut paling banyak satu"),
    (r"invalid choice: (.+) \(choose from (.+)\)", r"\1 tidak dikenal; pilih dari \2"),
    (r"unrecognized arguments: (.+)", r"tidak dikenal: \1"),
    (r"ambiguous option: (.+) could match (.+)", r"\1 bisa berarti \2"),
    (r"ignored explicit argument (.+)", r"tidak diikuti apa pun, juga tidak \1"),
)
"""What argparse says in English, and the same in the language of the program.

What a later Python words anew is shown as it comes.
"""


def in_indonesian(message: str) -> str:
    """Return what argparse said in English in Indonesian; what is not known stays as it is."""
    for pattern, said in _IN_INDONESIAN:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is None:
            continue
        if "{2}" in said:
            return f"{found[1]}: {in_indonesian(found[2])}"
        return found.expand(said)
    return message


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
