"""One row as it stands in a page: its number, its values, and what of it lies on further pages."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from rondofile.reading.absent import Absent
from rondofile.salvage.pages import BrokenError, Pages, varint

TIMES = 4.0

LONGEST = 64_000_000
"""Bytes of the largest row that is believed."""

Suits = Callable[[list[int]], bool]

_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_MOST_COLUMNS = 100


class Cell(Struct, frozen=True):
    """A row: `values` as they were written; `start`, `end`: where in the bytes it stands.

    `cut`: a part of it lay on a page that is lost; values of which nothing is left are ABSENT.
    """

    rowid: int
    values: tuple[Any, ...]
    start: int
    end: int
    cut: bool = False


class Reader:
    """Reads cells. `taken`: pages on which rows do not go on.

    Damaged rows may lead to the pages of others: all of them together are read `TIMES` times at most.
    """

    def __init__(self, pages: Pages, taken: set[int]) -> None:
        self.followed: set[int] = set()
        """Pages that hold the rest of a row."""
        self._left = int(TIMES * len(pages.data))
        self._pages, self._data, self._taken = pages, pages.data, taken
        self._most = pages.size - 35
        self._least = (pages.size - 12) * 32 // 255 - 23

    def cell(self, at: int, end: int, suits: Suits | None = None) -> Cell:
        """The cell that begins there, on a page that ends there. BrokenError where there is none.

        `suits`: whether a row of those kinds of values is looked for.
        """
        length, body = varint(self._data, at)
        if not 2 <= length <= LONGEST:
            raise BrokenError
        rowid, body = varint(self._data, body)
        local = self._local(length)
        after = body + local + (4 if local < length else 0)
        if after > min(end, self._pages.length):
            raise BrokenError
        kinds, values_at = self._kinds(body, body + local)
        if values_at + sum(width for _, width in kinds) != length:
            raise BrokenError
        if suits is not None and not suits([kind for kind, _ in kinds]):
            raise BrokenError
        content, cut = self._data[body + values_at : body + local], False
        if local < length:
            rest, cut = self._further(body + local, length - local)
            content += rest
        return Cell(rowid, tuple(_values(kinds, content)), at, after, cut)

    def entry(self, at: int, end: int) -> list[Any]:
        """The values of the entry of an index that begins there, all on its page. BrokenError."""
        length, body = varint(self._data, at)
        if not 2 <= length <= end - body:
            raise BrokenError
        kinds, values_at = self._kinds(body, body + length)
        if values_at + sum(width for _, width in kinds) != length:
            raise BrokenError
        return _values(kinds, self._data[body + values_at : body + length])

    def _local(self, length: int) -> int:
        """How many bytes of a row stand on its own page."""
        if length <= self._most:
            return length
        local = self._least + (length - self._least) % (self._pages.size - 4)
        return local if local <= self._most else self._least

    def _kinds(self, at: int, end: int) -> tuple[list[tuple[int, int]], int]:
        """The kind and width of every value, and how many bytes say so."""
        data = self._data
        size, here = varint(data, at)
        stop = at + size
        if not 2 <= size <= 3 * _MOST_COLUMNS or stop > end:
            raise BrokenError
        kinds: list[tuple[int, int]] = []
        while here < stop:
            kind = data[here]
            if kind < 0x80:
                here += 1
            else:
                kind, here = varint(data, here)
            if kind >= 12:
                kinds.append((kind, (kind - 12) >> 1))
            elif 0 <= kind < 10:
                kinds.append((kind, _WIDTHS[kind]))
            else:
                raise BrokenError
        if here != stop or len(kinds) > _MOST_COLUMNS:
            raise BrokenError
        return kinds, size

    def _further(self, at: int, missing: int) -> tuple[bytes, bool]:
        """What of a row lies on further pages, as far as they can be followed; and whether any was lost."""
        parts: list[bytes] = []
        pages, room, seen = self._pages, self._pages.size - 4, set[int]()
        number = int.from_bytes(self._data[at : at + 4], "big")
        while missing > 0:
            start = pages.start(number)
            # it begins with the number of the next, so that no true one has anything in its first byte
            lost = not pages.has(number) or number in self._taken or number in seen or self._data[start]
            if lost or start + pages.size > pages.length or self._left < 0:
                return b"".join(parts), True
            seen.add(number)
            parts.append(self._data[start + 4 : start + 4 + min(room, missing)])
            missing -= room
            self._left -= room
            number = int.from_bytes(self._data[start : start + 4], "big")
        self.followed |= seen
        return b"".join(parts), False


def _values(kinds: list[tuple[int, int]], content: bytes) -> list[Any]:
    """The values that are there. Of a text that is cut its beginning stays; ABSENT stands for the lost."""
    values: list[Any] = []
    at, there = 0, len(content)
    for kind, width in kinds:
        end = at + width
        if kind == 0:
            values.append(None)
        elif kind in (8, 9):
            values.append(kind - 8)
        elif end > there:
            values.append(_cut(kind, content[at:]))
        elif kind >= 13 and kind & 1:
            values.append(str(content[at:end], "utf-8", "replace"))
        elif kind >= 12:
            values.append(content[at:end])
        elif kind == 7:
            values.append(struct.unpack(">d", content[at:end])[0])
        else:
            values.append(int.from_bytes(content[at:end], "big", signed=True))
        at = end
    return values


def _cut(kind: int, part: bytes) -> Any:
    return str(part, "utf-8", "ignore") if part and kind >= 13 and kind & 1 else Absent.ABSENT
