"""Notes travel by themselves: joining, sending, locking in the middle, all in real windows."""

import socket
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.activities import photos
from patbm_desktop.actions.activities.activity_rows import State
from patbm_desktop.actions.activities.photos import NewPhoto
from patbm_desktop.actions.kelurahan import holding, joining, roll
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel import syncing
from patbm_desktop.actions.travel.syncing import Situation, Step
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.server.log.offices import register_office
from patbm_desktop.store import marks, parts, positions
from patbm_desktop.store.transaction import writing
from patbm_desktop.ui.pages.activities_page import ActivitiesPage
from patbm_desktop.ui.pages.activity_page import ActivityPage
from patbm_desktop.ui.pages.join_page import JoinPage
from patbm_desktop.ui.pages.kelurahan_page import KelurahanPage
from patbm_desktop.ui.pages.sync_page import SyncPage
from patbm_desktop.ui.theme import Theme
from patbm_desktop.wire.chain import Cursor
from tests.server.running import Running
from tests.ui import travels
from tests.ui.doing import do, jpeg, misfits, record, rows
from tests.ui.opened import WAIT_MS, Opened
from tests.ui.test_window import press
from tests.ui.travels import meet, rest, visit


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    running = Running(tmp_path / "server")
    yield running
    running.stop()


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Rina's office as it was founded."""
    return travels.make_office(tmp_path_factory.mktemp("rina") / "vault")


@pytest.fixture
def lonely(
    qtbot: QtBot, theme: Theme, founded: Path, tmp_path: Path, no_bug: None
) -> Iterator[Opened]:
    """Rina's window, without any server."""
    window = travels.opened_office(qtbot, theme, founded, tmp_path / "office")
    yield window
    window.close()


@pytest.fixture
def office(
    qtbot: QtBot, theme: Theme, server: Running, founded: Path, tmp_path: Path, no_bug: None
) -> Iterator[Opened]:
    """Rina's window, her office known to the server."""
    window = travels.opened_office(qtbot, theme, founded, tmp_path / "office")
    space, card = do(window, travels.card_of)
    register_office(server.connection(), travels.RINA.kelurahan_code, space, card)
    do(window, lambda ws: syncing.connect_to(ws, server.address))
    window.desk().take_up()
    window.settle()
    rest(window)
    yield window
    window.close()


def invitation(office: Opened, rt: str = "912") -> str:
    page = visit(office, "kelurahan")
    assert isinstance(page, KelurahanPage)
    page.invitation.rt.setText(rt)
    page.invitation.invite.click()
    office.qtbot.waitUntil(lambda: bool(page.invitation.code.text()), timeout=WAIT_MS)
    return page.invitation.code.text()


def ask_to_join(window: Opened, code: str, address: str) -> JoinPage:
    page = visit(window, "join")
    assert isinstance(page, JoinPage)
    page.form.code.setText(code.lower())
    page.form.server.setText(address)
    page.join.click()
    window.qtbot.waitUntil(page.join.isEnabled, timeout=WAIT_MS)
    rest(window)
    return page


def admit(office: Opened, code: str) -> KelurahanPage:
    page = visit(office, "kelurahan")
    assert isinstance(page, KelurahanPage)
    office.qtbot.waitUntil(page.admission.form.isVisible, timeout=WAIT_MS)
    page.admission.code.setText(code)
    page.admission.terms.pact.chip("today").click()
    page.admission.terms.since.chip("all").click()
    page.admission.approve.click()
    office.qtbot.waitUntil(page.admission.approve.isEnabled, timeout=WAIT_MS)
    rest(office)
    return page


@pytest.fixture
def joined(window: Opened, office: Opened, server: Running) -> Opened:
    """Sari's window, joined to Rina's kelurahan."""
    ask_to_join(window, invitation(office), server.address)
    admit(office, do(window, joining.own_code))
    for each in (office, window, office, window):
        meet(each)
    return window


def test_a_volunteer_joins_by_code_waits_calmly_and_is_received(
    window: Opened, office: Opened, server: Running
) -> None:
    record(window)
    code = invitation(office)
    page = ask_to_join(window, f"{code[:-4]}0000", server.address)
    assert "Undangan dengan kode itu tidak ada" in page.note.text.text()
    ask_to_join(window, code, server.address)
    assert page.head.text() == "Menunggu koordinator."
    assert "Rina Contoh" in page.explained.text()
    window.qtbot.waitUntil(lambda: chip(window) == "Aman di laptop · menunggu koordinator")
    card = admit(office, do(window, joining.own_code)).admission
    assert card.note.text.text() == "Sari Contoh, RT 912, sudah diterima."
    meet(office)
    meet(window)
    shown = visit(window, "sync")
    assert isinstance(shown, SyncPage)
    assert shown.headline.text() == "Semua sudah terkirim."
    window.qtbot.waitUntil(lambda: chip(window) == "Semua sudah terkirim")


