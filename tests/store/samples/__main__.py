"""Write the sample of the present schema beside this file."""

import pickle
from pathlib import Path

from patbm_desktop.store import connect, draft, schema, setting
from patbm_desktop.store.draft import Draft
from tests.store.laptop import Author, Laptop

HERE = Path(__file__).parent


def main() -> None:
    """Make a vault with a record of every sort and keep its file and its author."""
    stem = f"schema-{schema.newest()}"
    folder = HERE / stem
    laptop = Laptop(folder, Author()).found()
    place = laptop.save("place", name="Balai Marga Sari")
    ent = laptop.save(
        type="jejaring", program="ppatbm", topics=["kdrt"], date="2026-10-05", place_id=place,
        participants={"dewasa_l": 1, "dewasa_p": 2, "anak_l": 3, "anak_p": 4},
        result="Yang dibahas",
    )  # fmt: skip
    laptop.save(ent=ent, result="Yang benar-benar dibahas")
    laptop.save("attendance", activity_id=ent, name="Ibu C.", sex="P")
    laptop.void("activity", laptop.save(type="lainnya", program="lainnya"))
    draft.put(laptop.db, Draft("d1", "activity", {"title": "Setengah"}, "2026-10-06T20:00", "x"))
    setting.write(laptop.db, "lock_minutes", 7)
    laptop.close()
    connect.remove(HERE / f"{stem}.db")
    laptop.path.rename(HERE / f"{stem}.db")
    folder.rmdir()
    (HERE / f"{stem}.author").write_bytes(pickle.dumps(laptop.author))


main()
