"""What the picture of the matrix depends on beside the plan."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from rondo.strategy.matrix.heat import Heat, Warmth
from rondo.ui.matrix.painting.times import Strengths
from rondo.ui.selection import Cell


class Scene(Struct):
    """What the picture depends on beside the plan: what is chosen, cut, flashed, dragged over."""

    cell: Cell | None = None
    offers: frozenset[str] = frozenset()
    cut: frozenset[str] = frozenset()
    current: Cell | None = None
    lit: Mapping[Cell, bool] = field(default_factory=dict)
    over: Cell | None = None
    hover: Cell | None = None
    flash: Mapping[str, float] = field(default_factory=dict)
    hidden_in: Mapping[Cell, int] = field(default_factory=dict)
    strengths: Strengths = field(default_factory=dict)
    heat: Heat | None = None
    warmth: Mapping[Cell, Warmth] = field(default_factory=dict)
    ideas: Mapping[Cell, str] = field(default_factory=dict)
    """What we wrote on cells; it stands in those that are empty."""
