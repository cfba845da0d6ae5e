"""Tampilan: language, size of the words, colours, contrast, and the paper of the sheets."""

from dataclasses import replace

from PySide6.QtCore import Signal

from patbm_desktop.actions.entrance.appearance import Appearance
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.fields import Field
from patbm_desktop.ui.parts.toggle import ToggleRow
from patbm_desktop.ui.theme import SCALES, Theme


class LookSection(Card):
    """Says the whole `Appearance` that is wanted; whoever listens applies it."""

    changed = Signal(object)

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, title=title, spacing=14)
        self._shown = Appearance()
        languages = (Choice("id", "Bahasa Indonesia"), Choice("en", "English"))
        schemes = (
            Choice("system", self.tr("Ikuti laptop")),
            Choice("light", self.tr("Terang")),
            Choice("dark", self.tr("Gelap")),
        )
        sizes = tuple(Choice(str(scale), f"{round(scale * 100)}%") for scale in SCALES)
        papers = (Choice("f4", "F4 (215 × 330 mm)"), Choice("a4", "A4 (210 × 297 mm)"))
        self.language = ChipGroup(theme, languages, name=self.tr("Bahasa"))
        self.scale = ChipGroup(theme, sizes, name=self.tr("Ukuran huruf"))
        self.scheme = ChipGroup(theme, schemes, name=self.tr("Warna layar"))
        self.paper = ChipGroup(theme, papers, name=self.tr("Kertas laporan"))
        self.contrast = ToggleRow(theme, self.tr("Kontras tinggi"))
        for group in (self.language, self.scale, self.scheme, self.paper):
            self.body.addWidget(Field(theme, group.accessibleName(), group))
            group.changed.connect(self._tell)
        self.body.insertWidget(self.body.count() - 1, self.contrast)
        self.contrast.toggled.connect(self._tell)

    def show_look(self, look: Appearance) -> None:
        """Show `look` as the one in force."""
        self._shown = look
        self.language.set_chosen([look.language])
        self.scale.set_chosen([str(look.scale)])
        self.scheme.set_chosen([look.scheme])
        self.paper.set_chosen([look.paper])
        self.contrast.set_on(look.high_contrast)

    def _tell(self, *_: object) -> None:
        wanted = replace(
            self._shown,
            language=self.language.value(),
            scale=float(self.scale.value()),
            scheme=self.scheme.value(),
            paper=self.paper.value(),
            high_contrast=self.contrast.is_on(),
        )
        if wanted != self._shown:
            self.changed.emit(wanted)
