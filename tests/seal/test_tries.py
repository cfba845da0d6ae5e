import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.seal.tries import LONGEST_WAIT, Tries, wait_after
from tests.examples import examples


class Laptop:
    """A vault folder and the seconds since the laptop was switched on."""

    def __init__(self, folder):
        self.folder = folder
        self.now = 1000.0
        self.start()

    def start(self):
        """Start the program again: nothing is remembered but what stands in the folder."""
        self.tries = Tries(self.folder, lambda: self.now)

    def fail(self, times):
        for _ in range(times):
            self.tries.wrong()


@pytest.fixture
def laptop(tmp_path):
    return Laptop(tmp_path)


def test_four_wrong_tries_cost_nothing(laptop):
    laptop.fail(4)
    laptop.tries.check()
    assert laptop.tries.seconds_left() == 0


def test_the_fifth_wrong_try_costs_thirty_seconds(laptop):
    laptop.fail(4)
    assert laptop.tries.wrong() == 30
    laptop.now += 29.5
    with pytest.raises(Fault) as heard:
        laptop.tries.check()
    assert heard.value.refusal is Refusal.WAIT_BEFORE_TRYING
    assert heard.value.facts == {"seconds": 1}
    laptop.now += 0.5
    assert laptop.tries.seconds_left() == 0


def test_the_wait_grows_and_ends_at_a_quarter_of_an_hour():
    assert [wait_after(n) for n in range(4, 12)] == [0, 30, 60, 120, 240, 480, 900, 900]
    assert wait_after(10**6) == LONGEST_WAIT


def test_starting_the_program_again_shortens_no_wait(laptop):
    laptop.fail(6)
    laptop.now += 20
    laptop.start()
    assert laptop.tries.seconds_left() == 40


def test_switching_the_laptop_off_and_on_shortens_no_wait_and_locks_nobody_out(laptop):
    laptop.fail(7)
    laptop.now = 5.0
    laptop.start()
    assert laptop.tries.seconds_left() == 115
    laptop.now = 120.0
    assert laptop.tries.seconds_left() == 0


def test_the_right_passphrase_forgets_the_wrong_ones(laptop):
    laptop.fail(6)
    laptop.tries.right()
    laptop.tries.right()
    assert laptop.tries.wrong() == 0
    assert laptop.tries.seconds_left() == 0


@settings(max_examples=examples(30))
@given(st.floats(0, 1e9), st.integers(1, 7), st.floats(0, 1e9))
def test_whatever_the_clock_shows_nobody_waits_longer_than_a_quarter_of_an_hour(
    tmp_path_factory, tick, wrong, later
):
    laptop = Laptop(tmp_path_factory.mktemp("vault"))
    laptop.now = tick
    laptop.fail(wrong)
    laptop.now = later
    laptop.start()
    assert 0 <= laptop.tries.seconds_left() <= 120
    laptop.now = later + LONGEST_WAIT
    assert laptop.tries.seconds_left() == 0


@given(st.binary(max_size=60))
def test_a_file_of_rubbish_counts_as_no_try(tmp_path_factory, rubbish):
    folder = tmp_path_factory.mktemp("vault")
    (folder / "percobaan.json").write_bytes(rubbish)
    assert Tries(folder).seconds_left() == 0


@pytest.mark.parametrize(
    "text",
    ['{"wrong":99,"tick":NaN}', '{"wrong":-5,"tick":1}', '{"wrong":1e999,"tick":1}', "[" * 9000],
)
def test_numbers_nobody_would_write_count_as_no_try(tmp_path, text):
    (tmp_path / "percobaan.json").write_text(text)
    assert Tries(tmp_path).seconds_left() == 0
