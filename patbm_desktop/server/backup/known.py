"""What this server knows now and a backup may not: to be carried over, or to be done again.

Erasures and the audit trail are carried over. Accounts, invitations, offices and laptops cut off
are the administrator's to do again, so restoring prints them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from patbm_desktop.server.log import erasure
from patbm_desktop.server.log.connection import Connection
from patbm_desktop.server.log.django_connection import DjangoConnection
from patbm_desktop.server.log.models import Device, Enrolment, Home, Invitation, Space
from patbm_desktop.server.log.parts import PartShelf
from patbm_desktop.server.log.rehoming import FEW
from patbm_desktop.server.people.models import Account, Trail

Told = Mapping[Any, str]
"""What was there, and how to name it to a person."""


@dataclass(frozen=True, slots=True)
class Known:
    """What stands in a database; `is_readable` is false where there was none to read."""

    is_readable: bool = False
    accounts: Told = field(default_factory=dict)
    passwords: Mapping[str, str] = field(default_factory=dict)
    invitations: Told = field(default_factory=dict)
    requests: Told = field(default_factory=dict)
    """To join, that wait for somebody."""

    offices: Told = field(default_factory=dict)
    homes: Told = field(default_factory=dict)
    """Of each space of an RT: in which kelurahan it is kept."""

    disabled: Told = field(default_factory=dict)
    erased: tuple[erasure.Erased, ...] = ()
    spaces: tuple[tuple[str, str, str, str], ...] = ()
    """Of the spaces with something erased: kelurahan, id, founder and rt."""

    trail: tuple[Trail, ...] = ()

    def keep_erased(self, connection: Connection, shelf: PartShelf) -> int:
        """Erase in a restored database what was erased here; return how many records.

        A space that the backup does not know gets its row, so that what is pushed into it later
        is stripped as it comes.
        """
        there = {space for (space,) in connection.execute("SELECT id FROM space")}
        for kelurahan, space, founder, rt in self.spaces:
            if space in there:  # in another kelurahan, where it was moved since the backup
                continue
            connection.execute(
                "INSERT INTO space (kelurahan, id, seq, chain, founder, rt)"
                " VALUES (%s, %s, 0, %s, %s, %s) ON CONFLICT (kelurahan, id) DO NOTHING",
                (kelurahan, space, space, founder, rt),
            )
        return erasure.impose(connection, shelf, self.erased)


def gather() -> Known:
    """Return what this server knows now, nothing where its database cannot be read."""
    try:
        if "erased" not in connection.introspection.table_names():
            return Known()
        call_command("migrate", verbosity=0, interactive=False)
        return _gather()
    except DatabaseError:
        return Known()


def _gather() -> Known:
    with transaction.atomic():
        accounts = list(Account.objects.filter(is_active=True))
        gone = tuple(erasure.known(DjangoConnection()))
        return Known(
            is_readable=True,
            accounts={each.username: each.username for each in accounts},
            passwords={each.username: each.password for each in accounts},
            invitations=_invitations(),
            requests={
                (each.kelurahan, each.dev): f"{each.name} ({each.kelurahan})"
                for each in Enrolment.objects.filter(admitted=0)
            },
            offices={each.space: each.kelurahan for each in Home.objects.filter(office=1)},
            homes={each.space: each.kelurahan for each in Home.objects.filter(office=0)},
            disabled={each.dev: each.label for each in Device.objects.filter(disabled=1)},
            erased=gone,
            spaces=tuple(_spaces({each.space for each in gone})),
            trail=tuple(Trail.objects.order_by("id")),
        )


def _invitations() -> dict[tuple[str, str], str]:
    return {
        (each.kelurahan, each.code): f"{each.kelurahan} RT {each.rt}" if each.rt else each.kelurahan
        for each in Invitation.objects.filter(used_by="")
    }


def _spaces(wanted: set[str]) -> Iterator[tuple[str, str, str, str]]:
    for each in Space.objects.filter(id__in=wanted).order_by("kelurahan", "id"):
        yield each.kelurahan, each.id, each.founder, each.rt


def carry_trail(before: Known) -> int:
    """Add the lines of the trail that the backup lacks; return how many."""
    there = set(Trail.objects.values_list("at", "who", "what", "about"))
    lines = [
        Trail(at=each.at, who=each.who, what=each.what, about=each.about)
        for each in before.trail
        if (each.at, each.who, each.what, each.about) not in there
    ]
    Trail.objects.bulk_create(lines)
    return len(lines)


def to_do_again(before: Known, after: Known) -> Iterator[tuple[str, list[str]]]:
    """Yield what the administrator must do again: a sentence, and what it is about."""
    lost = {
        "Akun yang dibuat sesudah cadangan; buat lagi": (before.accounts, after.accounts),
        "Akun yang ditutup sesudah cadangan; tutup lagi": (after.accounts, before.accounts),
        "Undangan yang dibuat sesudah cadangan; buat lagi": (before.invitations, after.invitations),
        "Undangan yang dipakai atau ditarik sesudah cadangan; tarik lagi": (
            after.invitations, before.invitations,
        ),
        "Permintaan bergabung sesudah cadangan; undang lagi yang masih menunggu": (
            before.requests, after.requests,
        ),
        "Kelurahan yang dimulai sesudah cadangan; undang dan terima lagi koordinatornya": (
            before.offices, after.offices,
        ),
        "Laptop yang diputus sesudah cadangan; putuskan lagi": (before.disabled, after.disabled),
        "Laptop yang disambung lagi sesudah cadangan": (after.disabled, before.disabled),
    }  # fmt: skip
    for sentence, (there, here) in lost.items():
        names = sorted(there[key] for key in there.keys() - here.keys())
        if names:
            yield sentence, names
    moved = [
        f"{space[:FEW]} ({kelurahan})"
        for space, kelurahan in before.homes.items()
        if after.homes.get(space, kelurahan) != kelurahan
    ]
    if moved:
        yield "Ruang RT yang dipindah sesudah cadangan; pindahkan lagi (rehome)", sorted(moved)
    other = [
        name
        for name, password in after.passwords.items()
        if before.passwords.get(name, password) != password
    ]
    if other:
        yield "Akun dengan kata sandi yang lama; beri kata sandi sekali pakai", sorted(other)
