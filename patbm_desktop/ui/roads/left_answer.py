"""What the list of RT that were left asks for: that their notes go from this laptop."""

from PySide6.QtCore import QObject

from patbm_desktop.actions.travel import left_spaces
from patbm_desktop.ui.desk import Desk
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.parts.left_card import LeftCard


class LeftAnswer(QObject):
    """Answers the card, and fills it."""

    def __init__(self, desk: Desk, page: Page, card: LeftCard) -> None:
        super().__init__(page)
        self._desk, self._page, self._card = desk, page, card
        card.decided.connect(self._let_go)

    def fill(self) -> None:
        """Ask what was left."""
        self._desk.ask(self._page, left_spaces.left_spaces, self._card.show_spaces)

    def _let_go(self) -> None:
        said = self.tr("Catatan itu sudah dihapus dari laptop ini.")
        self._desk.change(self._page, left_spaces.let_go, said, failed=self._kept)

    def _kept(self, error: Exception) -> None:
        self._desk.say(self._desk.words(error))
        self.fill()
