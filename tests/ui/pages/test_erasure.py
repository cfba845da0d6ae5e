"""Asking for erasure where the time of keeping is over; and the list of requests for all."""

from dataclasses import replace

from patbm_desktop.ui.forms.case_values import Wish
from patbm_desktop.ui.pages.sync_page import SyncPage
from patbm_desktop.ui.parts import case_notices
from patbm_desktop.ui.parts.case_notices import Around, Notice
from tests.ui import casework
from tests.ui.opened import Opened
from tests.ui.parts.test_erasure_card import DONE, WAITING

OVER = Around(today=casework.TODAY, due_on=casework.TODAY, may_erase=True)


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


def test_the_button_asks(window: Opened) -> None:
    page = casework.opened(window, casework.note(window))
    heard: list[object] = []
    page.asked.disconnect()
    page.asked.connect(lambda wish, _about: heard.append(wish))
    page.notices.show_notices([about_keeping(window, OVER)])
    page.notices.buttons[case_notices.ERASE, ""].click()
    assert heard == [Wish.ERASE]


def test_the_page_of_travelling_notes_lists_the_requests(window: Opened) -> None:
    page = window.visit("sync")
    assert isinstance(page, SyncPage)
    assert page.erasures.isHidden()
    page.erasures.show_notices([WAITING, DONE])
    assert page.erasures.isVisible()
    page.wipe()
    assert page.erasures.isHidden()
