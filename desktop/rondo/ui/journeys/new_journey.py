"""New journeys: empty with two lanes to begin in, or redesigned from one that is there."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from rondo.ui.desk import Desk
from rondofile.edits import Edit
from rondofile.enums import JourneyState, LaneRole
from rondofile.kinds import EditKind
from rondofile.nouns import journeys, lanes
from rondofile.records import Journey, Segment

FIRST_LANES = (LaneRole.CUSTOMER, LaneRole.FIRM)
"""Where nearly every journey takes place: with the customer and with us."""


class NewLane(Struct, frozen=True):
    """A lane that is to be made."""

    name: str
    role: LaneRole


def add_journey(edit: Edit, name: str, first_lanes: Sequence[NewLane], segment: str | None = None) -> Journey:
    """A journey of that name stands last, with these lanes and no steps."""
    journey = journeys.add(edit, name, segment=segment)
    for lane in first_lanes:
        lanes.add(edit, journey.id, lane.name, lane.role)
    return journey


def lane_name(desk: Desk, role: LaneRole) -> str:
    """What a new lane of that role is called, as a heading."""
    name = desk.framework.name(role)
    return name[:1].upper() + name[1:]


def first_lanes(desk: Desk) -> tuple[NewLane, ...]:
    """The lanes that a new journey begins with."""
    return tuple(NewLane(lane_name(desk, role), role) for role in FIRST_LANES)


def begin_journey(desk: Desk, segment: str | None = None) -> None:
    """A new journey is there and looked at; of that customer segment where one is named."""
    name, new = _free_name(desk, _plain_name(desk, segment)), first_lanes(desk)
    desk.session.edit(
        EditKind.ADD_JOURNEY,
        lambda edit: add_journey(edit, name, new, segment),
        then=lambda j: _look(desk, j),
    )


def redesign_name(desk: Desk, journey: str, of: str = "") -> str:
    """What a new redesign of that journey is called: as today, whose state tells them apart.

    `of`: what it is about, where there are several."""
    project = desk.session.project
    today = project.get(Journey, journey)
    if of:
        return _free_name(desk, desk.words("experiences.redesign_name", name=today.name, what=of))
    return _free_name(desk, today.name) if project.redesigns_of(journey) else today.name


def begin_redesign(desk: Desk, journey: str) -> None:
    """A redesign of that journey, still as today in everything, is there and looked at."""
    name = redesign_name(desk, journey)
    desk.session.edit(
        EditKind.DERIVE_JOURNEY,
        lambda edit: journeys.derive(edit, journey, name),
        then=lambda j: _look_at_redesign(desk, j),
    )


def can_redesign(desk: Desk, journey: str | None) -> bool:
    """Whether a redesign can begin from it: it is a journey of today."""
    found = desk.session.project.find(Journey, journey)
    return found is not None and found.state is JourneyState.AS_IS


def _look_at_redesign(desk: Desk, journey: Journey) -> None:
    """The redesign is looked at, and it is said that it was made just now: today stays as it is."""
    _look(desk, journey)
    undo = desk.words("action.edit.undo"), desk.session.undo
    said = desk.words.count("canvas_tools.redesign_begun", len(desk.session.project.steps_of(journey.id)))
    desk.notices.say(said, "good", undo, key="journey.redesign", lasts=False)


def _look(desk: Desk, journey: Journey) -> None:
    desk.selection.clear()
    desk.selection.look_at(journey.id)


def _plain_name(desk: Desk, segment: str | None) -> str:
    of = desk.session.project.find(Segment, segment)
    return of.name if of and of.name else desk.words("canvas_tools.journey_name")


def _free_name(desk: Desk, name: str) -> str:
    """The name, with a number behind it where a journey has it already."""
    taken = {journey.name for journey in desk.session.project.all(Journey)}
    number, found = 2, name
    while found in taken:
        found, number = f"{name} {number}", number + 1
    return found
