import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from patbm_desktop.ui import trouble

SECRET = "Bunga, tujuh tahun, RT 5"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    handler = trouble.keep_log(tmp_path)
    yield trouble.log_file(tmp_path)
    handler.close()
    trouble.log.removeHandler(handler)


def bug(words: str) -> Exception:
    try:
        int(words)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_bug_is_noted_with_its_place_and_without_its_words(log: Path) -> None:
    code = trouble.note(bug(SECRET))
    noted = log.read_text()
    assert code in noted
    assert "ValueError" in noted
    assert "test_trouble.py" in noted
    assert SECRET not in noted


def test_the_same_bug_has_the_same_code_whatever_it_says() -> None:
    codes = {trouble.note(bug(words)) for words in ("a", "b")}
    assert len(codes) == 1


def test_a_code_can_be_read_out_on_the_telephone() -> None:
    assert len(trouble.note(bug(""))) == 6


def test_what_nothing_caught_is_told_with_its_code(log: Path) -> None:
    told: list[str] = []
    before = trouble.catch_the_rest(told.append)
    try:
        error = bug(SECRET)
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        sys.excepthook = before
    assert told == [trouble.note(error)]


def test_the_log_is_ours_alone() -> None:
    assert logging.getLogger("patbm") is trouble.log
