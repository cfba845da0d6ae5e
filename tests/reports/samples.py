"""Invented sheets for the tests of paper: no real person, no real neighbourhood."""

import struct
import zlib
from dataclasses import replace
from datetime import date, datetime

from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.domain.clock import WITA, Language
from patbm_desktop.domain.summary import SheetActivity
from patbm_desktop.reports.month import MonthSheet
from patbm_desktop.reports.paper import Letterhead, Paper, Printing, Rt, Titles

AT = datetime(2026, 11, 21, 20, 31, tzinfo=WITA)
RT = Rt("901", "Contoh", "Contoh Utara", "Kota Balikpapan")
TITLES = Titles("PPATBM", "Seksi PPA RT", "Ketua PPATBM")
KOP = Letterhead(
    (
        "RUKUN TETANGGA 901",
        "KELURAHAN CONTOH · KECAMATAN CONTOH UTARA · KOTA BALIKPAPAN",
    ),
    "Sekretariat: Balai RT, Jalan Contoh Nomor 1",
)


def printing(paper: Paper = "f4", language: Language = "id") -> Printing:
    """Return the circumstances every sample is printed in."""
    return Printing(AT, paper, language)


def held(day: int, **values: object) -> Activity:
    """Make an activity of October 2026."""
    known = {
        "ent": f"{day:032x}",
        "date": date(2026, 10, day),
        "program": "lautan_rt",
        "type": "kelas_pengasuhan",
        "topics": ("pengasuhan_positif",),
        "participants": Count4(3, 14, 0, 0),
        "disability": 0,
    }
    return Activity(**(known | values))  # type: ignore[arg-type]


def october() -> tuple[SheetActivity, ...]:
    """Return the month of the reference sheet: seven activities, one of them incomplete."""
    sessions = (
        SheetActivity(
            activity=held(
                3, disability=1, next_step="Jam bebas gawai disepakati",
                result="Warga sepakat jam bebas gawai pukul 18.00–20.00.",
            ),
            place_name="Balai RT", lead_name="Siti Rahmawati", lists=1,
        ),
        SheetActivity(
            activity=held(
                11, program="kampung_pustaka", type="kegiatan_anak", topics=("literasi_baca",),
                participants=Count4(1, 4, 7, 9), next_step="32 buku dari warga",
                result="Taman baca mendapat 32 buku; buka setiap Minggu pukul 09.00.",
            ),
            place_name="Taman baca", lead_name="Sri Nuraini", photos=3,
        ),
        SheetActivity(
            activity=held(
                14, program="ppatbm", type="sosialisasi", topics=("perundungan",),
                participants=Count4(6, 12, 4, 5), disability=1, speakers="guru BK",
                next_step="Materi dikirim ke sekolah",
            ),
            place_name="Langgar", lead_name="Siti Rahmawati", photos=4, lists=1,
        ),
        SheetActivity(
            activity=held(
                24, topics=("gawai_internet_aman",), participants=Count4(5, 16, 0, 0),
                next_step="Sesi khusus bapak bulan depan",
            ),
            place_name="Rumah Ketua RT", lead_name="Siti Rahmawati", photos=1, lists=1,
        ),
        SheetActivity(
            activity=held(
                28, program="posyandu_pkk", type="sosialisasi", topics=(), participants=None,
                disability=None,
            ),
            place_name="Posyandu", lead_name="Siti Rahmawati",
        ),
    )  # fmt: skip
    visits = tuple(
        SheetActivity(
            activity=held(
                day, program="ppatbm", type="kunjungan_rumah", participants=heads,
                result="Cerita yang tidak boleh tercetak", next_step="Langkah rahasia",
            ),
            place_name="Rumah rahasia", lead_name="Siti Rahmawati",
        )
        for day, heads in ((7, Count4(1, 1, 0, 0)), (19, Count4(0, 2, 0, 0)))
    )  # fmt: skip
    return sessions + visits


def month_sheet(**values: object) -> MonthSheet:
    """Return the reference month with `values` changed."""
    known = MonthSheet(
        rt=RT,
        month="2026-10",
        rows=october(),
        titles=TITLES,
        maker_name="Siti Rahmawati",
        head_name="Sugeng Prayitno",
        letterhead=KOP,
        plan=(
            "Lautan RT, pengasuhan positif: Sab, 7 Nov",
            "Forum Anak: Jum, 20 Nov",
            "Sosialisasi hak identitas anak, bersama kelurahan",
        ),
    )
    return replace(known, **values)  # type: ignore[arg-type]


def day(year: int, month: int, number: int) -> date:
    """Return a date."""
    return date(year, month, number)


def photo(width: int = 4, height: int = 3) -> bytes:
    """Return a small PNG of one grey."""
    rows = b"".join(b"\0" + b"\x99" * width for _ in range(height))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
            _chunk(b"IDAT", zlib.compress(rows)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
