"""``patbm members``: who waits and who belongs; a laptop removed, its role changed."""

import argparse
import json
from datetime import date
from typing import Any

from patbm_desktop.actions import wording
from patbm_desktop.actions.entrance import escrow
from patbm_desktop.actions.kelurahan import membership, moving, roll
from patbm_desktop.actions.kelurahan.membership import Request
from patbm_desktop.actions.kelurahan.roll import Member, Reach
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.cli.kelurahan_words import (
    COMPANION,
    COORDINATOR,
    OUTSIDERS,
    PACT,
    REMOVE,
    ROLE,
)
from patbm_desktop.cli.opening import DONE, say, tell
from patbm_desktop.domain.clock import whole
from patbm_desktop.domain.fault import Fault, Refusal

SEND_NOW = ("Kirim sekarang: patbm sync.", "Send it now: patbm sync.")
"""Nobody else knows of a decision before it was sent."""


def members(ws: Workspace, options: argparse.Namespace) -> int:
    """Print who waits, belongs and left; or do what the second word says."""
    acts = {
        REMOVE: _remove, ROLE: _change_role, COMPANION: _companion, PACT: _date_pact,
        OUTSIDERS: _outsiders,
    }  # fmt: skip
    return acts.get(options.what, _list)(ws, options)


# -- who belongs -----------------------------------------------------------------------------


def _list(ws: Workspace, options: argparse.Namespace) -> int:
    (waiting, fault), found = _requests(ws), roll.people(ws)
    if options.json:
        print(json.dumps({
            "waiting": [{"name": each.name, "rt": each.rt} for each in waiting],
            "members": [_as_json(each) for each in found],
        }, ensure_ascii=False))  # fmt: skip
        return DONE
    if fault is not None:
        why = wording.fault_sentence(fault, ws.language)
        say(options, f"Yang menunggu di server belum terlihat. {why}",
            f"Who waits at the server is not seen yet. {why}")  # fmt: skip
    for request in waiting:
        print("  ".join(_asking(request, ws.language)))
    for member in found:
        print("  ".join(filter(None, _words(member, ws.language))))
    if roll.lacks_second_coordinator(ws):
        say(options, "Kelurahan ini baru punya satu laptop koordinator. Undang satu lagi.",
            "This kelurahan has only one coordinator's laptop. Invite another.")  # fmt: skip
    return DONE


def _requests(ws: Workspace) -> tuple[tuple[Request, ...], Fault | None]:
    """Return who waits, those at the server too where it answers, and why it did not."""
    try:
        return membership.requests(ws), None
    except Fault as fault:
        if fault.refusal is Refusal.NOT_COORDINATOR:
            raise
        return membership.requests_by_stick(ws), fault


def _asking(request: Request, language: str) -> tuple[str, ...]:
    """Return the words about somebody who waits; one admitted here waits until that was sent."""
    waits, admitted, coordinator = _ASKING[language == "en"]
    state = admitted if request.is_member else waits
    return state, request.name, f"RT {request.rt}" if request.rt else coordinator


_ASKING = (
    ("menunggu", "diterima, belum dikirim", "koordinator"),
    ("waits", "admitted, not sent yet", "coordinator"),
)


def _as_json(member: Member) -> dict[str, Any]:
    return {
        "dev": member.dev, "code": member.code or None, "name": member.name, "role": member.role,
        "rts": list(member.rts), "active": member.is_active, "companion": member.is_companion,
        "pact": _written(member.pact), "last_on": _written(member.last_on),
        "reads_cases_of": list(member.reads_cases_of),
    }  # fmt: skip


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _words(member: Member, language: str) -> tuple[str, ...]:
    english = language == "en"
    role = member.role if not english else _ENGLISH.get(member.role, member.role)
    last = member.code or ("left" if english else "sudah keluar")
    companion = ("case companion" if english else "pendamping kasus") if member.is_companion else ""
    rts = "RT " + ", ".join(member.rts) if member.rts else ""
    return (member.name or member.dev[:8], role, rts, companion, _written(member.last_on) or "–",
            last)  # fmt: skip


_ENGLISH = {"pembaca": "reader", "anggota": "member", "koordinator": "coordinator"}


# -- what is done about a laptop -------------------------------------------------------------


def _outsiders(ws: Workspace, options: argparse.Namespace) -> int:
    found = moving.outsiders(ws)
    for each in found:
        role = _ENGLISH[COORDINATOR] if ws.language == "en" else COORDINATOR
        print("  ".join((f"RT {each.rt}", each.name, *([role] if each.leads else ()))))
    if not found:
        say(options, "Tidak ada laptop kelurahan lain yang membaca RT di sini.",
            "No laptop of another kelurahan reads an RT here.")  # fmt: skip
    elif options.remove:
        moving.send_away(ws)
        say(options, f"Laptop itu dikeluarkan dan kuncinya diganti. {SEND_NOW[0]}",
            f"They are removed and the keys are changed. {SEND_NOW[1]}")  # fmt: skip
    else:
        tell(options, "Keluarkan semuanya: patbm members outsiders --remove.",
             "Remove them all: patbm members outsiders --remove.")  # fmt: skip
    return DONE


