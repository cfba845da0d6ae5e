"""A server that is a few dictionaries: what the protocol asks of one, and not a line more.

It keeps the log of each space, judges offers, and reads from cursors. What a bad day, or a bad
server, does to it is done by the tests to the dictionaries themselves.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.op import BadOp, Op, op_id, parse
from patbm_desktop.domain.rights import Rights, Verdict, keys_fit
from patbm_desktop.wire.chain import Cursor, parse_cursor, start, step
from patbm_desktop.wire.line import HeldLine, Line, Position, Stripped, Whole
from patbm_desktop.wire.messages import Answer, Request, SpaceNews
from patbm_desktop.wire.signature import verify


@dataclass
class MemoryLog:
    """The log of one space: ops in order, the chain after each, and what is held."""

    space: str
    ops: list[Op] = field(default_factory=list)
    chains: list[str] = field(default_factory=list)
    held: dict[str, tuple[Op, str]] = field(default_factory=dict)
    stripped: set[str] = field(default_factory=set)

    def __post_init__(self):
        self.chains = [self.space]
        self.ids = set()
        self.read_rights()

    def append(self, op):
        """Put `op` at the end, whoever wrote it."""
        self.ops.append(op)
        self.ids.add(op.id)
        self.chains.append(step(self.chains[-1], op.id))
        if op.is_control:
            self.read_rights()

    def read_rights(self):
        said = [op for op in self.ops if op.is_control]
        self.rights = Rights(self.space, said, is_signed=lambda op, pk: verify(pk, op.body, op.sig))

    @property
    def head(self):
        return Cursor(len(self.ops), self.chains[-1])

    def holds(self, cursor):
        return cursor.seq < len(self.chains) and self.chains[cursor.seq] == cursor.chain

    def judge(self, op):
        """Return the verdict on `op` and store it where that says so."""
        sign_pk = self.rights.sign_pk(op.dev) or _own_key(op)
        if sign_pk is None:
            return "later:penulis"
        if not verify(sign_pk, op.body, op.sig):
            return "bad:tanda-tangan"
        if op.is_control and op.kind == "_member" and not self.ops:
            self.append(op)
            return ""
        verdict = self.rights.judge(op, max((each.clk for each in self.ops), default=0))
        if verdict == Verdict.STORED:
            self.append(op)
            if op.kind == "_accept" and op.ent in self.held and self.rights.is_accepted(op.ent):
                self.append(self.held.pop(op.ent)[0])
            return ""
        if verdict == Verdict.HELD:
            self.held[op.id] = (op, "keluar")
            return "held:keluar"
        return "later:hak"

    def last_seq_of(self, dev):
        """Return how far `dev` may read; the line that removed it is its last."""
        if dev in self.rights.now:
            return len(self.ops)
        removals = (
            n for n, op in enumerate(self.ops, 1)
            if op.kind == "_member" and op.ent == dev and "active" in op.set
            and op.set["active"].value is False
        )  # fmt: skip
        return max(removals, default=0)


@dataclass
class MemoryServer:
    """All spaces of a server; `registered` ones take ops."""

    logs: dict[str, MemoryLog] = field(default_factory=dict)
    parts: dict[tuple[str, str, str], bytes] = field(default_factory=dict)

    def register(self, space):
        """Take ops of `space` from now on."""
        self.logs.setdefault(space, MemoryLog(space))

    def copy(self):
        """Return a backup of everything."""
        return deepcopy(self)

    def restore(self, backup):
        """Be again what the backup was."""
        self.logs, self.parts = deepcopy(backup.logs), dict(backup.parts)

    def office(self, dev):
        """Return the counter at which the device `dev` is served."""
        return MemoryOffice(self, dev)


class MemoryOffice:
    """A `PostOffice` for one device."""

    def __init__(self, server: MemoryServer, dev: str) -> None:
        self.server = server
        self.dev = dev

    def sync(self, request: Request) -> Answer:
        """Store first, then read."""
        request = Request.decode(request.encode())
        put = {op_id(each.body): self._put(each) for each in request.offers}
        answer = self._read(request, {op_id(each.body) for each in request.offers})
        verdicts = {op: verdict for op, verdict in put.items() if verdict}
        return Answer.decode(
            Answer("2026-11-21T20:00:00+00:00", verdicts, answer[0], tuple(answer[1])).encode()
        )

    def has_part(self, space: str, ent: str, sha: str) -> bool:
        return (space, ent, sha) in self.server.parts

    def put_part(self, space: str, ent: str, sha: str, data: bytes) -> None:
        if space not in self.server.logs:
            raise Fault(Refusal.DEVICE_UNKNOWN)
        self.server.parts[space, ent, sha] = data

    def get_part(self, space: str, ent: str, sha: str) -> bytes | None:
        return self.server.parts.get((space, ent, sha))

    def close(self) -> None:
        """Nothing was opened."""

    def _put(self, offer):
        try:
            op = parse(offer.body, offer.sig)
        except BadOp:
            return "bad:bentuk"
        log = self.server.logs.get(op.space)
        if log is None:
            return "later:ruang"
        return "" if op.id in log.ids else log.judge(op)

    def _read(self, request, offered) -> tuple[Mapping[str, SpaceNews], list[Line]]:
        news: dict[str, SpaceNews] = {}
        lines: list[Line] = []
        room = request.max_kib * 1024
        for space in request.cur.keys() - self.server.logs.keys():
            if parse_cursor(request.cur[space]) != start(space):
                news[space] = SpaceNews(rewind=True)
        for space, log in sorted(self.server.logs.items()):
            if self.dev in log.rights.ever:
                at = parse_cursor(request.cur[space]) if space in request.cur else start(space)
                found, came = self._read_space(log, at, room, offered)
                room -= sum(200 + len(getattr(line, "body", b"")) for line in came)
                news |= {space: found} if found else {}
                lines += came
        return news, [*lines, *self._held()]

    def _read_space(self, log, at, room, offered):
        """Return what stands with one space from `at` on, and its lines."""
        last = log.last_seq_of(self.dev)
        is_closed = self.dev not in log.rights.now and at.seq >= last
        if not log.holds(at):
            return SpaceNews(rewind=True, closed=is_closed), []
        if is_closed:
            return SpaceNews(closed=True), []
        lines = []
        while at.seq + len(lines) < last and room > 0:
            lines.append(self._line(log, at.seq + len(lines) + 1, offered))
            room -= 200 + len(getattr(lines[-1], "body", b""))
        end = Cursor(at.seq + len(lines), log.chains[at.seq + len(lines)])
        more, role = end.seq < last, log.rights.role(self.dev)
        return (SpaceNews(str(end), more=more, role=role) if at.seq < last else None), lines

    def _held(self):
        for log in self.server.logs.values():
            if self.dev in log.rights.now and log.rights.role(self.dev) == "koordinator":
                for op, why in log.held.values():
                    yield HeldLine(log.space, why, op.sig, op.body)

    def _line(self, log, seq, offered) -> Line:
        op = log.ops[seq - 1]
        if op.id in log.stripped:
            return Stripped(log.space, seq, op.id, op.ent, op.kind)
        if op.id in offered:
            return Position(log.space, seq, op.id)
        return Whole(log.space, seq, op.sig, op.body)


def _own_key(op):
    """A founder brings the key that proves his own first op."""
    if op.kind == "_member" and op.ent == op.dev and keys_fit(op):
        return bytes.fromhex(op.set["sign_pk"].value)
    return None
