"""Sealed parts of photos: whole or not at all, by members for members, up to a quota."""

import hashlib

import pytest

from patbm_desktop.domain import ids
from patbm_desktop.server.log import blobs
from patbm_desktop.server.log.limits import Limits
from patbm_desktop.server.log.parts import FolderShelf
from patbm_desktop.wire.limits import PART
from tests.server.cast import Kelurahan
from tests.server.conftest import fresh_code

DATA = b"sealed and nothing else"


def part_of(kelurahan, data=DATA):
    return blobs.Part(kelurahan.rt, ids.fresh(), hashlib.sha256(data).hexdigest())


def test_a_part_comes_back_as_it_was_laid_down(kelurahan):
    desk, part = kelurahan.log.desk, part_of(kelurahan)
    assert blobs.put(desk, kelurahan.sari.dev, part, DATA) == blobs.STORED
    assert blobs.get(desk, kelurahan.rina.dev, part) == (blobs.THERE, DATA)


def test_a_part_that_is_laid_down_again_costs_nothing(kelurahan):
    desk, part = kelurahan.log.desk, part_of(kelurahan)
    blobs.put(desk, kelurahan.sari.dev, part, DATA)
    assert blobs.put(desk, kelurahan.rina.dev, part, DATA) == blobs.THERE


def test_a_part_that_is_not_there_is_missing(kelurahan):
    found = blobs.find(kelurahan.log.desk, kelurahan.sari.dev, part_of(kelurahan))
    assert found.status == blobs.MISSING


def test_a_part_whose_file_was_lost_is_missing_until_it_is_brought_again(kelurahan):
    desk, part = kelurahan.log.desk, part_of(kelurahan)
    blobs.put(desk, kelurahan.sari.dev, part, DATA)
    desk.shelf.drop(blobs.find(desk, kelurahan.sari.dev, part).kelurahan, part.space, part.ent)
    assert blobs.find(desk, kelurahan.rina.dev, part).status == blobs.MISSING
    assert blobs.put(desk, kelurahan.sari.dev, part, DATA) == blobs.STORED
    assert blobs.get(desk, kelurahan.rina.dev, part) == (blobs.THERE, DATA)


def test_a_part_is_named_by_its_bytes(kelurahan):
    put = blobs.put(kelurahan.log.desk, kelurahan.sari.dev, part_of(kelurahan), b"other")
    assert put == blobs.DIFFERS


def test_a_part_is_no_larger_than_a_part(kelurahan):
    data = b"x" * (PART + 1)
    part = part_of(kelurahan, data)
    assert blobs.put(kelurahan.log.desk, kelurahan.sari.dev, part, data) == blobs.TOO_LARGE


@pytest.mark.parametrize("who", ["budi", "tono"])
def test_who_is_no_member_of_the_space_gets_nothing(kelurahan, who):
    desk, part, dev = kelurahan.log.desk, part_of(kelurahan), getattr(kelurahan, who).dev
    blobs.put(desk, kelurahan.sari.dev, part, DATA)
    assert blobs.get(desk, dev, part) == (blobs.FORBIDDEN, b"")
    assert blobs.put(desk, dev, part, DATA) == blobs.FORBIDDEN


def test_a_reader_lays_nothing_down(kelurahan):
    part = blobs.Part(kelurahan.office, ids.fresh(), hashlib.sha256(DATA).hexdigest())
    desk = kelurahan.log.desk
    assert blobs.put(desk, kelurahan.sari.dev, part, DATA) == blobs.FORBIDDEN
    assert blobs.put(desk, kelurahan.rina.dev, part, DATA) == blobs.STORED
    assert blobs.get(desk, kelurahan.sari.dev, part) == (blobs.THERE, DATA)


def test_a_device_has_a_quota_a_week(connection):
    limits = Limits(part_bytes_a_week=len(DATA))
    kelurahan = Kelurahan(connection, code=fresh_code(), limits=limits).start()
    desk, dev = kelurahan.log.desk, kelurahan.sari.dev
    assert blobs.put(desk, dev, part_of(kelurahan), DATA) == blobs.STORED
    assert blobs.put(desk, dev, part_of(kelurahan), DATA) == blobs.QUOTA
    kelurahan.now.moment += 8 * 24 * 3600
    assert blobs.put(desk, dev, part_of(kelurahan), DATA) == blobs.STORED


def test_parts_are_files_of_their_own_and_a_record_goes_whole(tmp_path):
    shelf = FolderShelf(tmp_path)
    shelf.put("64.71.99.1001", "a" * 32, "b" * 32, "c" * 64, DATA)
    assert shelf.get("64.71.99.1001", "a" * 32, "b" * 32, "c" * 64) == DATA
    assert [each.name for each in tmp_path.rglob("*") if each.is_file()] == ["c" * 64]
    shelf.drop("64.71.99.1001", "a" * 32, "b" * 32)
    assert shelf.get("64.71.99.1001", "a" * 32, "b" * 32, "c" * 64) is None
