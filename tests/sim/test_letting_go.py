"""Notes that were let go: no law is broken by it, and who is let in again has the whole log."""

from tests.sim.run import Mix, run

STEPS = {
    "edit": 20, "meet": 20, "elsewhere": 2, "void": 2, "remove": 3, "grant": 4, "let_go": 6,
    "decide": 4, "stick": 2, "old_stick": 1, "restored": 0.4, "set_back": 0.6, "copy": 0.6,
    "daily": 1, "put_back": 0.4, "full": 0.5, "full_in": 0.5, "ask_erase": 0.6, "erase": 1,
}  # fmt: skip
MIX = Mix(steps=STEPS, on_road=0.15, sizes=(2, 2, 3))
RUNS = 6


def test_whoever_lets_go_and_comes_back_nothing_is_lost_or_left_apart() -> None:
    outcomes = [run(seed, 90, MIX) for seed in range(RUNS)]
    assert [(each.seed, each.broken) for each in outcomes if each.broken] == []
    assert any("lets go" in line for each in outcomes for line in each.history)
