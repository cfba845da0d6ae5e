"""A password field: an eye to show it, and a word when Caps Lock is on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from patbm_desktop.ui.parts.buttons import IconButton
from patbm_desktop.ui.parts.fields import SignedLine
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column
from patbm_desktop.ui.theme import Theme

HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretLine(SignedLine):
    """The line itself, masked, with an eye at its far end."""

    far_px = 36

    def __init__(self, theme: Theme, name: str, icon: str, *, size: str = "") -> None:
        self.eye = IconButton(theme, "eye", "", tone="text2")
        super().__init__(theme, name, "", icon, size=size)
        self.eye.setParent(self)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(HINTS)

    def place_far(self) -> None:
        """Keep the eye at the far end."""
        self.eye.adjustSize()
        left = self.width() - self.eye.width() - self._theme.px(5)
        self.eye.move(left, (self.height() - self.eye.height()) // 2)


class PasswordField(QWidget):
    """Takes a secret; `submitted` is Enter. The text leaves only through `text`."""

    submitted = Signal()

    def __init__(
        self, theme: Theme, name: str, *, size: str = "huge", key_icon: bool = True
    ) -> None:
        super().__init__()
        self.field = SecretLine(theme, name, "key-round" if key_icon else "", size=size)
        self.caps = Label(self.tr("Caps Lock sedang menyala"), "hint", "warn")
        column = Column(theme, self, spacing=4)
        column.addWidget(self.field)
        column.addWidget(self.caps)
        self.caps.hide()
        self.field.installEventFilter(self)
        self.field.eye.clicked.connect(self._flip)
        self.field.returnPressed.connect(self.submitted)
        self.setFocusProxy(self.field)
        self._dress()

    def text(self) -> str:
        """Return the secret as typed."""
        return self.field.text()

    def clear(self) -> None:
        """Empty the field and hide what is typed next."""
        self.field.clear()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self._dress()

    def reveal(self, on: bool) -> None:  # noqa: FBT001 - one value, one meaning
        """Show or mask what is typed."""
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self.field.setEchoMode(mode)
        self._dress()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice Caps Lock from the letters that arrive."""
        if watched is self.field and isinstance(event, QKeyEvent):
            self._notice(event)
        return False

    def _notice(self, event: QKeyEvent) -> None:
        letter = event.text()
        if event.type() == QEvent.Type.KeyPress and letter.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps.setVisible(letter.isupper() != shift)
        elif event.type() == QEvent.Type.KeyRelease and event.key() == Qt.Key.Key_CapsLock:
            self.caps.hide()

    def _flip(self) -> None:
        self.reveal(self.field.echoMode() == QLineEdit.EchoMode.Password)

    def _dress(self) -> None:
        hidden = self.field.echoMode() == QLineEdit.EchoMode.Password
        word = self.tr("Tampilkan") if hidden else self.tr("Sembunyikan")
        self.field.eye.show_as("eye" if hidden else "eye-off", word)
