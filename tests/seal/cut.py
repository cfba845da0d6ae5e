"""A change of the key file, which a test kills at each commit, rename and fsync.

``python -m tests.seal.cut FOLDER`` does it on copies ``FOLDER/1``, ``FOLDER/2`` ... of
``FOLDER/template``; see `tests/store/scenario.py`.
"""

import shutil
import sys
from pathlib import Path

import tests.conftest  # noqa: F401  (it lets a passphrase be stretched once for all)
from patbm_desktop.seal import keyfile
from patbm_desktop.wire.durable import write_atomically
from tests.store.scenario import every

SARI, OTHER = "5a" * 16, "sepeda hijau di bawah pohon"
NEW = bytes(range(32, 64))


def change(folder):
    """Give it a new key and another passphrase; a file stands for the database."""
    held = keyfile.open_with_sheet(folder, (folder / "sheet").read_text())
    both = keyfile.begin_rekey(folder, held, NEW)
    write_atomically(folder / "database", NEW)
    keyfile.finish_rekey(folder, both, NEW, passphrases={SARI: OTHER})


if __name__ == "__main__":
    place = Path(sys.argv[1])
    change(Path(shutil.copytree(place / "template", place / "whole")))
    every(change, place)
