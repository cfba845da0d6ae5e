"""Erasing for good, as pages and commands call it: asked, in sight of all, done, certified."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from patbm_desktop.actions.cases import case_moves, casebook
from patbm_desktop.actions.entrance import region
from patbm_desktop.actions.opened.workspace import Unlocked, Workspace
from patbm_desktop.actions.papers import papers
from patbm_desktop.actions.travel import syncing
from patbm_desktop.actions.upkeep import erasing
from patbm_desktop.actions.upkeep.erasing import Stand
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.reports.erasure import Reach
from patbm_desktop.seal.keyfile import Held
from patbm_desktop.sync import members
from patbm_desktop.sync.laptop import Laptop
from tests.reports import reading
from tests.sync.erasing import City
from tests.sync.village import KEY


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    """Rina, Sari and an arsip laptop."""
    made = City(tmp_path)
    yield made
    made.close()


def vault_of(laptop: Laptop, space: str) -> Workspace:
    """Return an opened vault around a laptop of the village."""
    held = Held(laptop.person, (KEY,))
    return Workspace(laptop=laptop, unlocked=Unlocked(held, KEY), region=region.load("contoh"),
                     space=space, rt="")  # fmt: skip


@pytest.fixture
def rina(city: City) -> Workspace:
    return vault_of(city.rina.laptop, city.rina.office)


@pytest.fixture
def sari(city: City) -> Workspace:
    return vault_of(city.sari.laptop, city.space)


def asked(city: City, rina: Workspace) -> erasing.Notice:
    _, notice = erasing.ask(rina, "case", city.case(), "diminta", "pasal_43")
    return notice


def test_a_request_says_how_many_and_when_and_never_what(city: City, rina: Workspace) -> None:
    notice = asked(city, rina)
    assert (notice.count, notice.stand, notice.kelurahan) == (3, Stand.WAITING, "Contoh")
    assert (str(notice.asked_on), str(notice.due_on)) == ("2026-11-21", "2026-12-05")
    assert notice.asked_from == "Rina"
    assert notice.code == notice.op[:8]


def test_all_members_see_it_on_the_note_and_in_the_list(
    city: City, rina: Workspace, sari: Workspace
) -> None:
    notice = asked(city, rina)
    city.rounds()
    assert [each.op for each in erasing.notices(sari)] == [notice.op]
    seen = erasing.waiting_for(sari, "follow_up", city.step)
    assert seen is not None
    assert seen.due_on == notice.due_on
    assert erasing.waiting_for(sari, "activity", "0" * 32) is None


def test_only_a_coordinator_may_ask(city: City, rina: Workspace, sari: Workspace) -> None:
    ent = city.case()
    assert erasing.may_ask(rina, "case", ent)
    assert not erasing.may_ask(sari, "case", ent)
    rina.is_read_only = True
    assert not erasing.may_ask(rina, "case", ent)
    with pytest.raises(Fault, match=Refusal.DATABASE_READ_ONLY):
        erasing.ask(rina, "case", ent, "diminta", "pasal_43")


def test_after_its_days_it_waits_for_the_arsip_laptop(city: City, rina: Workspace) -> None:
    asked(city, rina)
    city.days.go_by(14)
    assert [each.stand for each in erasing.notices(rina)] == [Stand.DUE]


def carried_out(city: City, rina: Workspace) -> erasing.Notice:
    notice = asked(city, rina)
    city.rounds()
    city.meet(city.arsip)
    city.days.go_by(14)
    arsip = vault_of(city.arsip.laptop, "")
    assert erasing.carry_out(arsip, notice.code).stand is Stand.SIGNED
    city.meet(city.arsip)
    city.rounds()
    return erasing.one(arsip, notice.code)


def test_the_arsip_laptop_carries_it_out_by_the_first_letters(city: City, rina: Workspace) -> None:
    assert carried_out(city, rina).stand is Stand.DONE
    (seen,) = erasing.notices(rina)
    assert (seen.stand, str(seen.erased_on)) == (Stand.DONE, "2026-12-05")
    city.days.go_by(31)
    assert erasing.notices(rina) == ()
    assert len(erasing.every(rina)) == 1


def test_what_came_late_is_counted_and_asked_for_alone(city: City, rina: Workspace) -> None:
    with pytest.raises(Fault, match=Refusal.NO_SUCH_RECORD):
        erasing.ask_rest(rina, "diminta", "pasal_43")
    ent = city.case()
    erasing.ask(rina, "case", ent, "diminta", "pasal_43")
    city.rounds()
    city.write(city.sari, "follow_up", case_id=ent, kind="telepon", note="Terlambat")
    city.meet(city.arsip)
    city.days.go_by(14)
    erasing.carry_out(vault_of(city.arsip.laptop, ""), erasing.every(rina)[0].code)
    city.meet(city.arsip)
    city.rounds()
    assert erasing.rest(rina) == 1
    again = erasing.ask_rest(rina)
    assert (again.count, again.reason, again.basis) == (1, "diminta", "pasal_43")
    assert erasing.rest(rina) == 0


def test_any_coordinator_takes_a_request_back_and_all_see_it(
    city: City, rina: Workspace, sari: Workspace
) -> None:
    notice = asked(city, rina)
    city.rounds()
    assert notice.may_take_back
    assert not erasing.one(sari, notice.code).may_take_back
    taken = erasing.take_back(rina, notice.code)
    assert (taken.stand, str(taken.back_on), taken.back_from) == (Stand.BACK, "2026-11-21", "Rina")
    assert not taken.may_take_back
    city.rounds()
    assert [each.stand for each in erasing.notices(sari)] == [Stand.BACK]
    assert erasing.waiting_for(sari, "follow_up", city.step) is None
    city.days.go_by(31)
    assert erasing.notices(sari) == ()


def test_a_case_that_is_frozen_while_it_waits_is_not_erased(city: City, rina: Workspace) -> None:
    ent = city.case()
    erasing.ask(rina, "case", ent, "diminta", "pasal_43")
    done = case_moves.freeze(rina, casebook.page(rina, ent), "proses_hukum")
    assert {"case", "_ask_erase"} <= done.kinds
    assert [each.stand for each in erasing.notices(rina)] == [Stand.BACK]
    assert casebook.page(rina, ent).dossier.case.frozen is not None


def test_nothing_is_certified_of_what_was_taken_back_nor_carried_out(
    city: City, rina: Workspace
) -> None:
    notice = erasing.take_back(rina, asked(city, rina).code)
    city.rounds()
    city.meet(city.arsip)
    arsip = vault_of(city.arsip.laptop, "")
    for act in (
        lambda: erasing.certificate(rina, notice), lambda: erasing.carry_out(arsip, notice.code),
    ):  # fmt: skip
        with pytest.raises(Fault, match=Refusal.ERASURE_TAKEN_BACK):
            act()


def test_what_is_done_or_a_vault_only_read_takes_nothing_back(city: City, rina: Workspace) -> None:
    notice = carried_out(city, rina)
    with pytest.raises(Fault, match=Refusal.ERASURE_DONE):
        erasing.take_back(rina, notice.code)
    rina.is_read_only = True
    with pytest.raises(Fault, match=Refusal.DATABASE_READ_ONLY):
        erasing.take_back(rina, notice.code)


def test_letters_of_no_request_name_none(city: City, rina: Workspace) -> None:
    asked(city, rina)
    for letters in ("", "zz"):
        with pytest.raises(Fault, match=Refusal.NO_SUCH_ERASURE):
            erasing.one(rina, letters)


def test_an_arsip_laptop_is_told_its_server_by_a_person(city: City) -> None:
    arsip = vault_of(city.arsip.laptop, "")
    assert syncing.connect_to(arsip, "patbm.example.id") == "https://patbm.example.id"
    with pytest.raises(Fault, match=Refusal.SERVER_ADDRESS):
        syncing.connect_to(arsip, "http://patbm.example.id")
    assert not erasing.is_put_off(arsip)


def test_the_certificate_names_the_laptops_that_cannot_be_reached(
    city: City, rina: Workspace, qapp: object
) -> None:
    notice = asked(city, rina)
    members.remove(city.rina.laptop, city.rina.office, city.sari.dev)
    assert [(each.label, each.reach) for each in erasing._laptops(rina, notice)] == [
        ("Rina", Reach.MEMBER), ("Sari", Reach.LEFT),
    ]  # fmt: skip
    said = reading.words(papers.pdf(erasing.certificate(rina, notice)))
    assert "BELUM DILAKSANAKAN" in said
    assert "Sari sudah keluar; tidak dapat dijangkau" in said
    assert "Flashdisk dan file cadangan yang pernah diserahkan" in said


def test_the_certificate_of_an_erasure_says_the_day_and_no_case(
    city: City, rina: Workspace, qapp: object
) -> None:
    carried_out(city, rina)
    (notice,) = erasing.every(rina)
    rina.language = "en"
    said = reading.words(papers.pdf(erasing.certificate(rina, notice)))
    assert "Saturday, 5 December 2026, by the archive laptop of the city office" in said
    assert "Rina this laptop; erased" in said
    assert "K-" not in said
