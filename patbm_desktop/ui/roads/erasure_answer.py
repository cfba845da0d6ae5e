"""What the list of requests for erasure asks for: a paper, taking one back, the late ones too."""

from functools import partial

from PySide6.QtCore import QObject

from patbm_desktop.actions.papers import papers
from patbm_desktop.actions.upkeep import erasing
from patbm_desktop.actions.upkeep.erasing import Notice
from patbm_desktop.domain.erasure import ASK
from patbm_desktop.ui.desk import Desk
from patbm_desktop.ui.page import Page
from patbm_desktop.ui.parts.erasure_card import ErasureCard


class ErasureAnswer(QObject):
    """Answers the card, on whichever page it stands; or a page that has another way to ask."""

    def __init__(self, desk: Desk, page: Page, card: ErasureCard | None = None) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        if card is not None:
            card.paper_asked.connect(self._print)
            card.back_asked.connect(lambda notice: self.take_back(notice.op))
            card.rest_asked.connect(self._ask_rest)

    # On paper

    def _print(self, notice: Notice) -> None:
        self._desk.ask(self._page, partial(erasing.certificate, notice=notice), self._draw)

    def _draw(self, prepared: papers.Prepared) -> None:
        send = partial(self._send, f"{prepared.name}.pdf")
        self._desk.aside(self._page, partial(papers.pdf, prepared), send)

    def _send(self, name: str, pdf: bytes) -> None:
        save = (self.tr("Simpan PDF"), partial(self._keep, name, pdf))
        self._desk.print_pdf(pdf, self.tr("Berita acara"), [save])

    def _keep(self, name: str, pdf: bytes) -> None:
        target = self._desk.ask_save(name, "PDF (*.pdf)")
        if target is not None:
            said = self.tr("Tersimpan.")
            keep = partial(papers.keep, target, pdf)
            self._desk.aside(self._page, keep, lambda _: self._desk.say(said))

    # Taken back

    def take_back(self, request: str) -> None:
        """Take back a request, which is an id; say so, and let the others know."""
        self._desk.ask(self._page, partial(erasing.take_back, code=request), self._taken_back)

    def _taken_back(self, notice: Notice) -> None:
        self._tell(self.tr("%Ln catatan tidak jadi dihapus permanen.", "", notice.count))

    # What came too late

    def _ask_rest(self) -> None:
        self._desk.ask(self._page, erasing.ask_rest, self._asked_rest)

    def _asked_rest(self, notice: Notice) -> None:
        count = self.tr("%Ln catatan diminta dihapus permanen.", "", notice.count)
        shown = self.tr("Semua anggota melihat permintaan itu 14 hari.")
        self._tell(f"{count} {shown}")

    def _tell(self, said: str) -> None:
        self._desk.say(said)
        self._desk.changed({ASK})
        self._desk.send_now()
