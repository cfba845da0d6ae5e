"""A log that lost its end: laptops go back by themselves, and the office sees that they did."""

from patbm_desktop.server.log.office import ServerOffice
from patbm_desktop.sync.round import ServerExchange
from patbm_desktop.wire.messages import Answer, Request
from tests.server.conftest import fresh_code
from tests.server.running import HttpLaptop, founded
from tests.sync.village import Village

TRAIL = "SELECT who, about FROM people_trail WHERE what = 'baca ulang'"


def ask(laptop: HttpLaptop, back: int) -> None:
    raw = Request(dict(laptop.cur), 256, (), back).encode()
    assert laptop.call("POST", "/v1/sync", raw).status_code == 200


def test_a_laptop_that_went_back_stands_in_the_trail_once_a_day(server):
    made = founded(server, fresh_code())
    laptop = HttpLaptop(server, made.sari).known()
    for back in (0, 1, 2):
        ask(laptop, back)
    found = [row for row in made.connection.execute(TRAIL) if row[1] == made.code]
    assert len(found) == 1
    made.connection.execute(
        "UPDATE device SET label = 'Laptop Rina' WHERE dev = %s", (made.rina.dev,)
    )
    ask(HttpLaptop(server, made.rina).known(), 1)
    names = [who[:12] for who, where in made.connection.execute(TRAIL) if where == made.code]
    assert len(names) == 2
    assert "Laptop Rina " in names


class Hearing(ServerOffice):
    """A post office that remembers how often whoever asks said to have gone back."""

    def __init__(self, log, dev) -> None:
        super().__init__(log, dev)
        self.back: list[int] = []

    def sync(self, request: Request) -> Answer:
        self.back.append(request.back)
        return super().sync(request)


def test_a_laptop_says_in_its_next_request_that_it_went_back(tmp_path):
    village = Village(tmp_path)
    rina = village.coordinator()
    village.rounds(rina)
    log, office = village.log.desk.connection, Hearing(village.log, rina.dev)
    ServerExchange(office).meet(rina.laptop)
    assert set(office.back) == {0}
    log.execute("DELETE FROM op WHERE seq > 1")
    (chain,) = log.execute("SELECT chain FROM op WHERE seq = 1")[0]
    log.execute("UPDATE space SET seq = 1, chain = %s, ruling = %s", (chain, chain))
    met = ServerExchange(office).meet(rina.laptop)
    assert (met.rewinds, office.back[-1]) == (1, 1)
    village.close()
