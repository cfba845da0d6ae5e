"""A note that waits for a coordinator, made up."""

from datetime import date

from patbm_desktop.actions.kelurahan.holding import HeldNote, HeldRecord

DAY = date(2026, 11, 21)


def held(kind: str, ent: str, on: date | None = DAY, **values: object) -> HeldRecord:
    """Return a note of RT 12 with one edit that waits; `ent` are the first two of its letters."""
    note = HeldNote(ent * 16, "1" * 32, ent * 16, "sealed", "cc" * 16, "keluar")
    return HeldRecord(
        kind=kind, ent=ent * 16, rt="012", values=values, on=on, is_new=True,
        is_taken_back=False, notes=(note,),
    )  # fmt: skip
