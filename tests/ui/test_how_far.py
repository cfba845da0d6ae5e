"""How far a note has come stands wherever the note stands, and all who count say the same."""

from PySide6.QtCore import QAbstractListModel, Qt

from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel import syncing
from patbm_desktop.domain.op import parse
from patbm_desktop.store import oplog, outbox
from patbm_desktop.ui.pages.activities_page import ActivitiesPage
from patbm_desktop.ui.pages.activity_page import ActivityPage
from patbm_desktop.ui.pages.case_page import CasePage
from patbm_desktop.ui.pages.cases_page import CasesPage
from patbm_desktop.ui.pages.home_page import HomePage
from patbm_desktop.ui.pages.sync_page import SyncPage
from patbm_desktop.ui.parts.labels import Pill
from patbm_desktop.ui.parts.latest_row import LatestRow
from tests.ui import casework
from tests.ui.doing import do, record
from tests.ui.opened import Opened
from tests.ui.test_window import words_in

WORDS = {
    None: "Menunggu dikirim",
    outbox.SENT: "Dikirim",
    "held:peran": "Menunggu koordinator",
    outbox.BAD_SIZE: "Belum diterima",
    outbox.BACK: "Terkirim",
}


def connected(window: Opened) -> None:
    do(window, lambda ws: syncing.connect_to(ws, "patbm.contoh.go.id"))
    do(window, lambda ws: syncing.switch(ws, on=False))
    window.desk().take_up()
    window.settle()


def test_both_lists_both_pages_and_beranda_say_it_in_the_same_words(window: Opened) -> None:
    session, case = record(window), casework.note(window)
    connected(window)
    for said, words in WORDS.items():
        do(window, lambda ws, said=said: answer_to_all(ws, said))
        assert says_of(window, session, case) == dict.fromkeys(
            ("Beranda", "Kegiatan", "one activity", "Catatan rahasia", "one case"), words
        )


def says_of(window: Opened, session: str, case: str) -> dict[str, str]:
    """Return which of the words each page says."""
    said = {}
    home = window.visit("home")
    said["Beranda"] = home.findChildren(LatestRow)[0].accessibleName()
    listed = window.visit("activities")
    assert isinstance(listed, ActivitiesPage)
    said["Kegiatan"] = spoken(listed.list.rows)
    said["one activity"] = ", ".join(pills(window.visit("activity", ent=session)))
    listed = window.visit("cases")
    assert isinstance(listed, CasesPage)
    said["Catatan rahasia"] = spoken(listed.list.rows)
    said["one case"] = ", ".join(pills(window.visit("case", ent=case)))
    return {page: only(words) for page, words in said.items()}


def only(sentence: str) -> str:
    """Return the one of the words that stands in `sentence`."""
    (found,) = set(sentence.split(", ")) & set(WORDS.values())
    return found


def test_on_a_laptop_that_belongs_to_nobody_else_nothing_is_said_to_wait(window: Opened) -> None:
    record(window)
    case = casework.note(window)
    assert pills(window.visit("case", ent=case)).isdisjoint(WORDS.values())
    page = window.visit("sync")
    assert "menunggu dikirim" not in " ".join(words_in(page))


def test_the_chip_beranda_and_the_page_count_the_same_at_every_instant(window: Opened) -> None:
    connected(window)
    do(window, lambda ws: answer_to_all(ws, outbox.BACK))
    for number, key in ((1, "home"), (2, "sync"), (3, "home")):
        page = window.visit(key)
        record(window, place=f"Balai {number}")
        window.desk().changed({"activity"})
        window.settle()
        count = f"{number} menunggu dikirim"
        assert window.desk().shell.topbar.state.accessibleName() == f"Aman di laptop · {count}"
        assert count_on(page) == number
    do(window, lambda ws: answer_to_all(ws, outbox.SENT))
    page = window.visit("sync")
    assert isinstance(page, SyncPage)
    assert window.desk().shell.topbar.state.accessibleName() == "Aman di laptop · 3 dikirim"
    assert page.flow.handed.number.text() == "3"


def count_on(page: object) -> int:
    """Return how many notes Beranda or Sinkronisasi says to wait."""
    if isinstance(page, HomePage):
        return int(page.safe.text.text().split(" catatan")[0])
    assert isinstance(page, SyncPage)
    return int(page.flow.here.number.text())


def test_beranda_leads_to_the_flash_drive_and_back(window: Opened) -> None:
    record(window)
    connected(window)
    home = window.visit("home")
    assert isinstance(home, HomePage)
    assert home.safe.send.isVisible()
    home.safe.save.clicked.emit()
    window.settle()
    assert window.desk().key() == "sync"


def pills(page: object) -> set[str]:
    assert isinstance(page, ActivityPage | CasePage)
    return {each.text() for each in page.findChildren(Pill) if not each.isHidden()}


def spoken(rows: QAbstractListModel) -> str:
    """Return what a screen reader says of all rows."""
    role = Qt.ItemDataRole.AccessibleTextRole
    return ", ".join(rows.index(at).data(role) for at in range(rows.rowCount()))


def answer_to_all(ws: Workspace, said: str | None) -> None:
    """Let all that waits be answered with `said`."""
    ops = [parse(body, sig).id for body, sig in oplog.ops_of(ws.db)]
    outbox.note_answers(ws.db, dict.fromkeys(ops, said))
