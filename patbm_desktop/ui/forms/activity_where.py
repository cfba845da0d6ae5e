"""Question 3 of the log form: where, and whether the RT held it itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from patbm_desktop.actions import wording
from patbm_desktop.actions.rt.people import Named
from patbm_desktop.domain.reading import fold
from patbm_desktop.ui.forms.question import Question
from patbm_desktop.ui.parts.chips import ChipGroup, Choice
from patbm_desktop.ui.parts.filter_box import FilterBox
from patbm_desktop.ui.strings import language, shortened
from patbm_desktop.ui.theme import Theme

PLACE, NAME, EVENT, OTHER = "place:", "name:", "event", "other"
SHOWN = 2
LONGEST_CHIP = 32
"""Letters of a place that stand on a chip: the question has half the width of the form."""
FIRST_PLACES = ("balai_rt", "posyandu")
"""Kinds of place that stand in where an RT has used fewer than two places so far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place that is known by its record, or a new one by its name; and who held the session."""

    place_id: str | None = None
    place_name: str = ""
    held_by: str = "rt"


def _choice_of(place: Named) -> Choice:
    text = shortened(place.name, LONGEST_CHIP)
    return Choice(PLACE + place.ent, text, whole=place.name if text != place.name else "")


class WhereQuestion(Question):
    """The two last places, an event of the kelurahan, or a name that is typed once."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", 3)
        self.head.set_text(self.tr("Di mana?"))
        self._places: tuple[Named, ...] = ()
        self._is_suggested = True
        self._offered: set[str] = set()
        # A place whose record has not arrived yet; kept as long as nothing else is answered.
        self._unnamed = ""
        self.chips = ChipGroup(
            theme, self._last_two(), name=self.tr("Di mana?"), optional=True, dense=True
        )
        self.name = FilterBox(theme, self.tr("Nama tempat"), self.tr("Tulis nama tempat"))
        self.name.setMaxLength(80)
        holders = wording.labels("held_by", language())
        self.holder = ChipGroup(
            theme,
            [Choice(key, holders[key]) for key in ("kelurahan", "kota")],
            name=self.tr("Siapa yang mengadakan?"),
            small=True,
        )
        for widget in (self.chips, self.holder, self.name):
            self.body.addWidget(widget)
        self._unfold()
        self.chips.changed.connect(self._picked)
        self.holder.changed.connect(self._told)
        self.name.textChanged.connect(self._told)

    def offer(self, places: Sequence[Named]) -> None:
        """Ask anew; `places` are those used last first."""
        self._places = tuple(places)
        self._is_suggested = True
        self.name.set_choices([(place.ent, place.name) for place in places])
        self._show_chips(list(self._places[:SHOWN]))
        self.set_where(Where())

    def where(self) -> Where:
        """Return the answer; both place and name are empty while nothing was said."""
        key = self.chips.value()
        if key.startswith(PLACE):
            return Where(place_id=key.removeprefix(PLACE))
        if key.startswith(NAME):
            return Where(place_name=key.removeprefix(NAME))
        if key in {EVENT, OTHER}:
            typed = self.name.text().strip()
            known = self.name.key() or ("" if typed else self._unnamed)
            typed = "" if known else typed
            held_by = self.holder.value() if key == EVENT else "rt"
            return Where(place_id=known or None, place_name=typed, held_by=held_by or "kelurahan")
        return Where()

    def place_name(self) -> str:
        """Return the name of the place as people say it."""
        where = self.where()
        names = {place.ent: place.name for place in self._places}
        return where.place_name or names.get(where.place_id or "", "")

    def set_where(self, where: Where) -> None:
        """Show `where`, by a chip where there is one."""
        key = self._key_of(where)
        self.chips.set_chosen([key] if key else [])
        names = {place.ent: place.name for place in self._places}
        self._unnamed = "" if where.place_id in names else where.place_id or ""
        typed = where.place_name or names.get(where.place_id or "", "")
        self.name.blockSignals(True)
        self.name.setText(typed if key in {EVENT, OTHER} else "")
        self.name.blockSignals(False)
        self.holder.set_chosen([where.held_by if where.held_by != "rt" else "kelurahan"])
        self._unfold()

    def suggest(self, place_id: str | None) -> None:
        """Choose where this kind took place last, unless the person has answered by herself."""
        if not self._is_suggested:
            return
        place = next((each for each in self._places if each.ent == place_id), None)
        place = place or next(iter(self._places), None)
        if place is None:
            return
        if place not in self._places[:SHOWN]:
            self._show_chips([*self._places[: SHOWN - 1], place])
        self.chips.set_chosen([PLACE + place.ent])
        self._unfold()

    def answered(self) -> None:
        """Take what is shown as the person's own answer: nothing is suggested any more."""
        self._is_suggested = False

    def focus_first(self) -> None:
        """Put the keyboard on the chips, or on the name that is asked for."""
        if self.chips.value() == OTHER:
            self.name.setFocus()
        else:
            self.chips.focus_first()

    def _key_of(self, where: Where) -> str:
        if where.held_by != "rt":
            return EVENT
        offered = self._offered
        if where.place_id:
            key = PLACE + where.place_id
            return key if key in offered else OTHER
        if where.place_name:
            key = NAME + where.place_name
            return key if key in offered else OTHER
        return ""

    def _show_chips(self, places: Sequence[Named]) -> None:
        own = [_choice_of(place) for place in places]
        known = {fold(place.name) for place in self._places}
        labels = wording.labels("place_kind", language())
        spare = [labels[kind] for kind in FIRST_PLACES if fold(labels[kind]) not in known]
        own += [Choice(NAME + name, name) for name in spare[: SHOWN - len(own)]]
        choices = [*own, *self._last_two()]
        self._offered = {choice.key for choice in choices}
        self.chips.set_chosen([])
        self.chips.set_choices(choices)

    def _last_two(self) -> list[Choice]:
        return [Choice(EVENT, self.tr("Acara kelurahan")), Choice(OTHER, self.tr("Lain…"))]

    def _picked(self, _keys: list[str]) -> None:
        self.answered()
        self._unfold()
        if self.chips.value() in {EVENT, OTHER}:
            self.name.setFocus()
        self.changed.emit()

    def _told(self, *_what: object) -> None:
        self.answered()
        self.changed.emit()

    def _unfold(self) -> None:
        key = self.chips.value()
        self.name.setVisible(key in {EVENT, OTHER})
        self.holder.setVisible(key == EVENT)
        asks = self.tr("Tempat acara, misalnya Aula kelurahan")
        self.name.setPlaceholderText(asks if key == EVENT else self.tr("Tulis nama tempat"))
