"""The emergency card: numbers to call, readable without a password and without any data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from patbm_desktop.actions import wording
from patbm_desktop.actions.rt.contacts import ContactRow
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.labels import IconDisc, Label
from patbm_desktop.ui.parts.layouts import Column, Row, clear, keep_size
from patbm_desktop.ui.parts.overlay import Panel
from patbm_desktop.ui.strings import addressed, fill, language, plain_day
from patbm_desktop.ui.theme import Theme

WIDTH = 780
LARGE = ("polisi_110", "sapa_129", "darurat_112", "uptd_ppa", "ambulans_119")
URGENT = frozenset({"polisi_110", "sapa_129"})
ICONS = {
    "polisi_110": "siren",
    "sapa_129": "phone",
    "darurat_112": "phone-call",
    "uptd_ppa": "building-2",
    "ambulans_119": "ambulance",
}
SMALL = (
    ("puspaga", "bidang_pa", "lapor_pak", "sitopan"),
    ("puskesmas", "babinsa", "bhabinkamtibmas"),
)
WHATSAPP = "08111-129-129"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """What the card shows: the rows, for somebody addressed as `form`, in the city `city`.

    `can_test` says whether a tried number can be written down: the vault is open. `can_note` says
    whether what happened can be: this laptop may write cases, and nobody looks on.
    """

    rows: Sequence[ContactRow]
    form: str = "tanpa"
    city: str = ""
    can_test: bool = False
    can_note: bool = False


def names(city: str) -> Mapping[str, str]:
    """Return what each number is called."""
    translate = QCoreApplication.translate
    return {
        "polisi_110": translate("Kontak", "Polisi"),
        "sapa_129": "SAPA 129",
        "darurat_112": translate("Kontak", "Darurat"),
        "uptd_ppa": f"UPTD PPA {city}".strip(),
        "ambulans_119": translate("Kontak", "Ambulans"),
        "puspaga": "Puspaga",
        "bidang_pa": "Bidang PA DP3AKB",
        "lapor_pak": "Lapor Pak!",
        "sitopan": "SITOPAN",
        "puskesmas": "Puskesmas",
        "babinsa": "Babinsa",
        "bhabinkamtibmas": "Bhabinkamtibmas",
        "ketua_rt": translate("Kontak", "Ketua RT"),
    }


def purposes() -> Mapping[str, str]:
    """Return what each of the large numbers is for."""
    translate = QCoreApplication.translate
    return {
        "polisi_110": translate("Kontak", "Bila ada kekerasan atau ancaman saat ini"),
        "sapa_129": fill(
            translate("Kontak", "Kekerasan pada anak dan perempuan · WhatsApp %1"), WHATSAPP
        ),
        "darurat_112": translate("Kontak", "Polisi, ambulans, pemadam"),
        "uptd_ppa": translate("Kontak", "Pendampingan gratis"),
        "ambulans_119": translate("Kontak", "Bila anak terluka atau sakit"),
    }


def untested(row: ContactRow) -> str:
    """Return what is said of a number that nobody here has tried."""
    translate = QCoreApplication.translate
    if row.source:
        source = wording.label("contact_source", row.source, language())
        return fill(translate("Kontak", "belum dicoba · %1"), source)
    return translate("Kontak", "belum dicoba")


def changed(row: ContactRow) -> str:
    """Return who replaced which number lately, empty when nobody did."""
    if row.previous is None:
        return ""
    words = QCoreApplication.translate("Kontak", "dulu %1 · diganti %2 oleh %3")
    return fill(words, row.previous.number, plain_day(row.previous.on), row.previous.by)


def tested(on: date) -> str:
    """Return when a number was tried."""
    return fill(QCoreApplication.translate("Kontak", "Terakhir dicoba %1"), plain_day(on))


class NumberRow(QFrame):
    """One large number, and the button that says it was tried."""

    tested = Signal(str)

    def __init__(self, theme: Theme, row: ContactRow, numbers: Numbers) -> None:
        super().__init__()
        urgent = row.function in URGENT
        self.function = row.function
        self.setProperty("kind", "banner")
        self.setProperty("status", "warn" if urgent else "plain")
        tone, fill_tone = ("onsun", "sun") if urgent else ("primary", "soft")
        self._row = Row(theme, self, margins=(16, 6, 20, 6), spacing=14)
        self._row.addWidget(IconDisc(theme, ICONS[row.function], tone=tone, fill=fill_tone))
        self._words_column = self._words(theme, row, numbers)
        self._row.addLayout(self._words_column, 1)
        if row.number and not row.is_fixed:
            state = self._state(theme, row, numbers)
            self._beside(theme, state)
        self.number = self._number(row)
        self._row.addWidget(self.number)
        keep_size(theme, self, min_height=62)

    def _beside(self, theme: Theme, state: QWidget) -> None:
        """Put `state` before the number, or under the words where these are large."""
        if theme.bare_rail:
            self._words_column.insertWidget(self._words_column.count() - 1, state)
        else:
            self._row.addWidget(state)

    def _words(self, theme: Theme, row: ContactRow, numbers: Numbers) -> Column:
        words = Column(theme, spacing=2)
        words.addStretch(1)
        words.addWidget(Label(names(numbers.city)[row.function], "choice", wrap=True))
        words.addWidget(Label(purposes()[row.function], "secondary", "text2", wrap=True))
        words.addStretch(1)
        return words

    def _number(self, row: ContactRow) -> Label:
        if not row.number:
            label = Label(
                self.tr("Nomor belum diisi · minta nomornya ke koordinator"), "secondary", "text2"
            )
            label.setWordWrap(True)
            return label
        sure = row.is_fixed or row.tested_on is not None
        face = "display" if len(row.number) <= 4 else "page"
        return Label(row.number, face, "text" if sure or len(row.number) <= 4 else "text2")

    def _state(self, theme: Theme, row: ContactRow, numbers: Numbers) -> QWidget:
        holder = QWidget()
        column = Column(theme, holder, spacing=3)
        column.addStretch(1)
        if row.tested_on is not None:
            column.addWidget(Label(tested(row.tested_on), "small", "text2"))
        elif row.function != "ambulans_119" or row.source:
            column.addWidget(Label(untested(row), "small", "text2"))
        if changed(row):
            column.addWidget(Label(changed(row), "small", "text2"))
        if row.tested_on is None and row.function == "uptd_ppa" and numbers.can_test:
            self.tried = Button(theme, self.tr("Sudah saya coba, tersambung"), size="small")
            self.tried.clicked.connect(self._say_tested)
            column.addWidget(self.tried)
        column.addStretch(1)
        return holder

    def _say_tested(self) -> None:
        self.tested.emit(self.function)


class EmergencyCard(Panel):
    """Shows the numbers; `tested` names one that was answered, `print_asked` the sheet.

    `note_asked`: what happens now is to be written down.
    """

    tested = Signal(str)
    print_asked = Signal()
    note_asked = Signal()
    close_asked = Signal()

    def __init__(self, theme: Theme, numbers: Numbers) -> None:
        super().__init__(theme, margins=(24, 14, 24, 14), spacing=7)
        self._theme = theme
        self.close_button = Button(theme, self.tr("Tutup"), kind="link", icon="x")
        self.print_button = Button(theme, self.tr("Cetak kartu ini"), icon="printer")
        self.note_button = Button(
            theme, self.tr("Catat kejadian ini"), kind="primary", icon="shield"
        )
        self._rows = Column(theme, spacing=6)
        self._others = Column(theme, spacing=2)
        self._advice = Label("", "text", wrap=True)
        self._lay(theme)
        self.close_button.clicked.connect(self.close_asked)
        self.print_button.clicked.connect(self.print_asked)
        self.note_button.clicked.connect(self.note_asked)
        self.show_numbers(numbers)

    def sizeHint(self) -> QSize:
        """Return the usual width of the card, and the height of what stands on it."""
        return QSize(self._theme.px(WIDTH), super().sizeHint().height())

    def show_numbers(self, numbers: Numbers) -> None:
        """Show these numbers in place of those before."""
        rows = {row.function: row for row in numbers.rows}
        self.note_button.setVisible(numbers.can_note)
        clear(self._rows)
        for function in LARGE:
            if function in rows:
                large = NumberRow(self._theme, rows[function], numbers)
                large.tested.connect(self.tested)
                self._rows.addWidget(large)
        clear(self._others)
        self._others.addWidget(self._small(rows))
        self._show_at_once()
        self._advice.setText(
            " ".join(
                (
                    addressed(
                        numbers.form,
                        self.tr("Pastikan %sapaan aman."),
                        self.tr("Pastikan diri sendiri aman."),
                    ),
                    self.tr("Temani dan dengarkan anak, jangan didesak."),
                    self.tr("Jangan hubungi terduga pelaku."),
                )
            )
        )

    def _show_at_once(self) -> None:
        """Show what is new before Qt would, or the card would be small for a moment."""
        if self.isVisible():
            for column in (self._rows, self._others):
                for at in range(column.count()):
                    item = column.itemAt(at)
                    widget = item.widget() if item is not None else None
                    if widget is not None:
                        widget.show()

    def number_rows(self) -> list[NumberRow]:
        """Return the large rows from top to bottom."""
        return self.findChildren(NumberRow)

    def _lay(self, theme: Theme) -> None:
        words = Column(theme, spacing=1)
        words.addWidget(Label(self.tr("Anak dalam bahaya sekarang"), "page"))
        first = self.tr("Telepon dulu. Mencatat bisa nanti.")
        words.addWidget(Label(first, "body", "text2"))
        head = Row(theme, spacing=14)
        head.addWidget(IconDisc(theme, "phone-call", tone="onsun", fill="sun"))
        head.addLayout(words, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        advice = QFrame()
        advice.setProperty("kind", "field")
        column = Column(theme, advice, margins=(16, 8, 16, 8), spacing=1)
        column.addWidget(Label(self.tr("Sambil menunggu"), "label"))
        column.addWidget(self._advice)
        foot = Row(theme)
        foot.addWidget(self.print_button)
        foot.addStretch(1)
        foot.addWidget(self.note_button)
        self.body.addLayout(head)
        self.body.addLayout(self._rows)
        self.body.addLayout(self._others)
        self.body.addWidget(advice)
        self.body.addLayout(foot)

    def _small(self, rows: Mapping[str, ContactRow]) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "banner")
        columns = Row(self._theme, frame, margins=(16, 7, 16, 7), spacing=22)
        if self._theme.bare_rail:
            columns.setDirection(QBoxLayout.Direction.TopToBottom)
        for functions in SMALL:
            column = Column(self._theme, spacing=1)
            for function in functions:
                if function in rows:
                    column.addWidget(self._line(rows[function]))
            column.addStretch(1)
            columns.addLayout(column, 1)
        return frame

    def _line(self, row: ContactRow) -> QWidget:
        holder = QWidget()
        line = Row(self._theme, holder, spacing=7)
        line.addWidget(Label(names("")[row.function], "pill"))
        line.addStretch(1)
        if not row.number:
            line.addWidget(Label(self.tr("Nomor belum diisi"), "secondary", "text2"))
            return holder
        if row.tested_on is None:
            line.addWidget(Label(self.tr("belum dicoba"), "small", "text2"))
        line.addWidget(Label(row.number, "pill", "text" if row.tested_on else "text2"))
        return holder
