"""A new kader and four worries, by clicks and keys alone; then the eight samples as written."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from patbm_desktop.actions.cases import case_consents
from patbm_desktop.domain.case import CaseDetail
from patbm_desktop.domain.referral import Referral
from patbm_desktop.domain.safeguard import Act
from patbm_desktop.ui.parts.case_words import time_text
from tests.case_samples import SAMPLES, Sample, chip_of
from tests.journeys.kader import CONTROL, Kader
from tests.reports.reading import words as text_of
from tests.ui import doing
from tests.ui.opened import Opened

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TODAY = date(2026, 11, 21)
LATER = timedelta(days=69)
"""The samples begin in September; the program's clock believes no day before it was built."""

TWO_MINUTES = 12
"""Clicks and keys that fit into two minutes, at 5 s each with time to think: twice over."""


@pytest.fixture
def kader(window: Opened) -> Kader:
    return Kader(window)


# -- a child left alone, from a session to the end ---------------------------------------------


def from_a_session(kader: Kader) -> str:
    """Log a session, say that somebody is worrying, and note it; return the case."""
    form: Any = kader.window.visit("log")
    kader.chip(form.form.what.chips, "lautan_rt")
    kader.click(form.form.worry.chips.chip("yes"))
    kader.key(Qt.Key.Key_S, CONTROL)
    body = kader.concern().form
    kader.click(body.concern.chips.chip("ditinggal"))
    kader.click(body.concern.options.chip("tidak"))
    kader.click(body.who.sex.chip("P"))
    kader.click(body.who.age.chip("6-12"))
    kader.write(body.story.text, "Anak sendirian sampai sore.")
    kader.click(body.next.what.chip("kunjungan"))
    return kader.save_note()


def test_a_child_left_alone_is_visited_called_about_referred_and_closed(kader: Kader) -> None:
    ent = from_a_session(kader)
    page = kader.case()
    (session,) = doing.rows(kader.window)
    noted = kader.kept(ent).dossier
    assert noted.detail is not None
    assert (noted.case.triage, noted.detail.activity_id) == ("hijau", session.ent)
    kader.click(page.next.did)
    kader.click(page.next.result.chip("terlaksana"))
    kader.move("didampingi")
    kader.follow_up("telepon", "tetap", "Neneknya akan menemani.")
    kader.click(page.letters.buttons["new"])
    kader.chip(kader.letter().form.to, "puskesmas_rs")
    kader.print_letter()
    assert kader.printed[0][1] == "PATBM"
    kader.click(kader.letter().handed)
    kader.click(kader.case().letters.buttons["received"])
    kader.write(kader.form().officer.field, "Petugas Contoh")
    kader.click(kader.form().save)
    assert kader.kept(ent).row.status == "diterima_layanan"
    kader.move("selesai", "tertangani_layanan")
    shown = kader.kept(ent)
    assert [each.kind for each in shown.dossier.follow_ups] == ["kunjungan", "telepon"]
    assert (shown.row.status, shown.row.is_over, shown.row.flags) == ("selesai", True, ())
    assert "perlu dilihat pendamping kasus" in kader.said().lower()
    assert "Disimpan sampai 21 November 2027." in kader.said()
    kader.go_to(date(2027, 11, 21))
    kader.open(ent)
    assert "sudah lewat masa simpan" in kader.said()


# -- sexual violence ----------------------------------------------------------------------------


def test_the_letter_is_in_hand_within_two_minutes(kader: Kader) -> None:
    body = kader.begin().form
    kader.click(body.concern.chips.chip("seksual"))
    assert body.stop.isVisible()
    kader.click(body.stop.letter)
    kader.print_letter()
    assert kader.count <= TWO_MINUTES / 2
    ((pdf, job),) = kader.printed
    paper = text_of(pdf)
    assert job == "PATBM"
    assert "RAHASIA" in paper
    assert "....." in paper.replace(" ", "") or "…" in paper


def test_the_slip_says_code_and_day_and_leaves_a_line(kader: Kader) -> None:
    body = kader.begin().form
    kader.click(body.concern.chips.chip("seksual"))
    kader.key(Qt.Key.Key_S, CONTROL)
    kader.take_paper()
    kader.click(body.saved.slip)
    kader.click(body.saved.case)
    ent = str(kader.case().place()["ent"])
    kader.click(kader.case().slip)
    shown = kader.kept(ent)
    assert [each.what for each in shown.openings].count("cetak") == 2
    for pdf, job in kader.printed:
        paper = text_of(pdf)
        assert (job, shown.row.code in paper) == ("PATBM", True)
        assert "seksual" not in paper.casefold()


