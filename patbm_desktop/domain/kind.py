"""One kind of record: its fields, and which space key seals it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from patbm_desktop.domain.fields import Field, Read, group, lines, text, whole


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record. A sealed kind travels whole in a box, its name included.

    `inner` is the name in the box where it is not `name`: consents and attachments of open things
    and those of cases share one there, and the key of the box tells them apart.
    """

    name: str
    fields: Mapping[str, Field] = field(default_factory=dict)
    sealed: Read | None = None
    inner: str = ""

    @property
    def travels_as(self) -> str:
        """The name that stands in an op."""
        return self.inner or self.name

    @property
    def use(self) -> Read | None:
        """The space key that seals what this kind does not show, if anything."""
        if self.sealed:
            return self.sealed
        return next((each.read for each in self.fields.values() if each.read != Read.OPEN), None)

    def required(self) -> tuple[str, ...]:
        """Names of the fields without which nothing can be saved."""
        return tuple(name for name, each in self.fields.items() if each.required)


def kind_of(name: str, *fields: Field, sealed: Read | None = None, inner: str = "") -> Kind:
    """Make the kind `name` out of its `fields`."""
    return Kind(name, {each.name: each for each in fields}, sealed, inner)


def file_field() -> Field:
    """Make the field that says where the parts of a file are, and how large it is in bytes."""
    return group(
        "file",
        text("key", 64, required=True),
        text("mime", 40, required=True),
        whole("size", 1, 100_000_000, required=True),
        lines("parts", 64, 64, required=True),
    )
