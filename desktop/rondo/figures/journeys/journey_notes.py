"""Sticky notes on pages: a numbered slip on the card, and below the map what each says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from rondo.figures.arranging.layout_values import Box
from rondo.figures.journeys.journey_facts import Facts
from rondo.figures.journeys.journey_pen import SMALL, SMALL_BOLD, Pen
from rondo.figures.shapes import Group, Path, Shape, Stroke
from rondofile.project import Project

HEIGHT, PAD, FOLD = 11.0, 3.2, 3.0
INSET, APART, OVER = 8.0, 2.5, 4.0
"""Where the first slip of a card begins, how far the next, how far they lie over its upper edge."""
COLUMN, GUTTER, ROW = 210.0, 14.0, 2.5


class Slip(Struct, frozen=True):
    """A note with its number on the map and the step it follows, if any."""

    number: int
    id: str
    text: str
    step: str | None


def slips(project: Project, facts: Facts) -> tuple[Slip, ...]:
    """The notes of this map, numbered over the whole journey; those of no step stand on its first part."""
    here = {step.id for step in (*facts.on_map, *facts.in_rail)}
    on_map = [step for step in project.steps_of(facts.journey.id) if step.phase and step.lane]
    first = not on_map or on_map[0].id in here
    return tuple(
        Slip(number, note.id, note.text, note.step)
        for number, note in enumerate(project.notes_of(facts.journey.id), start=1)
        if (note.step in here if note.step else first)
    )


def drawn_slips(found: Sequence[Slip], boxes: Mapping[str, Box], pen: Pen, prefix: str) -> Iterator[Shape]:
    """On every card the numbers of its notes: groups `note-ID`."""
    ends: dict[str, float] = {}
    for slip in found:
        box = boxes.get(slip.step or "")
        if box is not None and slip.step is not None:
            x = ends.get(slip.step, box.x + INSET)
            shapes, right = _slip(slip, x, box.y - HEIGHT + OVER, pen)
            ends[slip.step] = right + APART
            title = pen.words("note.title", text=" ".join(slip.text.split()))
            yield Group(f"{prefix}note-{slip.id}", tuple(shapes), "note", title)


def drawn_texts(
    found: Sequence[Slip], pen: Pen, left: float, top: float, right: float, prefix: str
) -> tuple[Group, float]:
    """What the notes say, in columns read from the left, row by row; and where they end."""
    count = max(int((right - left + GUTTER) // (COLUMN + GUTTER)), 1)
    width = (right - left - (count - 1) * GUTTER) / count
    heading = pen.block(pen.words("journey_figure.notes"), SMALL_BOLD)
    shapes: list[Shape] = [pen.text(heading, left, top, "ink-secondary")]
    y = top + heading.height + ROW
    for start in range(0, len(found), count):
        bottom = y
        for place, slip in enumerate(found[start : start + count]):
            x = left + place * (width + GUTTER)
            sign, end = _slip(slip, x, y, pen)
            block = pen.block(slip.text, SMALL, x + width - end - PAD)
            shapes += [*sign, pen.text(block, end + PAD, y + (HEIGHT - SMALL.size * SMALL.leading) / 2)]
            bottom = max(bottom, y + max(block.height, HEIGHT))
        y = bottom + ROW
    title = pen.words("journey_figure.notes")
    return Group(f"{prefix}notes", tuple(shapes), "legend", title), y


def _slip(slip: Slip, x: float, y: float, pen: Pen) -> tuple[list[Shape], float]:
    """A slip with its number, and where it ends at the right."""
    number = pen.block(pen.words.number(slip.number), SMALL_BOLD)
    right, bottom = x + number.natural_width + 2 * PAD + FOLD / 2, y + HEIGHT
    outline: tuple[tuple[str | float, ...], ...] = (
        ("M", x, y),
        ("L", right, y),
        ("L", right, bottom - FOLD),
        ("L", right - FOLD, bottom),
        ("L", x, bottom),
        ("Z",),
    )
    paper = Path(outline, pen.theme["warn-ground"], Stroke(pen.theme["warn"], 0.6))
    return [paper, pen.text(number, x + PAD, y + (HEIGHT - number.height) / 2)], right
