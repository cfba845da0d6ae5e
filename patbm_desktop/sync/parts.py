"""Photos in their own, slower lane: after the text, one part at a time, as far as time allows.

Each part is handed in once and may be handed in twice. That it was taken says nothing: it has
arrived when the server, asked for it afterwards, has it. What was seen is noted at once, so a lane
that was cut goes on where it was. After a rewind nothing is noted as seen; and because a server put
back to an older day may lack a part and have its record, every go asks anew for some of those seen,
in turn. A photo that has not arrived is shown as *foto belum tiba*; one of an erased record is
nobody's any more, and is neither sent nor fetched.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import marks, part_book, parts, setting
from patbm_desktop.store.part_book import SEEN, NamedPart
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.offices import writes
from patbm_desktop.wire.limits import PART
from patbm_desktop.wire.post_office import PostOffice

MOST_BYTES = 16 * 1024 * 1024
"""Of one go both ways, so that the text of the next round never waits long."""

MOST_ABSENT = 40
"""Parts that were asked for in vain in one go; their owner has not been there yet."""

MOST_ASKED_ANEW = 20
"""Parts seen on the server that one go asks for once more."""

_ANEW = "parts.anew"

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
        len({(each.space, each.ent) for each in _to_go(laptop, named, here)}),
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
        to_go = _to_go(self.laptop, named, here)
        self._each([each for each in to_go if each.is_delivered], self._send)
        self._each([each for each in named if each.sha not in here], self._fetch)
        self._each(self._once_more(named, here), self._send)
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
        has_arrived = self.office.has_part(part.space, part.ent, part.sha)
        if not has_arrived:
            self._put(part)
            has_arrived = self.office.has_part(part.space, part.ent, part.sha)
        part_book.note(laptop.db, part, SEEN if has_arrived else min(part.seen, 0))

    def _put(self, part: NamedPart) -> None:
        data = parts.read(self.laptop.folder, part.sha)
        self.office.put_part(part.space, part.ent, part.sha, data)
        self.met = self.met._replace(sent=self.met.sent + 1, bytes_up=self.met.bytes_up + len(data))

    def _once_more(self, named: list[NamedPart], here: frozenset[str]) -> list[NamedPart]:
        """Return the next of the parts that were seen, where the go before this one stopped."""
        laptop, last = self.laptop, setting.read(self.laptop.db, _ANEW, "")
        seen = [each for each in named if each.seen == SEEN and each.sha in here]
        seen = sorted(each for each in seen if writes(laptop, each.space))
        after = [each for each in seen if _name(each) > last]
        chosen = [*after, *seen][: min(MOST_ASKED_ANEW, len(seen))]
        if len(chosen) < len(seen):
            setting.write(laptop.db, _ANEW, _name(chosen[-1]))
        return chosen

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


def _to_go(laptop: Laptop, named: list[NamedPart], here: frozenset[str]) -> list[NamedPart]:
    """Return the parts that this laptop has and may hand in, and no server was seen to have."""
    found = [each for each in named if each.seen != SEEN and each.sha in here]
    return [each for each in found if writes(laptop, each.space)]


def _name(part: NamedPart) -> str:
    return f"{part.space}/{part.ent}/{part.sha}"
