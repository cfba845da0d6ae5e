"""The command about two versions: which notes have them; of a case its code and nothing else."""

import argparse
import json
from typing import Any

from patbm_desktop.actions import wording
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.versions import conflict_list
from patbm_desktop.actions.versions.conflict_list import Line
from patbm_desktop.cli.opening import DONE, say
from patbm_desktop.domain.activity import from_values


def conflicts(ws: Workspace, options: argparse.Namespace) -> int:
    """Print every note with two versions that may be seen here, and who may choose."""
    lines = conflict_list.lines(ws)
    if options.json:
        print(json.dumps([_as_json(line) for line in lines], ensure_ascii=False))
        return DONE
    for line in lines:
        print(_as_line(line, ws.language))
    if not lines:
        say(options, "Tidak ada catatan dengan dua versi.", "No record has two versions.")
    return DONE


def _as_json(line: Line) -> dict[str, Any]:
    is_case = bool(line.code)
    return {
        "kind": line.subject.kind,
        "id": line.code if is_case else line.subject.ent,
        "name": "" if is_case else _name(line, "id"),
        "parts": line.parts,
        "may_choose": line.may,
    }


def _as_line(line: Line, language: str) -> str:
    parts = f"{line.parts} parts" if language == "en" else f"{line.parts} bagian"
    if line.may:
        return f"{_name(line, language)}  {parts}"
    others = "others choose" if language == "en" else "dipilih orang lain"
    return f"{_name(line, language)}  {parts}  {others}"


def _name(line: Line, language: str) -> str:
    """Return how a line names a note: a session by day and type, a case by its code."""
    if line.code:
        return line.code
    if line.subject.kind == "activity":
        activity = from_values(line.subject.ent, line.values)
        day = activity.date.isoformat() if activity.date else "–"
        return f"{day}  {wording.label('type', activity.type or '', language) or '–'}"
    called = line.values.get("name") or line.values.get("month") or line.values.get("function")
    return str(called or line.subject.kind)
