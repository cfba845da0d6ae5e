"""What each command does: one function a command, each returns its exit status."""

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from patbm_desktop.actions import wording
from patbm_desktop.actions.activities import activity_list, activity_rows
from patbm_desktop.actions.entrance import appearance, new_vault, passphrases, vault
from patbm_desktop.actions.entrance import region as regions
from patbm_desktop.actions.entrance.new_vault import Archive, Profile
from patbm_desktop.actions.kelurahan.roll import rt_numbers
from patbm_desktop.actions.opened.changes import Refused
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import papers
from patbm_desktop.actions.papers.papers import Paper, Prepared, Request
from patbm_desktop.actions.rt import contacts
from patbm_desktop.actions.spreadsheets import importing, ledger
from patbm_desktop.actions.spreadsheets.sheet_rows import explain
from patbm_desktop.actions.upkeep import backups
from patbm_desktop.cli import case_commands, membership, syncing
from patbm_desktop.cli.conflicts import conflicts
from patbm_desktop.cli.erasing import erase
from patbm_desktop.cli.left import left
from patbm_desktop.cli.members import members
from patbm_desktop.cli.opening import (
    DONE,
    REFUSED,
    Command,
    folder_of,
    language_of,
    say,
    tell,
    with_vault,
)
from patbm_desktop.cli.secret import passphrase_of
from patbm_desktop.cli.unlock import unlock
from patbm_desktop.cli.usb import carry
from patbm_desktop.domain.activity import to_values
from patbm_desktop.domain.clock import SystemClock, whole
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.reading import Unreadable, rt_number
from patbm_desktop.domain.reason import Problem, Reason

# -- making a vault --------------------------------------------------------------------------


def init(options: argparse.Namespace) -> int:
    """Make a vault; draws a passphrase where no file names one, and prints it once."""
    profile = _archive(options) if options.arsip else _profile(options)
    drawn = "" if options.passphrase_file else passphrases.draw_passphrase()
    words = drawn or passphrase_of(options, language_of(options))
    folder, clock = folder_of(options), SystemClock()
    if isinstance(profile, Archive):
        ws = new_vault.make_archive(folder, profile, words, clock)
    else:
        ws = new_vault.make(folder, profile, words, clock)
    backups.daily(ws)
    if options.arsip:
        print(new_vault.archive_keys(ws), end="")
    ws.close()
    # the keys of an arsip go straight into a region file, where no other word may stand
    speak, place = tell if options.arsip else say, _place(options)
    speak(options, f"Catatan {place} siap di {folder_of(options)}.",
          f"The notes of {place} are ready in {folder_of(options)}.")  # fmt: skip
    if drawn:
        speak(options, f"Kata sandi, hafalkan sekarang: {drawn}",
              f"Passphrase, learn it now: {drawn}")  # fmt: skip
    return DONE


def _place(options: argparse.Namespace) -> str:
    if options.rt:
        return f"RT {_rt_of(options)}"
    return "arsip" if options.arsip else "kelurahan"


def _archive(options: argparse.Namespace) -> Archive:
    region = regions.find(options.kelurahan or "") or regions.DEFAULT
    return Archive(name=options.name or Archive().name, region=region)


def _profile(options: argparse.Namespace) -> Profile:
    """Return whose vault it is: that of an RT, or of a coordinator.

    Raises:
        Refused: something was left out.
        Fault: NO_SUCH_PLACE, the kelurahan is not known.
    """
    number = _rt_of(options) if options.rt is not None else ""
    missing = [Problem(each, Reason.REQUIRED) for each in ("kelurahan", "name")
               if not getattr(options, each)]  # fmt: skip
    if missing:
        raise Refused(missing)
    found = regions.find(options.kelurahan)
    if found is None:
        raise Fault(Refusal.NO_SUCH_PLACE)
    return Profile(
        name=options.name,
        call_name=options.call_name,
        address_form=options.address_form,
        kelurahan_code=options.kelurahan,
        rt_number=number,
        region=found,
    )


def _rt_of(options: argparse.Namespace) -> str:
    try:
        number = rt_number(options.rt)
    except Unreadable as unreadable:
        raise Refused([Problem("rt", unreadable.reason)]) from unreadable
    if number is None:
        raise Refused([Problem("rt", Reason.REQUIRED)])
    return number


# -- bringing in and listing -----------------------------------------------------------------


