"""Words about a device (`_member`) and about a held op (`_accept`): written over what stands."""

from collections.abc import Mapping, Sequence
from typing import Any

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.merge import Cells, Entity, Head
from patbm_desktop.domain.op import MOST_OVER_FIELD, Op
from patbm_desktop.store import control, oplog, outbox
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.wire.joining import Card

KEEP = "keep"
COORDINATOR = "koordinator"


def about(
    laptop: Laptop, space: str, dev: str, values: Mapping[str, Any], card: Card | None = None
) -> frozenset[str]:
    """Say `values` of `dev` in `space`, over every word that says otherwise; return kinds changed.

    Nothing is written that stands already, unless it stands by words alone that the log put off:
    whoever reads the log has none of those. `card` brings the keys of a device new to the space.

    Raises:
        Fault: NO_SUCH_DEVICE, it is new to the space and there is no card that fits it.
    """
    rights = laptop.rights.of(space)
    said = dict(values)
    if dev not in rights.ever:
        if card is None or card.dev != dev or not card.fits():
            raise Fault(Refusal.NO_SUCH_DEVICE)
        said |= {"sign_pk": card.sign_pk, "box_pk": card.box_pk}
    elif _is_put_off(laptop, rights.standing(dev).get("sign_pk", ())):
        said |= {name: rights.standing(dev)[name][0].value for name in ("sign_pk", "box_pk")}
    undone = rights.removals(dev)
    is_let_in = bool(undone) or (dev not in rights.now and said.get("active") is True)
    entity = Entity(space, "_member", dev)
    return _write(laptop, entity, said, rights.standing(dev), undone, is_afresh=is_let_in)


def keeping(
    laptop: Laptop, space: str, dev: str, values: Mapping[str, Any], card: Card | None = None
) -> frozenset[str]:
    """Say `values` of `dev`, by which it may coordinate no more; whom it admitted stays.

    The word names those, and this laptop says each of them again in its own name. A server that is
    restored takes no word of somebody whom it hears to be gone, so without that it would not know
    them, though everybody else does.

    Raises:
        Fault: as `about`.
    """
    is_less = values.get("active") is False or values.get("role", COORDINATOR) != COORDINATOR
    stay = _staying(laptop, space, dev) if is_less else []
    kinds: frozenset[str] = frozenset()
    for each in stay:
        kinds |= _vouch_for(laptop, space, each)
    keep = {KEEP: stay} if stay else {}
    return kinds | about(laptop, space, dev, {**values, **keep}, card)


def _staying(laptop: Laptop, space: str, dev: str) -> list[str]:
    """Return whom the word that removes `dev`, or makes a reader of it, has to keep.

    Those it admitted who are members now, and this laptop: its own word holds nobody in any more.
    """
    rights = laptop.rights.of(space)
    hers = {each for each in rights.now - {dev} if dev in rights.named_by(each)}
    return sorted(hers | {laptop.dev}) if hers else []


def _vouch_for(laptop: Laptop, space: str, dev: str) -> frozenset[str]:
    """Say again what stands of `dev`, with its keys, unless this laptop ever spoke of it.

    A field in which two words stand is left to a person.
    """
    rights = laptop.rights.of(space)
    if dev in {laptop.dev, rights.founder} or laptop.dev in rights.named_by(dev):
        return frozenset()
    standing = rights.standing(dev)
    said = {
        name: heads[0].value
        for name, heads in standing.items()
        if name != KEEP and _is_said(heads, heads[0].value)
    }
    over = _cut({name: [head.op for head in standing[name]] for name in said})
    return laptop.keep([laptop.control("_member", dev, said, space=space, over=over)])


def let_rest(laptop: Laptop) -> None:
    """Wait no longer for words of this laptop about others that the log put off, and need not have.

    A laptop that was set back to before it joined asks again, and makes somebody coordinator of its
    space who long is. No log takes that, for she is there to speak of who belongs.
    """
    put_off = outbox.answers(laptop.db, "later").keys()
    if not put_off:
        return
    own = [
        op for space in control.newest(laptop.db)
        for op in oplog.control_ops(laptop.db, space, "_member")
        if op.id in put_off and op.dev == laptop.dev and _stands_without(laptop, op)
    ]  # fmt: skip
    outbox.note_answers(laptop.db, dict.fromkeys((op.id for op in own), outbox.SAID))


