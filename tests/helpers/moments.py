"""Pairs of journeys for the moments figure, drawn from lists, and the figure of them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from helpers.engines import engine
from helpers.journey_figures import groups
from helpers.projects import TEXTS
from helpers.sketch import Sketch
from rondo.figures import theme
from rondo.figures.bounds import bounds
from rondo.figures.shapes import Figure
from rondo.figures.three_moments.moments import moments_figure
from rondo.strategy.framework import whole as framework
from rondo.words import Words
from rondofile.enums import Phase
from rondofile.project import Project
from rondofile.records import Journey, Step


class Walk(Sketch):
    """A journey of today and its redesign, each a path of steps that feel so; a pain where it is below 0."""

    def __init__(self, today: Sequence[int | None], then: Sequence[int | None] = ()) -> None:
        super().__init__()
        self.today: Journey = self.journey("Visit")
        self.new: Journey = self.redesign(self.today)
        self.before = self._path(self.today, "Old", today)
        self.after = self._path(self.new, "New", then)

    def _path(self, journey: Journey, name: str, feelings: Sequence[int | None]) -> list[Step]:
        lane = self.lane(journey, "Desk")
        steps = []
        for number, feeling in enumerate(feelings):
            phase = Phase.RESPOND if number else Phase.RECOGNIZE
            steps.append(self.step(journey, f"{name} {number}", lane, phase, feeling=feeling))
            if feeling is not None and feeling < 0:
                self.pain(steps[-1], f"hurt of {name} {number}", weight=2)
        self.chain(*steps)
        return steps

    def becomes(self, before: int, *after: int) -> None:
        for number in after:
            self.origin(self.after[number], self.before[before])

    def figure(self, redesigned: bool = True, **asked: object) -> Figure | None:
        return moments(self.project(), self.today.id, self.new.id if redesigned else None, **asked)  # type: ignore[arg-type]

    def drawn(self, redesigned: bool = True, **asked: object) -> Figure:
        figure = self.figure(redesigned, **asked)
        assert figure is not None
        return figure


def moments(
    project: Project,
    as_is: str,
    to_be: str | None,
    language: str = "en",
    look: str = "light",
    width: float = 487.0,
) -> Figure | None:
    return moments_figure(
        project,
        as_is,
        to_be,
        framework=framework.load(language),
        words=Words(language),
        theme=theme.load(look),
        engine=engine(),
        width=width,
    )


def cards(figure: Figure) -> list[str]:
    """The ids of the steps that are drawn, from left to right, the upper row first."""
    found = {key: bounds(group) for key, group in groups(figure).items()}
    return sorted(found, key=lambda key: (round(found[key][1]), found[key][0]))  # type: ignore[index]


def today(walk: Walk, *numbers: int) -> list[str]:
    return [f"step-{walk.before[number].id}" for number in numbers]


@st.composite
def walks(draw: st.DrawFn) -> Walk:
    """Two paths whose steps feel anyhow, any step of one the origin of any of the other, with odd texts."""
    feelings = st.lists(st.sampled_from([None, -2, -1, 0, 1, 2]), min_size=1, max_size=7)
    walk = Walk(draw(feelings), draw(feelings))
    lane = walk.lane(walk.new, draw(TEXTS))
    off_path = walk.step(walk.new, draw(TEXTS) or "Off", lane, draw(st.sampled_from([None, *Phase])))
    walk.after.append(off_path)
    if draw(st.booleans()):
        walk.next(walk.after[0], off_path, share=draw(st.sampled_from([None, 12.5])))
    ends = st.tuples(st.integers(0, len(walk.before) - 1), st.integers(0, len(walk.after) - 1))
    for before, after in draw(st.lists(ends, max_size=8, unique=True)):
        walk.becomes(before, after)
    for step in draw(st.lists(st.sampled_from([*walk.before, *walk.after]), max_size=4)):
        walk.pain(step, draw(TEXTS), weight=draw(st.integers(1, 3)))
    return walk
