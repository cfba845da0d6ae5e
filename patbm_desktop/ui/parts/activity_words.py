"""How screens name an activity: by its chip where there is one, else by its type."""

from patbm_desktop.actions import choices, wording
from patbm_desktop.domain.activity import Activity
from patbm_desktop.ui import strings

PLAIN_ICON = "ellipsis"


def name_of(activity: Activity) -> str:
    """Return what a person calls this activity: its own title, its chip, or its type."""
    if activity.title:
        return activity.title
    preset = choices.preset_of(activity, strings.language())
    if preset:
        return preset.label
    return wording.label("type", activity.type or "lainnya", strings.language())


def icon_of(activity: Activity) -> str:
    """Return the icon of the chip of this activity."""
    preset = choices.preset_of(activity)
    return preset.icon if preset else PLAIN_ICON


def topics_of(activity: Activity) -> str:
    """Return the topics in the plain words of the chips; empty where there are none."""
    labels = {topic.key: topic.label for topic in choices.topics(strings.language())}
    return ", ".join(labels.get(topic, topic) for topic in activity.topics)
