"""The rail as shapes: its ground and question, what comes again, what is learned and where it lands."""

from __future__ import annotations

from collections.abc import Mapping

from rondo.figures.below.rail import CAPSULE_X, CAPSULE_Y, Capsule, RailPlan, Return
from rondo.figures.cards.card import drawn
from rondo.figures.journeys.journey_frame import INSET
from rondo.figures.journeys.journey_links import learned_arrow, plan_ways
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.journeys.journey_values import Plan
from rondo.figures.linking.link_way import Way
from rondo.figures.shapes import Arrow, Group, Rect, Shape, Stroke
from rondofile.enums import Phase


def drawn_rail_ground(plan: Plan, rail: RailPlan, pen: Pen, prefix: str) -> Shape:
    """The group `phase-repeat`: ground, name, question, and the notice that nothing is learned."""
    left = plan.left + INSET
    ground, y = pen.theme["repeat-ground"], rail.top + 5.0
    edge = None if ground != pen.theme["paper"] else Stroke(pen.theme["line"], 0.6)
    shapes: list[Shape] = [
        Rect(left, rail.top, rail.right - left - INSET, rail.bottom - rail.top, ground, edge, 4.0),
        pen.text(rail.name, 0, y, "repeat"),
    ]
    if rail.open:
        shapes.append(pen.text(rail.question, 0, y + rail.name.height, "ink-secondary"))
    if rail.notice:
        block, box = rail.notice
        border = Stroke(pen.theme["repeat"], 0.8, (2.5, 2.0))
        shapes.append(Rect(box.x, box.y, box.width, box.height, None, border, box.height / 2))
        shapes.append(pen.text(block, box.x + 10.0, box.y + 2.0, "repeat"))
    if rail.missing:
        block, box = rail.missing
        shapes.append(pen.text(block, box.x, box.y, "ink-secondary"))
    text = pen.framework.phase(Phase.REPEAT)
    title = pen.words("journey_figure.phase_title", name=text.name, question=text.question)
    return Group(f"{prefix}phase-repeat", tuple(shapes), "phase", title)


def drawn_rail(plan: Plan, rail: RailPlan, pen: Pen, prefix: str) -> list[Shape]:
    """Groups `link-ID` for what comes again and what is learned, `step-ID` for our learning work."""
    names = {**plan.facts.titles, **{step.id: step.title for step in plan.facts.steps}}
    ways = plan_ways(plan) if plan.routes and rail.capsules else {}
    return [
        *(_return(one, pen, prefix) for one in rail.returns),
        *(_capsule(capsule, ways, pen, prefix, names) for capsule in rail.capsules),
        *(drawn(rail.cards[key], box, pen, prefix, names[key]) for key, box in rail.steps.items()),
    ]


def _return(one: Return, pen: Pen, prefix: str) -> Shape:
    stroke = Stroke(pen.theme["ink-secondary"], 0.9)
    ground = pen.theme["repeat-ground"]
    shapes: tuple[Shape, ...] = (
        Arrow(((one.start, one.y), (one.end, one.y)), stroke, 0.0, 5.0),
        Rect(one.box.x, one.box.y, one.box.width, one.box.height, ground),
        pen.text(one.label, one.box.x + 5.0, one.box.y, "ink-secondary"),
    )
    key = f"link-{one.link.id}" if one.link else "comes-again"
    return Group(f"{prefix}{key}", shapes, "link", one.label.text)


def _capsule(
    capsule: Capsule, ways: Mapping[str, Way], pen: Pen, prefix: str, names: dict[str, str]
) -> Shape:
    box = capsule.box
    dash = () if capsule.link.lands else (2.5, 2.0)
    shapes: list[Shape] = [
        Rect(
            box.x,
            box.y,
            box.width,
            box.height,
            pen.theme["surface"],
            Stroke(pen.theme["repeat"], 0.8, dash),
            6,
        )
    ]
    way = ways.get(capsule.link.id)
    if way:
        shapes.insert(0, learned_arrow(way, pen))
    y = box.y + CAPSULE_Y
    shapes.append(pen.text(capsule.what, box.x + CAPSULE_X, y, "repeat"))
    shapes.append(pen.text(capsule.about, box.x + CAPSULE_X, y + capsule.what.height, "ink-secondary"))
    title = capsule.what.text
    if capsule.link.lands:
        used = names.get(capsule.link.target, "")
        title = pen.words("journey_figure.learns_title", learns=title, step=used)
    return Group(f"{prefix}link-{capsule.link.id}", tuple(shapes), "link", title)
