"""Sticky notes on a map: a slip of paper with a folded corner, and a thin line to the step it follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from rondo.figures.arranging.layout_values import NONE, Box, Sides
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.shapes import Ellipse, Group, Line, Path, Shape, Stroke
from rondo.text.shaped import Block, Style
from rondofile.records import Note

WIDTH, LEAST = 104.0, 30.0
"""How wide notes are, and how high at least."""
PAD_X, PAD_Y, FOLD = 7.0, 6.0, 9.0
WRITING = Style(7.2, leading=1.3)
DOT = 1.6
NEAR, BESIDE = 30.0, 4.0
"""How far from its card a note may be to have room of its own, and how much is left beside it."""


class NotePlan(Struct, frozen=True):
    """A note in its place: `step` is the box of the card that it follows."""

    note: Note
    block: Block
    box: Box
    step: Box | None = None

    def moved(self, dx: float, dy: float) -> NotePlan:
        """The same note so far off; its step stays."""
        box = self.box
        return replace(self, box=Box(box.x + dx, box.y + dy, box.width, box.height))

    def followed(self, dx: float, dy: float) -> NotePlan:
        """The same note with its step so far off."""
        step = self.step and Box(self.step.x + dx, self.step.y + dy, self.step.width, self.step.height)
        return replace(self.moved(dx, dy), step=step)


def plan_notes(
    notes: Iterable[Note], box_of: Callable[[str], Box | None], left: float, top: float, pen: Pen
) -> dict[str, NotePlan]:
    """The notes by id, each beside its step, or measured from the upper left corner of the map.

    A note whose step has no card waits with it and is not shown."""
    found: dict[str, NotePlan] = {}
    for note in notes:
        step = box_of(note.step) if note.step is not None else None
        if note.step is not None and step is None:
            continue
        block = pen.block(note.text, WRITING, WIDTH - 2 * PAD_X)
        x, y = (step.x, step.y) if step else (left, top)
        height = max(block.height + 2 * PAD_Y, LEAST)
        found[note.id] = NotePlan(note, block, Box(x + note.x, y + note.y, WIDTH, height), step)
    return found


def overhang(notes: Iterable[Note], width: float, height: float, pen: Pen) -> Sides:
    """How far notes near a card of that size hang over its sides; what lies further off does not count."""
    left, top, right, bottom = NONE
    for box in (
        plan.box for plan in plan_notes(notes, lambda _: Box(0, 0, width, height), 0, 0, pen).values()
    ):
        apart = max(-box.right, box.x - width, -box.bottom, box.y - height)
        if apart <= NEAR:
            left, top = max(left, BESIDE - box.x), max(top, BESIDE - box.y)
            right, bottom = max(right, box.right + BESIDE - width), max(bottom, box.bottom + BESIDE - height)
    return left, top, right, bottom


def drawn_note(plan: NotePlan, pen: Pen, prefix: str = "") -> Group:
    """A group `note-ID`: the line to the step below the slip, its folded corner, its text."""
    box, edge = plan.box, Stroke(pen.theme["warn"], 0.6)
    shapes: list[Shape] = [*_callout(plan, pen)]
    right, bottom = box.right, box.bottom
    slip: tuple[tuple[str | float, ...], ...] = (
        ("M", box.x, box.y),
        ("L", right, box.y),
        ("L", right, bottom - FOLD),
        ("L", right - FOLD, bottom),
        ("L", box.x, bottom),
        ("Z",),
    )
    fold: tuple[tuple[str | float, ...], ...] = (
        ("M", right, bottom - FOLD),
        ("L", right - FOLD, bottom - FOLD),
        ("L", right - FOLD, bottom),
        ("Z",),
    )
    shapes += [Path(slip, pen.theme["warn-ground"], edge), Path(fold, pen.theme["paper"], edge)]
    shapes.append(pen.text(plan.block, box.x + PAD_X, box.y + PAD_Y))
    title = pen.words("note.title", text=" ".join(plan.note.text.split()))
    return Group(f"{prefix}note-{plan.note.id}", tuple(shapes), "note", title)


def _callout(plan: NotePlan, pen: Pen) -> list[Shape]:
    """A line from the note to the nearest point of its step, with a dot at its end; none where they touch."""
    step, box = plan.step, plan.box
    if step is None:
        return []
    end = _nearest(step, box.cx, box.cy)
    start = _nearest(box, *end)
    if abs(end[0] - start[0]) + abs(end[1] - start[1]) < 1:
        return []
    colour = pen.theme["warn"]
    return [Line(*start, *end, Stroke(colour, 0.8)), Ellipse(*end, DOT, DOT, colour)]


def _nearest(box: Box, x: float, y: float) -> tuple[float, float]:
    return min(max(x, box.x), box.right), min(max(y, box.y), box.bottom)
