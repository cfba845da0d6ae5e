"""Where the command line gets a passphrase from: a file, or the keyboard, never an argument."""

import argparse
import getpass
import sys
from pathlib import Path

from patbm_desktop.domain.fault import Fault, Refusal

LONGEST = 4096
"""Bytes; a longer file is not one that holds a passphrase."""


def passphrase_of(options: argparse.Namespace, language: str) -> str:
    """Return the passphrase of this run.

    Raises:
        Fault: no file was named and nobody is at the keyboard, or the file cannot be read.
    """
    if options.passphrase_file:
        return _from_file(options.passphrase_file)
    if not sys.stdin or not sys.stdin.isatty():
        raise Fault(Refusal.PASSPHRASE_NEEDED)
    return getpass.getpass("Passphrase: " if language == "en" else "Kata sandi: ")


def _from_file(path: Path) -> str:
    try:
        with path.open("rb") as file:
            lines = file.read(LONGEST).decode("utf-8-sig").splitlines()
    except FileNotFoundError as error:
        raise Fault(Refusal.FILE_MISSING, name=path.name) from error
    except (OSError, UnicodeDecodeError) as error:
        raise Fault(Refusal.FILE_UNREADABLE, name=path.name) from error
    return lines[0] if lines else ""
