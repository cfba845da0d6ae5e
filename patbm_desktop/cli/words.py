"""Which words the command line understands."""

import argparse
import re
from datetime import date
from pathlib import Path
from typing import NoReturn

from patbm_desktop.actions import demo, erasing
from patbm_desktop.actions.papers import Paper
from patbm_desktop.domain.release import VERSION

NOT_UNDERSTOOD = 2
REFERRAL, REMINDER, DO_NOT_CARD = "referral", "reminder", "do-not-card"
"""The sheets of a case."""

SUFFIXES = (".pdf", ".png", ".xlsx")


class Parser(argparse.ArgumentParser):
    """Says what it did not understand, and how to ask for help."""

    def error(self, message: str) -> NoReturn:
        """Print the usage and end with status 2."""
        self.exit(NOT_UNDERSTOOD, f"{self.format_usage()}{self.prog}: {message}\n")


def parser() -> Parser:
    """Return the reader of the command line."""
    made = Parser(
        prog="patbm",
        description="PATBM Desktop: catatan kegiatan dan laporan bulanan kader perlindungan anak.",
        epilog="Tanpa perintah, jendela dibuka.",
    )
    made.add_argument("--version", action="version", version=f"patbm {VERSION}")
    made.add_argument("--vault", type=Path, metavar="DIR", help="folder catatan")
    made.add_argument(
        "--passphrase-file", type=Path, metavar="F", help="file yang baris pertamanya kata sandi"
    )
    made.add_argument("--language", choices=("id", "en"), help="bahasa lembar dan kalimat")
    commands = made.add_subparsers(dest="command", metavar="PERINTAH")
    for add in (
        _demo,
        _init,
        _membership,
        _import,
        _list,
        _sync,
        _receipt,
        _conflicts,
        _report,
        _backup,
        _restore,
        _usb,
        _erase,
        _doctor,
    ):
        add(commands)
    return made


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name


def _demo(commands: "Commands[Parser]") -> None:
    made = commands.add_parser("demo", help="coba dengan catatan rekaan di folder sementara")
    made.add_argument(
        "--records", type=_count, default=demo.RECORDS, metavar="N", help="banyaknya rekaan"
    )
    made.add_argument("--shots", type=Path, metavar="DIR", help="gambar setiap halaman, lalu tutup")


def _init(commands: "Commands[Parser]") -> None:
    made = commands.add_parser("init", help="buat catatan untuk satu RT, kelurahan, atau arsip")
    made.add_argument("--kelurahan", metavar="KODE", help="misalnya 64.71.03.1001")
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument("--rt", metavar="NOMOR", help="misalnya 024")
    which.add_argument("--coordinator", action="store_true", help="untuk koordinator kelurahan")
    which.add_argument("--arsip", action="store_true", help="untuk laptop arsip kantor kota")
    made.add_argument("--name", metavar="NAMA", help="nama lengkap, untuk laporan")
    made.add_argument("--call-name", default="", metavar="NAMA", help="panggilan, untuk layar")
    made.add_argument("--address-form", default="tanpa", choices=("ibu", "bapak", "kakak", "tanpa"))


def _import(commands: "Commands[Parser]") -> None:
    made = commands.add_parser("import", help="masukkan lembar kegiatan (CSV atau XLSX)")
    made.add_argument("file", type=Path, metavar="FILE")
    made.add_argument(
        "--dry-run", action="store_true", help="periksa saja, tidak ada yang disimpan"
    )
    made.add_argument("--json", action="store_true", help="jawaban untuk mesin")


def _list(commands: "Commands[Parser]") -> None:
    made = commands.add_parser("list", help="daftar catatan")
    kinds = made.add_subparsers(dest="what", required=True, metavar="APA")
    activities = kinds.add_parser("activities", help="kegiatan, terbaru dahulu")
    activities.add_argument("--month", type=_month, metavar="2026-10")
    activities.add_argument("--search", default="", metavar="KATA")
    activities.add_argument("--json", action="store_true", help="jawaban untuk mesin")
    cases = kinds.add_parser("cases", help="catatan rahasia: kode, tingkat, status, tanggal")
    cases.add_argument("--json", action="store_true", help="jawaban untuk mesin")


def _membership(commands: "Commands[Parser]") -> None:
    for add in (_invite, _join, _approve, _members, _held):
        add(commands)


