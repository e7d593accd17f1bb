"""Draws a small sign in a square: places are parts of its side, so one drawing serves every size."""

from __future__ import annotations

from msgspec import Struct

from rondo.figures.shapes import Ellipse, Path, Rect, Stroke

Spot = tuple[float, ...]
"""(u, v), or (u1, v1, u2, v2, u, v) for a curve to u, v."""


class MarkPen(Struct, frozen=True):
    """The square of `size` points whose upper left corner is at x, y, and the colour of the ink."""

    x: float
    y: float
    size: float
    colour: str

    @property
    def ink(self) -> Stroke:
        return Stroke(self.colour, max(0.6, self.size * 0.105))

    def line(self, *spots: Spot, dash: tuple[float, ...] = ()) -> Path:
        """One stroke along these spots."""
        return Path(self._commands(spots), None, Stroke(self.colour, self.ink.width, dash))

    def filled(self, *spots: Spot) -> Path:
        """The area that these spots go around."""
        return Path((*self._commands(spots), ("Z",)), self.colour)

    def ring(self, u: float, v: float, radius: float, dash: tuple[float, ...] = ()) -> Ellipse:
        r = radius * self.size
        ink = Stroke(self.colour, self.ink.width, dash)
        return Ellipse(self.x + u * self.size, self.y + v * self.size, r, r, None, ink)

    def dot(self, u: float, v: float, radius: float) -> Ellipse:
        r = radius * self.size
        return Ellipse(self.x + u * self.size, self.y + v * self.size, r, r, self.colour)

    def frame(self, u: float, v: float, width: float, height: float, radius: float = 0.1) -> Rect:
        """An empty rectangle."""
        s = self.size
        return Rect(self.x + u * s, self.y + v * s, width * s, height * s, None, self.ink, radius * s)

    def _commands(self, spots: tuple[Spot, ...]) -> tuple[tuple[str | float, ...], ...]:
        return tuple(
            ("C" if len(spot) == 6 else "L" if number else "M", *self._points(spot))
            for number, spot in enumerate(spots)
        )

    def _points(self, spot: Spot) -> tuple[float, ...]:
        return tuple((self.y if i % 2 else self.x) + part * self.size for i, part in enumerate(spot))
