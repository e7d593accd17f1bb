"""Rows out of the bytes of a damaged file, without SQLite: what is reached from the roots, then what is not.

A page that nothing leads to any more tells by its rows whose it is, so that a page above the rows, or the
first page, can go without a row going with it. Deleted rows are not brought back: in a working database
only row numbers whose own page is lost are looked for elsewhere.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from rondofile.columns import COLUMNS, NAMES, Kind
from rondofile.reading.absent import Absent
from rondofile.reading.intake import MOST_ROWS
from rondofile.records import NOUNS
from rondofile.salvage.cells import Cell, Reader
from rondofile.salvage.layout import Layout, is_listed, our_layout, told_layout
from rondofile.salvage.loose import loose_cells
from rondofile.salvage.pages import ROWS, BrokenError, Pages
from rondofile.salvage.shapes import DOUBTFUL, fits, noun_of, resembles
from rondofile.salvage.trees import Span, Tree, free_pages, walk

SECONDS = 60.0
"""Longest time that is spent on one file."""


_KEY, _OTHER_KEY = b"pending_sha256", b"min_reader"
"""What a working database and a published file know of themselves."""

_ENOUGH = 10
"""Rows of a page that tell by what they lead to whose they are."""

_SHORTEST = 16
"""Bytes that a row of ours takes at least; a file has no row number for which it has no room."""

Row = tuple[Any, ...]


class Carved(Struct):
    """`rows`: by noun and id, in the order of our columns; `then`: of an older version, as it had them.

    `pairs`: what the file knows of itself.

    `highest`: of a noun, the highest row number that anything speaks of. `cut`: rows of which a part is
    lost. `working`: whether it is a working database. `stopped`: there was more than time allowed.
    """

    layout: Layout
    rows: dict[str, dict[str, Row]] = field(default_factory=lambda: {noun: {} for noun in NOUNS})
    then: dict[str, dict[str, Row]] = field(default_factory=dict)
    pairs: dict[str, Any] = field(default_factory=dict)
    highest: dict[str, int] = field(default_factory=dict)
    cut: set[tuple[str, str]] = field(default_factory=set)
    working: bool = False
    stopped: bool = False


class Carver:
    """Carves one file. `then`: the tables of its version with their columns, where it is not of today."""

    def __init__(
        self, pages: Pages, seconds: float = SECONDS, then: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        self._pages, self._then = pages, then or {}
        self._taken: set[int] = set()
        self._reader = Reader(pages, self._taken)
        self._until = time.monotonic() + seconds
        self.trees: dict[str, Tree] = {}
        """What was reached from the root of every table, by its name."""
        self._broken: dict[int, tuple[str, list[Cell]]] = {}
        self._left = MOST_ROWS
        self._carved = Carved(self._layout())

    def carve(self) -> Carved:
        """Everything that is found."""
        carved = self._carved
        carved.working = self._is_working(carved.layout)
        self._climb()
        strays = self._strays()
        for number in strays:
            self._take_stray(number)
        for number, (noun, cells) in self._broken.items():
            self._take_loose(number, noun, cells)
        for number in self._unknown():
            self._take_loose(number, "", [])
        carved.stopped = self._spent()
        return carved

    def about(self) -> dict[str, Any]:
        """What the file knows of itself, without its rows."""
        for name in ("meta", "work"):
            if name in self._carved.layout.roots:
                self.trees[name] = walk(self._pages, self._carved.layout.roots[name], self._taken)
                for number, span in tuple(self.trees[name].leaves):
                    self._take_leaf(name, number, span)
        return self._carved.pairs

    def _is_working(self, layout: Layout) -> bool:
        """Whether it is a working database: as it says itself, else by what only such a one writes down."""
        data = self._pages.data
        return "work" in layout.told or (not layout.told and _KEY in data and _OTHER_KEY not in data)

    def _layout(self) -> Layout:
        listed: list[Cell] = []
        for number, _ in walk(self._pages, 1, self._taken).leaves:
            cells = [cell for cell in self._cells(number) if is_listed(cell.values)]
            listed += cells
            if not cells:
                self._taken.discard(number)
        told = told_layout(listed, int.from_bytes(self._pages.data[60:64], "big"))
        ours = our_layout(self._pages.size)
        if not told.told:
            self._taken.clear()
            return ours
        columns = {**told.columns, **self._then}
        roots, indexes = {**ours.roots, **told.roots}, {**ours.indexes, **told.indexes}
        return Layout(roots, indexes, columns, told.told)

    def _climb(self) -> None:
        """What is reached from the roots. Every tree is walked before a row is read, so that a page of one
        is never taken for the rest of a row of another."""
        roots = self._carved.layout.roots
        for name in ("meta", "work", *NOUNS, *self._then, *roots):
            if name in roots and name not in self.trees:
                self.trees[name] = walk(self._pages, roots[name], self._taken)
        sure = [noun for noun in dict.fromkeys((*NOUNS, *self._then)) if noun not in DOUBTFUL]
        for name in ("meta", "work", *sure, *DOUBTFUL):
            for number, span in self.trees[name].leaves if name in self.trees else ():
                self._take_leaf(name, number, span)

    def _take_leaf(self, name: str, number: int, span: Span) -> None:
        cells = self._cells(number)
        if not self._is_of(name, cells, span):
            self._taken.discard(number)
            self.trees[name].lost.append(span)
            return
        if self._is_incomplete(number, cells):
            self._broken[number] = (name, cells)
            self.trees[name].lost.append(span)
        for cell in cells:
            self._keep(name, cell)

    def _is_of(self, noun: str, cells: Sequence[Cell], span: Span) -> bool:
        """Whether a page that stands where rows of a noun should does hold such rows."""
        low, high = span
        if 2 * sum(low < cell.rowid <= high for cell in cells) < len(cells):
            return False
        rows = [cell.values for cell in cells]
        some = rows[:: 1 + len(rows) // _ENOUGH] if noun in DOUBTFUL else []
        if some and noun_of(some, self._carved.rows, noun) not in (noun, ""):
            return False
        return resembles(rows, len(self._carved.layout.names(noun)))

    def _is_incomplete(self, number: int, cells: Sequence[Cell]) -> bool:
        """Whether there are more rows on the page than its own description led to.

        A published page is filled without gaps; those of a working database are what deleted rows left.
        """
        pages, at = self._pages, self._pages.header(number)
        if len(cells) < int.from_bytes(pages.data[at + 3 : at + 5], "big"):
            return True
        filled = pages.size - int.from_bytes(pages.data[at + 5 : at + 7], "big")
        return not self._carved.working and sum(cell.end - cell.start for cell in cells) < filled

    def _strays(self) -> list[int]:
        """Pages of rows that nothing leads to, taken before any of them is read."""
        pages = self._pages
        free = free_pages(pages) if self._carved.working else set()
        found = [
            number
            for number in range(1, pages.count + 1)
            if number not in self._taken
            and number not in free
            and pages.kind(number) == ROWS
            and pages.cells(number) is not None
        ]
        self._taken.update(found)
        self._taken.update(free)
        return found

    def _take_stray(self, number: int) -> None:
        cells = self._cells(number)
        noun = noun_of([cell.values for cell in cells], self._carved.rows)
        if noun:
            for cell in cells:
                if self._is_missing(noun, cell.rowid):
                    self._keep(noun, cell)
        elif cells and all(len(cell.values) == 2 for cell in cells):
            for cell in cells:
                self._keep("meta", cell)
        if self._is_incomplete(number, cells):
            self._broken[number] = (noun, cells)

    def _take_loose(self, number: int, noun: str, found: list[Cell]) -> None:
        if self._spent():
            return
        for cell in loose_cells(self._pages, self._reader, number, found):
            whose = noun if noun and fits(noun, cell.values) else noun_of([cell.values], self._carved.rows)
            if whose and self._is_missing(whose, cell.rowid):
                self._keep(whose, cell)

    def _unknown(self) -> Iterator[int]:
        """Pages that are of no tree, no rest of a row, no index, and not empty."""
        pages = self._pages
        nothing = bytes(pages.size)
        for number in range(1, pages.count + 1):
            if number in self._taken or number in self._reader.followed or pages.is_index(number):
                continue
            start = pages.start(number)
            if pages.data[start : start + pages.size] != nothing:
                yield number

    def _is_missing(self, noun: str, rowid: int) -> bool:
        """Whether that row may be taken from a place that no tree leads to."""
        return not self._carved.working or noun not in self.trees or self.trees[noun].misses(rowid)

    def _cells(self, number: int) -> list[Cell]:
        found: list[Cell] = []
        if self._spent():
            return found
        end = self._pages.start(number) + self._pages.size
        for at in self._pages.cells(number) or ():
            try:
                found.append(self._reader.cell(at, end))
            except BrokenError:
                continue
        self._left -= len(found)
        return found

    def _spent(self) -> bool:
        return self._left < 0 or time.monotonic() > self._until

    def _keep(self, name: str, cell: Cell) -> None:
        carved = self._carved
        if name in self._then and cell.values and isinstance(cell.values[0], str):
            carved.then.setdefault(name, {}).setdefault(cell.values[0], cell.values)
        if name not in NOUNS:
            if len(cell.values) == 2 and isinstance(cell.values[0], str):
                carved.pairs.setdefault(cell.values[0], cell.values[1])
            return
        row = in_our_columns(name, cell.values, carved.layout.names(name))
        if not isinstance(row[0], str):
            return
        key, table = (name, row[0]), carved.rows[name]
        if key[1] not in table or (key in carved.cut and not cell.cut):
            table[key[1]] = row
            carved.cut.discard(key)
            if cell.cut:
                carved.cut.add(key)
        if cell.rowid < len(self._pages.data) // _SHORTEST:
            carved.highest[name] = max(carved.highest.get(name, 0), cell.rowid)


def in_our_columns(noun: str, values: Row, names: Sequence[str]) -> Row:
    """A row in the order of our columns. Whole numbers of REAL columns, which are stored short, are REAL."""
    if names is NAMES[noun] and len(values) == len(names):
        row = list(values)
    else:
        there = dict(zip(names, values, strict=False))
        row = [there.get(name, Absent.ABSENT) for name in NAMES[noun]]
    for index in _REALS[noun]:
        if type(row[index]) is int:
            row[index] = float(row[index])
    return tuple(row)


_REALS = {
    noun: tuple(index for index, column in enumerate(columns) if column.kind is Kind.REAL)
    for noun, columns in COLUMNS.items()
}
