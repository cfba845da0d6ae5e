"""Accounts of the office: coming in, growing delays, one-time passwords, and the audit trail."""

# ruff: noqa: PLC0415 (Django's models want its settings first)

from datetime import timedelta

import pytest

from tests.server.kantor import PAGES, PASSWORD, words

HERE, ELSEWHERE = {"REMOTE_ADDR": "10.0.0.1"}, {"REMOTE_ADDR": "10.0.0.2"}


def own_password(account):
    account.set_password(PASSWORD)
    account.save()
    return account


def guess(name, address, *, times):
    """Try in vain so often, each time as soon as one may; the last wait begins now."""
    from django.utils import timezone

    from patbm_desktop.server.people.gate import Gate, delay

    waits = [delay(failures) for failures in range(1, times)]
    now = timezone.now() - sum(waits, timedelta(0))
    for wait in (*waits, timedelta(0)):
        assert Gate(name, address).knock(now) == 0
        now += wait


def test_a_password_is_kept_by_argon2(kantor):
    assert own_password(kantor.clerk).password.startswith("argon2$argon2id$")


def test_whoever_has_a_one_time_password_goes_nowhere_before_it_is_changed(kantor):
    from patbm_desktop.server.people.passwords import give_one_time

    once, client = give_one_time(kantor.clerk), kantor.browser()
    assert kantor.log_in(client, "juru", once).status_code == 302
    for page in set(PAGES) - {"/kantor/password_change/"}:
        assert client.get(page)["Location"] == "/kantor/password_change/"
    typed = {"old_password": once, "new_password1": PASSWORD, "new_password2": PASSWORD}
    assert client.post("/kantor/password_change/", typed).status_code == 302
    assert client.get("/kantor/").status_code == 200
    assert kantor.log_in(kantor.browser(), "juru", once).status_code == 200


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("pendek", "setidaknya 12 karakter"),
        ("password1234", "terlalu umum"),
        ("juru-kantor-kota", "terlalu mirip"),
        (PASSWORD, "kata sandi yang lama"),
    ],
)
def test_a_weak_or_old_password_is_not_taken(kantor, new, why):
    own_password(kantor.clerk)
    client = kantor.browser(kantor.clerk)
    kantor.clerk.first_name = "juru-kantor-kota"
    kantor.clerk.save()
    typed = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    answer = client.post("/kantor/password_change/", typed)
    assert answer.status_code == 200
    assert why in words(answer)


def test_after_wrong_passwords_even_the_right_one_has_to_wait(kantor):
    own_password(kantor.clerk)
    guess("juru", "10.0.0.1", times=9)
    assert "Tunggu" in words(kantor.log_in(kantor.browser(), "juru", PASSWORD, **ELSEWHERE))
    assert "Tunggu" in words(kantor.log_in(kantor.browser(), "kepala", PASSWORD, **HERE))


def test_a_wrong_password_is_counted_and_answered_calmly(kantor):
    from patbm_desktop.server.people.models import Guess

    said = words(kantor.log_in(kantor.browser(), "juru", "tebakan", **HERE))
    assert "Nama atau kata sandi belum cocok." in said
    assert [each.failures for each in Guess.objects.all()] == [1, 1]


def test_the_delay_doubles_up_to_a_limit_for_accounts_and_for_addresses():
    from patbm_desktop.server.people.gate import delay

    assert [delay(n).seconds for n in range(1, 8)] == [0, 0, 1, 2, 4, 8, 16]


def test_a_stranger_cannot_keep_the_owner_of_a_name_out_for_longer_than_five_minutes(kantor):
    from django.utils import timezone

    from patbm_desktop.server.people.gate import Gate

    now, longest = timezone.now(), 0
    for house in range(20):
        gate = Gate("juru", f"10.0.1.{house}")
        wait = gate.knock(now)
        longest = max(longest, wait)
        now += timedelta(seconds=wait)
        assert gate.knock(now) == 0 or wait == 0
    assert 256 <= longest <= 301


def test_an_address_that_tries_many_names_waits_up_to_an_hour(kantor):
    from django.utils import timezone

    from patbm_desktop.server.people.gate import Gate

    now, longest = timezone.now(), 0
    for name in range(20):
        wait = Gate(f"nama{name}", "10.0.0.9").knock(now)
        longest = max(longest, wait)
        now += timedelta(seconds=wait)
        assert wait == 0 or Gate(f"nama{name}", "10.0.0.9").knock(now) == 0
    assert 2048 <= longest <= 3601


def test_all_addresses_of_one_house_are_one(kantor):
    from patbm_desktop.server.people.gate import Gate

    for number in range(3):
        Gate(f"nama{number}", f"2001:db8:1:2::{number}").knock()
    assert Gate("lain", "2001:db8:1:2:ffff::1").knock() > 0
    assert Gate("lain", "2001:db8:1:3::1").knock() == 0


def test_the_delay_outlives_a_restart_and_unknown_names_wait_like_known_ones(kantor):
    from django.db import connection

    for number, name in enumerate(("juru", "tak ada")):
        guess(name, f"10.1.0.{number}", times=9)
        connection.close()
        answer = kantor.log_in(kantor.browser(), name, "tebakan", REMOTE_ADDR="10.9.9.9")
        assert "Terlalu sering mencoba. Tunggu" in words(answer)


