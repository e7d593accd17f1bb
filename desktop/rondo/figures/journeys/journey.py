"""The journey figure: the map under phases and lanes, the rail, the feeling curve, the rhythm, a legend."""

from __future__ import annotations

from msgspec.structs import replace

from rondo.figures.below.curve import drawn_curve, has_curve
from rondo.figures.below.rail_drawing import drawn_rail, drawn_rail_ground
from rondo.figures.below.rhythm import drawn_rhythm, ruled
from rondo.figures.cards.card import drawn
from rondo.figures.journeys.journey_draft import REST_WIDTH
from rondo.figures.journeys.journey_facts import Facts, journey_facts
from rondo.figures.journeys.journey_frame import drawn_lanes, drawn_phases, gutter_of
from rondo.figures.journeys.journey_legend import drawn_legend
from rondo.figures.journeys.journey_links import drawn_links
from rondo.figures.journeys.journey_notes import drawn_slips, drawn_texts, slips
from rondo.figures.journeys.journey_options import JourneyOptions
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.journeys.journey_plan import Planning
from rondo.figures.journeys.journey_said import step_title
from rondo.figures.journeys.journey_stubs import drawn_stubs
from rondo.figures.journeys.journey_values import Plan
from rondo.figures.painters.shifted import shifted
from rondo.figures.shapes import Figure, Rect, Shape
from rondo.figures.show.drawing import drawn_shown
from rondo.figures.show.showing import Showing, showing
from rondo.figures.theme import Theme
from rondo.strategy.framework.whole import Framework
from rondo.text.shaped import TextEngine
from rondo.words import Words
from rondofile.project import Project

__all__ = ["JourneyOptions", "composed", "height_below", "journey_figure", "step_title"]

SECTION, TIGHT = 10.0, 7.0
MARGIN = 12.0


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
    return composed(project, journey_facts(project, journey_id, pen, asked), pen, asked)


def composed(
    project: Project, facts: Facts, pen: Pen, asked: JourneyOptions, planning: Planning | None = None
) -> Figure:
    """A figure of these facts: all of a journey or a part of it; on the ground with a margin around it."""
    if asked.ground:
        return _on_ground(composed(project, facts, pen, _inside(asked)), pen)
    plan = (planning or Planning(facts, pen, asked, height_below(project, facts, pen, asked))).plan()
    shapes = map_shapes(plan, pen, asked.id_prefix, shown_on(project, facts, pen, asked))
    if asked.notes:
        shapes += drawn_slips(slips(project, facts), plan.boxes, pen, asked.id_prefix)
    below, bottom = _below(project, plan, pen, asked)
    shapes += below
    state = pen.framework.name(facts.journey.state)
    return Figure(
        width=plan.width,
        height=bottom,
        shapes=tuple(shapes),
        title=pen.words("journey_figure.title", name=facts.journey.name, state=state),
        description=pen.words.count(
            "journey_figure.description", len(facts.on_map), lanes=pen.words.number(len(facts.lanes))
        ),
        left_over=tuple(step.title for step in facts.waiting),
    )


def _inside(asked: JourneyOptions) -> JourneyOptions:
    """What is asked of the figure inside the margin."""
    width = None if asked.width is None else asked.width - 2 * MARGIN
    height = None if asked.height is None else asked.height - 2 * MARGIN
    return replace(asked, ground=False, width=width, height=height)


def _on_ground(figure: Figure, pen: Pen) -> Figure:
    width, height = figure.width + 2 * MARGIN, figure.height + 2 * MARGIN
    ground = Rect(0, 0, width, height, pen.theme["paper"])
    moved = (shifted(shape, MARGIN, MARGIN) for shape in figure.shapes)
    return replace(figure, width=width, height=height, shapes=(ground, *moved))


def shown_on(project: Project, facts: Facts, pen: Pen, asked: JourneyOptions) -> Showing | None:
    """What is shown of all steps at once, where that was asked for."""
    return showing(asked.show, project, facts.journey.id, pen) if asked.show else None


