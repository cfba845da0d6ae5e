"""What the pages call things: kelurahan by name, RTs by number, moments and ages in words."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache

from django.utils import timezone
from django.utils.formats import date_format

from patbm_desktop.assets import asset, table
from patbm_desktop.domain.ids import device_code, rt_id
from patbm_desktop.domain.region import parse

HIGHEST_RT = 999
SHOWN_OF_A_CODE = 4
MINUTE, HOUR, DAY = 60, 3600, 24 * 3600


def kelurahan(code: str) -> str:
    """Return a kelurahan as people say it, with its code."""
    name = _names().get(code, "")
    return f"{name} ({code})" if name else code


def space(code: str, rt: str, *, is_office: bool) -> str:
    """Return what a space is: the office, or the RT whose id is `rt`."""
    if is_office:
        return "Kantor kelurahan"
    number = _numbers(code).get(rt, "")
    return f"RT {number}" if number else "RT"


def laptop(dev: str) -> str:
    """Return the beginning of a laptop's code: enough to tell two apart, too little to type."""
    return f"{device_code(dev)[:SHOWN_OF_A_CODE]}…"


def moment(seconds: int | None) -> str:
    """Return a moment (seconds since 1970) in the time of the city."""
    if not seconds:
        return "–"
    return date_format(timezone.localtime(datetime.fromtimestamp(seconds, UTC)), "j M Y H.i")


def day(seconds: int) -> str:
    """Return the day of a moment."""
    return date_format(timezone.localtime(datetime.fromtimestamp(seconds, UTC)), "j F Y")


def age(seconds: int) -> str:
    """Return how long something lasted, in its largest unit."""
    for unit, word in ((DAY, "hari"), (HOUR, "jam"), (MINUTE, "menit")):
        if seconds >= unit:
            return f"{seconds // unit} {word}"
    return "baru saja"


@cache
def _names() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for file in sorted(asset("region").iterdir()):
        if file.suffix == ".toml":
            region = parse(table(f"region/{file.name}"))
            found |= {each.code: each.name for each in region.kelurahan()}
    return found


@cache
def _numbers(code: str) -> Mapping[str, str]:
    """Return the numbers of the RTs of a kelurahan by their ids, which are hashes of them."""
    numbers = [f"{number:03d}" for number in range(1, HIGHEST_RT + 1)]
    return {rt_id(code, number, generation): number for generation in (2, 1) for number in numbers}
