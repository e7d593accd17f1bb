"""The labels of links on a canvas: each in a chip on its link, placed when the link is laid."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from rondo.figures.chips import Wanted, place_chips
from rondo.figures.grid import Grid
from rondo.figures.journey_draft import chip_obstacles, chip_size
from rondo.figures.journey_facts import LinkFacts
from rondo.figures.layout_values import Box
from rondo.figures.route import Room
from rondo.figures.route_field import Point
from rondo.figures.route_gradual import Gradual
from rondo.text.shaped import Block

AROUND = 80.0
"""So far around a link lies what its chip may meet."""


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
            xs, ys = zip(*ground.routes[chip.key], strict=True)
            reach = AROUND + chip.width
            part = min(xs) - reach, min(ys) - reach, max(xs) + reach, max(ys) + reach
            routes = {key: ground.routes[key] for key in ground.lines.near(*part) if key in ground.routes}
            boxes = [ground.boxes[key] for key in ground.grid.within(*part)]
            taken = [self.places[key] for key in self._grid.within(*part)]
            found = place_chips(routes, [chip], chip_obstacles(boxes), self._inside, force=True, taken=taken)
            for key, box in found.places.items():
                self.places[key] = box
                self._grid.put(key, box)

    def _wanted(self, links: Iterable[str]) -> list[Wanted]:
        return [Wanted(link, *chip_size(block)) for link in links if (block := self.of(link))]
