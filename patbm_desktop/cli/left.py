"""``patbm left``: RT and offices this laptop was removed from, and letting go of their notes."""

import argparse
import json
from typing import Any

from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel import left_spaces
from patbm_desktop.actions.travel.left_spaces import LeftSpace, Stop
from patbm_desktop.cli.opening import DONE, say
from patbm_desktop.domain.clock import whole

DELETE = "delete"


def left(ws: Workspace, options: argparse.Namespace) -> int:
    """Print how each of them stands, or delete from this laptop what may go."""
    return _delete(ws, options) if options.what == DELETE else _list(ws, options)


def _list(ws: Workspace, options: argparse.Namespace) -> int:
    found = left_spaces.left_spaces(ws)
    if options.json:
        print(json.dumps([_as_json(each) for each in found], ensure_ascii=False))
        return DONE
    for each in found:
        print(f"{_name(each, ws.language)}  {_state(each, ws.language)}")
    if not found:
        say(options, "Laptop ini tidak dikeluarkan dari mana pun.",
            "This laptop was removed from nowhere.")  # fmt: skip
    elif left_spaces.offered(found):
        say(options, "Menghapusnya dari laptop ini saja: patbm left delete HAPUS.",
            "To delete them from this laptop alone: patbm left delete HAPUS.")  # fmt: skip
    return DONE


def _delete(ws: Workspace, options: argparse.Namespace) -> int:
    going = left_spaces.offered(left_spaces.left_spaces(ws))
    left_spaces.let_go(ws)
    count = whole(sum(each.stands.notes for each in going), ws.language)
    say(options, f"{count} catatan dihapus dari laptop ini. Koordinator dan RT tetap menyimpannya.",
        f"{count} notes are deleted from this laptop. The coordinator and the RT keep them.",
    )  # fmt: skip
    return DONE


def _as_json(each: LeftSpace) -> dict[str, Any]:
    stands = each.stands
    return {
        "rt": each.rt_number or None, "kelurahan": each.kelurahan,
        "laptop_of": each.whose or None, "notes": stands.notes,
        "left": stands.left, "offered": stands.is_offered,
        "stop": stands.stop.value if stands.stop else None,
        "due_on": stands.due_on.isoformat() if stands.due_on else None,
        "gone_on": stands.gone_on.isoformat() if stands.gone_on else None,
    }  # fmt: skip


def _name(each: LeftSpace, language: str) -> str:
    is_english = language == "en"
    office = f"{each.kelurahan} office" if is_english else f"kantor {each.kelurahan}"
    name = f"RT {each.rt_number}, {each.kelurahan}" if each.rt_number else office
    whose = f" ({'laptop of' if is_english else 'laptop'} {each.whose})"
    return name + whose if each.whose else name


def _state(each: LeftSpace, language: str) -> str:
    stands, is_english = each.stands, language == "en"
    if stands.gone_on is not None:
        return f"{'deleted here' if is_english else 'dihapus dari sini'} {stands.gone_on}"
    many = whole(stands.left if stands.stop is Stop.NOTES else stands.notes, language)
    return _STATES[stands.stop][is_english].replace("%n", many).replace("%d", str(stands.due_on))


_STATES: dict[Stop | None, tuple[str, str]] = {
    None: ("%n catatan, semuanya sudah diterima", "%n notes, all of them received"),
    Stop.NOTES: ("%n catatan belum diterima, atau menunggu koordinator",
                 "%n notes not received yet, or waiting for the coordinator"),
    Stop.PHOTOS: ("ada foto yang belum dipastikan sampai", "a photo is not known to have arrived"),
    Stop.READERS: ("ada catatan yang baru bisa dibuka di laptop ini",
                   "some notes can be opened on this laptop alone"),
    Stop.TOGETHER: ("masih dipakai catatan lain di laptop ini",
                    "other notes on this laptop still need it"),
    Stop.DAYS: ("semua sudah diterima, bisa dihapus mulai %d",
                "all received, may be deleted from %d on"),
    Stop.ROUND: ("kirim dan terima dulu: patbm sync", "exchange first: patbm sync"),
}  # fmt: skip
