"""What is said above a case before anything else: each a sentence, and perhaps what to do."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from patbm_desktop.actions.cases.case_consents import Consent
from patbm_desktop.actions.cases.case_rows import Row, State
from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.actions.rt.contacts import ContactRow
from patbm_desktop.actions.upkeep.erasing import Notice as Erasure
from patbm_desktop.actions.upkeep.erasing import Stand
from patbm_desktop.domain.facts import facts_of
from patbm_desktop.domain.safeguard import Offer, Panel
from patbm_desktop.ui import strings
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.cards import Banner, Card
from patbm_desktop.ui.parts.case_person_card import CARD, may_write
from patbm_desktop.ui.parts.case_words import label, reader_names, rule
from patbm_desktop.ui.parts.labels import Label
from patbm_desktop.ui.parts.layouts import Column, Flow, box, clear, show_if
from patbm_desktop.ui.theme import Theme

DANGER, BRING_BACK, THAW, NUMBERS, NEWS, SAFETY, PRINT_CARD = (
    "danger", "bring_back", "thaw", "numbers", "news", "safety", "card",
)  # fmt: skip
WIPE, KEEP, OPEN, OTHER_CHILD, SCHOOL = "wipe", "keep", "open", "other_child", "school"
WITHDRAW = "withdraw"
ERASE, TAKE_BACK = "erase", "take_back"
ADVICE = ("r2.diversion", "r17.under_12", "r19.school", "r15.parent", "r21.not_home")
"""Sentences of the rules that stand beside a case; the others open a panel of their own."""

Do = tuple[str, str, str]
"""A verb, what it is about, and the words on the button."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One sentence over a case, in the tint of a banner."""

    text: str = field(repr=False)
    title: str = field(default="", repr=False)
    status: str = "neutral"
    icon: str = "info"
    acts: tuple[Do, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a page says besides the case itself."""

    today: date
    contacts: tuple[ContactRow, ...] = ()
    consents: tuple[Consent, ...] = field(default=(), repr=False)
    doubles: tuple[Row, ...] = ()
    due_on: date | None = None
    erasure: Erasure | None = field(default=None, repr=False)
    may_erase: bool = False
    """The person at this laptop may ask for it to be erased for good."""

    is_old: bool = False
    """It has been open for over a year, and is looked at again this year."""
    keeps_identity: bool = False
    """Somebody said not to wipe it yet."""


def needs_call(page: Page) -> bool:
    """Say whether the stop panel stands over a case: nobody has telephoned yet."""
    whole = page.dossier
    if whole.detail is None or whole.standing.is_over or whole.case.frozen:
        return False
    facts = facts_of(whole)
    return facts.is_stopped and not (facts.is_contacted or facts.is_taken_over)


def notices_of(page: Page, around: Around) -> tuple[Notice, ...]:
    """Return what is said above a case, the most pressing first."""
    return tuple(_every(page, around))


def danger_of(page: Page) -> tuple[Notice, ...]:
    """Return the question that comes before everything else, if nobody has answered it."""
    if Panel.ASK_DANGER not in page.judgement.panels or page.row.is_over:
        return ()
    acts = tuple((DANGER, key, label("known", key)) for key in ("ya", "tidak", "tidak_tahu"))
    may = acts if may_write(page) else ()
    return (Notice(text=rule("danger.ask"), status="sun", icon="siren", acts=may),)


def _every(page: Page, around: Around) -> Iterator[Notice]:
    makers: tuple[Callable[[Page, Around], Iterator[Notice]], ...] = (
        _state, _refusals, _no_news, _flags, _doubles, _identity, _retention, _consents,
    )  # fmt: skip
    for make in makers:
        yield from make(page, around)


def _state(page: Page, _: Around) -> Iterator[Notice]:
    translate, case = QCoreApplication.translate, page.dossier.case
    if page.row.state is State.HIDDEN:
        back = (BRING_BACK, "", translate("CaseNotices", "Munculkan lagi"))
        yield Notice(text=translate("CaseNotices", "Catatan ini disembunyikan."), icon="eye-off",
                     acts=(back,))  # fmt: skip
    if case.frozen:
        said = translate("CaseNotices", "Dibekukan sejak %1 (%2). Hanya bisa dibaca.")
        on, why = strings.plain_day(case.frozen.on), label("frozen_reason", case.frozen.reason)
        acts = ((THAW, "", translate("CaseNotices", "Akhiri pembekuan")),)
        yield Notice(text=strings.fill(said, on, why.lower()), icon="lock", acts=acts)
    if page.dossier.detail is None:
        yield _elsewhere(page)
    elif page.locked:
        said = translate("CaseNotices",
                         "%Ln bagian belum bisa dibuka di laptop ini. Isinya tetap tersimpan.",
                         "", page.locked)  # fmt: skip
        yield Notice(text=said, status="info", icon="lock")


def _elsewhere(page: Page) -> Notice:
    translate = QCoreApplication.translate
    said = translate("CaseNotices", "Di laptop ini hanya kode, tingkat, status, dan tanggal.")
    holders = reader_names(page.readers)
    if holders:
        said += " " + strings.fill(translate("CaseNotices", "Sisanya dipegang %1."), holders)
    acts = ((NUMBERS, "", translate("CaseNotices", "Buka nomor darurat")),)
    return Notice(text=said, status="info", icon="lock", acts=acts)


def _refusals(page: Page, around: Around) -> Iterator[Notice]:
    translate = QCoreApplication.translate
    if page.row.is_over:
        return
    if Panel.CALL_UPTD_TODAY in page.judgement.panels:
        said = strings.fill(translate("CaseNotices", "Telepon %1."), _number(around, "uptd_ppa"))
        news = (NEWS, "", translate("CaseNotices", "Catat kabar dari UPTD PPA"))
        yield Notice(
            title=rule("r22.ask_uptd"), text=said, status="warn", icon="phone", acts=(news,)
        )
    if Offer.CONTACT_CARD in page.judgement.offers:
        acts: tuple[Do, ...] = (
            (PRINT_CARD, "", translate("CaseNotices", "Cetak kartu nomor")),
            (SAFETY, "", translate("CaseNotices", "Catat cek keamanan")),
        )
        yield Notice(text=rule("r14.her_choice"), status="info", icon="heart-handshake", acts=acts)


def _number(around: Around, function: str) -> str:
    row = next((each for each in around.contacts if each.function == function), None)
    name = label("contact", function)
    return f"{row.number} ({name})" if row and row.number else "129 (SAPA)"


def _no_news(page: Page, around: Around) -> Iterator[Notice]:
    days = page.row.no_news_days
    if days is None:
        return
    numbers = {each.function: each.number for each in around.contacts if each.number}
    facts: dict[str, str | int] = {"days": days}
    facts |= {name: numbers[function] for name, function in
              (("uptd", "uptd_ppa"), ("bidang", "bidang_pa")) if function in numbers}  # fmt: skip
    yield Notice(text=rule("r11.no_news", None, **facts), status="warn", icon="phone-call")


def _flags(page: Page, _: Around) -> Iterator[Notice]:
    for flag in page.row.flags:
        yield Notice(text=rule(f"flag.{flag}"), status="warn", icon="triangle-alert")


def _doubles(_: Page, around: Around) -> Iterator[Notice]:
    for row in around.doubles[:2]:
        words = strings.fill(QCoreApplication.translate("CaseNotices", "Lihat %1"), row.code)
        yield Notice(text=rule("r12.maybe_same"), icon="copy", acts=((OPEN, row.ent, words),))


def _identity(page: Page, around: Around) -> Iterator[Notice]:
    translate = QCoreApplication.translate
    if page.offers_to_wipe and not around.keeps_identity and page.dossier.case.frozen is None:
        acts = (
            (WIPE, "", translate("CaseNotices", "Hapus")),
            (KEEP, "", translate("CaseNotices", "Simpan dulu")),
        )
        yield Notice(text=rule("identity.still_kept"), status="warn", acts=acts)


def _consents(page: Page, around: Around) -> Iterator[Notice]:
    """Say who agreed, and let it be noted that they no longer do (UU 27/2022 art. 43)."""
    translate = QCoreApplication.translate
    for each in around.consents:
        if each.withdrawn_on is None:
            about = label("consent_kind_case", each.kind).lower()
            said = strings.fill(
                translate("CaseNotices", "Persetujuan untuk %1: %2."), about, _given(each)
            )
            back = (WITHDRAW, each.ent, translate("CaseNotices", "Catat sudah ditarik"))
            yield Notice(text=said, icon="shield-check", acts=(back,) if may_write(page) else ())


def _given(consent: Consent) -> str:
    """Return who agreed, how, and when."""
    by, form = label("consent_giver_case", consent.given_by), label("consent_form", consent.form)
    on = strings.plain_day(consent.on) if consent.on else ""
    return " · ".join(filter(None, (by.lower(), form.lower(), on)))


def _retention(page: Page, around: Around) -> Iterator[Notice]:
    translate = QCoreApplication.translate
    if around.is_old:
        old = translate("CaseNotices", "Catatan ini sudah terbuka lebih dari setahun."
                                       " Lihat lagi apa yang masih perlu dilakukan.")  # fmt: skip
        yield Notice(text=old, icon="history")
    if around.erasure is not None:
        yield _asked_for(page, around.erasure)
        return
    if around.due_on is None:
        return
    if around.due_on <= around.today and around.may_erase:
        said = translate(
            "CaseNotices",
            "Catatan ini sudah lewat masa simpan. Kalau diminta dihapus, semua anggota melihat "
            "permintaan itu 14 hari, lalu kantor kota menghapusnya permanen.",
        )
        acts = ((ERASE, "", translate("CaseNotices", "Minta dihapus permanen")),)
        yield Notice(text=said, icon="history", acts=acts)
        return
    if around.due_on <= around.today:
        said = translate(
            "CaseNotices",
            "Catatan ini sudah lewat masa simpan. Penghapusannya diminta ke kelurahan.",
        )
    else:
        kept = translate("CaseNotices", "Disimpan sampai %1.")
        said = strings.fill(kept, strings.plain_day(around.due_on))
    yield Notice(text=said, icon="history")


def _asked_for(page: Page, asked: Erasure) -> Notice:
    """Return when it goes; who may takes that back here, who froze it is told whom to ask."""
    translate, said = QCoreApplication.translate, erasure_words(asked)
    acts: tuple[Do, ...] = ()
    if asked.may_take_back:
        acts = ((TAKE_BACK, asked.op, translate("CaseNotices", "Tarik kembali")),)
    elif page.dossier.case.frozen:
        whom = translate("CaseNotices", "Minta koordinator menarik kembali permintaan hapus.")
        said = f"{said} {whom}"
    return Notice(text=said, status="warn", icon="clock-alert", acts=acts)


def erasure_words(asked: Erasure) -> str:
    """Return that this note will be erased for good, and when."""
    translate = QCoreApplication.translate
    if asked.due_on is None or asked.stand is Stand.DUE:
        return translate("CaseNotices", "Catatan ini menunggu dihapus permanen oleh kantor kota.")
    said = translate("CaseNotices", "Catatan ini akan dihapus permanen tanggal %1.")
    return strings.fill(said, strings.plain_day(asked.due_on))


class Notices(QWidget):
    """Banners under each other; `asked` gives a verb and what it is about."""

    asked = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = Column(theme, self, spacing=8)
        self.banners: list[Banner] = []
        self.buttons: dict[tuple[str, str], Button] = {}

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show `notices` in place of those before."""
        clear(self._column)
        self.banners, self.buttons = [], {}
        for notice in notices:
            self._add(notice)
        show_if(self, on=bool(notices))

    def _add(self, notice: Notice) -> None:
        banner = Banner(
            self._theme, notice.text, status=notice.status, icon=notice.icon, title=notice.title
        )
        acts = Flow(self._theme)
        for verb, about, words in notice.acts:
            button = Button(self._theme, words, size="small")
            button.setAccessibleDescription(notice.title or notice.text)
            button.clicked.connect(partial(self._tell, verb, about))
            self.buttons[verb, about] = button
            acts.add(button)
        if notice.acts:
            banner.buttons.addWidget(midway(self._theme, acts))
        self.banners.append(banner)
        self._column.addWidget(banner)

    def _tell(self, verb: str, about: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - `clicked` gives it
        self.asked.emit(verb, about)


def midway(theme: Theme, widget: QWidget) -> QWidget:
    """Return `widget` in the middle of the height that there is."""
    column = Column(theme)
    column.addStretch(1)
    column.addWidget(widget)
    column.addStretch(1)
    return box(column)


class AdviceCard(Card):
    """What to keep in mind for this case; `asked` gives the verb of an offer."""

    asked = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margins=CARD, title=self.tr("Yang perlu diingat"), spacing=6)
        self._theme = theme
        self._lines = Column(theme, spacing=6)
        self.body.addLayout(self._lines)
        self.lines: list[str] = []

    def show_page(self, page: Page) -> None:
        """Show the sentences of the rules that hold, and what they offer."""
        clear(self._lines)
        judgement = page.judgement
        keys = [key for key in judgement.warnings if key in ADVICE or key.startswith("yellow.")]
        self.lines = (
            [] if page.row.is_over or page.dossier.detail is None else list(map(rule, keys))
        )
        for text in self.lines:
            self._lines.addWidget(Label(text, "text", wrap=True))
        offers = {
            Offer.OTHER_CHILD: (OTHER_CHILD, rule("r2.other_child")),
            Offer.SCHOOL_COPY: (SCHOOL, self.tr("Buat tembusan untuk sekolah")),
        }
        for offer, (verb, words) in offers.items():
            if self.lines and offer in judgement.offers:
                self._lines.addWidget(self._button(verb, words))
        show_if(self, on=bool(self.lines))

    def _button(self, verb: str, words: str) -> Button:
        button = Button(self._theme, words, kind="link", icon="arrow-right")
        button.clicked.connect(lambda *_: self.asked.emit(verb, ""))
        return button
