"""Copies of steps: an excerpt of a project that can be pasted into any journey of any project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from rondofile.edits import Edit
from rondofile.enums import LaneRole
from rondofile.ids import fresh_id
from rondofile.nouns import information, lanes, steps
from rondofile.project import Project
from rondofile.records import Item, Journey, Lane, Link, Mark, Note, Record, Step, StepInformation

ASIDE = 12
"""Points between a note that stands alone and its copy."""


def excerpt(project: Project, keys: Iterable[str]) -> Project:
    """Those steps of one journey with what stands on them, their lanes and the links between them."""
    wanted = set(keys)
    first = next((step for key in wanted if (step := project.find(Step, key))), None)
    if first is None:
        return Project({})
    journey = project.get(Journey, first.journey)
    chosen = [step for step in project.steps_of(journey.id) if step.id in wanted]
    known = [row for step in chosen for row in project.information_of(step.id)]
    records: list[Record] = [
        Journey(id=journey.id, name=journey.name),
        *(project.get(Item, key) for key in dict.fromkeys(row.item for row in known)),
        *(replace(lane, player=None) for lane in project.lanes_of(journey.id)),
        *chosen,
        *known,
        *(mark for step in chosen for mark in project.marks_of(step.id)),
        *(note for note in project.notes_of(journey.id) if note.step in wanted),
        *(x for x in project.links_of(journey.id) if x.source in wanted and x.target in wanted),
    ]
    return Project.of(records)


def paste(edit: Edit, copied: Project, journey: str, after: str | None = None) -> list[str]:
    """Copies stand in the journey, placed by the layout; after that step in its order, or last; their ids.

    A lane is the one that has its name; the customer's is the customer's here; any other is made anew.
    Information goes by its name."""
    lane_of = _lanes(edit, copied, journey)
    item_of = _items(edit, copied)
    twin = {step.id: fresh_id() for step in copied.all(Step)}
    start = edit.next_position(Step, "journey = ?", (journey,))
    there = [step.id for step in edit.rows(Step, "journey = ?", (journey,))]
    edit.insert(
        *(_step(s, twin, lane_of, journey, start + n) for n, s in enumerate(copied.all(Step))),
        *(replace(mark, id=fresh_id(), step=twin[mark.step]) for mark in copied.all(Mark)),
        *_notes(edit, copied, journey, twin),
    )
    for row in copied.all(StepInformation):
        information.attach(edit, twin[row.step], item_of[row.item], row.how, row.use)
    _insert_links(edit, copied, journey, twin)
    if after in there:
        place = there.index(after) + 1
        steps.set_order(edit, journey, [*there[:place], *twin.values()])
    return list(twin.values())


def _notes(edit: Edit, copied: Project, journey: str, twin: Mapping[str, str]) -> list[Note]:
    """The notes that follow the steps follow their copies; those that stand alone lie a little aside."""
    start = edit.next_position(Note, "journey = ?", (journey,))
    found: list[Note] = []
    for at, note in enumerate(copied.all(Note), start):
        by = 0 if note.step else ASIDE
        twin_note = replace(note, id=fresh_id(), journey=journey, position=at, x=note.x + by, y=note.y + by)
        found.append(replace(twin_note, step=twin.get(note.step or "")))
    return found


def _step(step: Step, twin: Mapping[str, str], lane_of: Mapping[str, str], journey: str, at: int) -> Step:
    lane = lane_of[step.lane] if step.lane else None
    return replace(
        step, id=twin[step.id], journey=journey, position=at, lane=lane, x=None, y=None, locked=False
    )


def _insert_links(edit: Edit, copied: Project, journey: str, twin: Mapping[str, str]) -> None:
    start = edit.next_position(Link, "journey = ?", (journey,))
    for number, link in enumerate(copied.all(Link)):
        source, target, at = twin[link.source], twin[link.target], start + number
        edit.insert(replace(link, id=fresh_id(), journey=journey, position=at, source=source, target=target))


def _lanes(edit: Edit, copied: Project, journey: str) -> dict[str, str]:
    used = {step.lane for step in copied.all(Step)}
    there = list(edit.rows(Lane, "journey = ?", (journey,)))
    found: dict[str, str] = {}
    for lane in copied.all(Lane):
        if lane.id not in used:
            continue
        same = _same_lane(lane, there)
        if same is None:
            same = lanes.add(edit, journey, lane.name, lane.role, seen_by_customer=lane.seen_by_customer)
            there.append(same)
        found[lane.id] = same.id
    return found


def _same_lane(lane: Lane, there: list[Lane]) -> Lane | None:
    """The lane that it is here: the same, or of its name, or like it the customer's own."""
    tests = (
        lambda other: other.id == lane.id and other.name == lane.name,
        lambda other: (other.name, other.role) == (lane.name, lane.role),
        lambda other: other.name.casefold() == lane.name.casefold(),
        lambda other: lane.role is other.role is LaneRole.CUSTOMER,
    )
    return next((other for test in tests for other in there if test(other)), None)


def _items(edit: Edit, copied: Project) -> dict[str, str]:
    there = {item.name.casefold(): item.id for item in edit.rows(Item)}
    found: dict[str, str] = {}
    for item in copied.all(Item):
        name = item.name.casefold()
        if name not in there:
            there[name] = information.add(edit, item.name, item.about).id
        found[item.id] = there[name]
    return found
