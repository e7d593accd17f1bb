"""What is said of the feeling curve in a sentence: nothing is concluded from one step of many."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from helpers.engines import engine
from helpers.sketch import Sketch
from rondo.figures import theme
from rondo.figures.below.curve import description
from rondo.figures.journeys.journey_pen import Pen
from rondo.strategy.framework import whole as framework
from rondo.strategy.journeys.feelings import feeling_lines
from rondo.words import Words


def said(feelings: Sequence[int | None]) -> str:
    pen = Pen(theme.load("light"), engine(), Words("en"), framework.load("en"))
    sketch = Sketch()
    journey = sketch.journey()
    sketch.chain(*(sketch.step(journey, f"Step {n}", feeling=one) for n, one in enumerate(feelings)))
    return description(feeling_lines(sketch.project(), journey.id), pen)


@pytest.mark.parametrize(
    ("feelings", "wanted"),
    [
        ([2, None, None, None], "Known at 1 of 4 steps so far."),
        ([1, 1, 1], "It feels the same throughout: "),
        ([1, -2, 0], "Step 0"),
        ([None, None], ""),
    ],
)
def test_a_curve_when_little_is_known_then_says_how_much(feelings: list[int | None], wanted: str) -> None:
    assert said(feelings).startswith(wanted) if wanted != "Step 0" else wanted in said(feelings)
    assert bool(said(feelings)) == bool(wanted)