def bring_in(ws: Workspace, options: argparse.Namespace) -> int:
    """Bring in a sheet of activities."""
    rules = ledger.rules_of(ws)
    found = importing.read_file(options.file, rules)
    vault_ledger = ledger.VaultLedger(ws)
    outcome = importing.bring_in(
        found, rules, vault_ledger, dry_run=options.dry_run, progress=_told()
    )
    backups.daily(ws)
    if options.json:
        print(json.dumps(outcome.as_json(), ensure_ascii=False))
        return outcome.status
    _say_outcome(options, outcome)
    for each in outcome.refused:
        column = wording.column_label(each.column, ws.language)
        print(f"  {each.row}  {column}: {explain(each, rules, ws.language)}")
    return outcome.status


def _told() -> importing.Progress | None:
    """Return what shows how far an import is, where somebody looks on; Ctrl+C stops it."""
    if not sys.stderr.isatty():
        return None
    return lambda done, of: print(f"\r{done}/{of}", end="\n" if done == of else "", file=sys.stderr)


def _say_outcome(options: argparse.Namespace, outcome: importing.Outcome) -> None:
    numbers = [whole(each, language_of(options)) for each in
               (outcome.added, outcome.same, len(outcome.refused))]  # fmt: skip
    start = ("Akan masuk", "Would be added") if options.dry_run else ("Masuk", "Added")
    say(
        options,
        f"{start[0]} {numbers[0]} · sudah ada {numbers[1]} · perlu dilihat {numbers[2]}",
        f"{start[1]} {numbers[0]} · already there {numbers[1]} · to look at {numbers[2]}",
    )
    if outcome.ignored:
        names = ", ".join(outcome.ignored)
        say(options, f"Kolom yang dilewati: {names}", f"Columns passed over: {names}")


def list_records(ws: Workspace, options: argparse.Namespace) -> int:
    """Print records of the kind that is asked for."""
    if options.what == "cases":
        return case_commands.list_cases(ws, options)
    return list_activities(ws, options)


def list_activities(ws: Workspace, options: argparse.Namespace) -> int:
    """Print activities, newest first, of the RT or of every RT of an office; never drafts."""
    query = activity_list.Query(month=options.month or "", search=options.search)
    found = activity_list.listing_of(ws, query).rows
    rows = [row for row in found if row.state is not activity_rows.State.DRAFT]
    numbers = rt_numbers(ws)
    if options.json:
        print(json.dumps([_as_json(row, numbers) for row in rows], ensure_ascii=False))
        return DONE
    for row in rows:
        rt = "" if ws.rt else f"RT {numbers.get(row.activity.rt_id or '', '–')}  "
        print(rt + _as_line(row, ws.language))
    return DONE


def _as_json(row: activity_rows.ActivityRow, numbers: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": row.ent,
        "rt": numbers.get(row.activity.rt_id or ""),
        **to_values(row.activity),
        "planned": row.activity.planned,
        "held_by": row.activity.held_by,
        "estimated": row.activity.estimated,
        "on_report": row.activity.on_report,
        "topics": list(row.activity.topics),
        "partners": list(row.activity.partners),
        "place": row.place_name or None,
        "lead": row.lead_name or None,
        "state": row.state.value,
    }


def _as_line(row: activity_rows.ActivityRow, language: str) -> str:
    activity = row.activity
    day = activity.date.isoformat() if activity.date else "–"
    heads = str(activity.participants.total) if activity.participants else "–"
    kind = wording.label("type", activity.type or "", language)
    return f"{day}  {kind}  {row.place_name or '–'}  {heads}  {row.ent}"


# -- paper -----------------------------------------------------------------------------------


def report(options: argparse.Namespace) -> int:
    """Make one sheet; the emergency card needs no passphrase and no vault."""
    if options.paper in case_commands.SHEETS:
        return case_commands.report(options)
    paper = Paper(options.paper)
    if paper is Paper.EMERGENCY_CARD:
        return _write(_card(options), paper, options)
    return with_vault(_report)(options)


def _card(options: argparse.Namespace) -> Prepared:
    rows = contacts.public(folder_of(options), regions.load())
    return papers.locked_card(rows, SystemClock(), language_of(options))


