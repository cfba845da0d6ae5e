"""What the form knows of sessions that stand: the last of its kind, one that may be the same."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from patbm_desktop.actions import wording
from patbm_desktop.actions.activities.activity_list import LastLike
from patbm_desktop.actions.activities.activity_rows import ActivityRow
from patbm_desktop.actions.activities.choices import Choices
from patbm_desktop.domain.activity import Activity
from patbm_desktop.ui.forms.activity_body import ActivityBody
from patbm_desktop.ui.forms.activity_where import Where
from patbm_desktop.ui.strings import fill, language, plain_day

ASK_AFTER_MS = 400
"""Whether the session stands already is asked this long after day, kind or place changed."""


class LastTime(QObject):
    """Offers to fill the form like the last session of its kind; `used` says that it was done."""

    used = Signal()

    def __init__(self, form: ActivityBody) -> None:
        super().__init__(form)
        self._form = form
        self._last: LastLike | None = None
        form.same.used.connect(self.use)

    def forget(self) -> None:
        """Know of no last session."""
        self._last = None
        self._form.same.hide()

    def show(self, last: LastLike | None, choices: Choices | None) -> None:
        """Offer `last`; nothing where there is none, or its day is not known."""
        self._last = last
        day = last.activity.date if last else None
        if last and day:
            self._form.same.show_last(
                self._words(day, choices), _preset_label(last.activity, choices)
            )
        self._form.same.setVisible(day is not None)

    def use(self) -> None:
        """Take kind, themes and place from the last session; no numbers."""
        if self._last is None:
            return
        last, form = self._last.activity, self._form
        form.what.set_kind(last.program, last.type)
        form.topics.set_topics(last.topics)
        form.where.set_where(
            Where(
                place_id=last.place_id,
                place_name="" if last.place_id else self._last.place_name,
                held_by=last.held_by,
            )
        )
        form.where.answered()
        form.same.hide()
        form.counts.focus_first()
        self.used.emit()

    def _words(self, when: date, choices: Choices | None) -> str:
        today = choices.clock_says if choices else when
        if (when.year, when.month) == (today.year, today.month):
            return fill(self.tr("tanggal %1"), when.day)
        return plain_day(when)


class Doubles(QObject):
    """Asks, a moment after a change, whether the session was noted before; stops nothing.

    `activity` gives the session as the form has it. `asked` gives it on with the name of its place.
    """

    asked = Signal(object, str)
    opened = Signal(str)

    def __init__(self, form: ActivityBody, activity: Callable[[], Activity]) -> None:
        super().__init__(form)
        self._form, self._activity = form, activity
        self._rows: tuple[ActivityRow, ...] = ()
        self._asked_about: object = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(ASK_AFTER_MS)
        self._pause.timeout.connect(self._ask)
        form.double_asked.connect(self._open)

    def forget(self) -> None:
        """Know of no other session, and ask anew about the next."""
        self._rows, self._asked_about = (), None

    def ask_soon(self) -> None:
        """Ask once nothing has changed for a moment."""
        self._pause.start()

    def show(self, rows: Sequence[ActivityRow]) -> None:
        """Say that the session may have been noted before, as one of `rows`."""
        self._rows = tuple(rows)
        self._form.double.setVisible(bool(rows))

    def _ask(self) -> None:
        activity = self._activity()
        about = (activity.date, activity.type, self._form.where.place_name())
        if about == self._asked_about:
            return
        self._asked_about = about
        if activity.date and activity.type:
            self.asked.emit(activity, self._form.where.where().place_name)
        else:
            self.show(())

    def _open(self) -> None:
        if self._rows:
            self.opened.emit(self._rows[0].ent)


def _preset_label(activity: Activity, choices: Choices | None) -> str:
    wanted = (activity.program, activity.type)
    presets = choices.presets if choices else ()
    own = (each.label for each in presets if (each.program, each.type) == wanted)
    return next(own, wording.label("type_short", activity.type or "", language()))
