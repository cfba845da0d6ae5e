"""The attendance list to type in: a table for the keyboard, its totals, and how to use them."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QWidget,
)

from patbm_desktop.domain.activity import Count4
from patbm_desktop.domain.attendance import Attendee, counts
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Row
from patbm_desktop.ui.strings import fill
from patbm_desktop.ui.tables.attendance_reading import read_lines
from patbm_desktop.ui.tables.attendance_table import (
    FIELDS,
    MOST_LINES,
    NAME,
    AttendanceTable,
)
from patbm_desktop.ui.tables.name_table import NameTable
from patbm_desktop.ui.theme import Theme


class AttendanceGrid(QWidget):
    """The list with its totals; it never changes the head count by itself.

    `use_asked` carries the heads on the list and how many of them have a disability.
    """

    changed = Signal()
    use_asked = Signal(object, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._heads: Count4 | None = None
        self.table = AttendanceTable()
        self.view = NameTable(theme, self.table)
        self.tip = Label(
            self.tr("Enter: orang berikutnya. Tab: kolom berikutnya. Boleh tempel dari Excel."),
            "secondary",
            "text2",
            wrap=True,
        )
        self.total = Label("", "label", wrap=True)
        self.note = Label("", "hint", "warn", wrap=True)
        self.problem = Label("", "hint", "danger", wrap=True)
        self.undo = Button(theme, self.tr("Batalkan"), kind="quiet", icon="undo-2", size="small")
        self.use = Button(theme, self.tr("Pakai jumlah daftar hadir"), size="small")
        self.differs = Banner(theme, "", status="warn", icon="info")
        self.differs.buttons.addWidget(self.use)
        self._lay(theme)
        self._connect()
        self.show_problem("")
        self._refresh()

    def offer(self, attendees: Sequence[Attendee]) -> None:
        """Show `attendees` as the list stands."""
        self.table.show_list(attendees)
        self.show_problem("")
        self._refresh()

    def attendees(self) -> tuple[Attendee, ...]:
        """Return the people on the list."""
        return self.table.attendees()

    def compare_with(self, heads: Count4 | None) -> None:
        """Compare the list with the head count of the form from now on."""
        self._heads = heads
        self._refresh()

    def finish(self) -> bool:
        """Say whether every line has a name and L or P; put the keyboard where one lacks it."""
        place = self.table.unfinished()
        self.show_problem("" if place is None else self._missing(place[1]))
        if place is not None:
            self.view.show_cell(*place)
        return place is None

    def show_problem(self, text: str) -> None:
        """Say what the list still needs; an empty text takes it away."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def start(self) -> None:
        """Put the keyboard where the next name goes."""
        self.view.start()

    def take_totals(self) -> None:
        """Offer the list's totals as the head count."""
        heads, disabled = counts(self.attendees())
        self.use_asked.emit(heads, disabled)

    def data(self) -> list[dict[str, Any]]:
        """Return the list as JSON values."""
        return [
            {name: getattr(each, name) for name in (*FIELDS, "ent")} for each in self.attendees()
        ]

    def set_data(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Show again what `data` gave."""
        known = (*FIELDS, "ent")
        self.offer([Attendee(**{k: row[k] for k in known if k in row}) for row in rows])

    def _missing(self, column: int) -> str:
        if column == NAME:
            return self.tr("Ada baris tanpa nama. Isi namanya, atau hapus barisnya.")
        return self.tr("Isi L atau P di setiap baris.")

    def _lay(self, theme: Theme) -> None:
        column = Column(theme, self, spacing=8)
        foot = Row(theme, spacing=12)
        foot.addWidget(self.total, 1)
        foot.addWidget(self.undo)
        column.addWidget(self.tip)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        for widget in (self.note, self.problem, self.differs):
            column.addWidget(widget)
        self.undo.hide()

    def _connect(self) -> None:
        self.table.told.connect(self._told)
        self.view.pasted.connect(self._paste)
        self.view.removed.connect(self.undo.show)
        self.undo.clicked.connect(self._restore)
        self.use.clicked.connect(self.take_totals)

    def _told(self) -> None:
        self.show_problem("")
        self._refresh()
        self.changed.emit()

    def _paste(self, text: str) -> None:
        people = read_lines(text)
        if not people:
            return
        left = self.table.add(people)
        self.undo.show()
        self.view.start()
        if left:
            most = fill(self.tr("Daftar ini memuat paling banyak %1 nama."), MOST_LINES)
            self.show_problem(most)

    def _restore(self) -> None:
        self.table.restore()
        self.undo.hide()
        self.view.start()

    def _refresh(self) -> None:
        people = self.attendees()
        heads, disabled = counts(people)
        self.total.setText(self._total(heads, disabled))
        rows = self.table.full_names_of_children()
        said = fill(self.tr("Nama anak cukup nama depan. Lihat baris %1."), _some(rows))
        self.note.setText(said if rows else "")
        self.note.setVisible(bool(rows))
        differs = bool(people) and heads.total > 0 and heads != (self._heads or Count4())
        if differs:
            said_heads = self._heads.total if self._heads else 0
            text = self.tr("Di daftar ada %1 orang, di angka peserta %2.")
            self.differs.set_text(fill(text, heads.total, said_heads))
        self.differs.setVisible(differs)

    def _total(self, heads: Count4, disabled: int) -> str:
        text = self.tr("%1 orang: dewasa L %2, P %3; anak L %4, P %5")
        said = fill(text, heads.total, *heads.as_dict().values())
        of_whom = fill(self.tr("disabilitas %1"), disabled)
        return f"{said} · {of_whom}" if disabled else said


def _some(rows: Sequence[int]) -> str:
    shown = ", ".join(str(row) for row in rows[:5])
    return f"{shown}…" if len(rows) > 5 else shown
