"""The first look at what was offered, outside any transaction: format, size, signature."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from patbm_desktop.domain.ids import is_id
from patbm_desktop.domain.op import LONGEST_BODY, BadOp, Op, op_id, parse
from patbm_desktop.domain.rights import keys_fit
from patbm_desktop.server.log import why
from patbm_desktop.wire.messages import Offer
from patbm_desktop.wire.signature import Signed, verify_all

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
    return Intake(tuple(_signed(ops, keys, put)), put)


def _readable(offers: Iterable[Offer], put: dict[str, str]) -> Iterable[Op]:
    seen: set[str] = set()
    for offer in offers:
        try:
            op = parse(offer.body, offer.sig)
        except BadOp:
            is_long = len(offer.body) > LONGEST_BODY
            put[op_id(offer.body)] = why.TOO_LARGE if is_long else why.UNREADABLE
            continue
        if op.is_foreign:
            put[op.id] = why.FORMAT
        elif op.id not in seen:
            seen.add(op.id)
            yield op


def _introduced(ops: Iterable[Op]) -> dict[str, bytes]:
    return {
        op.ent: bytes.fromhex(op.set["sign_pk"].value)
        for op in ops
        if op.kind == "_member" and is_id(op.ent) and keys_fit(op)
    }


def _signed(ops: Sequence[Op], keys: SignPks, put: dict[str, str]) -> Iterable[Op]:
    known = [op for op in ops if op.dev in keys]
    put.update({op.id: why.DEVICE for op in ops if op.dev not in keys})
    checked = verify_all([Signed(keys[op.dev], op.body, op.sig) for op in known])
    for op, is_signed in zip(known, checked, strict=True):
        if is_signed:
            yield op
        else:
            put[op.id] = why.SIGNATURE
