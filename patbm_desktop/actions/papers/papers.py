"""Sheets: gathered on the store's thread as frozen values, made into paper on any other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from patbm_desktop.actions import wording
from patbm_desktop.actions.activities import activity_detail, activity_list, attendance, photos
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import month
from patbm_desktop.actions.rt import contacts, people
from patbm_desktop.actions.rt.contacts import ContactRow
from patbm_desktop.actions.versions import conflict_list
from patbm_desktop.domain import plain_text
from patbm_desktop.domain.activity import from_values
from patbm_desktop.domain.clock import Clock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.reason import Hint
from patbm_desktop.domain.summary import SheetActivity, year_summary
from patbm_desktop.reports import (
    card,
    entry_form,
    paper,
    recovery,
    render,
    session,
    session_sheet,
    statement,
    wall,
    work_sheet,
)
from patbm_desktop.reports import month as month_sheets
from patbm_desktop.reports import sheet as workbook
from patbm_desktop.reports.paper import Document, Printing
from patbm_desktop.reports.paper import Paper as PaperSize
from patbm_desktop.reports.statement import Statement
from patbm_desktop.store import listing
from patbm_desktop.wire.durable import write_atomically


class Paper(StrEnum):
    """A sheet a volunteer can ask for; the values are the words of the command line."""

    MONTH = "month"
    SESSION = "session"
    PACK = "pack"
    ATTENDANCE_SHEET = "attendance-sheet"
    ENTRY_FORM = "entry-form"
    WORK_SHEET = "work-sheet"
    EMERGENCY_CARD = "emergency-card"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Which sheet, of what, on which paper, with which switches."""

    paper: Paper
    month: str = ""
    activity: str = ""
    year: int = 0
    size: PaperSize = "f4"
    results: bool = True
    photos: bool = False
    companionship: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A sheet ready to be made; needs no vault any more and shows nothing in its repr."""

    document: Document
    wall: Document | None = None
    statement: Statement | None = None
    table: Callable[[], bytes] | None = field(default=None, repr=False)
    name: str


def prepare(ws: Workspace, request: Request) -> Prepared:
    """Gather what `request` asks for.

    Raises:
        Fault: the activity it names is not on this laptop; NEEDS_RT, the vault is that of an
            office, which makes the emergency card alone.
    """
    if not ws.rt and request.paper is not Paper.EMERGENCY_CARD:
        raise Fault(Refusal.NEEDS_RT)
    printing = Printing(ws.clock.now(), request.size, "en" if ws.language == "en" else "id")
    return _MAKERS[request.paper](ws, request, printing)


def pdf(prepared: Prepared) -> bytes:
    """Return the PDF of a sheet; the preview shows the pages of this very file."""
    return render.render_pdf(prepared.document)


def png(prepared: Prepared, ppi: int = 144) -> list[bytes]:
    """Return the pages of a sheet as pictures."""
    return render.render_png(prepared.document, ppi=ppi)


def chat_png(prepared: Prepared) -> bytes:
    """Return the picture fit for a chat group: numbers only.

    Raises:
        Fault: this sheet has no such version.
    """
    if prepared.wall is None:
        raise Fault(Refusal.NO_SUCH_SHEET)
    return render.render_png(prepared.wall)[0]


def xlsx(prepared: Prepared) -> bytes:
    """Return the table behind a sheet as a spreadsheet.

    Raises:
        Fault: there is no table behind this sheet.
    """
    if prepared.table is None:
        raise Fault(Refusal.NO_SUCH_SHEET)
    return prepared.table()


def keep(path: Path, content: bytes) -> Path:
    """Write a sheet to `path`, whole or not at all, and return `path`.

    Raises:
        Fault: the disk is full, or the file may not be written; what stood there still does.
    """
    write_atomically(path, content)
    return path


# -- one maker a sheet -----------------------------------------------------------------------


def _month(ws: Workspace, request: Request, printing: Printing) -> Prepared:
    wanted = request.month or month.default_month(ws)
    made = replace(
        month.sheet(ws, wanted),
        with_results=request.results,
        with_photos=request.photos,
        photos=_month_photos(ws, wanted) if request.photos else (),
        companionship=False if request.companionship else None,
    )
    rows, rt, with_results, language = made.rows, made.rt, made.with_results, printing.language
    held = tuple(row for row in rows if _is_of(row, wanted))
    return Prepared(
        document=month_sheets.month_document(made, printing),
        wall=wall.wall_document(made, printing),
        statement=statement.statement(made, findings_of(ws), language),
        table=lambda: workbook.data_workbook(
            held, rt.kelurahan, rt.number, with_results=with_results, language=language
        ),
        name=f"PATBM_RT{rt.number}_{wanted}",
    )


def _is_of(row: SheetActivity, wanted: str) -> bool:
    return row.activity.date is not None and row.activity.date.isoformat()[:7] == wanted


def findings_of(ws: Workspace) -> Callable[[str], tuple[Hint, ...]]:
    """Return the check of a text for what must not stand in public: V4, with this vault's names."""
    names = attendance.names_of_children(ws)
    words = wording.case_words()
    return lambda text: tuple(each.hint for each in plain_text.findings(text, names, words))


def _month_photos(ws: Workspace, wanted: str) -> tuple[paper.Photo, ...]:
    query = activity_list.Query(month=wanted)
    rows = activity_list.listing_of(ws, query).rows
    return tuple(photo for row in rows if row.ent for photo in _photos(ws, row.ent))


