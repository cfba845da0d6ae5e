"""Nobody has telephoned yet: asked at each unlock and every hour, never before an onlooker."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from patbm_desktop.actions.cases import case_noting, casebook
from patbm_desktop.domain.case import Call, CaseDetail, Victim
from patbm_desktop.ui.call_again import HOUR_MS, WAIT_MS
from tests.ui import doing, reading

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def grave(window):
    """The id of a case for which nobody has telephoned."""
    detail = CaseDetail(category="kekerasan_seksual", victim=Victim("P", "13-17"))
    return doing.do(window, lambda ws: case_noting.note(ws, detail)).ent


def unlock_again(window):
    window.hide_now()
    window.unlock()
    return window.call_again.panel()


def calls(window, ent):
    return doing.do(window, lambda ws: casebook.page(ws, ent)).dossier.detail.called


def test_the_next_unlock_asks_with_the_code_and_the_numbers(window, grave):
    panel = unlock_again(window)
    said = [label.text() for label in panel.findChildren(QLabel)]
    assert any("K-" in text for text in said)
    assert {"129", "110", "112"} <= set(said)


def test_an_hour_later_it_asks_again(window, grave):
    window.call_again.start(window.desk())
    window.settle()
    window.call_again.panel().later.click()
    assert not window.call_again.is_open()
    assert window.call_again._timer.interval() == HOUR_MS
    window.call_again._timer.timeout.emit()
    window.settle()
    assert window.call_again.is_open()


def test_the_call_is_noted_with_its_time_and_nobody_asks_again(window, grave):
    panel = unlock_again(window)
    panel.keep.click()
    panel.calls.chips.chip("polisi_110").click()
    panel.keep.click()
    window.settle()
    noted = {call.to: call.at for call in calls(window, grave)}
    assert noted == {"sapa_129": time(20, 14), "polisi_110": time(20, 14)}
    assert unlock_again(window) is None


def test_a_time_that_cannot_be_read_is_not_taken(window, grave):
    panel = unlock_again(window)
    panel.keep.click()
    panel.calls.times["sapa_129"].setText("petang")
    panel.keep.click()
    window.settle()
    assert window.call_again.is_open()
    assert calls(window, grave) == ()


def test_nothing_is_asked_where_nothing_waits(window):
    assert unlock_again(window) is None
    assert window.call_again._timer.interval() == HOUR_MS


def test_nothing_is_asked_while_somebody_looks_on(window, grave):
    window.desk().shell.topbar.meeting.click()
    window.call_again.start(window.desk())
    window.settle()
    assert not window.call_again.is_open()
    assert window.call_again._timer.interval() == WAIT_MS


def test_nothing_is_asked_while_a_note_is_written(window, grave):
    window.visit("concern")
    window.call_again.start(window.desk())
    window.settle()
    assert not window.call_again.is_open()


def test_f9_takes_the_panel_away_with_its_words(window, grave):
    panel = unlock_again(window)
    window.hide_now()
    assert [label.text() for label in panel.findChildren(QLabel) if label.text()] == []
    assert not window.call_again.is_open()


def test_keys_of_the_window_rest_while_it_asks(qtbot, window, grave):
    unlock_again(window)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    assert window.desk().key() == "home"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_panel_fits_also_once_it_has_grown(window, grave, scale):
    window.house.theme.apply(scale=scale)
    panel = unlock_again(window)
    panel.keep.click()
    for to in ("uptd_ppa", "polisi_110"):
        panel.calls.chips.chip(to).click()
    window.qtbot.wait(20)
    assert reading.cut_words(panel) == []
    assert reading.nameless(panel) == []


def test_a_call_already_noted_on_the_form_is_enough(window):
    detail = CaseDetail(category="kekerasan_seksual", called=(Call("uptd_ppa"),))
    doing.do(window, lambda ws: case_noting.note(ws, detail))
    assert unlock_again(window) is None
