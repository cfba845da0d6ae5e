"""The yellow strip over the form of a worry: a statement, and a question once numbers were seen."""

from PySide6.QtCore import Qt, Signal

from patbm_desktop.actions import wording
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner
from patbm_desktop.ui.parts.layouts import Flow
from patbm_desktop.ui.strings import language
from patbm_desktop.ui.theme import Theme


class DangerStrip(Banner):
    """Says that calling comes first; `answered` tells whether the danger is that of this note.

    It asks only after the emergency numbers were opened, and can be taken back before saving.
    """

    numbers_asked = Signal()
    answered = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", status="sun", icon="phone-call")
        self.text.wear("strong")
        self.numbers = Button(theme, _words("danger.open_numbers"), icon="phone", size="small")
        self.yes = Button(theme, _words("danger.yes"), size="small")
        self.no = Button(theme, _words("danger.no"), size="small")
        self.mistaken = Button(theme, self.tr("Ternyata bukan"), size="small")
        acts = Flow(theme)
        for button in (self.numbers, self.yes, self.no, self.mistaken):
            acts.add(button)
        self.buttons.addWidget(acts, 0, Qt.AlignmentFlag.AlignVCenter)
        self.numbers.clicked.connect(self.numbers_asked)
        self.yes.clicked.connect(self._say_yes)
        self.no.clicked.connect(self._say_no)
        self.mistaken.clicked.connect(self._say_no)
        self.show_state(is_danger=False)

    def show_state(self, *, is_danger: bool) -> None:
        """Show the statement, or that there is danger now and three answers are enough."""
        said = self.tr("Ada bahaya sekarang. Telepon dulu. Tiga hal ini cukup, lalu simpan.")
        self._show(said if is_danger else _words("danger.statement"))
        self._offer(self.numbers, *((self.mistaken,) if is_danger else ()))

    def ask(self) -> None:
        """Ask whether what was opened is about this note."""
        self._show(_words("danger.about_this"))
        self._offer(self.yes, self.no)

    def is_asking(self) -> bool:
        """Say whether the question waits for its answer."""
        return not self.yes.isHidden()

    def _show(self, words: str) -> None:
        self.set_text(words)
        self.text.wear("strong")

    def _offer(self, *buttons: Button) -> None:
        for button in (self.numbers, self.yes, self.no, self.mistaken):
            button.setVisible(button in buttons)

    def _say_yes(self) -> None:
        self.answered.emit(True)

    def _say_no(self) -> None:
        self.answered.emit(False)


def _words(key: str) -> str:
    return wording.rule_words(key, language())