def _invite(commands: "Commands[Parser]") -> None:
    made = commands.add_parser("invite", help="undang kader sebuah RT, atau koordinator lain")
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument("--rt", type=_rt, metavar="NOMOR", help="misalnya 024")
    which.add_argument("--coordinator", action="store_true", help="koordinator lain")
    made.add_argument("--out", type=Path, metavar="FILE", help="simpan undangan ke file")


def _join(commands: "Commands[Parser]") -> None:
    made = commands.add_parser("join", help="bergabung dengan kelurahan")
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--code", nargs="+", metavar="KODE", help="lima kelompok empat huruf dari koordinator"
    )
    which.add_argument("--file", type=Path, metavar="FILE", help="file undangan")
    made.add_argument("--server", default="", metavar="ALAMAT")
    made.add_argument("--rt", type=_rt, metavar="NOMOR", help="RT lain yang juga dilayani")


def _approve(commands: "Commands[Parser]") -> None:
    made = commands.add_parser("approve", help="terima laptop yang kodenya dibacakan")
    made.add_argument(
        "code", nargs="+", metavar="KODE12", help="dua belas huruf yang dibacakan pemiliknya"
    )
    made.add_argument(
        "--pact", type=_day, metavar="2026-11-21", help="tanggal pakta ditandatangani"
    )
    made.add_argument("--from-today", action="store_true", help="tanpa catatan rahasia sebelumnya")
    made.add_argument("--coordinator", action="store_true", help="sebagai koordinator")
    made.add_argument("--companion", action="store_true", help="sebagai pendamping kasus")


def _members(commands: "Commands[Parser]") -> None:
    made = commands.add_parser("members", help="siapa menunggu, siapa anggota")
    made.add_argument("--json", action="store_true", help="jawaban untuk mesin")


def _held(commands: "Commands[Parser]") -> None:
    made = commands.add_parser("held", help="catatan yang menunggu keputusan koordinator")
    made.add_argument("what", nargs="?", choices=("accept", "refuse"))
    made.add_argument("id", nargs="?", default="", metavar="ID", help="awal dari id catatan")
    made.add_argument("--why", default="", metavar="TEKS", help="alasannya, dibaca semua anggota")
    made.add_argument("--json", action="store_true", help="jawaban untuk mesin")


def _sync(commands: "Commands[Parser]") -> None:
    made = commands.add_parser("sync", help="kirim dan terima sekali lewat server")
    made.add_argument("--json", action="store_true", help="jawaban untuk mesin")


def _receipt(commands: "Commands[Parser]") -> None:
    made = commands.add_parser("receipt", help="tanda terima kirim dan terima yang terakhir")
    made.add_argument("--out", type=_pdf_target, metavar="FILE", help="simpan sebagai PDF")


def _conflicts(commands: "Commands[Parser]") -> None:
    made = commands.add_parser("conflicts", help="catatan yang punya dua versi")
    made.add_argument("--json", action="store_true", help="jawaban untuk mesin")


def _report(commands: "Commands[Parser]") -> None:
    made = commands.add_parser("report", help="buat lembar (PDF, PNG atau XLSX)")
    papers = made.add_subparsers(dest="paper", required=True, metavar="LEMBAR")
    for paper in Paper:
        one = papers.add_parser(paper.value)
        one.add_argument("--out", type=_target, required=True, metavar="FILE")
        one.add_argument("--paper", dest="size", choices=("a4", "f4"), help="ukuran kertas")
        if paper is Paper.MONTH:
            one.add_argument("--month", type=_month, required=True, metavar="2026-10")
            one.add_argument("--photos", action="store_true", help="dengan foto yang boleh tampil")
            one.add_argument("--no-results", action="store_true", help="tanpa hasil dan catatan")
        if paper in (Paper.SESSION, Paper.PACK):
            one.add_argument("--activity", required=True, metavar="ID")
        if paper is Paper.ATTENDANCE_SHEET:
            one.add_argument("--activity", default="", metavar="ID")
        if paper is Paper.WORK_SHEET:
            one.add_argument("--year", type=_year, required=True, metavar="2026")
    for add in (_referral, _reminder, _do_not_card):
        add(papers)


def _referral(papers: "Commands[Parser]") -> None:
    made = papers.add_parser(REFERRAL, help="surat rujukan, satu-satunya lembar dengan nama")
    made.add_argument("--out", type=_pdf_target, required=True, metavar="FILE")
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument("--case", default="", metavar="KODE", help="misalnya K-7QH2MD")
    which.add_argument("--blank", action="store_true", help="surat kosong, diisi tangan")


