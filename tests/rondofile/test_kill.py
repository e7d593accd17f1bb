"""kill -9 at any moment: every edit that was acknowledged is there again, the file is always whole."""

from __future__ import annotations

import random
import shutil
import signal

import pytest

from helpers import plans
from helpers.dying import spread
from helpers.killing import Nursery, needs_fork
from helpers.storage import memory_folder
from rondofile.document import Document

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
                done += len(said)
                done = plans.look(str(path), str(home), plans.acts(plan, done + 1), done)
                held += 1
    print(f"seed {seed}: {kills} kills, {edits} acknowledged edits")
    assert kills == held >= KILLS
    assert edits >= LEAST_EDITS


def test_a_writer_killed_at_any_operation_then_the_act_has_happened_or_not(nursery: Nursery) -> None:
    """Also between the last write and the last flush of a commit, which chance seldom meets."""
    plan = ["edit", "edit", "undo", "redo", "edit", "jump", "publish", "undo", "edit", "publish", "edit"]
    kills = happened = 0
    with memory_folder() as folder:
        path, home, fresh = folder / "plan.rondo", folder / "home", folder / "fresh"
        Document.create(path, root=fresh).close(publish=False)
        shutil.copytree(fresh, home)
        said = nursery.bear(plans.carry_out_until, path, home, plan, 0).end()
        for at in spread(said[-1], every=16):
            shutil.rmtree(home)
            path.unlink(missing_ok=True)
            shutil.copytree(fresh, home)
            done = nursery.bear(plans.carry_out_until, path, home, plan, at).died()
            assert done == [str(number) for number in range(len(done))]
            happened += plans.look(str(path), str(home), plan, len(done)) > len(done)
            kills += 1
    print(f"{kills} kills, {happened} at which the act under way had happened")
    assert kills >= 60
    assert 5 <= happened <= kills / 2
