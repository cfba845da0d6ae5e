"""Catat kegiatan in the real window: keys, drafts over a lock, photos from files, undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from patbm_desktop.actions import wording
from patbm_desktop.actions.activities import activity_list, activity_rows, attendance
from patbm_desktop.actions.opened import drafts
from patbm_desktop.domain import ids
from patbm_desktop.domain.activity import Count4
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.domain.reason import Hint
from tests.ui.pages.test_activity_form_page import jpeg

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def asked(window, job):
    """Return what `job` says of the store."""
    found = []
    window.desk().ask(window.desk().page(), job, found.append)
    window.settle()
    return found[0]


def rows(window):
    return asked(window, lambda ws: activity_list.listing_of(ws, activity_list.Query()).rows)


class Hands:
    """Clicks and presses keys in the window, and counts them."""

    def __init__(self, qtbot, window):
        self.qtbot, self.window, self.count = qtbot, window, 0

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.count += 1
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.window.settle()

    def click(self, widget):
        self.count += 1
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.window.settle()


@pytest.fixture
def hands(qtbot, window):
    return Hands(qtbot, window)


def log(hands, window):
    hands.key(Qt.Key.Key_N, CONTROL)
    form = window.desk().page().form
    hands.click(form.what.chips.chip("lautan_rt"))
    hands.click(form.topics.chips.chip("gawai_internet_aman"))
    hands.click(form.counts.steppers["dewasa_p"].field)
    for key in ("1", "5", Qt.Key.Key_Tab, "4"):
        hands.key(key)


def test_the_usual_log_takes_nine_interactions_and_ends_in_one_activity(hands, window):
    log(hands, window)
    hands.key(Qt.Key.Key_S, CONTROL)
    (row,) = rows(window)
    assert row.activity.participants == Count4(0, 15, 4, 0)
    assert row.state is activity_rows.State.SAFE
    assert hands.count == 9
    assert asked(window, drafts.every) == ()
    assert window.desk().toast.text() == "Kegiatan disimpan di laptop ini."


def test_ctrl_z_takes_the_saving_back(hands, window):
    log(hands, window)
    hands.key(Qt.Key.Key_S, CONTROL)
    hands.key(Qt.Key.Key_Z, CONTROL)
    assert rows(window) == ()


def test_save_and_log_another_opens_an_empty_form(hands, window):
    log(hands, window)
    hands.key(Qt.Key.Key_S, CONTROL | SHIFT)
    page = window.desk().page()
    assert window.desk().key() == "log"
    assert page.activity().program is None
    assert page.form.same.isVisibleTo(page)
    assert len(rows(window)) == 1


def test_leaving_half_typed_keeps_a_draft_that_opens_again(hands, window):
    log(hands, window)
    page = window.visit("home")
    (draft,) = asked(window, drafts.every)
    assert draft.label == "Lautan RT"
    page = window.visit("log", draft=draft.id)
    assert page.activity().participants == Count4(0, 15, 4, 0)
    assert "20.14" in page.bar.status.text()


def test_what_was_half_typed_comes_back_after_a_lock(qtbot, hands, window):
    log(hands, window)
    page = window.desk().page()
    page.form.unfold("notes")
    page.form.notes.result.setPlainText("Diskusi rama")
    hands.key(Qt.Key.Key_L, CONTROL)
    window.unlock()
    again = window.desk().page()
    assert again is not page
    assert again.form.notes.result.toPlainText() == "Diskusi rama"
    assert again.activity().participants == Count4(0, 15, 4, 0)


def test_photos_are_read_beside_and_kept_with_the_activity(qtbot, hands, window, tmp_path):
    good, bad = tmp_path / "a.jpg", tmp_path / "b.jpg"
    good.write_bytes(jpeg())
    bad.write_bytes(b"%PDF-1.7")
    log(hands, window)
    page = window.desk().page()
    page.photos_offered.emit([good, bad])
    window.settle()
    assert len(page.form.photos.photos()) == 1
    assert "belum bisa dibaca" in page.form.photos.note.text()
    hands.key(Qt.Key.Key_S, CONTROL)
    assert rows(window)[0].photos == 1


def test_a_correction_from_the_list_comes_back_to_where_it_began(hands, window):
    log(hands, window)
    hands.key(Qt.Key.Key_S, CONTROL)
    ent = rows(window)[0].ent
    page = window.visit("log", ent=ent)
    page.form.counts.set_counts(Count4(1, 2, 3, 4))
    page.form.changed.emit()
    hands.key(Qt.Key.Key_S, CONTROL)
    assert rows(window)[0].activity.participants == Count4(1, 2, 3, 4)


def test_names_are_kept_with_an_activity(hands, window):
    log(hands, window)
    hands.key(Qt.Key.Key_S, CONTROL)
    ent = rows(window)[0].ent
    page = window.visit("attendance", ent=ent)
    page.grid.view.pasted.emit("Ani\tP\nBudi\tL\t9")
    hands.click(page.grid.use)
    hands.key(Qt.Key.Key_S, CONTROL)
    row = rows(window)[0]
    assert row.activity.participants == Count4(0, 1, 1, 0)
    assert row.lists == 1


def test_a_child_that_a_list_names_is_pointed_out_in_the_texts_of_another_session(hands, window):
    child = Attendee(name="Dimas Contoh", age_group="6-12")
    asked(window, lambda ws: attendance.save(ws, ids.fresh(), [child]))
    log(hands, window)
    notes = window.desk().page().form.notes
    notes.result.set_plain("Ramai, DIMAS  contoh datang bersama ibunya")
    notes.look_now()
    assert wording.sentence(Hint.KNOWN_NAME, "id") in notes.fields["result"].note.text()
    notes.result.set_plain("Ramai, banyak yang bertanya")
    notes.look_now()
    assert notes.fields["result"].note.isHidden()


def test_tab_leaves_the_form_for_the_bar_below_it(hands, window):
    hands.key(Qt.Key.Key_N, CONTROL)
    page = window.desk().page()
    page.form.extras.photo.setFocus()
    hands.key(Qt.Key.Key_Tab)
    assert page.form.worry.isAncestorOf(QApplication.focusWidget())
    hands.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.bar.again
    hands.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.bar.keep


def test_shift_tab_from_the_first_question_goes_up_to_the_head(hands, window):
    hands.key(Qt.Key.Key_N, CONTROL)
    page = window.desk().page()
    page.form.what.focus_first()
    hands.key(Qt.Key.Key_Backtab, SHIFT)
    stop = QApplication.focusWidget()
    assert not page.isAncestorOf(stop)
    assert not page.bar.isAncestorOf(stop)
