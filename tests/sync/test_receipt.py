"""A receipt: two people who compare it by telephone know whether they have the same."""

from pathlib import Path

from patbm_desktop.actions.travel import usb
from patbm_desktop.seal.passphrase import words
from patbm_desktop.store import bundles
from patbm_desktop.sync import journal, receipt
from patbm_desktop.sync.exchange import Met
from patbm_desktop.sync.receipt import Receipt, Way
from patbm_desktop.sync.round import ServerExchange
from patbm_desktop.wire.chain import Cursor
from patbm_desktop.wire.check_words import check_words
from tests.sync.seat import Seat
from tests.sync.village import Person, Village, joins
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


# -- by stick --------------------------------------------------------------------------------


def by_stick(source: Person, target: Person, path: Path) -> tuple[Receipt, Receipt]:
    """Carry all notes on a stick, and return what both ends keep of it."""
    usb.load(target.laptop, usb.save(source.laptop, path).path)
    kept = journal.last_receipt(source.db), journal.last_receipt(target.db)
    assert kept[0] is not None
    assert kept[1] is not None
    return kept[0], kept[1]


def test_without_a_server_both_say_the_same_words_after_a_stick_went_there_and_back(tmp_path):
    village = Village(tmp_path)
    rina, sari = village.person("Rina"), village.person("Sari", "901")
    joins(sari, rina)
    met_by_stick(rina, sari, tmp_path)
    sari.session()
    out, taken = by_stick(sari, rina, tmp_path / "there.patbm")
    assert (out.way, taken.way) == (Way.STICK_OUT, Way.STICK_IN)
    assert spoken(out) == spoken(taken)
    assert len(out.spaces) == 2
    answer, back = by_stick(rina, sari, tmp_path / "back.patbm")
    assert spoken(answer) == spoken(back) == spoken(out)
    assert (taken.came, back.sent, back.waits, out.waits) == (1, 1, 0, 1)
    sari.session()
    more, _ = by_stick(sari, rina, tmp_path / "more.patbm")
    assert spoken(more)[sari.space] != spoken(back)[sari.space]
    assert spoken(more)[rina.space] == spoken(back)[rina.space]
    village.close()


def met_by_stick(office: Person, member: Person, folder: Path) -> None:
    """Let the keys go there and back: who takes a file in may hand out some in answer."""
    for turn, (source, target) in enumerate([(office, member), (member, office)] * 2):
        usb.load(target.laptop, usb.save(source.laptop, folder / f"{turn}.patbm").path)


def spoken(kept: Receipt) -> dict[str, tuple[int, tuple[str, ...]]]:
    """Return what two people read to each other."""
    assert all(each.words for each in kept.spaces)
    return {each.space: (each.places, each.words) for each in kept.spaces}


def test_what_was_written_after_the_stick_is_not_in_its_words(tmp_path):
    village = Village(tmp_path)
    rina, sari = village.person("Rina"), village.person("Sari", "901")
    joins(sari, rina)
    before = bundles.newest(sari.db)
    sari.session()
    late, early = (
        receipt.of_stick(sari.laptop, Way.STICK_OUT, [sari.space], sent=0, came=0, up_to_n=n)
        for n in (bundles.newest(sari.db), before)
    )
    assert spoken(late) != spoken(early)
    assert early.spaces[0].places < late.spaces[0].places
    village.close()


def test_with_a_server_the_words_go_on_from_the_log(tmp_path):
    village = Village(tmp_path)
    rina = village.coordinator()
    sari = village.person("Sari", "901")
    joins(sari, rina)
    sari.session()
    village.rounds()
    read = {each.space: each for each in receipt.write(sari.laptop, Met()).spaces}
    out, taken = by_stick(sari, rina, tmp_path / "even.patbm")
    assert spoken(out) == spoken(taken)
    assert all(each.words == read[each.space].words for each in out.spaces)
    sari.session()
    out, taken = by_stick(sari, rina, tmp_path / "ahead.patbm")
    assert spoken(out) == spoken(taken)
    assert spoken(out)[sari.space][1] != read[sari.space].words
    village.close()
