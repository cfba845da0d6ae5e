"""What the law and good practice let the program offer for a case: rules R1 to R22, in one table.

The window, the command line and the letters ask `judge`; nobody else decides. A rule says when it
holds, what it bars, what it puts first, what it offers, what it says, and on what it rests. The
words stand in `resources/i18n/safeguard.*.toml`. Saving a note is never barred.

Not legal advice: the legal section of DP3AKB is to confirm the table before release.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from patbm_desktop.domain import codes, escalation
from patbm_desktop.domain.case import Dossier
from patbm_desktop.domain.escalation import Step
from patbm_desktop.domain.facts import Facts, facts_of
from patbm_desktop.domain.follow_up import FAMILY_TALK, VISIT
from patbm_desktop.domain.level import GREEN, YELLOW


class Act(StrEnum):
    """What a rule may bar."""

    FAMILY_TALK = "family_talk"
    AGREEMENT = "agreement"
    LATER_FIRST_STEP = "later_first_step"
    CLOSE_IN_RT = "close_in_rt"
    CLOSING = "closing"
    VISIT = "visit"
    PICTURES = "pictures"
    PARENT_CONSENT = "parent_consent"


class Panel(StrEnum):
    """What is shown before anything else."""

    ASK_INSIDER = "ask_insider"
    STOP = "stop"
    DANGER_FORM = "danger_form"
    ASK_DANGER = "ask_danger"
    CALL_UPTD_TODAY = "call_uptd_today"


class Offer(StrEnum):
    """What is offered beside the next step."""

    FAMILY_TALK = "family_talk"
    OTHER_CHILD = "other_child"
    SCHOOL_COPY = "school_copy"
    CONTACT_CARD = "contact_card"
    SAFETY_PLAN = "safety_plan"
    REMINDER = "reminder"


class Where(StrEnum):
    """Where a rule is asked: of a case, of a text, on paper, in a list, when somebody joins."""

    CASE = "case"
    TEXT = "text"
    PAPER = "paper"
    LIST = "list"
    JOINING = "joining"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. `words` are keys of the sentences it says; `basis` is what it rests on."""

    key: str
    holds: Callable[[Facts], bool]
    basis: str
    where: Where = Where.CASE
    blocks: frozenset[Act] = frozenset()
    panels: tuple[Panel, ...] = ()
    offers: tuple[Offer, ...] = ()
    words: tuple[str, ...] = ()


def _always(_: Facts) -> bool:
    return True


_NO_PEACE = frozenset({Act.FAMILY_TALK, Act.AGREEMENT, Act.LATER_FIRST_STEP, Act.CLOSE_IN_RT})
"""What no grave case is offered, whoever has taken it over."""