def test_what_the_law_bars_is_nowhere_on_the_way(kader: Kader) -> None:
    body = kader.begin().form
    kader.chip(body.next.what, "rujuk")
    kader.click(body.concern.chips.chip("seksual"))
    said = kader.said()
    for words in ("tidak perlu menyelesaikan sendiri", "129", "paling lambat 3 hari",
                  "Jangan menanyai anak", "tidak bisa diselesaikan dengan damai"):  # fmt: skip
        assert words in said
    assert not body.next.isVisible()
    ent = kader.save_note()
    planned = kader.kept(ent).dossier.case.next
    assert planned is not None
    assert (planned.what, planned.on) == ("telepon", TODAY)
    page = kader.case()
    kader.click(page.follow)
    assert {"kunjungan", "musyawarah_keluarga"}.isdisjoint(kader.form().kind.chips.offered())
    kader.click(kader.form().cancel)
    assert set(page.status.status.offered()) == {"baru", "didampingi", "dirujuk"}
    assert "mediasi" not in kader.said().lower()


def test_telephoning_now_is_danger_until_she_says_otherwise(kader: Kader) -> None:
    body = kader.begin().form
    kader.click(body.concern.chips.chip("dirundung"))
    kader.click(body.next.what.chip("telepon"))
    assert not body.is_danger()
    kader.click(body.next.when.chip("now"))
    assert (body.is_danger(), body.stop.isVisible()) == (True, True)
    assert not body.story.isVisible()
    assert body.calls.isVisible()
    kader.click(body.strip.mistaken)
    assert (body.is_danger(), body.next.isVisible()) == (False, True)
    kader.click(body.next.when.chip("tomorrow"))
    assert kader.kept(kader.save_note()).row.triage == "kuning"


def test_a_second_number_leaves_the_time_of_the_first(kader: Kader) -> None:
    body = kader.begin().form
    kader.click(body.concern.chips.chip("seksual"))
    kader.click(body.stop.called)
    kader.write(body.calls.times["sapa_129"], "19.10")
    kader.click(body.calls.chips.chip("polisi_110"))
    detail = kader.kept(kader.save_note()).dossier.detail
    assert detail is not None
    assert {call.to: time_text(call.at) for call in detail.called} == {
        "sapa_129": "19.10", "polisi_110": "20.14",
    }  # fmt: skip


def test_a_school_is_told_who_and_not_what_happened(kader: Kader) -> None:
    body = kader.begin().form
    kader.click(body.concern.chips.chip("dimarahi"))
    kader.click(body.concern.options.chip("dipukul"))
    kader.write(body.story.text, "Terdengar gemeretak.")
    kader.save_note()
    kader.click(kader.case().letters.buttons["new"])
    form = kader.letter().form
    kader.click(form.more)
    assert form.texts.seen.isVisible()
    kader.chip(form.to, "sekolah")
    assert not form.texts.seen.isVisible()
    assert "dikosongkan" in kader.said()
    kader.write(form.texts.addressee, "SD Contoh 9")
    kader.print_letter()
    paper = text_of(kader.printed[0][0])
    assert "SD Contoh 9" in paper
    assert not any(word in paper for word in ("gemeretak", "Kekerasan", "dipukul"))


# -- who refuses ----------------------------------------------------------------------------------


def refused_letter(kader: Kader) -> None:
    """Make a letter by hand and write down that it is not wanted."""
    kader.click(kader.case().letters.buttons["new"])
    kader.click(kader.letter().by_hand)
    kader.click(kader.letter().later)
    kader.click(kader.case().letters.buttons["refused"])


def test_a_grown_woman_decides_and_is_not_let_go(kader: Kader) -> None:
    body = kader.begin().form
    kader.click(body.concern.chips.chip("kdrt"))
    kader.click(body.who.sex.chip("P"))
    kader.click(body.who.age.chip("25-44"))
    assert not body.stop.isVisible()
    ent = kader.save_note()
    kader.move("didampingi")
    refused_letter(kader)
    shown = kader.kept(ent)
    assert "R14" in shown.judgement.rules
    assert shown.dossier.case.next is not None
    assert shown.dossier.case.next.on == TODAY + timedelta(days=7)
    assert "Cetak kartu nomor" in [each.text() for each in kader.case().notices.buttons.values()]
    assert "selesai" not in kader.case().status.status.offered()
    for _ in range(2):
        kader.follow_up("cek_keamanan", "tetap")
    kader.move("selesai", "pilihan_korban")
    assert kader.kept(ent).row.reason == "pilihan_korban"


def test_a_family_that_refuses_neither_closes_nor_pauses(kader: Kader) -> None:
    body = kader.begin().form
    kader.click(body.concern.chips.chip("dimarahi"))
    kader.click(body.concern.options.chip("dipukul"))
    kader.click(body.who.age.chip("6-12"))
    ent = kader.save_note()
    refused_letter(kader)
    page, shown = kader.case(), kader.kept(ent)
    assert "Minta petunjuk UPTD PPA hari ini" in kader.said()
    assert shown.dossier.case.next is not None
    assert (shown.dossier.case.next.what, shown.dossier.case.next.on) == ("tanya_uptd", TODAY)
    assert set(page.status.status.offered()) == {"baru", "didampingi", "dirujuk"}
    kader.click(page.letters.buttons["again"])
    kader.print_letter()
    assert "Keluarga belum menyetujui rujukan" in " ".join(text_of(kader.printed[0][0]).split())


# -- the eight samples ----------------------------------------------------------------------------


