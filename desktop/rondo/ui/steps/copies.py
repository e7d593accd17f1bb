"""Copies of steps within their journey."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from rondofile.edits import Edit
from rondofile.ids import fresh_id
from rondofile.nouns import steps
from rondofile.records import Link, Mark, Step, StepInformation


def duplicate(edit: Edit, keys: Sequence[str]) -> list[str]:
    """A copy of each step stands below the last one, with what stands on it and the links between."""
    chosen = sorted((edit.get(Step, key) for key in keys), key=lambda step: (step.position, step.id))
    journey = chosen[0].journey
    order = [step.id for step in edit.rows(Step, "journey = ?", (journey,))]
    twin = {step.id: fresh_id() for step in chosen}
    start = edit.next_position(Step, "journey = ?", (journey,))
    for number, step in enumerate(chosen):
        edit.insert(replace(step, id=twin[step.id], position=start + number, x=None, y=None, locked=False))
        marks = edit.rows(Mark, "step = ?", (step.id,))
        known = edit.rows(StepInformation, "step = ?", (step.id,))
        edit.insert(
            *(replace(row, id=fresh_id(), step=twin[step.id]) for row in marks),
            *(replace(row, id=fresh_id(), step=twin[step.id]) for row in known),
        )
    _copy_links(edit, journey, twin)
    at = order.index(chosen[-1].id) + 1
    steps.set_order(edit, journey, [*order[:at], *twin.values()])
    return list(twin.values())


def _copy_links(edit: Edit, journey: str, twin: dict[str, str]) -> None:
    start = edit.next_position(Link, "journey = ?", (journey,))
    between = [
        link
        for link in edit.rows(Link, "journey = ?", (journey,))
        if link.source in twin and link.target in twin
    ]
    for number, link in enumerate(between):
        source, target, at = twin[link.source], twin[link.target], start + number
        edit.insert(replace(link, id=fresh_id(), position=at, source=source, target=target))
