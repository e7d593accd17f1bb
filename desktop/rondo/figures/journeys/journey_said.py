"""What a screen reader says of a step."""

from __future__ import annotations

from rondo.figures.journeys.journey_facts import Facts, StepFacts
from rondo.figures.journeys.journey_pen import Pen


def step_title(step: StepFacts, facts: Facts, number: int, pen: Pen) -> str:
    """Its name, its lane, who does the work, how much hurts; where the card shows signs, their texts."""
    lane = facts.lanes[step.lane].name if step.lane is not None else ""
    said = pen.words(
        "journey_figure.step_title",
        title=step.title,
        number=number,
        all=len(facts.on_map),
        lane=lane,
        actor=pen.framework.name(step.actor),
    )
    if step.pains:
        said = pen.words.count("journey_figure.step_pains", len(step.pains), step=said)
    marks = ", ".join(_marks(step, pen)) if facts.signs else ""
    return pen.words("journey_figure.step_said", step=said, said=marks) if marks else said


def _marks(step: StepFacts, pen: Pen) -> list[str]:
    """What stands behind the signs of a card, in words."""
    said = [pain.text or pen.words("journey_figure.pain_unnamed") for pain in step.pains]
    if step.retold:
        said.append(pen.words("journey_figure.retold", items=", ".join(step.retold)))
    if step.wait:
        said.append(pen.words("journey_figure.waits", wait=step.wait))
    return said + [delight or pen.words("journey_figure.delight_unnamed") for delight in step.delights]
