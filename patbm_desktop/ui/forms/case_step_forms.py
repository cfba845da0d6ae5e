"""Small forms of one case: the next step, a call, and how a letter goes on its way."""

from collections.abc import Callable, Mapping
from datetime import datetime, time
from typing import Any

from patbm_desktop.actions import wording
from patbm_desktop.domain.case import Call, Next
from patbm_desktop.domain.case_kinds import REFERRAL
from patbm_desktop.domain.codes import MEANS
from patbm_desktop.domain.reason import Reason
from patbm_desktop.domain.referral import Receipt, Sent
from patbm_desktop.ui.forms.case_form import CaseForm, ChipQuestion, DayQuestion, needed
from patbm_desktop.ui.forms.case_values import HandedOver, Shown, TypedBack
from patbm_desktop.ui.forms.concern_called import CallQuestion
from patbm_desktop.ui.forms.concern_next import NextQuestion
from patbm_desktop.ui.parts.case_words import read_time, time_text
from patbm_desktop.ui.parts.fields import Field
from patbm_desktop.ui.parts.layouts import Flow, keep_size
from patbm_desktop.ui.parts.sealed import SealedLine
from patbm_desktop.ui.strings import language
from patbm_desktop.ui.theme import Theme

_SLIP = {field.name: field.longest for field in REFERRAL.fields["receipt"].members}


