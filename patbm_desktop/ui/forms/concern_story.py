"""Question 3 of a worry: what was seen or heard, and what in it had better stand elsewhere."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from patbm_desktop.actions import wording
from patbm_desktop.actions.cases.case_text import Offer
from patbm_desktop.domain.case_kinds import CASE_DETAIL
from patbm_desktop.domain.reason import Reason
from patbm_desktop.ui.forms.question import Question
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.sealed import SealedText
from patbm_desktop.ui.strings import addressed, language
from patbm_desktop.ui.theme import Theme

LOOK_AFTER_MS = 300
LONGEST = CASE_DETAIL.fields["narrative"].longest
MOST_MOVED = 200
"""Letters that a field of an identity holds."""

Look = Callable[[str], Sequence[Offer]]
"""Says what in a text points at a person, and to which field of an identity it could go."""


class StoryQuestion(Question):
    """The text; while somebody writes it, R8 is said and R18 offers to move what names somebody."""

    def __init__(self, theme: Theme, address: str) -> None:
        super().__init__(theme, "", 3)
        self._look: Look | None = None
        self._offers: tuple[Offer, ...] = ()
        self._moved: dict[str, str] = {}
        with_sapaan = self.tr("Apa yang %sapaan lihat atau dengar?")
        name = addressed(address, with_sapaan, self.tr("Apa yang terlihat atau terdengar?"))
        self.head.set_text(name)
        self._make_hint()
        self.text = SealedText(theme, name, lines=2)
        self.offer = Banner(theme, "", status="warn", icon="shield")
        self.move_button = Button(theme, self.tr("Pindahkan"), size="small")
        self.offer.buttons.addWidget(self.move_button)
        self.body.addWidget(self.text)
        self.body.addWidget(self.offer)
        self.offer.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(LOOK_AFTER_MS)
        self._pause.timeout.connect(self.look_now)
        self.text.textChanged.connect(self._typed)
        self.text.installEventFilter(self)
        self.move_button.clicked.connect(self.move_first)

    def offer_looks(self, look: Look | None) -> None:
        """Look through the text by `look` from now on."""
        self._look = look

    def story(self) -> str:
        """Return the text."""
        return self.text.plain().strip()

    def moved(self) -> Mapping[str, str]:
        """Return what was taken out of the text, by the field of an identity."""
        return dict(self._moved)

    def set_answer(self, story: str, moved: Mapping[str, str]) -> None:
        """Show a text that was written before, and remember what had been taken out of it."""
        self.text.set_plain(story)
        self._moved = dict(moved)
        self._say_moved()
        self.look_now()

    def look_now(self) -> None:
        """Offer to move what in the text points at a person; nothing is ever stopped."""
        text = self.text.plain()
        self._offers = tuple(self._look(text)) if self._look and text.strip() else ()
        movable = self._movable()
        said = [_words("r18.move")] if movable else []
        said += [
            wording.sentence(each.hint, language()) for each in self._offers if not each.move_to
        ]
        self.offer.set_text("\n".join(dict.fromkeys(said)))
        self.offer.setVisible(bool(said))
        self.move_button.setVisible(bool(movable))

    def move_first(self) -> None:
        """Take the first stretch that belongs to an identity out of the text, and keep it apart."""
        self.look_now()  # the text may have changed since it was looked through
        if not self._movable():
            return
        first, text = self._movable()[0], self.text.plain()
        parts = [self._moved.get(first.move_to, ""), text[first.start : first.end].strip()]
        kept = ", ".join(part for part in parts if part)
        if len(kept) > MOST_MOVED:
            return
        self._moved[first.move_to] = kept
        self.text.setPlainText(text[: first.start] + text[first.end :])
        self._say_moved()
        self.look_now()
        self.text.setFocus()

    def wipe(self) -> None:
        """Forget the text and what was taken out of it."""
        self._pause.stop()
        self._look = None
        self.set_answer("", {})

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
        self._pause.start()
        self.changed.emit()

    def _movable(self) -> list[Offer]:
        return [each for each in self._offers if each.move_to]

    def _say_moved(self) -> None:
        kept = self.tr("Yang dipindahkan tersimpan terkunci di Identitas, tidak ikut di teks ini.")
        self.show_note(kept if self._moved else "")


def _words(key: str) -> str:
    return wording.rule_words(key, language())
