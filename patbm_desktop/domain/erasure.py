"""Erasure: what two signed words of two devices remove, and nothing else does.

A coordinator asks in the office (`_ask_erase`), in sight of all for fourteen days; an arsip laptop
of the city carries it out (`_erase`). Who can read cannot erase, and who can erase cannot read.
Until then any coordinator may take the request back, with a further `_ask_erase` that names it.
Source: section 9 of the protocol; UU 27/2022 art. 41 to 44.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from patbm_desktop.domain.ids import is_id
from patbm_desktop.domain.op import Op
from patbm_desktop.domain.rights import COORDINATOR, Rights

ASK, ERASE = "_ask_erase", "_erase"

TAKES_BACK = "takes_back"
"""The field of an `_ask_erase` that asks for nothing and takes back the request it names.

Decided 2026-11-22: what is erased stays erased, so an `_erase` that a machine has taken goes on
counting there whatever comes after it; the word that takes back is heeded where an `_erase` is
about to be signed, or taken. Of the two a log has only the one that reached it first. Rejected: a
word that undoes an `_erase` wherever both stand, for then order would decide who has lost a note.
"""

DAYS_IN_SIGHT = 14
"""A request stands so long before a server takes the erasure: from the fifteenth day on."""

REASONS = ("masa_simpan_habis", "persetujuan_ditarik", "diminta", "tidak_sah")
"""Why a record is to go; the word stands open in the log, so it is never free text.

Source: UU 27/2022 art. 43 (1) and 44 (1).
"""

BASES = ("pasal_43", "pasal_44", "jadwal_retensi")
"""On what an erasure rests. Source: UU 27/2022 art. 43, art. 44; the city's jadwal retensi arsip.
"""

MOST_TARGETS = 400
"""Records in one request; a longer list would not fit into an op."""

BELONGS_TO = {
    "attendance": "activity_id", "attachment": "of", "consent": "of",
    "follow_up": "case_id", "referral": "case_id", "access": "case_id",
    "case_attachment": "of", "case_consent": "of",
}  # fmt: skip
"""The field of a record that names what it is part of, and goes with.

Decided 2026-11-21: other references (a place, a leader, where a case was learned of) are an id
alone and say nothing once their target is gone, so what bears them stays. Rejected: every pointer,
for then the erasure of one person would take every session she led.
"""


class Target(NamedTuple):
    """What is to be erased: everything that was ever written about `ent` in `space`."""

    space: str
    ent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request as its `_ask_erase` says it; `op` is what an `_erase` names.

    `said_on` is the day on the clock of the laptop that asked, None where that is no day.
    """

    op: str
    office: str
    dev: str
    by: str
    said_on: date | None
    targets: tuple[Target, ...]
    reason: str
    basis: str

    @property
    def due_on(self) -> date | None:
        """The first day on which it may be carried out, as far as the clock was right.

        None where there is no such day, for a clock may show any.
        """
        if self.said_on is None or date.max - self.said_on < timedelta(days=DAYS_IN_SIGHT):
            return None
        return self.said_on + timedelta(days=DAYS_IN_SIGHT)


def belongs_to(kind: str, values: Mapping[str, Any]) -> str:
    """Return the `ent` of what a record of `kind` is part of, "" where it stands by itself."""
    found = values.get(BELONGS_TO.get(kind, ""))
    return str(found) if is_id(found) else ""


def asked(op: Op) -> Asked:
    """Return the request that an `_ask_erase` makes; what cannot be read in it is left out."""
    return Asked(
        op=op.id, office=op.space, dev=op.dev, by=op.by, said_on=said_on(op),
        targets=tuple(dict.fromkeys(_targets(_value(op, "targets")))),
        reason=_word(op, "reason"), basis=_word(op, "basis"),
    )  # fmt: skip


def said_on(op: Op) -> date | None:
    """Return the day on the clock of the laptop that wrote `op`, None where that is no day."""
    try:
        return datetime.fromisoformat(op.at).date()
    except ValueError:
        return None


def request_of(erase: Op) -> str:
    """Return the id of the `_ask_erase` that an `_erase` carries out, "" where it names none."""
    found = _value(erase, "ask")
    return found if is_id(found) else ""


def takes_back(op: Op) -> str:
    """Return the id of the request that an `_ask_erase` takes back, "" for one that asks."""
    found = _word(op, TAKES_BACK) if op.kind == ASK else ""
    return found if is_id(found) else ""


def requests(office: Rights, said: Iterable[Op]) -> dict[str, Asked]:
    """Return the requests that count among what was `said` in an office, by the id of their op."""
    return {
        op.id: asked(op) for op in said
        if op.kind == ASK and TAKES_BACK not in op.set and office.is_office and office.counts(op)
    }  # fmt: skip


def taken_back(office: Rights, said: Iterable[Op]) -> dict[str, Op]:
    """Return, by the request it takes back, the first word of a coordinator that does so."""
    found: dict[str, Op] = {}
    for op in sorted(said, key=lambda op: (op.clk, op.id)):
        if takes_back(op) and office.is_office and office.counts(op):
            found.setdefault(takes_back(op), op)
    return found


def is_vouched_for(office: Rights, op: Op, carrier: str) -> bool:
    """Say whether `op` is an `_ask_erase` to be kept though its author leads no more.

    A log that was put back, and hears first that its author was removed, would never take it again,
    and with it no erasure that rests on it; laptops have obeyed long since. So a coordinator brings
    it back, or a laptop of the city, which signs upon it.

    Decided 2026-11-22. Rejected: that a coordinator's laptop asks anew, for then a machine asks in
    a person's name, and the arsip has to sign twice for one thing.
    """
    leads = carrier in office.now and office.role(carrier) == COORDINATOR
    may_bring = leads or carrier in office.archivists
    return op.kind == ASK and may_bring and office.is_office and office.counts(op)


def carried_out(office: Rights, said: Iterable[Op]) -> dict[str, Op]:
    """Return, by the request it carries out, the `_erase` of an arsip that counts."""
    ops = tuple(said)
    known = requests(office, ops)
    found: dict[str, Op] = {}
    for op in sorted(ops, key=lambda op: (op.clk, op.id)):
        ask = known.get(request_of(op)) if op.kind == ERASE and office.counts(op) else None
        if ask is not None and ask.dev != op.dev:
            found.setdefault(ask.op, op)
    return found


def erased(office: Rights, said: Iterable[Op]) -> dict[Target, str]:
    """Return what is erased by the words of one office, with the `_erase` op that did it.

    An office reaches the spaces it lists and no other. `said` are its `_ask_erase`, `_erase` and
    `_space` ops, in any order and whether they count or not.
    """
    ops = tuple(said)
    listed = {op.ent for op in ops if op.kind == "_space" and office.counts(op)}
    asks = requests(office, ops)
    found: dict[Target, str] = {}
    for ask, op in carried_out(office, ops).items():
        for target in asks[ask].targets:
            if target.space in listed:
                found.setdefault(target, op.id)
    return found


def _targets(value: Any) -> Iterator[Target]:
    for pair in value if isinstance(value, list) else ():
        if isinstance(pair, list) and len(pair) == 2 and all(map(is_id, pair)):
            yield Target(*pair)


def _value(op: Op, name: str) -> Any:
    return op.set[name].value if name in op.set else None


def _word(op: Op, name: str) -> str:
    value = _value(op, name)
    return value if isinstance(value, str) else ""
