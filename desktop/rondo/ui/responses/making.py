"""What an idea becomes: a step of the redesign, an offer. On the document thread, plain values only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from rondo.strategy.journeys.responses import HOW, OURS, known_items, step_fields
from rondofile.edits import Edit
from rondofile.enums import InformationUse, JourneyState, LaneRole, LinkKind, PlacementState
from rondofile.nouns import information, journeys, lanes, links, placements, steps
from rondofile.nouns.placements import Cell
from rondofile.records import Journey, Lane, Link, Placement, Response, Step, StepOrigin
from rondofile.text import TITLE


class Names(Struct, frozen=True):
    """What is called how where it has to be made: a redesign, a lane of ours."""

    redesign: str
    lane: str


def make_step(edit: Edit, key: str, names: Names) -> Step:
    """The idea is a step of the redesign, behind the twin of its step; a redesign is made where there is
    none. What must be known for it is gathered there, by name."""
    response = edit.get(Response, key)
    here = edit.get(Step, response.step)
    course = _redesign(edit, edit.get(Journey, here.journey), names.redesign)
    twin = here if course.id == here.journey else _twin(edit, here, course.id)
    fields = step_fields(response.experience, here)
    title = " ".join((response.text or response.must_know).split())[:TITLE].strip()
    lane = _lane(edit, course.id, twin, names.lane)
    made = _insert(edit, course.id, twin, title, {**fields, "lane": lane})
    for name in known_items(response.must_know):
        item = information.named(edit, name)
        information.attach(edit, made.id, item.id, HOW[response.experience], InformationUse.GATHERS)
    edit.change(Response, key, made_step=made.id)
    return made


def make_offer(edit: Edit, key: str, cell: Cell, **fields: object) -> Placement:
    """The idea is an offer in that cell of the matrix, something we could do."""
    response = edit.get(Response, key)
    offer = " ".join((response.text or response.must_know).split())
    made = placements.place(edit, offer, cell, state=PlacementState.IDEA, **fields)
    edit.change(Response, key, made_placement=made.id)
    return made


def _redesign(edit: Edit, journey: Journey, name: str) -> Journey:
    """The journey itself where it is a redesign, else its first one, else a new one."""
    if journey.state is JourneyState.TO_BE:
        return journey
    there = edit.rows(Journey, "based_on = ?", (journey.id,))
    return there[0] if there else journeys.derive(edit, journey.id, name)


def _twin(edit: Edit, step: Step, course: str) -> Step | None:
    """The step of the redesign that comes from this one, or from the nearest one before it; else the last
    of its phase."""
    twins = {
        origin.origin: origin.step
        for origin in edit.rows(StepOrigin, "step IN (SELECT id FROM step WHERE journey = ?)", (course,))
    }
    before, seen = step.id, set[str]()
    while before not in twins and before not in seen:
        seen.add(before)
        into = edit.rows(Link, "target = ? AND kind = ?", (before, LinkKind.NEXT.value))
        before = into[0].source if into else before
    if before in twins:
        return edit.get(Step, twins[before])
    same = edit.rows(Step, "journey = ? AND phase IS ?", (course, step.phase))
    return same[-1] if same else None


def _lane(edit: Edit, course: str, twin: Step | None, name: str) -> str:
    """A lane of ours: where the step before it stands, else the first there is, else a new one."""
    here = edit.find(Lane, twin.lane) if twin else None
    if here is not None and here.role in OURS:
        return here.id
    there = _first_of(edit.rows(Lane, "journey = ?", (course,)), OURS)
    return (there or lanes.add(edit, course, name, LaneRole.FIRM)).id


def _first_of(found: Iterable[Lane], roles: Iterable[LaneRole]) -> Lane | None:
    return next((lane for role in roles for lane in found if lane.role is role), None)


def _insert(edit: Edit, course: str, twin: Step | None, title: str, fields: dict[str, Any]) -> Step:
    """The step stands behind the twin, and the way that most take leads through it."""
    if twin is None:
        return steps.add(edit, course, title, **fields)
    onward = edit.rows(Link, "source = ? AND kind = ?", (twin.id, LinkKind.NEXT.value))
    if onward:
        main = max(onward, key=lambda link: link.share if link.share is not None else 0.0)
        return links.insert_step(edit, main.id, title, **fields)
    made = steps.add(edit, course, title, after=twin.id, **fields)
    links.connect(edit, twin.id, made.id)
    return made
