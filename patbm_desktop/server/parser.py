"""The words that `patbm-server` understands, told in Indonesian.

The command line of the laptop does the same with the same table, `i18n/argparse.toml`; the two
programs share their resources and no command.
"""

import argparse
import re
from pathlib import Path
from typing import Any, NoReturn

from patbm_desktop.assets import table

LISTEN = "127.0.0.1:8790"
NOT_UNDERSTOOD = 2

_OF_ONE = re.compile(r"argument (?P<name>.+?): (?P<rest>.+)", re.DOTALL)


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line."""
    whole = _Parser(prog="patbm-server", description="Server pusat PATBM; tanpa perintah, melayani")
    whole.add_argument("--data", metavar="FOLDER", type=Path, help="folder data server")
    whole.add_argument(
        "--listen", metavar="ALAMAT", default=LISTEN, help="alamat, bawaan %(default)s"
    )
    commands = whole.add_subparsers(dest="command", metavar="PERINTAH", title="perintah")
    asked = commands.add_parser("invite", help="undang koordinator pertama sebuah kelurahan")
    asked.add_argument(
        "--kelurahan", metavar="KODE", required=True, help="kode, misalnya 64.71.03.1001"
    )
    typed = commands.add_parser("approve", help="terima koordinator pertama")
    typed.add_argument(
        "code", metavar="KODE12", nargs="+", help="dua belas huruf laptopnya, seperti dibacakan"
    )
    saved = commands.add_parser("backup", help="simpan semuanya ke satu berkas")
    saved.add_argument("file", metavar="BERKAS", type=Path, help="berkas baru")
    back = commands.add_parser("restore", help="pulihkan dari berkas itu; hentikan server dahulu")
    back.add_argument("file", metavar="BERKAS", type=Path, help="berkas dari patbm-server backup")
    checked = commands.add_parser("check", help="periksa setiap rantai dan tanda tangan")
    moved = commands.add_parser("rehome", help="pindahkan ruang satu RT ke kelurahan lain")
    which = moved.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--space", metavar="RUANG", help="nomor ruang, seperti di patbm-server check"
    )
    which.add_argument("--rt", metavar="RT", help="nomor RT di kelurahan lama; juga perlu --from")
    moved.add_argument("--from", dest="source", metavar="KODE", help="kelurahan lama RT itu")
    moved.add_argument("--kelurahan", metavar="KODE", required=True, help="kelurahan baru")
    for each in (asked, typed, saved, back, checked, moved):
        each.add_argument("--data", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return whole


def said_of(message: str) -> str:
    """Return what argparse said in English in Indonesian; what is not known stays as it is."""
    of_one = _OF_ONE.fullmatch(message)
    if of_one:
        return f"{of_one['name']}: {said_of(of_one['rest'])}"
    rows = table("i18n/argparse.toml")["said"]
    found = ((re.fullmatch(row["english"], message, re.DOTALL), row["indonesian"]) for row in rows)
    return next((match.expand(words) for match, words in found if match), message)


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "cara pakai: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, formatter_class=_Help, add_help=False)
        self._positionals.title, self._optionals.title = "yang disebut", "pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        self.exit(NOT_UNDERSTOOD, f"{self.format_usage()}{self.prog}: {said_of(message)}\n")