def _photos(ws: Workspace, activity: str) -> tuple[paper.Photo, ...]:
    return tuple(
        paper.Photo(
            data=photos.bytes_of(ws, row.ent),
            activity=activity,
            caption=row.caption,
            children_visible=row.children_visible,
            has_consent=row.has_consent,
        )
        for row in photos.of(ws, activity)
        if row.kind == "foto" and row.is_here
    )


def _session_sheet(ws: Workspace, request: Request) -> session_sheet.SessionSheet:
    found = activity_detail.detail(ws, request.activity)
    return session_sheet.SessionSheet(
        rt=month.rt_of(ws),
        session=month.as_sheet_row(found.row),
        titles=month.titles_of(ws),
        maker_name=ws.me.name,
        head_name=people.head_of_rt(ws),
        letterhead=month.letterhead_of(ws),
        photos=_photos(ws, request.activity),
        attendance=found.attendees,
    )


def _session(ws: Workspace, request: Request, printing: Printing) -> Prepared:
    made = _session_sheet(ws, request)
    return Prepared(
        document=session.session_document(made, printing), name=_session_name(made, "laporan")
    )


def _pack(ws: Workspace, request: Request, printing: Printing) -> Prepared:
    made = _session_sheet(ws, request)
    return Prepared(
        document=session.pack_document(made, printing), name=_session_name(made, "paket")
    )


def _session_name(made: session_sheet.SessionSheet, what: str) -> str:
    held = made.session.activity.date if made.session else None
    return f"PATBM_RT{made.rt.number}_{what}_{held.isoformat() if held else 'tanpa-tanggal'}"


def _attendance_sheet(ws: Workspace, request: Request, printing: Printing) -> Prepared:
    rt = month.rt_of(ws)
    if request.activity:
        made = _session_sheet(ws, request)
    else:
        made = session_sheet.SessionSheet(
            rt=rt,
            session=None,
            titles=month.titles_of(ws),
            maker_name=ws.me.name,
            head_name=people.head_of_rt(ws),
            letterhead=month.letterhead_of(ws),
        )
    return Prepared(
        document=session.attendance_document(made, printing),
        name=f"PATBM_RT{rt.number}_daftar-hadir",
    )


def _entry_form(ws: Workspace, _: Request, printing: Printing) -> Prepared:
    rt = month.rt_of(ws)
    return Prepared(
        document=entry_form.entry_form_document(rt, printing),
        name=f"PATBM_RT{rt.number}_lembar-isian",
    )


def _work_sheet(ws: Workspace, request: Request, printing: Printing) -> Prepared:
    year = request.year or ws.today().year
    first, last = f"{year:04}-01-01", f"{year:04}-12-31"
    rows = listing.rows(ws.db, "activity", spaces=ws.shown, since=first, until=last)
    held = [from_values(row.ent, row.values) for row in rows]
    trainings = people.me(ws).get("trainings", [])
    made = work_sheet.WorkSheet(
        rt=month.rt_of(ws),
        name=ws.me.name,
        titles=month.titles_of(ws),
        summary=year_summary(
            held,
            year,
            _reported_months(ws),
            [each["name"] for each in trainings if each.get("year") in (None, year)],
        ),
        letterhead=month.letterhead_of(ws),
        two_versions=_with_two_versions(ws, rows),
    )
    return Prepared(
        document=work_sheet.work_sheet_document(made, printing),
        name=f"PATBM_RT{made.rt.number}_lembar-kerja_{year}",
    )


def _with_two_versions(ws: Workspace, rows: Sequence[listing.Row]) -> int:
    parted = conflict_list.activities_with_parts_undecided(ws)
    return sum(bool(row.conflicts) or row.is_contested or row.ent in parted for row in rows)


def _reported_months(ws: Workspace) -> list[str]:
    rows = listing.rows(ws.db, "report", spaces=ws.shown)
    return [
        row.values["month"]
        for row in rows
        if "month" in row.values and (row.values.get("handed_on") or row.values.get("nothing_held"))
    ]


def _emergency_card(ws: Workspace, _: Request, printing: Printing) -> Prepared:
    return emergency_card(contacts.every(ws), printing)


def emergency_card(rows: tuple[ContactRow, ...], printing: Printing) -> Prepared:
    """Gather the card from numbers alone, so that it prints while the vault is locked."""
    given = [
        card.CardContact(row.function, row.number, row.source, row.tested_on)
        for row in rows
        if row.function not in contacts.PRIVATE
    ]
    return Prepared(document=card.card_document(tuple(given), printing), name="PATBM_kartu-darurat")


def locked_card(rows: tuple[ContactRow, ...], clock: Clock, language: str) -> Prepared:
    """Gather the emergency card of a locked vault, or of a laptop without one."""
    return emergency_card(rows, Printing(clock.now(), "a4", "en" if language == "en" else "id"))


def recovery_sheet(ws: Workspace, letters: str) -> Prepared:
    """Gather the recovery sheet; keep what comes of it in memory, print it, forget it."""
    printing = Printing(ws.clock.now(), "a4", "en" if ws.language == "en" else "id")
    rt = month.rt_of(ws) if ws.rt else None
    document = recovery.recovery_document(letters, ws.me.name, rt, printing)
    return Prepared(document=document, name="PATBM_lembar-pemulihan")


_MAKERS: dict[Paper, Callable[[Workspace, Request, Printing], Prepared]] = {
    Paper.MONTH: _month,
    Paper.SESSION: _session,
    Paper.PACK: _pack,
    Paper.ATTENDANCE_SHEET: _attendance_sheet,
    Paper.ENTRY_FORM: _entry_form,
    Paper.WORK_SHEET: _work_sheet,
    Paper.EMERGENCY_CARD: _emergency_card,
}
