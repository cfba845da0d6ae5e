"""The server's own command: its folder, its first account, and the first coordinator."""

import re
import stat

from patbm_desktop.domain.ids import device_code
from patbm_desktop.server.folder import DataFolder
from patbm_desktop.wire.joining import enrol_line
from tests.server.cast import enrolment
from tests.server.conftest import fresh_code
from tests.server.running import HttpLaptop, Running, done
from tests.store.laptop import Author

ANY_PORT = "127.0.0.1:0"


def test_a_folder_is_made_for_nobody_else_with_a_secret_of_its_own(tmp_path):
    folder = DataFolder(tmp_path / "data")
    folder.make()
    secret = folder.secret()
    folder.make()
    assert folder.secret() == secret
    assert len(secret) >= 48
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "data" / "rahasia").stat().st_mode) == 0o600
    assert not folder.is_open_to_others()


def test_a_first_coordinator_is_invited_asks_and_is_let_in(tmp_path):
    data, where, rina = tmp_path / "data", fresh_code(), Author()
    invited = done("invite", "--kelurahan", where, "--data", data)
    assert re.search("sekali pakai: .{16}", invited.stdout)
    code = invited.stdout.splitlines()[-1].replace(" ", "")
    server = Running(data)
    assert not any("Kata sandi" in line for line in server.said)
    laptop = HttpLaptop(server, rina)
    assert laptop.let_in().status_code == 403
    _, sig, body = enrolment(rina, code, rt="")
    assert laptop.call("POST", "/v1/enrol", enrol_line(sig, body)).status_code == 202
    approved = done("--data", data, "approve", device_code(rina.dev))
    assert (approved.returncode, where in approved.stdout) == (0, True)
    assert laptop.known().round(rina.first_ops("koordinator")[:2]).put == {}
    assert server.stop() == 0


def test_what_cannot_be_done_is_said_in_one_sentence(tmp_path):
    data = tmp_path / "data"
    nowhere = done("invite", "--kelurahan", "Contoh", "--data", data)
    nobody = done("approve", "0000 0000 0000", "--data", data)
    assert (nowhere.returncode, nobody.returncode) == (1, 1)
    assert "64.71.03.1001" in nowhere.stderr
    assert "dua belas huruf" in nobody.stderr
    assert "Traceback" not in nowhere.stderr + nobody.stderr


def test_nothing_is_put_back_under_a_server_that_runs_and_none_starts_beside_it(tmp_path):
    data, kept = tmp_path / "data", tmp_path / "kept.patbm"
    server = Running(data)
    assert done("backup", kept, "--data", data).returncode == 0
    refused = [done("restore", kept, "--data", data), done("--data", data, "--listen", ANY_PORT)]
    assert [each.returncode for each in refused] == [1, 1]
    assert all("Hentikan dulu server itu." in each.stderr for each in refused)
    server.kill()
    assert done("restore", kept, "--data", data).returncode == 0
