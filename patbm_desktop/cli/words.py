"""Which words the command line understands."""

from pathlib import Path

from patbm_desktop.actions.demo import demo
from patbm_desktop.actions.papers.papers import Paper
from patbm_desktop.cli import typed
from patbm_desktop.cli.kelurahan_words import add_erase, add_exchange, add_membership, add_usb
from patbm_desktop.cli.parser import Commands, Parser, command
from patbm_desktop.cli.unlock import add_unlock
from patbm_desktop.domain.release import VERSION

REFERRAL, REMINDER, DO_NOT_CARD = "referral", "reminder", "do-not-card"
"""The sheets of a case."""


def parser() -> Parser:
    """Return the reader of the command line."""
    made = Parser(
        prog="patbm",
        description="PATBM Desktop: catatan kegiatan dan laporan bulanan kader perlindungan anak.",
        epilog="Tanpa perintah, jendela dibuka.",
    )
    made.add_argument("--version", action="version", version=f"patbm {VERSION}",
        help="tampilkan versi program",
    )  # fmt: skip
    made.add_argument("--vault", type=Path, metavar="DIR", help="folder catatan")
    made.add_argument(
        "--passphrase-file", type=Path, metavar="F", help="file yang baris pertamanya kata sandi"
    )
    made.add_argument("--language", choices=("id", "en"), help="bahasa lembar dan kalimat")
    commands = made.add_subparsers(dest="command", metavar="PERINTAH", title="perintah")
    for add in (
        _demo,
        _init,
        add_membership,
        _import,
        _list,
        add_exchange,
        _report,
        _backup,
        _restore,
        add_usb,
        add_unlock,
        add_erase,
        _doctor,
    ):
        add(commands)
    return made


def _demo(commands: "Commands[Parser]") -> None:
    made = command(commands, "demo", "coba dengan catatan rekaan di folder sementara")
    made.add_argument(
        "--records", type=typed.count, default=demo.RECORDS, metavar="N", help="banyaknya rekaan"
    )
    made.add_argument("--shots", type=Path, metavar="DIR", help="gambar setiap halaman, lalu tutup")


def _init(commands: "Commands[Parser]") -> None:
    made = command(
        commands, "init", "buat catatan untuk satu RT, kelurahan, atau arsip",
        "Tanpa --passphrase-file kata sandi dibuat dan ditampilkan sekali.",
    )  # fmt: skip
    made.add_argument("--kelurahan", metavar="KODE", help="misalnya 64.71.03.1001")
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument("--rt", metavar="NOMOR", help="misalnya 024")
    which.add_argument("--coordinator", action="store_true", help="untuk koordinator kelurahan")
    which.add_argument("--arsip", action="store_true", help="untuk laptop arsip kantor kota")
    made.add_argument("--name", metavar="NAMA", help="nama lengkap, untuk laporan")
    made.add_argument("--call-name", default="", metavar="NAMA", help="panggilan, untuk layar")
    made.add_argument(
        "--address-form", default="tanpa", choices=("ibu", "bapak", "kakak", "tanpa"),
        help="sapaan di layar",
    )  # fmt: skip


def _import(commands: "Commands[Parser]") -> None:
    made = command(commands, "import", "masukkan lembar kegiatan (CSV atau XLSX)")
    made.add_argument("file", type=Path, metavar="FILE")
    made.add_argument(
        "--dry-run", action="store_true", help="periksa saja, tidak ada yang disimpan"
    )
    made.add_argument("--json", action="store_true", help="jawaban untuk mesin")


def _list(commands: "Commands[Parser]") -> None:
    made = command(commands, "list", "daftar catatan")
    kinds = made.add_subparsers(dest="what", required=True, metavar="APA", title="perintah")
    activities = command(kinds, "activities", "kegiatan, terbaru dahulu")
    activities.add_argument("--month", type=typed.month, metavar="2026-10")
    activities.add_argument("--search", default="", metavar="KATA", help="kata yang dicari")
    activities.add_argument("--json", action="store_true", help="jawaban untuk mesin")
    cases = command(kinds, "cases", "catatan rahasia: kode, tingkat, status, tanggal")
    cases.add_argument("--json", action="store_true", help="jawaban untuk mesin")


def _report(commands: "Commands[Parser]") -> None:
    made = command(commands, "report", "buat lembar (PDF, PNG atau XLSX)")
    papers = made.add_subparsers(dest="paper", required=True, metavar="LEMBAR", title="lembar")
    for paper in Paper:
        one = papers.add_parser(paper.value)
        one.add_argument("--out", type=typed.target, required=True, metavar="FILE")
        one.add_argument("--paper", dest="size", choices=("a4", "f4"), help="ukuran kertas")
        if paper is Paper.MONTH:
            one.add_argument("--month", type=typed.month, required=True, metavar="2026-10")
            one.add_argument("--photos", action="store_true", help="dengan foto yang boleh tampil")
            one.add_argument("--no-results", action="store_true", help="tanpa hasil dan catatan")
        if paper in (Paper.SESSION, Paper.PACK):
            one.add_argument("--activity", required=True, metavar="ID")
        if paper is Paper.ATTENDANCE_SHEET:
            one.add_argument("--activity", default="", metavar="ID")
        if paper is Paper.WORK_SHEET:
            one.add_argument("--year", type=typed.year, required=True, metavar="2026")
    for add in (_referral, _reminder, _do_not_card):
        add(papers)


def _referral(papers: "Commands[Parser]") -> None:
    made = command(papers, REFERRAL, "surat rujukan, satu-satunya lembar dengan nama")
    made.add_argument("--out", type=typed.pdf_target, required=True, metavar="FILE")
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument("--case", default="", metavar="KODE", help="misalnya K-7QH2MD")
    which.add_argument("--blank", action="store_true", help="surat kosong, diisi tangan")


def _reminder(papers: "Commands[Parser]") -> None:
    made = command(papers, REMINDER, "pengingat: kode dan tanggal saja")
    made.add_argument("--out", type=typed.sheet_target, required=True, metavar="FILE")
    made.add_argument("--case", required=True, metavar="KODE", help="misalnya K-7QH2MD")


def _do_not_card(papers: "Commands[Parser]") -> None:
    made = command(papers, DO_NOT_CARD, "kartu: yang membantu dan yang jangan")
    made.add_argument("--out", type=typed.sheet_target, required=True, metavar="FILE")


def _backup(commands: "Commands[Parser]") -> None:
    made = command(commands, "backup", "salin semua catatan ke satu file, tetap terkunci")
    made.add_argument("file", type=Path, metavar="FILE")


def _restore(commands: "Commands[Parser]") -> None:
    made = command(commands, "restore", "ambil catatan dari cadangan; yang baru tidak hilang")
    made.add_argument("file", type=Path, metavar="FILE")


def _doctor(commands: "Commands[Parser]") -> None:
    made = command(commands, "doctor", "periksa keutuhan catatan")
    made.add_argument("--json", action="store_true", help="jawaban untuk mesin")
