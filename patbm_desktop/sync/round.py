"""One round with a server: offer what waits, take what is there, until neither is left.

Delivery is read-back and nothing else. A round is made of turns, one request and one answer each;
between two turns nothing is remembered that is not in the database, so a round may be cut anywhere.
An op is offered once a round, whatever is answered; twice where the log turned out to have lost
its end. The next request sets out before the last page is kept, and what it offers is read and
packed before the last answer is there, so that the server works while we do.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.release import VERSION
from patbm_desktop.store import outbox, positions, setting
from patbm_desktop.store.oplog import Kept
from patbm_desktop.store.positions import Fate, Page, PageTaken
from patbm_desktop.sync import closed, words
from patbm_desktop.sync.courier import Ahead, Courier, Direct
from patbm_desktop.sync.doorkeeper import Doorkeeper
from patbm_desktop.sync.exchange import Cut, Exchange, Met, Progress
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.pace import Pace
from patbm_desktop.sync.repair import repair
from patbm_desktop.wire import chain
from patbm_desktop.wire.chain import Cursor
from patbm_desktop.wire.gzipped import Tail
from patbm_desktop.wire.limits import MOST_OFFERS, MOST_SPACES
from patbm_desktop.wire.line import HeldLine, Line, line_id
from patbm_desktop.wire.messages import Answer, Offer, Request, SpaceNews
from patbm_desktop.wire.post_office import PostOffice, Traffic, traffic_of

MOST_STEPS_BACK = 200
"""Rewinds, and pages lost to another round, of one space in one round; a log is never that long."""

MOST_REPAIRS = 3
"""How often keys that a round brought are handed on within it."""

_RELEASE = "sync.release"


class ServerExchange(Exchange):
    """Notes travel to and from a server, whatever stands between: HTTP, or nothing at all.

    `is_far` says that asking takes a while, so the laptop writes meanwhile.
    """

    def __init__(
        self, office: PostOffice, *, pace: Pace | None = None, is_far: bool = False
    ) -> None:
        self._office = office
        self._is_far = is_far
        self.pace = pace or Pace()

    def meet(self, laptop: Laptop, progress: Progress | None = None) -> Met:
        """Offer what waits, take what is there, and hand on the keys that are due then."""
        closed.take_back(laptop)
        courier: Courier = Ahead(self._office) if self._is_far else Direct(self._office)
        before = traffic_of(self._office)
        turns = _Round(laptop, courier, self.pace, progress)
        try:
            _look_at_release(laptop)
            turns.run()
            if turns.offers_again():
                turns.run()
            for _ in range(MOST_REPAIRS):
                turns.kinds |= repair(laptop)
                if not turns.run():
                    break
            words.let_rest(laptop)
            closed.note(laptop, turns.met(Traffic()))
        except Fault as fault:
            raise Cut(fault, turns.met(traffic_of(self._office).since(before))) from fault
        finally:
            courier.close()
        return turns.met(traffic_of(self._office).since(before))


def _look_at_release(laptop: Laptop) -> None:
    """Offer again what an earlier release was told is bad."""
    if setting.read(laptop.db, _RELEASE) != VERSION:
        outbox.forget_bad(laptop.db)
        setting.write(laptop.db, _RELEASE, VERSION)


class _Sent(NamedTuple):
    """A request on its way: what it offers, from where in the outbox on, and what it asks for."""

    request: Request
    kept: tuple[Kept, ...]
    began_n: int
    asks: frozenset[str]


class _Drawn(NamedTuple):
    """What the next request offers, from where in the outbox on; `tail` is the same, packed."""

    kept: tuple[Kept, ...]
    began_n: int
    offers: tuple[Offer, ...] = ()
    tail: Tail | None = None


class _Read(NamedTuple):
    """What of an answer is to be kept, once the next request is on its way."""

    pages: tuple[Page, ...]
    held: tuple[HeldLine, ...]
    notes: Mapping[str, str]


class _Round:
    """The turns of one round; belongs to the thread of the laptop."""

    def __init__(
        self, laptop: Laptop, courier: Courier, pace: Pace, progress: Progress | None
    ) -> None:
        self.kinds: frozenset[str] = frozenset()
        self._laptop = laptop
        self._courier = courier
        self._pace = pace
        self._progress = progress
        self._door = Doorkeeper(laptop)
        self._cursors = {
            space: positions.cursor(laptop.db, space) for space in positions.spaces(laptop.db)
        }
        self._asks: set[str] = set()
        self._steps_back: Counter[str] = Counter()
        self._offered = array("q")
        self._after_n = 0
        self._drawn: _Drawn | None = None
        self._most = MOST_OFFERS
        self._has_asked = self._is_proven = self._is_going_back = False
        self._verdicts: Counter[str] = Counter()
        self._done = PageTaken(Fate.TAKEN)
        self._closed: set[str] = set()
        self._roles: dict[str, str] = {}
        self._turns = self._rewinds = self._unread = 0
        self._now = ""

    def run(self) -> bool:
        """Take turns until nothing is left to offer or to fetch; False where nothing was."""
        sent = self._set_out()
        if sent is None:
            return False
        while sent is not None:
            self._look_ahead()
            read = self._receive(sent)
            following = self._set_out()
            if read is not None:
                self._keep(read)
            sent = following or self._set_out()
        return True

    def offers_again(self) -> bool:
        """Let what was put off be offered once more, where that may help; say whether it may.

        A log that lost its end takes the words of the office back first: what it was offered of a
        space before it heard of that space, it put off.
        """
        if not (self._rewinds and self._verdicts["later"]):
            return False
        self._offered = array("q")
        self._offer_after(0)
        self._verdicts["later"] = self._verdicts["held"] = 0
        return True

    def met(self, traffic: Traffic) -> Met:
        """Return what came of it so far."""
        waits = outbox.undelivered(self._laptop.db)
        return Met(
            sent=self._done.delivered, came=self._done.came,
            waits=sum(waits) - waits.terkirim, later=self._verdicts["later"],
            held=self._verdicts["held"], bad=self._verdicts["bad"],
            bytes_up=traffic.up, bytes_down=traffic.down, turns=self._turns,
            rewinds=self._rewinds, unread=self._unread + self._done.refused,
            kinds=self.kinds, closed=frozenset(self._closed), roles=self._roles, now=self._now,
        )  # fmt: skip

    # -- asking ------------------------------------------------------------------------------

    def _set_out(self) -> _Sent | None:
        """Send the next request; None where there is nothing to say and nothing to ask."""
        drawn, self._drawn = self._drawn or self._draw(), None
        if not drawn.kept and not self._asks and self._has_asked:
            return None
        named = sorted(self._cursors, key=lambda space: (not self._door.knows(space), space))
        request = Request(
            {space: str(self._cursors[space]) for space in named[:MOST_SPACES]},
            self._pace.max_kib,
            drawn.offers,
            self._rewinds,
            drawn.tail,
        )
        asks, self._asks, self._has_asked = frozenset(self._asks), set(), True
        self._courier.send(request)
        return _Sent(request, drawn.kept, drawn.began_n, asks)

    def _look_ahead(self) -> None:
        """Read and pack what the next request is to offer, while an answer is on its way."""
        drawn = self._draw()
        if drawn.kept:
            self._drawn = drawn._replace(tail=self._courier.pack_ahead(drawn.offers))

    def _draw(self) -> _Drawn:
        began, kept = self._after_n, self._next_offers()
        return _Drawn(kept, began, tuple(Offer(each.sig, each.body) for each in kept))

    def _offer_after(self, n: int) -> None:
        """Go on offering with what was written after `n`, whatever was looked at ahead."""
        self._after_n, self._drawn = n, None

    def _next_offers(self) -> tuple[Kept, ...]:
        """Return ops that this round has not offered yet; none on the way back in a log.

        What a log lost is offered from where it ends, in the order of writing: a removal before the
        words of the one who was removed would leave those out for good.
        """
        if not self._most or self._is_going_back:
            return ()
        while True:
            kept = outbox.offers(
                self._laptop.db, self._laptop.dev, self._laptop.rights, self._after_n,
                self._most, self._pace.offer_bytes,
            )  # fmt: skip
            if not kept:
                return ()
            self._after_n = kept[-1].n
            fresh = tuple(each for each in kept if not self._was_offered(each.n))
            if fresh:
                return fresh

    def _was_offered(self, n: int) -> bool:
        at = bisect_left(self._offered, n)
        return at < len(self._offered) and self._offered[at] == n

    # -- reading -----------------------------------------------------------------------------

    def _receive(self, sent: _Sent) -> _Read | None:
        """Read the answer to `sent`; None where the request was too large to be read at all."""
        try:
            answer = self._courier.receive()
        except Fault as fault:
            if fault.refusal == Refusal.REQUEST_TOO_LARGE:
                self._offer_less(sent)
                return None
            self._pace.went_ill()
            raise
        self._pace.went_well()
        self._pace.took(self._courier.took_s, sum(len(each.body) for each in sent.kept))
        self._is_proven = True
        self._most = min(MOST_OFFERS, max(1, self._most * 2))
        self._turns += 1
        self._now = answer.now
        self._unread += answer.unread
        return self._read(sent, answer)

    def _offer_less(self, sent: _Sent) -> None:
        """Offer half of it; an op that is too large by itself is noted, and stands in nobody's way.

        Before an op is called bad, a request without any must have been answered: a server that
        refuses everything says nothing about our ops.
        """
        if not sent.kept:
            raise Fault(Refusal.SERVER_STRANGE)
        self._asks |= sent.asks
        if len(sent.kept) > 1:
            self._most = len(sent.kept) // 2
            self._offer_after(sent.began_n)
        elif self._is_proven:
            outbox.note_answers(self._laptop.db, {sent.kept[0].id: outbox.BAD_SIZE})
            self._verdicts["bad"] += 1
            self._note_offered(sent.kept)
        else:
            self._most = 0
            self._offer_after(sent.began_n)
            self._asks.add(sent.kept[0].space)

    def _read(self, sent: _Sent, answer: Answer) -> _Read:
        self._note_offered(sent.kept)
        self._is_going_back = False
        lines: dict[str, list[Line]] = {}
        held: list[HeldLine] = []
        for line in answer.lines:
            if not isinstance(line, HeldLine):
                lines.setdefault(line.space, []).append(line)
            elif self._door.knows(line.space):
                held.append(line)
        pages = [
            page
            for space, news in answer.sp.items()
            if (page := self._page(sent, space, news, lines.get(space, []))) is not None
        ]
        if any(page.lines for page in pages):  # who says there is more and gives nothing, is left
            self._asks |= {space for space, news in answer.sp.items() if news.more}
        ours = tuple(page for page in pages if self._door.knows(page.space) or self._greet(page))
        return _Read(ours, tuple(held), self._notes(sent, answer))

    def _page(self, sent: _Sent, space: str, news: SpaceNews, lines: list[Line]) -> Page | None:
        """Return the page of `space`, if there is one that fits; else go back where told to."""
        if news.role:
            self._roles[space] = news.role
        if news.closed and not news.rewind:
            self._closed.add(space)
        elif news.rewind:
            self._closed.discard(space)
        asked = sent.request.cur.get(space)
        start = chain.parse_cursor(asked) if asked else chain.start(space)
        if news.rewind:
            self._step_back(space, start)
            return None
        if news.closed or news.cur is None:
            return None
        page = positions.check_page(space, start, lines, chain.parse_cursor(news.cur))
        if page is None:
            self._step_back(space, start)
            return None
        self._cursors[space] = page.end
        return page

    def _greet(self, page: Page) -> bool:
        """Say whether `page`, of a space that is not here yet, is to be kept."""
        if self._door.look_at(page.space, page.lines):
            if page.start.seq == 0:
                return True
            self._begin(page.space)
        elif not self._door.may_look:
            self._asks.discard(page.space)
        return False

    def _begin(self, space: str) -> None:
        """Read a space that was let in from its first line."""
        self._cursors[space] = chain.start(space)
        self._asks.add(space)

    def _notes(self, sent: _Sent, answer: Answer) -> dict[str, str]:
        """Return what is to be noted of the offers that this very answer does not read back."""
        read_back = set(map(line_id, answer.lines)) if sent.kept else set()
        notes = {
            each.id: answer.put.get(each.id, outbox.SENT)
            for each in sent.kept
            if each.id not in read_back
        }
        self._verdicts.update(note.partition(":")[0] for note in notes.values())
        return notes

    def _note_offered(self, kept: tuple[Kept, ...]) -> None:
        for each in kept:
            if not self._offered or each.n > self._offered[-1]:
                self._offered.append(each.n)
            elif not self._was_offered(each.n):
                self._offered.insert(bisect_left(self._offered, each.n), each.n)

    # -- keeping -----------------------------------------------------------------------------

    def _keep(self, read: _Read) -> None:
        laptop = self._laptop
        for page in read.pages:
            taken = positions.take_page(laptop.db, laptop.lens, laptop.rights, page)
            self._count(taken)
            if taken.fate is Fate.MISFIT:
                self._step_back(page.space, page.start)
            elif taken.fate is Fate.OVERTAKEN:
                self._stand_again(page.space)
        if read.held:
            self._count(
                positions.take_held(laptop.db, laptop.lens, laptop.rights, laptop.dev, read.held)
            )
        outbox.note_answers(laptop.db, read.notes)
        for space in (*self._door.admitted(), *closed.take_back(laptop)):
            self._begin(space)
        if self._progress is not None:
            self._progress(self.met(Traffic()))

    def _count(self, taken: PageTaken) -> None:
        self._done = self._done.plus(taken)
        self.kinds |= taken.kinds
        if any(kind.startswith("_") for kind in taken.kinds):
            self.kinds |= self._laptop.refresh()

    def _step_back(self, space: str, at: Cursor) -> None:
        """Go back one mark in `space`, as often as its log asks for it and not for ever."""
        if positions.rewind(self._laptop.db, space, at):
            self._rewinds += 1
        elif at.seq == 0:
            self._cursors[space] = at
            return
        self._offer_after(0)  # what the server lost is to be offered, wherever it stands
        self._stand_again(space)
        self._is_going_back |= space in self._asks

    def _stand_again(self, space: str) -> None:
        self._cursors[space] = positions.cursor(self._laptop.db, space)
        self._steps_back[space] += 1
        if self._steps_back[space] <= MOST_STEPS_BACK:
            self._asks.add(space)
