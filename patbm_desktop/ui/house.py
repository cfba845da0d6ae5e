"""What stays while the vault opens and locks: the look, the language, the lanes."""

import contextlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from patbm_desktop.actions.entrance import appearance as looks
from patbm_desktop.actions.entrance.appearance import Appearance
from patbm_desktop.domain.clock import Clock
from patbm_desktop.domain.fault import Fault
from patbm_desktop.ui.dialogs import Files
from patbm_desktop.ui.links import Links
from patbm_desktop.ui.session import Session
from patbm_desktop.ui.strings import Tongue
from patbm_desktop.ui.theme import Theme, system_high_contrast, system_scheme
from patbm_desktop.ui.tokens import Scheme
from patbm_desktop.ui.traveller import Traveller


class House(QObject):
    """Everything that outlives a lock; pages never see it, only what the desk hands on.

    `unsaved` are drafts that the disk has not taken yet, by their id: form, data, label, and the RT
    they are for. They wait here in memory, so that not even a full disk and a lock lose what was
    typed. `saved_at` is when something was last kept.
    """

    dressed = Signal()
    """The language changed: whatever shows words is to be built again."""
    dressing = Signal()
    """Colours or sizes are about to change for every widget there is."""
    changed = Signal()
    """Something else of the appearance changed."""

    def __init__(
        self,
        theme: Theme,
        clock: Clock,
        folder: Path,
        tongue: Tongue,
        links: Links | None = None,
    ) -> None:
        super().__init__()
        self.theme = theme
        self.clock = clock
        self.folder = folder
        self.session = Session(self)
        self.traveller = Traveller(self.session, links or Links())
        self.files = Files()
        self.unsaved: dict[str, tuple[str, dict[str, object], str, str]] = {}
        self.saved_at: datetime | None = None
        self._tongue = tongue
        self.appearance = looks.read(folder)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.wear(self.appearance)

    def wear(self, appearance: Appearance) -> None:
        """Show `appearance` at once."""
        before, self.appearance = self.appearance, appearance
        self._dress()
        self._tongue.speak(appearance.language)
        if before.language != appearance.language:
            self.dressed.emit()
        self.changed.emit()

    def set_appearance(self, appearance: Appearance) -> None:
        """Keep `appearance` for the next start and show it at once.

        Raises:
            Fault: the file cannot be written; what is shown changes all the same.
        """
        self.wear(appearance)
        looks.write(self.folder, appearance)

    def remember(self, **facts: str) -> None:
        """Keep a fact that is no choice of `Appearance`; a full disk is no reason to stop."""
        known = replace(self.appearance, **facts)  # type: ignore[arg-type]
        if known != self.appearance:
            self.appearance = known
            with contextlib.suppress(Fault):
                looks.write(self.folder, self.appearance)

    def _dress(self) -> None:
        wanted, theme = self.appearance, self.theme
        scheme = {"light": Scheme.LIGHT, "dark": Scheme.DARK}.get(wanted.scheme, system_scheme())
        contrast = wanted.high_contrast or system_high_contrast()
        now = (theme.scheme, theme.scale, theme.high_contrast)
        if now != (scheme, wanted.scale, contrast):
            self.dressing.emit()
            theme.apply(scheme, wanted.scale, high_contrast=contrast)

    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        if self.appearance.scheme == "system":
            self._dress()
