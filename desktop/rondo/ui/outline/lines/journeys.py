"""Journeys as lines of the outline: redesigns below what they are based on, parts and steps below theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from rondo.strategy.framework.whole import Framework
from rondo.strategy.journeys.path import main_path, next_links
from rondo.ui.outline.lines.entry import Entry
from rondo.words import Words
from rondofile.enums import Phase
from rondofile.project import Project
from rondofile.records import Journey, Step, Stretch

INBOX, STEPS, PHASE = "inbox", "steps", "phase"


class JourneyLines:
    """Makes the lines of one project; `looked_at` is the id of the journey on the canvas."""

    def __init__(self, project: Project, framework: Framework, words: Words, looked_at: str | None) -> None:
        self._project, self._framework, self._words = project, framework, words
        self._looked_at = looked_at

    def entries(self) -> tuple[Entry, ...]:
        """Every journey once; one whose base is gone stands by itself. Last the steps of the one looked at:
        there nothing moves under the pointer when another journey is chosen."""
        bases = [j for j in self._project.all(Journey) if self._project.find(Journey, j.based_on) is None]
        return (*map(self._journey, bases), *self._looked_at_steps())

    def _journey(self, journey: Journey) -> Entry:
        return Entry(
            ("journey", journey.id),
            self._name(journey),
            Journey,
            journey.name,
            self._said(journey),
            aside=self._framework.name(journey.state),
            looked_at=journey.id == self._looked_at,
            children=tuple(self._below(journey)),
        )

    def _name(self, journey: Journey) -> str:
        return journey.name.strip() or self._words("outline.unnamed.journey")

    def _said(self, journey: Journey) -> str:
        state = self._framework.name(journey.state)
        return self._words("outline.journey.said", journey=self._name(journey), state=state)

    def _below(self, journey: Journey) -> Iterator[Entry]:
        waiting = unsorted(self._project, journey.id)
        if waiting:
            yield self._inbox(journey, waiting)
        yield from (self._stretch(stretch) for stretch in self._project.stretches_of(journey.id))
        yield from (self._journey(redesign) for redesign in self._project.redesigns_of(journey.id))

    def _inbox(self, journey: Journey, waiting: tuple[Step, ...]) -> Entry:
        name, aside = self._words("outline.inbox"), self._words.count("outline.to_sort", len(waiting))
        said = self._words.count("outline.inbox.said", len(waiting), journey=self._said(journey))
        make = partial(self._step_lines, waiting)
        return Entry((INBOX, journey.id), name, said=said, aside=aside, quiet=True, more=make)

    def _stretch(self, stretch: Stretch) -> Entry:
        name = stretch.name.strip() or self._words("outline.unnamed.part")
        said = self._words("outline.part.said", part=name)
        return Entry(("stretch", stretch.id), name, Stretch, stretch.name, said, mark="part")

    def _looked_at_steps(self) -> Iterator[Entry]:
        journey = self._project.find(Journey, self._looked_at)
        if journey is None:
            return
        many = len(self._project.steps_of(journey.id)) - len(unsorted(self._project, journey.id))
        if many:
            yield Entry(
                (STEPS, journey.id),
                self._words("outline.steps", journey=self._name(journey)),
                said=self._words.count("outline.steps.said", many, journey=self._said(journey)),
                aside=self._words.number(many),
                quiet=True,
                more=partial(self._phases, journey.id),
            )

    def _phases(self, journey: str) -> tuple[Entry, ...]:
        """The phases that have steps, with those in the order of the path."""
        ordered = [step for step in in_path_order(self._project, journey) if _is_sorted(step)]
        by_phase = {phase: [step for step in ordered if step.phase is phase] for phase in Phase}
        return tuple(self._phase(journey, phase, steps) for phase, steps in by_phase.items() if steps)

    def _phase(self, journey: str, phase: Phase, steps: list[Step]) -> Entry:
        name, many = self._framework.name(phase), len(steps)
        return Entry(
            (PHASE, f"{journey}/{phase}"),
            name,
            said=self._words.count("outline.phase.said", many, phase=name),
            aside=self._words.number(many),
            mark=phase.value,
            quiet=True,
            children=self._step_lines(steps),
        )

    def _step_lines(self, steps: Iterable[Step]) -> tuple[Entry, ...]:
        unnamed = self._words("outline.unnamed.step")
        return tuple(
            Entry(("step", step.id), step.title.strip() or unnamed, Step, step.title) for step in steps
        )


def unsorted(project: Project, journey: str) -> tuple[Step, ...]:
    """The steps that have no phase or no lane yet; what we learn needs no lane."""
    return tuple(step for step in project.steps_of(journey) if not _is_sorted(step))


def _is_sorted(step: Step) -> bool:
    return step.phase is Phase.REPEAT or (step.phase is not None and step.lane is not None)


def in_path_order(project: Project, journey: str) -> tuple[Step, ...]:
    """Every step once: the main path, then the branches off it, then what nothing leads to."""
    steps = {step.id: step for step in project.steps_of(journey)}
    onward = next_links(project, journey)
    found: dict[str, Step] = {}
    for start in (*main_path(project, journey), *steps.values()):
        pending = [start.id]
        while pending:
            key = pending.pop()
            if key in steps and key not in found:
                found[key] = steps[key]
                pending.extend(link.target for link in reversed(onward.get(key, ())))
    return tuple(found.values())