def _stands_without(laptop: Laptop, op: Op) -> bool:
    """Say whether all that `op` says stands by words of the log; by what name, does not matter."""
    standing = laptop.rights.of(op.space).standing(op.ent)
    others = {
        name: [head for head in standing.get(name, ()) if head.op != op.id]
        for name in op.set.keys() - {"label", "person"}
    }
    said = all(_is_said(heads, op.set[name].value) for name, heads in others.items())
    every = {head.op for heads in others.values() for head in heads}
    return said and outbox.in_log(laptop.db, every) == every


def decide(laptop: Laptop, space: str, op: str, *, ok: bool, why: str) -> frozenset[str]:
    """Say whether the held `op` of `space` is to stand; return the kinds that changed."""
    entity = Entity(space, "_accept", op)
    standing = _decisions(laptop, space).heads(entity)
    return _write(laptop, entity, {"ok": ok, "why": why}, standing)


def decided(laptop: Laptop, space: str) -> dict[str, bool]:
    """Return what coordinators decided on held ops of `space`: op id to whether it is to stand."""
    cells = _decisions(laptop, space)
    return {
        entity.ent: any(head.value is True for head in cells.heads(entity).get("ok", []))
        for entity in cells.entities()
    }


def card_of(laptop: Laptop, space: str, dev: str) -> Card | None:
    """Return the card of a device that `space` knows."""
    rights = laptop.rights.of(space)
    sign_pk, box_pk = rights.sign_pk(dev), rights.box_pk(dev)
    if sign_pk is None or box_pk is None:
        return None
    return Card(dev, text_of(rights.standing(dev), "label"), sign_pk.hex(), box_pk.hex())


def own_card(laptop: Laptop, label: str) -> Card:
    """Return the card by which this laptop introduces itself."""
    device = laptop.device
    return Card(device.dev, label, device.sign_pk.hex(), device.box_pk.hex())


def text_of(standing: Mapping[str, Sequence[Head]], name: str) -> str:
    """Return the shown text of a field, "" where none stands."""
    heads = standing.get(name, ())
    return heads[0].value if heads and isinstance(heads[0].value, str) else ""


def _write(
    laptop: Laptop,
    entity: Entity,
    values: Mapping[str, Any],
    standing: Mapping[str, Sequence[Head]],
    removals: tuple[str, ...] = (),
    *,
    is_afresh: bool = False,
) -> frozenset[str]:
    """Write what of `values` does not stand; `removals` are undone where it lets in again.

    Whether somebody is a member is written `is_afresh` though the same stands already: it may be
    the word of somebody who left, and whom nobody kept.
    """
    heads = {name: standing.get(name, ()) for name in values}
    changed = {
        name: value
        for name, value in values.items()
        if not _is_said(heads[name], value) or _is_put_off(laptop, heads[name])
    }
    if is_afresh and "active" in values:
        changed["active"] = values["active"]
    if not changed:
        return frozenset()
    if KEEP in values:  # it is of this very word, whatever an earlier one kept
        changed[KEEP] = values[KEEP]
    over = {name: [head.op for head in heads[name]] for name in changed}
    if "active" in changed:
        over["active"] += [op for op in removals if op not in over["active"]]
    op = laptop.control(entity.kind, entity.ent, changed, space=entity.space, over=_cut(over))
    return laptop.keep([op])


def _cut(over: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(ops)[:MOST_OVER_FIELD] for name, ops in over.items()}


def _is_said(heads: Sequence[Head], value: Any) -> bool:
    return bool(heads) and all(head.value == value for head in heads)


def _is_put_off(laptop: Laptop, heads: Sequence[Head]) -> bool:
    """Say whether every word of `heads` came from others, and the log does not take it."""
    put_off = outbox.put_off(laptop.db, laptop.dev)
    return bool(heads) and put_off.issuperset(head.op for head in heads)


def _decisions(laptop: Laptop, space: str) -> Cells:
    """Return what counts as decided; not what the log put off, for then the op is held for ever."""
    cells, put_off = Cells(), outbox.put_off(laptop.db, laptop.dev)
    said = oplog.control_ops(laptop.db, space, "_accept")
    for op in filter(laptop.rights.of(space).counts, said):
        if op.id not in put_off:
            cells.take(Entity(op.space, op.kind, op.ent), op.id, op.clk, op.set)
    return cells
