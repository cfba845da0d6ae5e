"""What a person types after a word of the command line, read into what it means."""

import argparse
import re
from datetime import date
from pathlib import Path

SUFFIXES = (".pdf", ".png", ".xlsx")


def month(text: str) -> str:
    """Read a month such as ``2026-10``."""
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        raise argparse.ArgumentTypeError("bulan ditulis seperti 2026-10")
    return text


def day(text: str) -> date:
    """Read a day such as ``2026-11-21``."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("tanggal ditulis seperti 2026-11-21") from error


def rt(text: str) -> str:
    """Read the number of an RT; it comes back with three digits."""
    if not text.isascii() or not text.isdecimal() or not 0 < int(text) <= 999:
        raise argparse.ArgumentTypeError("nomor RT dari 1 sampai 999")
    return text.zfill(3)


def year(text: str) -> int:
    """Read a year such as ``2026``."""
    if not re.fullmatch(r"(19|20|21)\d\d", text):
        raise argparse.ArgumentTypeError("tahun ditulis seperti 2026")
    return int(text)


def count(text: str) -> int:
    """Read how many records are to be invented."""
    if not text.isdecimal() or int(text) > 200_000:
        raise argparse.ArgumentTypeError("angka dari 0 sampai 200000")
    return int(text)


def target(text: str) -> Path:
    """Read the name of a file that a sheet can be written to."""
    path = Path(text)
    if path.suffix.lower() not in SUFFIXES:
        raise argparse.ArgumentTypeError("nama file berakhir dengan .pdf, .png atau .xlsx")
    return path


def sheet_target(text: str) -> Path:
    """Read the name of a file for a sheet that is no table."""
    path = Path(text)
    if path.suffix.lower() not in (".pdf", ".png"):
        raise argparse.ArgumentTypeError("nama file berakhir dengan .pdf atau .png")
    return path


def pdf_target(text: str) -> Path:
    """Read the name of a file for a sheet that is printed."""
    path = Path(text)
    if path.suffix.lower() != ".pdf":
        raise argparse.ArgumentTypeError("nama file berakhir dengan .pdf")
    return path