def _remove(ws: Workspace, options: argparse.Namespace) -> int:
    member = _named(ws, options)
    reach = roll.reach(ws, member.dev)
    if options.rt:
        reach = tuple(each for each in reach if each.rt == options.rt)
        _remove_from_rt(ws, member, options.rt)
    else:
        membership.remove(ws, member.dev)
    place = (f" dari RT {options.rt}", f" from RT {options.rt}") if options.rt else ("", "")
    say(options, f"{member.name} dikeluarkan{place[0]} dan kuncinya diganti. Yang ditulis setelah "
        f"kabar ini sampai tidak terbuka di laptop itu. {SEND_NOW[0]}",
        f"{member.name} is removed{place[1]} and the keys are changed. What is written once others "
        f"have heard of it does not open on that laptop. {SEND_NOW[1]}")  # fmt: skip
    for each in reach:
        print(_reach(each, ws.language))
    return DONE


def _remove_from_rt(ws: Workspace, member: Member, rt: str) -> None:
    if rt not in member.rts:
        raise Fault(Refusal.NOT_OF_THAT_RT, rt=rt)
    membership.remove_from_rt(ws, member.dev, rt)


def _reach(reach: Reach, language: str) -> str:
    """Return what a laptop could open in one space, in counts and never in names."""
    english = language == "en"
    start = "still opens there" if english else "tetap terbuka di sana"
    place = f"RT {reach.rt}" if reach.rt else ("office" if english else "kelurahan")
    said = [f"{whole(count, language)} {_KINDS[kind][english]}" for kind, count in reach.counts]
    return f"{start}  {place}  {', '.join(said)}"


_KINDS = {
    "activity": ("kegiatan", "activities"),
    "attendance": ("nama di daftar hadir", "names on attendance lists"),
    "case": ("catatan rahasia", "confidential notes"),
}


def _change_role(ws: Workspace, options: argparse.Namespace) -> int:
    member = _named(ws, options)
    is_coordinator = options.role == COORDINATOR
    # who keeps notes for an RT reads the office, and is no member of it beyond that
    membership.change_role(ws, member.dev, "koordinator" if is_coordinator else "pembaca")
    if is_coordinator:
        say(options, f"Laptop {member.name} sekarang laptop koordinator. {SEND_NOW[0]}",
            f"The laptop of {member.name} is a coordinator's now. {SEND_NOW[1]}")  # fmt: skip
    else:
        say(options, f"Tugas koordinator laptop {member.name} dicabut. {SEND_NOW[0]}",
            f"The laptop of {member.name} is no coordinator's any more. {SEND_NOW[1]}")  # fmt: skip
    return DONE


def _companion(ws: Workspace, options: argparse.Namespace) -> int:
    member = _named(ws, options)
    if options.end:
        membership.withdraw_cases(ws, member.dev)
        say(options, f"Catatan rahasia yang baru tidak terbuka lagi di laptop {member.name}; yang "
            f"sudah ada di sana tetap terbuka. {SEND_NOW[0]}",
            f"New confidential notes do not open on the laptop of {member.name} any more; those "
            f"that are there still do. {SEND_NOW[1]}")  # fmt: skip
        return DONE
    ask_about_pact(ws, options)
    membership.name_companion(ws, member.dev, options.pact, from_today=options.from_today)
    say(options, f"{member.name} menjadi pendamping kasus. Kuncinya menyusul dari laptop tiap RT "
        f"waktu kirim dan terima. {SEND_NOW[0]}",
        f"{member.name} is the case companion. The keys follow from the laptop of each RT when it "
        f"exchanges. {SEND_NOW[1]}")  # fmt: skip
    return DONE


def _date_pact(ws: Workspace, options: argparse.Namespace) -> int:
    member = _named(ws, options)
    ask_about_pact(ws, options)
    escrow.date_pact(ws, member.dev, options.pact)
    say(options, f"Pakta {member.name} sudah dicatat. {SEND_NOW[0]}",
        f"The pact of {member.name} is written down. {SEND_NOW[1]}")  # fmt: skip
    return DONE


def ask_about_pact(ws: Workspace, options: argparse.Namespace) -> None:
    """Point out a pact of a day to come; it is taken all the same, for a clock may be wrong."""
    if options.pact and options.pact > ws.today():
        tell(options, f"Tanggal pakta {options.pact} besok atau nanti. Periksa lagi.",
             f"The pact is dated {options.pact}, which is still to come. Check it.")  # fmt: skip


def _named(ws: Workspace, options: argparse.Namespace) -> Member:
    return roll.member_with(ws, " ".join(options.code))
