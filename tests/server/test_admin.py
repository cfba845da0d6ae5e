"""The office's pages: who comes in, what they show and never show, and the few things they do."""

# ruff: noqa: PLC0415 (Django's models want its settings first)

import base64
import re
import time

import pytest

from patbm_desktop.domain import ids
from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.server.log import invitations
from tests.server.cast import NOON, enrolment
from tests.server.kantor import PAGES, words
from tests.server.running import Running
from tests.store.laptop import Author

DAY = 24 * 3600
ENGLISH = re.compile(
    r"\b(the|this|please|add|change|delete|save|search|view|home|log (in|out)|password|welcome|"
    r"history|devices?|label|action|select|all|any|yes|user|username|active|results?|error|required)\b",
    re.IGNORECASE,
)


def asking(kantor, author, *, office=True):
    """Let a laptop ask to be the first coordinator of its kelurahan."""
    desk = kantor.kelurahan.log.desk
    asked = invitations.InviteRequest(kantor.kelurahan.code, "", "koordinator")
    code = invitations.invite(desk, invitations.ADMINISTRATOR, asked)
    invitations.enrol(desk, *enrolment(author, code, rt=""))


# -- who comes in ----------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
def test_nobody_sees_a_page_without_logging_in(kantor, page):
    for client in (kantor.browser(), kantor.browser(outsider())):
        answer = client.get(page)
        assert (answer.status_code, "login" in answer["Location"]) == (302, True)


def outsider():
    """An account that is nobody's of the office."""
    from patbm_desktop.server.people.models import Account

    return Account.objects.create_user("luar")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_wholly_indonesian_and_guarded_in_the_browser(kantor, page):
    kantor.kelurahan.start()
    answer = kantor.browser(kantor.head).get(page)
    assert answer.status_code == 200
    assert ENGLISH.findall(words(answer)) == []
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert (answer["X-Frame-Options"], answer["X-Content-Type-Options"]) == ("DENY", "nosniff")
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("page", [*PAGES, "/kantor/login/"])
def test_nothing_is_taken_without_the_token_of_the_page(kantor, page):
    client = kantor.browser(kantor.head, enforce_csrf_checks=True)
    assert client.post(page, {"code": "x", "kelurahan": "64.71.99.1001"}).status_code == 403
    assert kantor.trail() == []


def test_behind_tls_cookies_are_secure_and_plain_http_is_sent_on(tmp_path):
    import requests

    settings = {"PATBM_BEHIND_TLS": "1", "PATBM_HOSTS": "patbm.contoh.go.id"}
    server = Running(tmp_path / "data", **settings)
    page, host = f"{server.address}/kantor/login/", {"Host": "patbm.contoh.go.id"}
    plain = requests.get(page, headers=host, allow_redirects=False, timeout=60)
    tls = requests.get(page, headers={**host, "X-Forwarded-Proto": "https"}, timeout=60)
    assert (plain.status_code, plain.headers["Location"][:8]) == (301, "https://")
    cookie = tls.headers["Set-Cookie"]
    assert all(
        word in cookie for word in ("Secure", "HttpOnly", "SameSite=Strict", "Path=/kantor/")
    )
    assert "max-age=31536000" in tls.headers["Strict-Transport-Security"]
    style = requests.get(f"{server.address}/static/kantor.css",
                         headers={**host, "X-Forwarded-Proto": "https"}, timeout=60)  # fmt: skip
    assert style.headers["Content-Type"].startswith("text/css")
    assert server.stop() == 0


# -- what they never show --------------------------------------------------------------------


