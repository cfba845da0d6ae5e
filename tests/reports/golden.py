"""Draw the approved pictures of the sheets: ``python -m tests.reports.golden``."""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage

from patbm_desktop.domain.summary import year_summary
from patbm_desktop.reports.card import CardContact, card_document
from patbm_desktop.reports.do_not_card import do_not_card_document
from patbm_desktop.reports.entry_form import entry_form_document
from patbm_desktop.reports.letter import blank_letter_document, letter_document
from patbm_desktop.reports.month import month_document
from patbm_desktop.reports.paper import Document, Photo
from patbm_desktop.reports.recovery import recovery_document
from patbm_desktop.reports.reminder import reminder_document
from patbm_desktop.reports.render import render_pdf
from patbm_desktop.reports.session import attendance_document, session_document
from patbm_desktop.reports.wall import wall_document
from patbm_desktop.reports.work_sheet import WorkSheet, work_sheet_document
from tests.reports import letters, reading, samples
from tests.reports.test_reminder import TOMORROW
from tests.reports.test_session import BLANK, HELD

FOLDER = Path(__file__).parent / "golden"
WIDTH = 660


def _photos() -> tuple[Photo, ...]:
    return (Photo(samples.photo(), "", "Membaca bersama", "tidak"),) * 2


def _year() -> Document:
    held = [row.activity for row in samples.october()]
    summary = year_summary(held, 2026, ["2026-10"], ["Bimtek Seksi PPA RT"])
    sheet = WorkSheet(rt=samples.RT, name="Siti Rahmawati", titles=samples.TITLES, summary=summary)
    return work_sheet_document(sheet, samples.printing())


SHEETS: Mapping[str, Callable[[], Document]] = {
    "month-f4": lambda: month_document(samples.month_sheet(), samples.printing()),
    "month-a4-en": lambda: month_document(
        samples.month_sheet(companionship=False, revision=1), samples.printing("a4", "en")
    ),
    "session": lambda: session_document(replace(HELD, photos=_photos()), samples.printing()),
    "attendance": lambda: attendance_document(BLANK, samples.printing("a4")),
    "entry-form": lambda: entry_form_document(samples.RT, samples.printing()),
    "work-sheet": _year,
    "card": lambda: card_document((CardContact("uptd_ppa", "0800 111"),), samples.printing()),
    "recovery": lambda: recovery_document(
        "0123456789ABCDEFGHJKMNPQ", "Siti Rahmawati", samples.RT, samples.printing("a4")
    ),
    "wall": lambda: wall_document(samples.month_sheet(), samples.printing()),
    "letter": lambda: letter_document(letters.CHILD, samples.printing()),
    "letter-receipt": lambda: letter_document(letters.CHILD, samples.printing()),
    "letter-envelope": lambda: letter_document(letters.CHILD, samples.printing()),
    "letter-blank": lambda: blank_letter_document(samples.printing()),
    "reminder": lambda: reminder_document(TOMORROW, samples.printing()),
    "do-not-card": lambda: do_not_card_document(samples.printing()),
}

PAGES = {"letter-receipt": 1, "letter-envelope": 2}
"""Which page is looked at, from 0, where it is not the first."""


def drawn(name: str) -> QImage:
    """Return the page of a sheet in grey, as a person with a simple printer gets it."""
    return reading.page(render_pdf(SHEETS[name]()), PAGES.get(name, 0), WIDTH)


def main() -> None:
    """Draw every sheet anew."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _application = QGuiApplication([])
    FOLDER.mkdir(exist_ok=True)
    for name in SHEETS:
        drawn(name).save(str(FOLDER / f"{name}.png"))


if __name__ == "__main__":
    main()
