"""What the window looks like: one palette, one stylesheet and one scale, changed together."""

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QStyleFactory

from patbm_desktop.assets import asset
from patbm_desktop.ui import older_python
from patbm_desktop.ui.icons import Glyph, render, themed
from patbm_desktop.ui.tokens import FACES, Scheme, Tokens, tokens

FAMILY = "Inter"
FONT_FILES = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf")
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)
USUAL_WIDTH_PX = 1366
STACKED_FROM = 1.25
RAIL_FROM, RAIL_FROM_TIGHT = 1.5, 1.3
BARE_RAIL_FROM = 1.75
TIGHT_FROM = 2.2
STEPS = (STACKED_FROM, RAIL_FROM_TIGHT, RAIL_FROM, BARE_RAIL_FROM, TIGHT_FROM)
"""Text sizes from which a page is laid out otherwise, in a window of the usual width."""
RING = 2
TABULAR = QFont.Tag("tnum")


def load_fonts() -> str:
    """Register the bundled faces and return the family that Qt really uses for them.

    Raises:
        RuntimeError: a face could not be read.
    """
    for name in FONT_FILES:
        if QFontDatabase.addApplicationFont(str(asset(f"fonts/{name}"))) < 0:
            raise RuntimeError(f"font {name} could not be read")
    return QFontInfo(QFont(FAMILY)).family()


def system_scheme() -> Scheme:
    """Return the scheme that the desktop asks for now."""
    dark = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return Scheme.DARK if dark else Scheme.LIGHT


def system_high_contrast() -> bool:
    """Say whether the desktop asks for high contrast now."""
    hints = QApplication.styleHints()  # held, for it owns what `accessibility` returns
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def palette(table: Tokens) -> QPalette:
    """Return the palette for what the stylesheet does not reach: dialogs, popups, delegates."""
    role = QPalette.ColorRole
    colours = {
        role.Window: table.bg,
        role.WindowText: table.text,
        role.Base: table.surface,
        role.AlternateBase: table.surface2,
        role.Text: table.text,
        role.PlaceholderText: table.text3,
        role.Button: table.surface,
        role.ButtonText: table.text,
        role.BrightText: table.onp,
        role.Highlight: table.primary,
        role.HighlightedText: table.onp,
        role.Accent: table.primary,
        role.Link: table.primary,
        role.LinkVisited: table.primary,
        role.ToolTipBase: table.surface,
        role.ToolTipText: table.text,
        role.Light: table.surface,
        role.Midlight: table.border,
        role.Mid: table.strong,
        role.Dark: table.strong,
        role.Shadow: table.strong,
    }
    made = QPalette()
    for key, colour in colours.items():
        made.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(table.text3))
    return made


def stylesheet(table: Tokens, scale: float) -> str:
    """Return the one application stylesheet for `table` at `scale`.

    The template writes lengths for 100 %: ``12px`` is multiplied by `scale`; ``half(40)`` is the
    round corner of a control 40 high (Qt drops a radius above half the height); ``box(40)`` and
    ``ringed(40)`` are its inside with a thin and with a focus outline; ``less(12)`` is a padding
    that gives the pixel back which the focus outline took; ``outline`` and ``ring`` are widths.
    """
    ring = RING + table.outline - 1

    def px(length: str) -> int:
        return round(float(length) * scale)

    words: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
        (r"/\*.*?\*/", lambda _: ""),
        (r"\b(\d+)px\b", lambda m: f"{px(m[1])}PX"),
        (r"\bhalf\((\d+)\)", lambda m: f"{px(m[1]) // 2}px"),
        (r"\bbox\((\d+)\)", lambda m: f"{px(m[1]) - 2 * table.outline}px"),
        (r"\bringed\((\d+)\)", lambda m: f"{px(m[1]) - 2 * ring}px"),
        (r"\bless\((\d+)\)", lambda m: f"{px(m[1]) - ring + table.outline}px"),
        (r"\boutline(?= solid)", lambda _: f"{table.outline}px"),
        (r"\bring(?= solid)", lambda _: f"{ring}px"),
        (r"@(\w+)", lambda m: str(getattr(table, m[1]))),
        (r"PX\b", lambda _: "px"),
    )
    sheet = asset("theme/app.qss").read_text(encoding="utf-8")
    for pattern, put in words:
        sheet = re.sub(pattern, put, sheet, flags=re.DOTALL)
    return sheet


