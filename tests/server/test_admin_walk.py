"""One walk through the office's pages in a real browser on the real server."""

import pytest

from patbm_desktop.domain.ids import device_code
from patbm_desktop.wire.joining import enrol_line
from tests.server.browser import Browser
from tests.server.cast import enrolment
from tests.server.kantor import PASSWORD
from tests.server.running import HttpLaptop, Running
from tests.store.laptop import Author

KELURAHAN = "64.71.99.1001"
TELEPHONE = 390
"""Pixels."""


class Walk:
    """A person of the office at a browser, and Rina's laptop that asks to join."""

    def __init__(self, folder):
        self.folder = folder
        self.server = Running(folder / "data")
        self.browser = Browser(folder)
        self.rina = Author()
        self.laptop = HttpLaptop(self.server, self.rina)

    def close(self):
        self.browser.close()
        assert self.server.stop() == 0

    def look(self, name):
        """Take a picture; a page that a telephone does not show whole is a fault.

        So is one that the browser complains of.
        """
        self.browser.picture(self.folder / f"{name}.png")
        assert (self.folder / f"{name}.png").stat().st_size > 5000
        assert self.browser.complaints() == []
        assert self.browser.width_on(TELEPHONE) == TELEPHONE

    def log_in(self):
        """Come in with the one-time password that the server told, and choose an own one."""
        once = next(line for line in self.server.said if "sekali pakai" in line).split()[-1]
        browser = self.browser
        browser.open(f"{self.server.address}/kantor/")
        self.look("1-log-in")
        browser.type("#id_username", "petugas")
        browser.type("#id_password", once)
        browser.press("input[type=submit]")
        assert browser.address.endswith("/kantor/password_change/")
        self.look("2-own-password")
        browser.type("#id_old_password", once)
        browser.type("#id_new_password1", PASSWORD)
        browser.type("#id_new_password2", PASSWORD)
        browser.press("input[type=submit]")
        assert "Kata sandi sudah diganti." in browser.text()
        assert "Tidak ada yang menunggu." in browser.text()
        self.look("3-index")

    def invite(self):
        """Make an invitation, which Rina's laptop uses."""
        self.browser.follow("Undangan")
        self.browser.type("#id_kelurahan", KELURAHAN)
        self.browser.press(".office-form input[type=submit]")
        code = self.browser.run("return document.querySelector('#made').innerText")
        self.look("4-invitation")
        _, sig, body = enrolment(self.rina, code.replace(" ", ""), rt="")
        assert self.laptop.call("POST", "/v1/enrol", enrol_line(sig, body)).status_code == 202

    def type_the_twelve(self):
        """Type other characters first, then those that Rina reads out."""
        browser, code = self.browser, device_code(self.rina.dev)
        browser.follow("Koordinator pertama")
        assert "Ibu Contoh" in browser.text()
        assert code[:4] not in browser.text()
        browser.type("#id_code", "0000 0000 0000")
        browser.press(".office-form input[type=submit]")
        assert "Belum ada permintaan dengan dua belas huruf itu." in browser.text()
        self.look("5-other-characters")
        browser.type("#id_code", f"{code[:4]} {code[4:8]} {code[8:]}")
        browser.press(".office-form input[type=submit]")
        assert "Ibu Contoh menjadi koordinator pertama" in browser.text()
        self.look("6-coordinator")

    def cut_off(self):
        """Cut Rina's laptop off."""
        self.browser.follow("Laptop")
        self.look("8-laptops")
        self.browser.press("#result_list tbody a")
        self.browser.tick("#id_disabled")
        self.look("9-cut-off")
        self.browser.press("input[name=_save]")


@pytest.fixture
def walk(tmp_path):
    made = Walk(tmp_path)
    yield made
    made.close()


def test_from_the_first_log_in_to_a_first_coordinator_and_a_laptop_cut_off(walk):
    browser = walk.browser
    walk.log_in()
    walk.invite()
    walk.type_the_twelve()
    assert walk.laptop.known().round(walk.rina.first_ops("koordinator")[:2]).put == {}
    browser.follow("Kelurahan")
    assert f"Contoh ({KELURAHAN})" in browser.text()
    walk.look("7-kelurahan")
    walk.cut_off()
    assert walk.laptop.call("GET", "/v1/enrol").status_code == 403
    for page in ("Catatan tertahan", "Penghapusan", "Ruang", "Akun petugas", "Jejak"):
        browser.follow(page)
        walk.look(f"10-{page}")
    assert "memutus laptop" in browser.text()
    browser.press("#logout-form button")
    assert "Sudah keluar." in browser.text()
    walk.look("11-log-out")
