"""What syncing costs: by the clock, in bytes and in turns, against the real server over HTTP."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import NamedTuple

from patbm_desktop.actions.opened.changes import Edit
from patbm_desktop.store import listing, oplog, outbox
from patbm_desktop.sync.exchange import Cut, Met
from patbm_desktop.wire import gzipped
from patbm_desktop.wire.messages import Answer, Offer, Request
from tests.bench import crowd, sync_field
from tests.bench.sync_field import Field, Seat
from tests.bench.table import Measured, Took, took
from tests.bench.window import resident_mb
from tests.proxy import SLOW, Shape

RECORDS = 10_000
NEW, EDITED = 20, 5
CUT = 1_000
"""Records of the upload that is cut in its middle."""
RUNS, SLOW_RUNS = 9, 3
HEAD_BYTES = 250
"""About what the head of a request takes on the line."""


class Trip(NamedTuple):
    """One exchange: how long it took, what went over the line, and what came of it."""

    took: Took
    up: int
    down: int
    turns: int
    met: Met

    @property
    def bytes(self) -> int:
        """Both ways together."""
        return self.up + self.down


def measured(folder: Path, records: int = RECORDS) -> Iterator[Measured]:
    """Measure all of it; the last rows need PostgreSQL on this machine."""
    with sync_field.field(folder) as field:
        sari, rina = Seat(field, folder / "sari"), Seat(field, folder / "rina")
        sari.admit(rina)
        for seat in (sari, rina, sari, rina):
            seat.meet()
        sync_field.write(sari.ws, sync_field.records(sari.ws, records))
        yield from _first(field, sari, rina, records)
        yield from _weekly(field, sari, rina)
        yield from _nothing(field, rina)
        yield _cut(field, sari)
        sari.close()
        rina.close()
    yield from crowd.measured(folder)


# -- the first time --------------------------------------------------------------------------


def _first(field: Field, sari: Seat, rina: Seat, records: int) -> Iterator[Measured]:
    before = resident_mb()
    up = _trip(field, sari)
    assert outbox.undelivered(sari.ws.db).menunggu == 0, "all of it was read back"
    yield _row(f"first upload of {records:,} records", "4 s, 6.0 MB", [up])
    down = _trip(field, rina)
    assert down.met.came == up.met.sent, "what one sent, the other has"
    assert listing.count(rina.ws.db, "case_detail") == listing.count(sari.ws.db, "case_detail")
    yield _row(f"first download of {records:,} records", "4 s, 6.0 MB", [down])
    rates = [f"{down.met.came / ms * 1000:,.0f} ops/s" for ms in down.took]
    yield Measured("applied while downloading", "2,000 ops/s", *rates)
    grown = f"{resident_mb() - before:.0f} MB"
    yield Measured("memory of both laptops and all they did", "90 MB each", grown)


# -- week by week ----------------------------------------------------------------------------


def _weekly(field: Field, sari: Seat, rina: Seat) -> Iterator[Measured]:
    what = f"{NEW} new and {EDITED} edited"
    sent, came = _weeks(field, sari, rina, RUNS, "fast")
    yield _row(f"{what}: send", "60 ms, 14 KB, 2 turns", sent)
    yield _row(f"{what}: receive", "60 ms, 14 KB, 2 turns", came)
    with _slowly(field):
        sent, came = _weeks(field, sari, rina, SLOW_RUNS, "slow")
    yield _row(f"{what}: send, slow line", "1.2 s", sent)
    yield _row(f"{what}: receive, slow line", "1.2 s", came)


def _weeks(
    field: Field, sari: Seat, rina: Seat, runs: int, name: str
) -> tuple[list[Trip], list[Trip]]:
    sent, came = [], []
    for run in range(runs):
        fast, field.proxy.shape = field.proxy.shape, Shape()
        sari.ws.write(_week(sari, f"{name}{run}"))
        field.proxy.shape = fast
        sent.append(_trip(field, sari))
        came.append(_trip(field, rina))
        assert sent[-1].met.sent == came[-1].met.came == NEW + EDITED
    return sent, came


def _week(sari: Seat, name: str) -> list[Edit]:
    new = sync_field.new_records(sari.ws, NEW, name)
    old = listing.rows(sari.ws.db, "activity", limit=EDITED)
    edited = [
        Edit(
            kind="activity",
            ent=row.ent,
            values={"minutes": 45},
            shown=sari.ws.view(*row.entity[1:]),
        )
        for row in old
    ]
    return new + edited


def _nothing(field: Field, rina: Seat) -> Iterator[Measured]:
    trips = [_trip(field, rina) for _ in range(RUNS)]
    assert all(each.met.came == each.met.sent == 0 for each in trips)
    yield _row("nothing changed, two spaces", "20 ms, 700 B, 1 turn", trips)
    with _slowly(field):
        slow = [_trip(field, rina) for _ in range(SLOW_RUNS)]
    yield _row("nothing changed, slow line", "0.45 s", slow)


# -- a line that is cut ----------------------------------------------------------------------


def _cut(field: Field, sari: Seat) -> Measured:
    """Cut an upload half way, and count what of it went up the line twice."""
    sync_field.write(sari.ws, sync_field.new_records(sari.ws, CUT, "cut"))
    before = oplog.counts(sari.ws.db).ops
    listener = _Listener(sari.office.sync)
    sari.office.sync = listener.sync  # type: ignore[method-assign]  # only listens
    field.proxy.forget()
    field.proxy.cut_after(_half(sari))
    with suppress(Cut):
        sari.meet()
    assert not field.proxy.will_cut, "the line was cut"
    sari.meet()
    assert outbox.undelivered(sari.ws.db).menunggu == 0
    assert oplog.counts(sari.ws.db).ops == before, "nothing is lost and nothing is there twice"
    again = max(0, field.proxy.up.bytes - listener.needed)
    return Measured(f"upload of {CUT:,} cut half way: sent again", "32 KB", _size(again))


def _half(sari: Seat) -> int:
    """Return about half of the bytes that the outbox takes on the line."""
    kept = outbox.offers(sari.ws.db, sari.ws.device.dev, sari.ws.rights, 0, 200, 10**7)
    some = Request({}, 1024, tuple(Offer(each.sig, each.body) for each in kept))
    return _packed(some) * CUT // len(kept) // 2


def _packed(request: Request) -> int:
    return len(gzipped.pack(request.encode())) + HEAD_BYTES


class _Listener:
    """Hears what is asked, and sums up what a line that is never cut would have carried."""

    def __init__(self, ask: Callable[[Request], Answer]) -> None:
        self._ask = ask
        self._offered: set[Offer] = set()
        self.needed = 0

    def sync(self, request: Request) -> Answer:
        if not request.offers or not self._offered.issuperset(request.offers):
            self.needed += _packed(request)
        self._offered.update(request.offers)
        return self._ask(request)


# -- taking the measure ----------------------------------------------------------------------


def _trip(field: Field, seat: Seat) -> Trip:
    field.proxy.forget()
    mets: list[Met] = []
    time = took(lambda: mets.append(seat.meet()))
    proxy = field.proxy
    return Trip(time, proxy.up.bytes, proxy.down.bytes, proxy.turns, mets[0])


class _slowly:  # noqa: N801 - reads as what it does
    """Makes the line slow for a while."""

    def __init__(self, field: Field) -> None:
        self._field = field

    def __enter__(self) -> None:
        self._field.proxy.shape = SLOW

    def __exit__(self, *_: object) -> None:
        self._field.proxy.shape = Shape()


def _row(what: str, target: str, trips: list[Trip]) -> Measured:
    """Return the line of the medians."""
    clock = median(each.took.clock for each in trips)
    own = median(each.took.processor for each in trips)
    seen = f"{_time(clock)}, {_size(median(each.bytes for each in trips))}"
    turns = median(each.turns for each in trips)
    return Measured(what, target, f"{seen}, {turns:g} turns", _time(own))


def _time(ms: float) -> str:
    return f"{ms / 1000:.2f} s" if ms >= 1000 else f"{ms:.0f} ms"


def _size(bytes_: float) -> str:
    if bytes_ >= 1_000_000:
        return f"{bytes_ / 1e6:.2f} MB"
    return f"{bytes_ / 1000:.1f} KB" if bytes_ >= 1000 else f"{bytes_:.0f} B"
