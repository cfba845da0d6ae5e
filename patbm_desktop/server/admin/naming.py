"""What the pages call things: kelurahan by name, RTs by number, moments and ages in words."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache

from django.utils import timezone
from django.utils.formats import date_format

from patbm_desktop.assets import asset, table
from patbm_desktop.domain.ids import rt_id
from patbm_desktop.domain.region import parse
from patbm_desktop.server.log.models import Device, short_code

HIGHEST_RT = 999
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


def laptops(devs: Iterable[str]) -> Mapping[str, str]:
    """Return what their owners call these laptops, of unknown ones the beginning of the code."""
    wanted = set(devs)
    known = dict(Device.objects.filter(dev__in=wanted).values_list("dev", "label"))
    return {dev: known.get(dev) or short_code(dev) for dev in wanted}


def moment(seconds: int | None) -> str:
    """Return a moment (seconds since 1970) in the time of the city."""
    if not seconds:
        return "–"
    return date_format(timezone.localtime(datetime.fromtimestamp(seconds, UTC)), "DATETIME_FORMAT")


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
