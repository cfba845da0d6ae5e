"""Notes by flash drive: everything into one locked file, and what others brought taken in.

What the window and ``patbm usb`` ask for. The work is done with a `Laptop`, so that it can be done
on the lane of the network while a person goes on writing. What came of a file is kept in the vault:
when, what, and the receipt.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from pathlib import Path

from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel import drives
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import bundles, listing, outbox
from patbm_desktop.store.delivery import NOTES
from patbm_desktop.sync import journal, receipt, stick
from patbm_desktop.sync.bundle import maker_of
from patbm_desktop.sync.journal import Contact, Way
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.stick import SUFFIX, Loaded, Saved, Took

Progress = Callable[[int, int], None]

NOT_OURS = frozenset({Refusal.BUNDLE_FOREIGN, Refusal.BUNDLE_FOR_OTHERS})
"""Files that have nothing to do with this laptop: beside others they are passed over."""

ILL = frozenset({
    Refusal.BUNDLE_ALTERED, Refusal.BUNDLE_CUT, Refusal.BUNDLE_FORGED, Refusal.BUNDLE_NEWER,
    Refusal.BUNDLE_SWOLLEN, Refusal.FILE_MISSING, Refusal.FILE_UNREADABLE,
})  # fmt: skip
"""Files that should have brought something and could not: they keep nobody from the rest."""


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
    """What files brought, for the sentence on screen.

    `rts` are the numbers of the RT its notes are of. Of these notes `new` are new or changed, by
    `edits`, and `known` had come before; `held` edits wait for a coordinator, `later` do not count
    here yet and `refused` were forged or unreadable. `delivered` of our own edits are received now.
    `asking` are laptops that ask to be let in, `ill` how many of several files could not be used.
    `kinds` changed.
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
    ill: int
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


def found_on_stick(dev: str) -> tuple[Path, ...]:
    """Return what the laptop `dev` takes from the one flash drive, see `worth_taking`.

    Raises:
        Fault: STICK_MISSING or STICK_SEVERAL.
    """
    return worth_taking(bundles_in(drives.only(drives.plugged_in(), to_write=False).root), dev)


def worth_taking(files: Sequence[Path], dev: str) -> tuple[Path, ...]:
    """Return of `files`, the newest first, one for each laptop that made some.

    A bundle holds everything, so the last one will do. The clock of a laptop may be wrong, and a
    later bundle is rarely the smaller one: where the newest is not the largest, both are taken.
    What `dev` made itself is taken only where nothing else is there.
    """
    made: dict[str, list[Path]] = {}
    for each in files:
        made.setdefault(maker_of(each) or each.name, []).append(each)
    own = made.pop(dev, [])
    chosen = {path for each in made.values() or [own] for path in _last(each)}
    return tuple(each for each in files if each in chosen)


def _last(files: Sequence[Path]) -> set[Path]:
    """Return the newest and the largest of `files`, which are often the same."""
    return {files[0], max(files, key=_size)} if files else set()


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError as error:
        raise Fault(Refusal.STICK_PULLED_READING) from error


