"""Hubungkan: asks to be let in, on the lane that waits for others."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import ClassVar

from patbm_desktop.actions.kelurahan import joining
from patbm_desktop.actions.kelurahan.joining import Standing
from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.opened.drafts import Draft
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel import errands
from patbm_desktop.actions.travel.errands import Wish
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.pages.join_page import FORM, JoinPage
from patbm_desktop.ui.road import Road


@dataclass(frozen=True, slots=True)
class Found:
    """How far this laptop has come, and what was left half typed."""

    standing: Standing
    draft: Draft | None = field(repr=False)


class JoinRoad(Road):
    """Answers Hubungkan."""

    KEY: ClassVar[str] = "join"
    UNDER: ClassVar[str] = "sync"

    def build(self) -> Page:
        """Make the page and connect its signals."""
        self.page = page = JoinPage(self.desk.theme)
        page.wished.connect(self._join)
        page.file_asked.connect(self._choose)
        page.stick_asked.connect(lambda: self.desk.go("sync"))
        page.other_rt_asked.connect(self._join)
        page.called_off.connect(self._drop)
        return page

    def fill(self, what: Mapping[str, object]) -> None:  # noqa: ARG002 - there is one page
        """Ask how far this laptop has come."""
        self.desk.ask(self.page, found, self._begin)

    def _begin(self, found_: Found) -> None:
        self._show(found_.standing)
        if found_.draft is not None:
            self.page.take_draft(found_.draft.id, found_.draft.data)

    def _drop(self) -> None:
        """Forget what was half typed, here and in the vault."""
        draft = self.page.draft_id
        self.page.new_draft()
        self.desk.forget_unsaved(draft)
        self.desk.ask(self.page, partial(drafts.delete, draft=draft), _nothing)

    def _show(self, standing: Standing) -> None:
        self.page.show_standing(standing, self.desk.me.rt_number)

    def _choose(self) -> None:
        file = self.desk.ask_open(self.tr("Pilih file undangan"), self.tr("Undangan (*)"))
        if file is not None:
            self._join(Wish(file=file))

    def _join(self, wish: Wish) -> None:
        self.page.show_busy()
        self.desk.travel(
            self.page, partial(errands.join, wish=wish), self._joined, partial(self._not, wish)
        )

    def _joined(self, standing: Standing) -> None:
        if standing.server and not standing.by_stick:
            said = self.tr("Permintaan terkirim. Sekarang bacakan kode laptop ini.")
        else:
            said = self.tr("Undangan dibaca. Simpan ke flashdisk, lalu bacakan kode laptop ini.")
        self.page.tell(said, well=True)
        self._drop()
        self._show(standing)
        self.desk.take_up()

    def _not(self, wish: Wish, error: Exception) -> None:
        """Say why not; an invitation for another RT may be taken besides the own one.

        One of another kelurahan may be that to which the RT moves.
        """
        if isinstance(error, Fault) and error.refusal is Refusal.INVITATION_OF_ANOTHER_KELURAHAN:
            place = str(error.facts.get("place", ""))
            moves = replace(wish, moves=True)
            self.page.ask_about_move(moves, place, self.desk.me.rt_number)
            return
        is_other = isinstance(error, Fault) and error.refusal is Refusal.INVITATION_OF_ANOTHER_RT
        rt = str(error.facts.get("rt", "")) if isinstance(error, Fault) and is_other else ""
        if rt:
            self.page.ask_about_rt(replace(wish, rt=rt), self.desk.me.rt_number)
        else:
            self.page.tell(self.desk.words(error), well=False)


def found(ws: Workspace) -> Found:
    """Gather what Hubungkan shows."""
    return Found(joining.standing(ws), next(iter(drafts.every(ws, FORM)), None))


def _nothing(_: object) -> None:
    """Need no answer."""
