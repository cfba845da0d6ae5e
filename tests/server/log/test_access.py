"""Who may what: every call of the server against the whole cast, in one table, over HTTP."""

import hashlib
from typing import NamedTuple

import pytest

from patbm_desktop.domain import ids
from patbm_desktop.server.log import invitations, why
from patbm_desktop.server.log.archivists import Archivists
from patbm_desktop.server.log.tokens import Tokens
from patbm_desktop.wire.joining import InviteRequest, enrol_line, write
from patbm_desktop.wire.line import HeldLine
from tests.server import arsip_server
from tests.server.cast import Kelurahan, enrolment, within
from tests.server.conftest import fresh_code
from tests.server.running import HttpLaptop, Running, founded
from tests.store.laptop import Author

DATA = b"sealed"
SHA = hashlib.sha256(DATA).hexdigest()
NOTHING = b'{"p":1,"cur":{},"max_kib":64}'


class May(NamedTuple):
    """What one person may: statuses of HTTP, but for what stands beside a field."""

    hello: int
    token: int
    ask: int
    sync: int
    reads: str  # of the office O, the RT R, and what is held there H
    write: str  # the verdict on a note in the RT, "" where it is stored
    invite: int
    waiting: int | str  # how many requests to join are seen, or the status
    put: int
    get: int
    head: int


NO_NOTE = "-"
OUT = May(200, 403, 202, 403, "", NO_NOTE, 403, 403, 403, 403, 403)
TABLE = {
    #                        hello tokn ask  sync reads  write   invi waiting put  get  head
    "kader":             May(200, 200, 202, 200, "OR",  "",        403, 403, 200, 200, 200),
    "second kader":      May(200, 200, 202, 200, "OR",  "",        403, 403, 200, 200, 200),
    "kader of RT 902":   May(200, 200, 202, 200, "O",   why.RIGHT, 403, 403, 403, 403, 403),
    "coordinator":       May(200, 200, 202, 200, "ORH", "",        200, "1", 200, 200, 200),
    "pendamping kasus":  May(200, 200, 202, 200, "OR",  "",        403, 403, 200, 200, 200),
    "other coordinator": May(200, 200, 202, 200, "",    why.RIGHT, 403, "0", 403, 403, 403),
    "arsip":             May(200, 200, 202, 200, "O",   why.RIGHT, 403, 403, 403, 403, 403),
    "former member":     May(200, 200, 202, 200, "",    why.HELD + why.LEFT,
                                                                   403, 403, 403, 403, 403),
    "disabled device":   OUT,
    "stranger":          OUT,
    "nobody":            May(200, 401, 202, 401, "",    NO_NOTE,   401, 401, 401, 401, 401),
}  # fmt: skip
"""The second kader has no pact, and may what the first one may: a pact changes the keys a laptop
gets and never what it may here, for the server cannot tell the two apart. Nobody is who has no
token and signs with keys that are not its own. Asking to join needs an invitation, and no token.
"""


