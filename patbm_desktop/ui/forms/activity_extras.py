"""What may be added to a session: photos, an attendance list, notes; one stop of the Tab key."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.layouts import Column, Flow
from patbm_desktop.ui.theme import Theme

STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class ExtrasRow(QWidget):
    """Three quiet buttons side by side; arrows move between them."""

    photo_asked = Signal()
    list_asked = Signal()
    notes_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.photo = Button(theme, self.tr("Tambah foto"), kind="quiet", icon="camera")
        self.list = Button(
            theme, self.tr("Tambah daftar hadir"), kind="quiet", icon="clipboard-list"
        )
        self.notes = Button(theme, self.tr("Tambah catatan"), kind="quiet", icon="text")
        flow = Flow(theme, spacing=(6, 2))
        for button in self._all():
            flow.add(button)
            button.installEventFilter(self)
        Column(theme, self).addWidget(flow)
        self.photo.clicked.connect(self.photo_asked)
        self.list.clicked.connect(self.list_asked)
        self.notes.clicked.connect(self.notes_asked)
        self._rove(self.photo)

    def show_left(self, *, photo: bool, attendance: bool, notes: bool) -> None:
        """Leave out what has been unfolded already."""
        for button, is_left in zip(self._all(), (photo, attendance, notes), strict=True):
            button.setVisible(is_left)
        stops = self._stops()
        if stops:
            self._rove(stops[0])
        self.setVisible(bool(stops))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move by the arrow keys, and remember where the keyboard was."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, Button):
            self._rove(watched)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = STEPS.get(Qt.Key(event.key()), 0)
            stops = self._stops()
            if step and watched in stops:
                here = next(at for at, button in enumerate(stops) if button is watched)
                stops[(here + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _all(self) -> Sequence[Button]:
        return (self.photo, self.list, self.notes)

    def _stops(self) -> list[Button]:
        return [button for button in self._all() if not button.isHidden()]

    def _rove(self, current: Button) -> None:
        for button in self._all():
            here = button is current
            policy = Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
