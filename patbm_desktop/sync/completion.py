"""What an office has decided, carried out in its RT spaces; the same whoever does it, and when.

A coordinator admits somebody once, in the office. The spaces of the RT may be on their way still,
and so may the other coordinators; so each of their laptops looks after every round whether a space
that it coordinates lacks what the office says, and writes it. Whoever was ever named in a space is
left as he is there: a person decided that, and no laptop undoes it.
"""

from collections.abc import Iterable
from typing import Any

from patbm_desktop.domain.op import Op
from patbm_desktop.domain.rights import Rights
from patbm_desktop.store import oplog
from patbm_desktop.sync import words
from patbm_desktop.sync.laptop import Laptop
from patbm_desktop.sync.offices import coordinated, coordinates, coordinators
from patbm_desktop.sync.trust import Listed, listed


def complete(laptop: Laptop) -> frozenset[str]:
    """Write what the RT spaces of this coordinator's offices lack; return the kinds that changed.

    The caller has a transaction open.
    """
    kinds: frozenset[str] = frozenset()
    for office in coordinated(laptop):
        known = listed(laptop.db, laptop.rights, office)
        for each in known:
            if coordinates(laptop, each.space):
                kinds |= _Completing(laptop, office, each.space).all_of(known, each.rt)
    return kinds


class _Completing:
    """One RT space and the office that lists it."""

    def __init__(self, laptop: Laptop, office: str, space: str) -> None:
        self.laptop = laptop
        self.office = office
        self.space = space
        self.kinds: frozenset[str] = frozenset()

    @property
    def said(self) -> Rights:
        """What the office says."""
        return self.laptop.rights.of(self.office)

    @property
    def here(self) -> Rights:
        """What the space says so far."""
        return self.laptop.rights.of(self.space)

    def all_of(self, known: Iterable[Listed], rt: str) -> frozenset[str]:
        """Do everything there is to do; return the kinds that changed."""
        if turned_away(self.laptop, self.office, self.space):
            return self.kinds
        for dev in sorted(self.said.removed & self.here.now):
            self.kinds |= remove_from(self.laptop, self.space, dev)
        for dev in sorted(coordinators(self.laptop, self.office)):
            self._bring(dev, "koordinator")
        for dev in sorted(self.said.entitled("kasus")):
            self._bring(dev, "anggota")
            self._give_cases(dev)
        for dev in team(self.laptop, known, rt) & self.said.now:
            self._bring(dev, "anggota")
        self._date_pacts()
        return self.kinds

    def _bring(self, dev: str, role: str) -> None:
        if dev in self.here.ever:
            self._name_person(dev)
            return
        values = {"role": role, "active": True} | self._who(dev)
        if role == "anggota":
            values |= self._cases(dev)
        card = words.card_of(self.laptop, self.office, dev)
        self._say(dev, values, card)

    def _name_person(self, dev: str) -> None:
        """Say whose laptop a coordinator's is: the volunteer who admitted it did not know."""
        if not self.here.persons(dev):
            self._say(dev, self._who(dev), None)

    def _who(self, dev: str) -> dict[str, Any]:
        person = next(iter(self.said.persons(dev)), "")
        label = words.text_of(self.said.standing(dev), "label")
        return {name: value for name, value in (("person", person), ("label", label)) if value}

    def _cases(self, dev: str) -> dict[str, Any]:
        """Return what the pact that the office dated gives to `dev`; without one, nothing."""
        pact = words.text_of(self.said.standing(dev), "pact")
        if not pact:
            return {"cases": False}
        values: dict[str, Any] = {"cases": True, "pact": pact}
        if self.said.since(dev):
            values["since"] = self.laptop.next_clk(self.space)
        return values

    def _give_cases(self, dev: str) -> None:
        """Let the pendamping kasus read here, where nobody has said yet whether she may."""
        if dev in self.here.now and not self.here.standing(dev).get("cases"):
            self._say(dev, self._cases(dev), None)

    def _date_pacts(self) -> None:
        for dev in sorted(self.here.entitled("kasus") & self.said.now):
            pact = words.text_of(self.said.standing(dev), "pact")
            if pact and not self.here.standing(dev).get("pact"):
                self._say(dev, {"pact": pact}, None)

    def _say(self, dev: str, values: dict[str, Any], card: Any) -> None:
        if values:
            self.kinds |= words.about(self.laptop, self.space, dev, values, card)


def turned_away(laptop: Laptop, office: str, space: str) -> bool:
    """Say whether a space of `office` has turned to another one: then that one decides in it.

    Its founder names a coordinator for whom she joins, and the office she joined last is the one
    that has the coordinator she named last.
    """
    here, known = laptop.rights.of(space), laptop.rights.of(office)
    named = [
        op for op in oplog.control_ops(laptop.db, space, "_member")
        if op.dev == here.founder and op.ent != op.dev and _leads(op) and here.counts(op)
    ]  # fmt: skip
    last = max(named, key=lambda op: (op.clk, op.id), default=None)
    return last is not None and last.ent not in known.ever


def _leads(op: Op) -> bool:
    return "role" in op.set and op.set["role"].value == words.COORDINATOR


def team(laptop: Laptop, known: Iterable[Listed], rt: str) -> frozenset[str]:
    """Return the laptops of an RT: who writes in one of its spaces, or founded one not here yet."""
    found: set[str] = set()
    for each in known:
        if not rt or each.rt != rt:
            continue
        rights = laptop.rights.of(each.space)
        if not rights.founder:
            found.add(each.founder)
        found |= {dev for dev in rights.now if rights.role(dev) == "anggota"}
    return frozenset(found - {""})


def remove_from(laptop: Laptop, space: str, dev: str) -> frozenset[str]:
    """Remove `dev` from a space this laptop coordinates, and change its keys; return the kinds.

    Those whom a removed coordinator admitted, and who stay, are named, so that they stay. A key
    that is not this laptop's to make is made by the next one that seals.
    """
    kinds = words.keeping(laptop, space, dev, {"active": False})
    for use in sorted({key.use for key in laptop.keys(space)}):
        if laptop.chosen(space, use) is None and laptop.may_make_key(space, use):
            laptop.make_key(space, use)
    return kinds
