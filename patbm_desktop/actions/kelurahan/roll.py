"""Who belongs to a kelurahan: whose laptop, in what role, and what it can read; who reads cases."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import device_code, rt_id
from patbm_desktop.store import control, keyring, listing
from patbm_desktop.sync import enrolment, offices, readers, words
from patbm_desktop.sync.laptop import KASUS, UMUM
from patbm_desktop.sync.offices import coordinated, coordinators
from patbm_desktop.sync.trust import listed

LEAST_COORDINATORS = 2
"""Laptops of coordinators that a kelurahan has before the first case travels."""

SHORT = 8
"""So many letters of a device stand for a laptop nobody named."""

COUNTED = ("activity", "attendance", "case")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A laptop of the kelurahan; `rts` are numbers, `last_on` the day of its person's last edit.

    `role` is ``koordinator``, ``anggota`` of an RT, or ``pembaca`` of the office and nothing else.
    `reads_cases_of` are the numbers of the RT whose cases it can read. `is_stray` says that nobody
    sent it away: the coordinator who let it in left, and who removed her did not know of it.
    """

    dev: str
    name: str
    label: str
    role: str
    rts: tuple[str, ...]
    is_me: bool
    is_active: bool
    is_companion: bool
    pact: date | None
    last_on: date | None
    reads_cases_of: tuple[str, ...]
    is_stray: bool = False

    @property
    def code(self) -> str:
        """Its twelve characters in groups of four; "" of one that left, whose code is read out."""
        return enrolment.grouped(device_code(self.dev)) if self.is_active else ""


@dataclass(frozen=True, slots=True)
class CaseReader:
    """Somebody who can read the cases of an RT, by her name or by that of her laptop."""

    name: str
    is_companion: bool


@dataclass(frozen=True, slots=True)
class CaseReaders:
    """Everybody who can read the cases of one RT (a number), computed from keys and slots."""

    rt: str
    readers: tuple[CaseReader, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """What a laptop can open of an RT or an office: uses of the keys it holds, numbers of records.

    `space` is the first of those that an RT has.
    """

    space: str
    name: str
    rt: str
    uses: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]


def office_of(ws: Workspace) -> str:
    """Return the office this laptop coordinates.

    Raises:
        Fault: NOT_COORDINATOR, it coordinates none.
    """
    mine = coordinated(ws.laptop)
    office = offices.main_office(ws.laptop)
    if office is None or office not in mine:
        raise Fault(Refusal.NOT_COORDINATOR)
    return office


def people(ws: Workspace) -> tuple[Member, ...]:
    """Return the laptops of the kelurahan, the active ones first; those who left are among them.

    Raises:
        Fault: NOT_COORDINATOR.
    """
    office = office_of(ws)
    roll = _Roll(ws, office)
    found = [roll.member(dev) for dev in ws.rights.of(office).ever]
    return tuple(sorted(found, key=lambda each: (not each.is_active, each.name, each.dev)))


def member_with(ws: Workspace, typed: str) -> Member:
    """Return the member, still one, whose laptop has the twelve characters that were typed.

    Raises:
        Fault: NOT_COORDINATOR, CODE_UNREADABLE or NO_SUCH_MEMBER.
    """
    code = enrolment.read_device_code(typed)
    active = (each for each in people(ws) if each.is_active)
    found = next((each for each in active if device_code(each.dev) == code), None)
    if found is None:
        raise Fault(Refusal.NO_SUCH_MEMBER)
    return found


class _Roll:
    """What is looked up once for all members."""

    def __init__(self, ws: Workspace, office: str) -> None:
        self.ws = ws
        self.office = office
        self.rights = ws.rights.of(office)
        self.listed = listed(ws.db, ws.rights, office)
        self.numbers = rt_numbers(ws)
        self.last = control.last_edits(ws.db)

    def member(self, dev: str) -> Member:
        """Return what the page shows of one laptop."""
        persons = readers.persons_of(self.ws.laptop, self.office, dev)
        standing, name = self.rights.standing(dev), self._name(persons)
        label = words.text_of(standing, "label")
        rts, role, is_gone = self._rts(dev), self.rights.role(dev), dev not in self.rights.now
        return Member(
            dev=dev,
            name=name or label,
            label=label or (f"Laptop {name}" if name else ""),
            role="anggota" if role == "pembaca" and (rts or is_gone) else role,
            rts=rts,
            is_me=dev == self.ws.device.dev,
            is_active=not is_gone,
            is_companion=dev in self.rights.entitled(KASUS),
            pact=_day(words.text_of(standing, "pact")),
            last_on=max(filter(None, (_day(self.last.get(each, "")[:10]) for each in persons)),
                        default=None),
            reads_cases_of=self._reads_cases_of(dev),
            is_stray=dev not in self.rights.now | self.rights.removed,
        )  # fmt: skip

    def case_readers(self) -> tuple[CaseReaders, ...]:
        """Return for each RT who can read its cases, the pendamping kasus last."""
        found: dict[str, dict[str, CaseReader]] = {}
        for each in self.listed:
            if each.rt:
                number = self.numbers.get(each.rt, "")
                found.setdefault(number, {}).update(self._readers_of(each.space))
        return tuple(
            CaseReaders(rt, tuple(sorted(of.values(), key=lambda each: each.is_companion)))
            for rt, of in sorted(found.items())
        )

    def _readers_of(self, space: str) -> dict[str, CaseReader]:
        known = readers.readers(self.ws.laptop, space, KASUS)
        companions = self.rights.entitled(KASUS)
        found = {
            each.person: CaseReader(self._name([each.person]) or each.call_name, is_companion=False)
            for each in known.slots
        }
        for each in known.devices:
            name = self._name(each.persons) or each.label or each.dev[:SHORT]
            of = next(iter(each.persons), each.dev)
            found[of] = CaseReader(name, is_companion=each.dev in companions)
        return found

    def _name(self, persons: Iterable[str]) -> str:
        names = (str(self.ws.values("person", each).get("name", "")) for each in persons)
        return next(filter(None, names), "")

    def _rts(self, dev: str) -> tuple[str, ...]:
        """Return the RT a laptop keeps notes for: it brought a space, and was not sent away.

        A coordinator and the pendamping kasus may write for every RT, and belong to none by that.
        """
        brought = [each for each in self.listed if each.founder == dev and each.rt]
        return self._numbers(each.rt for each in brought if self._writes_for(each.rt, dev))

    def _writes_for(self, rt: str, dev: str) -> bool:
        of_rt = [self.ws.rights.of(each.space) for each in self.listed if each.rt == rt]
        return any(dev in each.now for each in of_rt) or not any(each.founder for each in of_rt)

    def _reads_cases_of(self, dev: str) -> tuple[str, ...]:
        reads = (
            each for each in self.listed if dev in self.ws.rights.of(each.space).entitled(KASUS)
        )
        return self._numbers(each.rt for each in reads)

    def _numbers(self, rts: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted({self.numbers.get(rt, "") for rt in rts} - {""}))


