"""The sentence for whatever went another way than wanted."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions import wording
from patbm_desktop.actions.opened.changes import Refused
from patbm_desktop.domain.fault import Fault
from patbm_desktop.ui import trouble
from patbm_desktop.ui.strings import addressed, clock_time, fill, language


def words(error: Exception, form: str, saved_at: datetime | None) -> str:
    """Return the sentence for a refusal, or the calm one for a bug, which is noted."""
    if isinstance(error, Fault):
        return wording.fault_sentence(error, language(), form)
    if isinstance(error, Refused):
        return wording.sentence(error.problems[0].reason, language(), form)
    return calm(trouble.note(error), form, saved_at)


def calm(code: str, form: str, saved_at: datetime | None) -> str:
    """Return what is said of a bug: what happened, what is safe, what to do."""
    translate = QCoreApplication.translate
    happened = translate("Trouble", "Ada yang tidak berjalan semestinya.")
    safe = addressed(
        form,
        translate("Trouble", "Catatan %sapaan aman."),
        translate("Trouble", "Semua catatan aman."),
    )
    if saved_at is not None:
        last = translate("Trouble", "Terakhir tersimpan pukul %1.")
        safe = f"{safe} {fill(last, clock_time(saved_at))}"
    advice = translate(
        "Trouble",
        "Tutup dan buka lagi. Kalau terulang, sampaikan kode %1 ke koordinator.",
    )
    return f"{happened} {safe} {fill(advice, code)}"
