"""The page where the names of those who came are typed in, or copied from a spreadsheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.domain.attendance import Attendee
from patbm_desktop.ui.forms.attendance_grid import AttendanceGrid
from patbm_desktop.ui.page import FormPage, fill_with
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.frame import BottomBar, PageFrame
from patbm_desktop.ui.strings import clock_time, day, fill
from patbm_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenList:
    """The list as it is to be kept; `heads` only when the person took its totals for the count."""

    activity: str
    attendees: tuple[Attendee, ...]
    draft_id: str
    heads: Count4 | None = None
    disabled: int | None = None


class AttendancePage(FormPage):
    """The attendance list of one activity that stands already."""

    FORM: ClassVar[str] = "attendance"
    submitted = Signal(object)
    print_asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._activity = Activity()
        self._name = ""
        self._heads: Count4 | None = None
        self._disabled: int | None = None
        self.grid = AttendanceGrid(theme)
        self.paper = Button(theme, self.tr("Cetak daftar kosong"), icon="printer")
        self.keep = Button(
            theme, self.tr("Simpan daftar hadir"), kind="primary", size="tall", icon="check"
        )
        self.bar = BottomBar(theme)
        self.bar.row.addWidget(self.keep)
        card = Card(theme)
        card.body.addWidget(self.grid, 1)
        self._frame = PageFrame(theme)
        self._frame.body.addWidget(card, 1)
        fill_with(self, self._frame)
        self.grid.changed.connect(self._changed)
        self.grid.use_asked.connect(self._use)
        self.keep.clicked.connect(self.save)
        self.paper.clicked.connect(self._ask_paper)

    def open_list(self, activity: Activity, name: str, attendees: Sequence[Attendee]) -> None:
        """Show the list of `activity`, which people call `name`."""
        self.new_draft()
        self._activity, self._name = activity, name
        self._heads, self._disabled = None, None
        self.grid.offer(attendees)
        self.grid.compare_with(activity.participants)
        self.keep.setEnabled(True)
        self.bar.set_status(self.tr("Draf tersimpan sendiri saat diketik."), "circle-check")
        self.head_changed.emit()

    def open_draft(self, draft_id: str, data: Mapping[str, Any], at: datetime) -> None:
        """Show what `data()` gave, over the list that was opened for it."""
        self.draft_id = draft_id
        self.grid.set_data(data.get("attendees", ()))
        if data.get("use"):
            self.grid.take_totals()
        self.draft_saved(at)

    def show_fault(self, sentence: str) -> bool:
        """Say in the bar why nothing was kept; the names stay."""
        self.keep.setEnabled(True)
        self.bar.set_status(sentence, "circle-alert", "danger")
        return True

    def title(self) -> str:
        """Return what the page is."""
        return self.tr("Daftar hadir")

    def subtitle(self) -> str:
        """Return which activity it belongs to."""
        when = day(self._activity.date) if self._activity.date else ""
        return " · ".join(text for text in (self._name, when) if text)

    def page_actions(self) -> Sequence[QWidget]:
        """Return the button for a blank sheet of paper."""
        return (self.paper,)

    def bottom_bar(self) -> QWidget:
        """Return the bar with the draft's state and the button."""
        return self.bar

    def scroll_area(self) -> QAbstractScrollArea:
        """Return the page's own scroll area, not that of the table."""
        return self._frame

    def start(self) -> None:
        """Put the keyboard where the next name goes."""
        self.grid.start()

    def place(self) -> Mapping[str, object]:
        """Return what opens exactly this again."""
        return {"draft": self.draft_id, "ent": self._activity.ent}

    def draft_label(self) -> str:
        """Return the activity whose list it is."""
        return self._name

    def data(self) -> dict[str, object]:
        """Return the list as JSON values."""
        return {
            "ent": self._activity.ent,
            "attendees": self.grid.data(),
            "use": self._heads is not None,
        }

    def draft_saved(self, at: datetime) -> None:
        """Say since when the draft is safe."""
        saved = fill(self.tr("Draf tersimpan sendiri pukul %1."), clock_time(at))
        self.bar.set_status(saved, "circle-check")

    def save(self) -> None:
        """Hand the list over when every line has a name and L or P."""
        if not self.keep.isEnabled() or not self.grid.finish():
            return
        self.keep.setEnabled(False)
        self.forget_draft()
        given = GivenList(
            activity=self._activity.ent,
            attendees=self.grid.attendees(),
            draft_id=self.draft_id,
            heads=self._heads,
            disabled=self._disabled,
        )
        self.submitted.emit(given)

    def wipe(self) -> None:
        """Let go of every name."""
        self.grid.offer(())
        self._activity, self._name = Activity(), ""
        super().wipe()

    def _changed(self) -> None:
        self._heads, self._disabled = None, None
        self.grid.compare_with(self._activity.participants)
        self.bar.set_status(self.tr("Menyimpan…"), "clock", "text2")
        self.touched()

    def _use(self, heads: Count4, disabled: int) -> None:
        self._heads, self._disabled = heads, disabled
        self.grid.compare_with(heads)
        self.touched()

    def _ask_paper(self) -> None:
        self.print_asked.emit(self._activity.ent)
