import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from patbm_desktop.actions.entrance import passphrases
from patbm_desktop.actions.entrance.new_vault import Profile
from patbm_desktop.ui.pages.first_run_page import FirstRunPage, Newcomer
from patbm_desktop.ui.parts.fields import Field
from patbm_desktop.ui.theme import Theme

PLACES = (("64.71.99.1001", "Contoh"), ("64.71.99.1002", "Teluk Bakau"))


def newcomer() -> Newcomer:
    drawn = iter(("perahu kuning pagi", "daun merah laut", "angin timur padi"))
    return Newcomer(
        kelurahan=PLACES,
        kader="Seksi PPA RT",
        draw=lambda: next(drawn),
        strength=passphrases.strength,
    )


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> FirstRunPage:
    page = FirstRunPage(theme, newcomer())
    qtbot.addWidget(page)
    page.resize(1366, 697)
    page.show()
    return page


def fill_in(page: FirstRunPage) -> None:
    """Answer step 2."""
    page.person.name.setText("Sari Contoh")
    page.person.call_name.setText("Sari")
    page.person.address.set_chosen(["ibu"])
    page.person.kelurahan.setText("Teluk Bakau")
    page.person.rt.setText("12")


def go_to(page: FirstRunPage, step: int) -> None:
    """Press Lanjut until `step`, counted from 0."""
    fill_in(page)
    while page.step() < step:
        page.next.click()


def said_beside(field: Field) -> str:
    return field.field.accessibleDescription()


def test_a_language_is_in_force_as_soon_as_it_is_clicked(qtbot: QtBot, page: FirstRunPage) -> None:
    with qtbot.waitSignal(page.language_picked) as heard:
        page.greeting.languages.chip("en").click()
    assert heard.args == ["en"]


def test_clicking_a_sample_chooses_its_size(qtbot: QtBot, page: FirstRunPage) -> None:
    with qtbot.waitSignal(page.scale_picked) as heard:
        page.greeting.samples[2].click()
    assert heard.args == [1.5]


def test_an_empty_person_is_told_beside_each_field_what_is_missing(page: FirstRunPage) -> None:
    page.next.click()
    page.next.click()
    assert page.step() == 1
    assert "nama lengkap" in said_beside(page.person.name_field)
    assert "kelurahan" in said_beside(page.person.kelurahan_field)
    assert "RT" in said_beside(page.person.rt_field)
    assert page.person.name.hasFocus()


def test_what_was_typed_stays_while_something_is_missing(page: FirstRunPage) -> None:
    page.next.click()
    page.person.name.setText("Sari Contoh")
    page.next.click()
    assert page.person.name.text() == "Sari Contoh"
    assert page.person.kelurahan.hasFocus()


def test_a_kelurahan_that_is_not_listed_asks_for_its_name_and_code(page: FirstRunPage) -> None:
    go_to(page, 1)
    page.person.kelurahan.setText("Tidak ada di daftar")
    page.next.click()
    assert page.step() == 1
    assert page.person.place_name.isVisible()
    assert "64.71.03.1001" in said_beside(page.person.code_field)


def test_an_unlisted_kelurahan_becomes_part_of_the_profile(page: FirstRunPage) -> None:
    go_to(page, 1)
    page.person.kelurahan.setText("Tidak ada di daftar")
    page.person.place_name.setText("Rekaan")
    page.person.code.setText("64.72.01.1003")
    page.next.click()
    profile = page.person.profile()
    assert (profile.kelurahan_code, profile.kelurahan_name) == ("64.72.01.1003", "Rekaan")


def test_only_the_role_that_exists_is_offered(page: FirstRunPage) -> None:
    assert page.person.role.chosen() == ["kader"]


@pytest.mark.parametrize(
    ("form", "said"), [("kakak", "kunci laptop Kakak"), ("tanpa", "kunci laptop ini")]
)
def test_the_third_step_addresses_people_as_they_wish(
    page: FirstRunPage, form: str, said: str
) -> None:
    fill_in(page)
    page.person.address.set_chosen([form])
    page.show_step(2)
    assert said in page.subtitle.text()


