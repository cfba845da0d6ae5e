"""The smaller parts: every one has a name, follows the text size, and opens no window."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from patbm_desktop.ui.parts.bars import MonthBars
from patbm_desktop.ui.parts.buttons import Button, HeroButton, IconButton, SquareButton
from patbm_desktop.ui.parts.cards import Banner, Card, EmptyState, RowList, TodoRow
from patbm_desktop.ui.parts.choices import CardGroup, ChoiceCard, PersonCard, SampleCard
from patbm_desktop.ui.parts.fields import ComboBox
from patbm_desktop.ui.parts.frame import BottomBar, PageFrame, TwoColumns
from patbm_desktop.ui.parts.labels import Face, Initials, KeyHint, Mark, Pill, SectionTitle
from patbm_desktop.ui.parts.layouts import Column, Flow, clear, gap, keep_size
from patbm_desktop.ui.parts.toggle import Check, Toggle, ToggleRow
from patbm_desktop.ui.parts.wizard import WizardSide
from patbm_desktop.ui.theme import SCALES, Theme

STEPS = ("Bahasa dan huruf", "Data diri", "Kata sandi", "Hubungan")


class Windows(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def every_part(theme: Theme) -> list[QWidget]:
    person = PersonCard(theme, "RW", "Rahmawati", "Kader RT 24")
    other = PersonCard(theme, "SN", "Sri Nuraini", "Kader RT 24", "info")
    way = ChoiceCard(theme, "laptop", "Nanti saja", "Mulai mencatat.", pill="Paling mudah")
    bars = MonthBars(theme, "Kegiatan per bulan")
    bars.set_bars([("Okt", 7), ("Nov", 3)])
    row = TodoRow(theme, "phone", "Nomor belum dicoba", actions=[Button(theme, "Coba")])
    rows = RowList(theme)
    rows.add(row)
    bar = BottomBar(theme)
    bar.set_status("Draf tersimpan sendiri pukul 20.14.")
    return [
        *(person, other, way, bars, rows, bar),
        SampleCard(theme, "150%", "Lautan RT, Sabtu 21 November", 1.5),
        Banner(theme, "Semua aman.", status="sun", title="Anak dalam bahaya?"),
        Card(theme, title="Perlu dilakukan"),
        EmptyState(theme, "calendar", "Belum ada kegiatan", "Catat yang pertama.", QLabel("x")),
        HeroButton(theme, "printer", "Cetak laporan", "Ringkasan bulan", "Ctrl P", primary=True),
        IconButton(theme, "x", "Tutup"),
        SquareButton(theme, "chevron-left", "Bulan sebelumnya"),
        *(Toggle(theme, "Mode rapat"), ToggleRow(theme, "Foto", "Hanya yang ditandai")),
        *(Check(theme, "Sertakan"), Pill(theme, "Draf", "pencil-line", "info")),
        *(SectionTitle(theme, "Kapan?", 2), KeyHint("F9"), Initials("RW", "Rahmawati")),
        *(Face("RW"), Mark(theme, tile=True)),
        WizardSide(theme, "Catatan perlindungan anak RT", STEPS, "Tidak perlu internet", "Tanpa."),
    ]


@pytest.mark.parametrize("scale", SCALES)
def test_every_part_draws_itself_at_every_text_size(
    qtbot: QtBot, theme: Theme, scale: float
) -> None:
    parts = every_part(theme)
    theme.apply(scale=scale)
    for part in parts:
        qtbot.addWidget(part)
        part.resize(part.sizeHint().expandedTo(part.minimumSize()))
        assert not part.grab().toImage().isNull()


def test_building_parts_opens_no_window_of_its_own(
    qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    watch = Windows()
    qapp.installEventFilter(watch)
    parts = every_part(theme)
    theme.apply(scale=1.5)
    qapp.removeEventFilter(watch)
    for part in parts:
        qtbot.addWidget(part)
    assert watch.shown == []


def test_whatever_takes_the_keyboard_has_a_name(qtbot: QtBot, theme: Theme) -> None:
    for part in every_part(theme):
        qtbot.addWidget(part)
        for widget in (part, *part.findChildren(QWidget)):
            if widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
                text = widget.text() if isinstance(widget, Button) else ""
                assert widget.accessibleName() or text, widget


def test_the_chart_tells_its_numbers_to_a_screen_reader(qtbot: QtBot, theme: Theme) -> None:
    bars = MonthBars(theme, "Kegiatan per bulan")
    qtbot.addWidget(bars)
    bars.set_bars([("Okt", 7), ("Nov", 3)])
    assert bars.accessibleDescription() == "Okt 7, Nov 3"


def test_the_right_column_moves_below_from_125_percent(qtbot: QtBot, theme: Theme) -> None:
    left, right = QLabel("kiri"), QLabel("kanan")
    columns = TwoColumns(theme, left, right, right_width=330)
    qtbot.addWidget(columns)
    columns.resize(1000, 400)
    columns.show()
    assert (columns.is_stacked(), right.width()) == (False, 330)
    theme.apply(scale=1.25)
    assert columns.is_stacked()


def test_a_page_scrolls_down_only(qtbot: QtBot, theme: Theme) -> None:
    page = PageFrame(theme)
    qtbot.addWidget(page)
    page.body.addWidget(gap(theme, 3000))
    page.resize(500, 300)
    page.show()
    assert page.verticalScrollBar().maximum() > 0
    assert page.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_one_card_of_a_group_is_chosen_and_arrows_move_it(qtbot: QtBot, theme: Theme) -> None:
    cards = [PersonCard(theme, "RW", "Rahmawati", ""), PersonCard(theme, "SN", "Sri", "")]
    page = QWidget()
    column = Column(theme, page)
    for card in cards:
        column.addWidget(card)
    qtbot.addWidget(page)
    group = CardGroup(*cards)
    page.show()
    with qtbot.waitSignal(group.picked) as heard:
        QTest.keyClick(cards[0], Qt.Key.Key_Down)
    assert heard.args == [1]
    assert [card.isChecked() for card in cards] == [False, True]


def test_a_switch_set_by_the_program_tells_nobody(qtbot: QtBot, theme: Theme) -> None:
    row = ToggleRow(theme, "Foto kegiatan")
    qtbot.addWidget(row)
    with qtbot.assertNotEmitted(row.toggled):
        row.set_on(True)
    assert row.is_on()
    with qtbot.waitSignal(row.toggled):
        QTest.keyClick(row.toggle, Qt.Key.Key_Space)


def test_the_wheel_never_changes_an_answer(qtbot: QtBot, theme: Theme) -> None:
    box = ComboBox(theme, "Laporan apa?")
    qtbot.addWidget(box)
    for key in ("a", "b", "c"):
        box.add(key, key)
    box.set_key("b")
    zero = box.rect().center().toPointF()
    turn = QWheelEvent(
        zero,
        zero,
        box.rect().topLeft(),
        box.rect().bottomRight(),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)
    assert box.key() == "b"


def test_a_size_that_is_kept_follows_the_text_size(qtbot: QtBot, theme: Theme) -> None:
    widget = keep_size(theme, QLabel("x"), width=100, min_height=20)
    qtbot.addWidget(widget)
    theme.apply(scale=1.5)
    assert (widget.width(), widget.minimumHeight()) == (150, 30)


def test_a_widget_that_is_gone_is_not_asked_to_follow_the_theme(qtbot: QtBot, theme: Theme) -> None:
    flow = Flow(theme)
    keep_size(theme, flow, width=100)
    holder = Column(theme, flow) if flow.layout() is None else None
    with qtbot.waitSignal(flow.destroyed):
        flow.deleteLater()
    theme.apply(scale=1.25)
    assert theme.scale == 1.25
    assert holder is None


def test_clearing_a_layout_lets_its_widgets_go(qtbot: QtBot, theme: Theme) -> None:
    rows = RowList(theme)
    qtbot.addWidget(rows)
    label = QLabel("x")
    rows.add(label)
    with qtbot.waitSignal(label.destroyed):
        rows.clear()
    layout = rows.layout()
    assert layout is not None
    clear(layout)
    assert layout.count() == 0


def test_the_wizard_grows_narrow_with_large_letters(qtbot: QtBot, theme: Theme) -> None:
    side = WizardSide(theme, "Catatan", STEPS, "Tidak perlu internet", "Semua langkah.")
    qtbot.addWidget(side)
    side.show()
    widths = []
    for scale in (1.0, 1.5, 2.0):
        theme.apply(scale=scale)
        widths.append(side.width())
        assert side.minimumSizeHint().height() <= 697
    assert widths == [340, 360, 144]


def test_enter_presses_the_button_that_has_the_keyboard(qtbot: QtBot, theme: Theme) -> None:
    for button in (Button(theme, "Lanjut"), HeroButton(theme, "printer", "Cetak", "")):
        qtbot.addWidget(button)
        button.show()
        with qtbot.waitSignal(button.clicked):
            QTest.keyClick(button, Qt.Key.Key_Return)


def test_a_scroll_bar_takes_nothing_from_the_width_of_a_page(qtbot: QtBot, theme: Theme) -> None:
    frame = PageFrame(theme)
    qtbot.addWidget(frame)
    card = Card(theme)
    frame.body.addWidget(card)
    frame.resize(600, 300)
    frame.show()
    before = card.width()
    keep_size(theme, card, min_height=900)
    qtbot.waitUntil(frame.verticalScrollBar().isVisible)
    QApplication.sendPostedEvents()
    assert card.width() == before
