"""Chips: round, visible choices; a group is one stop of the Tab key."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from patbm_desktop.ui.icons import Glyph
from patbm_desktop.ui.parts.layouts import (
    Column,
    Flow,
    Grid,
    box,
    bring_into_sight,
    clear,
    follow,
    restyle,
)
from patbm_desktop.ui.theme import Theme

ICON_PX = 18
ICON_GAP = 5
LONGEST_LINE = 24
"""Letters of a choice that stand in one line where there is little room; more stand in two."""

STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: what the record keeps, what the person reads, and an icon.

    `whole` is what `text` is the beginning of, where it was too long for a chip.
    """

    key: str
    text: str
    icon: str = ""
    whole: str = ""


class Chip(QPushButton):
    """A choice that is on or off; a check shows that it is on, not colour alone."""

    def __init__(
        self, theme: Theme, text: str, icon: str = "", *, small: bool = False, dense: bool = False
    ) -> None:
        super().__init__(text)
        self._theme, self._words, self._icon = theme, text, icon
        self.setProperty("kind", "chip")
        self.setProperty("room", "small" if small else "dense" if dense else "normal")
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._dress)
        follow(theme, self._dress)

    def sizeHint(self) -> QSize:
        """Return the room for the words as they are drawn: those that are chosen are bolder."""
        hint = super().sizeHint()
        if self.isChecked():
            bold, plain = QFontMetrics(self._theme.font("chip_on")), self.fontMetrics()
            lines = self.text().split("\n")
            more = max(map(bold.horizontalAdvance, lines))
            more -= max(map(plain.horizontalAdvance, lines))
            hint.setWidth(hint.width() + max(more, 0))
        return hint

    def minimumSizeHint(self) -> QSize:
        """Return the same: no word of a choice is ever cut."""
        return self.sizeHint()

    def _dress(self) -> None:
        name = "check" if self.isChecked() else self._icon
        tone = "primary" if self.isChecked() else "text2"
        side = self._theme.px(ICON_PX)
        self.setIcon(self._theme.glyph(Glyph(name=name, tone=tone)) if name else QIcon())
        self.setIconSize(QSize(side + self._theme.px(ICON_GAP), side))
        self._break()

    def _break(self) -> None:
        """Set long words in two lines where there is room for little more than signs."""
        lines = "two" if self._theme.tight and len(self._words) > LONGEST_LINE else "one"
        self.setText(_in_two(self._words) if lines == "two" else self._words)
        if self.property("lines") != lines:
            self.setProperty("lines", lines)
            restyle(self)


def _in_two(words: str) -> str:
    """Return `words` with a break at the space nearest to their middle."""
    spaces = [place for place, sign in enumerate(words) if sign == " "]
    if not spaces:
        return words
    middle = min(spaces, key=lambda place: abs(place - len(words) / 2))
    return f"{words[:middle]}\n{words[middle + 1 :]}"


