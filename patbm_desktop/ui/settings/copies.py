"""Cadangan: copy everything to a stick, locked, and take a copy back in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar

from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner, Card
from patbm_desktop.ui.parts.fields import Field
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Flow, Row, box
from patbm_desktop.ui.parts.password import PasswordField
from patbm_desktop.ui.theme import Theme


class CopiesSection(Card):
    """Asks for a copy to be written, or for one to be read with its passphrase."""

    copy_asked = Signal()
    file_asked = Signal()
    restore_asked = Signal(str)
    """The passphrase of the copy whose file was chosen before."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, title=title, spacing=12)
        explained = self.tr(
            "Semua catatan, foto dan kunci disalin ke satu file yang tetap terkunci."
        )
        self.copy = Button(theme, self.tr("Salin semua ke flashdisk"), icon="usb")
        self.choose = Button(theme, self.tr("Ambil dari cadangan"), icon="folder-open")
        self.note = Banner(theme, "", status="info")
        self.note.hide()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Kemajuan"))
        self.progress.hide()
        self._make_restore(theme)
        acts = Flow(theme, spacing=(10, 10))
        acts.add(self.copy)
        acts.add(self.choose)
        merged = self.tr("Yang diambil ditambahkan. Catatan yang lebih baru tidak hilang.")
        self.body.addWidget(Label(explained, "text", "text2", wrap=True))
        self.body.addWidget(acts)
        self.body.addWidget(Label(merged, "secondary", "text2", wrap=True))
        self.body.addWidget(self.restoring)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.note)
        self.copy.clicked.connect(self.copy_asked)
        self.choose.clicked.connect(self.file_asked)
        self.restore.clicked.connect(self._restore)
        self.password.submitted.connect(self._restore)

    def ask_passphrase(self, name: str) -> None:
        """Ask for the passphrase of the chosen file, called `name`."""
        self.password_field.caption.setText(
            self.tr("Kata sandi saat %1 dibuat").replace("%1", name)
        )
        self.restoring.show()
        self.note.hide()
        self.password.setFocus()

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed while a copy is written or read."""
        for button in (self.copy, self.choose, self.restore):
            button.setEnabled(not busy)
        self.progress.setRange(0, 0)
        self.progress.setVisible(busy)
        if busy:
            self.note.hide()

    def show_progress(self, done: int, of: int) -> None:
        """Show how much of the copy is written or read."""
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    def tell(self, sentence: str, *, well: bool) -> None:
        """Say how it ended."""
        self.show_busy(busy=False)
        self.note.set_status("ok" if well else "warn", "circle-check" if well else "circle-alert")
        self.note.set_text(sentence)
        self.note.show()
        self.password.clear()
        self.restoring.setVisible(not well and self.restoring.isVisible())

    def wipe(self) -> None:
        """Forget what is typed."""
        self.password.clear()

    def _make_restore(self, theme: Theme) -> None:
        self.password = PasswordField(theme, self.tr("Kata sandi cadangan"))
        self.password_field = Field(theme, "", self.password)
        self.restore = Button(theme, self.tr("Masukkan catatan"), kind="primary")
        column = Column(theme, spacing=10)
        column.addWidget(self.password_field)
        row = Row(theme)
        row.addWidget(self.restore)
        row.addStretch(1)
        column.addLayout(row)
        self.restoring = box(column)
        self.restoring.hide()

    def _restore(self) -> None:
        if self.password.text().strip():
            self.show_busy(busy=True)
            self.restore_asked.emit(self.password.text())
