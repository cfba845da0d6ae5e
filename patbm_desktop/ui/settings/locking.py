"""Kunci otomatis: after how many quiet minutes the vault locks, and what the locked screen says."""

from dataclasses import replace

from PySide6.QtCore import Signal

from patbm_desktop.actions.entrance.appearance import Appearance
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.fields import Field
from patbm_desktop.ui.parts.toggle import ToggleRow
from patbm_desktop.ui.theme import Theme

MINUTES = (1, 2, 3, 5, 10, 15)


class LockingSection(Card):
    """Says the whole `Appearance` that is wanted, and whether names are hidden."""

    changed = Signal(object)
    names_hidden = Signal(bool)

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, title=title, spacing=14)
        self._shown = Appearance()
        choices = [Choice(str(n), self.tr("%n menit", "", n)) for n in MINUTES]
        self.minutes = ChipGroup(theme, choices, name=self.tr("Terkunci setelah tidak dipakai"))
        self.names = ToggleRow(
            theme,
            self.tr("Jangan tampilkan nama di layar kunci"),
            self.tr("Yang terlihat hanya kotak kata sandi."),
        )
        usual = self.tr("Biasanya 5 menit.")
        self.body.addWidget(Field(theme, self.minutes.accessibleName(), self.minutes, usual))
        self.body.addWidget(self.names)
        self.minutes.changed.connect(self._tell)
        self.names.toggled.connect(self.names_hidden)

    def show_look(self, look: Appearance) -> None:
        """Show what is in force."""
        self._shown = look
        offered = min(MINUTES, key=lambda n: abs(n - look.lock_minutes))
        self.minutes.set_chosen([str(offered)])
        self.names.set_on(look.hide_names)

    def _tell(self, chosen: list[str]) -> None:
        wanted = replace(self._shown, lock_minutes=int(chosen[0]))
        if wanted != self._shown:
            self.changed.emit(wanted)
