"""What in a case text had better stand elsewhere: said while somebody writes, moved by a click."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QTimer, Signal

from patbm_desktop.actions import wording
from patbm_desktop.actions.cases.case_text import Offer
from patbm_desktop.domain.case_kinds import CASE_DETAIL
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner
from patbm_desktop.ui.parts.sealed import SealedLine, SealedText
from patbm_desktop.ui.strings import language
from patbm_desktop.ui.theme import Theme

LOOK_AFTER_MS = 300
MOST_MOVED = min(part.longest for part in CASE_DETAIL.fields["identity"].members)
"""Letters that a field of an identity holds."""

Look = Callable[[str], Sequence[Offer]]
"""Says what in a text points at a person, and to which field of an identity it could go."""


class MovingOut(Banner):
    """Stands below `text`, and shows itself where R18 has something to say about it.

    What was taken out goes into the line of `into` that bears its name; where there is none, it
    stays in `moved()` until it is kept with the rest. Nothing is ever stopped. `changed` says that
    something was taken out, or that it is forgotten.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        text: SealedText | SealedLine,
        into: Mapping[str, SealedLine] = MappingProxyType({}),
    ) -> None:
        super().__init__(theme, "", status="warn", icon="shield")
        self._text, self._into = text, into
        self._look: Look | None = None
        self._offers: tuple[Offer, ...] = ()
        self._moved: dict[str, str] = {}
        self.move_button = Button(theme, self.tr("Pindahkan"), size="small")
        self.buttons.addWidget(self.move_button)
        self.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(LOOK_AFTER_MS)
        self._pause.timeout.connect(self.look_now)
        text.textChanged.connect(self.look_soon)
        self.move_button.clicked.connect(self.move_first)

    def offer_looks(self, look: Look | None) -> None:
        """Look through the text by `look` from now on."""
        self._look = look

    def moved(self) -> Mapping[str, str]:
        """Return what was taken out of the text, by the field of an identity."""
        return dict(self._moved)

    def set_moved(self, moved: Mapping[str, str]) -> None:
        """Remember what had been taken out of a text that is shown again."""
        self._pause.stop()
        self._moved = dict(moved)
        self.changed.emit()
        self.look_now()

    def look_soon(self, *_typed: str) -> None:
        """Look once nobody has typed for a moment."""
        self._pause.start()

    def look_now(self) -> None:
        """Offer to move what in the text points at a person."""
        text = self._words()
        self._offers = tuple(self._look(text)) if self._look and text.strip() else ()
        movable = self._movable()
        said = [wording.rule_words("r18.move", language())] if movable else []
        said += [
            wording.sentence(each.hint, language()) for each in self._offers if not each.move_to
        ]
        self.set_text("\n".join(dict.fromkeys(said)))
        self.setVisible(bool(said))
        self.move_button.setVisible(bool(movable))

    def move_first(self) -> None:
        """Take the first stretch that belongs to an identity out of the text, and keep it apart."""
        self.look_now()  # the text may have changed since it was looked through
        if not self._movable():
            return
        first, text = self._movable()[0], self._words()
        kept = _joined(self._kept(first.move_to), text[first.start : first.end].strip())
        if len(kept) > MOST_MOVED:
            return
        self._keep(first.move_to, kept)
        self._write(text[: first.start] + text[first.end :], first.start)
        self.changed.emit()
        self.look_now()
        self._text.setFocus()

    def forget(self) -> None:
        """Forget what was taken out, and how to look."""
        self._look = None
        self.set_moved({})

    def kept_words(self) -> str:
        """Return where what was taken out will stand; nothing where nothing was."""
        said = self.tr("Yang dipindahkan tersimpan terkunci di Identitas, tidak ikut di teks ini.")
        return said if self._moved else ""

    def _kept(self, name: str) -> str:
        line = self._into.get(name)
        return line.text().strip() if line is not None else self._moved.get(name, "")

    def _keep(self, name: str, words: str) -> None:
        line = self._into.get(name)
        if line is not None:
            line.setText(words)
        else:
            self._moved[name] = words

    def _words(self) -> str:
        return self._text.plain() if isinstance(self._text, SealedText) else self._text.text()

    def _write(self, words: str, at: int) -> None:
        """Show `words`, with the cursor where she was and not at their head."""
        if isinstance(self._text, SealedLine):
            self._text.setText(words)
            self._text.setCursorPosition(at)
            return
        self._text.setPlainText(words)
        cursor = self._text.textCursor()
        cursor.setPosition(at)
        self._text.setTextCursor(cursor)

    def _movable(self) -> list[Offer]:
        return [each for each in self._offers if each.move_to]


def _joined(before: str, words: str) -> str:
    """Return both, or what stood there before where it says the same already."""
    if words.casefold() in before.casefold():
        return before
    return f"{before}, {words}" if before else words
