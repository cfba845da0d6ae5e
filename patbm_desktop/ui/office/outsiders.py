"""Pindahan: laptops of another kelurahan that still read an RT which moved here."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from patbm_desktop.actions.kelurahan.moving import Outsider
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner
from patbm_desktop.ui.strings import fill, rt_short
from patbm_desktop.ui.theme import Theme


class OutsidersBanner(Banner):
    """Names them, RT by RT, and asks whether they are to be sent away; hidden while there are none.

    `confirmed` is given once she has read the names and pressed.
    """

    confirmed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", status="warn", icon="users")
        self.leave = Button(theme, self.tr("Keluarkan laptop itu"), size="small")
        self.buttons.addWidget(self.leave)
        self.leave.clicked.connect(self.confirmed)
        self.hide()

    def show_outsiders(self, found: Sequence[Outsider]) -> None:
        """Show who they are."""
        self.set_text(
            " ".join((*self._lines(found), self.tr(
                "Kalau ada laptop kader RT itu, terima dulu permintaannya. Yang "
                "dikeluarkan tidak bisa membuka catatan yang ditulis sesudahnya."
            ))),
            self.tr("Laptop dari luar kelurahan ini masih bisa membaca."),
        )  # fmt: skip
        self.setVisible(bool(found))

    def _lines(self, found: Sequence[Outsider]) -> list[str]:
        names: dict[str, list[str]] = {}
        leads = self.tr("%1 (koordinator)")
        for each in found:
            said = fill(leads, each.name) if each.leads else each.name
            names.setdefault(each.rt, []).append(said)
        line = self.tr("RT %1: %2.")
        return [fill(line, rt_short(rt), ", ".join(of)) for rt, of in sorted(names.items())]
