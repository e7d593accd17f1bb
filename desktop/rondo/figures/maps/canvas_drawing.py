"""The canvas as display lists: its ground, a card, a link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from rondo.figures.arranging.layout_values import Box
from rondo.figures.below.rail_drawing import drawn_rail, drawn_rail_ground
from rondo.figures.cards.card import drawn
from rondo.figures.cards.card_titled import named, titled
from rondo.figures.journeys.journey_frame import drawn_lanes, drawn_phases
from rondo.figures.journeys.journey_links import learned_arrow, link_shapes
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.journeys.journey_values import Plan
from rondo.figures.linking.link_way import Way
from rondo.figures.linking.route import Room
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.figures.shapes import Shape

if TYPE_CHECKING:
    from rondo.figures.show.showing import Showing

Level = Literal["full", "titles", "names"]
"""How much of a card is drawn: all of it, its title with what weighs most, or its title alone."""


def ground_shapes(plan: MapPlan, pen: Pen) -> list[Shape]:
    """What stands still under links and cards: columns, rows, and the rail but for its cards."""
    facts, layout = plan.facts, plan.layout
    picture = _picture(plan)
    shapes = drawn_phases(facts, plan.header, layout, plan.left, pen, "")
    shapes.append(drawn_rail_ground(picture, plan.rail, pen, ""))
    shapes += drawn_lanes(facts, plan.gutter, layout, plan.top, plan.right, pen, "")
    return shapes + drawn_rail(picture, replace(plan.rail, steps={}, cards={}), pen, "")


def card_shapes(
    plan: MapPlan, step: str, pen: Pen, showing: Showing | None = None, *, level: Level = "full"
) -> tuple[Shape, ...]:
    """The card of a step with its upper left corner at the origin, with as much as the level says."""
    place = plan.boxes[step]
    box = Box(0.0, 0.0, place.width, place.height)
    by = showing.pen_of(step) if showing else pen
    if level == "full":
        shapes: tuple[Shape, ...] = drawn(plan.card(step), box, by, "", "").shapes
    else:
        shapes = tuple((titled if level == "titles" else named)(plan.steps[step], box, by))
    return showing.around(step, box, shapes, large=level != "full") if showing else shapes


def line_shapes(plan: MapPlan, link: str, way: Way, pen: Pen, showing: Showing | None = None) -> list[Shape]:
    """A link along its way, with its label where it has a chip."""
    by = showing.pen_of_link(link) if showing else pen
    if link in plan.learned:
        return [learned_arrow(way, by)]
    return link_shapes(plan.links[link], way, plan.routes.label(link), by)


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
