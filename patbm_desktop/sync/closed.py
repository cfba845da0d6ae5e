"""Spaces this laptop was removed from: what still waits there, and when its notes may go from here.

Nothing goes by itself and nothing by an answer: a person decides. She is asked only where all of it
is with others, and a server has said so again after thirty days, by its clock and by that of this
laptop; what is noted are the days of rounds, so a clock alone brings nothing nearer. Then the notes
go from this laptop and from nowhere else (`store/letting_go.py`), and come back when it is let in
again. Source: section 5 of the protocol, "Closed".
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.kinds import KINDS
from patbm_desktop.seal import keyfile
from patbm_desktop.store import control, delivery, letting_go, oplog, part_book, parts, setting
from patbm_desktop.store.letting_go import Gone
from patbm_desktop.store.part_book import SEEN
from patbm_desktop.store.projection import Flag
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync.exchange import Met
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.offices import rt_of
from patbm_desktop.sync.trust import listed

DAYS = 30
"""Between the first round that found all of a space taken, and the one after which it may go."""

FRESH_DAYS = 1
"""So old the last of those rounds may be when a person decides."""

_NOTED = "closed"


class Stop(StrEnum):
    """Why the notes of a space cannot go yet, the most pressing first.

    *Notes*: not all is with a server for good; some of it may wait for a coordinator. *Photos*: no
    server was seen to have them all. *Readers*: nobody else can open all of it. *Days*: too early.
    *Round*: no server was asked of late. *Together*: of the same RT, or of the RT of this office,
    something has to stay.
    """

    NOTES = "notes"
    PHOTOS = "photos"
    READERS = "readers"
    DAYS = "days"
    ROUND = "round"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A space this laptop was removed from; `rt` is the record of its RT, "" for an office.

    `notes` stand here and `cases` of them are of cases; `left` wait to be taken. `due_on` is the
    day on which they may go, None while something waits; `stop` says what is in the way, None
    where a person may decide. `gone_on` is when they went from here.
    """

    space: str
    rt: str
    notes: int = 0
    cases: int = 0
    left: int = 0
    due_on: date | None = None
    stop: Stop | None = None
    gone_on: date | None = None

    @property
    def is_offered(self) -> bool:
        """Whether a person may let the notes go from this laptop."""
        return self.stop is None and self.gone_on is None


# -- what rounds found -----------------------------------------------------------------------


class _Days(NamedTuple):
    """When all of a space was found taken, first and last: by this laptop, and by the server."""

    first: date
    last: date
    first_there: date
    last_there: date

    def again(self, here: date, there: date) -> "_Days":
        """Return what stands after a later round; begin anew where a clock was put back."""
        if here < self.last or there < self.last_there:
            return _Days(here, here, there, there)
        return self._replace(last=here, last_there=there)

    @property
    def are_over(self) -> bool:
        """Whether thirty days lie between, by both clocks: neither alone can bring it nearer."""
        spans = self.last - self.first, self.last_there - self.first_there
        return min(spans) >= timedelta(days=DAYS)


def note(laptop: Laptop, met: Met) -> None:
    """Note which closed spaces a round, which came to its end, found to be taken as a whole.

    Its log holds what was read back here, for the server looked at our cursor; the rest was offered
    in this very round and is there. Where that is not so any more, or a log lost its end, the days
    begin anew.
    """
    waiting = frozenset(_removed_from(laptop)) - letting_go.every(laptop.db).keys()
    here, there = laptop.clock.now().date(), _day(met.now)
    noted = _noted(laptop)
    if there is None or not (waiting or noted):
        return
    before = {} if met.rewinds else noted
    today = _Days(here, here, there, there)
    found = {
        space: before[space].again(here, there) if space in before else today
        for space in sorted(waiting & met.closed)
        if not letting_go.left(laptop.db, space).ops
    }
    if found != noted:
        _write(laptop, found)


def _noted(laptop: Laptop) -> dict[str, _Days]:
    found = setting.read(laptop.db, _NOTED) or {}
    return {space: _Days(*map(date.fromisoformat, days)) for space, days in found.items()}


def _write(laptop: Laptop, noted: Mapping[str, _Days]) -> None:
    said = {space: [day.isoformat() for day in days] for space, days in noted.items()}
    setting.write(laptop.db, _NOTED, said)


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said[:10])
    except ValueError:
        return None


# -- what may go -----------------------------------------------------------------------------


def closed(laptop: Laptop) -> tuple[Closed, ...]:
    """Return the spaces this laptop was removed from, and those it let go."""
    gone, noted = letting_go.every(laptop.db), _noted(laptop)
    waiting = (space for space in _removed_from(laptop) if space not in gone)
    found = [_alone(laptop, space, noted.get(space)) for space in waiting]
    ready = {each.space for each in found if each.stop is None} | gone.keys()
    together = [_with_others(laptop, each, ready) for each in found]
    return (*together, *(_gone(laptop, each) for each in gone.values()))


def _removed_from(laptop: Laptop) -> Iterator[str]:
    """Give the spaces here in which a word that counts removed this laptop."""
    for space in control.newest(laptop.db):
        rights = laptop.rights.of(space)
        if laptop.dev in rights.removed and laptop.dev not in rights.now:
            yield space


