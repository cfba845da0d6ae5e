"""Laptops that ask to be let in: on what terms, and the twelve characters that were read out.

There is no button beside a request. The coordinator types what she hears; the terms stay as they
are chosen, so that at a Rakor each RT takes one code and Enter.
"""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.kelurahan.membership import Request, Terms
from patbm_desktop.ui.office.pact import PactTerms
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import HEAD_WITH_BUTTON, Banner, Card, RowList, TodoRow
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.fields import Field, LineEdit
from patbm_desktop.ui.parts.labels import Label, Pill
from patbm_desktop.ui.parts.layouts import Column, Flow, box, keep_size, show_if
from patbm_desktop.ui.parts.pause import Pause
from patbm_desktop.ui.strings import fill, rt_short
from patbm_desktop.ui.theme import Theme

LONGEST_CODE = 24
KADER, COMPANION, COORDINATOR = "kader", "companion", "coordinator"


class AdmissionCard(Card):
    """Shows who waits, and takes down a code with the terms."""

    approved = Signal(str, object)
    """What was typed, and the `Terms`."""
    look_asked = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__(
            theme, margins=HEAD_WITH_BUTTON, spacing=12, title=self.tr("Laptop minta terhubung")
        )
        self._theme = theme
        self._shows_trouble = False
        self.again = Button(
            theme, self.tr("Lihat lagi"), kind="quiet", icon="refresh-cw", size="small"
        )
        self.head.addWidget(self.again)
        self.rows = RowList(theme)
        self.empty = Label("", "text", "text2", wrap=True)
        self.note = Banner(theme, "", status="info")
        self.note.hide()
        self._make_form(theme, today)
        for widget in (self.empty, self.form, self.note, self.rows):
            self.body.addWidget(widget)
        self._connect()
        self.form.hide()
        self.rows.hide()

    def show_requests(self, requests: Sequence[Request], trouble: str) -> None:
        """Show who waits; `trouble` says why those of the server are not among them."""
        waiting = [each for each in requests if not each.is_member]
        self.rows.clear()
        for each in waiting:
            self.rows.add(self._row(each))
        show_if(self.rows, on=bool(waiting))
        self.empty.setText(self.tr("Belum ada yang menunggu."))
        show_if(self.empty, on=not (waiting or trouble))
        show_if(self.form, on=bool(waiting))
        if trouble:
            self._say(trouble, well=False)
        elif self._shows_trouble:
            self.note.hide()
        self._shows_trouble = bool(trouble)

    def show_looking(self) -> None:
        """Say that it is being looked up who waits, where nobody is known to."""
        if self.rows.isHidden():
            self.empty.setText(self.tr("Sedang melihat siapa yang menunggu…"))
            show_if(self.empty, on=True)

    def show_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed while somebody is asked."""
        self._pause.set(on=busy)

    def tell(self, sentence: str, *, well: bool) -> None:
        """Say how an admission ended; the next code, or the same once more, is typed there."""
        self.show_busy(busy=False)
        self._say(sentence, well=well)
        if well:
            self.code.clear()
        else:
            self.code.selectAll()
        self.code.setFocus()

    def wipe(self) -> None:
        """Forget what is typed and who waits."""
        self.code.clear()
        self.rows.clear()

    def _say(self, sentence: str, *, well: bool) -> None:
        self.note.set_status("ok" if well else "warn", "circle-check" if well else "circle-alert")
        self.note.set_text(sentence)
        self.note.show()

    def _row(self, each: Request) -> QWidget:
        place = fill(self.tr("RT %1"), rt_short(each.rt)) if each.rt else self.tr("koordinator")
        said = [place]
        if each.invited_rt is not None and each.invited_rt != each.rt:
            invited = rt_short(each.invited_rt) or self.tr("koordinator")
            said.append(fill(self.tr("diundang untuk RT %1"), invited))
        if each.invited_rt is None:
            said.append(self.tr("undangan dari laptop lain"))
        road = self.tr("Lewat flashdisk") if each.by_stick else self.tr("Lewat internet")
        pill = Pill(self._theme, road, "usb" if each.by_stick else "check", "info")
        return TodoRow(
            self._theme, "laptop", each.name, " · ".join(said),
            tone="primary", pill=pill, flush=True,
        )  # fmt: skip

    def _make_form(self, theme: Theme, today: Callable[[], date]) -> None:
        self.code = LineEdit(self.tr("Dua belas huruf"), "XXXX XXXX XXXX")
        self.code.setMaxLength(LONGEST_CODE)
        keep_size(theme, self.code, max_width=320)
        hint = self.tr(
            "Ketik yang dibacakan pemilik laptop, langsung atau lewat nomor yang sudah dikenal."
        )
        self.code_field = Field(theme, self.tr("Dua belas huruf yang dibacakan"), self.code, hint)
        self.role = ChipGroup(theme, self._roles(), name=self.tr("Sebagai"))
        self.role.set_chosen([KADER])
        self.terms = PactTerms(theme, today, cases=self.tr("Catatan rahasia RT ini"), may_lack=True)
        self.approve = Button(
            theme, self.tr("Terima laptop ini"), kind="primary", icon="badge-check"
        )
        acts = Flow(theme, spacing=(10, 8))
        acts.add(self.approve)
        self._pause = Pause((self.approve, self.again), self)
        column = Column(theme, spacing=14)
        role = Field(theme, self.tr("Sebagai"), self.role)
        for widget in (self.code_field, role, self.terms, acts):
            column.addWidget(widget)
        self.form = box(column)

    def _roles(self) -> tuple[Choice, ...]:
        return (
            Choice(KADER, self.tr("Kader RT")),
            Choice(COMPANION, self.tr("Pendamping kasus")),
            Choice(COORDINATOR, self.tr("Koordinator")),
        )

    def _connect(self) -> None:
        self.again.clicked.connect(self.look_asked)
        self.approve.clicked.connect(self._submit)
        self.code.returnPressed.connect(self._submit)

    def _submit(self) -> None:
        if not self._is_fine():
            return
        self.show_busy(busy=True)
        self.approved.emit(self.code.text().strip(), self._terms())

    def _terms(self) -> Terms:
        role, day = self.role.value(), self.terms.signed_on()
        return Terms(
            role="koordinator" if role == COORDINATOR else "anggota",
            pact=day.isoformat() if day else "",
            from_today=self.terms.is_from_today(),
            companion=role == COMPANION,
        )

    def _is_fine(self) -> bool:
        typed = bool(self.code.text().strip())
        self.code_field.problem("" if typed else self.tr("Ketik dua belas hurufnya dulu."))
        missing = self.terms.missing()
        if not typed:
            self.code.setFocus()
        elif missing is not None:
            missing.focus_first()
        return typed and missing is None
