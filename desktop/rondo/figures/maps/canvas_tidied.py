"""Where the notes of a map lie once it is arranged, so that none lies on a card."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from rondo.figures.arranging.layout_values import Box
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.maps.canvas_planner import Planner
from rondo.figures.notes import NotePlan, plan_notes
from rondo.figures.notes_beside import Place, hung_under, set_free
from rondofile.project import Project
from rondofile.records import NOUN_OF, Note, Record, Step


def places_of_notes(project: Project, journey: str, pen: Pen, steps: Mapping[str, Step]) -> dict[str, Place]:
    """The notes that must move when those steps stand so, and where they go.

    Those of steps go under their cards, where room is made for them; others to the nearest free ground."""
    project = _with(project, steps)
    plans, cards = _laid(project, journey, pen)
    found = hung_under(plans, cards)
    if found:
        project = _with(project, {key: _moved(project.get(Note, key), at) for key, at in found.items()})
        plans, cards = _laid(project, journey, pen)
    return found | set_free(plans, cards)


def _laid(project: Project, journey: str, pen: Pen) -> tuple[dict[str, NotePlan], list[Box]]:
    plan = Planner(pen).plan(project, journey)
    notes = plan_notes(project.notes_of(journey), plan.boxes.get, plan.left, plan.top, pen)
    return notes, list(plan.boxes.values())


def _moved(note: Note, at: Place) -> Note:
    return replace(note, x=at[0], y=at[1])


def _with(project: Project, records: Mapping[str, Step] | Mapping[str, Note]) -> Project:
    """The project with these records as they are here."""
    entries: dict[str, dict[str, tuple[Record | None, Record | None]]] = {}
    for key, record in records.items():
        entries.setdefault(NOUN_OF[type(record)], {})[key] = (project.find(type(record), key), record)
    return project.replaced(entries)
