"""What befalls a request between a laptop and the server."""

from collections.abc import Callable
from random import Random

from patbm_desktop.domain.fault import Fault, Refusal
from patbm_desktop.sync.round import ServerExchange
from patbm_desktop.wire.line import Stripped, Whole, line_id
from patbm_desktop.wire.messages import Answer, Request, SpaceNews
from tests.sim.machine import Machine
from tests.sim.server import Happening, Road, cut
from tests.sim.world import SECRET, Broken, World

Through = Callable[[], Answer]


class Roads:
    """Decides what happens on the roads of one world."""

    def __init__(self, world: World, weights: dict[str, float], chance: float) -> None:
        self.world, self.random, self.chance = world, Random(world.random.random()), chance
        self.names, self.weights = list(weights), list(weights.values())

    def of(self, machine: Machine) -> Callable[[], Happening | None]:
        """Return what asks, for each request of `machine`, what happens to it."""
        return lambda: self._befalls(machine)

    def _befalls(self, machine: Machine) -> Happening | None:
        if not self.names or self.random.random() > self.chance:
            return None
        name = self.random.choices(self.names, self.weights)[0]
        self.world.tell(f"[{name}]")
        happens = getattr(self, "_" + name)
        return lambda request, through: happens(machine, request, through)

    # -- the line ----------------------------------------------------------------------------

    def _request_lost(self, machine: Machine, request: Request, through: Through) -> Answer:
        raise Fault(Refusal.NO_NETWORK)

    def _answer_lost(self, machine: Machine, request: Request, through: Through) -> Answer:
        through()
        raise Fault(Refusal.NO_NETWORK)

    def _page_cut(self, machine: Machine, request: Request, through: Through) -> Answer:
        return cut(self.random, through())

    def _twice(self, machine: Machine, request: Request, through: Through) -> Answer:
        through()
        return through()

    def _stale(self, machine: Machine, request: Request, through: Through) -> Answer:
        answer = machine.last_answer or through()
        machine.last_answer = answer
        return answer

    def _kept(self, machine: Machine, request: Request, through: Through) -> Answer:
        """Nothing happens, but the answer may come again one day."""
        machine.last_answer = through()
        return machine.last_answer

    def _shuffled(self, machine: Machine, request: Request, through: Through) -> Answer:
        answer = through()
        lines = list(answer.lines)
        self.random.shuffle(lines)
        return Answer(now=answer.now, put=answer.put, sp=answer.sp, lines=tuple(lines))

    def _as_bytes(self, machine: Machine, request: Request, through: Through) -> Answer:
        """Let both pass through the wire, and look for what may not be on it."""
        sent = request.encode()
        came = through().encode()
        if SECRET.encode() in sent + came:
            raise Broken("I10", "a sealed word on the wire")
        if Request.decode(sent) != request:
            raise Broken("I5", "a request changed on the wire")
        return Answer.decode(came)

    # -- the server --------------------------------------------------------------------------

    def _server_dies(self, machine: Machine, request: Request, through: Through) -> Answer:
        server = self.world.server
        answer: Answer = server.dying(self.random.randrange(40), through)
        return answer

    def _rolled_back(self, machine: Machine, request: Request, through: Through) -> Answer:
        """The backup comes back between two requests of one round."""
        answer = through()
        self.world.server.set_back(self.random.choice(self.world.server.backups[1:]))
        return answer

    def _lagging(self, machine: Machine, request: Request, through: Through) -> Answer:
        image = self.random.choice(self.world.server.backups)
        through()
        return self.world.server.lagging(image, machine.dev, request)

    def _closed(self, machine: Machine, request: Request, through: Through) -> Answer:
        """Say that a space is closed to a laptop which was not removed."""
        answer = through()
        spaces = sorted({*answer.sp, *request.cur})
        if not spaces:
            return answer
        space = self.random.choice(spaces)
        news = SpaceNews(closed=True, rewind=self.random.random() < 0.3)
        lines = tuple(each for each in answer.lines if each.space != space)
        return Answer(now=answer.now, put=answer.put, sp={**answer.sp, space: news}, lines=lines)

    def _stripped(self, machine: Machine, request: Request, through: Through) -> Answer:
        """Give the names of some ops without their bodies, as if they were erased."""
        answer = through()
        lines = []
        for line in answer.lines:
            if isinstance(line, Whole) and line.seq and self.random.random() < 0.3:
                machine.is_hurt = True
                line = Stripped(line.space, line.seq, line_id(line), "0" * 32, "place")  # noqa: PLW2901
            lines.append(line)
        return Answer(now=answer.now, put=answer.put, sp=answer.sp, lines=tuple(lines))

    # -- another lane on the same laptop -----------------------------------------------------

    def _other_lane(self, machine: Machine, request: Request, through: Through) -> Answer:
        """Another syncer on the same database does a whole round while we wait."""
        meet = ServerExchange(Road(self.world.server, machine.dev, lambda: None)).meet
        before = self.random.random() < 0.5
        answer = None if before else through()
        try:
            second = machine.second()
            second.refresh()
            meet(second)
        except Fault as fault:
            self.world.tell("other lane -", fault.refusal.value)
        return answer or through()
