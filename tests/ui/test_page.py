from typing import ClassVar

import pytest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)
from pytestqt.qtbot import QtBot

from patbm_desktop.ui.page import FormPage, Page
from patbm_desktop.ui.theme import Theme


class Note(FormPage):
    """A form of one line."""

    FORM: ClassVar[str] = "note"

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.line = QLineEdit(self)
        self.line.textEdited.connect(self.touched)

    def data(self) -> dict[str, object]:
        return {"line": self.line.text()}


@pytest.fixture
def note(qtbot: QtBot, theme: Theme) -> Note:
    note = Note(theme)
    qtbot.addWidget(note)
    return note


def test_typing_is_handed_over_within_a_second(qtbot: QtBot, note: Note) -> None:
    with qtbot.waitSignal(note.drafted, timeout=1000) as heard:
        qtbot.keyClicks(note.line, "halo")
    assert heard.args == [note.draft_id, {"line": "halo"}]


def test_a_form_nobody_touched_hands_nothing_over(qtbot: QtBot, note: Note) -> None:
    with qtbot.assertNotEmitted(note.drafted):
        note.flush()


def test_flushing_hands_over_at_once_and_only_once(qtbot: QtBot, note: Note) -> None:
    qtbot.keyClicks(note.line, "a")
    with qtbot.waitSignal(note.drafted, timeout=1):
        note.flush()
    with qtbot.assertNotEmitted(note.drafted):
        note.flush()


class Hurried(Note):
    """A form that waits for no pause."""

    LONGEST_WAIT_S: ClassVar[float] = 0.0


def test_somebody_who_never_pauses_has_a_draft_all_the_same(qtbot: QtBot, theme: Theme) -> None:
    note = Hurried(theme)
    qtbot.addWidget(note)
    with qtbot.waitSignal(note.drafted, timeout=200):
        qtbot.keyClicks(note.line, "a")


def test_a_new_form_has_a_draft_of_its_own_before_anything_is_kept(note: Note) -> None:
    before = note.place()
    note.new_draft()
    assert note.place() != before
    assert note.place() == {"draft": note.draft_id}


def test_a_saved_form_leaves_no_draft_behind(qtbot: QtBot, note: Note) -> None:
    qtbot.keyClicks(note.line, "a")
    note.forget_draft()
    with qtbot.assertNotEmitted(note.drafted, wait=800):
        note.flush()


@pytest.fixture
def full_page(qtbot: QtBot, theme: Theme) -> Page:
    page = Page(theme)
    layout = QVBoxLayout(page)
    names = QComboBox()
    names.addItem("Bunga")
    rows = QListWidget()
    rows.addItem("Bunga")
    for widget in (QLabel("Bunga"), QLineEdit("Bunga"), QPushButton("Bunga"), names, rows):
        layout.addWidget(widget)
    text = QPlainTextEdit("Bunga")
    layout.addWidget(text)
    qtbot.addWidget(page)
    return page


def test_wiping_leaves_no_word_in_any_widget(full_page: Page) -> None:
    full_page.wipe()
    left = [label.text() for label in full_page.findChildren(QLabel)]
    left += [line.text() for line in full_page.findChildren(QLineEdit)]
    left += [button.text() for button in full_page.findChildren(QPushButton)]
    left += [text.toPlainText() for text in full_page.findChildren(QPlainTextEdit)]
    assert not any(left)
    assert not any(box.count() for box in full_page.findChildren(QComboBox))
    assert not any(rows.count() for rows in full_page.findChildren(QListWidget))


def test_wiping_cannot_be_undone_with_control_z(qtbot: QtBot, full_page: Page) -> None:
    full_page.wipe()
    for text in full_page.findChildren(QPlainTextEdit):
        text.undo()
        assert not text.toPlainText()
