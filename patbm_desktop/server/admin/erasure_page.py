"""The page of requests for erasure: who sees them, from when they may be carried out, what became.

The server only shows: a coordinator asks, an arsip laptop carries out, neither does it here.
"""

from collections.abc import Iterator, Mapping

from django.contrib.admin.sites import AdminSite
from django.http import HttpRequest
from django.template.response import TemplateResponse

from patbm_desktop.domain.erasure import ASK, ERASE, Asked, asked, request_of
from patbm_desktop.domain.op import parse
from patbm_desktop.server.admin import naming
from patbm_desktop.server.admin.listing import Cell, Listing, Row, show, wanted_kelurahan
from patbm_desktop.server.log import service
from patbm_desktop.server.log.limits import DAY
from patbm_desktop.server.log.models import Device, Erased, Op

REASONS = {
    "masa_simpan_habis": "masa simpan habis",
    "persetujuan_ditarik": "persetujuan ditarik",
    "diminta": "diminta oleh yang bersangkutan",
    "tidak_sah": "diproses tanpa dasar yang sah",
}
BASES = {
    "pasal_43": "UU 27/2022 pasal 43",
    "pasal_44": "UU 27/2022 pasal 44",
    "jadwal_retensi": "jadwal retensi arsip",
}


def erasures(site: AdminSite, request: HttpRequest) -> TemplateResponse:
    """Show every request for erasure with its reason and what became of it."""
    return show(site, request, Listing(
        "Penghapusan",
        "Koordinator meminta, laptop arsip kota melaksanakan setelah empat belas hari terlihat "
        "oleh semua anggota. Di sini hanya terlihat, tidak ada yang dihapus dari halaman ini.",
        ("Kelurahan", "Diminta oleh", "Diminta pada", "Catatan", "Alasan", "Dasar", "Keadaan"),
        list(_rows(wanted_kelurahan(request))),
        "Belum ada permintaan penghapusan.",
    ))  # fmt: skip


def due() -> int:
    """Return how many requests wait for the arsip laptop since their last day in sight."""
    desk = service.log().desk
    before = desk.now() - desk.limits.erasure_days * DAY
    asks = Op.objects.filter(control=1, kind=ASK, at__lt=before).values_list("id", flat=True)
    return len(set(asks) - _carried_out({}).keys())


def _rows(wanted: dict[str, str]) -> Iterator[Row]:
    done, labels = _carried_out(wanted), dict(Device.objects.values_list("dev", "label"))
    found = Op.objects.filter(control=1, kind=ASK, **wanted).exclude(body=None).order_by("-at")
    for row in found:
        ask = asked(parse(bytes(row.body or b""), bytes(row.sig or b"")))
        yield (
            naming.kelurahan(row.kelurahan), labels.get(ask.dev, naming.laptop(ask.dev)),
            naming.moment(row.at), str(len(ask.targets)), REASONS.get(ask.reason, ask.reason),
            BASES.get(ask.basis, ask.basis), _state(ask, row.at, done),
        )  # fmt: skip


def _state(ask: Asked, at: int, done: Mapping[str, tuple[str, int]]) -> Cell:
    if ask.op in done:
        erase, when = done[ask.op]
        gone = Erased.objects.filter(by_op=erase).count()
        return Cell(f"dilaksanakan {naming.day(when)}: {gone} catatan dikosongkan")
    desk = service.log().desk
    last = at + desk.limits.erasure_days * DAY
    if desk.now() < last:
        return Cell(f"terlihat oleh semua anggota sampai {naming.day(last)}")
    return Cell(f"menunggu laptop arsip sejak {naming.day(last)}", needs_care=True)


def _carried_out(wanted: dict[str, str]) -> dict[str, tuple[str, int]]:
    """Return, by the request it carries out, the op that did and when it was stored here."""
    rows = Op.objects.filter(control=1, kind=ERASE, **wanted).exclude(body=None).order_by("-at")
    return {
        request_of(parse(bytes(row.body or b""), bytes(row.sig or b""))): (row.id, row.at)
        for row in rows
    }
