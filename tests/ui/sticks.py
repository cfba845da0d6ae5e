"""Two vaults joined by flash drive alone, and files that came of it: sound, old and cut."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from patbm_desktop.actions.activities import activities, activity_detail
from patbm_desktop.actions.entrance import new_vault, vault
from patbm_desktop.actions.kelurahan import joining, membership
from patbm_desktop.actions.kelurahan.membership import Terms
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel import usb
from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.sync import words
from tests.ui import travels
from tests.ui.opened import EVENING, PASSPHRASE, SARI

SESSION = Activity(
    program="lautan_rt", type="kelas_pengasuhan", date=date(2026, 11, 7),
    topics=("pengasuhan_positif",), participants=Count4(4, 13, 0, 0),
)  # fmt: skip


@dataclass(frozen=True)
class Joined:
    """Sari's vault and Rina's, who let her in by stick; `files` is where their files lie."""

    sari: Path
    rina: Path
    files: Path


def make(folder: Path) -> Joined:
    """Let Sari join Rina's kelurahan by files, and leave three of them: two sound, and one cut."""
    made = Joined(folder / "sari", folder / "rina", folder / "files")
    made.files.mkdir(parents=True)
    new_vault.make(made.sari, SARI, PASSPHRASE, FixedClock(EVENING)).close()
    travels.make_office(made.rina)
    sari, rina = opened(made.sari), opened(made.rina)
    _join(sari, rina, made.files)
    for name in ("old", "new"):
        note = activities.record(sari, SESSION).ent
        usb.save(sari.laptop, made.files / "sari.patbm")
        usb.load(rina.laptop, made.files / "sari.patbm")
        rina.refresh()
        shown = activity_detail.detail(rina, note)
        activities.correct(rina, SESSION, shown=shown, place_name=f"Balai {name}")
        usb.save(rina.laptop, made.files / f"{name}.patbm")
    raw = (made.files / "new.patbm").read_bytes()
    (made.files / "cut.patbm").write_bytes(raw[: len(raw) // 2])
    sari.close()
    rina.close()
    return made


def make_trusting(folder: Path) -> Joined:
    """Let Sari join Rina's kelurahan, where Rina's pact stands: Sari's vault has a slot for her."""
    made = Joined(folder / "sari", folder / "rina", folder / "files")
    made.files.mkdir(parents=True)
    new_vault.make(made.sari, SARI, PASSPHRASE, FixedClock(EVENING)).close()
    travels.make_office(made.rina)
    sari, rina = opened(made.sari), opened(made.rina)
    words.about(rina.laptop, rina.space, rina.device.dev, {"pact": "2026-11-01"})
    _join(sari, rina, made.files)
    sari.close()
    rina.close()
    opened(made.sari).close()
    return made


def opened(folder: Path) -> Workspace:
    """Open a vault as its owner does."""
    return vault.open_vault(folder, None, PASSPHRASE, FixedClock(EVENING))


def _join(sari: Workspace, rina: Workspace, files: Path) -> None:
    membership.save_invitation(membership.invite(rina, "912"), files / "undangan")
    joining.join_by_file(sari, files / "undangan")
    usb.save(sari.laptop, files / "ask.patbm")
    usb.load(rina.laptop, files / "ask.patbm")
    terms = Terms(pact="2026-11-20")
    membership.approve(rina, joining.own_code(sari), terms)
    usb.save(rina.laptop, files / "answer.patbm")
    usb.load(sari.laptop, files / "answer.patbm")
    sari.refresh()
