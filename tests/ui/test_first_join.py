"""The first run of a coordinator, and a newcomer who is to be connected at once."""

import socket

from patbm_desktop.actions.kelurahan import joining
from patbm_desktop.ui.first_run.joining import CODE, LATER
from patbm_desktop.ui.first_run.person import COORDINATOR
from patbm_desktop.ui.pages.first_run_page import FirstRunPage
from tests.ui.doing import do
from tests.ui.opened import PASSPHRASE, WAIT_MS, Opened


def answered(window: Opened, *, coordinator: bool) -> FirstRunPage:
    page = window.front()
    assert isinstance(page, FirstRunPage)
    page.person.name.setText("Rina Contoh")
    page.person.kelurahan.set_key("64.71.03.1001")
    if coordinator:
        page.person.role.chip(COORDINATOR).click()
    else:
        page.person.rt.setText("24")
    page.secret.choice.take(PASSPHRASE, own=False)
    page.show_step(3)
    return page


def test_each_is_told_which_code_is_meant(empty_window: Opened) -> None:
    page = answered(empty_window, coordinator=True)
    assert page.joining.by_code.accessibleDescription().startswith("Delapan huruf")
    page.person.role.chip("kader").click()
    page.show_step(3)
    assert page.joining.by_code.accessibleDescription().startswith("Dua puluh huruf")


def test_a_coordinator_gets_the_vault_of_an_office(empty_window: Opened) -> None:
    page = answered(empty_window, coordinator=True)
    assert page.person.rt_field.isHidden()
    page.next.click()
    empty_window.qtbot.waitUntil(lambda: empty_window.is_open, timeout=WAIT_MS)
    empty_window.settle()
    assert empty_window.desk().key() == "kelurahan"
    assert (empty_window.desk().me.rt, empty_window.desk().me.is_coordinator) == ("", True)


def test_who_cannot_be_connected_keeps_the_vault_and_begins_without(empty_window: Opened) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        address = f"http://127.0.0.1:{gone.getsockname()[1]}"
    page = answered(empty_window, coordinator=False)
    page.joining.ways.pick(CODE)
    page.joining.form.code.setText("VEPS BS6S 37XN 86KX VFTS")
    page.joining.form.server.setText(address)
    page.next.click()
    empty_window.qtbot.waitUntil(page.fault.isVisible, timeout=WAIT_MS)
    assert page.fault.text.text().startswith("Belum ada internet.")
    page.joining.ways.pick(LATER)
    page.next.click()
    empty_window.qtbot.waitUntil(lambda: empty_window.is_open, timeout=WAIT_MS)
    assert do(empty_window, joining.standing).state is joining.State.ALONE


def test_nothing_is_asked_for_a_code_that_was_not_typed(empty_window: Opened) -> None:
    page = answered(empty_window, coordinator=False)
    page.joining.ways.pick(CODE)
    page.next.click()
    assert page.next.isEnabled()
    assert page.joining.form.code.accessibleDescription() == "Ketik kodenya dulu."
