"""The labels of links on a canvas: each in a chip on its link, placed when the link is laid."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from rondo.figures.arranging.layout_values import Box
from rondo.figures.cards.card import BADGE
from rondo.figures.journeys.journey_facts import LinkFacts
from rondo.figures.journeys.journey_labels import RESERVE, chip_obstacles, chip_size
from rondo.figures.linking.chips import Wanted, corners_in, place_chip, place_chips
from rondo.figures.linking.grid import Grid
from rondo.figures.linking.route import Room
from rondo.figures.linking.route_field import Point
from rondo.figures.linking.route_gradual import Gradual
from rondo.text.shaped import Block


class Labels:
    """`places` says where chips lie."""

    def __init__(
        self, links: Mapping[str, LinkFacts], label: Callable[[LinkFacts], Block | None], room: Room
    ) -> None:
        self._links, self._label_of = links, label
        self._inside = Box(room.left, room.top, room.right - room.left, room.bottom - room.top)
        self.places: dict[str, Box] = {}
        self._grid = Grid()

    def of(self, link: str) -> Block | None:
        """What stands in the chip of a link; None where it has none."""
        facts = self._links.get(link)
        return self._label_of(facts) if facts else None

    def keep(self, before: Labels, lost: set[str]) -> None:
        """Chips stay where they lay, but for those whose link is lost or says something else."""
        self.places, self._grid = before.places, before._grid
        for link in [*self.places]:
            if link in lost or self._links.get(link) is not before._links.get(link):
                same = link not in lost and self._links.get(link) == before._links.get(link)
                if not same:
                    del self.places[link]
                    self._grid.drop(link)

    def place(self, routes: Mapping[str, tuple[Point, ...]], boxes: Iterable[Box]) -> None:
        """Every label has its place on these links, laid together around these boxes."""
        wanted = self._wanted(routes)
        self.places = dict(
            place_chips(routes, wanted, chip_obstacles(boxes), self._inside, force=True).places
        )

    def place_among(self, links: Sequence[str], ground: Gradual) -> None:
        """The labels of these links have their place, beside those that lie already."""
        for chip in self._wanted(links):
            around = _Near(chip.key, ground, self._grid)
            box = place_chip(chip, ground.routes[chip.key], around, self._inside, force=True)
            if box is not None:
                self.places[chip.key] = box
                self._grid.put(chip.key, box)

    def _wanted(self, links: Iterable[str]) -> list[Wanted]:
        return [Wanted(link, *chip_size(block)) for link in links if (block := self.of(link))]


class _Near:
    """What lies near a chip on a map of very many things."""

    def __init__(self, link: str, ground: Gradual, chips: Grid) -> None:
        self._link, self._ground, self._chips = link, ground, chips

    def is_free(self, box: Box, beside_card: float, beside_chip: float) -> bool:
        reach = beside_chip - 0.01
        if self._chips.within(box.x - reach, box.y - reach, box.right + reach, box.bottom + reach):
            return False
        reach = beside_card - 0.01
        left, top, right, bottom = box.x - reach, box.y - reach, box.right + reach, box.bottom + reach
        cards = self._ground.grid.within(left, top, right, bottom + BADGE)
        boxes = (self._ground.boxes[card] for card in cards)
        return all(bottom <= b.y and right <= b.right - RESERVE for b in boxes)

    def over(self, box: Box) -> int:
        return len(self._others(box))

    def corners(self, box: Box) -> int:
        routes = (self._ground.routes[link] for link in self._others(box))
        return corners_in(box, (corner for route in routes for corner in route[1:-1]))

    def _others(self, box: Box) -> list[str]:
        links = self._ground.lines.near(box.x - 1, box.y - 1, box.right + 1, box.bottom + 1)
        return [link for link in links if link != self._link and link in self._ground.routes]
