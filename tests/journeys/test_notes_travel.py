"""Notes travel: laptops of a kelurahan, its server and a flash drive, as new users live with them.

Real vaults in folders, the real server in a process of its own, and what people type. Each test
goes on from a copy of the same kelurahan: founded, with one volunteer who had noted for two months.
"""

import json
import sqlite3
import tomllib
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from patbm_desktop.actions.activities import activity_detail
from patbm_desktop.actions.cases import case_noting
from patbm_desktop.actions.conflicts import conflicts
from patbm_desktop.actions.entrance import region as regions
from patbm_desktop.actions.upkeep import erasing
from patbm_desktop.actions.versions import conflict_list
from patbm_desktop.assets import asset
from patbm_desktop.domain.case import CaseDetail, Victim
from patbm_desktop.domain.clock import WITA, FixedClock
from patbm_desktop.domain.ids import case_code
from patbm_desktop.domain.region import parse
from patbm_desktop.store import setting
from tests.journeys.village import KELURAHAN, OTHER, Said, Village, release_with

PACT = ("--pact", "2026-11-20")
DAYS = ("2026-09-03", "2026-09-19", "2026-10-08", "2026-10-25")


def founded(village: Village) -> Village:
    """Let Ana found her kelurahan at the server."""
    village.type("ana", "init", "--kelurahan", KELURAHAN, "--coordinator", "--name", "Ana Contoh")
    invitation = village.office("invite", "--kelurahan", KELURAHAN).splitlines()[-1]
    village.wake()
    asked = village.type("ana", "join", "--server", village.address, "--code", *invitation.split())
    village.office("approve", *asked.last_word.split())
    assert village.sync("ana")["notes"]["waits"] == 0
    return village


def with_siti(village: Village) -> Village:
    """Let Siti, who noted alone for two months, join by the code that is read out to her."""
    village.type("siti", "init", "--kelurahan", KELURAHAN, "--rt", "901", "--name", "Siti Contoh")
    village.note("siti", "901", *DAYS)
    groups = village.type("ana", "invite", "--rt", "901").out.split()
    asked = village.type("siti", "join", "--server", village.address, "--code", *groups)
    assert village.type("siti", "sync", status=1).out.startswith("Menunggu koordinator.")
    village.type("ana", "approve", *asked.last_word.split(), *PACT)
    for who in ("ana", "siti", "ana"):
        village.sync(who)
    return village


@pytest.fixture(scope="module")
def first_week(tmp_path_factory: pytest.TempPathFactory) -> Village:
    """The kelurahan with its first volunteer, everything at rest."""
    village = Village(tmp_path_factory.mktemp("kelurahan"))
    with_siti(founded(village))
    village.rest()
    return village


@pytest.fixture
def village(first_week: Village, tmp_path: Path) -> Iterator[Village]:
    """A copy of the kelurahan; its server sleeps."""
    made = first_week.copy_to(tmp_path / "kelurahan")
    yield made
    made.rest()


def with_budi(village: Village) -> Village:
    """Let a volunteer of another RT join by a code, with two notes of his."""
    village.type("budi", "init", "--kelurahan", KELURAHAN, "--rt", "902", "--name", "Budi Contoh")
    village.note("budi", "902", *DAYS[:2])
    groups = village.type("ana", "invite", "--rt", "902").out.split()
    asked = village.type("budi", "join", "--server", village.address, "--code", *groups)
    village.type("ana", "approve", *asked.last_word.split(), *PACT)
    for who in ("ana", "budi", "ana"):
        village.sync(who)
    return village


