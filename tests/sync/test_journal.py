"""What a laptop remembers of its exchanges."""

from datetime import datetime, timedelta

import pytest

from patbm_desktop.domain.clock import WITA
from patbm_desktop.store import connect
from patbm_desktop.store.outbox import Waiting
from patbm_desktop.sync import journal
from patbm_desktop.sync.journal import Contact, Way
from patbm_desktop.sync.receipt import Receipt, SpaceReceipt

NOW = datetime(2026, 11, 21, 20, 14, tzinfo=WITA)


@pytest.fixture
def db(tmp_path):
    made = connect.create(tmp_path / "catatan.db", bytes(range(32)))
    yield made
    connect.close(made)


def test_the_newest_exchange_stands_first_and_old_ones_are_let_go(db):
    for minute in range(journal.MOST + 3):
        at = NOW + timedelta(minutes=minute)
        journal.note(db, Contact(at=at, way=Way.NET, sent=minute))
    found = journal.contacts(db)
    assert (len(found), found[0].sent) == (journal.MOST, journal.MOST + 2)


def test_meeting_somebody_forgets_the_trouble_before(db):
    journal.met_trouble(db, "no_network")
    assert journal.trouble(db) == "no_network"
    journal.met(db, NOW)
    assert (journal.trouble(db), journal.last_contact(db)) == ("", NOW)


def test_a_receipt_comes_back_as_it_was_kept(db):
    part = SpaceReceipt("a" * 32, 7, ("satu", "dua", "tiga"), Waiting(1, 2, 3))
    kept = Receipt("2026-11-21T20:14+08:00", 1, 2, 3, 4, (part,))
    assert journal.last_receipt(db) is None
    journal.keep_receipt(db, kept)
    assert journal.last_receipt(db) == kept
    by_stick = kept._replace(way=Way.STICK_IN)
    journal.keep_receipt(db, by_stick)
    assert journal.last_receipt(db) == by_stick
