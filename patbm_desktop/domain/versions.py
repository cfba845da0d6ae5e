"""Two versions of a field: which they are, who decided between them, and how both can be kept.

Everything is read from the ops, so that every laptop says the same of a record.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from patbm_desktop.domain.fields import Field
from patbm_desktop.domain.kinds import KINDS, VOID
from patbm_desktop.domain.merge import Head, canonical
from patbm_desktop.domain.op import Write, Writes

SHORTEST_STORY = 300
"""Texts with room for at least so many characters can hold two versions under each other."""


class Saying(Protocol):
    """What an op wrote about one record."""

    @property
    def op(self) -> str:
        """The id of the op."""

    @property
    def writes(self) -> Writes:
        """Its values, each with what it replaced."""


def distinct(heads: Sequence[Head]) -> list[Head]:
    """Return one head for each different value, in the order of `heads`."""
    found: dict[str, Head] = {}
    for head in heads:
        found.setdefault(canonical(head.value), head)
    return list(found.values())


def deciders(edits: Iterable[Saying]) -> frozenset[str]:
    """Return the ops by which a person decided between versions: the lasting mark of a record.

    Such an op replaces more than one value of a field, or answers a deletion and an edit that had
    not seen each other.
    """
    said = {each.op: each.writes for each in edits}
    return frozenset(
        op
        for op, writes in said.items()
        if any(_decides(name, write, said) for name, write in writes.items())
    )


def _decides(name: str, write: Write, said: Mapping[str, Writes]) -> bool:
    known = [said[op] for op in write.over if op in said]
    if name != VOID:
        return len({canonical(each[name].value) for each in known if name in each}) > 1
    voids = [each[VOID] for each in known if VOID in each and each[VOID].value is not None]
    seen = {op for void in voids for op in void.over}
    unseen = {op for op in write.over if op in said and VOID not in said[op]} - seen
    return bool(voids and unseen)


def first_said(op: str, name: str, edits: Iterable[Saying]) -> str:
    """Return the op whose author `op` speaks for.

    A decision that was taken back puts the versions there again by ops of whoever took it back;
    they are still the words of those who wrote them first.
    """
    said = {each.op: each.writes for each in edits}
    while (before := _restored(op, name, said)) is not None:
        op = before
    return op


def _restored(op: str, name: str, said: Mapping[str, Writes]) -> str | None:
    write = said.get(op, {}).get(name)
    if write is None or len(write.over) != 1 or write.over[0] not in said:
        return None
    decision = said[write.over[0]].get(name)
    together = [each for each in said.values() if name in each and each[name].over == write.over]
    if decision is None or len(together) < 2:
        return None
    same = canonical(write.value)
    older = (each for each in decision.over if each in said and name in said[each])
    return next((each for each in older if canonical(said[each][name].value) == same), None)


def joined(kind: str, name: str, values: Sequence[Any]) -> Any:
    """Return all `values` of a text under each other; None where that cannot be kept."""
    field = KINDS[kind].fields.get(name) if kind in KINDS else None
    if field is None or field.longest < SHORTEST_STORY or any(not value for value in values):
        return None
    made = _JOINED[field.type](values) if field.type in _JOINED else None
    return made if made and _fits(field, made) else None


def _fits(field: Field, value: Any) -> bool:
    return field.check(value) is None


def _text(values: Sequence[Any]) -> Any:
    return "\n".join(map(str.strip, values)) if all(isinstance(v, str) for v in values) else None


def _lines(values: Sequence[Any]) -> Any:
    if not all(isinstance(value, list) for value in values):
        return None
    return list(dict.fromkeys(str(line) for value in values for line in value))


_JOINED = {"text": _text, "lines": _lines}
