"""What a referral letter is made from. Keys are those of the code lists; empty is a dotted line.

The letter is the one sheet that may carry a name, so no value here shows itself in a `repr`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from patbm_desktop.assets import table
from patbm_desktop.domain.case import Call
from patbm_desktop.reports.paper import Letterhead, Rt, Titles

Signer = Literal["kader", "pendamping"]
"""Who signs, alone: the kader or the pendamping kasus. No stamp and no second hand is needed."""


@dataclass(frozen=True, slots=True, repr=False)
class Identity:
    """Whom the letter is about and how to reach them safely; never an exact age or birth date."""

    name: str = ""
    address: str = ""
    guardian: str = ""
    safe_contact: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Condition:
    """How the person was last seen; left empty rather than examined."""

    physical: str = ""
    psychological: str = ""
    family: str = ""
    surroundings: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Consent:
    """Who agreed to the referral, how and when; one that was withdrawn is not passed on."""

    given_by: str
    form: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Letter:
    """One referral. Nothing is required but `to` and `made_on`; a blank letter has no day either.

    `is_child` and `is_violence` come from the rules of safeguarding; None prints both wordings.
    `addressee` names the school, health centre or other office that `to` only gives the kind of.
    `letter_no` is the number from the office's agenda book; the letter's own mark is `code`.
    `has_two_versions` says that the note behind it still has two versions somewhere.
    """

    to: str = "uptd_ppa"
    made_on: date | None = None
    code: str = ""
    letter_no: str = ""
    addressee: str = ""
    rt: Rt | None = None
    titles: Titles | None = None
    letterhead: Letterhead | None = None
    signer: Signer = "kader"
    signer_name: str = ""
    signer_phone: str = ""

    identity: Identity = Identity()
    sex: str | None = None
    age: str | None = None
    is_child: bool | None = None
    is_violence: bool | None = None
    disability: str | None = None
    source: str | None = None
    learned_on: date | None = None
    reporter: str = ""
    category: str | None = None
    kinds: tuple[str, ...] = ()
    place_kind: str | None = None
    relation: str | None = None
    offender_sex: str | None = None
    offender_age: str | None = None
    story: str = ""
    condition: Condition = Condition()
    first_action: tuple[str, ...] = ()
    calls: tuple[Call, ...] = ()
    done_before: str = ""
    services: tuple[str, ...] = ("uptd_menentukan",)
    triage: str | None = None
    danger_now: str | None = None
    signs: tuple[str, ...] = ()
    lives_together: str | None = None
    consent: Consent | None = None
    legal_basis: str | None = None
    child_wish: str | None = None
    refused_by: str | None = None
    attachments: tuple[str, ...] = ()
    has_two_versions: bool = False

    @property
    def who(self) -> str:
        """What the person is called in the letter: a child is a child, an adult a victim."""
        if self.is_child is None:
            return "unknown"
        if self.is_child:
            return "child"
        return "person" if self.is_violence is False else "adult"

    @property
    def is_young_offender(self) -> bool:
        """Whether the one said to have done it is a child too, who is then called so."""
        return self.offender_age in {"0-11", "12-17"}

    @property
    def parent_is_feared(self) -> bool:
        """Whether a parent is the alleged offender of a child: that parent is not asked (R15)."""
        is_victim = self.is_child is not False and self.is_violence is not False
        return is_victim and self.relation == "orang_tua"


def said(part: str) -> Mapping[str, Any]:
    """Return one table of the letter's words; the letter is Indonesian on every screen."""
    found: Mapping[str, Any] = table("reports/letter.toml")[part]
    return found
