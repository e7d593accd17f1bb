"""Where everything on a map stands: cards, links, their chips, lanes, phases and the rail below."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from rondo.figures.arranging.layout import Box, Spacing
from rondo.figures.below.rail import RailPlan, has_rail, plan_rail
from rondo.figures.journeys.journey_demand import TIGHT_TRACK, more_room
from rondo.figures.journeys.journey_facts import Facts
from rondo.figures.journeys.journey_fit import Fit, Fitting
from rondo.figures.journeys.journey_frame import Gutter, header_of
from rondo.figures.journeys.journey_labels import RESERVE, TRACK, chip_obstacles, chip_size, link_label
from rondo.figures.journeys.journey_options import JourneyOptions
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.journeys.journey_stubs import STUB_MARGIN, placed_stubs
from rondo.figures.journeys.journey_values import Plan
from rondo.figures.linking.chips import Chips, Lack, Wanted, place_chips
from rondo.figures.linking.route import Room, Wire, route
from rondo.figures.linking.route_field import Point
from rondo.text.shaped import Block

REST_WIDTH = 493.0


class Drafts(Struct, frozen=True):
    """Plans of one map under different spacings."""

    facts: Facts
    pen: Pen
    options: JourneyOptions
    gutter: Gutter
    fitting: Fitting

    def draft(self, fit: Fit, spacing: Spacing) -> Plan:
        """The whole map under a fit and a spacing."""
        layout = self.fitting.laid(fit, spacing)
        header = header_of(self.facts, layout, self.pen)
        margin = STUB_MARGIN if self.facts.stubs else 0.0
        left, top = self.gutter.width + margin, header.height
        boxes = {key: Box(b.x + left, b.y + top, b.width, b.height) for key, b in layout.boxes.items()}
        right = left + layout.width if self.facts.phases else self.options.width or REST_WIDTH
        bottom = top + layout.height
        rail = self._rail(boxes, left, right, bottom)
        stubs = placed_stubs(self.facts.stubs, boxes, left, right, (top, bottom), self.pen)
        margins = {key: box for key, (box, _) in stubs.items()}
        everything = {**boxes, **(rail.obstacles if rail else {}), **margins}
        bottom = rail.bottom if rail else bottom
        apart = TIGHT_TRACK if self.facts.signs else TRACK
        room = Room(
            left + 2 - margin, top + 2, right - 0.5 + margin, bottom - 1, RESERVE, apart, top + layout.height
        )
        routes = route(everything, self._wires(rail), room)
        labels = self._labels()
        chips = _chips(routes, labels, everything, room, force=False)
        return Plan(
            facts=self.facts,
            gutter=self.gutter,
            header=header,
            layout=layout,
            boxes={**boxes, **(rail.steps if rail else {})},
            cards=rail.cards if rail else {},
            routes=routes,
            chips=chips.places,
            labels=labels,
            rail=rail,
            left=left,
            width=right + margin,
            stubs=stubs,
            room=room,
            obstacles=everything,
            lacks=chips.lacks,
        )

    def _rail(self, boxes: Mapping[str, Box], left: float, right: float, bottom: float) -> RailPlan | None:
        asked = self.options.rail and not self.options.compact
        if not asked or not has_rail(self.facts):
            return None
        return plan_rail(self.facts, boxes, self.gutter.width, left, right, bottom, self.pen)

    def rail_height(self, width: float | None) -> float:
        """About how high the rail will be under a map of that width."""
        left = self.gutter.width
        right = left + (width or REST_WIDTH)
        anywhere = {step.id: Box(left, 0.0, right - left, 0.0) for step in self.facts.on_map}
        rail = self._rail(anywhere, left, right, 0.0)
        return rail.bottom if rail else 0.0

    def room(self, plan: Plan, spacing: Spacing) -> Spacing | None:
        """More room where this plan is crowded; None where it is not."""
        left, top = plan.left, plan.header.height
        routes = [tuple((x - left, y - top) for x, y in points) for points in plan.routes.values()]
        lacks = [
            (
                Lack(lack.key, lack.x - left, lack.y - top, lack.level, lack.reach),
                *chip_size(plan.labels[lack.key]),
            )
            for lack in plan.lacks
        ]
        return more_room(plan.layout, plan.layout.boxes, routes, lacks, spacing, tight=self.facts.signs)

    def _wires(self, rail: RailPlan | None) -> list[Wire]:
        wires = [Wire(link.id, link.source, link.target) for link in self.facts.links]
        learned = rail.capsules if rail else ()
        return wires + [Wire(c.link.id, c.key, c.link.target) for c in learned if c.link.lands]

    def _labels(self) -> dict[str, Block]:
        return {link.id: block for link in self.facts.links if (block := link_label(link, self.pen))}


def finished(plan: Plan) -> Plan:
    """The plan with a place for every label, if need be beside its link."""
    chips = _chips(plan.routes, plan.labels, plan.obstacles, plan.room, force=True)
    return replace(plan, chips=chips.places, lacks=())


def _chips(
    routes: Mapping[str, tuple[Point, ...]],
    labels: Mapping[str, Block],
    boxes: Mapping[str, Box],
    room: Room,
    *,
    force: bool,
) -> Chips:
    wanted = [Wanted(key, *chip_size(block)) for key, block in labels.items()]
    obstacles = chip_obstacles(boxes.values())
    inside = Box(room.left, room.top, room.right - room.left, room.bottom - room.top)
    return place_chips(routes, wanted, obstacles, inside, force=force)
