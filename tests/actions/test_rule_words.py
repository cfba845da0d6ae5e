"""The words of safeguarding: every key that is said has words in both languages, none scolds."""

import re
from datetime import date

import pytest
from hypothesis import given

from patbm_desktop.actions import wording
from patbm_desktop.assets import table
from patbm_desktop.domain import codes
from patbm_desktop.domain.case_status import ASKED_FIRST, Flag
from patbm_desktop.domain.safeguard import ALL_RULES, RULES, judge
from patbm_desktop.domain.second_look import SecondLook
from tests.actions.test_wording import FORBIDDEN
from tests.domain.test_safeguard import DOSSIERS

TODAY = date(2026, 11, 21)
LISTS = {
    "category": codes.CATEGORIES, "category_plain": codes.CATEGORIES, "sign": codes.SIGNS,
    "triage": codes.TRIAGES, "case_group": codes.CASE_GROUPS, "case_status": codes.CASE_STATUSES,
    "status_reason": codes.STATUS_REASONS, "next_step": codes.NEXT_STEPS,
    "next_step_plain": codes.NEXT_STEPS, "delay": codes.DELAYS, "confirmed": codes.CONFIRMED,
    "frozen_reason": codes.FROZEN_REASONS, "known": codes.KNOWN, "yes_no": codes.YES_NO,
    "called": codes.CALLED, "source": codes.SOURCES, "first_action": codes.FIRST_ACTIONS,
    "violence": codes.VIOLENCE, "incident_place": codes.INCIDENT_PLACES,
    "relation": codes.RELATIONS, "offender_age": codes.OFFENDER_AGES,
    "child_wish": codes.CHILD_WISHES, "ampk": codes.AMPK, "legal_basis": codes.LEGAL_BASES,
    "follow_up": codes.FOLLOW_UPS, "follow_up_result": codes.FOLLOW_UP_RESULTS,
    "referral_to": codes.REFERRED_TO, "means": codes.MEANS, "service": codes.SERVICES,
    "outcome": codes.OUTCOMES, "refused_by": codes.REFUSED_BY,
    "attachment_kind_case": codes.CASE_ATTACHMENT_KINDS,
    "consent_kind_case": codes.CASE_CONSENT_KINDS,
    "consent_giver_case": codes.CASE_CONSENT_GIVERS, "access_what": codes.ACCESSES,
}  # fmt: skip


def every(language):
    for section, rows in table(f"i18n/safeguard.{language}.toml").items():
        for key, written in rows.items():
            yield f"{section}.{key}", [written] if isinstance(written, str) else written


def test_both_languages_have_the_same_keys():
    assert {key for key, _ in every("id")} == {key for key, _ in every("en")}


@pytest.mark.parametrize("language", wording.LANGUAGES)
@pytest.mark.parametrize("name", LISTS)
def test_every_key_has_a_label(name, language):
    assert set(wording.labels(name, language)) == set(LISTS[name])


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_rule_flag_and_look_has_words(language):
    keys = [f"rule.{rule}" for rule in ALL_RULES]
    keys += [f"flag.{flag}" for flag in Flag] + [*ASKED_FIRST.values()]
    keys += [f"second_look.{look}" for look in SecondLook if look is not SecondLook.NONE]
    keys += [key for rule in RULES for key in rule.words]
    assert all(wording.rule_words(key, language) for key in keys)
    assert all(rule.basis for rule in RULES)


@given(DOSSIERS)
def test_whatever_the_rules_say_there_are_words_for_it(dossier):
    judged = judge(dossier, TODAY)
    for key in (*judged.stop, *judged.warnings, judged.visit):
        for language in wording.LANGUAGES:
            assert wording.rule_words(key, language)


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_the_last_of_several_needs_no_filling_and_an_address_has_a_twin(language):
    for key, candidates in every(language):
        assert wording.fillings(candidates[-1]) == set() or key == "r11.no_news", key
        assert not ("sapaan" in wording.fillings(candidates[0]) and len(candidates) == 1)


def test_no_sentence_scolds_and_nobody_is_called_by_a_pronoun():
    for key, candidates in every("id"):
        assert not any(FORBIDDEN.search(each) for each in candidates), key


def test_the_person_feared_is_never_called_an_offender_outright():
    bare = re.compile(r"(?<!terduga )\bpelaku\b", re.IGNORECASE)
    assert not [key for key, each in every("id") if any(bare.search(text) for text in each)]


def test_an_address_and_a_number_are_filled_in_or_gone_without():
    assert wording.rule_words("stop.title", "id", "ibu").startswith("Untuk hal ini Ibu tidak")
    assert wording.rule_words("stop.title", "id", "tanpa").startswith("Untuk hal ini tidak")
    assert "0821" in wording.rule_words("stop.call", number="0821 0000 0000")
    assert "UPTD" not in wording.rule_words("stop.call")
    said = wording.rule_words("r11.no_news", days=3, uptd="0821", bidang="0816")
    assert said.startswith("Belum ada kabar sejak 3 hari. Telepon 0821 (UPTD PPA), lalu Bidang PA")


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_mediation_is_offered_in_no_words(language):
    told = [text for name in LISTS for text in wording.labels(name, language).values()]
    assert not [text for text in told if "mediasi" in text.lower() or "mediation" in text.lower()]
