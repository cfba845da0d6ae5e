"""The page of requests for erasure: who sees them, from when they may be carried out, what became.

The server only shows: a coordinator asks, an arsip laptop carries out, neither does it here.
"""

from collections.abc import Iterator, Mapping

from patbm_desktop.domain.erasure import ASK, ERASE, Asked, asked, request_of, takes_back
from patbm_desktop.domain.op import Op as Said
from patbm_desktop.domain.op import parse
from patbm_desktop.server.admin import naming
from patbm_desktop.server.admin.listing import Cell, Listing, Row, Wanted
from patbm_desktop.server.log import service
from patbm_desktop.server.log.limits import DAY
from patbm_desktop.server.log.models import Erased, Op

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


def due() -> int:
    """Return how many requests wait for the arsip laptop since their last day in sight."""
    desk = service.log().desk
    before = desk.now() - desk.limits.erasure_days * DAY
    asks = {row.id for row, op in _said(ASK, {}) if row.at < before and not takes_back(op)}
    return len(asks - _carried_out({}).keys() - _taken_back({}).keys())


def _rows(wanted: Wanted) -> Iterator[Row]:
    done, back = _carried_out(wanted), _taken_back(wanted)
    rows = [(row, asked(op)) for row, op in _said(ASK, wanted) if not takes_back(op)]
    laptops = naming.laptops(ask.dev for _, ask in rows)
    for row, ask in rows:
        yield (
            naming.kelurahan(row.kelurahan), laptops[ask.dev],
            naming.moment(row.at), str(len(ask.targets)), REASONS.get(ask.reason, ask.reason),
            BASES.get(ask.basis, ask.basis), _state(ask, row.at, done, back),
        )  # fmt: skip


def _state(
    ask: Asked, at: int, done: Mapping[str, tuple[str, int]], back: Mapping[str, int]
) -> Cell:
    if ask.op in back:
        return Cell(f"ditarik kembali {naming.day(back[ask.op])}")
    if ask.op in done:
        erase, when = done[ask.op]
        gone = Erased.objects.filter(by_op=erase).count()
        return Cell(f"dilaksanakan {naming.day(when)}: {gone} catatan dikosongkan")
    desk = service.log().desk
    last = at + desk.limits.erasure_days * DAY
    if desk.now() < last:
        return Cell(f"terlihat oleh semua anggota sampai {naming.day(last)}")
    return Cell(f"menunggu laptop arsip sejak {naming.day(last)}", needs_care=True)


def _carried_out(wanted: Wanted) -> dict[str, tuple[str, int]]:
    """Return, by the request it carries out, the op that did and when it was stored here."""
    return {request_of(op): (row.id, row.at) for row, op in _said(ERASE, wanted)}


def _taken_back(wanted: Wanted) -> dict[str, int]:
    """Return, by the request it takes back, when the word that does so was stored here."""
    return {takes_back(op): row.at for row, op in _said(ASK, wanted) if takes_back(op)}


def _said(kind: str, wanted: Wanted) -> Iterator[tuple[Op, Said]]:
    """Yield the rows of the ops of this kind with what they say, the newest first."""
    rows = Op.objects.filter(control=1, kind=kind, **wanted).exclude(body=None).order_by("-at")
    for row in rows:
        yield row, parse(bytes(row.body or b""), bytes(row.sig or b""))


ERASURES = Listing(
    "Penghapusan",
    "Koordinator meminta, laptop arsip kota melaksanakan setelah empat belas hari terlihat "
    "oleh semua anggota. Di sini hanya terlihat, tidak ada yang dihapus dari halaman ini.",
    ("Kelurahan", "Diminta oleh", "Diminta pada", "Catatan", "Alasan", "Dasar", "Keadaan"),
    _rows,
    "Belum ada permintaan penghapusan.",
)
"""Every request for erasure with its reason and what became of it."""
