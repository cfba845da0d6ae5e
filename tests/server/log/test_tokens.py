"""Letting a device in: one nonce, one signature, one address, twelve hours."""

import pytest

from patbm_desktop.domain.fault import Fault
from patbm_desktop.seal.sign import sign_bytes
from patbm_desktop.server.log.tokens import BadToken, Tokens
from patbm_desktop.wire.joining import TokenRequest, token_bytes
from tests.server.conftest import fresh_code
from tests.server.running import HttpLaptop, founded

HOST = "patbm.contoh.id"


@pytest.fixture
def gate(plain):
    return Tokens("s" * 64, [HOST, "10.0.0.1:8790"], plain.now)


def signed(author, nonce, host=HOST):
    return TokenRequest(
        author.dev, nonce, sign_bytes(author.device, token_bytes(host, author.dev, nonce))
    )


def test_who_signs_a_nonce_is_let_in(plain, gate):
    token = gate.let_in(plain.log, signed(plain.sari, gate.nonce()))
    assert gate.device_of(token) == plain.sari.dev


def test_every_address_of_the_list_is_ours(plain, gate):
    request = signed(plain.sari, gate.nonce(), "10.0.0.1:8790")
    assert gate.device_of(gate.let_in(plain.log, request)) == plain.sari.dev


def test_what_was_signed_for_another_address_opens_nothing(plain, gate):
    with pytest.raises(BadToken):
        gate.let_in(plain.log, signed(plain.sari, gate.nonce(), "patbm.pencuri.id"))


def test_a_nonce_is_good_once(plain, gate):
    request = signed(plain.sari, gate.nonce())
    gate.let_in(plain.log, request)
    with pytest.raises(BadToken):
        gate.let_in(plain.log, request)


def test_a_nonce_spelt_otherwise_is_the_same_nonce(plain, gate):
    nonce = gate.nonce()
    gate.let_in(plain.log, signed(plain.sari, nonce))
    with pytest.raises(BadToken):
        gate.let_in(plain.log, signed(plain.sari, nonce.upper()))


def test_a_nonce_is_good_for_five_minutes(plain, gate):
    request = signed(plain.sari, gate.nonce())
    plain.now.moment += 301
    with pytest.raises(BadToken):
        gate.let_in(plain.log, request)


@pytest.mark.parametrize("nonce", ["", "ab", "zz" * 32, "ab" * 32])
def test_a_nonce_that_is_not_ours_opens_nothing(plain, gate, nonce):
    with pytest.raises(BadToken):
        gate.let_in(plain.log, signed(plain.sari, nonce))


def test_a_token_is_good_for_twelve_hours(plain, gate):
    token = gate.let_in(plain.log, signed(plain.sari, gate.nonce()))
    plain.now.moment += 12 * 3600 + 1
    with pytest.raises(BadToken):
        gate.device_of(token)


@pytest.mark.parametrize("token", ["", "x", "====", "A" * 56, "é"])
def test_a_token_that_is_not_ours_opens_nothing(gate, token):
    with pytest.raises(BadToken):
        gate.device_of(token)


def test_a_token_of_another_server_opens_nothing(plain, gate):
    other = Tokens("t" * 64, [HOST], plain.now)
    token = other.let_in(plain.log, signed(plain.sari, other.nonce()))
    with pytest.raises(BadToken):
        gate.device_of(token)


def test_a_stranger_is_not_let_in(plain, gate):
    with pytest.raises(Fault):
        gate.let_in(plain.log, signed(plain.tono, gate.nonce()))


def test_another_key_does_not_open_for_a_device(plain, gate):
    nonce = gate.nonce()
    forged = TokenRequest(plain.sari.dev, nonce, signed(plain.tono, nonce).sig)
    with pytest.raises(BadToken):
        gate.let_in(plain.log, forged)


def test_a_token_is_dead_at_once_when_its_device_is_disabled(sqlite_server):
    made = founded(sqlite_server, fresh_code())
    sari = HttpLaptop(sqlite_server, made.sari).known()
    assert sari.call("GET", "/v1/enrol").status_code == 403
    sari.round()
    made.connection.execute("UPDATE device SET disabled = 1 WHERE dev = %s", (sari.dev,))
    answer = sari.call("POST", "/v1/sync", b'{"p":1,"cur":{},"max_kib":64}')
    assert (answer.status_code, answer.json()) == (403, {"why": "dinonaktifkan"})


def test_over_http_a_used_nonce_is_answered_with_a_new_one(sqlite_server):
    made = founded(sqlite_server, fresh_code())
    sari = HttpLaptop(sqlite_server, made.sari)
    request = sari.token_request(sari.nonce())
    assert sari.call("POST", "/v1/token", request).status_code == 200
    again = sari.call("POST", "/v1/token", request)
    assert again.status_code == 401
    assert "nonce" in again.json()
