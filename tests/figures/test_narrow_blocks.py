"""A block that is no wider than it needs: the same lines as if it had been broken to that width."""

from __future__ import annotations

import pytest

from helpers.engines import engine
from rondo.figures import theme
from rondo.figures.journeys.journey_pen import SMALL, TITLE, Pen, aligned
from rondo.strategy.framework import whole as framework
from rondo.text.shaped import Style
from rondo.words import Words

LATIN = (
    "Our own learning work, between one journey and the next",
    "Nobody told us the week fills early; Donaudampfschifffahrtsgesellschaft neither",
    "Zoë vergelijkt data, hotels en attracties",
    "too  much   to    compare",
    "once",
)
OTHER = ("నిర్ణయం తీసుకున్న తర్వాత ఏమి జరుగుతుంది", "العائلة تختار الفندق ثم تحجز")


def pen_with_engine() -> Pen:
    return Pen(theme.load("light"), engine(), Words("en"), framework.load("en"))


@pytest.mark.parametrize("text", [*LATIN, *OTHER])
@pytest.mark.parametrize("width", [31.0, 64.0, 140.0, 400.0])
@pytest.mark.parametrize("style", [SMALL, TITLE, aligned(SMALL, "center")], ids=str)
def test_a_narrow_block_is_broken_as_if_its_width_had_been_asked_for(
    text: str, width: float, style: Style
) -> None:
    pen = pen_with_engine()
    wide, narrow = pen.block(text, style, width), pen.narrow(text, style, width)
    widest = max(line.width for line in wide.lines)
    assert narrow == pen.block(text, style, narrow.width)
    assert narrow.width == min(width, widest + 0.5)
