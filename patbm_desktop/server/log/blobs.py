"""Sealed parts of photos: who may lay one down, who may fetch it, and what the answer is.

The status numbers are those that HTTP answers with; the post office in this process knows them too.
"""

# ruff: noqa: S608 (what is put into a statement is a name of this package, never a value)

import hashlib
import re
from dataclasses import dataclass
from typing import NamedTuple

from patbm_desktop.domain.ids import is_id
from patbm_desktop.server.log.connection import for_share
from patbm_desktop.server.log.desk import Desk
from patbm_desktop.server.log.limits import DAY
from patbm_desktop.server.log.push import find_homes
from patbm_desktop.wire.limits import PART

STORED, THERE, FORBIDDEN, MISSING, ERASED = 201, 200, 403, 404, 410
TOO_LARGE, DIFFERS, QUOTA = 413, 422, 429
WRITERS = ("anggota", "koordinator")
WEEK = 7 * DAY
_SHA = re.compile(r"[0-9a-f]{64}", re.ASCII)


class Part(NamedTuple):
    """The name of a sealed part: whose record it belongs to, and the SHA-256 of its bytes."""

    space: str
    ent: str
    sha: str

    @property
    def is_named_well(self) -> bool:
        """Whether it is a name at all."""
        return is_id(self.space) and is_id(self.ent) and _SHA.fullmatch(self.sha) is not None


@dataclass(frozen=True, slots=True)
class Found:
    """What the log says about a part: the status, and where it lies."""

    status: int
    kelurahan: str = ""


def find(desk: Desk, dev: str, part: Part) -> Found:
    """Say whether `dev` may read `part` and whether it is there: in the list and on the shelf.

    A part whose file was lost is missing, so that whoever asks after it brings it again.
    """
    kelurahan, role = _seat(desk, dev, part)
    if not role:
        return Found(FORBIDDEN)
    if _is_erased(desk, kelurahan, part):
        return Found(ERASED)
    rows = desk.connection.execute(
        "SELECT size FROM blob WHERE kelurahan = %s AND space = %s AND ent = %s AND sha = %s",
        (kelurahan, *part),
    )
    is_there = bool(rows) and desk.shelf.has(kelurahan, *part)
    return Found(THERE if is_there else MISSING, kelurahan)


def get(desk: Desk, dev: str, part: Part) -> tuple[int, bytes]:
    """Fetch a part; the bytes are empty unless the status is 200."""
    found = find(desk, dev, part)
    if found.status != THERE:
        return found.status, b""
    data = desk.shelf.get(found.kelurahan, *part)
    return (MISSING, b"") if data is None else (THERE, data)


def put(desk: Desk, dev: str, part: Part, data: bytes) -> int:
    """Lay a part down and return the status; a repeat costs nothing and is answered 200."""
    if len(data) > PART:
        return TOO_LARGE
    kelurahan, role = _seat(desk, dev, part)
    if role not in WRITERS:
        return FORBIDDEN
    if hashlib.sha256(data).hexdigest() != part.sha:
        return DIFFERS
    known = find(desk, dev, part).status
    if known in (THERE, ERASED):
        return known
    if _brought(desk, kelurahan, dev) + len(data) > desk.limits.part_bytes_a_week:
        return QUOTA
    desk.shelf.put(kelurahan, *part, data)
    noted = _note(desk, dev, kelurahan, part, len(data))
    return put(desk, dev, part, data) if noted is None else noted


def _note(desk: Desk, dev: str, kelurahan: str, part: Part, size: int) -> int | None:
    """Write the row last, and not at all when the record was erased in between.

    None is returned where the space was moved in between: then the part lies in the wrong place.
    """
    with desk.connection.writing():
        if not _is_home(desk, kelurahan, part):
            desk.shelf.drop(kelurahan, part.space, part.ent)
            return None
        if _is_erased(desk, kelurahan, part):
            desk.shelf.drop(kelurahan, part.space, part.ent)
            return ERASED
        desk.connection.execute(
            "INSERT INTO blob (kelurahan, space, ent, sha, size, dev, at)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
            (kelurahan, *part, size, dev, desk.now()),
        )
    return STORED


def _seat(desk: Desk, dev: str, part: Part) -> tuple[str, str]:
    """Return the kelurahan of the part's space and the role of `dev` there, empty without one."""
    home = find_homes(desk, [part.space]).get(part.space)
    if home is None:
        return "", ""
    rows = desk.connection.execute(
        "SELECT role FROM member WHERE kelurahan = %s AND space = %s AND dev = %s"
        " AND until IS NULL",
        (home.kelurahan, part.space, dev),
    )
    return home.kelurahan, rows[0][0] if rows else ""


def _is_home(desk: Desk, kelurahan: str, part: Part) -> bool:
    """Say whether the space of a part is kept in `kelurahan`, and let nobody move it meanwhile."""
    rows = desk.connection.execute(
        f"SELECT kelurahan FROM home WHERE space = %s{for_share(desk.connection)}", (part.space,)
    )
    return rows == [(kelurahan,)]


def _is_erased(desk: Desk, kelurahan: str, part: Part) -> bool:
    rows = desk.connection.execute(
        "SELECT 1 FROM erased WHERE kelurahan = %s AND space = %s AND ent = %s",
        (kelurahan, part.space, part.ent),
    )
    return bool(rows)


def _brought(desk: Desk, kelurahan: str, dev: str) -> int:
    rows = desk.connection.execute(
        "SELECT coalesce(sum(size), 0) FROM blob WHERE kelurahan = %s AND dev = %s AND at > %s",
        (kelurahan, dev, desk.now() - WEEK),
    )
    return int(rows[0][0])
