"""The journey figure: the map under phases and lanes, the rail, the feeling curve, the rhythm, a legend."""

from __future__ import annotations

from rondo.figures.card import drawn
from rondo.figures.curve import drawn_curve, has_curve
from rondo.figures.journey_facts import Facts, StepFacts, journey_facts
from rondo.figures.journey_frame import drawn_lanes, drawn_phases
from rondo.figures.journey_legend import drawn_legend
from rondo.figures.journey_links import drawn_links
from rondo.figures.journey_options import JourneyOptions
from rondo.figures.journey_pen import Pen
from rondo.figures.journey_plan import Plan, plan_map
from rondo.figures.rail_drawing import drawn_rail, drawn_rail_ground
from rondo.figures.rhythm import drawn_rhythm, ruled
from rondo.figures.shapes import Figure, Rect, Shape
from rondo.figures.theme import Theme
from rondo.strategy.framework import Framework
from rondo.strategy.journey import main_path
from rondo.text.shaped import TextEngine
from rondo.words import Words
from rondofile.project import Project

__all__ = ["JourneyOptions", "journey_figure", "step_title"]

SECTION = 10.0


def journey_figure(
    project: Project,
    journey_id: str,
    *,
    framework: Framework,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    options: JourneyOptions | None = None,
) -> Figure:
    """One journey drawn whole, as high as it must be. KeyError: no such journey.

    Steps without phase or lane are named in `left_over`. Groups carry the ids `phase-KEY`, `lane-ID`,
    `step-ID`, `link-ID`."""
    asked = options or JourneyOptions()
    pen = Pen(theme, engine, words, framework)
    facts = journey_facts(project, journey_id, pen, asked)
    plan = plan_map(facts, pen, asked)
    shapes = map_shapes(plan, pen, asked.id_prefix)
    below, bottom = _below(project, plan, pen, asked)
    shapes += below
    if asked.ground:
        shapes.insert(0, Rect(0, 0, plan.width, bottom, theme["paper"]))
    state = framework.name(facts.journey.state)
    return Figure(
        width=plan.width,
        height=bottom,
        shapes=tuple(shapes),
        title=words("journey_figure.title", name=facts.journey.name, state=state),
        description=words.count("journey_figure.description", len(facts.on_map), lanes=len(facts.lanes)),
        left_over=tuple(step.title for step in facts.waiting),
    )


def map_shapes(plan: Plan, pen: Pen, prefix: str) -> list[Shape]:
    """The map and its rail, from the ground up: bands, links, cards."""
    facts, layout, top = plan.facts, plan.layout, plan.header.height
    shapes = drawn_phases(plan.header, layout, plan.gutter.width, pen, prefix)
    if plan.rail:
        shapes.append(drawn_rail_ground(plan, plan.rail, pen, prefix))
    shapes += drawn_lanes(facts, plan.gutter, layout, top, plan.width, pen, prefix)
    shapes += drawn_links(plan, pen, prefix)
    number = {step.id: index + 1 for index, step in enumerate(facts.on_map)}
    for step in facts.on_map:
        title = step_title(step, facts, number[step.id], pen)
        shapes.append(drawn(plan.cards[step.id], plan.boxes[step.id], pen, prefix, title))
    if plan.rail:
        shapes += drawn_rail(plan, plan.rail, pen, prefix)
    return shapes


def step_title(step: StepFacts, facts: Facts, number: int, pen: Pen) -> str:
    """What a screen reader says of a step: its name, its lane, who does the work, what hurts."""
    lane = facts.lanes[step.lane].name if step.lane is not None else ""
    said = pen.words(
        "journey_figure.step_title",
        title=step.title,
        number=number,
        all=len(facts.on_map),
        lane=lane,
        actor=pen.framework.name(step.actor),
    )
    if not step.pains:
        return said
    return pen.words.count("journey_figure.step_pains", len(step.pains), step=said)


def _below(project: Project, plan: Plan, pen: Pen, asked: JourneyOptions) -> tuple[list[Shape], float]:
    """The feeling curve, the contact rhythm and the legend, as far as asked for and as there are facts."""
    shapes: list[Shape] = []
    bottom, left, right = plan.bottom, plan.gutter.width, plan.width
    if asked.compact:
        return shapes, bottom
    journey = plan.facts.journey.id
    path = main_path(project, journey)
    if asked.curve is not False and has_curve(path):
        curve, bottom = drawn_curve(path, plan.boxes, pen, left, bottom + SECTION, right, asked.id_prefix)
        shapes += curve
    rows = ruled(project, journey) if asked.rhythm else ()
    if rows:
        rulers, bottom = drawn_rhythm(rows, pen, left, bottom + SECTION, right, asked.id_prefix)
        shapes += rulers
    if asked.legend and plan.facts.on_map:
        legend, bottom = drawn_legend(plan.facts, pen, left, bottom + SECTION, right, asked.id_prefix)
        shapes.append(legend)
    return shapes, bottom
