"""Sheets of a case: the letter with a name, the slip with a code, and the card without either.

A letter is gathered on the store's thread and made in memory; nobody but the person decides that
it becomes a file.
"""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from patbm_desktop.actions import wording
from patbm_desktop.actions.cases import case_consents, case_identity, case_scans, casebook
from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.actions.kelurahan import case_access
from patbm_desktop.actions.opened.changes import Refused
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import month
from patbm_desktop.actions.papers.papers import Prepared
from patbm_desktop.actions.rt import contacts, people
from patbm_desktop.actions.rt.contacts import ContactRow
from patbm_desktop.domain.case import CaseDetail, Dossier, Identity
from patbm_desktop.domain.clock import Clock
from patbm_desktop.domain.escalation import CALL
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import case_code, letter_code
from patbm_desktop.domain.level import RED
from patbm_desktop.domain.reason import Problem, Reason
from patbm_desktop.domain.referral import NEED_NO_STORY, Condition, Referral
from patbm_desktop.domain.region import Region
from patbm_desktop.domain.safeguard import judge
from patbm_desktop.reports import do_not_card as card_sheets
from patbm_desktop.reports import letter as letters
from patbm_desktop.reports import referral as sheets
from patbm_desktop.reports import reminder as slips
from patbm_desktop.reports.card import CardContact
from patbm_desktop.reports.paper import Printing
from patbm_desktop.store import listing

JOB = "PATBM"
"""What a print job or a file of a case is called; neither code nor kind stands in it."""

UPTD = "uptd_ppa"
FOR_REFERRAL = "rujukan"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterBase:
    """A letter with all that the vault knows; what is asked in the dialog is filled in later."""

    ent: str
    letter: sheets.Letter = field(repr=False)
    printing: Printing


def base_of(ws: Workspace, ent: str) -> LetterBase:
    """Gather what a letter about a case says, but for who it is and what is asked for.

    Raises:
        Fault: there is no such case here, or this laptop cannot read it.
        Refused: it is frozen, so nothing of it is printed.
    """
    page = readable(ws, ent)
    detail = casebook.need_detail(page.dossier)
    letter = _of_detail(_by_whom(ws, is_companion=page.is_companion), detail)
    judgement = page.judgement
    letter = replace(
        letter,
        is_child=judgement.is_child,
        is_violence=judgement.is_violence,
        triage=judgement.triage,
        consent=_consent(ws, ent),
        attachments=_attachments(ws, ent),
        has_two_versions=page.is_undecided,
    )
    return LetterBase(ent=ent, letter=letter, printing=Printing(ws.clock.now(), "a4", "id"))


def readable(ws: Workspace, ent: str) -> Page:
    """Return a case of which something may be printed.

    Raises:
        Fault: there is no such case here, or this laptop cannot read it.
        Refused: it is frozen.
    """
    case_access.demand_key(ws)
    page = casebook.page(ws, ent)
    if page.dossier.case.frozen:
        raise Refused([Problem("frozen", Reason.FROZEN_CASE)])
    return page


def unkept_letter(ws: Workspace, detail: CaseDetail) -> Prepared:
    """Return the letter for a worry that is not kept on this laptop, from memory alone (R16).

    It has no code, and no line in any log says that it was made.
    """
    judgement = judge(Dossier(detail=detail), ws.today())
    made = replace(
        _of_detail(_by_whom(ws, is_companion=False), detail),
        made_on=ws.believable_today(),
        is_child=judgement.is_child,
        is_violence=judgement.is_violence,
        triage=judgement.triage,
    )
    printing = Printing(ws.clock.now(), "a4", "id")
    return Prepared(document=letters.letter_document(made, printing), name=JOB)


def _by_whom(ws: Workspace, *, is_companion: bool) -> sheets.Letter:
    return sheets.Letter(
        rt=month.rt_of(ws),
        titles=month.titles_of(ws),
        letterhead=month.letterhead_of(ws),
        signer="pendamping" if is_companion else "kader",
        signer_name=ws.me.name,
        signer_phone=str(people.me(ws).get("phone", "")),
    )


