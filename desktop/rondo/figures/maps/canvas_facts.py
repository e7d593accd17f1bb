"""Which changes of a project a journey's map shows, and facts brought up to date without reading all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter, is_

from rondo.figures.journeys.journey_facts import Facts, LinkFacts, StepFacts, link_facts, step_facts
from rondo.figures.journeys.journey_options import JourneyOptions
from rondo.figures.journeys.journey_pen import Pen
from rondofile.changes import ChangeSet
from rondofile.project import Project
from rondofile.records import Link, Mark, Step

BELOW = frozenset({"step_feeling", "segment", "note"})
"""The nouns that only what stands below a map or lies over it shows something of."""
SHOWN = BELOW | {"journey", "lane", "step", "link", "mark", "player", "item", "step_information"}
"""The nouns that a map shows something of."""
CANVAS = JourneyOptions(facts=True)
"""A card on the canvas shows all that is known of its step."""
ALONE = frozenset({"step", "link", "mark", "step_information", "step_feeling", "note", "response"})
"""The nouns whose changes say something of single steps."""
_around = attrgetter("phase", "lane", "kind", "identity", "position", "journey")
"""Fields of a step that say something about others, too: the path, strangers, what is told again."""


def shows(changes: ChangeSet) -> bool:
    """Whether a map may look different after these changes."""
    return any(noun in SHOWN and entries for noun, entries in changes.tables.items())


def patched(facts: Facts, project: Project, changes: ChangeSet, pen: Pen) -> Facts | None:
    """The facts after changes of single steps and their marks; None where they must be read anew."""
    if any(noun in SHOWN - BELOW - {"step", "mark"} for noun, entries in changes.tables.items() if entries):
        return None
    if not all(_alone(before, after) for before, after in changes.of(Step).values()):
        return None
    marked = {one.step for pair in changes.of(Mark).values() for one in pair if isinstance(one, Mark)}
    changed = changes.ids(Step) | marked
    number = {lane.id: index for index, lane in enumerate(facts.lanes)}
    steps = tuple(
        step_facts(project, project.get(Step, old.id), number, old.retold, pen, CANVAS)
        if old.id in changed
        else old
        for old in facts.steps
    )
    return replace(facts, steps=steps)


class Reader:
    """Reads steps, and knows those again that nothing of changed since."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[object, ...], StepFacts]] = {}
        self._links: dict[str, tuple[Link, bool, bool, LinkFacts]] = {}
        self._tables: list[object] = []
        self._same = False

    def begin(self, project: Project, changes: ChangeSet | None) -> None:
        """The journey in this project is read next. What these changes may say of many steps is read anew,
        everything where they are unknown."""
        if changes is None or any(noun not in ALONE for noun, entries in changes.tables.items() if entries):
            self._known.clear()
            self._links.clear()
        tables: list[object] = [project.tables[noun] for noun in ("mark", "step_information")]
        self._same = all(map(is_, tables, self._tables)) and bool(self._tables)
        self._tables = tables

    def read(
        self,
        project: Project,
        step: Step,
        lanes: Mapping[str, int],
        again: Sequence[str],
        pen: Pen,
        options: JourneyOptions,
    ) -> StepFacts:
        """The step as its card shows it."""
        known = self._known.get(step.id)
        if known and self._same and known[0][0] is step and known[0][3] == (tuple(again) if again else ()):
            return known[1]
        told = (step, project.marks_of(step.id), project.information_of(step.id), tuple(again))
        if known is not None and known[0][0] is step and known[0][1:] == told[1:]:
            return known[1]
        facts = step_facts(project, step, lanes, again, pen, options)
        self._known[step.id] = told, facts
        return facts

    def read_link(self, link: Link, pen: Pen, stranger: bool, lands: bool) -> LinkFacts:
        """The link as it is drawn."""
        known = self._links.get(link.id)
        if known and known[0] is link and known[1] == stranger and known[2] == lands:
            return known[3]
        facts = link_facts(link, pen, stranger, lands)
        self._links[link.id] = link, stranger, lands, facts
        return facts


def _alone(before: object, after: object) -> bool:
    """Whether a step was and is, and differs in nothing that others depend on."""
    if not isinstance(before, Step) or not isinstance(after, Step):
        return False
    return bool(_around(before) == _around(after))
