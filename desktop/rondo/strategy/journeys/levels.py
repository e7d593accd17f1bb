"""How deep repeat goes: which of its four levels are reached, and the lowest that is not (domain 2.9)."""

from __future__ import annotations

from rondo.strategy.journeys.journey import crossings, loops, main_path
from rondofile.enums import Identity
from rondofile.project import Project

LEVELS = (1, 2, 3, 4)


def levels_reached(project: Project, journey_id: str) -> frozenset[int]:
    """The levels of what is learned and used; the first also where every hand-over between our teams
    carries who they are. Coming back reaches none."""
    reached = {link.level for link in loops(project, journey_id).landing if link.level in LEVELS}
    passed = crossings(project, main_path(project, journey_id))
    if passed and all(one.after.identity is Identity.CARRIED for one in passed):
        reached.add(1)
    return frozenset(level for level in reached if level is not None)


def lowest_missing(project: Project, journey_id: str) -> int | None:
    """The lowest level that is not reached; None where all are."""
    reached = levels_reached(project, journey_id)
    return next((level for level in LEVELS if level not in reached), None)
