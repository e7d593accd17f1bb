"""One scale of time for several rulers, from minutes to years: true where that can be read, else with short
times drawn wider and breaks where long ones are drawn shorter."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from rondo.strategy.journeys.rhythm import Rhythm

STEP = 5.6
"""The least distance between two contacts, in points."""
CROWD = 0.6
"""The part of a ruler that least distances may take together."""
POWER = 0.5
"""A gap a hundred times as long is drawn ten times as wide, where the scale is not true."""
SHORTENED, BREAKABLE = 0.95, 30.0
"""A gap drawn at most that part of its true width, and at least so wide, has a break mark."""


class Scale(Struct, frozen=True):
    """Minutes to points. `minutes` None: no times are known, contacts stand at even distances.

    `knots` are moments and their places; several contacts at one moment stand `step` apart."""

    left: float
    right: float
    minutes: float | None
    knots: tuple[tuple[float, float], ...] = ()
    breaks: tuple[float, ...] = ()
    step: float = STEP
    true: bool = True

    def at(self, minutes: float) -> float:
        """The place of a moment, the first where several contacts share it."""
        if not self.minutes or not self.knots:
            return self.left
        after = bisect_right(self.knots, (minutes, float("inf")))
        if after == 0:
            return self.left
        (t1, x1) = self.knots[after - 1]
        if after == len(self.knots):
            return x1
        (t2, x2) = self.knots[after]
        return x1 + (x2 - x1) * (minutes - t1) / (t2 - t1)


def scale_of(rhythms: Sequence[Rhythm], left: float, right: float) -> Scale:
    """One scale that holds the longest of the rhythms, up to the next episode where that is known."""
    longest = max((max(r.cycle_minutes or 0.0, r.span_minutes) for r in rhythms), default=0.0)
    if not longest:
        return Scale(left, right, None)
    crowd = _crowd(rhythms)
    times = sorted({0.0, longest, *crowd})
    gaps = [b - a for a, b in pairwise(times)]
    width = right - left
    true = [width * gap / longest for gap in gaps]
    waiting = [crowd.get(time, 1) - 1 for time in times]
    if not any(waiting) and all(wide >= STEP for wide in true):
        return Scale(left, right, longest, _knots(times, true, waiting, 0.0, left))
    step = min(STEP, width * CROWD / (len(gaps) + sum(waiting)))
    rest = width - step * (len(gaps) + sum(waiting))
    whole = sum(gap**POWER for gap in gaps)
    drawn = [step + rest * gap**POWER / whole for gap in gaps]
    knots = _knots(times, drawn, waiting, step, left)
    return Scale(left, right, longest, knots, tuple(_breaks(knots, drawn, true, waiting, step)), step, False)


def _crowd(rhythms: Iterable[Rhythm]) -> dict[float, int]:
    """For every moment of a contact, how many contacts of one ruler have it."""
    most: dict[float, int] = {}
    for one in rhythms:
        for time, count in Counter(contact.at_minutes for contact in one.contacts).items():
            most[time] = max(most.get(time, 0), count)
    return most


def _knots(
    times: Sequence[float], widths: Sequence[float], waiting: Sequence[int], step: float, left: float
) -> tuple[tuple[float, float], ...]:
    x = left
    knots = [(times[0], x)]
    for number, width in enumerate(widths):
        x += width + step * waiting[number]
        knots.append((times[number + 1], x))
    return tuple(knots)


def _breaks(
    knots: Sequence[tuple[float, float]],
    drawn: Sequence[float],
    true: Sequence[float],
    waiting: Sequence[int],
    step: float,
) -> Iterable[float]:
    """Where time is drawn much shorter than it is."""
    for number, (shown, real) in enumerate(zip(drawn, true, strict=True)):
        if shown >= BREAKABLE and shown < real * SHORTENED:
            start = knots[number][1] + step * waiting[number]
            yield start + shown * 0.2
