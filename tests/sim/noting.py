"""Steps in which somebody writes."""

from patbm_desktop.store import parts
from tests.sim import laws
from tests.sim.hand import Hand
from tests.sim.ledger import Triple
from tests.sim.machine import Machine
from tests.sim.world import SECRET


class Noting(Hand):
    """Notes, photos, and the power that goes while somebody writes them."""

    def edit(self) -> None:
        """Somebody writes."""
        self.world.edit(self.someone())

    def _known_record(self, machine: Machine) -> Triple | None:
        records = [
            each for each in self.world.ledger.by_record
            if machine.writes_in(each.space)
            and (each.kind != "case_detail" or machine.reads_cases(each.space))
        ]  # fmt: skip
        return self.random.choice(records) if records else None

    def void(self) -> None:
        """Somebody takes a record back."""
        machine = self.someone()
        record = self._known_record(machine)
        if record:
            self.world.void(machine, record)

    def elsewhere(self) -> None:
        """A member writes in another space, or another kind, under the name of a record."""
        machine = self.someone()
        record = self._known_record(machine)
        spaces = [each for each in self.world.spaces[1:] if machine.writes_in(each)]
        if record is None or not spaces or record.kind not in ("place", "masa_depan"):
            return
        if self.random.random() < 0.5:
            other = record._replace(kind={"place": "masa_depan"}.get(record.kind, "place"))
        else:
            other = record._replace(space=self.random.choice(spaces))
        heads = self.world._all_heads(machine, record)
        names = self.random.sample(sorted(heads), 1) if heads else ["name"]
        values = {name: f"terbuka {self.random.randrange(99)}" for name in names}
        if other != record:
            self.world.write(machine, other, values, over=heads)

    def ahead(self) -> None:
        """A counter jumps far ahead."""
        self.world.edit(self.someone(), clk=self.random.choice((99_000, 200_000, 2**47, 2**48)))

    def foreign(self) -> None:
        """A later release writes."""
        self.world.foreign(self.someone())

    def killed_edit(self) -> None:
        """The power goes while somebody writes."""
        machine = self.someone()
        with self.world.dying(machine, self.random.randrange(30)):
            self.world.edit(machine)
        machine.look()
        if self.random.random() < 0.3:
            laws.sound(machine)

    def photo(self) -> None:
        """Somebody adds a photo to a record."""
        machine = self.someone()
        spaces = [each for each in self.world.spaces[1:] if machine.writes_in(each)]
        if not spaces:
            return
        sha = parts.write(machine.folder, self.random.randbytes(99))
        space = self.random.choice(spaces)
        record = Triple(space, "attachment", self.random.randbytes(16).hex())
        file = {"key": f"{SECRET} kunci", "mime": "image/jpeg", "size": 9, "parts": [sha]}
        owner = self.world.part_of(machine, space, "attachment")
        values = {"of": self.random.randbytes(16).hex(), "kind": "foto", "file": file, **owner}
        op = self.world.say(machine, record, {name: (each, ()) for name, each in values.items()})
        if op:
            self.world.ledger.parts[sha] = op

    def photos(self) -> None:
        """The lane of photos runs on somebody's laptop."""
        self.world.carry_photos(self.someone())
