"""Every screen of a case, in both languages and in small windows: nothing cut, first things first.

What must be seen first is in sight: whom to call, a question that was just asked, the head of a
case that was just opened.
"""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from patbm_desktop.actions.cases import case_moves, casebook, cases, follow_ups
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.case import CaseDetail, Next, Victim
from patbm_desktop.domain.follow_up import FollowUp
from patbm_desktop.ui.forms.case_values import Wish
from patbm_desktop.ui.pages.case_page import CasePage
from patbm_desktop.ui.pages.concern_page import ConcernPage
from patbm_desktop.ui.pages.referral_page import ReferralPage
from patbm_desktop.ui.parts.frame import PageFrame
from tests.ui import apart, casework, doing
from tests.ui.looks import Look, misfits, wear, wear_nothing
from tests.ui.opened import EVENING, Opened
from tests.ui.test_fit import walk_round

STORY = "Terdengar tangisan beberapa malam. NIK 6471010101010001"
NOTES: dict[str, dict[str, object]] = {
    "ordinary": {"concern": "putus_sekolah", "age": "13-17", "what": "kunjungan"},
    "violence": {"concern": "dimarahi", "option": "dipukul", "age": "6-12", "story": STORY},
    "sexual": {"concern": "seksual", "sex": "P", "age": "13-17"},
    "grown_up": {"concern": "kdrt", "sex": "P", "age": "25-44"},
    "danger": {"concern": "ditinggal", "option": "ya", "age": "0-5", "danger": True},
    "hurt": {"concern": "ingin_mati", "age": "13-17"},
}
FORMS = (Wish.FOLLOW_UP, Wish.NEXT, Wish.CALLED, Wish.COMPLETE)
OF_LETTER = (Wish.HANDED, Wish.RECEIVED, Wish.ANSWERED)


def test_a_worry_fits_in_each_of_its_states(dressed: tuple[Opened, Look]) -> None:
    window, look = dressed
    page = concern(window)
    for name, answers in NOTES.items():
        begin(page, answers)
        assert (name, misfits(window, look)) == (name, [])
    page.ask_about_danger()
    assert ("asked", misfits(window, look)) == ("asked", [])
    page.form.stop.called.click()
    assert ("called", misfits(window, look)) == ("called", [])
    page.show_saved("a" * 32, "K-7QH2MD", "kuning")
    assert ("saved", misfits(window, look)) == ("saved", [])
    begin(page, NOTES["violence"])
    page.form.opener.chips.chip("yes").click()
    assert ("insider", misfits(window, look)) == ("insider", [])


def test_the_list_and_a_long_case_fit_with_each_of_its_forms(
    dressed: tuple[Opened, Look],
) -> None:
    window, look = dressed
    ent = long_case(window)
    window.visit("home")
    assert ("home", misfits(window, look)) == ("home", [])
    window.visit("cases")
    assert ("cases", misfits(window, look)) == ("cases", [])
    page = casework.opened(window, ent)
    assert ("case", misfits(window, look)) == ("case", [])
    for wish in (*FORMS, *OF_LETTER):
        page.open_form(wish)
        assert (wish, misfits(window, look)) == (wish, [])


def test_a_grave_case_a_closed_one_and_the_letter_fit(dressed: tuple[Opened, Look]) -> None:
    window, look = dressed
    grave = casework.note(window, casework.hit(category="kekerasan_seksual"))
    closed = closed_case(window)
    for what, ent in (("grave", grave), ("closed", closed)):
        casework.opened(window, ent)
        assert (what, misfits(window, look)) == (what, [])
    page = letter(window, grave)
    page.form.open_more()
    page._warn()
    assert ("letter", misfits(window, look)) == ("letter", [])


def test_the_longest_forms_fit_the_smallest_window_in_the_largest_words(window: Opened) -> None:
    smallest = Look("id", 2.0, (1024, 600))
    wear(window, smallest)
    page = concern(window)
    for name in ("violence", "grown_up", "danger"):
        begin(page, NOTES[name])
        page.form.note_call()
        assert (name, misfits(window, smallest)) == (name, [])
    made = letter(window, apart.case_apart(window))
    made.form.open_more()
    made.ask_handed()
    made._warn()
    assert misfits(window, smallest) == []
    wear_nothing(window)


