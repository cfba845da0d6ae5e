"""RT and offices this laptop was removed from: what waits there, and letting go of its notes.

For the page Sinkronisasi and ``patbm left``. What may go, and when, is `sync/closed.py`.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from patbm_desktop.actions.kelurahan import roll
from patbm_desktop.actions.opened.changes import Done
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import keyring
from patbm_desktop.sync import closed
from patbm_desktop.sync.closed import Closed
from patbm_desktop.sync.closed import Stop as Stop  # noqa: PLC0414  (part of the answers)

LOOKS_DIFFERENT = frozenset({"_sync", "_member"})
"""Kinds whose pages look different once notes went, whatever kinds these were."""


@dataclass(frozen=True, slots=True)
class LeftSpace:
    """A space that was left, and what people call it: an RT, or an office, which has no number.

    `whose` says on whose laptop it was begun, where another is called the same; else it is "".
    """

    stands: Closed
    rt_number: str
    kelurahan: str
    whose: str = ""

    @property
    def called(self) -> tuple[str, str, str]:
        """What tells it from others."""
        return self.kelurahan, self.rt_number, self.whose


def left_spaces(ws: Workspace) -> tuple[LeftSpace, ...]:
    """Return what this laptop was removed from, an office after its RT."""
    known = {each.id: each for each in keyring.spaces(ws.db)}
    found = [_named(ws, each, known.get(each.space)) for each in closed.closed(ws.laptop)]
    for tell in (roll.founder_name, roll.founder_code):
        often = Counter(each.called for each in found)
        found = [_told_apart(ws, each, tell) if often[each.called] > 1 else each for each in found]
    return tuple(sorted(found, key=lambda each: (each.kelurahan, not each.rt_number, each.rt_number,
                                                 each.whose, each.stands.space)))  # fmt: skip


def offered(found: Sequence[LeftSpace]) -> tuple[LeftSpace, ...]:
    """Return those whose notes a person may let go now."""
    return tuple(each for each in found if each.stands.is_offered)


def let_go(ws: Workspace) -> Done:
    """Delete all notes from this laptop that are offered; the others keep them.

    Raises:
        Fault: SPACE_STAYS, nothing is offered (any more); DATABASE_READ_ONLY; or the disk refused.
    """
    if ws.is_read_only:
        raise Fault(Refusal.DATABASE_READ_ONLY)
    going = offered(left_spaces(ws))
    _keep_names(ws, going)
    kinds = closed.let_go(ws.laptop, [each.stands.space for each in going]) | ws.refresh()
    return Done(kinds=kinds | LOOKS_DIFFERENT)


def _named(ws: Workspace, stands: Closed, known: keyring.Space | None) -> LeftSpace:
    rt = ws.values("rt", stands.rt)
    code = str(rt.get("kelurahan_code") or (known.kelurahan if known else ""))
    place = ws.region.describe(code).kelurahan or ws.me.kelurahan_name or code
    number = str(rt.get("number") or (known.rt if known else ""))
    return LeftSpace(stands, number if stands.rt else "", place)


def _told_apart(ws: Workspace, left: LeftSpace, tell: Callable[[Workspace, str], str]) -> LeftSpace:
    said = tell(ws, left.stands.space)
    return replace(left, whose=" ".join(filter(None, (left.whose, said))))


def _keep_names(ws: Workspace, going: Sequence[LeftSpace]) -> None:
    """Keep what an RT is called: the record that says so goes with its notes."""
    known = {each.id for each in keyring.spaces(ws.db)}
    for each in going:
        if each.stands.space not in known:
            code = str(ws.values("rt", each.stands.rt).get("kelurahan_code", ""))
            named = keyring.Space(each.stands.space, "", code, each.rt_number)
            keyring.put_space(ws.db, named)
