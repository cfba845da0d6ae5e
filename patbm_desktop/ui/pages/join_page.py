"""Hubungkan: be invited by a coordinator, by code or by file, and read out this laptop's code."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from patbm_desktop.actions.kelurahan.joining import Standing, State
from patbm_desktop.actions.travel.errands import Wish
from patbm_desktop.ui.forms.join_form import JoinForm
from patbm_desktop.ui.page import FormPage, Page, fill_with
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner, Card
from patbm_desktop.ui.parts.frame import PageFrame
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Flow, Row, keep_size, show_if
from patbm_desktop.ui.parts.pause import Pause
from patbm_desktop.ui.strings import fill, rt_short
from patbm_desktop.ui.theme import Theme

WIDTH = 760


FORM = "join"
"""The name under which a half-typed code is kept, encrypted as all drafts are."""


class JoinPage(FormPage):
    """Shows how far this laptop has come, and asks by which way it is to be connected."""

    KINDS: ClassVar[frozenset[str]] = frozenset({"_sync", "_member"})
    FORM: ClassVar[str] = FORM
    wished = Signal(object)
    """A `Wish` of a code and an address."""
    file_asked = Signal()
    stick_asked = Signal()
    other_rt_asked = Signal(object)
    """The `Wish` of an invitation for another RT, for which notes are to be kept as well; or for
    the kelurahan to which this RT moved."""
    called_off = Signal()
    """She took out again what she had typed: nothing of it is to be kept."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.is_office = False
        self._is_open = False
        self._is_typed = False
        self._server = ""
        self._wish: Wish | None = None
        self._standing: Standing | None = None
        self.note = Banner(theme, "", status="info")
        self.note.hide()
        self._build(theme)
        self._connect()

    def title(self) -> str:
        """Return what stands at the head of the page."""
        return self.tr("Hubungkan")

    def subtitle(self) -> str:
        """Return the quiet line under the title."""
        return self.tr("Boleh dilewati. Aplikasi ini bekerja penuh tanpa server.")

    def start(self) -> None:
        """Put the focus where something is typed."""
        self.form.code.setFocus()

    def show_standing(self, standing: Standing, rt: str) -> None:
        """Show how far this laptop has come; `rt` is the number of its RT, "" in an office."""
        self.is_office = not rt
        self.form.ask_for_rt(rt if standing.state is State.JOINED else "")
        self.code.setText(standing.code)
        self.code.setAccessibleName(" ".join(standing.code))
        self.head.setText(self._head(standing))
        self.explained.setText(self._explained(standing))
        is_waiting = standing.waits_for_server
        is_waiting |= standing.state is State.ASKED and not standing.needs_invitation
        if self._standing is not None and standing != self._standing:
            self._forget_note()
        self._standing = standing
        show_if(self.stick, on=standing.by_stick or (is_waiting and not standing.server))
        show_if(self.own, on=not standing.needs_invitation)
        self.by_code_text.setText(self._by_code())
        self._server = standing.server
        if standing.server and not self.form.server.text():
            self.form.server.setText(standing.server)
        self._show_ways(on=not is_waiting or self._is_open)

    def show_busy(self) -> None:
        """Let nothing be pressed while somebody is asked."""
        self._asking.set(on=True)
        self.note.set_status("info", "refresh-cw")
        self.note.set_text(self.tr("Sedang menghubungi server…"))
        self.both.hide()
        self.note.show()

    def tell(self, sentence: str, *, well: bool) -> None:
        """Say how it ended."""
        self._asking.set(on=False)
        self.note.set_status("ok" if well else "warn", "circle-check" if well else "circle-alert")
        self.note.set_text(sentence)
        self.note.show()
        self.both.hide()
        if well:
            self._is_open = self._is_typed = False
            self._standing = None
            self.form.wipe()

    def ask_about_rt(self, wish: Wish, own: str) -> None:
        """Ask whether notes are to be kept for the RT of `wish` besides the `own` one."""
        self._wish = wish
        other = rt_short(wish.rt)
        asked = self.tr(
            "Undangan ini untuk RT %1. Laptop ini mencatat untuk RT %2. "
            "Catatan kedua RT tetap terpisah."
        )
        self.tell(fill(asked, other, rt_short(own)), well=False)
        self.both.setText(fill(self.tr("Catat juga untuk RT %1"), other))
        self.both.show()
        self.both.setFocus()

    def ask_about_move(self, wish: Wish, place: str, own: str) -> None:
        """Ask whether the RT moved to the kelurahan of `wish`, which is called `place`.

        `own` is its number so far; a file names the new one, with a code it is to be typed.
        """
        self._wish = wish
        asked = self.tr(
            "Undangan ini dari kelurahan %1. Kalau RT ini pindah ke sana, catatannya ikut pindah: "
            "koordinator di sana bisa membacanya dan mengeluarkan laptop kelurahan lama."
        )
        number = self.tr("Kalau nomor RT juga berganti, ketik nomor barunya di Untuk RT.")
        if wish.file is None:
            self.form.ask_for_rt(own)
            asked = f"{asked} {number}"
        self.tell(fill(asked, place), well=False)
        self.both.setText(fill(self.tr("RT ini pindah ke %1"), place))
        self.both.show()

    def show_fault(self, sentence: str) -> bool:
        """Show why nobody could be asked; what was typed stays."""
        self.tell(sentence, well=False)
        return True

    def data(self) -> dict[str, object]:
        """Return what is typed."""
        return self.form.data()

    def take_draft(self, draft: str, data: Mapping[str, object]) -> None:
        """Show again what was half typed, unless she is typing already."""
        if self._is_typed:
            return
        self.draft_id, self._is_typed = draft, True
        self.form.set_data(data)
        self._open_up()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the fields, which know what comes after each of them."""
        Page.keyPressEvent(self, event)

    def wipe(self) -> None:
        """Forget what is typed and shown."""
        self._wish = None
        self.form.wipe()
        super().wipe()

    # Words

    def _head(self, standing: Standing) -> str:
        if standing.waits_for_server:
            return self.tr("Menunggu pengurus server.")
        if standing.state is State.JOINED:
            return fill(self.tr("Terhubung ke kelurahan %1."), standing.kelurahan)
        if standing.needs_invitation:
            return self.tr("Perlu kode undangan baru.")
        if standing.state is State.ASKED:
            return self.tr("Menunggu koordinator.")
        if self.is_office and standing.server:
            return self.tr("Kelurahan ini terhubung ke server.")
        return self.tr("Laptop ini belum terhubung. Itu tidak apa-apa.")

    def _explained(self, standing: Standing) -> str:
        if standing.waits_for_server:
            return self.tr(
                "Bacakan kode laptop ini kepada pengurus server, langsung atau lewat nomor yang "
                "sudah dikenal."
            )
        if self.is_office:
            return self._explained_to_office(standing)
        if standing.was_sent_away:
            return self.tr(
                "Laptop ini tidak lagi menjadi anggota kelurahan. Catatan di laptop ini aman. "
                "Minta kode undangan baru ke koordinator, lalu ketik di bawah ini."
            )
        if standing.needs_invitation:
            return self.tr(
                "Server tidak mengenal lagi undangan laptop ini. Catatan aman. Minta kode undangan "
                "baru ke koordinator, lalu ketik di bawah ini."
            )
        if standing.state is State.ASKED:
            whom = standing.coordinator or self.tr("koordinator")
            said = self.tr(
                "Bacakan kode laptop ini kepada %1, langsung atau lewat nomor yang sudah dikenal."
            )
            return fill(said, whom)
        return self.tr("Kode ini dibacakan kepada koordinator waktu bergabung.")

    def _explained_to_office(self, standing: Standing) -> str:
        if standing.server:
            return self.tr("Kode ini baru perlu dibacakan lagi kalau ada undangan lain.")
        return self.tr(
            "Sesudah Hubungkan, bacakan kode ini kepada pengurus server atau koordinator lain."
        )

    def _by_code(self) -> str:
        if self.is_office:
            return self.tr(
                "Delapan huruf dari pengurus server, atau dua puluh huruf dari koordinator lain."
            )
        return self.tr("Dua puluh huruf dari koordinator kelurahan. Perlu internet sebentar.")

    # Building

    def _build(self, theme: Theme) -> None:
        self.both = Button(theme, "", kind="primary", size="small")
        self.note.buttons.addWidget(self.both)
        self.both.hide()
        self.frame = PageFrame(theme)
        column = QWidget()
        cards = Column(theme, column, spacing=14)
        for widget in (
            self._own_card(theme),
            self.note,
            self._code_card(theme),
            self._file_card(theme),
        ):
            cards.addWidget(widget)
        cards.addStretch(1)
        keep_size(theme, column, max_width=WIDTH)
        row = Row(theme)
        row.addWidget(column, 1)
        row.addStretch(0)
        self.frame.body.addLayout(row)
        self.frame.body.addStretch(1)
        fill_with(self, self.frame)

    def _own_card(self, theme: Theme) -> Card:
        card = Card(theme, margins=(24, 16, 24, 18))
        self.head = Label("", "card", wrap=True)
        self.explained = Label("", "text", "text2", wrap=True)
        self.code = Label("", "display")
        caption = Label(self.tr("Kode laptop ini"), "label", "text2")
        self.stick = Button(theme, self.tr("Simpan ke flashdisk"), kind="primary", icon="usb")
        self.again = Button(theme, self.tr("Pakai undangan lain"), kind="link")
        acts = Flow(theme, spacing=(10, 8))
        acts.add(self.stick)
        acts.add(self.again)
        self.own = QWidget()
        own = Column(theme, self.own)
        own.addWidget(caption)
        own.addWidget(self.code)
        for widget in (self.head, self.explained, self.own, acts):
            card.body.addWidget(widget)
        return card

    def _code_card(self, theme: Theme) -> Card:
        self.code_card = card = Card(
            theme, margins=(24, 16, 24, 20), spacing=12, title=self.tr("Saya punya kode undangan")
        )
        self.by_code_text = Label("", "text", "text2", wrap=True)
        self.form = JoinForm(theme)
        self.join = Button(theme, self.tr("Hubungkan"), kind="primary", icon="ticket")
        row = Row(theme)
        row.addWidget(self.join)
        row.addStretch(1)
        card.body.addWidget(self.by_code_text)
        card.body.addWidget(self.form)
        card.body.addLayout(row)
        return card

    def _file_card(self, theme: Theme) -> Card:
        self.file_card = card = Card(
            theme,
            margins=(24, 16, 24, 20),
            spacing=12,
            title=self.tr("Saya punya file di flashdisk"),
        )
        explained = self.tr("Untuk tempat tanpa sinyal sama sekali.")
        self.choose = Button(theme, self.tr("Pilih file undangan"), icon="folder-open")
        row = Row(theme)
        row.addWidget(self.choose)
        row.addStretch(1)
        card.body.addWidget(Label(explained, "text", "text2", wrap=True))
        card.body.addLayout(row)
        return card

    def _connect(self) -> None:
        self._asking = Pause((self.join, self.choose), self)
        self.join.clicked.connect(self._submit)
        self.form.submitted.connect(self._submit)
        self.form.edited.connect(self._typed)
        self.choose.clicked.connect(self.file_asked)
        self.stick.clicked.connect(self.stick_asked)
        self.again.clicked.connect(self._open_up)
        self.both.clicked.connect(self._confirm)

    def _submit(self) -> None:
        if self.form.is_fine():
            self.wished.emit(self.form.wish())

    def _confirm(self) -> None:
        """Wish what was asked about; of an RT that moves, with the number that is typed by now."""
        wish = self._wish
        if wish is not None and wish.moves and wish.file is None:
            wish = replace(wish, rt=self.form.wish().rt)
        self.other_rt_asked.emit(wish)

    def _typed(self) -> None:
        code, server = self.form.code.text().strip(), self.form.server.text().strip()
        self._is_typed = bool(code) or server not in ("", self._server)
        if self._is_typed:
            self.touched()
        else:
            self.called_off.emit()

    def _show_ways(self, *, on: bool) -> None:
        """Show by which ways one can be connected, or only that there are others."""
        at = QApplication.focusWidget()
        typed_here = any(card.isAncestorOf(at) for card in (self.code_card, self.file_card) if at)
        self.again.setVisible(not on)
        for card in (self.code_card, self.file_card):
            card.setVisible(on)
        if typed_here and not on:
            (self if self.stick.isHidden() else self.stick).setFocus()

    def _forget_note(self) -> None:
        """Say no more how it ended once this laptop has come further than that."""
        if self.note.isVisible() and self.join.isEnabled() and not self.both.isVisible():
            self.note.hide()

    def _open_up(self) -> None:
        self._is_open = True
        for widget in (self.code_card, self.file_card):
            widget.show()
        self.again.hide()
        self.form.code.setFocus()
