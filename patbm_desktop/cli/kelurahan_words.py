"""Which words the commands of a kelurahan understand: joining, exchanging, deciding, erasing."""

from pathlib import Path

from patbm_desktop.cli import typed
from patbm_desktop.cli.parser import Commands, Parser, command
from patbm_desktop.domain.erasure import BASES, REASONS

REMOVE, ROLE, COMPANION, PACT = "remove", "role", "companion", "pact"
OUTSIDERS = "outsiders"
"""What ``patbm members`` does about a laptop."""

COORDINATOR, MEMBER = "koordinator", "anggota"
"""What ``patbm members role`` makes of a laptop."""

CODE12 = "dua belas huruf laptop itu, seperti di patbm members"


def add_membership(commands: "Commands[Parser]") -> None:
    """Add the commands about who belongs to a kelurahan, and what they wrote."""
    for add in (_invite, _join, _approve, _members, _held):
        add(commands)


def add_exchange(commands: "Commands[Parser]") -> None:
    """Add the commands by which notes travel, and those about what met on the way."""
    for add in (_sync, _receipt, _left, _conflicts):
        add(commands)


# -- who belongs -----------------------------------------------------------------------------


def _invite(commands: "Commands[Parser]") -> None:
    made = command(
        commands, "invite", "undang kader sebuah RT, atau koordinator lain",
        "Kodenya lima kelompok empat huruf, sekali pakai; bacakan, atau simpan ke file.",
    )  # fmt: skip
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument("--rt", type=typed.rt, metavar="NOMOR", help="misalnya 024")
    which.add_argument("--coordinator", action="store_true", help="koordinator lain")
    made.add_argument("--out", type=Path, metavar="FILE", help="simpan undangan ke file")


def _join(commands: "Commands[Parser]") -> None:
    made = command(
        commands, "join", "bergabung dengan kelurahan",
        "Yang keluar adalah dua belas huruf laptop ini, untuk dibacakan kepada koordinator. "
        "Koordinator pertama memakai delapan huruf dari pengurus server.",
    )  # fmt: skip
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--code", nargs="+", metavar="KODE", help="lima kelompok empat huruf dari koordinator"
    )
    which.add_argument("--file", type=Path, metavar="FILE", help="file undangan")
    made.add_argument(
        "--server", default="", metavar="ALAMAT", help="dari koordinator, disebut bersama --code"
    )
    made.add_argument("--rt", type=typed.rt, metavar="NOMOR", help="RT lain yang juga dilayani")
    made.add_argument(
        "--moved", action="store_true",
        help="RT ini pindah ke kelurahan itu, dengan semua catatannya; --rt nomornya di sana",
    )  # fmt: skip


def _approve(commands: "Commands[Parser]") -> None:
    made = command(
        commands, "approve", "terima laptop yang kodenya dibacakan",
        "Ketik kodenya setelah mendengar pemiliknya, bertatap muka atau lewat nomor yang dikenal.",
    )  # fmt: skip
    made.add_argument(
        "code", nargs="+", metavar="KODE12", help="dua belas huruf yang dibacakan pemiliknya"
    )
    _pact(made, required=False)
    made.add_argument("--coordinator", action="store_true", help="sebagai koordinator")
    made.add_argument("--companion", action="store_true", help="sebagai pendamping kasus")


def _pact(made: Parser, *, required: bool) -> None:
    made.add_argument(
        "--pact", type=typed.day, required=required, metavar="2026-11-21",
        help="tanggal pakta ditandatangani",
    )  # fmt: skip
    made.add_argument("--from-today", action="store_true", help="tanpa catatan rahasia sebelumnya")


def _members(commands: "Commands[Parser]") -> None:
    made = command(
        commands, "members", "siapa menunggu, siapa anggota; keluarkan laptop, ubah tugas",
        "Tanpa kata lain: daftar yang menunggu dan semua anggota dengan kode laptopnya.",
    )  # fmt: skip
    made.add_argument("--json", action="store_true", help="jawaban untuk mesin")
    acts = made.add_subparsers(dest="what", metavar="APA", title="perintah")
    for add in (_remove, _role, _companion, _date_pact, _outsiders):
        add(acts)