def test_notes_travel_between_windows_and_none_is_called_received_too_early(
    joined: Opened, office: Opened
) -> None:
    visit(office, "activities")
    record(joined, place="Balai RT")
    assert step_of_last(joined) is Step.WAITS
    page = visit(joined, "sync")
    assert isinstance(page, SyncPage)
    page.send.click()
    joined.qtbot.waitUntil(lambda: joined.desk().toast.text() == "Kirim dan terima selesai.")
    rest(joined)
    assert step_of_last(joined) is Step.RECEIVED
    assert [row.state for row in rows(joined)] == [State.RECEIVED]
    meet(office)
    listed = office.desk().page()
    assert isinstance(listed, ActivitiesPage)
    office.qtbot.waitUntil(lambda: listed.list.rows.rowCount() > 0)


def test_while_all_is_compared_with_a_restored_server_the_window_says_so(joined: Opened) -> None:
    do(joined, read_another_log)
    said: list[str] = []
    joined.house.traveller.moved.connect(lambda *_: said.append(chip(joined)))
    meet(joined)
    assert "Memeriksa ulang data…" in said
    joined.qtbot.waitUntil(lambda: chip(joined) == "Semua sudah terkirim")


def read_another_log(ws: Workspace) -> None:
    """Let the laptop stand in each log where no server has it, as after a restore."""
    for space in positions.spaces(ws.db):
        at = positions.cursor(ws.db, space)
        with writing(ws.db):
            marks.add(ws.db, space, Cursor(at.seq + 1, "f" * 32))


def test_two_people_can_read_the_same_words_to_each_other(joined: Opened, office: Opened) -> None:
    record(joined)
    for each in (joined, office, joined):
        meet(each)
    said = []
    for each in (joined, office):
        page = visit(each, "sync")
        assert isinstance(page, SyncPage)
        assert page.history.receipt.isVisible()
        said.append(
            {line for line in page.history.check_words.text().splitlines() if "912" in line}
        )
    assert said[0] == said[1] != set()


def test_a_photo_that_arrives_takes_its_place_on_the_page_that_is_open(
    joined: Opened, office: Opened
) -> None:
    ent = record(joined)
    new = NewPhoto(jpeg=jpeg(), children_visible="tidak")
    do(joined, lambda ws: photos.add(ws, ent, new))
    for each in (joined, office):
        meet(each)
    folder = office.house.folder
    for name in list(parts.every(folder)):
        parts.remove(folder, name)
    page = visit(office, "activity", ent=ent)
    assert isinstance(page, ActivityPage)
    assert photo_states(page) == ["Foto belum tiba"]
    meet(office)
    assert photo_states(page) == ["Tanpa wajah anak"]
    (tile,) = page.photos.tiles.values()
    office.qtbot.waitUntil(lambda: not tile.picture.image().isNull(), timeout=WAIT_MS)
    assert tile.picture.isEnabled()


def photo_states(page: ActivityPage) -> list[str]:
    return [tile.state.text() for tile in page.photos.tiles.values()]


def test_a_clock_that_is_far_off_is_told_once_and_stands_on_the_page(
    joined: Opened, office: Opened
) -> None:
    clock = joined.house.clock
    assert isinstance(clock, FixedClock)
    clock.moment -= timedelta(days=400)
    joined.desk().take_up()
    rest(joined)
    joined.qtbot.waitUntil(lambda: joined.desk().toast.text().startswith("Jam laptop belum cocok"))
    meet(joined)
    assert joined.desk().toast.text() == "Kirim dan terima selesai."
    page = visit(joined, "sync")
    assert isinstance(page, SyncPage)
    assert page.clock.text.text().startswith("Jam laptop belum cocok: di sini 17 Oktober 2025")
    assert page.clock.isVisible()


def test_a_lost_laptop_is_removed_after_one_question_and_its_notes_wait(
    joined: Opened, office: Opened
) -> None:
    record(joined)
    meet(joined)
    meet(office)
    page = visit(office, "kelurahan")
    assert isinstance(page, KelurahanPage)
    dev = do(joined, lambda ws: ws.device.dev)
    page.members.loss_asked.emit(dev)
    office.qtbot.waitUntil(page.members.panel.isVisible, timeout=WAIT_MS)
    assert "RT 912: 1 kegiatan" in page.members.panel.could.text()
    page.members.panel.go.click()
    rest(office)
    members = do(office, roll.people)
    assert [each.is_active for each in members if each.dev == dev] == [False]
    meet(office)
    record(joined)
    meet(joined)
    assert do(joined, syncing.state).situation is Situation.APPROVAL
    meet(office)
    page = visit(office, "kelurahan")
    assert isinstance(page, KelurahanPage)
    assert page.held.isVisible()
    page.held.decided.emit(do(office, holding.held)[0].notes, True, "")
    office.settle()
    assert do(office, holding.held) == ()


