"""How many rows there were: what the file says of itself, else what its structure shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rondofile.records import NOUNS
from rondofile.salvage.carving import Carved
from rondofile.salvage.cells import Reader
from rondofile.salvage.pages import BrokenError, Pages
from rondofile.stamp import Stamp, seal_holds

_LEAF, _NODE = 0x0A, 0x02


def stamp_of(carved: Carved) -> Stamp | None:
    """The stamp of a published file, where it can be read as it was written."""
    texts = {key: value for key, value in carved.pairs.items() if isinstance(value, str)}
    try:
        return Stamp.of_rows(texts) if seal_holds(texts) else None
    except (KeyError, ValueError):
        return None


def expected_counts(pages: Pages, carved: Carved, stamp: Stamp | None) -> Mapping[str, int] | None:
    """Rows by noun that were in the file, or at least so many; None where nothing says anything."""
    if stamp is not None and stamp.counts:
        return stamp.counts
    counts: dict[str, int] = {}
    for noun in NOUNS:
        root = carved.layout.indexes.get(noun, 0)
        ids = set(carved.rows[noun]).union(_listed_ids(pages, root))
        # in a published file rows are numbered without gaps, in a working database deleted ones leave some
        highest = 0 if carved.working else carved.highest.get(noun, 0)
        if ids or highest:
            counts[noun] = max(len(ids), highest)
    return counts or None


def lost_counts(expected: Mapping[str, int] | None, found: Mapping[str, int]) -> dict[str, int]:
    """Rows that are missing, by noun, in the order of nouns."""
    missing = {noun: (expected or {}).get(noun, 0) - found.get(noun, 0) for noun in NOUNS}
    return {noun: count for noun, count in missing.items() if count > 0}


def _listed_ids(pages: Pages, root: int) -> Iterator[str]:
    """The ids in the index of a table, as far as it can be followed."""
    reader, ways, seen = Reader(pages, set()), [root], set[int]()
    while ways:
        number = ways.pop()
        if not pages.has(number) or number in seen or pages.kind(number) not in (_LEAF, _NODE):
            continue
        seen.add(number)
        below = 4 if pages.kind(number) == _NODE else 0
        end = pages.start(number) + pages.size
        for at in pages.cells(number) or ():
            try:
                if below:
                    ways.append(int.from_bytes(pages.data[at : at + 4], "big"))
                values = reader.entry(at + below, end)
            except BrokenError:
                continue
            if len(values) == 2 and isinstance(values[0], str):
                yield values[0]
        if below:
            last = pages.header(number) + 8
            ways.append(int.from_bytes(pages.data[last : last + 4], "big"))
