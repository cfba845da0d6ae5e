"""One case with all that belongs to it, as its page shows it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from patbm_desktop.actions.cases.case_rows import WORDS, Row, row_of
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.kelurahan.case_access import Opening, Reader
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.rt import people
from patbm_desktop.actions.travel import how_far
from patbm_desktop.actions.versions import conflict_list
from patbm_desktop.actions.versions.conflict_list import Subject
from patbm_desktop.domain import case_status, second_look
from patbm_desktop.domain.case import CaseDetail, Dossier, read_case, read_detail
from patbm_desktop.domain.case_status import Move
from patbm_desktop.domain.facts import facts_of
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.follow_up import FollowUp, read_follow_up
from patbm_desktop.domain.merge import Entity, Head, View
from patbm_desktop.domain.referral import NEWS_KINDS, Referral, read_referral
from patbm_desktop.domain.safeguard import Judgement, judge
from patbm_desktop.domain.second_look import SecondLook, Standing, Word
from patbm_desktop.store import current, listing, oplog

KINDS = frozenset(
    {"case", "case_detail", "follow_up", "referral", "access", "case_attachment", "case_consent"}
)
"""What a page about cases is drawn from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the timeline: the first note, a follow-up or a referral."""

    kind: str
    ent: str
    on: date | None
    by_name: str = ""
    value: FollowUp | Referral | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A field with two versions: each value as an op carries it, and who wrote it when."""

    kind: str
    name: str
    values: tuple[tuple[Any, str, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All there is of one case, but for the identity, which is asked for by itself.

    `case_shown` and `detail_shown` are what an edit replaces; `locked` counts boxes that cannot be
    opened here; `first_on` is the day of the first note. `is_undecided` says that it has two
    versions somewhere, `once_two` that somebody once decided between two.
    """

    row: Row
    dossier: Dossier = field(repr=False)
    judgement: Judgement = field(repr=False)
    moves: tuple[Move, ...]
    timeline: tuple[Entry, ...]
    readers: tuple[Reader, ...]
    openings: tuple[Opening, ...]
    versions: tuple[Version, ...]
    is_undecided: bool
    once_two: bool
    first_on: date | None
    has_identity: bool
    is_companion: bool
    may_confirm: bool
    may_lower: bool
    locked: int
    case_shown: View | None = field(repr=False)
    detail_shown: View | None = field(repr=False)

    @property
    def ent(self) -> str:
        """The id of the case."""
        return self.row.ent

    @property
    def offers_to_wipe(self) -> bool:
        """Whether an identity is kept although a service has taken over."""
        return self.has_identity and any(each.is_received for each in self.dossier.referrals)


def dossier(ws: Workspace, ent: str) -> Dossier:
    """Return all that is known of one case now.

    Raises:
        Fault: there is no such case on this laptop.
    """
    return _dossier(ws, ent, _edits(ws, ent))


def _edits(ws: Workspace, ent: str) -> Sequence[current.Edit]:
    return current.history(ws.db, ws.entity("case", ent), ws.opener)


def _dossier(ws: Workspace, ent: str, edits: Sequence[current.Edit]) -> Dossier:
    shown, detail = ws.need("case", ent), ws.view("case_detail", ent)
    companion = case_access.has_companion(ws, ws.entity("case", ent).space)
    return Dossier(
        case=read_case(ent, shown.values),
        detail=read_detail(ent, detail.values) if detail else None,
        follow_ups=tuple(read_follow_up(row.ent, row.values) for row in _of(ws, "follow_up", ent)),
        referrals=tuple(read_referral(row.ent, row.values) for row in _of(ws, "referral", ent)),
        standing=second_look.standing(_words(edits), has_companion=companion),
    )


def _of(ws: Workspace, kind: str, case: str) -> list[listing.Row]:
    return listing.pointing_to(ws.db, kind, case)


def _words(edits: Sequence[current.Edit]) -> Iterable[Word]:
    for edit in edits:
        for name, write in edit.writes.items():
            if name in WORDS and write.value is not None:
                yield Word(name, write.value, edit.by)


def page(ws: Workspace, ent: str) -> Page:
    """Return everything a page shows of one case.

    Raises:
        Fault: there is no such case on this laptop.
    """
    edits, entity = _edits(ws, ent), ws.entity("case", ent)
    whole, detail_shown = _dossier(ws, ent, edits), ws.view("case_detail", ent)
    row = _row(ws, whole, entity)
    is_companion = case_access.is_companion(ws, entity.space)
    may_write = case_access.can_read(ws) and whole.detail is not None
    return Page(
        row=row,
        dossier=whole,
        judgement=judge(whole, ws.today()),
        moves=case_status.moves(whole) if may_write else (),
        timeline=_timeline(ws, ent, edits) if case_access.can_read(ws) else (),
        readers=case_access.readers(ws, entity.space),
        openings=case_access.openings(ws, ent),
        versions=_versions(ws, entity),
        is_undecided=any(line.subject.ent == ent for line in conflict_list.lines(ws, sealed=True)),
        once_two=conflict_list.once_two(ws, Subject("case", ent)),
        first_on=_date(edits[0].at) if edits else None,
        has_identity=bool(detail_shown and detail_shown.values.get("identity")),
        is_companion=is_companion,
        may_confirm=may_write and may_confirm(ws, whole, is_companion=is_companion),
        may_lower=may_write and lower_level(whole, is_companion=is_companion) is not None,
        locked=row.locked,
        case_shown=ws.view("case", ent),
        detail_shown=_without_identity(detail_shown),
    )


def _row(ws: Workspace, whole: Dossier, entity: Entity) -> Row:
    case_row = listing.row(ws.db, "case", entity.ent, space=entity.space)
    detail_row = listing.row(ws.db, "case_detail", entity.ent, space=entity.space)
    assert case_row is not None
    locked = oplog.locked(ws.db).get(entity.ent, 0)
    made = row_of(whole, case_row, detail_row, locked, ws.today())
    return replace(made, step=how_far.steps(ws).of(entity.ent))


def _without_identity(shown: View | None) -> View | None:
    if shown is None:
        return None
    return replace(shown, values={k: v for k, v in shown.values.items() if k != "identity"})


def may_confirm(ws: Workspace, whole: Dossier, *, is_companion: bool) -> bool:
    """Say whether the person at the keyboard is the second person who is waited for."""
    standing = whole.standing
    if standing.look not in (SecondLook.WAITING, SecondLook.TO_BE_SEEN) or whole.case.frozen:
        return False
    if standing.asked_by == ws.person:
        return False
    return is_companion or (standing.has_companion and _asked_by_companion(ws, standing))


def _asked_by_companion(ws: Workspace, standing: Standing) -> bool:
    rights = ws.rights.of(ws.space)
    devices = case_access.companion_devices(ws)
    return any(standing.asked_by in rights.persons(dev) for dev in devices)


def lower_level(whole: Dossier, *, is_companion: bool) -> str | None:
    """Return the level to which the case may be lowered now, None where it may not."""
    if whole.case.frozen:
        return None
    decided = replace(whole.standing, is_decided=whole.standing.is_decided or is_companion)
    target = facts_of(replace(whole, standing=decided)).computed
    return target if target and target != facts_of(whole).level else None


def first_day(ws: Workspace, ent: str) -> date | None:
    """Return the day of the first note of a case."""
    edits = _edits(ws, ent)
    return _date(edits[0].at) if edits else None


def _timeline(ws: Workspace, case: str, edits: Sequence[current.Edit]) -> tuple[Entry, ...]:
    """Return the first note and all that followed, newest first."""
    found: list[tuple[date | None, str, Entry]] = []
    for row in _of(ws, "follow_up", case):
        done = read_follow_up(row.ent, row.values)
        entry = Entry(kind="follow_up", ent=row.ent, on=done.date, value=done)
        found.append((done.date, done.done_by or row.by, entry))
    for row in _of(ws, "referral", case):
        letter = read_referral(row.ent, row.values)
        entry = Entry(kind="referral", ent=row.ent, on=letter.made_on, value=letter)
        found.append((letter.made_on, row.by, entry))
    found.sort(key=lambda each: each[0] or date.min)
    for edit in edits[:1]:
        on = _date(edit.at)
        found.insert(0, (on, edit.by, Entry(kind="noted", ent=case, on=on)))
    names = people.names(ws, "person", [by for _, by, _ in found])
    named = [replace(entry, by_name=names.get(by, "")) for _, by, entry in found]
    return tuple(reversed(named))


def _date(at: str) -> date | None:
    try:
        return date.fromisoformat(at[:10])
    except ValueError:
        return None


def news_day(whole: Dossier, letter: Referral) -> date | None:
    """Return the day on which whoever got a letter first told how it goes, None before."""
    kind, since = NEWS_KINDS.get(letter.to), letter.since
    days = [
        each.date
        for each in whole.follow_ups
        if each.kind == kind and each.date and since and each.date >= since
    ]
    return min(days, default=None)


# -- two versions ----------------------------------------------------------------------------


def _versions(ws: Workspace, entity: Entity) -> tuple[Version, ...]:
    found = []
    for kind in ("case", "case_detail"):
        of = Entity(entity.space, kind, entity.ent)
        shown = current.view(ws.db, of)
        if shown is None or not shown.conflicts:
            continue
        edits = {edit.op: edit for edit in current.history(ws.db, of, ws.opener)}
        names = people.names(ws, "person", [edit.by for edit in edits.values()])
        heads = current.heads(ws.db, of)
        found += [
            Version(kind=kind, name=name, values=_values(heads[name], edits, names))
            for name in shown.conflicts
            if name != "identity"
        ]
    return tuple(found)


def _values(
    heads: Iterable[Head], edits: Mapping[str, current.Edit], names: Mapping[str, str]
) -> tuple[tuple[Any, str, str], ...]:
    return tuple(
        (head.value, names.get(edits[head.op].by, ""), edits[head.op].at)
        for head in heads
        if head.op in edits
    )


def need_detail(whole: Dossier) -> CaseDetail:
    """Return the details of a case.

    Raises:
        Fault: CASES_ELSEWHERE, they cannot be read here.
    """
    if whole.detail is None:
        raise Fault(Refusal.CASES_ELSEWHERE)
    return whole.detail
