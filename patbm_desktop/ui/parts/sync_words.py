"""How screens say how far notes have come: the chip in the top bar, headlines, states, history.

Aman di laptop, menunggu dikirim, dikirim, terkirim: the same words everywhere, and never more than
what is true at that moment.
"""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions.travel.exchanging import Clocks
from patbm_desktop.actions.travel.syncing import Contact, Situation, Step, SyncState, Way
from patbm_desktop.domain.fault import Refusal
from patbm_desktop.ui import strings
from patbm_desktop.ui.strings import fill

Sending = tuple[int, int] | None
"""How many notes a round has brought, and of how many; None while none is made."""


@dataclass(frozen=True, slots=True)
class Travels:
    """How far notes have come at one instant: what the chip and every page show alike.

    `state` is None in a backup that is only read; `clocks` are those of both ends where far apart.
    `checks_anew` says that a round compares everything with a server that lost something.
    """

    state: SyncState | None = None
    sending: Sending = None
    clocks: Clocks | None = None
    checks_anew: bool = False


@dataclass(frozen=True, slots=True)
class Chip:
    """What the top bar says, and what of it stands there when letters are large."""

    text: str
    short: str = ""
    icon: str = "laptop"


@dataclass(frozen=True, slots=True)
class Headline:
    """What the page says first: what is safe, then what is waiting."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Look:
    """A state as icon, status of a pill, and word."""

    icon: str
    status: str
    word: str


def _safe() -> str:
    return QCoreApplication.translate("SyncWords", "Aman di laptop")


def chip_of(travels: Travels) -> Chip:
    """Return what the chip in the top bar says."""
    translate = QCoreApplication.translate
    safe, state, sending = _safe(), travels.state, travels.sending
    if state is None:
        return Chip(safe)
    if sending is not None:
        return _sending_chip(*sending, checks_anew=travels.checks_anew)
    needs = {
        Situation.DISABLED: translate("SyncWords", "perlu koordinator"),
        Situation.ASKED: _whom(state),
        Situation.APPROVAL: translate("SyncWords", "menunggu koordinator"),
        Situation.NEWER: translate("SyncWords", "perlu versi baru"),
        Situation.WAITING: _waiting(state),
    }
    if state.situation in needs:
        return Chip(f"{safe} · {needs[state.situation]}", _shortly(state))
    if state.situation is Situation.PHOTOS:
        photos = translate("SyncWords", "%Ln foto menyusul", "", state.photos)
        sent = translate("SyncWords", "Catatan terkirim")
        return Chip(f"{sent} · {photos}", sent, "check-check")
    if state.situation is Situation.SENT:
        return Chip(translate("SyncWords", "Semua sudah terkirim"), icon="check-check")
    return Chip(safe)


def _shortly(state: SyncState) -> str:
    """Return what there is room for when letters are large: the one count, if there is one."""
    translate = QCoreApplication.translate
    if state.situation is Situation.WAITING and state.waits:
        return translate("SyncWords", "Aman · %Ln menunggu", "", state.waits)
    if state.situation is Situation.WAITING and state.sent:
        return translate("SyncWords", "Aman · %Ln dikirim", "", state.sent)
    return _safe()


def _sending_chip(done: int, of: int, *, checks_anew: bool) -> Chip:
    translate = QCoreApplication.translate
    if checks_anew:
        return Chip(translate("SyncWords", "Memeriksa ulang data…"), icon="refresh-cw")
    if not of:
        return Chip(translate("SyncWords", "Mengirim dan menerima…"), icon="refresh-cw")
    said = translate("SyncWords", "Mengirim %1 dari %2…")
    return Chip(fill(said, strings.number(done), strings.number(of)), icon="refresh-cw")


def _waiting(state: SyncState) -> str:
    """Return the one count that presses most; what is no note has none."""
    translate = QCoreApplication.translate
    if state.waits:
        return translate("SyncWords", "%Ln menunggu dikirim", "", state.waits)
    if state.sent:
        return translate("SyncWords", "%Ln dikirim", "", state.sent)
    if state.refused:
        return translate("SyncWords", "%Ln belum diterima", "", state.refused)
    if state.others is Step.SENT:
        return translate("SyncWords", "perubahan dikirim")
    return translate("SyncWords", "perubahan menunggu dikirim")


def headline_of(state: SyncState, travels: Travels, last: str) -> Headline:
    """Return what the page says first; `last` is when somebody was met, "" when never.

    `state` is what the page has just found out, `travels` says what is on its way.
    """
    translate = QCoreApplication.translate
    safe = translate("SyncWords", "Semua catatan aman di laptop ini.")
    if travels.checks_anew:
        return Headline(
            translate("SyncWords", "Memeriksa ulang data dengan server."),
            translate(
                "SyncWords",
                "Semua catatan aman di laptop ini. Yang belum ada di server dikirim lagi sendiri.",
            ),
        )
    if travels.sending is not None:
        return Headline(
            translate("SyncWords", "Sedang mengirim dan menerima."),
            translate("SyncWords", "Boleh terus mencatat atau menutup laptop."),
        )
    met = fill(translate("SyncWords", "Terakhir terhubung %1."), last) if last else ""
    table = {
        Situation.ALONE: Headline(safe, _alone(state)),
        Situation.DISABLED: Headline(
            translate("SyncWords", "Perlu dihubungkan lagi."),
            translate("SyncWords", "Catatan aman. Minta kode undangan baru ke koordinator."),
        ),
        Situation.ASKED: _asked(state),
        Situation.APPROVAL: Headline(_approval(state), safe),
        Situation.NEWER: Headline(
            translate("SyncWords", "Ada versi baru."),
            translate(
                "SyncWords",
                "Semua catatan aman dan tetap dikirim. Catatan ini bisa diubah setelah aplikasi "
                "diperbarui, juga lewat flashdisk.",
            ),
        ),
        Situation.WAITING: Headline(safe, _waiting_text(state)),
        Situation.PHOTOS: Headline(
            translate("SyncWords", "Semua catatan sudah terkirim."),
            translate("SyncWords", "Foto dikirim saat sinyal lebih kuat."),
        ),
        Situation.SENT: Headline(translate("SyncWords", "Semua sudah terkirim."), met),
    }
    return table[state.situation]


def _whom(state: SyncState) -> str:
    """Say for whom a laptop waits: who founded a kelurahan has no coordinator above her."""
    translate = QCoreApplication.translate
    if state.trouble is Refusal.OFFICE_UNKNOWN:
        return translate("SyncWords", "menunggu pengurus server")
    if state.trouble is Refusal.INVITATION_FORGOTTEN:
        return translate("SyncWords", "perlu koordinator")
    return translate("SyncWords", "menunggu koordinator")


def _asked(state: SyncState) -> Headline:
    translate = QCoreApplication.translate
    waits = translate("SyncWords", "Menunggu koordinator.")
    table = {
        Refusal.OFFICE_UNKNOWN: Headline(
            translate("SyncWords", "Menunggu pengurus server."),
            translate(
                "SyncWords",
                "Catatan aman dan dikirim sendiri setelah pengurus server mengetik kode laptop "
                "ini.",
            ),
        ),
        Refusal.INVITATION_FORGOTTEN: Headline(
            translate("SyncWords", "Perlu kode undangan baru."),
            translate(
                "SyncWords",
                "Server tidak mengenal lagi undangan laptop ini. Catatan aman. Minta kode undangan "
                "baru ke koordinator.",
            ),
        ),
        Refusal.MEMBER_UNKNOWN: Headline(
            waits,
            translate(
                "SyncWords",
                "Server belum mengenal laptop ini. Catatan aman dan dikirim sendiri setelah "
                "koordinator terhubung. Kalau koordinator sudah terhubung, bacakan kode laptop ini "
                "kepadanya.",
            ),
        ),
        Refusal.MEMBER_FORGOTTEN: Headline(
            waits,
            translate(
                "SyncWords",
                "Server belum mengenal laptop ini. Catatan aman dan dikirim sendiri setelah "
                "koordinator terhubung. Kalau koordinator sudah terhubung, minta kode undangan "
                "baru.",
            ),
        ),
    }
    usual = translate(
        "SyncWords", "Catatan aman dan dikirim sendiri setelah koordinator terhubung."
    )
    return table.get(state.trouble or Refusal.DEVICE_UNKNOWN, Headline(waits, usual))


def _approval(state: SyncState) -> str:
    translate = QCoreApplication.translate
    if not state.stopped:
        return translate("SyncWords", "Menunggu persetujuan koordinator.")
    return translate(
        "SyncWords", "%Ln catatan menunggu persetujuan koordinator.", "", state.stopped
    )


def _alone(state: SyncState) -> str:
    translate = QCoreApplication.translate
    if state.is_office:
        return translate("SyncWords", "Belum ada RT yang terhubung. Itu tidak apa-apa.")
    return translate("SyncWords", "Belum terhubung ke kelurahan. Itu tidak apa-apa.")


def _waiting_text(state: SyncState) -> str:
    """Say what waits and what becomes of it; by which road depends on what there is."""
    if not state.waits and (state.sent or state.others is Step.SENT):
        return _handed_over(state)
    if not state.waits and state.refused:
        return QCoreApplication.translate(
            "SyncWords",
            "%Ln catatan belum bisa diterima server. Dikirim lagi setelah aplikasi diperbarui.",
            "",
            state.refused,
        )
    return _still_to_go(state, _what_waits(state))


def _what_waits(state: SyncState) -> str:
    """Return ``3 catatan dan 2 foto``; what is no note is only named where there is no other."""
    translate = QCoreApplication.translate
    notes = translate("SyncWords", "%Ln catatan", "", state.waits)
    photos = translate("SyncWords", "%Ln foto", "", state.photos)
    if state.waits and state.photos:
        return fill(translate("SyncWords", "%1 dan %2"), notes, photos)
    if not (state.waits or state.photos):
        return translate("SyncWords", "Perubahan lain")
    return notes if state.waits else photos


def _still_to_go(state: SyncState, what: str) -> str:
    translate = QCoreApplication.translate
    if _goes_by_stick(state):
        by_stick = translate("SyncWords", "%1 menunggu. Simpan ke flashdisk, lalu titipkan.")
        return fill(by_stick, what)
    if state.trouble in {None, Refusal.STOPPED}:
        return fill(translate("SyncWords", "%1 akan dikirim sendiri sebentar lagi."), what)
    wait = translate("SyncWords", "%1 akan dikirim sendiri begitu terhubung.")
    return f"{_why(state.trouble)} {fill(wait, what)}"


def _handed_over(state: SyncState) -> str:
    """Say of what was handed over, while nothing waits, how it becomes certain."""
    translate = QCoreApplication.translate
    notes = translate("SyncWords", "%Ln catatan", "", state.sent)
    what = notes if state.sent else translate("SyncWords", "Perubahan lain")
    if _goes_by_stick(state):
        said = translate(
            "SyncWords",
            "%1 dikirim, belum dipastikan sampai. Ambil file dari koordinator untuk memastikan.",
        )
        return fill(said, what)
    said = translate(
        "SyncWords", "%1 dikirim, belum dipastikan sampai. Dipastikan sendiri begitu terhubung."
    )
    return fill(said, what)


def _goes_by_stick(state: SyncState) -> bool:
    return not state.has_server or state.is_off


def _why(trouble: Refusal | None) -> str:
    translate = QCoreApplication.translate
    said = {
        Refusal.SERVER_STRANGE: translate("SyncWords", "Jaringan ini belum sampai ke server."),
        Refusal.CLOCK_WRONG: translate("SyncWords", "Jam laptop belum cocok."),
        Refusal.SERVER_BUSY: translate("SyncWords", "Server sedang ramai."),
    }
    return said.get(trouble or Refusal.NO_NETWORK, translate("SyncWords", "Belum ada internet."))


def way_look(contact: Contact) -> Look:
    """Return by which way an exchange went, as icon and words."""
    translate = QCoreApplication.translate
    if contact.is_cut:
        return Look("pause", "text2", translate("SyncWords", "Terputus di tengah, lalu lanjut"))
    return {
        Way.NET: Look("check-check", "ok", translate("SyncWords", "Lewat internet")),
        Way.STICK_OUT: Look("usb", "info", translate("SyncWords", "Disimpan ke flashdisk")),
        Way.STICK_IN: Look(
            "folder-input", "info", translate("SyncWords", "Diambil dari flashdisk")
        ),
    }[contact.way]


def check_title(way: Way) -> str:
    """Return what stands above the words that two people read to each other."""
    translate = QCoreApplication.translate
    return {
        Way.NET: translate("SyncWords", "Kata cocok, untuk dibacakan lewat telepon"),
        Way.STICK_OUT: translate(
            "SyncWords", "Kata cocok isi flashdisk tadi, untuk dibacakan lewat telepon"
        ),
        Way.STICK_IN: translate(
            "SyncWords", "Kata cocok sesudah ambil dari flashdisk, untuk dibacakan lewat telepon"
        ),
    }[way]


def result_of(contact: Contact) -> str:
    """Return what an exchange did, in a few words."""
    translate = QCoreApplication.translate
    if contact.is_cut:
        return translate("SyncWords", "tidak ada yang hilang")
    if contact.way is Way.STICK_OUT:
        return translate("SyncWords", "%Ln catatan", "", contact.notes)
    if contact.way is Way.STICK_IN:
        return translate("SyncWords", "%Ln catatan baru", "", contact.notes)
    parts = []
    if contact.sent:
        parts.append(translate("SyncWords", "%Ln perubahan terkirim", "", contact.sent))
    if contact.came:
        parts.append(translate("SyncWords", "%Ln diterima", "", contact.came))
    return " · ".join(parts)


def when(at: datetime) -> str:
    """Return ``Jumat, 20 November 19.40``."""
    return f"{strings.day_without_year(at.date())} {strings.clock_time(at)}"


def clocks_words(clocks: Clocks) -> str:
    """Return that the clock of this laptop is off, and what the server's said then."""
    translate = QCoreApplication.translate
    said = translate(
        "SyncWords",
        "Jam laptop belum cocok: di sini %1, di server %2. Catatan aman. Cocokkan tanggal dan jam"
        " laptop.",
    )
    return fill(said, _whole_time(clocks.laptop), _whole_time(clocks.server))


def _whole_time(at: datetime) -> str:
    return f"{strings.plain_day(at.date())} {strings.clock_time(at)}"


def size_of(size_bytes: int) -> str:
    """Return a size in KB, at least 1."""
    return strings.number(max(1, round(size_bytes / 1024)))
