"""The ten contents of a referral letter, in the order in which a service asks for them.

Each is a title, a hint for whoever writes by hand, and fields. A field without a value is a dotted
line; where there is a short list to choose from, boxes to tick stand before the dots.
"""

from collections.abc import Mapping
from typing import Any

from patbm_desktop.assets import table
from patbm_desktop.domain.case import Call
from patbm_desktop.domain.clock import plain_date, time_words
from patbm_desktop.reports.label import clean, plain
from patbm_desktop.reports.referral import Letter, said

LINES = 2
"""Dotted lines of a field that takes a sentence."""

STORY_LINES = 7

LONGEST_WHOLE = 700
"""Letters up to which a content stays on one page."""

Field = dict[str, Any]


def ten_contents(letter: Letter) -> list[dict[str, Any]]:
    """Return the ten contents; their words fit a child or an adult, as far as that is known."""
    made = (
        _identity, _reporter, _matter, _story, _condition, _done, _services, _risk, _basis,
        _attachments,
    )  # fmt: skip
    return [each(letter) for each in made]


def name_of_who(letter: Letter) -> str:
    """Return what the letter calls the person it is about."""
    return str(said("who")[letter.who])


def recipient_name(letter: Letter) -> str:
    """Return the recipient as a sentence names it; the office's own name when one was given."""
    recipient = said("recipient")[letter.to]
    own = plain(letter.addressee) if recipient.get("ask") else ""
    return own or str(recipient["short"])


def paragraphs(text: str) -> list[str]:
    """Return the lines of `text` that say something, each fit for paper."""
    return [line for each in clean(text).split("\n") if (line := plain(each))]


def written(name: str, text: str = "", lines: int = 1) -> Field:
    """Return one field: `text` line by line, or `lines` dotted ones to write on."""
    return {"name": name, "value": paragraphs(text), "choices": [], "lines": lines}


# -- pieces ------------------------------------------------------------------------------------


def _section(title: str, *fields: Field | None, **more: Any) -> dict[str, Any]:
    """Make one content; a short one never breaks over two pages."""
    shown = [each for each in fields if each is not None]
    length = sum(len(line) for each in shown for line in each["value"])
    rest = {"hint": "", "notes": [], "ticked": [], "is_whole": length < LONGEST_WHOLE}
    return {"title": title, "fields": shown, **rest, **more}


def _labels(codes: str) -> Mapping[str, str]:
    """Return the labels of a code list: the letter's own, or those that the screen shows."""
    own: Mapping[str, Mapping[str, str]] = said("choice")
    found: Mapping[str, str] = own[codes] if codes in own else table("i18n/codes.id.toml")[codes]
    return found


def _chosen(name: str, codes: str, *keys: str | None, lines: int = 1) -> Field:
    """Make a field of labels from a long list: without any it is a line to write on."""
    labels = _labels(codes)
    return written(name, ", ".join(str(labels.get(key, key)) for key in keys if key), lines)


def _ticked(name: str, codes: str, key: str | None, offered: str = "") -> Field:
    """Make a field of one label from a short list: without it the list stands there to tick."""
    return _chosen(name, codes, key) | {"choices": list(_labels(offered or codes).values())}


def _offender(letter: Letter) -> str:
    return str(said("offender")["young" if letter.is_young_offender else "adult"])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


# -- 1 to 3 ------------------------------------------------------------------------------------


def _identity(letter: Letter) -> dict[str, Any]:
    words, identity = said("content"), letter.identity
    has_guardian = letter.is_child is not False or bool(identity.guardian)
    return _section(
        words["identity"].format(who=name_of_who(letter)),
        written(words["name"], identity.name),
        _ticked(words["age"], "age_group", letter.age),
        _ticked(words["sex"], "sex", letter.sex),
        written(words["address"], identity.address, LINES),
        _ticked(words["disability"], "yes_no", letter.disability),
        written(words["guardian"], identity.guardian) if has_guardian else None,
        written(words["safe_contact"], identity.safe_contact),
    )


def _reporter(letter: Letter) -> dict[str, Any]:
    words = said("content")
    day = plain_date(letter.learned_on, "id") if letter.learned_on else ""
    return _section(
        words["reporter"],
        _chosen(words["source"], "source", letter.source),
        written(words["reporter_name"], letter.reporter),
        written(words["learned_on"], day),
    )


def _matter(letter: Letter) -> dict[str, Any]:
    words = said("content")
    category = _chosen(words["category"], "category", letter.category)
    place = _chosen(words["place"], "incident_place", letter.place_kind)
    if letter.is_violence is False:
        return _section(words["matter"], category, place if letter.place_kind else None)
    return _section(
        words["violence" if letter.is_violence else "both"],
        category,
        _chosen(words["kinds"], "violence", *letter.kinds),
        place,
        written(_capital(_offender(letter)), _offender_is(letter)),
        _chosen(words["relation"], "relation", letter.relation),
    )


