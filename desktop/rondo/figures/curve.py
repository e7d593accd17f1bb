"""The feeling curve: how the customer feels along the main path, from -2 to +2.

Drawn only on the main path, because a curve over a branching map would be fiction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rondo.figures.journey_pen import LANE, SMALL, Pen, aligned
from rondo.figures.layout import Box
from rondo.figures.marks import face_mark
from rondo.figures.shapes import Ellipse, Figure, Group, Line, Path, Shape, Stroke, Text
from rondo.figures.theme import Theme
from rondo.strategy.framework import Framework
from rondo.strategy.journey import main_path
from rondo.text.shaped import Block, TextEngine
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Journey, Step

HEIGHT = 46.0
FACE = 7.0
DOT = 2.1
NAME_WIDTH = 84.0
GUTTER = 62.0
LABELS = 2


@dataclass(frozen=True, slots=True)
class _Point:
    step: Step
    x: float
    y: float


def has_curve(path: Sequence[Step]) -> bool:
    """Whether enough feelings are recorded to draw a line."""
    return sum(step.feeling is not None for step in path) >= 2


def curve_figure(
    project: Project,
    journey_id: str,
    *,
    framework: Framework,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    width: float = 493.0,
) -> Figure:
    """The curve of one journey as a figure of its own, with the names of its steps' extremes."""
    pen = Pen(theme, engine, words, framework)
    path = main_path(project, journey_id)
    shapes, bottom = drawn_curve(path, {}, pen, GUTTER, 0.0, width, "")
    name = project.get(Journey, journey_id).name
    title = words("journey_figure.curve_title", journey=name)
    return Figure(width, max(bottom, 1.0), tuple(shapes), title, description(path, pen))


def description(path: Sequence[Step], pen: Pen) -> str:
    """The best and the worst step in a sentence; empty when no feeling is recorded."""
    felt = [step for step in path if step.feeling is not None]
    if not felt:
        return ""
    worst, best = min(felt, key=_feeling), max(felt, key=_feeling)
    return pen.words("journey_figure.curve_says", best=best.title, worst=worst.title)


def drawn_curve(
    path: Sequence[Step],
    boxes: Mapping[str, Box],
    pen: Pen,
    left: float,
    top: float,
    right: float,
    prefix: str,
) -> tuple[list[Shape], float]:
    """The curve between left and right with its name left of it, under the boxes of its steps; its end.

    Nothing when fewer than two feelings are recorded."""
    if not has_curve(path):
        return [], top
    name = pen.block(pen.words("journey_figure.curve"), LANE, left - 8.0)
    note = pen.block(pen.words("journey_figure.curve_note"), SMALL, left - 8.0)
    plot_top, plot_left = top + SMALL.size * 1.5, left + FACE + 8.0
    xs = _places(path, boxes, plot_left + 6.0, right - 10.0)
    points = [
        _Point(step, x, plot_top + HEIGHT * (2 - _feeling(step)) / 4)
        for step, x in zip(path, xs, strict=True)
        if step.feeling is not None
    ]
    shapes: list[Shape] = [pen.text(name, 0, top), pen.text(note, 0, top + name.height, "ink-secondary")]
    shapes += _axes(pen, left, plot_top, plot_left, right)
    shapes += _line(points, path, pen)
    shapes += _labels(points, pen, plot_left, right)
    bottom = max(plot_top + HEIGHT + SMALL.size * 1.6, top + name.height + note.height)
    title = description(path, pen)
    return [Group(f"{prefix}curve", tuple(shapes), "curve", title)], bottom


def _feeling(step: Step) -> int:
    return step.feeling or 0


