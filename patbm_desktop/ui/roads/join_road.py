"""Hubungkan: asks to be let in, on the lane that waits for others."""

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from patbm_desktop.actions import exchanging, joining
from patbm_desktop.actions.exchanging import Wish
from patbm_desktop.actions.joining import Standing, State
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.pages.join_page import JoinPage
from patbm_desktop.ui.road import Road


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
        return page

    def fill(self, what: Mapping[str, object]) -> None:  # noqa: ARG002 - there is one page
        """Ask how far this laptop has come."""
        self.desk.ask(self.page, joining.standing, self._show)

    def _show(self, standing: Standing) -> None:
        self.page.show_standing(standing, is_office=not self.desk.me.rt)

    def _choose(self) -> None:
        file = self.desk.ask_open(self.tr("Pilih file undangan"), self.tr("Undangan (*)"))
        if file is not None:
            self._join(Wish(file=file))

    def _join(self, wish: Wish) -> None:
        self.page.show_busy()
        self.desk.travel(self.page, partial(exchanging.join, wish=wish), self._joined)

    def _joined(self, standing: Standing) -> None:
        if standing.state is State.ASKED and standing.server:
            said = self.tr("Permintaan terkirim. Sekarang bacakan kode laptop ini.")
        elif standing.state is State.ASKED:
            said = self.tr("Undangan dibaca. Simpan ke flashdisk, lalu bacakan kode laptop ini.")
        else:
            said = self.tr("Tersambung. Sekarang bacakan kode laptop ini.")
        self.page.tell(said, well=True)
        self._show(standing)
        self.desk.take_up()