def budi_by_stick(village: Village) -> None:
    """Let a volunteer of another RT join by stick alone; what he noted is then on Ana's laptop."""
    invitation, stick = village.file("undangan.json"), village.file("stick.patbm")
    village.wake()
    village.type("ana", "invite", "--rt", "902", "--out", invitation)
    village.rest()
    village.type("budi", "init", "--kelurahan", KELURAHAN, "--rt", "902", "--name", "Budi Contoh")
    village.note("budi", "902", *DAYS)
    asked = village.type("budi", "join", "--file", invitation)
    assert "Permintaan ini belum sampai ke server." in asked.out
    village.type("budi", "usb", "save", stick)
    village.type("ana", "usb", "load", stick)
    village.type("ana", "approve", *asked.last_word.split(), *PACT)


def second_coordinator(village: Village) -> None:
    """Let Rudi, who has nothing yet, become a coordinator beside Ana."""
    village.type("rudi", "init", "--kelurahan", KELURAHAN, "--coordinator", "--name", "Rudi Contoh")
    groups = village.type("ana", "invite", "--coordinator").out.split()
    asked = village.type("rudi", "join", "--server", village.address, "--code", *groups)
    village.type("ana", "approve", *asked.last_word.split(), *PACT)
    for who in ("ana", "rudi"):
        village.sync(who)


def code_of(village: Village, who: str) -> str:
    """Return the twelve characters of a member by the name on Ana's list."""
    found = json.loads(village.type("ana", "members", "--json").out)["members"]
    return next(str(each["code"]) for each in found if each["name"].lower().startswith(who))


def days(village: Village, who: str) -> list[str]:
    return sorted(str(each["date"]) for each in village.sessions(who))


def spaces(said: Said) -> dict[str, str]:
    """Return the check words of each space on a receipt."""
    lines = (line.split("  ") for line in said.out.splitlines()[2:])
    return {name: words for name, _, words in lines}


def test_two_months_of_notes_come_with_the_volunteer_and_nothing_is_typed_again(
    village: Village,
) -> None:
    assert days(village, "ana") == days(village, "siti") == list(DAYS)
    members = village.type("ana", "members").out
    assert "Siti Contoh  anggota  RT 901" in members
    assert "baru punya satu laptop koordinator" in members


def test_both_edit_one_session_apart_and_decide_on_either_laptop(village: Village) -> None:
    village.wake()
    ent = village.sessions("siti")[0]["id"]
    village.correct("siti", ent, result="Ramai, 20 orang.")
    village.correct("ana", ent, result="Ramai, 25 orang.", minutes=60)
    for who in ("siti", "ana", "siti"):
        village.sync(who)
    for who in ("siti", "ana"):
        assert json.loads(village.type(who, "conflicts", "--json").out)[0]["id"] == ent
    with village.open("siti") as ws:
        (line,) = conflict_list.lines(ws)
        shown = conflicts.look(ws, line.subject)
        assert shown is not None
        (part,) = shown.parts
        conflicts.keep(ws, shown, {part.key: part.versions[1].key})
    for who in ("siti", "ana"):
        village.sync(who)
        assert "Tidak ada catatan dengan dua versi." in village.type(who, "conflicts").out
        with village.open(who) as ws:
            seen = activity_detail.detail(ws, ent)
            assert (seen.once_two, seen.activity.minutes) == (True, 60)
            assert seen.activity.result == part.versions[1].value


