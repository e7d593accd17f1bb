"""Lines: some lines of a shaped block that stand together, cut where a page ends without moving any glyph."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct
from msgspec.structs import replace

from rondo.text.shaped import Block, Line


class Lines(Struct, frozen=True):
    """The lines first..last-1 of a block; `edges` are the upper edge of its first line and the lower edge of
    every line. Cutting copies nothing, so that a text of a hundred pages takes as long as its lines."""

    whole: Block
    edges: tuple[float, ...]
    first: int
    last: int

    @staticmethod
    def of(block: Block) -> Lines:
        """All lines of a block."""
        return Lines(block, (0.0, *_bottoms(block)), 0, len(block.lines))

    def __len__(self) -> int:
        return self.last - self.first

    @property
    def height(self) -> float:
        """From the upper edge of the first to the lower edge of the last line, in points."""
        return self.edges[self.last] - self.edges[self.first]

    def within(self, height: float) -> int:
        """How many of the lines stand within a height."""
        reach = self.edges[self.first] + height + 0.01
        return bisect_right(self.edges, reach, self.first + 1, self.last + 1) - self.first - 1

    def cut(self, count: int) -> tuple[Lines, Lines]:
        """The first so many lines, and the others."""
        at = self.first + count
        return replace(self, last=at), replace(self, first=at)

    def block(self) -> Block:
        """The lines as a block of their own, moved up to its head."""
        if len(self) == len(self.whole.lines):
            return self.whole
        up = self.edges[self.first]
        lines = tuple(_moved(line, -up) for line in self.whole.lines[self.first : self.last])
        return replace(self.whole, lines=lines, height=self.height)


def _bottoms(block: Block) -> list[float]:
    """The lower edge of every line; all lines keep below their baseline what the last one keeps."""
    if not block.lines:
        return []
    under = min(block.height - block.lines[-1].y, block.style.size * block.style.leading * 0.4)
    return [*(line.y + under for line in block.lines[:-1]), block.height]


def _moved(line: Line, dy: float) -> Line:
    runs = tuple(replace(run, ys=tuple(y + dy for y in run.ys)) for run in line.runs)
    return replace(line, y=line.y + dy, runs=runs)
