"""Questions 1 and 4 of the log form: which kind of activity, and what it was about."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions import wording
from patbm_desktop.actions.activities.choices import SHOWN, Preset, Topic
from patbm_desktop.domain import codes
from patbm_desktop.ui.forms.question import Question
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.fields import ComboBox, Field
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Row
from patbm_desktop.ui.strings import fill, language
from patbm_desktop.ui.theme import Theme

OTHER = "other"
HINT_LETTERS = 40
"""Letters of themes not yet discussed that fit beside question 4."""


class WhatQuestion(Question):
    """Sets programme and type together by a chip; behind the last chip stand both lists."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", 1)
        self.head.set_text(self.tr("Kegiatan apa?"))
        self._presets: tuple[Preset, ...] = ()
        name = self.tr("Kegiatan apa?")
        self.chips = ChipGroup(theme, [self._other()], name=name)
        self.program = self._list(theme, self.tr("Program"), "program", codes.PROGRAMS)
        self.type = self._list(theme, self.tr("Jenis kegiatan"), "type", codes.TYPES)
        self._lists = self._pair(theme)
        self.body.addWidget(self.chips)
        self.body.addWidget(self._lists)
        self._lists.hide()
        self.chips.changed.connect(self._picked)
        self.program.activated.connect(self.changed)
        self.type.activated.connect(self.changed)

    def offer(self, presets: Sequence[Preset]) -> None:
        """Show `presets`, the first seven open; nothing is chosen."""
        self._presets = tuple(presets)
        shown = [Choice(each.key, each.label, each.icon) for each in presets]
        self.chips.set_chosen([])
        self.chips.set_choices(shown[:SHOWN], [*shown[SHOWN:], self._other()])
        self.set_kind(None, None)

    def kind(self) -> tuple[str | None, str | None]:
        """Return programme and type, each None while it is open."""
        preset = self.preset()
        if preset:
            return preset.program, preset.type
        if self.chips.value() == OTHER:
            return self.program.key() or None, self.type.key() or None
        return None, None

    def preset(self) -> Preset | None:
        """Return the chip that is on, None for none and for the two lists."""
        key = self.chips.value()
        return next((each for each in self._presets if each.key == key), None)

    def set_kind(self, program: str | None, kind: str | None) -> None:
        """Show a programme and a type, by their chip where there is one."""
        own = [each.key for each in self._presets if (each.program, each.type) == (program, kind)]
        by_list = not own and bool(program or kind)
        self.chips.set_chosen(own or ([OTHER] if by_list else []))
        self.program.set_key(program or "" if by_list else "")
        self.type.set_key(kind or "" if by_list else "")
        self._lists.setVisible(by_list)

    def focus_first(self) -> None:
        """Put the keyboard on the chips, or on the list that is still open."""
        if self.chips.value() == OTHER:
            (self.program if not self.program.key() else self.type).setFocus()
        else:
            self.chips.focus_first()

    def _other(self) -> Choice:
        return Choice(OTHER, self.tr("Program dan jenis lain"), "ellipsis")

    def _list(self, theme: Theme, name: str, table: str, keys: Sequence[str]) -> ComboBox:
        box = ComboBox(theme, name)
        labels = wording.labels(table, language())
        for key in keys:
            box.add(key, labels[key])
        box.setCurrentIndex(-1)
        return box

    def _pair(self, theme: Theme) -> QWidget:
        pair = QWidget()
        row = Row(theme, pair, margins=(0, 4, 0, 0), spacing=12)
        row.addWidget(Field(theme, self.tr("Program"), self.program), 1)
        row.addWidget(Field(theme, self.tr("Jenis kegiatan"), self.type), 1)
        return pair

    def _picked(self, _keys: list[str]) -> None:
        self._lists.setVisible(self.chips.value() == OTHER)
        if self.chips.value() == OTHER:
            self.program.setFocus()
        self.changed.emit()


class TopicsQuestion(Question):
    """What was talked about, as many as wanted; beside it what this year still lacks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", 4, " ")
        self.head.set_text(self.tr("Membahas apa?"))
        self.head.hint.setText(self.tr("boleh lebih dari satu"))
        self.missing = Label("", "small", "text2", wrap=True)
        self.missing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.head.row.addWidget(self.missing, 100)
        blank = [Choice(codes.TOPICS[0], "")]
        self.chips = ChipGroup(theme, blank, name=self.tr("Membahas apa?"), multi=True, dense=True)
        self.body.addWidget(self.chips)
        self.chips.changed.connect(self._picked)

    def offer(self, topics: Sequence[Topic], undiscussed: Sequence[Topic]) -> None:
        """Show `topics`, the first seven open, and name some of `undiscussed`."""
        shown = [Choice(each.key, each.label) for each in topics]
        self.chips.set_chosen([])
        self.chips.set_choices(shown[:SHOWN], shown[SHOWN:])
        names = _fitting([each.label for each in undiscussed], HINT_LETTERS)
        self.missing.setText(
            fill(self.tr("Tema yang belum dibahas tahun ini: %1"), names) if names else ""
        )

    def topics(self) -> tuple[str, ...]:
        """Return the keys that are on, in the order of the code list."""
        chosen = set(self.chips.chosen())
        return tuple(key for key in codes.TOPICS if key in chosen)

    def set_topics(self, topics: Sequence[str]) -> None:
        """Turn on `topics` and nothing else."""
        self.chips.set_chosen(topics)

    def focus_first(self) -> None:
        """Put the keyboard on the chips."""
        self.chips.focus_first()

    def _picked(self, _keys: list[str]) -> None:
        self.changed.emit()


def _fitting(names: Sequence[str], letters: int) -> str:
    """Join as many of `names` as fit into `letters`, one at least."""
    kept = list(names[:1])
    for name in names[1:]:
        if len(", ".join([*kept, name])) > letters:
            break
        kept.append(name)
    return ", ".join(kept)