def test_a_third_laptop_lives_by_the_stick_alone(village: Village) -> None:
    village.wake()
    invitation, stick = village.file("undangan.json"), village.file("stick.patbm")
    village.type("ana", "invite", "--rt", "902", "--out", invitation)
    village.rest()
    village.type("budi", "init", "--kelurahan", KELURAHAN, "--rt", "902", "--name", "Budi Contoh")
    village.note("budi", "902", *DAYS)
    asked = village.type("budi", "join", "--file", invitation)
    assert "Permintaan ini belum sampai ke server." in asked.out
    village.type("budi", "usb", "save", stick)
    assert "1 laptop minta terhubung;" in village.type("ana", "usb", "load", stick).out
    assert "menunggu  Budi Contoh  RT 902" in village.type("ana", "members").out
    village.type("ana", "approve", *asked.last_word.split(), *PACT)
    answer = village.type("ana", "usb", "save", stick).out.splitlines()[0]
    assert answer.endswith("stick (2).patbm"), "the file of another laptop stays"
    back = village.type("budi", "usb", "load", answer).out
    assert "dari laptop ini sudah terkirim." in back
    assert "0 catatan baru dari RT 902, 4 sudah pernah diterima." in back
    village.note("budi", "902", "2026-11-05", start=9)
    village.type("budi", "usb", "save", stick)
    assert "1 catatan baru dari RT 902" in village.type("ana", "usb", "load", stick).out
    assert "0 catatan baru dari RT 902" in village.type("ana", "usb", "load", stick).out
    assert len(village.sessions("ana")) == 9
    assert "0 catatan baru, 0 sudah" in village.type("siti", "usb", "load", stick).out
    village.wake()
    village.sync("ana")
    assert village.sync("budi")["notes"] == {"waits": 0, "sent": 0, "stopped": 0}


def test_who_asked_by_stick_is_let_in_over_the_link_that_came_later(village: Village) -> None:
    village.wake()
    invitation, stick = village.file("undangan.json"), village.file("stick.patbm")
    village.type("ana", "invite", "--rt", "902", "--out", invitation)
    village.rest()
    village.type("budi", "init", "--kelurahan", KELURAHAN, "--rt", "902", "--name", "Budi Contoh")
    village.note("budi", "902", *DAYS)
    asked = village.type("budi", "join", "--file", invitation)
    village.type("budi", "usb", "save", stick)
    village.wake()
    assert village.sync_refused("budi") == "device_unknown"
    assert "menunggu  Budi Contoh  RT 902" in village.type("ana", "members").out
    village.type("ana", "approve", *asked.last_word.split(), *PACT)
    for who in ("ana", "budi", "ana"):
        assert village.sync(who)["notes"]["waits"] == 0
    assert len(village.sessions("ana")) == 2 * len(DAYS)
    assert "sudah terhubung" in village.type("budi", "join", "--file", invitation).out
    assert village.sync("budi")["waits"] == 0


def without_any_server(village: Village) -> None:
    """Let Dewi, who noted alone for two months, join Rina's kelurahan by stick."""
    invitation, stick = village.file("undangan.json"), village.file("stick.patbm")
    village.type("rina", "init", "--kelurahan", OTHER, "--coordinator", "--name", "Rina Contoh")
    village.type("dewi", "init", "--kelurahan", OTHER, "--rt", "905", "--name", "Dewi Contoh")
    village.note("dewi", "905", *DAYS)
    village.type("rina", "invite", "--rt", "905", "--out", invitation)
    asked = village.type("dewi", "join", "--file", invitation)
    village.type("dewi", "usb", "save", stick)
    village.type("rina", "usb", "load", stick)
    village.type("rina", "approve", *asked.last_word.split(), *PACT)
    answer = village.type("rina", "usb", "save", stick).out.splitlines()[0]
    assert "sudah terkirim" in village.type("dewi", "usb", "load", answer).out
    given, taken = (village.type(who, "receipt") for who in ("rina", "dewi"))
    assert "disimpan ke flashdisk" in given.out
    assert "diambil dari flashdisk" in taken.out
    assert spaces(given) == spaces(taken)