# -- first things first ----------------------------------------------------------------------


def test_whom_to_call_comes_into_sight_with_the_answer_that_asks_for_it(window: Opened) -> None:
    page, chip = stopped(window)
    window.qtbot.waitUntil(lambda: is_in_sight(page.form, page.form.stop.numbers))
    assert is_in_sight(page.form, chip)


@pytest.mark.parametrize("scale", [1.25, 1.5], ids=str)
def test_in_large_words_the_number_to_call_comes_before_the_answer(
    window: Opened, scale: float
) -> None:
    wear(window, Look("id", scale, (1366, 697)))
    page, _ = stopped(window)
    window.qtbot.waitUntil(lambda: is_whole(page.form, page.form.stop.numbers))
    assert is_in_sight(page.form, page.form.stop.title)


def test_a_new_note_asks_nothing_about_the_numbers_opened_for_the_last(window: Opened) -> None:
    page = concern(window)
    page.ask_about_danger()
    assert page.form.strip.is_asking()
    assert page._asked is not None
    page.open_new(page._asked)
    assert not page.form.strip.is_asking()


def test_tab_from_beside_the_page_brings_the_numbers_into_sight(window: Opened) -> None:
    page = concern(window)
    begin(page, NOTES["sexual"])
    window.qtbot.wait(20)
    page.form.verticalScrollBar().setValue(page.form.verticalScrollBar().maximum())
    window.desk().shell.sidebar.setFocus()
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        if page.form.strip.numbers.hasFocus():
            break
    assert page.form.strip.numbers.hasFocus()
    assert is_in_sight(page.form, page.form.strip.numbers)


def test_whether_it_is_about_this_note_is_asked_in_sight(window: Opened) -> None:
    page = concern(window)
    begin(page, {"concern": "ditinggal", "option": "ya"})
    window.qtbot.wait(20)
    page.form.verticalScrollBar().setValue(page.form.verticalScrollBar().maximum())
    page.ask_about_danger()
    window.qtbot.waitUntil(lambda: is_in_sight(page.form, page.form.strip.yes))
    assert page.form.strip.yes.hasFocus()


def test_what_saving_a_letter_means_is_said_in_sight(window: Opened) -> None:
    page = letter(window, casework.note(window, casework.hit()))
    page.form.open_more()
    window.qtbot.wait(20)
    bar = page.frame.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.save_pdf.click()
    window.qtbot.waitUntil(lambda: is_in_sight(page.frame, page.warning))
    assert page.where.hasFocus()


def test_the_paper_goes_along_beside_the_questions(window: Opened) -> None:
    page = letter(window, casework.note(window, casework.hit()))
    page.form.open_more()
    window.qtbot.wait(20)
    bar = page.frame.verticalScrollBar()
    bar.setValue(bar.maximum())
    window.qtbot.waitUntil(lambda: is_in_sight(page.frame, page.preview.view))
    assert bar.value() == bar.maximum() > 0


def test_another_case_is_shown_from_its_top(window: Opened) -> None:
    first, other = long_case(window), casework.note(window, casework.hit())
    page = casework.opened(window, first)
    window.qtbot.wait(20)
    page.frame.verticalScrollBar().setValue(page.frame.verticalScrollBar().maximum())
    casework.opened(window, other)
    assert page.frame.verticalScrollBar().value() == 0


def test_beranda_and_the_list_both_say_at_the_side_how_many_wait(window: Opened) -> None:
    late = Next("cek", casework.TODAY - timedelta(days=2))
    entry = window.desk().shell.sidebar.button
    ent = casework.note(window)
    window.visit("home")
    assert entry("cases").accessibleName() == "Catatan rahasia"
    doing.do(window, lambda ws: cases.set_next(ws, casebook.page(ws, ent), late))
    window.visit("home")
    assert entry("cases").accessibleName() == "Catatan rahasia, 1"
    doing.do(window, lambda ws: cases.set_next(ws, casebook.page(ws, ent), later()))
    window.visit("cases")
    assert entry("cases").accessibleName() == "Catatan rahasia"


