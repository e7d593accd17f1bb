"""From the root of a table down to its pages of rows, past everything that is broken."""

from __future__ import annotations

from msgspec import Struct, field

from rondofile.salvage.pages import HIGHEST, NODE, ROWS, BrokenError, Pages

LOWEST = -(2**63)

Span = tuple[int, int]
"""Row numbers after the first and up to the second."""


class Tree(Struct):
    """`leaves`: pages of rows with the numbers they may hold; `lost`: numbers whose page was not there."""

    leaves: list[tuple[int, Span]] = field(default_factory=list)
    lost: list[Span] = field(default_factory=list)

    def misses(self, rowid: int) -> bool:
        """Whether a row of that number could be among the lost."""
        return any(low < rowid <= high for low, high in self.lost)


def walk(pages: Pages, root: int, taken: set[int]) -> Tree:
    """Everything that can be reached from the root. No page is entered twice: what is `taken` is broken."""
    tree = Tree()
    ways: list[tuple[int, Span]] = [(root, (LOWEST, HIGHEST))]
    while ways:
        number, span = ways.pop()
        kind = pages.kind(number) if pages.has(number) and number not in taken else 0
        if kind == ROWS and pages.cells(number) is not None:
            taken.add(number)
            tree.leaves.append((number, span))
        elif kind == NODE and _leads_on(pages, number):
            taken.add(number)
            ways.extend(_below(pages, number, span))
        else:
            tree.lost.append(span)
    return tree


def free_pages(pages: Pages) -> set[int]:
    """The pages that the file itself says hold nothing any more."""
    free: set[int] = set()
    number = int.from_bytes(pages.data[32:36], "big")
    while pages.has(number) and number not in free:
        free.add(number)
        start = pages.start(number)
        many = min(int.from_bytes(pages.data[start + 4 : start + 8], "big"), pages.size // 4 - 2)
        leaves = (pages.data[at : at + 4] for at in range(start + 8, start + 8 + 4 * many, 4))
        free.update(page for page in (int.from_bytes(leaf, "big") for leaf in leaves) if pages.has(page))
        number = int.from_bytes(pages.data[start : start + 4], "big")
    return free


def _leads_on(pages: Pages, number: int) -> bool:
    """Whether most of what the page names are pages, as in a true one."""
    try:
        below = [child for child, _ in pages.children(number)]
    except BrokenError:
        return False
    there = sum(pages.has(child) and pages.kind(child) in (ROWS, NODE) for child in below)
    return len(below) > 1 and 2 * there >= len(below)


def _below(pages: Pages, number: int, span: Span) -> list[tuple[int, Span]]:
    found: list[tuple[int, Span]] = []
    low, high = span
    for child, key in pages.children(number):
        found.append((child, (low, min(key, high))))
        low = max(low, min(key, high))
    return found
