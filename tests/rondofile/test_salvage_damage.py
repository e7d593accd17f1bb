"""Damage of every kind, by chance: noticed or harmless, and what is left of it is saved."""

from __future__ import annotations

import random
import statistics
from collections.abc import Iterable, Iterator
from functools import cache

import pytest

from helpers.ample import ample_project
from helpers.damage import (
    DAMAGES,
    Damage,
    damaged,
    each_page_lost,
    first_page,
    lost_page,
    lost_sector,
    swapped_pages,
)
from rondofile.columns import NAMES
from rondofile.errors import RondoFileError, SalvageError
from rondofile.project import Project
from rondofile.reading.reader import read_bytes
from rondofile.records import NOUNS
from rondofile.salvage import salvage
from rondofile.salvage.carving import Carver, Row, in_our_columns
from rondofile.salvage.cells import Reader
from rondofile.salvage.pages import Pages
from rondofile.stamp import Stamp, rows_of
from rondofile.writing.canonical import canonical_bytes

SMALL, MIDDLE, LARGE = 60, 540, 1_400
"""Steps of a project in small pages, of one just in large pages, and of one with over five thousand rows."""

SEED = 20_261_122


@cache
def case(steps: int) -> tuple[Project, bytes]:
    """A project and its file, with long notes and a picture that take several pages."""
    project = ample_project(steps)
    return project, canonical_bytes(project, Stamp("document", rev=3))[0]


@cache
def wanted(steps: int) -> dict[str, frozenset[Row]]:
    """The rows of that project."""
    return {noun: frozenset(rows) for noun, rows in rows_of(case(steps)[0]).items()}


def share_of(steps: int, data: bytes) -> float:
    """Which part of the rows comes out of damaged bytes exactly as they were."""
    try:
        found = salvage(data)
    except SalvageError:
        return 0.0
    assert not found.whole or found.project == case(steps)[0]
    rows = wanted(steps)
    exact = sum(len(rows[noun].intersection(saved)) for noun, saved in rows_of(found.project).items())
    assert exact <= found.found
    return exact / sum(map(len, rows.values()))


def shares(steps: int, damage: Damage, count: int, seed: int = SEED) -> list[float]:
    """That part, for so many damages of one kind; the figures are printed."""
    data, chance = case(steps)[1], random.Random(seed)
    found = [share_of(steps, damage(data, chance)) for _ in range(count)]
    print(_figures(f"{damage.__name__} of {steps} steps", found))
    return found


def _figures(name: str, found: Iterable[float]) -> str:
    found = list(found)
    return f"{name}: {len(found)} damages, median {statistics.median(found):.2%}, least {min(found):.2%}"


def noticed_or_harmless(steps: int, count: int) -> int:
    """How many of so many damages were noticed. No other gave another project than the one that was saved."""
    project, data = case(steps)
    noticed = 0
    for name, bytes_ in damaged(data, count, SEED + steps):
        try:
            found = read_bytes(bytes_)
        except RondoFileError:
            noticed += 1
            continue
        if not found.report.clean:
            noticed += 1
        else:
            assert found.project == project, name
    return noticed


def test_the_projects_are_as_large_as_they_say() -> None:
    sizes = [sum(map(len, rows_of(case(steps)[0]).values())) for steps in (SMALL, MIDDLE, LARGE)]
    assert sizes[0] < 2_000 < sizes[1] < 5_000 < sizes[2]
    assert [case(steps)[1][16:18] for steps in (SMALL, MIDDLE, LARGE)] == [
        b"\x04\x00",
        b"\x10\x00",
        b"\x10\x00",
    ]


def test_a_thousand_damages_when_read_then_are_noticed_or_harmless() -> None:
    noticed = noticed_or_harmless(SMALL, 910) + noticed_or_harmless(LARGE, 90)
    assert noticed > 700


