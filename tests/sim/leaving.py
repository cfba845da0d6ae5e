"""A step in which somebody who was removed lets go of the notes of what she left."""

from datetime import timedelta

from patbm_desktop.domain.fault import Fault
from patbm_desktop.sync import closed
from tests.sim.hand import Hand
from tests.sim.machine import Machine
from tests.sim.server import DAY

MONTH = 31
"""Days; a little more than have to go by."""


class Leaving(Hand):
    """Removed laptops keep all they have; after a month of rounds a person may delete it there."""

    def let_go(self) -> None:
        """Let a month go by for somebody who was removed, and let go of all that is offered."""
        left = [each for each in self.world.inside if closed.closed(each.laptop)]
        if not left:
            return
        machine = self.random.choice(left)
        self.world.meet(machine)
        self.world.server.moment += MONTH * DAY
        machine.wall.moment += timedelta(days=MONTH)
        self.world.meet(machine)
        offered = [each.space for each in closed.closed(machine.laptop) if each.is_offered]
        if offered:
            self._let_go(machine, offered)

    def _let_go(self, machine: Machine, spaces: list[str]) -> None:
        """Delete there what is in the log for certain; the power may go at any statement."""
        before = self._bodies(machine, spaces)
        logged = {op for space in spaces for op in self.world.server.logs().get(space, [])}
        lost = {op for op in before - logged if op in self.world.ledger.edits}
        self.world.demand("I2", f"{machine} may delete what no log has: {lost}", not lost)
        dies_after = self.random.randrange(60) if self.random.random() < 0.3 else 10_000
        try:
            with self.world.dying(machine, dies_after):
                closed.let_go(machine.laptop, spaces)
            self.world.tell(machine, "lets go", *(space[:6] for space in spaces))
        except Fault as fault:
            self.world.tell(machine, "-", fault.refusal.value)
        gone = [space for space in spaces if space in machine.let_go]
        machine.kept -= before - self._bodies(machine, gone) if gone else set()
        machine.look()

    def _bodies(self, machine: Machine, spaces: list[str]) -> set[str]:
        rows = machine.db.conn.execute("SELECT id, space FROM op WHERE body IS NOT NULL").fetchall()
        return {op.hex() for op, space in rows if space.hex() in spaces}