def _of_detail(letter: sheets.Letter, detail: CaseDetail) -> sheets.Letter:
    return replace(
        letter,
        sex=detail.victim.sex,
        age=detail.victim.age,
        disability=detail.disability,
        source=detail.source,
        learned_on=detail.learned_on,
        category=detail.category,
        kinds=detail.kinds,
        place_kind=detail.place_kind,
        relation=detail.relation,
        offender_sex=detail.offender.sex,
        offender_age=detail.offender.age,
        story=detail.narrative,
        first_action=detail.first_action,
        calls=detail.called,
        danger_now=detail.danger_now,
        signs=detail.signs,
        lives_together=detail.lives_together,
        legal_basis=detail.legal_basis,
        child_wish=detail.child_wish,
    )


def _consent(ws: Workspace, ent: str) -> sheets.Consent | None:
    given = [
        each
        for each in case_consents.of(ws, ent)
        if each.kind == FOR_REFERRAL and each.withdrawn_on is None
    ]
    last = given[-1] if given else None
    return sheets.Consent(last.given_by, last.form, last.on) if last else None


def _attachments(ws: Workspace, ent: str) -> tuple[str, ...]:
    return tuple(
        scan.caption or wording.label("attachment_kind_case", scan.kind)
        for scan in case_scans.of(ws, ent)
    )


def filled(base: LetterBase, referral: Referral, identity: Identity) -> sheets.Letter:
    """Return the letter with what the dialog asked; every empty field prints as a dotted line."""
    made = replace(
        base.letter,
        to=referral.to,
        made_on=referral.made_on,
        code=letter_code(referral.ent) if referral.ent else "",
        letter_no=referral.letter_no,
        addressee=referral.addressee,
        identity=sheets.Identity(
            identity.nama, identity.alamat, identity.wali, identity.kontak_aman
        ),
        condition=_condition(referral.condition),
        done_before=referral.done_before,
        services=referral.services_asked,
        refused_by=referral.refused_by,
    )
    is_violence = made.is_violence is not False
    return _without_story(made) if is_violence and made.to in NEED_NO_STORY else made


def _without_story(letter: sheets.Letter) -> sheets.Letter:
    """Return `letter` without what happened and who is feared: dotted lines, to be filled by hand.

    A school or an office of papers gets what it needs to do its part, and no more.
    """
    return replace(
        letter, category=None, kinds=(), place_kind=None, relation=None, offender_sex=None,
        offender_age=None, story="", condition=sheets.Condition(), first_action=(), calls=(),
        triage=None, danger_now=None, signs=(), lives_together=None, source=None, attachments=(),
        is_violence=False,
    )  # fmt: skip


def _condition(seen: Condition) -> sheets.Condition:
    return sheets.Condition(seen.fisik, seen.psikis, seen.keluarga, seen.lingkungan)


def with_basis(
    base: LetterBase, basis: str | None, consent: case_consents.Consent | None
) -> LetterBase:
    """Return `base` with the legal basis that was chosen, and with who agreed just now, if any."""
    made = replace(base.letter, legal_basis=basis)
    if consent is not None:
        day = consent.on or base.printing.at.date()
        made = replace(made, consent=sheets.Consent(consent.given_by, consent.form, day))
    return replace(base, letter=made)


def letter(base: LetterBase, referral: Referral, identity: Identity) -> Prepared:
    """Return the letter and its address sheet, ready to be made on any thread."""
    document = letters.letter_document(filled(base, referral, identity), base.printing)
    return Prepared(document=document, name=JOB)


def blank_letter(ws: Workspace) -> Prepared:
    """Return a letter to be filled by hand, with the letterhead of this RT."""
    document = letters.blank_letter_document(
        Printing(ws.clock.now(), "a4", "id"),
        month.rt_of(ws), month.titles_of(ws), month.letterhead_of(ws),
    )  # fmt: skip
    return Prepared(document=document, name=JOB)


