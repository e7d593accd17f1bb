"""What a new project begins with: one journey that can be drawn in at once, with two lanes."""

from __future__ import annotations

from rondo.strategy.framework.whole import Framework
from rondo.ui.journeys.new_journey import FIRST_LANES
from rondo.words import Words
from rondofile.ids import fresh_id
from rondofile.project import Project
from rondofile.records import Info, Journey, Lane


def first_project(words: Words, framework: Framework) -> Project:
    """A project with an empty journey: a lane of the customer and one of our team, nothing else."""
    journey = Journey(id=fresh_id(), name=words("canvas_tools.journey_name"))
    names = (framework.name(role) for role in FIRST_LANES)
    lanes = [
        Lane(id=fresh_id(), journey=journey.id, position=place, name=name[:1].upper() + name[1:], role=role)
        for place, (role, name) in enumerate(zip(FIRST_LANES, names, strict=True))
    ]
    return Project.of([Info(id=fresh_id(), language=words.language), journey, *lanes])
