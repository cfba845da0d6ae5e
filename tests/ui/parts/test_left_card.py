"""What was left is listed, and its notes go only when somebody typed that they shall."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.travel.left_spaces import LeftSpace, Stop
from patbm_desktop.sync.closed import Closed
from patbm_desktop.ui.parts.layouts import Column
from patbm_desktop.ui.parts.left_card import LeftCard, name_of, state_of
from patbm_desktop.ui.theme import Theme


def left(rt: str = "901", **stands: object) -> LeftSpace:
    """Return an RT that was left; 214 notes of it stand there."""
    found = Closed(space="0" * 32, rt="1" * 32 if rt else "", **{"notes": 214, **stands})
    return LeftSpace(found, rt, "Contoh")


OFFERED = left()
GONE = left(gone_on=date(2026, 12, 22), notes=0)


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> LeftCard:
    page = QWidget()
    made = LeftCard(theme)
    Column(theme, page).addWidget(made)
    qtbot.addWidget(page)
    made.page = page  # type: ignore[attr-defined]
    return made


SAID = (
    (OFFERED, "214 catatan, semuanya sudah diterima."),
    (left(stop=Stop.NOTES, left=12), "12 catatan belum diterima, atau menunggu koordinator."),
    (left(stop=Stop.DAYS, due_on=date(2026, 12, 21)),
     "Semua sudah diterima. Mulai 21 Desember 2026 bisa dihapus dari laptop ini."),
    (left(stop=Stop.ROUND), "Kirim dan terima dulu, untuk memastikan semuanya sudah diterima."),
    (left(stop=Stop.PHOTOS),
     "Ada foto yang belum dipastikan sampai di server. Hubungi koordinator."),
    (left(stop=Stop.READERS),
     "Ada catatan yang baru bisa dibuka di laptop ini. Hubungi koordinator."),
    (left(stop=Stop.TOGETHER),
     "Semua sudah diterima, tetapi masih dipakai catatan lain di laptop ini."),
    (GONE, "Dihapus dari laptop ini tanggal 22 Desember 2026."),
)  # fmt: skip


@pytest.mark.parametrize(("space", "said"), SAID, ids=range(len(SAID)))
def test_it_says_how_each_stands(space: LeftSpace, said: str) -> None:
    assert state_of(space) == said


def test_an_rt_and_an_office_have_names() -> None:
    assert name_of(OFFERED) == "RT 901, Contoh"
    assert name_of(left("")) == "Kantor kelurahan Contoh"
    assert name_of(replace(OFFERED, whose="Sari")) == "RT 901, Contoh (laptop Sari)"


def test_who_left_nothing_sees_no_card(card: LeftCard) -> None:
    card.show_spaces(())
    assert card.isHidden()
    card.show_spaces((GONE,))
    assert not card.isHidden()
    assert card.hint.isHidden()
    card.wipe()
    assert card.isHidden()


def test_only_what_may_go_has_a_button(card: LeftCard) -> None:
    card.show_spaces((left(stop=Stop.NOTES, left=1), GONE))
    assert card.ask.isHidden()
    card.show_spaces((OFFERED, GONE))
    assert not card.ask.isHidden()


def test_it_says_what_goes_and_what_stays_and_waits_for_the_typed_word(
    qtbot: QtBot, card: LeftCard
) -> None:
    card.show_spaces((OFFERED, left("")))
    card.page.show()  # type: ignore[attr-defined]
    card.ask.click()
    panel = card.panel
    assert panel.title.text() == "Hapus 428 catatan dari laptop ini?"
    assert "RT 901, Contoh, Kantor kelurahan Contoh" in panel.lines.text()
    assert "Koordinator dan RT tetap menyimpan semuanya." in panel.lines.text()
    assert not panel.go.isEnabled()
    qtbot.keyClicks(panel.word, "hapu")
    assert not panel.go.isEnabled()
    qtbot.keyClicks(panel.word, "s")
    assert panel.go.isEnabled()
    with qtbot.assertNotEmitted(card.decided):
        qtbot.keyClick(panel.word, Qt.Key.Key_Return)
    with qtbot.waitSignal(card.decided):
        panel.go.click()
    assert not panel.go.isEnabled()


def test_who_lets_it_be_is_asked_anew_the_next_time(qtbot: QtBot, card: LeftCard) -> None:
    card.show_spaces((OFFERED,))
    card.ask.click()
    card.panel.word.setText("HAPUS")
    assert card.ask.isHidden()
    card.panel.keep.click()
    assert card.panel.isHidden()
    assert not card.ask.isHidden()
    card.ask.click()
    assert (card.panel.word.text(), card.panel.go.isEnabled()) == ("", False)


def test_a_question_stays_open_while_the_same_may_go(card: LeftCard) -> None:
    card.show_spaces((OFFERED,))
    card.ask.click()
    card.show_spaces((OFFERED,))
    assert not card.panel.isHidden()
    card.show_spaces((GONE,))
    assert card.panel.isHidden()
