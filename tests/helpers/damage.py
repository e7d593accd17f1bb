"""Damage to the bytes of a file, by name: what disks, sticks, transfers and other programs do to files."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

Damage = Callable[[bytes, random.Random], bytes]


def page_size(data: bytes) -> int:
    """Bytes of a page of a file that is still whole."""
    return int.from_bytes(data[16:18], "big")


def zeroed(data: bytes, start: int, length: int) -> bytes:
    """The bytes from there on are zero."""
    return overwritten(data, start, bytes(max(0, min(length, len(data) - start))))


def overwritten(data: bytes, start: int, piece: bytes) -> bytes:
    """The piece stands there, and the rest as it was."""
    return data[:start] + piece + data[start + len(piece) :]


def bit_flip(data: bytes, chance: random.Random) -> bytes:
    """One bit is another."""
    at = chance.randrange(len(data))
    return overwritten(data, at, bytes([data[at] ^ 1 << chance.randrange(8)]))


def bit_flips(data: bytes, chance: random.Random) -> bytes:
    """A few bits all over the file are others."""
    for _ in range(chance.randint(2, 20)):
        data = bit_flip(data, chance)
    return data


def lost_sector(data: bytes, chance: random.Random) -> bytes:
    """512 bytes are zero."""
    return zeroed(data, 512 * chance.randrange(len(data) // 512), 512)


def lost_page(data: bytes, chance: random.Random) -> bytes:
    """A page after the first is zero."""
    size = page_size(data)
    return zeroed(data, size * chance.randrange(1, len(data) // size), size)


def each_page_lost(data: bytes) -> Iterator[bytes]:
    """Every page after the first is zero, one in each."""
    return (zeroed(data, start, page_size(data)) for start in _starts(data))


def swapped_pages(data: bytes, chance: random.Random) -> bytes:
    """Two pages after the first stand in the place of each other."""
    one, other = chance.sample(_starts(data), 2)
    size = page_size(data)
    swapped = overwritten(data, one, data[other : other + size])
    return overwritten(swapped, other, data[one : one + size])


def doubled_page(data: bytes, chance: random.Random) -> bytes:
    """A page after the first holds what another holds."""
    one, other = chance.sample(_starts(data), 2)
    return overwritten(data, one, data[other : other + page_size(data)])


def cut(data: bytes, chance: random.Random) -> bytes:
    """The end is missing."""
    return data[: chance.randrange(1, len(data))]


def first_page(data: bytes, chance: random.Random) -> bytes:
    """The first page is zero, or anything."""
    size = page_size(data)
    return overwritten(data, 0, chance.choice([bytes(size), chance.randbytes(size)]))


def first_bytes(data: bytes, chance: random.Random) -> bytes:
    """The file's own description, its first 100 bytes, is anything."""
    return overwritten(data, 0, chance.randbytes(100))


def header_field(data: bytes, chance: random.Random) -> bytes:
    """One number in the file's own description is another."""
    at, length = chance.choice(_FIELDS)
    return overwritten(data, at, chance.randbytes(length))


def garbage(data: bytes, chance: random.Random) -> bytes:
    """A stretch of up to 10 kB is anything."""
    start = chance.randrange(len(data))
    return overwritten(data, start, chance.randbytes(min(chance.randint(1, 10_000), len(data) - start)))


def tail(data: bytes, chance: random.Random) -> bytes:
    """Something stands behind the end."""
    return data + chance.randbytes(chance.randint(1, 20_000))


DAMAGES: dict[str, Damage] = {
    "one bit": bit_flip,
    "a few bits": bit_flips,
    "a sector of zeros": lost_sector,
    "a page of zeros": lost_page,
    "two pages swapped": swapped_pages,
    "a page twice": doubled_page,
    "cut": cut,
    "first page gone": first_page,
    "first 100 bytes": first_bytes,
    "a field of the header": header_field,
    "a stretch of anything": garbage,
    "something behind the end": tail,
}
"""Every kind of damage by its name."""


def damaged(data: bytes, count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """So many damaged copies, every kind in turn, each with its name."""
    chance = random.Random(seed)
    names = list(DAMAGES)
    for number in range(count):
        name = names[number % len(names)]
        yield name, DAMAGES[name](data, chance)


_FIELDS: tuple[tuple[int, int], ...] = (
    (16, 2),
    (18, 1),
    (19, 1),
    (20, 1),
    (24, 4),
    (28, 4),
    (32, 4),
    (36, 4),
    (40, 4),
    (44, 4),
    (56, 4),
    (60, 4),
    (68, 4),
    (92, 4),
    (96, 4),
)


def _starts(data: bytes) -> list[int]:
    size = page_size(data)
    return list(range(size, len(data) - size + 1, size))