def note(kader: Kader, sample: Sample) -> str:
    """Fill in the form of a worry as the sample says; return the case."""
    body, detail = kader.begin().form, sample.detail
    found = chip_of(detail)
    assert found is not None
    concern, option = found
    kader.chip(body.concern.chips, concern)
    if option:
        kader.click(body.concern.options.chip(option))
    assert detail.victim.sex
    assert detail.victim.age
    kader.click(body.who.sex.chip(detail.victim.sex))
    kader.chip(body.who.age, detail.victim.age)
    kader.write(body.who.initials, detail.initials)
    kader.write(body.story.text, detail.narrative)
    if detail.danger_now == "ya":
        kader.click(body.strip.numbers)
        kader.key(Qt.Key.Key_Escape)
        kader.click(body.strip.yes)
    for call in detail.called:
        kader.chip(body.calls.chips, call.to)
        kader.write(body.calls.times[call.to], time_text(call.at))
    return kader.save_note()


def complete(kader: Kader, detail: CaseDetail) -> None:
    """Answer under Lengkapi whatever the sample says and the form has not asked."""
    kader.click(kader.case().person.complete)
    form = kader.form()
    if form.more.isVisible():
        kader.click(form.more)
    asked = ("source", "first_action", "lives_together", "relation", "kinds", "signs", "danger_now")
    for name in asked:
        question, wanted = form.questions[name], getattr(detail, name)
        keys = (wanted,) if isinstance(wanted, str) else tuple(wanted or ())
        kader.tick(question, [key for key in keys if key not in question.values()])
    kader.tick(form.questions["offender.age"], filter(None, [detail.offender.age]))
    kader.click(form.save)


def send(kader: Kader, sample: Sample, letter: Referral) -> None:
    """Make a letter, and hand it over or not, as the sample says."""
    kader.click(kader.case().letters.buttons["new"])
    form = kader.letter().form
    if letter.to != "uptd_ppa":
        kader.chip(form.to, letter.to)
    if sample.detail.legal_basis and not form.basis.value():
        kader.chip(form.basis.chips, sample.detail.legal_basis)
    for giver in sample.given:
        kader.chip(form.giver.chips, giver)
    kader.click(kader.letter().by_hand)
    kader.click(kader.letter().later)
    if letter.refused_by:
        kader.click(kader.case().letters.buttons["refused"])
    if letter.sent:
        hand_over(kader, letter)


def hand_over(kader: Kader, letter: Referral) -> None:
    """Write down the handing over, and the slip where it came back."""
    assert letter.sent
    assert letter.sent.on
    assert letter.means
    kader.go_to(letter.sent.on + LATER)
    kader.open(str(kader.case().place()["ent"]))
    kader.click(kader.case().letters.buttons["handed"])
    form = kader.form()
    if not form.means.chips.chip(letter.means).isChecked():
        kader.chip(form.means.chips, letter.means)
    kader.write(form.at.line, time_text(letter.sent.at))
    kader.click(form.save)
    if letter.receipt:
        kader.click(kader.case().letters.buttons["received"])
        kader.write(kader.form().at.line, time_text(letter.receipt.at))
        kader.click(kader.form().save)


def enter(kader: Kader, sample: Sample) -> str:
    """Enter a sample day by day, as its kader did."""
    kader.go_to(sample.noted + LATER)
    ent = note(kader, sample)
    complete(kader, sample.detail)
    for letter in sample.letters:
        send(kader, sample, letter)
    way = [step for step in sample.way if step not in {"dirujuk", "diterima_layanan"}]
    if way[:1] == ["didampingi"]:
        kader.move(way.pop(0))
    for done in sample.follow_ups:
        assert done.date is not None
        kader.go_to(done.date + LATER)
        kader.open(ent)
        kader.follow_up(done.kind, done.result, done.note)
    for step in way:
        kader.move(step, sample.reason if step == "selesai" else None)
    return ent


def shifted(detail: CaseDetail) -> CaseDetail:
    """Return the details of a sample with its days where this test has them."""
    calls = tuple(replace(call, on=call.on + LATER) for call in detail.called if call.on)
    return replace(detail, called=calls)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda each: each.name)
def test_a_sample_is_entered_as_written_and_the_rules_react(kader: Kader, sample: Sample) -> None:
    shown = kader.kept(enter(kader, sample))
    case, detail = shown.dossier.case, shown.dossier.detail
    assert detail is not None
    assert replace(detail, ent="", learned_on=None) == shifted(sample.detail)
    assert detail.learned_on == sample.noted + LATER
    assert (case.group, case.triage, case.delay) == (sample.group, sample.triage, sample.delay)
    assert (case.status.value, case.status.reason) == (sample.way[-1], sample.reason)
    assert set(shown.judgement.rules) == sample.rules
    assert shown.row.flags == ()
    letters = [(each.to, each.outcome, each.refused_by) for each in shown.dossier.referrals]
    assert letters == [(each.to, each.outcome, each.refused_by) for each in sample.letters]
    assert shown.judgement.allows(Act.FAMILY_TALK) is ("R7" in sample.rules)
    agreed = doing.do(kader.window, lambda ws: case_consents.of(ws, shown.ent))
    assert tuple(each.given_by for each in agreed) == sample.given
