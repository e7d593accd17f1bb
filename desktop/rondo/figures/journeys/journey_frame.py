"""The frame of a map: phases as columns with their question, lanes as rows with whose they are."""

from __future__ import annotations

from msgspec import Struct

from rondo.figures.arranging.layout import Layout
from rondo.figures.journeys.journey_facts import Facts, LaneFacts
from rondo.figures.journeys.journey_pen import LANE, PHASE, PHASES, SMALL, Pen
from rondo.figures.shapes import Group, Line, Rect, Shape, Stroke
from rondo.text.shaped import Block
from rondofile.enums import JourneyState, Phase

INSET = 1.0
HEADER_PAD = 7.0
LANE_PAD, TIGHT_PAD = 7.0, 4.0
NARROW_PAGE = 600.0


class Gutter(Struct, frozen=True):
    """The column of lane names: a (name, role) pair of blocks for each lane."""

    width: float
    names: tuple[tuple[Block, Block], ...]

    def least(self, tight: bool = False) -> dict[int, float]:
        """How high each lane must be to hold its name."""
        pads = LANE_PAD + (TIGHT_PAD if tight else LANE_PAD)
        return {i: name.height + role.height + pads for i, (name, role) in enumerate(self.names)}


class Header(Struct, frozen=True):
    """The names and questions of the phases above their columns."""

    height: float
    phases: tuple[tuple[Block, Block], ...]


def gutter_of(facts: Facts, pen: Pen, width: float | None) -> Gutter:
    """The lane names, broken into a column that leaves most of the width to the map; the names of today and
    of the redesign stand in it whole, beside the rulers below the map."""
    most = 66.0 if width is not None and width < NARROW_PAGE else 92.0
    texts = [(pen.block(lane.name, LANE), pen.block(_role(lane), SMALL)) for lane in facts.lanes]
    repeat = pen.framework.phase(Phase.REPEAT).name
    natural = [pen.block(repeat, PHASE).natural_width]
    natural += [pen.block(pen.framework.name(state), SMALL).natural_width for state in JourneyState]
    natural += [max(name.natural_width, role.natural_width) for name, role in texts]
    inner = min(max([*natural, 36.0]) + 1.0, most - 8.0)
    names = tuple(
        (pen.block(lane.name, LANE, inner), pen.block(_role(lane), SMALL, inner)) for lane in facts.lanes
    )
    return Gutter(inner + 8.0, names)


def _role(lane: LaneFacts) -> str:
    """Whose the lane is; nothing where its name says the same."""
    return "" if lane.role.casefold() == lane.name.strip().casefold() else lane.role


def least_phase(pen: Pen) -> float:
    """How wide a phase must be for its name."""
    names = [pen.block(pen.framework.phase(phase).name, PHASE) for phase in PHASES]
    return max(name.natural_width for name in names) + 10.0


def header_of(facts: Facts, layout: Layout, pen: Pen) -> Header:
    """The headers broken to the widths of the phases."""
    blocks = []
    for phase, band in zip(facts.phases, layout.phases, strict=True):
        text = pen.framework.phase(phase)
        inner = band.size - 10.0
        blocks.append((pen.block(text.name, PHASE, inner), pen.block(text.question, SMALL, inner)))
    height = max((name.height + question.height for name, question in blocks), default=0.0)
    return Header(height + (TIGHT_PAD if facts.signs else HEADER_PAD), tuple(blocks))


def drawn_phases(
    facts: Facts, header: Header, layout: Layout, left: float, pen: Pen, prefix: str
) -> list[Shape]:
    """A group `phase-KEY` for each column: its ground, its name, its question."""
    groups: list[Shape] = []
    for phase, band, (name, question) in zip(facts.phases, layout.phases, header.phases, strict=True):
        x, ground = left + band.start, pen.theme[f"{phase.value}-ground"]
        edge = None if ground != pen.theme["paper"] else Stroke(pen.theme["line"], 0.6)
        shapes: tuple[Shape, ...] = (
            Rect(x + INSET, header.height, band.size - 2 * INSET, layout.height, ground, edge, 4.0),
            Line(x + INSET, header.height, x + band.size - INSET, header.height, _rule(pen, phase.value)),
            pen.text(name, x + 5, 0, phase.value),
            pen.text(question, x + 5, name.height, "ink-secondary"),
        )
        text = pen.framework.phase(phase)
        title = pen.words("journey_figure.phase_title", name=text.name, question=text.question)
        groups.append(Group(f"{prefix}phase-{phase.value}", shapes, "phase", title))
    return groups


def drawn_lanes(
    facts: Facts, gutter: Gutter, layout: Layout, top: float, width: float, pen: Pen, prefix: str
) -> list[Shape]:
    """A group `lane-ID` for each row: the hairline above it, its name, its role."""
    groups: list[Shape] = []
    for lane, band, (name, role) in zip(facts.lanes, layout.lanes, gutter.names, strict=True):
        y = top + band.start
        text = y + LANE_PAD
        shapes: list[Shape] = []
        if band.start > 0:
            shapes.append(Line(0, y, width, y, Stroke(pen.theme["line"], 0.6)))
        shapes.append(pen.text(name, 0, text))
        if role.text:
            shapes.append(pen.text(role, 0, text + name.height, "ink-secondary"))
        title = pen.words("journey_figure.lane_title", name=lane.name, role=lane.role)
        groups.append(Group(f"{prefix}lane-{lane.id}", tuple(shapes), "lane", title))
    return groups


def _rule(pen: Pen, role: str) -> Stroke:
    return Stroke(pen.theme[role], 1.2)
