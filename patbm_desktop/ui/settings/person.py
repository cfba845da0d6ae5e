"""Nama dan RT: the person, her RT, its head, and the lines on top of the sheets."""

from functools import partial

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QFocusEvent, QRegularExpressionValidator

from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.fields import Field, LineEdit, TextArea, put
from patbm_desktop.ui.parts.filter_box import FilterBox
from patbm_desktop.ui.parts.layouts import Column, Grid, box, follow
from patbm_desktop.ui.settings.view import Settings
from patbm_desktop.ui.theme import Theme

LONGEST_NAME = 80
MOST_LINES = 5


class LinesArea(TextArea):
    """Several lines that say when they are left."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field is left."""
        super().focusOutEvent(event)
        self.left.emit()


class PersonSection(Card):
    """Each field says what it holds when it is left, if that is something new."""

    person_changed = Signal(dict)
    """Fields of the person's record."""
    rt_changed = Signal(dict)
    """Fields of the RT's record."""
    head_named = Signal(str)
    kop_changed = Signal(tuple, str)

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, title=title, spacing=14)
        self._theme = theme
        self._make_fields(theme)
        self._lay(theme)
        self._connect()

    def show_settings(self, settings: Settings) -> None:
        """Show what stands in the records."""
        self._shown = settings
        me = settings.me
        put(self.name, me.name)
        put(self.call_name, me.call_name)
        self.address.set_chosen([me.address_form])
        self.kelurahan.set_choices(self._choices(settings))
        self.kelurahan.set_key(me.kelurahan_code)
        put(self.rt, me.rt_number)
        put(self.head_name, settings.head)
        if not self.kop.hasFocus():
            self.kop.set_plain("\n".join(settings.kop))
        put(self.kop_address, settings.address)
        for field in (self.kelurahan_field, self.rt_field, self.head_field, self.kop_holder):
            field.setVisible(bool(me.rt))

    def _choices(self, settings: Settings) -> list[tuple[str, str]]:
        """Offer the kelurahan of the city, and the one in force where it is of none."""
        offered = list(settings.kelurahan)
        me = settings.me
        if me.kelurahan_code not in dict(offered):
            offered.append((me.kelurahan_code, me.kelurahan_name or me.kelurahan_code))
        return offered

    def _make_fields(self, theme: Theme) -> None:
        self.name = LineEdit(self.tr("Nama lengkap"))
        self.call_name = LineEdit(self.tr("Panggilan"))
        self.head_name = LineEdit(self.tr("Ketua RT"))
        for field in (self.name, self.call_name, self.head_name):
            field.setMaxLength(LONGEST_NAME)
        forms = (
            Choice("ibu", self.tr("Ibu")),
            Choice("bapak", self.tr("Bapak")),
            Choice("kakak", self.tr("Kakak")),
            Choice("tanpa", self.tr("Tanpa sapaan")),
        )
        self.address = ChipGroup(theme, forms, name=self.tr("Sapaan"))
        self.kelurahan = FilterBox(theme, self.tr("Kelurahan"))
        self.rt = LineEdit(self.tr("RT"))
        digits = QRegularExpression(r"\d{1,3}")
        self.rt.setValidator(QRegularExpressionValidator(digits, self.rt))
        self.kop = LinesArea(theme, self.tr("Kop surat"), lines=3)
        self.kop_address = LineEdit(self.tr("Alamat di kop"))
        self.kop_address.setMaxLength(200)

    def _lay(self, theme: Theme) -> None:
        self._grid = Grid(theme, spacing=(14, 14))
        self._pairs = (
            Field(theme, self.tr("Nama lengkap"), self.name, self.tr("Tertulis di laporan.")),
            Field(theme, self.tr("Panggilan"), self.call_name, self.tr("Terlihat di layar.")),
            Field(theme, self.tr("Kelurahan"), self.kelurahan),
            Field(theme, self.tr("RT"), self.rt),
        )
        self.name_field, _, self.kelurahan_field, self.rt_field = self._pairs
        for field in self._pairs:
            self._grid.addWidget(field)
        self.body.addLayout(self._grid)
        self.body.addWidget(Field(theme, self.tr("Sapaan"), self.address))
        self.head_field = Field(
            theme, self.tr("Ketua RT"), self.head_name, self.tr("Untuk tanda tangan di laporan.")
        )
        self.body.addWidget(self.head_field)
        lines = self.tr("Paling banyak lima baris. Kosong: kop yang biasa.")
        kop = Column(theme, spacing=14)
        kop.addWidget(Field(theme, self.tr("Kop surat"), self.kop, lines))
        kop.addWidget(Field(theme, self.tr("Alamat di kop"), self.kop_address))
        self.kop_holder = box(kop)
        self.body.addWidget(self.kop_holder)
        follow(theme, self._fit)

    def _fit(self) -> None:
        columns = 1 if self._theme.scale > 1.5 else 2
        for place, field in enumerate(self._pairs):
            self._grid.addWidget(field, place // columns, place % columns)

    def _connect(self) -> None:
        for line in (self.name, self.call_name, self.rt, self.head_name, self.kop_address):
            line.editingFinished.connect(partial(line.setModified, False))
        self.name.editingFinished.connect(self._tell_name)
        self.call_name.editingFinished.connect(self._tell_call_name)
        self.address.changed.connect(self._tell_address)
        self.kelurahan.picked.connect(self._tell_kelurahan)
        self.rt.editingFinished.connect(self._tell_rt)
        self.head_name.editingFinished.connect(self._tell_head)
        self.kop.left.connect(self._tell_kop)
        self.kop_address.editingFinished.connect(self._tell_kop)

    def _tell_name(self) -> None:
        name = self.name.text().strip()
        self.name_field.problem("" if name else self.tr("Isi nama lengkap dulu."))
        if name and name != self._shown.me.name:
            self.person_changed.emit({"name": name})

    def _tell_call_name(self) -> None:
        name = self.call_name.text().strip()
        if name != self._shown.me.call_name:
            self.person_changed.emit({"call_name": name or None})

    def _tell_address(self, chosen: list[str]) -> None:
        if chosen[0] != self._shown.me.address_form:
            self.person_changed.emit({"address_form": chosen[0]})

    def _tell_kelurahan(self, code: str) -> None:
        if code and code != self._shown.me.kelurahan_code:
            self.rt_changed.emit({"kelurahan_code": code})

    def _tell_rt(self) -> None:
        number = self.rt.text().strip()
        fine = bool(number.strip("0"))
        self.rt_field.problem("" if fine else self.tr("Isi nomor RT dulu."))
        if fine and number.zfill(3) != self._shown.me.rt_number:
            self.rt_changed.emit({"number": number.zfill(3)})

    def _tell_head(self) -> None:
        name = self.head_name.text().strip()
        if name != self._shown.head:
            self.head_named.emit(name)

    def _tell_kop(self) -> None:
        lines = [line.strip() for line in self.kop.plain().splitlines() if line.strip()]
        kop, address = tuple(lines[:MOST_LINES]), self.kop_address.text().strip()
        if (kop, address) != (self._shown.kop, self._shown.address):
            self.kop_changed.emit(kop, address)
