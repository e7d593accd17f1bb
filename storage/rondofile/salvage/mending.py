"""Ids in which one bit is another: what they must have been is told by what they belong to.

An id is random, so that no two true ones differ by a single bit. Still nothing is touched where a row is
missing that could have had the id as it stands.
"""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Collection, Iterator

from rondofile.columns import COLUMNS, NAMES, Kind
from rondofile.ids import derived_id, is_id
from rondofile.reading.report import Report
from rondofile.salvage.parents import HOMES, Rows, pointing, put

_MOST = 10_000
"""Ids of a noun that are looked into: damage turns few bits, so that more are no damage of this kind."""

_UNREADABLE = "\ufffd"
_LETTERS = string.ascii_letters + string.digits + "_-"


def mend_ids(rows: Rows, full: Collection[str], report: Report) -> None:
    """Every id can be one, and those that differ by one bit from what they must be are as they were.

    `full`: nouns of which no row is missing.
    """
    for noun in NAMES:
        links = list(pointing(noun))
        if links:
            _mend(noun, links, rows, noun in full, report)
    for noun, table in rows.items():
        for key in [key for key in table if not is_id(key)]:
            _rename(noun, key, derived_id(noun, key), rows, report)
        _lead_somewhere(noun, rows, report)


def _mend(noun: str, links: list[tuple[str, str]], rows: Rows, full: bool, report: Report) -> None:
    wanted = Counter(row[NAMES[c].index(column)] for c, column in links for row in rows[c].values())
    odd = {key for key in rows[noun] if not is_id(key)}
    left = _MOST
    for child, column in links:
        index = NAMES[child].index(column)
        for row in [row for row in rows[child].values() if row[index] not in rows[noun]]:
            key = row[index]
            if not isinstance(key, str) or key in rows[noun] or left <= 0:
                continue
            left -= 1
            among = rows[noun] if full or not is_id(key) else odd & rows[noun].keys()
            likely = [twin for twin in _twins(key) if twin in among] if among else []
            if len(likely) != 1:
                continue
            if is_id(key) and (likely[0] in odd or not wanted[likely[0]]):
                _rename(noun, likely[0], key, rows, report)
            else:
                put(rows, child, row, column, likely[0])
                report.add("salvage.mended", child, str(row[0]), column, key)


def _rename(noun: str, key: str, better: str, rows: Rows, report: Report) -> None:
    row = rows[noun].pop(key)
    rows[noun][better] = (better, *row[1:])
    report.add("salvage.mended", noun, better, "id", key)


def _lead_somewhere(noun: str, rows: Rows, report: Report) -> None:
    """What must point to something does, if only to a stand-in for everything that lost its way.

    Where a thing belongs is left to `parents`, which asks what belongs to it.
    """
    for column in COLUMNS[noun]:
        if column.kind is not Kind.REFERENCE or column.optional or HOMES.get(noun) == column.name:
            continue
        index = NAMES[noun].index(column.name)
        for row in [row for row in rows[noun].values() if not is_id(row[index])]:
            report.add("salvage.mended", noun, str(row[0]), column.name, row[index])
            put(rows, noun, row, column.name, derived_id("lost", column.parent))


def _twins(key: str) -> Iterator[str]:
    """Every text from which that one can differ by one bit."""
    for index, letter in enumerate(key[:64]):
        others = (
            _LETTERS if letter == _UNREADABLE else "".join(chr(ord(letter) ^ 1 << bit) for bit in range(7))
        )
        for other in others + _UNREADABLE:
            yield key[:index] + other + key[index + 1 :]
