"""A kelurahan with no server: an invitation as a file, and one flash drive that goes to and fro."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.kelurahan import joining
from patbm_desktop.actions.kelurahan.joining import State
from patbm_desktop.actions.travel import drives, syncing
from patbm_desktop.actions.travel.drives import Drive
from patbm_desktop.actions.travel.syncing import Step
from patbm_desktop.ui.pages.join_page import JoinPage
from patbm_desktop.ui.pages.kelurahan_page import KelurahanPage
from patbm_desktop.ui.pages.sync_page import SyncPage
from patbm_desktop.ui.theme import Theme
from tests.ui import travels
from tests.ui.doing import do, record
from tests.ui.opened import WAIT_MS, Opened
from tests.ui.travels import visit


@pytest.fixture
def office(
    qtbot: QtBot, theme: Theme, tmp_path: Path, no_bug: None, stick: Path
) -> Iterator[Opened]:
    made = travels.make_office(tmp_path / "founded")
    window = travels.opened_office(qtbot, theme, made, tmp_path / "office")
    yield window
    window.close()


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "stick"
    root.mkdir()
    monkeypatch.setattr(drives, "plugged_in", lambda: (Drive(root, "stick"),))
    return root


def carried(window: Opened, *, out: bool) -> str:
    """Save to the flash drive or take from it, and return what the page says."""
    page = visit(window, "sync")
    assert isinstance(page, SyncPage)
    (page.save_stick if out else page.take_stick).click()
    window.qtbot.waitUntil(page.note.isVisible, timeout=WAIT_MS)
    window.settle()
    return page.note.text.text()


def choose(window: Opened, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    for name in ("ask_open", "ask_save"):
        monkeypatch.setattr(window.house.files, name, lambda *_: path)


def test_a_volunteer_joins_and_is_received_without_any_server(
    window: Opened, office: Opened, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(window)
    for each in (window, office):
        choose(each, monkeypatch, tmp_path / "undangan")
    page = visit(office, "kelurahan")
    assert isinstance(page, KelurahanPage)
    page.invitation.rt.setText("912")
    page.invitation.invite.click()
    office.qtbot.waitUntil(page.invitation.shown.isVisible, timeout=WAIT_MS)
    assert not page.invitation.code.isVisible()
    page.invitation.keep.click()
    office.settle()
    asked = visit(window, "join")
    assert isinstance(asked, JoinPage)
    asked.choose.click()
    window.qtbot.waitUntil(asked.stick.isVisible, timeout=WAIT_MS)
    assert "PATBM_RT912_2026-11-21.patbm" in carried(window, out=True)
    assert "1 laptop minta terhubung." in carried(office, out=False)
    page = visit(office, "kelurahan")
    assert isinstance(page, KelurahanPage)
    office.qtbot.waitUntil(page.admission.form.isVisible, timeout=WAIT_MS)
    page.admission.code.setText(do(window, joining.own_code))
    page.admission.terms.pact.chip("today").click()
    page.admission.terms.since.chip("all").click()
    page.admission.approve.click()
    office.qtbot.waitUntil(page.admission.approve.isEnabled, timeout=WAIT_MS)
    assert page.admission.note.text.text() == "Sari Contoh, RT 912, sudah diterima."
    office.qtbot.waitUntil(page.empty.isHidden, timeout=WAIT_MS)
    assert page.members.count.text() == "2 laptop"
    carried(office, out=True)
    carried(window, out=False)
    assert do(window, joining.standing).state is State.JOINED
    assert [each.step for each in do(window, syncing.overview).latest] == [Step.RECEIVED]