def _remove(acts: "Commands[Parser]") -> None:
    made = command(
        acts, REMOVE, "keluarkan laptop yang hilang atau anggota yang berhenti",
        "Kuncinya diganti, dan yang bisa dibuka laptop itu sampai sekarang disebut.",
    )  # fmt: skip
    made.add_argument("code", nargs="+", metavar="KODE12", help=CODE12)
    made.add_argument("--rt", type=typed.rt, metavar="NOMOR", help="dari satu RT saja")


def _role(acts: "Commands[Parser]") -> None:
    made = command(acts, ROLE, "jadikan koordinator, atau cabut tugas koordinator")
    made.add_argument(
        "role", choices=(COORDINATOR, MEMBER), metavar="TUGAS",
        help="koordinator atau anggota",
    )  # fmt: skip
    made.add_argument("code", nargs="+", metavar="KODE12", help=CODE12)


def _companion(acts: "Commands[Parser]") -> None:
    made = command(
        acts, COMPANION, "jadikan pendamping kasus, yang membaca catatan rahasia setiap RT"
    )
    made.add_argument("code", nargs="+", metavar="KODE12", help=CODE12)
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "--pact", type=typed.day, metavar="2026-11-21", help="tanggal pakta ditandatangani"
    )
    which.add_argument(
        "--end", action="store_true", help="cabut: catatan rahasia berikutnya tidak terbuka lagi"
    )
    made.add_argument("--from-today", action="store_true", help="tanpa catatan rahasia sebelumnya")


def _date_pact(acts: "Commands[Parser]") -> None:
    made = command(
        acts, PACT, "catat tanggal pakta, misalnya pakta seorang koordinator",
        "Koordinator dengan pakta bisa membuka laptop kader yang lupa kata sandinya.",
    )  # fmt: skip
    made.add_argument("code", nargs="+", metavar="KODE12", help=CODE12)
    made.add_argument(
        "--pact", type=typed.day, required=True, metavar="2026-11-21",
        help="tanggal pakta ditandatangani",
    )  # fmt: skip


def _outsiders(acts: "Commands[Parser]") -> None:
    made = command(
        acts, OUTSIDERS, "laptop kelurahan lain yang masih membaca RT yang pindah ke sini",
        "Tanpa pilihan: daftarnya.",
    )  # fmt: skip
    made.add_argument("--remove", action="store_true", help="keluarkan semuanya, ganti kuncinya")


def _held(commands: "Commands[Parser]") -> None:
    made = command(
        commands, "held", "catatan yang menunggu keputusan koordinator",
        "Misalnya dari laptop yang sudah keluar. Yang ditolak masih bisa diterima nanti.",
    )  # fmt: skip
    made.add_argument("what", nargs="?", choices=("accept", "refuse"), help="terima, atau tolak")
    made.add_argument("id", nargs="*", metavar="ID", help="awal dari id catatan; boleh beberapa")
    made.add_argument("--why", default="", metavar="TEKS", help="alasannya, dibaca semua anggota")
    made.add_argument("--json", action="store_true", help="jawaban untuk mesin")


# -- exchanging ------------------------------------------------------------------------------


def _sync(commands: "Commands[Parser]") -> None:
    made = command(commands, "sync", "kirim dan terima sekali lewat server")
    made.add_argument(
        "--server", default="", metavar="ALAMAT", help="pakai server ini mulai sekarang"
    )
    made.add_argument("--json", action="store_true", help="jawaban untuk mesin")


def _receipt(commands: "Commands[Parser]") -> None:
    made = command(
        commands, "receipt", "tanda terima kirim dan terima yang terakhir",
        "Tiga kata di belakang tiap nama sama di kedua laptop kalau catatannya sama.",
    )  # fmt: skip
    made.add_argument("--out", type=typed.pdf_target, metavar="FILE", help="simpan sebagai PDF")


