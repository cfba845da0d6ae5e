"""Question 2 of a worry: about whom, as a sex, a band of age and at most three letters."""

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator

from patbm_desktop.actions import wording
from patbm_desktop.domain.case import Victim
from patbm_desktop.domain.case_kinds import CASE_DETAIL
from patbm_desktop.domain.codes import AGE_GROUPS, SEXES
from patbm_desktop.domain.triage import CHILD_AGES
from patbm_desktop.ui.forms.question import Question
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Flow, keep_size
from patbm_desktop.ui.parts.sealed import SealedLine
from patbm_desktop.ui.strings import language
from patbm_desktop.ui.theme import Theme

MOST_LETTERS = CASE_DETAIL.fields["initials"].longest
GROWN_UP = "18+"


class WhoQuestion(Question):
    """A sex, an age and initials, each of which may stay empty; there is no field for a name."""

    def __init__(self, theme: Theme, number: int = 2) -> None:
        super().__init__(theme, "", number)
        name = self.tr("Siapa yang dikhawatirkan?")
        self.head.set_text(name)
        self.hint = Label(
            self.tr("Inisial boleh dikosongkan, paling banyak 3 huruf"), "secondary", "text2",
            wrap=True,
        )  # fmt: skip
        self.head.row.insertWidget(2, self.hint, 100)
        self.sex = ChipGroup(theme, _sexes(), name=name, optional=True, dense=True)
        self.age = ChipGroup(
            theme,
            _ages(of_children=True),
            name=self.tr("Umur"),
            optional=True,
            dense=True,
            more=_ages(of_children=False),
            more_text=GROWN_UP,
        )
        self.initials = SealedLine(self.tr("Inisial"), self.tr("Inisial"), size="normal")
        self._keep_short(theme)
        flow = Flow(theme, spacing=(16, 7))
        for widget in (self.sex, self.age, self.initials):
            flow.add(widget)
        self.body.addWidget(flow)
        for group in (self.sex, self.age):
            group.changed.connect(self._told)
        self.initials.textEdited.connect(self._told)

    def offer(self) -> None:
        """Ask anew; the bands of grown-ups are behind their chip again."""
        self.age.set_chosen([])
        if len(self.age.offered()) > len(CHILD_AGES):
            self.age.set_choices(_ages(of_children=True), _ages(of_children=False))
        self.set_answer(Victim(), "")

    def victim(self) -> Victim:
        """Return sex and age, each None while it is open."""
        return Victim(self.sex.value() or None, self.age.value() or None)

    def letters(self) -> str:
        """Return the initials."""
        return self.initials.text().strip().upper()

    def set_answer(self, victim: Victim, letters: str) -> None:
        """Show an answer that was given before."""
        self.sex.set_chosen([victim.sex] if victim.sex else [])
        self.age.set_chosen([victim.age] if victim.age else [])
        self.initials.setText(letters)

    def expect_grown_up(self) -> None:
        """Open the bands of grown-ups: the worry chosen is about one."""
        self.age.open_more()

    def only_victim(self, *, on: bool) -> None:
        """Ask for sex and age alone while there is danger."""
        self.initials.setVisible(not on)
        self.hint.setVisible(not on)

    def focus_first(self) -> None:
        """Put the keyboard on the first chips."""
        self.sex.focus_first()

    def _keep_short(self, theme: Theme) -> None:
        self.initials.setMaxLength(MOST_LETTERS)
        letters = QRegularExpression(r"\p{L}*")
        self.initials.setValidator(QRegularExpressionValidator(letters, self.initials))
        keep_size(theme, self.initials, width=92)

    def _told(self, *_what: object) -> None:
        self.changed.emit()


def _sexes() -> list[Choice]:
    return [Choice(key, wording.label("sex", key, language())) for key in SEXES]


def _ages(*, of_children: bool) -> list[Choice]:
    keys = [each for each in AGE_GROUPS if (each in CHILD_AGES) is of_children]
    return [Choice(key, key.replace("-", "–")) for key in keys]
