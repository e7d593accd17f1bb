"""Rows on a page whose own description is gone: found by trying every place at which one could begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rondofile.salvage.cells import Cell, Reader
from rondofile.salvage.pages import BrokenError, Pages, varint
from rondofile.salvage.shapes import suits_any

_SHORTEST, _LONGEST = 5, 100
"""Bytes that say what the values of a row of ours are."""


def loose_cells(pages: Pages, reader: Reader, number: int, found: Sequence[Cell] = ()) -> Iterator[Cell]:
    """Rows that stand on the page beside those that were `found`, from the front to the back."""
    end = pages.start(number) + pages.size
    skip = {cell.start: cell.end for cell in found}
    at = pages.header(number)
    while at < end - _SHORTEST:
        at = skip.get(at, at)
        if _could_begin(pages.data, at):
            try:
                cell = reader.cell(at, end, suits_any)
            except BrokenError:
                pass
            else:
                yield cell
                at = cell.end
                continue
        at += 1


def _could_begin(data: bytes, at: int) -> bool:
    """Whether a row of ours could begin there: a length, a number, and values of which the first is an id."""
    if data[at] < 2:
        return False
    try:
        _, at = varint(data, at)
        _, at = varint(data, at)
        kind, _ = varint(data, at + 1)
    except (BrokenError, IndexError):
        return False
    return at < len(data) and _SHORTEST <= data[at] <= _LONGEST and kind & 1 == 1 and 15 <= kind <= 141