def chip(window: Opened) -> str:
    return window.desk().shell.topbar.state.text()


def step_of_last(window: Opened) -> Step:
    return do(window, syncing.overview).latest[0].step


def test_the_page_of_a_coordinator_fits_at_every_size(lonely: Opened) -> None:
    assert misfits(lonely) == []


def test_an_office_has_the_pages_that_need_no_rt_and_all_of_them_open(lonely: Opened) -> None:
    office = lonely
    assert office.desk().entries() == ["activities", "cases", "kelurahan", "sync", "settings"]
    for key in office.desk().entries():
        visit(office, key)
    press(office, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert office.desk().key() == "settings"


def test_a_laptop_of_an_rt_has_no_coordinators_page(window: Opened) -> None:
    assert "kelurahan" not in window.desk().entries()


# A line that never answers


@pytest.fixture
def silent() -> Iterator[str]:
    """The address of somebody who takes every call and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


def send_into_silence(window: Opened, address: str) -> None:
    do(window, lambda ws: syncing.connect_to(ws, address))
    window.desk().take_up()
    window.settle()
    window.qtbot.waitUntil(window.house.session._on_the_line.locked, timeout=WAIT_MS)


def test_a_round_begins_when_a_network_appears_and_on_the_hour(office: Opened) -> None:
    traveller = office.house.traveller
    for begins in (traveller._links.appeared, traveller._hour.timeout):
        rest(office)
        assert not traveller.is_under_way
        begins.emit()
        assert traveller.is_under_way
    rest(office)


def test_f5_sends_now(window: Opened, silent: str) -> None:
    do(window, lambda ws: syncing.switch(ws, on=False))
    do(window, lambda ws: syncing.connect_to(ws, silent))
    window.desk().take_up()
    window.settle()
    assert not window.house.traveller.is_under_way
    press(window, Qt.Key.Key_F5)
    assert window.house.traveller.is_under_way
    assert chip(window).startswith("Mengirim ")


def test_f5_leads_to_the_page_while_there_is_no_server(window: Opened) -> None:
    press(window, Qt.Key.Key_F5)
    assert window.desk().key() == "sync"


def test_somebody_goes_on_writing_while_a_round_waits(window: Opened, silent: str) -> None:
    send_into_silence(window, silent)
    began = time.monotonic()
    record(window)
    assert time.monotonic() - began < 2
    assert window.house.traveller.is_under_way


def test_a_lock_ends_a_round_that_waits_and_leaves_no_keys(window: Opened, silent: str) -> None:
    send_into_silence(window, silent)
    began = time.monotonic()
    press(window, Qt.Key.Key_F9)
    session = window.house.session
    window.qtbot.waitUntil(lambda: session._workspace is None and not session.busy)
    assert time.monotonic() - began < 2
    assert not session._on_the_line.locked()
    assert not window.house.traveller.is_under_way


def test_a_locked_window_asks_for_no_round(window: Opened, silent: str) -> None:
    send_into_silence(window, silent)
    press(window, Qt.Key.Key_F9)
    window.settle()
    window.house.traveller.now()
    assert not window.house.traveller.is_under_way


def test_a_new_passphrase_does_not_wait_for_the_network(window: Opened, silent: str) -> None:
    send_into_silence(window, silent)
    window.desk().renew("gunung biru malam terang")
    window.qtbot.waitUntil(
        lambda: window.desk().toast.text() == "Kata sandi diganti.", timeout=WAIT_MS
    )
    assert window.is_open


def test_without_a_network_notes_wait_and_the_page_says_why(window: Opened) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        address = f"http://127.0.0.1:{gone.getsockname()[1]}"
    do(window, lambda ws: syncing.connect_to(ws, address))
    record(window)
    window.desk().take_up()
    window.settle()
    rest(window)
    page = visit(window, "sync")
    assert isinstance(page, SyncPage)
    assert page.headline.text() == "Semua catatan aman di laptop ini."
    assert page.text.text().startswith("Belum ada internet.")
    window.qtbot.waitUntil(lambda: "menunggu dikirim" in window.desk().shell.topbar.state.text())
