"""What was typed a second ago is there after the worst: the process is killed outright."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from patbm_desktop.actions.entrance import vault
from patbm_desktop.actions.opened import drafts
from patbm_desktop.domain.clock import FixedClock
from tests.ui.opened import EVENING, PASSPHRASE


@pytest.mark.parametrize(("page", "form"), [("log", "activity"), ("concern", "concern")])
def test_a_key_pressed_a_second_before_a_kill_is_in_the_draft(
    vault_of_sari: Path, tmp_path: Path, page: str, form: str
) -> None:
    folder = tmp_path / "vault"
    shutil.copytree(vault_of_sari, folder)
    command = [sys.executable, "-m", "tests.journeys.typing_hand", str(folder), PASSPHRASE, page]
    home = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=home) as hand:
        assert hand.stdout is not None
        assert hand.stdout.readline() == "typed\n"
        hand.kill()
    opened = vault.open_vault(folder, None, PASSPHRASE, FixedClock(EVENING))
    (draft,) = drafts.every(opened)
    opened.close()
    assert draft.form == form
    assert draft.data["concern"] if form == "concern" else draft.data["values"]["program"]
