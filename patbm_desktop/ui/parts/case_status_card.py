"""Status sekarang: the moves that the rules allow, and the second person."""

from PySide6.QtCore import Signal

from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.domain.case_status import ASKED_FIRST, Move
from patbm_desktop.domain.codes import CASE_STATUSES
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.case_person_card import CARD
from patbm_desktop.ui.parts.case_words import (
    label,
    rule,
)
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import (
    Flow,
    show_if,
)
from patbm_desktop.ui.theme import Theme

COLUMNS = 2


class StatusCard(Card):
    """Status sekarang: only the moves that the rules allow, and why a case is closed.

    `moved` gives the status and the reason, which is empty where none is asked for.
    """

    moved = Signal(str, str)
    confirm_asked = Signal()
    lower_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margins=CARD, title=self.tr("Status sekarang"))
        self._theme = theme
        self._moves: dict[str, Move] = {}
        self._now = ""
        self.status = ChipGroup(
            theme, [Choice("baru", "")], name=self.title.text(), columns=COLUMNS
        )
        self.why = Label("", "label", wrap=True)
        self.reason = ChipGroup(theme, [Choice("lainnya", "")], name=self.title.text(), small=True)
        self.question = Label("", "text", "warn", wrap=True)
        self.told = Button(theme, rule("closing.told"), kind="primary", size="small")
        self.look = Label("", "text", "warn", wrap=True)
        self.confirm = Button(theme, self.tr("Sudah saya lihat"), icon="check", size="small")
        self.lowering = Button(theme, "", kind="quiet", size="small")
        for widget in (self.status, self.why, self.reason, self.question, self.told, self.look):
            self.body.addWidget(widget)
        acts = Flow(theme)
        acts.add(self.confirm)
        acts.add(self.lowering)
        self.body.addWidget(acts)
        self.status.picked.connect(self._pick)
        self.reason.picked.connect(self._because)
        self.told.clicked.connect(self._has_told)
        self.confirm.clicked.connect(self.confirm_asked)
        self.lowering.clicked.connect(self.lower_asked)

    def show_page(self, page: Page) -> None:
        """Show where the case stands, where it may go, and whether somebody has to look.

        A keyboard that is on the card stays there.
        """
        has_keyboard = self._has_keyboard()
        self._now = page.dossier.case.status.value
        self._moves = {move.to: move for move in page.moves}
        keys = sorted({self._now, *self._moves}, key=_place)
        self.status.set_choices([Choice(key, label("case_status", key)) for key in keys])
        self._ask_nothing()
        self._show_look(page)
        show_if(self.confirm, on=page.may_confirm)
        show_if(self.lowering, on=page.may_lower)
        lowered = self.tr("Turunkan tingkat ke %1")
        level = label("triage", page.judgement.computed).lower()
        self.lowering.setText(strings.fill(lowered, level))
        if has_keyboard:
            self.status.focus_first()

    def _has_keyboard(self) -> bool:
        at = self.focusWidget()
        return at is not None and at.hasFocus()

    def _show_look(self, page: Page) -> None:
        words = {
            "waiting": rule("second_look.waiting"),
            "to_be_seen": rule("second_look.to_be_seen"),
        }.get(page.row.look.value, "")
        self.look.setText(words)
        show_if(self.look, on=bool(words))

    def _ask_nothing(self) -> None:
        self.status.set_chosen([self._now])
        for widget in (self.why, self.reason, self.question, self.told):
            widget.hide()

    def _pick(self, key: str) -> None:
        reasons = self._moves[key].reasons if key in self._moves else ()
        for widget in (self.question, self.told, self.why, self.reason):
            show_if(widget, on=bool(reasons) and widget in (self.why, self.reason))
        if reasons:
            asked = {
                "selesai": self.tr("Selesai karena?"),
                "bukan_kasus": self.tr("Bukan kasus karena?"),
            }
            self.why.setText(asked.get(key, self.tr("Karena?")))
            self.reason.set_choices(
                [Choice(each, label("status_reason", each)) for each in reasons]
            )
            self.reason.set_chosen([])
            self.reason.focus_first()
        elif key != self._now:
            self.moved.emit(key, "")

    def _because(self, reason: str) -> None:
        asked = ASKED_FIRST.get(reason)
        self.question.setText(rule(asked) if asked else "")
        for widget in (self.question, self.told):
            show_if(widget, on=asked is not None)
        if asked is None:
            self.moved.emit(self.status.value(), reason)
        else:
            self.told.setFocus()

    def _has_told(self) -> None:
        self.moved.emit(self.status.value(), self.reason.value())


def _place(status: str) -> int:
    """Return where a status stands in the list of all; one of a later release comes last."""
    return CASE_STATUSES.index(status) if status in CASE_STATUSES else len(CASE_STATUSES)
