"""Question 1 of a worry: what it is, its second question, and the one about who may open this."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from patbm_desktop.actions import wording
from patbm_desktop.actions.cases import concerns
from patbm_desktop.actions.cases.concerns import Concern, Sets
from patbm_desktop.ui.forms.question import Question
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.labels import Label, Sign
from patbm_desktop.ui.parts.layouts import Column
from patbm_desktop.ui.strings import language
from patbm_desktop.ui.theme import Theme

BLANK = [Choice("", "")]
"""What stands in a group of chips before it is given its choices."""


class ConcernQuestion(Question):
    """Sets category and signs by a chip and, for some chips, by one more below it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", 1)
        self._concerns: tuple[Concern, ...] = ()
        self._asked = BLANK
        name = self.tr("Apa yang mengkhawatirkan?")
        self.head.set_text(name)
        self.chips = ChipGroup(theme, BLANK, name=name, dense=True)
        self.second = QFrame()
        self.second.setProperty("kind", "field")
        self.second_words = Label("", "label", "text2", wrap=True)
        self.options = ChipGroup(theme, BLANK, name=self.tr("Yang mana?"))
        column = Column(theme, self.second, margins=(12, 8, 12, 8), spacing=6)
        column.addWidget(self.second_words)
        column.addWidget(self.options)
        self.body.addWidget(self.chips)
        self.body.addWidget(self.second)
        self.chips.changed.connect(self._picked)
        self.options.changed.connect(self._told)
        self.second.hide()

    def offer(self, offered: Sequence[Concern]) -> None:
        """Show `offered`; nothing is chosen."""
        shown = [Choice(each.key, each.label) for each in offered if not each.is_more]
        more = [Choice(each.key, each.label) for each in offered if each.is_more]
        self.chips.set_chosen([])
        is_same = self._concerns == tuple(offered)
        if not is_same or self.chips.offered() != [each.key for each in shown]:
            self.chips.set_choices(shown, more)
        self._concerns = tuple(offered)
        self._ask_more("")

    def sets(self, age: str | None) -> Sets | None:
        """Return category, signs and place for somebody of `age`; None while they are open."""
        key = self.chips.value()
        return concerns.chosen(key, self.option() or None, age) if key else None

    def concern(self) -> str:
        """Return the key of the chip that is on, or an empty string."""
        return self.chips.value()

    def option(self) -> str:
        """Return the key of the second answer, or an empty string."""
        return "" if self.second.isHidden() else self.options.value()

    def set_answer(self, concern: str, option: str) -> None:
        """Show an answer that was given before; keys that are not offered choose nothing."""
        self.chips.set_chosen([concern] if concern else [])
        self._ask_more(option)

    def focus_first(self) -> None:
        """Put the keyboard on what is still to be answered."""
        is_open = not self.second.isHidden() and not self.options.value()
        (self.options if is_open else self.chips).focus_first()

    def _picked(self, _keys: list[str]) -> None:
        self._ask_more("")
        self._told()

    def _told(self, *_what: object) -> None:
        self.show_problem("")
        self.changed.emit()

    def _ask_more(self, option: str) -> None:
        chosen = self.chips.value()
        concern = next((each for each in self._concerns if each.key == chosen), None)
        options = concern.options if concern else ()
        choices = [Choice(each.key, each.label) for each in options] or BLANK
        self.options.set_chosen([])
        if choices != self._asked:
            self._asked = choices
            self.options.set_choices(choices)
        self.options.set_chosen([option] if option else [])
        question = (concern.question if concern else "") or ""
        self.options.setAccessibleName(question or self.tr("Yang mana?"))
        self.second_words.setText(question)
        self.second_words.setVisible(bool(question))
        self.second.setVisible(bool(options))


class InsiderQuestion(Question):
    """Whether the person feared can open this laptop (R16); the answer is kept nowhere."""

    NO, YES = "no", "yes"

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", 0)
        question = _words("insider.question")
        self.head.set_text(question)
        self.head.let_wrap()
        self.head.row.insertWidget(0, Sign("1b", "number"))
        choices = [Choice(key, _words(f"insider.{key}")) for key in (self.NO, self.YES)]
        self.chips = ChipGroup(theme, choices, name=question)
        self.body.addWidget(self.chips)
        self.chips.changed.connect(self.changed)
        self.forget()

    def forget(self) -> None:
        """Go back to the answer that stands there at first."""
        self.chips.set_chosen([self.NO])

    def is_insider(self) -> bool:
        """Say whether the answer is yes."""
        return self.chips.value() == self.YES

    def focus_first(self) -> None:
        """Put the keyboard on the answer."""
        self.chips.focus_first()


def _words(key: str) -> str:
    return wording.rule_words(key, language())
