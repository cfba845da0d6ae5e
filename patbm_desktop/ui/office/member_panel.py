"""What can be done about one laptop: chosen first, then said in full, and only then done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from patbm_desktop.actions.kelurahan.roll import Member
from patbm_desktop.ui.office.pact import PactTerms
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Flow, clear, show_if
from patbm_desktop.ui.strings import fill, rt_short
from patbm_desktop.ui.theme import Theme


class Step(StrEnum):
    """What a coordinator may do about a laptop."""

    COORDINATOR = "coordinator"
    NO_COORDINATOR = "no_coordinator"
    COMPANION = "companion"
    PACT = "pact"
    NO_CASES = "no_cases"
    LEAVE_RT = "leave_rt"
    LOST = "lost"


ASKS_PACT = frozenset({Step.COMPANION, Step.PACT})
"""What takes the day on which a pact was signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be done; `rt` is the number of the RT that is left, `pact` a day if one counts."""

    step: Step
    dev: str
    rt: str = ""
    pact: date | None = None
    from_today: bool = False


def offered(member: Member) -> tuple[tuple[Step, str], ...]:
    """Return what may be done about `member`, each with the RT it is about ("" for none).

    Nobody sends away or demotes the laptop she sits at.
    """
    if not member.is_active:
        return ()
    is_coordinator = member.role == "koordinator"
    steps = (
        (not is_coordinator, Step.COORDINATOR),
        (is_coordinator and not member.is_me, Step.NO_COORDINATOR),
        (not member.is_companion, Step.COMPANION),
        (is_coordinator and member.pact is None, Step.PACT),
        (member.is_companion or bool(member.reads_cases_of), Step.NO_CASES),
    )
    about = [(step, "") for holds, step in steps if holds]
    if member.is_me:
        return tuple(about)
    leaves = [(Step.LEAVE_RT, rt) for rt in member.rts]
    return (*about, *leaves, (Step.LOST, ""))


class MemberPanel(QFrame):
    """Offers what can be done about a laptop, asks once, and tells what was decided."""

    reach_asked = Signal(str)
    """The device whose reach is to be looked up, before a lost laptop is asked about."""
    decided = Signal(object)
    """The `Wish` that was confirmed."""
    closed = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__()
        self._theme = theme
        self._member: Member | None = None
        self._wish: Wish | None = None
        self._name = ""
        self.setProperty("kind", "banner")
        self.title = Label("", "strong", wrap=True)
        self.could_title = Label(
            self.tr("Yang bisa dibuka laptop itu:"), "label", "text2", wrap=True
        )
        self.could = Label("", "text", wrap=True)
        self.after = Label("", "text", "text2", wrap=True)
        self.terms = PactTerms(theme, today, cases=self.tr("Catatan rahasia"), may_lack=False)
        self.choices = Flow(theme, spacing=(8, 8))
        self.go = Button(theme, "", kind="primary")
        self.keep = Button(theme, self.tr("Biarkan dulu"))
        acts = Flow(theme, spacing=(10, 8))
        acts.add(self.go)
        acts.add(self.keep)
        column = Column(theme, self, margins=(16, 12, 16, 14), spacing=8)
        for widget in (
            self.title, self.could_title, self.could, self.after, self.terms, self.choices, acts,
        ):  # fmt: skip
            column.addWidget(widget)
        self.go.clicked.connect(self._go)
        self.keep.clicked.connect(self.close_up)
        self.hide()

    def offer(self, member: Member, name: str) -> None:
        """Show what can be done about `member`, whom the page calls `name`."""
        self._member, self._name, self._wish = member, name, None
        self.title.setText(fill(self.tr("Atur laptop %1"), name))
        clear(self.choices.flow)
        for step, rt in offered(member):
            self.choices.add(self._choice(step, rt))
        self._show(after="")
        first = self.choices.findChildren(Button)
        (first[0] if first else self.keep).setFocus()

    def ask(self, member: Member, name: str, wish: Wish, could: Sequence[str] = ()) -> None:
        """Say in full what `wish` does and what cannot be taken back, and ask once."""
        self._member, self._name, self._wish = member, name, wish
        title, verb, icon, after = self._words(wish)
        self.title.setText(title)
        self.go.setText(verb)
        self.go.set_icon(icon)
        self.could.setText("\n".join(could))
        self.terms.clear()
        self._show(after=after, is_asking=True)
        self.keep.setFocus()

    def close_up(self) -> None:
        """Ask nothing any more."""
        self.wipe()
        self.closed.emit()

    def wipe(self) -> None:
        """Forget whom it is about."""
        self._member = self._wish = None
        self._name = ""
        self.hide()

    def _show(self, *, after: str, is_asking: bool = False) -> None:
        step = self._wish.step if self._wish else None
        self.after.setText(after)
        show_if(self.after, on=bool(after))
        for widget in (self.could_title, self.could):
            show_if(widget, on=step is Step.LOST)
        show_if(self.terms, on=step in ASKS_PACT)
        self.terms.ask_since(on=step is Step.COMPANION)
        show_if(self.choices, on=not is_asking)
        show_if(self.go, on=is_asking)
        self.show()

    def _choice(self, step: Step, rt: str) -> Button:
        words: dict[Step, str] = {
            Step.COORDINATOR: self.tr("Jadikan koordinator"),
            Step.NO_COORDINATOR: self.tr("Cabut tugas koordinator"),
            Step.COMPANION: self.tr("Jadikan pendamping kasus"),
            Step.PACT: self.tr("Catat pakta"),
            Step.NO_CASES: self.tr("Cabut baca catatan rahasia"),
            Step.LEAVE_RT: fill(self.tr("Keluarkan dari RT %1"), rt_short(rt)),
            Step.LOST: self.tr("Laptop hilang"),
        }
        button = Button(self._theme, words[step], size="small")
        button.setProperty("step", f"{step.value}{rt}")
        button.clicked.connect(partial(self._choose, step, rt))
        return button

    def _choose(self, step: Step, rt: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - `clicked` gives it
        member = self._member
        if member is None:
            return
        if step is Step.LOST:
            self.reach_asked.emit(member.dev)
        else:
            self.ask(member, self._name, Wish(step=step, dev=member.dev, rt=rt))

    def _go(self) -> None:
        wish = self._wish
        if wish is None:
            return
        if wish.step in ASKS_PACT:
            missing = self.terms.missing()
            if missing is not None:
                missing.focus_first()
                return
            wish = Wish(
                step=wish.step, dev=wish.dev, pact=self.terms.signed_on(),
                from_today=self.terms.is_from_today(),
            )  # fmt: skip
        self.wipe()
        self.decided.emit(wish)

    # Words

    def _words(self, wish: Wish) -> tuple[str, str, str, str]:
        """Return the question, the words and the sign of its button, and what comes of it."""
        found: dict[Step, Callable[[], tuple[str, str, str, str]]] = {
            Step.COORDINATOR: self._of_coordinator,
            Step.NO_COORDINATOR: self._of_no_coordinator,
            Step.COMPANION: self._of_companion,
            Step.PACT: self._of_pact,
            Step.NO_CASES: self._of_no_cases,
            Step.LEAVE_RT: partial(self._of_leaving, wish.rt),
            Step.LOST: self._of_lost,
        }
        title, verb, icon, after = found[wish.step]()
        return fill(title, self._name, rt_short(wish.rt)), verb, icon, after

    def _of_coordinator(self) -> tuple[str, str, str, str]:
        after = self.tr(
            "Laptop itu boleh menerima dan mengeluarkan laptop, memutuskan catatan yang menunggu, "
            "dan membaca kegiatan semua RT. Tugas ini bisa dicabut lagi; yang sudah dibaca tidak "
            "bisa ditarik."
        )
        title, verb = self.tr("Jadikan %1 koordinator?"), self.tr("Jadikan koordinator")
        return title, verb, "landmark", after

    def _of_no_coordinator(self) -> tuple[str, str, str, str]:
        after = self.tr(
            "Laptop itu tidak lagi menerima atau mengeluarkan laptop, dan tidak memutuskan catatan "
            "yang menunggu. Laptop itu juga keluar dari RT yang bukan tugasnya, dan kunci RT itu "
            "diganti; pendamping kasus tetap di semua RT. Yang sudah dibaca tidak bisa ditarik. "
            "Tugas ini bisa diberikan lagi."
        )
        title, verb = self.tr("Cabut tugas koordinator %1?"), self.tr("Cabut tugas koordinator")
        return title, verb, "user-round", after

    def _of_companion(self) -> tuple[str, str, str, str]:
        after = self.tr(
            "Laptop itu akan membaca catatan rahasia setiap RT, juga nama anak. Bisa dicabut "
            "lagi; yang sudah dibaca tidak bisa ditarik."
        )
        title, verb = self.tr("Jadikan %1 pendamping kasus?"), self.tr("Jadikan pendamping kasus")
        return title, verb, "shield", after

    def _of_pact(self) -> tuple[str, str, str, str]:
        after = self.tr(
            "Sesudah ini koordinator itu bisa membuka laptop kader yang lupa kata sandinya. Siapa "
            "yang bisa membuka laptop, bisa membaca semua catatan di dalamnya; namanya tertulis di "
            "Bisa dibaca."
        )
        return self.tr("Kapan pakta %1 ditandatangani?"), self.tr("Catat pakta"), "shield", after

    def _of_no_cases(self) -> tuple[str, str, str, str]:
        after = self.tr(
            "Catatan rahasia yang baru memakai kunci baru; laptop itu tidak bisa membukanya. "
            "Pendamping kasus yang bukan koordinator juga keluar dari RT yang bukan tugasnya. Yang "
            "sudah ada di laptop itu tidak bisa ditarik."
        )
        title = self.tr("Cabut baca catatan rahasia %1?")
        return title, self.tr("Cabut baca catatan rahasia"), "lock", after

    def _of_leaving(self, rt: str) -> tuple[str, str, str, str]:
        after = self.tr(
            "Kunci RT itu diganti. Catatannya tetap di RT itu; yang sudah ada di laptop itu tidak "
            "bisa ditarik. Catatan yang belum terkirim menunggu keputusan di halaman ini. Untuk RT "
            "lain, atau untuk kembali, buat kode undangan baru."
        )
        title = self.tr("Keluarkan laptop %1 dari RT %2?")
        return title, fill(self.tr("Keluarkan dari RT %1"), rt_short(rt)), "lock", after

    def _of_lost(self) -> tuple[str, str, str, str]:
        after = self.tr(
            "Catatan baru memakai kunci baru. Yang sudah ada di laptop itu tidak bisa ditarik. "
            "Langkah ini tidak bisa dibatalkan dari sini."
        )
        title = self.tr("Keluarkan laptop %1 dan ganti kuncinya?")
        return title, self.tr("Keluarkan laptop itu"), "lock", after
