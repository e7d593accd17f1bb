"""How high lines are: the style's leading, and more where a script reaches further than Latin does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from rondo.text.faces import Face
from rondo.text.shaped import Style
from rondo.text.window import Broken

_AIR = 0.06
"""Room kept above and below the ink of a tall script, in units of size."""


class Stack(Struct, frozen=True):
    """Lines one below the other: their baselines and the height of all, in points from the top."""

    baselines: tuple[float, ...]
    total: float


class LineBoxes:
    """Piles lines up. The leading is shared out above and below the letters of the style's own font."""

    def __init__(self, style: Style, base: Face) -> None:
        spare = style.leading - (base.ascent + base.descent)
        self._size = style.size
        self._above, self._below = base.ascent + spare / 2, base.descent + spare / 2

    def stack(self, lines: Sequence[Broken]) -> Stack:
        """Every line gets the leading; a line with a taller font gets what that font's ink takes anywhere
        in the text, so that lines of one script stay evenly apart and never touch."""
        plain = all(face.base for line in lines for face in line.faces)
        reach = {} if plain else self._reach(lines)
        baselines, top = [], 0.0
        for line in lines:
            above, below = self._above, self._below
            for face in () if plain else line.faces:
                up, down = reach[face.key]
                above, below = max(above, up), max(below, down)
            baselines.append(top + above * self._size)
            top = baselines[-1] + below * self._size
        return Stack(tuple(baselines), top)

    def _reach(self, lines: Iterable[Broken]) -> dict[str, tuple[float, float]]:
        """How far each font goes above and below the baseline, in units of size."""
        reach: dict[str, tuple[float, float]] = {}
        for line in lines:
            for run, face in zip(line.runs, line.faces, strict=True):
                up, down = reach.get(face.key, (self._above, self._below))
                if not face.base:
                    for glyph, y in zip(run.glyphs, run.ys, strict=True):
                        ink_up, ink_down = face.ink(glyph)
                        up = max(up, ink_up - y / self._size + _AIR)
                        down = max(down, ink_down + y / self._size + _AIR)
                reach[face.key] = (up, down)
        return reach