class ChipGroup(QWidget):
    """A question answered by chips: one or several, one Tab stop, arrows move, Space toggles.

    `changed` gives the chosen keys, and `picked` the key of the chip just used; both tell only
    what the person does. `dense` chips stand
    closer, `small` ones are lower. `more` holds choices that appear in place of *Lainnya…*.
    """

    changed = Signal(list)
    picked = Signal(str)

    def __init__(  # noqa: PLR0913 - a question has this many sides, all by keyword
        self,
        theme: Theme,
        choices: Sequence[Choice],
        *,
        name: str,
        multi: bool = False,
        more: Sequence[Choice] = (),
        more_text: str = "",
        columns: int = 0,
        small: bool = False,
        dense: bool = False,
        optional: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._multi = theme, multi
        self._small, self._dense = small, dense
        self._optional, self._columns = optional or multi, columns
        self._more_text = more_text or QCoreApplication.translate("ChipGroup", "Lainnya…")
        self._chips: dict[str, Chip] = {}
        self._hidden: tuple[Choice, ...] = ()
        self._opener: Chip | None = None
        self.setAccessibleName(name)
        column = Column(theme, self)
        self._flow = Flow(theme, spacing=(7, 7) if dense else (8, 7))
        self._grid = Grid(theme, spacing=(8, 8))
        column.addWidget(box(self._grid) if columns else self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(not columns)
        self.setSizePolicy(policy)
        self.set_choices(choices, more)

    def set_choices(self, choices: Sequence[Choice], more: Sequence[Choice] = ()) -> None:
        """Offer other choices; what was chosen and is still offered stays chosen."""
        kept = self.chosen()
        clear(self._grid if self._columns else self._flow.flow)
        self._chips, self._opener, self._hidden = {}, None, tuple(more)
        for choice in choices:
            self._add(choice)
        if more:
            icon = "ellipsis" if any(choice.icon for choice in choices) else ""
            self._opener = self._made(Choice("", self._more_text, icon))
            self._opener.setCheckable(False)
            self._opener.clicked.connect(self._open_up)
        self._reorder()
        self.set_chosen(kept)

    def offered(self) -> list[str]:
        """Return the keys that are shown, in their order."""
        return list(self._chips)

    def chosen(self) -> list[str]:
        """Return the keys that are on, in the order shown."""
        return [key for key, chip in self._chips.items() if chip.isChecked()]

    def value(self) -> str:
        """Return the one key that is on, or an empty string."""
        return next(iter(self.chosen()), "")

    def set_chosen(self, keys: Iterable[str]) -> None:
        """Turn on exactly `keys`, without a signal; opens the rest when one hides there."""
        wanted = set(keys)
        if any(choice.key in wanted for choice in self._hidden):
            self.open_more()
        for key, chip in self._chips.items():
            chip.setChecked(key in wanted)
        if self._stops():
            self._rove(self._first())

    def open_more(self) -> None:
        """Show the choices behind *Lainnya…* in its place."""
        if self._opener is None:
            return
        opener, self._opener = self._opener, None
        hidden, self._hidden = self._hidden, ()
        for choice in hidden:
            self._add(choice)
        self._reorder()
        opener.hide()
        opener.deleteLater()

    def chip(self, key: str) -> Chip:
        """Return the chip for `key`.

        Raises:
            KeyError: no such choice is shown.
        """
        return self._chips[key]

    def focus_first(self) -> None:
        """Put the keyboard on the chosen chip, or on the first."""
        self._first().setFocus(Qt.FocusReason.TabFocusReason)

    def hasHeightForWidth(self) -> bool:
        """Say that chips wrap."""
        return not self._columns

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped chips at `width`."""
        return self._flow.heightForWidth(width) if not self._columns else -1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move between the chips by the arrow keys; Enter goes on to the next question."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, Qt.Key(event.key()))
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, Chip):
            self._rove(watched)
        return False

    def _made(self, choice: Choice) -> Chip:
        chip = Chip(self._theme, choice.text, choice.icon, small=self._small, dense=self._dense)
        chip.setAccessibleDescription(self.accessibleName())
        if choice.whole:
            chip.setAccessibleName(choice.whole)
            chip.setToolTip(choice.whole)
        chip.installEventFilter(self)
        if self._columns:
            place = self._grid.count()
            self._grid.addWidget(chip, place // self._columns, place % self._columns)
        else:
            self._flow.add(chip)
        if self.isVisible():
            chip.show()  # at once: what is not shown yet cannot take the keyboard
        return chip

    def _add(self, choice: Choice) -> None:
        chip = self._made(choice)
        self._chips[choice.key] = chip
        chip.clicked.connect(lambda *_, key=choice.key: self._click(key))

    def _click(self, key: str) -> None:
        chip = self._chips[key]
        if not self._multi:
            for other in self._chips.values():
                other.setChecked(other is chip and (chip.isChecked() or not self._optional))
        self.changed.emit(self.chosen())
        self.picked.emit(key)

    def _open_up(self) -> None:
        first = self._hidden[0].key
        self.open_more()
        self._rove(self._chips[first])
        self._chips[first].setFocus(Qt.FocusReason.TabFocusReason)

    def _stops(self) -> list[Chip]:
        chips = list(self._chips.values())
        if self._opener is not None:
            chips.append(self._opener)
        return [chip for chip in chips if chip.isEnabled()]

    def _first(self) -> Chip:
        stops = self._stops()
        return next((chip for chip in stops if chip.isChecked()), stops[0])

    def _rove(self, current: Chip) -> None:
        for chip in self._stops():
            here = chip is current
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def _key(self, watched: QObject, key: Qt.Key) -> bool:
        stops = self._stops()
        if watched not in stops:
            return False
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return self.focusNextChild()
        targets = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(stops) - 1}
        here = next(place for place, chip in enumerate(stops) if chip is watched)
        place = targets.get(key, here + STEPS.get(key, 0))
        if place == here and key not in targets:
            return False
        stops[place % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(stops[place % len(stops)])
        return True

    def _reorder(self) -> None:
        """Let Tab come to the chips where the group stands, not after all that was there before."""
        opener = [self._opener] if self._opener else []
        chain(self, [*self._chips.values(), *opener])


def chain(start: QWidget, stops: Sequence[QWidget]) -> None:
    """Let Tab come to `stops` where `start` stands; Qt takes a start only if it takes the focus."""
    policy = start.focusPolicy()
    start.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for before, after in pairwise([start, *stops]):
        QWidget.setTabOrder(before, after)
    start.setFocusPolicy(policy)
