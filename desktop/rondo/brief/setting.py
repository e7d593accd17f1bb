"""How a brief is set: paper, margins, type sizes and colours, in one place."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from rondo.brief.blocks import Role
from rondo.figures.theme import Theme
from rondo.text.shaped import Style, TextEngine

MM = 72 / 25.4
PAPERS = {"a4": (210 * MM, 297 * MM), "letter": (612.0, 792.0), "a3": (297 * MM, 420 * MM)}
"""Width and height in points, upright."""
SIDE, TOP, BOTTOM, HEAD = 20 * MM, 27 * MM, 18 * MM, 15 * MM
"""Margins; HEAD is where the running head stands, from the upper edge."""

_ROLES: dict[Role, tuple[Style, str, float, float]] = {
    "cover-title": (Style(34, "serif", 600, leading=1.18), "ink", 0, 14),
    "title": (Style(20, "serif", 600, leading=1.2), "ink", 0, 6),
    "lead": (Style(13, leading=1.38), "ink-secondary", 0, 10),
    "heading": (Style(13, "serif", 600, leading=1.25), "ink", 10, 4),
    "body": (Style(10.5, leading=1.45), "ink", 0, 5),
    "strong": (Style(10.5, weight=600, leading=1.45), "ink", 0, 5),
    "label": (Style(9, weight=600, leading=1.35), "ink-secondary", 6, 4),
    "small": (Style(9, leading=1.4), "ink-secondary", 0, 3),
    "note": (Style(9, leading=1.4), "ink-secondary", 0, 0),
    "caption": (Style(9, leading=1.4), "ink-secondary", 5, 10),
}
"""Style, colour role, white before and after, in points."""


class Setting(Struct, frozen=True, dict=True):
    """One brief's page and type. `scale` shrinks type and white together, for what must fit a page."""

    engine: TextEngine
    theme: Theme
    page: tuple[float, float]
    scale: float = 1.0

    @property
    def width(self) -> float:
        """The width of the text, in points."""
        return self.page[0] - 2 * SIDE

    @property
    def height(self) -> float:
        """The height of the text, in points."""
        return self.page[1] - TOP - BOTTOM

    def style(self, role: Role) -> Style:
        style = _ROLES[role][0]
        return replace(style, size=round(style.size * self.scale, 2))

    def colour(self, role: Role) -> str:
        return self.theme[_ROLES[role][1]]

    def white(self, role: Role) -> tuple[float, float]:
        """White before and after a paragraph of this role."""
        _, _, before, after = _ROLES[role]
        return before * self.scale, after * self.scale

    def scaled(self, scale: float) -> Setting:
        return replace(self, scale=scale)

    def turned(self) -> Setting:
        """The same paper on its side."""
        return replace(self, page=(self.page[1], self.page[0]))
