"""What another program left beside a document when it ended too soon, worked into a copy of its bytes.

A rollback journal takes back what was half done, a write-ahead log adds what was done. Both are followed
here as plain bytes, so nothing that they name is ever opened, made or removed.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from rondofile.errors import NothingUnfinishedError

_JOURNAL = bytes.fromhex("d9d505f920a163d7")
_JOURNAL_HEAD = struct.Struct(">8sIIIII")
_UNKNOWN = 0xFFFFFFFF
_LOG_HEAD = struct.Struct(">IIIIIIII")
_LOG_FRAME = struct.Struct(">IIIIII")
_LOG_MAGIC = {0x377F0682: "<", 0x377F0683: ">"}
_LOG_VERSION = 3007000
_LOCK_BYTE = 0x40000000
_SIZES = tuple(1 << power for power in range(9, 17))
_SECTORS = tuple(1 << power for power in range(5, 17))

Pages = Iterator[tuple[int, bytes]]


def rolled_back(data: bytes, journal: bytes, most: int) -> bytes:
    """The bytes of the document as they were before the change that the journal belongs to.

    NothingUnfinishedError where it belongs to none. `most`: bytes that may come of it.
    """
    size, segments = _segments(journal)
    image, done = bytearray(data), set[int]()
    pages = next(segments, None)
    if pages is None or not 0 < pages[0] * size <= most:
        raise NothingUnfinishedError(part="journal")
    _resize(image, pages[0] * size)
    for _, records in _chain(pages, segments):
        for number, page in records:
            if number not in done and number * size <= len(image):
                image[(number - 1) * size : number * size] = page
                done.add(number)
    return bytes(image)


def caught_up(data: bytes, log: bytes, most: int) -> bytes:
    """The bytes of the document with every change in the log that was finished.

    NothingUnfinishedError where there is none.
    """
    image, waiting, changed = bytearray(data), dict[int, bytes](), False
    size = _page_size(log)
    for number, pages, page in _frames(log, size):
        waiting[number] = page
        if pages and pages * size <= most:
            _resize(image, pages * size)
            for place, content in waiting.items():
                if place <= pages:
                    image[(place - 1) * size : place * size] = content
            waiting, changed = {}, True
    if not changed:
        raise NothingUnfinishedError(part="wal")
    return bytes(image)


def _resize(image: bytearray, length: int) -> None:
    del image[length:]
    image.extend(bytes(length - len(image)))


Segment = tuple[int, Pages]


def _chain(first: Segment, rest: Iterator[Segment]) -> Iterator[Segment]:
    yield first
    yield from rest


def _segments(journal: bytes) -> tuple[int, Iterator[Segment]]:
    """The size of a page, and for every part of the journal the pages there were and their old contents."""
    if len(journal) < _JOURNAL_HEAD.size:
        raise NothingUnfinishedError(part="journal")
    magic, _, _, _, sector, size = _JOURNAL_HEAD.unpack_from(journal)
    if magic != _JOURNAL or sector not in _SECTORS or size not in _SIZES:
        raise NothingUnfinishedError(part="journal")
    return size, _walk(journal, sector, size)


def _walk(journal: bytes, sector: int, size: int) -> Iterator[Segment]:
    place, record = 0, size + 8
    while place + sector <= len(journal):
        magic, count, nonce, pages, *_ = _JOURNAL_HEAD.unpack_from(journal, place)
        if magic != _JOURNAL or count == 0:
            return
        place += sector
        room = (len(journal) - place) // record
        count = room if count == _UNKNOWN else min(count, room)
        yield pages, _records(journal, place, count, nonce, size)
        place = -(-(place + count * record) // sector) * sector


def _records(journal: bytes, place: int, count: int, nonce: int, size: int) -> Pages:
    for start in range(place, place + count * (size + 8), size + 8):
        number = int.from_bytes(journal[start : start + 4], "big")
        page = journal[start + 4 : start + 4 + size]
        said = int.from_bytes(journal[start + 4 + size : start + 8 + size], "big")
        known = (nonce + sum(page[at] for at in range(size - 200, 0, -200))) & 0xFFFFFFFF
        if not number or number == _LOCK_BYTE // size + 1 or said != known:
            return
        yield number, page


def _page_size(log: bytes) -> int:
    if len(log) >= _LOG_HEAD.size:
        magic, version, size, *_ = _LOG_HEAD.unpack_from(log)
        if magic in _LOG_MAGIC and version == _LOG_VERSION and size in _SIZES:
            return int(size)
    raise NothingUnfinishedError(part="wal")


def _frames(log: bytes, size: int) -> Iterator[tuple[int, int, bytes]]:
    """The frames that belong together: number of the page, pages at the end of a change, and the page."""
    magic, _, _, _, *salts, first, second = _LOG_HEAD.unpack_from(log)
    order = _LOG_MAGIC[magic]
    sums = _summed(log[:24], (0, 0), order)
    if sums != (first, second):
        return
    for start in range(_LOG_HEAD.size, len(log) - _LOG_FRAME.size - size + 1, _LOG_FRAME.size + size):
        number, pages, *rest = _LOG_FRAME.unpack_from(log, start)
        page = log[start + _LOG_FRAME.size : start + _LOG_FRAME.size + size]
        sums = _summed(page, _summed(log[start : start + 8], sums, order), order)
        if not number or rest != [*salts, *sums]:
            return
        yield number, pages, page


def _summed(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    first, second = sums
    for one, other in struct.iter_unpack(f"{order}II", data):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second