def test_no_page_shows_what_stands_in_a_note_open_or_sealed(kantor):
    made = kantor.kelurahan.start()
    note = made.note(made.sari, name="Layang-Layang")
    far = made.note(made.sari, clk=500_000, name="Layang-Layang")
    assert made.reader(made.sari).round([note, far]).put == {far.id: "held:jam"}
    boxes = [base64.b64encode(each.sig).decode()[:20] for each in (note, far)]
    client = kantor.browser(kantor.head)
    device = f"/kantor/log/device/{made.sari.dev}/change/"
    for page in (*PAGES, device):
        shown = client.get(page).content.decode()
        assert not [each for each in ("Layang-Layang", "&quot;set&quot;", *boxes) if each in shown]


# -- the first coordinator -------------------------------------------------------------------


def test_a_first_coordinator_is_let_in_by_twelve_typed_characters_and_nothing_to_click(kantor):
    rina = Author()
    asking(kantor, rina)
    client, code = kantor.browser(kantor.clerk), ids.device_code(rina.dev)
    page = client.get("/kantor/koordinator/").content.decode()
    assert "Ibu Contoh" in page
    assert code not in page
    assert rina.dev not in page
    assert code[:4] not in words(client.get("/kantor/koordinator/"))
    assert page.count("<button") == client.get("/kantor/kelurahan/").content.decode().count(
        "<button"
    )
    typed = f"{code[:4]}-{code[4:8]} {code[8:]}".lower()
    answer = client.post("/kantor/koordinator/", {"code": typed}, follow=True)
    assert "Ibu Contoh menjadi koordinator kelurahan" in words(answer)
    assert "Kelurahan ini sudah punya kantor" in words(answer)
    assert kantor.trail() == [("juru", "koordinator")]
    assert kantor.kelurahan.log.access_kelurahans(rina.dev) == [kantor.kelurahan.code]


def test_other_characters_let_nobody_in(kantor):
    asking(kantor, Author())
    client = kantor.browser(kantor.clerk)
    answer = client.post("/kantor/koordinator/", {"code": "0000 0000 0000"})
    assert "Belum ada permintaan dengan dua belas huruf itu" in words(answer)
    assert kantor.trail() == []


# -- invitations -----------------------------------------------------------------------------


def test_an_invitation_is_shown_once_and_can_be_withdrawn(kantor):
    client, where = kantor.browser(kantor.clerk), kantor.kelurahan.code
    answer = client.post("/kantor/undangan/", {"kelurahan": where}).content.decode()
    code = answer.split('id="made">')[1].split("<")[0].replace(" ", "")
    page = client.get("/kantor/undangan/").content.decode()
    assert code not in page.replace(" ", "")
    token = re.search(r'name="token" value="([0-9a-f]+)"', page)[1]
    client.post("/kantor/undangan/", {"token": token})
    with pytest.raises(invitations.NoSuchCode):
        invitations.enrol(kantor.kelurahan.log.desk, *enrolment(Author(), code))
    assert [what for _, what in kantor.trail()] == ["undangan ditarik", "undangan"]


def test_a_kelurahan_has_a_code_of_its_own_form(kantor):
    client = kantor.browser(kantor.clerk)
    answer = client.post("/kantor/undangan/", {"kelurahan": "Contoh"})
    assert "Tulis kodenya seperti 64.71.03.1001." in words(answer)


# -- laptops ---------------------------------------------------------------------------------


def test_a_laptop_is_cut_off_at_once_and_let_in_again(kantor):
    made = kantor.kelurahan.start()
    client, dev = kantor.browser(kantor.clerk), made.sari.dev
    change = f"/kantor/log/device/{dev}/change/"
    assert " checked" not in client.get(change).content.decode()
    assert client.post(change, {"disabled": "on"}).status_code == 302
    assert " checked" in client.get(change).content.decode()
    with pytest.raises(Fault) as refused:
        made.reader(made.sari).turn()
    assert refused.value.refusal is Refusal.DEVICE_DISABLED
    client.post(change, {})
    assert made.reader(made.sari).turn().put == {}
    assert [what for _, what in kantor.trail()] == ["laptop disambung", "laptop diputus"]


