"""When to try again: later and later, never all at once, and as a server asks."""

from random import Random

from patbm_desktop.sync.pace import LEAST_OFFER_BYTES, LONGEST_WAIT_S, Pace


def test_a_road_that_stays_shut_is_tried_less_and_less_often():
    pace = Pace(Random(1))
    waits = []
    for _ in range(15):
        pace.went_ill()
        waits.append(pace.wait_s())
    assert 1 <= waits[0] <= 2
    assert all(LONGEST_WAIT_S / 2 <= wait <= LONGEST_WAIT_S for wait in waits[-3:])
    pace.went_well()
    assert pace.wait_s() <= 1


def test_laptops_that_lost_a_road_together_do_not_come_back_together():
    assert len({Pace(Random(seed)).wait_s() for seed in range(20)}) == 20


def test_a_server_is_left_alone_for_as_long_as_it_asks():
    assert Pace(Random(1)).wait_s(retry_after=600) == 600


def test_a_bad_road_is_asked_for_less_and_a_good_one_for_more():
    pace, sizes = Pace(Random(1)), []
    for act in [pace.went_ill] * 4 + [pace.went_well] * 6:
        act()
        sizes.append(pace.max_kib)
    assert sizes == [128, 64, 64, 64, 128, 256, 512, 1024, 1024, 1024]


def test_a_request_grows_where_the_way_is_long_and_shrinks_where_the_line_is_slow():
    pace, sizes = Pace(Random(1)), []
    for seconds, offered in (
        (0.3, 0),
        (0.4, 60_000),
        (0.5, 120_000),
        (0.5, 240_000),
        (9.0, 240_000),
    ):
        pace.took(seconds, offered)
        sizes.append(pace.offer_bytes // LEAST_OFFER_BYTES)
    assert sizes == [1, 2, 4, 4, 2]


def test_a_request_stays_small_on_a_road_whose_way_is_short_or_not_known():
    near, new = Pace(Random(1)), Pace(Random(1))
    near.took(0.04, 0)
    for each in (near, new):
        each.took(0.05, 60_000)
    assert near.offer_bytes == new.offer_bytes == LEAST_OFFER_BYTES


def test_after_a_cut_little_is_offered_at_once():
    pace = Pace(Random(1))
    pace.took(0.3, 0)
    pace.took(0.3, 60_000)
    pace.went_ill()
    pace.took(0.3, 60_000)
    assert pace.offer_bytes == LEAST_OFFER_BYTES
