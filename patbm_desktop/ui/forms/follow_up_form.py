"""Catat tindak lanjut: what was done for a case, in a few chips and perhaps a sentence."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject

from patbm_desktop.actions import wording
from patbm_desktop.domain.case import Identity
from patbm_desktop.domain.case_kinds import FOLLOW_UP
from patbm_desktop.domain.codes import FOLLOW_UP_RESULTS
from patbm_desktop.domain.follow_up import FAMILY_TALK, UPTD_SAID, VISIT, FollowUp
from patbm_desktop.domain.reason import Reason
from patbm_desktop.domain.safeguard import Act, Judgement
from patbm_desktop.ui.forms.case_form import CaseForm, ChipQuestion, DayQuestion, needed
from patbm_desktop.ui.forms.case_values import Followed, Shown
from patbm_desktop.ui.forms.moving_out import MovingOut
from patbm_desktop.ui.forms.question import Question
from patbm_desktop.ui.parts.case_words import rule
from patbm_desktop.ui.parts.chips import Chip
from patbm_desktop.ui.parts.sealed import SealedText
from patbm_desktop.ui.strings import language
from patbm_desktop.ui.theme import Theme

LONGEST = FOLLOW_UP.fields["note"].longest


class FollowUpForm(CaseForm):
    """Asks what was done, when, with what result; only the kinds that the rules leave."""

    def __init__(self, theme: Theme) -> None:
        title = self.tr("Catat tindak lanjut")
        super().__init__(theme, title, self.tr("Simpan tindak lanjut"))
        self._judgement: Judgement | None = None
        self.kind = ChipQuestion(theme, self.tr("Apa yang dilakukan?"), "follow_up", (VISIT,))
        self.advised = Chip(theme, rule("r21.advised"), "check", small=True)
        self.kind.body.addWidget(self.advised)
        self.day = DayQuestion(theme, self.tr("Kapan?"))
        self.result = ChipQuestion(
            theme, self.tr("Hasilnya?"), "follow_up_result", FOLLOW_UP_RESULTS
        )
        self.note = Question(theme, self.tr("Catatan singkat"), 0, self.tr("boleh dikosongkan"))
        self.text = SealedText(theme, self.tr("Catatan singkat"), lines=2)
        self.offer = MovingOut(theme, self.text)
        self.note.body.addWidget(self.text)
        self.note.body.addWidget(self.offer)
        for question in (self.kind, self.day, self.result, self.note):
            self.body.addWidget(question)
        self.finish()
        self._connect()

    def ask(self, shown: Shown, about: str) -> None:
        """Ask for something that was done; `about` is its kind where that is known."""
        self._judgement = shown.page.judgement
        self.kind.offer(self._judgement.follow_up_kinds)
        self.day.offer(shown.around.today)
        self.kind.set_value(about)
        self._show_advice()
        self.learn(shown)

    def learn(self, shown: Shown) -> None:
        """Look through the words from now on, by what is known of this vault."""
        checker = shown.checker
        self.offer.offer_looks(partial(checker.offers, in_case=True) if checker else None)
        self.offer.look_now()

    def answer(self) -> Followed:
        """Return what was done, and what was moved out of the words."""
        moved = self.offer.moved()
        return Followed(self._done(), Identity(**moved) if moved else None)

    def _done(self) -> FollowUp:
        kind = self.kind.value() or ""
        return FollowUp(
            kind=kind,
            date=self.day.date_value(),
            advised=kind == UPTD_SAID and self.advised.isChecked(),
            result=self.result.value(),
            note=self.text.plain().strip(),
        )

    def is_ready(self) -> bool:
        """Say what is still needed; False when something is."""
        is_missing = self.kind.value() is None
        self.kind.show_problem(needed(self.kind.head.title.text()) if is_missing else "")
        is_long = len(self.text.plain().strip()) > LONGEST
        if is_missing:
            self.kind.focus_first()
        return not (is_missing or is_long)

    def start(self) -> None:
        """Put the keyboard on what was done, or on the result where that is known."""
        (self.result if self.kind.value() else self.kind).focus_first()

    def data(self) -> dict[str, Any]:
        """Return what is typed."""
        return {
            "kind": self.kind.value() or "",
            "advised": self.advised.isChecked(),
            "date": self.day.date_value().isoformat(),
            "result": self.result.value() or "",
            "note": self.text.plain(),
            "moved": dict(self.offer.moved()),
        }

    def set_data(self, data: Mapping[str, Any]) -> None:
        """Show what a draft held."""
        self.kind.set_value(data.get("kind", ""))
        self.advised.setChecked(bool(data.get("advised")))
        self.day.set_text(str(data.get("date", "")))
        self.result.set_value(data.get("result", ""))
        self.text.set_plain(str(data.get("note", "")))
        self.kind.show_problem("")
        self._show_advice()
        self.offer.set_moved(data.get("moved", {}))

    def wipe(self) -> None:
        """Forget what is typed and what the check knows."""
        super().wipe()
        self.offer.forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say what to write and what to leave, for as long as somebody writes."""
        if watched is self.text and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            writes = event.type() == QEvent.Type.FocusIn
            quiet = self.tr("boleh dikosongkan")
            self.note.head.hint.setText(rule("r8.only_seen") if writes else quiet)
        return False

    def _connect(self) -> None:
        self.kind.changed.connect(self._show_advice)
        for question in (self.kind, self.day, self.result):
            question.changed.connect(self.touched)
        self.advised.clicked.connect(self.touched)
        self.text.textChanged.connect(self._typed)
        self.text.installEventFilter(self)
        self.offer.changed.connect(self._say_moved)

    def _typed(self) -> None:
        most = wording.sentence(Reason.TOO_LONG, language(), most=LONGEST)
        self.note.show_problem(most if len(self.text.plain().strip()) > LONGEST else "")
        self.touched.emit()

    def _say_moved(self) -> None:
        self.note.show_note(self.offer.kept_words())

    def _show_advice(self) -> None:
        kind, judgement = self.kind.value(), self._judgement
        bars_visit = judgement is not None and not judgement.allows(Act.VISIT)
        self.advised.setVisible(kind == UPTD_SAID and bars_visit)
        words = ""
        if judgement is not None and (bars_visit or kind == VISIT):
            words = rule(judgement.visit)
        if kind == FAMILY_TALK:
            words = rule("r7.family_talk")
        self.kind.show_note(words)
