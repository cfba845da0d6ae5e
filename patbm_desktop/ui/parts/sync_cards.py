"""The two lists of Sinkronisasi: the notes written last, and what was exchanged."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.papers.receipts import CheckWords
from patbm_desktop.actions.travel.syncing import LATEST, Contact, LatestNote, Overview, Situation
from patbm_desktop.domain.activity import from_values
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts import sync_words
from patbm_desktop.ui.parts.activity_words import icon_of, name_of, step_look
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import FILLS, Card, RowList
from patbm_desktop.ui.parts.conflict_fields import kind_name, month_words
from patbm_desktop.ui.parts.labels import IconDisc, Label, Pill
from patbm_desktop.ui.parts.layouts import Column, Row, keep_size, show_if
from patbm_desktop.ui.theme import Theme


class ListCard(Card):
    """A card whose rows reach from edge to edge under its title; `foot` is what follows them."""

    def __init__(self, theme: Theme, title: str, empty: str, extra: QWidget) -> None:
        super().__init__(theme, margins=(0, 0, 0, 8), spacing=0)
        self._theme = theme
        self.rows = RowList(theme)
        self._empty = Label(empty, "text", "text2", wrap=True)
        holder = QWidget()
        head = Row(theme, holder, margins=(18, 6, 14, 2), spacing=10)
        head.addWidget(Label(title, "card", wrap=True), 1)
        head.addWidget(extra)
        keep_size(theme, holder, min_height=48)
        self.foot = Column(theme, margins=(18, 4, 18, 10), spacing=1)
        self.foot.addWidget(self._empty)
        self.body.addWidget(holder)
        self.body.addWidget(self.rows)
        self.body.addLayout(self.foot)
        self.body.addStretch(1)

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Show `rows` in place of what was there, or that there are none."""
        self.rows.clear()
        for row in rows:
            self.rows.add(row)
        show_if(self._empty, on=not rows)

    def wipe(self) -> None:
        """Forget what is shown."""
        self.rows.clear()


class LatestCard(ListCard):
    """The notes written last, and how far each has come; of a case only that there is one."""

    def __init__(self, theme: Theme) -> None:
        self._size = Label("", "hint", "text2")
        super().__init__(
            theme, self.tr("Catatan terakhir"), self.tr("Belum ada catatan."), self._size
        )

    def show_latest(self, shown: Overview, *, meets: bool) -> None:
        """Show the notes of `shown`, without those of cases while somebody looks on."""
        is_alone = shown.state.situation is Situation.ALONE
        notes = [each for each in shown.latest if not (meets and each.kind == "case")]
        self.show_rows([self._row(each, is_alone=is_alone) for each in notes])
        size = shown.state.waiting_bytes if shown.state.waits else 0
        said = self.tr("kira-kira %1 KB menunggu")
        waits = strings.fill(said, sync_words.size_of(size))
        self._size.setText(waits if size and not is_alone else "")

    def _row(self, note: LatestNote, *, is_alone: bool) -> QWidget:
        look = step_look(note.step)
        pill = Pill(self._theme, look.word, look.icon, look.status)
        if is_alone:
            pill = Pill(self._theme, self.tr("Aman di laptop"), "laptop")
        icon, title, under = self._named(note)
        if note.photos:
            under = f"{under} · " + self.tr("%Ln foto", "", note.photos)
        return line_of(self._theme, icon, title, under.strip(" ·"), pill)

    def _named(self, note: LatestNote) -> tuple[str, str, str]:
        """Return icon, title and the line under it."""
        if note.kind == "case":
            return "shield", self.tr("Catatan rahasia"), self.tr("terkunci")
        if note.kind != "activity":
            return "printer", kind_name(note.kind), month_words(note.values.get("month"))
        activity = from_values(note.ent, note.values)
        under = strings.day_without_year(activity.date) if activity.date else ""
        return icon_of(activity), name_of(activity), under


class HistoryCard(ListCard):
    """What was exchanged and how, and the words that two people can read to each other."""

    def __init__(self, theme: Theme) -> None:
        self.receipt = Button(
            theme, self.tr("Cetak tanda terima"), kind="quiet", icon="printer", size="small"
        )
        super().__init__(
            theme,
            self.tr("Riwayat kirim dan terima"),
            self.tr("Belum pernah kirim dan terima dari laptop ini."),
            self.receipt,
        )
        self.check_title = Label("", "secondary", "text2", wrap=True)
        self.check_words = Label("", "label", wrap=True)
        for label in (self.check_title, self.check_words):
            label.hide()
            self.foot.addWidget(label)

    def show_history(self, shown: Overview) -> None:
        """Show the last exchanges of `shown`."""
        self.show_rows([self._row(each) for each in shown.history[:LATEST]])
        show_if(self.receipt, on=shown.has_receipt)

    def show_check_words(self, said: CheckWords | None) -> None:
        """Show where each space stood, and its words; none says nothing."""
        line = self.tr("%1: %2 (%3 perubahan)")
        lines = [
            strings.fill(line, each.name, " ".join(each.words), strings.number(each.places))
            for each in (said.parts if said else ())
        ]
        self.check_words.setText("\n".join(lines))
        self.check_title.setText(sync_words.check_title(said.way) if said else "")
        for label in (self.check_title, self.check_words):
            show_if(label, on=bool(lines))

    def _row(self, contact: Contact) -> QWidget:
        look = sync_words.way_look(contact)
        end = Label(sync_words.result_of(contact), "hint", "text2")
        at = sync_words.when(contact.at)
        return line_of(self._theme, look.icon, look.word, at, end, tone=look.status)


def line_of(  # noqa: PLR0917 - everything that stands in the line
    theme: Theme, icon: str, title: str, under: str, end: QWidget, tone: str = "primary"
) -> QWidget:
    """Return one line: icon disc, two lines of words, and what stands at its end."""
    line = QWidget()
    words = Column(theme, spacing=1)
    words.addStretch(1)
    words.addWidget(Label(title, "strong", wrap=True))
    if under:
        words.addWidget(Label(under, "secondary", "text2", wrap=True))
    words.addStretch(1)
    row = Row(theme, line, margins=(18, 5, 16, 5), spacing=11)
    row.addWidget(IconDisc(theme, icon, side=36, glyph=18, tone=tone, fill=FILLS[tone]))
    row.addLayout(words, 1)
    row.addWidget(end)
    return keep_size(theme, line, min_height=52)
