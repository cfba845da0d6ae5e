"""What in a text points at a person, and where it could go instead (R18, V4). Never a bar."""

from collections.abc import Mapping
from dataclasses import dataclass

from patbm_desktop.actions import wording
from patbm_desktop.actions.activities import attendance
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.plain_text import findings
from patbm_desktop.domain.reason import Hint

TO_CASE = "case"
"""The text of a session belongs into a confidential note."""

_IN_CASE: Mapping[Hint, str] = {
    Hint.TELEPHONE: "kontak_aman",
    Hint.KNOWN_NAME: "nama",
    Hint.NATIONAL_ID: "",
    Hint.FULL_BIRTH_DATE: "",
}
"""The field of `Identity` where it may stand; "" for what is not to be kept at all."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What ``text[start:end]`` looks like, and where to move it; `move_to` is "" for nowhere.

    In a case it names a field of `Identity`, in a session it is `TO_CASE`.
    """

    start: int
    end: int
    hint: Hint
    move_to: str


@dataclass(frozen=True, slots=True)
class Checker:
    """Looks through text while somebody types; holds names, so it never shows itself."""

    names: frozenset[str]

    def __repr__(self) -> str:
        return "Checker()"

    def knowing(self, *names: str) -> "Checker":
        """Return a check that knows these people too, by their whole and their first name."""
        said = {" ".join(name.split()) for name in names}
        first = {name.partition(" ")[0] for name in said}
        return Checker(self.names | said | first)

    def offers(self, text: str, *, in_case: bool) -> tuple[Offer, ...]:
        """Return what `text` holds that might stand better elsewhere, in reading order."""
        if in_case:
            found = findings(text, self.names)
            return tuple(
                Offer(each.start, each.end, each.hint, _IN_CASE.get(each.hint, ""))
                for each in found
            )
        found = findings(text, self.names, wording.case_words())
        return tuple(Offer(each.start, each.end, each.hint, TO_CASE) for each in found)


def checker(ws: Workspace) -> Checker:
    """Return a check that knows the children's names of this vault; use it on any thread."""
    return Checker(attendance.names_of_children(ws))