RULES: tuple[Rule, ...] = (
    Rule(
        key="R1", holds=lambda facts: facts.is_sexual, blocks=_NO_PEACE, panels=(Panel.STOP,),
        basis="UU 12/2022 pasal 23; Kemenkes 2022, tata laksana korban kekerasan seksual",
    ),
    Rule(
        key="R2", holds=lambda facts: facts.is_sexual and facts.offender_is_child,
        offers=(Offer.OTHER_CHILD,), words=("r2.diversion",),
        basis="UU 12/2022 pasal 23; UU 11/2012 pasal 7",
    ),
    Rule(
        key="R3", holds=lambda facts: facts.is_marriage, blocks=_NO_PEACE, panels=(Panel.STOP,),
        basis="UU 12/2022 pasal 10 dan 23; UU 16/2019",
    ),
    Rule(
        key="R4",
        holds=lambda facts: facts.is_pressing or (
            facts.is_stopped and not (facts.is_sexual or facts.is_marriage)
        ),
        blocks=_NO_PEACE, panels=(Panel.STOP,), words=("r4.today",),
        basis="UU 35/2014 pasal 59",
    ),
    Rule(
        key="R5", holds=lambda facts: facts.is_danger, panels=(Panel.DANGER_FORM,),
        basis="Standar layanan UPTD PPA: risiko tinggi ditangani seketika",
    ),
    Rule(
        key="R6", holds=lambda facts: facts.is_child and facts.is_violence,
        blocks=frozenset({Act.CLOSE_IN_RT}),
        basis="UU 35/2014 pasal 76C",
    ),
    Rule(
        key="R7", holds=lambda facts: facts.may_talk, offers=(Offer.FAMILY_TALK,),
        words=("r7.family_talk",),
        basis="Permen PPPA 2/2022",
    ),
    Rule(
        key="R8", holds=_always, where=Where.TEXT, words=("r8.only_seen",),
        basis="Praktik pendampingan",
    ),
    Rule(
        key="R9", holds=_always, blocks=frozenset({Act.PICTURES}), words=("r9.no_pictures",),
        basis="UU 11/2012 pasal 19",
    ),
    Rule(
        key="R10", holds=_always, where=Where.PAPER, words=("r10.no_identity",),
        basis="UU 11/2012 pasal 19 dan 97; UU 35/2014 pasal 17 ayat 2",
    ),
    Rule(
        key="R11", holds=lambda facts: facts.level != GREEN or facts.is_waiting,
        offers=(Offer.REMINDER,),
        basis="UU 12/2022: laporan diteruskan dalam 3 x 24 jam, dan pasal 85",
    ),
    Rule(
        key="R12", holds=_always, where=Where.LIST, words=("r12.maybe_same",),
        basis="Perlindungan data",
    ),
    Rule(
        key="R13", holds=_always, where=Where.JOINING, words=("r13.no_old_notes",),
        basis="Perlindungan data",
    ),
    Rule(
        key="R14", holds=lambda facts: facts.is_refused_by_adult,
        offers=(Offer.CONTACT_CARD, Offer.SAFETY_PLAN), words=("r14.her_choice",),
        basis="UU 23/2004 pasal 15 dan 26",
    ),
    Rule(
        key="R15", holds=lambda facts: facts.parent_is_feared,
        blocks=frozenset({Act.PARENT_CONSENT}), words=("r15.parent",),
        basis="UU 27/2022 pasal 20",
    ),
    Rule(
        key="R16", holds=lambda facts: facts.is_violence, panels=(Panel.ASK_INSIDER,),
        basis="Benturan kepentingan",
    ),
    Rule(
        key="R17", holds=lambda facts: facts.offender_is_under_12, offers=(Offer.OTHER_CHILD,),
        words=("r17.under_12",),
        basis="UU 11/2012 pasal 21",
    ),
    Rule(
        key="R18", holds=_always, where=Where.TEXT, words=("r18.move",),
        basis="UU 27/2022: minimalisasi",
    ),
    Rule(
        key="R19", holds=lambda facts: facts.is_school, offers=(Offer.SCHOOL_COPY,),
        words=("r19.school",),
        basis="Permendikbudristek 46/2023",
    ),
    Rule(
        key="R20", holds=_always, where=Where.PAPER, words=("r20.no_numbers",),
        basis="Ambang statistik",
    ),
    Rule(
        key="R21", holds=lambda facts: facts.keeps_away, blocks=frozenset({Act.VISIT}),
        words=("r21.not_home",),
        basis="Jangan menambah bahaya",
    ),
    Rule(
        key="R22", holds=lambda facts: facts.is_refused_by_family,
        blocks=frozenset({Act.CLOSING, Act.CLOSE_IN_RT}), panels=(Panel.CALL_UPTD_TODAY,),
        words=("r22.ask_uptd",),
        basis="UU 35/2014 pasal 72 dan 76C; UU 23/2002 pasal 78",
    ),
)  # fmt: skip

