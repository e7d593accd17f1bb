"""What every kind of showing reads from: the journey, its main path, and the words."""

from __future__ import annotations

from msgspec import Struct

from rondo.strategy.framework.whole import Framework
from rondo.strategy.journeys.journey import main_path
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Step


class Ground(Struct, frozen=True):
    """A journey to look at. `moments`: the main path, or every step where nothing is linked yet."""

    project: Project
    journey: str
    path: tuple[Step, ...]
    moments: tuple[Step, ...]
    words: Words
    framework: Framework

    @property
    def all(self) -> str:
        """How many moments there are."""
        return self.words.number(len(self.moments))

    def beside(self) -> tuple[str, ...]:
        """A sentence about the steps that are not counted, where there are any."""
        count = len(self.project.steps_of(self.journey)) - len(self.moments)
        return (self.words.count("show.beside", count),) if count else ()


def ground_of(project: Project, journey: str, words: Words, framework: Framework) -> Ground:
    """The ground of a journey."""
    path = main_path(project, journey)
    moments = path if len(path) > 1 else project.steps_of(journey)
    return Ground(project, journey, path, tuple(moments), words, framework)
