"""Who is at the keyboard, and which RT or offices she works for on this laptop."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Served:
    """An RT this laptop keeps notes for, or an office that its coordinator works with.

    `key` is the record of the RT, or the space of the office, which has no `number`.
    """

    key: str
    number: str
    kelurahan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """The person at the keyboard and where she works; ids are record and device ids.

    `served` is what she may turn to, that of now among them: RT, or the offices of several
    kelurahan where she has no RT. With fewer than two there is no choice.
    """

    person: str
    dev: str
    space: str
    rt: str
    name: str
    call_name: str
    address_form: str
    position: str
    rt_number: str
    kelurahan_code: str
    kelurahan_name: str
    kecamatan_name: str
    kota_name: str
    is_coordinator: bool = False
    served: tuple[Served, ...] = ()
