"""Whoever takes the server home finds no word of a sealed note, and no name of a sealed field."""

import pytest

from patbm_desktop.domain import ids
from patbm_desktop.domain.fields import Field, Read
from patbm_desktop.domain.kind import Kind
from patbm_desktop.domain.kinds import KINDS
from patbm_desktop.domain.op import Write
from patbm_desktop.seal import picture
from patbm_desktop.server.log import schema
from patbm_desktop.server.log.connection import PlainSqlite
from patbm_desktop.server.log.core import Log
from patbm_desktop.server.log.office import ServerOffice
from patbm_desktop.server.log.parts import FolderShelf
from patbm_desktop.store import parts
from patbm_desktop.sync import parts as lane
from patbm_desktop.sync import stick
from patbm_desktop.sync.exchange import Cut
from patbm_desktop.sync.round import ServerExchange
from tests.sync.village import Village, joins

WORD = "Anggrek"
HEADER = {"f", "space", "ent", "kind", "dev", "by", "clk", "at", "app", "rnd", "set", "box", "v",
          "over", "id", "key"}  # fmt: skip
"""What stands in every op, whatever kind it is of."""

OPEN_WORD = "Balai Melati"


def sealed_fields(kind: Kind) -> list[Field]:
    return [each for each in kind.fields.values() if kind.sealed or each.read is not Read.OPEN]


def members_of(each: Field) -> list[str]:
    return [each.name, *(name for member in each.members for name in members_of(member))]


def names_of(fields: list[Field]) -> set[str]:
    return {name for each in fields for name in members_of(each)}


def hidden_names() -> set[str]:
    """Return every name of a sealed kind or field that no open field bears as well."""
    sealed = {kind.travels_as for kind in KINDS.values() if kind.sealed}
    shown: set[str] = set()
    for kind in KINDS.values():
        hidden = sealed_fields(kind)
        sealed |= names_of(hidden)
        shown |= names_of([each for each in kind.fields.values() if each not in hidden])
    return sealed - shown - HEADER


class Recorder:
    """An office that keeps whatever goes through it, as it is before gzip."""

    def __init__(self, office, heard):
        self.office, self.heard = office, heard

    def sync(self, request):
        answer = self.office.sync(request)
        self.heard += [request.encode(), answer.encode()]
        return answer

    def put_part(self, space, ent, sha, data):
        self.heard.append(data)
        self.office.put_part(space, ent, sha, data)

    def __getattr__(self, name):
        return getattr(self.office, name)


class BlindVillage(Village):
    """A village whose server lies on the disk, and whose talk is overheard."""

    def start_server(self) -> None:
        connection = PlainSqlite(str(self.folder / "server.sqlite3"), synchronous="OFF")
        schema.make(connection)
        self.log = Log(connection, shelf=FolderShelf(self.folder / "blobs"))
        self.heard: list[bytes] = []

    def office(self, who):
        return Recorder(ServerOffice(self.log, who.dev), self.heard)

    def meet(self, who):
        try:
            return ServerExchange(self.office(who)).meet(who.laptop)
        except Cut:
            return None

    def on_disk(self) -> bytes:
        """Return all that the server has: its database, what its journal holds, and the photos."""
        files = [*self.folder.glob("server.sqlite3*"), *(self.folder / "blobs").rglob("*")]
        return b"\n".join(
            str(path).encode() + (path.read_bytes() if path.is_file() else b"") for path in files
        )


def plant(who, kind: Kind, space: str) -> None:
    """Write a record of `kind` with a word of its own in every sealed field."""
    hidden = sealed_fields(kind)
    said = {each.name: Write(planted(kind, each)) for each in hidden}
    if not kind.sealed:
        said["name"] = Write(OPEN_WORD)
    clk = who.laptop.next_clk(space)
    op = who.laptop.compose(kind.name, ids.fresh(), said, space=space, clk=clk)
    who.laptop.keep([op])


def planted(kind: Kind, each: Field):
    """Return what is written into a field: the word, inside an object or a list as it may be."""
    word = f"{WORD} {kind.name} {each.name}"
    inside = {member.name: f"{word} {member.name}" for member in each.members}
    return [inside or word] if each.type in {"lines", "refs", "groups", "multi"} else inside or word


PHOTO = b"\xff\xd8\xff\xe0JFIF" + WORD.encode() * 9000


@pytest.fixture(scope="module")
def village(tmp_path_factory):
    """Sari wrote something of every kind, with a photo; Rina has read what she may; a stick too."""
    made = BlindVillage(tmp_path_factory.mktemp("blind"))
    rina, sari = made.coordinator("Rina"), made.person("Sari", "901")
    joins(sari, rina, companion=True)
    made.rounds()
    for kind in KINDS.values():
        if sealed_fields(kind):
            plant(sari, kind, sari.space)
    sealed = picture.seal(PHOTO)
    names = [parts.write(sari.folder, part) for part in parts.cut(sealed.ciphertext)]
    file = {"key": sealed.key, "mime": "image/jpeg", "size": len(PHOTO), "parts": names}
    said = {"of": Write(ids.fresh()), "kind": Write("foto"), "file": Write(file)}
    clk = sari.laptop.next_clk(sari.space)
    op = sari.laptop.compose("attachment", ids.fresh(), said, space=sari.space, clk=clk)
    sari.laptop.keep([op])
    made.rounds()
    made.moved = lane.exchange(sari.laptop, made.office(sari))
    made.photo = (sealed.key.encode(), names)
    stick.save(sari.laptop, made.folder / "stick.patbm")
    made.stick = (made.folder / "stick.patbm").read_bytes()
    made.rina, made.sari = rina, sari
    yield made
    made.log.desk.connection.close()
    made.close()


@pytest.fixture(params=["server", "requests and answers", "bundle"])
def place(request, village):
    """The bytes that a thief may find."""
    found = {"server": village.on_disk, "bundle": lambda: village.stick,
             "requests and answers": lambda: b"\n".join(village.heard)}  # fmt: skip
    return found[request.param]()


def test_everything_was_written_and_has_arrived(village):
    planted_kinds = [kind for kind in KINDS.values() if sealed_fields(kind)]
    assert len(planted_kinds) > 9
    assert village.meet(village.sari).waits == 0
    assert village.moved.sent == len(village.photo[1]) > 0
    kept = village.sari.db.conn.execute("SELECT shown FROM record").fetchall()
    assert sum(WORD in str(shown) for (shown,) in kept) >= len(planted_kinds)


def test_no_word_of_a_sealed_field_and_no_byte_of_a_photo_is_found(place, village):
    key, _ = village.photo
    for secret in (WORD.encode(), PHOTO[:8], key, "Rina".encode("utf-16-le")):
        assert secret not in place


def test_no_name_of_a_sealed_kind_or_field_is_found(place):
    names = hidden_names()
    assert {"narrative", "caption", "case_detail", "victim", "title", "phone"} <= names
    found = {
        name for name in names if f'"{name}"'.encode() in place or f"'{name}'".encode() in place
    }
    assert found == set()


def test_the_same_search_finds_what_is_open(village):
    for found in (village.on_disk(), b"\n".join(village.heard)):
        assert OPEN_WORD.encode() in found
        assert b'"person"' in found or b'\\"person\\"' in found


def test_a_name_that_is_quoted_in_a_body_is_quoted_twice_on_its_way(village):
    """An op travels as text in JSON, so its names stand there with a backslash before the quote."""
    heard = b"\n".join(village.heard)
    for name in hidden_names():
        assert f'\\"{name}\\"'.encode() not in heard
    assert b'\\"name\\"' in heard
