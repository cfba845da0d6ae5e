"""What stops an activity from being kept, in the order of the questions, and how it is said."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions import wording
from patbm_desktop.domain.activity import Activity, reasons
from patbm_desktop.domain.activity_kinds import ACTIVITY
from patbm_desktop.domain.reason import Problem, Reason
from patbm_desktop.ui.strings import language

FIRST = {"program": -3, "type": -2, "date": -1}
"""Fields of the first questions; the others follow in the order of the field table."""


def problems_of(activity: Activity, today: date | None, unread: Iterable[Problem]) -> list[Problem]:
    """Return what stops `activity`; `unread` is what was typed and cannot be read.

    A plan needs a day, or nobody could be reminded of it.
    """
    found = [*reasons(activity, today), *unread]
    if activity.planned and activity.date is None:
        found.append(Problem("date", Reason.REQUIRED))
    order = list(ACTIVITY.fields)
    return sorted(found, key=lambda each: FIRST.get(each.field, order.index(each.field)))


def problem_words(problem: Problem) -> str:
    """Return the sentence beside the question of `problem`."""
    if problem.reason is Reason.REQUIRED and problem.field in {"program", "type"}:
        return QCoreApplication.translate("ActivityProblem", "Pilih dulu kegiatannya (nomor 1).")
    if problem.reason is Reason.REQUIRED and problem.field == "date":
        return QCoreApplication.translate("ActivityProblem", "Pilih dulu tanggalnya (nomor 2).")
    field = ACTIVITY.fields[problem.field]
    return wording.sentence(
        problem.reason, language(), low=field.low, high=field.high, most=field.longest
    )