def beside_others(target: Path, dev: str) -> Path:
    """Return where the laptop `dev` writes what it would call `target`.

    A file of its own is replaced. Where another laptop's stands, or one of which nobody can tell
    whose it is, a number goes behind the name: ``PATBM_RT024_2026-11-21 (2).patbm``.

    Raises:
        Fault: STICK_PULLED.
    """
    numbered = (target.with_stem(f"{target.stem} ({number})") for number in count(2))
    paths = chain((target,), numbered)
    try:
        return next(path for path in paths if not path.exists() or maker_of(path) == dev)
    except OSError as error:
        raise Fault(Refusal.STICK_PULLED) from error


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

    The file of another laptop is never written over, see `beside_others`.

    Raises:
        Fault: nobody else could open it, or the drive is full or gone; what lay there stands.
    """
    newest = bundles.newest(laptop.db)
    saved = stick.save(laptop, beside_others(target, laptop.dev), progress=progress)
    notes = sum(listing.count(laptop.db, kind, spaces=saved.spaces) for kind in NOTES)
    _note_saved(laptop, saved, notes, newest)
    return Carried(
        path=saved.path, notes=notes, waiting=saved.waiting, photos=saved.parts,
        readers=len(saved.readers), size_bytes=saved.size,
    )  # fmt: skip


def _note_saved(laptop: Laptop, saved: Saved, notes: int, newest: int) -> None:
    """Keep when a file was written, and the receipt; what was written meanwhile is not in it."""
    made = receipt.of_stick(
        laptop, Way.STICK_OUT, saved.spaces, sent=saved.ops, came=0, up_to_n=newest
    )
    at = laptop.clock.now()
    journal.note(laptop.db, Contact(at=at, way=Way.STICK_OUT, sent=saved.waiting, notes=notes))
    journal.keep_receipt(laptop.db, made)


def load(laptop: Laptop, file: Path, progress: Progress | None = None) -> Brought:
    """Take in what a file has for this laptop; doing it twice is harmless.

    Raises:
        Fault: the file is no sound bundle for this laptop and nothing was changed; or the drive or
            the disk gave way, and doing it again goes on.
    """
    return load_all(laptop, (file,), progress)


def load_all(laptop: Laptop, files: Sequence[Path], progress: Progress | None = None) -> Brought:
    """Take in what several files have for this laptop, one after the other.

    Raises:
        Fault: no file brought anything, and this is why; or the drive or the disk gave way, and
            doing it again goes on.
    """
    before = outbox.own_waiting(laptop.db, laptop.dev)
    loaded, faults = list[Loaded](), list[Fault]()
    for each in files:
        try:
            loaded.append(stick.load(laptop, each, progress))
        except Fault as fault:
            if fault.refusal not in ILL | NOT_OURS:
                raise
            faults.append(fault)
    ill = [each for each in faults if each.refusal in ILL]
    if not loaded:
        raise (ill or faults)[0]
    brought = _brought(laptop, loaded, ill=len(ill), before=before)
    if brought.new or brought.known or brought.edits or brought.delivered:
        spaces = {each.space for one in loaded for each in one.took}
        _note_loaded(laptop, brought, spaces)
    return brought


def _note_loaded(laptop: Laptop, brought: Brought, spaces: Collection[str]) -> None:
    """Keep when files were taken in, and the receipt."""
    made = receipt.of_stick(
        laptop, Way.STICK_IN, spaces,
        sent=brought.delivered, came=brought.edits, up_to_n=bundles.newest(laptop.db),
    )  # fmt: skip
    at, sent = laptop.clock.now(), brought.delivered
    journal.note(laptop.db, Contact(at=at, way=Way.STICK_IN, sent=sent, notes=brought.new))
    journal.keep_receipt(laptop.db, made)


def _brought(
    laptop: Laptop, loaded: Sequence[Loaded], *, ill: int, before: frozenset[str]
) -> Brought:
    took = [each for one in loaded for each in one.took]
    new = _notes(laptop, (each.records for each in took))
    known = _notes(laptop, (each.known_records for each in took)) - new
    return Brought(
        rts=_rts(laptop, took),
        new=len(new),
        edits=sum(each.new for each in took),
        known=len(known),
        held=sum(each.held for each in took),
        later=sum(each.later for each in took),
        refused=sum(each.bad for each in took),
        delivered=len(before - outbox.own_waiting(laptop.db, laptop.dev)),
        photos=sum(each.parts for each in loaded),
        asking=tuple(dict.fromkeys(dev for each in loaded for dev in each.asking)),
        is_receipt=any(_is_receipt(each) for each in loaded if each.maker != laptop.dev),
        ill=ill,
        kinds=frozenset().union(*(each.kinds for each in loaded)),
    )


def _is_receipt(loaded: Loaded) -> bool:
    return any(each.is_receipt for each in loaded.took)


def _notes(laptop: Laptop, ents: Iterable[set[str]]) -> frozenset[str]:
    """Return those of `ents` that are notes, as far as this laptop can tell."""
    every = frozenset[str]().union(*ents)
    return frozenset[str]().union(*(listing.existing(laptop.db, kind, every) for kind in NOTES))


def _rts(laptop: Laptop, took: Iterable[Took]) -> tuple[str, ...]:
    spaces = [each.space for each in took if not laptop.rights.of(each.space).is_office]
    rows = listing.rows(laptop.db, "rt", spaces=spaces) if spaces else []
    numbers = {str(row.values["number"]) for row in rows if "number" in row.values}
    return tuple(sorted(numbers))
