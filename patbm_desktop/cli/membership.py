"""The commands of a kelurahan: inviting, joining, admitting, and deciding on held notes."""

import argparse
import json
from typing import Any

from patbm_desktop.actions import wording
from patbm_desktop.actions.kelurahan import holding, joining, membership, roll
from patbm_desktop.actions.kelurahan.holding import HeldGroup
from patbm_desktop.actions.kelurahan.joining import Standing
from patbm_desktop.actions.kelurahan.membership import Terms
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.cli.members import SEND_NOW, ask_about_pact
from patbm_desktop.cli.opening import DONE, say, tell
from patbm_desktop.domain.fault import Fault, Refusal

# -- joining ---------------------------------------------------------------------------------


def invite(ws: Workspace, options: argparse.Namespace) -> int:
    """Make an invitation: five groups of four to read out where there is a server, or a file."""
    roll.office_of(ws)
    server = joining.server_of(ws)
    if not (server or options.out):
        raise Fault(Refusal.INVITATION_BY_FILE)
    role = "koordinator" if options.coordinator else "anggota"
    invited = membership.invite(ws, options.rt or "", role=role)
    if options.out:
        membership.save_invitation(invited, options.out)
        say(options, f"Undangan tersimpan di {options.out}. Serahkan file itu"
            + (", atau bacakan:" if server else "."),
            f"The invitation is saved in {options.out}. Hand on that file"
            + (", or read out:" if server else "."))  # fmt: skip
    if server:
        print(invited.groups)
        tell(options, f"Sekali pakai, 14 hari. Sebutkan juga alamat server: {server}",
             f"Good once, for 14 days. Name the address of the server too: {server}")  # fmt: skip
    return DONE


def join(ws: Workspace, options: argparse.Namespace) -> int:
    """Ask to join, by a code that was read out or by a file; or bring an office to its server."""
    typed, rt = " ".join(options.code or ()), options.rt or ""
    if options.file:
        made = joining.join_by_file(ws, options.file, rt=rt, moves=options.moved)
        return _say_standing(made, options)
    server = options.server or joining.server_of(ws)
    if not server:
        raise Fault(Refusal.SERVER_UNNAMED)
    if ws.rt or not _is_short(typed):
        made = joining.join_by_code(ws, server, typed, rt=rt, moves=options.moved)
        return _say_standing(made, options)
    code = joining.register_office(ws, server, typed)
    say(options, "Setelah pengurus server mengetik kode ini, kirim dan terima: patbm sync.",
        "Once the administrator of the server has typed this code, exchange: patbm sync.",
    )  # fmt: skip
    say(options, f"Bacakan kode laptop ini kepada pengurus server: {code}",
        f"Read the code of this laptop to the administrator of the server: {code}")  # fmt: skip
    return DONE


def _is_short(code: str) -> bool:
    """Say whether it is the eight characters of an administrator, who has no card."""
    return sum(each.isalnum() for each in code) <= membership.DRAWN


def _say_standing(standing: Standing, options: argparse.Namespace) -> int:
    """Say what a newcomer does next, her own code last."""
    place, code = standing.kelurahan, standing.code
    if not standing.is_asking:
        say(options, f"Laptop ini sudah terhubung dengan kelurahan {place}; tidak perlu kode lagi.",
            f"This laptop is connected to kelurahan {place} already; no code is needed.",
        )  # fmt: skip
        return DONE
    if standing.by_stick:
        say(options, "Permintaan ini belum sampai ke server. Simpan ke flashdisk (patbm usb save) "
            "dan bawa ke koordinator.",
            "No server has this request yet. Save to a flash drive (patbm usb save) and bring it "
            "to the coordinator.")  # fmt: skip
    else:
        say(options, "Setelah koordinator menerima kode ini, kirim dan terima: patbm sync.",
            "Once the coordinator has typed this code, exchange: patbm sync.")  # fmt: skip
    say(options, f"Bacakan kode laptop ini kepada {standing.coordinator}: {code}",
        f"Read the code of this laptop to {standing.coordinator}: {code}")  # fmt: skip
    return DONE


def approve(ws: Workspace, options: argparse.Namespace) -> int:
    """Admit the laptop whose twelve characters were read out."""
    terms = Terms(
        role="koordinator" if options.coordinator else "anggota",
        pact=options.pact.isoformat() if options.pact else "",
        from_today=options.from_today,
        companion=options.companion,
    )
    ask_about_pact(ws, options)
    done = membership.approve(ws, " ".join(options.code), terms)
    place = f", RT {done.rt}" if done.rt else ""
    say(options, f"Diterima: {done.name}{place}. Laptop itu tahu setelah laptop ini mengirim "
        "(patbm sync), atau setelah file flashdisk dari laptop ini sampai di sana.",
        f"Admitted: {done.name}{place}. That laptop learns of it once this one has sent (patbm "
        "sync), or a file from this one has reached it.")  # fmt: skip
    return DONE


# -- held notes ------------------------------------------------------------------------------


def held(ws: Workspace, options: argparse.Namespace) -> int:
    """Print the notes that wait for this coordinator, or decide on some of them."""
    roll.office_of(ws)
    if options.what:
        return _decide(ws, options)
    groups = holding.held(ws)
    if options.json:
        print(json.dumps([_group(each) for each in groups], ensure_ascii=False))
        return DONE
    for group in groups:
        why = wording.label("held_why", group.why, ws.language) or group.why
        print(f"{group.name or group.dev[:8]}  {group.count}  {why}")
        for record in group.records:
            kind = wording.label("record_kind", record.kind or "tertutup", ws.language)
            print(f"  {kind}  {record.on or '–'}")
            for each in record.notes:
                print(f"    {each.op}")
    if groups:
        tell(options, "Putuskan: patbm held accept ID, atau patbm held refuse ID --why TEKS.",
             "Decide: patbm held accept ID, or patbm held refuse ID --why TEXT.")  # fmt: skip
    else:
        say(options, "Tidak ada catatan yang menunggu keputusan.", "No note waits for a decision.")
    return DONE


def _decide(ws: Workspace, options: argparse.Namespace) -> int:
    if not options.id:
        raise Fault(Refusal.HELD_NOTE_UNNAMED)
    notes = [holding.held_note(ws, each) for each in options.id]
    is_taken = options.what == "accept"
    holding.decide(ws, notes, ok=is_taken, why=options.why)
    said = {True: ("diterima", "taken in"), False: ("tidak dipakai", "left out")}[is_taken]
    say(options, f"{len(notes)} perubahan {said[0]}. {SEND_NOW[0]}",
        f"{len(notes)} changes are {said[1]}. {SEND_NOW[1]}")  # fmt: skip
    return DONE


def _group(group: HeldGroup) -> dict[str, Any]:
    return {"dev": group.dev, "name": group.name, "why": group.why, "count": group.count,
            "ids": [each.op for each in group.notes]}  # fmt: skip
