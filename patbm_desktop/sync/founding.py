"""The first ops of a space, in the order in which every reader expects them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from patbm_desktop.domain import ids
from patbm_desktop.domain.op import Op, Write
from patbm_desktop.seal import key as space_keys
from patbm_desktop.store import keyring
from patbm_desktop.store.keyring import HeldKey
from patbm_desktop.store.transaction import writing
from patbm_desktop.sync.laptop import KASUS, UMUM, Laptop


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """What a space begins with: its owner, and the RT it is for (none in an office).

    `owner` and `rt` are the values of both records; `label` names the laptop for others, who read
    ``Laptop RT 24`` or ``Laptop kelurahan`` where none is given.
    """

    kelurahan: str
    owner: Mapping[str, Any]
    rt_number: str = ""
    rt: Mapping[str, Any] | None = None
    label: str = ""

    @property
    def is_office(self) -> bool:
        """Whether it is the space of an office."""
        return not self.rt_number

    @property
    def called(self) -> str:
        """What others read as the name of the laptop."""
        place = "kelurahan" if self.is_office else f"RT {self.rt_number.lstrip('0')}"
        return self.label or f"Laptop {place}"


def found(laptop: Laptop, root: Root, seed: bytes = b"") -> str:
    """Make a space on this laptop, in one transaction, and return its id.

    `seed` are 16 random bytes where the id was told to somebody before.

    Raises:
        Fault: the disk refused; nothing was made.
    """
    seed = seed or os.urandom(ids.SIZE)
    space = ids.space_id(laptop.dev, seed)
    uses = (UMUM,) if root.is_office else (UMUM, KASUS)
    keys = {use: space_keys.make() for use in uses}
    with writing(laptop.db):
        laptop.keep(_first_ops(laptop, root, space, seed, keys))
        laptop.hold(
            [HeldKey(space_keys.kid(use, key), space, use, key) for use, key in keys.items()]
        )
        keyring.put_space(laptop.db, keyring.Space(space, "", root.kelurahan, root.rt_number))
    return space


def _first_ops(
    laptop: Laptop, root: Root, space: str, seed: bytes, keys: Mapping[str, bytes]
) -> list[Op]:
    said: list[tuple[str, str, Mapping[str, Any]]] = [
        ("_member", laptop.dev, _member(laptop, root, seed))
    ]
    own = {laptop.dev: laptop.device.box_pk}
    for use, key in keys.items():
        (fields,) = space_keys.as_fields(use, key, own)
        said.append(("_key", space_keys.kid(use, key), fields))
    said.append(("person", laptop.person, root.owner))
    if root.rt is not None:
        said.append(("rt", ids.rt_id(root.kelurahan, root.rt_number), root.rt))
    return [
        laptop.compose(kind, ent, _writes(values), space=space, clk=clk)
        for clk, (kind, ent, values) in enumerate(said, start=1)
    ]


def _member(laptop: Laptop, root: Root, seed: bytes) -> dict[str, Any]:
    said = {
        "person": laptop.person, "role": "koordinator" if root.is_office else "anggota",
        "active": True, "cases": None if root.is_office else True, "label": root.called,
        "sign_pk": laptop.device.sign_pk.hex(), "box_pk": laptop.device.box_pk.hex(),
        "seed": seed.hex(),
    }  # fmt: skip
    return {name: value for name, value in said.items() if value is not None}


def _writes(values: Mapping[str, Any]) -> dict[str, Write]:
    return {name: Write(value) for name, value in values.items()}
