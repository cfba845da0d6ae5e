"""One run: the laptops, the server, the ledger, and the hands that write."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from patbm_desktop.domain.fault import Fault
from patbm_desktop.domain.merge import Entity
from patbm_desktop.domain.op import HIGHEST_CLK, Op, Write, parse
from patbm_desktop.domain.rights import Rights
from patbm_desktop.seal import sign
from patbm_desktop.store import current
from patbm_desktop.sync import parts as photos
from patbm_desktop.sync.round import ServerExchange
from tests.sim.beginning import Beginning
from tests.sim.ledger import PART_OF, SEALED, VOID, Ledger, Target, Triple
from tests.sim.machine import Machine, PowerCut
from tests.sim.server import Happening, Road, Server

SECRET = "RAHASIA"
"""Stands in every sealed value; it may be on no server, in no request and in no bundle."""

FIELDS: Mapping[str, tuple[str, ...]] = {
    "place": ("name", "kind", "warna_atap"),
    "activity": ("title", "date", "result"),
    "attendance": ("name", "sex"),
    "case_detail": ("narrative", "category"),
    "masa_depan": ("isi", "rupa"),
}
"""What is written; a field and a kind that this program does not know are among it."""

IN_OFFICE = ("place", "activity", "masa_depan")


class Broken(AssertionError):
    """A law of the protocol does not hold; `law` names it."""

    def __init__(self, law: str, what: str) -> None:
        super().__init__(f"{law}: {what}")
        self.law = law


class World:
    """A kelurahan in which a seed decides what happens."""

    def __init__(
        self,
        seed: int,
        begun: Beginning,
        folder: Path,
        unasked: frozenset[str] = frozenset(),
        *,
        has_arsip: bool = True,
    ) -> None:
        self.random, self.unasked = Random(seed), unasked
        self.folder = folder
        self.office, self.spaces = begun.office, (begun.office, *begun.spaces)
        self.machines = begun.machines(folder)
        self.arsip = begun.archivist(folder) if has_arsip else None
        """The laptop of the city that may erase; it reads the office and nothing else."""
        self.outside = set(begun.outside)
        self.server = Server(begun.archivists)
        self.server.be(begun.image)
        self.server.backups += [begun.empty, begun.image]
        self.ledger = Ledger()
        self.history: list[str] = []
        self.written = 0
        self.newness = 0.3
        """How often somebody begins a record and does not go on with one."""
        self.sticks: list[Path] = []
        self.lawful: dict[tuple[str, frozenset[str]], Rights] = {}
        self._erased_at: dict[str, set[Target]] = {}
        self._in_log: dict[str, dict[str, Op]] = {}
        self.befalls: Callable[[Machine], Callable[[], Happening | None]] = lambda _: lambda: None
        for each in self.machines:
            each.look()

    def demand(self, law: str, what: str, is_so: bool) -> None:
        """Demand that a law holds, unless this run does not ask for it.

        Raises:
            Broken: it does not.
        """
        if not is_so and law not in self.unasked:
            raise Broken(law, what)

    def close(self) -> None:
        """Close every file."""
        for each in self.everyone:
            each.close()
        self.server.connection.close()

    def tell(self, *words: object) -> None:
        """Add to the history."""
        self.history[-1] += " " + " ".join(map(str, words))

    @property
    def everyone(self) -> list[Machine]:
        """All laptops, that of the city last."""
        return [*self.machines, *([self.arsip] if self.arsip else [])]

    @property
    def inside(self) -> list[Machine]:
        """The laptops that were let in at some time."""
        return [each for each in self.machines if each.name not in self.outside]

    def in_log(self, space: str) -> dict[str, Op]:
        """Return the lawful control ops of a log; only when nothing happens any more."""
        if space not in self._in_log:
            rows = self.server.rows(
                "SELECT id, body, sig FROM op WHERE space = ? AND control = 1 ORDER BY seq", space
            )
            self._in_log[space] = {
                op: parse(bytes(body), bytes(sig))
                for op, body, sig in rows
                if op not in self.ledger.strange
            }
        return self._in_log[space]

    def erased_at(self, machine: Machine) -> set[Target]:
        """Return what a laptop says is erased."""
        if machine.name not in self._erased_at:
            rows = machine.db.conn.execute("SELECT space, ent FROM erased").fetchall()
            found = {(space.hex(), ent.hex()) for space, ent in rows}
            self._erased_at[machine.name] = found
        return self._erased_at[machine.name]

    def is_erased_at(self, machine: Machine, op: str) -> bool:
        """Say whether `op` is of a record that was erased, and that laptop knows it."""
        target = self.ledger.target(op)
        return target in self.erased_at(machine) and target in self.ledger.signed_away

    # -- writing -----------------------------------------------------------------------------

    def edit(self, machine: Machine, *, clk: int = 0, space: str = "") -> None:
        """Write a new record, or over fields of one, as a form on that screen would."""
        found = self._place_to_write(machine, space)
        if found is None:
            return
        space, kind = found
        names = self.random.sample(FIELDS[kind], self.random.choice((1, 1, 2)))
        values = {name: self._value(kind, name) for name in names}
        record = self._record(machine, space, kind)
        if record is None:
            record = Triple(space, kind, self._fresh())
            values |= self.part_of(machine, space, kind)
        self.write(machine, record, values, clk=clk)

    def _place_to_write(self, machine: Machine, space: str) -> tuple[str, str] | None:
        spaces = [each for each in self.spaces if machine.writes_in(each)]
        if space:
            spaces = [space] if space in spaces else []
        if not spaces:
            return None
        space = self.random.choice(spaces)
        kinds = IN_OFFICE if space == self.office else tuple(FIELDS)
        kind = self.random.choice(kinds)
        if kind == "case_detail" and not machine.reads_cases(space):
            kind = "place"
        return space, kind

    def part_of(self, machine: Machine, space: str, kind: str) -> dict[str, str]:
        """Return the field that makes a new record part of a session shown there, if one is."""
        found = self.shown(machine, space, "activity") if kind in PART_OF else []
        return {PART_OF[kind]: self.random.choice(found).ent} if found else {}

    def _fresh(self) -> str:
        return self.random.randbytes(16).hex()

    def _value(self, kind: str, name: str) -> Any:
        self.written += 1
        if self.random.random() < 0.08:
            return None
        is_unique = self.random.random() < 0.67
        number = f"n{self.written:05}." if is_unique else str(self.written % 5)
        mark = SECRET if name in SEALED.get(kind, ()) else "terbuka"
        return f"{mark} {number}"

    def _record(self, machine: Machine, space: str, kind: str) -> Triple | None:
        """Pick a record that this screen shows."""
        if self.random.random() < self.newness:
            return None
        known = self.shown(machine, space, kind)
        return self.random.choice(known) if known else None

    def shown(self, machine: Machine, space: str, kind: str) -> list[Triple]:
        """Return the records of a kind that this screen shows."""
        rows = machine.db.conn.execute(
            "SELECT ent FROM record WHERE space = ? AND kind = ? AND edits > 0 ORDER BY ent",
            [bytes.fromhex(space), kind],
        ).fetchall()
        found = (Triple(space, kind, ent.hex()) for (ent,) in rows)
        return [each for each in found if each in self.ledger.by_record]

    def write(
        self,
        machine: Machine,
        record: Triple,
        values: Mapping[str, Any],
        *,
        clk: int = 0,
        over: Mapping[str, tuple[str, ...]] | None = None,
    ) -> str | None:
        """Write `values` over what that laptop shows; return the op, None where it may not."""
        seen = machine.view(Entity(*record)) if over is None else None
        shown = over if over is not None else (seen.over if seen else {})
        if self.random.random() < 0.15 and over is None:
            shown = self._all_heads(machine, record)
        said = {name: (value, tuple(shown.get(name, ()))[:32]) for name, value in values.items()}
        return self.say(machine, record, said, clk=clk)

    def _all_heads(self, machine: Machine, record: Triple) -> dict[str, tuple[str, ...]]:
        """Return what the page of two versions puts before a person."""
        alive = current.heads(machine.db, Entity(*record))
        return {name: tuple(head.op for head in found) for name, found in alive.items()}

    def say(
        self,
        machine: Machine,
        record: Triple,
        said: Mapping[str, tuple[Any, tuple[str, ...]]],
        *,
        clk: int = 0,
    ) -> str | None:
        """Make an op and keep it; the power may go at any statement."""
        laptop, ent = machine.laptop, record.ent
        writes = {name: Write(value, over) for name, (value, over) in said.items()}
        op: Op | None = None
        kid = ""
        try:
            at = laptop.next_clk(record.space)
            op = laptop.compose(
                record.kind, ent, writes, space=record.space, clk=min(2**48, clk + at)
            )
            if op.box is not None:
                use = "kasus" if record.kind == "case_detail" else "umum"
                kid = laptop.sealing_key(record.space, use).kid
            laptop.keep([op])
        except Fault as fault:
            self.tell("-", fault.refusal.value)
            return None
        except PowerCut:
            machine.restart()
            self.tell("killed")
            if op is None or not _is_here(machine, op.id):
                return None
        machine.look()
        self._demand_later(op, said)
        self.ledger.note(op.id, op.clk, record, said)
        self.ledger.rnds[op.id] = op.rnd
        self.ledger.clks[op.id] = op.clk
        if kid:
            self.ledger.kids[op.id] = kid
        self.tell(machine, record.kind, op.id[:6], "clk", op.clk)
        return op.id

    def _demand_later(self, op: Op, said: Mapping[str, tuple[Any, tuple[str, ...]]]) -> None:
        """I11: whatever the clock on the wall says, an op comes after all that it replaces."""
        over = {each for _, replaced in said.values() for each in replaced}
        before = [self.ledger.clks[each] for each in over if self._is_of(each, op.space)]
        is_later = max(before, default=0) < op.clk or op.clk == HIGHEST_CLK
        self.demand("I11", f"op {op.id[:6]} does not come after what it replaces", is_later)

    def _is_of(self, op: str, space: str) -> bool:
        return op in self.ledger.edits and self.ledger.edits[op][0].space == space

    def void(self, machine: Machine, record: Triple) -> None:
        """Take a record back, having seen all of it; or bring it back."""
        seen = machine.view(Entity(*record))
        if seen is None:
            return
        standing = tuple(seen.over.get(VOID, ()))
        if standing and self.random.random() < 0.6:
            self.say(machine, record, {VOID: (None, standing)})
        elif len(seen.void_over) < 200:
            value = {"reason": "salah_ketik"}
            self.say(machine, record, {VOID: (value, (*seen.void_over, *standing))})

    def foreign(self, machine: Machine) -> None:
        """Write what only a later release can read."""
        spaces = [each for each in self.spaces if machine.writes_in(each)]
        if not spaces:
            return
        space = self.random.choice(spaces)
        made = machine.laptop.compose(
            "place", self._fresh(), {"name": Write("besok")}, space=space,
            clk=machine.laptop.next_clk(space),
        )  # fmt: skip
        body = made.body.replace(b'{"f":1,', b'{"f":2,"baru":true,', 1)
        op = parse(body, b"")
        machine.keep([replace(op, sig=sign.sign(machine.laptop.device, body))])
        self.ledger.ahead.add(op.id)
        self.tell(machine, op.id[:6])

    # -- meeting -----------------------------------------------------------------------------

    def meet(self, machine: Machine) -> None:
        """Let a laptop exchange with the server; whatever cuts it, cuts it."""
        road = Road(self.server, machine.dev, self.befalls(machine))
        try:
            met = ServerExchange(road).meet(machine.laptop)
            self.tell(machine, f"sent {met.sent} came {met.came} rewinds {met.rewinds}")
        except Fault as fault:
            self.tell(machine, "-", fault.refusal.value)
        except PowerCut:
            machine.restart()
            self.tell(machine, "killed")
        machine.look()

    def carry_photos(self, machine: Machine) -> None:
        """Let the slow lane of a laptop run."""
        try:
            met = photos.exchange(machine.laptop, Road(self.server, machine.dev, lambda: None))
            self.tell(machine, f"photos sent {met.sent} came {met.came}")
        except Fault as fault:
            self.tell(machine, "-", fault.refusal.value)

    @contextmanager
    def dying(self, machine: Machine, statements: int) -> Iterator[None]:
        """Let the power of a laptop go after so many statements, unless it is done before."""
        machine.arm(statements)
        try:
            yield
        except PowerCut:
            machine.restart()
            self.tell("killed")
        finally:
            machine.disarm()


def _is_here(machine: Machine, op: str) -> bool:
    found = machine.db.conn.execute("SELECT 1 FROM op WHERE id = ?", [bytes.fromhex(op)])
    return found.fetchone() is not None
