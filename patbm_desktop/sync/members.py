"""Who belongs where: joining, leaving and deciding, each as the few ops of its row in the protocol.

Every function writes its ops in one transaction and then repairs, so that keys follow at once as
far as this laptop may hand them out. Source: section 6 of the protocol, "Joining, keys, recovery".
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from patbm_desktop.domain import ids
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.fields import Read
from patbm_desktop.domain.ids import rt_id
from patbm_desktop.domain.kinds import KINDS
from patbm_desktop.store import aside, current, keyring, oplog, outbox
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync import founding, words
from patbm_desktop.sync.completion import remove_from
from patbm_desktop.sync.enrolment import Waiting
from patbm_desktop.sync.founding import Root
from patbm_desktop.sync.laptop import KASUS, Laptop
from patbm_desktop.sync.offices import coordinated_first, coordinates, founded, offices
from patbm_desktop.sync.repair import repair
from patbm_desktop.sync.trust import listed, remember_typed
from patbm_desktop.wire.joining import NO_SPACE as NO_SPACE  # noqa: PLC0414  (part of the words)
from patbm_desktop.wire.joining import Card

# -- joining, on the newcomer's laptop -------------------------------------------------------


class Gift(NamedTuple):
    """The space a laptop brings to an office; one that is not made yet has a `seed`."""

    space: str
    kelurahan: str
    rt: str
    seed: bytes = b""


def gift(laptop: Laptop, kelurahan: str, rt_number: str) -> Gift:
    """Return what this laptop would bring to an office; nothing is written.

    A laptop that serves an RT already brings a new space for a second one; what it wrote before
    stays where it is. Invited to its own RT again, it brings the space it has. A coordinator who
    has an office with members brings none.
    """
    own = [each for each in founded(laptop) if each.rt == rt_number]
    free = [each for each in own if _is_free(laptop, each.id)]
    again = [each for each in own if rt_number and each.kelurahan == kelurahan]
    for each in (*free, *again):
        return Gift(each.id, kelurahan, rt_number)
    if not rt_number:
        return Gift(NO_SPACE, kelurahan, rt_number)
    seed = os.urandom(ids.SIZE)
    return Gift(ids.space_id(laptop.dev, seed), kelurahan, rt_number, seed)


def bring(laptop: Laptop, given: Gift) -> str:
    """Make the space of a gift where it is not there yet, and return its id.

    Raises:
        Fault: the disk refused; nothing was made.
    """
    if given.seed:
        _found_for(laptop, given)
    return given.space


def brought(laptop: Laptop, kelurahan: str, rt_number: str) -> str:
    """Return the space this laptop brings to an office, which is made where there is none yet."""
    return bring(laptop, gift(laptop, kelurahan, rt_number))


def _is_free(laptop: Laptop, space: str) -> bool:
    """Say whether a space made here belongs to no office yet; an office: whether it has nobody."""
    others = laptop.rights.of(space).now - {laptop.dev}
    has_coordinator = any(laptop.rights.of(space).role(dev) == "koordinator" for dev in others)
    is_used = laptop.rights.of(space).is_office and (
        bool(others) or bool(listed(laptop.db, laptop.rights, space))
    )
    return not (has_coordinator or is_used)


def _found_for(laptop: Laptop, given: Gift) -> str:
    kelurahan, rt_number = given.kelurahan, given.rt
    found = current.find(laptop.db, "person", laptop.person)
    shown = current.view(laptop.db, found[0]) if found else None
    day = laptop.clock.now().date().isoformat()
    rt = {"kelurahan_code": kelurahan, "number": rt_number, "valid_from": day}
    owner = _open_values("person", shown.values if shown else {})
    owner |= {"rt_id": rt_id(kelurahan, rt_number)}
    return founding.found(
        laptop, Root(kelurahan=kelurahan, owner=owner, rt_number=rt_number, rt=rt), given.seed
    )


def _open_values(kind: str, values: Mapping[str, Any]) -> dict[str, Any]:
    fields = KINDS[kind].fields
    return {name: each for name, each in values.items() if fields[name].read is Read.OPEN}


def welcome(
    laptop: Laptop, card: Card, *, space: str, office: str, kelurahan: str
) -> frozenset[str]:
    """Make the coordinator whose code was typed the coordinator of `space`; return kinds changed.

    Step 3 of joining; from now on this laptop hands keys to her and to whom her office names. It
    may be done again for a new office, after all coordinators of the old one were lost.
    """
    with writing(laptop.db):
        remember_typed(laptop.db, card.dev)
        keyring.put_space(laptop.db, keyring.Space(office, card.label, kelurahan))
        kinds: frozenset[str] = frozenset()
        if space != NO_SPACE and not _is_coordinator(laptop, space, card.dev):
            said = {"role": "koordinator", "active": True, "label": card.label}
            kinds = words.about(laptop, space, card.dev, said, card)
        return kinds | repair(laptop)


def _is_coordinator(laptop: Laptop, space: str, dev: str) -> bool:
    """Say whether `dev` coordinates `space` now; then no word of its founder counts any more."""
    rights = laptop.rights.of(space)
    return dev in rights.now and rights.role(dev) == "koordinator"


# -- admitting, on the coordinator's laptop --------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On what terms somebody is admitted.

    `role` is what she becomes: ``anggota`` of her RT, who reads the office, or ``koordinator``.
    `pact` is the day on which she signed (``2026-11-21``); without one she reads no case.
    `from_today` keeps earlier notes on cases from her. A `companion` is the pendamping kasus, who
    reads the cases of every RT.
    """

    role: str = "anggota"
    pact: str = ""
    from_today: bool = False
    companion: bool = False