def test_the_right_password_takes_the_count_back(kantor):
    from patbm_desktop.server.people.models import Guess

    own_password(kantor.clerk)
    guess("juru", "10.0.0.1", times=2)
    assert kantor.log_in(kantor.browser(), "juru", PASSWORD, **HERE).status_code == 302
    assert not Guess.objects.exists()


def test_many_tries_at_once_are_counted_before_any_is_looked_at(kantor):
    from django.utils import timezone

    from patbm_desktop.server.people.gate import FREE, Gate

    now = timezone.now()
    passed = [Gate("juru", "10.0.0.1").knock(now) == 0 for _ in range(30)]
    assert passed.count(True) == FREE + 1


def test_a_password_typed_as_a_name_stands_nowhere(kantor, tmp_path):
    kantor.log_in(kantor.browser(), "rahasia-besar-sekali", "x")
    files = b"".join(each.read_bytes() for each in tmp_path.iterdir() if each.is_file())
    assert b"rahasia-besar-sekali" not in files
    assert kantor.trail()[0] == ("tidak dikenal", "belum masuk")


def test_an_account_is_made_with_a_one_time_password_that_is_shown_once(kantor):
    from patbm_desktop.server.people.models import Account

    client = kantor.browser(kantor.head)
    typed = {"username": "baru", "first_name": "Pak Baru", "is_active": "on"}
    answer = client.post("/kantor/people/account/add/", typed)
    once = answer.content.decode().split('id="made">')[1].split("<")[0]
    made = Account.objects.get(username="baru")
    assert (made.must_change, made.is_staff, made.is_superuser) == (True, True, False)
    assert made.check_password(once)
    assert once not in client.get(f"/kantor/people/account/{made.pk}/change/").content.decode()
    assert kantor.trail()[0] == ("kepala", "akun dibuat")


def test_a_new_one_time_password_ends_what_the_owner_had_open(kantor):
    own_password(kantor.clerk)
    theirs, client = kantor.browser(kantor.clerk), kantor.browser(kantor.head)
    address = f"/kantor/people/account/{kantor.clerk.pk}/sekali-pakai/"
    assert b"made" not in client.get(address).content
    assert b'id="made"' in client.post(address).content
    assert "login" in theirs.get("/kantor/")["Location"]


def test_a_person_who_left_is_out_at_once_and_keeps_the_name_in_the_trail(kantor):
    theirs, client = kantor.browser(kantor.clerk), kantor.browser(kantor.head)
    change = f"/kantor/people/account/{kantor.clerk.pk}/change/"
    assert client.post(change, {"first_name": "Pak Juru"}).status_code == 302
    assert "login" in theirs.get("/kantor/")["Location"]
    assert client.post(f"/kantor/people/account/{kantor.clerk.pk}/delete/").status_code == 403


def test_the_last_one_who_looks_after_accounts_stays(kantor):
    client = kantor.browser(kantor.head)
    answer = client.post(f"/kantor/people/account/{kantor.head.pk}/change/", {"first_name": "X"})
    assert "Sisakan satu petugas" in words(answer)
    kantor.head.refresh_from_db()
    assert kantor.head.is_superuser


def test_accounts_are_for_those_who_look_after_them_alone(kantor):
    client = kantor.browser(kantor.clerk)
    address = f"/kantor/people/account/{kantor.head.pk}"
    for page in ("/kantor/people/account/", "/kantor/people/account/add/", f"{address}/change/"):
        assert client.get(page).status_code == 403
    assert client.post(f"{address}/sekali-pakai/").status_code in (403, 404)
    assert "Akun petugas" not in words(client.get("/kantor/"))


def test_coming_and_going_stands_in_the_trail(kantor):
    own_password(kantor.clerk)
    client = kantor.browser()
    kantor.log_in(client, "juru", "tebakan")
    kantor.log_in(client, "juru", PASSWORD)
    client.post("/kantor/logout/")
    assert kantor.trail()[:3] == [("juru", "keluar"), ("juru", "masuk"), ("juru", "belum masuk")]


def test_the_trail_can_be_read_and_nothing_else(kantor):
    from django.db import DatabaseError, connection

    from patbm_desktop.server.people.models import Deed, NeverChanges, Trail, remember

    remember("juru", Deed.INVITED, "64.71.99.1001")
    line = Trail.objects.get()
    for change in (line.save, line.delete, Trail.objects.all().delete):
        with pytest.raises(NeverChanges):
            change()
    with pytest.raises(NeverChanges):
        Trail.objects.all().update(who="lain")
    for statement in ("UPDATE people_trail SET who = 'lain'", "DELETE FROM people_trail"):
        with pytest.raises(DatabaseError), connection.cursor() as cursor:
            cursor.execute(statement)
    client = kantor.browser(kantor.clerk)
    page = words(client.get("/kantor/people/trail/"))
    assert "juru mengundang koordinator pertama 64.71.99.1001" in page
    for verb in ("add", f"{line.pk}/delete"):
        assert client.post(f"/kantor/people/trail/{verb}/").status_code == 403
