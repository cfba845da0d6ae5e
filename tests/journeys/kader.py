"""A kader at the open window: she clicks only what she can see, types, and her hands are counted.

No action of the program is called here: whatever is kept came through a page.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from patbm_desktop.actions.cases import casebook
from patbm_desktop.actions.cases.casebook import Page
from patbm_desktop.domain.clock import WITA, FixedClock
from patbm_desktop.ui.forms.concern_body import View
from patbm_desktop.ui.pages.case_page import CasePage
from patbm_desktop.ui.pages.concern_page import ConcernPage
from patbm_desktop.ui.pages.referral_page import ReferralPage
from patbm_desktop.ui.parts.chips import ChipGroup
from tests.ui import doing
from tests.ui.opened import Opened

Shown = TypeVar("Shown", bound=QWidget)
CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Kader:
    """Works in `window`; `count` are her clicks, keys of the window and texts typed."""

    def __init__(self, window: Opened) -> None:
        self.window, self.count = window, 0
        self.printed: list[tuple[bytes, str]] = []

    # -- hands -----------------------------------------------------------------------------------

    def click(self, widget: QWidget) -> None:
        """Click what is there to be clicked."""
        assert widget.isVisible(), widget
        assert widget.isEnabled(), widget
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.count += 1
        self.window.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key of the window."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.count += 1
        self.window.settle()

    def chip(self, group: ChipGroup, key: str) -> None:
        """Click a chip, after those that open the rest where it stands behind them."""
        if key not in group.offered() or not group.chip(key).isVisible():
            group.open_more()
            self.count += 1
        self.click(group.chip(key))

    def tick(self, question: Any, keys: Iterable[str]) -> None:
        """Answer a question of chips."""
        for key in keys:
            self.chip(question.chips, key)

    def write(self, field: QWidget, text: str) -> None:
        """Type a text into a field in place of what stands there."""
        self.click(field)
        QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
        QTest.keyClicks(field, text)

    # -- what lies before her --------------------------------------------------------------------

    def concern(self) -> ConcernPage:
        """Return the form of a worry."""
        return self._page(ConcernPage)

    def case(self) -> CasePage:
        """Return the page of one case."""
        return self._page(CasePage)

    def letter(self) -> ReferralPage:
        """Return the page of a letter."""
        return self._page(ReferralPage)

    def form(self) -> Any:
        """Return the form that is open on the page of a case."""
        found = self.case().forms.form()
        assert found is not None
        return found

    def said(self) -> str:
        """Return every word that is visible in labels."""
        labels = self.window.desk().shell.findChildren(QLabel)
        return " ".join(label.text() for label in labels if label.isVisible())

    def kept(self, ent: str) -> Page:
        """Return what the vault keeps of a case."""
        return doing.do(self.window, lambda ws: casebook.page(ws, ent))

    def go_to(self, day: date) -> None:
        """Let `day` come."""
        clock = self.window.house.clock
        assert isinstance(clock, FixedClock)
        clock.moment = datetime.combine(day, clock.moment.time(), WITA)

    def _page(self, kind: type[Shown]) -> Shown:
        page = self.window.desk().page()
        assert isinstance(page, kind), page
        return page

    # -- what she does ---------------------------------------------------------------------------

    def begin(self) -> ConcernPage:
        """Open the form of a worry by its keys."""
        self.key(Qt.Key.Key_K, CONTROL)
        return self.concern()

    def save_note(self) -> str:
        """Save the worry, open its page and return its id."""
        form = self.concern().form
        self.key(Qt.Key.Key_S, CONTROL)
        if form.view() is View.SAVED:
            self.click(form.saved.case)
        else:
            self.open_newest()
        return str(self.case().place()["ent"])

    def open_newest(self) -> None:
        """Open the first case of the list."""
        page: Any = self.window.visit("cases")
        QTest.keyClick(page.list, Qt.Key.Key_Return)
        self.window.settle()

    def open(self, ent: str) -> CasePage:
        """Open a case anew, as on another day."""
        self.window.visit("home")
        self.window.visit("case", ent=ent)
        return self.case()

    def print_letter(self) -> None:
        """Print the letter that lies before her."""
        self.take_paper()
        self.click(self.letter().print)

    def take_paper(self) -> None:
        """Let the printer of the test keep what it gets."""
        desk: Any = self.window.desk()
        desk.print_pdf = self._take

    def _take(self, pdf: bytes, name: str, *_: object) -> bool:
        self.printed.append((pdf, name))
        return True

    def follow_up(self, kind: str, result: str | None = None, note: str = "") -> None:
        """Write down what was done."""
        self.click(self.case().follow)
        form = self.form()
        self.chip(form.kind.chips, kind)
        if result:
            self.chip(form.result.chips, result)
        if note:
            self.write(form.text, note)
        self.click(form.save)

    def move(self, to: str, reason: str | None = None) -> None:
        """Choose a status, and why."""
        card = self.case().status
        self.click(card.status.chip(to))
        if reason:
            self.click(card.reason.chip(reason))
