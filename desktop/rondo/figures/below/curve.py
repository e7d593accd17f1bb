"""The feeling curve: how people feel along the main path, a line for each state and each segment.

Drawn only on the main path, because a curve over a branching map would be fiction (practice 3).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rondo.figures.arranging.layout_values import Box
from rondo.figures.below.band_heading import band_heading
from rondo.figures.below.curve_lines import drawn_line, drawn_points, style_of
from rondo.figures.below.curve_plan import CurvePlan, CurvePoint, plan_curve
from rondo.figures.below.curve_titles import ends, ends_room, titles
from rondo.figures.journeys.journey_pen import SMALL, Pen, aligned
from rondo.figures.shapes import Figure, Group, Line, Shape, Stroke
from rondo.figures.theme import Theme
from rondo.strategy.framework.whole import Framework
from rondo.strategy.journeys.feelings import LEAST, MOST, FeelingLine, LineKind, feeling_lines, spoken_of
from rondo.text.shaped import TextEngine
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Journey

GUTTER = 62.0


def has_curve(project: Project, journey_id: str) -> bool:
    """Whether enough feelings are recorded to draw a line."""
    return spoken_of(project, journey_id)


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
    """The curve of one journey as a figure of its own."""
    pen = Pen(theme, engine, words, framework)
    shapes, bottom = drawn_curve(project, journey_id, {}, pen, GUTTER, 0.0, width, "")
    name = project.get(Journey, journey_id).name
    title = words("journey_figure.curve_title", journey=name)
    says = description(feeling_lines(project, journey_id), pen)
    return Figure(width, max(bottom, 1.0), tuple(shapes), title, says)


def drawn_curve(
    project: Project,
    journey_id: str,
    boxes: Mapping[str, Box],
    pen: Pen,
    left: float,
    top: float,
    right: float,
    prefix: str,
) -> tuple[list[Shape], float]:
    """The curve between left and right with its name left of it, under the boxes of its steps; its end.

    Nothing when no line has two feelings."""
    if not has_curve(project, journey_id):
        return [], top
    lines = [line for line in feeling_lines(project, journey_id) if line.known or line.kind is LineKind.OWN]
    says = description(lines, pen)
    shapes, start = band_heading(pen, pen.words("journey_figure.curve"), says, left, top, right)
    names = names_of(lines, pen)
    plan = plan_curve(lines, names, boxes, left, start, right, ends_room(names, pen))
    plan = plan.naming(boxes) if boxes else plan
    shapes += axes(plan, pen)
    shapes += curve_shapes(plan, pen, prefix=prefix)
    shapes += ends(plan, None, pen, coloured=False)
    return [Group(f"{prefix}curve", tuple(shapes), "curve", says)], plan.area.bottom


def description(lines: Sequence[FeelingLine], pen: Pen) -> str:
    """The best and the worst step of the first line in a sentence; where less than half of it is known, how
    much that is."""
    felt = [one for one in lines[0].known if one.feeling is not None]
    if not felt:
        return ""
    if 2 * len(felt) < len(lines[0].felt):
        facts = {"n": pen.words.number(len(felt)), "all": pen.words.number(len(lines[0].felt))}
        return pen.words("journey_figure.curve_known", **facts)
    worst, best = min(felt, key=lambda one: one.feeling or 0), max(felt, key=lambda one: one.feeling or 0)
    if worst.feeling == best.feeling:
        feels = pen.words(f"journey_figure.feels_{best.feeling}")
        return pen.words("journey_figure.curve_level", feels=feels)
    return pen.words("journey_figure.curve_says", best=best.step.title, worst=worst.step.title)


def names_of(lines: Sequence[FeelingLine], pen: Pen) -> list[str]:
    """What is said at the end of every line: its state or its segment, whichever tells them apart; nothing
    where there is only one."""
    if len(lines) < 2:
        return ["" for _ in lines]
    states = any(line.kind is LineKind.TODAY for line in lines)
    segments = any(line.kind is LineKind.SEGMENT for line in lines)
    named = []
    for line in lines:
        state = pen.framework.name(line.journey.state)
        segment = line.segment.name if line.segment else pen.words("journey_figure.everybody")
        if line.kind is LineKind.SEGMENT or not states:
            named.append(segment)
        elif segments and line.kind is LineKind.OWN:
            named.append(pen.words("journey_figure.felt_who", who=segment, state=state))
        else:
            named.append(state)
    return named


def axes(plan: CurvePlan, pen: Pen) -> list[Shape]:
    """A hairline for every feeling, and its word in the margin."""
    shapes: list[Shape] = []
    for feeling in range(MOST, LEAST - 1, -1):
        y = plan.y_of(feeling)
        stroke = Stroke(pen.theme["line"], 0.8 if not feeling else 0.6, () if not feeling else (1.0, 2.0))
        shapes.append(Line(plan.left, y, plan.right, y, stroke))
        block = pen.block(
            pen.words(f"journey_figure.feels_{feeling}"), aligned(SMALL, "right"), plan.left - 6
        )
        if len(block.lines) == 1:
            role = "ok" if feeling > 0 else "bad" if feeling < 0 else "ink-secondary"
            shapes.append(pen.text(block, 0.0, y - block.height / 2, role))
    return shapes


def curve_shapes(
    plan: CurvePlan,
    pen: Pen,
    *,
    edited: str | None = None,
    coloured: bool = False,
    reach: tuple[float, float] | None = None,
    prefix: str = "",
) -> list[Shape]:
    """Lines, points and titles, of the points whose x lies in `reach`; the edited line over the others."""
    start, end = reach or (plan.left, plan.right + 1.0)
    styled = [(line, style_of(line, edited, coloured=coloured)) for line in plan.lines]
    styled.sort(key=lambda one: (one[1].front, one[0].kind is not LineKind.TODAY))
    shapes: list[Shape] = []
    for line, style in styled:
        shapes += drawn_line(line, _joined(line.points, start, end), style, pen)
    for line, style in styled:
        shapes += drawn_points(line, _inside(line.points, start, end), style, pen, prefix)
    for line, style in styled:
        if style.front:
            shapes += titles(plan, line, _inside(line.points, start, end), (start, end), pen)
    return shapes


def _inside(points: Sequence[CurvePoint], start: float, end: float) -> list[CurvePoint]:
    return [point for point in points if start <= point.x < end]


def _joined(points: Sequence[CurvePoint], start: float, end: float) -> list[CurvePoint]:
    """The points inside, and the one that the line goes on to."""
    inside = [number for number, point in enumerate(points) if start <= point.x < end]
    return list(points[inside[0] : inside[-1] + 2]) if inside else []
