"""What a process does that the crash tests kill: ``python -m tests.store.scenario NAME FOLDER``.

Every line it prints is a promise: what the screen would have called saved. `CRASH_AT` in the
environment says at which of our own commits, renames and fsyncs the process dies.
"""

import os
import pickle
import sys
from datetime import date
from pathlib import Path
from random import Random

from patbm_desktop.domain import ids
from patbm_desktop.store import (
    backup,
    connect,
    draft,
    full_backup,
    oplog,
    parts,
    rekeying,
    restoring,
    schema,
)
from patbm_desktop.store.draft import Draft
from patbm_desktop.store.housekeeping import housekeep
from patbm_desktop.store.transaction import writing
from tests.store.laptop import DATABASE_KEY, Author, Laptop

NEW_KEY = bytes(range(64, 96))
TODAY = date(2026, 11, 21)


def promise(*words):
    """Say that something is saved; a kill after this line may not undo it."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def author(folder):
    """Return the author whom every run of the scenarios in `folder` is."""
    made = pickle.loads((folder / "author").read_bytes())
    assert isinstance(made, Author)
    return made


def opened(folder):
    """Open the vault of the test, whichever key fits."""
    vault = folder / "vault"
    key = NEW_KEY if connect.fits(vault / "catatan.db", NEW_KEY) else DATABASE_KEY
    return Laptop(vault, author(folder), key)


def save(folder):
    """Save records one by one, each with a photo, each replacing a draft."""
    laptop = opened(folder)
    for number in range(3):
        draft.put(laptop.db, Draft(f"d{number}", "activity", {"n": number}, f"{number}"))
        promise("draft", f"d{number}")
        part = parts.write(laptop.folder, f"photo {number}".encode())
        ent = ids.fresh()
        with writing(laptop.db):
            laptop.save(
                "activity", ent, type="jejaring", program="ppatbm", result=f"hasil {number}"
            )
            draft.delete(laptop.db, f"d{number}")
        promise("record", "activity", ent)
        promise("part", part)
        promise("no-draft", f"d{number}")
    housekeep(laptop.db, laptop.lens)
    laptop.close()


def bring_in(folder):
    """Import rows in batches; a batch is there whole or not at all."""
    laptop = opened(folder)
    for _ in range(3):
        clk = laptop.clk()
        ents = [ids.fresh() for _ in range(20)]
        ops = [
            laptop.author.op("place", ent, {"name": f"Balai {at}"}, clk=clk + at)
            for at, ent in enumerate(ents)
        ]
        laptop.apply(ops)
        for ent in ents:
            promise("record", "place", ent)
    laptop.close()


def first_vault(folder):
    """Make a new vault and write its first ops."""
    vault = folder / "fresh"
    laptop = Laptop(vault, author(folder))
    if oplog.highest_clk(laptop.db, laptop.space) == 0:
        laptop.found()
    promise("fresh")
    laptop.close()


def back_up(folder):
    """Make the day's backup and a full one."""
    laptop = opened(folder)
    made = backup.daily(laptop.db, laptop.folder, laptop.key, TODAY)
    promise("backup", made)
    full_backup.write(laptop.db, laptop.folder, folder / "penuh.patbm")
    promise("full", folder / "penuh.patbm")
    laptop.close()


def put_back(folder):
    """Lay a full backup into an empty place."""
    restoring.place(folder / "given.patbm", folder / "back")
    promise("back")


def merge(folder):
    """Take a full backup into a vault that has other work."""
    laptop = opened(folder)
    given = folder / "given.patbm"
    lens, rights = laptop.lens, laptop.rights
    restoring.merge(given, DATABASE_KEY, laptop.db, laptop.folder, lens, rights)
    promise("merged")
    laptop.close()


def new_key(folder):
    """Give the database a new key, then make the backups anew."""
    path = folder / "vault" / "catatan.db"
    rekeying.rekey(path, DATABASE_KEY, NEW_KEY)
    promise("rekeyed")
    laptop = opened(folder)
    backup.remake(laptop.db, laptop.folder, NEW_KEY, TODAY)
    promise("backup", laptop.folder / "cadangan" / f"catatan-{TODAY}.db")
    laptop.close()


def upgrade(folder):
    """Open the vault with a release whose schema is one step on and needs a rebuild."""

    @schema._migrations(name="0002 of a later release")
    def _later(db):
        schema.run_script(db, "ALTER TABLE record ADD COLUMN more TEXT;\n")
        schema.start_rebuild(db)

    laptop = opened(folder)
    laptop.settle()
    promise("upgraded")
    laptop.close()


def rebuild(folder):
    """Make all that can be made anew."""
    laptop = opened(folder)
    schema.start_rebuild(laptop.db)
    laptop.settle()
    promise("rebuilt")
    laptop.close()


def work_on(folder):
    """Save, correct, draft and take back without end, until somebody kills the process."""
    random = Random(os.getpid())
    laptop = opened(folder)
    ents = []
    while True:
        act = random.random()
        if act < 0.5 or not ents:
            ent = ids.fresh()
            laptop.save("activity", ent, type="jejaring", program="ppatbm", result="kata " * 40)
            ents.append(ent)
            promise("record", "activity", ent)
        elif act < 0.7:
            ent = random.choice(ents)
            laptop.save("activity", ent, result=f"hasil {random.random()}")
            promise("record", "activity", ent)
        elif act < 0.8:
            promise("part", parts.write(laptop.folder, random.randbytes(5000)))
        elif act < 0.9:
            name = f"d{random.random()}"
            draft.put(laptop.db, Draft(name, "activity", {}, name))
            promise("draft", name)
        else:
            housekeep(laptop.db, laptop.lens)


SCENARIOS = {
    each.__name__: each
    for each in (
        save, bring_in, first_vault, back_up, put_back, merge, new_key, upgrade, rebuild, work_on,
    )
}  # fmt: skip

if __name__ == "__main__":
    SCENARIOS[sys.argv[1]](Path(sys.argv[2]))