def admit(laptop: Laptop, office: str, who: Waiting, terms: Terms) -> frozenset[str]:
    """Admit the laptop whose code was typed; return the kinds that changed.

    Raises:
        Fault: NOT_COORDINATOR; PACT_MISSING, a companion or the first of an RT has none.
    """
    demand_coordinator(laptop, office)
    if not terms.pact and (terms.companion or _is_first(laptop, office, who)):
        raise Fault(Refusal.PACT_MISSING)
    said = _said(laptop, office, who, terms)
    with writing(laptop.db):
        remember_typed(laptop.db, who.dev)
        kinds = _list_space(laptop, office, who)
        kinds |= words.keeping(laptop, office, who.dev, said, who.card)
        kinds |= _let_back_in(laptop, office, who.dev, who.asked.rt)
        return kinds | repair(laptop)


def _is_first(laptop: Laptop, office: str, who: Waiting) -> bool:
    """Say whether her space becomes the first of an RT: she holds its cases from her first op."""
    if not who.asked.rt:
        return False
    rt = rt_id(kelurahan_of(laptop, office), who.asked.rt)
    known = listed(laptop.db, laptop.rights, office)
    return not any(each.rt == rt and each.founder != who.dev for each in known)


def _said(laptop: Laptop, office: str, who: Waiting, terms: Terms) -> dict[str, Any]:
    """Return the office's words about a newcomer; a coordinator of it stays one."""
    rights = laptop.rights.of(office)
    is_already = who.dev in rights.now and rights.role(who.dev) == "koordinator"
    said: dict[str, Any] = {
        "role": "koordinator" if is_already or terms.role == "koordinator" else "pembaca",
        "active": True, "label": who.asked.name, "person": who.asked.person, "pact": terms.pact,
        "cases": True if terms.companion else None,
        "since": laptop.next_clk(office) if terms.from_today else None,
    }  # fmt: skip
    return {name: value for name, value in said.items() if value not in (None, "")}


def _list_space(laptop: Laptop, office: str, who: Waiting) -> frozenset[str]:
    if who.asked.space == NO_SPACE:
        return frozenset()
    kelurahan = kelurahan_of(laptop, office)
    rt = rt_id(kelurahan, who.asked.rt) if who.asked.rt else ""
    known, put_off = listed(laptop.db, laptop.rights, office), outbox.put_off(laptop.db, laptop.dev)
    stands = {(each.space, each.founder) for each in known if each.op not in put_off}
    if (who.asked.space, who.dev) in stands:
        return frozenset()
    values = {"founder": who.dev} | ({"rt": rt} if rt else {})
    keyring.put_space(
        laptop.db, keyring.Space(who.asked.space, who.asked.name, kelurahan, who.asked.rt)
    )
    return laptop.keep([laptop.control("_space", who.asked.space, values, space=office)])


def _let_back_in(laptop: Laptop, office: str, dev: str, rt_number: str = "") -> frozenset[str]:
    """Admit again whoever was removed before: in the spaces of the RT she joins, and a coordinator
    or companion in those of all RT.
    """
    said = laptop.rights.of(office)
    if dev not in said.now:
        return frozenset()
    leads = said.role(dev) == "koordinator"
    is_everywhere = leads or dev in said.entitled(KASUS)
    own = rt_id(kelurahan_of(laptop, office), rt_number) if rt_number else None
    role = "koordinator" if leads else "anggota"
    kinds: frozenset[str] = frozenset()
    for space in _coordinated_spaces(laptop, office, lambda each: is_everywhere or each == own):
        if dev in laptop.rights.of(space).removed:
            kinds |= words.keeping(laptop, space, dev, {"active": True, "role": role})
    return kinds


