"""Sealed parts: files named after their content."""

import os
import time

import pytest

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.store import parts


def refusal_of(read, *values):
    with pytest.raises(Fault) as fault:
        read(*values)
    return fault.value.refusal


def test_a_sealed_file_is_cut_into_parts_and_put_together_again(tmp_path):
    sealed = os.urandom(parts.LONGEST_PART * 2 + 7)
    names = [parts.write(tmp_path, part) for part in parts.cut(sealed)]
    assert len(names) == 3
    assert b"".join(parts.read(tmp_path, name) for name in names) == sealed
    assert set(parts.every(tmp_path)) == set(names)


def test_a_part_is_written_once_however_often(tmp_path):
    assert parts.write(tmp_path, b"sealed") == parts.write(tmp_path, b"sealed")
    assert len(list(parts.every(tmp_path))) == 1


def test_a_part_that_is_too_long_is_our_own_mistake(tmp_path):
    with pytest.raises(ValueError, match="256"):
        parts.write(tmp_path, bytes(parts.LONGEST_PART + 1))


def test_a_part_that_the_disk_has_changed_is_not_handed_out(tmp_path):
    name = parts.write(tmp_path, b"sealed")
    (tmp_path / parts.place_of(name)).write_bytes(b"sealeD")
    assert refusal_of(parts.read, tmp_path, name) == Refusal.FILE_UNREADABLE
    assert not parts.is_whole(tmp_path, name)


def test_a_missing_part_is_said_to_be_missing(tmp_path):
    assert refusal_of(parts.read, tmp_path, "a" * 64) == Refusal.FILE_MISSING
    assert not parts.has(tmp_path, "a" * 64)


@pytest.mark.parametrize("name", ["", "../../kunci.json", "A" * 64, "a" * 63])
def test_a_name_that_is_no_hash_leads_nowhere(tmp_path, name):
    assert refusal_of(parts.read, tmp_path, name) == Refusal.FILE_MISSING


def test_orphans_are_swept_and_what_an_op_names_stays(tmp_path):
    named, orphan = (parts.write(tmp_path, part) for part in (b"named", b"orphan"))
    assert parts.sweep(tmp_path, {named}) == 0
    old = time.time() - 2 * parts.DAY_SECONDS
    for name in (named, orphan):
        os.utime(tmp_path / parts.place_of(name), (old, old))
    assert parts.sweep(tmp_path, {named}) == 1
    assert list(parts.every(tmp_path)) == [named]


def test_the_store_knows_which_parts_records_name_even_when_taken_back(laptop):
    name = parts.write(laptop.folder, b"sealed")
    file = {"key": "k", "mime": "image/jpeg", "size": 6, "parts": [name]}
    values = {"of": "a" * 32, "kind": "foto", "file": file}
    laptop.apply([laptop.author.op("attachment", "b" * 32, values, clk=9)])
    laptop.void("attachment", "b" * 32)
    assert parts.named(laptop.db) == {name}
