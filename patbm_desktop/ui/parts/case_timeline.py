"""What the timeline of a case says: the first note, each follow-up, each letter on its way."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from patbm_desktop.actions.cases.casebook import Entry, Page, news_day
from patbm_desktop.domain.follow_up import FollowUp
from patbm_desktop.domain.referral import Referral, Stage
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.case_words import label, rule
from patbm_desktop.ui.parts.timeline import Item
from patbm_desktop.ui.parts.tracker import Mark, stage_word

HIDE_FOLLOW_UP, HIDE_REFERRAL = "hide_follow_up", "hide_referral"
ICONS: Mapping[str, str] = {
    "kunjungan": "footprints",
    "telepon": "phone-forwarded",
    "pendampingan_layanan": "heart-handshake",
    "koordinasi_sekolah": "book-open",
    "koordinasi_puskesmas": "ambulance",
    "musyawarah_keluarga": "users",
    "cek_keamanan": "shield-check",
    "umpan_balik_uptd": "message-square-plus",
}


def items_of(page: Page, today: date, *, may_write: bool) -> tuple[Item, ...]:
    """Return the entries of the timeline of a case, newest first; locked parts come last."""
    found = [
        _item(page, entry, _when(entry, today), may_write=may_write) for entry in page.timeline
    ]
    return (*found, *_locked(page))


def _item(page: Page, entry: Entry, when: str, *, may_write: bool) -> Item:
    if isinstance(entry.value, FollowUp):
        return _follow_up(entry.ent, entry.value, when, may_write=may_write)
    if isinstance(entry.value, Referral):
        return _referral(page, entry.value, when, may_write=may_write)
    detail = page.dossier.detail
    return Item(
        ent=entry.ent,
        icon="notebook-pen",
        title=QCoreApplication.translate("CaseTimeline", "Dicatat pertama kali"),
        when=when,
        text=detail.narrative if detail else "",
    )


def _follow_up(ent: str, done: FollowUp, when: str, *, may_write: bool) -> Item:
    result = label("follow_up_result", done.result)
    advised = rule("r21.advised") if done.advised else ""
    head = " · ".join(part for part in (result, advised) if part)
    words = QCoreApplication.translate("CaseTimeline", "Sembunyikan tindak lanjut")
    return Item(
        ent=ent,
        icon=ICONS.get(done.kind, "notebook-pen"),
        title=label("follow_up", done.kind),
        when=when,
        text="\n".join(part for part in (head, done.note) if part),
        verbs=((HIDE_FOLLOW_UP, words),) if may_write else (),
    )


def _referral(page: Page, letter: Referral, when: str, *, may_write: bool) -> Item:
    said = QCoreApplication.translate("CaseTimeline", "Dirujuk ke %1")
    words = QCoreApplication.translate("CaseTimeline", "Sembunyikan surat")
    is_only_made = letter.sent is None and letter.outcome is None
    return Item(
        ent=letter.ent,
        icon="send",
        tone="info",
        title=strings.fill(said, label("referral_to", letter.to)),
        when=when,
        text=_letter_words(letter),
        marks=marks_of(page, letter),
        verbs=((HIDE_REFERRAL, words),) if may_write and is_only_made else (),
    )


def marks_of(page: Page, letter: Referral) -> tuple[Mark, ...]:
    """Return the four marks of a letter."""
    stages = letter.stages(news_day(page.dossier, letter))
    return tuple(
        Mark(_stage_word(letter, stage), _short(on), is_reached) for stage, on, is_reached in stages
    )


def _stage_word(letter: Referral, stage: Stage) -> str:
    """Return the word of a mark; a letter that came back says so in its last one."""
    if stage is Stage.NEWS and letter.outcome in ("ditolak", "dialihkan"):
        return label("outcome", letter.outcome)
    return stage_word(stage)


def _letter_words(letter: Referral) -> str:
    translate = QCoreApplication.translate
    parts = [strings.fill(translate("CaseTimeline", "Surat rujukan %1."), letter.code)]
    if letter.sent:
        said = translate("CaseTimeline", "Diserahkan %1, %2.")
        means = label("means", letter.means).lower() or translate("CaseTimeline", "tanpa catatan")
        parts.append(strings.fill(said, _short(letter.sent.on), means))
    slip = letter.receipt
    if slip:
        said = translate("CaseTimeline", "Tanda terima kembali %1.")
        parts.append(strings.fill(said, _short(slip.on)))
        who = ", ".join(part for part in (slip.officer, slip.register_no) if part)
        if who:
            parts.append(f"{who}.")
    if letter.refused_by:
        parts.append(f"{label('refused_by', letter.refused_by)}.")
    return " ".join(parts)


def _locked(page: Page) -> tuple[Item, ...]:
    if not page.locked:
        return ()
    translate = QCoreApplication.translate
    return (
        Item(
            icon="lock",
            tone="text2",
            title=translate("CaseTimeline", "%Ln bagian terkunci", "", page.locked),
            text=translate("CaseTimeline", "Belum bisa dibuka di laptop ini. Isinya tetap ada."),
        ),
    )


def _when(entry: Entry, today: date) -> str:
    day = ""
    if entry.on:
        is_near = entry.on.year == today.year
        day = strings.day_without_year(entry.on) if is_near else strings.plain_day(entry.on)
    return " · ".join(part for part in (day, entry.by_name) if part)


def _short(on: date | None) -> str:
    return strings.day_without_weekday(on) if on else ""
