"""What the gestures on a journey do to the records. Every function is one edit; nothing here knows Qt.

They run on the thread of the document, so they take ids and plain values only, and read what they need
through the edit itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from rondo.ui.canvas.editing.place import Place
from rondofile.edits import Edit
from rondofile.enums import Actor, LaneRole, LinkKind, Phase
from rondofile.nouns import lanes, links, notes, steps, stretches
from rondofile.records import Journey, Lane, Link, Record, Step, Stretch
from rondofile.text import TITLE, clean_text

ACTORS = (Actor.CUSTOMER, Actor.FIRM, Actor.BOTH, None)
"""What one key goes through; None follows the lane."""


def title_of(text: str) -> str:
    """A text as a title: one line, clean, without blanks around it; empty for nothing."""
    return " ".join(clean_text(text).split())[:TITLE].strip()


def add_step(edit: Edit, journey: str, title: str, place: Place, first_lane: str) -> Step:
    """A new step stands there; a journey without lanes gets its first one, of the customer, by that name."""
    place = _with_a_lane(edit, journey, place, first_lane)
    return steps.add(edit, journey, title, **_fields(place))


def add_after(
    edit: Edit, source: str, title: str, place: Place | None = None, kind: LinkKind = LinkKind.NEXT
) -> Step:
    """A new step comes after that one, connected: in its cell, or in the place."""
    before = edit.get(Step, source)
    place = place or Place(before.phase, before.lane)
    lane = place.lane if place.lane is not None else before.lane
    step = steps.add(
        edit, before.journey, title, after=source, phase=place.phase, lane=lane, x=place.x, y=place.y
    )
    links.connect(edit, source, step.id, kind)
    return step


def capture(edit: Edit, journey: str, titles: Iterable[str]) -> list[str]:
    """The titles are steps that wait in the inbox, in that order; their ids."""
    wanted = [title for text in titles if (title := title_of(text))]
    return [step.id for step in steps.add_all(edit, journey, wanted)]


def add_chain(edit: Edit, source: str, titles: Iterable[str]) -> list[str]:
    """The titles are steps one after the other behind that step, connected, in its cell; their ids."""
    before = edit.get(Step, source)
    wanted = list(filter(None, map(title_of, titles)))
    cell = {"phase": before.phase, "lane": before.lane}
    made = [step.id for step in steps.add_all(edit, before.journey, wanted, source, **cell)]
    for one, other in pairwise([source, *made]):
        links.connect(edit, one, other, LinkKind.NEXT)
    return made


def move(edit: Edit, places: Mapping[str, Place], first_lane: str) -> None:
    """The steps stand in those places; the rail has no lanes, so a step keeps its lane there."""
    for key, place in places.items():
        step = edit.get(Step, key)
        if place.phase is Phase.REPEAT:
            place = Place(place.phase, place.lane or step.lane)
        edit.change(Step, key, **_fields(_with_a_lane(edit, step.journey, place, first_lane)))


def give_phase(edit: Edit, keys: Iterable[str], phase: Phase, first_lane: str) -> None:
    """The steps stand in that phase, in the lanes they have; locked steps stay."""
    for step in _free(edit, keys):
        if step.phase is not phase:
            move(edit, {step.id: Place(phase, step.lane)}, first_lane)


def give_lane(edit: Edit, lane_of: Mapping[str, str]) -> None:
    """The steps stand in those lanes, in the phases they have; locked steps stay."""
    for step in _free(edit, lane_of):
        edit.change(Step, step.id, lane=lane_of[step.id], x=None, y=None)


def give_actor(edit: Edit, keys: Iterable[str], actor: Actor | None) -> None:
    """That one does the work of all those steps; None: whoever the lane says."""
    steps.set_fields(edit, keys, actor=actor)


def next_actor(now: Iterable[Actor | None]) -> Actor | None:
    """Who comes after those that do the work now, in the order of the key; the first where they differ."""
    found = set(now)
    only = found.pop() if len(found) == 1 else None
    return ACTORS[(ACTORS.index(only) + 1) % len(ACTORS)] if only in ACTORS else ACTORS[0]


def lock(edit: Edit, places: Mapping[str, Place]) -> None:
    """The steps stay where they are, from now on also when the map is laid out anew."""
    for key, place in places.items():
        edit.change(Step, key, locked=True, x=place.x, y=place.y)


def unlock(edit: Edit, keys: Iterable[str]) -> None:
    """The layout may move those steps again."""
    steps.set_fields(edit, keys, locked=False)


def arrange(
    edit: Edit,
    journey: str,
    pinned: Mapping[str, Place] | None = None,
    slips: Mapping[str, tuple[int, int]] | None = None,
) -> None:
    """The layout finds a place for every step that is not locked.

    `pinned`: where locked steps stand that have no place of their own; they stay there. `slips`: where
    notes lie from now on."""
    free = edit.rows(Step, "journey = ? AND NOT locked AND (x IS NOT NULL OR y IS NOT NULL)", (journey,))
    for step in free:
        edit.change(Step, step.id, x=None, y=None)
    for key, place in (pinned or {}).items():
        edit.change(Step, key, x=place.x, y=place.y)
    notes.move(edit, slips or {})
    edit.change(Journey, journey, arranged=edit.get(Journey, journey).arranged + 1)


def name_part(edit: Edit, journey: str, name: str, keys: Sequence[str]) -> Stretch:
    """Those steps, in the order of the journey, are a part of it with that name."""
    order = [step.id for step in edit.rows(Step, "journey = ?", (journey,)) if step.id in set(keys)]
    return stretches.add(edit, journey, name, order)


def delete(edit: Edit, kind: type[Record], keys: Sequence[str]) -> None:
    """Those steps are gone with their links; those links are gone; lanes leave their steps in the inbox."""
    if kind is Lane:
        for key in keys:
            lanes.delete(edit, key)
    elif kind is Link:
        links.delete(edit, *keys)
    elif kind is Step:
        steps.delete(edit, *keys)


def _fields(place: Place) -> dict[str, Any]:
    return {"phase": place.phase, "lane": place.lane, "x": place.x, "y": place.y}


def _with_a_lane(edit: Edit, journey: str, place: Place, first_lane: str) -> Place:
    """The place, in the one lane that there is; where there is none at all, in a first one that is made."""
    if place.phase is None or place.lane is not None:
        return place
    there = edit.rows(Lane, "journey = ?", (journey,))
    if len(there) > 1:
        return place
    lane = there[0] if there else lanes.add(edit, journey, first_lane, LaneRole.CUSTOMER)
    return Place(place.phase, lane.id, place.x, place.y)


def _free(edit: Edit, keys: Iterable[str]) -> list[Step]:
    found = [edit.get(Step, key) for key in keys]
    return [step for step in found if not step.locked]
