"""Every strategy figure of the worked case, in each language and on paper of two widths, holds together:
nothing outside, no word over another, nothing too small to read, every thing named once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import combinations
from typing import Any

import pytest
from msgspec.structs import replace

import rondo_resources
from helpers.engines import PlainLetters, engine
from helpers.painting import lines_of, parsed, written
from rondo.exchange.json_reader import read_json
from rondo.figures import theme
from rondo.figures.bounds import Box, bounds, everything
from rondo.figures.comparison import comparison_figure, comparison_pages, small_multiples
from rondo.figures.matrices.matrix import MatrixOptions, matrix_figure, matrix_pages
from rondo.figures.painters.to_svg import figure_svg
from rondo.figures.shapes import Figure, Group, Text
from rondo.figures.three_moments.moments import moments_figure
from rondo.strategy.framework import whole as framework
from rondo.words import LANGUAGES, Words
from rondofile.enums import Architecture, Experience, PlacementState
from rondofile.project import Project
from rondofile.records import Placement, Reading

PORTRAIT, LANDSCAPE, HIGH = 487.0, 729.0, 640.0
SMALLEST = 6.999
WORDY = (
    "Donaudampfschifffahrtsgesellschaft promises unbelievablyuninterruptedentertainmentforeveryone & <more>"
)


@lru_cache(maxsize=1)
def park() -> Project:
    return read_json(rondo_resources.read_bytes("samples/theme-park.json")).project


@lru_cache(maxsize=1)
def crowded() -> Project:
    """The park with twenty-five more offers in one cell, seven that name no column, and a dispute each."""
    more = [
        Placement(
            id=f"more-{n}",
            position=100 + n,
            offer=f"{WORDY} {n}" if n % 5 == 0 else f"Offer number {n} of many",
            experience=Experience.COACH_BEHAVIOR if n < 25 else None,
            architecture=Architecture.CROWD_ORCHESTRATOR if n < 25 else None,
            state=list(PlacementState)[n % 3],
        )
        for n in range(32)
    ]
    readings = [
        Reading(id=f"r-{n}", placement=f"more-{n}", experience=Experience.CURATED_OFFERING, source=WORDY)
        for n in range(0, 32, 4)
    ]
    return Project.of([*park().records(), *more, *readings])


@lru_cache(maxsize=100)
def drawn(name: str, language: str, width: float, look: str = "light") -> tuple[Figure, ...]:
    common: dict[str, Any] = {
        "framework": framework.load(language),
        "words": Words(language),
        "theme": theme.load(look),
        "engine": engine(),
    }
    paper = {"max_width": width, "max_height": HIGH}
    part = park().stretches_of("visit-new")[0].id
    made: dict[str, Callable[[], tuple[Figure | None, ...]]] = {
        "matrix": lambda: (matrix_figure(park(), options=MatrixOptions(width=width), **common),),
        "matrix pages": lambda: matrix_pages(park(), **paper, **common),
        "crowded matrix": lambda: matrix_pages(crowded(), **paper, **common),
        "crowded sheet": lambda: (matrix_figure(crowded(), options=MatrixOptions(width=width), **common),),
        "multiples": lambda: small_multiples(park(), "visit-new", **paper, **common),
        "multiples of a part": lambda: small_multiples(
            park(), "visit-new", stretch_id=part, **paper, **common
        ),
        "table": lambda: comparison_pages(**paper, **common),
        "comparison": lambda: (comparison_figure(park(), "visit", width=width, **common),),
        "moments": lambda: (moments_figure(park(), "visit", "visit-new", width=width, **common),),
        "moments of today": lambda: (moments_figure(park(), "visit", None, width=width, **common),),
        "moments on half a page": lambda: (
            moments_figure(park(), "visit", "visit-new", width=width / 2, **common),
        ),
    }
    return tuple(figure for figure in made[name]() if figure is not None)


NAMES = (
    "matrix", "matrix pages", "crowded matrix", "crowded sheet", "multiples", "multiples of a part", "table",
    "comparison", "moments", "moments of today", "moments on half a page",
)  # fmt: skip
each_figure = pytest.mark.parametrize("name", NAMES)
each_language = pytest.mark.parametrize("language", LANGUAGES)
each_width = pytest.mark.parametrize("width", [PORTRAIT, LANDSCAPE])


def texts(figure: Figure) -> list[Text]:
    return [shape for shape in everything(figure.shapes) if isinstance(shape, Text)]


def letters(text: Text) -> Iterator[Box]:
    """The box of the small letters of each line: where no other letter may stand."""
    size = text.block.style.size
    for line in text.block.lines:
        if line.text.strip():
            base = text.y + line.y
            yield text.x + line.x, base - size * 0.62, text.x + line.x + line.width, base + size * 0.12


def overlap(a: Box, b: Box) -> bool:
    return min(a[2], b[2]) - max(a[0], b[0]) > 0.3 and min(a[3], b[3]) - max(a[1], b[1]) > 0.3


@each_width
@each_language
@each_figure
def test_nothing_stands_outside_the_figure(name: str, language: str, width: float) -> None:
    figures = drawn(name, language, width)
    assert figures
    for figure in figures:
        for shape in figure.shapes:
            box = bounds(shape)
            if box is not None:
                assert box[0] >= -0.01 and box[1] >= -0.01, (name, getattr(shape, "id", shape), box)
                assert box[2] <= figure.width + 0.01, (name, getattr(shape, "id", shape), box)
                assert box[3] <= figure.height + 0.01, (name, getattr(shape, "id", shape), box)


@each_width
@each_language
@each_figure
def test_no_word_lies_over_another(name: str, language: str, width: float) -> None:
    looked = 0
    for figure in drawn(name, language, width):
        boxes = [(box, text.block.text) for text in texts(figure) for box in letters(text)]
        looked += len(boxes)
        touching = [(a[1], b[1]) for a, b in combinations(boxes, 2) if overlap(a[0], b[0])]
        assert not touching, touching[:3]
    assert looked > 10


def test_two_words_in_one_place_are_seen_to_overlap() -> None:
    one, other = (box for x in (5.0, 12.0) for box in letters(written("Families", x, 5.0)))
    assert overlap(one, other)
    assert not overlap(one, (one[0], one[3] + 1, one[2], one[3] + 9))


@each_width
@each_language
@each_figure
def test_every_letter_can_be_read_on_paper(name: str, language: str, width: float) -> None:
    sizes = [text.block.style.size for figure in drawn(name, language, width) for text in texts(figure)]
    assert min(sizes) >= SMALLEST


@each_width
@each_figure
def test_every_group_is_named_once_and_titled(name: str, width: float) -> None:
    for figure in drawn(name, "en", width):
        groups = [shape for shape in everything(figure.shapes) if isinstance(shape, Group)]
        twice = [key for key, count in Counter(group.id for group in groups).items() if key and count > 1]
        assert not twice
        assert not [group.id for group in groups if group.id and not group.title]
        root = parsed(figure_svg(replace(figure), PlainLetters()))
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", ["crowded matrix", "matrix pages", "multiples", "table"])
@each_width
def test_pages_are_no_higher_than_paper(name: str, width: float) -> None:
    assert all(figure.height <= HIGH + 0.01 for figure in drawn(name, "te", width))


@each_width
@pytest.mark.parametrize("name", ["crowded matrix", "crowded sheet"])
def test_every_offer_of_a_crowded_matrix_stands_once_in_its_cell(name: str, width: float) -> None:
    found: Counter[str] = Counter()
    for figure in drawn(name, "en", width):
        for cell in everything(figure.shapes):
            if isinstance(cell, Group) and cell.id.startswith("cell-"):
                around = bounds(cell.shapes[0]) if cell.shapes else None
                for group in cell.shapes:
                    if isinstance(group, Group):
                        found[group.id.removeprefix("placement-")] += 1
                        assert _inside(bounds(group), around), group.id
                        placement = crowded().get(Placement, group.id.removeprefix("placement-"))
                        where = [placement.experience or "none", placement.architecture]
                        assert cell.id == "-".join(["cell", *(str(part) for part in where if part)])
    assert found == Counter(placement.id for placement in crowded().all(Placement))


def _inside(box: Box | None, around: Box | None) -> bool:
    assert box is not None and around is not None
    return box[0] >= around[0] and box[1] >= around[1] and box[2] <= around[2] and box[3] <= around[3]


@each_figure
def test_greyscale_figure_uses_no_colour(name: str) -> None:
    for figure in drawn(name, "en", PORTRAIT, "print"):
        colours = set()
        for shape in everything(figure.shapes):
            stroke = getattr(shape, "stroke", None)
            colours |= {
                getattr(shape, "fill", None),
                getattr(shape, "colour", None),
                stroke and stroke.colour,
            }
        found = [colour for colour in colours if colour]
        assert found
        assert all(len({colour[1:3], colour[3:5], colour[5:7]}) == 1 for colour in found), found


def test_words_of_an_offer_are_searchable_as_they_were_written() -> None:
    (figure,) = drawn("crowded sheet", "en", PORTRAIT)
    whole = "".join("".join(lines_of(figure_svg(figure, PlainLetters()))).split())
    for placement in crowded().all(Placement):
        assert "".join(placement.offer.split()) in whole
