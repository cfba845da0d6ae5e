"""`patbm-server`, and `python3 -m patbm_desktop.server`: the central server and its commands."""

import argparse
import sys
from pathlib import Path

if __name__ == "__main__":
    from patbm_desktop import bootstrap

    bootstrap.enter(bootstrap.SERVER)

LISTEN = "127.0.0.1:8790"


def main(argv: list[str] | None = None) -> int:
    """Do what the command line asks and return its exit status."""
    options = parser().parse_args(sys.argv[1:] if argv is None else argv)
    from patbm_desktop.server import commands  # noqa: PLC0415
    from patbm_desktop.server.backup import commands as backups  # noqa: PLC0415

    command = {
        "invite": commands.invite, "approve": commands.approve,
        "backup": backups.backup, "restore": backups.restore, "check": backups.check,
    }.get(options.command or "")  # fmt: skip
    return (command or commands.serve)(options)


def parser() -> argparse.ArgumentParser:
    """Return the words that the command understands."""
    whole = argparse.ArgumentParser(prog="patbm-server", description="Server pusat PATBM")
    whole.add_argument("--data", type=Path, default=None, help="folder data server")
    whole.add_argument("--listen", default=LISTEN, help="alamat, bawaan %(default)s")
    commands = whole.add_subparsers(dest="command")
    asked = commands.add_parser("invite", help="undang koordinator pertama sebuah kelurahan")
    asked.add_argument("--kelurahan", required=True, help="kode, misalnya 64.71.03.1001")
    typed = commands.add_parser("approve", help="terima koordinator pertama")
    typed.add_argument("code", nargs="+", help="dua belas huruf laptopnya, seperti dibacakan")
    saved = commands.add_parser("backup", help="simpan semuanya ke satu berkas")
    saved.add_argument("file", type=Path, help="berkas baru")
    back = commands.add_parser("restore", help="pulihkan dari berkas itu; hentikan server dahulu")
    back.add_argument("file", type=Path, help="berkas dari patbm-server backup")
    checked = commands.add_parser("check", help="periksa setiap rantai dan tanda tangan")
    for each in (asked, typed, saved, back, checked):
        each.add_argument("--data", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return whole


if __name__ == "__main__":
    sys.exit(main())
