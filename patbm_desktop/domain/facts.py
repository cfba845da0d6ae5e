"""What the rules of safeguarding ask of a case; each answer is worked out when it is first asked.

What nobody told gets the more careful answer.
"""

from functools import cached_property

from patbm_desktop.domain import triage
from patbm_desktop.domain.case import CaseDetail, Dossier
from patbm_desktop.domain.follow_up import SAFETY_CHECK, UPTD_SAID
from patbm_desktop.domain.level import GREEN, RED, higher
from patbm_desktop.domain.referral import PROTECTORS
from patbm_desktop.domain.triage import FamilyTalk

_UNKNOWN = CaseDetail()


class Facts:
    """Answers about one case."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._detail = dossier.detail or _UNKNOWN
        self.status = dossier.case.status.value

    # -- how pressing it is ------------------------------------------------------------------

    @cached_property
    def computed(self) -> str:
        """The level that follows from what is ticked now."""
        return triage.computed(self._detail, is_decided=self._dossier.standing.is_decided)

    @cached_property
    def level(self) -> str:
        """The level that stands: what is ticked never lowers what was saved."""
        return higher(self.computed, self._dossier.standing.level or self._dossier.case.triage)

    @cached_property
    def peak(self) -> str:
        """The level by which the law bars: the highest that no second person has lowered."""
        return higher(self.level, self._dossier.standing.peak)

    @property
    def group(self) -> str:
        """The group that the category counts in."""
        return triage.start_of(self._detail.category).group

    # -- what it is about --------------------------------------------------------------------

    @cached_property
    def is_child(self) -> bool:
        """Whether the rules see somebody under 18."""
        return triage.is_child(self._detail)

    @cached_property
    def is_violence(self) -> bool:
        """Whether the rules about violence hold."""
        return triage.is_violence(self._detail)

    @cached_property
    def is_sexual(self) -> bool:
        """Whether it is sexual violence (R1)."""
        return triage.is_sexual(self._detail)

    @property
    def is_marriage(self) -> bool:
        """Whether a child is to be married, or somebody against their will (R3)."""
        return triage.is_marriage(self._detail)

    @property
    def is_pressing(self) -> bool:
        """Whether something else makes it red (R4)."""
        return triage.is_pressing(self._detail)

    @property
    def is_danger(self) -> bool:
        """Whether there is danger now (R5)."""
        return self._detail.danger_now == "ya"

    @property
    def danger_was_asked(self) -> bool:
        """Whether somebody answered the question about danger."""
        return self._detail.danger_now is not None

    @property
    def wants_to_die(self) -> bool:
        """Whether somebody wants to end their life."""
        return "ingin_mati" in self._detail.signs

    @property
    def lives_together(self) -> bool:
        """Whether the person feared lives in the same home."""
        return self._detail.lives_together == "ya"

    @property
    def parent_is_feared(self) -> bool:
        """Whether a parent of a child is the one who is feared (R15)."""
        return self.is_child and self._detail.relation == "orang_tua"

    @property
    def offender_is_child(self) -> bool:
        """Whether the one who is feared is under 18 (R2)."""
        return self._detail.offender.age in {"0-11", "12-17"}

    @property
    def offender_is_under_12(self) -> bool:
        """Whether the one who is feared is under 12 (R17)."""
        return self._detail.offender.age == "0-11"

    @property
    def is_school(self) -> bool:
        """Whether a school has to do with it (R19)."""
        return self._detail.place_kind == "sekolah" or self._detail.source == "guru"

    # -- who has taken over, who refuses -----------------------------------------------------

    @cached_property
    def uptd_has_received(self) -> bool:
        """Whether UPTD PPA or the police have taken over."""
        return any(each.is_received and each.to in PROTECTORS for each in self._dossier.referrals)

    @cached_property
    def somebody_has_received(self) -> bool:
        """Whether any service has taken over."""
        return any(each.is_received for each in self._dossier.referrals)

    @property
    def is_taken_over(self) -> bool:
        """Whether the service that must take over has done so."""
        return self.uptd_has_received if self.is_violence else self.somebody_has_received

    @property
    def is_waiting(self) -> bool:
        """Whether a letter was handed over and not answered."""
        return any(each.is_waiting for each in self._dossier.referrals)

    @property
    def came_back(self) -> bool:
        """Whether a letter was turned down, passed on or not wanted."""
        return any(
            each.refused_by or each.outcome in ("ditolak", "dialihkan")
            for each in self._dossier.referrals
        )

    @cached_property
    def is_refused_by_family(self) -> bool:
        """Whether R22 rules: the family of a child refuses, and nobody else has taken over."""
        refuses = any(each.refused_by == "keluarga" for each in self._dossier.referrals)
        return refuses and self.is_child and self.is_violence and not self.uptd_has_received

    @cached_property
    def is_refused_by_adult(self) -> bool:
        """Whether R14 rules: a grown-up decided for herself, and has not changed her mind."""
        letters = self._dossier.referrals
        refuses = any(each.refused_by == "korban" for each in letters)
        went_on = any(
            each.to in PROTECTORS and (each.is_waiting or each.is_received) for each in letters
        )
        return refuses and not went_on and not self.is_child

    # -- what was done -----------------------------------------------------------------------

    @cached_property
    def has_follow_up(self) -> bool:
        """Whether anything was done after the first note."""
        return bool(self._dossier.follow_ups)

    @cached_property
    def is_contacted(self) -> bool:
        """Whether the first step is made: a call, a letter handed over, a follow-up."""
        is_sent = any(each.sent or each.outcome for each in self._dossier.referrals)
        return self.has_follow_up or is_sent or bool(self._detail.called)

    @property
    def uptd_was_asked(self) -> bool:
        """Whether UPTD PPA has said something."""
        return any(each.kind == UPTD_SAID for each in self._dossier.follow_ups)

    @property
    def safety_checks(self) -> int:
        """How often somebody asked whether she is safe."""
        return sum(each.kind == SAFETY_CHECK for each in self._dossier.follow_ups)

    # -- what rules it -----------------------------------------------------------------------

    @cached_property
    def may_talk(self) -> bool:
        """Whether the families may sit together about it (R7)."""
        if self.is_violence or self.peak == RED:
            return False
        talk = triage.start_of(self._detail.category).family_talk
        return talk is FamilyTalk.YES or (talk is FamilyTalk.WHILE_GREEN and self.peak == GREEN)

    @cached_property
    def is_stopped(self) -> bool:
        """Whether the stop panel rules the case: R1, R3 or R4."""
        return self.is_sexual or self.is_marriage or self.level == RED

    @property
    def is_barred(self) -> bool:
        """Whether talk and closing are barred: also where one person alone lowered the level."""
        return self.is_stopped or self.peak == RED

    @cached_property
    def keeps_away(self) -> bool:
        """Whether nobody may go to the home before UPTD PPA has advised it (R21)."""
        at_risk = self.is_violence or self.peak == RED or self.lives_together
        is_advised = any(each.lifts_the_bar_on_visits for each in self._dossier.follow_ups)
        return self.is_child and at_risk and not is_advised


def facts_of(dossier: Dossier) -> Facts:
    """Return the answers about a case, saved or half typed."""
    return Facts(dossier)
