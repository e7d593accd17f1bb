"""The labels of links: what they say, how large their chips are, and what chips and links keep clear of."""

from __future__ import annotations

from collections.abc import Iterable

from rondo.figures.arranging.layout_values import Box
from rondo.figures.cards.card import BADGE
from rondo.figures.journeys.journey_facts import LinkFacts
from rondo.figures.journeys.journey_pen import SMALL, Pen
from rondo.text.shaped import Block

CHIP_PAD_X, CHIP_PAD_Y = 4.0, 0.6
CHIP_WIDTH = 104.0
RESERVE = 26.0
"""What the badge at the right of a card takes of its upper edge."""
TRACK = 5.0
"""Between two links that run side by side."""


def link_label(link: LinkFacts, pen: Pen) -> Block | None:
    """What stands in the chip of a link; None where it has none."""
    text = link.text
    if link.stranger:
        stranger = pen.words("journey_figure.stranger")
        text = f"{stranger} · {text}" if text else stranger
    return pen.narrow(text, SMALL, CHIP_WIDTH) if text else None


def chip_obstacles(boxes: Iterable[Box]) -> list[Box]:
    """Cards, and what stands on their upper edges."""
    cards = list(boxes)
    return cards + [Box(b.right - RESERVE, b.y - BADGE, RESERVE, BADGE) for b in cards]


def chip_size(block: Block) -> tuple[float, float]:
    """How wide and high the chip around a label is."""
    return block.width + 2 * CHIP_PAD_X, block.height + 2 * CHIP_PAD_Y
