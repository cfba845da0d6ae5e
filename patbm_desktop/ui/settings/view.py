"""What Pengaturan shows, gathered once and frozen."""

from dataclasses import dataclass
from pathlib import Path

from patbm_desktop.actions.entrance.appearance import Appearance
from patbm_desktop.actions.entrance.passphrases import SheetState
from patbm_desktop.actions.kelurahan.joining import Standing
from patbm_desktop.actions.opened.me import Me
from patbm_desktop.actions.rt.contacts import ContactRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything there is to set: on this laptop (`appearance`), about the person, and the RT.

    `head` is the Ketua RT's name, `kop` and `address` the lines on top of the sheets; `kelurahan`
    are codes and names to pick from; `city` is its short name and `log` where troubles are noted.
    `standing` says how far this laptop has come, `travels` that notes go by themselves.
    """

    appearance: Appearance
    me: Me
    head: str
    kop: tuple[str, ...]
    address: str
    contacts: tuple[ContactRow, ...]
    sheet: SheetState
    kelurahan: tuple[tuple[str, str], ...]
    city: str
    log: Path
    standing: Standing
    travels: bool
