"""Links and their labels as groups: a broken identity in red dashes, goods and money by their own lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from math import hypot

from rondo.figures.arranging.layout import Box
from rondo.figures.journeys.journey_facts import LinkFacts
from rondo.figures.journeys.journey_labels import CHIP_PAD_X, CHIP_PAD_Y
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.journeys.journey_values import Plan
from rondo.figures.linking.link_way import Way, ways_of
from rondo.figures.linking.route_field import Point
from rondo.figures.shapes import Arrow, Ellipse, Group, Line, Rect, Shape, Stroke
from rondo.text.shaped import Block
from rondofile.enums import LinkKind

HEAD = 5.0
CORNER = 4.0
LOOSE, DOT = 4.0, 1.3
"""From so far off its link a chip is tied to it."""
_LINES: Mapping[LinkKind, tuple[str, float, tuple[float, ...]]] = {
    LinkKind.NEXT: ("ink-secondary", 0.9, ()),
    LinkKind.INFORMATION: ("accent", 0.8, (1.0, 2.0)),
    LinkKind.MONEY: ("ok", 0.9, (5.0, 1.5, 1.0, 1.5)),
    LinkKind.GOODS: ("ink-secondary", 1.6, (4.0, 1.5)),
}
_STRANGER = ("bad", 1.1, (3.0, 2.0))


def drawn_links(plan: Plan, pen: Pen, prefix: str, pen_of: Callable[[str], Pen] | None = None) -> list[Shape]:
    """A group `link-ID` for every link on the map: its arrow and its label, each by its pen."""
    names = {step.id: step for step in plan.facts.steps}
    ways = plan_ways(plan)
    groups: list[Shape] = []
    for link in plan.facts.links:
        way = ways.get(link.id)
        if way is None:
            continue
        ends = [names[key] for key in (link.source, link.target) if key in names]
        faint = all(step.dim for step in ends)
        by = pen_of(link.id) if pen_of else pen
        shapes = link_shapes(link, way, plan.labels.get(link.id), by, faint=faint)
        source, target = (names[k].title if k in names else "…" for k in (link.source, link.target))
        title = _title(link, source, target, pen)
        groups.append(Group(f"{prefix}link-{link.id}", tuple(shapes), "link", title))
    return groups


def plan_ways(plan: Plan) -> dict[str, Way]:
    """How the links of a plan run."""
    curved = plan.facts.journey.curved
    return ways_of(plan.routes, plan.chips, plan.obstacles, curved=curved)


def link_shapes(
    link: LinkFacts, way: Way, label: Block | None, pen: Pen, *, faint: bool = False
) -> list[Shape]:
    """The arrow of a link along its way, and its label in its chip."""
    stroke = stroke_of(link, pen, faint=faint)
    shapes: list[Shape] = [Arrow(way.points, stroke, CORNER, HEAD, way.bends, way.gaps)]
    if way.chip is not None and label is not None:
        shapes += [*_leader(way, stroke), *_chip(link, way.chip, label, pen)]
    return shapes


def _leader(way: Way, stroke: Stroke) -> list[Shape]:
    """A hairline with a dot from a link to its chip, where the chip found no place on it."""
    assert way.chip
    box, line = way.chip, way.line
    places = [_nearest(a, b, box) for a, b in pairwise(line)]
    (x, y), (u, v) = min(places, key=lambda pair: hypot(pair[0][0] - pair[1][0], pair[0][1] - pair[1][1]))
    if hypot(x - u, y - v) < LOOSE:
        return []
    return [
        Line(x, y, u, v, Stroke(stroke.colour, 0.5)),
        Ellipse(x, y, DOT, DOT, stroke.colour),
    ]


def _nearest(a: Point, b: Point, box: Box) -> tuple[Point, Point]:
    """A point of a segment and a point of a box that are as near to each other as can be, nearly."""
    middle = (box.cx, box.cy)
    length = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
    share = (
        ((middle[0] - a[0]) * (b[0] - a[0]) + (middle[1] - a[1]) * (b[1] - a[1])) / length if length else 0
    )
    share = min(max(share, 0.0), 1.0)
    x, y = a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
    return (x, y), (min(max(x, box.x), box.right), min(max(y, box.y), box.bottom))


def stroke_of(link: LinkFacts, pen: Pen, *, faint: bool = False) -> Stroke:
    """How a link of that kind is drawn; kinds differ by their dashes, not by colour alone."""
    role, width, dash = _STRANGER if link.stranger else _LINES[link.kind]
    return Stroke(pen.theme["ink-tertiary" if faint else role], width, dash)


def learned_arrow(way: Way, pen: Pen) -> Arrow:
    """The way from something learned to the step that uses it."""
    return Arrow(way.points, Stroke(pen.theme["repeat"], 1.0), CORNER, HEAD, way.bends, way.gaps)


def _chip(link: LinkFacts, box: Box, block: Block, pen: Pen) -> list[Shape]:
    radius = min(box.height / 2, 5.5)
    if link.stranger:
        edge, role = Stroke(pen.theme["bad"], 0.8), "bad"
    else:
        edge, role = Stroke(pen.theme["line"], 0.6), "ink-secondary"
    return [
        Rect(box.x, box.y, box.width, box.height, pen.theme["surface"], edge, radius),
        pen.text(block, box.x + CHIP_PAD_X, box.y + CHIP_PAD_Y, role),
    ]


def _title(link: LinkFacts, source: str, target: str, pen: Pen) -> str:
    title = pen.words("journey_figure.link_title", source=source, target=target)
    said = [link.text] if link.text else []
    if link.kind is not LinkKind.NEXT:
        said.insert(0, pen.framework.name(link.kind))
    if link.stranger:
        said.append(pen.words("journey_figure.stranger"))
    return pen.words("journey_figure.link_said", link=title, said=", ".join(said)) if said else title
