"""What a process does that the crash tests kill.

``python -m tests.store.scenario NAME FOLDER`` does it once. With ``--every`` it is done on copies
``FOLDER/1``, ``FOLDER/2`` ... of ``FOLDER/template``, and dies at the first, the second ... of our
own commits, renames and fsyncs, until one copy comes to the end alive.
Every line written is a promise: what the screen would have called saved.
"""

import os
import pickle
import resource
import shutil
import signal
import sys
from datetime import date
from pathlib import Path
from random import Random

from patbm_desktop.domain import ids
from patbm_desktop.domain.fault import Fault
from patbm_desktop.store import (
    backup,
    connect,
    draft,
    full_backup,
    listing,
    oplog,
    parts,
    rekeying,
    restoring,
    schema,
    traces,
)
from patbm_desktop.store.draft import Draft
from patbm_desktop.store.housekeeping import housekeep
from patbm_desktop.store.rights_book import RightsBook
from patbm_desktop.store.transaction import writing
from patbm_desktop.wire.durable import CRASH_AT, CRASH_STATUS
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
    assert laptop.is_sound()
    promise("upgraded", len(listing.rows(laptop.db, "activity")))
    laptop.close()


def rebuild(folder):
    """Make all that can be made anew."""
    laptop = opened(folder)
    schema.start_rebuild(laptop.db)
    laptop.settle()
    promise("rebuilt")
    laptop.close()


def erase(folder):
    """Obey an erasure, and clear away what is left of it on the disk."""
    laptop = opened(folder)
    words, archivists = pickle.loads((folder / "words").read_bytes())
    laptop.rights = RightsBook(laptop.db, archivists)
    for op in words:
        laptop.apply([op])
    promise("erased")
    traces.clear(laptop.db, laptop.folder, TODAY)
    promise("cleared")
    laptop.close()


def fill(folder):
    """Work on a disk that takes no file longer than now; tell what each act was told."""
    laptop = opened(folder)
    saved = laptop.save("place", name="Balai")
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    log = laptop.path.with_name(laptop.path.name + "-wal")
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size + 20_000, hard))
    long = Draft("long", "activity", {"text": "x" * 200_000}, "1")
    acts = {
        "save": lambda: [laptop.save("place", name="x" * 80) for _ in range(99)],
        "draft": lambda: draft.put(laptop.db, long),
        "part": lambda: parts.write(laptop.folder, bytes(range(256)) * 1000),
        "backup": lambda: backup.daily(laptop.db, laptop.folder, laptop.key, TODAY),
        "full": lambda: full_backup.write(laptop.db, laptop.folder, folder / "penuh.patbm"),
    }
    for name, act in acts.items():
        try:
            act()
        except Fault as fault:
            promise(name, fault.refusal)
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    promise("record", "place", saved)
    promise("record", "place", laptop.save("place", name="Sesudahnya"))
    promise("sound", laptop.is_sound())
    promise("left", *sorted(path.name for path in folder.rglob("*.part")))
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
        save, bring_in, first_vault, back_up, put_back, merge, new_key, upgrade, rebuild, erase,
        fill, work_on,
    )
}  # fmt: skip

MOST_POINTS = 300


def every(act, folder):
    """Do `act` once for each point at which it can die; each in a process of its own."""
    for at in range(1, MOST_POINTS):
        copy = folder / str(at)
        shutil.copytree(folder / "template", copy)
        if not dies(act, copy, at):
            return
    raise SystemExit("it never came to its end")


def dies(act, copy, at):
    """Do `act` in a child that dies at point `at`; say whether it died."""
    child = os.fork()
    if not child:
        os.environ[CRASH_AT] = str(at)
        os.dup2(os.open(copy / "promised", os.O_WRONLY | os.O_CREAT, 0o600), 1)
        os.dup2(os.open(copy / "said", os.O_WRONLY | os.O_CREAT, 0o600), 2)
        act(copy)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status not in {0, CRASH_STATUS}:
        raise SystemExit(f"the child ended with {status}")
    return status == CRASH_STATUS


if __name__ == "__main__":
    *how, name, where = sys.argv[1:]
    if how:
        every(SCENARIOS[name], Path(where))
    else:
        SCENARIOS[name](Path(where))
