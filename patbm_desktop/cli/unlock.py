"""``patbm unlock``: a forgotten passphrase, with a coordinator's help and a flash drive."""

import argparse
from pathlib import Path

from patbm_desktop.actions.entrance import passphrases, unlock_help, vault
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.cli.opening import DONE, folder_of, language_of, say, with_vault
from patbm_desktop.cli.parser import Commands, Parser, command
from patbm_desktop.cli.secret import passphrase_of
from patbm_desktop.domain.clock import SystemClock

ASK, ANSWER, OPEN = "ask", "answer", "open"


def add_unlock(commands: "Commands[Parser]") -> None:
    """Add the command for a forgotten passphrase."""
    made = command(commands, "unlock", "lupa kata sandi: dibuka dengan bantuan koordinator")
    acts = made.add_subparsers(dest="what", required=True, metavar="APA", title="perintah")
    for add in (_add_ask, _add_answer, _add_open):
        add(acts)


def _add_ask(acts: "Commands[Parser]") -> None:
    made = command(
        acts, ASK, "simpan permintaan ke file, dan tampilkan kodenya",
        "Di laptop yang terkunci. Bacakan kodenya kepada koordinator, langsung atau lewat nomor "
        "yang dikenal.",
    )  # fmt: skip
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument("file", type=Path, nargs="?", metavar="FILE", help="misalnya di flashdisk")
    which.add_argument("--cancel", action="store_true", help="batalkan permintaan yang menunggu")


def _add_answer(acts: "Commands[Parser]") -> None:
    made = command(
        acts, ANSWER, "lihat laptop siapa yang dibuka, lalu jawab",
        "Di laptop koordinator. Tanpa kode hanya ditampilkan; jawabannya tersimpan di sebelah "
        "permintaan.",
    )  # fmt: skip
    made.add_argument("file", type=Path, metavar="FILE", help="permintaan itu")
    made.add_argument(
        "code", nargs="*", metavar="KODE12", help="dua belas huruf yang dibacakan pemiliknya"
    )


def _add_open(acts: "Commands[Parser]") -> None:
    made = command(
        acts, OPEN, "buka dengan jawaban koordinator, dengan kata sandi baru",
        "Tanpa --passphrase-file kata sandi dibuat dan ditampilkan sekali.",
    )  # fmt: skip
    made.add_argument("file", type=Path, metavar="FILE", help="jawaban itu")


def unlock(options: argparse.Namespace) -> int:
    """Ask for help, give it, or take it."""
    acts = {ASK: _ask, ANSWER: with_vault(_answer), OPEN: _open}
    return acts[options.what](options)


def _ask(options: argparse.Namespace) -> int:
    folder = folder_of(options)
    if options.cancel:
        unlock_help.call_off(folder)
        say(options, "Permintaan dibatalkan. Jawabannya tidak membuka apa pun lagi.",
            "The request is called off. Its answer opens nothing any more.")  # fmt: skip
        return DONE
    code = unlock_help.ask(folder, options.file, SystemClock()).code
    print(options.file)
    say(options, f"Bacakan kode ini kepada koordinator: {code}",
        f"Read this code to the coordinator: {code}")  # fmt: skip
    return DONE


def _answer(ws: Workspace, options: argparse.Namespace) -> int:
    asking = unlock_help.look(ws, options.file)
    place = f", RT {asking.rt}" if asking.rt else ""
    say(options, f"Membuka laptop {asking.name}{place}.",
        f"Opens the laptop of {asking.name}{place}.")  # fmt: skip
    if not options.code:
        say(options, "Temui pemiliknya sendirian, atau telepon ke nomor yang dikenal. Lalu ulangi "
            "dengan kode yang ia bacakan.",
            "See its owner alone, or call a number you know. Then repeat this with the code that "
            "is read out.")  # fmt: skip
        return DONE
    print(unlock_help.answer(ws, options.file, " ".join(options.code)))
    return DONE


def _open(options: argparse.Namespace) -> int:
    folder = folder_of(options)
    drawn = "" if options.passphrase_file else passphrases.draw_passphrase()
    words = drawn or passphrase_of(options, language_of(options))
    opened = vault.open_with_help(folder, options.file, SystemClock())
    passphrases.change_passphrase(opened, words).close()
    say(options, f"Catatan di {folder} terbuka lagi, dengan kata sandi baru.",
        f"The notes in {folder} open again, with a new passphrase.")  # fmt: skip
    if drawn:
        say(options, f"Kata sandi, hafalkan sekarang: {drawn}",
            f"Passphrase, learn it now: {drawn}")  # fmt: skip
    return DONE
