"""Matrices drawn for tests, projects full of offers, and what must hold of every matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Any

import rondo_resources
from helpers.engines import engine
from rondo.exchange.json_reader import read_json
from rondo.figures import theme
from rondo.figures.bounds import Box, bounds, everything
from rondo.figures.matrices.matrix import MatrixOptions, matrix_figure, matrix_pages
from rondo.figures.shapes import Arrow, Figure, Group, Rect, Shape, Stroke, Text
from rondo.strategy.framework import whole as framework
from rondo.words import Words
from rondofile.enums import CardKind, PlacementState, PlayerKind
from rondofile.project import Project
from rondofile.records import Info, Placement, Player, Record, Segment

PAGE_WIDTH = 487.0
TOUCH = 0.05
"""Points by which neighbours may share an edge through rounding."""


@lru_cache(maxsize=1)
def worked_case() -> Project:
    """The shipped sample."""
    name = "samples/theme-park.json"
    return read_json(rondo_resources.read_text(name).encode("utf-8")).project


def drawn(project: Project, *, language: str = "en", look: str = "light", **options: Any) -> Figure:
    """The whole matrix at the width of a page, unless `options` say else."""
    options.setdefault("width", PAGE_WIDTH)
    return matrix_figure(project, options=MatrixOptions(**options), **_means(language, look))


def paged(
    project: Project,
    max_height: float,
    *,
    max_width: float = PAGE_WIDTH,
    language: str = "en",
    **options: Any,
) -> tuple[Figure, ...]:
    return matrix_pages(
        project,
        options=MatrixOptions(**options),
        max_width=max_width,
        max_height=max_height,
        **_means(language, "light"),
    )


def _means(language: str, look: str) -> dict[str, Any]:
    return {
        "framework": framework.load(language),
        "words": Words(language),
        "theme": theme.load(look),
        "engine": engine(),
    }


class Offers:
    """Collects offers of a firm of our own, a rival and others."""

    def __init__(self) -> None:
        self.records: list[Record] = [Info(id="project")]
        for number, kind in enumerate(PlayerKind):
            self.records.append(Player(id=kind.value, position=number, name=f"The {kind.value}", kind=kind))
        for number, name in enumerate(("Families", "Pass holders")):
            self.records.append(Segment(id=f"segment-{number}", position=number, name=name))

    def add(self, experience: str | None, architecture: str | None, **more: Any) -> str:
        """An offer of ours for today in that cell, unless `more` says else. Returns its id."""
        number = sum(isinstance(record, Placement) for record in self.records)
        key = f"offer-{number}"
        more.setdefault("offer", f"Offer sentence {number}")
        more.setdefault("state", PlacementState.NOW)
        more.setdefault("card_kind", CardKind.ACTIVITY)
        more = {"player": PlayerKind.OWN.value, **more}
        self.records.append(
            Placement(id=key, position=number, experience=experience, architecture=architecture, **more)
        )
        return key

    def project(self) -> Project:
        return Project.of(self.records)


def groups(figure: Figure) -> dict[str, Group]:
    """{id: group}; no id stands twice."""
    found = [shape for shape in everything(figure.shapes) if isinstance(shape, Group)]
    assert len({group.id for group in found}) == len(found)
    return {group.id: group for group in found}


def inside(shape: Shape, kind: type[Any]) -> list[Any]:
    return [one for one in everything([shape]) if isinstance(one, kind)]


def texts(figure: Figure) -> list[Text]:
    return [shape for shape in everything(figure.shapes) if isinstance(shape, Text)]


def said(shapes: Iterable[Shape]) -> list[str]:
    """The texts of shapes, in order."""
    return [shape.block.text for shape in everything(shapes) if isinstance(shape, Text)]


def cards(figure: Figure) -> dict[str, Box]:
    """{placement id: the box of its card}"""
    found = {key: group for key, group in groups(figure).items() if key.startswith("placement-")}
    return {key.removeprefix("placement-"): box(group) for key, group in found.items()}


def box(shape: Shape) -> Box:
    found = bounds(shape)
    assert found is not None
    return found


def holds(outer: Box, inner: Box, slack: float = TOUCH) -> bool:
    return (
        outer[0] - slack <= inner[0]
        and outer[1] - slack <= inner[1]
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def cut(one: Box, other: Box, slack: float = TOUCH) -> bool:
    """Whether two boxes share more than an edge."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > slack and high > slack


def assert_sound(figure: Figure) -> None:
    """Nothing lies outside, no text or card over another, no arrow over a word, nothing under 7 points."""
    _assert_inside(figure)
    found = texts(figure)
    assert len(found) >= 10
    assert min(text.block.style.size for text in found) >= 7
    assert not [
        (one.block.text, other.block.text)
        for one, other in combinations(found, 2)
        if cut(box(one), box(other))
    ]
    places = list(cards(figure).values())
    assert not [pair for pair in combinations(places, 2) if cut(*pair)]
    _assert_cards_in_cells(figure)
    for leg in _legs(figure):
        assert not [text.block.text for text in found if cut(leg, box(text), 0.0)]


def _assert_inside(figure: Figure) -> None:
    page = (0.0, 0.0, figure.width, figure.height)
    for shape in everything(figure.shapes):
        area = bounds(shape)
        if area is not None and not isinstance(shape, Group):
            stroke = getattr(shape, "stroke", None)
            half = stroke.width / 2 if isinstance(stroke, Stroke) else 0.0
            grown = (area[0] - half, area[1] - half, area[2] + half, area[3] + half)
            assert holds(page, grown), (shape, grown, page)


def _assert_cards_in_cells(figure: Figure) -> None:
    for key, group in groups(figure).items():
        if key.startswith("cell-") and len(group.shapes) > 0:
            ground = group.shapes[0]
            assert isinstance(ground, Rect)
            for shape in group.shapes[1:]:
                assert holds(box(ground), box(shape)), (key, shape)
            counts = [shape for shape in group.shapes if isinstance(shape, Text)]
            inner = [shape for shape in group.shapes if isinstance(shape, Group)]
            assert not [1 for count in counts for card in inner if cut(box(count), box(card))]


def _legs(figure: Figure) -> Iterator[Box]:
    """Every straight leg of every arrow between cards, as a box of its own width."""
    for key, group in groups(figure).items():
        if key.startswith("move-"):
            for arrow in inside(group, Arrow):
                half = arrow.stroke.width / 2
                for (x1, y1), (x2, y2) in pairwise(arrow.points):
                    assert x1 == x2 or y1 == y2
                    yield min(x1, x2) - half, min(y1, y2) - half, max(x1, x2) + half, max(y1, y2) + half


def crowded(counts: Sequence[int], rows: Sequence[str | None], column: str) -> Project:
    """So many offers in the cells of one column."""
    offers = Offers()
    for row, count in zip(rows, counts, strict=True):
        for number in range(count):
            offers.add(row, column, offer=f"{row or 'none'} number {number} of {count}")
    return offers.project()
