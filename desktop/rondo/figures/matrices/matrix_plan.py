"""The matrix measured: columns, rows, the cards of every cell, and how rows part over pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import zip_longest

from msgspec import Struct, field
from msgspec.structs import replace

from rondo.figures.matrices.matrix_cards import Card, measured
from rondo.figures.matrices.matrix_entries import Entry, sentence_case
from rondo.figures.matrices.matrix_measure import Drafting
from rondo.figures.matrices.matrix_shade import amount
from rondo.strategy.matrix.heat import Heat, Warmth
from rondo.text.shaped import Block, Span
from rondofile.enums import Architecture, Experience

EDGE = 0.5
"""Room for the line of an outer cell, so that no half of it lies outside the figure."""
TELL_THE_COUNT = (Heat.COUNT, Heat.EVIDENCE)
"""What of the measured says how many offers there are."""
Cell = tuple[Experience | None, Architecture | None]


class Columns(Struct, frozen=True):
    """Five equal columns, right of the row names or below them; `heads` are short test and name.

    `arrows_left`: whether arrows come to the left sides of cards or run where they are nearest; a gap is
    left free beside the outer column that needs it. `below` is the gap between rows."""

    left: float
    width: float
    gap: float
    below: float
    arrows_left: bool
    heads: Mapping[Architecture, tuple[Block, ...]]
    head_height: float

    def x(self, index: int) -> float:
        """The left edge of a column."""
        return self.left + index * (self.width + self.gap)

    @property
    def right(self) -> float:
        return self.x(len(Architecture)) - self.gap


class Name(Struct, frozen=True):
    """A part of a row's name: where it stands from the row's upper left corner, and its colour."""

    block: Block
    x: float
    y: float
    role: str


class Row(Struct, frozen=True):
    """One row or a part of it on one page. `counts`: offers in each whole cell, told where it ends, with
    what is measured in it (`warmth`) and how that is said (`amounts`); under None that of `loose` offers.

    `above`: what the name takes above the cells. `loose` are offers that are not connected and name no
    architecture; they stand below the five places, in as many rows of five as they need."""

    experience: Experience | None
    names: tuple[Name, ...]
    above: float
    stacks: Mapping[Architecture, tuple[Card, ...]]
    counts: Mapping[Architecture, int]
    height: float
    loose: tuple[tuple[Card, ...], ...] = ()
    loose_height: float = 0.0
    warmth: Mapping[Architecture | None, Warmth] = field(default_factory=dict)
    amounts: Mapping[Architecture | None, Block] = field(default_factory=dict)

    @property
    def whole_height(self) -> float:
        return self.above + self.height + self.loose_height


def columns(drafting: Drafting) -> Columns:
    """Column widths and heads; beside the cells the room for row names is a sixth, the rest is equal."""
    options, measure, letters = drafting.options, drafting.measure, drafting.lettering
    count = len(Architecture)
    beside = max(74.0, options.width * 0.155) if measure.beside else 0.0
    left = beside + EDGE if measure.boxed else measure.gap
    right = measure.gap if measure.boxed else EDGE
    width = (options.width - left - right - (count - 1) * measure.gap) / count
    room = width - 2 * measure.cell_pad
    heads: dict[Architecture, tuple[Block, ...]] = {}
    for architecture in Architecture:
        text = drafting.framework.architecture(architecture)
        short = letters.block(sentence_case(text.short), measure.head, room)
        below = (letters.block(text.name, "small", room),) if measure.column_names else ()
        heads[architecture] = (short, *below)
    height = max(sum(block.height for block in blocks) for blocks in heads.values())
    return Columns(
        left, width, measure.gap, measure.below, not measure.boxed, heads, height + measure.below - 1
    )


def rows(
    shown: Iterable[Entry], frame: Columns, drafting: Drafting, warmth: Mapping[Cell, Warmth]
) -> tuple[Row, ...]:
    """Four rows and the one off the grid, each as high as its fullest cell. The order is fixed and no
    row is ever ranked above another (domain C35)."""
    cells: dict[Cell, list[Card]] = {}
    for entry in shown:
        cell = (entry.placement.experience, entry.placement.architecture)
        card = measured(entry, frame.width - 2 * drafting.measure.cell_pad, drafting)
        cells.setdefault(cell, []).append(card)
    return tuple(_row(experience, cells, frame, drafting, warmth) for experience in (*Experience, None))


def _row(
    experience: Experience | None,
    cells: Mapping[Cell, list[Card]],
    frame: Columns,
    drafting: Drafting,
    warmth: Mapping[Cell, Warmth],
) -> Row:
    stacks = {a: tuple(cells.get((experience, a), ())) for a in Architecture}
    loose = tuple(cells.get((None, None), ())) if experience is None else ()
    counts = {a: len(stack) for a, stack in stacks.items()}
    names, above = _names(experience, frame, drafting, False)
    warm = {column: found for (row, column), found in warmth.items() if row is experience}
    amounts = {column: _amount(found, frame, drafting) for column, found in warm.items()}
    bare = Row(experience, names, above, stacks, counts, 0.0, _fives(loose), warmth=warm, amounts=amounts)
    return sized(bare, drafting)


def _amount(warmth: Warmth, frame: Columns, drafting: Drafting) -> Block:
    """How much there is, and below it the count where it is not said yet; as wide as a card."""
    kind, words, measure = drafting.options.heat, drafting.words, drafting.measure
    assert kind is not None
    said = [Span(amount(warmth, kind, words), weight=600)]
    if measure.counts and kind not in TELL_THE_COUNT:
        said.append(Span("\n" + words.count("matrix.offers", warmth.of)))
    return drafting.lettering.block(tuple(said), "small", frame.width - 2 * measure.cell_pad, "right")


def _names(
    experience: Experience | None, frame: Columns, drafting: Drafting, continued: bool
) -> tuple[tuple[Name, ...], float]:
    """The name of a row and its sentence, and what they take above the cells.

    Above the cells the name keeps to the first column and the sentence begins at the second: the gap
    between them stays free for arrows."""
    letters, measure = drafting.lettering, drafting.measure
    name, sentence = drafting.framework.name(experience), drafting.framework.short(experience)
    more = drafting.words("matrix_figure.continued")
    if measure.beside:
        room = frame.left - measure.gap - 2
        parts = [(name, measure.head, "ink"), (sentence, "small", "ink-secondary")]
        parts += [(more, "small", "ink-tertiary")] if continued else []
        stacked: list[Name] = []
        top = measure.cell_pad
        for text, kind, role in parts:
            block = letters.block(text, kind, room)
            stacked.append(Name(block, 0.0, top, role))
            top += block.height
        return tuple(stacked), 0.0
    said = drafting.words("matrix_figure.facts", first=sentence, rest=more) if continued else sentence
    head = letters.block(name, measure.head, frame.width - 2)
    tail = letters.block(said, "small", frame.right - frame.x(1) - 1)
    level = max(_baseline(head), _baseline(tail))
    drops = (level - _baseline(head), level - _baseline(tail))
    above = max(head.height + drops[0], tail.height + drops[1]) + 1
    first = Name(head, frame.left + 1, drops[0], "ink")
    return (first, Name(tail, frame.x(1) + 1, drops[1], "ink-secondary")), above


def sized(row: Row, drafting: Drafting) -> Row:
    """The row with the heights that its cards and its name need."""
    measure = drafting.measure
    beside = max(name.y + name.block.height for name in row.names) + measure.cell_pad
    fullest = max(stack_height(row, column, stack, drafting) for column, stack in row.stacks.items())
    height = max(measure.empty, fullest, beside if measure.beside else 0.0)
    loose = sum(max(card.height for card in five) + measure.between for five in row.loose)
    loose += row.amounts[None].height if loose and None in row.amounts else 0.0
    return replace(row, height=height, loose_height=loose + measure.below if loose else 0.0)


def stack_height(row: Row, column: Architecture, stack: tuple[Card, ...], drafting: Drafting) -> float:
    """A cell's height for its cards, with a strip below them that belongs to the count and what is
    measured alone."""
    if not stack:
        return 0.0
    measure = drafting.measure
    cards = sum(card.height + measure.between for card in stack) - measure.between
    strip = count_strip(drafting) if measure.counts else 0.0
    foot = row.amounts[column].height + measure.between if column in row.amounts else strip
    return cards + 2 * measure.cell_pad + foot


def count_strip(drafting: Drafting) -> float:
    return drafting.lettering.style("small").size * 1.1


def parted(row: Row, room: float, frame: Columns, drafting: Drafting) -> tuple[Row, Row | None]:
    """The row as far as it fits into `room`, and what is left of it. At least one card of a cell is taken,
    so that a page always brings the row forward."""
    taken: dict[Architecture, tuple[Card, ...]] = {}
    for architecture, stack in row.stacks.items():
        count = len(stack)
        while count > 1 and stack_height(row, architecture, stack[:count], drafting) > room - row.above:
            count -= 1
        taken[architecture] = stack[:count]
    left = {a: stack[len(taken[a]) :] for a, stack in row.stacks.items()}
    if any(left.values()):
        here = sized(replace(row, stacks=taken, loose=()), drafting)
        return here, _continued(replace(row, stacks=left), frame, drafting)
    fives = len(row.loose)
    here = row
    while here.whole_height > room and fives > int(not any(row.stacks.values())):
        fives -= 1
        here = sized(replace(row, loose=row.loose[:fives]), drafting)
    rest = row.loose[fives:]
    nothing: dict[Architecture, tuple[Card, ...]] = dict.fromkeys(row.stacks, ())
    return here, _continued(replace(row, stacks=nothing, loose=rest), frame, drafting) if rest else None


def _continued(row: Row, frame: Columns, drafting: Drafting) -> Row:
    """The rest of a row, which says that it is one."""
    names, above = _names(row.experience, frame, drafting, True)
    return sized(replace(row, names=names, above=above), drafting)


def _baseline(block: Block) -> float:
    return block.lines[0].y if block.lines else 0.0


def _fives(cards: tuple[Card, ...]) -> tuple[tuple[Card, ...], ...]:
    """Cards in rows of five."""
    step = len(Architecture)
    filled = zip_longest(*[iter(cards)] * step)
    return tuple(tuple(card for card in five if card is not None) for five in filled)
