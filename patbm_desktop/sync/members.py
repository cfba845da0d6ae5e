"""Who belongs where: letting in, roles and leaving, each as the few ops of its row in the protocol.

What a newcomer's own laptop writes stands in `sync/newcomer.py`. Every function writes its ops in
one transaction and then repairs, so that keys follow at once as far as this laptop may hand them
out. Source: section 6 of the protocol, "Joining, keys, recovery".
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import rt_id
from patbm_desktop.store import keyring, oplog, outbox
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync import words
from patbm_desktop.sync.completion import remove_from, turned_away
from patbm_desktop.sync.enrolment import Waiting
from patbm_desktop.sync.laptop import KASUS, Laptop
from patbm_desktop.sync.offices import coordinates, demand_coordinator, kelurahan_of
from patbm_desktop.sync.repair import repair
from patbm_desktop.sync.trust import listed, remember_typed
from patbm_desktop.wire.joining import NO_SPACE

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


def _demand_member(laptop: Laptop, office: str, dev: str) -> None:
    if dev not in laptop.rights.of(office).ever:
        raise Fault(Refusal.NO_SUCH_MEMBER)


def _coordinated_spaces(
    laptop: Laptop, office: str, is_wanted: Callable[[str], bool] = lambda _rt: True
) -> list[str]:
    known = listed(laptop.db, laptop.rights, office)
    wanted = [each.space for each in known if is_wanted(each.rt)]
    led = [space for space in wanted if coordinates(laptop, space)]
    return [space for space in led if not turned_away(laptop, office, space)]
