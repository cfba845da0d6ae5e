"""What a referral letter says besides who it is about: no word of it points at a person (R18)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.cases.case_text import Checker, Offer
from patbm_desktop.domain.case_kinds import REFERRAL
from patbm_desktop.domain.reason import Hint
from patbm_desktop.domain.referral import Condition, Referral
from patbm_desktop.ui.forms.letter_who import LetterWho
from patbm_desktop.ui.forms.moving_out import MovingOut
from patbm_desktop.ui.parts.fields import Field
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, box
from patbm_desktop.ui.parts.sealed import SealedLine, SealedText
from patbm_desktop.ui.theme import Theme


class LetterTexts(QObject):
    """The fields for an office, what was seen and done, and a number; `changed` as one types.

    Each has below it what had better stand in `who`, and a button that moves it there. The form
    puts them where they belong: `office`, `seen`, `done` and `numbered`.
    """

    changed = Signal()

    def __init__(self, theme: Theme, who: LetterWho) -> None:
        super().__init__(who)
        self._who = who
        self._checker: Checker | None = None
        self._offers: list[MovingOut] = []
        self._make_lines(theme)
        self._make_seen(theme)
        self.done_before = SealedText(theme, self.tr("Tindakan lain yang sudah dilakukan"), lines=2)
        self.done = self._field(theme, self.done_before.accessibleName(), self.done_before)
        for each in self._all():
            each.textChanged.connect(self.changed)
        who.changed.connect(self._look_again)

    def learn(self, checker: Checker | None) -> None:
        """Look from now on through what may still be changed, by what `checker` knows."""
        self._checker = checker
        for text, offer in zip(self._all(), self._offers, strict=True):
            offer.offer_looks(self._look if checker is not None and text.isEnabled() else None)
            offer.look_now()

    def begin(self, referral: Referral) -> None:
        """Show what a letter says; of one that was made only the number may still change."""
        self.addressee.setText(referral.addressee)
        self.number.setText(referral.letter_no)
        for name, text in self.conditions.items():
            text.set_plain(getattr(referral.condition, name))
        self.done_before.set_plain(referral.done_before)
        for widget in (self.office, self.seen, self.done):
            widget.setEnabled(not referral.case_id)

    def condition(self) -> Condition:
        """Return what was seen."""
        return Condition(**{name: text.plain().strip() for name, text in self.conditions.items()})

    def forget(self) -> None:
        """Let go of all that was typed."""
        self._checker = None
        for offer in self._offers:
            offer.forget()
        for text in self._all():
            _put(text, "")

    def data(self) -> dict[str, Any]:
        """Return what a draft may keep."""
        return {
            "addressee": self.addressee.text(),
            "number": self.number.text(),
            "done_before": self.done_before.plain(),
            "condition": {name: text.plain() for name, text in self.conditions.items()},
        }

    def set_data(self, data: Mapping[str, Any]) -> None:
        """Show what a draft held."""
        self.addressee.setText(str(data.get("addressee", "")))
        self.number.setText(str(data.get("number", "")))
        self.done_before.set_plain(str(data.get("done_before", "")))
        seen = data.get("condition", {})
        for name, text in self.conditions.items():
            text.set_plain(str(seen.get(name, "")))

    # Looking

    def _look(self, text: str) -> Sequence[Offer]:
        """Return what in `text` points at a person; who is named above is known as well."""
        if self._checker is None:
            return ()
        who = self._who.identity()
        found = self._checker.knowing(who.nama, who.wali).offers(text, in_case=True)
        return [_to_its_line(each, text[each.start : each.end], who.wali) for each in found]

    def _look_again(self) -> None:
        for offer in self._offers:
            offer.look_soon()

    # Making

    def _make_lines(self, theme: Theme) -> None:
        self.addressee = SealedLine(self.tr("Nama lembaga"), size="normal")
        self.addressee.setMaxLength(REFERRAL.fields["addressee"].longest)
        hint = self.tr("misalnya nama sekolah atau Puskesmas")
        self.office = self._field(theme, self.tr("Nama lembaga"), self.addressee, hint)
        self.number = SealedLine(self.tr("Nomor surat"), size="normal")
        self.number.setMaxLength(REFERRAL.fields["letter_no"].longest)
        hint = self.tr("dari buku agenda kantor; boleh dikosongkan")
        self.numbered = self._field(theme, self.tr("Nomor surat"), self.number, hint)

    def _make_seen(self, theme: Theme) -> None:
        captions = {
            "fisik": self.tr("Badan"),
            "psikis": self.tr("Perasaan"),
            "keluarga": self.tr("Keluarga"),
            "lingkungan": self.tr("Lingkungan"),
        }
        self.conditions = {
            name: SealedText(theme, caption, lines=1) for name, caption in captions.items()
        }
        seen = Column(theme, spacing=8)
        words = self.tr("Keadaan terakhir, sejauh terlihat. Kosongkan daripada memeriksa.")
        seen.addWidget(Label(words, "secondary", "text2", wrap=True))
        for name, caption in captions.items():
            seen.addWidget(self._field(theme, caption, self.conditions[name]))
        self.seen = box(seen)

    def _field(
        self, theme: Theme, caption: str, text: SealedText | SealedLine, hint: str = ""
    ) -> QWidget:
        """Return `text` under its caption, and below it what had better stand elsewhere."""
        offer = MovingOut(theme, text, self._who.lines)
        self._offers.append(offer)
        column = Column(theme, spacing=6)
        column.addWidget(Field(theme, caption, text, hint))
        column.addWidget(offer)
        return box(column)

    def _all(self) -> tuple[SealedText | SealedLine, ...]:
        """Return the fields in the order in which their offers were made."""
        return (self.addressee, self.number, *self.conditions.values(), self.done_before)


def _to_its_line(offer: Offer, words: str, wali: str) -> Offer:
    """Send the name of the parent or guardian to the line that holds it already."""
    is_wali = offer.hint is Hint.KNOWN_NAME and words.casefold() in wali.casefold()
    return replace(offer, move_to="wali") if is_wali else offer


def _put(text: SealedText | SealedLine, words: str) -> None:
    if isinstance(text, SealedLine):
        text.setText(words)
    else:
        text.set_plain(words)