def test_of_a_laptop_nothing_else_can_be_changed_made_or_deleted(kantor):
    made = kantor.kelurahan.start()
    client = kantor.browser(kantor.head)
    page = f"/kantor/log/device/{made.sari.dev}"
    typed = {"label": "Lain", "sign_pk": "0" * 64, "heard": "1"}
    client.post(f"{page}/change/", typed)
    rows = made.connection.execute(
        "SELECT label, sign_pk FROM device WHERE dev = %s", (made.sari.dev,)
    )
    assert "Lain" not in rows[0]
    assert rows[0][1] == made.sari.device.sign_pk.hex()
    for address in (f"{page}/delete/", "/kantor/log/device/add/"):
        assert client.post(address).status_code == 403


def test_the_page_of_a_laptop_and_of_an_account_are_wholly_indonesian(kantor):
    made = kantor.kelurahan.start()
    client = kantor.browser(kantor.head)
    of_account = f"/kantor/people/account/{kantor.clerk.pk}"
    for page in (
        f"/kantor/log/device/{made.sari.dev}/change/",
        f"{of_account}/change/",
        f"{of_account}/sekali-pakai/",
        "/kantor/login/",
    ):
        assert ENGLISH.findall(words(client.get(page, follow=True))) == []


def test_a_page_that_is_not_there_or_not_for_one_says_so_in_indonesian(kantor):
    client = kantor.browser(kantor.head, enforce_csrf_checks=True)
    said = {
        404: client.get("/kantor/tidak-ada/"),
        403: client.get("/kantor/people/trail/add/"),
        (403, "csrf"): client.post("/kantor/undangan/"),
        400: kantor.browser(kantor.head).get("/kantor/", headers={"host": "lain.contoh"}),
    }
    assert [answer.status_code for answer in said.values()] == [404, 403, 403, 400]
    titles = [words(answer).partition(" | PATBM")[0] for answer in said.values()]
    assert titles == ["Halaman tidak ada", "Bukan untuk akun ini", "Halaman sudah lama terbuka",
                      "Alamat tidak dikenal"]  # fmt: skip
    assert [ENGLISH.findall(words(answer)) for answer in said.values()] == [[]] * 4


def test_a_server_that_is_troubled_says_so_in_indonesian(tables):
    from django.test import RequestFactory
    from django.views.defaults import server_error

    answer = server_error(RequestFactory().get("/kantor/"))
    assert answer.status_code == 500
    assert "Server sedang terganggu" in words(answer)
    assert ENGLISH.findall(words(answer)) == []


def test_a_laptop_shows_where_it_reads_and_when_it_was_heard_but_not_its_whole_code(kantor):
    made = kantor.kelurahan.start()
    made.log.sync(made.sari.dev, request_of(made), app="patbm/1.2")
    client = kantor.browser(kantor.clerk)
    page = words(client.get(f"/kantor/log/device/{made.sari.dev}/change/"))
    assert "Kantor kelurahan (pembaca), RT (anggota)" in page
    assert "patbm/1.2" in words(client.get("/kantor/log/device/"))
    assert ids.device_code(made.sari.dev) not in page


def request_of(made):
    from patbm_desktop.wire.messages import Request

    made.log._heard.clear()
    return Request({}, 256, ())


# -- what only shows -------------------------------------------------------------------------


def test_a_kelurahan_with_one_coordinator_stands_out_until_there_are_two(kantor):
    made = kantor.kelurahan.start()
    client = kantor.browser(kantor.clerk)
    assert "⚠ 1" in words(client.get("/kantor/kelurahan/"))
    assert "1 kelurahan belum punya dua laptop koordinator" in words(client.get("/kantor/"))
    second = made.rina.member(made.dewi, 60, role="koordinator")
    assert made.reader(made.rina).round([second]).put == {}
    assert "⚠" not in words(client.get("/kantor/kelurahan/"))


