"""The colours and the type scale of the window: frozen tables, one per scheme."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum


class Scheme(StrEnum):
    """Which table of colours the window wears."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Every colour by its use, as ``#RRGGBB``, and the width of a control outline in pixels.

    `border` is decoration round a container; `strong` outlines what can be clicked or typed in.
    `sun` means that a child is in danger now, and nothing else may wear it. A status has three
    colours: the word, its soft fill (`_soft`) and its outline (`_line`). `series` are for lines
    in a chart and never stand for a status.
    """

    bg: str
    surface: str
    surface2: str
    border: str
    strong: str
    text: str
    text2: str
    text3: str
    primary: str
    hover: str
    onp: str
    soft: str
    hero: str
    hero_line: str
    onhero: str
    side: str
    sideact: str
    sidehead: str
    sidetext: str
    sidedim: str
    sideline: str
    accent: str
    sun: str
    onsun: str
    danger: str
    danger_soft: str
    danger_line: str
    warn: str
    warn_soft: str
    warn_line: str
    ok: str
    ok_soft: str
    ok_line: str
    info: str
    info_soft: str
    info_line: str
    desk: str
    track: str
    series: tuple[str, str, str, str, str]
    outline: int = 1

    def colours(self) -> dict[str, str]:
        """Return every single colour by name, for the stylesheet and for tests."""
        return {
            field.name: value
            for field in fields(self)
            if isinstance(value := getattr(self, field.name), str)
        }


LIGHT = Tokens(
    bg="#F1F5F4",
    surface="#FFFFFF",
    surface2="#F6F9F8",
    border="#D3DDDA",
    strong="#768580",
    text="#17211F",
    text2="#465350",
    text3="#5C6966",
    primary="#0B6E63",
    hover="#095A51",
    onp="#FFFFFF",
    soft="#DFF0EC",
    hero="#0B6E63",
    hero_line="#0B6E63",
    onhero="#FFFFFF",
    side="#0C3B36",
    sideact="#18564E",
    sidehead="#FFFFFF",
    sidetext="#E3EFEC",
    sidedim="#A9C6C0",
    sideline="#4C7C74",
    accent="#8FD8CB",
    sun="#F4B93A",
    onsun="#2B1D00",
    danger="#B3261E",
    danger_soft="#FCEBE9",
    danger_line="#E3A9A4",
    warn="#7A4A00",
    warn_soft="#FFF1D6",
    warn_line="#DDA947",
    ok="#1A693B",
    ok_soft="#E2F3E8",
    ok_line="#9CCBAE",
    info="#1D5A96",
    info_soft="#E6F0FA",
    info_line="#A9C8E6",
    desk="#DDE4E2",
    track="#768580",
    series=("#0B6E63", "#EC6A13", "#BC2FBC", "#091B3E", "#679BAD"),
)

DARK = Tokens(
    bg="#0F1615",
    surface="#18211F",
    surface2="#1E2927",
    border="#32413D",
    strong="#83948F",
    text="#EAF1EF",
    text2="#B9C6C2",
    text3="#9AA9A5",
    primary="#55C7B4",
    hover="#79D6C6",
    onp="#05231E",
    soft="#17403A",
    hero="#17403A",
    hero_line="#55C7B4",
    onhero="#EAF1EF",
    side="#0A1211",
    sideact="#173B36",
    sidehead="#FFFFFF",
    sidetext="#DCE8E5",
    sidedim="#93AAA4",
    sideline="#4C7C74",
    accent="#8FD8CB",
    sun="#F4B93A",
    onsun="#2B1D00",
    danger="#FF9A90",
    danger_soft="#3B1D1A",
    danger_line="#7C3A34",
    warn="#F3C36A",
    warn_soft="#352A13",
    warn_line="#77602A",
    ok="#86D7A1",
    ok_soft="#16301F",
    ok_line="#2F6143",
    info="#93C2F3",
    info_soft="#17293C",
    info_line="#31557C",
    desk="#0A100F",
    track="#83948F",
    series=("#55C7B4", "#EEB52F", "#B14396", "#E7EDEF", "#3B73E3"),
)

TABLES = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK}


def tokens(scheme: Scheme, *, high_contrast: bool = False) -> Tokens:
    """Return the table for `scheme`; with `high_contrast` soft fills go and outlines thicken."""
    table = TABLES[scheme]
    return _high_contrast(table) if high_contrast else table


def _high_contrast(table: Tokens) -> Tokens:
    return replace(
        table,
        border=table.strong,
        text3=table.text2,
        soft=table.surface,
        danger_soft=table.surface,
        warn_soft=table.surface,
        ok_soft=table.surface,
        info_soft=table.surface,
        danger_line=table.danger,
        warn_line=table.warn,
        ok_line=table.ok,
        info_line=table.info,
        sideline=table.sidetext,
        outline=2,
    )


@dataclass(frozen=True, slots=True)
class Face:
    """One step of the type scale: height in pixels at 100 % and weight."""

    px: int
    weight: int


SMALLEST = 12

FACES = {
    "display": Face(30, 700),
    "wizard": Face(26, 700),
    "page": Face(22, 700),
    "hero": Face(18, 700),
    "card": Face(17, 700),
    "choice": Face(16, 600),
    "step": Face(16, 500),
    "body": Face(15, 400),
    "strong": Face(15, 600),
    "nav": Face(15, 500),
    "label": Face(14, 600),
    "chip": Face(14, 500),
    "chip_on": Face(14, 600),
    "text": Face(14, 400),
    "secondary": Face(13, 400),
    "hint": Face(13, 500),
    "pill": Face(13, 600),
    "caption": Face(SMALLEST, 500),
    "key": Face(SMALLEST, 600),
    "small": Face(SMALLEST, 400),
}
