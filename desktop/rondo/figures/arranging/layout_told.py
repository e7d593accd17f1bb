"""A kept order as plain values, and back; what is not one is passed over."""

from __future__ import annotations

from rondo.figures.arranging.layout_insert import Home
from rondo.figures.arranging.layout_kept import KeptOrder

MOST = 1e9


def told(order: KeptOrder) -> dict[str, list[object]]:
    """For every step its phase, lane, sub-column, rank and height."""
    return {
        step: [*home.cell, home.column, home.rank or 0.0, round(order.shifts.get(step, 0.0), 2)]
        for step, home in order.homes.items()
    }


def retold(values: object) -> KeptOrder:
    """The order that those values tell."""
    order = KeptOrder(edited=True)
    for step, value in (values if isinstance(values, dict) else {}).items():
        match value:
            case [int() as phase, str() as lane, *numbers] if len(numbers) == 3:
                if isinstance(step, str) and all(map(_is_number, numbers)):
                    column, rank, shift = map(float, numbers)
                    order.homes[step] = Home((phase, lane), column, rank)
                    order.shifts[step] = shift
    return order


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and -MOST <= value <= MOST
