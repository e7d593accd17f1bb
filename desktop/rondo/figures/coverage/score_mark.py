"""A score as a sign: a bar from the middle to the left or the right, a disc for ease, a diamond for help.

Side, length and number say the score, the form of the knob says which score it is, a hollow knob that it is
the segment's; colour only adds to it.
"""

from __future__ import annotations

from msgspec import Struct

from rondo.figures.shapes import Ellipse, Line, Path, Rect, Shape, Stroke
from rondo.figures.theme import Theme
from rondo.strategy.people.answers import Answer, Score

WORST, BEST = -2, 2
BROKEN = (1.6, 1.6)


class Track(Struct, frozen=True):
    """The line of five places from -2 to +2: its ends and its height, and how large a unit is."""

    left: float
    right: float
    y: float
    unit: float

    def x(self, score: int) -> float:
        """Where a score stands."""
        return self.left + (self.right - self.left) * (score - WORST) / (BEST - WORST)

    def score_at(self, x: float) -> int:
        """The score whose place is nearest."""
        share = (x - self.left) / ((self.right - self.left) or 1.0)
        return min(max(round(WORST + share * (BEST - WORST)), WORST), BEST)


def score_mark(which: Score, answer: Answer, track: Track, theme: Theme) -> tuple[Shape, ...]:
    """The line with its five places, and on it the score; broken where nobody has said."""
    unit, known = track.unit, answer.value is not None
    rail = Stroke(theme["ink-tertiary"], 0.5 * unit, () if known else BROKEN)
    shapes: list[Shape] = [Line(track.left, track.y, track.right, track.y, rail)]
    for score in range(WORST, BEST + 1):
        high = (2.4 if score == 0 else 1.3) * unit
        tick = Stroke(theme["ink-tertiary"], 0.5 * unit)
        shapes.append(Line(track.x(score), track.y - high, track.x(score), track.y + high, tick))
    if not known:
        return tuple(shapes)
    role = "ok" if answer.value > 0 else "bad" if answer.value < 0 else "ink-secondary"
    middle, end = sorted((track.x(0), track.x(answer.value)))
    if end > middle:
        shapes.append(Rect(middle, track.y - 0.9 * unit, end - middle, 1.8 * unit, theme[role]))
    return (*shapes, *knob(which, track.x(answer.value), track.y, 2.6 * unit, theme, role, answer.inherited))


def knob(
    which: Score, x: float, y: float, half: float, theme: Theme, role: str, hollow: bool = False
) -> tuple[Shape, ...]:
    """The disc of ease or the diamond of help, around a point."""
    fill, stroke = theme["surface" if hollow else role], Stroke(theme[role], half * 0.42)
    if which == "comfort":
        return (Ellipse(x, y, half, half, fill, stroke),)
    far = half * 1.18
    corners = (("M", x, y - far), ("L", x + far, y), ("L", x, y + far), ("L", x - far, y), ("Z",))
    return (Path(corners, fill, stroke),)
