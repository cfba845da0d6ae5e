"""Unsafe set-ups: the server refuses to start and says what mends it."""

from functools import partial
from pathlib import Path

import pytest
import requests

from patbm_desktop.server.safety import SetUp, dangers, is_private, trusted_proxy
from tests.server.running import Running, done

SAFE = SetUp("127.0.0.1", False, "x" * 48, False, "", ("localhost:8790",), Path("data"), False)
PUBLIC = SAFE._replace(
    host="0.0.0.0", behind_tls=True, trusted_proxy="10.0.0.2", hosts=("patbm.contoh.id",)
)


@pytest.mark.parametrize("made", [SAFE, PUBLIC, SAFE._replace(host="::1")])
def test_a_safe_set_up_starts(made):
    assert list(dangers(made)) == []


@pytest.mark.parametrize(
    ("made", "mends"),
    [
        (SAFE._replace(debug=True), "PATBM_DEBUG"),
        (SAFE._replace(secret=""), "PATBM_SECRET"),
        (SAFE._replace(secret="django-insecure-" + "x" * 48), "PATBM_SECRET"),
        (SAFE._replace(is_open_to_others=True), "chmod"),
        (PUBLIC._replace(behind_tls=False), "PATBM_BEHIND_TLS"),
        (PUBLIC._replace(trusted_proxy=""), "PATBM_TRUSTED_PROXY"),
        (PUBLIC._replace(hosts=()), "PATBM_HOSTS"),
    ],
)
def test_a_danger_is_named_with_what_mends_it(made, mends):
    assert mends in "".join(dangers(made))


@pytest.mark.parametrize(
    ("host", "private"),
    [("127.0.0.1", True), ("::1", True), ("[::1]", True), ("localhost", True), ("0.0.0.0", False),
     ("::", False), ("192.168.1.4", False), ("patbm.contoh.id", False)],
)  # fmt: skip
def test_only_this_machine_is_private(host, private):
    assert is_private(host) is private


def test_behind_tls_the_proxy_of_this_machine_is_believed_unless_another_is_named():
    assert trusted_proxy({}) == ""
    assert trusted_proxy({"PATBM_BEHIND_TLS": "1"}) == "127.0.0.1"
    assert trusted_proxy({"PATBM_BEHIND_TLS": "1", "PATBM_TRUSTED_PROXY": "10.0.0.2"}) == "10.0.0.2"


@pytest.mark.parametrize(
    ("listen", "settings", "mends"),
    [("127.0.0.1:0", {"PATBM_DEBUG": "1"}, "PATBM_DEBUG"),
     ("0.0.0.0:0", {}, "PATBM_BEHIND_TLS"),
     ("127.0.0.1:0", {"PATBM_BEHIND_TLS": "1"}, "PATBM_HOSTS"), ("nowhere", {}, "nowhere")],
)  # fmt: skip
def test_the_command_refuses_and_says_why(tmp_path, listen, settings, mends):
    answer = done("--data", tmp_path / "data", "--listen", listen, **settings)
    assert answer.returncode == 1
    assert mends in answer.stderr
    assert answer.stdout == ""


def test_behind_tls_only_the_proxy_is_believed_that_a_call_came_over_tls(tmp_path):
    settings = {"PATBM_BEHIND_TLS": "1", "PATBM_HOSTS": "patbm.contoh.id"}
    server = Running(tmp_path / "data", **settings)
    through = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "10.1.2.3"}
    named = {"Host": "patbm.contoh.id"}
    ask = partial(requests.get, f"{server.address}/v1/hello", allow_redirects=False, timeout=30)
    assert ask(headers=named | through).status_code == 200
    assert ask(headers=named).headers["Location"] == "https://patbm.contoh.id/v1/hello"
    assert ask(headers=through | {"Host": "elsewhere.id"}).status_code == 400
    assert server.stop() == 0