ALL_RULES = tuple(rule.key for rule in RULES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the rules say of one case as it stands. Keys are those of the code lists.

    `computed` follows from what is ticked; `triage` never falls below what was saved. `stop` and
    `warnings` are keys of words, in the order in which they are said; `visit` is what is said
    beside a visit. `bases` are the legal bases a chip may offer.
    """

    triage: str
    computed: str
    group: str
    is_child: bool
    is_violence: bool
    rules: tuple[str, ...]
    blocked: frozenset[Act]
    panels: tuple[Panel, ...]
    stop: tuple[str, ...]
    warnings: tuple[str, ...]
    offers: tuple[Offer, ...]
    next_steps: tuple[Step, ...]
    follow_up_kinds: tuple[str, ...]
    services: tuple[str, ...]
    bases: tuple[str, ...]
    consent_givers: tuple[str, ...]
    visit: str

    def allows(self, act: Act) -> bool:
        """Say whether no rule bars `act`."""
        return act not in self.blocked


def judge(dossier: Dossier, today: date) -> Judgement:
    """Say what the rules make of a case, saved or half typed."""
    return judged(facts_of(dossier), today)


def judged(facts: Facts, today: date) -> Judgement:
    """Say what the rules make of the facts of a case."""
    held = [rule for rule in RULES if rule.holds(facts)]
    blocked = frozenset(act for rule in held for act in rule.blocks) | _also_blocked(facts)
    return Judgement(
        triage=facts.level,
        computed=facts.computed,
        group=facts.group,
        is_child=facts.is_child,
        is_violence=facts.is_violence,
        rules=tuple(rule.key for rule in held if rule.where is Where.CASE),
        blocked=blocked,
        panels=_panels(facts, held),
        stop=_stop_lines(facts, held),
        warnings=_warnings(facts, held),
        offers=tuple(dict.fromkeys(offer for rule in held for offer in rule.offers)),
        next_steps=escalation.steps(facts, today),
        follow_up_kinds=_follow_up_kinds(blocked),
        services=codes.SERVICES,
        bases=_bases(facts),
        consent_givers=_givers(facts),
        visit=visit_words(facts),
    )


def _also_blocked(facts: Facts) -> frozenset[Act]:
    """Return what is barred because no rule opens it: family talk is for R7 alone."""
    blocked = set() if facts.may_talk else {Act.FAMILY_TALK, Act.AGREEMENT}
    if facts.is_barred and not facts.is_taken_over:
        blocked.add(Act.CLOSING)
    return frozenset(blocked)


def _panels(facts: Facts, held: list[Rule]) -> tuple[Panel, ...]:
    panels = dict.fromkeys(panel for rule in held for panel in rule.panels)
    if facts.is_violence and not facts.danger_was_asked:
        panels[Panel.ASK_DANGER] = None
    return tuple(each for each in Panel if each in panels)


def _stop_lines(facts: Facts, held: list[Rule]) -> tuple[str, ...]:
    """Return the lines of the stop panel in order; none where it does not open."""
    if not any(Panel.STOP in rule.panels for rule in held):
        return ()
    who = "child" if facts.is_child else "adult"
    lines = {
        "stop.title": True,
        "stop.call": True,
        f"stop.three_days_{who}": facts.is_sexual,
        f"stop.donts_{who}": True,
        "stop.no_peace": facts.is_sexual or facts.is_marriage,
        f"stop.not_alone_{who}": facts.wants_to_die,
    }
    return tuple(key for key, is_said in lines.items() if is_said)


def _warnings(facts: Facts, held: list[Rule]) -> tuple[str, ...]:
    words = [key for rule in held if rule.where is Where.CASE for key in rule.words]
    if facts.is_violence and facts.level == YELLOW:
        words.insert(0, f"yellow.violence_{'child' if facts.is_child else 'adult'}")
    return tuple(dict.fromkeys(words))


def visit_words(facts: Facts) -> str:
    """Return the key of what is said beside a visit."""
    if facts.keeps_away:
        return "r21.not_home"
    return "visit.pair" if facts.is_child else "visit.adult"


def _follow_up_kinds(blocked: frozenset[Act]) -> tuple[str, ...]:
    barred = {FAMILY_TALK: Act.FAMILY_TALK, VISIT: Act.VISIT}
    return tuple(kind for kind in codes.FOLLOW_UPS if barred.get(kind) not in blocked)


def _bases(facts: Facts) -> tuple[str, ...]:
    if facts.parent_is_feared or facts.is_refused_by_family:
        return ("kepentingan_vital", "kewajiban_hukum")
    return codes.LEGAL_BASES


def _givers(facts: Facts) -> tuple[str, ...]:
    unfit = {"korban_dewasa"} if facts.is_child else {"anak", "orang_tua", "wali"}
    if facts.parent_is_feared:
        unfit |= {"orang_tua"}
    return tuple(each for each in codes.CASE_CONSENT_GIVERS if each not in unfit)
