"""``patbm usb``: all notes into one locked file on a flash drive, and those of others taken in."""

import argparse
from pathlib import Path

from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel import usb
from patbm_desktop.actions.travel.usb import Brought
from patbm_desktop.cli.opening import DONE, say
from patbm_desktop.domain.clock import whole
from patbm_desktop.domain.fault import Fault, Refusal

SAVE, LOAD = "save", "load"


def carry(ws: Workspace, options: argparse.Namespace) -> int:
    """Save to a file, or take one in."""
    return _save(ws, options) if options.what == SAVE else _load(ws, options)


def _save(ws: Workspace, options: argparse.Namespace) -> int:
    carried = usb.save(ws.laptop, _target(ws, options.file))
    notes = whole(carried.notes, ws.language)
    print(carried.path)
    say(options, f"{notes} catatan tersimpan. File terkunci; hanya kelurahan yang bisa membukanya.",
        f"{notes} notes saved. The file is locked; only the kelurahan can open it.")  # fmt: skip
    return DONE


def _target(ws: Workspace, file: Path | None) -> Path:
    if file is None:
        return usb.target_on_stick(ws)
    return file / usb.suggested_name(ws) if file.is_dir() else file


def _load(ws: Workspace, options: argparse.Namespace) -> int:
    brought = usb.load_all(ws.laptop, _files(ws, options.file))
    rts = ", ".join(str(int(each)) for each in brought.rts if each.isdecimal())
    new, known = whole(brought.new, ws.language), whole(brought.known, ws.language)
    whose = (f" dari RT {rts}", f" from RT {rts}") if rts else ("", "")
    say(options, f"{new} catatan baru{whose[0]}, {known} sudah pernah diterima.",
        f"{new} new notes{whose[1]}, {known} had come before.")  # fmt: skip
    _say_more(brought, options, ws.language)
    return DONE


def _files(ws: Workspace, file: Path) -> tuple[Path, ...]:
    if not file.is_dir():
        return (file,)
    found = usb.worth_taking(usb.bundles_in(file), ws.laptop.dev)
    if not found:
        raise Fault(Refusal.FILE_MISSING, name=file.name)
    return found


def _say_more(brought: Brought, options: argparse.Namespace, language: str) -> None:
    lines = (
        (brought.delivered, "%n perubahan dari laptop ini sudah terkirim.",
         "%n changes of this laptop were received."),
        (brought.held, "%n perubahan menunggu persetujuan koordinator.",
         "%n changes wait for the coordinator."),
        (brought.later, "%n perubahan belum bisa dipakai; minta file yang lebih baru.",
         "%n changes cannot be used yet; ask for a newer file."),
        (brought.refused, "%n perubahan rusak dan dilewati. Minta kader menyimpan ulang.",
         "%n changes are damaged and were left out. Ask the kader to save again."),
        (len(brought.asking), "%n laptop minta terhubung; catatannya masuk setelah patbm approve.",
         "%n laptops ask to be connected; their notes come in after patbm approve."),
        (brought.ill, "%n file lain belum bisa dipakai; masukkan sendiri untuk melihat sebabnya.",
         "%n more files could not be used; load them one by one to see why."),
    )  # fmt: skip
    for count, indonesian, english in lines:
        if count:
            number = whole(count, language)
            say(options, indonesian.replace("%n", number), english.replace("%n", number))
