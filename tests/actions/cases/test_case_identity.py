"""What is moved out of a text joins who it is, and nothing of either is lost."""

import pytest

from patbm_desktop.actions.cases.case_identity import joined
from patbm_desktop.domain.case import Identity

KEPT = Identity("Dimas Contoh", "Jalan Contoh 9", "", "0812 0000 0000")


@pytest.mark.parametrize(
    ("moved", "whole", "left"),
    [
        (Identity(wali="Ibu Contoh"), {"wali": "Ibu Contoh"}, ""),
        (Identity(kontak_aman="0813"), {"kontak_aman": "0812 0000 0000, 0813"}, ""),
        (Identity(nama="Dimas Contoh"), {"nama": "Dimas Contoh"}, ""),
        (Identity(nama="x" * 190), {"nama": "Dimas Contoh"}, "x" * 190),
    ],
    ids=["empty", "beside", "known", "no room"],
)
def test_what_was_moved_stands_beside_what_was_kept(
    moved: Identity, whole: dict[str, str], left: str
) -> None:
    found, over = joined(KEPT, moved)
    assert {name: getattr(found, name) for name in whole} == whole
    assert (found.alamat, over) == (KEPT.alamat, left)
