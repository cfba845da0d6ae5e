"""Dua versi: what two people wrote apart, shown side by side until somebody chooses.

One mechanism for every kind of record. Nothing is lost by choosing: the versions that were not
chosen stay in the history, and a choice can be taken back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from patbm_desktop.actions.cases import cases
from patbm_desktop.actions.conflicts import case_choices
from patbm_desktop.actions.opened import undoing
from patbm_desktop.actions.opened.changes import Done, Edit, Refused, Step, Undo
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt import people
from patbm_desktop.actions.versions import conflict_rows
from patbm_desktop.actions.versions.conflict_list import Line, Subject, lines, may_decide
from patbm_desktop.actions.versions.conflict_rows import (
    BOTH,
    DELETED,
    HIDDEN,
    KEPT,
    Part,
    PartKey,
)
from patbm_desktop.domain import activity as rules
from patbm_desktop.domain import versions
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.kinds import KINDS, VOID
from patbm_desktop.domain.merge import Entity, View
from patbm_desktop.store import current, keyring

Choices = Mapping[PartKey, str]
"""For each part the key of a version, or `BOTH`; a part that is not named stays undecided."""


@dataclass(frozen=True, slots=True)
class Same:
    """A field that both versions agree on."""

    kind: str
    name: str
    value: Any = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """One note with all its parts that have versions; `names` are those of records it names."""

    line: Line
    parts: tuple[Part, ...]
    same: tuple[Same, ...] = field(repr=False)
    names: Mapping[str, str] = field(repr=False)
    rt: str = ""


# -- one note --------------------------------------------------------------------------------


def look(ws: Workspace, subject: Subject) -> Undecided | None:
    """Return everything about one note with two versions, None where none are left."""
    found = [line for line in lines(ws) if line.subject == subject]
    if not found:
        return None
    line = found[0]
    parts = tuple(part for of in line.records for part in conflict_rows.parts_of(ws, of))
    if not parts:
        return None
    same = tuple(_same(ws, subject, parts))
    return Undecided(
        line=line,
        parts=parts,
        same=same,
        names=_names(ws, parts, same),
        rt=_rt_of(ws, line.records[0].space),
    )


def _rt_of(ws: Workspace, space: str) -> str:
    """Return the number of the RT whose note it is; that of this laptop where no space says."""
    known = (each.rt for each in keyring.spaces(ws.db) if each.id == space)
    return next(filter(None, known), ws.me.rt_number)


def _same(ws: Workspace, subject: Subject, parts: Iterable[Part]) -> Iterable[Same]:
    differing = {(part.entity.kind, part.name) for part in parts if part.entity.ent == subject.ent}
    kinds = ("case", "case_detail") if subject.kind == "case" else (subject.kind,)
    for kind in kinds:
        values = ws.values(kind, subject.ent)
        known = KINDS[kind].fields if kind in KINDS else {}
        for name in known:
            if name in values and name not in HIDDEN and (kind, name) not in differing:
                yield Same(kind, name, values[name])


def _names(ws: Workspace, parts: Iterable[Part], same: Iterable[Same]) -> dict[str, str]:
    said = [(part.entity.kind, part.name, each.value) for part in parts for each in part.versions]
    said += [(each.kind, each.name, each.value) for each in same]
    said += [(part.entity.kind, name, value) for part in parts if part.is_deletion
             for name, value in part.versions[0].value.items()]  # fmt: skip
    found: dict[str, str] = {}
    for kind, name, value in said:
        known = KINDS[kind].fields.get(name) if kind in KINDS else None
        if known is not None and known.type == "ref" and isinstance(value, str):
            found |= _name(ws, known.of, value)
    return found


def _name(ws: Workspace, kind: str, ent: str) -> Mapping[str, str]:
    if kind in {"place", "person"}:
        return people.names(ws, kind, [ent])
    number = str(ws.values("rt", ent).get("number", "")) if kind == "rt" else ""
    return {ent: f"RT {number.lstrip('0')}"} if number else {}


# -- choosing --------------------------------------------------------------------------------


def keep(ws: Workspace, shown: Undecided, choices: Choices) -> Done:
    """Let what was chosen stand in place of all versions it was chosen from.

    Raises:
        Refused: a rule bars it, such as a lower level of a case; nothing was kept.
        Fault: somebody else is to choose, or the versions are others by now; nothing was kept.
    """
    chosen = [part for part in shown.parts if part.key in choices]
    if not all(may_decide(ws, part.entity) for part in chosen):
        raise Fault(Refusal.OTHERS_DECIDE)
    records = {part.entity: [each for each in chosen if each.entity == part.entity]
               for part in chosen}  # fmt: skip
    made = [_decided(ws, entity, parts, choices) for entity, parts in records.items()]
    made += _following(ws, shown.line.subject, made)
    made += _other_half(ws, shown.line.subject, made)
    kinds = ws.write([each.edit for each in made])
    steps = tuple(step for each in made for step in each.steps)
    return Done(shown.line.subject.ent, kinds, Undo(steps))


@dataclass(frozen=True, slots=True)
class _Made:
    """An edit that decides, and how to take it back."""

    entity: Entity
    edit: Edit
    steps: tuple[Step, ...]


def _decided(ws: Workspace, entity: Entity, parts: list[Part], choices: Choices) -> _Made:
    found = current.view(ws.db, entity)
    if found is None:
        raise Fault(Refusal.VERSIONS_CHANGED)
    now = {part.key: part for part in conflict_rows.parts_of(ws, entity)}
    if any(part.key not in now or set(now[part.key].heads) != set(part.heads) for part in parts):
        raise Fault(Refusal.VERSIONS_CHANGED)
    deletion = next((part for part in parts if part.is_deletion), None)
    if deletion is not None and choices[deletion.key] == DELETED:
        parts = [deletion]
    values = {part.name: _value(ws, part, choices[part.key]) for part in parts}
    _demand_lawful(ws, entity, found, values)
    over = {part.name: part.heads for part in parts}
    if values.get(VOID) is not None:
        over[VOID] = tuple(head.op for head in current.heads(ws.db, entity)[VOID])
    seen = replace(found, over={**found.over, **over})
    steps = tuple(_way_back(ws, part) for part in parts)
    edit = Edit(kind=entity.kind, ent=entity.ent, values=values, shown=seen, space=entity.space)
    return _Made(entity, edit, steps)


def _value(ws: Workspace, part: Part, choice: str) -> Any:
    if part.is_deletion:
        voided = next(each.value for each in part.versions if each.key == DELETED)
        return None if choice == KEPT else voided
    if choice == BOTH and part.joined is not None:
        return part.joined
    heads = current.heads(ws.db, part.entity)[part.name]
    found = [head.value for head in heads if head.op == choice]
    if not found:
        raise Fault(Refusal.VERSIONS_CHANGED)
    return found[0]


def _way_back(ws: Workspace, part: Part) -> Step:
    """Return how to have the versions of a part stand beside each other again."""
    heads = current.heads(ws.db, part.entity)[part.name]
    if part.is_deletion:
        voids = [head for head in heads if head.value is not None]
        seen = tuple(dict.fromkeys(op for void in voids for op in void.write.over))
        return Step(part.entity, {VOID: voids[0].value}, seen=seen)
    shown, *others = versions.distinct(heads)
    beside = tuple({part.name: head.value} for head in reversed(others))
    return Step(part.entity, {part.name: shown.value}, beside=beside)


def _demand_lawful(ws: Workspace, entity: Entity, shown: View, values: Mapping[str, Any]) -> None:
    """Stop a choice that would leave a record no form could have saved."""
    if entity.kind == "activity" and VOID not in values:
        merged = {**shown.values, **values}
        found = rules.reasons(rules.from_values(entity.ent, merged), ws.believable_today())
        if about := [each for each in found if each.field in _bound_to(values)]:
            raise Refused(about)
    if entity.kind in {"case", "case_detail"}:
        case_choices.demand_lawful(ws, entity, shown, values)
    else:
        cases.demand_thawed(ws, entity)


def _bound_to(values: Mapping[str, Any]) -> frozenset[str]:
    """Return the fields that a choice of `values` may have put out of order."""
    more = {"disability"} if "participants" in values else set()
    more |= {"date"} if "planned" in values else set()
    return frozenset(values) | more


def _following(ws: Workspace, subject: Subject, made: list[_Made]) -> list[_Made]:
    """Return what changes of a case by itself with the details that were chosen."""
    detail = next((each for each in made if each.entity.kind == "case_detail"), None)
    if detail is None or subject.kind != "case":
        return []
    entity = detail.entity._replace(kind="case")
    shown = current.view(ws.db, entity)
    decided = {name for each in made if each.entity == entity for name in each.edit.values}
    follows = case_choices.following(ws, subject.ent, detail.edit.values)
    values = {name: value for name, value in follows.items() if name not in decided}
    if shown is None or not values:
        return []
    edit = Edit(kind="case", ent=subject.ent, values=values, shown=shown, space=entity.space)
    back = {name: shown.values.get(name) for name in values if name not in {"triage", "next"}}
    return [_Made(entity, edit, (Step(entity, back),) if back else ())]


def _other_half(ws: Workspace, subject: Subject, made: list[_Made]) -> list[_Made]:
    """Return how the other record of a case comes out again with the one that is kept."""
    kept = {each.entity.kind for each in made if each.edit.values.get(VOID, KEPT) is None}
    halves = {"case", "case_detail"}
    if subject.kind != "case" or not kept & halves:
        return []
    found = []
    for kind in sorted(halves - {each.entity.kind for each in made}):
        entity, shown = ws.entity(kind, subject.ent), ws.view(kind, subject.ent)
        if shown is not None and shown.is_void:
            edit = Edit(kind=kind, ent=subject.ent, values={VOID: None}, shown=shown,
                        space=entity.space)  # fmt: skip
            found.append(_Made(entity, edit, (Step(entity, {VOID: undoing.MISTYPED}),)))
    return found
