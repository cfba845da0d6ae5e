"""The optional half of the log form: what came of it, who spoke, when, with whom, who paid."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import time
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from patbm_desktop.actions import wording
from patbm_desktop.actions.rt.people import Named
from patbm_desktop.domain import codes
from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.activity_kinds import ACTIVITY
from patbm_desktop.domain.clock import time_words
from patbm_desktop.domain.days import clock_time
from patbm_desktop.domain.numbers import minutes
from patbm_desktop.domain.reading import Unreadable
from patbm_desktop.domain.reason import Hint, Problem, Reason
from patbm_desktop.ui.forms.question import STACKED_FROM
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.fields import ComboBox, Field, LineEdit, TextArea
from patbm_desktop.ui.parts.filter_box import FilterBox
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Grid, follow
from patbm_desktop.ui.parts.toggle import ToggleRow
from patbm_desktop.ui.strings import language
from patbm_desktop.ui.theme import Theme

PARTNERS_SHOWN = 7
LOOK_AFTER_MS = 300
"""Free text is looked through this long after the last key."""

NONE = ""
Look = Callable[[str], Collection[Hint]]


class NotedField(Field):
    """A field of free text with a note below: what in it had better not stand there.

    `move_button` takes the text to where it may stand.
    """

    def __init__(self, theme: Theme, caption: str, widget: QWidget) -> None:
        super().__init__(theme, caption, widget)
        self.note = Label("", "hint", "warn", wrap=True)
        self.move_button = Button(theme, self.tr("Pindahkan ke Catatan rahasia"), kind="link")
        self.move_button.setAccessibleDescription(caption)
        self.note.hide()
        self.move_button.hide()
        column = self.layout()
        assert isinstance(column, QBoxLayout)
        column.addWidget(self.note)
        column.addWidget(self.move_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_note(self, text: str, *, can_move: bool = False) -> None:
        """Show `text`, and whether what is meant can be moved; or take the note away."""
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.move_button.setVisible(can_move)


class ActivityNotes(QWidget):
    """Everything about a session that nobody has to fill in."""

    changed = Signal()
    move_asked = Signal(str)
    """The text of this field belongs into a confidential note."""

    def __init__(self, theme: Theme, look: Look) -> None:
        super().__init__()
        self._theme, self._look = theme, look
        self._can_move = False
        self._names: dict[str, str] = {}
        # A leader whose record has not arrived yet; kept as long as no other is named.
        self._unnamed: str | None = None
        self._make_texts(theme)
        self._make_facts(theme)
        self.fields: dict[str, NotedField] = {}
        self._grid = Grid(theme, spacing=(14, 12))
        column = Column(theme, self, margins=(0, 4, 0, 0), spacing=10)
        column.addLayout(self._grid)
        self._lay(theme, column)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(LOOK_AFTER_MS)
        self._pause.timeout.connect(self.look_now)
        self._connect()
        follow(theme, self._fit)

    def offer(self, people: Sequence[Named]) -> None:
        """Offer `people` as leaders of a session, and empty everything."""
        self._names = {each.ent: each.name for each in people}
        self.lead.set_choices([(each.ent, each.name) for each in people])
        self.set_values(Activity(), "")

    def values(self) -> dict[str, Any]:
        """Return the field values of an activity; what cannot be read is None."""
        return {
            "result": self.result.plain().strip() or None,
            "next_step": self.next_step.plain().strip() or None,
            "title": self.title.text().strip() or None,
            "speakers": self.speakers.text().strip() or None,
            "start": _read(clock_time, self.start.text()),
            "minutes": _read(minutes, self.minutes.text()),
            "lead_id": self.lead.key() or self._unnamed or None,
            "cost_source": self.cost.key() or None,
            "partners": tuple(key for key in codes.PARTNERS if key in self.partners.chosen()),
            "on_report": self.on_report.is_on(),
        }

    def lead_name(self) -> str:
        """Return the leader's name when it belongs to nobody who is known yet."""
        return "" if self.lead.key() else self.lead.text().strip()

    def set_values(self, activity: Activity, lead_name: str) -> None:
        """Show what `activity` says, without a signal."""
        self.result.set_plain(activity.result or "")
        self.next_step.set_plain(activity.next_step or "")
        _put(self.title, activity.title or "")
        _put(self.speakers, activity.speakers or "")
        _put(self.start, _hour(activity.start))
        _put(self.minutes, str(activity.minutes or ""))
        is_known = activity.lead_id in self._names or lead_name
        self._unnamed = None if is_known else activity.lead_id
        _put(self.lead, lead_name or self._names.get(activity.lead_id or "", ""))
        self.cost.set_key(activity.cost_source or NONE)
        self.partners.set_chosen(activity.partners)
        self.on_report.set_on(activity.on_report)
        self.show_problems({})
        self.look_now()

    def typed(self) -> dict[str, str]:
        """Return the half-typed words of fields whose value may not be read yet."""
        return {"start": self.start.text(), "minutes": self.minutes.text()}

    def set_typed(self, typed: Mapping[str, str]) -> None:
        """Show half-typed words again."""
        _put(self.start, typed.get("start", self.start.text()))
        _put(self.minutes, typed.get("minutes", self.minutes.text()))

    def problems(self) -> tuple[Problem, ...]:
        """Name what is written and cannot be read."""
        found = {
            Problem("start", Reason.NOT_A_TIME): (self.start, clock_time),
            Problem("minutes", Reason.NOT_A_NUMBER): (self.minutes, minutes),
        }
        return tuple(
            problem
            for problem, (field, read) in found.items()
            if field.text().strip() and _read(read, field.text()) is None
        )

    def show_problems(self, said: Mapping[str, str]) -> None:
        """Show each sentence of `said` beside its field, and none beside the others."""
        for name, field in self.fields.items():
            field.problem(said.get(name, ""))

    def focus_on(self, name: str) -> None:
        """Put the keyboard into the field `name`."""
        self.fields[name].field.setFocus()

    def look_now(self) -> None:
        """Say beside each free text what in it points at a person; nothing is ever stopped."""
        for name in ("result", "next_step", "title", "speakers"):
            widget = self.fields[name].field
            text = widget.plain() if isinstance(widget, TextArea) else _text_of(widget)
            hints = dict.fromkeys(self._look(text)) if text.strip() else {}
            said = [wording.sentence(hint, language()) for hint in hints]
            said += self._too_long(name, text)
            can_move = self._can_move and bool(hints)
            self.fields[name].show_note("\n".join(said), can_move=can_move)

    def offer_moves(self, *, on: bool) -> None:
        """Offer to move a text that points at a person, or not where it cannot be moved."""
        self._can_move = on
        self.look_now()

    def text_of(self, name: str) -> str:
        """Return what is written in one of the free texts."""
        widget = self.fields[name].field
        return (widget.plain() if isinstance(widget, TextArea) else _text_of(widget)).strip()

    def empty(self, name: str) -> None:
        """Take the text out of a field."""
        widget = self.fields[name].field
        if isinstance(widget, QLineEdit | TextArea):
            widget.clear()

    def _too_long(self, name: str, text: str) -> list[str]:
        most = ACTIVITY.fields[name].longest
        if len(text.strip()) <= most:
            return []
        return [wording.sentence(Reason.TOO_LONG, language(), most=most)]

    def _make_texts(self, theme: Theme) -> None:
        self.result = TextArea(theme, self.tr("Hasil singkat"), lines=3)
        self.next_step = TextArea(theme, self.tr("Tindak lanjut"), lines=3)
        self.title = LineEdit(self.tr("Nama kegiatan"))
        self.title.setMaxLength(ACTIVITY.fields["title"].longest)
        self.speakers = LineEdit(self.tr("Narasumber"))
        self.speakers.setMaxLength(ACTIVITY.fields["speakers"].longest)
        self.on_report = ToggleRow(
            theme, self.tr("Hasil tampil di laporan"), self.tr("Untuk Ketua RT dan kelurahan")
        )

    def _make_facts(self, theme: Theme) -> None:
        self.start = LineEdit(self.tr("Mulai"), self.tr("misalnya 19.30"))
        self.minutes = LineEdit(self.tr("Lama"), self.tr("misalnya 90 menit"))
        self.lead = FilterBox(theme, self.tr("Pelaksana"), self.tr("Saya sendiri"))
        self.lead.setMaxLength(80)
        self.cost = ComboBox(theme, self.tr("Sumber dana"))
        self.cost.add(NONE, self.tr("Belum diisi"))
        labels = wording.labels("cost_source", language())
        for key in codes.COST_SOURCES:
            self.cost.add(key, labels[key])
        shown = [Choice(key, text) for key, text in wording.labels("partner", language()).items()]
        self.partners = ChipGroup(
            theme,
            shown[:PARTNERS_SHOWN],
            name=self.tr("Mitra"),
            multi=True,
            small=True,
            more=shown[PARTNERS_SHOWN:],
        )

    def _lay(self, theme: Theme, column: Column) -> None:
        captions = {
            "result": (self.tr("Hasil singkat"), self.result),
            "next_step": (self.tr("Tindak lanjut"), self.next_step),
            "title": (self.tr("Nama kegiatan"), self.title),
            "speakers": (self.tr("Narasumber"), self.speakers),
            "start": (self.tr("Mulai"), self.start),
            "minutes": (self.tr("Lama"), self.minutes),
            "lead_id": (self.tr("Pelaksana"), self.lead),
            "cost_source": (self.tr("Sumber dana"), self.cost),
            "partners": (self.tr("Mitra"), self.partners),
        }
        for name, (caption, widget) in captions.items():
            self.fields[name] = NotedField(theme, caption, widget)
        column.addWidget(self.fields["partners"])
        column.addWidget(self.on_report)

    def _connect(self) -> None:
        for text in (self.result, self.next_step):
            text.textChanged.connect(self._typed)
        for line in (self.title, self.speakers, self.start, self.minutes, self.lead):
            line.textChanged.connect(self._typed)
        self.lead.textEdited.connect(self._forget_unnamed)
        self.cost.activated.connect(self._told)
        self.partners.changed.connect(self._told)
        self.on_report.toggled.connect(self._told)
        for name, field in self.fields.items():
            field.move_button.clicked.connect(partial(self.move_asked.emit, name))

    def _typed(self, *_text: object) -> None:
        self._pause.start()
        self.changed.emit()

    def _forget_unnamed(self, _text: str) -> None:
        self._unnamed = None

    def _told(self, *_what: object) -> None:
        self.changed.emit()

    def _fit(self) -> None:
        stacked = self._theme.tightness >= STACKED_FROM
        for place, name in enumerate(list(self.fields)[:-1]):
            row, side = (place, 0) if stacked else divmod(place, 2)
            self._grid.addWidget(self.fields[name], row, side)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if stacked else 1)


def _read(read: Callable[[Any], Any], text: str) -> Any:
    try:
        return read(text)
    except Unreadable:
        return None


def _hour(start: time | None) -> str:
    return time_words(start, language()) if start else ""


def _text_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLineEdit) else ""


def _put(field: QLineEdit, text: str) -> None:
    field.blockSignals(True)
    field.setText(text)
    field.blockSignals(False)