class Cast:
    """Everybody, around one RT of one kelurahan; and the coordinator of the next kelurahan."""

    def __init__(self, folder) -> None:
        self.arsip = Author()
        known = {arsip_server.DEVICE: self.arsip.dev,
                 arsip_server.KEY: self.arsip.device.sign_pk.hex()}  # fmt: skip
        self.server = Running(folder / "data", program="tests.server.arsip_server", **known)
        self.one, self.two, self.far = (founded(self.server, fresh_code()) for _ in range(3))
        one = self.one
        self.second, self.pendamping, self.disabled, self.former = (
            Author(one.office) for _ in range(4)
        )
        self.neighbour = Author()
        self.people = {
            "kader": one.sari, "second kader": self.second, "kader of RT 902": self.neighbour,
            "coordinator": one.rina, "pendamping kasus": self.pendamping,
            "other coordinator": self.two.rina, "arsip": self.arsip, "former member": self.former,
            "disabled device": self.disabled, "stranger": one.tono, "nobody": Author(),
        }  # fmt: skip
        self._join()
        self._ask_to_join()
        part = self._lay_down_a_part()
        self.path = f"/v1/blob/{one.rt}/{part}/{SHA}"

    def _join(self) -> None:
        one = self.one
        joining = [self.second, self.pendamping, self.disabled, self.former]
        ops = [one.rina.member(each, 20, role="pembaca") for each in joining]
        ops += [one.rina.member(within(self.neighbour, one.office), 20, role="pembaca")]
        ops += [one.space_op(self.neighbour, 21), *self.neighbour.first_ops()]
        pact = {"cases": True, "pact": "2026-11-20"}
        ops += [
            one.rina_rt.member(within(each, one.rt), 22, **pact if each is self.pendamping else {})
            for each in joining
        ]
        leaving = [(one.rina, one.office), (one.rina_rt, one.rt)]
        for writer, space in leaving:
            about = within(self.former, space)
            seen = {
                "active": [op.id for op in ops if op.ent == self.former.dev and op.space == space]
            }
            ops.append(writer.member(about, 30, active=False, keep=[], over=seen))
        held = one.note(within(self.former, one.rt))
        put = one.reader(one.rina).round([*ops, held]).put
        assert set(put.values()) <= {why.HELD + why.LEFT}
        one.connection.execute(
            "UPDATE device SET disabled = 1 WHERE dev = %s", (self.disabled.dev,)
        )

    def _ask_to_join(self) -> None:
        code = self.invitation(self.one, self.one.rina.dev)
        invitations.enrol(self.one.log.desk, *enrolment(Author(), code))

    def _lay_down_a_part(self) -> str:
        ent = ids.fresh()
        kader = HttpLaptop(self.server, self.one.sari).known()
        assert kader.call("PUT", f"/v1/blob/{self.one.rt}/{ent}/{SHA}", DATA).status_code == 201
        return ent

    def invitation(self, made: Kelurahan, by: str) -> str:
        return invitations.invite(made.log.desk, by, InviteRequest(made.code, "901", "anggota"))

    def may(self, name: str) -> May:
        """Return what the server lets this person do."""
        author = self.people[name]
        laptop = HttpLaptop(self.server, author)

        def status(method: str, path: str, data: bytes = b"") -> int:
            return laptop.call(method, path, data).status_code

        hello = status("GET", "/v1/hello")
        ask = status("POST", "/v1/enrol", self.request_of(author))
        token = self.let_in(name, laptop)
        return May(
            hello, token, ask, *self.syncing(laptop, author),
            status("POST", "/v1/invite", write(InviteRequest(self.one.code, "901", "anggota"))),
            self.waiting(laptop), status("PUT", self.path, DATA), status("GET", self.path),
            status("HEAD", self.path),
        )  # fmt: skip

    def let_in(self, name: str, laptop: HttpLaptop) -> int:
        """Ask for a token; who is refused comes with one of yesterday, but nobody has none."""
        if name == "nobody":
            laptop.dev = self.one.sari.dev
        token = laptop.let_in().status_code
        if token == 403:
            laptop.token = self.token_of_yesterday(laptop.author)
        return token

    def request_of(self, author: Author) -> bytes:
        """Return a request to join a third kelurahan, so that it stands in nobody's way here."""
        code = self.invitation(self.far, self.far.rina.dev)
        return enrol_line(*enrolment(author, code)[1:])

    def syncing(self, laptop: HttpLaptop, author: Author) -> tuple[int, str, str]:
        """Return the status of a sync, what it read, and what became of a note."""
        status = laptop.call("POST", "/v1/sync", NOTHING).status_code
        if status != 200:
            return status, "", NO_NOTE
        note = self.one.note(within(author, self.one.rt))
        answer = laptop.offer([note])
        news = (
            set() if author is self.former else {name for name, at in answer.sp.items() if at.cur}
        )
        held = {line.space for line in answer.lines if isinstance(line, HeldLine)}
        seen = (self.one.office in news, self.one.rt in news, self.one.rt in held)
        reads = "".join(letter for letter, is_seen in zip("ORH", seen, strict=True) if is_seen)
        return status, reads, answer.put.get(note.id, "")

    def waiting(self, laptop: HttpLaptop) -> int | str:
        answer = laptop.call("GET", "/v1/enrol")
        is_ok = answer.status_code == 200
        return str(len(answer.content.splitlines())) if is_ok else answer.status_code

    def token_of_yesterday(self, author: Author) -> str:
        """Return a token that the server would have made for this device before."""
        secret = (self.server.data / "rahasia").read_text("ascii")
        return Tokens(secret, (), lambda: 4_000_000_000.0)._token(author.dev)


@pytest.fixture(scope="module")
def cast(tmp_path_factory):
    made = Cast(tmp_path_factory.mktemp("cast"))
    yield made
    made.server.stop()


def test_everybody_may_exactly_what_the_table_says(cast):
    assert {name: cast.may(name) for name in TABLE} == TABLE


def test_a_former_member_reads_up_to_his_removal_and_not_a_line_more(cast):
    former = HttpLaptop(cast.server, cast.former).known()
    former.round()
    before = {space: list(ids_) for space, ids_ in former.read.items()}
    kader = HttpLaptop(cast.server, cast.one.sari).known()
    kader.turn([cast.one.note(cast.one.sari, 90)])
    answer = former.turn()
    assert former.read == before
    assert {news.closed for news in answer.sp.values()} == {True}


def test_the_arsip_laptop_of_another_city_is_a_stranger_to_the_office(connection):
    arsip = Author()
    far = Archivists({arsip.dev: arsip.device.sign_pk}, {arsip.dev: "63.72"})
    made = Kelurahan(connection, code=fresh_code(), archivists=far).start()
    assert made.log.access_kelurahans(arsip.dev) == []
    assert made.reader(arsip).turn().sp == {}
