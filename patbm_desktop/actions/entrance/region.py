"""The cities this program ships with, each a file under `resources/region/`."""

import tomllib
from functools import cache

from patbm_desktop.assets import asset
from patbm_desktop.domain.region import Region, parse

DEFAULT = "balikpapan"


@cache
def load(name: str = DEFAULT) -> Region:
    """Return the region whose file is called `name`.

    Raises:
        FileNotFoundError: none is.
    """
    return parse(tomllib.loads(asset(f"region/{name}.toml").read_text("utf-8")))


def find(kelurahan_code: str) -> str | None:
    """Return the name of the region that has this kelurahan, None when none has.

    By its exact code the invented one is found as well.
    """
    holding = (each for each in _shipped() if each.describe(kelurahan_code).kelurahan)
    return next((each.name for each in holding), None)


def _shipped() -> tuple[Region, ...]:
    return tuple(load(path.stem) for path in sorted(asset("region").glob("*.toml")))
