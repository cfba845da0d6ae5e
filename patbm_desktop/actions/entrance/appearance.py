"""How the program looks and behaves on this laptop; readable while locked, so never a secret."""

from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from patbm_desktop.domain.op import BadOp, dumps, loads_strict
from patbm_desktop.wire.durable import named, write_atomically

FILE = "tampilan.json"
SCALES = (100, 125, 150, 175, 200)
"""Text sizes on offer, in per cent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """What a person chose: `scale` is the text size, `lock_minutes` the idle time (1 to 15).

    Three are no choices: `last_photo_folder` is where pictures were chosen last, by `rt_number`
    the locked screen says whose laptop this is, `seen_version` is the release opened here last.
    """

    language: str = "id"
    scale: float = 1.0
    scheme: str = "system"
    high_contrast: bool = False
    lock_minutes: int = 5
    hide_names: bool = False
    paper: str = "f4"
    greeting: str = "selamat"
    last_photo_folder: str = ""
    rt_number: str = ""
    seen_version: str = ""


_ALLOWED: dict[str, tuple[Any, ...]] = {
    "language": ("id", "en"),
    "scheme": ("system", "light", "dark"),
    "paper": ("f4", "a4"),
    "greeting": ("selamat", "assalamualaikum"),
    "scale": tuple(percent / 100 for percent in SCALES),
    "lock_minutes": tuple(range(1, 16)),
}


def read(folder: Path) -> Appearance:
    """Return what was chosen; the default for whatever is absent or makes no sense."""
    try:
        stored = loads_strict((folder / FILE).read_bytes())
    except (OSError, BadOp):
        return Appearance()
    if not isinstance(stored, dict):
        return Appearance()
    if isinstance(stored.get("scale"), int):
        stored["scale"] /= 100
    known = {field.name: field for field in fields(Appearance)}
    fine = {name: value for name, value in stored.items() if name in known and _fits(name, value)}
    return Appearance(**fine)


def _fits(name: str, value: Any) -> bool:
    if name in _ALLOWED:
        return value in _ALLOWED[name]
    return type(value) is type(getattr(Appearance(), name))


def write(folder: Path, appearance: Appearance) -> None:
    """Keep `appearance` for the next start.

    Raises:
        Fault: the file cannot be written.
    """
    stored = asdict(appearance) | {"scale": round(appearance.scale * 100)}
    with named():
        folder.mkdir(parents=True, exist_ok=True)
    write_atomically(folder / FILE, dumps(stored))


def change(folder: Path, **changes: Any) -> Appearance:
    """Change some choices, keep the rest, and return them all.

    Raises:
        Fault: the file cannot be written.
    """
    chosen = replace(read(folder), **changes)
    write(folder, chosen)
    return chosen
