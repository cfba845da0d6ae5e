"""A process of its own that notes worry after worry and says the id of each that is safe.

Run as `python -m tests.actions.noting_hand FOLDER WORDS`; it is killed by whoever reads it.
"""

import sys
from pathlib import Path

from patbm_desktop.actions.cases import case_noting
from patbm_desktop.actions.entrance import vault
from patbm_desktop.domain.case import CaseDetail
from patbm_desktop.domain.clock import SystemClock


def main(folder: Path, words: str) -> None:
    """Note until killed."""
    ws = vault.open_vault(folder, None, words, SystemClock())
    for number in range(10_000):
        detail = CaseDetail(category="putus_sekolah", narrative=f"Catatan {number}. " * 40)
        print(case_noting.note(ws, detail).ent, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
