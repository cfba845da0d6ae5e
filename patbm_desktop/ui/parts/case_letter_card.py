"""The letters of a case: each with what can be done about it now."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.domain.referral import Referral
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.case_person_card import CARD, may_write
from patbm_desktop.ui.parts.case_words import (
    label,
)
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import (
    Column,
    clear,
)
from patbm_desktop.ui.theme import Theme


class ReferralCard(Card):
    """One letter and what can be done about it now; without one, the way to make it.

    `asked` gives a verb and the id of the letter.
    """

    asked = Signal(str, str)

    NEW, HANDED, RECEIVED, NEWS, ANSWERED, REFUSED, AGAIN = (
        "new", "handed", "received", "news", "answered", "refused", "again",
    )  # fmt: skip

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margins=CARD, title=self.tr("Rujukan"))
        self._theme = theme
        self._rows = Column(theme, spacing=6)
        self.body.addLayout(self._rows)
        self.buttons: dict[str, Button] = {}

    def show_page(self, page: Page) -> None:
        """Show the letters of a case, the newest open one with what is to do."""
        clear(self._rows)
        self.buttons = {}
        letters = sorted(page.dossier.referrals, key=lambda each: each.made_on or date.min)
        may = may_write(page)
        for letter in reversed(letters):
            self._add_letter(letter, may=may, is_child=page.judgement.is_child)
        if may:
            words = self.tr("Buat surat lain") if letters else self.tr("Buat surat rujukan")
            self._add(self.NEW, "", words, "file-text", kind="link" if letters else "secondary")

    def _add_letter(self, letter: Referral, *, may: bool, is_child: bool) -> None:
        self._rows.addWidget(Label(_letter_words(letter), "label", wrap=True))
        if not may:
            return
        if letter.is_received:
            self._add(self.NEWS, letter.ent, self._news_words(letter), "message-square-plus")
        elif letter.is_waiting:
            self._add(self.RECEIVED, letter.ent, self.tr("Diterima, ketik tanda terima"), "check")
            self._add(self.NEWS, letter.ent, self._news_words(letter), "message-square-plus",
                      kind="link")  # fmt: skip
            self._add(
                self.ANSWERED, letter.ent, self.tr("Tidak diterima atau dialihkan"), "", kind="link"
            )
        elif letter.outcome is None:
            self._add(self.HANDED, letter.ent, self.tr("Sudah diserahkan"), "send")
            if letter.refused_by is None:
                who = (
                    self.tr("Keluarga belum bersedia") if is_child else self.tr("Ia belum bersedia")
                )
                self._add(self.REFUSED, letter.ent, who, "", kind="link")
        self._add(self.AGAIN, letter.ent, self.tr("Cetak lagi surat rujukan"), "printer",
                  kind="link")  # fmt: skip

    def _news_words(self, letter: Referral) -> str:
        if letter.to == "uptd_ppa":
            return self.tr("Catat kabar dari UPTD PPA")
        return self.tr("Catat kabar")

    def _add(self, verb: str, ent: str, words: str, icon: str, *, kind: str = "secondary") -> None:
        button = Button(self._theme, words, kind=kind, icon=icon)
        button.clicked.connect(partial(self._tell, verb, ent))
        self.buttons.setdefault(verb, button)
        self._rows.addWidget(button)

    def _tell(self, verb: str, ent: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - `clicked` gives it
        self.asked.emit(verb, ent)


def _letter_words(letter: Referral) -> str:
    parts = [f"{letter.code} · {label('referral_to', letter.to)}"]
    if letter.refused_by:
        parts.append(label("refused_by", letter.refused_by))
    elif letter.outcome:
        parts.append(label("outcome", letter.outcome))
    return " · ".join(parts)
