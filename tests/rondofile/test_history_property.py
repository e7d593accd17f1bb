"""Whatever is edited, undone, redone, reopened and published: the document equals a simple model."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from helpers.random_editing import Editing

RUNS, STEPS = 200, 50
SEEDS = range(4)
LONG, LONGEST = 2_000, 20_000


def play(runs: int, machine: type[Editing] = Editing) -> None:
    """So many sequences hold, and they did what they are about."""
    machine.strokes = machine.walked = machine.jumped = machine.merged = 0
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=runs,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    print(
        f"{machine.strokes} strokes, {machine.walked} steps, {machine.jumped} jumps, {machine.merged} merged"
    )
    assert machine.strokes >= runs * STEPS / 2
    assert machine.walked >= runs
    assert machine.jumped >= runs / 5
    assert machine.merged >= runs / 5


@pytest.mark.parametrize("number", SEEDS)
def test_random_editing_when_undone_redone_reopened_and_published_then_equals_a_model(number: int) -> None:
    """Eight hundred sequences in all, in parts that can be gone through side by side; the first without what
    a window waits for."""
    play(RUNS, seed(number)(type("Editing", (Editing,), {"steady": number > 0})))


@pytest.mark.long
@pytest.mark.parametrize("runs", [LONG, LONGEST])
def test_random_editing_for_a_long_time_then_equals_a_model(runs: int) -> None:
    play(runs)
