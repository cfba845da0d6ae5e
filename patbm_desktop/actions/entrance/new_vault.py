"""Making a vault: for an RT, for the office of a kelurahan, or for an arsip laptop."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from patbm_desktop.actions.entrance import region as regions
from patbm_desktop.actions.entrance.passphrases import demand_strength
from patbm_desktop.actions.entrance.vault import HALF_MADE, exists, open_held
from patbm_desktop.actions.opened.changes import Refused
from patbm_desktop.actions.opened.search_words import words
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain import ids
from patbm_desktop.domain.clock import Clock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.kinds import missing, problems
from patbm_desktop.seal import keyfile, sign
from patbm_desktop.store import connect, keyring, setting
from patbm_desktop.store import folder as names
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync import founding
from patbm_desktop.sync.founding import Root
from patbm_desktop.sync.laptop import DEVICE, open_laptop
from patbm_desktop.wire.durable import fsync_folder, named, write_atomically

IS_ARCHIVE = "is_archive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Who makes a vault and for which RT; `rt_number` has three digits.

    Without a number it is the vault of a coordinator: that of the kelurahan's office.
    """

    name: str
    call_name: str = ""
    address_form: str = "tanpa"
    kelurahan_code: str
    kelurahan_name: str = ""
    rt_number: str
    sex: str | None = None
    region: str = regions.DEFAULT


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """What the vault of an arsip laptop needs to know: its name at the lock, and its city."""

    name: str = "Arsip"
    region: str = regions.DEFAULT


def make(folder: Path, profile: Profile, words_: str, clock: Clock) -> Workspace:
    """Make a vault, for one RT or for a coordinator, and open it.

    A mark stands in the folder while the vault is being made: a second try after a kill may clear
    what the first one left, and never anything else.

    Raises:
        Fault: there is a vault already, the passphrase is too weak, or the disk refused.
        Refused: the profile breaks the field table.
    """
    beginning = _Beginning(profile, clock)
    beginning.demand_fitting()
    name = profile.call_name or profile.name
    return _make(folder, beginning.write, beginning.person, name, words_, clock)


def make_archive(folder: Path, profile: Archive, words_: str, clock: Clock) -> Workspace:
    """Make the vault of an arsip laptop, and open it; it founds nothing and is sealed no key.

    Its public keys (`archive_keys`) go into the region file of the next release.

    Raises:
        Fault: as `make`.
    """
    person = ids.fresh()

    def write(db: Any) -> None:
        with writing(db):
            keyring.remember_device(db, DEVICE, sign.make().secret)
            for key, value in (("person", person), ("space", ""), ("rt", ""),
                               ("region", profile.region), (IS_ARCHIVE, True)):  # fmt: skip
                setting.write(db, key, value)

    return _make(folder, write, person, profile.name, words_, clock)


def archive_keys(ws: Workspace) -> str:
    """Return the lines of a region file that make this laptop an arsip of the city."""
    device = ws.device
    return f'[[archive]]\nsign_pk = "{device.sign_pk.hex()}"\nbox_pk = "{device.box_pk.hex()}"\n'


def is_archive(ws: Workspace) -> bool:
    """Say whether this vault was made for an arsip laptop."""
    return bool(setting.read(ws.db, IS_ARCHIVE, default=False))


def _make(  # noqa: PLR0917  (what a vault is made of)
    folder: Path,
    write: Callable[[Any], None],
    person: str,
    name: str,
    words_: str,
    clock: Clock,
) -> Workspace:
    if exists(folder):
        raise Fault(Refusal.VAULT_EXISTS)
    demand_strength(words_)
    with named():
        folder.mkdir(parents=True, exist_ok=True)
        _clear_half_made(folder)
    write_atomically(folder / HALF_MADE, b"")
    key = keyfile.new_key()
    db = connect.create(folder / names.DATABASE, key)
    write(db)
    connect.close(db)
    held = keyfile.create(folder, key, person, name, words_)
    (folder / HALF_MADE).unlink()
    fsync_folder(folder)
    return open_held(folder, held, clock)


def _clear_half_made(folder: Path) -> None:
    if not (folder / HALF_MADE).exists():
        return
    database = [folder / (names.DATABASE + suffix) for suffix in ("", "-wal", "-shm")]
    for path in (*database, *folder.glob(names.KEY_FILES)):
        path.unlink(missing_ok=True)


class _Beginning:
    """What stands in a new vault: its first space, and what the laptop remembers of itself."""

    def __init__(self, profile: Profile, clock: Clock) -> None:
        self.profile = profile
        self.clock = clock
        self.person = ids.fresh()
        self.rt = ids.rt_id(profile.kelurahan_code, profile.rt_number) if self.is_of_rt else ""

    @property
    def is_of_rt(self) -> bool:
        """Whether it is for an RT, and not for the office of a kelurahan."""
        return bool(self.profile.rt_number)

    def demand_fitting(self) -> None:
        """Return only when the first records can be kept.

        Raises:
            Refused: a value of the profile breaks the field table.
        """
        records = [("person", self._owner())] + ([("rt", self._rt())] if self.is_of_rt else [])
        for kind, values in records:
            found = (*missing(kind, values), *problems(kind, values))
            if found:
                raise Refused(found)

    def write(self, db: Any) -> None:
        """Keep the first ops, the keys and the settings of the laptop in one transaction."""
        with writing(db):
            keyring.remember_device(db, DEVICE, sign.make().secret)
            laptop = open_laptop(db, Path(), self.person, clock=self.clock, words=words)
            space = founding.found(laptop, self._root())
            setting.write(db, "person", self.person)
            setting.write(db, "space", space)
            setting.write(db, "rt", self.rt)
            setting.write(db, "region", self.profile.region)
            setting.write(db, "kelurahan_name", self.profile.kelurahan_name)

    def _root(self) -> Root:
        return Root(
            kelurahan=self.profile.kelurahan_code,
            owner=self._owner(),
            rt_number=self.profile.rt_number,
            rt=self._rt() if self.is_of_rt else None,
        )

    def _owner(self) -> dict[str, Any]:
        profile = self.profile
        values = {
            "name": profile.name.strip(), "call_name": profile.call_name.strip() or None,
            "address_form": profile.address_form, "sex": profile.sex,
            "level": "rt" if self.is_of_rt else "kelurahan",
            "position": "kader_ppa_rt" if self.is_of_rt else "anggota",
            "rt_id": self.rt or None, "active_from": self._today(),
        }  # fmt: skip
        return {name: value for name, value in values.items() if value is not None}

    def _rt(self) -> dict[str, Any]:
        return {
            "kelurahan_code": self.profile.kelurahan_code, "number": self.profile.rt_number,
            "valid_from": self._today(),
        }  # fmt: skip

    def _today(self) -> str:
        return self.clock.now().date().isoformat()
