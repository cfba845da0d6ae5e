"""A throw-away vault with invented work in it: eight worries, twelve known sessions, a year.

All of it stands in RT 901 of Kelurahan Contoh, which does not exist. No name is a real person's.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from patbm_desktop.actions.activities import activities, activity_list
from patbm_desktop.actions.activities.activity_list import Query
from patbm_desktop.actions.demo import demo_cases
from patbm_desktop.actions.entrance import new_vault
from patbm_desktop.actions.entrance.new_vault import Profile
from patbm_desktop.actions.opened.changes import Edit
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import month
from patbm_desktop.actions.rt import people
from patbm_desktop.actions.spreadsheets import importing, ledger
from patbm_desktop.assets import asset
from patbm_desktop.domain import ids
from patbm_desktop.domain.activity import Activity, Count4, outcome_of, to_values
from patbm_desktop.domain.clock import Clock
from patbm_desktop.domain.record import present
from patbm_desktop.domain.summary import month_of, months_later
from patbm_desktop.store.housekeeping import housekeep

PASSPHRASE = "perahu kuning pagi"
SAMPLE = "demo/kegiatan.csv"
SEED = 20261121
RECORDS = 60
"""How many activities are invented when nobody says otherwise: some five a month."""
BATCH = 200
PROFILE = Profile(
    name="Siti Rahmawati",
    call_name="Rahmawati",
    address_form="ibu",
    sex="P",
    kelurahan_code="64.71.99.1001",
    rt_number="901",
    region="contoh",
)

_KINDS = (
    ("lautan_rt", "kelas_pengasuhan", ("pengasuhan_positif", "gawai_internet_aman"), "dewasa"),
    ("ppatbm", "sosialisasi", ("identitas_anak", "perundungan"), "dewasa"),
    ("posyandu_pkk", "sosialisasi", ("kesehatan_gizi_stunting", "hak_anak"), "dewasa"),
    ("kampung_pustaka", "kegiatan_anak", ("literasi_baca",), "anak"),
    ("forum_anak", "kegiatan_anak", ("hak_anak", "perundungan"), "anak"),
    ("ppatbm", "rapat_koordinasi", ("cara_melapor",), "dewasa"),
    ("ppatbm", "kunjungan_rumah", ("pengasuhan_positif",), "kecil"),
)
_PLACES = ("Balai RT", "Posyandu Melati", "Taman baca", "Langgar", "Lapangan voli RT")
_LEADS = ("Sri Nuraini", "Wahyu Pratama")
_RESULTS = (
    "Warga sepakat jam bebas gawai pukul 18.00 sampai 20.00.",
    "Taman baca mendapat buku dari warga dan buka setiap Minggu pagi.",
    "Peserta ingin sesi lanjutan untuk bapak-bapak.",
    "Materi ditempel di papan pengumuman balai RT.",
    "Anak-anak mengusulkan jam belajar malam bersama.",
)
_NEXT = ("Sesi khusus bapak bulan depan", "Materi dikirim ke sekolah", "Jadwal dibahas di rapat RT")


def make(folder: Path, clock: Clock, *, records: int = RECORDS) -> Workspace:
    """Make the demo's vault in `folder`, which must hold none, and return it open.

    `records` is how many invented activities stand beside the twelve of the sample.

    Raises:
        Fault: there is a vault in `folder` already, or the disk refused.
    """
    ws = new_vault.make(folder, PROFILE, PASSPHRASE, clock)
    demo_cases.bring_cases(ws)
    people.set_head_of_rt(ws, "Sugeng Prayitno")
    bring_sample(ws)
    _invent(ws, records)
    _plan_and_leave_open(ws)
    while housekeep(ws.db, ws.lens, 200):
        pass
    return ws


def bring_sample(ws: Workspace) -> importing.Outcome:
    """Take in the twelve sessions of the sample sheet, all as of the vault's own RT."""
    rules = ledger.rules_of(ws, carry=True)
    found = importing.read_file(asset(SAMPLE), rules)
    return importing.bring_in(found, rules, ledger.VaultLedger(ws))


