"""Links and their labels as groups: a broken identity in red dashes, goods and money by their own lines."""

from __future__ import annotations

from collections.abc import Mapping

from rondo.figures.journey_draft import CHIP_PAD_X, CHIP_PAD_Y, Plan
from rondo.figures.journey_facts import LinkFacts
from rondo.figures.journey_pen import Pen
from rondo.figures.layout import Box
from rondo.figures.route_field import Point
from rondo.figures.shapes import Arrow, Group, Rect, Shape, Stroke
from rondo.text.shaped import Block
from rondofile.enums import LinkKind

HEAD = 5.0
CORNER = 4.0
_LINES: Mapping[LinkKind, tuple[str, float, tuple[float, ...]]] = {
    LinkKind.NEXT: ("ink-secondary", 0.9, ()),
    LinkKind.INFORMATION: ("accent", 0.8, (1.0, 2.0)),
    LinkKind.MONEY: ("ok", 0.9, (5.0, 1.5, 1.0, 1.5)),
    LinkKind.GOODS: ("ink-secondary", 1.6, (4.0, 1.5)),
}
_STRANGER = ("bad", 1.1, (3.0, 2.0))


def drawn_links(plan: Plan, pen: Pen, prefix: str) -> list[Shape]:
    """A group `link-ID` for every link on the map: its arrow and its label."""
    names = {step.id: step for step in plan.facts.steps}
    groups: list[Shape] = []
    for link in plan.facts.links:
        route = plan.routes.get(link.id)
        if route is None:
            continue
        ends = [names[key] for key in (link.source, link.target) if key in names]
        faint = all(step.dim for step in ends)
        chip = plan.chips.get(link.id)
        shapes = link_shapes(link, route, chip, plan.labels.get(link.id), pen, faint=faint)
        source, target = (names[k].title if k in names else "…" for k in (link.source, link.target))
        title = _title(link, source, target, pen)
        groups.append(Group(f"{prefix}link-{link.id}", tuple(shapes), "link", title))
    return groups


def link_shapes(
    link: LinkFacts,
    route: tuple[Point, ...],
    chip: Box | None,
    label: Block | None,
    pen: Pen,
    *,
    faint: bool = False,
) -> list[Shape]:
    """The arrow of a link along its route, and its label in its chip."""
    shapes: list[Shape] = [Arrow(route, stroke_of(link, pen, faint=faint), CORNER, HEAD)]
    if chip is not None and label is not None:
        shapes += _chip(link, chip, label, pen)
    return shapes


def stroke_of(link: LinkFacts, pen: Pen, *, faint: bool = False) -> Stroke:
    """How a link of that kind is drawn; kinds differ by their dashes, not by colour alone."""
    role, width, dash = _STRANGER if link.stranger else _LINES[link.kind]
    return Stroke(pen.theme["ink-tertiary" if faint else role], width, dash)


def learned_arrow(route: tuple[Point, ...], pen: Pen) -> Arrow:
    """The way from something learned to the step that uses it."""
    return Arrow(route, Stroke(pen.theme["repeat"], 1.0), CORNER, HEAD)


def _chip(link: LinkFacts, box: Box, block: Block, pen: Pen) -> list[Shape]:
    radius = min(box.height / 2, 5.5)
    if link.stranger:
        edge, role = Stroke(pen.theme["bad"], 0.8), "bad"
    else:
        edge, role = Stroke(pen.theme["line"], 0.6), "ink-secondary"
    return [
        Rect(box.x, box.y, box.width, box.height, pen.theme["surface"], edge, radius),
        pen.text(block, box.x + CHIP_PAD_X, box.y + CHIP_PAD_Y, role),
    ]


def _title(link: LinkFacts, source: str, target: str, pen: Pen) -> str:
    title = pen.words("journey_figure.link_title", source=source, target=target)
    said = [link.text] if link.text else []
    if link.kind is not LinkKind.NEXT:
        said.insert(0, pen.framework.name(link.kind))
    if link.stranger:
        said.append(pen.words("journey_figure.stranger"))
    return pen.words("journey_figure.link_said", link=title, said=", ".join(said)) if said else title
