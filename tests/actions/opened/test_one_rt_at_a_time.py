"""Lists and sums are of the RT at the keyboard: all its spaces as one, and never another's."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

import pytest

from patbm_desktop.actions import home
from patbm_desktop.actions.activities import activities, activity_detail, activity_list, choices
from patbm_desktop.actions.activities.activity_list import Query
from patbm_desktop.actions.conflicts import conflicts
from patbm_desktop.actions.entrance import new_vault
from patbm_desktop.actions.entrance.new_vault import Profile
from patbm_desktop.actions.kelurahan import joining, membership, roll
from patbm_desktop.actions.kelurahan.membership import Terms
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import month, receipts
from patbm_desktop.actions.rt import contacts, letterheads, people
from patbm_desktop.actions.rt.letterheads import Kop
from patbm_desktop.actions.spreadsheets import importing, ledger
from patbm_desktop.actions.travel import errands, left_spaces, usb
from patbm_desktop.actions.travel.beside import Beside
from patbm_desktop.actions.versions.conflict_list import Subject
from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import rt_id
from patbm_desktop.sync import journal, members
from tests.actions import cast
from tests.actions.conftest import NOW, PASSPHRASE

KELURAHAN = "64.71.99.1001"
FIRST, SECOND = rt_id(KELURAHAN, "901"), rt_id(KELURAHAN, "902")
SHEET = (
    "tanggal,program,jenis,topik,tempat,pelaksana,dewasa_l,menit,mitra,hasil\n"
    "2026-11-05,lautan_rt,kelas_pengasuhan,pengasuhan_positif,Balai,Ibu Rira,3,60,pkk,Ramai\n"
)


def vault_of(folder: Path, name: str, rt: str) -> Workspace:
    profile = Profile(name=name, kelurahan_code=KELURAHAN, rt_number=rt, region="contoh")
    return new_vault.make(folder / name, profile, PASSPHRASE, FixedClock(NOW))


@pytest.fixture
def rina(tmp_path: Path) -> Iterator[Workspace]:
    """The coordinator, with an office of her own."""
    made = vault_of(tmp_path, "Rina Contoh", "")
    yield made
    made.close()


@pytest.fixture
def tuti(tmp_path: Path) -> Iterator[Workspace]:
    """The second laptop of Sari's RT, with a space of its own."""
    made = vault_of(tmp_path, "Tuti Contoh", "901")
    yield made
    made.close()


def join(ws: Workspace, rina: Workspace, folder: Path, rt: str) -> None:
    """Let a laptop join for an RT by file and flash drive."""
    invitation, stick = folder / "undangan.json", folder / "stick.patbm"
    membership.save_invitation(membership.invite(rina, rt), invitation)
    joining.join_by_file(ws, invitation, rt=rt)
    carry(ws, rina, stick)
    membership.approve(rina, joining.own_code(ws), Terms(pact="2026-11-20"))
    carry(rina, ws, stick)


def carry(source: Workspace, target: Workspace, stick: Path) -> None:
    usb.load(target.laptop, usb.save(source.laptop, stick).path)
    target.refresh()


def walk(ws: Workspace, day: int, heads: int, place: str, result: str = "Ramai") -> str:
    made = Activity(
        program="ppatbm", type="sosialisasi", topics=("hak_anak",), date=date(2026, 11, day),
        participants=Count4(heads, 0, 0, 0), result=result, partners=("pkk",), minutes=60,
    )  # fmt: skip
    return activities.record(ws, made, place_name=place).ent


def shown(ws: Workspace, search: str = "") -> set[str]:
    return {row.ent for row in activity_list.listing_of(ws, Query(search=search)).rows}


def sums(ws: Workspace) -> tuple[int, int]:
    """Return the heads of this month on Beranda and on the sheet for the RT."""
    return home.home(ws).participants, month.state(ws, "2026-11").participants


@pytest.fixture
def two_rts(ws: Workspace, rina: Workspace, tmp_path: Path) -> Workspace:
    """Sari's laptop, which serves RT 901 and RT 902, at the keyboard RT 902."""
    walk(ws, 1, 10, "Balai 901")
    join(ws, rina, tmp_path, "901")
    join(ws, rina, tmp_path, "902")
    assert set(ws.rts) == {FIRST, SECOND}
    ws.work_for(SECOND)
    return ws


def test_one_laptop_for_two_rts_shows_each_alone(two_rts: Workspace) -> None:
    ws = two_rts
    assert (shown(ws), sums(ws), ws.me.rt_number) == (set(), (0, 0), "902")
    other = walk(ws, 2, 7, "Balai 902")
    assert (shown(ws), sums(ws)) == ({other}, (7, 7))
    ws.work_for(FIRST)
    (first,) = shown(ws)
    assert (first != other, sums(ws)) == (True, (10, 10))


def test_what_is_found_offered_and_printed_is_of_that_rt_too(two_rts: Workspace) -> None:
    ws = two_rts
    letterheads.put(ws, Kop(("RT 902",)))
    walk(ws, 2, 7, "Balai 902", "Ramai sekali")
    assert [each.name for each in people.places(ws)] == ["Balai 902"]
    assert len(shown(ws, "ramai")) == 1
    assert [each.name for each in choices.choices(ws).places] == ["Balai 902"]
    assert month.letterhead_of(ws) is not None
    ws.work_for(FIRST)
    assert [each.name for each in people.places(ws)] == ["Balai 901"]
    assert shown(ws, "sekali") == set()
    assert month.letterhead_of(ws) is None