def anybodys_blank_letter(clock: Clock) -> Prepared:
    """Return a letter to be filled by hand that needs no vault."""
    document = letters.blank_letter_document(Printing(clock.now(), "a4", "id"))
    return Prepared(document=document, name=JOB)


# -- the slip and the card -------------------------------------------------------------------


def reminder(ws: Workspace, ent: str) -> Prepared:
    """Return the slip for a case: code, day and numbers, and nothing of what it is about.

    Raises:
        Fault: there is no such case here, or this laptop cannot read it.
        Refused: it is frozen.
    """
    page = readable(ws, ent)
    case, today = page.dossier.case, ws.today()
    planned = case.next
    is_now = page.judgement.triage == RED and (planned is None or planned.what == CALL)
    tomorrow = today + timedelta(days=1)
    on = planned.on if planned and planned.on and planned.on > today else tomorrow
    return slip(ws, slips.Reminder(
        call_on=today if is_now else on, is_now=is_now, code=case.code, uptd=_uptd(ws),
    ))  # fmt: skip


def nameless_reminder(ws: Workspace, *, is_now: bool) -> Prepared:
    """Return the slip for a worry that is not kept on this laptop: without a code (R16)."""
    on = ws.today() + timedelta(days=0 if is_now else 1)
    return slip(ws, slips.Reminder(call_on=on, is_now=is_now, uptd=_uptd(ws)))


def slip(ws: Workspace, said: slips.Reminder) -> Prepared:
    """Return a slip, ready to be made."""
    document = slips.reminder_document(said, _printing(ws.clock, ws.language))
    return Prepared(document=document, name=JOB)


def do_not_card(folder: Path, region: Region, clock: Clock, language: str) -> Prepared:
    """Return the card of dos and don'ts; it needs neither a vault nor a passphrase."""
    row = next(each for each in contacts.public(folder, region) if each.function == UPTD)
    document = card_sheets.do_not_card_document(_printing(clock, language), _card_contact(row))
    return Prepared(document=document, name="PATBM_jangan-lakukan")


def _printing(clock: Clock, language: str) -> Printing:
    return Printing(clock.now(), "a4", "en" if language == "en" else "id")


def _uptd(ws: Workspace) -> CardContact:
    return _card_contact(next(row for row in contacts.every(ws) if row.function == UPTD))


def _card_contact(row: ContactRow) -> CardContact:
    return CardContact(row.function, row.number, row.source, row.tested_on)


# -- from the command line -------------------------------------------------------------------


def case_with(ws: Workspace, code: str) -> str:
    """Return the id of the case that people name `code`, with or without ``K-``.

    Raises:
        Fault: there is none on this laptop, or more than one begins like this.
    """
    wanted = f"K-{code.strip().upper().removeprefix('K-')}"
    found = {
        row.ent
        for row in listing.rows(ws.db, "case", with_void=True)
        if case_code(row.ent) == wanted
    }
    if len(found) != 1:
        raise Fault(Refusal.NO_SUCH_RECORD)
    return found.pop()


def kept_letter(ws: Workspace, ent: str) -> Prepared:
    """Return the newest letter of a case with the identity that is kept, if one is.

    What is shown by it is written down: who it is, and that it went into a file.

    Raises:
        Fault: there is no such case here, or this laptop cannot read it.
        Refused: it is frozen.
    """
    base = base_of(ws, ent)
    made = casebook.dossier(ws, ent).referrals
    newest = max(made, key=lambda each: each.made_on or ws.today(), default=None)
    referral = newest or Referral(to=UPTD, made_on=ws.today(), services_asked=("uptd_menentukan",))
    with ws.transaction():
        identity = case_identity.reveal(ws, ent) or Identity()
        case_access.exported(ws, ent)
    return letter(base, referral, identity)
