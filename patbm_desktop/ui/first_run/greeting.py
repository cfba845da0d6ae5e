"""Step 1: the language and the size of the words, chosen by reading them."""

from PySide6.QtCore import Signal

from patbm_desktop.ui.first_run.step import Step
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.choices import CardGroup, SampleCard
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column
from patbm_desktop.ui.theme import SCALES, Theme


class GreetingStep(Step):
    """Five sample cards; what is clicked is in force at once."""

    language_picked = Signal(str)
    scale_picked = Signal(float)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__(theme)
        names = (Choice("id", "Bahasa Indonesia"), Choice("en", "English"))
        self.languages = ChipGroup(theme, names, name=self.tr("Bahasa"))
        self.languages.set_chosen([language])
        sample = self.tr("Lautan RT, Sabtu 21 November")
        self.samples = [
            SampleCard(theme, f"{round(scale * 100)}%", sample, scale) for scale in SCALES
        ]
        self.sizes = CardGroup(*self.samples)
        self.sizes.pick(SCALES.index(theme.scale))
        column = Column(theme, self, spacing=8)
        column.addWidget(Label(self.tr("Bahasa"), "label"))
        column.addWidget(self.languages)
        column.addSpacing(theme.px(10))
        column.addWidget(Label(self.tr("Ukuran huruf"), "label"))
        for card in self.samples:
            column.addWidget(card)
        self.languages.changed.connect(self._say_language)
        self.sizes.picked.connect(self._say_scale)

    def title(self) -> str:
        """Return the question."""
        return self.tr("Bahasa dan ukuran huruf")

    def subtitle(self, form: str) -> str:  # noqa: ARG002 - the same for everybody
        """Return the line under it."""
        return self.tr("Klik contoh yang mudah dibaca.")

    def start(self) -> None:
        """Put the focus on the languages."""
        self.languages.focus_first()

    def _say_language(self, chosen: list[str]) -> None:
        self.language_picked.emit(chosen[0])

    def _say_scale(self, place: int) -> None:
        self.scale_picked.emit(SCALES[place])
