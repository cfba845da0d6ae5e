"""The right column of the log form: fill it like the last time, and what paper will say of it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from patbm_desktop.actions import wording
from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.domain.summary import Row as SheetRow
from patbm_desktop.domain.summary import SheetActivity, month_of, month_summary
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.labels import Glyphs, Label
from patbm_desktop.ui.parts.layouts import Column, Row, line
from patbm_desktop.ui.strings import day, fill, language, number
from patbm_desktop.ui.theme import Theme

TOPICS_PRINTED = 3
"""Paper names this many topics and counts the rest."""

NOT_SAID = "–"


class SameCard(QFrame):
    """Offers to fill kind, theme and place as they were the last time; never the numbers."""

    used = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "banner")
        self.setProperty("status", "info")
        self.title = Label("", "label", wrap=True)
        self.text = Label("", "secondary", "text2", wrap=True)
        self.button = Button(theme, self.tr("Pakai"))
        words = Column(theme, spacing=1)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addStretch(1)
        row = Row(theme, self, margins=(12, 10, 10, 10), spacing=10)
        row.addWidget(Glyphs(theme, "history", "info", side=18))
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.button.clicked.connect(self.used)

    def show_last(self, when: str, kind: str) -> None:
        """Offer the last session: `when` it was, and which `kind`."""
        self.title.setText(fill(self.tr("Sama seperti %1?"), when))
        self.text.setText(fill(self.tr("Isi cepat dari %1 terakhir"), kind))
        self.button.setAccessibleDescription(f"{self.title.text()} {self.text.text()}")


class Preview(Card):
    """What the month's sheet will print, by the very rules that print it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margins=(20, 14, 20, 18), spacing=2)
        head = Row(theme, spacing=8)
        head.addWidget(Glyphs(theme, "file-text", "primary", side=18))
        head.addWidget(Label(self.tr("Akan tercetak seperti ini"), "hint", "primary", wrap=True), 1)
        self.name = Label("", "page", wrap=True)
        self.program = Label("", "text", "text2", wrap=True)
        self.day = Label("", "body", wrap=True)
        self.place = Label("", "body", wrap=True)
        self.topics = Label("", "strong", wrap=True)
        self.heads = Label("", "page", wrap=True)
        self.parts = Label("", "text", "text2", wrap=True)
        self.remark = Label("", "secondary", "text2", wrap=True)
        self._theme_caption = Label(self.tr("Tema"), "secondary", "text2")
        self.body.addLayout(head)
        self.body.addSpacing(theme.px(6))
        for widget in (self.name, self.program, self.day, self.place):
            self.body.addWidget(widget)
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(line())
        self.body.addSpacing(theme.px(8))
        for widget in (self._theme_caption, self.topics):
            self.body.addWidget(widget)
        self.body.addSpacing(theme.px(6))
        heads = Label(self.tr("Hadir"), "secondary", "text2")
        for widget in (heads, self.heads, self.parts, self.remark):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def show_activity(self, activity: Activity, place_name: str) -> None:
        """Show the line for `activity` as it stands now, complete or not."""
        row = _printed(activity, place_name)
        is_single = row is None or row.session is not None
        self.name.setText(self._name(activity, row))
        self.program.setText(_label("program_short", activity.program))
        self.day.setText(day(activity.date) if activity.date and is_single else "")
        self.place.setText(place_name if is_single else "")
        self.topics.setText(_topics(activity.topics) if is_single else NOT_SAID)
        self._show_heads(activity.participants, is_estimated=activity.estimated)
        self.remark.setText(self._remark(activity, row))
        for label in (self.program, self.day, self.place, self.parts, self.remark):
            label.setVisible(bool(label.text()))

    def _name(self, activity: Activity, row: SheetRow | None) -> str:
        label = _label("type_short", activity.type) or NOT_SAID
        if row is not None and row.session is None:
            return fill(self.tr("%1, 1 kali"), label)
        return activity.title or label

    def _show_heads(self, heads: Count4 | None, *, is_estimated: bool) -> None:
        if heads is None:
            self.heads.setText(NOT_SAID)
            self.parts.setText("")
            return
        rough = "±" if is_estimated and heads.total else ""
        people = self.tr("%n orang", "", heads.total)
        people = people.replace(str(heads.total), number(heads.total), 1)
        self.heads.setText(rough + people)
        parts = {
            self.tr("laki-laki dewasa"): heads.dewasa_l,
            self.tr("perempuan dewasa"): heads.dewasa_p,
            self.tr("anak laki-laki"): heads.anak_l,
            self.tr("anak perempuan"): heads.anak_p,
        }
        given = [f"{count} {name}" for name, count in parts.items() if count]
        self.parts.setText("\n".join(given))

    def _remark(self, activity: Activity, row: SheetRow | None) -> str:
        if activity.planned:
            return self.tr("Belum dihitung. Masuk rencana di laporan bulan sebelumnya.")
        if row is not None and row.session is None:
            return self.tr("Hanya jumlah sebulan yang tercetak, tanpa tanggal dan tempat.")
        if activity.type and not activity.is_complete:
            return self.tr("Belum lengkap. Boleh disimpan; di laporan tercetak “–”.")
        return ""


def _printed(activity: Activity, place_name: str) -> SheetRow | None:
    """Return the sheet's own row for `activity`; None for a plan and while it has no day."""
    if activity.date is None:
        return None
    sheet = SheetActivity(activity=activity, place_name=place_name)
    return next(iter(month_summary([sheet], month_of(activity.date)).rows), None)


def _label(table: str, key: str | None) -> str:
    return wording.label(table, key, language()) if key else ""


def _topics(keys: Iterable[str]) -> str:
    named = [wording.label("topic", key, language()) for key in keys]
    more = len(named) - TOPICS_PRINTED
    text = ", ".join(named[:TOPICS_PRINTED])
    return (f"{text} +{more}" if more > 0 else text) or NOT_SAID
