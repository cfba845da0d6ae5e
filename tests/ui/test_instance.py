from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from patbm_desktop.domain.fault import Fault
from patbm_desktop.ui.instance import Instance, server_name


def test_the_first_start_may_show_the_window(qapp: object, tmp_path: Path) -> None:
    instance = Instance(tmp_path)
    assert instance.claim()
    instance.release()


def test_a_second_start_of_the_same_vault_may_not(qapp: object, tmp_path: Path) -> None:
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.claim()
    assert not second.claim()
    first.release()


def test_a_second_start_raises_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = Instance(tmp_path), Instance(tmp_path)
    first.claim()
    with qtbot.waitSignal(first.raise_asked):
        assert second.call()
    first.release()


def test_another_vault_has_a_window_of_its_own(qapp: object, tmp_path: Path) -> None:
    first, second = Instance(tmp_path / "a"), Instance(tmp_path / "b")
    assert first.claim()
    assert second.claim()
    first.release()
    second.release()


def test_after_the_first_has_ended_the_next_may(qapp: object, tmp_path: Path) -> None:
    first, second = Instance(tmp_path), Instance(tmp_path)
    first.claim()
    first.release()
    assert second.claim()
    second.release()


def test_the_name_of_the_call_tells_nothing_of_the_folder(tmp_path: Path) -> None:
    assert tmp_path.name not in server_name(tmp_path)


def test_a_folder_that_cannot_be_made_is_refused_with_a_sentence(
    qapp: object, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Fault):
        Instance(tmp_path / "file" / "vault")
