"""Sinkronisasi: is it safe, has it travelled?"""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QProgressBar, QWidget

from patbm_desktop.actions.syncing import Contact, LatestNote, Overview, Situation
from patbm_desktop.domain.activity import from_values
from patbm_desktop.ui import strings
from patbm_desktop.ui.page import Page, fill_with
from patbm_desktop.ui.parts import sync_words
from patbm_desktop.ui.parts.activity_words import icon_of, name_of
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import FILLS, Banner, Card, RowList
from patbm_desktop.ui.parts.erasure_card import ErasureCard
from patbm_desktop.ui.parts.frame import PageFrame
from patbm_desktop.ui.parts.labels import IconDisc, Label, Pill
from patbm_desktop.ui.parts.layouts import Column, Flow, Row, follow, keep_size, show_if
from patbm_desktop.ui.parts.sync_flow import SyncFlow
from patbm_desktop.ui.parts.sync_words import Sending
from patbm_desktop.ui.strings import fill
from patbm_desktop.ui.theme import Theme


class SyncPage(Page):
    """Shows an `Overview`: what is safe first, then what waits, then what travelled."""

    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"_sync", "_member", "_ask_erase", "_erase", "activity", "case", "attachment"}
    )
    send_asked = Signal()
    connect_asked = Signal()
    save_asked = Signal()
    take_asked = Signal()
    receipt_asked = Signal()
    certificate_asked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._meets = False
        self._shown: Overview | None = None
        self._again: tuple[Button, ...] = ()
        self._build(theme)
        self._connect()

    def title(self) -> str:
        """Return what stands at the head of the page."""
        return self.tr("Sinkronisasi")

    def subtitle(self) -> str:
        """Return the quiet line under the title."""
        return self.tr("Kirim dan terima catatan, kapan pun sempat")

    def start(self) -> None:
        """Put the focus on what one comes here for."""
        (self.send if self.send.isVisible() else self.join).setFocus()

    def show_overview(self, shown: Overview, sending: Sending) -> None:
        """Show how far everything has come."""
        is_first, self._shown = self._shown is None, shown
        state = shown.state
        last = sync_words.when(state.last_contact) if state.last_contact else ""
        head = sync_words.headline_of(state, sending, last)
        self.headline.setText(head.title)
        self.text.setText(head.text)
        self.flow.show_counts(state.waits, state.sent + state.stopped, state.received)
        self._show_buttons(shown, sending)
        met = fill(self.tr("Terakhir terhubung: %1"), last) if last else ""
        self.last.setText(met)
        show_if(self.last, on=bool(last) and state.situation is not Situation.SENT)
        self._show_asked(shown)
        self._show_late(shown)
        self._show_latest(shown)
        self._show_history(shown)
        if is_first:
            self.start()

    def set_meeting(self, on: bool) -> None:  # noqa: FBT001 - a switch has one value
        """Hide every line about a case, or show them again."""
        self._meets = on
        if self._shown is not None:
            self._show_latest(self._shown)

    def show_busy(self) -> None:
        """Let nothing be pressed while a flash drive is written or read."""
        for button in (self.save_stick, self.take_stick):
            button.setEnabled(False)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.note.hide()

    def show_progress(self, done: int, of: int) -> None:
        """Show how far a flash drive was written or read."""
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    def tell(self, sentence: str, *, well: bool, again: tuple[Button, ...] = ()) -> None:
        """Say how it ended, with ways to go on."""
        for button in (self.save_stick, self.take_stick):
            button.setEnabled(True)
        self.progress.hide()
        self._drop_again()
        self._again = again
        for button in again:
            self.note.buttons.addWidget(button)
        self.note.set_status("ok" if well else "warn", "circle-check" if well else "usb")
        self.note.set_text(sentence)
        self.note.show()

    def show_fault(self, sentence: str) -> bool:
        """Show why a flash drive could not be written or read."""
        self.tell(sentence, well=False)
        return True

    def wipe(self) -> None:
        """Forget what is shown."""
        super().wipe()
        self._shown = None
        self.latest.clear()
        self.history.clear()
        self.erasures.wipe()

    # Showing

    def _show_buttons(self, shown: Overview, sending: Sending) -> None:
        state = shown.state
        is_apart = state.situation in {Situation.ALONE, Situation.DISABLED}
        show_if(self.join, on=is_apart or not state.has_server)
        self.join.set_kind("primary" if is_apart else "secondary")
        show_if(self.send, on=state.has_server)
        self.send.setEnabled(sending is None)
        show_if(self.save_stick, on=state.can_carry)
        show_if(self.flow, on=state.situation is not Situation.ALONE)
        self.buttons.updateGeometry()

    def _show_asked(self, shown: Overview) -> None:
        is_asked = shown.state.situation is Situation.ASKED and bool(shown.standing.code)
        show_if(self.asked, on=is_asked)
        if is_asked:
            whom = shown.standing.coordinator or self.tr("koordinator")
            read_out = self.tr("Bacakan dua belas huruf ini kepada %1: %2")
            self.asked.set_text(fill(read_out, whom, shown.standing.code))

    def _show_late(self, shown: Overview) -> None:
        show_if(self.late, on=shown.state.is_late and shown.state.can_carry)
        said = ""
        if shown.state.bad:
            said = self.tr("%Ln perubahan belum bisa diterima server. Semuanya aman di sini.", "",
                           shown.state.bad)  # fmt: skip
        self.bad.set_text(said)
        show_if(self.bad, on=bool(said))

    def _show_latest(self, shown: Overview) -> None:
        self.latest.clear()
        rows = [each for each in shown.latest if not (self._meets and each.kind == "case")]
        for each in rows:
            self.latest.add(self._latest_row(each))
        show_if(self.no_latest, on=not rows)
        size = shown.state.waiting_bytes
        waits = fill(self.tr("kira-kira %1 KB menunggu"), sync_words.size_of(size))
        self.kib.setText(waits if size and shown.state.situation is not Situation.ALONE else "")

    def _latest_row(self, note: LatestNote) -> QWidget:
        look = sync_words.step_look(note.step)
        is_alone = self._shown is not None and self._shown.state.situation is Situation.ALONE
        pill = Pill(self.theme, look.word, look.icon, look.status)
        if is_alone:
            pill = Pill(self.theme, self.tr("Aman di laptop"), "laptop")
        if note.kind == "case":
            title, under, icon = self.tr("Catatan rahasia"), self.tr("terkunci"), "shield"
        else:
            activity = from_values(note.ent, note.values)
            title, icon = name_of(activity), icon_of(activity)
            under = strings.day_without_year(activity.date) if activity.date else ""
        if note.photos:
            under = f"{under} · " + self.tr("%Ln foto", "", note.photos)
        return line_of(self.theme, icon, title, under.strip(" ·"), pill)

    def _show_history(self, shown: Overview) -> None:
        self.history.clear()
        for each in shown.history[:6]:
            self.history.add(self._history_row(each))
        show_if(self.no_history, on=not shown.history)
        show_if(self.receipt, on=shown.has_receipt)

    def _history_row(self, contact: Contact) -> QWidget:
        look = sync_words.way_look(contact)
        end = Label(sync_words.result_of(contact), "hint", "text2")
        return line_of(
            self.theme, look.icon, look.word, sync_words.when(contact.at), end, tone=look.status
        )

    def _drop_again(self) -> None:
        for button in self._again:
            self.note.buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._again = ()

    # Building

    def _build(self, theme: Theme) -> None:
        frame = PageFrame(theme)
        frame.body.addWidget(self._state_card(theme))
        self.asked = Banner(theme, "", status="info", icon="key-round")
        late = self.tr(
            "Sudah dua minggu. Kalau susah sinyal, simpan ke flashdisk dan titipkan ke kelurahan."
        )
        self.late = Banner(theme, late, status="warn", icon="clock-alert")
        self.bad = Banner(theme, "", status="warn", icon="circle-alert")
        self.note = Banner(theme, "", status="info")
        for banner in (self.asked, self.late, self.bad, self.note):
            banner.hide()
            frame.body.addWidget(banner)
        frame.body.addLayout(self._cards(theme))
        self.erasures = ErasureCard(theme)
        frame.body.addWidget(self.erasures)
        frame.body.addStretch(1)
        fill_with(self, frame)
        follow(theme, self._fit)

    def _state_card(self, theme: Theme) -> Card:
        card = Card(theme, margins=(24, 16, 24, 16), spacing=6)
        self.headline = Label("", "page", wrap=True)
        self.text = Label("", "text", "text2", wrap=True)
        self.flow = SyncFlow(theme)
        self.last = Label("", "hint", "text2", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Kemajuan"))
        self.progress.hide()
        self._make_buttons(theme)
        for widget in (self.headline, self.text, self.flow):
            card.body.addWidget(widget)
        card.body.addSpacing(6)
        card.body.addWidget(self.buttons)
        card.body.addWidget(self.last)
        card.body.addWidget(self.progress)
        return card

    def _make_buttons(self, theme: Theme) -> None:
        self.send = Button(
            theme, self.tr("Kirim sekarang"), kind="primary", icon="refresh-cw", size="tall"
        )
        self.send.setToolTip("F5")
        self.join = Button(theme, self.tr("Hubungkan"), kind="primary", icon="ticket", size="tall")
        self.save_stick = Button(theme, self.tr("Simpan ke flashdisk"), icon="usb", size="tall")
        self.take_stick = Button(
            theme, self.tr("Ambil dari flashdisk"), icon="folder-input", size="tall"
        )
        self.buttons = Flow(theme, spacing=(10, 10))
        for button in (self.send, self.join, self.save_stick, self.take_stick):
            self.buttons.add(button)

    def _cards(self, theme: Theme) -> Row:
        self.latest, self.history = RowList(theme), RowList(theme)
        self.kib = Label("", "hint", "text2")
        self.no_latest = Label(self.tr("Belum ada catatan."), "text", "text2", wrap=True)
        self.no_history = Label(
            self.tr("Belum pernah kirim dan terima dari laptop ini."), "text", "text2", wrap=True
        )
        self.receipt = Button(
            theme, self.tr("Cetak tanda terima"), kind="quiet", icon="printer", size="small"
        )
        left = list_card(theme, self.tr("Catatan terakhir"), self.latest, self.no_latest, self.kib)
        right = list_card(
            theme,
            self.tr("Riwayat kirim dan terima"),
            self.history,
            self.no_history,
            self.receipt,
        )
        self._pair = Row(theme, spacing=14)
        self._pair.addWidget(left, 1)
        self._pair.addWidget(right, 1)
        return self._pair

    def _fit(self) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._pair.setDirection(down if self.theme.stacked else across)

    def _connect(self) -> None:
        self.send.clicked.connect(self.send_asked)
        self.join.clicked.connect(self.connect_asked)
        self.save_stick.clicked.connect(self.save_asked)
        self.take_stick.clicked.connect(self.take_asked)
        self.receipt.clicked.connect(self.receipt_asked)
        self.erasures.paper_asked.connect(self.certificate_asked)


def list_card(theme: Theme, title: str, rows: QWidget, empty: QWidget, extra: QWidget) -> Card:
    """Return a card whose rows reach from edge to edge under its title."""
    card = Card(theme, margins=(0, 0, 0, 8), spacing=0)
    holder = QWidget()
    head = Row(theme, holder, margins=(18, 6, 14, 2), spacing=10)
    head.addWidget(Label(title, "card", wrap=True), 1)
    head.addWidget(extra)
    keep_size(theme, holder, min_height=48)
    body = Column(theme, margins=(18, 0, 18, 10))
    body.addWidget(empty)
    card.body.addWidget(holder)
    card.body.addWidget(rows)
    card.body.addLayout(body)
    card.body.addStretch(1)
    return card


def line_of(  # noqa: PLR0917 - everything that stands in the line
    theme: Theme, icon: str, title: str, under: str, end: QWidget, tone: str = "primary"
) -> QWidget:
    """Return one line: icon disc, two lines of words, and what stands at its end."""
    line = QWidget()
    words = Column(theme, spacing=1)
    words.addStretch(1)
    words.addWidget(Label(title, "strong", wrap=True))
    if under:
        words.addWidget(Label(under, "secondary", "text2", wrap=True))
    words.addStretch(1)
    row = Row(theme, line, margins=(18, 5, 16, 5), spacing=11)
    row.addWidget(IconDisc(theme, icon, side=36, glyph=18, tone=tone, fill=FILLS[tone]))
    row.addLayout(words, 1)
    row.addWidget(end)
    return keep_size(theme, line, min_height=52)
