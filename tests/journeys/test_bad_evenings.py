"""Evenings on which something is missing or goes wrong; the kader loses nothing of hers."""

from typing import Any

import pytest

from patbm_desktop.actions.activities import activities, attendance
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.domain.activity import Activity
from patbm_desktop.domain.attendance import Attendee
from tests.journeys.kader import Kader
from tests.ui import casework, doing
from tests.ui.opened import Opened

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NIK = "6471041203150002"


@pytest.fixture
def kader(window: Opened) -> Kader:
    return Kader(window)


def test_without_a_printer_the_letter_stays_on_the_screen_and_nothing_is_noted(
    kader: Kader,
) -> None:
    ent = casework.note(kader.window, casework.hit())
    kader.window.visit("referral", case=ent)
    kader.click(kader.letter().print)
    assert kader.window.desk().toast.text().startswith("Printer belum terbaca.")
    assert kader.letter().save_pdf.isVisible()
    assert kader.kept(ent).dossier.referrals == ()
    assert [each.what for each in kader.kept(ent).openings] == []


def a_known_child(ws: Workspace) -> None:
    session = activities.record(ws, Activity(program="ppatbm", type="sosialisasi")).ent
    attendance.save(ws, session, [Attendee(name="Dodo Contoh", sex="L", age_group="6-12")])


def test_a_name_and_an_identity_number_in_a_session_are_noticed_and_stop_nothing(
    kader: Kader,
) -> None:
    doing.do(kader.window, a_known_child)
    page: Any = kader.window.visit("log")
    kader.chip(page.form.what.chips, "lautan_rt")
    page.form.unfold("notes")
    kader.write(page.form.notes.result, f"Dodo Contoh, {NIK}, datang sendiri.")
    page.form.notes.look_now()
    said = kader.said()
    assert "NIK" in said
    assert "nama" in said.casefold()
    page.save()
    kader.window.settle()
    kept = [row.activity.result for row in doing.rows(kader.window)]
    assert any(NIK in (each or "") for each in kept)


def test_without_a_number_of_uptd_the_stop_panel_leads_to_129(kader: Kader) -> None:
    body = kader.begin().form
    kader.click(body.concern.chips.chip("seksual"))
    said = kader.said()
    assert "SAPA 129" in said
    assert "%" not in said
    assert "UPTD PPA sekarang:" not in said


def test_without_a_companion_she_is_told_that_she_reads_alone(kader: Kader) -> None:
    assert "Baru Ibu sendiri" in kader.begin().form.readers.alone.text()
    assert kader.concern().form.readers.alone.isVisible()
