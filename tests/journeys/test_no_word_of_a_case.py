"""What somebody finds of a case after F9, and on the disk with no passphrase: nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from patbm_desktop.actions.cases import case_noting, casebook, follow_ups
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import papers
from patbm_desktop.actions.papers.case_papers import kept_letter
from patbm_desktop.actions.upkeep import backups
from patbm_desktop.domain.case import CaseDetail, Identity, Victim
from patbm_desktop.domain.follow_up import FollowUp
from patbm_desktop.ui import trouble
from patbm_desktop.ui.forms.case_values import Wish
from patbm_desktop.ui.parts.chips import Chip
from tests.journeys.kader import Kader
from tests.ui import casework, doing
from tests.ui.leftovers import left_on_disk, left_on_screen
from tests.ui.opened import Opened

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

STORY, NAME, NOTE, TYPED = "Gemeretak", "Zulhamdani", "Kelontongan", "Terpontang"
"""Words that stand nowhere else: in a note, an identity, a follow-up, and half typed."""

WORDS = (STORY, NAME, NOTE, TYPED, "081234567890", "tetangga depan", "Lebam", "K-")
SECRETS = (STORY, NAME, NOTE, TYPED, "kekerasan_fisik", "tetangga depan", "case_detail")


def a_case(ws: Workspace) -> str:
    """Keep a case with words everywhere; return it."""
    detail = CaseDetail(
        category="kekerasan_fisik", victim=Victim("P", "6-12"), initials="ZUL", danger_now="tidak",
        narrative=f"{STORY} tiap malam, ada lebam.",
    )  # fmt: skip
    ent = case_noting.note(
        ws, detail, identity=Identity(nama=NAME, kontak_aman="tetangga depan")
    ).ent
    follow_ups.record(ws, casebook.page(ws, ent), FollowUp(kind="telepon", note=NOTE))
    return ent


@pytest.fixture
def ent(window: Opened) -> str:
    return doing.do(window, a_case)


def the_case(window: Opened, ent: str) -> None:
    page = casework.opened(window, ent)
    page.person.reveal.button.click()
    window.settle()
    page.open_form(Wish.FOLLOW_UP)
    form: Any = page.forms.form()
    QTest.keyClicks(form.text, TYPED)


def the_list(window: Opened, _: str) -> None:
    page: Any = window.visit("cases")
    page.in_notes.click()
    QTest.keyClicks(page.field, STORY)
    window.settle()


def the_letter(window: Opened, ent: str) -> None:
    page: Any = window.visit("referral", case=ent)
    QTest.keyClicks(page.form.who.lines["nama"], NAME)
    QTest.keyClicks(page.form.texts.done_before, TYPED)
    page.form.flush()
    window.settle()


def a_new_note(window: Opened, _: str) -> None:
    kader = Kader(window)
    body = kader.begin().form
    kader.click(body.concern.chips.chip("dimarahi"))
    kader.click(body.concern.options.chip("luka"))
    kader.write(body.story.text, f"{TYPED} 081234567890")
    body.story.move_first()


def a_note_that_keeps_nothing(window: Opened, _: str) -> None:
    a_new_note(window, _)
    body = Kader(window).concern().form
    Kader(window).click(body.opener.chips.chip("yes"))


def the_call_that_is_missing(window: Opened, _: str) -> None:
    grave = CaseDetail(category="kekerasan_seksual", narrative=STORY)
    doing.do(window, lambda ws: case_noting.note(ws, grave))
    window.call_again.start(window.desk())
    window.settle()
    assert window.call_again.is_open()


VIEWS = (
    the_case, the_list, the_letter, a_new_note, a_note_that_keeps_nothing, the_call_that_is_missing,
)  # fmt: skip


@pytest.mark.parametrize("view", VIEWS, ids=lambda each: each.__name__)
def test_f9_leaves_no_word_before_anything_else_happens(
    window: Opened, ent: str, view: Callable[[Opened, str], None]
) -> None:
    view(window, ent)
    before = left_on_screen(WORDS)
    assert before
    window.hide_now()
    assert left_on_screen(WORDS) == []


@pytest.mark.parametrize("view", [the_case, the_letter], ids=lambda each: each.__name__)
def test_a_page_that_is_left_keeps_none_not_even_to_undo(
    window: Opened, ent: str, view: Callable[[Opened, str], None]
) -> None:
    view(window, ent)
    window.visit("settings")
    assert left_on_screen((STORY, NAME, NOTE, "tetangga depan", "Lebam")) == []


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files, a known one."""
    made = tmp_path / "temp"
    made.mkdir()
    for name in ("TMPDIR", "TMP", "TEMP"):
        monkeypatch.setenv(name, str(made))
    monkeypatch.setattr("tempfile.tempdir", None)
    return made


@pytest.fixture
def logged(window: Opened) -> Iterator[None]:
    """The program notes its troubles beside the vault, as it does when it is started."""
    handler = trouble.keep_log(window.house.folder)
    yield
    trouble.log.removeHandler(handler)
    trouble.log.propagate = True
    handler.close()


def test_without_a_passphrase_no_file_tells_a_word(
    window: Opened, ent: str, temp: Path, logged: None, caplog: pytest.LogCaptureFixture
) -> None:
    folder = window.house.folder
    the_case(window, ent)
    a_new_note(window, ent)
    the_letter(window, ent)
    doing.do(window, lambda ws: papers.pdf(kept_letter(ws, ent)))
    doing.do(window, backups.daily)
    doing.do(window, lambda ws: backups.full(ws, temp / "cadangan.patbm-backup"))
    trouble.note(ValueError(f"{STORY} {NAME}"))
    window.hide_now()
    window.unlock()
    window.close()
    assert (folder / trouble.FILE).stat().st_size > 0
    assert len(list((folder / "cadangan").glob("*.db"))) == 1
    assert left_on_disk((folder, temp), SECRETS) == []
    caplog.clear()  # the trouble was meant


def test_a_grave_note_leaves_no_chip_pressed_behind_the_cover(window: Opened, ent: str) -> None:
    a_new_note(window, ent)
    window.hide_now()
    pressed = [each.text() for each in QApplication.allWidgets() if isinstance(each, Chip)
               and each.text() and each.isChecked() and each.window() is window]  # fmt: skip
    assert pressed == []
