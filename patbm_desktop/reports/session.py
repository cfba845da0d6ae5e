"""One session on paper: invitation, attendance list, minutes and report, alone or as one pack."""

from collections.abc import Sequence
from math import ceil

from patbm_desktop.domain.clock import Language
from patbm_desktop.reports.attendance_list import attendance_list
from patbm_desktop.reports.invitation import invitation
from patbm_desktop.reports.label import words
from patbm_desktop.reports.minutes import minutes
from patbm_desktop.reports.paper import (
    Document,
    Picture,
    Printing,
    circumstances,
    code_of,
    content_hash,
    head,
    letterhead_of,
)
from patbm_desktop.reports.session_report import session_report, shown_photos
from patbm_desktop.reports.session_sheet import SessionSheet

PEOPLE_A_PAGE = 22


def session_document(sheet: SessionSheet, printing: Printing) -> Document:
    """Lay out the report of one session, with up to two photos."""
    return _document(sheet, printing, "document_session", ("session",))


def attendance_document(sheet: SessionSheet, printing: Printing) -> Document:
    """Lay out the list that participants sign, blank or with the names already known."""
    return _document(sheet, printing, "document_attendance", ("attendance",))


def pack_document(sheet: SessionSheet, printing: Printing) -> Document:
    """Lay out the four papers of one session as one print."""
    papers = ("invitation", "attendance", "minutes", "session")
    return _document(sheet, printing, "document_pack", papers)


def _document(
    sheet: SessionSheet, printing: Printing, title: str, papers: Sequence[str]
) -> Document:
    name = content_hash(sheet)
    day = sheet.activity.date
    code = code_of(
        f"RT{sheet.rt.number}-{day.isoformat()}" if day else f"RT{sheet.rt.number}", name
    )
    kop = sheet.letterhead or letterhead_of(sheet.rt)
    shown = shown_photos(sheet) if "session" in papers else ()
    pictures = [Picture("logo.svg", kop.logo)] if kop.logo else []
    pictures += [Picture(f"photo-{at}.svg", each.data) for at, each in enumerate(shown, 1)]
    common = {
        "letterhead": head(kop, "logo.svg" if kop.logo else None),
        "versions": _versions(sheet, printing.language),
    }
    made = {"invitation": invitation, "attendance": attendance_list,
            "minutes": minutes, "session": session_report}  # fmt: skip
    return Document(
        data={
            **circumstances(printing, code),
            "title": words(printing.language, "session")[title].format(rt=sheet.rt.number),
            "parts": [{"sheet": each, **common, **made[each](sheet, printing)} for each in papers],
        },
        at=printing.at,
        pictures=tuple(pictures),
        pages=len(papers) + ceil(len(sheet.attendance) / PEOPLE_A_PAGE),
        code=code,
        content_hash=name,
    )


def _versions(sheet: SessionSheet, language: Language) -> list[str]:
    """Return the line that says that two versions of the session still stand."""
    still = sheet.session is not None and sheet.session.has_two_versions
    return [words(language, "session")["versions"]] if still else []
