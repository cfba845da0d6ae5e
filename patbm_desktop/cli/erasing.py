"""``patbm erase``: ask for a case to be erased for good, see requests, take one back, do it."""

import argparse
import json
from datetime import date
from typing import Any

from patbm_desktop.actions import wording
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import case_papers, papers
from patbm_desktop.actions.upkeep import erasing
from patbm_desktop.actions.upkeep.erasing import Notice, Stand
from patbm_desktop.cli.members import SEND_NOW
from patbm_desktop.cli.opening import DONE, say
from patbm_desktop.domain.clock import whole
from patbm_desktop.wire.durable import write_atomically

LIST, ASK, BACK, DO, PAPER = "list", "ask", "back", "do", "certificate"


def erase(ws: Workspace, options: argparse.Namespace) -> int:
    """Do what the second word of the command says."""
    acts = {LIST: _list, ASK: _ask, BACK: _back, DO: _do, PAPER: _certificate}
    return acts[options.what](ws, options)


def _list(ws: Workspace, options: argparse.Namespace) -> int:
    found = erasing.every(ws)
    if options.json:
        print(json.dumps([_as_json(each) for each in found], ensure_ascii=False))
        return DONE
    for each in found:
        print(_as_line(each, ws.language))
    if not found:
        say(options, "Tidak ada permintaan penghapusan.", "Nothing was asked to be erased.")
    if late := erasing.rest(ws):
        count = whole(late, ws.language)
        say(
            options,
            f"{count} catatan menyusul setelah induknya dihapus: patbm erase ask --rest.",
            f"{count} notes came after what they belong to was erased: patbm erase ask --rest.",
        )
    return DONE


def _ask(ws: Workspace, options: argparse.Namespace) -> int:
    if (earlier := _asked_before(ws, options)) is not None:
        say(options, f"Sudah diminta: {earlier.code}. Tidak ada permintaan baru.",
            f"Asked for before: {earlier.code}. No request was made.")  # fmt: skip
        return DONE
    notice = _asked(ws, options)
    count, day = whole(notice.count, ws.language), _day(notice.due_on)
    say(options, f"Diminta: {notice.code}. {count} catatan dihapus permanen paling cepat {day}. "
        f"Sampai hari itu semua anggota bisa melihat permintaan ini. {SEND_NOW[0]}",
        f"Asked for: {notice.code}. {count} notes are erased for good on {day} at the earliest. "
        f"Until then all members can see this request. {SEND_NOW[1]}")  # fmt: skip
    return DONE


def _asked_before(ws: Workspace, options: argparse.Namespace) -> Notice | None:
    """Return the request that names this case already and still waits."""
    if options.rest:
        return None
    return erasing.waiting_for(ws, "case", case_papers.case_with(ws, options.case))


def _asked(ws: Workspace, options: argparse.Namespace) -> Notice:
    if options.rest:
        return erasing.ask_rest(ws, options.reason, options.basis)
    ent = case_papers.case_with(ws, options.case)
    return erasing.ask(ws, "case", ent, options.reason, options.basis)[1]


def _back(ws: Workspace, options: argparse.Namespace) -> int:
    notice = erasing.take_back(ws, options.request)
    say(options, f"Ditarik kembali: {notice.code}. Tidak ada yang dihapus. {SEND_NOW[0]}",
        f"Taken back: {notice.code}. Nothing is erased. {SEND_NOW[1]}")  # fmt: skip
    return DONE


def _do(ws: Workspace, options: argparse.Namespace) -> int:
    notice = erasing.carry_out(ws, options.request)
    say(options, f"Penghapusan {notice.code} ditandatangani. Kirim dengan patbm sync; server "
        "menerimanya mulai hari kelima belas, lalu setiap laptop menghapus saat terhubung.",
        f"The erasure {notice.code} is signed. Send it with patbm sync; a server takes it from the "
        "fifteenth day on, and every laptop erases when it connects.")  # fmt: skip
    if erasing.is_put_off(ws):
        say(options, "Server belum menerimanya: belum genap 14 hari. Dikirim lagi sendiri.",
            "The server has not taken it yet: it is younger than 14 days. It is sent again by "
            "itself.")  # fmt: skip
    return DONE


def _certificate(ws: Workspace, options: argparse.Namespace) -> int:
    prepared = erasing.certificate(ws, erasing.one(ws, options.request))
    write_atomically(options.out, papers.pdf(prepared))
    print(options.out)
    return DONE


def _as_json(notice: Notice) -> dict[str, Any]:
    return {
        "request": notice.op, "stand": notice.stand.value, "count": notice.count,
        "reason": notice.reason, "basis": notice.basis, "asked_from": notice.asked_from,
        "asked_on": _written(notice.asked_on), "due_on": _written(notice.due_on),
        "erased_on": _written(notice.erased_on), "back_on": _written(notice.back_on),
        "back_from": notice.back_from,
    }  # fmt: skip


def _as_line(notice: Notice, language: str) -> str:
    reason = wording.label("erasure_reason", notice.reason, language) or notice.reason
    count = whole(notice.count, language)
    what = f"{count} notes" if language == "en" else f"{count} catatan"
    return f"{notice.code}  {_state(notice, language)}  {what}  {reason}"


def _state(notice: Notice, language: str) -> str:
    english = language == "en"
    if notice.stand is Stand.DONE:
        return f"{'erased' if english else 'dihapus'} {_day(notice.erased_on)}"
    if notice.stand is Stand.SIGNED:
        return "signed, not taken yet" if english else "ditandatangani, belum diterima server"
    if notice.stand is Stand.BACK:
        return f"{'taken back' if english else 'ditarik kembali'} {_day(notice.back_on)}"
    if notice.stand is Stand.DUE:
        return "waits for the archive laptop" if english else "menunggu laptop arsip"
    return f"{'will be erased' if english else 'akan dihapus'} {_day(notice.due_on)}"


def _day(on: date | None) -> str:
    return on.isoformat() if on else "–"


def _written(on: date | None) -> str | None:
    return on.isoformat() if on else None
