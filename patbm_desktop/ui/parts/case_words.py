"""How screens name a case, in plain words: never a name, an address or what was told."""

from collections.abc import Sequence
from datetime import date, time
from functools import cache

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions import wording
from patbm_desktop.actions.cases import concerns
from patbm_desktop.actions.cases.case_rows import Row, State
from patbm_desktop.actions.kelurahan.case_access import Opening, Reader
from patbm_desktop.domain.clock import time_words
from patbm_desktop.domain.days import clock_time
from patbm_desktop.domain.reading import Unreadable
from patbm_desktop.domain.second_look import SecondLook
from patbm_desktop.domain.triage import CHILD_AGES
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.activity_words import Look, step_look

PLAIN_ICON = "shield"
SAYS_NOTHING = {State.OPEN, State.CLOSED}


def label(codes: str, key: str | None) -> str:
    """Return the label of a key, empty where there is none."""
    return wording.label(codes, key, strings.language()) if key else ""


def rule(key: str, address: str | None = None, **facts: str | int) -> str:
    """Return what a rule of safeguarding says."""
    return wording.rule_words(key, strings.language(), address, **facts)


def title_of(category: str | None) -> str:
    """Return what a case is about, as its chip says it; what cannot be read here says so."""
    if category is None:
        return QCoreApplication.translate("CaseWords", "Isi terkunci di laptop ini")
    return label("category_plain", category)


def icon_of(category: str | None) -> str:
    """Return the icon of the chip for `category`."""
    return _icons().get(category or "", PLAIN_ICON if category else "lock")


@cache
def _icons() -> dict[str, str]:
    found: dict[str, str] = {}
    plain_first = sorted(concerns.concerns("id"), key=lambda each: bool(each.options))
    for concern in plain_first:
        for option in concern.options or (None,):
            sets = concerns.chosen(concern.key, option.key if option else None, None)
            if sets is not None:
                found.setdefault(sets.category, concern.icon)
    return found


def band_of(age: str | None) -> str:
    """Return a band of age as people write it: ``6–12``."""
    return (age or "").replace("-", "–")


def who_of(age: str | None, sex: str | None) -> str:
    """Return whom it is about: ``Anak perempuan, 6–12``; empty while nobody has said."""
    translate = QCoreApplication.translate
    if age in CHILD_AGES:
        who = {
            "P": translate("CaseWords", "Anak perempuan"),
            "L": translate("CaseWords", "Anak laki-laki"),
        }.get(sex or "", translate("CaseWords", "Anak"))
    else:
        who = label("sex", sex)
    return ", ".join(part for part in (who, band_of(age)) if part)


def status_look(status: str) -> Look:
    """Return how a status is shown: an icon, a tone, a pill and its word."""
    looks = {
        "baru": ("notebook-pen", "primary", "soft"),
        "didampingi": ("heart-handshake", "primary", "soft"),
        "dirujuk": ("send", "info", "info"),
        "diterima_layanan": ("send", "info", "info"),
        "dipantau": ("eye", "primary", "soft"),
        "selesai": ("circle-check", "ok", "ok"),
        "bukan_kasus": ("x", "text2", "neutral"),
    }
    icon, tone, pill = looks.get(status, ("shield", "text2", "neutral"))
    return Look(icon, tone, pill, label("case_status", status))


def state_words(state: State) -> str:
    """Return what a list says of a case beside its status; empty where there is nothing to say."""
    translate = QCoreApplication.translate
    words = {
        State.HIDDEN: translate("CaseWords", "Disembunyikan"),
        State.CONTESTED: translate("CaseWords", "Dua versi"),
        State.TWO_VERSIONS: translate("CaseWords", "Dua versi"),
        State.WAITING_FOR_CASE: translate("CaseWords", "Menunggu data kasus"),
        State.LOCKED: translate("CaseWords", "Sebagian terkunci"),
        State.NEWER: translate("CaseWords", "Perlu versi baru"),
        State.FROZEN: translate("CaseWords", "Dibekukan"),
    }
    return words.get(state, "")


