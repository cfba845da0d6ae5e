"""Asking for erasure where the time of keeping is over; and the list of requests for all."""

from dataclasses import replace

from sqlite_utils import Database

from patbm_desktop.actions.cases import case_moves
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.upkeep import erasing
from patbm_desktop.actions.upkeep.erasing import Stand
from patbm_desktop.domain import ids
from patbm_desktop.domain.erasure import ASK, ERASE
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync import founding
from patbm_desktop.sync.founding import Root
from patbm_desktop.ui.forms.case_values import Wish
from patbm_desktop.ui.pages.sync_page import SyncPage
from patbm_desktop.ui.parts import case_notices
from patbm_desktop.ui.parts.case_notices import Around, Notice
from tests.ui import casework, doing
from tests.ui.opened import Opened
from tests.ui.parts.test_erasure_card import DONE, WAITING

OVER = Around(today=casework.TODAY, due_on=casework.TODAY, may_erase=True)


def forget_cases(db: Database) -> None:
    """Drop every case, as an erasure does."""
    with writing(db):
        db.execute("DELETE FROM record WHERE kind IN ('case', 'case_detail')")


def about_keeping(window: Opened, around: Around) -> Notice:
    """Return what is said of how long a note is kept."""
    page = casework.page_of(window, casework.note(window))
    return case_notices.notices_of(page, around)[-1]


def test_a_coordinator_may_ask_once_the_time_of_keeping_is_over(window: Opened) -> None:
    notice = about_keeping(window, OVER)
    assert [words for _, _, words in notice.acts] == ["Minta dihapus permanen"]
    assert "semua anggota melihat permintaan itu 14 hari" in notice.text


def test_nobody_else_is_offered_it(window: Opened) -> None:
    assert about_keeping(window, replace(OVER, may_erase=False)).acts == ()


def test_when_it_was_asked_the_day_stands_there_instead(window: Opened) -> None:
    notice = about_keeping(window, replace(OVER, erasure=WAITING))
    assert notice.text == "Catatan ini akan dihapus permanen tanggal 5 Desember 2026."
    assert notice.acts == ()


def test_who_coordinates_may_take_it_back_on_the_note(window: Opened) -> None:
    mine = replace(WAITING, may_take_back=True)
    notice = about_keeping(window, replace(OVER, erasure=mine))
    assert notice.acts == ((case_notices.TAKE_BACK, mine.op, "Tarik kembali"),)


def test_who_froze_it_and_does_not_coordinate_is_told_whom_to_ask(window: Opened) -> None:
    ent = casework.note(window)
    page = casework.page_of(window, ent)
    doing.do(window, lambda ws: case_moves.freeze(ws, page, "proses_hukum"))
    around = replace(OVER, erasure=WAITING)
    said = [each.text for each in case_notices.notices_of(casework.page_of(window, ent), around)]
    whom = "Minta koordinator menarik kembali permintaan hapus."
    assert [each.endswith(whom) for each in said] == [False, True]


def test_the_button_asks(window: Opened) -> None:
    page = casework.opened(window, casework.note(window))
    heard: list[object] = []
    page.asked.disconnect()
    page.asked.connect(lambda wish, _about: heard.append(wish))
    page.notices.show_notices([about_keeping(window, OVER)])
    page.notices.buttons[case_notices.ERASE, ""].click()
    assert heard == [Wish.ERASE]


def ask_for(ws: Workspace, ent: str) -> str:
    """Let the owner of the laptop, who coordinates too, ask for a case; return the request."""
    owner = {"name": "Sari Contoh", "level": "kelurahan"}
    office = founding.found(ws.laptop, Root(kelurahan="64.71.99.1001", owner=owner))
    values = {"targets": [[ws.entity("case", ent).space, ent]], "reason": "diminta",
              "basis": "pasal_43"}  # fmt: skip
    asked = ws.laptop.control(ASK, ids.fresh(), values, space=office)
    ws.laptop.keep([asked])
    return asked.id


def test_a_click_on_the_note_takes_the_request_back(window: Opened) -> None:
    ent = casework.note(window)
    asked = doing.do(window, lambda ws: ask_for(ws, ent))
    page = casework.opened(window, ent)
    page.notices.buttons[case_notices.TAKE_BACK, asked].click()
    window.settle()
    assert [each.stand for each in doing.do(window, erasing.notices)] == [Stand.BACK]
    assert window.desk().toast.text().startswith("1 catatan tidak jadi dihapus permanen.")
    assert (case_notices.TAKE_BACK, asked) not in page.notices.buttons


def test_what_is_said_of_a_request_elsewhere_is_seen_on_the_note_at_once(window: Opened) -> None:
    ent = casework.note(window)
    asked = doing.do(window, lambda ws: ask_for(ws, ent))
    page = casework.opened(window, ent)
    doing.do(window, lambda ws: erasing.take_back(ws, asked))
    assert (case_notices.TAKE_BACK, asked) in page.notices.buttons
    window.desk().changed({ASK})
    window.settle()
    assert (case_notices.TAKE_BACK, asked) not in page.notices.buttons


def test_a_note_that_was_erased_elsewhere_is_shown_no_more(window: Opened) -> None:
    page = casework.opened(window, casework.note(window))
    page.open_form(Wish.FOLLOW_UP)
    doing.do(window, lambda ws: forget_cases(ws.db))
    window.desk().changed({ERASE})
    window.settle()
    assert (page.title(), page.place()) == ("Catatan rahasia", {})
    assert not page._columns.isVisible()
    assert window.desk().toast.text().startswith("Catatan ini tidak ada di laptop ini.")


def test_the_page_of_travelling_notes_lists_the_requests(window: Opened) -> None:
    page = window.visit("sync")
    assert isinstance(page, SyncPage)
    assert page.erasures.isHidden()
    page.erasures.show_notices([WAITING, DONE])
    assert page.erasures.isVisible()
    page.wipe()
    assert page.erasures.isHidden()