def test_three_drawn_words_can_be_drawn_again(page: FirstRunPage) -> None:
    go_to(page, 2)
    first = page.secret.choice.passphrase()
    page.secret.choice.another.click()
    assert page.secret.choice.passphrase() != first
    assert len(page.secret.choice.passphrase().split()) == 3


def test_the_drawn_words_can_be_hidden(page: FirstRunPage) -> None:
    go_to(page, 2)
    page.secret.choice.show_words.click()
    assert page.secret.choice.words.text() != page.secret.choice.passphrase()


def test_own_words_that_are_too_few_go_no_further(page: FirstRunPage) -> None:
    go_to(page, 2)
    page.secret.choice.switch.click()
    QTest.keyClicks(page.secret.choice.own.field, "rumah biru")
    page.next.click()
    assert page.step() == 2
    assert "empat kata" in said_beside(page.secret.choice.own_field)


def test_four_own_words_are_enough(page: FirstRunPage) -> None:
    go_to(page, 2)
    page.secret.choice.switch.click()
    QTest.keyClicks(page.secret.choice.own.field, "rumah biru dekat lapangan")
    page.next.click()
    assert page.step() == 3
    assert page.secret.choice.verdict.text()


def test_the_last_step_hands_over_who_and_the_words(qtbot: QtBot, page: FirstRunPage) -> None:
    go_to(page, 3)
    with qtbot.waitSignal(page.submitted) as heard:
        page.next.click()
    profile, words = heard.args
    assert isinstance(profile, Profile)
    assert (profile.name, profile.rt_number) == ("Sari Contoh", "012")
    assert profile.kelurahan_code == "64.71.99.1002"
    assert words == "perahu kuning pagi"


def test_the_last_step_offers_only_what_works(page: FirstRunPage) -> None:
    go_to(page, 3)
    assert page.joining.ways.index() == 0
    assert page.joining.later.isChecked()


def test_the_sheet_is_asked_for_with_the_words_on_screen(qtbot: QtBot, page: FirstRunPage) -> None:
    go_to(page, 2)
    with qtbot.waitSignal(page.sheet_asked) as heard:
        page.secret.print_sheet.click()
    assert heard.args[1] == "perahu kuning pagi"


def test_once_the_vault_stands_the_words_cannot_be_changed_any_more(page: FirstRunPage) -> None:
    go_to(page, 2)
    page.sheet_made(printed=True)
    assert not page.secret.choice.another.isEnabled()
    assert not page.back.isVisible()


def test_the_whole_run_works_by_the_keyboard_alone(qtbot: QtBot, page: FirstRunPage) -> None:
    QTest.keyClick(page.next, Qt.Key.Key_Space)
    QTest.keyClicks(page.person.name, "Sari Contoh")
    QTest.keyClicks(page.person.kelurahan, "Teluk Bakau")
    QTest.keyClicks(page.person.rt, "12")
    QTest.keyClick(page.person.rt, Qt.Key.Key_Return)
    QTest.keyClick(page.next, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.submitted):
        QTest.keyClick(page.next, Qt.Key.Key_Space)


def test_another_language_keeps_every_answer(
    qtbot: QtBot, theme: Theme, page: FirstRunPage
) -> None:
    go_to(page, 2)
    again = FirstRunPage(theme, newcomer())
    qtbot.addWidget(again)
    again.show_answers(page.answers())
    assert again.step() == 2
    assert again.person.profile() == page.person.profile()
    assert again.secret.choice.passphrase() == page.secret.choice.passphrase()


def test_back_leads_to_the_step_before(page: FirstRunPage) -> None:
    go_to(page, 2)
    page.back.click()
    assert page.step() == 1
    assert page.person.name.text() == "Sari Contoh"


def test_a_fault_is_said_and_everything_typed_stays(page: FirstRunPage) -> None:
    go_to(page, 3)
    page.next.click()
    page.show_fault("Penyimpanan penuh.")
    assert page.fault.isVisible()
    assert page.next.isEnabled()
    assert page.person.name.text() == "Sari Contoh"