def test_tab_goes_through_a_case_as_the_eye_does(window: Opened) -> None:
    page = casework.opened(window, long_case(window))
    page.open_form(Wish.COMPLETE)
    window.qtbot.wait(20)
    stops = [each for each in walk_round(window)[:-1] if each is not None]
    here = [place_of(page, each) for each in stops if page.frame.isAncestorOf(each)]
    middle = place_of(page, page.person).x()
    left = [at.y() for at in here if at.x() < middle]
    right = [at.y() for at in here if at.x() >= middle]
    for tops in (left, right):
        start = tops.index(min(tops))
        assert tops[start:] + tops[:start] == sorted(tops)
    assert len(left) > len(right) > 5


# -- making them -----------------------------------------------------------------------------


def later() -> Next:
    """Return a step that nobody waits for yet."""
    return Next("cek", casework.TODAY + timedelta(days=2))


def concern(window: Opened) -> ConcernPage:
    """Return the empty form of a worry."""
    page = window.visit("concern")
    assert isinstance(page, ConcernPage)
    return page


def begin(page: ConcernPage, answers: dict[str, object]) -> None:
    """Answer a new form."""
    assert page._asked is not None
    page.open_new(page._asked)
    page.open_draft("ab" * 16, answers, EVENING)


def letter(window: Opened, case: str) -> ReferralPage:
    """Return the page of a letter."""
    page = window.visit("referral", case=case)
    assert isinstance(page, ReferralPage)
    return page


def long_case(window: Opened) -> str:
    """Keep a case with a letter, an identity and many follow-ups; return its id."""
    ent = casework.note(window, casework.hit())
    casework.keep_identity(window, ent)
    casework.refer(window, ent, received=True)
    note = "Petugas meminta kabar lagi minggu depan."

    def job(ws: Workspace) -> None:
        for days in range(8):
            on = casework.TODAY - timedelta(days=days)
            done = FollowUp(date=on, kind="telepon", result="membaik", note=note)
            follow_ups.record(ws, casebook.page(ws, ent), done)

    doing.do(window, job)
    return ent


def closed_case(window: Opened) -> str:
    """Keep a case that is closed, and is to be seen by a second person; return its id."""
    boy = CaseDetail(category="putus_sekolah", victim=Victim("L", "13-17"))
    ent = casework.note(window, boy)

    def job(ws: Workspace) -> None:
        for to, reason in (("didampingi", None), ("dipantau", None), ("selesai", "membaik")):
            case_moves.move(ws, casebook.page(ws, ent), to, reason)

    doing.do(window, job)
    return ent


def place_of(page: CasePage, widget: QWidget) -> QPoint:
    """Return where `widget` stands on the page, however far that is scrolled."""
    canvas = page.frame.widget()
    assert canvas is not None
    return widget.mapTo(canvas, QPoint(0, 0))


def stopped(window: Opened) -> tuple[ConcernPage, QWidget]:
    """Return the form with the stop panel that a chip has just opened, and the chip."""
    page = concern(window)
    chip = page.form.concern.chips.chip("seksual")
    chip.setFocus()
    chip.click()
    return page, chip


def is_whole(area: PageFrame, widget: QWidget) -> bool:
    """Say whether `widget` can be seen from its upper to its lower edge."""
    shown = QRect(widget.mapTo(area.viewport(), QPoint(0, 0)), widget.size())
    return area.viewport().rect().contains(shown)


def is_in_sight(area: PageFrame, widget: QWidget) -> bool:
    """Say whether the upper edge of `widget` and a line below it can be seen."""
    top = widget.mapTo(area.viewport(), widget.rect().topLeft())
    least = min(widget.height(), 40)
    return area.viewport().rect().contains(QRect(top.x(), top.y(), 1, least))
