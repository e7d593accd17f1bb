"""What a moment becomes: a card, several cards, a card with another way beside it, or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from rondo.figures.lettering import Lettering
from rondo.figures.shapes import Group, Shape
from rondo.figures.three_moments.moments_card import (
    INDENT,
    LEFT,
    CardLine,
    MomentCard,
    Note,
    Teller,
    drawn_card,
    gone_card,
    line_sign,
    step_card,
)
from rondo.figures.three_moments.moments_columns import Columns
from rondo.figures.three_moments.moments_found import Moment, Story
from rondofile.records import Step

APART = 4.0


class Aside(Struct, frozen=True):
    """A way that only some take, in quiet letters under the card of the main path."""

    key: str
    said: str
    line: CardLine


class Stack(Struct, frozen=True):
    """What stands under the columns from `first` to `last`, from above."""

    cards: tuple[MomentCard, ...]
    asides: tuple[Aside, ...]
    first: int
    last: int

    @property
    def height(self) -> float:
        parts = [card.height for card in self.cards] + [one.line.block.height for one in self.asides]
        return sum(parts) + APART * (len(parts) - 1)

    @property
    def single(self) -> bool:
        return len(self.cards) == 1 and not self.asides


class Stacker(Struct, frozen=True, dict=True):
    """Makes the lower row of a story."""

    story: Story
    columns: Columns
    teller: Teller

    def stacks(self) -> Iterator[Stack]:
        """What the columns become, in order; neighbours that become the same share one wide card."""
        moments, seen = self.story.columns, set[str]()
        first = 0
        while first < len(moments):
            last, then = first, moments[first].then
            while then and last + 1 < len(self.story.moments) and moments[last + 1].then == then:
                last += 1
            yield self._stack(moments[first], first, last, seen)
            first = last + 1

    def _stack(self, moment: Moment, first: int, last: int, seen: set[str]) -> Stack:
        wide = self.columns.across(first, last)
        if not moment.then and moment.today:
            return Stack((gone_card(moment.today, wide, self.teller),), (), first, last)
        quiet = [step for step in moment.then if self._is_aside(step, moment)]
        cards, asides = [], []
        for step in moment.then:
            key = f"step-{step.id}"
            if step.id in seen and moment.today:
                key = f"{moment.today.id}--{key}"
            seen.add(step.id)
            if step in quiet:
                asides.append(self._aside(step, key, wide))
            else:
                row = self.teller.words("moments.then")
                cards.append(step_card(step, key, row, wide, self.teller, self._notes(step)))
        return Stack(tuple(cards), tuple(asides), first, last)

    def _is_aside(self, step: Step, moment: Moment) -> bool:
        """Off the main path beside a step that is on it, and not hurting anew: what hurts is never quiet."""
        on_path = {one.id for one in self.story.then}
        beside = any(one.id in on_path for one in moment.then)
        return beside and step.id not in on_path and step.id not in self.story.hurts

    def _aside(self, step: Step, key: str, wide: float) -> Aside:
        words = self.teller.words
        text = words("moments.aside", way=self._other_way(step), step=step.title)
        block = self.teller.pen.block(text, "small", wide - LEFT - INDENT)
        line = CardLine(block, "ink-secondary", step.feeling, marked=True)
        return Aside(key, text, line)

    def _notes(self, step: Step) -> list[Note]:
        """That it hurts anew, stands for several steps of today, or lies off the main path."""
        words, notes = self.teller.words, list[Note]()
        if step.id in self.story.hurts and step.id in self.story.origins:
            notes.append((words("moments.new_pain"), "bad"))
        if self.story.origins.get(step.id, 0) > 1:
            notes.append((words.count("moments.merged", self.story.origins[step.id]), "ink-secondary"))
        if step.id not in {other.id for other in self.story.then}:
            notes.append((self._other_way(step), "ink-secondary"))
        return notes

    def _other_way(self, step: Step) -> str:
        """How many take it, where that is known."""
        words = self.teller.words
        into = (link for link in self.teller.project.links_of(step.journey) if link.target == step.id)
        share = next((link.share for link in into if link.share is not None), None)
        if share is None:
            return words("moments.other_way")
        return words("moments.other_way_share", share=words.number(share))


def drawn_stack(stack: Stack, x: float, y: float, high: float, pen: Lettering) -> list[Shape]:
    """The stack with its upper left corner at x, y; a single card is as high as the others of its row."""
    shapes: list[Shape] = []
    for card in stack.cards:
        height = high if stack.single else card.height
        shapes.append(drawn_card(card, x, y, height, pen))
        y += height + APART
    for aside in stack.asides:
        text = pen.text(aside.line.block, x + LEFT + INDENT, y, aside.line.role)
        sign = line_sign(aside.line, x + LEFT, y, pen)
        shapes.append(Group(aside.key, (*sign, text), "step", aside.said))
        y += aside.line.block.height + APART
    return shapes
