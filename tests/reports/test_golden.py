"""How the sheets look: each page beside the picture of it that a person has approved.

After a wanted change: ``python -m tests.reports.golden`` draws the pictures again; look at them.
"""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.reports import reading
from tests.reports.golden import FOLDER, SHEETS, drawn

TOLERANCE = 0.6
"""Mean difference of a dot, of 255."""


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_looks_as_it_was_approved(qapp: QApplication, name):
    approved, now = QImage(str(FOLDER / f"{name}.png")), drawn(name)
    assert approved.size() == now.size()
    pairs = zip(reading.greys(approved), reading.greys(now), strict=True)
    mean = sum(abs(one - other) for one, other in pairs) / (now.width() * now.height())
    assert mean < TOLERANCE


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_mostly_white_so_that_a_poor_printer_copes(qapp: QApplication, name):
    dots = reading.greys(drawn(name))
    assert sum(dot < 128 for dot in dots) / len(dots) < 0.12
    assert sum(dot > 225 for dot in dots) / len(dots) > 0.75
