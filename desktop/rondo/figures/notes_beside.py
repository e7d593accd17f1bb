"""Where notes go that would lie on cards: under the card of their step, or to the nearest free ground."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from rondo.figures.arranging.layout_values import Box
from rondo.figures.notes import BESIDE, NotePlan

INSET, UNDER = 8, 10
"""Where a note begins that hangs under its card."""
RING, RINGS = 16, 40
"""How far from each other free places are sought, and how often."""

Place = tuple[int, int]


def hung_under(plans: Mapping[str, NotePlan], cards: Iterable[Box]) -> dict[str, Place]:
    """New places under their cards for notes of steps that lie on a card."""
    boxes, found = list(cards), dict[str, Place]()
    under: dict[str, float] = {}
    for key, plan in plans.items():
        step = plan.note.step
        if plan.step is None or step is None or not _covers(plan.box, boxes):
            continue
        y = under.get(step, plan.step.height + UNDER)
        found[key] = INSET, round(y)
        under[step] = round(y) + plan.box.height + BESIDE
    return found


def set_free(plans: Mapping[str, NotePlan], cards: Iterable[Box]) -> dict[str, Place]:
    """New places on free ground for notes of no step that lie on a card."""
    boxes = list(cards)
    lying = {key for key, plan in plans.items() if plan.step is None and _covers(plan.box, boxes)}
    taken = [*boxes, *(plan.box for key, plan in plans.items() if key not in lying)]
    found: dict[str, Place] = {}
    for key in (key for key in plans if key in lying):
        note, plan = plans[key].note, plans[key]
        box = _nearest(plan.box, lambda at: not _covers(at, taken))
        found[key] = note.x + round(box.x - plan.box.x), note.y + round(box.y - plan.box.y)
        taken.append(box)
    return found


def _nearest(box: Box, is_free: Callable[[Box], bool]) -> Box:
    """The nearest free place in rings around a box; where it is, if none is free."""
    for ring in range(1, RINGS + 1):
        steps = range(-ring, ring + 1)
        around = [(x, y) for x in steps for y in steps if max(abs(x), abs(y)) == ring]
        for x, y in sorted(around, key=lambda at: (at[0] ** 2 + at[1] ** 2, -at[1], at[0])):
            at = replace(box, x=box.x + x * RING, y=box.y + y * RING)
            if is_free(at):
                return at
    return box


def _covers(box: Box, others: Iterable[Box]) -> bool:
    return any(
        box.x < one.right and one.x < box.right and box.y < one.bottom and one.y < box.bottom
        for one in others
    )