def remark_of(row: Row) -> str:
    """Return the one thing a person should know of a row beside its status."""
    if row.state not in SAYS_NOTHING:
        return state_words(row.state)
    if row.look is SecondLook.WAITING:
        return rule("second_look.waiting")
    if row.look is SecondLook.TO_BE_SEEN:
        return rule("second_look.to_be_seen")
    if row.flags:
        return QCoreApplication.translate("CaseWords", "Perlu dilihat lagi")
    return reason_words(row)


def reason_words(row: Row) -> str:
    """Return why a case was closed, empty while it is not."""
    return label("status_reason", row.reason)


def next_words(what: str | None) -> str:
    """Return what comes next, as a list says it."""
    return label("next_step_plain", what)


def due_words(row: Row) -> str:
    """Return when the next step is due: ``Lewat 2 hari``, ``Hari ini``, or its day."""
    days, on = row.overdue_days, row.next.on if row.next else None
    if days is not None:
        return overdue_words(days)
    return strings.day_short(on) if on else ""


def overdue_words(days: int) -> str:
    """Return how late something is; 0 is today."""
    if days <= 0:
        return QCoreApplication.translate("CaseWords", "Hari ini")
    return QCoreApplication.translate("CaseWords", "Lewat %n hari", "", days)


def due_tone(row: Row) -> str:
    """Return the tone of `due_words`: red is what is late, and nothing else."""
    days = row.overdue_days
    if days is None or row.is_over:
        return "text2"
    return "danger" if days > 0 else "warn"


def level_words(triage: str) -> str:
    """Return a level as a sentence of its own."""
    if not triage:
        return ""
    said = QCoreApplication.translate("CaseWords", "Tingkat %1")
    return strings.fill(said, label("triage", triage).lower())


def sentence_of(row: Row) -> str:
    """Return one line of the list as a screen reader says it."""
    parts = (
        row.code,
        title_of(row.category),
        who_of(row.age, row.sex),
        level_words(row.triage) if row.category is None else "",
        status_look(row.status).word if row.status else "",
        remark_of(row),
        step_look(row.step).word if row.step is not None else "",
        next_words(row.next.what if row.next else None),
        due_words(row),
    )
    return ", ".join(part for part in parts if part)


# -- people ----------------------------------------------------------------------------------


def reader_name(reader: Reader) -> str:
    """Return how a reader is called: ``Ibu Sari``, or ``Hendra (pendamping kasus)``."""
    address = strings.address(reader.address_form)
    name = reader.name or QCoreApplication.translate("CaseWords", "seseorang dari laptop lain")
    if reader.is_companion:
        return strings.fill(QCoreApplication.translate("CaseWords", "%1 (pendamping kasus)"), name)
    return f"{address} {name}".strip() if reader.is_me else name


def reader_names(readers: Sequence[Reader]) -> str:
    """Return everybody who can read, separated by commas."""
    return ", ".join(reader_name(each) for each in readers)


def opening_words(opening: Opening, today: date) -> str:
    """Return who looked and when: ``Rahmawati, hari ini``."""
    when = day_words(opening.on, today)
    name = opening.name
    if opening.helper:
        helped = QCoreApplication.translate("CaseWords", "%1, dibantu %2")
        name = strings.fill(helped, name, opening.helper)
    who = ", ".join(part for part in (name, when) if part)
    if opening.what == "buka":
        return who
    return f"{who} ({label('access_what', opening.what).lower()})"


def day_words(on: date | None, today: date) -> str:
    """Return a day near today in words, any other as a date; nothing is said of days beyond."""
    if on is None:
        return ""
    near = {
        0: QCoreApplication.translate("CaseWords", "hari ini"),
        -1: QCoreApplication.translate("CaseWords", "kemarin"),
        1: QCoreApplication.translate("CaseWords", "besok"),
    }
    if on.year != today.year:
        return near.get((on - today).days, strings.plain_day(on))
    return near.get((on - today).days, strings.day_without_weekday(on))


# -- times -----------------------------------------------------------------------------------


def time_text(at: time | None) -> str:
    """Return a time as people write it: ``08.30``, in English ``08:30``."""
    return time_words(at, strings.language()) if at else ""


def read_time(text: str) -> time | None:
    """Return the time that was typed, None for nothing.

    Raises:
        ValueError: it cannot be read as one.
    """
    if not text.strip():
        return None
    try:
        return clock_time(text)
    except Unreadable:
        raise ValueError("no time of day") from None
