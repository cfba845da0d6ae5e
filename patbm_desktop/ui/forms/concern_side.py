"""Beside the form of a worry: who can read it, and what to do when a child tells."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions import wording
from patbm_desktop.actions.kelurahan.case_access import Reader
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.labels import Glyphs, Label
from patbm_desktop.ui.parts.layouts import Column, Row, box, clear, line
from patbm_desktop.ui.strings import address, addressed, fill, language
from patbm_desktop.ui.theme import Theme


class ReadersCard(Card):
    """Names everybody who holds the key, as computed, and who does not."""

    def __init__(self, theme: Theme, address_form: str) -> None:
        super().__init__(theme, margins=(20, 14, 18, 14), spacing=6)
        self._theme, self._address = theme, address_form
        self._readers: tuple[Reader, ...] = ()
        self._rows = Column(theme, spacing=6)
        self.alone = Label("", "secondary", "text2", wrap=True)
        self.body.addWidget(Label(self.tr("Siapa yang bisa membaca?"), "strong", wrap=True))
        self.body.addLayout(self._rows)
        self.body.addWidget(self.alone)
        self.body.addWidget(line())
        self.body.addWidget(Label(self.tr("Terkunci untuk"), "hint", "text2"))
        for locked in (self.tr("RT lain, Ketua RT, Lurah"), self.tr("Server kota")):
            self.body.addWidget(self._row("lock", "text2", locked))
        leaving = self.tr(
            "Yang keluar dari kelurahan hanya jumlah per bulan, tanpa nama, umur, tanggal, atau RT."
        )
        self.body.addWidget(Label(leaving, "secondary", "text2", wrap=True))
        beware = wording.rule_words("insider.help", language())
        self.body.addWidget(Label(beware, "secondary", "warn", wrap=True))

    def show_readers(self, readers: Sequence[Reader]) -> None:
        """Show `readers`, the person at the keyboard first."""
        if tuple(readers) == self._readers:
            return
        self._readers = tuple(readers)
        clear(self._rows)
        for reader in sorted(readers, key=lambda each: not each.is_me):
            self._rows.addWidget(self._row("check", "ok", self._said(reader)))
        with_sapaan = self.tr(
            "Baru %sapaan sendiri. Pendamping kasus bisa membaca setelah terhubung."
        )
        alone = addressed(self._address, with_sapaan, self.tr("Baru dari laptop ini."))
        self.alone.setText(alone)
        self.alone.setVisible(not any(not each.is_me for each in readers))

    def _said(self, reader: Reader) -> str:
        if reader.is_me:
            return f"{address(self._address)} {reader.name}".strip()
        if not reader.name:
            return self.tr("Satu laptop lain yang namanya belum sampai di sini")
        if reader.is_companion:
            return fill(self.tr("Pendamping kasus: %1"), reader.name)
        return reader.name

    def _row(self, icon: str, tone: str, words: str) -> QWidget:
        row = Row(self._theme, spacing=9)
        row.addWidget(Glyphs(self._theme, icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(words, "text", wrap=True), 1)
        return box(row)


class ChildCard(Card):
    """What to do, and what never to promise, when a child tells."""

    def __init__(self, theme: Theme, address_form: str) -> None:
        super().__init__(theme, margins=(20, 12, 18, 14), spacing=6)
        head = Row(theme, spacing=8)
        head.addWidget(Glyphs(theme, "ear", "primary"))
        head.addWidget(Label(self.tr("Kalau anak bercerita"), "strong", wrap=True), 1)
        self.body.addLayout(head)
        helpers = addressed(
            address_form,
            self.tr(
                "Sampaikan bahwa ada orang yang bisa membantu, "
                "dan %sapaan akan memberi tahu mereka."
            ),
            self.tr("Sampaikan bahwa ada orang yang bisa membantu, dan mereka akan diberi tahu."),
        )
        listen = self.tr(
            "Dengarkan, percaya. Katakan: “Terima kasih sudah cerita. Ini bukan salahmu.”"
        )
        promise = self.tr("Jangan berjanji merahasiakan segalanya. Jangan menemui terduga pelaku.")
        for words in (listen, helpers, promise):
            self.body.addWidget(Label(words, "text", wrap=True))
        self.body.addStretch(1)
