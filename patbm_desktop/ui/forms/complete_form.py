"""Lengkapi: what nobody has asked yet about a case; chips only, and every one may stay open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from patbm_desktop.domain import codes
from patbm_desktop.domain.case import CaseDetail, Offender, Victim
from patbm_desktop.ui.forms.case_form import CaseForm, ChipQuestion
from patbm_desktop.ui.forms.case_values import Shown
from patbm_desktop.ui.forms.concern_who import WhoQuestion
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.layouts import Column, box
from patbm_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: the field it fills, its words, and where its answers come from.

    `is_more` stands behind "Pertanyaan lain"; `for_companion` only for the pendamping kasus.
    """

    field: str
    words: str
    codes: str
    keys: Sequence[str]
    multi: bool = False
    is_more: bool = False
    for_companion: bool = False


def asks() -> tuple[Ask, ...]:
    """Return the questions in their order."""
    translate = QCoreApplication.translate
    return (
        Ask("danger_now", translate("CompleteForm", "Ada bahaya sekarang?"), "known", codes.KNOWN),
        Ask("source", translate("CompleteForm", "Tahu dari siapa?"), "source", codes.SOURCES),
        Ask("first_action", translate("CompleteForm", "Sudah melakukan apa?"), "first_action",
            codes.FIRST_ACTIONS, multi=True),
        Ask("lives_together",
            translate("CompleteForm", "Tinggal serumah dengan terduga pelaku?"), "known",
            codes.KNOWN),
        Ask("signs", translate("CompleteForm", "Ada tanda ini?"), "sign", codes.SIGNS, multi=True),
        Ask("child_wish", translate("CompleteForm", "Anak mau dibantu?"), "child_wish",
            codes.CHILD_WISHES),
        Ask("relation", translate("CompleteForm", "Hubungan terduga pelaku"), "relation",
            codes.RELATIONS, is_more=True),
        Ask("offender.age", translate("CompleteForm", "Umur terduga pelaku"), "offender_age",
            codes.OFFENDER_AGES, is_more=True),
        Ask("offender.sex", translate("CompleteForm", "Jenis kelamin terduga pelaku"), "sex",
            codes.SEXES, is_more=True),
        Ask("kinds", translate("CompleteForm", "Bentuk kekerasan"), "violence", codes.VIOLENCE,
            multi=True, is_more=True),
        Ask("place_kind", translate("CompleteForm", "Tempat kejadian"), "incident_place",
            codes.INCIDENT_PLACES, is_more=True),
        Ask("disability", translate("CompleteForm", "Penyandang disabilitas?"), "yes_no",
            codes.YES_NO, is_more=True),
        Ask("ampk", translate("CompleteForm", "Kategori AMPK"), "ampk", codes.AMPK, multi=True,
            is_more=True, for_companion=True),
    )  # fmt: skip


class CompleteForm(CaseForm):
    """Shows what is known as chips that are on; what is taken back never lowers a level."""

    def __init__(self, theme: Theme, *, is_companion: bool) -> None:
        super().__init__(theme, self.tr("Lengkapi"), self.tr("Simpan isian"))
        self._detail = CaseDetail()
        self._asks = tuple(each for each in asks() if is_companion or not each.for_companion)
        self.questions = {
            each.field: ChipQuestion(theme, each.words, each.codes, each.keys, multi=each.multi)
            for each in self._asks
        }
        self.who = WhoQuestion(theme, number=0)
        self.more = Button(theme, self.tr("Pertanyaan lain"), kind="link", icon="chevron-down")
        self._build(theme)
        for question in (*self.questions.values(), self.who):
            question.changed.connect(self.touched)
        self.more.clicked.connect(self.open_more)

    def ask(self, shown: Shown, about: str) -> None:  # noqa: ARG002 - the case says it all
        """Show what is known; a grown-up's own view is no chip."""
        detail = shown.page.dossier.detail or CaseDetail()
        self._detail = detail
        self.questions["child_wish"].setVisible(shown.page.judgement.is_child)
        self.who.offer()
        self._show(detail)
        if any(self._known(each, detail) for each in self._asks if each.is_more):
            self.open_more()

    def open_more(self) -> None:
        """Show the questions that are asked less often."""
        self.more.hide()
        self._rest.show()

    def answer(self) -> CaseDetail:
        """Return the details with what is chosen now."""
        found = {each.field: self._answer(each) for each in self._asks}
        offender = Offender(found.pop("offender.sex"), found.pop("offender.age"))
        return replace(
            self._detail,
            **found,
            offender=offender,
            victim=self.who.victim(),
            initials=self.who.letters(),
        )

    def start(self) -> None:
        """Put the keyboard on the first question that nobody has answered."""
        shown = [self.questions[each.field] for each in self._asks if not each.is_more]
        open_ones = [each for each in shown if not each.values() and not each.isHidden()]
        (open_ones or shown)[0].focus_first()

    def data(self) -> dict[str, Any]:
        """Return what is chosen."""
        chosen: dict[str, Any] = {
            field: list(question.values()) for field, question in self.questions.items()
        }
        who = self.who.victim()
        return chosen | {"sex": who.sex or "", "age": who.age or "", "initials": self.who.letters()}

    def set_data(self, data: Mapping[str, Any]) -> None:
        """Show what a draft held."""
        for field, question in self.questions.items():
            question.set_value(data.get(field, ()))
        victim = Victim(data.get("sex") or None, data.get("age") or None)
        self.who.set_answer(victim, str(data.get("initials", "")))

    def wipe(self) -> None:
        """Forget what is known and chosen."""
        self._detail = CaseDetail()
        super().wipe()

    def _show(self, detail: CaseDetail) -> None:
        for each in self._asks:
            self.questions[each.field].set_value(self._known(each, detail))
        self.who.set_answer(detail.victim, detail.initials)

    def _answer(self, ask: Ask) -> Any:
        """Return what is chosen; a key that only a later release knows stays as it was."""
        chosen = self.questions[ask.field].values()
        known = self._known(ask, self._detail)
        newer = [key for key in _listed(known) if key not in ask.keys]
        if ask.multi:
            return (*chosen, *newer)
        return next(iter([*chosen, *newer]), None)

    def _known(self, ask: Ask, detail: CaseDetail) -> Any:
        owner, _, name = ask.field.rpartition(".")
        found = getattr(getattr(detail, owner) if owner else detail, name)
        return found if found is not None else ()

    def _build(self, theme: Theme) -> None:
        rest = Column(theme, spacing=10)
        for each in self._asks:
            (rest if each.is_more else self.body).addWidget(self.questions[each.field])
        rest.addWidget(self.who)
        self._rest = box(rest)
        self.body.addWidget(self.more)
        self.body.addWidget(self._rest)
        self._rest.hide()
        self.finish()


def _listed(known: Any) -> tuple[str, ...]:
    return (known,) if isinstance(known, str) else tuple(known)
