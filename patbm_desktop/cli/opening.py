"""How a command comes to its vault, and in which language it speaks."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from patbm_desktop.actions.entrance import appearance, vault
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.cli.secret import passphrase_of
from patbm_desktop.domain.clock import SystemClock
from patbm_desktop.domain.fault import Fault, Refusal

DONE, REFUSED = 0, 1

Command = Callable[[argparse.Namespace], int]


def folder_of(options: argparse.Namespace) -> Path:
    """Return the vault's folder: the one named, else this account's own."""
    named: Path | None = options.vault
    return named or vault.default_folder()


def language_of(options: argparse.Namespace) -> str:
    """Return the language asked for, else the one chosen for this vault."""
    return options.language or appearance.read(folder_of(options)).language


def _opened(options: argparse.Namespace) -> Workspace:
    folder = folder_of(options)
    if not vault.exists(folder):
        raise Fault(Refusal.VAULT_MISSING)
    words = passphrase_of(options, language_of(options))
    ws = vault.open_vault(folder, None, words, SystemClock())
    ws.language = language_of(options)
    return ws


def with_vault(job: Callable[[Workspace, argparse.Namespace], int]) -> Command:
    """Return the command that opens the vault, does `job` with it, and closes it again."""

    def command(options: argparse.Namespace) -> int:
        ws = _opened(options)
        try:
            return job(ws, options)
        finally:
            ws.close()

    return command


def say(options: argparse.Namespace, indonesian: str, english: str) -> None:
    """Print a line in the language of this run."""
    print(english if language_of(options) == "en" else indonesian)


def tell(options: argparse.Namespace, indonesian: str, english: str) -> None:
    """Print a line that is about the answer and no part of it, where it spoils no file."""
    print(english if language_of(options) == "en" else indonesian, file=sys.stderr)