def _reminder(papers: "Commands[Parser]") -> None:
    made = papers.add_parser(REMINDER, help="pengingat: kode dan tanggal saja")
    made.add_argument("--out", type=_sheet_target, required=True, metavar="FILE")
    made.add_argument("--case", required=True, metavar="KODE", help="misalnya K-7QH2MD")


def _do_not_card(papers: "Commands[Parser]") -> None:
    made = papers.add_parser(DO_NOT_CARD, help="kartu: yang membantu dan yang jangan")
    made.add_argument("--out", type=_sheet_target, required=True, metavar="FILE")


def _backup(commands: "Commands[Parser]") -> None:
    made = commands.add_parser("backup", help="salin semua catatan ke satu file, tetap terkunci")
    made.add_argument("file", type=Path, metavar="FILE")


def _restore(commands: "Commands[Parser]") -> None:
    made = commands.add_parser(
        "restore", help="ambil catatan dari cadangan; yang baru tidak hilang"
    )
    made.add_argument("file", type=Path, metavar="FILE")


def _usb(commands: "Commands[Parser]") -> None:
    made = commands.add_parser("usb", help="catatan lewat flashdisk, tanpa internet")
    ways = made.add_subparsers(dest="what", required=True, metavar="APA")
    save = ways.add_parser("save", help="simpan semua catatan ke satu file, tetap terkunci")
    save.add_argument("file", type=Path, nargs="?", metavar="FILE", help="biasanya flashdisk")
    load = ways.add_parser("load", help="masukkan file dari laptop lain")
    load.add_argument("file", type=Path, metavar="FILE")


def _erase(commands: "Commands[Parser]") -> None:
    made = commands.add_parser("erase", help="hapus permanen: 14 hari terlihat semua anggota")
    acts = made.add_subparsers(dest="what", required=True, metavar="APA")
    ask = acts.add_parser("ask", help="minta sebuah catatan rahasia dihapus permanen")
    which = ask.add_mutually_exclusive_group(required=True)
    which.add_argument("case", nargs="?", metavar="KODE", help="misalnya K-7QH2MD")
    which.add_argument("--rest", action="store_true", help="yang menyusul setelah penghapusan")
    ask.add_argument("--reason", required=True, choices=erasing.REASONS, help="alasannya")
    ask.add_argument("--basis", required=True, choices=erasing.BASES, help="dasarnya")
    do = acts.add_parser("do", help="laksanakan, di laptop arsip kantor kota")
    do.add_argument("request", metavar="KODE", help="awal kode permintaan")
    listing = acts.add_parser("list", help="permintaan yang terlihat semua anggota")
    listing.add_argument("--server", default="", metavar="ALAMAT", help="untuk laptop arsip")
    listing.add_argument("--json", action="store_true", help="jawaban untuk mesin")
    paper = acts.add_parser("certificate", help="berita acara penghapusan")
    paper.add_argument("request", metavar="KODE", help="awal kode permintaan")
    paper.add_argument("--out", type=_pdf_target, required=True, metavar="FILE")


def _doctor(commands: "Commands[Parser]") -> None:
    made = commands.add_parser("doctor", help="periksa keutuhan catatan")
    made.add_argument("--json", action="store_true", help="jawaban untuk mesin")


def _month(text: str) -> str:
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        raise argparse.ArgumentTypeError("bulan ditulis seperti 2026-10")
    return text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("tanggal ditulis seperti 2026-11-21") from error


def _rt(text: str) -> str:
    if not text.isascii() or not text.isdecimal() or not 0 < int(text) <= 999:
        raise argparse.ArgumentTypeError("nomor RT dari 1 sampai 999")
    return text.zfill(3)


def _year(text: str) -> int:
    if not re.fullmatch(r"(19|20|21)\d\d", text):
        raise argparse.ArgumentTypeError("tahun ditulis seperti 2026")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) > 200_000:
        raise argparse.ArgumentTypeError("angka dari 0 sampai 200000")
    return int(text)


def _target(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in SUFFIXES:
        raise argparse.ArgumentTypeError("nama file berakhir dengan .pdf, .png atau .xlsx")
    return path


def _sheet_target(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in (".pdf", ".png"):
        raise argparse.ArgumentTypeError("nama file berakhir dengan .pdf atau .png")
    return path


def _pdf_target(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() != ".pdf":
        raise argparse.ArgumentTypeError("nama file berakhir dengan .pdf")
    return path
