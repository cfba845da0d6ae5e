"""Who a referral letter is about: its only lines for a name, and kept only where that is wanted."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.domain.case import Identity
from patbm_desktop.domain.case_kinds import CASE_DETAIL
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.fields import Field
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, show_if
from patbm_desktop.ui.parts.sealed import SealedLine
from patbm_desktop.ui.parts.toggle import ToggleRow
from patbm_desktop.ui.theme import Theme

_LONGEST = {part.name: part.longest for part in CASE_DETAIL.fields["identity"].members}


class LetterWho(QWidget):
    """Gives an `Identity`; `changed` says that it is another one, by hand or not.

    `known_asked` wants the identity that is kept in the case.
    """

    changed = Signal()
    known_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        captions = {
            "nama": self.tr("Nama"),
            "alamat": self.tr("Alamat"),
            "wali": self.tr("Orang tua/wali"),
            "kontak_aman": self.tr("Kontak yang aman"),
        }
        self.lines = {name: _line(text, _LONGEST[name]) for name, text in captions.items()}
        self.known = Button(theme, self.tr("Pakai yang tersimpan"), icon="lock-open", size="small")
        self.keep = ToggleRow(
            theme,
            self.tr("Simpan di catatan terkunci"),
            self.tr("Kalau tidak, nama dan alamat hanya ada di kertas."),
        )
        self._lay(theme, captions)
        self.known.clicked.connect(self.known_asked)
        self.keep.toggled.connect(self.changed)
        for each in self.lines.values():
            each.textChanged.connect(self.changed)

    def identity(self) -> Identity:
        """Return who it is, as far as that is said."""
        return Identity(**{name: each.text().strip() for name, each in self.lines.items()})

    def show_identity(self, identity: Identity) -> None:
        """Fill in who it is."""
        for name, each in self.lines.items():
            each.setText(getattr(identity, name))

    def forget(self) -> None:
        """Let go of who it is; it was never anywhere else."""
        for each in self.lines.values():
            each.setText("")  # clear() could be undone
        self.keep.set_on(False)

    def show_known(self, *, on: bool) -> None:
        """Say whether an identity is kept that could be filled in."""
        show_if(self.known, on=on)
        show_if(self.keep, on=not on)

    def start(self) -> None:
        """Put the keyboard on the name."""
        self.lines["nama"].setFocus()

    def _lay(self, theme: Theme, captions: Mapping[str, str]) -> None:
        column = Column(theme, self, spacing=8)
        words = self.tr("Boleh dikosongkan: di surat menjadi titik-titik.")
        column.addWidget(Label(words, "secondary", "text2", wrap=True))
        column.addWidget(self.known)
        for name, text in captions.items():
            column.addWidget(Field(theme, text, self.lines[name]))
        column.addWidget(self.keep)


def _line(name: str, longest: int) -> SealedLine:
    made = SealedLine(name, size="normal")
    made.setMaxLength(longest)
    return made
