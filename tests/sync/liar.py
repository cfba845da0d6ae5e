"""A server that lies: it has the logs of a real one, and whatever its master puts into them."""

from patbm_desktop.domain.op import parse
from patbm_desktop.seal import key as space_keys
from patbm_desktop.sync.round import ServerExchange
from patbm_desktop.wire.messages import Answer, SpaceNews
from tests.sync.village import Person, Village
from tests.wire.memory_office import MemoryServer


class Liar:
    """The server of a village, taken over; `says` changes every answer before it is sent."""

    def __init__(self, village: Village):
        self.server = MemoryServer()
        self.says = lambda answer: answer
        rows = village.log.desk.connection.execute(
            "SELECT space, body, sig FROM op ORDER BY space, seq"
        )
        for space, body, sig in rows:
            self.put(space, parse(body, sig))

    def put(self, space, *ops):
        """Put ops into a log, whoever wrote them and wherever they belong."""
        self.server.register(space)
        for op in ops:
            self.server.logs[space].append(op)

    def office(self, who):
        return _Office(self, self.server.office(who.dev))

    def meet(self, who: Person, times=1):
        for _ in range(times):
            met = ServerExchange(self.office(who)).meet(who.laptop)
        return met

    def close_all(self, answer):
        """Say to everybody that he is a member of nothing any more."""
        closed = {space: SpaceNews(closed=True) for space in self.server.logs}
        return Answer(answer.now, {}, closed, ())


class _Office:
    def __init__(self, liar, office):
        self.liar, self.office = liar, office

    def sync(self, request):
        return self.liar.says(self.office.sync(request))

    def __getattr__(self, name):
        return getattr(self.office, name)


def lies_of(tono, space, others):
    """Return what a stranger with good keys may sign about a space: all that would do harm."""
    laptop, word = tono.laptop, tono.laptop.control
    own = laptop.device
    card = {"person": tono.person, "label": "laptop", "active": True, "sign_pk": own.sign_pk.hex(),
            "box_pk": own.box_pk.hex()}  # fmt: skip
    ask = word("_ask_erase", "c" * 32, {"targets": [], "reason": "salah_tulis"}, space=space)
    return [
        word("_member", tono.dev, {**card, "role": "koordinator", "cases": True}, space=space),
        word("_member", tono.dev, {**card, "role": "koordinator", "seed": "0" * 32}, space=space),
        *(word("_member", each.dev, {"active": False}, space=space) for each in others),
        *(word("_member", each.dev, {"role": "koordinator", "cases": True, "pact": "2026-01-01"},
               space=space) for each in others),
        *(_keys(tono, use, space, others) for use in ("umum", "kasus")),
        word("_space", tono.space, {"rt": others[-1].rt_id, "founder": tono.dev}, space=space),
        word("_accept", "d" * 32, {"ok": True, "why": ""}, space=space),
        ask, word("_erase", "e" * 32, {"ask": ask.id}, space=space),
    ]  # fmt: skip


def _keys(tono, use, space, others):
    key = space_keys.make()
    readers = {each.dev: each.laptop.device.box_pk for each in (tono, *others)}
    (fields,) = space_keys.as_fields(use, key, readers)
    return tono.laptop.control("_key", space_keys.kid(use, key), fields, space=space)
