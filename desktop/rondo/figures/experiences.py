"""The four experiences of one journey below each other, each as the customer's lane against ours."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from rondo.figures.flow_strip import KINDS, drawn, laid_out
from rondo.figures.lettering import Lettering
from rondo.figures.painters.shifted import shifted
from rondo.figures.shapes import Figure, Group, Rect, Shape
from rondo.figures.theme import Theme
from rondo.strategy.framework.whole import Framework
from rondo.strategy.journeys.experiences import Flow, folded, proposal, stretch_in
from rondo.text.shaped import Block, TextEngine
from rondo.words import Words
from rondofile.enums import Experience, Phase
from rondofile.project import Project
from rondofile.records import Journey

WIDTH = 760.0
BETWEEN, PAD, GUTTER = 14.0, 4.0, 24.0


class Course(Struct, frozen=True):
    """A flow with what it is called. `key`: the experience, or the id of the journey."""

    key: str
    name: str
    plain: str
    flow: Flow


def proposals(
    project: Project,
    journey: Journey | None,
    framework: Framework,
    words: Words,
    stretch: str | None = None,
) -> list[Course]:
    """The four experiences as the framework proposes them, and the journey or that part of it today."""
    four = [
        Course(e.value, framework.name(e), framework.short(e), proposal(framework, e)) for e in Experience
    ]
    today = designs(project, journey, words, framework, stretch)[:1]
    return [*four, *today]


def designs(
    project: Project,
    journey: Journey | None,
    words: Words,
    framework: Framework,
    stretch: str | None = None,
) -> list[Course]:
    """A journey of today and each of its redesigns, or what stands there for that part of it."""
    if journey is None:
        return []
    today = project.find(Journey, journey.based_on) or journey
    found = []
    for one in (today, *project.redesigns_of(today.id)):
        steps = stretch_in(project, one.id, stretch) if stretch else None
        flow = folded(project, one.id, steps)
        if flow.beats:
            found.append(Course(one.id, one.name, framework.name(one.state), flow))
    return found


def experiences_figure(
    courses: Sequence[Course],
    *,
    framework: Framework,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    width: float = WIDTH,
    columns: int = 1,
) -> Figure:
    """The flows below each other, or two by two, under a head of phases and kinds of steps."""
    each = (width - GUTTER * (columns - 1)) / columns
    pen = replace(Lettering.fitting(engine, theme, each), leading=1.18)
    return _Sheet(pen, framework, words, each).figure(courses, columns)


def journey_experiences(
    project: Project,
    journey_id: str,
    *,
    framework: Framework,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    width: float = WIDTH,
) -> Figure:
    """The four experiences as the framework proposes them, above a journey as it is today."""
    courses = proposals(project, project.find(Journey, journey_id), framework, words)
    return experiences_figure(
        courses, framework=framework, words=words, theme=theme, engine=engine, width=width
    )


def experiences_pages(
    courses: Sequence[Course],
    *,
    framework: Framework,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    max_width: float,
    max_height: float,
) -> tuple[Figure, ...]:
    """The same on as many sheets as it takes; a flow stands whole on one."""
    pen = replace(Lettering.fitting(engine, theme, max_width), leading=1.18)
    sheet = _Sheet(pen, framework, words, max_width)
    pages: list[list[Course]] = []
    for course in courses:
        fits = pages and sheet.height([*pages[-1], course]) <= max_height
        pages[-1].append(course) if fits else pages.append([course])
    return tuple(sheet.figure(page) for page in pages)


class _Sheet(Struct, frozen=True, dict=True):
    pen: Lettering
    framework: Framework
    words: Words
    width: float

    def height(self, courses: Sequence[Course]) -> float:
        return self.figure(courses).height

    def figure(self, courses: Sequence[Course], columns: int = 1) -> Figure:
        """Flows that stand beside each other begin at the same height."""
        head, y = self._head()
        shapes: list[Shape] = [part for at in range(columns) for part in self._moved(head, at)]
        for first in range(0, len(courses), columns):
            drawn_here = [self._course(course, y + BETWEEN) for course in courses[first : first + columns]]
            for at, (part, _) in enumerate(drawn_here):
                shapes += self._moved([part], at)
            y += BETWEEN + max(high for _, high in drawn_here)
        names = self.words.listed([course.name for course in courses])
        said = self.words("experiences.figure_said", names=names)
        width = self.width * columns + GUTTER * (columns - 1)
        return Figure(width, y + 2, tuple(shapes), self.words("experiences.figure"), said)

    def _moved(self, shapes: Sequence[Shape], column: int) -> list[Shape]:
        return [shifted(shape, column * (self.width + GUTTER), 0.0) for shape in shapes]

    def _head(self) -> tuple[list[Shape], float]:
        """The phases with their questions, and the kinds of steps below them."""
        shapes: list[Shape] = []
        kinds = [self.pen.block(self.framework.name(k), "small", self._column - 2 * PAD) for k in KINDS]
        phases = [(p, [k for k in KINDS if self.framework.step_kind(k).phase is p]) for p in Phase]
        names: list[tuple[Phase, int, int, Block]] = []
        for phase, own in phases:
            if own:
                found = self.framework.phase(phase)
                text = self.words("experiences.phase", name=found.name, question=found.question)
                block = self.pen.block(text, "title", self._column * len(own) - 2 * PAD)
                names.append((phase, KINDS.index(own[0]), len(own), block))
        high = max(block.height for *_, block in names) + PAD
        low = max(block.height for block in kinds) + PAD
        for phase, first, many, block in names:
            x, wide = first * self._column, many * self._column
            shapes.append(
                Rect(x, 0, wide - 2, high + low + PAD, self.pen.theme[f"{phase}-ground"], None, 4.0)
            )
            shapes.append(self.pen.text(block, x + PAD, PAD, str(phase)))
        for at, block in enumerate(kinds):
            x = at * self._column + PAD
            shapes.append(self.pen.text(block, x, high + PAD, "ink-secondary"))
        return shapes, high + low + PAD

    def _course(self, course: Course, y: float) -> tuple[Group, float]:
        """What it is called and what can be counted, above its two lanes."""
        shapes: list[Shape] = []
        top = y
        for block, role in self._label(course):
            shapes.append(self.pen.text(block, PAD, top, role))
            top += block.height + 1
        top += PAD
        strip = laid_out(course.flow, self.pen, self.framework, self.words, 0.0, self._column)
        shapes += drawn(strip, self.pen, self.words, course.key, top)
        name = f"experience-{course.key}"
        return Group(name, tuple(shapes), "figure", course.name), top - y + strip.height

    def _label(self, course: Course) -> list[tuple[Block, str]]:
        room, words = self.width - 2 * PAD, self.words
        own, of = course.flow.customer_share
        known, asked = len(course.flow.must_know), len(course.flow.needs_permission)
        share = words("experiences.share", own=words.number(own), of=words.number(of))
        counts = (share, words.count("experiences.know", known), self._asked(asked))
        ours = course.key in tuple(Experience)
        first, second = (course.plain, course.name) if ours else (course.name, course.plain)
        below = words("experiences.counts", name=second, counts=" · ".join(counts))
        return [
            (self.pen.block(first[:1].upper() + first[1:], "head", room), "ink"),
            (self.pen.block(below[:1].upper() + below[1:], "small", room), "ink-secondary"),
        ]

    def _asked(self, many: int) -> str:
        words = self.words
        return words.count("experiences.permission", many) if many else words("experiences.no_permission")

    @property
    def _column(self) -> float:
        return self.width / len(KINDS)
