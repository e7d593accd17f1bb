"""The matrix measured: columns, rows, the cards of every cell, and how rows part over pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from rondo.figures.lettering import Lettering
from rondo.figures.matrix_cards import Card, measured
from rondo.figures.matrix_entries import Entry, MatrixOptions, sentence_case
from rondo.strategy.framework import Framework
from rondo.text.shaped import Block
from rondo.words import Words
from rondofile.enums import Architecture, Experience

CELL_PAD = 3.0
GAP = 7.0
BETWEEN_CARDS = 3.0
Cell = tuple[Experience | None, Architecture | None]


@dataclass(frozen=True, slots=True)
class Columns:
    """Five equal columns to the right of the row names; `heads` are short test and name."""

    head_width: float
    width: float
    heads: Mapping[Architecture, tuple[Block, Block]]
    head_height: float

    def x(self, index: int) -> float:
        """The left edge of a column."""
        return self.head_width + index * (self.width + GAP)

    @property
    def right(self) -> float:
        return self.x(len(Architecture)) - GAP


@dataclass(frozen=True, slots=True)
class Row:
    """One row or a part of it on one page. `counts`: offers in each whole cell, told where it ends.

    `loose` are offers that are not connected and name no architecture; they stand below the five places,
    in as many rows of five as they need."""

    experience: Experience | None
    names: tuple[tuple[Block, str], ...]
    stacks: Mapping[Architecture, tuple[Card, ...]]
    counts: Mapping[Architecture, int]
    height: float
    loose: tuple[tuple[Card, ...], ...] = ()
    loose_height: float = field(default=0.0)

    @property
    def whole_height(self) -> float:
        return self.height + self.loose_height


def columns(framework: Framework, lettering: Lettering, options: MatrixOptions) -> Columns:
    """Column widths and heads; the room for row names is a sixth, the rest is shared equally."""
    head_width = max(70.0, options.width * 0.15)
    width = (options.width - head_width - len(Architecture) * GAP) / len(Architecture)
    room = width - 2 * CELL_PAD
    heads = {
        a: (
            lettering.block(sentence_case(framework.short(a)), "head", room),
            lettering.block(framework.name(a), "small", room),
        )
        for a in Architecture
    }
    height = max(first.height + second.height for first, second in heads.values())
    return Columns(head_width, width, heads, height + 4)


def rows(
    shown: Iterable[Entry],
    frame: Columns,
    framework: Framework,
    lettering: Lettering,
    words: Words,
    options: MatrixOptions,
) -> tuple[Row, ...]:
    """Four rows and the one off the grid, each as high as its fullest cell. The order is fixed and no
    row is ever ranked above another (domain C35)."""
    facts = options.detail == "offers"
    cells: dict[Cell, list[Card]] = {}
    for entry in shown:
        cell = (entry.placement.experience, entry.placement.architecture)
        card = measured(entry, frame.width - 2 * CELL_PAD, lettering, words, facts)
        cells.setdefault(cell, []).append(card)
    return tuple(_row(e, cells, frame, framework, lettering) for e in (*Experience, None))


def _row(
    experience: Experience | None,
    cells: Mapping[Cell, list[Card]],
    frame: Columns,
    framework: Framework,
    lettering: Lettering,
) -> Row:
    room = frame.head_width - GAP - 2
    names = (
        (lettering.block(framework.name(experience), "head", room), "ink"),
        (lettering.block(framework.short(experience), "small", room), "ink-secondary"),
    )
    stacks = {a: tuple(cells.get((experience, a), ())) for a in Architecture}
    loose = tuple(cells.get((None, None), ())) if experience is None else ()
    counts = {a: len(stack) for a, stack in stacks.items()}
    return sized(Row(experience, names, stacks, counts, 0.0, _fives(loose)), lettering)


def sized(row: Row, lettering: Lettering) -> Row:
    """The row with the heights that its cards and its name need."""
    least = lettering.size * (4.6 if row.experience is not None else 3.4)
    name = sum(block.height for block, _ in row.names) + 2 * CELL_PAD
    fullest = max(stack_height(stack, lettering) for stack in row.stacks.values())
    loose = sum(max(card.height for card in five) + BETWEEN_CARDS for five in row.loose)
    return replace(row, height=max(least, name, fullest), loose_height=loose + GAP if loose else 0.0)


def stack_height(stack: tuple[Card, ...], lettering: Lettering) -> float:
    """A cell's height for its cards, with a strip below them that belongs to the count alone."""
    if not stack:
        return 0.0
    return sum(card.height + BETWEEN_CARDS for card in stack) + 2 * CELL_PAD + count_strip(lettering)


def count_strip(lettering: Lettering) -> float:
    return lettering.style("small").size * 1.1


def parted(row: Row, room: float, lettering: Lettering) -> tuple[Row, Row | None]:
    """The row as far as it fits into `room`, and what is left of it. At least one card of a cell is taken,
    so that a page always brings the row forward."""
    taken: dict[Architecture, tuple[Card, ...]] = {}
    for architecture, stack in row.stacks.items():
        count = len(stack)
        while count > 1 and stack_height(stack[:count], lettering) > room:
            count -= 1
        taken[architecture] = stack[:count]
    left = {a: stack[len(taken[a]) :] for a, stack in row.stacks.items()}
    if any(left.values()):
        here = sized(replace(row, stacks=taken, loose=()), lettering)
        return here, sized(replace(row, stacks=left), lettering)
    fives = len(row.loose)
    here = row
    while here.whole_height > room and fives > int(not any(row.stacks.values())):
        fives -= 1
        here = sized(replace(row, loose=row.loose[:fives]), lettering)
    rest = row.loose[fives:]
    nothing: dict[Architecture, tuple[Card, ...]] = dict.fromkeys(row.stacks, ())
    return here, sized(replace(row, stacks=nothing, loose=rest), lettering) if rest else None


def _fives(cards: tuple[Card, ...]) -> tuple[tuple[Card, ...], ...]:
    """Cards in rows of five."""
    step = len(Architecture)
    filled = zip_longest(*[iter(cards)] * step)
    return tuple(tuple(card for card in five if card is not None) for five in filled)
