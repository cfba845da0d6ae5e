"""Whoever takes the server home finds no word of a sealed note, and no name of a sealed field."""

from dataclasses import dataclass, field

import pytest

from patbm_desktop.domain import ids
from patbm_desktop.domain.kinds import KINDS, Field, Kind, Read
from patbm_desktop.domain.op import Write
from patbm_desktop.seal import picture
from patbm_desktop.server.log import schema
from patbm_desktop.server.log.connection import PlainSqlite
from patbm_desktop.server.log.core import Log
from patbm_desktop.server.log.parts import FolderShelf
from patbm_desktop.store import parts
from patbm_desktop.sync import parts as lane
from patbm_desktop.sync import stick
from patbm_desktop.sync.repair import repair
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


@dataclass
class Recorder:
    """An office that keeps whatever goes through it, as it goes over the line before gzip."""

    office: object
    heard: list[bytes] = field(default_factory=list)

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
    """A village whose server lies on the disk, with a word in every sealed field of every kind."""

    def start_server(self) -> None:
        connection = PlainSqlite(str(self.folder / "server.sqlite3"), synchronous="OFF")
        schema.make(connection)
        self.log = Log(connection, shelf=FolderShelf(self.folder / "blobs"))
        self.recorder = Recorder(None)

    def meet(self, who):
        self.recorder.office = self.office_of(who)
        return self.exchange_of(who)

    def on_disk(self) -> bytes:
        """Return all that the server has: its database, what its journal holds, and the photos."""
        files = [path for path in self.folder.glob("server.sqlite3*")]
        files += [path for path in (self.folder / "blobs").rglob("*") if path.is_file()]
        return b"\n".join(path.read_bytes() + str(path).encode() for path in files)
