"""The second person: what takes effect at once, what waits, and what no order of merging lowers."""

from hypothesis import given
from hypothesis import strategies as st

from patbm_desktop.domain.codes import TRIAGES
from patbm_desktop.domain.level import highest, is_lower
from patbm_desktop.domain.second_look import SecondLook, Standing, Word, standing

SARI, RINA = "a" * 32, "b" * 32


def level(value: str, by: str = SARI) -> Word:
    return Word("triage", value, by)


def status(value: str, by: str = SARI) -> Word:
    return Word("status", {"value": value}, by)


def agreed(what: str, by: str = RINA) -> Word:
    return Word("confirmed", {"what": what, "by": by, "on": "2026-11-21"}, by)


def test_alone_a_closing_takes_effect_and_stays_to_be_seen() -> None:
    found = standing([status("baru"), status("selesai")], has_companion=False)
    assert (found.is_over, found.look) == (True, SecondLook.TO_BE_SEEN)


def test_with_a_companion_a_closing_waits_until_she_agrees() -> None:
    words = [status("baru"), status("selesai")]
    asked = standing(words, has_companion=True)
    assert (asked.is_over, asked.look, asked.asked_by) == (False, SecondLook.WAITING, SARI)
    seen = standing([*words, agreed("selesai")], has_companion=True)
    assert (seen.is_over, seen.look) == (True, SecondLook.DONE)


def test_nobody_agrees_with_herself_nor_in_the_name_of_another() -> None:
    words = [status("selesai")]
    own = [*words, agreed("selesai", SARI)]
    forged = [*words, Word("confirmed", {"what": "selesai", "by": RINA}, SARI)]
    assert standing(own, has_companion=True).look is SecondLook.WAITING
    assert standing(forged, has_companion=True).look is SecondLook.WAITING


def seen(what: str, asked_by: str, by: str = RINA) -> Word:
    """Return the word of a second person who says whose request she saw."""
    return Word("confirmed", {"what": what, "by": by, "asked_by": asked_by}, by)


def test_an_agreement_counts_for_the_request_that_was_seen_and_no_other() -> None:
    closing, lowering = [status("selesai")], [level("merah"), level("hijau")]
    third = "c" * 32
    for words, what in ((closing, "selesai"), (lowering, "turun")):
        agreed_ = standing([*words, seen(what, SARI)], has_companion=True)
        other = standing([*words, seen(what, third)], has_companion=True)
        assert (agreed_.look is SecondLook.WAITING) is False
        assert other.look is SecondLook.WAITING


def test_without_names_a_list_still_knows_that_nobody_agrees_with_herself() -> None:
    nameless = [Word("status", {"value": "selesai"}), seen("selesai", RINA)._replace(by="")]
    assert standing(nameless, has_companion=True).look is SecondLook.WAITING
    other = [Word("status", {"value": "selesai"}), seen("selesai", SARI)._replace(by="")]
    assert standing(other, has_companion=True).look is SecondLook.DONE


def test_an_agreement_to_one_closing_is_none_to_the_next() -> None:
    words = [status("selesai"), agreed("selesai"), status("didampingi"), status("selesai")]
    assert standing(words, has_companion=True).look is SecondLook.WAITING


def test_a_lower_level_waits_with_a_companion_and_counts_alone() -> None:
    words = [level("merah"), level("hijau")]
    waiting, alone = (standing(words, has_companion=each) for each in (True, False))
    assert (waiting.level, waiting.peak, waiting.is_lowered) == ("merah", "merah", True)
    assert (alone.level, alone.peak, alone.look) == ("hijau", "merah", SecondLook.TO_BE_SEEN)


def test_once_agreed_the_lower_level_is_the_level() -> None:
    words = [level("merah"), level("hijau"), agreed("turun")]
    found = standing(words, has_companion=True)
    assert (found.level, found.peak, found.is_decided) == ("hijau", "hijau", True)
    again = standing([*words, level("kuning")], has_companion=True)
    assert (again.level, again.is_decided) == ("kuning", False)