def _invent(ws: Workspace, records: int) -> None:
    chance = random.Random(SEED)  # noqa: S311 - the same invented year every time
    places = _named(ws, people.place_edit, _PLACES)
    leads = [ws.person, *_named(ws, people.person_edit, _LEADS)]
    edits = [_edit(each) for each in _year(chance, ws, records, places, leads)]
    for at in range(0, len(edits), BATCH):
        ws.write(edits[at : at + BATCH])


def _named(
    ws: Workspace,
    make_edit: Callable[[Workspace, str], tuple[str, tuple[Edit, ...]]],
    wanted: tuple[str, ...],
) -> list[str]:
    found = [make_edit(ws, name) for name in wanted]
    ws.write([edit for _, edits in found for edit in edits])
    return [ent for ent, _ in found]


def _edit(activity: Activity) -> Edit:
    values = present(to_values(activity))
    return Edit(kind="activity", ent=ids.fresh(), values=values)


def _year(
    chance: random.Random, ws: Workspace, records: int, places: list[str], leads: list[str]
) -> Iterator[Activity]:
    """Invent `records` sessions over the year before today, or longer when there are many."""
    today = ws.today()
    span = max(365, records * 2)
    for _ in range(records):
        program, kind, topics, crowd = chance.choice(_KINDS)
        yield Activity(
            rt_id=ws.rt,
            date=today - timedelta(days=chance.randint(1, span)),
            program=program,
            type=kind,
            topics=(chance.choice(topics),),
            place_id=None if kind == "kunjungan_rumah" else chance.choice(places),
            participants=_heads(chance, crowd),
            disability=chance.choice((0, 0, 0, 1)),
            lead_id=chance.choice(leads),
            outcome_area=outcome_of(kind),
            result=None if kind == "kunjungan_rumah" else chance.choice(_RESULTS),
            next_step=chance.choice((None, *_NEXT)),
            minutes=chance.choice((60, 90, 120)),
        )


def _heads(chance: random.Random, crowd: str) -> Count4:
    if crowd == "kecil":
        return Count4(chance.randint(0, 1), 1, 0, chance.randint(0, 1))
    if crowd == "anak":
        return Count4(chance.randint(0, 2), chance.randint(1, 5), *_pair(chance, 5, 14))
    return Count4(*_pair(chance, 3, 18), 0, 0)


def _pair(chance: random.Random, low: int, high: int) -> tuple[int, int]:
    return chance.randint(low, high), chance.randint(low, high)


def _plan_and_leave_open(ws: Workspace) -> None:
    """Leave what a real desk has: a plan whose day has come, one to come, one not complete."""
    today = ws.today()
    planned = Activity(
        program="forum_anak", type="kegiatan_anak", topics=("perundungan",), planned=True
    )
    activities.record(ws, replace(planned, date=today - timedelta(days=1)), place_name="Balai RT")
    lesson = replace(
        planned, program="lautan_rt", type="kelas_pengasuhan", topics=("peran_ayah",),
        date=_in_next_month(today),
    )  # fmt: skip
    activities.record(ws, lesson, place_name="Balai RT")
    incomplete = Activity(
        program="posyandu_pkk", type="sosialisasi", date=today - timedelta(days=3)
    )
    activities.record(ws, incomplete, place_name="Posyandu Melati")


def _in_next_month(today: date) -> date:
    return date.fromisoformat(months_later(month_of(today), 1) + "-07")


def last_full_month(ws: Workspace) -> str:
    """Return the newest month before this one that has work in it."""
    this = month_of(ws.today())
    held = [each.month for each in activity_list.listing_of(ws, Query()).months]
    return max((each for each in held if each and each < this), default=month.default_month(ws))
