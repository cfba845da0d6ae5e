"""Erasing a record everywhere: a coordinator asks, all see it, an arsip laptop carries it out.

What an erasure then does to a vault is `store/erasure.py`; it follows from the two ops alone, on
every laptop and on the server, whoever brings them. Source: section 9 of the protocol.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from patbm_desktop.domain import erasure as rule
from patbm_desktop.domain import ids
from patbm_desktop.domain.erasure import BELONGS_TO, MOST_TARGETS, Asked, Target
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.merge import Entity
from patbm_desktop.domain.op import Op
from patbm_desktop.store import control, current, erasure, listing
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.offices import coordinated, coordinates
from patbm_desktop.sync.trust import listed

CASE = "case"
FROZEN = "frozen"


@dataclass(frozen=True, slots=True)
class Request:
    """A request in sight of all; `erased_by` is the op that carried it out, "" while none did.

    `erased_on` is the day on the clock of the arsip laptop.
    """

    asked: Asked
    erased_by: str = ""
    erased_on: date | None = None
    is_signed_only: bool = False
    """Signed on this very laptop, and no server has taken it yet: nothing is erased anywhere."""
    back: Op | None = None
    """The word that takes it back."""

    @property
    def is_done(self) -> bool:
        """Whether it was carried out, as far as this laptop is concerned."""
        return bool(self.erased_by)

    @property
    def is_taken_back(self) -> bool:
        """Whether it was taken back, and nothing was erased here before that was heard."""
        return self.back is not None and (self.is_signed_only or not self.is_done)

    @property
    def waits(self) -> bool:
        """Whether it is still to be carried out."""
        return not self.is_done and not self.is_taken_back


# -- asking, on a coordinator's laptop -------------------------------------------------------


def targets(laptop: Laptop, records: Collection[Entity]) -> tuple[Target, ...]:
    """Return `records` with everything that is part of one of them, as far as it is read here."""
    found: dict[Target, None] = {}
    waiting = [Target(each.space, each.ent) for each in records]
    while waiting:
        target = waiting.pop(0)
        if target not in found:
            found[target] = None
            waiting += _parts_of(laptop, target.ent)
    return tuple(found)


def ask(
    laptop: Laptop, records: Collection[Entity], reason: str, basis: str
) -> tuple[frozenset[str], tuple[str, ...]]:
    """Ask for `records`, and all that is part of them, to be erased after fourteen days.

    `reason` is one of `REASONS`, `basis` one of `BASES`. What an earlier erasure left over is asked
    for as well. Asking also says that no case in law needs them. Returns the kinds that changed and
    the requests, one a kelurahan office, more where the list is long.

    Raises:
        Fault: NOT_COORDINATOR, no office of this laptop lists the space; CASES_ELSEWHERE, it does
            not read the cases there, so it cannot name all; ERASURE_FROZEN, a case among them is
            under restriction.
        ValueError: a reason or a basis that is on no list.
    """
    if reason not in rule.REASONS or basis not in rule.BASES:
        raise ValueError("a reason and a basis from the list")
    kinds: frozenset[str] = frozenset()
    made: list[str] = []
    with writing(laptop.db):
        for office, named in _by_office(laptop, _wanted(laptop, records)).items():
            for at in range(0, len(named), MOST_TARGETS):
                op = _asking(laptop, office, named[at : at + MOST_TARGETS], reason, basis)
                kinds |= laptop.keep([op])
                made.append(op.id)
    return kinds, tuple(made)


def _wanted(laptop: Laptop, records: Collection[Entity]) -> tuple[Target, ...]:
    """Return what to ask for; stop where it may not be asked for, or not by this laptop."""
    wanted = targets(laptop, records)
    spaces = {each.space for each in wanted}
    for entity in _cases(laptop, wanted):
        if not laptop.rights.of(entity.space).reads_cases(laptop.dev):
            raise Fault(Refusal.CASES_ELSEWHERE)
        if _is_frozen(laptop, entity):
            raise Fault(Refusal.ERASURE_FROZEN)
    left = (Target(each.space, each.ent) for each in erasure.leftovers(laptop.db))
    return tuple(dict.fromkeys((*wanted, *(each for each in left if each.space in spaces))))


def _cases(laptop: Laptop, wanted: Sequence[Target]) -> Iterator[Entity]:
    """Give the cases among `wanted`, and those that something among it is part of."""
    waiting, seen = [each.ent for each in wanted], set[str]()
    while waiting:
        ent = waiting.pop()
        if ent not in seen:
            seen.add(ent)
            yield from current.find(laptop.db, CASE, ent)
            waiting += _owners(laptop, ent)


def _owners(laptop: Laptop, ent: str) -> Iterator[str]:
    """Give what a record is part of, in every version of it that stands."""
    for kind, field in BELONGS_TO.items():
        for part in current.find(laptop.db, kind, ent):
            for head in current.heads(laptop.db, part).get(field, ()):
                if owner := rule.belongs_to(kind, {field: head.value}):
                    yield owner


def _is_frozen(laptop: Laptop, case: Entity) -> bool:
    """Say whether any standing version of the case puts it under restriction."""
    heads = current.heads(laptop.db, case).get(FROZEN, [])
    return any(head.value is not None for head in heads)


def _by_office(laptop: Laptop, wanted: Sequence[Target]) -> dict[str, list[Target]]:
    """Part `wanted` by the office that lists the space of each.

    Raises:
        Fault: NOT_COORDINATOR.
    """
    reach = {each.space: office for office in reversed(coordinated(laptop))
             for each in listed(laptop.db, laptop.rights, office)}  # fmt: skip
    found: dict[str, list[Target]] = {}
    for target in wanted:
        if target.space not in reach:
            raise Fault(Refusal.NOT_COORDINATOR)
        found.setdefault(reach[target.space], []).append(target)
    return found


def _asking(laptop: Laptop, office: str, wanted: Sequence[Target], reason: str, basis: str) -> Op:
    values = {
        "targets": [list(each) for each in wanted], "reason": reason, "basis": basis,
        "no_proceedings": True,
    }  # fmt: skip
    return laptop.control(rule.ASK, ids.fresh(), values, space=office)


def _parts_of(laptop: Laptop, ent: str) -> Iterator[Target]:
    for kind in BELONGS_TO:
        for row in listing.pointing_to(laptop.db, kind, ent, with_void=True):
            if rule.belongs_to(kind, row.values) == ent:
                yield Target(row.space, row.ent)


# -- in sight of all -------------------------------------------------------------------------


def requests(laptop: Laptop) -> tuple[Request, ...]:
    """Return every request that counts in the offices known here, the newest first."""
    found: list[Request] = []
    for office in control.newest(laptop.db):
        rights = laptop.rights.of(office)
        if rights.is_office:
            said = erasure.said_in(laptop.db, office)
            done, back = rule.carried_out(rights, said), rule.taken_back(rights, said)
            asked = rule.requests(rights, said).values()
            found += (_request(laptop, each, done.get(each.op), back.get(each.op))
                      for each in asked)  # fmt: skip
    return tuple(sorted(found, key=lambda each: (each.asked.said_on or date.min, each.asked.op),
                        reverse=True))  # fmt: skip


def _request(laptop: Laptop, asked: Asked, erase: Op | None, back: Op | None) -> Request:
    if erase is None:
        return Request(asked, back=back)
    waits = erase.dev == laptop.dev and not erasure.is_taken(laptop.db, erase.id)
    return Request(asked, erase.id, rule.said_on(erase), is_signed_only=waits, back=back)


def is_asked_for(laptop: Laptop, entity: Entity) -> Request | None:
    """Return the request that names a record and waits to be carried out, None where none is."""
    wanted = Target(entity.space, entity.ent)
    return next(
        (each for each in requests(laptop) if wanted in each.asked.targets and each.waits), None
    )


def left_over(laptop: Laptop) -> tuple[Target, ...]:
    """Return the hidden records that came after what they are part of was erased.

    A coordinator's next request names them; they are of interest to nobody else.
    """
    standing = (each for each in requests(laptop) if not each.is_taken_back)
    asked = {target for each in standing for target in each.asked.targets}
    left = (Target(each.space, each.ent) for each in erasure.leftovers(laptop.db))
    return tuple(dict.fromkeys(each for each in left if each not in asked))


def may_ask(laptop: Laptop, space: str) -> bool:
    """Say whether this laptop may ask for records of `space` to be erased."""
    return any(
        each.space == space
        for office in coordinated(laptop) if coordinates(laptop, office)
        for each in listed(laptop.db, laptop.rights, office)
    )  # fmt: skip


# -- taking back, on a coordinator's laptop --------------------------------------------------


def may_take_back(laptop: Laptop, request: Request) -> bool:
    """Say whether this laptop may take a request back: any coordinator of its office may."""
    return request.waits and coordinates(laptop, request.asked.office)


def take_back(laptop: Laptop, asked: str) -> frozenset[str]:
    """Take back the request whose op is `asked`; return the kinds that changed.

    The first of its taking back and its erasure to reach the log holds, and the server takes no
    other after it. Twice makes one op.

    Raises:
        Fault: NO_SUCH_ERASURE; ERASURE_DONE, it was carried out; NOT_COORDINATOR, of its office.
    """
    request = _one(laptop, asked)
    if request.is_taken_back:
        return frozenset()
    if request.is_done:
        raise Fault(Refusal.ERASURE_DONE)
    office = request.asked.office
    if not coordinates(laptop, office):
        raise Fault(Refusal.NOT_COORDINATOR)
    return laptop.keep([laptop.control(rule.ASK, ids.fresh(), {rule.TAKES_BACK: asked},
                                       space=office)])  # fmt: skip


def is_taken_back(laptop: Laptop, erase: Op) -> bool:
    """Say whether `erase` would carry out a request that was taken back, as is known here."""
    if erase.kind != rule.ERASE:
        return False
    said = erasure.said_in(laptop.db, erase.space)
    return rule.request_of(erase) in rule.taken_back(laptop.rights.of(erase.space), said)


def _one(laptop: Laptop, asked: str) -> Request:
    request = next((each for each in requests(laptop) if each.asked.op == asked), None)
    if request is None:
        raise Fault(Refusal.NO_SUCH_ERASURE)
    return request


# -- carrying out, on an arsip laptop --------------------------------------------------------


def is_arsip(laptop: Laptop, office: str) -> bool:
    """Say whether this laptop is one whose keys ship with the program, so that it may erase."""
    return laptop.dev in laptop.rights.of(office).archivists


def erase(laptop: Laptop, asked: str) -> tuple[frozenset[str], str]:
    """Carry out the request whose op is `asked`; return the kinds that changed and the op made.

    A server takes it from the fifteenth day on, counted by its own clock, and answers *later*
    before; it is offered again with every exchange. Doing it twice makes one op.

    Raises:
        Fault: NO_SUCH_ERASURE; NOT_ARSIP, the keys of this laptop stand in no region file;
            ERASURE_TAKEN_BACK; ERASURE_EARLY, the days in sight of all are not over (`days` are
            left).
    """
    request = _one(laptop, asked)
    if not is_arsip(laptop, request.asked.office):
        raise Fault(Refusal.NOT_ARSIP)
    if request.is_taken_back:
        raise Fault(Refusal.ERASURE_TAKEN_BACK)
    if request.is_done:
        return frozenset(), request.erased_by
    _demand_days_over(laptop, request.asked)
    op = laptop.control(rule.ERASE, ids.fresh(), {"ask": asked}, space=request.asked.office)
    return laptop.keep([op]), op.id


def _demand_days_over(laptop: Laptop, asked: Asked) -> None:
    """Stop a person who is too early; no clock is proof, so a day to come stops nobody."""
    today = laptop.clock.now().date()
    if asked.said_on is None or asked.due_on is None or asked.said_on > today:
        return
    if today < asked.due_on:
        raise Fault(Refusal.ERASURE_EARLY, days=(asked.due_on - today).days)