def map_shapes(plan: Plan, pen: Pen, prefix: str, show: Showing | None = None) -> list[Shape]:
    """The map and its rail, from the ground up: bands, links, cards."""
    facts, layout, top = plan.facts, plan.layout, plan.header.height
    shapes = drawn_phases(facts, plan.header, layout, plan.left, pen, prefix)
    if plan.rail:
        shapes.append(drawn_rail_ground(plan, plan.rail, pen, prefix))
    shapes += drawn_lanes(facts, plan.gutter, layout, top, plan.left + layout.width, pen, prefix)
    shapes += drawn_links(plan, pen, prefix, show.pen_of_link if show else None)
    shapes += drawn_stubs(plan.stubs, pen)
    number = {step.id: index + 1 for index, step in enumerate(facts.on_map)}
    for step in facts.on_map:
        title = step_title(step, facts, number[step.id], pen)
        box, by = plan.boxes[step.id], show.pen_of(step.id) if show else pen
        card = drawn(plan.cards[step.id], box, by, prefix, title)
        shapes.append(show.grouped(step.id, box, card) if show else card)
    if plan.rail:
        shapes += drawn_rail(plan, plan.rail, pen, prefix)
    return shapes


def height_below(project: Project, facts: Facts, pen: Pen, asked: JourneyOptions) -> float:
    """What rhythm and legend will take under a map as wide as asked for; about that where it is not said."""
    if asked.compact:
        return 0.0
    right = asked.width or REST_WIDTH
    left = gutter_of(facts, pen, right).width
    shapes, bottom = _rulers_and_legend(project, facts, pen, asked, left, right, 0.0)
    return bottom if shapes else 0.0


def _below(project: Project, plan: Plan, pen: Pen, asked: JourneyOptions) -> tuple[list[Shape], float]:
    """The feeling curve, the contact rhythm and the legend, as far as asked for and as there are facts.

    The curve stays away when it was not asked for and the height does not hold it."""
    if asked.compact:
        return [], plan.bottom
    wanted = asked.curve is not False and has_curve(project, plan.facts.journey.id)
    if not wanted:
        return _sections(project, plan, pen, asked, curve=False)
    whole = _sections(project, plan, pen, asked, curve=True)
    if asked.curve or asked.height is None or whole[1] <= asked.height:
        return whole
    return _sections(project, plan, pen, asked, curve=False)


def _sections(
    project: Project, plan: Plan, pen: Pen, asked: JourneyOptions, *, curve: bool
) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    bottom, left = plan.bottom, plan.left
    right, journey = left + plan.layout.width if plan.facts.phases else plan.width, plan.facts.journey.id
    if curve:
        top = bottom + _apart(plan.facts)
        shapes, bottom = drawn_curve(project, journey, plan.boxes, pen, left, top, right, asked.id_prefix)
    more, bottom = _rulers_and_legend(project, plan.facts, pen, asked, left, right, bottom)
    return [*shapes, *more], bottom


def _rulers_and_legend(
    project: Project, facts: Facts, pen: Pen, asked: JourneyOptions, left: float, right: float, bottom: float
) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    apart = _apart(facts)
    rows = ruled(project, facts.journey.id) if asked.rhythm else ()
    if rows:
        shapes, bottom = drawn_rhythm(
            rows, pen, left, bottom + apart, right, asked.id_prefix, tight=facts.signs
        )
    show = shown_on(project, facts, pen, asked)
    if show:
        legend, bottom = drawn_shown(show.shown, pen, left, bottom + apart, right, asked.id_prefix)
        shapes.append(legend)
    if asked.legend and facts.steps:
        start = 0.0 if facts.signs else left
        legend, bottom = drawn_legend(facts, pen, start, bottom + apart, right, asked.id_prefix)
        shapes.append(legend)
    found = slips(project, facts) if asked.notes and facts.lanes else ()
    if found:
        texts, bottom = drawn_texts(found, pen, left, bottom + apart, right, asked.id_prefix)
        shapes.append(texts)
    return shapes, bottom


def _apart(facts: Facts) -> float:
    return TIGHT if facts.signs else SECTION
