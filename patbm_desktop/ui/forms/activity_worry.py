"""Beside the log form: whether a child came up who worries somebody; the session keeps no trace."""

from PySide6.QtCore import Qt, Signal

from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.labels import IconDisc, Label
from patbm_desktop.ui.parts.layouts import Row
from patbm_desktop.ui.strings import addressed
from patbm_desktop.ui.theme import Theme

NO, YES = "no", "yes"


class WorryCard(Card):
    """Asks gently; yes opens a confidential note once the session is kept."""

    changed = Signal()

    def __init__(self, theme: Theme, address: str) -> None:
        super().__init__(theme, margins=(18, 14, 18, 14), spacing=10)
        self._is_offered, self._meets = False, False
        question = addressed(
            address,
            self.tr("Ada cerita tentang anak yang membuat %sapaan khawatir?"),
            self.tr("Ada cerita tentang anak yang mengkhawatirkan?"),
        )
        head = Row(theme, spacing=12)
        head.addWidget(IconDisc(theme, "shield", side=36, glyph=18), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(question, "strong", wrap=True), 1)
        choices = [
            Choice(NO, self.tr("Tidak ada")),
            Choice(YES, self.tr("Ya, catat setelah ini")),
        ]
        self.chips = ChipGroup(theme, choices, name=question, dense=True, optional=True)
        self.body.addLayout(head)
        self.body.addWidget(self.chips)
        never = self.tr("Catatan itu tidak ikut tercetak.")
        self.body.addWidget(Label(never, "secondary", "text2", wrap=True))
        self.chips.changed.connect(self._told)
        self._show()

    def offer(self, *, on: bool) -> None:
        """Ask anew, or not at all where a worry cannot be noted."""
        self._is_offered = on
        self.chips.set_chosen([])
        self._show()

    def set_meeting(self, *, on: bool) -> None:
        """Ask nothing while somebody looks on."""
        self._meets = on
        self._show()

    def is_yes(self) -> bool:
        """Say whether there is something to note."""
        return self._is_offered and self.chips.value() == YES

    def set_yes(self, *, on: bool) -> None:
        """Show an answer that was given before."""
        self.chips.set_chosen([YES] if on else [])

    def _show(self) -> None:
        self.setVisible(self._is_offered and not self._meets)

    def _told(self, *_what: object) -> None:
        self.changed.emit()
