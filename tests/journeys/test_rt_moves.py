"""An RT moves to another kelurahan with all its notes: two people, their programs, and the server.

Real vaults in folders, the real server in a process of its own, and what people type.
"""

import json
from collections.abc import Iterator

import pytest

from patbm_desktop.actions.cases import case_noting
from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.papers import month
from patbm_desktop.domain.case import CaseDetail
from patbm_desktop.domain.ids import rt_id
from patbm_desktop.store import listing
from tests.journeys.test_notes_travel import DAYS, PACT, days, founded, with_siti
from tests.journeys.village import KELURAHAN, Village
from tests.journeys.village import OTHER as NEW

STORY = CaseDetail(category="putus_sekolah", narrative="Rahasia yang ikut pindah.")
LATER = CaseDetail(category="putus_sekolah", narrative="Rahasia sesudah pindah.")


@pytest.fixture(scope="module")
def two_kelurahan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Village]:
    """Ana's kelurahan with Siti in it, and Wati's with nobody yet, on one server."""
    village = Village(tmp_path_factory.mktemp("dua"))
    try:
        yield with_wati(with_siti(founded(village)))
    finally:
        village.rest()


def with_wati(village: Village) -> Village:
    """Let Wati found the other kelurahan, while Siti writes a case and half of a session."""
    village.type("wati", "init", "--kelurahan", NEW, "--coordinator", "--name", "Wati Contoh")
    invitation = village.office("invite", "--kelurahan", NEW).splitlines()[-1]
    asked = village.type("wati", "join", "--server", village.address, "--code", *invitation.split())
    village.office("approve", *asked.last_word.split())
    with village.open("siti") as ws:
        case_noting.note(ws, STORY)
        drafts.put(ws, None, "activity", {"title": "Setengah jadi"})
    for who in ("wati", "siti", "ana"):
        village.sync(who)
    return village


def narratives(village: Village, who: str) -> set[str]:
    """Return the stories of cases that stand open on somebody's laptop."""
    with village.open(who) as ws:
        rows = listing.rows(ws.db, "case_detail")
        return {str(row.values["narrative"]) for row in rows if "narrative" in row.values}


def test_an_rt_moves_with_all_its_notes_and_the_old_kelurahan_reads_no_more(
    two_kelurahan: Village,
) -> None:
    village = two_kelurahan
    # Wati invites, Siti says that her RT has moved there; the server has not been told yet.
    groups = village.type("wati", "invite", "--rt", "003").out.split()
    join = ("join", "--server", village.address, "--code", *groups)
    other = village.type("siti", *join, status=1)
    assert "kelurahan lain" in other.err
    asked = village.type("siti", *join, "--rt", "003", "--moved")
    village.type("wati", "approve", *asked.last_word.split(), *PACT)
    for who in ("wati", "siti", "wati", "ana"):
        village.sync(who)
    assert (village.sessions("wati"), days(village, "ana")) == ([], [*DAYS])
    # Nobody but the administrator can do it, and then everybody reads on from where they stood.
    moved = village.office("rehome", "--rt", "901", "--from", KELURAHAN, "--kelurahan", NEW)
    assert f"dari {KELURAHAN} ke {NEW}" in moved
    for who in ("wati", "siti", "wati", "siti", "wati", "ana"):
        village.sync(who)
    assert days(village, "wati") == days(village, "siti") == [*DAYS]
    named = village.type("wati", "members", "outsiders")
    assert named.out == "RT 003  Laptop kelurahan  koordinator\n"
    # Wati sends the laptop of the old kelurahan away; what comes after that is not Ana's to read.
    village.type("wati", "members", "outsiders", "--remove")
    for who in ("wati", "siti", "wati", "ana"):
        village.sync(who)
    village.note("siti", "003", "2026-11-18")
    with village.open("siti") as ws:
        case_noting.note(ws, LATER)
    for who in ("siti", "ana", "wati", "siti"):
        village.sync(who)
    assert days(village, "wati") == days(village, "siti") == [*DAYS, "2026-11-18"]
    assert days(village, "ana") == [*DAYS]
    assert narratives(village, "siti") == {STORY.narrative, LATER.narrative}
    assert LATER.narrative not in narratives(village, "ana")
    # Ana lets Siti go from her office: it touches nothing of an RT that is elsewhere by now.
    found = json.loads(village.type("ana", "members", "--json").out)["members"]
    code = next(each["code"] for each in found if each["name"].startswith("Siti"))
    village.type("ana", "members", "remove", *str(code).split())
    for who in ("ana", "siti"):
        village.sync(who)
    village.note("siti", "003", "2026-11-19")
    for who in ("siti", "wati", "siti"):
        village.sync(who)
    assert days(village, "wati")[-1] == "2026-11-19"
    assert village.sync("siti")["notes"]["waits"] == 0
    checked = village.office("check")
    assert "MASALAH" not in checked
    assert " 0 ruang bermasalah" in checked


def test_what_was_reported_stays_and_what_is_written_now_bears_the_new_name(
    two_kelurahan: Village,
) -> None:
    with two_kelurahan.open("siti") as ws:
        assert (ws.rt, ws.me.rt_number, ws.me.kelurahan_code) == (rt_id(NEW, "003"), "003", NEW)
        assert month.sheet(ws, "2026-09").rt.number == "901"
        assert month.sheet(ws, f"{ws.today():%Y-%m}").rt.number == "003"
        assert [each.data["title"] for each in drafts.every(ws)] == ["Setengah jadi"]
        assert len(ws.spaces) == 1
        old = ws.values("rt", rt_id(KELURAHAN, "901"))
        assert old["successors"] == [ws.rt]
