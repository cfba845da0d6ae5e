"""Erasure on the server: two ops of two devices in the office, then body and signature are gone.

Source: protocol, section 9. The `_ask_erase` of a coordinator stands in sight of all for fourteen
days; the `_erase` of an arsip device is stored from the fifteenth day on.
"""

# ruff: noqa: S608 (what is put into a statement are names and place holders, never values)

from collections.abc import Iterator, Mapping
from typing import Any

from patbm_desktop.domain.ids import is_id
from patbm_desktop.domain.op import Op, parse
from patbm_desktop.server.log import why
from patbm_desktop.server.log.connection import for_update
from patbm_desktop.server.log.limits import DAY
from patbm_desktop.server.log.under_lock import UnderLock


def refuse(into: UnderLock, erase: Op) -> str:
    """Return why `erase` may not be stored (yet), or nothing."""
    found = _asked(into, erase)
    if found is None:
        return why.RIGHT
    ask, at = found
    if ask.dev == erase.dev or not into.rights.counts(ask):
        return why.RIGHT
    return why.DAYS if into.at < at + into.desk.limits.erasure_days * DAY else ""


def obey(into: UnderLock, erase: Op) -> None:
    """Strip every op of the records that were asked to be erased, with their photos."""
    found = _asked(into, erase)
    if found is None:
        return
    for space, ent in sorted(set(_targets(found[0]))):
        if space != into.row.id and _is_of(into, space):
            _strip(into, space, ent, erase.id)


def _asked(into: UnderLock, erase: Op) -> tuple[Op, int] | None:
    """Return the `_ask_erase` that `erase` names and when it was stored here."""
    ask = erase.set["ask"].value if "ask" in erase.set else None
    if not is_id(ask):
        return None
    rows = into.desk.connection.execute(
        "SELECT body, sig, at FROM op WHERE kelurahan = %s AND space = %s AND id = %s"
        " AND kind = '_ask_erase'",
        (into.row.kelurahan, into.row.id, ask),
    )
    return next(((parse(bytes(body), bytes(sig)), at) for body, sig, at in rows), None)


def _targets(ask: Op) -> Iterator[tuple[str, str]]:
    value: Any = ask.set["targets"].value if "targets" in ask.set else ()
    for pair in value if isinstance(value, list) else ():
        if isinstance(pair, Mapping):
            pair = [pair.get("space"), pair.get("ent")]  # noqa: PLW2901
        if isinstance(pair, list) and len(pair) == 2 and all(map(is_id, pair)):
            yield pair[0], pair[1]


def _is_of(into: UnderLock, space: str) -> bool:
    """Say whether this office registered `space`, and lock it against a push under way."""
    return bool(
        into.desk.connection.execute(
            "SELECT 1 FROM space WHERE kelurahan = %s AND id = %s"
            + for_update(into.desk.connection),
            (into.row.kelurahan, space),
        )
    )


def _strip(into: UnderLock, space: str, ent: str, erase: str) -> None:
    connection, key = into.desk.connection, (into.row.kelurahan, space, ent)
    where = "WHERE kelurahan = %s AND space = %s AND ent = %s"
    connection.execute(
        "INSERT INTO erased (kelurahan, space, ent, by_op, at) VALUES (%s, %s, %s, %s, %s)"
        " ON CONFLICT DO NOTHING",
        (*key, erase, into.at),
    )
    connection.execute("UPDATE space SET erased = 1 WHERE kelurahan = %s AND id = %s", key[:2])
    connection.execute(
        f"UPDATE op SET body = NULL, sig = NULL {where} AND control = 0",
        key,
    )
    connection.execute(f"DELETE FROM held {where}", key)
    connection.execute(f"DELETE FROM blob {where}", key)
    into.desk.shelf.drop(*key)