def test_held_notes_are_counted_with_their_age_and_reason_and_cannot_be_decided(kantor):
    made = kantor.kelurahan.start()
    made.now.moment = time.time() - 9 * DAY
    far = [made.note(made.sari, clk=500_000 + number) for number in range(3)]
    made.reader(made.sari).round(far)
    client = kantor.browser(kantor.head)
    page = client.get("/kantor/tertahan/")
    assert "hitungannya jauh di depan 3 ⚠ 9 hari 0" in words(page)
    assert 'method="post" class' not in page.content.decode()
    client.post("/kantor/tertahan/", {"ok": "1", "id": far[0].id})
    assert made.connection.execute("SELECT count(*) FROM held") == [(3,)]
    assert "3 catatan tertahan lebih dari seminggu" in words(client.get("/kantor/"))


def test_a_request_for_erasure_shows_how_long_it_is_in_sight_and_then_that_it_waits(kantor):
    made = kantor.kelurahan.start()
    made.now.moment = time.time() - 3 * DAY
    values = {"targets": [[made.rt, ids.fresh()]], "reason": "diminta", "basis": "pasal_44"}
    ask = made.rina.op("_ask_erase", ids.fresh(), values, clk=70)
    assert made.reader(made.rina).round([ask]).put == {}
    client = kantor.browser(kantor.clerk)
    page = words(client.get("/kantor/penghapusan/"))
    assert (
        "1 diminta oleh yang bersangkutan UU 27/2022 pasal 44 terlihat oleh semua anggota" in page
    )
    made.connection.execute("UPDATE op SET at = at - %s WHERE id = %s", (12 * DAY, ask.id))
    assert "menunggu laptop arsip sejak" in words(client.get("/kantor/penghapusan/"))
    assert "1 permintaan penghapusan menunggu laptop arsip" in words(client.get("/kantor/"))
    back = made.rina.op("_ask_erase", ids.fresh(), {"takes_back": ask.id}, clk=71)
    assert made.reader(made.rina).round([back]).put == {}
    page = words(client.get("/kantor/penghapusan/"))
    assert (page.count("diminta oleh yang bersangkutan"), "ditarik kembali" in page) == (1, True)
    assert "menunggu laptop arsip" not in words(client.get("/kantor/"))


def test_rows_can_be_narrowed_to_one_kelurahan(kantor):
    made = kantor.kelurahan.start()
    client = kantor.browser(kantor.clerk)
    for page in ("ruang", "kelurahan"):
        assert made.code in words(client.get(f"/kantor/{page}/?kelurahan={made.code}"))
        assert made.code not in words(client.get(f"/kantor/{page}/?kelurahan=64.71.99.1555"))


@pytest.mark.parametrize("group", ["log", "people"])
def test_every_crumb_of_a_page_leads_somewhere(kantor, group):
    answer = kantor.browser(kantor.clerk).get(f"/kantor/{group}/", follow=True)
    assert (answer.status_code, answer.request["PATH_INFO"]) == (200, "/kantor/")


def test_many_rows_come_page_by_page(kantor):
    kantor.kelurahan.connection.insert(
        "home", ("space", "kelurahan", "office"),
        [(ids.fresh(), f"64.71.99.1{number:03d}", 1) for number in range(250)],
    )  # fmt: skip
    client = kantor.browser(kantor.clerk)
    assert "Halaman 1 dari 3" in words(client.get("/kantor/kelurahan/"))
    assert "64.71.99.1240" in words(client.get("/kantor/kelurahan/?p=3"))


def test_the_log_is_asked_for_no_moment_that_is_to_come(kantor):
    from patbm_desktop.server.admin import naming

    assert naming.moment(None) == "–"
    assert naming.age(-5) == "baru saja"
    assert [naming.age(each) for each in (61, 7300, 3 * DAY)] == ["1 menit", "2 jam", "3 hari"]
    assert "2027" in naming.moment(int(NOON))
