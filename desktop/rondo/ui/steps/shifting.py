"""One line up or one line down: which steps change places, found without touching the others."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct, field

from rondo.ui.steps.lines import group_of
from rondofile.records import Step


class Shifting(Struct, frozen=True):
    """`swaps`: steps that change places, the upper one first; `positions`: the new ones, by id."""

    swaps: list[tuple[str, str]] = field(default_factory=list)
    positions: dict[str, int] = field(default_factory=dict)


def shifted(steps: Sequence[Step], wanted: Collection[str], by: int) -> Shifting:
    """Each of the wanted steps, of one group, goes one up (-1) or down (1) among the steps of its group.

    `steps`: all of the journey, in their order."""
    groups = {group_of(step) for step in steps if step.id in wanted}
    before = [step for step in steps if group_of(step) in groups]
    order, found = list(before), Shifting()
    places = range(len(order)) if by < 0 else range(len(order) - 1, -1, -1)
    for at in places:
        to = at + by
        if order[at].id in wanted and 0 <= to < len(order) and order[to].id not in wanted:
            upper, lower = (to, at) if by < 0 else (at, to)
            found.swaps.append((order[upper].id, order[lower].id))
            order[at], order[to] = order[to], order[at]
    if len({step.position for step in before}) < len(before):
        moved = iter(order)
        steps = [next(moved) if group_of(step) in groups else step for step in steps]
        found.positions.update((s.id, at) for at, s in enumerate(steps) if s.position != at)
    else:
        places_of = zip(order, before, strict=True)
        found.positions.update((step.id, was.position) for step, was in places_of if step is not was)
    return found
