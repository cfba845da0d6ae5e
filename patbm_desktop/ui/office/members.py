"""Who belongs, by RT: whose laptop, in what role, when last heard of, and what it can read."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions import wording
from patbm_desktop.actions.kelurahan.roll import Member, Reach
from patbm_desktop.ui import strings
from patbm_desktop.ui.office.member_panel import MemberPanel, Step, Wish, offered
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Card, RowList, TodoRow
from patbm_desktop.ui.parts.labels import Label, Pill
from patbm_desktop.ui.strings import fill, rt_short
from patbm_desktop.ui.theme import Theme

FEW = 3
"""So many RT are named one by one, even where they are all there are."""


class MembersCard(Card):
    """Shows every laptop of the kelurahan, and asks before anything is changed about one."""

    loss_asked = Signal(str)
    """The device whose reach is to be looked up."""
    panel_opened = Signal()
    decided = Signal(object)
    """The `Wish` that was confirmed."""

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__(theme, spacing=8, title=self.tr("Anggota menurut RT"))
        self._theme = theme
        self._members: dict[str, Member] = {}
        self._buttons: dict[str, Button] = {}
        self._asked = ""
        self.count = Label("", "hint", "text2")
        self.head.addWidget(self.count)
        self.rows = RowList(theme)
        self.panel = MemberPanel(theme, today)
        self.body.addWidget(self.panel)
        self.body.addWidget(self.rows)
        self.panel.reach_asked.connect(self.loss_asked)
        self.panel.decided.connect(self._decide)
        self.panel.closed.connect(self._give_back)

    def show_members(self, members: Sequence[Member]) -> None:
        """Show who belongs, the coordinators first and then by RT."""
        self._members = {each.dev: each for each in members}
        active = [each for each in members if each.is_active]
        self.count.setText(self.tr("%Ln laptop", "", len(active)))
        self.rows.clear()
        self._buttons = {}
        for each in sorted(members, key=_in_order):
            self.rows.add(self._row(each))
        if self._asked and not offered_to(self._members.get(self._asked)):
            self.panel.wipe()

    def ask_about(self, dev: str, reach: Sequence[Reach]) -> None:
        """Ask once whether `dev` is to be let go, and say what it could open."""
        member = self._members.get(dev)
        if member is None:
            return
        self._asked = dev
        could = [self._reach(each) for each in reach]
        could = could or [self.tr("Laptop ini belum memegang kunci apa pun.")]
        self.panel.ask(member, _called(member), Wish(step=Step.LOST, dev=dev), could)
        self.panel_opened.emit()

    def wipe(self) -> None:
        """Forget who belongs."""
        self._members, self._buttons, self._asked = {}, {}, ""
        self.panel.wipe()
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
        if offered(member):
            button = Button(self._theme, self.tr("Atur laptop"), size="small")
            button.clicked.connect(partial(self._offer, member))
            self._buttons[member.dev] = button
            actions.append(button)
        icon = "landmark" if member.role == "koordinator" else "laptop"
        tone = "primary" if member.is_active else "text2"
        return TodoRow(
            self._theme, icon, _called(member), " · ".join(said),
            tone=tone, pill=pill, actions=actions, flush=True,
        )  # fmt: skip

    def _facts(self, member: Member) -> list[str]:
        found = []
        if member.label not in {"", member.name, f"Laptop {member.name}"}:
            found.append(member.label)
        if member.last_on:
            day = strings.day_without_weekday(member.last_on)
            found.append(fill(self.tr("catatan terakhir %1"), day))
        if member.reads_cases_of:
            found.append(self._reads(member.reads_cases_of))
        if member.is_active and member.pact is None:
            found.append(self.tr("pakta belum ada"))
        if member.is_stray:
            found.append(self.tr("koordinator yang menerimanya sudah keluar"))
        return found

    def _reads(self, rts: Sequence[str]) -> str:
        every = {rt for each in self._members.values() for rt in each.rts}
        if len(rts) > FEW and every <= set(rts):
            return self.tr("bisa membaca catatan rahasia semua RT")
        said = self.tr("bisa membaca catatan rahasia RT %1")
        return fill(said, ", ".join(rt_short(each) for each in rts))

    def _pill(self, member: Member) -> Pill | None:
        if member.is_stray:
            return Pill(self._theme, self.tr("Perlu diterima lagi"), "user-plus", "warn")
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

    def _offer(self, member: Member, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - `clicked` gives it
        self._asked = member.dev
        self.panel.offer(member, _called(member))
        self.panel_opened.emit()

    def _decide(self, wish: Wish) -> None:
        self._give_back()
        self.decided.emit(wish)

    def _give_back(self) -> None:
        """Put the keyboard back where the laptop was chosen."""
        button = self._buttons.get(self._asked)
        self._asked = ""
        if button is not None:
            button.setFocus()


def offered_to(member: Member | None) -> bool:
    """Say whether anything can be done about a laptop that may be gone by now."""
    return member is not None and bool(offered(member))


def _in_order(member: Member) -> tuple[bool, bool, tuple[str, ...], str]:
    return not member.is_active, member.role != "koordinator", member.rts, member.name


def _called(member: Member) -> str:
    return member.name or member.label or wording.label("role", member.role, strings.language())