def test_a_second_kelurahan_lives_without_any_server_until_it_has_one(tmp_path: Path) -> None:
    village = Village(tmp_path)
    without_any_server(village)
    assert days(village, "rina") == list(DAYS)
    village.type("lia", "init", "--kelurahan", KELURAHAN, "--rt", "905", "--name", "Lia Contoh")
    foreign = village.type("lia", "join", "--file", village.file("undangan.json"), status=1)
    assert foreign.err.startswith("Undangan ini dari kelurahan lain.")
    assert "belum dihubungkan ke server" in village.type("dewi", "sync", status=1).err
    code = village.office("invite", "--kelurahan", OTHER).splitlines()[-1]
    village.wake()
    asked = village.type("rina", "join", "--server", village.address, "--code", *code.split())
    village.office("approve", *asked.last_word.split())
    village.sync("rina")
    nobody = village.type("dewi", "sync", "--server", "http://127.0.0.1:9", status=1)
    assert nobody.err.startswith("Belum ada yang menjawab di alamat itu.")
    assert "belum dihubungkan ke server" in village.type("dewi", "sync", status=1).err
    village.note("dewi", "905", "2026-11-05", start=9)
    assert "Semua sudah terkirim." in village.type("dewi", "sync", "--server", village.address).out
    village.sync("rina")
    assert days(village, "rina") == [*DAYS, "2026-11-05"]
    village.rest()


def test_after_yesterdays_backup_every_laptop_brings_back_what_it_holds(village: Village) -> None:
    yesterday = village.file("cadangan.patbm-server")
    village.office("backup", yesterday)
    village.wake()
    village.note("siti", "901", "2026-11-05", "2026-11-12", start=9)
    assert village.sync("siti")["notes"]["waits"] == 0
    village.sync("ana")
    before = spaces(village.type("ana", "receipt"))
    village.cut_power()
    assert village.sync_refused("siti") == "no_network"
    budi_by_stick(village)
    village.wake()
    village.sync("ana")
    village.rest()
    village.office("restore", yesterday)
    village.wake()
    assert village.sync("ana")["waits"] == 0
    assert village.sync("siti")["notes"] == {"waits": 0, "sent": 0, "stopped": 0}
    village.sync("ana")
    after = spaces(village.type("ana", "receipt"))
    assert after.keys() == {*before.keys(), "RT 902"} == {"Kantor kelurahan", "RT 901", "RT 902"}
    assert spaces(village.type("siti", "receipt")).items() <= after.items()
    second_coordinator(village)
    assert days(village, "rudi") == sorted([*DAYS, *DAYS, "2026-11-05", "2026-11-12"])
    assert "MASALAH" not in village.office("check")


def test_a_lost_laptop_opens_nothing_new_and_its_waiting_notes_are_decided_on(
    village: Village,
) -> None:
    village.wake()
    with_budi(village)
    lost = village.type("ana", "members", "remove", *code_of(village, "budi").split())
    assert lost.out.startswith("Budi Contoh dikeluarkan dan kuncinya diganti.")
    assert "tetap terbuka di sana  RT 902  2 kegiatan" in lost.out
    village.note("budi", "902", "2026-11-05", "2026-11-12", start=9)
    ent = next(each["id"] for each in village.sessions("ana") if each["rt"] == "902")
    village.correct("ana", ent, title="Sesudah hilang")
    village.sync("ana")
    stopped = village.sync("budi")
    assert stopped["held"] > 0
    assert stopped["situation"] == "approval"
    assert all(each["title"] != "Sesudah hilang" for each in village.sessions("budi"))
    assert len(village.sessions("budi")) == 4
    village.sync("ana")
    assert "2 catatan menunggu persetujuan koordinator." in village.type("budi", "sync").out
    (group,) = json.loads(village.type("ana", "held", "--json").out)
    assert group["name"] == "Budi Contoh"
    village.type("ana", "held", "refuse", *group["ids"], "--why", "Salah tekan")
    assert len(village.sessions("ana")) == 6
    village.type("ana", "held", "accept", *(each[:12] for each in group["ids"]))
    village.sync("ana")
    assert "Tidak ada catatan yang menunggu" in village.type("ana", "held").out
    assert len(village.sessions("ana")) == 8
    assert "sudah keluar" in village.type("ana", "members").out
    stick = village.file("stick.patbm")
    village.type("budi", "usb", "save", stick)
    assert "minta terhubung" not in village.type("ana", "usb", "load", stick).out


