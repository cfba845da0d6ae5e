"""The bar that says, twenty seconds before, that the vault is about to be locked."""

from PySide6.QtWidgets import QWidget

from patbm_desktop.ui.parts.cards import Banner
from patbm_desktop.ui.parts.toast import announce
from patbm_desktop.ui.theme import Theme

WIDTH = 620
EDGE = 16


class LockNotice(Banner):
    """Lies at the top of the window; any key or move of the mouse takes it away."""

    def __init__(self, host: QWidget, theme: Theme) -> None:
        super().__init__(theme, "", status="warn", icon="lock-keyhole")
        self._host, self._theme = host, theme
        self.setParent(host)
        self.hide()

    def set_shown(self, on: bool) -> None:  # noqa: FBT001 - a slot of a signal that carries one
        """Show or hide the notice; it is read out at once when it comes."""
        self.setVisible(on)
        if on:
            words = self.tr(
                "Akan terkunci sebentar lagi. Gerakkan mouse atau tekan tombol apa saja."
            )
            self.set_text(words)
            self.place()
            self.raise_()
            announce(self, words, urgent=True)

    def place(self) -> None:
        """Stand in the middle of the upper edge."""
        width = min(self._theme.px(WIDTH), self._host.width() - 2 * EDGE)
        self.resize(width, max(self.heightForWidth(width), self.sizeHint().height()))
        self.move((self._host.width() - width) // 2, EDGE)