class Theme(QObject):
    """The look in force; widgets that paint or measure hold it and listen to `changed`.

    `family` is the family that Qt really draws, to be logged when it is not Inter.
    `scale` is the text size, 1.0 to 2.0, and every length goes through `px`.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        scheme: Scheme = Scheme.LIGHT,
        scale: float = 1.0,
        *,
        high_contrast: bool = False,
    ) -> None:
        older_python.guard()
        super().__init__(app)
        self._app = app
        self.scheme = scheme
        self.scale = scale
        self.high_contrast = high_contrast
        self._width = USUAL_WIDTH_PX
        self.tokens = tokens(scheme, high_contrast=high_contrast)
        self.family = load_fonts()
        app.setStyle(QStyleFactory.create("Fusion"))
        self._dress()

    def apply(
        self,
        scheme: Scheme | None = None,
        scale: float | None = None,
        *,
        high_contrast: bool | None = None,
    ) -> None:
        """Change what is given, keep the rest, and dress every open window anew."""
        self.scheme = self.scheme if scheme is None else scheme
        self.scale = self.scale if scale is None else min(max(scale, SCALES[0]), SCALES[-1])
        self.high_contrast = self.high_contrast if high_contrast is None else high_contrast
        self.tokens = tokens(self.scheme, high_contrast=self.high_contrast)
        self._dress()
        self.changed.emit()

    def fit(self, width: int) -> None:
        """Lay everything out for a window `width` pixels wide: a narrow one as for large words."""
        before = self._steps()
        self._width = width
        if before != self._steps():
            self.changed.emit()

    @property
    def tightness(self) -> float:
        """The text size that would leave as little room in a window of the usual width."""
        return self.scale * max(1.0, USUAL_WIDTH_PX / max(self._width, 1))

    @property
    def stacked(self) -> bool:
        """Whether a right column moves under the form."""
        return self.tightness >= STACKED_FROM

    @property
    def rail(self) -> bool:
        """Whether the sidebar is a narrow rail."""
        return self.scale >= RAIL_FROM or self.tightness >= RAIL_FROM_TIGHT

    @property
    def bare_rail(self) -> bool:
        """Whether the rail shows icons without words."""
        return self.tightness >= BARE_RAIL_FROM

    @property
    def tight(self) -> bool:
        """Whether there is room for little more than signs."""
        return self.tightness >= TIGHT_FROM

    @property
    def ring(self) -> int:
        """Width of the outline of what has the focus or is chosen, in pixels."""
        return RING + self.tokens.outline - 1

    def _steps(self) -> tuple[bool, ...]:
        """Return which of the ways to lay a page out are taken."""
        return tuple(self.tightness >= step for step in STEPS)

    def px(self, length: float) -> int:
        """Return `length`, given for 100 %, in pixels at the present scale."""
        return round(length * self.scale)

    def hex(self, tone: str) -> str:
        """Return the colour of the token `tone` as ``#RRGGBB``."""
        return str(getattr(self.tokens, tone))

    def colour(self, tone: str) -> QColor:
        """Return the colour of the token `tone`."""
        return QColor(self.hex(tone))

    def font(self, face: str = "body", *, tabular: bool = False) -> QFont:
        """Return the step `face` of the type scale; `tabular` only for columns of numbers."""
        step = FACES[face]
        font = QFont(FAMILY)
        font.setPixelSize(self.px(step.px))
        font.setWeight(QFont.Weight(step.weight))
        if tabular:
            font.setFeature(TABULAR, 1)
        return font

    def icon(self, name: str, tone: str = "text2") -> QIcon:
        """Return the icon `name` in the token `tone`, which follows a change of theme."""
        return themed(self, Glyph(name=name, tone=tone))

    def glyph(self, glyph: Glyph) -> QIcon:
        """Return an icon with more than one look, which follows a change of theme."""
        return themed(self, glyph)

    def picture(self, name: str, tone: str, side: float, ratio: float = 1.0) -> QPixmap:
        """Return the icon `name` as a picture `side` high at 100 %, for a paint event."""
        drawn = render(name, self.hex(tone), round(self.px(side) * ratio)).copy()
        drawn.setDevicePixelRatio(ratio)
        return drawn

    def _dress(self) -> None:
        self._app.setPalette(palette(self.tokens))
        self._app.setFont(self.font())
        self._app.setStyleSheet(stylesheet(self.tokens, self.scale))
