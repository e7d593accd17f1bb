"""kill -9 at any moment: every edit that was acknowledged is there again, the file is always whole."""

from __future__ import annotations

import random
import signal

import pytest

from helpers import plans
from helpers.killing import Nursery, needs_fork
from helpers.storage import memory_folder

pytestmark = needs_fork

KILLS, LEAST_EDITS = 250, 2_600
TRIALS_A_FOLDER = 10


@pytest.mark.parametrize("seed", [20_261_122, 20_261_123, 20_261_124, 20_261_125])
def test_a_writer_killed_at_random_then_nothing_acknowledged_is_lost(nursery: Nursery, seed: int) -> None:
    chance = random.Random(seed)
    kills = edits = held = 0
    while kills < KILLS:
        with memory_folder() as folder:
            path, home, done, plan = folder / "plan.rondo", folder / "home", 0, seed + kills
            for _ in range(TRIALS_A_FOLDER):
                life = nursery.bear(plans.carry_out, path, home, plan, done)
                life.hear(chance.randint(0, 30))
                said = [line for line in life.kill(after=chance.uniform(0, 0.006)) if line != "ready"]
                assert life.status == -signal.SIGKILL
                assert said == [str(number) for number in range(done, done + len(said))]
                kills += 1
                edits += sum(
                    plans.acts(plan, done + len(said))[number] == plans.EDIT for number in map(int, said)
                )
                done = nursery.ask(plans.look, path, home, plan, done + len(said))
                held += 1
    print(f"seed {seed}: {kills} kills, {edits} acknowledged edits")
    assert kills == held >= KILLS
    assert edits >= LEAST_EDITS
