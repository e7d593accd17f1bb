"""A map as it is drawn: where its cards, links, chips, lanes, phases and its rail stand."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from rondo.figures.arranging.layout import Layout
from rondo.figures.arranging.layout_values import Box
from rondo.figures.below.rail import RailPlan
from rondo.figures.cards.card import Card
from rondo.figures.journeys.journey_facts import Facts
from rondo.figures.journeys.journey_frame import Gutter, Header
from rondo.figures.linking.chips import Lack
from rondo.figures.linking.route import Room
from rondo.figures.linking.route_field import Point
from rondo.text.shaped import Block


class Plan(Struct, frozen=True):
    """A map ready to be drawn; places in points from the upper left corner of the figure."""

    facts: Facts
    gutter: Gutter
    header: Header
    layout: Layout
    boxes: Mapping[str, Box]
    cards: Mapping[str, Card]
    routes: Mapping[str, tuple[Point, ...]]
    chips: Mapping[str, Box]
    labels: Mapping[str, Block]
    rail: RailPlan | None
    left: float
    width: float
    stubs: Mapping[str, tuple[Box, Block]]
    room: Room
    obstacles: Mapping[str, Box]
    lacks: tuple[Lack, ...] = ()

    @property
    def bottom(self) -> float:
        """Where the map, with its rail, ends."""
        return self.rail.bottom if self.rail else self.header.height + self.layout.height
