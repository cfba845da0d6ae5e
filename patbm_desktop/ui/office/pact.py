"""When a pact was signed, and from which notes on: asked wherever somebody is to read cases."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.fields import DateField, Field
from patbm_desktop.ui.parts.layouts import Column, keep_size
from patbm_desktop.ui.theme import Theme

TODAY, OTHER_DAY, NONE = "today", "other", "none"
ALL, FROM_TODAY = "all", "from_today"


class PactTerms(QWidget):
    """Asks for the day of the pact and for earlier notes; with `may_lack` there may be no pact.

    `today` tells the day. One that is still to come is asked about once, and taken after that: the
    clock of a laptop may be wrong.
    """

    def __init__(
        self, theme: Theme, today: Callable[[], date], *, cases: str, may_lack: bool
    ) -> None:
        super().__init__()
        self._today = today
        self._asked_about: date | None = None
        self._may_lack, self._asks_since = may_lack, True
        self.pact = ChipGroup(theme, self._pacts(), name=self.tr("Pakta ditandatangani"))
        self.day = DateField(theme, self.tr("Tanggal pakta"), QLocale())
        self.day.set_date(today())
        keep_size(theme, self.day, max_width=220)
        self.since = ChipGroup(theme, self._sinces(), name=cases)
        self.pact_field = Field(theme, self.tr("Pakta kerahasiaan ditandatangani"), self.pact)
        self.since_field = Field(theme, cases, self.since)
        column = Column(theme, self, spacing=14)
        for widget in (self.pact_field, self.day, self.since_field):
            column.addWidget(widget)
        self.day.hide()
        self.pact.changed.connect(self._show_day)

    def signed_on(self) -> date | None:
        """Return the day of the pact, None while there is none."""
        return {TODAY: self._today(), OTHER_DAY: self.day.date_value()}.get(self.pact.value())

    def is_from_today(self) -> bool:
        """Say whether earlier notes stay closed."""
        return self.since.value() == FROM_TODAY

    def ask_since(self, *, on: bool) -> None:
        """Ask from which notes on, or only when the pact was signed."""
        self._asks_since = on
        self.since_field.setVisible(on)

    def missing(self) -> ChipGroup | None:
        """Say beside each question what is still needed; return the first that is open."""
        pact, since = bool(self.pact.value()), bool(self.since.value()) or not self._asks_since
        self.pact_field.problem("" if pact else self.tr("Pilih dulu kapan pakta ditandatangani."))
        self.since_field.problem("" if since else self.tr("Pilih dulu mulai dari catatan mana."))
        if pact and self._is_doubtful():
            asked = self.tr("Tanggal pakta ini besok atau nanti. Sudah benar? Tekan sekali lagi.")
            self.pact_field.problem(asked)
            return self.pact
        return self.pact if not pact else None if since else self.since

    def clear(self) -> None:
        """Ask anew."""
        self._asked_about = None
        self.pact.set_chosen(())
        self.since.set_chosen(())
        for field in (self.pact_field, self.since_field):
            field.problem("")
        self.day.hide()

    def _pacts(self) -> tuple[Choice, ...]:
        found = (
            Choice(TODAY, self.tr("Hari ini")),
            Choice(OTHER_DAY, self.tr("Tanggal lain")),
            Choice(NONE, self.tr("Belum")),
        )
        return found if self._may_lack else found[:-1]

    def _sinces(self) -> tuple[Choice, ...]:
        return (
            Choice(ALL, self.tr("Dengan catatan sebelumnya")),
            Choice(FROM_TODAY, self.tr("Mulai hari ini")),
        )

    def _is_doubtful(self) -> bool:
        """Say whether the day is still to come, the first time that it is looked at."""
        signed = self.signed_on()
        is_to_come = signed is not None and signed > self._today()
        is_new, self._asked_about = is_to_come and signed != self._asked_about, signed
        return is_new

    def _show_day(self) -> None:
        self.day.setVisible(self.pact.value() == OTHER_DAY)
