"""Who belongs, by RT: whose laptop, in what role, when last heard of, and what it can read.

To let a laptop go is asked once, with what it could open: that cannot be taken back here.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions import wording
from patbm_desktop.actions.membership import Member, Reach
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card, RowList, TodoRow
from patbm_desktop.ui.parts.labels import Label, Pill
from patbm_desktop.ui.parts.layouts import Column, Flow, box
from patbm_desktop.ui.strings import fill, rt_short
from patbm_desktop.ui.theme import Theme


class MembersCard(Card):
    """Shows every laptop of the kelurahan, and asks before one is let go."""

    loss_asked = Signal(str)
    """The device whose reach is to be looked up."""
    removed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, spacing=8, title=self.tr("Anggota menurut RT"))
        self._theme = theme
        self._asked: Member | None = None
        self._members: dict[str, Member] = {}
        self.count = Label("", "hint", "text2")
        self.head.addWidget(self.count)
        self.rows = RowList(theme)
        self._make_question(theme)
        self.body.addWidget(self.question)
        self.body.addWidget(self.rows)

    def show_members(self, members: Sequence[Member]) -> None:
        """Show who belongs, the coordinators first and then by RT."""
        self._members = {each.dev: each for each in members}
        active = [each for each in members if each.is_active]
        self.count.setText(self.tr("%Ln laptop", "", len(active)))
        self.rows.clear()
        for each in sorted(members, key=_in_order):
            self.rows.add(self._row(each))

    def ask_about(self, dev: str, reach: Sequence[Reach]) -> None:
        """Ask once whether `dev` is to be let go, and say what it could open."""
        member = self._members.get(dev)
        if member is None:
            return
        self._asked = member
        self.question_title.setText(
            fill(self.tr("Keluarkan laptop %1 dan ganti kuncinya?"), _called(member))
        )
        could = [self._reach(each) for each in reach]
        self.could.setText("\n".join(could) or self.tr("Laptop ini belum memegang kunci apa pun."))
        self.question.show()
        self.keep.setFocus()

    def wipe(self) -> None:
        """Forget who belongs."""
        self._members, self._asked = {}, None
        self.rows.clear()

    def _row(self, member: Member) -> QWidget:
        role = {
            "koordinator": self.tr("koordinator"),
            "anggota": self.tr("kader"),
            "pembaca": self.tr("pembaca"),
        }.get(member.role, member.role)
        rts = ", ".join(rt_short(each) for each in member.rts)
        said = [fill(self.tr("RT %1"), rts)] if rts else []
        said += [role, *self._facts(member)]
        pill, actions = self._pill(member), []
        if member.is_active and not member.is_me:
            button = Button(self._theme, self.tr("Laptop hilang"), size="small")
            button.clicked.connect(partial(self._lose, member.dev))
            actions.append(button)
        icon = "landmark" if member.role == "koordinator" else "laptop"
        tone = "primary" if member.is_active else "text2"
        return TodoRow(
            self._theme, icon, _called(member), " · ".join(said),
            tone=tone, pill=pill, actions=actions,
        )  # fmt: skip

    def _facts(self, member: Member) -> list[str]:
        found = []
        if member.label and member.label != member.name:
            found.append(member.label)
        if member.last_on:
            day = strings.day_without_weekday(member.last_on)
            found.append(fill(self.tr("catatan terakhir %1"), day))
        if member.reads_cases_of:
            reads = self.tr("bisa membaca catatan rahasia %Ln RT", "", member.reads_cases_of)
            found.append(reads)
        if member.is_active and member.pact is None:
            found.append(self.tr("pakta belum ada"))
        return found

    def _pill(self, member: Member) -> Pill | None:
        if not member.is_active:
            return Pill(self._theme, self.tr("Sudah keluar"), "lock")
        if member.is_me:
            return Pill(self._theme, self.tr("Laptop ini"), "laptop", "soft")
        if member.is_companion:
            return Pill(self._theme, self.tr("Pendamping kasus"), "shield", "soft")
        return None

    def _reach(self, reach: Reach) -> str:
        place = fill(self.tr("RT %1"), rt_short(reach.rt)) if reach.rt else self.tr("Kelurahan")
        counts = dict(reach.counts)
        said = [self.tr("%Ln kegiatan", "", counts.get("activity", 0))]
        if counts.get("attendance"):
            said.append(self.tr("%Ln nama di daftar hadir", "", counts["attendance"]))
        if "kasus" in reach.uses:
            said.append(self.tr("%Ln catatan rahasia", "", counts.get("case", 0)))
        return f"{place}: {', '.join(said)}"

    def _make_question(self, theme: Theme) -> None:
        self.question_title = Label("", "strong", wrap=True)
        could = Label(self.tr("Yang bisa dibuka laptop itu:"), "label", "text2", wrap=True)
        self.could = Label("", "text", wrap=True)
        after = self.tr(
            "Catatan baru memakai kunci baru. Yang sudah ada di laptop itu tidak bisa ditarik. "
            "Langkah ini tidak bisa dibatalkan dari sini."
        )
        self.go = Button(theme, self.tr("Keluarkan laptop itu"), kind="primary", icon="lock")
        self.keep = Button(theme, self.tr("Biarkan dulu"))
        acts = Flow(theme, spacing=(10, 8))
        acts.add(self.go)
        acts.add(self.keep)
        column = Column(theme, margins=(0, 4, 0, 10), spacing=6)
        for widget in (
            self.question_title,
            could,
            self.could,
            Label(after, "text", "text2", wrap=True),
            acts,
        ):
            column.addWidget(widget)
        self.question: QWidget = box(column)
        self.question.hide()
        self.go.clicked.connect(self._remove)
        self.keep.clicked.connect(self.question.hide)

    def _lose(self, dev: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        self.loss_asked.emit(dev)

    def _remove(self) -> None:
        member, self._asked = self._asked, None
        self.question.hide()
        if member is not None:
            self.removed.emit(member.dev)


def _in_order(member: Member) -> tuple[bool, bool, tuple[str, ...], str]:
    return not member.is_active, member.role != "koordinator", member.rts, member.name


def _called(member: Member) -> str:
    return member.name or member.label or wording.label("role", member.role, strings.language())
