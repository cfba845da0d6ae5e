"""The look: contrast of every pair, round corners, one family of letters, a change at run time."""

import re

import pytest
from PySide6.QtGui import QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from patbm_desktop.assets import asset
from patbm_desktop.ui.parts.labels import IconDisc
from patbm_desktop.ui.theme import SCALES, Theme, stylesheet
from patbm_desktop.ui.tokens import FACES, SMALLEST, Scheme, Tokens, tokens

TEXT = 4.5
OUTLINE = 3.0
TEXT_PAIRS = [
    *[(word, back) for word in ("text", "text2") for back in ("surface", "bg", "surface2")],
    ("text3", "surface"),
    ("text", "soft"),
    ("primary", "surface"),
    ("primary", "soft"),
    ("primary", "bg"),
    ("onp", "primary"),
    ("onp", "hover"),
    ("onhero", "hero"),
    ("sidetext", "side"),
    ("sidedim", "side"),
    ("sidehead", "sideact"),
    ("side", "accent"),
    ("onsun", "sun"),
    *[(word, "surface") for word in ("danger", "warn", "ok", "info")],
    *[(word, f"{word}_soft") for word in ("danger", "warn", "ok", "info")],
]
OUTLINE_PAIRS = [
    ("strong", "surface"),
    ("strong", "bg"),
    ("primary", "surface"),
    ("track", "surface"),
    ("accent", "side"),
    ("sun", "side"),
]
TABLES = [tokens(scheme, high_contrast=high) for scheme in Scheme for high in (False, True)]


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(("word", "back"), TEXT_PAIRS)
def test_words_can_be_read_on_what_they_stand_on(table: Tokens, word: str, back: str) -> None:
    assert contrast(getattr(table, word), getattr(table, back)) >= TEXT


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(("line", "back"), OUTLINE_PAIRS)
def test_what_can_be_clicked_has_an_outline_that_is_seen(
    table: Tokens, line: str, back: str
) -> None:
    assert contrast(getattr(table, line), getattr(table, back)) >= OUTLINE


@pytest.mark.parametrize(
    ("pair", "light", "dark"),
    [
        (("text", "surface"), 16.49, 14.36),
        (("strong", "surface"), 3.86, 5.17),
        (("primary", "soft"), 5.20, 5.58),
        (("onsun", "sun"), 9.27, 9.27),
        (("warn", "warn_soft"), 6.70, 8.60),
    ],
)
def test_the_contrast_is_the_one_the_design_measured(
    pair: tuple[str, str], light: float, dark: float
) -> None:
    for scheme, wanted in ((Scheme.LIGHT, light), (Scheme.DARK, dark)):
        table = tokens(scheme)
        found = contrast(getattr(table, pair[0]), getattr(table, pair[1]))
        assert found == pytest.approx(wanted, abs=0.02)


@pytest.mark.parametrize("table", [tokens(scheme) for scheme in Scheme])
def test_lines_in_a_chart_stand_out_from_the_card(table: Tokens) -> None:
    assert min(contrast(colour, table.surface) for colour in table.series) >= OUTLINE


@pytest.mark.parametrize("table", TABLES)
def test_the_yellow_of_danger_is_nobody_elses(table: Tokens) -> None:
    same = [name for name, colour in table.colours().items() if colour == table.sun]
    assert same == ["sun"]


def test_no_letter_is_smaller_than_twelve_pixels() -> None:
    assert min(face.px for face in FACES.values()) == SMALLEST == 12


def test_every_face_of_a_label_stands_in_the_stylesheet_as_in_the_scale() -> None:
    sheet = asset("theme/app.qss").read_text(encoding="utf-8")
    rules = re.findall(
        r'QLabel\[face="(\w+)"\] \{ font-size: (\d+)px; font-weight: (\d+); \}', sheet
    )
    assert {name: (int(px), int(weight)) for name, px, weight in rules}.items() <= {
        name: (face.px, face.weight) for name, face in FACES.items()
    }.items()


@pytest.mark.parametrize("scale", SCALES)
def test_no_corner_is_rounder_than_half_the_height(scale: float) -> None:
    sheet = stylesheet(tokens(Scheme.LIGHT), scale)
    for rule in re.findall(r"\{([^}]*)\}", sheet):
        radius = re.search(r"border-radius: (\d+)px", rule)
        inside = re.search(r"max-height: (\d+)px", rule)
        if radius and inside:
            borders = re.search(r"border: (\d+)px", rule)
            height = int(inside[1]) + 2 * int(borders[1] if borders else 0)
            assert 2 * int(radius[1]) <= height + 2


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("table", TABLES)
def test_no_word_of_the_template_is_left_in_the_stylesheet(scale: float, table: Tokens) -> None:
    sheet = stylesheet(table, scale)
    assert not re.search(r"@|half\(|box\(|ringed\(|less\(|PX|(outline|ring) solid", sheet)


def test_the_bundled_letters_are_the_ones_drawn(theme: Theme) -> None:
    for face in FACES:
        info = QFontInfo(theme.font(face))
        assert (info.family(), info.weight()) == ("Inter", FACES[face].weight)


def test_numbers_in_a_column_are_equally_wide_and_words_are_left_alone(theme: Theme) -> None:
    columns, words = (QFontMetrics(theme.font(tabular=on)) for on in (True, False))
    assert columns.horizontalAdvance("1111") == columns.horizontalAdvance("8888")
    assert words.horizontalAdvance("1111") < words.horizontalAdvance("8888")


def test_a_change_of_scheme_recolours_palette_sheet_and_icons(
    theme: Theme, qapp: QApplication
) -> None:
    icon = theme.icon("house", "text")
    before = icon.pixmap(20, 20).toImage()
    theme.apply(Scheme.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == theme.tokens.bg
    assert theme.tokens.bg in qapp.styleSheet()
    assert icon.pixmap(20, 20).toImage() != before


def test_a_change_of_text_size_resizes_what_is_already_on_screen(
    theme: Theme, qtbot: QtBot
) -> None:
    label, disc = QLabel("Kegiatan"), IconDisc(theme, "house", side=40)
    label.setProperty("face", "page")
    for widget in (label, disc):
        qtbot.addWidget(widget)
        widget.show()
    theme.apply(scale=1.5)
    assert label.fontInfo().pixelSize() == 33
    assert disc.width() == 60


def test_a_button_keeps_its_height_when_it_takes_the_focus(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Simpan")
    qtbot.addWidget(button)
    button.show()
    before = button.sizeHint()
    button.setFocus()
    assert button.height() == 40
    assert button.sizeHint() == before


def test_a_text_size_out_of_range_is_brought_back_into_it(theme: Theme) -> None:
    theme.apply(scale=7.0)
    assert theme.scale == SCALES[-1]


def test_every_icon_follows_the_colour_it_is_given(theme: Theme) -> None:
    folder = asset("icons/house.svg").parent
    for path in folder.glob("*.svg"):
        text = path.read_text(encoding="utf-8")
        assert "currentColor" in text or path.stem == "app"
        assert not theme.icon(path.stem).pixmap(18, 18).toImage().isNull()


def test_the_licences_stand_beside_letters_and_icons() -> None:
    assert "SIL Open Font License" in asset("fonts/OFL.txt").read_text(encoding="utf-8")
    assert "ISC License" in asset("icons/LICENSE-lucide.txt").read_text(encoding="utf-8")
    assert "1.62.0" in asset("icons/README.md").read_text(encoding="utf-8")
