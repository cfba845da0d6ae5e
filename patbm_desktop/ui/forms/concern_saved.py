"""What stands in place of the form once a pressing worry is kept: what not to forget."""

from PySide6.QtCore import Signal

from patbm_desktop.actions import wording
from patbm_desktop.domain.level import RED
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import EmptyState
from patbm_desktop.ui.strings import fill, language
from patbm_desktop.ui.theme import Theme


class SavedCard(EmptyState):
    """Says that the note is safe and locked, and offers the slip with its code and a date."""

    reminder_asked = Signal()
    case_asked = Signal()
    leave_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        print_words = wording.rule_words("r11.print_slip", language())
        self.slip = Button(theme, print_words, kind="primary", icon="printer", size="tall")
        self.case = Button(theme, self.tr("Buka catatan"), size="tall")
        self.leave = Button(theme, self.tr("Kembali"), size="tall")
        super().__init__(theme, "shield-check", "", "", self.slip, self.case, self.leave)
        self.slip.clicked.connect(self.reminder_asked)
        self.case.clicked.connect(self.case_asked)
        self.leave.clicked.connect(self.leave_asked)

    def show_saved(self, code: str, triage: str) -> None:
        """Show what to write down for the case `code` of the level `triage`."""
        key = "r11.slip_now" if triage == RED else "r11.slip_tomorrow"
        title = fill(self.tr("%1 tersimpan dan terkunci di laptop ini."), code)
        self.set(title, wording.rule_words(key, language()))

    def focus_first(self) -> None:
        """Put the keyboard on the slip."""
        self.slip.setFocus()