WRONG_CODES = (
    ("siti", ("join", "--code", "3K21", "--server"), "20 huruf", "20 letters"),
    ("siti", ("join", "--code", *["0000"] * 5, "--server"), "sudah dipakai", "it was used"),
    ("tini", ("join", "--code", "3K21", "--server"), "8 huruf", "8 letters"),
)


def test_a_wrong_or_a_used_code_changes_nothing_and_an_office_waits_for_its_administrator(
    village: Village,
) -> None:
    invitation = village.office("invite", "--kelurahan", KELURAHAN).splitlines()[-1].split()
    village.wake()
    village.type("tini", "init", "--kelurahan", KELURAHAN, "--coordinator", "--name", "Tini")
    own = village.type("ana", "invite", "--rt", "903").out.split()
    here = ("join", "--server", village.address, "--code")
    assert "dibuat di laptop ini" in village.type("ana", *here, *own, status=1).err
    assert "belum disebut" in village.type("tini", "join", "--code", *own, status=1).err
    before = [village.type(who, "doctor").out for who in ("siti", "tini")]
    for who, words, indonesian, english in WRONG_CODES:
        typed = (*words, village.address)
        assert indonesian in village.type(who, *typed, status=1).err
        assert english in village.type(who, *typed, status=1, language="en").err
    assert [village.type(who, "doctor").out for who in ("siti", "tini")] == before
    asked = village.type("tini", *here, *invitation)
    assert "sudah dipakai" in village.type("ana", *here, *invitation, status=1).err
    assert "pengurus server" in village.type("tini", "sync", status=1).out
    village.office("approve", *asked.last_word.split())
    assert "Kirim dan terima dulu" in village.type("tini", "invite", "--rt", "9", status=1).err
    village.sync("tini")
    village.type("tini", "invite", "--rt", "901")


def test_an_address_a_file_or_a_link_that_is_not_there_is_told_apart(village: Village) -> None:
    code = ("join", "--code", *["0000"] * 5, "--server")
    no_bundle, nowhere = village.file("sandi.txt"), village.file("tidak-ada.patbm")
    before = village.type("siti", "doctor").out
    for words, indonesian, english in (
        ((*code, "bukan alamat"), "Alamat server ini", "server address cannot"),
        ((*code, "http://203.0.113.7"), "dimulai dengan https", "begins with https"),
        ((*code, village.address), "Belum ada yang menjawab", "Nobody answers"),
        (("usb", "load", no_bundle), "bukan file PATBM", "no PATBM file"),
        (("usb", "load", nowhere), "belum ditemukan", "not found"),
        (("join", "--file", no_bundle), "bukan undangan", "is no invitation"),
        (("members",), "laptop koordinator", "coordinator"),
    ):
        assert indonesian in village.type("siti", *words, status=1).err
        assert english in village.type("siti", *words, status=1, language="en").err
    assert village.sync_refused("siti") == "no_network"
    assert village.type("siti", "doctor").out == before
    sheet = ("report", "month", "--month", "2026-10", "--out", village.file("lembar.pdf"))
    for words in (sheet, ("import", village.file("siti.csv"))):
        assert "di laptop RT" in village.type("ana", *words, status=1).err
    assert "Yang menunggu di server belum terlihat." in village.type("ana", "members").out


SECRET = "Anak berhenti sekolah sejak Maret"
STORY = CaseDetail(category="putus_sekolah", victim=Victim("L", "13-17"), narrative=SECRET)


@pytest.fixture
def arsip(village: Village) -> Iterator[str]:
    """The keys of the city's arsip laptop, which the region file of the next release lists."""
    keys = village.type("arsip", "init", "--arsip", "--kelurahan", KELURAHAN).out
    known = regions.load("contoh").archivists
    added = parse(tomllib.loads(_region_file() + "\n" + keys)).archivists
    known.update(added)  # type: ignore[attr-defined]
    yield keys
    known.clear()  # type: ignore[attr-defined]


def _region_file() -> str:
    return asset("region/contoh.toml").read_text("utf-8")


