"""Notes by flash drive: everything into one locked file, and what others brought taken in.

What the window and ``patbm usb`` ask for. The work is done with a `Laptop`, so that it can be done
on the lane of the network while a person goes on writing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from patbm_desktop.actions import drives
from patbm_desktop.actions.workspace import Workspace
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import listing, outbox
from patbm_desktop.store.delivery import NOTES
from patbm_desktop.sync import stick
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.stick import SUFFIX, Took

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What was saved: `notes` of all that is here, `waiting` ops that go out with it, its size.

    `readers` is how many other laptops can open it, `photos` how many pieces of photos are in it.
    """

    path: Path
    notes: int
    waiting: int
    photos: int
    readers: int
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What a file brought, for the sentence on screen.

    `rts` are the numbers of the RT its notes are of. Of these notes `new` are new or changed, by
    `edits`, and `known` had come before; `held` edits wait for a coordinator, `later` do not count
    here yet and `refused` were forged or unreadable. `delivered` of our own edits are received now.
    `asking` are laptops that ask to be let in. `kinds` changed.
    """

    rts: tuple[str, ...]
    new: int
    edits: int
    known: int
    held: int
    later: int
    refused: int
    delivered: int
    photos: int
    asking: tuple[str, ...]
    is_receipt: bool
    kinds: frozenset[str]


def file_name(rt_number: str, today: date) -> str:
    """Return what a bundle is called: ``PATBM_RT024_2026-11-21.patbm``; no RT is an office."""
    whose = f"RT{rt_number}" if rt_number else "KELURAHAN"
    return f"PATBM_{whose}_{today.isoformat()}{SUFFIX}"


def suggested_name(ws: Workspace) -> str:
    """Return what the bundle of this vault is called today."""
    return file_name(ws.me.rt_number, ws.today())


def target_on_stick(ws: Workspace) -> Path:
    """Return where a bundle goes when only one flash drive can be meant.

    Raises:
        Fault: STICK_MISSING or STICK_SEVERAL.
    """
    return drives.only(drives.plugged_in(), to_write=True).root / suggested_name(ws)


def found_on_stick() -> tuple[Path, ...]:
    """Return the bundles that lie on the one flash drive, the newest first.

    Raises:
        Fault: STICK_MISSING or STICK_SEVERAL.
    """
    return bundles_in(drives.only(drives.plugged_in(), to_write=False).root)


def bundles_in(folder: Path) -> tuple[Path, ...]:
    """Return the bundles in a folder by their names, the newest first.

    Raises:
        Fault: the drive was pulled out meanwhile.
    """
    try:
        found = [(each.stat().st_mtime, each) for each in folder.glob("*" + SUFFIX)]
    except OSError as error:
        raise Fault(Refusal.STICK_PULLED_READING) from error
    return tuple(path for _, path in sorted(found, reverse=True))


def save(laptop: Laptop, target: Path, progress: Progress | None = None) -> Carried:
    """Write all notes into one locked file; a request to be let in goes along while it stands.

    Raises:
        Fault: nobody else could open it, or the drive is full or gone; what lay there stands.
    """
    saved = stick.save(laptop, target, progress=progress)
    notes = sum(listing.count(laptop.db, kind, spaces=saved.spaces) for kind in NOTES)
    return Carried(
        path=saved.path, notes=notes, waiting=saved.waiting, photos=saved.parts,
        readers=len(saved.readers), size_bytes=saved.size,
    )  # fmt: skip


def load(laptop: Laptop, file: Path, progress: Progress | None = None) -> Brought:
    """Take in what a file has for this laptop; doing it twice is harmless.

    Raises:
        Fault: the file is no sound bundle for this laptop and nothing was changed; or the drive or
            the disk gave way, and doing it again goes on.
    """
    before = outbox.counts(laptop.db).terkirim
    loaded = stick.load(laptop, file, progress)
    new = _notes(laptop, (each.records for each in loaded.took))
    known = _notes(laptop, (each.known_records for each in loaded.took)) - new
    return Brought(
        rts=_rts(laptop, loaded.took),
        new=len(new),
        edits=sum(each.new for each in loaded.took),
        known=len(known),
        held=sum(each.held for each in loaded.took),
        later=sum(each.later for each in loaded.took),
        refused=sum(each.bad for each in loaded.took),
        delivered=max(0, outbox.counts(laptop.db).terkirim - before),
        photos=loaded.parts,
        asking=loaded.asking,
        is_receipt=any(each.is_receipt for each in loaded.took) and loaded.maker != laptop.dev,
        kinds=loaded.kinds,
    )


def _notes(laptop: Laptop, ents: Iterable[set[str]]) -> frozenset[str]:
    """Return those of `ents` that are notes, as far as this laptop can tell."""
    every = frozenset[str]().union(*ents)
    return frozenset[str]().union(*(listing.existing(laptop.db, kind, every) for kind in NOTES))


def _rts(laptop: Laptop, took: Iterable[Took]) -> tuple[str, ...]:
    spaces = [each.space for each in took if not laptop.rights.of(each.space).is_office]
    rows = listing.rows(laptop.db, "rt", spaces=spaces) if spaces else []
    numbers = {str(row.values["number"]) for row in rows if "number" in row.values}
    return tuple(sorted(numbers))
