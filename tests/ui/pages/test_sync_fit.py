"""Sinkronisasi, Beranda, the lists and Dua versi, dressed in every way: nothing is cut anywhere."""

from dataclasses import replace
from typing import Any

from patbm_desktop.actions.activities import activities
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel import syncing
from patbm_desktop.actions.travel.exchanging import Clocks
from patbm_desktop.actions.travel.syncing import Situation, Step
from patbm_desktop.domain.activity import Count4
from patbm_desktop.domain.fault import Refusal
from patbm_desktop.ui.pages.sync_page import SyncPage
from patbm_desktop.ui.parts.buttons import Button
from patbm_desktop.ui.parts.sync_words import Travels
from tests.ui import apart, casework, doing
from tests.ui.looks import Look, misfits
from tests.ui.opened import EVENING, Opened
from tests.ui.pages.test_sync_page import AT, BASE, overview

STATES: dict[str, dict[str, Any]] = {
    "waiting": {"is_late": True, "bad": 2, "waits": 1234, "photos": 120},
    "handed over": {"waits": 0, "photos": 0, "sent": 12},
    "refused": {"waits": 0, "photos": 0, "refused": 2, "bad": 3},
    "others": {"waits": 0, "photos": 0, "others": Step.WAITS},
    "clock": {"trouble": Refusal.CLOCK_WRONG},
    **{
        each.value: {"situation": each, "stopped": 12}
        for each in Situation
        if each is not Situation.WAITING
    },
}
SENTENCE = (
    "Flashdisk tercabut sebelum selesai. Catatan di laptop aman. Pasang lagi dan ulangi; file"
    " setengah jadi tidak akan terbaca."
)
MINE = {"minutes": 60, "result": "Warga sepakat jam bebas gawai 18.00–20.00. " * 6}
THEIRS = {
    "minutes": 90,
    "result": "Sesi khusus bapak-bapak bulan depan. " * 6,
    "participants": Count4(4, 15, 3, 1),
}


def test_every_state_of_every_page_fits(dressed: tuple[Opened, Look]) -> None:
    window, look = dressed
    session, case = two_versions(window)
    assert sync_misfits(window, look) == []
    for key, what in (
        ("home", {}),
        ("activities", {}),
        ("activity", {"ent": session}),
        ("conflict", {"kind": "activity", "ent": session}),
        ("cases", {}),
        ("case", {"ent": case}),
    ):
        window.desk().go(key, **what)
        window.settle()
        window.desk().toast.dismiss()
        assert (key, misfits(window, look)) == (key, [])


def two_versions(window: Opened) -> tuple[str, str]:
    """Keep a session with two versions, one that was deleted and edited, and a case; send none."""
    case = casework.note(window, casework.hit())
    session = apart.session_apart(window, MINE, THEIRS)
    gone = doing.record(window)

    def job(ws: Workspace, other: Workspace) -> None:
        activities.void(other, gone, "ganda")
        apart.correct(ws, gone, minutes=90)

    apart.write_apart(window, job)
    doing.do(window, lambda ws: syncing.connect_to(ws, "patbm.contoh.go.id"))
    return session, case


def sync_misfits(window: Opened, look: Look) -> list[tuple[str, list[str]]]:
    """Return what is cut on Sinkronisasi in each of its states."""
    page = window.visit("sync")
    assert isinstance(page, SyncPage)
    found = []
    for name, changes in STATES.items():
        state = replace(BASE, **changes)
        page.show_overview(overview(state), Travels(state, clocks=Clocks(AT, EVENING)))
        if misfitting := misfits(window, look):
            found.append((name, misfitting))
    again = (Button(window.house.theme, "Coba lagi", size="small"),
             Button(window.house.theme, "Pilih folder lain", size="small"))  # fmt: skip
    page.tell(SENTENCE, well=False, again=again)
    page.show_progress(1, 2)
    return [*found, *([("told", told)] if (told := misfits(window, look)) else [])]
