"""Draws journeys for tests and says whether a figure is sound."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from helpers.engines import engine
from helpers.journeys import ARABIC, hospital, in_script, park
from rondo.figures import theme
from rondo.figures.bounds import bounds, everything, require_whole
from rondo.figures.journeys.journey import JourneyOptions, journey_figure
from rondo.figures.journeys.journey_pages import journey_pages
from rondo.figures.shapes import Figure, Group, Text
from rondo.strategy.framework import whole as framework
from rondo.words import Words
from rondofile.enums import LinkKind
from rondofile.project import Project

MAPS = {
    "park": (park(), "park"),
    "band": (park(), "band"),
    "hip": (hospital(), "hip"),
    "telugu": (in_script(), "script"),
    "arabic": (in_script(ARABIC, ("العائلة", "الفندق")), "script"),
}


def draw(
    project: Project, journey: str, language: str = "en", look: str = "light", **asked: object
) -> Figure:
    asked.setdefault("width", 493.0)
    return journey_figure(
        project,
        journey,
        framework=framework.load(language),
        words=Words(language),
        theme=theme.load(look),
        engine=engine(),
        options=JourneyOptions(**asked),  # type: ignore[arg-type]
    )


def pages(project: Project, journey: str, width: float = 493, height: float = 640) -> tuple[Figure, ...]:
    return journey_pages(
        project,
        journey,
        framework=framework.load("en"),
        words=Words("en"),
        theme=theme.load("light"),
        engine=engine(),
        max_width=width,
        max_height=height,
    )


def texts(figure: Figure) -> list[Text]:
    return [shape for shape in everything(figure.shapes) if isinstance(shape, Text)]


def groups(figure: Figure) -> dict[str, Group]:
    found = [shape for shape in everything(figure.shapes) if isinstance(shape, Group)]
    assert max(Counter(group.id for group in found).values(), default=1) == 1
    return {group.id: group for group in found}


def said(figure: Figure) -> str:
    return "\n".join(text.block.text for text in texts(figure))


def assert_sound(figure: Figure) -> None:
    """Whole, inside its bounds, no text on another, none too small."""
    require_whole(figure)
    for shape in everything(figure.shapes):
        box = bounds(shape)
        if box is not None:
            assert box[0] >= -0.5 and box[1] >= -0.5, (shape, box)
            assert box[2] <= figure.width + 0.5 and box[3] <= figure.height + 0.5, (shape, box)
    assert min(text.block.style.size for text in texts(figure)) >= 7.0
    boxes = [(text.block.text, bounds(text)) for text in texts(figure)]
    for (one, a), (two, b) in combinations(boxes, 2):
        assert a is not None and b is not None
        over = a[0] < b[2] - 0.3 and b[0] < a[2] - 0.3 and a[1] < b[3] - 1.2 and b[1] < a[3] - 1.2
        assert not over, (one, two, a, b)


def ids(project: Project, journey: str, kind: LinkKind | None = None) -> set[str]:
    links = [link for link in project.links_of(journey) if kind is None or link.kind is kind]
    return {f"link-{link.id}" for link in links}
