"""The bar under the form of a worry: how safe the draft is, and the button that locks it."""

from datetime import datetime

from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.frame import BottomBar
from patbm_desktop.ui.strings import clock_time, fill
from patbm_desktop.ui.theme import Theme

LOCK = "lock"


class ConcernBar(BottomBar):
    """`keep` saves and locks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, icon=LOCK)
        self.keep = Button(
            theme, self.tr("Simpan dan kunci"), kind="primary", size="tall", icon=LOCK
        )
        self.row.addWidget(self.keep)

    def is_busy(self) -> bool:
        """Say whether a save is on its way."""
        return not self.keep.isEnabled()

    def set_busy(self, *, on: bool) -> None:
        """Let nothing be saved twice while a save is on its way."""
        self.keep.setEnabled(not on)

    def offer_to_keep(self, *, on: bool) -> None:
        """Show the button, or take it away where nothing may be kept."""
        self.keep.setVisible(on)

    def say_nothing_yet(self) -> None:
        """Say that a draft will be kept from the first key on."""
        self.set_status(self.tr("Draf tersimpan sendiri saat diketik, terkunci."), LOCK)

    def say_saving(self) -> None:
        """Say that the draft is on its way to the disk."""
        self.set_status(self.tr("Menyimpan…"), "clock", "text2")

    def say_saved(self, at: datetime) -> None:
        """Say since when the draft is safe."""
        words = self.tr("Draf terkunci di laptop ini, tersimpan sendiri pukul %1.")
        self.set_status(fill(words, clock_time(at)), LOCK)

    def say_kept(self) -> None:
        """Say that the note stands."""
        self.set_status(self.tr("Tersimpan dan terkunci."), LOCK)

    def say_nothing_is_kept(self) -> None:
        """Say that nothing of this leaves the memory."""
        self.set_status(self.tr("Tidak ada yang disimpan."), "eye-off", "text2")

    def say_refused(self, sentence: str) -> None:
        """Say why nothing was kept."""
        self.set_status(sentence, "circle-alert", "danger")
