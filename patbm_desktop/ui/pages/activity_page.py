"""One activity: what was written down, who came, its photos, its paper, and what was changed."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions import wording
from patbm_desktop.actions.activities.activity_detail import Detail
from patbm_desktop.actions.activities.activity_rows import State
from patbm_desktop.domain.reason import Hint
from patbm_desktop.ui import strings
from patbm_desktop.ui.page import Page, fill_with
from patbm_desktop.ui.parts.activity_panels import (
    FactsCard,
    PaperCard,
    PeopleCard,
    PlanCard,
)
from patbm_desktop.ui.parts.activity_words import kind_of, name_of
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner, Card
from patbm_desktop.ui.parts.frame import PageFrame, TwoColumns
from patbm_desktop.ui.parts.history_list import HistoryList
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.large_photo import LargePhoto
from patbm_desktop.ui.parts.layouts import Column, clear, show_if
from patbm_desktop.ui.parts.photos_card import PhotosCard
from patbm_desktop.ui.theme import Theme

LONGEST_TITLE = 26
"""Letters of a name that the head of the page has room for; the card below says it in full."""


class ActivityPage(Page):
    """Shows a `Detail` and says what the person wants done with it."""

    KINDS: ClassVar[frozenset[str]] = frozenset(
        {"activity", "place", "person", "attachment", "attendance", "consent"}
    )
    correct_asked = Signal()
    attendance_asked = Signal()
    held_asked = Signal()
    postponed = Signal(object)
    """The new day of a plan."""
    choose_asked = Signal()
    """She wants to choose between the two versions."""
    delete_asked = Signal()
    bring_back_asked = Signal()
    put_back_asked = Signal(object)
    """A `PastEdit` to take back."""
    paper_asked = Signal(str)
    photos_wanted = Signal()
    photos_offered = Signal(object)
    """Files that were dropped on the page."""
    photo_answered = Signal(str, str, str)
    photo_removed = Signal(str)
    photo_opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._ent = ""
        self._is_plan = False
        self.large: LargePhoto | None = None
        self._title = self._day = self._place = ""
        self.setAcceptDrops(True)
        self.correct = Button(theme, self.tr("Ubah kegiatan"), icon="pencil")
        self._make()
        self._build()
        self._connect()
        theme.changed.connect(self.head_changed)

    def title(self) -> str:
        """Return the name of the activity."""
        return self._title

    def subtitle(self) -> str:
        """Return when it was, and where, while there is room for both."""
        parts = (self._day,) if self.theme.stacked else (self._day, self._place)
        return " · ".join(part for part in parts if part)

    def page_actions(self) -> Sequence[QWidget]:
        """Return the button that corrects."""
        return (self.correct,)

    def start(self) -> None:
        """Put the focus on what is done most here."""
        self.correct.setFocus()

    def place(self) -> Mapping[str, object]:
        """Return which activity is shown."""
        return {"ent": self._ent}

    def print_now(self) -> bool:
        """Go to the sheet of this activity, to the papers of a plan."""
        self.paper_asked.emit("pack" if self._is_plan else "session")
        return True

    def wipe(self) -> None:
        """Forget the activity and its pictures."""
        if self.large is not None:
            self.large.picture.clear()
            self.large.close_overlay()
        self.photos.wipe()
        self.history.clear()
        super().wipe()

    # Showing

    def show_detail(self, detail: Detail, names: Mapping[str, str]) -> None:
        """Show `detail`; `names` are those of the places and people in its history."""
        row, activity = detail.row, detail.activity
        self._ent = row.ent
        self._is_plan = activity.planned
        name = name_of(activity)
        self._title = name if len(name) <= LONGEST_TITLE else kind_of(activity)
        self._day = strings.plain_day(activity.date) if activity.date else ""
        self._place = row.place_name
        self.facts.show_row(detail)
        self.people.show_people(row, detail.attendees)
        self.photos.show_photos(detail.photos)
        self.plan.show_plan(activity.date)
        show_if(self.plan, on=activity.planned and row.state is not State.VOID)
        show_if(self.gone, on=row.state is State.VOID)
        show_if(self.versions, on=row.state in {State.TWO_VERSIONS, State.CONTESTED})
        show_if(self.delete, on=row.state is not State.VOID)
        self._show_hints(detail.hints)
        self.history.show_history(detail.history, names)
        self.head_changed.emit()

    def ask_new_day(self) -> None:
        """Open the question for the new day of a plan."""
        if self.plan.isVisibleTo(self):
            self.plan.open_day()

    def close_new_day(self) -> None:
        """Ask for no new day any more."""
        self.plan.close_day()

    def show_picture(self, ent: str, image: QImage) -> None:
        """Show a picture that was read meanwhile."""
        self.photos.show_picture(ent, image)

    def show_large(self, ent: str, image: QImage) -> None:
        """Show a photo over the whole window, unless the person has gone on meanwhile."""
        tile = self.photos.tiles.get(ent)
        if tile is None or not self.isVisible():
            return
        name = tile.picture.accessibleName()
        self.large = LargePhoto(self.window(), self.theme, image, name)
        self.large.closed.connect(self._forget_large)
        self.large.open()

    def _forget_large(self) -> None:
        self.large = None

    def say_of_photos(self, text: str) -> None:
        """Say why a photo could not be taken in, or that one is being read."""
        self.photos.say(text)

    def _show_hints(self, hints: Sequence[Hint]) -> None:
        clear(self._hints)
        for hint in hints:
            words = wording.sentence(hint, strings.language())
            self._hints.addWidget(Banner(self.theme, words, status="warn", icon="info"))

    # Dropping photos

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Offer the files that were dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if files:
            self.photos_offered.emit(files)

    # Building

    def _make(self) -> None:
        theme = self.theme
        self.facts = FactsCard(theme)
        self.people = PeopleCard(theme)
        self.photos = PhotosCard(theme)
        self.plan = PlanCard(theme)
        self.papers = PaperCard(theme)
        self.gone = Banner(theme, self.tr("Kegiatan ini sudah dihapus."), icon="trash-2")
        self.bring_back = Button(theme, self.tr("Munculkan lagi"), size="small")
        self.gone.buttons.addWidget(self.bring_back)
        self.versions = Banner(
            theme,
            self.tr("Catatan ini punya dua versi. Keduanya tersimpan."),
            status="warn",
            icon="git-compare",
        )
        self.choose = Button(theme, self.tr("Pilih versi"), size="small")
        self.versions.buttons.addWidget(self.choose)
        self.delete = Button(theme, self.tr("Hapus kegiatan"), kind="quiet", icon="trash-2")
        self.history = HistoryList(theme)
        for widget in (self.plan, self.gone, self.versions):
            widget.hide()

    def _build(self) -> None:
        frame = PageFrame(self.theme)
        frame.body.addWidget(self.gone)
        frame.body.addWidget(self.versions)
        frame.body.addWidget(self.plan)
        self._hints = Column(self.theme, spacing=8)
        frame.body.addLayout(self._hints)
        frame.body.addWidget(TwoColumns(self.theme, self._left(), self._right()), 1)
        fill_with(self, frame)

    def _left(self) -> QWidget:
        past = Card(self.theme, margins=(0, 12, 0, 6), spacing=2)
        past.body.addLayout(self._past_head())
        past.body.addWidget(self.history)
        left = QWidget()
        column = Column(self.theme, left, spacing=12)
        for card in (self.facts, self.photos, past):
            column.addWidget(card)
        column.addStretch(1)
        return left

    def _past_head(self) -> Column:
        head = Column(self.theme, margins=(20, 0, 20, 0))
        head.addWidget(Label(self.tr("Riwayat perubahan"), "card"))
        return head

    def _right(self) -> QWidget:
        right = QWidget()
        column = Column(self.theme, right, spacing=12)
        for widget in (self.people, self.papers, self.delete):
            column.addWidget(widget)
        column.addStretch(1)
        return right

    def _connect(self) -> None:
        self.correct.clicked.connect(self.correct_asked)
        self.people.list_asked.connect(self.attendance_asked)
        self.plan.held_asked.connect(self.held_asked)
        self.plan.postponed.connect(self.postponed)
        self.choose.clicked.connect(self.choose_asked)
        self.delete.clicked.connect(self.delete_asked)
        self.bring_back.clicked.connect(self.bring_back_asked)
        self.history.back_asked.connect(self.put_back_asked)
        self.papers.asked.connect(self.paper_asked)
        self.photos.add_asked.connect(self.photos_wanted)
        self.photos.answered.connect(self.photo_answered)
        self.photos.removed.connect(self.photo_removed)
        self.photos.opened.connect(self.photo_opened)
