"""A coordinator of two kelurahan works with one office at a time, and each keeps to itself."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from patbm_desktop.actions.activities import activities, activity_list
from patbm_desktop.actions.activities.activity_list import Query
from patbm_desktop.actions.entrance import new_vault, vault
from patbm_desktop.actions.entrance.new_vault import Profile
from patbm_desktop.actions.kelurahan import joining, membership, roll
from patbm_desktop.actions.kelurahan.membership import Terms
from patbm_desktop.actions.opened.workspace import Workspace
from patbm_desktop.actions.travel import usb
from patbm_desktop.domain.clock import FixedClock
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.seal.keyfile import Held
from tests.actions.conftest import NOW, PASSPHRASE
from tests.actions.kelurahan.test_membership import WALK

FIRST, SECOND = "64.71.99.1001", "64.71.99.1002"


def vault_of(folder: Path, name: str, kelurahan: str, rt: str = "") -> Workspace:
    profile = Profile(
        name=name, kelurahan_code=kelurahan, kelurahan_name=f"Contoh {kelurahan[-1]}",
        rt_number=rt, region="contoh",
    )  # fmt: skip
    return new_vault.make(folder / name, profile, PASSPHRASE, FixedClock(NOW))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Held]]:
    """Two kelurahan: Rina has her own with Sari in it, and Dewi made her one of hers as well."""
    folder = tmp_path_factory.mktemp("two")
    stick, invitation = folder / "stick.patbm", folder / "undangan.json"
    rina, dewi = vault_of(folder, "Rina", FIRST), vault_of(folder, "Dewi", SECOND)
    sari = vault_of(folder, "Sari", FIRST, "901")
    activities.record(dewi, WALK)
    membership.save_invitation(membership.invite(rina, "901"), invitation)
    join(sari, rina, invitation, stick, Terms(pact="2026-11-20"))
    membership.save_invitation(membership.invite(dewi, "", role="koordinator"), invitation)
    join(rina, dewi, invitation, stick, Terms(role="koordinator"))
    for each in (rina, dewi, sari):
        each.close()
    return {each.folder.name: (each.folder, each.unlocked.held) for each in (rina, dewi)}


@pytest.fixture
def rina(made: dict[str, tuple[Path, Held]], tmp_path: Path) -> Iterator[Workspace]:
    """The coordinator of the first kelurahan, and one of the second."""
    yield from opened(*made["Rina"], tmp_path)


@pytest.fixture
def dewi(made: dict[str, tuple[Path, Held]], tmp_path: Path) -> Iterator[Workspace]:
    """The coordinator of the second kelurahan, who has written down a session."""
    yield from opened(*made["Dewi"], tmp_path)


def opened(folder: Path, held: Held, into: Path) -> Iterator[Workspace]:
    copied = Path(shutil.copytree(folder, into / folder.name))
    ws = vault.open_held(copied, held, FixedClock(NOW))
    yield ws
    ws.close()


def join(who: Workspace, to: Workspace, invitation: Path, stick: Path, terms: Terms) -> None:
    joining.join_by_file(who, invitation)
    carry(who, to, stick)
    membership.approve(to, joining.own_code(who), terms)
    carry(to, who, stick)


def carry(source: Workspace, target: Workspace, stick: Path) -> None:
    usb.load(target.laptop, usb.save(source.laptop, stick).path)
    target.refresh()


def names(ws: Workspace) -> list[str]:
    return [each.name for each in roll.people(ws)]


def test_she_stays_in_the_office_she_founded_until_she_turns(
    rina: Workspace, dewi: Workspace
) -> None:
    assert (rina.me.kelurahan_code, names(rina)) == (FIRST, ["Rina", "Sari"])
    assert {each.key for each in rina.me.served} == {rina.space, dewi.space}


def test_turned_to_the_other_she_sees_and_invites_for_that_alone(
    rina: Workspace, dewi: Workspace
) -> None:
    rina.turn_to(dewi.space)
    assert (rina.me.kelurahan_code, rina.space) == (SECOND, dewi.space)
    assert sorted(names(rina)) == ["Dewi", "Rina"]
    assert membership.invite(rina, "901").file.kelurahan == SECOND
    assert not roll.lacks_second_coordinator(rina)
    assert len(activity_list.listing_of(rina, Query()).rows) == 1


def test_what_she_writes_stands_in_the_office_she_works_with(
    rina: Workspace, dewi: Workspace
) -> None:
    own = rina.space
    rina.turn_to(dewi.space)
    ent = activities.record(rina, WALK).ent
    assert rina.entity("activity", ent).space == dewi.space
    rina.turn_to(own)
    assert activity_list.listing_of(rina, Query()).rows == ()


def test_who_was_invited_to_the_one_is_never_let_into_the_other(
    rina: Workspace, dewi: Workspace, tmp_path: Path
) -> None:
    own, invitation, stick = rina.space, tmp_path / "undangan.json", tmp_path / "stick.patbm"
    tono = vault_of(tmp_path, "Tono", FIRST, "902")
    membership.save_invitation(membership.invite(rina, "902"), invitation)
    joining.join_by_file(tono, invitation)
    carry(tono, rina, stick)
    rina.turn_to(dewi.space)
    assert membership.requests_by_stick(rina) == ()
    membership.approve(rina, joining.own_code(tono), Terms(pact="2026-11-20"))
    tono.close()
    assert "Tono" not in names(rina)
    rina.turn_to(own)
    assert "Tono" in names(rina)


def test_what_she_turned_to_is_kept(rina: Workspace, dewi: Workspace) -> None:
    rina.turn_to(dewi.space)
    again = vault.open_held(rina.folder, rina.unlocked.held, FixedClock(NOW))
    assert again.space == dewi.space
    again.close()


def test_an_office_that_is_none_of_hers_is_not_turned_to(rina: Workspace, dewi: Workspace) -> None:
    with pytest.raises(Fault) as caught:
        rina.turn_to("ab" * 16)
    assert caught.value.refusal is Refusal.NO_SUCH_RECORD
    with pytest.raises(Fault):
        dewi.turn_to(dewi.space)
    assert dewi.me.served == ()
