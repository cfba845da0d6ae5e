"""Tentang: the version, whose work stands in the program, and where it notes its troubles."""

from pathlib import Path

from PySide6.QtCore import Qt

from patbm_desktop.actions import release_notes
from patbm_desktop.domain.release import VERSION
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Row
from patbm_desktop.ui.strings import fill, language
from patbm_desktop.ui.theme import Theme

LICENCES = (
    ("PATBM Desktop", "MIT"),
    ("Qt, PySide6", "LGPL-3.0"),
    ("SQLCipher", "BSD-3-Clause"),
    ("SQLite", "public domain"),
    ("sqlite-utils, PyNaCl, Typst", "Apache-2.0"),
    ("libsodium", "ISC"),
    ("msgspec", "BSD-3-Clause"),
    ("openpyxl", "MIT"),
    ("XlsxWriter", "BSD-2-Clause"),
    ("Inter", "OFL-1.1"),
    ("Lucide", "ISC"),
)
"""What the program is made of, and under which licence each part may be used."""


class AboutSection(Card):
    """Nothing to set here; everything may be read and copied."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, title=title, spacing=8)
        self.version = Label(fill(self.tr("Versi %1"), VERSION), "strong")
        self.log = Label("", "secondary", "text2", wrap=True)
        self.news = Button(theme, self.tr("Baca yang baru"), icon="history", size="small")
        self.changes = Label("", "text", wrap=True)
        self.changes.setTextFormat(Qt.TextFormat.MarkdownText)
        self.changes.hide()
        licences = " · ".join(f"{name} ({licence})" for name, licence in LICENCES)
        head = Row(theme, spacing=12)
        head.addWidget(self.version)
        head.addWidget(self.news)
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self.changes)
        self.news.clicked.connect(self.show_changes)
        self.body.addWidget(Label(self.tr("Lisensi"), "label"))
        self.body.addWidget(Label(licences, "secondary", "text2", wrap=True))
        self.body.addWidget(Label(self.tr("Lokasi log"), "label"))
        self.body.addWidget(self.log)
        self.log.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_changes(self) -> None:
        """Tell what each release brought, newest first; or put that away again."""
        if not self.changes.text():
            self.changes.setText(release_notes.written(language()))
        self.changes.setVisible(self.changes.isHidden())

    def show_log(self, path: Path) -> None:
        """Say where troubles are noted."""
        self.log.setText(str(path))
