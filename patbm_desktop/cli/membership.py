"""The commands of a kelurahan: inviting, joining, admitting, and deciding on held notes."""

import argparse
import json
from datetime import date
from typing import Any

from patbm_desktop.actions import joining, membership, wording
from patbm_desktop.actions.membership import HeldGroup, Member, Request, Terms
from patbm_desktop.actions.workspace import Workspace
from patbm_desktop.cli.opening import DONE, say
from patbm_desktop.domain.fault import Fault, Refusal

# -- joining ---------------------------------------------------------------------------------


def invite(ws: Workspace, options: argparse.Namespace) -> int:
    """Make an invitation: five groups of four to read out, or a file."""
    role = "koordinator" if options.coordinator else "anggota"
    invited = membership.invite(ws, options.rt or "", role=role)
    if options.out:
        membership.save_invitation(invited, options.out)
        say(options, f"Undangan tersimpan di {options.out}.",
            f"The invitation is saved in {options.out}.")  # fmt: skip
    print(invited.groups)
    return DONE


def join(ws: Workspace, options: argparse.Namespace) -> int:
    """Ask to join, by a code that was read out or by a file; or bring an office to its server."""
    typed = " ".join(options.code or ())
    if options.file:
        standing = joining.join_by_file(ws, options.file, rt=options.rt or "")
    elif not ws.rt and _is_short(typed):
        code = joining.register_office(ws, options.server, typed)
        say(options, f"Bacakan kode laptop ini kepada pengurus server: {code}",
            f"Read the code of this laptop to the administrator of the server: {code}")  # fmt: skip
        return DONE
    else:
        standing = joining.join_by_code(ws, options.server, typed, rt=options.rt or "")
    if standing.by_stick:
        say(options, "Permintaan ini belum sampai ke server. Simpan ke flashdisk (patbm usb save) "
            "dan bawa ke koordinator.",
            "No server has this request yet. Save to a flash drive (patbm usb save) and bring it "
            "to the coordinator.")  # fmt: skip
    say(options, f"Bacakan kode laptop ini kepada {standing.coordinator}: {standing.code}",
        f"Read the code of this laptop to {standing.coordinator}: {standing.code}")  # fmt: skip
    return DONE


def _is_short(code: str) -> bool:
    """Say whether it is the eight characters of an administrator, who has no card."""
    return sum(each.isalnum() for each in code) <= membership.DRAWN


def approve(ws: Workspace, options: argparse.Namespace) -> int:
    """Admit the laptop whose twelve characters were read out."""
    terms = Terms(
        role="koordinator" if options.coordinator else "anggota",
        pact=options.pact.isoformat() if options.pact else "",
        from_today=options.from_today,
        companion=options.companion,
    )
    done = membership.approve(ws, " ".join(options.code), terms)
    place = f", RT {done.rt}" if done.rt else ""
    say(options, f"Diterima: {done.name}{place}. Laptop itu tahu setelah laptop ini mengirim, atau "
        "setelah file flashdisk dari laptop ini sampai di sana.",
        f"Admitted: {done.name}{place}. That laptop learns of it once this one has sent, or a file "
        "from this one has reached it.")  # fmt: skip
    return DONE


# -- who belongs -----------------------------------------------------------------------------


def members(ws: Workspace, options: argparse.Namespace) -> int:
    """Print who waits, who belongs, and who left."""
    (waiting, fault), found = _requests(ws), membership.people(ws)
    if options.json:
        print(json.dumps({
            "waiting": [{"name": each.name, "rt": each.rt} for each in waiting],
            "members": [_as_json(each) for each in found],
        }, ensure_ascii=False))  # fmt: skip
        return DONE
    if fault is not None:
        say(options, "Yang menunggu di server belum terlihat. "
            + wording.fault_sentence(fault, ws.language),
            "Who waits at the server is not seen yet. "
            + wording.fault_sentence(fault, ws.language))  # fmt: skip
    for request in waiting:
        place = f"RT {request.rt}" if request.rt else "koordinator"
        say(options, f"menunggu  {request.name}  {place}", f"waits  {request.name}  {place}")
    for member in found:
        print("  ".join(filter(None, _words(member, ws.language))))
    if membership.lacks_second_coordinator(ws):
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


def _as_json(member: Member) -> dict[str, Any]:
    return {
        "dev": member.dev, "name": member.name, "role": member.role, "rts": list(member.rts),
        "active": member.is_active, "companion": member.is_companion,
        "pact": _written(member.pact), "last_on": _written(member.last_on),
        "reads_cases_of": member.reads_cases_of,
    }  # fmt: skip


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _words(member: Member, language: str) -> tuple[str, ...]:
    english = language == "en"
    role = member.role if not english else _ENGLISH.get(member.role, member.role)
    left = ("left" if english else "sudah keluar") if not member.is_active else ""
    companion = ("case companion" if english else "pendamping kasus") if member.is_companion else ""
    rts = "RT " + ", ".join(member.rts) if member.rts else ""
    return (member.name or member.dev[:8], role, rts, companion, _written(member.last_on) or "–",
            left)  # fmt: skip


_ENGLISH = {"pembaca": "reader", "anggota": "member", "koordinator": "coordinator"}


# -- held notes ------------------------------------------------------------------------------


def held(ws: Workspace, options: argparse.Namespace) -> int:
    """Print the notes that wait for this coordinator, or decide on one of them."""
    if options.what:
        note = membership.held_note(ws, options.id)
        membership.decide(ws, [note], ok=options.what == "accept", why=options.why)
        say(options, "Diputuskan.", "Decided.")
        return DONE
    groups = membership.held(ws)
    if options.json:
        print(json.dumps([_group(each) for each in groups], ensure_ascii=False))
        return DONE
    for group in groups:
        print(f"{group.name or group.dev[:8]}  {group.count}  {group.why}")
        for each in group.notes:
            print(f"  {each.op}")
    if not groups:
        say(options, "Tidak ada catatan yang menunggu keputusan.", "No note waits for a decision.")
    return DONE


def _group(group: HeldGroup) -> dict[str, Any]:
    return {"dev": group.dev, "name": group.name, "why": group.why, "count": group.count,
            "ids": [each.op for each in group.notes]}  # fmt: skip
