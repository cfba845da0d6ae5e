"""Photos in their own, slower lane: after the text, one part at a time, as far as time allows.

Each part is handed in once and may be handed in twice; what was seen on the server is noted at
once, so a lane that was cut goes on where it was. After a rewind nothing is noted as seen, and each
part is asked for before it is sent again. A photo that has not arrived is shown as *foto belum
tiba*; one of an erased record is nobody's any more, and is neither sent nor fetched.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import marks, part_book, parts
from patbm_desktop.store.part_book import SEEN, NamedPart
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.wire.limits import PART
from patbm_desktop.wire.post_office import PostOffice

MOST_BYTES = 16 * 1024 * 1024
"""Of one go both ways, so that the text of the next round never waits long."""

MOST_ABSENT = 40
"""Parts that were asked for in vain in one go; their owner has not been there yet."""

OF_A_SPACE = frozenset({Refusal.DEVICE_UNKNOWN, Refusal.SERVER_STRANGE})
"""Refusals that may concern one space alone: this laptop is no member there any more."""


class PhotosWaiting(NamedTuple):
    """How many photos, by their records, are to go out and how many have not arrived yet."""

    out: int
    missing: int


class PartsMet(NamedTuple):
    """What one go did, in parts and bytes; `is_done` says that no room was wanting."""

    sent: int = 0
    came: int = 0
    bytes_up: int = 0
    bytes_down: int = 0
    is_done: bool = True


Progress = Callable[[PartsMet], None]
"""Hears of every part; may raise a `Fault` to stop the lane."""


def waiting(laptop: Laptop) -> PhotosWaiting:
    """Count the photos that are still on their way."""
    here = frozenset(parts.every(laptop.folder))
    named = part_book.standing(laptop.db)
    return PhotosWaiting(
        len({(each.space, each.ent) for each in named if _is_to_go(each, here)}),
        len({(each.space, each.ent) for each in named if each.sha not in here}),
    )


def exchange(
    laptop: Laptop,
    office: PostOffice,
    *,
    most_bytes: int = MOST_BYTES,
    progress: Progress | None = None,
) -> PartsMet:
    """Hand in parts whose records are delivered, then fetch those that are missing here.

    Stops after `most_bytes`; the next go takes up there.

    Raises:
        Fault: nobody answered, or this laptop's disk refused; what was moved stays moved.
    """
    return _Lane(laptop, office, most_bytes, progress).run()


@dataclass(slots=True)
class _Lane:
    laptop: Laptop
    office: PostOffice
    most_bytes: int
    progress: Progress | None
    met: PartsMet = field(default=PartsMet(), init=False)
    absent: int = field(default=0, init=False)
    closed: dict[str, Fault] = field(default_factory=dict, init=False)

    def run(self) -> PartsMet:
        served = set(marks.spaces(self.laptop.db))
        here = frozenset(parts.every(self.laptop.folder))
        named = [each for each in part_book.standing(self.laptop.db) if each.space in served]
        self._each(
            [each for each in named if _is_to_go(each, here) and each.is_delivered], self._send
        )
        self._each([each for each in named if each.sha not in here], self._fetch)
        if self.closed and not (self.met.sent or self.met.came):
            raise next(iter(self.closed.values()))
        return self.met

    def _each(self, some: list[NamedPart], move: Callable[[NamedPart], None]) -> None:
        for part in some:
            if part.space in self.closed:
                continue
            if self.met.bytes_up + self.met.bytes_down >= self.most_bytes:
                self.met = self.met._replace(is_done=False)
                return
            try:
                move(part)
            except Fault as fault:
                if fault.refusal not in OF_A_SPACE:
                    raise
                self.closed[part.space] = fault
            if self.progress:
                self.progress(self.met)

    def _send(self, part: NamedPart) -> None:
        laptop = self.laptop
        if not parts.is_whole(laptop.folder, part.sha):
            return
        if not self.office.has_part(part.space, part.ent, part.sha):
            data = parts.read(laptop.folder, part.sha)
            self.office.put_part(part.space, part.ent, part.sha, data)
            self.met = self.met._replace(
                sent=self.met.sent + 1, bytes_up=self.met.bytes_up + len(data)
            )
        part_book.note(laptop.db, part, SEEN)

    def _fetch(self, part: NamedPart) -> None:
        if self.absent >= MOST_ABSENT:
            return
        data = self.office.get_part(part.space, part.ent, part.sha)
        if data is None or len(data) > PART or parts.name_of(data) != part.sha:
            self.absent += 1
            part_book.note(self.laptop.db, part, min(part.seen, 0) - 1)
            return
        parts.write(self.laptop.folder, data)
        if not part_book.note(self.laptop.db, part, SEEN):
            (self.laptop.folder / parts.place_of(part.sha)).unlink(missing_ok=True)
            return
        self.met = self.met._replace(
            came=self.met.came + 1, bytes_down=self.met.bytes_down + len(data)
        )


def _is_to_go(part: NamedPart, here: frozenset[str]) -> bool:
    return part.seen != SEEN and part.sha in here
