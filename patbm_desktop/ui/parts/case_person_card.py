"""Anak dan keluarga, or Orangnya: whom a case is about, and what was asked."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.domain.case import CaseDetail
from patbm_desktop.domain.safeguard import Judgement
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.case_words import (
    band_of,
    label,
    time_text,
)
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import (
    Column,
    Grid,
    Row,
    box,
    clear,
    line,
    show_if,
)
from patbm_desktop.ui.parts.reveal import Reveal
from patbm_desktop.ui.theme import Theme

CARD = (18, 12, 18, 14)


class FactLine(QWidget):
    """A question at the left and its answer at the right; what is open says so."""

    def __init__(self, theme: Theme, question: str, answer: str) -> None:
        super().__init__()
        row = Row(theme, self, spacing=10)
        row.addWidget(Label(question, "secondary", "text2", wrap=True), 1)
        shown = answer or self.tr("belum ditanya")
        said = Label(shown, "label" if answer else "secondary", "text" if answer else "text2",
                     wrap=True)  # fmt: skip
        row.addWidget(said, 1)


class PersonCard(Card):
    """Anak dan keluarga, or for a grown-up Orangnya: initials, bands, and what was asked."""

    complete_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margins=CARD, spacing=7, title=" ")
        self._theme = theme
        self.complete = Button(theme, self.tr("Lengkapi"), kind="link", icon="pencil")
        self.head.addWidget(self.complete)
        self._basics = Grid(theme, spacing=(16, 1))
        self._facts = Column(theme, spacing=5)
        self.reveal = Reveal(theme, self.tr("Nama, alamat, wali"))
        self._rule = line()
        self.body.addWidget(box(self._basics))
        self.body.addWidget(self._rule)
        self.body.addWidget(self.reveal)
        self.body.addLayout(self._facts)
        self.complete.clicked.connect(self.complete_asked)

    def show_page(self, page: Page) -> None:
        """Show what is known of whom it is about."""
        detail, judgement = page.dossier.detail, page.judgement
        child = self.tr("Anak dan keluarga")
        self.title.setText(child if judgement.is_child else self.tr("Orangnya"))
        show_if(self.complete, on=may_write(page))
        self.reveal.hide_texts()
        for widget in (self.reveal, self._rule):
            show_if(widget, on=page.has_identity)
        self._show_basics(detail)
        self._show_facts(detail, judgement)

    def wipe(self) -> None:
        """Forget it all."""
        self.reveal.hide_texts()
        clear(self._basics)
        clear(self._facts)

    def _show_basics(self, detail: CaseDetail | None) -> None:
        clear(self._basics)
        found = detail or CaseDetail()
        basics = (
            (self.tr("Inisial"), found.initials),
            (self.tr("Jenis kelamin"), label("sex", found.victim.sex)),
            (self.tr("Umur"), band_of(found.victim.age)),
        )
        for at, (caption, text) in enumerate(basics):
            self._basics.addWidget(Label(caption, "secondary", "text2"), 0, at)
            self._basics.addWidget(Label(text or "–", "strong"), 1, at)
            self._basics.setColumnStretch(at, 1)

    def _show_facts(self, detail: CaseDetail | None, judgement: Judgement) -> None:
        clear(self._facts)
        if detail is None:
            return
        violence = judgement.is_violence
        asked = {
            self.tr("Ada bahaya sekarang?"): label("known", detail.danger_now),
            self.tr("Tinggal serumah dengan terduga pelaku?"): label(
                "known", detail.lives_together
            ),
        }
        for question, answer in asked.items():
            if answer or violence:
                self._facts.addWidget(FactLine(self._theme, question, answer))
        for question, answer in self._told(detail).items():
            if answer:
                self._facts.addWidget(FactLine(self._theme, question, answer))

    def _told(self, detail: CaseDetail) -> Mapping[str, str]:
        return {
            self.tr("Tahu dari"): label("source", detail.source),
            self.tr("Sudah dilakukan"): _labels("first_action", detail.first_action),
            self.tr("Sudah menelepon"): ", ".join(
                f"{label('called', call.to)} {time_text(call.at)}".strip() for call in detail.called
            ),
            self.tr("Tanda"): _labels("sign", detail.signs),
            self.tr("Bentuk kekerasan"): _labels("violence", detail.kinds),
            self.tr("Tempat kejadian"): label("incident_place", detail.place_kind),
            self.tr("Terduga pelaku"): ", ".join(
                part
                for part in (
                    label("relation", detail.relation),
                    label("sex", detail.offender.sex),
                    label("offender_age", detail.offender.age),
                )
                if part
            ),
            self.tr("Penyandang disabilitas"): label("yes_no", detail.disability),
            self.tr("Anak mau dibantu?"): label("child_wish", detail.child_wish),
            self.tr("Dasar pencatatan"): label("legal_basis", detail.legal_basis),
        }


def _labels(codes: str, keys: Sequence[str]) -> str:
    return ", ".join(label(codes, key) for key in keys)


def may_write(page: Page) -> bool:
    """Say whether anything about a case may be changed here."""
    return page.dossier.detail is not None and page.dossier.case.frozen is None
