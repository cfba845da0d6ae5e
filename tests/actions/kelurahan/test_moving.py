"""An RT that moves to another kelurahan by flash drive alone, and what its pages say afterwards."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from patbm_desktop.actions.activities import activities
from patbm_desktop.actions.kelurahan import joining, membership, moving, roll
from patbm_desktop.actions.kelurahan.membership import Terms
from patbm_desktop.actions.opened import drafts
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.papers import month
from patbm_desktop.actions.papers.month import Stage
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.domain.ids import rt_id
from patbm_desktop.store import listing
from tests.actions.kelurahan.test_membership import WALK
from tests.actions.kelurahan.test_membership_of_two import (
    FIRST,
    SECOND,
    carry,
    join,
    vault_of,
)

PACT = Terms(pact="2026-11-20")
OLD, NEW = rt_id(FIRST, "901"), rt_id(SECOND, "003")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Workspace]]:
    """Sari of Rina's kelurahan, with a session and a printed month, has moved to Dewi's."""
    folder = tmp_path_factory.mktemp("moving")
    stick, invitation = folder / "stick.patbm", folder / "undangan.json"
    rina, dewi = vault_of(folder, "Rina", FIRST), vault_of(folder, "Dewi", SECOND)
    sari = vault_of(folder, "Sari", FIRST, "901")
    membership.save_invitation(membership.invite(rina, "901"), invitation)
    join(sari, rina, invitation, stick, PACT)
    activities.record(sari, WALK)
    month.mark(sari, "2026-10", Stage.PRINTED)
    drafts.put(sari, None, "activity", {"title": "Setengah jadi"})
    carry(sari, rina, stick)
    membership.save_invitation(membership.invite(dewi, "003"), invitation)
    with pytest.raises(Fault) as caught:
        joining.join_by_file(sari, invitation)
    assert caught.value.refusal is Refusal.INVITATION_OF_ANOTHER_KELURAHAN
    standing = joining.join_by_file(sari, invitation, moves=True)
    assert standing.state is joining.State.ASKED
    carry(sari, dewi, stick)
    membership.approve(dewi, joining.own_code(sari), PACT)
    carry(dewi, sari, stick)
    opened = {"rina": rina, "dewi": dewi, "sari": sari}
    yield opened
    for each in opened.values():
        each.close()


def sessions(ws: Workspace) -> int:
    return listing.count(ws.db, "activity")


def test_her_rt_is_the_new_one_with_the_notes_of_the_old(made: dict[str, Workspace]) -> None:
    sari = made["sari"]
    assert joining.standing(sari).state is joining.State.JOINED
    assert (sari.rt, sari.me.rt_number, sari.me.kelurahan_code) == (NEW, "003", SECOND)
    assert [each.key for each in sari.me.served] == [NEW]
    assert sessions(sari) == sessions(made["dewi"]) == 1
    assert [each.data["title"] for each in drafts.every(sari)] == ["Setengah jadi"]
    assert sari.values("rt", OLD)["successors"] == [NEW]
    assert sari.values("person", sari.person)["rt_id"] == NEW


def test_months_before_stay_the_old_ones_and_this_one_is_the_new_ones(
    made: dict[str, Workspace],
) -> None:
    sari = made["sari"]
    assert month.stage_of(sari, "2026-10") is Stage.PRINTED
    assert month.sheet(sari, "2026-10").rt.number == "901"
    this = f"{sari.today():%Y-%m}"
    assert month.sheet(sari, this).rt.number == "003"
    assert month.report_id(sari, this) != month.report_id(replace_rt(sari), this)


def replace_rt(ws: Workspace) -> Workspace:
    """Return her vault as it was when her RT was still the old one."""
    return replace(ws, rt=OLD)


def test_the_old_laptop_is_named_sent_away_and_reads_nothing_later(
    made: dict[str, Workspace], tmp_path: Path
) -> None:
    rina, dewi, sari = made["rina"], made["dewi"], made["sari"]
    (found,) = moving.outsiders(dewi)
    assert (found.dev, found.rt, found.leads) == (rina.device.dev, "003", True)
    assert moving.send_away(dewi)
    assert moving.outsiders(dewi) == ()
    stick = tmp_path / "stick.patbm"
    carry(dewi, sari, stick)
    activities.record(sari, WALK)
    carry(sari, dewi, stick)
    carry(sari, rina, stick)
    assert (sessions(dewi), sessions(rina)) == (2, 1)


def test_said_twice_it_changes_nothing(made: dict[str, Workspace]) -> None:
    sari = made["sari"]
    given = moving.gift(sari, SECOND, "003")
    before = control(sari)
    with sari.transaction():
        moving.turn(sari, given)
    assert control(sari) == before
    assert given.space == sari.space


def control(ws: Workspace) -> list[object]:
    return list(ws.db.conn.execute("SELECT count(*) FROM op").fetchone())


def test_who_leads_no_office_is_told_of_nobody(made: dict[str, Workspace]) -> None:
    with pytest.raises(Fault) as caught:
        moving.outsiders(made["sari"])
    assert caught.value.refusal is Refusal.NOT_COORDINATOR
    assert {each.rts for each in roll.people(made["dewi"])} == {(), ("003",)}
