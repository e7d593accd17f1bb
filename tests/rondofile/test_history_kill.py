"""kill -9 while somebody edits, undoes, redoes and jumps: they stand at a step, never between two."""

from __future__ import annotations

import random
import signal
from collections import Counter

import pytest

from helpers import history_writer
from helpers.killing import Nursery, needs_fork
from helpers.storage import memory_folder

pytestmark = needs_fork

KILLS, LEAST_WALKS = 300, 1_000
TRIALS_A_FOLDER = 10


def kill_walkers(nursery: Nursery, seed: int, kills: int) -> Counter[str]:
    """What was acknowledged by walkers that were killed so many times; all of it holds."""
    chance, killed = random.Random(seed), 0
    did: Counter[str] = Counter()
    while killed < kills:
        with memory_folder() as folder:
            path, home, done, plan = folder / "plan.rondo", folder / "home", 0, seed + killed
            for _ in range(TRIALS_A_FOLDER):
                life = nursery.bear(history_writer.walk_about, path, home, plan, done)
                life.hear(chance.randint(1, 24))
                said = [line for line in life.kill(after=chance.uniform(0, 0.006)) if line != "ready"]
                assert life.status == -signal.SIGKILL
                assert said == [str(number) for number in range(done, done + len(said))]
                acts = history_writer.acts(plan, done + len(said))
                did.update(acts[int(number)][0] for number in said)
                done = history_writer.look_back(str(path), str(home), plan, done + len(said))
                killed += 1
    did["killed"] = killed
    return did


def test_a_walker_through_history_killed_at_random_then_stands_at_a_step_and_all_steps_hold(
    nursery: Nursery,
) -> None:
    did = kill_walkers(nursery, 20_261_122, KILLS)
    print(dict(did))
    assert did["killed"] >= KILLS
    assert did["undo"] + did["redo"] + did["jump"] >= LEAST_WALKS
    assert min(did["undo"], did["redo"], did["jump"], did["edit"]) >= LEAST_WALKS / 8


@pytest.mark.long
def test_walkers_killed_for_a_long_time(nursery: Nursery) -> None:
    assert kill_walkers(nursery, 7, 10 * KILLS)["jump"] >= LEAST_WALKS
