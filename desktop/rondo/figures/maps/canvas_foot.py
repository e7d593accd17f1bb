"""The foot of a map: what stands below it, once that is drawn, and how much room it takes until then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from rondo.figures.arranging.layout_values import Box
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.figures.shapes import Shape

if TYPE_CHECKING:
    from rondo.figures.below.curve_plan import CurvePlan
    from rondo.figures.below.rhythm_ruler import Tick

APART = 12.0
WIDE, NARROW = 760.0, 420.0
"""How wide rulers and legend are at most and at least: a ruler as long as a long map says nothing."""
USUAL = 150.0
"""About how high the foot of most maps is."""


class Below(Struct, frozen=True):
    """What stands below the map, where it ends, and where "curve" and "rhythm" are folded and unfolded.

    `curve` is drawn apart, as much of it as is in view; `shapes` hold all the rest."""

    shapes: tuple[Shape, ...]
    bottom: float
    folds: Mapping[str, Box] = field(default_factory=dict)
    curve: CurvePlan | None = None
    right: float = 0.0
    ticks: tuple[Tick, ...] = ()

    def tick_at(self, x: float, y: float) -> Tick | None:
        """The contact whose tick is there."""
        for tick in self.ticks:
            if tick.box.y <= y <= tick.box.bottom and tick.box.x <= x < tick.box.right:
                return tick
        return None


def foot_right(plan: MapPlan) -> float:
    """Where rulers and legend end."""
    return plan.left + min(max(plan.layout.width, NARROW), WIDE)
