"""Keys reach whom they are due, whatever two coordinators do apart; a property of all histories."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from patbm_desktop.domain.op import Op, parse
from patbm_desktop.store import control, oplog
from patbm_desktop.sync import members
from patbm_desktop.sync.members import Terms
from patbm_desktop.sync.repair import repair
from tests.examples import examples
from tests.sync.village import PACT, Person, Village, asks

COORDINATORS, NEWCOMERS = 2, 2
DEED = st.one_of(
    st.tuples(st.just("admit"), st.integers(0, COORDINATORS - 1), st.integers(0, NEWCOMERS - 1)),
    st.tuples(st.just("remove"), st.integers(0, COORDINATORS - 1), st.integers(0, NEWCOMERS - 1)),
    st.tuples(st.just("cases"), st.integers(0, COORDINATORS - 1), st.integers(0, COORDINATORS - 1)),
    st.tuples(st.just("withdraw"), st.integers(0, 1), st.integers(0, COORDINATORS - 1)),
    st.tuples(st.just("meet"), st.integers(0, COORDINATORS + 1), st.integers(0, COORDINATORS + 1)),
    st.tuples(st.just("note"), st.just(0), st.just(0)),
)


class History:
    """Two coordinators, the founder of an RT, and two laptops that come and go."""

    def __init__(self, folder: Path) -> None:
        self.village = Village(folder)
        rina, dewi = self.village.person("Rina"), self.village.person("Dewi")
        self.sari = self.village.person("Sari", "901")
        self.coordinators = (rina, dewi)
        self.office = rina.space
        for who, terms in ((dewi, Terms(role="koordinator")), (self.sari, Terms(pact=PACT))):
            members.admit(rina.laptop, self.office, asks(who, rina), terms)
        self.newcomers = [self.village.person(f"Budi {n}", "901") for n in range(NEWCOMERS)]
        self.asked = [asks(each, rina) for each in self.newcomers]
        self.settle()

    @property
    def everybody(self) -> tuple[Person, ...]:
        return (*self.coordinators, self.sari, *self.newcomers)

    def do(self, deed: str, one: int, two: int) -> None:
        who = self.coordinators[one % COORDINATORS]
        if deed == "admit":
            members.admit(who.laptop, self.office, self.asked[two], Terms(pact=PACT))
        elif deed == "remove" and self.newcomers[two].dev in who.now(self.office):
            members.remove(who.laptop, self.office, self.newcomers[two].dev)
        elif deed == "cases":
            dev = self.coordinators[two].dev
            members.name_companion(who.laptop, self.office, dev, pact=PACT)
        elif deed == "withdraw":
            members.withdraw_cases(who.laptop, self.office, self.coordinators[two].dev)
        elif deed == "meet":
            pass_on(self.everybody[one], self.everybody[two])
        elif deed == "note":
            self.sari.case()

    def settle(self) -> None:
        """Let everybody have every op, those who left as well, until nobody writes another."""
        count = 0
        while (ops := self.everything()) and len(ops) != count:
            count = len(ops)
            for each in self.everybody:
                take(each, ops)

    def everything(self) -> list[Op]:
        raw = {raw for each in self.everybody for raw in ops_of(each)}
        return [parse(*each) for each in sorted(raw)]


def ops_of(who: Person) -> list[tuple[bytes, bytes]]:
    return [raw for space in control.newest(who.db) for raw in oplog.ops_of(who.db, space)]


def take(who: Person, ops: list[Op]) -> None:
    """Keep what is lacking, whether this laptop may read it or not."""
    lacking = [op for op in ops if not oplog.has(who.db, op.id)]
    for at in range(0, len(lacking), 200):
        who.laptop.keep(lacking[at : at + 200])
    repair(who.laptop)


def pass_on(source: Person, target: Person) -> None:
    take(target, [parse(*raw) for raw in ops_of(source)])


@settings(max_examples=examples(8), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(DEED, min_size=2, max_size=8))
def test_no_entitled_laptop_is_blind_and_no_removed_one_opens_what_is_new(
    deeds: list[tuple[str, int, int]],
) -> None:
    with TemporaryDirectory() as folder:
        history = History(Path(folder))
        for deed in deeds:
            history.do(*deed)
        history.settle()
        sari = history.sari
        case, session = sari.case(), sari.session()
        history.settle()
        rights = sari.laptop.rights.of(sari.space)
        for each in history.everybody:
            assert each.now(sari.space) == rights.now
            assert each.reads_session(session) == (each.dev in rights.entitled("umum")), deeds
            assert each.reads_case(case) == (each.dev in rights.entitled("kasus")), deeds
        history.village.close()
