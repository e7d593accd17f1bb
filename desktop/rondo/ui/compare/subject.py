"""Subject: the journey, or the part of it, that is held against the architectures, and what was counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from rondo.strategy.changes.difference import walked
from rondo.strategy.framework.whole import Framework
from rondo.strategy.journeys.recast import Assignment, Recast, recast
from rondo.words import Words
from rondofile.enums import Architecture, Phase
from rondofile.project import Project
from rondofile.records import Journey, Step


class Subject(Struct, frozen=True):
    """The steps in walking order, and each architecture's recast of them."""

    steps: tuple[Step, ...]
    recasts: Mapping[Architecture, Recast]

    def of(self, step: str, architecture: Architecture) -> Assignment:
        """Who would do that step there, and why."""
        return self.recasts[architecture].assignments[step]

    @property
    def moving(self) -> tuple[Step, ...]:
        """The steps that would pass to other hands under at least one architecture."""
        found = (recast_.assignments for recast_ in self.recasts.values())
        moved = {key for assignments in found for key, one in assignments.items() if one.moved}
        return tuple(step for step in self.steps if step.id in moved)

    @property
    def staying(self) -> tuple[Step, ...]:
        """The steps that must stay with us."""
        return tuple(step for step in self.steps if step.must_stay)

    @property
    def unsaid(self) -> tuple[Step, ...]:
        """The steps of which no architecture says who would do them: what kind they are is not known."""
        free = (s for s in self.steps if not s.must_stay and s.phase is not Phase.REPEAT)
        return tuple(step for step in free if step.kind is None)


def subject(project: Project, journey: str | None, part: str | None, framework: Framework) -> Subject:
    """The journey, or the part of it, under all five architectures; without a journey there are no steps."""
    if project.find(Journey, journey) is None or journey is None:
        return Subject((), {})
    within = {step.id for step in project.steps_in(part)} if part else None
    steps = tuple(s for s in walked(project, journey) if within is None or s.id in within)
    return Subject(steps, {a: recast(project, journey, a, framework, part) for a in Architecture})


def headline(found: Subject, words: Words) -> str:
    """How many steps could move: the sentence of the page."""
    n, of = len(found.moving), len(found.steps)
    return words.count("compare_view.could_move", of, moving=words.number(n))


def explained(found: Subject, words: Words, framework: Framework) -> str:
    """Where the steps lie that could move, how many stay with us, and of how many too little is known."""
    said = []
    places = Counter(step.phase for step in found.moving)
    lying = [
        words("compare_view.in_phase", count=words.number(places[phase]), phase=framework.name(phase))
        for phase in Phase
        if places[phase]
    ]
    if len(lying) == 1 and len(found.moving) > 1 and not places[None]:
        only = next(phase for phase in Phase if places[phase])
        said.append(words("compare_view.all_in", phase=framework.name(only)))
    elif lying:
        said.append(words("compare_view.lying", places=words.listed(lying)))
    if found.staying:
        said.append(words.count("compare_view.staying", len(found.staying)))
    if found.unsaid:
        section = words("inspector.step.place")
        said.append(words.count("compare_view.kind_unsaid", len(found.unsaid), section=section))
    return " ".join(said)
