"""What stands on the letter of a case, for whom; read from the paper itself."""

from typing import Any

import pytest

from patbm_desktop.actions.cases import case_noting, referrals
from patbm_desktop.actions.cases.case_consents import Consent
from patbm_desktop.actions.cases.casebook import page
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import papers
from patbm_desktop.actions.papers.case_papers import (
    LetterBase,
    base_of,
    filled,
    kept_letter,
    letter,
    with_basis,
)
from patbm_desktop.domain.case import Call, CaseDetail, Identity, Offender, Victim
from patbm_desktop.domain.codes import REFERRED_TO
from patbm_desktop.domain.referral import NEED_NO_STORY, Condition, Referral
from tests.reports.reading import words as text_of

STORY = "Terdengar gemeretak tiap malam."
HIT = CaseDetail(
    category="kekerasan_fisik", victim=Victim("P", "6-12"), narrative=STORY, signs=("luka",),
    kinds=("fisik",), relation="orang_tua", offender=Offender("L", "dewasa"), source="tetangga",
    lives_together="ya", first_action=("telepon_uptd",), called=(Call("uptd_ppa"),),
    place_kind="rumah_tangga",
)  # fmt: skip
TOLD = ("gemeretak", "lebam", "fisik", "luka", "orang tua kandung", "tetangga", "merah", "serumah",
        "terlapor", "dewasa", "kekerasan")  # fmt: skip
WHO = Identity(nama="Zulhamdani")


def paper(ws: Workspace, detail: CaseDetail, **asked: Any) -> str:
    """Return the words of the letter about `detail`, in small letters."""
    base = base_of(ws, case_noting.note(ws, detail).ent)
    wanted = Referral(condition=Condition(fisik="Lebam di lengan"), **asked)
    return " ".join(text_of(papers.pdf(letter(base, wanted, WHO))).split()).casefold()


def test_uptd_gets_what_was_seen_and_where_to_ask(ws: Workspace) -> None:
    said = paper(ws, HIT, to="uptd_ppa")
    assert all(word in said for word in ("gemeretak", "lebam", "zulhamdani", "rahasia"))


@pytest.mark.parametrize("to", sorted(NEED_NO_STORY))
def test_a_school_or_an_office_of_papers_learns_nothing_of_the_violence(
    ws: Workspace, to: str
) -> None:
    said = paper(ws, HIT, to=to, addressee="SD Contoh 9")
    form = papers.pdf(
        letter(_empty(base_of(ws, case_noting.note(ws, HIT).ent)), Referral(to=to), WHO)
    )
    blank = " ".join(text_of(form).split()).casefold()
    assert "zulhamdani" in said
    assert [word for word in TOLD if said.count(word) > blank.count(word)] == []


def _empty(base: LetterBase) -> LetterBase:
    """Return a letter that says nothing, so that only the words of the form remain."""
    empty = type(base.letter)(is_child=True, is_violence=False, made_on=base.letter.made_on)
    return type(base)(ent=base.ent, letter=empty, printing=base.printing)


def test_without_violence_the_school_reads_the_story(ws: Workspace) -> None:
    calm = CaseDetail(category="putus_sekolah", victim=Victim("L", "13-17"), narrative=STORY)
    assert "gemeretak" in paper(ws, calm, to="sekolah")


def test_only_three_offices_do_without_the_story() -> None:
    assert set(REFERRED_TO) - NEED_NO_STORY == {
        "uptd_ppa", "polisi", "puskesmas_rs", "puspaga", "dinsos", "bapas", "lainnya",
    }  # fmt: skip


def test_the_name_of_the_office_is_kept_with_the_letter(ws: Workspace) -> None:
    ent = case_noting.note(ws, HIT).ent
    wanted = Referral(to="sekolah", addressee="SD Contoh 9")
    made = referrals.make(ws, page(ws, ent), wanted)
    (kept,) = page(ws, ent).dossier.referrals
    assert (kept.ent, kept.addressee) == (made.ent, "SD Contoh 9")
    assert "SD Contoh 9" in text_of(papers.pdf(kept_letter(ws, ent)))


def test_who_agreed_just_now_stands_on_the_paper(ws: Workspace) -> None:
    base = base_of(ws, case_noting.note(ws, HIT).ent)
    agreed = Consent(kind="rujukan", given_by="wali", form="tertulis")
    given = filled(with_basis(base, "persetujuan", agreed), Referral(to="uptd_ppa"), WHO)
    assert given.consent is not None
    assert (given.legal_basis, given.consent.given_by) == ("persetujuan", "wali")
    assert filled(with_basis(base, None, None), Referral(to="uptd_ppa"), WHO).consent is None
