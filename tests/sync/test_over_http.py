"""The same laws over the real server and a real line; it is one process for all of them."""

import pytest

from patbm_desktop.domain import ids
from patbm_desktop.domain.fault import Refusal
from patbm_desktop.server.log.offices import register_office
from patbm_desktop.sync.address import parse_address
from patbm_desktop.sync.exchange import Cut
from patbm_desktop.sync.http import HttpPostOffice
from patbm_desktop.sync.round import ServerExchange
from patbm_desktop.sync.web_line import WebLine
from patbm_desktop.wire.joining import Card
from tests.server.running import Running
from tests.sync.seat import Seat

KELURAHAN = "64.71.99.1001"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    running = Running(tmp_path_factory.mktemp("server"))
    yield running
    running.stop()


@pytest.fixture
def pair(server, tmp_path):
    """Sari and Rina, each at the end of a line of her own."""
    sari, rina = Seat(tmp_path / "sari"), Seat(tmp_path / "rina")
    sari.found()
    sari.admit(rina, "koordinator")
    rina.space = sari.space
    let_in(server, sari, sari.space)
    let_in(server, rina, ids.fresh())
    for each in (sari, rina):
        line = WebLine(parse_address(server.address))
        each.office = HttpPostOffice(line, each.laptop.device)
        each.exchange = ServerExchange(each.office, is_far=True)
    for each in (sari, rina, sari):
        each.exchange.meet(each.laptop)
    yield sari, rina
    for each in (sari, rina):
        each.office.close()
        each.close()


def let_in(server, seat, space):
    keys = seat.laptop.device
    card = Card(seat.dev, "laptop", keys.sign_pk.hex(), keys.box_pk.hex())
    register_office(server.connection(), KELURAHAN, space, card)


def test_what_one_writes_the_other_reads(pair):
    sari, rina = pair
    ent = sari.save(type="jejaring", program="ppatbm", result="Rahasia kecil")
    assert sari.exchange.meet(sari.laptop).sent == 1
    assert rina.exchange.meet(rina.laptop).came == 1
    assert rina.values("activity", ent)["result"] == "Rahasia kecil"
    assert sari.ops() == rina.ops()


def test_nothing_new_costs_one_turn_and_some_hundred_bytes(pair):
    sari, _ = pair
    met = sari.exchange.meet(sari.laptop)
    assert (met.turns, met.sent, met.came) == (1, 0, 0)
    assert 0 < met.bytes_up + met.bytes_down < 750


def test_many_notes_go_in_several_requests(pair):
    sari, rina = pair
    sari.laptop.keep(sari.composed("place", ids.fresh(), sari.space, name="x") for _ in range(200))
    sari.laptop.keep(sari.composed("place", ids.fresh(), sari.space, name="y") for _ in range(50))
    met = sari.exchange.meet(sari.laptop)
    assert (met.sent, met.waits, met.turns) == (250, 0, 2)
    assert rina.exchange.meet(rina.laptop).came == 250


def test_a_laptop_that_nobody_admitted_waits_and_keeps_everything(server, tmp_path):
    tono = Seat(tmp_path / "tono")
    tono.found()
    office = HttpPostOffice(WebLine(parse_address(server.address)), tono.laptop.device)
    with pytest.raises(Cut) as cut:
        ServerExchange(office, is_far=True).meet(tono.laptop)
    assert cut.value.refusal == Refusal.DEVICE_UNKNOWN
    assert tono.waits() == 4
    office.close()
    tono.close()
