"""Sinkronisasi: is it safe, has it travelled?"""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QProgressBar

from patbm_desktop.actions.papers.receipts import CheckWords
from patbm_desktop.actions.travel.exchanging import Clocks
from patbm_desktop.actions.travel.syncing import Overview, Situation, SyncState
from patbm_desktop.domain.fault import Refusal
from patbm_desktop.ui.page import Page, fill_with
from patbm_desktop.ui.parts import sync_words
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner, Card
from patbm_desktop.ui.parts.erasure_card import ErasureCard
from patbm_desktop.ui.parts.frame import PageFrame
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Flow, Row, follow, show_if
from patbm_desktop.ui.parts.left_card import LeftCard
from patbm_desktop.ui.parts.pause import Pause
from patbm_desktop.ui.parts.sync_cards import HistoryCard, LatestCard
from patbm_desktop.ui.parts.sync_flow import SyncFlow
from patbm_desktop.ui.parts.sync_words import Sending, Travels
from patbm_desktop.ui.strings import fill
from patbm_desktop.ui.theme import Theme


class SyncPage(Page):
    """Shows an `Overview`: what is safe first, then what waits, then what travelled."""

    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"_sync", "_member", "_ask_erase", "_erase", "activity", "case", "attachment", "report"}
    )
    send_asked = Signal()
    connect_asked = Signal()
    save_asked = Signal()
    take_asked = Signal()
    receipt_asked = Signal()

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
        self._sending.give(self.send if self.send.isVisible() else self.join)

    def show_overview(self, shown: Overview, travels: Travels) -> None:
        """Show how far everything has come."""
        is_first, self._shown = self._shown is None, shown
        state, sending = shown.state, travels.sending
        last = sync_words.when(state.last_contact) if state.last_contact else ""
        head = sync_words.headline_of(state, travels, last)
        self.headline.setText(head.title)
        self.text.setText(head.text)
        self.flow.show_counts(
            state.waits, state.sent + state.stopped + state.refused, state.received
        )
        self._show_buttons(shown, sending)
        met = fill(self.tr("Terakhir terhubung: %1"), last) if last else ""
        self.last.setText(met)
        show_if(self.last, on=bool(last) and state.situation is not Situation.SENT)
        self._show_asked(shown)
        self._show_late(shown)
        self._show_clock(shown.state, travels.clocks)
        self.latest.show_latest(shown, meets=self._meets)
        self.history.show_history(shown)
        if is_first:
            self.start()

    def show_check_words(self, said: CheckWords | None) -> None:
        """Show the words that two people can read to each other; none says nothing."""
        self.history.show_check_words(said)

    def set_meeting(self, on: bool) -> None:  # noqa: FBT001 - a switch has one value
        """Hide every line about a case, or show them again."""
        self._meets = on
        if self._shown is not None:
            self.latest.show_latest(self._shown, meets=on)

    def show_busy(self) -> None:
        """Let nothing be pressed while a flash drive is written or read."""
        self._by_stick.set(on=True)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.note.hide()

    def show_progress(self, done: int, of: int) -> None:
        """Show how far a flash drive was written or read."""
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    def tell(self, sentence: str, *, well: bool, again: tuple[Button, ...] = ()) -> None:
        """Say how it ended, with ways to go on."""
        self._by_stick.set(on=False)
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

    def hideEvent(self, event: QHideEvent) -> None:
        """Say no more how a flash drive ended once another page is shown."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._drop_note()

    def wipe(self) -> None:
        """Forget what is shown."""
        super().wipe()
        self._drop_note()
        self._shown = None
        self.latest.wipe()
        self.history.wipe()
        self.erasures.wipe()
        self.left.wipe()

    # Showing

    def _show_buttons(self, shown: Overview, sending: Sending) -> None:
        state = shown.state
        is_apart = state.situation in {Situation.ALONE, Situation.DISABLED}
        is_apart |= state.trouble is Refusal.INVITATION_FORGOTTEN
        may_join = is_apart or not state.has_server or shown.standing.needs_invitation
        show_if(self.join, on=may_join)
        self.join.set_kind("primary" if is_apart else "secondary")
        show_if(self.send, on=state.has_server)
        self.send.set_kind("secondary" if is_apart else "primary")
        self._sending.set(on=sending is not None)
        show_if(self.save_stick, on=state.can_carry)
        show_if(self.flow, on=state.situation is not Situation.ALONE)
        self.buttons.updateGeometry()

    def _show_asked(self, shown: Overview) -> None:
        is_asked = shown.state.situation is Situation.ASKED and bool(shown.standing.code)
        is_asked &= not shown.standing.needs_invitation
        show_if(self.asked, on=is_asked)
        if is_asked:
            whom = shown.standing.coordinator or self.tr("koordinator")
            if shown.standing.waits_for_server:
                whom = self.tr("pengurus server")
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

    def _show_clock(self, state: SyncState, clocks: Clocks | None) -> None:
        said = sync_words.clocks_words(clocks) if clocks is not None else ""
        if state.trouble is Refusal.CLOCK_WRONG:
            said = self.tr("Jam laptop belum cocok, jadi belum terhubung. Catatan aman. Cocokkan"
                           " tanggal dan jam laptop, lalu kirim lagi.")  # fmt: skip
        self.clock.set_text(said)
        show_if(self.clock, on=bool(said))

    def _drop_note(self) -> None:
        self._drop_again()
        self.note.hide()

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
        self.clock = Banner(theme, "", status="warn", icon="clock-alert")
        for banner in (self.asked, self.clock, self.late, self.bad, self.note):
            banner.hide()
            frame.body.addWidget(banner)
        frame.body.addLayout(self._cards(theme))
        self.erasures = ErasureCard(theme)
        frame.body.addWidget(self.erasures)
        self.left = LeftCard(theme)
        frame.body.addWidget(self.left)
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
        self._sending = Pause((self.send,), self)
        self._by_stick = Pause((self.save_stick, self.take_stick), self)

    def _cards(self, theme: Theme) -> Row:
        self.latest, self.history = LatestCard(theme), HistoryCard(theme)
        self._pair = Row(theme, spacing=14)
        self._pair.addWidget(self.latest, 1)
        self._pair.addWidget(self.history, 1)
        return self._pair

    def _fit(self) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._pair.setDirection(down if self.theme.stacked else across)

    def _connect(self) -> None:
        self.send.clicked.connect(self.send_asked)
        self.join.clicked.connect(self.connect_asked)
        self.save_stick.clicked.connect(self.save_asked)
        self.take_stick.clicked.connect(self.take_asked)
        self.history.receipt.clicked.connect(self.receipt_asked)
