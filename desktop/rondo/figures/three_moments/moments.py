"""Three moments, before over after: where it hurts most today and what the redesign makes of it.

What lies between is folded to a count, and what gets worse has a column of its own (practice R22, N14).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from rondo.figures.lettering import Lettering
from rondo.figures.shapes import Arrow, Figure, Line, Shape, Stroke, Text
from rondo.figures.theme import Theme
from rondo.figures.three_moments.moments_card import MomentCard, Teller, drawn_card, step_card
from rondo.figures.three_moments.moments_columns import APART, Columns
from rondo.figures.three_moments.moments_found import Moment, Story, between, found_moments
from rondo.figures.three_moments.moments_stack import Stacker, drawn_stack
from rondo.strategy.framework.whole import Framework
from rondo.text.shaped import TextEngine
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Journey, Step

ROWS, EDGE, LOWER = 14.0, 1.0, 5.0
"""Between the rows; around everything; how far a label stands below the top of its row."""

Ends = tuple[Step | None, Step | None]


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
    columns = Columns(width, len(story.moments), story.new is not None)
    return _Sheet(teller, story, columns).figure(project.get(Journey, as_is_id).name)


class _Sheet(Struct, frozen=True, dict=True):
    teller: Teller
    story: Story
    columns: Columns

    @property
    def pen(self) -> Lettering:
        return self.teller.pen

    @property
    def words(self) -> Words:
        return self.teller.words

    def figure(self, name: str) -> Figure:
        """Today's row, the redesign's below it."""
        shapes, bottom = self._today()
        if self.story.redesigned:
            shapes, bottom = self._redesign(shapes, bottom)
        title = self.words("moments.title", name=name)
        said = " ".join(self._sentences())
        return Figure(self.columns.width, bottom + EDGE, tuple(shapes), title, said)

    def _today(self) -> tuple[list[Shape], float]:
        """The upper row, its cards equally high, and where it ends."""
        labels, low = self._labels("moments.today", self.story.today, self.story.every[0], EDGE)
        cards = [self._today_card(moment) for moment in self.story.columns]
        missing = self._missing()
        heights = [card.height for card in cards if card] + [sum(t.block.height for t in missing)]
        high = max(low - EDGE, *heights)
        shapes: list[Shape] = [*labels]
        for column, card in enumerate(cards):
            if card:
                shapes.append(drawn_card(card, self.columns.left(column), EDGE, high, self.pen))
        y = EDGE + high
        for text in reversed(missing):
            y -= text.block.height
            shapes.append(Text(text.x, y, text.block, text.colour))
        ends = [(moment.today, moment.today) for moment in self.story.moments]
        shapes += self._folds(self.story.today, ends, EDGE, high)
        return shapes, EDGE + high

    def _today_card(self, moment: Moment) -> MomentCard | None:
        step, row = moment.today, self.words("moments.today")
        return step_card(step, f"step-{step.id}", row, self.columns.wide, self.teller, []) if step else None

    def _missing(self) -> list[Text]:
        """Above a step that the redesign adds: that it is new."""
        if not self.story.new or self.story.new.today:
            return []
        x = self.columns.left(len(self.story.moments))
        new = self.pen.block(self.words("moments.new"), "title", self.columns.wide)
        note = self.pen.block(self.words("moments.not_there"), "small", self.columns.wide)
        return [self.pen.text(new, x, 0, "bad"), self.pen.text(note, x, 0, "ink-secondary")]

    def _redesign(self, shapes: list[Shape], above: float) -> tuple[list[Shape], float]:
        """Both rows, the arrows from one to the other, what is apart and what else is new; and the end."""
        top = above + ROWS
        stacks = list(Stacker(self.story, self.columns, self.teller).stacks())
        high = max((stack.height for stack in stacks if stack.single), default=0.0)
        labels, low = self._labels("moments.then", self.story.then, self.story.every[1], top)
        shapes += labels
        for stack in stacks:
            shapes += drawn_stack(stack, self.columns.left(stack.first), top, high, self.pen)
        shapes += self._arrows(above, top)
        middle = high or min(stack.cards[0].height for stack in stacks)
        shapes += self._folds(self.story.then, [self._ends(m) for m in self.story.moments], top, middle)
        bottom = max(low, top + max(stack.height for stack in stacks))
        shapes += self._apart(bottom)
        for also in self._also(bottom + LOWER):
            shapes.append(also)
            bottom = also.y + also.block.height
        return shapes, bottom

    def _arrows(self, above: float, top: float) -> Iterator[Arrow]:
        ink = Stroke(self.pen.theme["ink-tertiary"], 0.9)
        for column, moment in enumerate(self.story.columns):
            if moment.today:
                middle = self.columns.left(column) + self.columns.wide / 2
                yield Arrow(((middle, above + 2), (middle, top - 1.5)), ink, head=4.0)

    def _apart(self, bottom: float) -> list[Shape]:
        """A hairline before what is new."""
        if not (self.story.new and self.story.moments):
            return []
        x = self.columns.left(len(self.story.moments)) - APART / 2
        return [Line(x, EDGE, x, bottom, Stroke(self.pen.theme["line"], 0.75))]

    def _also(self, y: float) -> Iterator[Text]:
        """Below everything the other steps that hurt anew, by name."""
        if self.story.also:
            names = self.words.listed([step.title for step in self.story.also])
            text = self.words("moments.also", steps=names)
            block = self.pen.block(text, "small", self.columns.width - self.columns.first)
            yield self.pen.text(block, self.columns.first, y, "bad")

    def _labels(self, key: str, path: tuple[Step, ...], every: int, y: float) -> tuple[list[Shape], float]:
        """What a row shows, how many steps its journey has, in all and on its main path; where that ends."""
        room = self.columns.first - 4
        name = self.pen.block(self.words(key), "title", room)
        counts = [self.words.count("moments.steps", every)]
        if len(path) < every:
            counts.append(self.words.count("moments.on_path", len(path)))
        count = self.pen.block(self.words("list.comma").join(counts), "small", room)
        below = y + LOWER + name.height
        texts = [self.pen.text(name, 0, y + LOWER), self.pen.text(count, 0, below, "ink-tertiary")]
        return [*texts], below + count.height

    def _ends(self, moment: Moment) -> Ends:
        """The first and the last step of the redesigned path that a moment becomes."""
        place = {step.id: number for number, step in enumerate(self.story.then)}
        on_path = sorted((s for s in moment.then if s.id in place), key=lambda step: place[step.id])
        return (on_path[0], on_path[-1]) if on_path else (None, None)

    def _folds(self, path: tuple[Step, ...], ends: list[Ends], y: float, high: float) -> Iterator[Shape]:
        """Between two moments how many steps lie between; an arrow where the one follows the other."""
        for column, ((_, a), (b, _)) in enumerate(pairwise(ends)):
            folded = between(path, a, b)
            x, middle = self.columns.left(column) + self.columns.wide, y + high / 2
            if folded == 0:
                ink = Stroke(self.pen.theme["ink-tertiary"], 0.9)
                yield Arrow(((x + 2, middle), (x + self.columns.gap - 1.5, middle)), ink, head=4.0)
            elif folded:
                text = self.words.count("moments.between", folded)
                block = self.pen.block(text, "small", self.columns.gap - 4, align="center")
                yield self.pen.text(block, x + 2, middle - block.height / 2, "ink-tertiary")

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
