"""Sinkronisasi in the window of somebody who left: the notes go when she types that they shall."""

from pathlib import Path

from patbm_desktop.actions.activities import activities, activity_list
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.activity import Activity
from patbm_desktop.ui.pages.sync_page import SyncPage
from tests.actions.leaving import send_away
from tests.ui.doing import do, misfits_at
from tests.ui.opened import EVENING, WAIT_MS, Opened

WALK = Activity(program="ppatbm", type="sosialisasi", topics=("hak_anak",), date=EVENING.date())


def left(window: Opened, folder: Path) -> SyncPage:
    """Let Sari note a session and be sent away; return the page a month later."""

    def arrange(ws: Workspace) -> None:
        activities.record(ws, WALK)
        send_away(ws, folder, ws.clock)

    do(window, arrange)
    page = window.visit("sync")
    assert isinstance(page, SyncPage)
    return page


def test_the_notes_go_and_the_page_says_so(window: Opened, tmp_path: Path) -> None:
    page = left(window, tmp_path / "rina")
    page.left.ask.click()
    page.left.panel.word.setText("hapus")
    page.left.panel.go.click()
    window.qtbot.waitUntil(page.left.panel.isHidden, timeout=WAIT_MS)
    window.settle()
    assert page.left.ask.isHidden()
    assert "Dihapus dari laptop ini" in page.left.rows.findChildren(type(page.headline))[1].text()
    shown = do(window, lambda ws: activity_list.listing_of(ws, activity_list.Query()))
    assert shown.rows == ()


def test_the_question_has_room_in_the_largest_letters(window: Opened, tmp_path: Path) -> None:
    page = left(window, tmp_path / "rina")
    page.left.ask.click()
    assert misfits_at(window, 2.0) == []
