"""What a journey comes to in a few numbers."""

from __future__ import annotations

from rondo.words import Words
from rondofile.enums import JourneyState
from rondofile.project import Project
from rondofile.records import Journey

MOST = 400
"""Steps of a journey up to which its path is walked; above it would be felt while typing."""


def facts_of(project: Project, journey_id: str | None, words: Words) -> str:
    """One line about the journey that is looked at; an empty one where there is none."""
    journey = project.find(Journey, journey_id)
    if journey is None:
        return ""
    state = words("status_line.redesigned" if journey.state is JourneyState.TO_BE else "status_line.today")
    steps = project.steps_of(journey.id)
    facts = [
        words("status_line.journey", name=journey.name or words("status_line.unnamed"), state=state),
        words.count("status_line.steps", len(steps)),
    ]
    if 0 < len(steps) <= MOST:
        facts += _on_the_path(project, journey, words)
    return " · ".join(facts)


def _on_the_path(project: Project, journey: Journey, words: Words) -> list[str]:
    from rondo.strategy.journeys.measures import measure

    found = measure(project, journey)
    facts = [words.count("status_line.hand-overs", len(found.hand_overs))]
    if found.strangers:
        facts.append(words.count("status_line.strangers", len(found.strangers)))
    return facts
