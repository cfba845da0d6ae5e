"""The bar under the log form: how safe the draft is, and the two ways to save."""

from datetime import datetime

from patbm_desktop.ui.forms.activity_submission import OF_RECORD, Mode
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.frame import BottomBar
from patbm_desktop.ui.strings import clock_time, fill
from patbm_desktop.ui.theme import Theme


class ActivityBar(BottomBar):
    """`keep` saves and leaves; `again` saves and goes on, or prints the papers of a plan."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self.again = Button(theme, "", size="tall")
        self.keep = Button(theme, "", kind="primary", size="tall", icon="check")
        self.row.addWidget(self.again)
        self.row.addWidget(self.keep)

    def dress(self, mode: Mode, *, is_plan: bool) -> None:
        """Let both buttons say what they do for a form that is open for `mode`."""
        is_record = mode in OF_RECORD
        is_backlog = mode is Mode.BACKLOG and not is_plan
        keep = self.tr("Simpan perubahan") if is_record else self.tr("Simpan kegiatan")
        self.keep.setText(self.tr("Simpan rencana") if is_plan else keep)
        pack, again = self.tr("Cetak paket sesi"), self.tr("Simpan, catat lagi")
        self.again.setText(pack if is_plan else again)
        self.again.setVisible(is_plan or not is_record)
        for button, is_first in ((self.keep, not is_backlog), (self.again, is_backlog)):
            kind = "primary" if is_first else "secondary"
            if button.property("kind") != kind:
                button.set_kind(kind)

    def is_busy(self) -> bool:
        """Say whether a save is on its way."""
        return not self.keep.isEnabled()

    def set_busy(self, *, on: bool) -> None:
        """Let nothing be saved twice while a save is on its way."""
        self.keep.setEnabled(not on)
        self.again.setEnabled(not on)

    def say_nothing_yet(self) -> None:
        """Say that a draft will be kept from the first key on."""
        self.set_status(self.tr("Draf tersimpan sendiri saat diketik."), "circle-check")

    def say_saving(self) -> None:
        """Say that the draft is on its way to the disk."""
        self.set_status(self.tr("Menyimpan…"), "clock", "text2")

    def say_saved(self, at: datetime) -> None:
        """Say since when the draft is safe."""
        saved = fill(self.tr("Draf tersimpan sendiri pukul %1."), clock_time(at))
        if not self._theme.rail:
            close = self.tr("Boleh ditutup kapan saja.")
            saved = f"{saved} {close}"
        self.set_status(saved, "circle-check")

    def say_refused(self, sentence: str) -> None:
        """Say why nothing was kept."""
        self.set_status(sentence, "circle-alert", "danger")
