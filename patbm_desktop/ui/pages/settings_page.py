"""Pengaturan: one column of sections; every change applies at once and can be taken back."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.ui.page import Page, fill_with
from patbm_desktop.ui.parts.frame import PageFrame
from patbm_desktop.ui.parts.layouts import Column, Row, keep_size
from patbm_desktop.ui.settings.about import AboutSection
from patbm_desktop.ui.settings.connection import ConnectionSection
from patbm_desktop.ui.settings.copies import CopiesSection
from patbm_desktop.ui.settings.locking import LockingSection
from patbm_desktop.ui.settings.look import LookSection
from patbm_desktop.ui.settings.numbers import NumbersSection
from patbm_desktop.ui.settings.person import PersonSection
from patbm_desktop.ui.settings.secret import SecretSection
from patbm_desktop.ui.settings.view import Settings
from patbm_desktop.ui.theme import Theme

WIDTH = 760


class SettingsPage(Page):
    """Shows `Settings`; each section tells what is wanted, the page passes it on."""

    KINDS: ClassVar[frozenset[str]] = frozenset({"person", "rt", "contact", "letterhead"})

    look_wanted = Signal(object)
    person_changed = Signal(dict)
    rt_changed = Signal(dict)
    head_named = Signal(str)
    kop_changed = Signal(tuple, str)
    passphrase_chosen = Signal(str)
    sheet_asked = Signal()
    sheet_tried = Signal(str)
    number_changed = Signal(str, str)
    number_tested = Signal(str)
    names_hidden = Signal(bool)
    copy_asked = Signal()
    file_asked = Signal()
    restore_asked = Signal(str)
    address_changed = Signal(str)
    travel_switched = Signal(bool)
    join_asked = Signal()

    def __init__(
        self, theme: Theme, draw: Callable[[], str], strength: Callable[[str], str]
    ) -> None:
        super().__init__(theme)
        self._wanted = ""
        self.look = LookSection(theme, self.tr("Tampilan"))
        self.person = PersonSection(theme, self.tr("Nama dan RT"))
        self.secret = SecretSection(
            theme, self.tr("Kata sandi dan lembar pemulihan"), draw, strength
        )
        self.numbers = NumbersSection(theme, self.tr("Nomor darurat"))
        self.locking = LockingSection(theme, self.tr("Kunci otomatis"))
        self.connection = ConnectionSection(theme, self.tr("Hubungan"))
        self.copies = CopiesSection(theme, self.tr("Cadangan"))
        self.about = AboutSection(theme, self.tr("Tentang"))
        self._sections: dict[str, QWidget] = {
            "look": self.look,
            "person": self.person,
            "recovery": self.secret,
            "numbers": self.numbers,
            "locking": self.locking,
            "connection": self.connection,
            "backup": self.copies,
            "about": self.about,
        }
        self._lay(theme)
        self._connect()

    def title(self) -> str:
        """Return what stands at the head of the page."""
        return self.tr("Pengaturan")

    def subtitle(self) -> str:
        """Return the quiet line under the title."""
        return self.tr("Setiap perubahan langsung berlaku.")

    def start(self) -> None:
        """Put the focus on the first question."""
        self.look.language.focus_first()

    def show_settings(self, settings: Settings) -> None:
        """Show everything there is to set."""
        self.look.show_look(settings.appearance)
        self.locking.show_look(settings.appearance)
        self.person.show_settings(settings)
        self.secret.show_sheet(settings.sheet)
        self.numbers.show_numbers(settings.contacts, settings.city)
        self.connection.show_standing(settings.standing, travels=settings.travels)
        self.about.show_log(settings.log)
        if self._wanted:
            QTimer.singleShot(0, self, self._scroll_to_wanted)

    def want(self, section: str) -> None:
        """Bring the section into sight once it is filled; "" for the top."""
        self._wanted = section if section in self._sections else ""

    def wipe(self) -> None:
        """Forget what is typed."""
        self.secret.wipe()
        self.copies.wipe()
        super().wipe()

    def _scroll_to_wanted(self) -> None:
        section, self._wanted = self._sections.get(self._wanted), ""
        if section is not None:
            self.frame.verticalScrollBar().setValue(section.y())

    def _lay(self, theme: Theme) -> None:
        self.frame = PageFrame(theme)
        column = QWidget()
        sections = Column(theme, column, spacing=14)
        for section in self._sections.values():
            sections.addWidget(section)
        keep_size(theme, column, max_width=WIDTH)
        row = Row(theme)
        row.addWidget(column, 1)
        row.addStretch(0)
        self.frame.body.addLayout(row)
        self.frame.body.addStretch(1)
        fill_with(self, self.frame)

    def _connect(self) -> None:
        self.look.changed.connect(self.look_wanted)
        self.locking.changed.connect(self.look_wanted)
        self.locking.names_hidden.connect(self.names_hidden)
        self.person.person_changed.connect(self.person_changed)
        self.person.rt_changed.connect(self.rt_changed)
        self.person.head_named.connect(self.head_named)
        self.person.kop_changed.connect(self.kop_changed)
        self.secret.passphrase_chosen.connect(self.passphrase_chosen)
        self.secret.sheet_asked.connect(self.sheet_asked)
        self.secret.sheet_tried.connect(self.sheet_tried)
        self.numbers.changed.connect(self.number_changed)
        self.numbers.tested.connect(self.number_tested)
        self.copies.copy_asked.connect(self.copy_asked)
        self.copies.file_asked.connect(self.file_asked)
        self.copies.restore_asked.connect(self.restore_asked)
        self.connection.address_changed.connect(self.address_changed)
        self.connection.switched.connect(self.travel_switched)
        self.connection.join_asked.connect(self.join_asked)
