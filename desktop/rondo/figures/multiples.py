"""Small multiples: one journey under each architecture, steps downwards, who would do them across.

A thread runs through whoever performs each step; a jog in it is a hand-over. What moves to other hands
is ringed, what must stay with us carries a lock. Nothing is scored (practice R17).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from rondo.figures.legend import LegendEntry, Sample, legend
from rondo.figures.lettering import Lettering
from rondo.figures.marks import actor_marks, actor_width, lock_mark
from rondo.figures.shapes import Ellipse, Figure, Group, Line, Rect, Shape, Stroke
from rondo.figures.theme import Theme
from rondo.strategy.changes.difference import walked
from rondo.strategy.framework.whole import Framework
from rondo.strategy.journeys.path import main_path
from rondo.strategy.journeys.recast import Recast, recast
from rondo.text.shaped import Block, TextEngine
from rondo.words import Words
from rondofile.enums import Actor, Architecture
from rondofile.project import Project
from rondofile.records import Journey, Step, Stretch

TITLES = 0.27
"""The share of the width that the step titles take."""
PAD, LOCK, SIGN = 5.0, 9.0, 5.6
ENDLESS = float("inf")


def small_multiples(
    project: Project,
    journey_id: str,
    *,
    framework: Framework,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    max_width: float,
    max_height: float = ENDLESS,
    stretch_id: str | None = None,
    columns: Sequence[Architecture] = tuple(Architecture),
) -> tuple[Figure, ...]:
    """The journey, or a part of it, under the architectures, on as many figures as its steps need.

    Every step stands whole on one of them; empty where no step has a phase and a lane."""
    steps = _steps(project, journey_id, stretch_id)
    if not steps:
        return ()
    found = {a: recast(project, journey_id, a, framework, stretch_id) for a in columns}
    pen = Lettering.fitting(engine, theme, max_width)
    name = _name(project, journey_id, stretch_id)
    path = frozenset(step.id for step in main_path(project, journey_id))
    sheet = _Sheet(pen, framework, words, found, max_width, name, path)
    return sheet.figures(steps, max_height)


def _steps(project: Project, journey_id: str, stretch_id: str | None) -> tuple[Step, ...]:
    """The steps on the map in walking order."""
    within = {step.id for step in project.steps_in(stretch_id)} if stretch_id else None
    walk = (step for step in walked(project, journey_id) if step.phase and step.lane)
    return tuple(step for step in walk if within is None or step.id in within)


def _name(project: Project, journey_id: str, stretch_id: str | None) -> str:
    part = project.find(Stretch, stretch_id)
    return part.name if part and part.name else project.get(Journey, journey_id).name


class _Sheet(Struct, frozen=True, dict=True):
    pen: Lettering
    framework: Framework
    words: Words
    found: Mapping[Architecture, Recast]
    width: float
    name: str
    path: frozenset[str]

    @property
    def left(self) -> float:
        return self.width * TITLES

    @property
    def wide(self) -> float:
        return (self.width - self.left) / len(self.found)

    @cached_property
    def roles(self) -> tuple[Actor, ...]:
        """Everybody who has work under some architecture; work by both is theirs and ours."""
        all_roles = {one.role for recast_ in self.found.values() for one in recast_.assignments.values()}
        parts = all_roles | ({Actor.CUSTOMER, Actor.FIRM} if Actor.BOTH in all_roles else set())
        return tuple(actor for actor in Actor if actor in parts and actor is not Actor.BOTH)

    def figures(self, steps: tuple[Step, ...], max_height: float) -> tuple[Figure, ...]:
        """Steps in order, as many on each figure as its height holds; the last one has the key."""
        titles = {s.id: self.pen.block(s.title, "body", self.left - LOCK - 2 * PAD) for s in steps}
        key_height = self._key(steps, 0.0)[1]
        room = max_height - self._head()[1] - key_height - 2 * PAD
        sheets: list[list[Step]] = [[]]
        used = 0.0
        for step in steps:
            if sheets[-1] and used + self._high(titles[step.id]) > room:
                sheets.append([])
                used = 0.0
            sheets[-1].append(step)
            used += self._high(titles[step.id])
        last = len(sheets) - 1
        keyed = [steps if i == last else () for i in range(len(sheets))]
        return tuple(self._figure(part, titles, of) for part, of in zip(sheets, keyed, strict=True))

    def _figure(self, steps: list[Step], titles: Mapping[str, Block], keyed: tuple[Step, ...]) -> Figure:
        """One sheet; with the key to the steps `keyed` where there are any."""
        shapes, y = self._head()
        tops = [y]
        for step in steps:
            tops.append(tops[-1] + self._high(titles[step.id]))
        shapes += self._rows(steps, titles, tops)
        for index, architecture in enumerate(self.found):
            shapes += self._panel(architecture, self.left + index * self.wide, steps, tops)
        bottom = tops[-1] + PAD
        if keyed:
            key, height = self._key(keyed, bottom)
            shapes += key
            bottom += height
        title = self.words("multiples.title", name=self.name)
        return Figure(self.width, bottom, tuple(shapes), title, self._description())

    def _description(self) -> str:
        most = max(self.found.values(), key=lambda one: one.could_move)
        n, of = self.words.number(most.could_move), self.words.number(most.of)
        return self.words("multiples.description", n=n, of=of)

    def _head(self) -> tuple[list[Shape], float]:
        """The short test, the framework's name and what was counted, above each panel."""
        shapes: list[Shape] = []
        blocks: list[list[Block]] = []
        for architecture, one in self.found.items():
            room = self.wide - 2 * PAD
            name, short = self.framework.name(architecture), self.framework.short(architecture)
            lines = [
                self.pen.block(_capital(short), "title", room),
                self.pen.block(name, "small", room),
            ]
            blocks.append([*lines, self.pen.block(self._counted(one), "small", room)])
        heights = [sum(block.height + 1.5 for block in column) for column in blocks]
        foot = max(heights)
        for index, (column, height) in enumerate(zip(blocks, heights, strict=True)):
            x, y = self.left + index * self.wide + PAD, foot - height
            for block, role in zip(column, ("ink", "ink-secondary", "accent"), strict=True):
                shapes.append(self.pen.text(block, x, y, role))
                y += block.height + 1.5
        bottom = foot + PAD
        shapes.append(Line(0, bottom, self.width, bottom, self._ink("ink", 0.9)))
        return shapes, bottom

    def _counted(self, one: Recast) -> str:
        n, of = self.words.number(one.could_move), self.words.number(one.of)
        moves = self.words("multiples.moves", n=n, of=of)
        return f"{moves}\n{self.words.count('multiples.hand_overs', one.facts.hand_overs)}"

    def _rows(self, steps: list[Step], titles: Mapping[str, Block], tops: list[float]) -> list[Shape]:
        shapes: list[Shape] = []
        for step, (top, bottom) in zip(steps, pairwise(tops), strict=True):
            block = titles[step.id]
            y = top + (bottom - top - block.height) / 2
            if step.must_stay:
                shapes.append(Rect(0, top, self.width, bottom - top, self.pen.theme["paper"]))
                shapes += lock_mark(
                    1.0, top + (bottom - top - SIGN) / 2, SIGN, self.pen.theme["ink-secondary"]
                )
            shapes.append(self.pen.text(block, LOCK, y))
            shapes.append(Line(0, bottom, self.width, bottom, self._ink("line", 0.6)))
        return shapes

    def _panel(self, which: Architecture, x: float, steps: list[Step], tops: list[float]) -> list[Shape]:
        """The thread first, then a group a step with its signs over it."""
        one = self.found[which]
        shapes: list[Shape] = [Line(x, tops[0] + 3, x, tops[-1] - 3, self._ink("line", 0.6))]
        middles = [(top + bottom) / 2 for top, bottom in pairwise(tops)]
        pairs = [(s, y) for s, y in zip(steps, middles, strict=True) if s.id in self.path]
        held = [(one.assignments[s.id].role, y) for s, y in pairs]
        shapes += [self._thread(x, a, b) for a, b in pairwise(held)]
        for step, y in zip(steps, middles, strict=True):
            shapes.append(self._sign(which, step, x, y))
        return shapes

    def _sign(self, which: Architecture, step: Step, x: float, y: float) -> Group:
        """Who performs a step: a sign for each pair of hands, ringed where the work moves."""
        found = self.found[which].assignments[step.id]
        role, theme = found.role, self.pen.theme
        colour = theme["accent" if found.moved else "ink"]
        hands = (Actor.CUSTOMER, Actor.FIRM) if role is Actor.BOTH else (role,)
        at = [self._across(x, hand) for hand in hands]
        ring = Stroke(colour, 0.8) if found.moved else None
        ground = theme["paper" if step.must_stay else "surface"]
        shapes: list[Shape] = [Ellipse(cx, y, SIGN * 0.95, SIGN * 0.95, ground, ring) for cx in at]
        if len(at) == 2:
            shapes.append(Line(at[0], y, at[1], y, Stroke(colour, 1.1)))
        for hand, cx in zip(hands, at, strict=True):
            size = SIGN * 0.75 if hand is Actor.MEMBER else SIGN
            shapes += actor_marks(hand, cx - actor_width(hand, size) / 2, y - size / 2, size, colour)
        said = self.words("multiples.step", step=step.title, who=self.framework.name(role))
        return Group(f"{which}--step-{step.id}", tuple(shapes), "step", said)

    def _thread(self, x: float, above: tuple[Actor, float], below: tuple[Actor, float]) -> Line:
        """From hands to hands; work of both is entered and left at the side nearer to the other end."""
        (a, top), (b, bottom) = above, below
        return Line(self._end(x, a, b), top, self._end(x, b, a), bottom, self._ink("ink-tertiary", 0.7))

    def _end(self, x: float, role: Actor, other: Actor) -> float:
        if role is not Actor.BOTH:
            return self._across(x, role)
        near = Actor.CUSTOMER if other is Actor.CUSTOMER else Actor.FIRM
        return self._across(x, near)

    def _across(self, x: float, role: Actor) -> float:
        """Where a role stands in a panel."""
        room = self.wide - 2 * PAD - 2 * SIGN
        return x + PAD + SIGN + room * self.roles.index(role) / max(1, len(self.roles) - 1)

    def _key(self, steps: tuple[Step, ...], y: float) -> tuple[list[Shape], float]:
        """What the signs mean, then why steps stay."""
        theme, words = self.pen.theme, self.words
        ink = theme["ink"]
        entries = [
            LegendEntry(self.framework.name(role), _drawer(role, ink), actor_width(role, 1.0))
            for role in self.roles
        ]
        accent = Stroke(theme["accent"], 0.8)
        ring = LegendEntry(
            words("multiples.moved"),
            lambda a, b, s: (Ellipse(a + s / 2, b + s / 2, s * 0.6, s * 0.6, None, accent),),
        )
        lock = LegendEntry(words("multiples.stays"), lambda a, b, s: lock_mark(a, b, s, ink))
        stays = any(step.must_stay for step in steps)
        group, height = legend(
            [*entries, ring, *([lock] if stays else [])],
            self.pen,
            self.width,
            0,
            y + PAD,
            words("multiples.key"),
        )
        shapes: list[Shape] = [group] if group else []
        height += PAD
        for reason in dict.fromkeys(s.must_stay_reason for s in steps if s.must_stay and s.must_stay_reason):
            titles = words.listed([s.title for s in steps if s.must_stay_reason == reason])
            said = words("multiples.reason", steps=titles, reason=reason.rstrip(". "))
            note = self.pen.block(said, "small", self.width)
            shapes.append(self.pen.text(note, 0, y + height + 2, "ink-secondary"))
            height += note.height + 2
        return shapes, height

    def _high(self, block: Block) -> float:
        return max(block.height + 5, SIGN * 2.6)

    def _ink(self, role: str, width: float) -> Stroke:
        return Stroke(self.pen.theme[role], width)


def _drawer(role: Actor, ink: str) -> Sample:
    return lambda x, y, size: actor_marks(role, x, y, size, ink)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
