"""Beranda: is everything safe, and how far has it travelled; the same words as Sinkronisasi."""

from PySide6.QtCore import Signal

from patbm_desktop.actions.travel.syncing import Situation, SyncState
from patbm_desktop.ui.parts import sync_words
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.labels import IconDisc, Label
from patbm_desktop.ui.parts.layouts import Column, Flow, Row, show_if
from patbm_desktop.ui.parts.sync_words import Travels
from patbm_desktop.ui.strings import fill
from patbm_desktop.ui.theme import Theme


class SafeCard(Card):
    """Says what is safe first, then what waits; two buttons where there is somebody to send to."""

    send_asked = Signal()
    save_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margins=(18, 14, 18, 14), spacing=8)
        self.headline = Label("", "strong", wrap=True)
        self.text = Label("", "secondary", "text2", wrap=True)
        self.last = Label("", "secondary", "text2", wrap=True)
        self.send = Button(theme, self.tr("Kirim sekarang"), icon="refresh-cw", size="small")
        self.send.setToolTip("F5")
        self.save = Button(
            theme, self.tr("Simpan ke flashdisk"), kind="link", icon="usb", size="small"
        )
        self.buttons = Flow(theme, spacing=(10, 6))
        for button in (self.send, self.save):
            self.buttons.add(button)
        self._lay(theme)
        self.send.clicked.connect(self.send_asked)
        self.save.clicked.connect(self.save_asked)
        self.show_travels(Travels())

    def show_travels(self, travels: Travels) -> None:
        """Show how far notes have come."""
        state = travels.state
        last = sync_words.when(state.last_contact) if state and state.last_contact else ""
        self._say(travels, last)
        met = state is not None and bool(last) and state.situation is not Situation.SENT
        self.last.setText(fill(self.tr("Terakhir terhubung: %1"), last) if met else "")
        show_if(self.last, on=met)
        self._show_buttons(state, is_under_way=travels.sending is not None)

    def _say(self, travels: Travels, last: str) -> None:
        state = travels.state
        if state is None or state.situation is Situation.ALONE:
            self.headline.setText(self.tr("Semua catatan aman di laptop ini."))
            self.text.setText(self.tr("Tersimpan dan terkunci. Tidak perlu internet."))
            return
        head = sync_words.headline_of(state, travels, last)
        self.headline.setText(head.title)
        self.text.setText(head.text)

    def _show_buttons(self, state: SyncState | None, *, is_under_way: bool) -> None:
        has_server = state is not None and state.has_server
        can_carry = state is not None and state.can_carry
        show_if(self.send, on=has_server)
        self.send.setEnabled(not is_under_way)
        show_if(self.save, on=can_carry)
        show_if(self.buttons, on=has_server or can_carry)
        self.buttons.updateGeometry()

    def _lay(self, theme: Theme) -> None:
        words = Column(theme, spacing=1)
        words.addStretch(1)
        for label in (self.headline, self.text, self.last):
            words.addWidget(label)
        words.addStretch(1)
        row = Row(theme, spacing=12)
        row.addWidget(IconDisc(theme, "laptop", side=44, tone="ok", fill="ok_soft"))
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.buttons)
