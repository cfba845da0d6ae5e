"""Step 2: who keeps the notes, and for which RT."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from patbm_desktop.actions.entrance.new_vault import Profile
from patbm_desktop.ui.first_run.step import Step
from patbm_desktop.ui.parts.cards import Card
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.fields import Field, LineEdit
from patbm_desktop.ui.parts.filter_box import FilterBox
from patbm_desktop.ui.parts.layouts import Row, follow, keep_size
from patbm_desktop.ui.theme import Theme

UNLISTED = "-"
CODE = re.compile(r"\d{2}\.\d{2}\.\d{2}\.\d{4}")
"""A kelurahan's code: province, city, kecamatan, kelurahan. Source: Permendagri on region codes."""
LONGEST_NAME = 80
COORDINATOR = "coordinator"


class PersonStep(Step):
    """Names, form of address, kelurahan and RT; `kelurahan` are codes and names to pick from."""

    def __init__(self, theme: Theme, kelurahan: Sequence[tuple[str, str]], kader: str) -> None:
        super().__init__(theme)
        self._make_names(theme)
        self._make_place(theme, kelurahan)
        roles = (
            Choice("kader", self.tr("Kader RT (%1)").replace("%1", kader)),
            Choice(COORDINATOR, self.tr("Koordinator kelurahan")),
        )
        self.role = ChipGroup(theme, roles, name=self.tr("Tugas"))
        self.role.set_chosen(["kader"])
        self._lay(theme)
        self._connect()
        self._show_unlisted()

    def title(self) -> str:
        """Return the question."""
        return self.tr("Siapa yang mencatat?")

    def subtitle(self, form: str) -> str:  # noqa: ARG002 - the same for everybody
        """Return the line under it."""
        return self.tr("Isi sebentar saja. Semua bisa diubah di Pengaturan.")

    def start(self) -> None:
        """Put the focus on the name."""
        self.name.setFocus()

    def profile(self) -> Profile:
        """Return what the form says."""
        code = self.kelurahan.key()
        listed = code not in {"", UNLISTED}
        return Profile(
            name=self.name.text().strip(),
            call_name=self.call_name.text().strip(),
            address_form=self.address.value() or "tanpa",
            kelurahan_code=code if listed else self.code.text().strip(),
            kelurahan_name="" if listed else self.place_name.text().strip(),
            rt_number="" if self.is_coordinator() else self.rt.text().strip().zfill(3),
        )

    def is_coordinator(self) -> bool:
        """Say whether the vault is to be that of an office, without an RT."""
        return self.role.value() == COORDINATOR

    def answers(self) -> dict[str, str]:
        """Return what is typed, to be shown again in another language."""
        return {key: field.text() for key, field in self._texts().items()} | {
            "kelurahan": self.kelurahan.key(),
            "address": self.address.value(),
            "role": self.role.value(),
        }

    def show_answers(self, answers: dict[str, str]) -> None:
        """Show what was typed before."""
        for key, field in self._texts().items():
            field.setText(answers[key])
        self.kelurahan.set_key(answers["kelurahan"])
        self.address.set_chosen([answers["address"]])
        self.role.set_chosen([answers["role"]])
        self._show_unlisted()

    def is_fine(self) -> bool:
        """Say beside each field what is still needed."""
        needs = [(field, problem) for field, problem in self._needs() if problem]
        for field in self._fields():
            field.problem("")
        for field, problem in needs:
            field.problem(problem)
        if needs:
            needs[0][0].field.setFocus()
        return not needs

    def _needs(self) -> list[tuple[Field, str]]:
        unlisted = self.kelurahan.key() == UNLISTED
        return [
            (self.name_field, self._name_problem()),
            (self.kelurahan_field, self._kelurahan_problem()),
            (self.place_field, self._place_problem() if unlisted else ""),
            (self.code_field, self._code_problem() if unlisted else ""),
            (self.rt_field, self._rt_problem()),
        ]

    def _name_problem(self) -> str:
        return "" if self.name.text().strip() else self.tr("Isi nama lengkap dulu.")

    def _kelurahan_problem(self) -> str:
        return "" if self.kelurahan.key() else self.tr("Pilih kelurahan dari daftar.")

    def _place_problem(self) -> str:
        return "" if self.place_name.text().strip() else self.tr("Isi nama kelurahan dulu.")

    def _code_problem(self) -> str:
        fits = CODE.fullmatch(self.code.text().strip())
        return "" if fits else self.tr("Tulis sepuluh angka, misalnya 64.71.03.1001.")

    def _rt_problem(self) -> str:
        if self.is_coordinator():
            return ""
        return "" if self.rt.text().strip("0 ") else self.tr("Isi nomor RT dulu.")

    def _texts(self) -> dict[str, LineEdit]:
        return {
            "name": self.name,
            "call_name": self.call_name,
            "rt": self.rt,
            "place_name": self.place_name,
            "code": self.code,
        }

    def _fields(self) -> tuple[Field, ...]:
        return (
            self.name_field, self.kelurahan_field, self.place_field, self.code_field, self.rt_field,
        )  # fmt: skip

    def _make_names(self, theme: Theme) -> None:
        self.name = LineEdit(self.tr("Nama lengkap"))
        self.call_name = LineEdit(self.tr("Panggilan"))
        for field in (self.name, self.call_name):
            field.setMaxLength(LONGEST_NAME)
        self.name_field = Field(
            theme, self.tr("Nama lengkap"), self.name, self.tr("Tertulis di laporan.")
        )
        self.call_field = Field(
            theme, self.tr("Panggilan"), self.call_name, self.tr("Terlihat di layar.")
        )
        forms = (
            Choice("ibu", self.tr("Ibu")),
            Choice("bapak", self.tr("Bapak")),
            Choice("kakak", self.tr("Kakak")),
            Choice("tanpa", self.tr("Tanpa sapaan")),
        )
        self.address = ChipGroup(theme, forms, name=self.tr("Sapaan"))
        self.address.set_chosen(["tanpa"])

    def _make_place(self, theme: Theme, kelurahan: Sequence[tuple[str, str]]) -> None:
        self.kelurahan = FilterBox(theme, self.tr("Kelurahan"), self.tr("Ketik lalu pilih"))
        self.kelurahan.set_choices([*kelurahan, (UNLISTED, self.tr("Tidak ada di daftar"))])
        self.kelurahan_field = Field(theme, self.tr("Kelurahan"), self.kelurahan)
        self.rt = LineEdit(self.tr("RT"))
        digits = QRegularExpression(r"\d{1,3}")
        self.rt.setValidator(QRegularExpressionValidator(digits, self.rt))
        self.rt_field = keep_size(theme, Field(theme, self.tr("RT"), self.rt), width=164)
        self.place_name = LineEdit(self.tr("Nama kelurahan"))
        self.place_name.setMaxLength(LONGEST_NAME)
        self.place_field = Field(theme, self.tr("Nama kelurahan"), self.place_name)
        self.code = LineEdit(self.tr("Kode kelurahan"), "64.71.03.1001")
        self.code_field = Field(theme, self.tr("Kode kelurahan"), self.code)

    def _lay(self, theme: Theme) -> None:
        card = Card(theme, margins=(24, 20, 24, 24), spacing=18)
        self._names = _pair(theme, self.name_field, self.call_field)
        card.body.addLayout(self._names)
        card.body.addWidget(Field(theme, self.tr("Sapaan"), self.address))
        card.body.addLayout(_pair(theme, self.kelurahan_field, self.rt_field, even=False))
        self._unlisted = QWidget()
        place = _pair(theme, self.place_field, self.code_field)
        self._unlisted.setLayout(place)
        card.body.addWidget(self._unlisted)
        card.body.addWidget(Field(theme, self.tr("Tugas"), self.role))
        outer = Row(theme, self)
        outer.addWidget(card)
        follow(theme, self._turn)

    def _turn(self) -> None:
        stacked = self.theme.tightness > 1.5
        across = QBoxLayout.Direction.LeftToRight
        self._names.setDirection(QBoxLayout.Direction.TopToBottom if stacked else across)

    def _connect(self) -> None:
        self.kelurahan.textChanged.connect(self._show_unlisted)
        self.rt.returnPressed.connect(self.submitted)
        self.role.changed.connect(self._show_unlisted)

    def _show_unlisted(self) -> None:
        self._unlisted.setVisible(self.kelurahan.key() == UNLISTED)
        self.rt_field.setVisible(not self.is_coordinator())


def _pair(theme: Theme, left: Field, right: Field, *, even: bool = True) -> QHBoxLayout:
    row = Row(theme, spacing=14)
    row.addWidget(left, 1)
    row.addWidget(right, 1 if even else 0)
    for field in (left, right):
        row.setAlignment(field, row.alignment())
    return row
