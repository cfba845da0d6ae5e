"""Who may what: every call of the server against the whole cast, in one table, over HTTP."""

import hashlib

import pytest

from patbm_desktop.domain import ids
from patbm_desktop.server.log import blobs, invitations, why
from patbm_desktop.server.log.archivists import Archivists
from patbm_desktop.server.log.tokens import Tokens
from patbm_desktop.wire.joining import InviteRequest, write
from patbm_desktop.wire.line import HeldLine
from tests.server.cast import Kelurahan, enrolment, within
from tests.server.conftest import fresh_code
from tests.server.log.test_erasure import Erasing
from tests.server.running import HttpLaptop, founded
from tests.store.laptop import Author

DATA = b"sealed"
SHA = hashlib.sha256(DATA).hexdigest()

CALLS = ("token", "office", "rt", "write", "held", "invite", "waiting", "put", "get")
TABLE = {
    #                    token office rt   write   held invite waiting put get
    "kader":             (200, True, True, "", False, 403, 403, 200, 200),
    "second kader":      (200, True, True, "", False, 403, 403, 200, 200),
    "other kader":       (200, True, False, why.RIGHT, False, 403, 403, 403, 403),
    "coordinator":       (200, True, True, "", True, 200, 1, 200, 200),
    "pendamping":        (200, True, True, "", False, 403, 403, 200, 200),
    "other coordinator": (200, False, False, why.RIGHT, False, 403, 0, 403, 403),
    "former member":     (200, False, False, why.HELD + why.LEFT, False, 403, 403, 403, 403),
    "disabled":          (403, False, False, None, False, 403, 403, 403, 403),
    "stranger":          (403, False, False, None, False, 403, 403, 403, 403),
}  # fmt: skip
"""One row a person: a status; whether a space or a held op is read; the verdict on an op of theirs;
or how many requests to join they see. A pact changes the keys a laptop gets, never what it may
here: the server cannot tell a kader with one from a kader without.
"""


class Cast:
    """Everybody, around one RT of one kelurahan; and the coordinator of the next kelurahan."""

    def __init__(self, server) -> None:
        self.server = server
        self.one, self.two = (founded(server, fresh_code()) for _ in range(2))
        one = self.one
        self.second, self.pendamping, self.disabled, self.former = (
            Author(one.office) for _ in range(4)
        )
        self.neighbour = Author()
        self.people = {
            "kader": one.sari, "second kader": self.second, "other kader": self.neighbour,
            "coordinator": one.rina, "pendamping": self.pendamping,
            "other coordinator": self.two.rina, "former member": self.former,
            "disabled": self.disabled, "stranger": one.tono,
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
        ops += [one.rina_rt.member(within(each, one.rt), 22) for each in joining]
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
        desk, guest = self.one.log.desk, Author()
        asked = InviteRequest(self.one.code, "902", "anggota")
        code = invitations.invite(desk, self.one.rina.dev, asked)
        invitations.enrol(desk, *enrolment(guest, code))

    def _lay_down_a_part(self) -> str:
        ent = ids.fresh()
        kader = HttpLaptop(self.server, self.one.sari).known()
        assert kader.call("PUT", f"/v1/blob/{self.one.rt}/{ent}/{SHA}", DATA).status_code == 201
        return ent

    def row(self, name: str):
        """Return what the server lets this person do, as a row of the table."""
        author = self.people[name]
        laptop = HttpLaptop(self.server, author)
        token = laptop.let_in().status_code
        asked = write(InviteRequest(self.one.code, "901", "anggota"))
        if token != 200:
            laptop.token = self.borrowed_token(author)
        rest = [
            laptop.call("POST", "/v1/invite", asked).status_code,
            self.waiting(laptop),
            laptop.call("PUT", self.path, DATA).status_code,
            laptop.call("GET", self.path).status_code,
        ]
        return (token, *self.reading(laptop, author, token), *rest)

    def reading(self, laptop: HttpLaptop, author: Author, token: int):
        if token != 200:
            assert (
                laptop.call("POST", "/v1/sync", b'{"p":1,"cur":{},"max_kib":64}').status_code == 403
            )
            return (False, False, None, False)
        note = self.one.note(within(author, self.one.rt))
        answer = laptop.offer([note])
        news = {space for space, each in answer.sp.items() if each.cur and not self.left(author)}
        is_held = any(isinstance(line, HeldLine) for line in answer.lines)
        verdict = answer.put.get(note.id, "")
        return (self.one.office in news, self.one.rt in news, verdict, is_held)

    def waiting(self, laptop: HttpLaptop) -> int:
        """Return how many requests this person sees, or why none."""
        answer = laptop.call("GET", "/v1/enrol")
        return len(answer.content.splitlines()) if answer.status_code == 200 else answer.status_code

    def left(self, author: Author) -> bool:
        return author is self.former

    def borrowed_token(self, author: Author) -> str:
        """Return a token that the server would have made for this device yesterday."""
        secret = (self.server.data / "rahasia").read_text("ascii")
        return Tokens(secret, (), lambda: 4_000_000_000.0)._token(author.dev)


@pytest.fixture(scope="module")
def cast(sqlite_server):
    return Cast(sqlite_server)


@pytest.mark.parametrize("name", TABLE)
def test_everybody_may_exactly_what_the_table_says(cast, name):
    assert dict(zip(CALLS, cast.row(name), strict=True)) == dict(
        zip(CALLS, TABLE[name], strict=True)
    )


def test_a_former_member_reads_up_to_his_removal_and_not_a_line_more(cast):
    former = HttpLaptop(cast.server, cast.former).known()
    former.round()
    before = {space: list(ids_) for space, ids_ in former.read.items()}
    kader = HttpLaptop(cast.server, cast.one.sari).known()
    kader.turn([cast.one.note(cast.one.sari, 90)])
    answer = former.turn()
    assert former.read == before
    assert {news.closed for news in answer.sp.values()} == {True}


def test_nobody_needs_a_token_to_be_told_the_time(sqlite_server):
    answer = HttpLaptop(sqlite_server, Author()).call("GET", "/v1/hello")
    assert answer.json()["patbm"] == 1


def test_the_arsip_laptop_reads_the_offices_of_its_city_and_does_nothing_else(connection):
    erasing = Erasing(connection)
    made, dev = erasing.kelurahan, erasing.arsip.dev
    reader = made.reader(erasing.arsip)
    note = made.note(within(erasing.arsip, made.rt))
    assert reader.turn([note]).put == {note.id: why.RIGHT}
    reader.round()
    assert (made.office in reader.read, made.rt in reader.read) == (True, False)
    part = blobs.Part(made.rt, note.ent, SHA)
    assert (
        blobs.get(made.log.desk, dev, part)[0] == blobs.put(made.log.desk, dev, part, DATA) == 403
    )
    with pytest.raises(invitations.NotAllowed):
        invitations.invite(made.log.desk, dev, InviteRequest(made.code, "901", "anggota"))
    with pytest.raises(invitations.NotAllowed):
        invitations.waiting(made.log.desk, dev, made.log.access_kelurahans(dev))


def test_the_arsip_laptop_of_another_city_is_a_stranger_to_the_office(connection):
    arsip = Author()
    far = Archivists({arsip.dev: arsip.device.sign_pk}, {arsip.dev: "63.72"})
    made = Kelurahan(connection, code=fresh_code(), archivists=far).start()
    assert made.log.access_kelurahans(arsip.dev) == []
    assert made.reader(arsip).turn().sp == {}