def test_a_file_that_lets_a_laptop_in_outdates_what_a_server_said_before(
    ws: Workspace, rina: Workspace, tmp_path: Path
) -> None:
    invitation, stick = tmp_path / "undangan.json", tmp_path / "stick.patbm"
    membership.save_invitation(membership.invite(rina, "901"), invitation)
    joining.join_by_file(ws, invitation)
    carry(ws, rina, stick)
    journal.met_trouble(ws.db, Refusal.DEVICE_UNKNOWN)
    membership.approve(rina, joining.own_code(ws), Terms(pact="2026-11-20"))
    errands.load(Beside(ws, "", Event()), [usb.save(rina.laptop, stick).path])
    assert journal.trouble(ws.db) == ""


def test_an_rt_that_is_none_of_this_laptop_is_not_worked_for(ws: Workspace) -> None:
    with pytest.raises(Fault) as caught:
        ws.work_for(SECOND)
    assert caught.value.refusal is Refusal.NO_SUCH_RECORD
    assert ws.rt == FIRST


@pytest.fixture
def two_laptops(ws: Workspace, tuti: Workspace, rina: Workspace, tmp_path: Path) -> Workspace:
    """Tuti's laptop, which joined the RT of Sari with a sheet of its own brought in before."""
    walk(ws, 1, 10, "Balai")
    bring_in(tuti, tmp_path)
    contacts.set_number(tuti, "uptd_ppa", "081100000001")
    letterheads.put(tuti, Kop(("RT 901",)))
    for each in (ws, tuti):
        join(each, rina, tmp_path, "901")
    for each in (ws, tuti):
        carry(each, rina, tmp_path / "stick.patbm")
    for each in (ws, tuti):
        carry(rina, each, tmp_path / "stick.patbm")
    assert tuti.space == ws.space
    assert set(tuti.spaces) == set(ws.spaces)
    assert len(ws.spaces) == 2
    return tuti


def bring_in(ws: Workspace, folder: Path) -> importing.Outcome:
    sheet = folder / "lembar.csv"
    sheet.write_text(SHEET, "utf-8")
    rules = ledger.rules_of(ws)
    return importing.bring_in(importing.read_file(sheet, rules), rules, ledger.VaultLedger(ws))


def test_two_laptops_of_an_rt_show_both_their_spaces_as_one(
    two_laptops: Workspace, ws: Workspace
) -> None:
    assert shown(two_laptops) == shown(ws)
    assert (sums(two_laptops), sums(ws)) == ((13, 13), (13, 13))


def test_a_sheet_brought_in_before_joining_adds_nothing_after_it(
    two_laptops: Workspace, tmp_path: Path
) -> None:
    again = bring_in(two_laptops, tmp_path)
    assert (again.added, again.same, again.places, again.people) == (0, 1, 0, 0)
    contacts.set_number(two_laptops, "uptd_ppa", "081100000002")
    (row,) = [each for each in contacts.every(two_laptops) if each.function == "uptd_ppa"]
    assert row.number == "081100000002"
    letterheads.put(two_laptops, Kop(("RT 901 baru",)))
    kop = letterheads.standing(two_laptops)
    assert kop is not None
    assert kop.lines == ("RT 901 baru",)


def test_a_receipt_tells_the_spaces_of_one_rt_apart_alike_on_both_laptops(
    two_laptops: Workspace, ws: Workspace
) -> None:
    apart = {"Kantor kelurahan", "RT 901 (laptop Sari Melati)", "RT 901 (laptop Tuti Contoh)"}
    assert set(receipts.names(ws, receipts.last(ws))) == apart
    assert set(receipts.names(two_laptops, receipts.last(two_laptops))) == apart


def test_who_left_an_rt_of_two_spaces_sees_whose_laptop_began_each(
    two_laptops: Workspace, rina: Workspace
) -> None:
    members.remove(rina.laptop, roll.office_of(rina), two_laptops.device.dev)
    cast.carry(rina, two_laptops)
    found = left_spaces.left_spaces(two_laptops)
    called = [(each.rt_number, each.whose) for each in found if each.rt_number]
    assert called == [("901", "Sari Melati"), ("901", "Tuti Contoh")]
    assert {each.whose for each in found if not each.rt_number} <= {""}


def test_the_coordinator_is_told_of_which_rt_a_note_with_two_versions_is(
    two_laptops: Workspace, ws: Workspace, rina: Workspace, tmp_path: Path
) -> None:
    ent = next(iter(shown(ws)))
    for each, minutes in ((ws, 45), (two_laptops, 75)):
        seen = activity_detail.detail(each, ent)
        activities.correct(each, replace(seen.activity, minutes=minutes), shown=seen)
    for each in (ws, two_laptops):
        carry(each, rina, tmp_path / "stick.patbm")
    found = conflicts.look(rina, Subject("activity", ent))
    assert found is not None
    assert (found.rt, rina.me.rt_number) == ("901", "")


def test_what_a_laptop_could_open_is_added_up_for_an_rt_with_two_spaces(
    two_laptops: Workspace, rina: Workspace
) -> None:
    reach = roll.reach(rina, two_laptops.device.dev)
    assert sorted(each.rt for each in reach) == ["", "901"]
    assert [dict(each.counts)["activity"] for each in reach if each.rt] == [2]


def test_a_coordinator_sees_every_rt(two_laptops: Workspace, rina: Workspace) -> None:
    assert shown(rina) == shown(two_laptops)
    assert rina.shown is None


def test_invited_to_its_own_rt_again_a_laptop_brings_the_space_it_has(
    ws: Workspace, rina: Workspace, tmp_path: Path
) -> None:
    join(ws, rina, tmp_path, "901")
    before = ws.spaces
    again = tmp_path / "lagi.json"
    membership.save_invitation(membership.invite(rina, "901"), again)
    joining.join_by_file(ws, again)
    assert ws.spaces == before
    assert len(before) == 1
