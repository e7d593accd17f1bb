"""Which changes of a project a journey's map shows, and facts brought up to date without reading all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter, is_

from msgspec.structs import replace

from rondo.figures.journeys.journey_facts import DRAWN, Facts, LinkFacts, StepFacts, link_facts, step_facts
from rondo.figures.journeys.journey_options import JourneyOptions
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.maps.canvas_spliced import Followed, steady
from rondo.strategy.journeys.path import path_ids
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


def relinked(facts: Facts, project: Project, changes: ChangeSet, pen: Pen, reader: Reader) -> Facts | None:
    """The facts after changes of links that are drawn; None where they say something of steps or the path."""
    if any(noun != "link" for noun, entries in changes.tables.items() if entries and noun in SHOWN):
        return None
    pairs = changes.of(Link).values()
    links = [one for pair in pairs for one in pair if isinstance(one, Link)]
    lost = {(link.source, link.target) for link in facts.links if link.stranger}
    if any(one.kind not in DRAWN or (one.source, one.target) in lost for one in links):
        return None
    if path_ids(project, facts.journey.id) != facts.path:
        return None
    return replace(facts, links=reader.drawn(project, facts.journey.id, pen))


def settled(facts: Facts, before: Facts) -> Facts:
    """The facts with the very rows of those before, where these hold the very same."""
    return replace(
        facts,
        lanes=steady(before.lanes, facts.lanes),
        steps=steady(before.steps, facts.steps),
        links=steady(before.links, facts.links),
        returns=steady(before.returns, facts.returns),
        learns=steady(before.learns, facts.learns),
    )


class Reader:
    """Reads steps, and knows those again that nothing of changed since."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[tuple[object, ...], StepFacts]] = {}
        self._links: dict[str, tuple[Link, bool, bool, LinkFacts]] = {}
        self._tables: list[object] = []
        self._same = False
        self._rows: tuple[Sequence[Link], tuple[LinkFacts, ...]] | None = None
        self._drawn = Followed[Link, LinkFacts | None]()

    def begin(self, project: Project, changes: ChangeSet | None) -> None:
        """The journey in this project is read next. What these changes may say of many steps is read anew,
        everything where they are unknown."""
        if changes is None or any(noun not in ALONE for noun, entries in changes.tables.items() if entries):
            self._known.clear()
            self._links.clear()
        tables: list[object] = [project.tables[noun] for noun in ("mark", "step_information")]
        self._same = all(map(is_, tables, self._tables)) and bool(self._tables)
        self._tables = tables

    def end(self, links: Sequence[Link], facts: Facts) -> None:
        """These facts were read, with the links of the journey."""
        self._rows, self._drawn = (links, facts.links), Followed()

    def drawn(self, project: Project, journey: str, pen: Pen) -> tuple[LinkFacts, ...]:
        """The links that are drawn, read last and now, of which only some changed."""
        if self._rows is not None:
            there = {link.id: link for link in self._rows[1]}
            self._drawn.follow(self._rows[0], lambda link: there.get(link.id))
            self._rows = None

        def read(link: Link) -> LinkFacts | None:
            ends = project.find(Step, link.source), project.find(Step, link.target)
            if link.kind not in DRAWN or any(end is None or end.journey != journey for end in ends):
                return None
            known = self._links.get(link.id)
            return known[3] if known and known[0] is link else self.read_link(link, pen, False, False)

        return tuple(filter(None, self._drawn.follow(project.links_of(journey), read)))

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
