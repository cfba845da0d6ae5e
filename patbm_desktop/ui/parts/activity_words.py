"""How screens name an activity and say its numbers and its state, in the same words everywhere."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions import wording
from patbm_desktop.actions.activities import choices
from patbm_desktop.actions.activities.activity_list import MonthTotal
from patbm_desktop.actions.activities.activity_rows import OF_STEP, ActivityRow, State
from patbm_desktop.actions.travel.how_far import Step
from patbm_desktop.domain.activity import Activity, Count4
from patbm_desktop.ui import strings

PLAIN_ICON = "ellipsis"
NONE = "–"
"""Stands for what nobody wrote down, which is not 0."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a state is shown: an icon, a tone of the theme, a status of a pill, and a word."""

    icon: str
    tone: str
    status: str
    word: str


def name_of(activity: Activity) -> str:
    """Return what a person calls this activity: its own title, its chip, or its type."""
    return activity.title or kind_of(activity)


def kind_of(activity: Activity) -> str:
    """Return the chip of an activity, or its type where no chip stands for it."""
    preset = choices.preset_of(activity, strings.language())
    if preset:
        return preset.label
    if activity.type is None:
        return QCoreApplication.translate("ActivityWords", "Kegiatan")
    return short_label("type", activity.type)


def short_label(codes: str, key: str) -> str:
    """Return the label of a key that fits a cell of a table."""
    return wording.label(f"{codes}_short", key, strings.language())


def icon_of(activity: Activity) -> str:
    """Return the icon of the chip of this activity."""
    preset = choices.preset_of(activity)
    return preset.icon if preset else PLAIN_ICON


def topics_of(activity: Activity) -> str:
    """Return the topics in the plain words of the chips; empty where there are none."""
    labels = {topic.key: topic.label for topic in choices.topics(strings.language())}
    return ", ".join(labels.get(topic, topic) for topic in activity.topics)


def people(count: int) -> str:
    """Return ``19 orang``."""
    return QCoreApplication.translate("ActivityWords", "%Ln orang", "", count)


def heads_of(activity: Activity) -> str:
    """Return how many came, ``±19 orang`` for an estimate, a dash when nobody counted."""
    heads = activity.participants
    if heads is None:
        return NONE
    return f"{'±' if activity.estimated else ''}{people(heads.total)}"


def breakdown_of(heads: Count4 | None) -> str:
    """Return who they were: men and women, or grown-ups and children when both came."""
    if heads is None:
        return ""
    if heads.children and heads.dewasa_l + heads.dewasa_p:
        grown = heads.dewasa_l + heads.dewasa_p
        translate = QCoreApplication.translate
        return ", ".join(
            (
                translate("ActivityWords", "%Ln dewasa", "", grown),
                translate("ActivityWords", "%Ln anak", "", heads.children),
            )
        )
    return strings.fill(
        QCoreApplication.translate("ActivityWords", "%1 L, %2 P"), heads.male, heads.female
    )


def look_of(state: State) -> Look:
    """Return how a list shows `state`; each has an icon and a word, so colour is never alone."""
    translate = QCoreApplication.translate
    two = Look("git-compare", "warn", "warn", translate("ActivityWords", "Dua versi"))
    looks = {
        State.DRAFT: Look("pencil-line", "info", "info", translate("ActivityWords", "Draf")),
        State.PLANNED: Look("calendar", "primary", "soft", translate("ActivityWords", "Rencana")),
        State.INCOMPLETE: Look(
            "circle-dashed", "warn", "warn", translate("ActivityWords", "Belum lengkap")
        ),
        State.TWO_VERSIONS: two,
        State.CONTESTED: two,
        State.LOCKED: Look("lock", "text2", "neutral", translate("ActivityWords", "Belum terbuka")),
        State.NEWER: Look(
            "download", "warn", "warn", translate("ActivityWords", "Perlu versi baru")
        ),
        State.VOID: Look("trash-2", "text2", "neutral", translate("ActivityWords", "Dihapus")),
        State.SAFE: Look(
            "laptop", "text2", "neutral", translate("ActivityWords", "Aman di laptop")
        ),
    }
    steps = {named: step for step, named in OF_STEP.items() if step is not None}
    return step_look(steps[state]) if state in steps else looks[state]


def step_look(step: Step) -> Look:
    """Return how far a note has come, in the same words wherever it is said."""
    translate = QCoreApplication.translate
    looks = {
        Step.WAITS: ("laptop", "text2", "neutral", translate("ActivityWords", "Menunggu dikirim")),
        Step.SENT: ("arrow-up-right", "text2", "neutral", translate("ActivityWords", "Dikirim")),
        Step.STOPPED: (
            "inbox", "warn", "warn", translate("ActivityWords", "Menunggu koordinator")
        ),
        Step.BAD: ("circle-alert", "warn", "warn", translate("ActivityWords", "Belum diterima")),
        Step.RECEIVED: ("check-check", "ok", "ok", translate("ActivityWords", "Terkirim")),
    }  # fmt: skip
    return Look(*looks[step])


def more_of(state: State, step: Step | None) -> Look | None:
    """Return how far a note has come where its state says something more pressing; else None."""
    return None if step is None or state is OF_STEP[step] else step_look(step)


def totals_of(total: MonthTotal) -> str:
    """Return what a month or a list adds up to: ``3 kegiatan · 55 peserta · 1 draf``.

    A month of plans alone says nothing of activities held.
    """
    translate = QCoreApplication.translate
    said = []
    if total.activities or not (total.planned or total.drafts):
        said = [
            translate("ActivityWords", "%Ln kegiatan", "", total.activities),
            translate("ActivityWords", "%Ln peserta", "", total.participants),
        ]
    if total.drafts:
        said.append(translate("ActivityWords", "%Ln draf", "", total.drafts))
    if total.planned:
        said.append(translate("ActivityWords", "%Ln rencana", "", total.planned))
    if total.incomplete:
        said.append(translate("ActivityWords", "%Ln belum lengkap", "", total.incomplete))
    return " · ".join(said)


def evidence_of(row: ActivityRow) -> str:
    """Return what is attached, in words; empty when nothing is."""
    translate = QCoreApplication.translate
    said = []
    if row.photos:
        said.append(translate("ActivityWords", "%n foto", "", row.photos))
    if row.lists:
        said.append(translate("ActivityWords", "%n daftar hadir", "", row.lists))
    return ", ".join(said)


def sentence_of(row: ActivityRow) -> str:
    """Return one line of a list as a screen reader says it."""
    activity = row.activity
    day = strings.day(activity.date) if activity.date else ""
    heads = activity.participants
    counted = f"{heads_of(activity)}, {breakdown_of(heads)}" if heads else ""
    more = more_of(row.state, row.step)
    parts = (
        day,
        name_of(activity),
        topics_of(activity),
        row.place_name,
        counted,
        evidence_of(row),
        look_of(row.state).word,
        more.word if more else "",
    )
    return ", ".join(part for part in parts if part)
