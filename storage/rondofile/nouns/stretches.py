"""Edits of stretches: named parts of a journey."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from rondofile.edits import Edit
from rondofile.ids import fresh_id
from rondofile.records import Stretch, StretchStep


def add(edit: Edit, journey: str, name: str, steps: Iterable[str] = ()) -> Stretch:
    """A new stretch names those steps."""
    position = edit.next_position(Stretch, "journey = ?", (journey,))
    stretch = Stretch(id=fresh_id(), journey=journey, position=position, name=name)
    edit.insert(stretch)
    set_steps(edit, stretch.id, steps)
    return edit.get(Stretch, stretch.id)


def rename(edit: Edit, key: str, name: str) -> Stretch:
    """The stretch has that name."""
    return edit.change(Stretch, key, name=name)


def set_steps(edit: Edit, key: str, steps: Iterable[str]) -> None:
    """The stretch names exactly those steps, in that order."""
    wanted = list(dict.fromkeys(steps))
    there = {member.step: member for member in edit.rows(StretchStep, "stretch = ?", (key,))}
    edit.delete(StretchStep, *(member.id for step, member in there.items() if step not in wanted))
    for position, step in enumerate(wanted):
        if step in there:
            edit.update(replace(there[step], position=position))
        else:
            edit.insert(StretchStep(id=fresh_id(), stretch=key, position=position, step=step))


def delete(edit: Edit, key: str) -> None:
    """The name is gone; the steps stay, and offers for it keep its name in their own words."""
    edit.delete(Stretch, key)
