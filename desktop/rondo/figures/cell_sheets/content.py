"""What stands on the sheet of a cell: the framework's words, who is there, and what we wrote ourselves."""

from __future__ import annotations

from msgspec import Struct

from rondo.strategy.framework.cell_parts import Cell
from rondo.strategy.framework.parts import ExperienceText
from rondo.strategy.framework.whole import Framework
from rondo.strategy.moves.borrow import Model, model_of
from rondo.strategy.moves.empty_cells import Prompts
from rondo.strategy.moves.telling import Reason, Teller
from rondo.strategy.sentences.focus import is_own
from rondo.words import Words
from rondofile.enums import Architecture, Experience, PlacementState
from rondofile.project import Project
from rondofile.records import CellSheet, Placement

Spot = tuple[Experience, Architecture]
MOST_ENTRIES = 7
"""So many offers are named; the others are counted."""


class Entry(Struct, frozen=True):
    """An offer in the cell: whose it is by a sign, its sentence, and when or who."""

    sign: str
    text: str
    note: str
    key: str = ""


class Content(Struct, frozen=True):
    """One sheet. On a blank one nothing of the project stands: no entries, no reasons, no words of ours."""

    cell: Cell
    row: ExperienceText
    cross: str
    shorts: str
    there: tuple[Entry, ...]
    reasons: tuple[Reason, ...]
    models: tuple[Model, ...]
    idea: str = ""
    incentives: str = ""
    information: str = ""
    blank: bool = False


class Contents:
    """The sheets of one project, read once for all cells."""

    def __init__(self, project: Project, framework: Framework, words: Words, blank: bool = False) -> None:
        self._project, self._framework, self._words, self._blank = project, framework, words, blank
        self._prompts = Prompts(project, framework)
        self._teller = Teller(project, framework, words)
        self._sheets = {(one.experience, one.architecture): one for one in project.all(CellSheet)}

    def __getitem__(self, spot: Spot) -> Content:
        row, column = spot
        framework, cell = self._framework, self._framework.cell(row, column)
        models = tuple(model_of(example, framework) for example in cell.examples)
        cross = self._words("moves.cell", row=framework.name(row), column=framework.name(column))
        shorts = f"{cell.code} · {framework.short(row)} · {framework.short(column)}"
        text, sheet = framework.experience(row), self._sheets.get(spot)
        if self._blank:
            return Content(cell, text, cross, shorts, (), (), models, blank=True)
        own = (sheet.idea, sheet.incentives, sheet.information) if sheet else ("", "", "")
        reasons = self._teller.prompt(self._prompts[spot], standing=False)
        return Content(cell, text, cross, shorts, self._there(spot), reasons, models, *own)

    def is_filled(self, spot: Spot) -> bool:
        """Whether we wrote on that cell, or stand in it."""
        return spot in self._sheets or any(is_own(self._project, offer) for offer in self._offers(spot))

    def _offers(self, spot: Spot) -> list[Placement]:
        found = [o for o in self._project.all(Placement) if (o.experience, o.architecture) == spot]
        order = list(PlacementState)
        return sorted(found, key=lambda o: (not is_own(self._project, o), order.index(o.state)))

    def _there(self, spot: Spot) -> tuple[Entry, ...]:
        """Ours first, today before later; then everybody else."""
        offers = self._offers(spot)
        entries = [self._entry(offer) for offer in offers[:MOST_ENTRIES]]
        if len(offers) > MOST_ENTRIES:
            entries.append(Entry("", self._words.count("moves.more", len(offers) - MOST_ENTRIES), ""))
        return tuple(entries)

    def _entry(self, offer: Placement) -> Entry:
        player = self._project.player_of(offer)
        name = player.name if player is not None and not is_own(self._project, offer) else ""
        note = " · ".join(part for part in (name, self._framework.name(offer.state)) if part)
        sign = self._framework.mark(player.kind) if player is not None else "●"
        return Entry(sign, self._teller.offer(offer), note, offer.id)
