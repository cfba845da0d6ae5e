"""Question 3 of a worry: what was seen or heard, and what in it had better stand elsewhere."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt

from patbm_desktop.actions import wording
from patbm_desktop.domain.case_kinds import CASE_DETAIL
from patbm_desktop.domain.reason import Reason
from patbm_desktop.ui.forms.moving_out import Look, MovingOut
from patbm_desktop.ui.forms.question import Question
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.sealed import SealedText
from patbm_desktop.ui.strings import addressed, language
from patbm_desktop.ui.theme import Theme

LONGEST = CASE_DETAIL.fields["narrative"].longest


class StoryQuestion(Question):
    """The text; while somebody writes it, R8 is said and R18 offers to move what names somebody."""

    def __init__(self, theme: Theme, address: str) -> None:
        super().__init__(theme, "", 3)
        with_sapaan = self.tr("Apa yang %sapaan lihat atau dengar?")
        name = addressed(address, with_sapaan, self.tr("Apa yang terlihat atau terdengar?"))
        self.head.set_text(name)
        self._make_hint()
        self.text = SealedText(theme, name, lines=2)
        self.offer = MovingOut(theme, self.text)
        self.move_button = self.offer.move_button
        self.body.addWidget(self.text)
        self.body.addWidget(self.offer)
        self.text.textChanged.connect(self._typed)
        self.text.installEventFilter(self)
        self.offer.changed.connect(self._say_moved)

    def offer_looks(self, look: Look | None) -> None:
        """Look through the text by `look` from now on."""
        self.offer.offer_looks(look)

    def story(self) -> str:
        """Return the text."""
        return self.text.plain().strip()

    def moved(self) -> Mapping[str, str]:
        """Return what was taken out of the text, by the field of an identity."""
        return self.offer.moved()

    def set_answer(self, story: str, moved: Mapping[str, str]) -> None:
        """Show a text that was written before, and remember what had been taken out of it."""
        self.text.set_plain(story)
        self.offer.set_moved(moved)

    def move_first(self) -> None:
        """Take the first stretch that belongs to an identity out of the text, and keep it apart."""
        self.offer.move_first()

    def wipe(self) -> None:
        """Forget the text and what was taken out of it."""
        self.text.set_plain("")
        self.offer.forget()

    def focus_first(self) -> None:
        """Put the keyboard into the text."""
        self.text.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say what to write and what to leave, for as long as somebody writes."""
        if watched is self.text and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._advise(is_writing=event.type() == QEvent.Type.FocusIn)
        return False

    def _make_hint(self) -> None:
        words = self.tr("Tulis yang terlihat dan terdengar saja. Tidak perlu menyelidiki.")
        self.hint = Label(words, "secondary", "text2", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._quiet = words
        self.head.row.addWidget(self.hint, 100)

    def _advise(self, *, is_writing: bool) -> None:
        self.hint.setText(_words("r8.only_seen") if is_writing else self._quiet)
        self.hint.wear(tone="warn" if is_writing else "text2")

    def _typed(self) -> None:
        most = wording.sentence(Reason.TOO_LONG, language(), most=LONGEST)
        self.show_problem(most if len(self.story()) > LONGEST else "")
        self.changed.emit()

    def _say_moved(self) -> None:
        self.show_note(self.offer.kept_words())


def _words(key: str) -> str:
    return wording.rule_words(key, language())
