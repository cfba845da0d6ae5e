"""What the window says after a flash drive came or went."""

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions.travel.usb import Brought, Carried
from patbm_desktop.ui import strings
from patbm_desktop.ui.strings import fill


def saved(carried: Carried) -> str:
    """Return what is said once a file was written."""
    translate = QCoreApplication.translate
    said = translate(
        "StickWords",
        "Tersimpan di flashdisk: %1. File terkunci; hanya kelurahan yang bisa membukanya. "
        "Flashdisk boleh dicabut.",
    )
    return fill(said, carried.path.name)


def taken(brought: Brought) -> str:
    """Return what a file brought: ``31 catatan baru dari RT 24, 2 sudah pernah diterima.``"""
    return " ".join([_notes(brought), *_more(brought)])


def _notes(brought: Brought) -> str:
    translate = QCoreApplication.translate
    if not (brought.new or brought.known):
        return translate("StickWords", "Tidak ada catatan baru di file ini.")
    new = translate("StickWords", "%Ln catatan baru", "", brought.new)
    rts = ", ".join(strings.rt_short(each) for each in brought.rts)
    if rts:
        new = fill(translate("StickWords", "%1 dari RT %2"), new, rts)
    if not brought.known:
        return f"{new}."
    known = translate("StickWords", "%Ln sudah pernah diterima", "", brought.known)
    return f"{new}, {known}."


def _more(brought: Brought) -> list[str]:
    translate = QCoreApplication.translate
    counts = (
        (
            brought.delivered,
            translate("StickWords", "%Ln perubahan laptop ini terkirim.", "", brought.delivered),
        ),
        (
            brought.held,
            translate(
                "StickWords", "%Ln perubahan menunggu persetujuan koordinator.", "", brought.held
            ),
        ),
        (
            brought.later,
            translate(
                "StickWords",
                "%Ln perubahan belum bisa dipakai; minta file yang lebih baru.",
                "",
                brought.later,
            ),
        ),
        (
            brought.refused,
            translate(
                "StickWords",
                "Sebagian file rusak: %Ln perubahan dilewati. Minta kader menyimpan ulang.",
                "",
                brought.refused,
            ),
        ),
        (
            len(brought.asking),
            translate("StickWords", "%Ln laptop minta terhubung.", "", len(brought.asking)),
        ),
        (
            brought.ill,
            translate(
                "StickWords",
                "%Ln file lain belum bisa dipakai. Pilih file itu untuk melihat sebabnya.",
                "",
                brought.ill,
            ),
        ),
    )
    return [words for count, words in counts if count]
