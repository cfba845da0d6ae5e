"""Carry out what offices decided, and hand every key one can open to whom it is due.

Done after every round and every `_member` that is written; so two coordinators who act apart heal
by themselves, and nobody has to remember who is still owed a key.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from patbm_desktop.domain.codes import USES
from patbm_desktop.domain.op import HIGHEST_CLK, MOST_FIELDS, Op
from patbm_desktop.seal import key as space_keys
from patbm_desktop.seal.key import SpaceKey
from patbm_desktop.store import control, oplog, outbox
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync.completion import complete
from patbm_desktop.sync.introduction import introduce
from patbm_desktop.sync.laptop import Laptop, since
from patbm_desktop.sync.trust import typed

NOBODY: frozenset[str] = frozenset()


def repair(laptop: Laptop) -> frozenset[str]:
    """Do what is due in every space this laptop trusts; return the kinds that changed.

    Costs next to nothing where no control op has come since the last time.

    Raises:
        Fault: the disk refused; nothing was handed out.
    """
    kinds = laptop.refresh()
    if laptop.repaired == _now(laptop):
        return kinds
    with writing(laptop.db):
        kinds |= complete(laptop)
        for space in sorted(laptop.trusted() & control.newest(laptop.db).keys()):
            kinds |= repair_space(laptop, space)
        kinds |= introduce(laptop)
    laptop.repaired = _now(laptop)
    return kinds


def _now(laptop: Laptop) -> object:
    put_off = outbox.put_off(laptop.db, laptop.dev)
    return control.newest(laptop.db), typed(laptop.db), put_off


def repair_space(laptop: Laptop, space: str) -> frozenset[str]:
    """Bring the keys of one trusted space to whom they are due; return the kinds that changed."""
    kinds: frozenset[str] = frozenset()
    for use in USES:
        if laptop.rights.of(space).may_make_key(laptop.dev, use):
            for op in _due(laptop, space, use):
                kinds |= laptop.keep([op])
    return kinds


def _due(laptop: Laptop, space: str, use: str) -> list[Op]:
    rights = laptop.rights.of(space)
    hidden = _hidden(laptop, space)
    keys = [_without(key, hidden.get(key.kid, NOBODY)) for key in laptop.keys(space)]
    due = dict(space_keys.repair(keys, use, rights.entitled(use), since(rights, use)))
    clk, made = laptop.next_clk(space), []
    for key in keys:
        is_hidden = key.kid in hidden
        sets: list[dict[str, Any]] = []
        if is_hidden and key.use == use and key.key is not None:
            sets += _named(use, hidden[key.kid] - rights.entitled(use))
        if key in due:
            assert key.key is not None
            readers = {dev: pk for dev in due[key] if (pk := rights.box_pk(dev))}
            sets += space_keys.as_fields(use, key.key, readers)
        for fields in sets:
            at = key.age[0] if is_hidden else clk
            made.append(laptop.control("_key", key.kid, fields, space=space, clk=at))
            clk = min(HIGHEST_CLK, clk + 1)
    return made


# -- what the log put off --------------------------------------------------------------------


def _hidden(laptop: Laptop, space: str) -> dict[str, frozenset[str]]:
    """Return, by key, who holds it by nothing but words of others that the log put off.

    Such a word came by stick, after its author was removed. Who reads the log alone would never get
    the key, nor learn that its maker knows it. So whoever holds the key says both in its own name:
    it is sealed to those who are entitled, and the others are named, so that nobody seals with it
    any more. It keeps its age, so that no newcomer is handed what is older than she may read.
    """
    put_off = outbox.put_off(laptop.db, laptop.dev)
    if not put_off:
        return {}
    counting = filter(laptop.rights.of(space).counts, oplog.control_ops(laptop.db, space, "_key"))
    said: dict[str, set[str]] = defaultdict(set)
    unsaid: dict[str, set[str]] = defaultdict(set)
    for op in counting:
        (unsaid if op.id in put_off else said)[op.ent] |= space_keys.holders(op)
    found = {kid: frozenset(unsaid[kid] - said[kid]) for kid in unsaid}
    return {kid: holders for kid, holders in found.items() if holders}


def _without(key: SpaceKey, hidden: frozenset[str]) -> SpaceKey:
    return replace(key, sealed_to=key.sealed_to - hidden)


def _named(use: str, holders: Collection[str]) -> list[dict[str, Any]]:
    """Return the fields of `_key` ops that say who holds a key, and give it to nobody."""
    names, room = sorted(holders), MOST_FIELDS - 1
    return [
        {"use": use} | {space_keys.FOR + dev: None for dev in names[at : at + room]}
        for at in range(0, len(names), room)
    ]
