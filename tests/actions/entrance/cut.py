"""A founding and a change of passphrase, which a test kills at each commit, rename and fsync.

``python -m tests.actions.entrance.cut NAME FOLDER`` does it once as a whole, in a copy that nobody
looks at, and then on copies ``FOLDER/1``, ``FOLDER/2`` ... of ``FOLDER/template``; see
`tests/store/scenario.py`. What the first one imported and stretched, all the others have.
"""

import shutil
import sys
from pathlib import Path

import tests.conftest  # noqa: F401  (it lets a passphrase be stretched once for all)
from patbm_desktop.actions.entrance import new_vault, passphrases, vault
from patbm_desktop.domain.clock import FixedClock
from tests.actions.conftest import NOW, PASSPHRASE, SARI
from tests.store.scenario import every

OTHER = "empat kata lain sekali"


def found(folder: Path) -> None:
    """Found Sari's vault."""
    new_vault.make(folder / "vault", SARI, PASSPHRASE, FixedClock(NOW)).close()


def change(folder: Path) -> None:
    """Open her vault and give it another passphrase."""
    ws = vault.open_vault(folder / "vault", None, PASSPHRASE, FixedClock(NOW))
    passphrases.change_passphrase(ws, OTHER).close()


SCENARIOS = {each.__name__: each for each in (found, change)}


def main(name: str, folder: Path) -> None:
    """Do what is called `name` wherever it can be cut."""
    act = SCENARIOS[name]
    act(Path(shutil.copytree(folder / "template", folder / "whole")))
    every(act, folder)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
