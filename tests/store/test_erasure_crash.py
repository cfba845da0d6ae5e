"""A kill at any point of an erasure: the record is there whole, or it is gone from every file."""

import pickle

import pytest

from patbm_desktop.store import backup, erasure, listing, parts, traces
from tests.store import raw, scenario
from tests.store.erasing import SECRET, Erasing
from tests.store.laptop import DATABASE_KEY
from tests.store.test_crash import number_of, promised_in, run

WORDS = (SECRET.encode(), SECRET.lower().encode())


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """The folders of an erasure that was killed at its first, its second ... step."""
    folder = tmp_path_factory.mktemp("erasure")
    template = folder / "template"
    template.mkdir()
    erasing = Erasing(template / "vault")
    erasing.session()
    erasing.laptop.save(type="jejaring", result="Yang lain")
    backup.daily(erasing.laptop.db, erasing.laptop.folder, DATABASE_KEY, scenario.TODAY)
    (template / "author").write_bytes(pickle.dumps(erasing.laptop.author))
    keys = {erasing.arsip.dev: erasing.arsip.device.sign_pk}
    (template / "words").write_bytes(pickle.dumps((erasing.both(*erasing.whole), keys)))
    erasing.laptop.close()
    run("--every", "erase", folder)
    left = sorted((path for path in folder.iterdir() if path.name.isdecimal()), key=number_of)
    return erasing, left


def says_it(folder):
    found = raw.texts(folder / "vault", DATABASE_KEY)
    return {name for name, text in found if any(word in text for word in WORDS)}


def test_a_kill_leaves_the_record_whole_or_nothing_of_it_in_any_table(killed):
    erasing, left = killed
    assert len(left) > 8
    for folder in left:
        laptop = scenario.opened(folder)
        laptop.settle()
        assert laptop.is_sound()
        is_gone = bool(erasure.every(laptop.db))
        assert (laptop.values("activity", erasing.ent) is None) is is_gone
        assert len(listing.rows(laptop.db, "activity")) == 2 - is_gone
        assert is_gone or "erased" not in promised_in(folder)
        laptop.close()


def test_after_a_kill_the_next_start_ends_what_was_begun(killed):
    erasing, left = killed
    for folder in left:
        laptop = scenario.opened(folder)
        if erasure.every(laptop.db):
            traces.clear(laptop.db, laptop.folder, scenario.TODAY)
            assert not parts.has(laptop.folder, erasing.part)
            assert backup.last_good(laptop.folder, DATABASE_KEY)
            laptop.close()
            assert says_it(folder) == set()
        else:
            laptop.close()
            assert says_it(folder)
    assert "cleared" in promised_in(left[-1])


def test_done_once_more_it_is_done(killed):
    _, left = killed
    for folder in (left[0], left[len(left) // 2]):
        assert run("erase", folder) == ["erased", "cleared"]
        assert says_it(folder) == set()
