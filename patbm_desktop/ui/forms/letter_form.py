"""What a referral letter still needs: to whom, what for, who it is; all of it may stay empty."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.cases.case_consents import Consent
from patbm_desktop.domain.case import Identity
from patbm_desktop.domain.codes import (
    CASE_CONSENT_GIVERS,
    CONSENT_FORMS,
    LEGAL_BASES,
    REFERRED_TO,
    SERVICES,
    UPTD_DECIDES,
)
from patbm_desktop.domain.referral import NEED_NO_STORY, Referral
from patbm_desktop.domain.safeguard import Act, Judgement
from patbm_desktop.ui.forms.case_form import ChipQuestion
from patbm_desktop.ui.forms.letter_texts import LetterTexts
from patbm_desktop.ui.forms.letter_who import LetterWho
from patbm_desktop.ui.forms.question import Question
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.case_words import label, rule
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.layouts import Column, box, line, show_if
from patbm_desktop.ui.theme import Theme

UPTD = "uptd_ppa"
SHOWN = ("uptd_ppa", "polisi", "puskesmas_rs")
"""Services that are offered at once; the rest stand behind "Lainnya…"."""

WAIT_MS = 350
"""The paper is made anew this long after the last key."""

BY_CONSENT, FOR_REFERRAL, SPOKEN = "persetujuan", "rujukan", "lisan_tercatat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The letter that is asked for. Who it is stands in `identity` and is kept only on demand.

    `consent` is who agreed to it, where somebody said so.
    """

    referral: Referral = field(repr=False)
    identity: Identity = field(repr=False)
    basis: str | None = None
    consent: Consent | None = field(default=None, repr=False)
    keeps_identity: bool = False