def _gone(laptop: Laptop, gone: Gone) -> Closed:
    return Closed(
        space=gone.space, rt=rt_of(laptop, gone.space), gone_on=date.fromisoformat(gone.on)
    )


def _alone(laptop: Laptop, space: str, days: _Days | None) -> Closed:
    """Return how a space stands without a look at the others."""
    many = letting_go.standing(laptop.db, space, int(Flag.VOID | Flag.BEREFT))
    left = letting_go.left(laptop.db, space)
    stops = (
        (left.ops > 0, Stop.NOTES),
        (_has_unseen_photos(laptop, space), Stop.PHOTOS),
        (not _is_read_by_others(laptop, space, many), Stop.READERS),
        (days is not None and not days.are_over, Stop.DAYS),
        (days is None or _is_stale(laptop, days), Stop.ROUND),
    )
    return Closed(
        space=space,
        rt=rt_of(laptop, space),
        notes=sum(many.get(kind, 0) for kind in delivery.NOTES),
        cases=many.get("case", 0),
        left=left.records,
        due_on=days.first + timedelta(days=DAYS) if days and not left.ops else None,
        stop=next((stop for holds, stop in stops if holds), None),
    )


def _is_stale(laptop: Laptop, days: _Days) -> bool:
    return laptop.clock.now().date() - days.last > timedelta(days=FRESH_DAYS)


def _with_others(laptop: Laptop, each: Closed, ready: Collection[str]) -> Closed:
    """Return it stopped where something beside it has to stay here."""
    if each.stop is None and any(space not in ready for space in _beside(laptop, each)):
        return replace(each, stop=Stop.TOGETHER)
    return each


def _beside(laptop: Laptop, each: Closed) -> Iterator[str]:
    """Give the spaces here whose notes speak of those of this one: of its RT, or of its office."""
    here = control.newest(laptop.db)
    if each.rt:
        yield from (space for space in here if rt_of(laptop, space) == each.rt)
    else:
        of_office = listed(laptop.db, laptop.rights, each.space)
        yield from (row.space for row in of_office if row.space in here)


def _has_unseen_photos(laptop: Laptop, space: str) -> bool:
    named = [each for each in part_book.standing(laptop.db) if each.space == space]
    unseen = [each for each in named if each.seen != SEEN]
    return any(parts.has(laptop.folder, each.sha) for each in unseen)


def _is_read_by_others(laptop: Laptop, space: str, kinds: Collection[str]) -> bool:
    """Say whether somebody else can open all that can be opened here.

    Each key this laptop holds was handed to somebody who is entitled to it now.
    """
    rights = laptop.rights.of(space)
    uses = {KINDS[kind].use for kind in kinds if kind in KINDS} - {None}
    others = {use.value: rights.entitled(use.value) - {laptop.dev} for use in uses if use}
    keys = [each for each in laptop.keys(space) if each.use in others and each.key]
    return bool(rights.now - {laptop.dev}) and all(
        any(key.is_known_to(dev) for dev in others[key.use]) for key in keys
    )


# -- letting go, and coming back -------------------------------------------------------------


def let_go(laptop: Laptop, spaces: Collection[str]) -> frozenset[str]:
    """Drop the notes of `spaces` from this laptop, because a person decided so; return the kinds.

    The owner's own record stays, and that of the RT she made a space for, so that the laptop still
    knows whose it is; so do the words about rights and keys.

    Raises:
        Fault: SPACE_STAYS, one of them is not offered (any more), and nothing was done; or the disk
            refused.
    """
    kinds: frozenset[str] = frozenset()
    with writing(laptop.db):
        offered = {each.space: each for each in closed(laptop) if each.is_offered}
        if not spaces or not offered.keys() >= set(spaces):
            raise Fault(Refusal.SPACE_STAYS)
        for space in sorted(spaces):
            kinds |= letting_go.let_go(laptop.db, _going(laptop, offered[space]))
        _write(laptop, {of: days for of, days in _noted(laptop).items() if of not in spaces})
    return kinds | laptop.refresh()


def _going(laptop: Laptop, each: Closed) -> Gone:
    rights = laptop.rights.of(each.space)
    is_own = rights.founder == laptop.dev
    return Gone(
        space=each.space,
        on=laptop.clock.now().date().isoformat(),
        kept=frozenset({*_owners(laptop), *([each.rt] if is_own and each.rt else ())}),
        removed_by=frozenset(rights.removals(laptop.dev)),
        rts=frozenset({each.rt} - {""}),
    )


def _owners(laptop: Laptop) -> Iterator[str]:
    """Give the records of those who open this vault."""
    yield laptop.person
    if keyfile.exists(laptop.folder):
        yield from (each.ent for each in keyfile.people(laptop.folder))


def take_back(laptop: Laptop) -> tuple[str, ...]:
    """Keep notes again of spaces that let this laptop in after it let them go; return those.

    They are read from their beginning, as when scope grows.

    Raises:
        Fault: the disk refused.
    """
    found = tuple(
        each.space
        for each in letting_go.every(laptop.db).values()
        if laptop.dev in laptop.rights.of(each.space).now
        and all(oplog.has(laptop.db, op) for op in each.removed_by)
    )
    for space in found:
        letting_go.take_back(laptop.db, space)
    return found
