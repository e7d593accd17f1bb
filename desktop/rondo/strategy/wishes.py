"""What a segment in a situation would like and what would help it: two scores held apart (domain C38)."""

from __future__ import annotations

from dataclasses import dataclass

from rondofile.enums import Experience
from rondofile.project import Project
from rondofile.records import Fit, Segment, Situation

_ROWS = tuple(Experience)


@dataclass(frozen=True, slots=True)
class Wish:
    """The scores of one experience, and the records they come from (the situation's, else the segment's)."""

    experience: Experience
    comfort: int | None
    value: int | None
    fits: tuple[Fit, ...]


def wishes(project: Project, segment: str, situation: str | None) -> tuple[Wish, ...]:
    """The experiences that were scored; a situation inherits what it does not say itself (domain C37)."""
    found: list[Wish] = []
    for row in _ROWS:
        here = [f for f in project.all(Fit) if f.segment == segment and f.experience is row]
        fits = tuple(f for place in dict.fromkeys((situation, None)) for f in here if f.situation == place)
        if fits:
            comfort = next((f.comfort for f in fits if f.comfort is not None), None)
            value = next((f.value for f in fits if f.value is not None), None)
            found.append(Wish(row, comfort, value, fits))
    return tuple(found)


def best_row(project: Project, segment: str, situation: str | None) -> Wish | None:
    """The experience they value most and are at ease with; ties as listed. None where none helps."""
    fitting = [
        wish
        for wish in wishes(project, segment, situation)
        if wish.value is not None and wish.value >= 1 and wish.comfort is not None and wish.comfort >= 0
    ]
    return max(fitting, key=lambda wish: (wish.value or 0, wish.comfort or 0), default=None)


def wanted_control(
    segment: Segment | None, situation: Situation | None
) -> tuple[Segment | Situation, int] | None:
    """Who said how much they want to do themselves (-2 act for us ... +2 leave it to me), and what."""
    for record in (situation, segment):
        if record is not None and record.desired_control is not None:
            return record, record.desired_control
    return None
