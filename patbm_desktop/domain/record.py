"""Turn the field values of a record into a frozen value, and back into what an op carries.

A value comes from whatever laptop wrote it, so nothing here may raise: what has the wrong shape is
read as absent, and a key of a later release is kept as it is, to be shown raw.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, time
from typing import Any, Generic, TypeVar

from patbm_desktop.domain.fields import COUNT4, Field
from patbm_desktop.domain.kinds import KINDS

Value = TypeVar("Value")
Take = Callable[[Any], Any]
"""Reads one value; None for what has the wrong shape."""


class Reader(Generic[Value]):
    """Reads records of one kind into `cls`, whose fields are named as those of the kind.

    `parts` gives, for each field that holds an object or a list of them, the class to read it into;
    fields `without` are left as if nobody had written them.
    """

    def __init__(
        self,
        cls: Callable[..., Value],
        kind: str,
        parts: Mapping[str, type[Any]] | None = None,
        without: Sequence[str] = (),
    ) -> None:
        self._cls = cls
        names = {each.name for each in fields(cls)} - set(without)  # type: ignore[arg-type]  # a dataclass
        table = KINDS[kind].fields
        self._takes = {
            name: _take_of(each, (parts or {}).get(name))
            for name, each in table.items()
            if name in names
        }

    def read(self, ent: str, values: Mapping[str, Any]) -> Value:
        """Return what the field values of the record `ent` amount to."""
        takes, found = self._takes, {}
        for name, value in values.items():
            if name in takes and (taken := takes[name](value)) is not None:
                found[name] = taken
        return self._cls(ent=ent, **found)


def _take_of(table: Field, part: type[Any] | None) -> Take:
    if part is not None and table.type == "count4":
        return _counts(part)
    if part is not None:
        return _objects(table, part) if table.type == "groups" else _object(table, part)
    return _BY_TYPE.get(table.type, _text)


def _object(table: Field, part: type[Any]) -> Take:
    takes = {each.name: _take_of(each, None) for each in table.members}
    required = {each.name for each in table.members if each.required}

    def take(value: Any) -> Any:
        if not isinstance(value, dict):
            return None
        found = {}
        for name, each in value.items():
            if name in takes and (taken := takes[name](each)) is not None:
                found[name] = taken
        return None if required - found.keys() else part(**found)

    return take


def _objects(table: Field, part: type[Any]) -> Take:
    one = _object(table, part)

    def take(value: Any) -> Any:
        if not isinstance(value, list):
            return None
        return tuple(each for raw in value if (each := one(raw)) is not None)

    return take


def _counts(part: type[Any]) -> Take:
    def take(value: Any) -> Any:
        found = [value.get(name) for name in COUNT4] if isinstance(value, dict) else [None]
        are_heads = all(type(each) is int and each >= 0 for each in found)
        return part(*found) if are_heads else None

    return take


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _flag(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _whole(value: Any) -> int | None:
    return value if type(value) is int else None


def _keys(value: Any) -> tuple[str, ...] | None:
    return (
        tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else None
    )


def day_of(value: Any) -> date | None:
    """Return the day that a value names, None where it is none."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return None


def _clock_time(value: Any) -> time | None:
    try:
        found = time.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return None if found.tzinfo else found


_BY_TYPE: Mapping[str, Take] = {
    "bool": _flag, "int": _whole, "multi": _keys, "date": day_of, "time": _clock_time,
}  # fmt: skip


# -- writing ---------------------------------------------------------------------------------


def written(value: Any) -> dict[str, Any]:
    """Return every field of a frozen value as an op carries it; None for what is not there."""
    return {
        each.name: _written(getattr(value, each.name))
        for each in fields(value)
        if each.name != "ent"
    }


def present(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of `values` is there: a new record carries nothing else."""
    return {name: value for name, value in values.items() if value is not None}


def _written(value: Any) -> Any:
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_written(each) for each in value] or None
    if is_dataclass(value) and not isinstance(value, type):
        return present(written(value)) or None
    return None if value in ("", False) else value
