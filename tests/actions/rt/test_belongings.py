"""What belongs to a session or to the RT: names, pictures, numbers, the kop, people."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from patbm_desktop.actions.activities import activities, attendance, photos
from patbm_desktop.actions.activities.photos import ConsentAnswer, NewPhoto
from patbm_desktop.actions.entrance import region
from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt import contacts, letterheads, people
from patbm_desktop.actions.rt.letterheads import Kop
from patbm_desktop.domain import ids
from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.op import SEALED, Write, parse
from patbm_desktop.store import oplog

SESSION = Activity(program="ppatbm", type="sosialisasi", date=date(2026, 11, 20))
JPEG = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 2000
PEOPLE = (
    Attendee(name="Aminah", sex="P", age_group="25-44"),
    Attendee(name="Dodo", sex="L", age_group="6-12", disability=True),
    Attendee(name="Rini", sex="P", element="anak"),
    Attendee(name="tanpa keterangan"),
)


@pytest.fixture
def session(ws: Workspace) -> str:
    return activities.record(ws, SESSION).ent


# -- attendance ------------------------------------------------------------------------------


def test_the_list_is_kept_in_the_order_it_was_typed(ws: Workspace, session: str) -> None:
    attendance.save(ws, session, PEOPLE)
    kept = attendance.of(ws, session)
    assert [replace(each, ent="") for each in kept] == list(PEOPLE)


def test_every_name_travels_sealed_with_its_kind(ws: Workspace, session: str) -> None:
    attendance.save(ws, session, PEOPLE)
    raw = [parse(*each) for each in oplog.ops_of(ws.db, ws.space)][-4:]
    assert {op.kind for op in raw} == {SEALED}
    assert all(b"Aminah" not in op.body and b"attendance" not in op.body for op in raw)


def test_saving_the_list_again_writes_only_what_differs(ws: Workspace, session: str) -> None:
    attendance.save(ws, session, PEOPLE)
    kept = attendance.of(ws, session)
    before = oplog.highest_clk(ws.db, ws.space)
    attendance.save(ws, session, kept)
    assert oplog.highest_clk(ws.db, ws.space) == before
    changed = [replace(kept[0], name="Siti Aminah"), *kept[2:], Attendee(name="Baru", sex="L")]
    done = attendance.save(ws, session, changed)
    assert oplog.highest_clk(ws.db, ws.space) == before + 3
    assert [each.name for each in attendance.of(ws, session)] == [
        "Siti Aminah", "Rini", "tanpa keterangan", "Baru",
    ]  # fmt: skip
    assert done.undo is not None
    undoing.undo(ws, done.undo)
    assert [each.name for each in attendance.of(ws, session)] == [each.name for each in PEOPLE]


def test_children_are_known_by_their_age_or_as_listed(ws: Workspace, session: str) -> None:
    attendance.save(ws, session, PEOPLE)
    assert attendance.names_of_children(ws) == {"Dodo", "Rini"}


def test_two_hundred_names_are_saved_together(ws: Workspace, session: str) -> None:
    many = [Attendee(name=f"Warga {number}", sex="P") for number in range(250)]
    attendance.save(ws, session, many)
    assert len(attendance.of(ws, session)) == 250


# -- photos ----------------------------------------------------------------------------------


def test_a_photo_comes_back_as_it_was_and_lies_sealed_on_the_disk(
    ws: Workspace, session: str, folder: Path
) -> None:
    done = photos.add(ws, session, NewPhoto(jpeg=JPEG, children_visible="tidak"))
    assert photos.bytes_of(ws, done.ent) == JPEG
    parts = list((folder / "berkas").rglob("*"))
    files = [each for each in parts if each.is_file()]
    assert len(files) == 2
    assert all(JPEG[:200] not in each.read_bytes() for each in files)
    assert all(each.stat().st_size <= 256 * 1024 for each in files)


def test_a_seventh_photo_is_refused(ws: Workspace, session: str) -> None:
    for _ in range(photos.MOST_PHOTOS):
        photos.add(ws, session, NewPhoto(jpeg=JPEG))
    with pytest.raises(Fault) as caught:
        photos.add(ws, session, NewPhoto(jpeg=JPEG))
    assert caught.value.refusal is Refusal.TOO_MANY_PHOTOS


def test_written_permission_is_a_record_of_its_own(ws: Workspace, session: str) -> None:
    consent = ConsentAnswer(given_by="orang_tua", form="tertulis", date=date(2026, 11, 20))
    done = photos.add(ws, session, NewPhoto(jpeg=JPEG))
    photos.answer(ws, done.ent, "ya_izin", consent)
    (row,) = photos.of(ws, session)
    assert (row.children_visible, row.has_consent) == ("ya_izin", True)
    photos.answer(ws, done.ent, "ya_belum")
    (row,) = photos.of(ws, session)
    assert (row.children_visible, row.has_consent) == ("ya_belum", False)


def test_a_part_that_was_changed_on_the_disk_is_not_shown(
    ws: Workspace, session: str, folder: Path
) -> None:
    done = photos.add(ws, session, NewPhoto(jpeg=JPEG))
    for part in (folder / "berkas").rglob("*"):
        if part.is_file():
            part.chmod(0o600)
            part.write_bytes(b"\0" + part.read_bytes()[1:])
    with pytest.raises(Fault):
        photos.bytes_of(ws, done.ent)


def test_a_photo_can_be_taken_out_and_brought_back(ws: Workspace, session: str) -> None:
    done = photos.add(ws, session, NewPhoto(jpeg=JPEG))
    gone = photos.remove(ws, done.ent)
    assert photos.of(ws, session) == ()
    assert gone.undo is not None
    undoing.undo(ws, gone.undo)
    assert len(photos.of(ws, session)) == 1


# -- numbers ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "values",
    [
        {"number": "0542 111", "tested_on": "kemarin"}, {"number": 542, "tested_on": 7},
        {"function": ["uptd_ppa"]}, {"number": ["0542"], "source": {}, "tested_on": "2026-13-01"},
    ],
    ids=str,
)  # fmt: skip
def test_a_number_of_any_shape_keeps_no_other_number_away(ws: Workspace, values: dict) -> None:
    said = {name: Write(value) for name, value in ({"function": "uptd_ppa"} | values).items()}
    clk, laptop = ws.laptop.next_clk(ws.space), ws.laptop
    laptop.keep([laptop.compose("contact", ids.fresh(), said, space=ws.space, clk=clk)])
    assert number(ws, "polisi_110").number == "110"
    assert number(ws, "uptd_ppa").tested_on is None


def number(ws: Workspace, function: str) -> contacts.ContactRow:
    return next(each for each in contacts.every(ws) if each.function == function)


def test_three_numbers_cannot_be_changed(ws: Workspace) -> None:
    for function, digits in (("polisi_110", "110"), ("darurat_112", "112"), ("sapa_129", "129")):
        assert number(ws, function).number == digits
        with pytest.raises(ValueError, match="cannot be changed"):
            contacts.set_number(ws, function, "0800")


def test_uptd_ppa_is_untested_until_somebody_tried_it(ws: Workspace) -> None:
    assert number(ws, "uptd_ppa").tested_on is None
    contacts.mark_tested(ws, "uptd_ppa")
    assert number(ws, "uptd_ppa").tested_on == date(2026, 11, 21)


def test_a_changed_number_shows_beside_the_old_one_for_two_weeks(
    ws: Workspace, clock: FixedClock
) -> None:
    contacts.set_number(ws, "puskesmas", "0542 111")
    contacts.set_number(ws, "puskesmas", "0542 222")
    previous = number(ws, "puskesmas").previous
    assert previous is not None
    assert (previous.number, previous.by) == ("0542 111", "Sari Melati")
    clock.moment += timedelta(days=15)
    assert number(ws, "puskesmas").previous is None


def test_the_locked_card_reads_the_mirror_and_never_the_head_of_the_rt(
    ws: Workspace, folder: Path
) -> None:
    contacts.set_number(ws, "uptd_ppa", "0542 333")
    contacts.set_number(ws, "ketua_rt", "0812 999")
    assert b"0812 999" not in (folder / contacts.FILE).read_bytes()
    rows = {row.function: row for row in contacts.public(folder, region.load("contoh"))}
    assert rows["uptd_ppa"].number == "0542 333"
    assert "ketua_rt" not in rows
    assert rows["polisi_110"].number == "110"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        '{"numbers":[{"function":"polisi_110","number":"1","source":"","tested":null}]}',
    ],
)
def test_a_mirror_that_makes_no_sense_leaves_the_fixed_numbers(
    tmp_path: Path, content: str
) -> None:
    (tmp_path / contacts.FILE).write_text(content)
    rows = {row.function: row.number for row in contacts.public(tmp_path, region.load())}
    assert (rows["polisi_110"], rows["darurat_112"], rows["sapa_129"]) == ("110", "112", "129")


# -- people and the kop ----------------------------------------------------------------------


def test_of_the_head_of_the_rt_only_the_name_is_kept(ws: Workspace) -> None:
    done = people.set_head_of_rt(ws, "Sugeng Contoh")
    assert people.head_of_rt(ws) == "Sugeng Contoh"
    assert set(ws.values("person", done.ent)) == {"name", "position"}
    assert [each.name for each in people.team(ws)] == ["Sari Melati"]


def test_a_changed_name_is_the_name_from_then_on(ws: Workspace) -> None:
    done = people.edit_me(ws, {"name": "Sari Melati Contoh", "call_name": "Mel"})
    assert (ws.me.name, ws.me.call_name) == ("Sari Melati Contoh", "Mel")
    assert done.undo is not None
    undoing.undo(ws, done.undo)
    assert ws.look_up_me().name == "Sari Melati"


def test_the_kop_can_be_typed_and_taken_back(ws: Workspace) -> None:
    assert letterheads.standing(ws) is None
    letterheads.put(ws, Kop(("RUKUN TETANGGA 901", "KELURAHAN CONTOH"), "Jalan Contoh 1"))
    letterheads.put(ws, Kop(("RUKUN TETANGGA 901 BARU",)))
    assert letterheads.standing(ws) == Kop(("RUKUN TETANGGA 901 BARU",))
    letterheads.put(ws, Kop(()))
    assert letterheads.standing(ws) is None


def test_the_mirror_of_numbers_is_plain_json(ws: Workspace, folder: Path) -> None:
    contacts.mark_tested(ws, "uptd_ppa")
    stored = json.loads((folder / contacts.FILE).read_bytes())
    assert {row["function"] for row in stored["numbers"]}.isdisjoint({"polisi_110", "ketua_rt"})
