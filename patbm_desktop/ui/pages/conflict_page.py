"""Dua versi: what two people wrote apart, side by side, until somebody chooses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from patbm_desktop.actions.conflicts.conflicts import Undecided
from patbm_desktop.actions.versions.conflict_list import Subject
from patbm_desktop.actions.versions.conflict_rows import Part, PartKey, Version
from patbm_desktop.domain.kinds import KINDS
from patbm_desktop.ui import strings
from patbm_desktop.ui.page import Page, fill_with
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner, Card, EmptyState
from patbm_desktop.ui.parts.conflict_fields import field_name, value_words
from patbm_desktop.ui.parts.conflict_words import day_of, story_of, title_of
from patbm_desktop.ui.parts.frame import BottomBar, PageFrame
from patbm_desktop.ui.parts.labels import IconDisc, Label
from patbm_desktop.ui.parts.layouts import Column, Grid, Row, clear, follow, line, show_if
from patbm_desktop.ui.parts.version_cards import AuthorsHead, PartRow
from patbm_desktop.ui.strings import rt_short
from patbm_desktop.ui.theme import Theme

TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """What the page shows: a note, its place among those that wait, and the one after it."""

    shown: Undecided | None
    place: int = 0
    total: int = 0
    after: Subject | None = None


class ConflictPage(Page):
    """Shows one `Undecided` note and says what was chosen for each part."""

    KINDS: ClassVar[frozenset[str]] = frozenset(KINDS)
    kept = Signal(object, object)
    """The `Undecided` note, and the key of a version for each `PartKey` that was decided."""
    next_asked = Signal(object)
    """The `Subject` after this one."""
    later_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._waiting = Waiting(shown=None)
        self.rows: list[PartRow] = []
        self._make()
        self._build()
        follow(theme, self._dress)

    def title(self) -> str:
        """Return what the note is called, and its day where there is room."""
        shown = self._waiting.shown
        if shown is None:
            return self.tr("Dua versi")
        day = day_of(shown.line).replace(",", "")
        parts = [title_of(shown.line), "" if self.theme.stacked else day]
        return ", ".join(part for part in parts if part)

    def subtitle(self) -> str:
        """Return whose note it is, and how many wait."""
        waiting = self._waiting
        if waiting.shown is None:
            return ""
        said = self.tr("catatan %1 dari %2 yang punya dua versi")
        place = strings.fill(said, waiting.place, waiting.total)
        rt = f"RT {rt_short(waiting.shown.rt)}" if waiting.shown.rt else ""
        day = day_of(waiting.shown.line) if self.theme.stacked else ""
        return " · ".join(part for part in (rt, day, place) if part)

    def page_actions(self) -> Sequence[QWidget]:
        """Return the way to the next note, where there is one."""
        return (self.after,) if self._waiting.after is not None else ()

    def bottom_bar(self) -> QWidget:
        """Return the bar that keeps the choice."""
        return self.bar

    def start(self) -> None:
        """Put the focus on the first question, as soon as there is one."""
        if self.rows and self.keep.isEnabled():
            self.rows[0].group.focus()
        else:
            self.later.setFocus()

    def place(self) -> Mapping[str, object]:
        """Return which note is shown."""
        shown = self._waiting.shown
        subject = shown.line.subject if shown else None
        return {"kind": subject.kind, "ent": subject.ent} if subject else {}

    def scroll_area(self) -> QAbstractScrollArea:
        """Return what scrolls the whole page."""
        return self.frame

    def save(self) -> None:
        """Keep what is chosen."""
        shown = self._waiting.shown
        chosen = self.choices()
        if shown is None or not shown.line.may:
            return
        if not chosen:
            self.show_fault(self.tr("Pilih dulu versinya."))
            self.rows[0].group.focus()
            return
        self.kept.emit(shown, chosen)

    def show_fault(self, sentence: str) -> bool:
        """Say over the note what could not be done; the choice stays."""
        self.problem.set_text(sentence)
        show_if(self.problem, on=True)
        self.frame.show_widget(self.problem)
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Hold no note once another page is shown."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.show_waiting(Waiting(shown=None))

    def wipe(self) -> None:
        """Forget the note."""
        self._waiting = Waiting(shown=None)
        self.rows = []
        super().wipe()

    # Showing

    def choices(self) -> dict[PartKey, str]:
        """Return the key of the version that is chosen for each part, of those that are."""
        return {row.part.key: key for row in self.rows if (key := row.group.key())}

    def show_waiting(self, waiting: Waiting) -> None:
        """Show a note; what was chosen stays where its versions are still the same."""
        was_shown = self._waiting.shown is not None
        before = self.choices() if self._is_same_note(waiting) else {}
        self._waiting = waiting
        self._show_rows(before)
        self._show_around()
        if waiting.shown is not None and not was_shown and self.later.hasFocus():
            self.start()
        self.head_changed.emit()

    def _is_same_note(self, waiting: Waiting) -> bool:
        old, new = self._waiting.shown, waiting.shown
        return old is not None and new is not None and old.line.subject == new.line.subject

    def _show_rows(self, chosen: Mapping[PartKey, str]) -> None:
        """Show every part anew; the keyboard stays where it was."""
        at = next((row.part.key for row in self.rows if row.group.has_focus()), None)
        self._make_rows(chosen)
        held = [row for row in self.rows if row.part.key == at] or self.rows
        if at is not None and held:
            held[0].group.focus()

    def _make_rows(self, chosen: Mapping[PartKey, str]) -> None:
        clear(self._rows)
        self.rows = []
        shown = self._waiting.shown
        if shown is None:
            return
        authors = _columns_of(shown.parts)
        in_columns = bool(authors) and not self.theme.stacked
        if in_columns:
            self._rows.addWidget(AuthorsHead(self.theme, authors))
            self._rows.addWidget(line())
        for part in shown.parts:
            self._add_row(_in_columns(part, authors) if in_columns else part, not in_columns)
        for row in self.rows:
            if row.part.key in chosen:
                row.group.pick(chosen[row.part.key])

    def _add_row(self, part: Part, is_named: bool) -> None:  # noqa: FBT001 - one place calls it
        shown = self._waiting.shown
        assert shown is not None
        row = PartRow(self.theme, part, shown.names, is_named=is_named)
        row.set_open(on=shown.line.may)
        row.picked.connect(self.problem.hide)
        self.rows.append(row)
        self._rows.addWidget(row)

    def _show_around(self) -> None:
        shown = self._waiting.shown
        show_if(self._content, on=shown is not None)
        show_if(self.empty, on=shown is None)
        show_if(self.problem, on=False)
        may = shown is not None and shown.line.may
        show_if(self.keep, on=may)
        self.keep.setEnabled(may)
        self.later.setText(self.tr("Tanya dulu, nanti saja") if may else self.tr("Kembali"))
        said = self.tr("Masih bisa dibatalkan. Versi yang tidak dipilih tetap ada di riwayat.")
        has_room = not self.theme.bare_rail
        self.bar.set_status(said if may and has_room else "", "undo-2", "text2")
        self.undoable.setText(said)
        show_if(self.undoable, on=may and not has_room)
        if shown is not None:
            self.whose.setText(self.subtitle())
            show_if(self.whose, on=self.theme.rail)
            happened, safe = story_of(shown)
            self.happened.setText(happened)
            others = self.tr("Yang memilih adalah kader RT ini. Semua versi tetap tersimpan.")
            self.safe.setText(safe if may else others)
            self._show_same(shown)

    def _show_same(self, shown: Undecided) -> None:
        spoken = [each for each in shown.same if each.value not in (None, "", [])]
        said = self.tr("%n bagian lain sama di kedua versi", "", len(spoken))
        if max(len(part.versions) for part in shown.parts) > TWO:
            said = self.tr("%n bagian lain sama di semua versi", "", len(spoken))
        if all(part.is_deletion for part in shown.parts):
            said = self.tr("Isi catatan ini")
        self.same.setText(said)
        show_if(self.same, on=bool(spoken))
        clear(self._facts)
        for at, each in enumerate(spoken):
            words = value_words(each.kind, each.name, each.value, shown.names)
            self._facts.addWidget(self._pair(field_name(each.kind, each.name), words),
                                  at // TWO, at % TWO)  # fmt: skip
        self._open_same(on=False)

    def _pair(self, name: str, value: str) -> QWidget:
        pair = QWidget()
        column = Column(self.theme, pair, spacing=1)
        column.addWidget(Label(name, "secondary", "text2", wrap=True))
        column.addWidget(Label(value, "text", wrap=True))
        column.addStretch(1)
        return pair

    def _open_same(self, *, on: bool) -> None:
        show_if(self._same_facts, on=on)
        self.same.set_icon("chevron-down" if on else "chevron-right")

    def _dress(self) -> None:
        """Set the versions anew where the size of the words wants them elsewhere."""
        if self._waiting.shown is not None:
            self._show_rows(self.choices())
            self._show_around()
            self.head_changed.emit()

    # Building

    def _make(self) -> None:
        theme = self.theme
        self.after = Button(
            theme, self.tr("Berikutnya"), kind="quiet", icon="chevron-right", trailing=True
        )
        self.keep = Button(
            theme, self.tr("Simpan pilihan"), kind="primary", icon="check", size="tall"
        )
        self.later = Button(theme, self.tr("Tanya dulu, nanti saja"), size="tall")
        self.bar = BottomBar(theme)
        self.bar.row.addWidget(self.later)
        self.bar.row.addWidget(self.keep)
        self.problem = Banner(theme, "", status="warn", icon="info")
        self.whose = Label("", "secondary", "text2", wrap=True)
        """The line under the title, where there is no room for it at the head of the page."""
        self.happened = Label("", "strong", wrap=True)
        self.safe = Label("", "text", "text2", wrap=True)
        self.undoable = Label("", "secondary", "text2", wrap=True)
        self.same = Button(theme, "", kind="link", icon="chevron-right", size="small")
        self.empty = EmptyState(
            theme,
            "circle-check",
            self.tr("Tidak ada catatan dengan dua versi."),
            self.tr("Semua catatan di laptop ini hanya punya satu versi."),
        )
        self.keep.clicked.connect(self.save)
        self.later.clicked.connect(self.later_asked)
        self.after.clicked.connect(lambda: self.next_asked.emit(self._waiting.after))
        self.same.clicked.connect(lambda: self._open_same(on=not self._same_facts.isVisible()))

    def _build(self) -> None:
        theme = self.theme
        self.frame = PageFrame(theme)
        self._content = QWidget()
        column = Column(theme, self._content, spacing=12)
        column.addWidget(self.problem)
        column.addWidget(self._story())
        column.addWidget(self._versions())
        column.addWidget(self.undoable)
        column.addStretch(1)
        self.frame.body.addWidget(self._content)
        self.frame.body.addWidget(self.empty)
        self.frame.body.addStretch(1)
        fill_with(self, self.frame)
        self._show_around()

    def _story(self) -> Card:
        card = Card(self.theme, margins=(18, 12, 18, 12))
        words = Column(self.theme, spacing=2)
        words.addWidget(self.whose)
        words.addWidget(self.happened)
        words.addWidget(self.safe)
        row = Row(self.theme, spacing=14)
        disc = IconDisc(self.theme, "git-compare", side=40, tone="warn", fill="warn_soft")
        row.addWidget(disc)
        row.addLayout(words, 1)
        card.body.addLayout(row)
        return card

    def _versions(self) -> Card:
        card = Card(self.theme, margins=(20, 16, 20, 10), spacing=12)
        self._rows = Column(self.theme, spacing=12)
        self._same_facts = QWidget()
        self._facts = Grid(self.theme, self._same_facts, spacing=(20, 10))
        self._facts.setColumnStretch(0, 1)
        self._facts.setColumnStretch(1, 1)
        card.body.addLayout(self._rows)
        card.body.addWidget(line())
        foot = Row(self.theme)
        foot.addWidget(self.same)
        foot.addStretch(1)
        card.body.addLayout(foot)
        card.body.addWidget(self._same_facts)
        return card


def _columns_of(parts: Sequence[Part]) -> tuple[Version, ...]:
    """Return two people of whom every part has a version each, the newest first; else nobody."""
    asked = [part for part in parts if not part.is_deletion]
    newest: dict[str, Version] = {}
    for each in sorted((each for part in asked for each in part.versions), key=_newest):
        newest[each.author] = each
    fits = all({each.author for each in part.versions} == set(newest) for part in asked)
    is_pair = len(newest) == TWO and all(len(part.versions) == TWO for part in asked)
    return tuple(sorted(newest.values(), key=_newest, reverse=True)) if fits and is_pair else ()


def _newest(version: Version) -> tuple[int, str]:
    return version.order


def _in_columns(part: Part, authors: Sequence[Version]) -> Part:
    """Return `part` with its versions in the order of the columns."""
    if part.is_deletion:
        return part
    order = [each.author for each in authors]
    return replace(
        part, versions=tuple(sorted(part.versions, key=lambda each: order.index(each.author)))
    )