class NextForm(CaseForm):
    """What comes next and when: only what the rules offer, and no later than they allow."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Langkah berikutnya"), self.tr("Simpan langkah"))
        self.next = NextQuestion(theme, number=0)
        self.body.addWidget(self.next)
        self.finish()

    def ask(self, shown: Shown, about: str) -> None:  # noqa: ARG002 - the case says it all
        """Offer what the rules allow; what stands is chosen."""
        judgement, now = shown.page.judgement, shown.page.dossier.case.next
        self.next.offer(judgement, shown.around.today, shown.address)
        offered = {step.what for step in judgement.next_steps}
        self.next.set_answer(now.what if now and now.what in offered else "", "", None)

    def answer(self) -> Next | None:
        """Return what is chosen, None while nothing is."""
        return self.next.next_step()

    def is_ready(self) -> bool:
        """Say that something must be chosen first."""
        is_missing = self.answer() is None
        self.next.show_problem(needed(self.tr("langkah berikutnya")) if is_missing else "")
        return not is_missing

    def start(self) -> None:
        """Put the keyboard on the first chips."""
        self.next.focus_first()


class CalledForm(CaseForm):
    """Whom somebody telephoned, and at what time; UPTD PPA and now until she says otherwise."""

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__(theme, self.tr("Catat telepon"), self.tr("Simpan telepon"))
        self.question = CallQuestion(theme, now)
        self.body.addWidget(self.question)
        self.finish()

    def ask(self, shown: Shown, about: str) -> None:  # noqa: ARG002 - it is the same for any case
        """Ask anew: UPTD PPA, now."""
        self.question.set_calls(())
        self.question.add("uptd_ppa")

    def answer(self) -> tuple[Call, ...]:
        """Return the calls."""
        return self.question.calls()

    def is_ready(self) -> bool:
        """Say which time cannot be read; False when one cannot, or nobody was called."""
        is_missing = not self.question.chips.chosen()
        self.question.show_problem(needed(self.tr("nomor yang ditelepon")) if is_missing else "")
        return self.question.is_readable() and not is_missing

    def start(self) -> None:
        """Put the keyboard on the numbers."""
        self.question.focus_first()

    def wipe(self) -> None:
        """Forget the calls."""
        self.question.set_calls(())


class TimeField(Field):
    """A time of day as people write it, ``08.30``; it may stay empty."""

    def __init__(self, theme: Theme, caption: str) -> None:
        self.line = SealedLine(caption, "08.30", size="normal")
        super().__init__(theme, caption, keep_size(theme, self.line, width=130))

    def value(self) -> time | None:
        """Return the time, None where none can be read."""
        try:
            return read_time(self.line.text())
        except ValueError:
            return None

    def set_value(self, at: time | None) -> None:
        """Show `at`."""
        self.line.setText(time_text(at))

    def is_readable(self) -> bool:
        """Say beside the field that it cannot be read; False when it cannot."""
        try:
            read_time(self.line.text())
        except ValueError:
            self.problem(wording.sentence(Reason.NOT_A_TIME, language()))
            return False
        self.problem("")
        return True


class HandedForm(CaseForm):
    """How and when a letter was handed over."""

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__(theme, self.tr("Surat diserahkan"), self.tr("Simpan penyerahan"))
        self._now, self._letter = now, ""
        self.means = ChipQuestion(theme, self.tr("Lewat apa?"), "means", MEANS)
        self.day = DayQuestion(theme, self.tr("Kapan?"))
        self.at = TimeField(theme, self.tr("Pukul (boleh dikosongkan)"))
        for widget in (self.means, self.day, self.at):
            self.body.addWidget(widget)
        self.finish()

    def ask(self, shown: Shown, about: str) -> None:
        """Ask anew of the letter `about`: brought by hand, today, now."""
        self._letter = about
        self.means.set_value("diantar")
        self.day.offer(shown.around.today)
        self.at.set_value(self._now().time())

    def answer(self) -> HandedOver:
        """Return the way it went, and when."""
        sent = Sent(self.day.date_value(), self.at.value())
        return HandedOver(self._letter, self.means.value() or "", sent)

    def is_ready(self) -> bool:
        """Say what is still needed; False when something is."""
        is_missing = self.means.value() is None
        self.means.show_problem(needed(self.means.head.title.text()) if is_missing else "")
        return self.at.is_readable() and not is_missing

    def start(self) -> None:
        """Put the keyboard on the first chips."""
        self.means.focus_first()


class SlipForm(CaseForm):
    """The receipt that came back, typed as it stands on the slip; every line may stay empty."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Tanda terima kembali"), self.tr("Simpan tanda terima"))
        self._letter = ""
        self.day = DayQuestion(theme, self.tr("Tanggal di tanda terima"))
        self.at = TimeField(theme, self.tr("Pukul"))
        self.officer = self._line(theme, self.tr("Nama petugas"), "officer", 220)
        self.register = self._line(theme, self.tr("Nomor register"), "register_no", 180)
        flow = Flow(theme, spacing=(12, 8))
        for field in (self.at, self.officer, self.register):
            flow.add(field)
        self.body.addWidget(self.day)
        self.body.addWidget(flow)
        self.finish()
        self.day.changed.connect(self.touched)
        for line in self._lines():
            line.textEdited.connect(self.touched)

    def ask(self, shown: Shown, about: str) -> None:
        """Ask anew for the slip of the letter `about`."""
        self._letter = about
        self.day.offer(shown.around.today)

    def answer(self) -> TypedBack:
        """Return the slip."""
        slip = Receipt(
            on=self.day.date_value(),
            at=self.at.value(),
            officer=_text(self.officer),
            register_no=_text(self.register),
        )
        return TypedBack(self._letter, slip)

    def is_ready(self) -> bool:
        """Say that a time cannot be read; False when it cannot."""
        return self.at.is_readable()

    def start(self) -> None:
        """Put the keyboard on the day."""
        self.day.chips.focus_first()

    def data(self) -> dict[str, Any]:
        """Return what is typed."""
        return {
            "date": self.day.date_value().isoformat(),
            "at": self.at.line.text(),
            "officer": _text(self.officer),
            "register": _text(self.register),
        }

    def set_data(self, data: Mapping[str, Any]) -> None:
        """Show what a draft held."""
        self.day.set_text(str(data.get("date", "")))
        for line, name in zip(self._lines(), ("at", "officer", "register"), strict=True):
            line.setText(str(data.get(name, "")))

    def _lines(self) -> tuple[SealedLine, ...]:
        found = (self.at.field, self.officer.field, self.register.field)
        return tuple(line for line in found if isinstance(line, SealedLine))

    def _line(self, theme: Theme, caption: str, name: str, width: int) -> Field:
        line = SealedLine(caption, size="normal")
        line.setMaxLength(_SLIP[name])
        return Field(theme, caption, keep_size(theme, line, width=width))


def _text(field: Field) -> str:
    assert isinstance(field.field, SealedLine)
    return field.field.text().strip()
