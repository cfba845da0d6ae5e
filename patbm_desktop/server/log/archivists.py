"""The arsip laptops of the city offices: their keys ship with the program, in the region files.

No coordinator and no administrator can make one, so no op and no page of this server adds to them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from patbm_desktop.assets import asset, table
from patbm_desktop.domain.region import parse


@dataclass(frozen=True, slots=True)
class Archivists:
    """The arsip devices with their signing keys, and the code of the city of each.

    A device without a city reads and erases everywhere.
    """

    sign_pks: Mapping[str, bytes] = field(default_factory=dict)
    cities: Mapping[str, str] = field(default_factory=dict)

    def of(self, kelurahan: str) -> frozenset[str]:
        """Return the devices that may erase what the offices of `kelurahan` asked for."""
        return frozenset(dev for dev in self.sign_pks if self.reaches(dev, kelurahan))

    def reaches(self, dev: str, kelurahan: str) -> bool:
        """Say whether `kelurahan` lies in the city of `dev`."""
        city = self.cities.get(dev, "")
        return not city or kelurahan.startswith(f"{city}.")


def shipped() -> Archivists:
    """Return the arsip devices of every region that ships with the program.

    Raises:
        ValueError: a region file lists what are no keys.
    """
    sign_pks: dict[str, bytes] = {}
    cities: dict[str, str] = {}
    for file in sorted(asset("region").iterdir()):
        if file.suffix == ".toml":
            region = parse(table(f"region/{file.name}"))
            sign_pks |= region.archivists
            cities |= dict.fromkeys(region.archivists, region.code)
    return Archivists(sign_pks, cities)