@pytest.mark.long
def test_ten_thousand_damages_when_read_then_are_noticed_or_harmless() -> None:
    assert noticed_or_harmless(SMALL, 9_000) + noticed_or_harmless(LARGE, 1_000) > 7_000


def test_a_lost_page_when_salvaged_then_takes_few_rows_with_it() -> None:
    """Any of the small one; of the others, which take longer, some by chance."""
    small = [share_of(SMALL, damaged_) for damaged_ in each_page_lost(case(SMALL)[1])]
    middle, large = shares(MIDDLE, lost_page, 75), shares(LARGE, lost_page, 15)
    assert len(small) > 180
    for found in (small, middle, large):
        assert statistics.median(found) >= 0.99
        assert min(found) >= 0.95
    assert statistics.median(large) >= 0.995 and min(large) >= 0.98


@pytest.mark.long
def test_five_thousand_lost_pages_when_salvaged_then_take_few_rows_with_them() -> None:
    for steps, count in ((SMALL, 3_000), (MIDDLE, 1_500), (LARGE, 500)):
        found = shares(steps, lost_page, count)
        assert statistics.median(found) >= 0.99 and min(found) >= 0.95


@pytest.mark.parametrize("steps", [SMALL, MIDDLE])
def test_a_lost_sector_and_swapped_pages_when_salvaged_then_cost_less_than_a_page(steps: int) -> None:
    assert min(shares(steps, lost_sector, 15)) >= 0.97
    assert min(shares(steps, swapped_pages, 15)) >= 0.97


@pytest.mark.parametrize(("steps", "count"), [(SMALL, 35), (MIDDLE, 15)])
def test_a_destroyed_first_page_when_salvaged_then_costs_nothing(steps: int, count: int) -> None:
    assert shares(steps, first_page, count) == [1.0] * count


@pytest.mark.parametrize(("steps", "sizes"), [(SMALL, 185), (MIDDLE, 15)])
def test_a_file_cut_at_any_size_when_salvaged_then_has_what_is_before_the_cut(steps: int, sizes: int) -> None:
    _, data = case(steps)
    places, checked = list(row_places(data)), 0
    for number in range(1, sizes + 1):
        length = len(data) * number // (sizes + 1)
        before = [(noun, row) for end, noun, row in places if end <= length]
        try:
            saved = rows_of(salvage(data[:length]).project)
        except SalvageError:
            saved = {}
        for noun in {noun for noun, _ in before}:
            assert {row for other, row in before if other == noun} <= set(saved[noun])
        checked += len(before)
    assert checked > len(places) * sizes // 5


def row_places(data: bytes) -> Iterator[tuple[int, str, Row]]:
    """Where the page ends on which a row stands, its noun and its values; of rows that take one page."""
    pages = Pages.of(data)
    carver = Carver(pages)
    carver.carve()
    for noun, tree in carver.trees.items():
        for number, _ in tree.leaves if noun in NOUNS else ():
            end = number * pages.size
            cells = [Reader(pages, set()).cell(at, end) for at in pages.cells(number) or ()]
            rows = [in_our_columns(noun, cell.values, NAMES[noun]) for cell in cells]
            if noun not in ("asset", "brief_section"):
                yield from ((end, noun, row) for row in rows)


@pytest.mark.parametrize("name", DAMAGES)
def test_any_damage_when_salvaged_then_ends_in_a_valid_project(name: str) -> None:
    found = shares(SMALL, DAMAGES[name], 20) + shares(MIDDLE, DAMAGES[name], 2)
    if name != "cut":
        assert statistics.median(found) > 0.9


@pytest.mark.long
@pytest.mark.parametrize("name", DAMAGES)
def test_any_damage_when_salvaged_a_thousand_times_then_ends_in_a_valid_project(name: str) -> None:
    found = shares(SMALL, DAMAGES[name], 900) + shares(MIDDLE, DAMAGES[name], 200)
    assert len(found) == 1_100
