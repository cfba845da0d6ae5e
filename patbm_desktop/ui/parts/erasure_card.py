"""What was asked to be erased for good, in sight of all members, with the day it falls due."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions import wording
from patbm_desktop.actions.upkeep.erasing import Notice, Stand
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import FILLS, Card, RowList, TodoRow
from patbm_desktop.ui.parts.labels import IconDisc, Label
from patbm_desktop.ui.parts.layouts import Column, Row, keep_size, show_if
from patbm_desktop.ui.strings import fill
from patbm_desktop.ui.theme import Theme

LOOKS = {
    Stand.WAITING: ("clock-alert", "warn"),
    Stand.DUE: ("clock-alert", "warn"),
    Stand.SIGNED: ("clock-alert", "warn"),
    Stand.DONE: ("check", "ok"),
    Stand.BACK: ("undo-2", "info"),
}
"""The icon and the tint of each state."""


class ErasureCard(Card):
    """The list of requests; hidden while there is none. `paper_asked` gives a `Notice`.

    So does `back_asked`, where this laptop may take the request back. Notes that came too late
    stand at its end; `rest_asked` wants them erased as well.
    """

    paper_asked = Signal(object)
    back_asked = Signal(object)
    rest_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margins=(0, 0, 0, 8), spacing=0)
        self._theme = theme
        self.rows = RowList(theme)
        self.papers: list[Button] = []
        self.backs: list[Button] = []
        head = Column(theme, margins=(18, 12, 18, 6), spacing=4)
        head.addWidget(Label(self.tr("Diminta dihapus permanen"), "card", wrap=True))
        said = self.tr("Terlihat semua anggota 14 hari sebelum dihapus. Ada yang keberatan? "
                       "Sampaikan ke koordinator.")  # fmt: skip
        head.addWidget(Label(said, "hint", "text2", wrap=True))
        self.body.addLayout(head)
        self.body.addWidget(self.rows)
        self.hide()

    def show_notices(self, notices: Sequence[Notice], *, left_over: int = 0) -> None:
        """Show `notices` in place of those before, and how many notes came too late for theirs."""
        self.rows.clear()
        self.papers, self.backs = [], []
        for each in notices:
            self.rows.add(self._row(each))
        if left_over:
            self.rows.add(self._rest(left_over))
        show_if(self, on=bool(notices) or left_over > 0)

    def wipe(self) -> None:
        """Forget what is shown."""
        self.show_notices(())

    def _row(self, notice: Notice) -> QWidget:
        holder = QWidget()
        row = Row(self._theme, holder, margins=(18, 6, 18, 6), spacing=12)
        icon, tone = LOOKS[notice.stand]
        row.addWidget(IconDisc(self._theme, icon, side=36, glyph=18, tone=tone, fill=FILLS[tone]))
        words = Column(self._theme, spacing=0)
        words.addWidget(Label(title_of(notice), "text", wrap=True))
        words.addWidget(Label(reason_of(notice), "hint", "text2", wrap=True))
        row.addLayout(words, 1)
        for button in self._buttons(notice):
            row.addWidget(button)
        keep_size(self._theme, holder, min_height=56)
        return holder

    def _rest(self, count: int) -> QWidget:
        self.ask_rest = Button(self._theme, self.tr("Minta dihapus permanen"), size="small")
        self.ask_rest.clicked.connect(self.rest_asked)
        return TodoRow(
            self._theme, "inbox",
            self.tr("%Ln catatan menyusul setelah catatan induknya dihapus permanen.", "", count),
            self.tr("Tersembunyi di semua laptop. Kalau diminta dihapus, semua anggota melihat "
                    "permintaan itu 14 hari."),
            actions=(self.ask_rest,),
        )  # fmt: skip

    def _buttons(self, notice: Notice) -> Iterator[Button]:
        if notice.may_take_back:
            back = self._button(notice, self.tr("Tarik kembali"), "undo-2", self.back_asked)
            self.backs.append(back)
            yield back
        if notice.stand is not Stand.BACK:
            paper = self._button(notice, self.tr("Berita acara"), "printer", self.paper_asked)
            self.papers.append(paper)
            yield paper

    def _button(self, notice: Notice, words: str, icon: str, heard: SignalInstance) -> Button:
        button = Button(self._theme, words, kind="quiet", icon=icon, size="small")
        button.setAccessibleDescription(title_of(notice))
        button.clicked.connect(partial(_tell, heard, notice))
        return button


def _tell(heard: SignalInstance, notice: Notice, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - `clicked` gives it
    heard.emit(notice)


def title_of(notice: Notice) -> str:
    """Return how many notes are erased, and when."""
    translate, day = QCoreApplication.translate, strings.plain_day
    if notice.stand is Stand.DONE and notice.erased_on:
        said = translate("Erasure", "%Ln catatan dihapus permanen tanggal %1.", "", notice.count)
        return fill(said, day(notice.erased_on))
    if notice.stand is Stand.BACK:
        return translate("Erasure", "%Ln catatan tidak jadi dihapus permanen.", "", notice.count)
    if notice.stand is Stand.WAITING and notice.due_on:
        said = translate("Erasure", "%Ln catatan akan dihapus permanen tanggal %1.", "",
                         notice.count)  # fmt: skip
        return fill(said, day(notice.due_on))
    return translate("Erasure", "%Ln catatan menunggu dihapus permanen oleh kantor kota.", "",
                     notice.count)  # fmt: skip


def reason_of(notice: Notice) -> str:
    """Return why, and from which laptop it was asked; or from which one it was taken back."""
    if notice.stand is Stand.BACK:
        said = QCoreApplication.translate("Erasure", "Ditarik dari: %1 · %2")
        day = strings.plain_day(notice.back_on) if notice.back_on else "–"
        return fill(said, notice.back_from, day)
    reason = wording.label("erasure_reason", notice.reason, strings.language())
    said = QCoreApplication.translate("Erasure", "%1 · diminta dari: %2")
    return fill(said, reason, notice.asked_from)