def _places(path: Sequence[Step], boxes: Mapping[str, Box], left: float, right: float) -> list[float]:
    """Under the steps where the map reads from left to right, else at even distances."""
    centres = [boxes[step.id].cx for step in path if step.id in boxes]
    forward = len(centres) == len(path) and all(b >= a - 1 for a, b in pairwise(centres))
    if not forward:
        count = max(len(path) - 1, 1)
        return [left + (right - left) * i / count for i in range(len(path))]
    places: list[float] = []
    groups: dict[float, list[int]] = {}
    for i, centre in enumerate(centres):
        groups.setdefault(round(centre), []).append(i)
    starts = sorted(groups)
    for number, centre in enumerate(starts):
        members = groups[centre]
        before = (starts[number - 1] + centre) / 2 if number else left
        after = (centre + starts[number + 1]) / 2 if number + 1 < len(starts) else right
        reach = min(centre - before, after - centre) * 1.7
        count = len(members)
        places += [centre + reach * ((i + 0.5) / count - 0.5) for i in range(count)]
    return [min(max(x, left), right) for x in places]


def _axes(pen: Pen, left: float, top: float, plot_left: float, right: float) -> list[Shape]:
    """A face at the good and the bad end, and hairlines at +2, 0 and -2."""
    shapes: list[Shape] = []
    for share, dash in ((0.0, (1.0, 2.0)), (0.5, ()), (1.0, (1.0, 2.0))):
        y = top + HEIGHT * share
        shapes.append(Line(plot_left, y, right, y, Stroke(pen.theme["line"], 0.7, dash)))
    shapes += face_mark(2, left + 2, top - FACE / 2, FACE, pen.theme["ok"])
    shapes += face_mark(-2, left + 2, top + HEIGHT - FACE / 2, FACE, pen.theme["bad"])
    return shapes


def _line(points: Sequence[_Point], path: Sequence[Step], pen: Pen) -> list[Shape]:
    """A soft line through the points, broken into dashes where steps without a feeling lie between."""
    order = {step.id: i for i, step in enumerate(path)}
    shapes: list[Shape] = []
    for a, b in pairwise(points):
        known = order[b.step.id] - order[a.step.id] == 1
        middle = (a.x + b.x) / 2
        commands = (("M", a.x, a.y), ("C", middle, a.y, middle, b.y, b.x, b.y))
        stroke = Stroke(pen.theme["ink-secondary"], 1.1, () if known else (2.0, 2.0))
        shapes.append(Path(commands, stroke=stroke))
    for point in points:
        feeling = _feeling(point.step)
        role = "bad" if feeling < 0 else "ok" if feeling > 0 else "ink-secondary"
        ink = pen.theme[role]
        fill = pen.theme["surface"] if feeling < 0 else ink
        shapes.append(Ellipse(point.x, point.y, DOT, DOT, fill, Stroke(ink, 1.0)))
    return shapes


def _labels(points: Sequence[_Point], pen: Pen, left: float, right: float) -> list[Shape]:
    """The names of the worst and the best steps, where they meet neither the line nor each other."""
    worst = sorted((p for p in points if _feeling(p.step) < 0), key=lambda p: (_feeling(p.step), p.x))
    best = sorted((p for p in points if _feeling(p.step) > 0), key=lambda p: (-_feeling(p.step), p.x))
    shapes: list[Shape] = []
    taken: list[Box] = []
    for point, above in [(p, False) for p in worst[:LABELS]] + [(p, True) for p in best[:LABELS]]:
        block = pen.block(point.step.title, aligned(SMALL, "left"))
        box = _label_box(point, block, above, left, right)
        blocked = [
            Box(p.x - DOT - 1, p.y - DOT - 1, 2 * DOT + 2, 2 * DOT + 2) for p in points if p is not point
        ]
        if block.natural_width > NAME_WIDTH * 1.6 or any(_touch(box, other) for other in (*taken, *blocked)):
            continue
        taken.append(box)
        role = "ok" if above else "bad"
        shapes.append(Text(box.x, box.y, block, pen.theme[role]))
    return shapes


def _label_box(point: _Point, block: Block, above: bool, left: float, right: float) -> Box:
    x = min(max(point.x - block.natural_width / 2, left), right - block.natural_width)
    y = point.y - DOT - 1.5 - block.height if above else point.y + DOT + 1.5
    return Box(x, y, block.natural_width, block.height)


def _touch(a: Box, b: Box) -> bool:
    return a.x < b.right + 2 and b.x < a.right + 2 and a.y < b.bottom and b.y < a.bottom
