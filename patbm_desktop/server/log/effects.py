"""What follows when an op about rights or erasure takes its place in the log."""

# ruff: noqa: S608 (what is put into a statement is a name of this package, never a value)

from patbm_desktop.domain.erasure import ASK, ERASE
from patbm_desktop.domain.ids import is_id
from patbm_desktop.domain.op import Op, parse
from patbm_desktop.server.log import erasure, why
from patbm_desktop.server.log.connection import for_share
from patbm_desktop.server.log.under_lock import UnderLock


def refuse(into: UnderLock, op: Op) -> str:
    """Return why an op that may stand by its author must not stand all the same, or nothing."""
    if op.kind == "_space":
        return _register(into, op)
    if op.kind == ERASE:
        return erasure.refuse(into, op)
    return erasure.refuse_back(into, op) if op.kind == ASK else ""


def follow(into: UnderLock, op: Op) -> None:
    """Do what `op`, which was appended just now, brings with it."""
    if op.kind == "_member":
        _seat(into, op)
    elif op.kind == "_accept":
        _decide(into, op)
    elif op.kind == "_space":
        into.standing.list_space()
        erasure.reach(into, op.ent)
    elif op.kind == ERASE:
        erasure.obey(into, op)


def _register(into: UnderLock, op: Op) -> str:
    """Make `op.ent` a space of this kelurahan, unless another office did so before."""
    connection, kelurahan = into.desk.connection, into.row.kelurahan
    connection.execute(
        "INSERT INTO home (space, kelurahan, office) VALUES (%s, %s, 0) ON CONFLICT DO NOTHING",
        (op.ent, kelurahan),
    )
    home = connection.execute(
        f"SELECT kelurahan, office FROM home WHERE space = %s{for_share(connection)}", (op.ent,)
    )
    if home[0] != (kelurahan, 0):
        return why.REGISTERED
    connection.execute(
        "INSERT INTO space (kelurahan, id, seq, chain, founder, rt) VALUES (%s, %s, 0, %s, %s, %s)"
        " ON CONFLICT (kelurahan, id) DO UPDATE SET rt = excluded.rt",
        (kelurahan, op.ent, op.ent, _id(op, "founder"), _id(op, "rt")),
    )
    return ""


def _seat(into: UnderLock, op: Op) -> None:
    """Note who may read from here on; a word of the office makes a device known to the server."""
    into.standing.see(op, into.rights, into.row.seq, into.row.chain)
    if into.rights.is_office:
        into.standing.admit(op.ent)


def _decide(into: UnderLock, op: Op) -> None:
    """Append the held op that a coordinator let stand; one that she refused waits no longer."""
    if not into.rights.is_accepted(op.ent):
        into.desk.connection.execute(
            "UPDATE held SET refused = 1 WHERE kelurahan = %s AND space = %s AND id = %s",
            (into.row.kelurahan, into.row.id, op.ent),
        )
        return
    found = into.held_op(op.ent)
    if found is not None:
        into.drop_held(op.ent)
        into.append(parse(*found))


def _id(op: Op, name: str) -> str:
    value = op.set[name].value if name in op.set else ""
    return value if isinstance(value, str) and is_id(value) else ""