def _offender_is(letter: Letter) -> str:
    sex = _labels("sex").get(letter.offender_sex or "", "")
    age = _labels("offender_age").get(letter.offender_age or "", "")
    return f"{sex}, {age.lower()}" if sex and age else sex or age


# -- 4 to 7 ------------------------------------------------------------------------------------


def _story(letter: Letter) -> dict[str, Any]:
    words = said("content")
    story = written("", letter.story, STORY_LINES)
    hint = words["story_hint"].format(who=name_of_who(letter))
    return _section(words["story"], story, hint="" if story["value"] else hint)


def _condition(letter: Letter) -> dict[str, Any]:
    words, seen = said("content"), letter.condition
    fields = (
        written(words["physical"], seen.physical),
        written(words["psychological"], seen.psychological),
        written(words["family"], seen.family),
        written(words["surroundings"], seen.surroundings),
    )
    is_known = all(each["value"] for each in fields)
    return _section(words["condition"], *fields, hint="" if is_known else words["condition_hint"])


def _done(letter: Letter) -> dict[str, Any]:
    words = said("content")
    return _section(
        words["done"],
        _chosen(words["first_action"], "first_action", *letter.first_action),
        written(words["calls"], "\n".join(_call(each) for each in letter.calls)),
        written(words["done_before"], letter.done_before, LINES),
    )


def _call(call: Call) -> str:
    words, at = said("content"), time_words(call.at, "id") if call.at else ""
    day = plain_date(call.on, "id") if call.on else ""
    form = words["call_day_time" if day else "call_time"] if at else "{day}"
    when = str(form).format(day=day, at=at)
    to = _labels("called").get(call.to, call.to)
    return str(words["call_on"].format(to=to, when=when)) if when else to


def _services(letter: Letter) -> dict[str, Any]:
    """Only what a neighbourhood may ask for: mediation is in no list, whatever a record says."""
    offered = _labels("service")
    is_uptd = letter.to == "uptd_ppa"
    shown = [key for key in offered if is_uptd or key in letter.services]
    ticked = [
        {
            "label": offered[key].format(recipient=recipient_name(letter)),
            "is_ticked": key in letter.services,
        }
        for key in shown
    ]
    is_asked = any(each["is_ticked"] for each in ticked)
    more = () if is_uptd and is_asked else (written("", "", LINES),)
    return _section(said("content")["services"], *more, ticked=ticked)


# -- 8 to 10 -----------------------------------------------------------------------------------


def _risk(letter: Letter) -> dict[str, Any]:
    words = said("content")
    together = words["lives_together"].format(offender=_offender(letter))
    about_violence = letter.is_violence is not False
    return _section(
        words["risk"],
        _ticked(words["triage"], "level", letter.triage, "triage"),
        _ticked(words["danger_now"], "known", letter.danger_now),
        _chosen(words["signs"], "sign", *letter.signs),
        _ticked(together, "known", letter.lives_together) if about_violence else None,
    )


def _basis(letter: Letter) -> dict[str, Any]:
    words, is_adult = said("content"), letter.is_child is False
    basis = said("basis")["adult" if is_adult else "child"].get(letter.legal_basis, "")
    wish = _ticked(words["child_wish"], "child_wish", letter.child_wish)
    return _section(
        words["basis"],
        written(words["consent"], _consent(letter)),
        written(words["legal_basis"], basis),
        None if is_adult else wish,
        notes=[note for note in (_refusal(letter), _not_asked(letter)) if note],
    )


def _consent(letter: Letter) -> str:
    if letter.consent is None:
        return ""
    consent = letter.consent
    day = f", {plain_date(consent.on, 'id')}" if consent.on else ""
    giver = _labels("consent_giver").get(consent.given_by, consent.given_by)
    form = _labels("consent_form").get(consent.form, "")
    return str(said("content")["consent_line"].format(giver=giver, form=form, day=day))


def _refusal(letter: Letter) -> str:
    words = said("content")
    if letter.refused_by == "keluarga":
        return str(words["refused_family" if letter.is_child is False else "refused_child"])
    if letter.refused_by == "korban":
        return str(words["refused_self"].format(who=_capital(name_of_who(letter))))
    return ""


def _not_asked(letter: Letter) -> str:
    return str(said("content")["parent_not_asked"]) if letter.parent_is_feared else ""


def _attachments(letter: Letter) -> dict[str, Any]:
    listed = "\n".join(plain(each) for each in letter.attachments)
    return _section(said("content")["attachments"], written("", listed))
