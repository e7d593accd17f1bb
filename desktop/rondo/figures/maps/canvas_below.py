"""What stands below the map of a canvas: the feeling curve and the contact rhythm, each open or folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rondo.figures.arranging.layout_values import Box
from rondo.figures.below.band_heading import band_heading
from rondo.figures.below.rhythm import ruled, rulers
from rondo.figures.below.rhythm_ruler import Tick
from rondo.figures.journeys.journey_legend import drawn_legend
from rondo.figures.journeys.journey_pen import LANE, SMALL, Pen
from rondo.figures.maps.canvas_foot import APART, Below, foot_right
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.figures.shapes import Path, Shape, Stroke
from rondofile.project import Project

if TYPE_CHECKING:
    from rondo.figures.below.curve_plan import CurvePlan

FOLD_ROW = 17.0
SIGN = 5.0


def below_map(
    project: Project, plan: MapPlan, pen: Pen, *, curve: bool, rhythm: bool, segment: str | None = None
) -> Below:
    """The feeling curve, the contact rhythm, each open or folded, and the legend of what the map shows.

    `segment`: whose line of the curve is there even when nothing is known of it."""
    left, bottom = plan.left, plan.bottom + APART
    right = foot_right(plan)
    shapes: list[Shape] = []
    folds: dict[str, Box] = {}
    if plan.facts.steps:
        folds["rail"] = _rail_fold(shapes, plan, pen)
    felt: CurvePlan | None = None
    ticks: tuple[Tick, ...] = ()
    if plan.facts.path:
        folds["curve"] = _fold(shapes, "curve", plan, bottom, pen, is_open=curve)
        if curve:
            felt = _curve(shapes, project, plan, pen, bottom, right, segment)
            bottom = felt.area.bottom
        else:
            bottom += FOLD_ROW
        bottom += APART / 2
    rows = ruled(project, plan.facts.journey.id)
    if rows:
        folds["rhythm"] = _fold(shapes, "rhythm", plan, bottom, pen, is_open=rhythm)
        if rhythm:
            drawn = rulers(rows, pen, left, bottom, right, "")
            shapes, ticks, bottom = [*shapes, *drawn.shapes], drawn.ticks, drawn.bottom
        else:
            bottom += FOLD_ROW
        bottom += APART / 2
    if plan.facts.steps:
        legend, bottom = drawn_legend(plan.facts, pen, left, bottom + APART / 2, right, "")
        shapes.append(legend)
    return Below(tuple(shapes), bottom, folds, felt, max(right, felt.right if felt else 0.0), ticks)


def _curve(
    shapes: list[Shape],
    project: Project,
    plan: MapPlan,
    pen: Pen,
    top: float,
    right: float,
    segment: str | None,
) -> CurvePlan:
    """Heading and axes of the curve among the shapes; the curve itself is drawn as it comes into view."""
    from rondo.figures.below.curve import axes, description, names_of
    from rondo.figures.below.curve_plan import plan_curve
    from rondo.figures.below.curve_titles import END_GAP, ends_room
    from rondo.strategy.journeys.feelings import feeling_lines

    lines = feeling_lines(project, plan.facts.journey.id, segment)
    says = description(lines, pen) or pen.words("canvas.curve_empty")
    edited = next((line.segment for line in lines if line.segment and line.segment.id == segment), None)
    if edited is not None:
        says = pen.words("canvas.curve_of", who=edited.name, says=says)
    more, start = band_heading(pen, pen.words("journey_figure.curve"), says, plan.left, top, right)
    names = names_of(lines, pen)
    room = ends_room(names, pen)
    last = max((plan.boxes[step].cx for step in plan.facts.path if step in plan.boxes), default=right)
    felt = plan_curve(
        lines, names, plan.boxes, plan.left, start, max(right, plan.right, last + room + END_GAP), room
    )
    shapes += more
    shapes += axes(felt, pen)
    return felt


def _rail_fold(shapes: list[Shape], plan: MapPlan, pen: Pen) -> Box:
    """The sign that folds the rail, beside its name."""
    rail = plan.rail
    y = rail.top + 5.0
    shapes.append(_sign(y + rail.name.height / 2, pen, is_open=rail.open))
    return Box(-SIGN - 7.0, y - 2.0, rail.name.natural_width + SIGN + 9.0, rail.name.height + 4.0)


def _sign(middle: float, pen: Pen, *, is_open: bool) -> Shape:
    """A small triangle in the margin: down where a band is open, to the side where it is folded."""
    x = -SIGN - 4.0
    corners = (
        ((x, middle - SIGN / 3), (x + SIGN, middle - SIGN / 3), (x + SIGN / 2, middle + SIGN / 2.2))
        if is_open
        else ((x + 1, middle - SIGN / 2), (x + 1 + SIGN * 0.8, middle), (x + 1, middle + SIGN / 2))
    )
    commands = tuple(("M" if not i else "L", px, py) for i, (px, py) in enumerate(corners))
    ink = pen.theme["ink-tertiary"]
    return Path((*commands, ("Z",)), ink, Stroke(ink, 0.3))


def _fold(shapes: list[Shape], part: str, plan: MapPlan, y: float, pen: Pen, *, is_open: bool) -> Box:
    """The sign that folds a part, in the margin; a folded part also says its name."""
    name = pen.block(pen.words(f"journey_figure.{part}"), LANE)
    note = pen.block(pen.words(f"canvas.{part}_folded"), SMALL)
    shapes.append(_sign(y + name.height / 2, pen, is_open=is_open))
    if not is_open:
        shapes.append(pen.text(name, 0, y))
        shapes.append(pen.text(note, max(name.natural_width + 8.0, plan.left), y + 1, "ink-secondary"))
    return Box(-SIGN - 7.0, y - 2.0, max(name.natural_width, plan.left) + SIGN + 6.0, name.height + 4.0)