def test_who_lowered_a_level_cannot_agree_to_it() -> None:
    words = [level("merah"), level("hijau"), agreed("turun", SARI)]
    assert standing(words, has_companion=True).level == "merah"


def test_an_agreement_that_came_before_the_lower_level_does_not_count() -> None:
    words = [level("merah"), agreed("turun"), level("hijau")]
    assert standing(words, has_companion=True).level == "merah"


# -- what changes nothing ----------------------------------------------------------------------


def test_before_anybody_wrote_nothing_is_decided_lowered_or_closed() -> None:
    empty = standing([], has_companion=False)
    assert Standing() == empty
    assert not any((empty.is_decided, empty.is_lowered, empty.is_closed, empty.is_seen))
    assert (empty.look, empty.is_over) == (SecondLook.NONE, False)


def test_an_open_case_is_neither_over_nor_looked_at() -> None:
    for has_companion in (True, False):
        found = standing([level("merah"), status("baru")], has_companion=has_companion)
        assert (found.level, found.look, found.is_over) == ("merah", SecondLook.NONE, False)


def test_an_agreement_to_a_closing_lowers_no_level_and_the_other_way_round() -> None:
    lowering = [level("merah"), level("hijau")]
    assert standing([*lowering, agreed("selesai")], has_companion=True).level == "merah"
    closing = standing([status("selesai"), agreed("bukan_kasus")], has_companion=True)
    assert closing.look is SecondLook.WAITING
    opened = standing([status("didampingi"), agreed("didampingi")], has_companion=True)
    assert not opened.is_seen


def test_the_same_level_said_again_stays_decided() -> None:
    words = [level("merah"), level("hijau"), agreed("turun"), level("hijau")]
    found = standing(words, has_companion=True)
    assert (found.level, found.is_decided) == ("hijau", True)


def test_who_lowered_the_level_is_named_before_who_closed() -> None:
    words = [status("selesai", SARI), level("merah"), level("hijau", RINA)]
    assert standing(words, has_companion=True).asked_by == RINA
    assert standing(words[:2], has_companion=True).asked_by == SARI


def test_a_level_or_a_shape_of_a_later_release_is_passed_over() -> None:
    words = [level("merah"), level("ungu"), Word("status", 3), Word("confirmed", "ya")]
    found = standing(words, has_companion=True)
    assert (found.level, found.is_closed, found.is_lowered) == ("merah", False, False)
    assert repr(words[0]) == "Word(triage)"


WORDS = st.lists(
    st.builds(level, st.sampled_from(TRIAGES), st.sampled_from((SARI, RINA)))
    | st.builds(status, st.sampled_from(("baru", "didampingi", "selesai", "bukan_kasus")))
    | st.builds(agreed, st.sampled_from(("selesai", "turun")), st.sampled_from((SARI, RINA))),
    max_size=8,
)


@given(WORDS, st.booleans())
def test_the_peak_is_never_below_the_level_nor_ever_higher_than_what_was_written(
    words: list[Word], has_companion: bool
) -> None:
    found = standing(words, has_companion=has_companion)
    written = [str(word.value) for word in words if word.field == "triage"]
    assert not is_lower(found.peak, found.level)
    assert highest([found.peak, *written]) == highest(written)


@given(st.lists(st.sampled_from(TRIAGES), min_size=1), st.randoms())
def test_without_a_second_person_no_order_loses_the_highest_level(
    levels: list[str], chance: object
) -> None:
    shuffled = sorted(levels, key=lambda _: chance.random())  # type: ignore[attr-defined]
    words = [level(each) for each in shuffled]
    assert standing(words, has_companion=True).level == highest(levels)


@given(
    st.lists(
        st.builds(
            Word,
            st.sampled_from(("triage", "status", "confirmed")),
            st.none()
            | st.text()
            | st.integers()
            | st.dictionaries(st.sampled_from(("what", "value", "by")), st.text() | st.none()),
        )
    )
)
def test_no_word_whatever_breaks_the_reading(words: list[Word]) -> None:
    found = standing(words, has_companion=True)
    assert found.level in ("", *TRIAGES)
