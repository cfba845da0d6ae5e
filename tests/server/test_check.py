"""The check of all that is stored: a sound log has no problem, and whatever is spoiled is found."""

import hashlib

import pytest

from patbm_desktop.domain import ids
from patbm_desktop.server.backup.checking import Checking
from patbm_desktop.server.log import blobs

PHOTO = b"sealed part of a photo" * 40


def problems(made):
    """Return what is found in this kelurahan; other tests leave theirs in the same tables."""
    spaces = Checking(made.connection, made.log.desk.shelf, {}).spaces()
    ours = (each for each in spaces if each.kelurahan == made.code)
    return [problem for each in ours for problem in each.problems]


def test_a_sound_log_has_no_problem(kelurahan):
    kelurahan.reader(kelurahan.sari).round([kelurahan.note(kelurahan.sari)])
    assert problems(kelurahan) == []


SPOILED = (
    ("UPDATE op SET sig = zeroblob(64) WHERE seq = 3", "tanda tangannya tidak cocok"),
    ("UPDATE op SET body = CAST(body || ' ' AS BLOB) WHERE seq = 3", "isinya berubah"),
    ("UPDATE op SET ent = space WHERE seq = 3", "kolomnya tidak cocok"),
    ("UPDATE op SET kind = 'place' WHERE seq = 3", "kolomnya tidak cocok"),
    ("UPDATE op SET body = NULL, sig = NULL WHERE seq = 3", "kosong tanpa penghapusan"),
    ("UPDATE op SET chain = id WHERE seq = 3", "rantai putus di baris 3"),
    ("UPDATE op SET seq = 99 WHERE seq = 3", "rantai putus di baris 4"),
    ("DELETE FROM op WHERE seq = (SELECT max(seq) FROM op)", "ujung rantai"),
    ("UPDATE space SET seq = seq + 1", "ujung rantai"),
    ("UPDATE device SET sign_pk = box_pk", "tidak cocok dengan namanya"),
    ("DELETE FROM device", "penulisnya tidak dikenal"),
    ("DELETE FROM home", "ruang tidak terdaftar"),
    ("UPDATE held SET sig = zeroblob(64)", "catatan tertahan"),
    ("UPDATE blob SET size = size + 1", "berubah"),
    ("UPDATE blob SET sha = substr(sha, 2) || 'a'", "tidak ada"),
)


@pytest.mark.parametrize(("sql", "said"), SPOILED)
def test_whatever_is_spoiled_is_found(plain, sql, said):
    far = plain.note(plain.sari, clk=500_000)
    assert plain.reader(plain.sari).round([far]).put == {far.id: "held:jam"}
    sha = hashlib.sha256(PHOTO).hexdigest()
    part = blobs.Part(plain.rt, ids.fresh(), sha)
    assert blobs.put(plain.log.desk, plain.sari.dev, part, PHOTO) == 201
    assert problems(plain) == []
    plain.connection.execute(sql)
    assert any(said in each for each in problems(plain))