def _left(commands: "Commands[Parser]") -> None:
    made = command(
        commands, "left", "RT dan kantor yang sudah ditinggalkan laptop ini",
        "Catatannya tetap di laptop ini sampai dihapus, paling cepat 30 hari setelah semua "
        "diterima.",
    )  # fmt: skip
    made.add_argument("--json", action="store_true", help="jawaban untuk mesin")
    acts = made.add_subparsers(dest="what", metavar="APA", title="perintah")
    gone = command(
        acts, "delete", "hapus dari laptop ini saja yang sudah boleh dihapus",
        "Koordinator dan RT tetap menyimpan semuanya.",
    )  # fmt: skip
    gone.add_argument("word", choices=("HAPUS",), metavar="HAPUS", help="ketik HAPUS")


def _conflicts(commands: "Commands[Parser]") -> None:
    made = command(commands, "conflicts", "catatan yang punya dua versi", "Dipilih di jendela.")
    made.add_argument("--json", action="store_true", help="jawaban untuk mesin")


def add_usb(commands: "Commands[Parser]") -> None:
    """Add the command for flash drives."""
    made = command(commands, "usb", "catatan lewat flashdisk, tanpa internet")
    ways = made.add_subparsers(dest="what", required=True, metavar="APA", title="perintah")
    save = command(ways, "save", "simpan semua catatan ke satu file, tetap terkunci")
    save.add_argument(
        "file", type=Path, nargs="?", metavar="FILE",
        help="file atau folder; kalau tidak disebut, satu-satunya flashdisk",
    )  # fmt: skip
    load = command(ways, "load", "masukkan file dari laptop lain", "Dua kali tidak apa-apa.")
    load.add_argument(
        "file", type=Path, metavar="FILE", help="file, atau folder: yang terbaru dari tiap laptop"
    )


# -- erasing ---------------------------------------------------------------------------------


def add_erase(commands: "Commands[Parser]") -> None:
    """Add the command that asks for a record to be erased, and carries it out."""
    made = command(commands, "erase", "hapus permanen: 14 hari terlihat semua anggota")
    acts = made.add_subparsers(dest="what", required=True, metavar="APA", title="perintah")
    for add in (_ask, _back, _do, _list, _certificate):
        add(acts)


def _ask(acts: "Commands[Parser]") -> None:
    made = command(
        acts, "ask", "minta sebuah catatan rahasia dihapus permanen",
        "Di laptop koordinator yang memegang kunci catatan itu.",
    )  # fmt: skip
    which = made.add_mutually_exclusive_group(required=True)
    which.add_argument("case", nargs="?", metavar="KODE", help="misalnya K-7QH2MD")
    which.add_argument("--rest", action="store_true", help="yang menyusul setelah penghapusan")
    made.add_argument("--reason", required=True, choices=REASONS, help="alasannya")
    made.add_argument("--basis", required=True, choices=BASES, help="dasarnya")


def _back(acts: "Commands[Parser]") -> None:
    made = command(
        acts, "back", "tarik kembali sebuah permintaan",
        "Di laptop koordinator mana pun di kelurahan itu, selama belum dilaksanakan.",
    )  # fmt: skip
    made.add_argument("request", metavar="KODE", help="awal kode permintaan")


def _do(acts: "Commands[Parser]") -> None:
    made = command(acts, "do", "laksanakan, di laptop arsip kantor kota")
    made.add_argument("request", metavar="KODE", help="awal kode permintaan")


def _list(acts: "Commands[Parser]") -> None:
    made = command(acts, "list", "permintaan yang terlihat semua anggota")
    made.add_argument("--json", action="store_true", help="jawaban untuk mesin")


def _certificate(acts: "Commands[Parser]") -> None:
    made = command(acts, "certificate", "berita acara penghapusan")
    made.add_argument("request", metavar="KODE", help="awal kode permintaan")
    made.add_argument("--out", type=typed.pdf_target, required=True, metavar="FILE")