def name_companion(
    laptop: Laptop, office: str, dev: str, *, pact: str, from_today: bool = False
) -> frozenset[str]:
    """Make a member of the office its pendamping kasus, who reads the cases of every RT.

    Raises:
        Fault: NOT_COORDINATOR, NO_SUCH_MEMBER or PACT_MISSING.
    """
    demand_coordinator(laptop, office)
    _demand_member(laptop, office, dev)
    if not pact:
        raise Fault(Refusal.PACT_MISSING)
    said: dict[str, Any] = {"cases": True, "pact": pact}
    if from_today:
        said["since"] = laptop.next_clk(office)
    with writing(laptop.db):
        kinds = words.about(laptop, office, dev, said) | _let_back_in(laptop, office, dev)
        for space in _coordinated_spaces(laptop, office):
            if dev in laptop.rights.of(space).now:
                later = {"since": laptop.next_clk(space)} if from_today else {}
                kinds |= words.about(laptop, space, dev, {"cases": True, "pact": pact, **later})
        return kinds | repair(laptop)


def withdraw_cases(laptop: Laptop, office: str, dev: str) -> frozenset[str]:
    """Let `dev` read no case any more, wherever this laptop coordinates, and change those keys.

    Who was the pendamping kasus and leads nothing leaves the RT that she does not serve.

    Raises:
        Fault: NOT_COORDINATOR or NO_SUCH_MEMBER.
    """
    demand_coordinator(laptop, office)
    _demand_member(laptop, office, dev)
    kinds: frozenset[str] = frozenset()
    said = laptop.rights.of(office)
    was_companion = said.reads_cases(dev) and said.role(dev) != "koordinator"
    with writing(laptop.db):
        for space in (*_coordinated_spaces(laptop, office), office):
            if laptop.rights.of(space).reads_cases(dev):
                kinds |= words.about(laptop, space, dev, {"cases": False})
                if laptop.chosen(space, KASUS) is None and laptop.may_make_key(space, KASUS):
                    laptop.make_key(space, KASUS)
        if was_companion:
            kinds |= _leave_others(laptop, office, dev)
        return kinds | repair(laptop)


def change_role(laptop: Laptop, office: str, dev: str, role: str) -> frozenset[str]:
    """Make a member of the office its coordinator, or a coordinator one of its readers.

    A coordinator belongs to every RT, a reader to those alone that she serves.

    Raises:
        Fault: NOT_COORDINATOR or NO_SUCH_MEMBER.
    """
    demand_coordinator(laptop, office)
    _demand_member(laptop, office, dev)
    act = _lead if role == "koordinator" else _lead_no_more
    with writing(laptop.db):
        return act(laptop, office, dev) | repair(laptop)


def _lead(laptop: Laptop, office: str, dev: str) -> frozenset[str]:
    said = {"role": "koordinator"}
    kinds = words.about(laptop, office, dev, said) | _let_back_in(laptop, office, dev)
    for space in _coordinated_spaces(laptop, office):
        if dev in laptop.rights.of(space).now:
            kinds |= words.about(laptop, space, dev, said)
    return kinds


def _lead_no_more(laptop: Laptop, office: str, dev: str) -> frozenset[str]:
    kinds = _list_again(laptop, office, dev)
    kinds |= words.keeping(laptop, office, dev, {"role": "pembaca"})
    return kinds | _leave_others(laptop, office, dev)


def _list_again(laptop: Laptop, office: str, dev: str) -> frozenset[str]:
    """List in this laptop's name what `dev` alone listed, who is about to lead no more.

    The same reason as in `words.keeping`. Each listing keeps its counter: which space of an RT was
    listed first must not change.
    """
    said = [
        op for op in oplog.control_ops(laptop.db, office, "_space")
        if laptop.rights.of(office).counts(op)
    ]  # fmt: skip
    by_others = {op.ent for op in said if op.dev != dev}
    hers = {op.ent: op for op in said if op.ent not in by_others}
    return laptop.keep(
        laptop.control(
            "_space", op.ent, {name: each.value for name, each in op.set.items()},
            space=office, clk=op.clk,
        )
        for op in hers.values()
    )  # fmt: skip


def _leave_others(laptop: Laptop, office: str, dev: str) -> frozenset[str]:
    """Let who leads no more write in the RT alone that she serves; the companion in every one."""
    said, known = laptop.rights.of(office), listed(laptop.db, laptop.rights, office)
    is_everywhere = dev in said.entitled(KASUS)
    served = {each.rt for each in known if each.founder == dev}
    kinds: frozenset[str] = frozenset()
    for each in known:
        is_in = dev in laptop.rights.of(each.space).now and coordinates(laptop, each.space)
        if not is_in or laptop.rights.of(each.space).is_office:
            continue
        if is_everywhere or each.rt in served:
            kinds |= words.keeping(laptop, each.space, dev, {"role": "anggota"})
        else:
            kinds |= remove_from(laptop, each.space, dev)
    return kinds


