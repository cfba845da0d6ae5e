"""The commands about cases: codes and dates, a letter, a slip, a card; never a name on screen."""

import argparse
import json
from pathlib import Path
from typing import Any

from patbm_desktop.actions import wording
from patbm_desktop.actions.cases import case_list
from patbm_desktop.actions.cases.case_list import Query
from patbm_desktop.actions.cases.case_rows import Row
from patbm_desktop.actions.entrance import region as regions
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import case_papers, papers
from patbm_desktop.actions.papers.papers import Prepared
from patbm_desktop.cli.opening import DONE, Command, folder_of, language_of, say, with_vault
from patbm_desktop.cli.words import DO_NOT_CARD, REFERRAL, REMINDER
from patbm_desktop.domain.clock import SystemClock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.wire.durable import write_atomically

SHEETS = (REFERRAL, REMINDER, DO_NOT_CARD)
"""The sheets of a case, by the words of the command line."""


def list_cases(ws: Workspace, options: argparse.Namespace) -> int:
    """Print every case as its code, level, status and next date; nothing else of it leaves."""
    rows = case_list.listing_of(ws, Query()).rows
    if options.json:
        print(json.dumps([_as_json(row) for row in rows], ensure_ascii=False))
        return DONE
    for row in rows:
        print(_as_line(row, ws.language))
    return DONE


def _as_json(row: Row) -> dict[str, Any]:
    on = row.next.on if row.next else None
    return {
        "code": row.code,
        "triage": row.triage or None,
        "status": row.status or None,
        "next": on.isoformat() if on else None,
    }


def _as_line(row: Row, language: str) -> str:
    on = row.next.on if row.next else None
    level = wording.label("triage", row.triage, language) or "–"
    status = wording.label("case_status", row.status, language) or "–"
    return f"{row.code}  {level}  {status}  {on.isoformat() if on else '–'}"


# -- paper -----------------------------------------------------------------------------------


def report(options: argparse.Namespace) -> int:
    """Make a sheet of a case; the card and the blank letter need no vault and no passphrase."""
    if not options.out.parent.is_dir():
        raise Fault(Refusal.FILE_NOT_WRITABLE)
    commands: dict[str, Command] = {
        REFERRAL: _blank if options.paper == REFERRAL and options.blank else with_vault(_letter),
        REMINDER: with_vault(_reminder),
        DO_NOT_CARD: _card,
    }
    return commands[options.paper](options)


def _blank(options: argparse.Namespace) -> int:
    return _write(case_papers.anybodys_blank_letter(SystemClock()), options.out)


def _card(options: argparse.Namespace) -> int:
    folder, language = folder_of(options), language_of(options)
    return _write(
        case_papers.do_not_card(folder, regions.load(), SystemClock(), language), options.out
    )


def _letter(ws: Workspace, options: argparse.Namespace) -> int:
    prepared = case_papers.kept_letter(ws, case_papers.case_with(ws, options.case))
    _write(prepared, options.out)
    say(options, "File ini tidak terkunci. Hapus setelah dicetak.",
        "This file is not locked. Delete it once it is printed.")  # fmt: skip
    return DONE


def _reminder(ws: Workspace, options: argparse.Namespace) -> int:
    ent = case_papers.case_with(ws, options.case)
    prepared = case_papers.reminder(ws, ent)
    case_access.exported(ws, ent)
    return _write(prepared, options.out)


def _write(prepared: Prepared, target: Path) -> int:
    is_picture = target.suffix.lower() == ".png"
    content = papers.png(prepared)[0] if is_picture else papers.pdf(prepared)
    write_atomically(target, content)
    print(target)
    return DONE