class LetterForm(Card):
    """Gives a `Wanted`; `changed` says that the paper is another one now, `typed` that a key fell.

    `who` it is about and its `texts` are parts of their own.
    """

    changed = Signal()
    typed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margins=(18, 12, 18, 14), spacing=10)
        self._theme = theme
        self._referral = Referral(to=UPTD)
        self._is_violence = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(WAIT_MS)
        self._pause.timeout.connect(self.changed)
        self.who = LetterWho(theme)
        self.texts = LetterTexts(theme, self.who)
        self._make_whom(theme)
        self._make_basis(theme)
        self._lay(theme)
        self._connect()

    # What is asked for

    def begin(self, referral: Referral, judgement: Judgement, basis: str | None) -> None:
        """Ask for a letter; one that was made before keeps whom it went to."""
        self._referral = referral
        is_new = not referral.case_id
        self.forget_identity()
        self._is_violence = judgement.is_violence
        with QSignalBlocker(self.texts):
            self.texts.begin(referral)
        self.to.set_chosen([referral.to])
        self.to.setEnabled(is_new)
        self.services.set_value(referral.services_asked or (UPTD_DECIDES,))
        self.services.chips.setEnabled(is_new)
        self._offer_basis(judgement, basis)
        self._show_services()

    def wanted(self, today: date) -> Wanted:
        """Return the letter as it is asked for."""
        to = self.to.value() or UPTD
        asked = self.services.values() if to == UPTD else ()
        known, said = self._referral, self.texts
        return Wanted(
            referral=Referral(
                ent=known.ent, case_id=known.case_id, to=to, made_on=known.made_on or today,
                addressee=said.addressee.text().strip() if to != UPTD else "",
                letter_no=said.number.text().strip(), services_asked=asked,
                condition=said.condition(), done_before=said.done_before.plain().strip(),
                refused_by=known.refused_by,
            ),
            identity=self.who.identity(),
            basis=self.basis.value(),
            consent=self._consent(),
            keeps_identity=self.who.keep.is_on(),
        )  # fmt: skip

    def forget_identity(self) -> None:
        """Let go of who it is; it was never anywhere else."""
        self._pause.stop()
        with QSignalBlocker(self.who):
            self.who.forget()

    def forget_words(self) -> None:
        """Let go of all that was typed, and tell nobody: what is to be kept stands in the draft."""
        with QSignalBlocker(self.texts):
            self.texts.forget()
        self.forget_identity()

    def start(self) -> None:
        """Put the keyboard on the service, or on the name when that is settled."""
        if self.to.isEnabled():
            self.to.focus_first()
        else:
            self.who.start()

    def data(self) -> dict[str, Any]:
        """Return what a draft may keep: never who it is."""
        return {
            "to": self.to.value(),
            "services": list(self.services.values()),
            "basis": self.basis.value() or "",
            "giver": self.giver.value() or "",
            "form": self.consent_form.value() or "",
            **self.texts.data(),
        }

    def set_data(self, data: Mapping[str, Any]) -> None:
        """Show what a draft held."""
        if data.get("to") in REFERRED_TO:
            self.to.set_chosen([str(data["to"])])
        self.services.set_value(data.get("services", (UPTD_DECIDES,)))
        self.basis.set_value(data.get("basis", ""))
        self.giver.set_value(data.get("giver", ""))
        self.consent_form.set_value(data.get("form", SPOKEN))
        with QSignalBlocker(self.texts):
            self.texts.set_data(data)
        self._show_services()

    def flush(self) -> None:
        """Let the paper be made of what stands here now."""
        if self._pause.isActive():
            self._pause.stop()
            self.changed.emit()

    def is_settled(self) -> bool:
        """Say whether nothing was typed that is not on the paper yet."""
        return not self._pause.isActive()

    # Making

    def _make_whom(self, theme: Theme) -> None:
        rest = tuple(key for key in REFERRED_TO if key not in SHOWN)
        self._whom = Question(theme, self.tr("Kepada siapa?"))
        self.to = ChipGroup(
            theme, _choices(SHOWN), name=self.tr("Kepada siapa?"), more=_choices(rest), small=True
        )
        self._whom.body.addWidget(self.to)
        self._whom.body.addWidget(self.texts.office)
        self.services = ChipQuestion(theme, self.tr("Minta apa?"), "service", SERVICES, multi=True)

    def _make_basis(self, theme: Theme) -> None:
        self.basis = ChipQuestion(theme, self.tr("Dasarnya"), "legal_basis", LEGAL_BASES)
        self.giver = ChipQuestion(
            theme, self.tr("Siapa yang menyetujui?"), "consent_giver_case", CASE_CONSENT_GIVERS
        )
        self.consent_form = ChipQuestion(
            theme, self.tr("Persetujuannya bagaimana?"), "consent_form", CONSENT_FORMS
        )

    def _lay(self, theme: Theme) -> None:
        self.more = Button(theme, self.tr("Isian lain"), kind="link", icon="chevron-down")
        rest = Column(theme, spacing=10)
        for widget in (self.texts.seen, self.texts.done, self.texts.numbered):
            rest.addWidget(widget)
        self._rest = box(rest)
        parts: Sequence[QWidget] = (
            self._whom, self.services, line(), self.who, line(), self.basis, self.giver,
            self.consent_form, self.more, self._rest,
        )  # fmt: skip
        for widget in parts:
            self.body.addWidget(widget)
        self._rest.hide()

    def _connect(self) -> None:
        self.to.changed.connect(self._picked)
        self.services.chips.picked.connect(self._pick_service)
        self.basis.changed.connect(self._show_consent)
        for question in (self.basis, self.giver, self.consent_form):
            question.changed.connect(self._again)
        self.more.clicked.connect(self.open_more)
        for part in (self.who, self.texts):
            part.changed.connect(self._again)

    # Changing

    def open_more(self) -> None:
        """Show what is asked less often."""
        self.more.hide()
        self._rest.show()

    def _picked(self, _keys: list[str]) -> None:
        self._show_services()
        self._again()

    def _pick_service(self, key: str) -> None:
        """Let UPTD PPA decide, or ask for services by name: not both."""
        chosen = self.services.values()
        if key == UPTD_DECIDES or not chosen:
            self.services.set_value((UPTD_DECIDES,))
        else:
            self.services.set_value([each for each in chosen if each != UPTD_DECIDES])
        self._again()

    def _again(self, *_what: object) -> None:
        self._pause.start()
        self.typed.emit()

    def _show_services(self) -> None:
        """Ask of each service what it needs; where there is violence, some need no story."""
        to = self.to.value()
        show_if(self.services, on=to == UPTD)
        show_if(self.texts.office, on=to != UPTD)
        has_no_story = self._is_violence and to in NEED_NO_STORY
        show_if(self.texts.seen, on=not has_no_story)
        words = self.tr("Isi cerita dan keadaan dikosongkan di surat ini.")
        self._whom.show_note(words if has_no_story else "")

    def _offer_basis(self, judgement: Judgement, basis: str | None) -> None:
        self.basis.offer(judgement.bases)
        self.basis.set_value(basis or "")
        is_barred = not judgement.allows(Act.PARENT_CONSENT)
        self.basis.show_note(rule("r15.parent") if is_barred else "")
        self.giver.offer(judgement.consent_givers)
        self.giver.set_value("")
        self.consent_form.set_value(SPOKEN)
        self._show_consent()

    def _show_consent(self) -> None:
        """Ask who agreed only where that is the basis; it may stay open."""
        is_agreed = self.basis.value() == BY_CONSENT
        show_if(self.giver, on=is_agreed)
        show_if(self.consent_form, on=is_agreed)

    def _consent(self) -> Consent | None:
        giver, form = self.giver.value(), self.consent_form.value()
        if self.basis.value() != BY_CONSENT or giver is None:
            return None
        return Consent(kind=FOR_REFERRAL, given_by=giver, form=form or SPOKEN)


def _choices(keys: Sequence[str]) -> list[Choice]:
    return [Choice(key, label("referral_to", key)) for key in keys]
