"""A receipt: two people who compare it by telephone know whether they have the same."""

from patbm_desktop.seal.passphrase import words
from patbm_desktop.sync import receipt
from patbm_desktop.sync.round import ServerExchange
from patbm_desktop.wire.chain import Cursor
from patbm_desktop.wire.check_words import check_words
from tests.sync.seat import Seat
from tests.sync.world import MemoryWorld, meet


def test_both_ends_say_the_same_words_for_the_same_log(tmp_path):
    world, sari, rina = MemoryWorld(), Seat(tmp_path / "sari"), Seat(tmp_path / "rina")
    sari.found()
    sari.admit(rina, "koordinator")
    world.register(sari)
    meet(world, sari, rina)
    given = [
        receipt.write(each.laptop, ServerExchange(world.office(each)).meet(each.laptop)).spaces[0]
        for each in (sari, rina)
    ]
    assert given[0].words == given[1].words
    assert given[0].places == len(world.ids(sari.space)) == given[0].counts.terkirim
    assert given[0].words == check_words(world.server.logs[sari.space].head, words())
    for each in (sari, rina):
        each.close()


def test_another_log_has_other_words():
    said = {check_words(Cursor(7, f"{n:032x}"), words()) for n in range(50)}
    assert len(said) == 50
    assert check_words(Cursor(7, "0" * 32), words()) != check_words(Cursor(8, "0" * 32), words())
    assert all(len(each) == 3 for each in said)
