"""The journeys, parts and steps behind the offers of a cell, one click away from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rondo.strategy.matrix.behind_cells import backing
from rondo.ui.desk import Desk
from rondo.ui.inspector.pieces.jump_list import JumpList, Lead
from rondo.ui.inspector.pieces.options import journey_name
from rondo.ui.inspector.pieces.part import Part
from rondofile.project import Project
from rondofile.records import Journey, Placement, Step, Stretch

MOST_STEPS = 12
"""So many steps are listed; more are counted."""


class BehindPart(Part):
    """A heading with one line for each thing behind the offers; gone where there is nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.words("inspector.offer.asks.behind"))
        self._desk = desk
        self.leads = self.add(JumpList(desk))

    def show_offers(self, project: Project, offers: Iterable[Placement]) -> None:
        """What stands behind these offers now."""
        lines = tuple(self._lines(project, offers))
        self.leads.show_leads(lines)
        self.setVisible(bool(lines))

    def _lines(self, project: Project, offers: Iterable[Placement]) -> Iterator[Lead]:
        found = backing(project, self._desk.framework, offers)
        for key in found.journeys:
            yield Lead(Journey, key, journey_name(self._desk, project.get(Journey, key)), sign="→")
        for key in found.stretches:
            stretch = project.find(Stretch, key)
            if stretch is not None:
                yield Lead(Stretch, key, stretch.name, sign="[")
        for key in found.steps[:MOST_STEPS]:
            step = project.get(Step, key)
            title = step.title or self._desk.words("telling.unnamed.step")
            note = self._desk.framework.step_kind(step.kind).name if step.kind is not None else ""
            yield Lead(Step, key, title, note, "·")
        if len(found.steps) > MOST_STEPS:
            more = self._desk.words.count("inspector.offer.more_steps", len(found.steps) - MOST_STEPS)
            yield Lead(Step, "", more, role="ink-secondary")
