"""The bytes of a damaged file as pages, and what their first bytes say they are.

Nothing is believed: a number that leads outside the bytes is as if it were not there.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

MAGIC = b"SQLite format 3\x00"
ROWS, NODE = 0x0D, 0x05
"""Kinds of page: rows of a table; a page above such pages, which only says where they are."""

_INDEX = (0x0A, 0x02)
_SIZES = (4096, 1024, 8192, 2048, 16_384, 512, 32_768, 65_536)
_LOOKED_AT = 2_000_000
_HEADER = 100


class BrokenError(Exception):
    """What stands there makes no sense."""


class Pages(Struct, frozen=True):
    """Pages of `size` bytes, numbered from 1; the last one is filled up with zeros.

    `count`: how many there are; `length`: how many bytes there truly were.
    """

    data: bytes
    size: int
    count: int
    length: int

    @classmethod
    def of(cls, data: bytes) -> Pages:
        """The pages of a file, by the header where its page size can be true, else by what they look like."""
        size = _page_size(data)
        count = -(-len(data) // size)
        missing = count * size - len(data)
        return cls(data + bytes(missing) if missing else data, size, count, len(data))

    def start(self, number: int) -> int:
        """Where in `data` a page begins."""
        return (number - 1) * self.size

    def header(self, number: int) -> int:
        """Where in `data` the description of a page begins; that of the first stands after the file's own."""
        return self.start(number) + (_HEADER if number == 1 else 0)

    def kind(self, number: int) -> int:
        """The kind of a page as it says itself."""
        return self.data[self.header(number)]

    def has(self, number: int) -> bool:
        """Whether there is a page of that number."""
        return 1 <= number <= self.count

    def is_index(self, number: int) -> bool:
        """Whether a page looks like a part of an index, which holds nothing that is not in the rows."""
        return self.kind(number) in _INDEX and self.cells(number) is not None

    def cells(self, number: int) -> list[int] | None:
        """Where in `data` the cells of a page stand, in its order; None where its description is broken.

        A pointer that leads outside the page is left out.
        """
        at, start = self.header(number), self.start(number)
        many = int.from_bytes(self.data[at + 3 : at + 5], "big")
        first = at + (8 if self.data[at] in (ROWS, 0x0A) else 12)
        lowest = first + 2 * many - start
        if lowest > self.size:
            return None
        pointers = self.data[first : first + 2 * many]
        offsets = [(pointers[i] << 8) | pointers[i + 1] for i in range(0, 2 * many, 2)]
        return [start + offset for offset in offsets if lowest <= offset < self.size]

    def children(self, number: int) -> Iterator[tuple[int, int]]:
        """The pages below one of kind NODE, each with the highest row number it may hold."""
        for at in self.cells(number) or ():
            key, _ = varint(self.data, at + 4)
            yield int.from_bytes(self.data[at : at + 4], "big"), key
        last = self.header(number) + 8
        yield int.from_bytes(self.data[last : last + 4], "big"), HIGHEST


HIGHEST = 2**63 - 1
"""The highest number a row can have."""


def varint(data: bytes, at: int) -> tuple[int, int]:
    """The number that stands there, in one to nine bytes, and where the next thing stands. BrokenError."""
    value = 0
    try:
        for index in range(at, at + 8):
            byte = data[index]
            if byte < 0x80:
                return value << 7 | byte, index + 1
            value = value << 7 | byte & 0x7F
        value = value << 8 | data[at + 8]
    except IndexError:
        raise BrokenError from None
    return (value if value <= HIGHEST else value - 2**64), at + 9


def _page_size(data: bytes) -> int:
    """The largest size at which nearly as many pages begin like pages as at any other."""
    said = int.from_bytes(data[16:18], "big") if data.startswith(MAGIC) else 0
    found = {size: _beginnings(data[:_LOOKED_AT], size) or _beginnings(data, size) for size in _SIZES}
    most = max(found.values())
    if not most:
        return said if said in _SIZES else _SIZES[0]
    if found.get(said, 0) >= 0.5 * most:
        return said
    return max(size for size in _SIZES if found[size] >= 0.9 * most)


def _beginnings(data: bytes, size: int) -> int:
    """How many pages after the first would begin like one, were they of that size."""
    return sum(_begins_well(data, at, size) for at in range(size, len(data) - 8, size))


def _begins_well(data: bytes, at: int, size: int) -> bool:
    if data[at] not in (ROWS, NODE, *_INDEX):
        return False
    many = int.from_bytes(data[at + 3 : at + 5], "big")
    content = int.from_bytes(data[at + 5 : at + 7], "big") or 65_536
    return 8 + 2 * many <= content <= size
