"""Whatever is edited, undone, redone, reopened and published: the document equals a simple model."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from helpers.random_editing import Editing

RUNS, STEPS = 100, 50
LONG, LONGEST = 2_000, 20_000


def play(runs: int) -> None:
    """So many sequences hold, and they did what they are about."""
    Editing.strokes = Editing.walked = Editing.jumped = Editing.merged = 0
    run_state_machine_as_test(
        Editing,
        settings=settings(
            max_examples=runs,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    print(
        f"{Editing.strokes} strokes, {Editing.walked} steps, {Editing.jumped} jumps, {Editing.merged} merged"
    )
    assert Editing.strokes >= runs * STEPS / 2
    assert Editing.walked >= runs
    assert Editing.jumped >= runs / 5
    assert Editing.merged >= runs / 5


def test_random_editing_when_undone_redone_reopened_and_published_then_equals_a_model() -> None:
    play(RUNS)


@pytest.mark.long
@pytest.mark.parametrize("runs", [LONG, LONGEST])
def test_random_editing_for_a_long_time_then_equals_a_model(runs: int) -> None:
    play(runs)