def case_readers(ws: Workspace) -> tuple[CaseReaders, ...]:
    """Return for each RT of the kelurahan who can read its cases.

    Raises:
        Fault: NOT_COORDINATOR.
    """
    return _Roll(ws, office_of(ws)).case_readers()


def name_of(ws: Workspace, space: str, dev: str) -> str:
    """Return whose laptop `dev` is, as its space or an office says; else what it is called."""
    for person in readers.persons_of(ws.laptop, space, dev):
        name = ws.values("person", person).get("name")
        if name:
            return str(name)
    return readers.label_of(ws.laptop, space, dev)


def founder_name(ws: Workspace, space: str) -> str:
    """Return on whose laptop a space was begun, "" where nobody knows here."""
    founder = ws.rights.of(space).founder
    return name_of(ws, space, founder) if founder else ""


def founder_code(ws: Workspace, space: str) -> str:
    """Return the first letters of the laptop that began a space, where one person has two."""
    founder = ws.rights.of(space).founder
    return device_code(founder)[:4] if founder else ""


def rt_numbers(ws: Workspace) -> dict[str, str]:
    """Return the number of every RT known here, by its `ent`."""
    by_record = {row.ent: str(row.values.get("number", "")) for row in listing.rows(ws.db, "rt")}
    by_space = {rt_id(each.kelurahan, each.rt): each.rt
                for each in keyring.spaces(ws.db) if each.rt}  # fmt: skip
    return by_space | by_record


def lacks_second_coordinator(ws: Workspace) -> bool:
    """Say whether the kelurahan hangs on one laptop, so that the page has to nag.

    Raises:
        Fault: NOT_COORDINATOR.
    """
    return len(coordinators(ws.laptop, office_of(ws))) < LEAST_COORDINATORS


def reach(ws: Workspace, dev: str) -> tuple[Reach, ...]:
    """Return what the laptop `dev` could open, as far as this laptop knows; for one that is lost.

    From the keys that were ever handed to it: a removal changes what is written later.
    """
    names = {each.id: each for each in keyring.spaces(ws.db)}
    numbers, found = rt_numbers(ws), []
    rt_of = {each.space: each.rt for office in coordinated(ws.laptop)
             for each in listed(ws.db, ws.rights, office)}  # fmt: skip
    for space in sorted(control.newest(ws.db)):
        handed = {key.use for key in ws.laptop.keys(space) if key.is_known_to(dev)}
        uses = tuple(use for use in (UMUM, KASUS) if use in handed)
        if uses:
            counts = tuple((kind, listing.count(ws.db, kind, spaces=[space])) for kind in COUNTED)
            known = names.get(space)
            rt = numbers.get(rt_of.get(space, ""), known.rt if known else "")
            found.append(Reach(space, known.name if known else "", rt, uses, counts))
    return _by_rt(found)


def _by_rt(found: Iterable[Reach]) -> tuple[Reach, ...]:
    """Return one reach for each RT, what its spaces hold added up; each office stands alone."""
    added: dict[str, Reach] = {}
    for each in found:
        before = added.get(each.rt) if each.rt else None
        if before is None:
            added[each.rt or each.space] = each
            continue
        counts = dict(before.counts)
        both = tuple((kind, count + counts.get(kind, 0)) for kind, count in each.counts)
        uses = tuple(use for use in (UMUM, KASUS) if use in {*before.uses, *each.uses})
        added[each.rt] = replace(before, uses=uses, counts=both)
    return tuple(added.values())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
