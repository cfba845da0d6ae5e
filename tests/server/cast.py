"""The cast on the server: one kelurahan, its office, one RT, and everybody who may or may not."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from patbm_desktop.domain import ids
from patbm_desktop.domain.op import Op
from patbm_desktop.seal.sign import sign_bytes
from patbm_desktop.server.log.connection import Connection
from patbm_desktop.server.log.core import Log
from patbm_desktop.server.log.offices import register_office
from patbm_desktop.wire import chain
from patbm_desktop.wire.joining import Card, Enrolment, enrol_bytes
from patbm_desktop.wire.line import Position, Stripped, Whole, line_id
from patbm_desktop.wire.messages import Answer, Offer, Request
from tests.store.laptop import Author

KELURAHAN = "64.71.99.1001"
OTHER_KELURAHAN = "64.71.99.1002"
NOON = 1_800_000_000.0


class Now:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.moment = NOON

    def __call__(self) -> float:
        return self.moment


def offers(ops: Iterable[Op]) -> tuple[Offer, ...]:
    return tuple(Offer(op.sig, op.body) for op in ops)


def card(author: Author) -> Card:
    keys = author.device
    return Card(author.dev, "laptop", keys.sign_pk.hex(), keys.box_pk.hex())


def enrolment(
    author: Author, code: str, space: str = "", rt: str = "901"
) -> tuple[Enrolment, bytes, bytes]:
    """Return what a laptop sends to join, with its signature and exact bytes."""
    keys = author.device
    asked = Enrolment(
        code, "Ibu Contoh", keys.sign_pk.hex(), keys.box_pk.hex(), space or author.space, rt
    )
    body = asked.encode()
    return asked, sign_bytes(keys, enrol_bytes(body)), body


def within(author: Author, space: str) -> Author:
    """Return the same device writing into another space."""
    twin = Author(space, author.keys)
    twin.device, twin.person = author.device, author.person
    return twin


@dataclass
class Reader:
    """What a laptop has read: per space the op ids in order, checked against the chain."""

    log: Log
    dev: str
    read: dict[str, list[str]] = field(default_factory=dict)
    cur: dict[str, str] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)

    def turn(self, ops: Iterable[Op] = (), *, max_kib: int = 1024) -> Answer:
        """Exchange once and take what came, as a laptop would."""
        answer = self.log.sync(self.dev, Request(dict(self.cur), max_kib, offers(ops)))
        self.answers.append(answer)
        self.take(answer)
        return answer

    def take(self, answer: Answer) -> None:
        for space, news in answer.sp.items():
            if news.cur is None:
                continue
            cursor = chain.parse_cursor(self.cur.get(space, str(chain.start(space))))
            came = [each for each in answer.lines if is_of(each, space)]
            assert [each.seq for each in came] == list(
                range(cursor.seq + 1, cursor.seq + 1 + len(came))
            )
            ids_ = [line_id(each) for each in came]
            assert str(chain.after(cursor, ids_)) == news.cur
            self.cur[space] = news.cur
            self.read.setdefault(space, []).extend(ids_)

    def round(self, ops: Iterable[Op] = (), *, max_kib: int = 1024) -> Answer:
        """Exchange until nothing says more."""
        answer = self.turn(ops, max_kib=max_kib)
        while any(news.more for news in answer.sp.values()):
            answer = self.turn(max_kib=max_kib)
        return answer


def is_of(line: object, space: str) -> bool:
    return isinstance(line, Position | Whole | Stripped) and line.space == space


class Kelurahan:
    """An office O of Rina, the RT space S of Sari; Budi has an RT of his own, Dewi coordinates too.

    Tono is a stranger with good keys.
    """

    def __init__(self, connection: Connection, *, code: str = KELURAHAN, **more: Any) -> None:
        self.code = code
        self.connection = connection
        self.now = Now()
        self.log = Log(connection, clock=self.now, **more)
        self.rina, self.sari = Author(), Author()
        self.office, self.rt = self.rina.space, self.sari.space
        self.rina_rt, self.sari_office = within(self.rina, self.rt), within(self.sari, self.office)
        self.budi, self.dewi, self.tono = (Author(self.office) for _ in range(3))
        register_office(connection, code, self.office, card(self.rina))

    def founding(self) -> list[Op]:
        """What Rina pushes of her office, with Sari's space registered in it."""
        first = [op for op in self.rina.first_ops("koordinator") if not is_of_an_rt(op)]
        return [
            *first,
            self.space_op(self.sari, 10),
            self.rina.member(self.sari_office, 11, role="pembaca"),
        ]

    def space_op(self, founder: Author, clk: int, space: str = "") -> Op:
        values = {"rt": ids.fresh(), "founder": founder.dev}
        return self.rina.op("_space", space or founder.space, values, clk=clk)

    def joining(self) -> list[Op]:
        """What Sari pushes of her RT: her first ops, and Rina as coordinator."""
        return [*self.sari.first_ops(), self.sari.member(self.rina_rt, 6, role="koordinator")]

    def start(self) -> "Kelurahan":
        """Found the office and let Sari join."""
        assert not self.reader(self.rina).round(self.founding()).put
        assert not self.reader(self.sari).round(self.joining()).put
        return self

    def reader(self, author: Author) -> Reader:
        return Reader(self.log, author.dev)

    def note(self, author: Author, clk: int = 50, **values: object) -> Op:
        return author.op("place", ids.fresh(), {"name": "Balai", **values}, clk=clk)


def is_of_an_rt(op: Op) -> bool:
    """Say whether a vault of an office leaves this first op out: no case stands there."""
    return op.kind == "rt" or (op.kind == "_key" and op.set["use"].value == "kasus")
