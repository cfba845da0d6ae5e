"""Find a file of `resources/`: beside the package in a checkout, inside it in a wheel."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

PACKAGE = Path(__file__).resolve().parent


def asset(name: str) -> Path:
    """Return the path of the resource `name`, for example ``icons/house.svg``.

    A checkout is asked first, so that an editable install never shows a stale copy.

    Raises:
        ValueError: `name` is absolute or climbs out of the resources.
        FileNotFoundError: there is no such resource.
    """
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError("a resource is named by a path below resources/")
    for root in (PACKAGE.parent / "resources", PACKAGE / "_resources"):
        found = root.joinpath(*path.parts)
        if found.exists():
            return found
    raise FileNotFoundError(name)


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return the TOML resource `name` as nested mappings; read once, not to be changed."""
    return tomllib.loads(asset(name).read_text("utf-8"))
