"""The first look at what was offered, outside any transaction: format, size, signature."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from patbm_desktop.domain.ids import is_id
from patbm_desktop.domain.op import LONGEST_BODY, BadOp, Op, op_id, parse
from patbm_desktop.domain.rights import keys_fit
from patbm_desktop.server.log import why
from patbm_desktop.wire.messages import Offer
from patbm_desktop.wire.signature import verify

SignPks = Mapping[str, bytes]
"""The public key that verifies a device, by device."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What passed the first look, in the order it was offered, and why the rest did not."""

    ops: tuple[Op, ...] = ()
    put: dict[str, str] = field(default_factory=dict)


def examine(offers: Iterable[Offer], sign_pks: Callable[[frozenset[str]], SignPks]) -> Intake:
    """Read and verify `offers`; `sign_pks` looks up the keys of devices that the server knows.

    A device that a `_member` of this very push introduces is verified with the keys given there:
    its name is their hash, so nobody can give it others.
    """
    put: dict[str, str] = {}
    ops = tuple(_readable(offers, put))
    if not ops:
        return Intake((), put)
    keys = _introduced(ops)
    unknown = frozenset(op.dev for op in ops) - keys.keys()
    keys |= sign_pks(unknown) if unknown else {}
    return Intake(tuple(op for op in ops if _is_signed(op, keys, put)), put)


def _readable(offers: Iterable[Offer], put: dict[str, str]) -> Iterable[Op]:
    seen: set[str] = set()
    for offer in offers:
        known_as = op_id(offer.body)
        if known_as in seen:
            continue
        seen.add(known_as)
        if len(offer.body) > LONGEST_BODY:
            put[known_as] = why.TOO_LARGE
            continue
        try:
            op = parse(offer.body, offer.sig)
        except BadOp:
            put[known_as] = why.UNREADABLE
            continue
        if op.is_foreign:
            put[known_as] = why.FORMAT
            continue
        yield op


def _introduced(ops: Iterable[Op]) -> dict[str, bytes]:
    return {
        op.ent: bytes.fromhex(op.set["sign_pk"].value)
        for op in ops
        if op.kind == "_member" and is_id(op.ent) and keys_fit(op)
    }


def _is_signed(op: Op, keys: SignPks, put: dict[str, str]) -> bool:
    sign_pk = keys.get(op.dev)
    if sign_pk is None:
        put[op.id] = why.DEVICE
        return False
    if not verify(sign_pk, op.body, op.sig):
        put[op.id] = why.SIGNATURE
        return False
    return True
