"""A stick as a way notes travel: save everything to it, take everything from it.

Where no server is, this is the only way; a bundle that a coordinator made and handed back is the
receipt. Whoever asks to be let in brings her space along (`sync/asking.py`).
"""

from contextlib import suppress
from pathlib import Path

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import outbox
from patbm_desktop.sync.asking import SUFFIX, is_answered, is_let_in, set_aside, waiting_files
from patbm_desktop.sync.bundle_in import Loaded, Took
from patbm_desktop.sync.bundle_in import Progress as BundleProgress
from patbm_desktop.sync.bundle_in import load as take_in
from patbm_desktop.sync.bundle_out import PHOTO_BYTES, Saved, save
from patbm_desktop.sync.bundle_survey import survey
from patbm_desktop.sync.exchange import Cut, Exchange, Met, Progress
from patbm_desktop.sync.laptop import Laptop

__all__ = [
    "PHOTO_BYTES", "SUFFIX", "Loaded", "Saved", "StickExchange", "Took", "load", "requests",
    "save", "take_waiting",
]  # fmt: skip


class StickExchange(Exchange):
    """Notes travel in the files of one folder, a file for each laptop; or in one file.

    Where it is one file the next laptop writes over it, after it has taken in what it holds.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def meet(self, laptop: Laptop, progress: Progress | None = None) -> Met:
        """Take in every bundle of others that is there, then write one's own.

        A file that is none, or is for others, keeps nobody from the rest.

        Raises:
            Cut: the stick gave way, or a file was not sound; what could be taken was taken.
        """
        met, delivered, ill = Met(), outbox.counts(laptop.db).terkirim, list[Fault]()
        try:
            for path in self._bundles(laptop):
                try:
                    met = _with(met, load(laptop, path), path.stat().st_size)
                except Fault as fault:
                    ill += [fault] * (fault.refusal is not Refusal.BUNDLE_FOR_OTHERS)
                if progress:
                    progress(met)
            size = self._save(laptop)
        except Fault as fault:
            raise Cut(fault, met) from fault
        met = _counted(laptop, met, delivered)._replace(bytes_up=size, turns=met.turns + 1)
        if ill:
            raise Cut(ill[0], met)
        return met

    def _save(self, laptop: Laptop) -> int:
        """Write one's own bundle, if there is anybody to open it; return its size."""
        try:
            return save(laptop, self._own(laptop)).size
        except Fault as fault:
            if fault.refusal is not Refusal.BUNDLE_FOR_NOBODY:
                raise
            return 0

    def _bundles(self, laptop: Laptop) -> list[Path]:
        if not self._path.is_dir():
            return [self._path] if self._path.exists() else []
        own = self._own(laptop)
        return [path for path in sorted(self._path.glob("*" + SUFFIX)) if path != own]

    def _own(self, laptop: Laptop) -> Path:
        return self._path / f"PATBM_{laptop.dev}{SUFFIX}" if self._path.is_dir() else self._path


def _counted(laptop: Laptop, met: Met, delivered: int) -> Met:
    counts = outbox.counts(laptop.db)
    return met._replace(
        sent=max(0, counts.terkirim - delivered),
        waits=counts.menunggu + counts.dikirim,
        held=counts.held,
        bad=counts.bad,
    )


def _with(met: Met, loaded: Loaded, size: int) -> Met:
    return met._replace(
        came=met.came + sum(each.new for each in loaded.took),
        later=met.later + sum(each.later for each in loaded.took),
        bytes_down=met.bytes_down + size,
        turns=met.turns + 1,
        kinds=met.kinds | loaded.kinds,
    )


def load(laptop: Laptop, path: Path, progress: BundleProgress | None = None) -> Loaded:
    """Take in what the bundle at `path` has for this laptop; twice is the same as once.

    Where its maker asks to be let in, it is kept until a person has typed her code.

    Raises:
        Fault: see `bundle_survey.survey`: the file is no sound bundle for this laptop, and nothing
            was changed; or the disk or the stick gave way, and doing it again goes on.
    """
    loaded = take_in(laptop, path, progress)
    for dev in loaded.asking:
        set_aside(laptop, path, dev)
    return loaded


def requests(laptop: Laptop) -> tuple[bytes, ...]:
    """Return the signed requests to join that came by stick and wait, as they travel.

    A file that went bad while it waited is passed over; its maker can bring another.
    """
    found: list[bytes] = []
    for dev, path in waiting_files(laptop).items():
        with suppress(Fault):
            found += [
                line
                for by, line in survey(laptop, path).asking.items()
                if by == dev and not is_answered(laptop, dev, line)
            ]
    return tuple(found)


def take_waiting(laptop: Laptop, dev: str) -> Loaded | None:
    """Take in what `dev`, who was let in now, had brought by stick; None where nothing waits.

    Raises:
        Fault: as `load`; the file stays until it was taken.
    """
    path = waiting_files(laptop).get(dev)
    if path is None or not is_let_in(laptop, dev):
        return None
    loaded = take_in(laptop, path)
    path.unlink()
    return loaded
