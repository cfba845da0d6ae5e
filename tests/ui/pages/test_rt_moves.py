"""Hubungkan asks whether an RT has moved, and the window then stands under its new name."""

from pathlib import Path

from patbm_desktop.actions.travel.errands import Wish
from patbm_desktop.domain import ids
from patbm_desktop.sync.enrolment import Invitation, write_invitation
from patbm_desktop.ui.pages.join_page import JoinPage
from tests.server.cast import card
from tests.store.laptop import Author
from tests.ui import doing
from tests.ui.opened import WAIT_MS, Opened
from tests.ui.travels import rest, visit

ELSEWHERE = "64.71.99.1002"


def invited(folder: Path) -> Path:
    """Return a file by which a coordinator of another kelurahan invites RT 3."""
    path = folder / "pindah.undangan"
    made = Invitation(
        kelurahan=ELSEWHERE, office=ids.fresh(), card=card(Author()), rt="003", server=None,
        code="00001111",
    )  # fmt: skip
    write_invitation(path, made)
    return path


def test_one_press_says_that_the_rt_has_moved_and_its_notes_come_along(
    window: Opened, tmp_path: Path
) -> None:
    doing.record(window, place="Balai 912")
    space, page = window.desk().me.space, visit(window, "join")
    assert isinstance(page, JoinPage)
    page.wished.emit(Wish(file=invited(tmp_path)))
    window.qtbot.waitUntil(page.both.isVisible, timeout=WAIT_MS)
    assert "kelurahan lain" not in page.note.text.text()
    assert window.desk().me.rt_number == "912"
    page.both.click()
    window.qtbot.waitUntil(lambda: window.desk().me.rt_number == "003", timeout=WAIT_MS)
    rest(window)
    me = window.desk().me
    assert (me.rt_number, me.kelurahan_code, me.space) == ("003", ELSEWHERE, space)
    assert page.head.text() == "Menunggu koordinator."
    assert "RT 3" in window.desk().shell.sidebar.place.text()
    assert doing.do(window, lambda ws: len(ws.spaces)) == 1