def fifteen_days_pass(village: Village) -> FixedClock:
    """Let the server have known the request for fifteen days, and return that day's clock."""
    days_s = 15 * 24 * 3600
    with sqlite3.connect(village.data / "patbm.sqlite3") as db:
        db.execute("UPDATE op SET at = at - ? WHERE kind = '_ask_erase'", (days_s,))
    db.close()
    return FixedClock(datetime.now(WITA) + timedelta(days=15))


def test_a_case_is_erased_by_two_offices_and_after_fourteen_days(
    village: Village, arsip: str
) -> None:
    village.wake(release := release_with(arsip, village.root / "rilis"))
    with village.open("siti") as ws:
        ent = case_noting.note(ws, STORY).ent
    village.type("ana", "members", "companion", *code_of(village, "ana").split(), *PACT)
    for who in ("ana", "siti", "ana"):
        village.sync(who)
    asked = village.type("ana", "erase", "ask", case_code(ent), "--reason", "diminta", "--basis",
                         "pasal_43").out  # fmt: skip
    code = asked.removeprefix("Diminta: ").partition(".")[0]
    again = ("erase", "ask", case_code(ent), "--reason", "diminta", "--basis", "pasal_43")
    assert village.type("ana", *again).out.startswith(f"Sudah diminta: {code}.")
    assert "Ditarik kembali" in village.type("ana", "erase", "back", code).out
    assert f"{code}  ditarik kembali" in village.type("ana", "erase", "list").out
    code = village.type("ana", *again).out.removeprefix("Diminta: ").partition(".")[0]
    for who in ("ana", "siti"):
        village.sync(who)
    assert f"{code}  akan dihapus" in village.type("siti", "erase", "list").out
    village.type("arsip", "sync", "--server", village.address)
    assert "14" in village.type("arsip", "erase", "do", code, status=1).err
    village.rest()
    later = fifteen_days_pass(village)
    village.wake(release)
    with village.open("arsip", later) as ws:
        erasing.carry_out(ws, code)
    for who in ("arsip", "siti", "ana"):
        village.sync(who)
    for who in ("siti", "ana"):
        assert village.type(who, "list", "cases").out == ""
        assert f"{code}  dihapus" in village.type(who, "erase", "list").out
    assert len(village.sessions("ana")) == len(DAYS)
    village.rest()
    with sqlite3.connect(village.data / "patbm.sqlite3") as db:
        bodies = db.execute("SELECT body FROM op WHERE ent = ?", (ent,)).fetchall()
    db.close()
    assert bodies
    assert set(bodies) == {(None,)}


def test_who_left_deletes_her_notes_after_thirty_days_and_the_office_keeps_them(
    village: Village,
) -> None:
    village.wake()
    village.type("ana", "members", "remove", *code_of(village, "siti").split())
    village.sync("ana")
    village.sync("siti")
    assert "Semua sudah diterima" not in village.type("siti", "left").out
    assert village.type("siti", "left", "delete", "HAPUS", status=1).out == ""
    a_month_goes_by(village, "siti")
    village.sync("siti")
    assert "RT 901, Contoh  4 catatan, semuanya sudah diterima" in village.type("siti", "left").out
    assert "4 catatan dihapus" in village.type("siti", "left", "delete", "HAPUS").out
    assert village.sync("siti")["came"] == 0
    assert days(village, "siti") == []
    assert days(village, "ana") == list(DAYS)


def a_month_goes_by(village: Village, who: str) -> None:
    """Let what a laptop noted of closed spaces be thirty days old; the server has its own clock."""
    with village.open(who) as ws:
        noted: dict[str, list[str]] = setting.read(ws.db, "closed")
        month = timedelta(days=30)
        earlier = {
            space: [(datetime.fromisoformat(day) - month).date().isoformat() for day in said]
            for space, said in noted.items()
        }
        setting.write(ws.db, "closed", earlier)
