"""The cards of two versions: one part of a note, each version to be chosen, none beforehand."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from patbm_desktop.actions.versions.conflict_rows import BOTH, DELETED, KEPT, Part, Version
from patbm_desktop.ui.parts.choices import STEPS, OutlinedCard, Radio
from patbm_desktop.ui.parts.conflict_words import (
    changed_words,
    part_hint,
    part_name,
    question_of,
    version_words,
    when,
    who,
    why_words,
)
from patbm_desktop.ui.parts.labels import Face, Label, Pill
from patbm_desktop.ui.parts.layouts import Column, Row, follow, keep_size, show_if
from patbm_desktop.ui.strings import initials
from patbm_desktop.ui.theme import Theme

NAME_PX = 150
LONGEST_LINE = 60
"""Letters that read well in bold; what is longer is a text."""
FACES = ("", "info")


class VersionCard(OutlinedCard):
    """One version: what it says, perhaps what speaks for it or whose it is, and a check."""

    def __init__(self, theme: Theme, name: str, title: str, hint: str = "") -> None:
        super().__init__(theme, f"{name}: {title}", hint, height=64, inset=15)
        self._pill = Pill(theme, self.tr("Dipilih"), "check", "soft")
        kept = self._pill.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._pill.setSizePolicy(kept)
        words = Column(theme, spacing=1)
        words.addStretch(1)
        face = "body" if len(title) > LONGEST_LINE else "choice"
        words.addWidget(Label(title, face, wrap=True))
        for said in hint.splitlines():
            words.addWidget(Label(said, "secondary", "text2", wrap=True))
        words.addStretch(1)
        self._row.addWidget(Radio(theme, self))
        self._row.addLayout(words, 1)
        self._row.addWidget(self._pill)
        self._pill.hide()
        self.toggled.connect(self._pill.setVisible)
        self.see_through()


class VersionGroup(QObject):
    """Keeps at most one of `cards` chosen; one Tab stop, arrows move and choose."""

    picked = Signal(str)

    def __init__(self, cards: Sequence[VersionCard], keys: Sequence[str], owner: QObject) -> None:
        super().__init__(owner)
        self._cards, self._keys = tuple(cards), tuple(keys)
        for card, key in zip(self._cards, self._keys, strict=True):
            card.installEventFilter(self)
            card.clicked.connect(lambda *_, key=key: self._choose(key))
        self.pick("")

    def key(self) -> str:
        """Return the key of the chosen version, empty while none is chosen."""
        pairs = zip(self._cards, self._keys, strict=True)
        return next((key for card, key in pairs if card.isChecked()), "")

    def pick(self, key: str) -> None:
        """Choose the version `key` without a signal; an unknown one chooses none."""
        at = self._keys.index(key) if key in self._keys else -1
        for place, card in enumerate(self._cards):
            card.setChecked(place == at)
            is_stop = place == max(at, 0)
            card.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus
            )

    def has_focus(self) -> bool:
        """Say whether the keyboard is on one of the cards."""
        return any(card.hasFocus() for card in self._cards)

    def focus(self) -> None:
        """Put the keyboard on the chosen card, else on the first."""
        at = self._keys.index(self.key()) if self.key() else 0
        self._cards[at].setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the choice by the arrow keys."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = STEPS.get(Qt.Key(event.key()), 0)
        if step:
            here = next(at for at, card in enumerate(self._cards) if card is watched)
            there = (here + step) % len(self._cards) if self.key() else here
            self._choose(self._keys[there])
            self._cards[there].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(step)

    def _choose(self, key: str) -> None:
        self.pick(key)
        self.picked.emit(key)


class PartRow(QWidget):
    """One part of a note: its name at the left, its versions beside each other or stacked.

    With `is_named` each card says whose version it is; else the heads of the columns do.
    """

    picked = Signal()

    def __init__(
        self, theme: Theme, part: Part, names: Mapping[str, str], *, is_named: bool
    ) -> None:
        super().__init__()
        self._theme, self.part = theme, part
        self._is_named = is_named or part.is_deletion
        self._is_stacked = is_named and len(part.versions) > 2
        self.cards = [self._card(each, names) for each in part.versions]
        keys = [each.key for each in part.versions]
        self.both: VersionCard | None = None
        if part.joined is not None:
            self.both = VersionCard(theme, part_name(part), self._both_words())
        every = [*self.cards, *([self.both] if self.both else [])]
        self.group = VersionGroup(every, [*keys, *([BOTH] if self.both else [])], self)
        self.group.picked.connect(lambda _: self.picked.emit())
        self.group.pick(part.chosen)
        self._lay()
        follow(theme, self._fit)

    def set_open(self, *, on: bool) -> None:
        """Let the person choose, or only look."""
        for card in (*self.cards, *([self.both] if self.both else [])):
            card.setEnabled(on)

    def _card(self, version: Version, names: Mapping[str, str]) -> VersionCard:
        part, title = self.part, version_words(self.part, version, names)
        if part.is_deletion:
            deletes = version.key == DELETED
            title = self.tr("Hapus") if deletes else self.tr("Simpan")
        why = why_words(part.why) if version.key == part.chosen else ""
        own = f"{who(version)} · {when(version, deleted=version.key == DELETED)}"
        hint = " · ".join(each for each in (why, own if self._is_named else "") if each)
        changed = changed_words(part, version, names) if version.key == KEPT else ()
        return VersionCard(self._theme, self._spoken(version), title, "\n".join((*changed, hint)))

    def _spoken(self, version: Version) -> str:
        """Return what a screen reader says before the value: which part, and whose version."""
        name = question_of(self.part) if self.part.is_deletion else part_name(self.part)
        return f"{name}, {who(version)}"

    def _both_words(self) -> str:
        if len(self.part.versions) > 2:
            return self.tr("Simpan semuanya, satu di bawah yang lain")
        return self.tr("Simpan keduanya, satu di bawah yang lain")

    def _lay(self) -> None:
        theme, part = self._theme, self.part
        name = question_of(part) if part.is_deletion else part_name(part)
        words = Column(theme, spacing=1)
        words.addStretch(1)
        words.addWidget(Label(name, "strong", wrap=True))
        hint = Label(part_hint(part), "secondary", "text2", wrap=True)
        words.addWidget(hint)
        show_if(hint, on=bool(hint.text()))
        words.addStretch(1)
        self._name = QWidget()
        self._name.setLayout(words)
        self._pair = Row(theme, spacing=12)
        for card in self.cards:
            self._pair.addWidget(card, 1)
        cards = Column(theme, spacing=8)
        cards.addLayout(self._pair)
        if self.both:
            cards.addWidget(self.both)
        self._lane = Row(theme, self, spacing=12)
        self._lane.addWidget(self._name)
        self._lane.addLayout(cards, 1)

    def _fit(self) -> None:
        """Set name and versions beside each other, or from 125 % on under each other."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        stacked = self._theme.stacked
        above = stacked or self.part.is_deletion
        self._lane.setDirection(down if above else across)
        self._lane.setSpacing(self._theme.px(6 if above else 12))
        self._pair.setDirection(down if stacked or self._is_stacked else across)
        wide = self._theme.px(NAME_PX)
        self._name.setMinimumWidth(0 if above else wide)
        self._name.setMaximumWidth(16_777_215 if above else wide)


class AuthorsHead(QWidget):
    """Two people as the heads of two columns: initials, name, laptop and when."""

    def __init__(self, theme: Theme, authors: Sequence[Version]) -> None:
        super().__init__()
        row = Row(theme, self, spacing=12)
        row.addWidget(keep_size(theme, QWidget(), width=NAME_PX))
        for author, status in zip(authors, FACES, strict=True):
            row.addWidget(self._author(theme, author, status), 1)

    def _author(self, theme: Theme, author: Version, status: str) -> QWidget:
        made = QWidget()
        words = Column(theme, spacing=1)
        words.addWidget(Label(who(author), "strong", wrap=True))
        words.addWidget(Label(when(author), "secondary", "text2", wrap=True))
        words.addStretch(1)
        row = Row(theme, made, spacing=10)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Face(initials(author.by_name) or "?", status), 0, top)
        row.addLayout(words, 1)
        return made
