"""The forking process of the kill tests: it hears, kills, answers, and never swallows an error."""

from __future__ import annotations

import signal

import pytest

from helpers import lives
from helpers.killing import Nursery, needs_fork

pytestmark = needs_fork


def test_a_process_when_killed_then_all_it_said_is_known(nursery: Nursery) -> None:
    life = nursery.bear(lives.count_without_end, 5)
    assert life.hear(3) == ["5", "6", "7"]
    said = life.kill(after=0.001)
    assert said == [str(number) for number in range(5, 5 + len(said))]
    assert life.status == -signal.SIGKILL


def test_a_process_that_breaks_then_breaks_the_test(nursery: Nursery) -> None:
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        nursery.bear(lives.divide, 0).end()
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        nursery.ask(lives.halves, 0)


def test_a_process_that_is_asked_then_answers(nursery: Nursery) -> None:
    assert nursery.ask(lives.halves, 5) == {"half": 20.0}


def test_processes_beside_each_other_then_are_told_apart(nursery: Nursery) -> None:
    first, second = nursery.bear(lives.count_without_end, 1), nursery.bear(lives.count_without_end, 9)
    assert (first.hear(1), second.hear(1)) == (["1"], ["9"])
    assert nursery.ask(lives.halves, 1) == {"half": 100.0}
    first.kill()
    second.kill()
