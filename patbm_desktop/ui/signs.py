"""What the frame says around every page: whose vault it is, where to go, how far notes are."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from patbm_desktop.actions.opened.me import Me
from patbm_desktop.ui.parts import sync_words
from patbm_desktop.ui.parts.chips import Choice
from patbm_desktop.ui.parts.sync_words import Travels
from patbm_desktop.ui.shell import Entry, Shell
from patbm_desktop.ui.strings import fill, initials, rt_short


class Signs(QObject):
    """Puts words and numbers on the frame; knows no page and asks for nothing."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._badges: dict[str, int] = {}
        self._is_read_only = False

    def show_whose(self, me: Me) -> None:
        """Say whose vault is open, for which RT or kelurahan, and what else may be turned to."""
        whose = f"RT {rt_short(me.rt_number)}" if me.rt else self.tr("Koordinator")
        self._shell.set_place(f"{whose} · {me.kelurahan_name}".strip(" ·"))
        self.show_rts(me)
        self._shell.set_initials(initials(me.call_name), me.call_name)

    def show_rts(self, me: Me) -> None:
        """Offer what `me` may turn to, with the present one chosen."""
        self._shell.set_rts(self._rts(me), me.rt or me.space)

    def _rts(self, me: Me) -> list[Choice]:
        """Return what to choose from; RT with their kelurahan where that is not one for all."""
        is_far = len({each.kelurahan for each in me.served}) > 1
        found = []
        for each in me.served:
            parts = [fill(self.tr("RT %1"), rt_short(each.number))] if each.number else []
            parts += [each.kelurahan] if is_far or not each.number else []
            found.append(Choice(each.key, " · ".join(parts)))
        return found

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries in the sidebar, each with its badge."""
        self._shell.set_entries(entries)
        for key, number in self._badges.items():
            self._shell.set_badge(key, number)

    def show_badge(self, key: str, number: int) -> None:
        """Show how many things wait at the entry `key`; 0 shows nothing."""
        self._badges[key] = number
        self._shell.set_badge(key, number)

    def show_travels(self, travels: Travels) -> None:
        """Say how far notes have come; a backup says for ever that it is one."""
        if self._is_read_only:
            return
        chip = sync_words.chip_of(travels)
        self._shell.set_state(chip.text, chip.short, chip.icon)

    def show_read_only(self) -> None:
        """Say that a backup is open, in which nothing can be changed."""
        self._is_read_only = True
        self._shell.set_state(self.tr("Cadangan · hanya dibaca"), icon="history")
