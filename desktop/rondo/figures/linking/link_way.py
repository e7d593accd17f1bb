"""How a link runs over the map: its corners, how they are drawn, and where its label lies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from msgspec import Struct

from rondo.figures.arranging.layout_values import Box
from rondo.figures.linking.grid import Grid
from rondo.figures.linking.route_curves import Bend, bends_of, flattened
from rondo.figures.linking.route_field import Point
from rondo.figures.linking.route_gaps import Gap, gaps_of
from rondo.figures.linking.route_lines import Lines

Route = tuple[Point, ...]


class Way(Struct, frozen=True):
    """A link ready to be drawn. With `bends` its corners are curves; in its `gaps` another passes."""

    points: Route
    chip: Box | None = None
    bends: tuple[Bend, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def line(self) -> Route:
        """What is seen of it as short straight parts."""
        return flattened(self.points, self.bends)

    def moved(self, dx: float, dy: float) -> Way:
        """The same so far off; others pass it elsewhere now."""
        points = tuple((x + dx, y + dy) for x, y in self.points)
        chip = (
            Box(self.chip.x + dx, self.chip.y + dy, self.chip.width, self.chip.height) if self.chip else None
        )
        return Way(points, chip, self.bends)


def free_way(points: Route, *, curved: bool) -> Way:
    """A link that goes around nothing."""
    return Way(points, None, bends_of(points, None, lambda *_: ()) if curved else ())


class Ways:
    """Makes ways from routes among boxes; asked again and again, for what is drawn.

    `boxes`, `lines`, `routes` and `chips` are looked at anew whenever a way is made."""

    def __init__(
        self,
        boxes: Grid,
        lines: Lines,
        routes: Mapping[str, Route],
        chips: Mapping[str, Box],
        *,
        curved: bool,
    ) -> None:
        self._grid, self._lines, self._routes, self._chips = boxes, lines, routes, chips
        self.curved = curved
        self._made: dict[str, Way] = {}

    def of(self, link: str) -> Way:
        """The way of a link that has a route."""
        found = self._made.get(link)
        if found is None:
            points, chip = self._routes[link], self._chips.get(link)
            if self.curved:
                found = Way(points, chip, bends_of(points, chip, self._near))
            else:
                found = Way(points, chip, (), gaps_of(link, self._routes, self._lines, chip))
            self._made[link] = found
        return found

    def forget(self, links: Iterable[str]) -> None:
        """These links run otherwise now, so what crosses them does, too."""
        for link in links:
            self._made.pop(link, None)
            self.forget_near(self._routes.get(link, ()))

    def forget_near(self, points: Route) -> None:
        """Something there has come or gone."""
        for (x1, y1), (x2, y2) in pairwise(points):
            for other in self._lines.near(min(x1, x2) - 1, min(y1, y2) - 1, max(x1, x2) + 1, max(y1, y2) + 1):
                self._made.pop(other, None)

    def _near(self, left: float, top: float, right: float, bottom: float) -> list[Box]:
        keys = self._grid.within(left, top, right, bottom)
        return [box for key in keys if (box := self._grid.get(key))]


def ways_of(
    routes: Mapping[str, Route], chips: Mapping[str, Box], boxes: Mapping[str, Box], *, curved: bool
) -> dict[str, Way]:
    """The ways of all these links."""
    lines = Lines()
    for link, points in routes.items():
        lines.add(link, points)
    ways = Ways(Grid(boxes.items()), lines, routes, chips, curved=curved)
    return {link: ways.of(link) for link in routes}
