"""``patbm sync`` and ``patbm receipt``: one round with the server, and what it did."""

import argparse
import json
from threading import Event
from typing import Any

from patbm_desktop.actions import wording
from patbm_desktop.actions.kelurahan import joining
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import papers, receipts
from patbm_desktop.actions.papers.receipts import Receipt, Way
from patbm_desktop.actions.travel import exchanging, syncing
from patbm_desktop.actions.travel.beside import passage
from patbm_desktop.actions.travel.exchanging import Clocks, Outcome, Pace
from patbm_desktop.actions.travel.syncing import SyncState
from patbm_desktop.cli.opening import DONE, REFUSED, say
from patbm_desktop.domain.clock import whole
from patbm_desktop.domain.fault import Fault, Refusal


def sync(ws: Workspace, options: argparse.Namespace) -> int:
    """Send and receive once, photos to their end; 1 when it ended early."""
    former = joining.server_of(ws)
    if options.server:
        syncing.connect_to(ws, options.server)
    way = passage(ws)
    if way is None or not way.server:
        raise Fault(Refusal.NO_SERVER)
    pace = Pace()
    with way.beside(Event()) as beside:
        outcome = exchanging.meet(beside, pace)
        while outcome.wants_more:
            outcome = exchanging.meet(beside, pace)
    if options.server and outcome.fault in _NOBODY_THERE:
        syncing.connect_to(ws, former)
        raise Fault(Refusal.SERVER_SILENT)
    ws.refresh()
    _tell(ws, outcome, options)
    return DONE if outcome.fault is None else REFUSED


_NOBODY_THERE = frozenset({Refusal.NO_NETWORK, Refusal.SERVER_STRANGE})
"""After these nobody knows whether the address is right, so that the former one is kept."""


def _tell(ws: Workspace, outcome: Outcome, options: argparse.Namespace) -> None:
    state = syncing.state(ws)
    if options.json:
        print(json.dumps(_as_json(outcome, state)))
        return
    if outcome.fault is not None:
        print(wording.sentence(joining.meant(ws, outcome.fault), ws.language))
    if outcome.clocks is not None:
        say_clocks(outcome.clocks, options)
    met = outcome.met
    sent, came = whole(met.sent, ws.language), whole(met.came, ws.language)
    say(options, f"{sent} perubahan terkirim, {came} diterima.",
        f"{sent} changes were received there, {came} here.")  # fmt: skip
    _tell_what_is_left(state, met.waits, options, ws.language)


def say_clocks(clocks: Clocks, options: argparse.Namespace) -> None:
    """Say what both clocks say, where they are far apart."""
    here, there = (each.isoformat(" ", "minutes")[:16] for each in (clocks.laptop, clocks.server))
    say(options, f"Jam laptop ini {here}, jam server {there}. Catatan aman; cocokkan jam laptop.",
        f"This laptop's clock says {here}, the server's {there}. Notes are safe; set the clock.",
    )  # fmt: skip


def _tell_what_is_left(
    state: SyncState, others: int, options: argparse.Namespace, language: str
) -> None:
    lines = (
        (state.waits, "%n catatan menunggu dikirim.", "%n notes wait to be sent."),
        (state.sent, "%n catatan dikirim, dan belum pasti sampai.",
         "%n notes are handed over, and not received for certain yet."),
        (state.stopped, "%n catatan menunggu persetujuan koordinator.",
         "%n notes wait for the coordinator."),
        (state.refused, "%n catatan belum bisa diterima server. Perbarui aplikasi.",
         "%n notes cannot be taken by the server yet. Update the program."),
        (state.photos, "%n foto menunggu dikirim.", "%n photos wait to be sent."),
        (state.missing, "%n foto belum tiba di sini.", "%n photos have not come here yet."),
    )  # fmt: skip
    for count, indonesian, english in lines:
        if count:
            number = whole(count, language)
            say(options, indonesian.replace("%n", number), english.replace("%n", number))
    if not any(count for count, *_ in lines[:-1]):
        _tell_of_the_rest(others, options, language)


def _tell_of_the_rest(others: int, options: argparse.Namespace, language: str) -> None:
    """Say how far what is no note has come, decisions of a coordinator among it."""
    if others == 0:
        say(options, "Semua sudah terkirim.", "Everything was received.")
        return
    number = whole(others, language)
    say(options, f"Tidak ada catatan yang menunggu; {number} perubahan lain menunggu dikirim.",
        f"No note waits; {number} other changes wait to be sent.")  # fmt: skip


def _as_json(outcome: Outcome, state: SyncState) -> dict[str, Any]:
    met, photos = outcome.met, outcome.photos
    return {
        "fault": outcome.fault.value if outcome.fault else None,
        "sent": met.sent, "came": met.came, "waits": met.waits, "later": met.later,
        "held": met.held, "bad": met.bad, "bytes_up": met.bytes_up, "bytes_down": met.bytes_down,
        "turns": met.turns, "rewinds": met.rewinds, "situation": state.situation.value,
        "notes": {"waits": state.waits, "sent": state.sent, "stopped": state.stopped},
        "photos": {"sent": photos.sent, "came": photos.came, "waits": state.photos,
                   "missing": state.missing},
    }  # fmt: skip


def receipt(ws: Workspace, options: argparse.Namespace) -> int:
    """Print the receipt of the last exchange, or write it as a sheet."""
    if options.out:
        print(papers.keep(options.out, papers.pdf(receipts.sheet(ws))))
        return DONE
    found = receipts.last(ws)
    at = found.at.replace("T", " ")[:16]
    way = _WAYS[found.way]
    say(options, f"{at}  {way[0]}", f"{at}  {way[1]}")
    _say_counts(found, options, ws.language)
    for name, each in zip(receipts.names(ws, found), found.spaces, strict=True):
        said = " ".join(each.words) or "–"
        print(f"{name}  {whole(each.places, ws.language)}  {said}")
    return DONE


_WAYS = {
    Way.NET: ("lewat internet", "by internet"),
    Way.STICK_OUT: ("disimpan ke flashdisk", "saved to a flash drive"),
    Way.STICK_IN: ("diambil dari flashdisk", "loaded from a flash drive"),
}


def _say_counts(found: Receipt, options: argparse.Namespace, language: str) -> None:
    sent, came, waits = (whole(each, language) for each in (found.sent, found.came, found.waits))
    if found.way is Way.STICK_OUT:
        say(options, f"{sent} perubahan ikut di flashdisk, {waits} belum dipastikan sampai",
            f"{sent} changes on the flash drive, {waits} not known to have arrived",
        )  # fmt: skip
    else:
        say(options, f"{sent} perubahan terkirim, {came} diterima, {waits} menunggu",
            f"{sent} changes received there, {came} here, {waits} waiting",
        )  # fmt: skip
