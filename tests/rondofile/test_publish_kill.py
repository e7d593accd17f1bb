"""kill -9 while publishing: the file is always whole and never older than what was said to be in it."""

from __future__ import annotations

import random
import signal
from pathlib import Path

import pytest

from helpers import publisher
from helpers.faulty_folder import FaultyFolder
from helpers.killing import Nursery, needs_fork
from helpers.storage import memory_folder
from rondofile.document import Document

pytestmark = needs_fork

KILLS, IN_PLACE, A_FOLDER = 250, 40, 25


def killed(nursery: Nursery, kills: int, forbidden: bool, chance: random.Random) -> tuple[int, int]:
    """So many kills of processes that publish; how many publications they told, and how many were open."""
    told = open_ended = done = 0
    while done < kills:
        with memory_folder() as folder:
            path, home, steps = folder / "place" / "plan.rondo", folder / "home", 0
            path.parent.mkdir()
            publisher.opened(path, home, lambda *_: None).close()
            for _ in range(min(A_FOLDER, kills - done)):
                life = nursery.bear(publisher.publish_on, path, home, steps, forbidden)
                life.hear(1 + chance.randint(0, 3))
                said = [line for line in life.kill(after=chance.uniform(0, 0.02)) if line != "ready"]
                assert life.status == -signal.SIGKILL
                assert said == [str(number) for number in range(steps, steps + len(said))]
                told += len(said)
                open_ended += any(name.suffix != ".rondo" for name in path.parent.iterdir())
                steps = publisher.look(str(path), str(home), steps + len(said), forbidden)
                done += 1
    return told, open_ended


@pytest.mark.parametrize("seed", [20_261_122, 20_261_123])
def test_a_publisher_killed_at_random_then_the_file_is_whole_and_as_new_as_was_said(
    nursery: Nursery, seed: int
) -> None:
    told, open_ended = killed(nursery, KILLS, False, random.Random(seed))
    print(f"seed {seed}: {KILLS} kills, {told} publications told, {open_ended} met in the folder")
    assert told >= KILLS and open_ended >= 1


def test_a_publisher_killed_while_it_writes_over_the_file_then_the_next_start_puts_it_right(
    nursery: Nursery,
) -> None:
    told, _ = killed(nursery, IN_PLACE, True, random.Random(7))
    assert told >= IN_PLACE


@pytest.mark.parametrize("forbidden", [False, True])
def test_a_publisher_killed_at_any_operation_then_the_file_is_the_old_or_the_new(
    nursery: Nursery, forbidden: bool
) -> None:
    points = 0
    with memory_folder() as scratch:
        operations = operations_of_a_publication(scratch, forbidden)
    for at in range(operations):
        with memory_folder() as folder:
            path, home = folder / "place" / "plan.rondo", folder / "home"
            path.parent.mkdir()
            with publisher.opened(path, home, lambda *_: None) as document:
                publisher.add(document, 0)
            nursery.bear(publisher.publish_until, path, home, at, forbidden).died()
            assert publisher.look(str(path), str(home), 1, forbidden) == 2
            points += 1
    assert points == operations >= 20


def operations_of_a_publication(folder: Path, forbidden: bool) -> int:
    path, home = folder / "place" / "plan.rondo", folder / "home"
    path.parent.mkdir()
    publisher.opened(path, home, lambda *_: None).close()
    files = FaultyFolder(path.parent, publisher.forbidding if forbidden else lambda *_: None)
    with Document.open(path, root=home, files=files) as document:
        publisher.add(document, 0)
        before = len(files.calls)
        document.publish()
        return len(files.calls) - before


@pytest.mark.long
@pytest.mark.parametrize("seed", range(4))
def test_a_publisher_killed_two_thousand_times_then_nothing_is_lost(nursery: Nursery, seed: int) -> None:
    told, _ = killed(nursery, 500, seed == 0, random.Random(seed))
    assert told >= 500