def _report(ws: Workspace, options: argparse.Namespace) -> int:
    paper = Paper(options.paper)
    request = Request(
        paper=paper,
        month=getattr(options, "month", ""),
        activity=getattr(options, "activity", ""),
        year=getattr(options, "year", 0),
        size=_size(options.size or appearance.read(ws.folder).paper),
        results=not getattr(options, "no_results", False),
        photos=getattr(options, "photos", False),
    )
    return _write(papers.prepare(ws, request), paper, options)


def _size(name: str) -> Literal["a4", "f4"]:
    return "a4" if name == "a4" else "f4"


def _write(prepared: Prepared, paper: Paper, options: argparse.Namespace) -> int:
    for path, content in _files(prepared, paper, options.out):
        print(papers.keep(path, content))
    return DONE


def _files(prepared: Prepared, paper: Paper, target: Path) -> list[tuple[Path, bytes]]:
    suffix = target.suffix.lower()
    if suffix == ".pdf":
        return [(target, papers.pdf(prepared))]
    if suffix == ".xlsx":
        return [(target, papers.xlsx(prepared))]
    if paper is Paper.MONTH:
        return [(target, papers.chat_png(prepared))]
    pages = papers.png(prepared)
    if len(pages) == 1:
        return [(target, pages[0])]
    names = (target.with_stem(f"{target.stem}-{number}") for number in range(1, len(pages) + 1))
    return list(zip(names, pages, strict=True))


# -- copies and health -----------------------------------------------------------------------


def backup(ws: Workspace, options: argparse.Namespace) -> int:
    """Write a full backup."""
    size = backups.full(ws, options.file)
    kib = whole(max(1, size // 1024), ws.language)
    say(options, f"Cadangan tersimpan, {kib} KB. File itu terkunci dengan kata sandi yang sama.",
        f"Backup saved, {kib} KB. The file is locked with the same passphrase.")  # fmt: skip
    return DONE


def restore(options: argparse.Namespace) -> int:
    """Put a backup into an empty folder, or merge what it has into the vault that stands."""
    folder = folder_of(options)
    if not vault.has_database(folder):
        backups.restore_into_empty(folder, options.file)
        say(options, "Cadangan sudah ditempatkan. Buka dengan kata sandi yang dulu.",
            "The backup is in place. Open it with the passphrase of that time.")  # fmt: skip
        return DONE
    return with_vault(_merge)(options)


def _merge(ws: Workspace, options: argparse.Namespace) -> int:
    words = passphrase_of(options, ws.language)
    brought = backups.restore(ws, options.file, words)
    new, known = whole(brought.new, ws.language), whole(brought.known, ws.language)
    say(options, f"{new} perubahan baru masuk, {known} sudah ada. Tidak ada yang dihapus.",
        f"{new} new changes came in, {known} were there. Nothing was deleted.")  # fmt: skip
    return DONE


def doctor(ws: Workspace, options: argparse.Namespace) -> int:
    """Look at everything that could be unwell; 1 when something is."""
    found = backups.doctor(ws)
    is_well = all(each.is_well for each in found)
    if options.json:
        rows = [{"what": each.what.value, "well": each.is_well, "count": each.count}
                for each in found]  # fmt: skip
        print(json.dumps({"well": is_well, "checks": rows}))
    else:
        for each in found:
            label = wording.label("health", each.what.value, ws.language)
            mark = {True: ("baik", "well"), False: ("perlu dilihat", "to be looked at")}
            state = mark[each.is_well][ws.language == "en"]
            print(f"{label}: {state} ({whole(each.count, ws.language)})")
    return DONE if is_well else REFUSED


COMMANDS: dict[str, Command] = {
    "init": init,
    "import": with_vault(bring_in),
    "list": with_vault(list_records),
    "conflicts": with_vault(conflicts),
    "invite": with_vault(membership.invite),
    "join": with_vault(membership.join),
    "approve": with_vault(membership.approve),
    "members": with_vault(members),
    "held": with_vault(membership.held),
    "sync": with_vault(syncing.sync),
    "receipt": with_vault(syncing.receipt),
    "left": with_vault(left),
    "report": report,
    "backup": with_vault(backup),
    "restore": restore,
    "usb": with_vault(carry),
    "unlock": unlock,
    "erase": with_vault(erase),
    "doctor": with_vault(doctor),
}


def refuse(sentence: str) -> int:
    """Print why a command was refused and return its status."""
    print(sentence, file=sys.stderr)
    return REFUSED
