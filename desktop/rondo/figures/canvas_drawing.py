"""The canvas as display lists: its ground, a card, a link, and what stands below the map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rondo.figures.canvas_plan import MapPlan
from rondo.figures.card import drawn
from rondo.figures.curve import drawn_curve, has_curve
from rondo.figures.journey_draft import Plan
from rondo.figures.journey_frame import drawn_lanes, drawn_phases
from rondo.figures.journey_legend import drawn_legend
from rondo.figures.journey_links import learned_arrow, link_shapes
from rondo.figures.journey_pen import LANE, SMALL, Pen
from rondo.figures.layout_values import Box
from rondo.figures.rail_drawing import drawn_rail, drawn_rail_ground
from rondo.figures.rhythm import drawn_rhythm, ruled
from rondo.figures.route import Room
from rondo.figures.route_field import Point
from rondo.figures.shapes import Path, Shape, Stroke
from rondofile.project import Project
from rondofile.records import Step

APART = 12.0
WIDE, NARROW = 760.0, 420.0
"""How wide rulers and legend are at most and at least: a ruler as long as a long map says nothing."""
FOLD_ROW = 17.0
SIGN = 5.0


def ground_shapes(plan: MapPlan, pen: Pen) -> list[Shape]:
    """What stands still under links and cards: columns, rows, and the rail but for its cards."""
    facts, layout = plan.facts, plan.layout
    picture = _picture(plan)
    shapes = drawn_phases(facts, plan.header, layout, plan.left, pen, "")
    shapes.append(drawn_rail_ground(picture, plan.rail, pen, ""))
    shapes += drawn_lanes(facts, plan.gutter, layout, plan.top, plan.right, pen, "")
    return shapes + drawn_rail(picture, replace(plan.rail, steps={}, cards={}), pen, "")


def card_shapes(plan: MapPlan, step: str, pen: Pen) -> tuple[Shape, ...]:
    """The card of a step with its upper left corner at the origin."""
    box = plan.boxes[step]
    return drawn(plan.card(step), Box(0.0, 0.0, box.width, box.height), pen, "", "").shapes


def line_shapes(
    plan: MapPlan, link: str, route: tuple[Point, ...], chip: Box | None, pen: Pen
) -> list[Shape]:
    """A link along a route, with its label where it has a chip."""
    if link in plan.learned:
        return [learned_arrow(route, pen)]
    return link_shapes(plan.links[link], route, chip, plan.routes.label(link), pen)


@dataclass(frozen=True, slots=True)
class Below:
    """What stands below the map, where it ends, and where "curve" and "rhythm" are folded and unfolded."""

    shapes: tuple[Shape, ...]
    bottom: float
    folds: Mapping[str, Box] = field(default_factory=dict)


def below_map(project: Project, plan: MapPlan, pen: Pen, *, curve: bool, rhythm: bool) -> Below:
    """The feeling curve, the contact rhythm, each open or folded, and the legend of what the map shows."""
    left, bottom = plan.left, plan.bottom + APART
    right = left + min(max(plan.layout.width, NARROW), WIDE)
    shapes: list[Shape] = []
    folds: dict[str, Box] = {}
    path = [project.get(Step, step) for step in plan.facts.path]
    if has_curve(path):
        if curve:
            folds["curve"] = _fold(shapes, "curve", plan, bottom, pen, is_open=True)
            more, bottom = drawn_curve(path, plan.boxes, pen, left, bottom, max(plan.right, right), "")
            shapes += more
        else:
            folds["curve"] = _fold(shapes, "curve", plan, bottom, pen, is_open=False)
            bottom += FOLD_ROW
        bottom += APART / 2
    rows = ruled(project, plan.facts.journey.id)
    if rows:
        folds["rhythm"] = _fold(shapes, "rhythm", plan, bottom, pen, is_open=rhythm)
        if rhythm:
            more, bottom = drawn_rhythm(rows, pen, left, bottom, right, "")
            shapes += more
        else:
            bottom += FOLD_ROW
        bottom += APART / 2
    if plan.facts.steps:
        legend, bottom = drawn_legend(plan.facts, pen, left, bottom + APART / 2, right, "")
        shapes.append(legend)
    return Below(tuple(shapes), bottom, folds)


def _fold(shapes: list[Shape], part: str, plan: MapPlan, y: float, pen: Pen, *, is_open: bool) -> Box:
    """The sign that folds a part, in the margin; a folded part also says its name."""
    name = pen.block(pen.words(f"journey_figure.{part}"), LANE)
    note = pen.block(pen.words(f"canvas.{part}_folded"), SMALL)
    x, middle = -SIGN - 4.0, y + name.height / 2
    corners = (
        ((x, middle - SIGN / 3), (x + SIGN, middle - SIGN / 3), (x + SIGN / 2, middle + SIGN / 2.2))
        if is_open
        else ((x + 1, middle - SIGN / 2), (x + 1 + SIGN * 0.8, middle), (x + 1, middle + SIGN / 2))
    )
    commands = tuple(("M" if not i else "L", px, py) for i, (px, py) in enumerate(corners))
    shapes.append(
        Path((*commands, ("Z",)), pen.theme["ink-tertiary"], Stroke(pen.theme["ink-tertiary"], 0.3))
    )
    if not is_open:
        shapes.append(pen.text(name, 0, y))
        shapes.append(pen.text(note, max(name.natural_width + 8.0, plan.left), y + 1, "ink-secondary"))
    return Box(x - 3.0, y - 2.0, max(name.natural_width, plan.left) + SIGN + 6.0, name.height + 4.0)


def _picture(plan: MapPlan) -> Plan:
    """The plan as the parts of the journey figure know it, without links."""
    return Plan(
        facts=plan.facts,
        gutter=plan.gutter,
        header=plan.header,
        layout=plan.layout,
        boxes=plan.boxes,
        cards={},
        routes={},
        chips={},
        labels={},
        rail=plan.rail,
        left=plan.left,
        width=plan.right,
        stubs={},
        room=Room(0.0, 0.0, 0.0, 0.0),
        obstacles={},
    )
