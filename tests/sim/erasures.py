"""Steps in which a record is asked to be erased, and the laptop of the city does it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from random import Random

from patbm_desktop.domain.erasure import BASES, REASONS
from patbm_desktop.domain.fault import Fault
from patbm_desktop.domain.merge import Entity
from patbm_desktop.sync import erasing
from patbm_desktop.sync.offices import coordinates
from tests.sim.hand import Hand
from tests.sim.machine import Machine
from tests.sim.server import DAY


class Erasures(Hand):
    """A coordinator asks in sight of all; the arsip laptop carries it out after fourteen days."""

    def ask_erase(self) -> None:
        """A coordinator asks for a record, and all that is part of it, to be erased."""
        office = self.world.office
        heads = [each for each in self.world.inside if coordinates(each.laptop, office)]
        records = [each for each in self.world.ledger.by_record if each.space != office]
        if not heads or not records:
            return
        head, record = self.random.choice(heads), self.random.choice(records)
        why = self.random.choice(REASONS), self.random.choice(BASES)
        with self._telling(head):
            erasing.ask(head.laptop, [Entity(*record)], *why)
        if self.random.random() < 0.5:
            self.world.meet(head)

    def erase(self) -> None:
        """The arsip laptop looks what was asked, and does what it may; often time goes by."""
        arsip = self.world.arsip
        if arsip is None:
            return
        self._pass_over(arsip)
        if self.random.random() < 0.7:
            self.world.meet(arsip)
        self._take_back()
        for request in erasing.requests(arsip.laptop):
            if request.waits and self.random.random() < 0.8:
                with self._telling(arsip):
                    erasing.erase(arsip.laptop, request.asked.op)
        if self.random.random() < 0.7:
            self.world.meet(arsip)

    def _take_back(self) -> None:
        """Let a coordinator take back a request she knows of, before the arsip laptop hears of it.

        It draws from a chance of its own: what happens besides is as if nobody had.
        """
        chance = Random(len(self.world.history))
        office = self.world.office
        heads = [each for each in self.world.inside if coordinates(each.laptop, office)]
        if not heads or chance.random() < 0.7:
            return
        head = chance.choice(heads)
        for request in erasing.requests(head.laptop)[:1]:
            with self._telling(head, 10_000):
                erasing.take_back(head.laptop, request.asked.op)
        if chance.random() < 0.5:
            self.world.meet(head)

    def _pass_over(self, arsip: Machine) -> None:
        """Let a fortnight pass, or the arsip laptop be a copy of itself."""
        chance = self.random.random()
        if chance < 0.5:
            self.world.server.moment += 14 * DAY
            arsip.wall.moment += timedelta(days=14)
        elif chance < 0.6:
            arsip.save_snapshot()
        elif chance < 0.7 and arsip.snapshot:
            arsip.restore()

    @contextmanager
    def _telling(self, machine: Machine, dies_after: int = 0) -> Iterator[None]:
        """Note what was signed in the block; the power may go at any statement."""
        if not dies_after:
            dies_after = self.random.randrange(25) if self.random.random() < 0.15 else 10_000
        try:
            with self.world.dying(machine, dies_after):
                yield
        except Fault as fault:
            self.world.tell(machine, "-", fault.refusal.value)
        machine.look()
        for line in self.world.ledger.note_erasures(machine.words_about_erasing()):
            self.world.tell(machine, line)
