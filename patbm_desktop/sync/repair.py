"""Carry out what offices decided, and hand every key one can open to whom it is due.

Done after every round and every `_member` that is written; so two coordinators who act apart heal
by themselves, and nobody has to remember who is still owed a key.
"""

from patbm_desktop.domain.codes import USES
from patbm_desktop.domain.op import HIGHEST_CLK, Op
from patbm_desktop.seal import key as space_keys
from patbm_desktop.store import control
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync.completion import complete
from patbm_desktop.sync.introduction import introduce
from patbm_desktop.sync.laptop import Laptop, since
from patbm_desktop.sync.trust import typed


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
    return control.newest(laptop.db), typed(laptop.db)


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
    due = space_keys.repair(laptop.keys(space), use, rights.entitled(use), since(rights, use))
    clk, made = laptop.next_clk(space), []
    for key, devices in due:
        assert key.key is not None
        readers = {dev: pk for dev in devices if (pk := rights.box_pk(dev))}
        for fields in space_keys.as_fields(use, key.key, readers):
            made.append(laptop.control("_key", key.kid, fields, space=space, clk=clk))
            clk = min(HIGHEST_CLK, clk + 1)
    return made
