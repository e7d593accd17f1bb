"""Three moments, before over after: where it hurts most today and what the redesign makes of it.

What lies between is folded to a count, and what gets worse has a column of its own (practice R22, N14).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rondo.figures.lettering import Lettering
from rondo.figures.moments_card import MomentCard, Teller, drawn_card, gone_card, step_card
from rondo.figures.moments_found import Moment, Story, between, found_moments
from rondo.figures.shapes import Arrow, Figure, Line, Shape, Stroke
from rondo.figures.theme import Theme
from rondo.strategy.framework import Framework
from rondo.text.shaped import Block, TextEngine
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Journey, Step

LABELS, GAP = 0.115, 0.083
"""The shares of the width that the row labels and the space between two cards take."""
APART = 16.0
"""The space before the column of what is new."""
ROWS, STACK, EDGE = 15.0, 4.0, 1.0


def moments_figure(
    project: Project,
    as_is_id: str,
    to_be_id: str | None,
    *,
    framework: Framework,
    words: Words,
    theme: Theme,
    engine: TextEngine,
    width: float,
) -> Figure | None:
    """The worst moments of a journey over what they become, at that width in points.

    None when nothing hurts today and the redesign adds nothing that does. KeyError: no such journey."""
    story = found_moments(project, as_is_id, to_be_id)
    if not story.columns:
        return None
    teller = Teller(project, framework, words, Lettering.fitting(engine, theme, width))
    return _Sheet(teller, story, width).figure(project.get(Journey, as_is_id).name)


@dataclass(frozen=True, slots=True)
class _Stack:
    """Redesigned cards one above the other, under the columns from `first` to `last`."""

    cards: tuple[MomentCard, ...]
    first: int
    last: int

    @property
    def height(self) -> float:
        return sum(card.height for card in self.cards) + STACK * (len(self.cards) - 1)


@dataclass(frozen=True)
class _Sheet:
    teller: Teller
    story: Story
    width: float

    @property
    def pen(self) -> Lettering:
        return self.teller.pen

    @property
    def words(self) -> Words:
        return self.teller.words

    def figure(self, name: str) -> Figure:
        today = [self._today(moment, column) for column, moment in enumerate(self.story.columns)]
        high = max(
            [self.pen.block(self.words("moments.today"), "title").height, *(c.height for c in today if c)]
        )
        shapes = self._labels("moments.today", self.story.today, EDGE)
        for column, card in enumerate(today):
            at = self._left(column)
            shapes += [drawn_card(card, at, EDGE, high, self.pen)] if card else self._not_there(at, high)
        shapes += self._folds(self.story.today, [(m.today, m.today) for m in self.story.columns], EDGE, high)
        bottom = EDGE + high
        if self.story.redesigned:
            more, bottom = self._redesign(bottom)
            shapes += more
        title = self.words("moments.title", name=name)
        return Figure(self.width, bottom + EDGE, tuple(shapes), title, " ".join(self._sentences()))

    def _redesign(self, above: float) -> tuple[list[Shape], float]:
        """The lower row, the arrows to it, what is apart and what else is new; and where it ends."""
        top = above + ROWS
        stacks = list(self._stacks())
        high = max(stack.height for stack in stacks)
        shapes = self._labels("moments.then", self.story.then, top)
        for stack in stacks:
            shapes += self._drawn(stack, top, high)
        for column, moment in enumerate(self.story.columns):
            if moment.today:
                middle = self._left(column) + self._wide / 2
                ink = Stroke(self.pen.theme["ink-tertiary"], 0.9)
                shapes.append(Arrow(((middle, above + 2), (middle, top - 2)), ink, head=4.0))
        ends = [self._ends(moment) for moment in self.story.columns]
        shapes += self._folds(self.story.then, ends, top, high)
        bottom = top + high
        if self.story.new and self.story.moments:
            x = self._left(len(self.story.moments)) - APART / 2
            shapes.append(Line(x, EDGE, x, bottom, Stroke(self.pen.theme["line"], 0.75)))
        if self.story.also:
            text = self.words("moments.also", steps=self.words.listed([s.title for s in self.story.also]))
            block = self.pen.block(text, "small", self.width - self._first)
            shapes.append(self.pen.text(block, self._first, bottom + 5, "bad"))
            bottom += 5 + block.height
        return shapes, bottom

    def _labels(self, key: str, path: tuple[Step, ...], y: float) -> list[Shape]:
        """What a row shows, and how many steps that journey has in all."""
        room = self._first - 4
        name = self.pen.block(self.words(key), "title", room)
        count = self.pen.block(self.words.count("moments.steps", len(path)), "small", room)
        return [
            self.pen.text(name, 0, y + 4),
            self.pen.text(count, 0, y + 5 + name.height, "ink-tertiary"),
        ]

    def _today(self, moment: Moment, column: int) -> MomentCard | None:
        step = moment.today
        row = self.words("moments.today")
        return step_card(step, f"step-{step.id}", row, self._wide, self.teller, []) if step else None

    def _not_there(self, x: float, high: float) -> list[Shape]:
        """Above a step that the redesign adds: that today knows nothing of it."""
        name = self.pen.block(self.words("moments.new"), "title", self._wide)
        note = self.pen.block(self.words("moments.not_there"), "small", self._wide)
        y = EDGE + max(0.0, high - name.height - note.height)
        return [self.pen.text(name, x, y, "bad"), self.pen.text(note, x, y + name.height, "ink-secondary")]

    def _stacks(self) -> Iterator[_Stack]:
        """What the columns become; neighbours that become the same share one wide card."""
        columns, seen = self.story.columns, set[str]()
        first = 0
        while first < len(columns):
            last, then = first, columns[first].then
            while then and last + 1 < len(self.story.moments) and columns[last + 1].then == then:
                last += 1
            wide = self._left(last) + self._wide - self._left(first)
            cards = tuple(self._then_card(step, columns[first], wide, seen) for step in then)
            today = columns[first].today
            yield _Stack(cards or ((gone_card(today, wide, self.teller),) if today else ()), first, last)
            first = last + 1

    def _then_card(self, step: Step, moment: Moment, wide: float, seen: set[str]) -> MomentCard:
        """A redesigned step; what another column shows too has that column's step before its id."""
        key = f"step-{step.id}"
        if step.id in seen and moment.today:
            key = f"{moment.today.id}--{key}"
        seen.add(step.id)
        return step_card(step, key, self.words("moments.then"), wide, self.teller, self._notes(step))

    def _notes(self, step: Step) -> list[tuple[str, str]]:
        """That it hurts anew, stands for several steps of today, or lies off the main path."""
        words, notes = self.words, list[tuple[str, str]]()
        if step.id in self.story.hurts and step.id in self.story.origins:
            notes.append((words("moments.new_pain"), "bad"))
        if self.story.origins.get(step.id, 0) > 1:
            notes.append((words.count("moments.merged", self.story.origins[step.id]), "ink-secondary"))
        if step.id not in {other.id for other in self.story.then}:
            notes.append((self._other_way(step), "ink-secondary"))
        return notes

    def _other_way(self, step: Step) -> str:
        into = (link for link in self.teller.project.links_of(step.journey) if link.target == step.id)
        share = next((link.share for link in into if link.share is not None), None)
        if share is None:
            return self.words("moments.other_way")
        return self.words("moments.other_way_share", share=self.words.number(share))

    def _drawn(self, stack: _Stack, top: float, high: float) -> list[Shape]:
        """The cards of a stack, grown alike until they are as high as their row."""
        spare = (high - stack.height) / max(1, len(stack.cards))
        shapes: list[Shape] = []
        for card in stack.cards:
            shapes.append(drawn_card(card, self._left(stack.first), top, card.height + spare, self.pen))
            top += card.height + spare + STACK
        return shapes

    def _ends(self, moment: Moment) -> tuple[Step | None, Step | None]:
        """The first and the last step of the redesigned path that a moment becomes."""
        place = {step.id: number for number, step in enumerate(self.story.then)}
        on_path = sorted((s for s in moment.then if s.id in place), key=lambda step: place[step.id])
        return (on_path[0], on_path[-1]) if on_path else (None, None)

    def _folds(
        self, path: tuple[Step, ...], ends: list[tuple[Step | None, Step | None]], y: float, high: float
    ) -> list[Shape]:
        """Between two moments, how many steps lie between them; nothing before what is new."""
        shapes: list[Shape] = []
        for column, ((_, a), (b, _)) in enumerate(pairwise(ends[: len(self.story.moments)])):
            folded = between(path, a, b)
            if folded:
                shapes.append(self._fold(folded, self._left(column) + self._wide, y + high / 2))
        return shapes

    def _fold(self, folded: int, x: float, middle: float) -> Shape:
        gap = self.width * GAP
        text = self.words.count("moments.between", folded)
        block: Block = self.pen.block(text, "small", gap - 3, align="center")
        return self.pen.text(block, x + 1.5, middle - block.height / 2, "ink-tertiary")

    @property
    def _first(self) -> float:
        return self.width * LABELS

    @property
    def _wide(self) -> float:
        """How wide a card is: never so wide that a single one fills the page."""
        shown = len(self.story.moments)
        between_them = self.width * GAP * max(0, shown - 1) + (APART if self.story.new and shown else 0)
        room = self.width - self._first - between_them - EDGE
        return min(room / len(self.story.columns), self.width * 0.27)

    def _left(self, column: int) -> float:
        shown = len(self.story.moments)
        if column < shown or not shown:
            return self._first + column * (self._wide + self.width * GAP)
        return self._left(shown - 1) + self._wide + APART

    def _sentences(self) -> Iterator[str]:
        """The figure for those who cannot see it."""
        words = self.words
        for moment in self.story.moments:
            step = moment.today.title if moment.today else ""
            then = words.listed([one.title for one in moment.then])
            key = "becomes" if then else "gone" if self.story.redesigned else "hurts"
            yield words(f"moments.{key}", step=step, then=then)
        if self.story.new:
            yield words("moments.added", step=self.story.new.then[0].title)
