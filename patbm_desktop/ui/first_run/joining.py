"""Step 4: connect to the kelurahan; so far there is one way, which needs nothing."""

from patbm_desktop.ui.first_run.step import Step
from patbm_desktop.ui.parts.cards import Banner
from patbm_desktop.ui.parts.choices import CardGroup, ChoiceCard
from patbm_desktop.ui.parts.layouts import Column
from patbm_desktop.ui.theme import Theme


class JoiningStep(Step):
    """Says that nothing is needed to begin."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.later = ChoiceCard(
            theme,
            "laptop",
            self.tr("Nanti saja"),
            self.tr("Mulai mencatat sekarang. Semua fungsi RT langsung bisa dipakai."),
            pill=self.tr("Paling mudah"),
        )
        self.ways = CardGroup(self.later)
        note = self.tr(
            "Catatan tetap tersimpan dan terkunci di laptop ini. "
            "Tidak ada yang dikirim tanpa sambungan."
        )
        column = Column(theme, self, spacing=20)
        column.addWidget(self.later)
        column.addWidget(Banner(theme, note, status="info"))

    def title(self) -> str:
        """Return the question."""
        return self.tr("Hubungkan ke kelurahan?")

    def subtitle(self, form: str) -> str:  # noqa: ARG002 - the same for everybody
        """Return the line under it."""
        return self.tr("Boleh dilewati. Aplikasi ini bekerja penuh tanpa server.")

    def start(self) -> None:
        """Put the focus on the one way there is."""
        self.later.setFocus()
