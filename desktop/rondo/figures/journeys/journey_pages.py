"""A journey over as many figures as it needs to stay readable: whole, or cut into parts with a key.

Parts are cut between sub-columns (inside one only where a page does not hold it), each with its own
lane names; a link that goes on ends in a letter that stands on both parts and in the key below them.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from rondo.figures.arranging.layout import Spacing
from rondo.figures.bounds import bounds
from rondo.figures.journeys.journey import composed, height_below
from rondo.figures.journeys.journey_facts import Facts, StepFacts, journey_facts
from rondo.figures.journeys.journey_fit import USUAL, Fit, Fitting
from rondo.figures.journeys.journey_options import JourneyOptions
from rondo.figures.journeys.journey_parts import Part, cut, key_lines
from rondo.figures.journeys.journey_pen import SMALL, Pen
from rondo.figures.journeys.journey_plan import Planning
from rondo.figures.shapes import Figure, Group, Shape
from rondo.figures.theme import Theme
from rondo.strategy.framework.whole import Framework
from rondo.text.shaped import TextEngine
from rondo.words import Words
from rondofile.project import Project

KEY_GAP = 8.0
FOOT = 30.0
"""What the legend and the key of a part take, about."""
HOPE = 1.1
"""How much higher than the room a part may seem before it is looked at closely."""
RESERVES = (0.0, 16.0, 40.0, 80.0)


def journey_pages(
    project: Project,
    journey_id: str,
    *,
    framework: Framework,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    max_width: float,
    max_height: float,
    options: JourneyOptions | None = None,
) -> tuple[Figure, ...]:
    """The journey in figures none of which is wider or higher than asked; no text below 7 points.

    One figure if it fits; else the map and, apart, what stands below it; else parts of the map, every
    step on exactly one. A single step that is higher than a page keeps its height. KeyError: no such
    journey."""
    asked = replace(options or JourneyOptions(), width=max_width, height=max_height)
    pen = Pen(theme, engine, words, framework)
    spelt = journey_facts(project, journey_id, pen, asked)
    kinds = {"auto": (False, True), "texts": (False,), "signs": (True,)}[asked.marks]
    tries = [replace(spelt, signs=signs) for signs in kinds]
    for only in (asked, replace(asked, curve=False, rhythm=False)):
        for facts in tries:
            whole = _whole(project, facts, pen, only) or _whole(project, facts, pen, _low(facts, only))
            if whole is not None:
                return (whole,) if only is asked else (whole, *_rest(project, facts, pen, asked, rail=False))
    parts = _Parts(project, tries[-1], pen, replace(asked, heights=False)).figures()
    return (*parts, *_rest(project, tries[-1], pen, asked, rail=True))


def _low(facts: Facts, asked: JourneyOptions) -> JourneyOptions | None:
    """The same with lanes only as high as they must be; None where no person made one higher."""
    return replace(asked, heights=False) if any(lane.height for lane in facts.lanes) else None


def _whole(project: Project, facts: Facts, pen: Pen, asked: JourneyOptions | None) -> Figure | None:
    """All of these facts on one page; None where they do not fit, or nothing is asked for."""
    if asked is None:
        return None
    below = height_below(project, facts, pen, asked)
    planning = Planning(facts, pen, asked, below)
    if planning.least_height() + below > (asked.height or 0.0):
        return None
    figure = composed(project, facts, pen, asked, planning)
    return figure if _within(figure, asked) else None


class _Parts(Struct, frozen=True):
    """Cuts a journey into parts as large as a page holds."""

    project: Project
    facts: Facts
    pen: Pen
    asked: JourneyOptions

    def figures(self) -> tuple[Figure, ...]:
        """The parts; cut a little smaller where their keys turn out longer than thought."""
        found: tuple[Figure, ...] = ()
        for reserve in RESERVES:
            parts = cut(self.facts, self._groups(reserve), self.pen)
            found = tuple(self._figure(part, len(parts)) for part in parts)
            if all(_within(figure, self.asked) for figure in found):
                break
        return found

    def _groups(self, reserve: float) -> list[list[StepFacts]]:
        """The steps of every part: as many whole sub-columns as fit, at least one step."""
        columns = _columns(self.facts, self.pen)
        groups: list[list[StepFacts]] = []
        while columns:
            count = 1
            while count < len(columns) and self._may_fit(_flat(columns[: count + 1]), reserve):
                count += 1
            while count > 1 and not self._fits(_flat(columns[:count]), reserve):
                count -= 1
            group, rest = _flat(columns[:count]), columns[count:]
            if count == 1 and not self._fits(group, reserve):
                group, left = self._divided(group, reserve)
                rest = [left, *rest] if left else rest
            groups.append(group)
            columns = rest
        return groups

    def _divided(self, column: list[StepFacts], reserve: float) -> tuple[list[StepFacts], list[StepFacts]]:
        """As many steps of one sub-column as a page holds, and the others."""
        count = len(column)
        while count > 1 and not self._fits(column[:count], reserve):
            count -= 1
        return column[:count], column[count:]

    def _trial(self, group: list[StepFacts]) -> Part:
        chosen = {step.id for step in group}
        rest = [step for step in self.facts.on_map if step.id not in chosen]
        return cut(self.facts, [group, rest], self.pen)[0]

    def _may_fit(self, group: list[StepFacts], reserve: float) -> bool:
        """Whether the map of a part alone would stay within the page; quickly found."""
        part = self._trial(group)
        room = (self.asked.height or 0.0) - reserve - FOOT - 5.0 * len(part.onward)
        return Planning(part.facts, self.pen, self.asked).least_height(rough=True) <= room * HOPE

    def _fits(self, group: list[StepFacts], reserve: float) -> bool:
        """Whether the part as it would be drawn stays within the page."""
        return _within(self._figure(self._trial(group), 2), self.asked, reserve)

    def _figure(self, part: Part, count: int) -> Figure:
        """The part with its key below."""
        asked = replace(self.asked, rail=False, rhythm=False, curve=False)
        figure = composed(self.project, part.facts, self.pen, asked)
        key, bottom = _key(part, self.pen, figure.width, figure.height)
        title = self.pen.words("journey_figure.part_title", title=figure.title, part=part.number, all=count)
        left_over = figure.left_over if part.number == 1 else ()
        return replace(figure, shapes=(*figure.shapes, *key), height=bottom, title=title, left_over=left_over)


def _within(figure: Figure, asked: JourneyOptions, reserve: float = 0.0) -> bool:
    """Whether a figure keeps to the size asked for, with something to spare."""
    width, height = asked.width or figure.width, asked.height or figure.height
    return figure.width <= width + 0.01 and figure.height <= height - reserve


def _columns(facts: Facts, pen: Pen) -> list[list[StepFacts]]:
    """The steps by the sub-columns of the whole map, unfolded, each from top to bottom."""
    free = tuple(replace(step, x=None, y=None) for step in facts.steps)
    layout = Fitting(replace(facts, steps=free), pen, Spacing()).laid(Fit({}, USUAL))
    columns: dict[int, list[StepFacts]] = {}
    for step in sorted(facts.on_map, key=lambda s: layout.boxes[s.id].y):
        columns.setdefault(layout.column_of[step.id], []).append(step)
    return [columns[number] for number in sorted(columns)]


def _flat(columns: Sequence[list[StepFacts]]) -> list[StepFacts]:
    return [step for column in columns for step in column]


def _key(part: Part, pen: Pen, width: float, top: float) -> tuple[list[Shape], float]:
    """What the letters of a part mean, in two columns; and where the key ends."""
    lines = key_lines(part, pen)
    if not lines:
        return [], top
    column = (width - 14.0) / 2
    shapes: list[Shape] = []
    y = top + KEY_GAP
    for start in range(0, len(lines), 2):
        blocks = [pen.block(text, SMALL, column) for text in lines[start : start + 2]]
        for number, block in enumerate(blocks):
            shapes.append(pen.text(block, number * (column + 14.0), y, "ink-secondary"))
        y += max(block.height for block in blocks) + 1.0
    return [Group("key", tuple(shapes), "legend", pen.words("journey_figure.also_on"))], y


def _rest(
    project: Project, facts: Facts, pen: Pen, asked: JourneyOptions, *, rail: bool
) -> tuple[Figure, ...]:
    """What stands below the map, as a figure of its own; none when there is nothing."""
    learning = tuple(step for step in facts.steps if step.id in {s.id for s in facts.in_rail})
    bare = replace(facts, phases=(), lanes=(), links=(), steps=learning if rail else ())
    named = replace(bare, titles={step.id: step.title for step in facts.steps})
    figure = composed(project, named, pen, replace(asked, rail=rail, legend=False, height=None))
    drawn = [box for shape in figure.shapes if (box := bounds(shape)) is not None]
    return (replace(figure, left_over=()),) if drawn else ()
