"""How much of a damaged file is saved, against asking SQLite for one row number after the other.

`python -m bench.salvage` prints the whole table: every kind of damage, our way and the plain one.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
from collections.abc import Iterable
from functools import cache

from bench.harness import Figure, benchmark, middle, timed
from helpers.ample import ample_project
from helpers.damage import DAMAGES
from rondofile.errors import SalvageError
from rondofile.project import Project
from rondofile.records import NOUNS
from rondofile.salvage import salvage
from rondofile.stamp import Rows, Stamp, rows_of
from rondofile.writing.canonical import canonical_bytes, selection

STEPS, SEED = 1_400, 20_261_122


@benchmark("salvage_lost_page")
def lost_page() -> Figure:
    """Of a project of 5,234 rows, percent of rows that survive the worst of 30 lost pages; more is better."""
    ours, plain = shares("a page of zeros", 30)
    return Figure(round(min(ours), 2), "%", round(min(plain), 2))


@benchmark("salvage_5000_rows")
def salvage_5000_rows() -> Figure:
    """A file of that size without its first page, until there is a project; for the peer there is none."""
    _, data = case()
    broken = DAMAGES["first page gone"](data, random.Random(SEED))
    return Figure(middle(timed(lambda: salvage(broken), 9)), "ms")


def shares(name: str, count: int) -> tuple[list[float], list[float]]:
    """Percent of rows that come out as they were, for so many damages of a kind: our way, the plain way."""
    project, data = case()
    chance, wanted = random.Random(SEED), rows_of(project)
    ours, plain = [], []
    for _ in range(count):
        broken = DAMAGES[name](data, chance)
        ours.append(_share(_by_salvage(broken), wanted))
        plain.append(_share(_by_row_numbers(broken, wanted), wanted))
    return ours, plain


@cache
def case() -> tuple[Project, bytes]:
    """The project and its file."""
    project = ample_project(STEPS)
    return project, canonical_bytes(project, Stamp("bench"))[0]


def _by_salvage(data: bytes) -> Rows:
    try:
        return rows_of(salvage(data).project)
    except SalvageError:
        return {}


def _by_row_numbers(data: bytes, wanted: Rows) -> Rows:
    """What SQLite gives when it is asked for each row by its number, which is even known here."""
    found: dict[str, list[tuple[object, ...]]] = {noun: [] for noun in NOUNS}
    connection = sqlite3.connect(":memory:")
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        connection.deserialize(data)
    except (sqlite3.Error, UnicodeError):
        return found
    for noun, rows in wanted.items():
        for number in range(1, len(rows) + 1):
            try:
                row = connection.execute(f"{selection(noun)} WHERE rowid = ?", (number,)).fetchone()
            except (sqlite3.Error, UnicodeError):
                continue
            if row is not None:
                found[noun].append(row)
    connection.close()
    return found


def _share(found: Rows, wanted: Rows) -> float:
    exact = sum(len(set(found.get(noun, ())) & set(rows)) for noun, rows in wanted.items())
    return 100 * exact / sum(map(len, wanted.values()))


def _line(name: str, ours: Iterable[float], plain: Iterable[float]) -> str:
    ours, plain = list(ours), list(plain)
    return (
        f"| {name} | {len(ours)} | {statistics.median(ours):.1f} / {min(ours):.1f}"
        f" | {statistics.median(plain):.1f} / {min(plain):.1f} |"
    )


if __name__ == "__main__":
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    print(
        "| damage | damages | ours, median / least % | by row numbers, median / least % |\n|---|---|---|---|"
    )
    for damage in DAMAGES:
        print(_line(damage, *shares(damage, times)), flush=True)
