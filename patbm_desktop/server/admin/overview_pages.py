"""Pages that only show: kelurahan, spaces, held ops."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Min, Sum

from patbm_desktop.server.admin import naming
from patbm_desktop.server.admin.listing import Cell, Listing, Row, Wanted
from patbm_desktop.server.log import service
from patbm_desktop.server.log.models import Access, Blob, Device, Erased, Held, Home, Member, Space

ENOUGH_COORDINATORS = 2
"""Fewer laptops of coordinators, and one broken disk closes a kelurahan's notes for good."""

PATIENCE_DAYS = 7
"""Held for longer, somebody should ring the coordinator."""

WHY = {
    "keluar": "penulisnya sudah keluar",
    "peran": "peran penulisnya tidak menulis di sini",
    "jam": "hitungannya jauh di depan",
}


def lonely_kelurahan() -> list[str]:
    """Return the kelurahan with fewer than two laptops of coordinators."""
    counts = _coordinators({})
    offices = Home.objects.filter(office=1).values_list("kelurahan", flat=True).distinct()
    return [code for code in sorted(offices) if counts[code] < ENOUGH_COORDINATORS]


def held_too_long(now: int) -> int:
    """Return how many held ops wait for longer than a week."""
    oldest = now - PATIENCE_DAYS * naming.DAY
    return Held.objects.filter(refused=0, at__lt=oldest).count()


def _kelurahan_rows(wanted: Wanted) -> Iterator[Row]:
    spaces = _counted(Home.objects.filter(office=0, **wanted).values_list("kelurahan"))
    laptops = _counted(Access.objects.filter(**wanted).values_list("kelurahan"))
    waiting = _counted(Held.objects.filter(refused=0, **wanted).values_list("kelurahan"))
    coordinators, heard = _coordinators(wanted), _heard(wanted)
    offices = Home.objects.filter(office=1, **wanted).values_list("kelurahan", flat=True)
    for code in sorted(set(offices)):
        few = coordinators[code] < ENOUGH_COORDINATORS
        yield (
            naming.kelurahan(code), str(spaces[code]), str(laptops[code]),
            Cell(str(coordinators[code]), needs_care=few), str(waiting[code]),
            naming.moment(heard.get(code)),
        )  # fmt: skip


def _space_rows(wanted: Wanted) -> Iterator[Row]:
    offices = set(Home.objects.filter(office=1, **wanted).values_list("space", flat=True))
    members = _counted(Member.objects.filter(until=None, **wanted).values_list("space"))
    sizes = dict(Blob.objects.filter(**wanted).values_list("space").annotate(Sum("size")))
    gone = _erased(wanted)
    rows = Space.objects.filter(**wanted).order_by("kelurahan", "id")
    for code, space, rt, seq in rows.values_list("kelurahan", "id", "rt", "seq"):
        name = naming.space(code, rt, is_office=space in offices)
        yield (
            naming.kelurahan(code), name, space[:8], str(seq), str(members[space]),
            str(gone[space]), f"{sizes.get(space, 0) / 1e6:.1f}".replace(".", ","),
        )  # fmt: skip


def _held_rows(wanted: Wanted) -> Iterator[Row]:
    now = service.log().desk.now()
    groups = Held.objects.filter(**wanted).values("kelurahan", "space", "dev", "why", "refused")
    counts: dict[tuple[str, str, str, str], list[int]] = defaultdict(lambda: [0, 0, now])
    for group in groups.annotate(many=Count("*"), first=Min("at")):
        row = counts[group["kelurahan"], group["space"], group["dev"], group["why"]]
        row[1 if group["refused"] else 0] += group["many"]
        if not group["refused"]:
            row[2] = min(row[2], group["first"])
    names_of_laptops = naming.laptops(key[2] for key in counts)
    names = _space_names([key[1] for key in counts])
    for (code, space, dev, why), (waiting, refused, first) in sorted(counts.items()):
        late = waiting > 0 and now - first > PATIENCE_DAYS * naming.DAY
        yield (
            naming.kelurahan(code), names.get(space, "RT"), names_of_laptops[dev],
            WHY.get(why, why), str(waiting),
            Cell(naming.age(now - first) if waiting else "–", needs_care=late), str(refused),
        )  # fmt: skip


def _space_names(spaces: list[str]) -> dict[str, str]:
    offices = set(Home.objects.filter(space__in=spaces, office=1).values_list("space", flat=True))
    rows = Space.objects.filter(id__in=spaces).values_list("kelurahan", "id", "rt")
    return {space: naming.space(code, rt, is_office=space in offices) for code, space, rt in rows}


def _coordinators(wanted: Wanted) -> dict[str, int]:
    """Return how many laptops of coordinators each kelurahan has that are not cut off."""
    offices = Home.objects.filter(office=1).values("space")
    cut_off = Device.objects.filter(disabled=1).values("dev")
    seats = Member.objects.filter(role="koordinator", until=None, space__in=offices, **wanted)
    return _counted(seats.exclude(dev__in=cut_off).values_list("kelurahan"))


def _heard(wanted: Wanted) -> dict[str, int]:
    """Return when each kelurahan was heard last."""
    heard = dict(Device.objects.exclude(heard=None).values_list("dev", "heard"))
    found: dict[str, int] = {}
    for code, dev in Access.objects.filter(**wanted).values_list("kelurahan", "dev"):
        found[code] = max(found.get(code, 0), heard.get(dev) or 0)
    return found


def _erased(wanted: Wanted) -> dict[str, int]:
    return _counted(Erased.objects.filter(**wanted).values_list("space"))


def _counted(grouped: Any) -> dict[str, int]:
    """Return how often each value stands in the one column of `grouped`."""
    return defaultdict(int, grouped.order_by().annotate(many=Count("*")))


KELURAHAN = Listing(
    "Kelurahan",
    "Sebuah kelurahan berdiri begitu koordinator pertamanya diterima. Setiap kelurahan perlu "
    "dua laptop koordinator, supaya satu laptop rusak tidak mengunci catatannya.",
    ("Kelurahan", "Ruang RT", "Laptop", "Laptop koordinator", "Tertahan", "Terakhir terdengar"),
    _kelurahan_rows,
    "Belum ada kelurahan. Undang koordinator pertama di halaman Undangan.",
)
"""Every kelurahan with what stands there and whether enough coordinators look after it."""

SPACES = Listing(
    "Ruang",
    "Satu ruang ialah buku satu RT atau satu kantor kelurahan. Server menyimpan barisnya dan "
    "tidak dapat membuka yang disegel.",
    ("Kelurahan", "Ruang", "Nomor ruang", "Baris", "Anggota", "Catatan dihapus", "Foto (MB)"),
    _space_rows,
    "Belum ada ruang.",
)
"""Every space with how much stands in it."""

HELD = Listing(
    "Catatan tertahan",
    "Catatan ini menunggu keputusan koordinator kelurahannya, di programnya sendiri. Di sini "
    "tidak ada yang diputuskan. Bila menunggu lama, hubungi koordinatornya.",
    ("Kelurahan", "Ruang", "Laptop penulis", "Sebab", "Menunggu", "Sejak",
     "Tidak diterima koordinator"),
    _held_rows,
    "Tidak ada catatan yang tertahan.",
)  # fmt: skip
"""How many ops wait for a coordinator, since when and why; nobody decides here."""