# -- leaving ---------------------------------------------------------------------------------


def remove(laptop: Laptop, office: str, dev: str) -> frozenset[str]:
    """Remove a laptop from the kelurahan: from every space and the office, and change the keys.

    Raises:
        Fault: NOT_COORDINATOR or NO_SUCH_MEMBER.
    """
    demand_coordinator(laptop, office)
    _demand_member(laptop, office, dev)
    kinds: frozenset[str] = frozenset()
    with writing(laptop.db):
        for space in _coordinated_spaces(laptop, office):
            if dev in laptop.rights.of(space).now:
                kinds |= remove_from(laptop, space, dev)
        kinds |= _list_again(laptop, office, dev) | remove_from(laptop, office, dev)
        return kinds | repair(laptop)


def remove_from_rt(laptop: Laptop, office: str, dev: str, rt: str) -> frozenset[str]:
    """Remove a laptop from the spaces of one RT (its `ent`), and from the office if none is left.

    Raises:
        Fault: NOT_COORDINATOR or NO_SUCH_MEMBER.
    """
    demand_coordinator(laptop, office)
    _demand_member(laptop, office, dev)
    kinds: frozenset[str] = frozenset()
    with writing(laptop.db):
        for space in _coordinated_spaces(laptop, office, lambda each: each == rt):
            if dev in laptop.rights.of(space).now:
                kinds |= remove_from(laptop, space, dev)
        others = _coordinated_spaces(laptop, office, lambda each: each != rt)
        is_reader = laptop.rights.of(office).role(dev) == "pembaca"
        if is_reader and not any(dev in laptop.rights.of(space).now for space in others):
            kinds |= remove_from(laptop, office, dev)
        return kinds | repair(laptop)


# -- held notes ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HeldNote:
    """An op that waits for a coordinator of `space`; `dev` wrote it, `why` it was held."""

    op: str
    space: str
    ent: str
    kind: str
    dev: str
    why: str


def held(laptop: Laptop, *, decided: bool = False) -> tuple[HeldNote, ...]:
    """Return the held ops this coordinator has not decided on yet, in the order they came.

    Those that were left out are among them where `decided` ones are asked for as well.
    """
    found = [each for each in aside.held(laptop.db) if coordinates(laptop, each.op.space)]
    done = {space: words.decided(laptop, space) for space in {each.op.space for each in found}}
    return tuple(
        HeldNote(each.op.id, each.op.space, each.op.ent, each.op.kind, each.op.dev, each.why)
        for each in found
        if decided or each.op.id not in done[each.op.space]
    )


def accept(laptop: Laptop, space: str, op: str, *, ok: bool, why: str = "") -> frozenset[str]:
    """Decide whether a held op of `space` is to stand; return the kinds that changed.

    Raises:
        Fault: NOT_COORDINATOR of that space.
    """
    demand_coordinator(laptop, space)
    with writing(laptop.db):
        return words.decide(laptop, space, op, ok=ok, why=why) | laptop.refresh()


# -- questions -------------------------------------------------------------------------------


def kelurahan_of(laptop: Laptop, office: str) -> str:
    """Return the code of the kelurahan whose office this is, "" where that is not known here."""
    known = {each.id: each.kelurahan for each in keyring.spaces(laptop.db)}
    return known.get(office, "")


def has_joined(laptop: Laptop) -> bool:
    """Say whether an office that this laptop did not found counts it among its members."""
    return any(laptop.rights.of(office).founder != laptop.dev for office in offices(laptop))


def main_office(laptop: Laptop) -> str | None:
    """Return the office this laptop works with: one it coordinates, listed by no other; or None.

    Of several kelurahan it is the first that this laptop knows; the others are named by the caller.
    """
    return next(iter(coordinated_first(laptop)), None)


def demand_coordinator(laptop: Laptop, space: str) -> None:
    """Stop who is not now a coordinator of `space`.

    Raises:
        Fault: NOT_COORDINATOR.
    """
    if not coordinates(laptop, space):
        raise Fault(Refusal.NOT_COORDINATOR)


def _demand_member(laptop: Laptop, office: str, dev: str) -> None:
    if dev not in laptop.rights.of(office).ever:
        raise Fault(Refusal.NO_SUCH_MEMBER)


def _coordinated_spaces(
    laptop: Laptop, office: str, is_wanted: Callable[[str], bool] = lambda _rt: True
) -> list[str]:
    known = listed(laptop.db, laptop.rights, office)
    wanted = (each.space for each in known if is_wanted(each.rt))
    return [space for space in wanted if coordinates(laptop, space)]
